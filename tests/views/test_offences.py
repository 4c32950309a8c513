"""Pages of offences: the list by group, and each type."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import CaseFactory, region
from tests.views.test_list import visible

pytestmark = pytest.mark.django_db


def case(code: str = "140800", **fields):
    """A published case of a division."""
    return CaseFactory(region=region(code), is_published=True, **fields)


def test_offences_are_listed_under_their_groups(page):
    case(offences=["fraud", "theft"])
    CaseFactory(offences=["fraud"])

    words = visible(page("/en/offences/"))

    assert "Property Fraud (including telecom and online fraud) 1 case" in words
    assert "Drugs 0 cases" in words


def test_an_offence_has_its_definition_law_and_other_names(page):
    words = visible(page("/en/offences/online-rumour/"))

    assert "Making up or spreading false information about dangers" in words
    assert "Also called 造谣 传谣 编造虚假信息 摆拍" in words
    assert (
        "Public Security Administration Punishments Law, art. 25(1)"
        " in force from 1 January 2013 to 31 December 2025"
        " Spreading rumours or false reports of danger, epidemic or police alert"
        " 散布谣言，谎报险情、疫情、警情，扰乱公共秩序"
    ) in words
    assert (
        "Public Security Administration Punishments Law, art. 29(1)"
        " in force since 1 January 2026"
    ) in words
    assert "No published case is filed under this type." in words


def test_an_offence_has_its_months_cities_and_cases(page):
    case("140802", title="甲案", offences=["theft", "drugs"], month=date(2024, 8, 1))
    case("140000", title="乙案", offences=["drugs"], month=None)
    case("110000", title="丙案", offences=["fraud"])

    html = page("/en/offences/drugs/")
    words = visible(html)

    assert "2 cases from 2 bulletins (chosen examples)" in words
    assert "Months in which the authorities acted, 2024" in words
    assert "1 of 2 cases states the month." in words
    assert "1 of 2 cases names a city or a place in one." in words
    assert "City Cases Yuncheng 1" in words
    assert 'href="/en/?offence=drugs&amp;city=140800"' in html
    assert "甲案" in words
    assert "丙案" not in words


def test_the_figures_of_an_offence_can_be_downloaded(client):
    case("110000", offences=["drugs", "theft"])

    assert client.get("/en/offences/drugs/figures.csv").content.decode(
        "utf-8-sig"
    ).splitlines() == [
        "by,value,name,cases",
        "month,2024-08,August 2024,1",
        "place,110000,Beijing,1",
        "offence,theft,Theft,1",
        "offence,drugs,Drugs,1",
    ]


def test_a_offence_without_cases_is_kept_from_search_engines(page):
    assert '<meta name="robots" content="noindex">' in page("/offences/drugs/")

    case(offences=["drugs"])

    assert 'name="robots"' not in page("/offences/drugs/")


@pytest.mark.parametrize(
    "path", ["/offences/murder/", "/offences/%00/", "/offences/murder/figures.csv"]
)
def test_unknown_offences_are_not_found(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("path", "queries"),
    [("/offences/", 2), ("/offences/fraud/", 3), ("/offences/fraud/figures.csv", 4)],
)
def test_the_number_of_queries_is_constant(
    client, django_assert_num_queries, path, queries, number
):
    for code in ["140800", "140802", "110108"][:number]:
        case(code, offences=["fraud"])

    with django_assert_num_queries(queries):
        client.get(path)
