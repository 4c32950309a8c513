"""Pages of places and offences."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import CaseFactory, region
from tests.views.test_list import visible

pytestmark = pytest.mark.django_db


def case(code: str = "140800", **fields):
    """A published case of a division."""
    return CaseFactory(region=region(code), is_published=True, **fields)


def test_places_with_cases_are_listed_under_their_provinces(page):
    case("140800")
    case("140802")
    case("110000")

    html = page("/en/regions/")

    assert "Shanxi 2 cases Yuncheng 2 cases Beijing 1 case" in visible(html)
    assert 'href="/en/regions/yuncheng/"' in html


def test_a_place_has_what_lies_in_it_its_offences_months_and_cases(page):
    case("140800", title="城里", offences=["fraud"])
    case("140802", title="区里", offences=["fraud", "theft"], month=date(2023, 1, 1))
    case("110000", title="别处")

    words = visible(page("/en/regions/yuncheng/"))

    assert "Places Shanxi Yuncheng 2 cases from 2 bulletins" in words
    assert "In Yuncheng Yanhu District 1 case" in words
    assert "Fraud (including telecom and online fraud) 2 cases Theft 1 case" in words
    assert "2024 1 2023 1" in words
    assert "城里" in words
    assert "区里" in words
    assert "别处" not in words


def test_a_code_leads_to_the_place(client):
    response = client.get("/en/regions/140800/")

    assert response.status_code == 301
    assert response.headers["Location"] == "/en/regions/yuncheng/"


def test_an_abolished_place_names_what_took_its_place(page):
    words = visible(page("/en/regions/laiwu/"))

    assert "Abolished in 2018. Today: Jinan" in words
    assert "No published case names this place." in words


def test_offences_are_listed_under_their_groups(page):
    case(offences=["fraud", "theft"])
    CaseFactory(offences=["fraud"])

    words = visible(page("/en/offences/"))

    assert "Property Fraud (including telecom and online fraud) 1 case" in words
    assert "Drugs 0 cases" in words


def test_an_offence_has_law_other_names_places_months_and_cases(page):
    case("140800", title="甲案", offences=["theft", "security-duty-failure"])
    case("110000", title="乙案", offences=["fraud"])

    words = visible(page("/en/offences/security-duty-failure/"))

    assert "1 case from 1 bulletin (chosen examples)" in words
    assert "Cybersecurity Law (version of 2026), art. 61" in words
    assert "Also called 不履行网络安全保护义务" in words
    assert "Shanxi 1 case" in words
    assert "甲案" in words
    assert "乙案" not in words


@pytest.mark.parametrize(
    "path",
    ["/regions/atlantis/", "/offences/murder/", "/regions/%00/", "/offences/%00/"],
)
def test_unknown_ones_are_not_found(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("path", "queries"),
    [
        ("/regions/", 3),
        ("/regions/yuncheng/", 13),
        ("/offences/", 2),
        ("/offences/fraud/", 10),
    ],
)
def test_the_number_of_queries_is_constant(
    client, django_assert_num_queries, path, queries, number
):
    for _ in range(number):
        case(offences=["fraud"])

    with django_assert_num_queries(queries):
        client.get(path)
