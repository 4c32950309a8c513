"""Trends: groups of offences over months and over cities."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import CaseFactory, region
from tests.views.test_list import visible

pytestmark = pytest.mark.django_db


def case(code: str | None = "140800", **fields):
    """A published case of a division, or of none."""
    return CaseFactory(
        region=region(code) if code else None, is_published=True, **fields
    )


def test_months_by_group_have_bars_and_a_table(page):
    case(offences=["fraud", "theft"], month=date(2024, 8, 1))
    case(offences=["drugs"], month=date(2023, 1, 1))
    case(offences=["drugs"], month=None)

    html = page("/en/trends/")
    words = visible(html)

    assert "Groups of offences by month, 2023 to 2024" in words
    assert "2 of 3 cases state the month." in words
    assert "Property 1 of 1 case 1 Other offences 1 of 2 cases 1 2023 2024" in words
    assert (
        "Month Property Other offences August 2024 1 0 January 2023 0 1"
        " Month not stated 0 1"
    ) in words
    assert '<path d="M19.1 100v-100h.8v100z"/>' in html


def test_cities_by_group_are_a_heat_table(page):
    case("140802", offences=["fraud", "theft"])
    case("140800", offences=["drugs"])
    case("110108", offences=["drugs"])
    case("140000", offences=["drugs"])

    words = visible(page("/en/trends/"))

    assert "3 of 4 cases name a city or a place in one." in words
    assert (
        "City Property Other offences All cases Yuncheng 1 1 2 Beijing 0 1 1"
    ) in words


def test_trends_of_an_empty_catalogue_say_so(page):
    assert "No case has been published here yet." in visible(page("/en/trends/"))


def test_the_months_can_be_downloaded(client):
    case(offences=["fraud", "theft"], month=date(2024, 8, 1))
    case(offences=["fraud"], month=None)

    assert client.get("/en/trends/months.csv").content.decode(
        "utf-8-sig"
    ).splitlines() == [
        "month,group,name,cases",
        "2024-08,property,Property,1",
        "none,property,Property,1",
    ]


def test_the_cities_can_be_downloaded(client):
    case("140802", offences=["fraud", "drugs"])
    case("140000", offences=["fraud"])

    assert client.get("/en/trends/cities.csv").content.decode(
        "utf-8-sig"
    ).splitlines() == [
        "code,city,group,name,cases",
        "140800,Yuncheng,property,Property,1",
        "140800,Yuncheng,other,Other offences,1",
    ]


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("path", "queries"),
    [("/trends/", 4), ("/trends/months.csv", 1), ("/trends/cities.csv", 2)],
)
def test_the_number_of_queries_is_constant(
    client, django_assert_num_queries, path, queries, number
):
    for code in ["140800", "140802", "110108"][:number]:
        case(code, offences=["fraud"])

    with django_assert_num_queries(queries):
        client.get(path)
