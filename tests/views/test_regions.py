"""Pages of places: the grid of provinces, the cities by rank, each division."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.factories import BulletinFactory, CaseFactory, region
from tests.views.test_list import visible

pytestmark = pytest.mark.django_db


def case(code: str | None = "140800", **fields):
    """A published case of a division, or of none."""
    return CaseFactory(
        region=region(code) if code else None, is_published=True, **fields
    )


def test_every_province_is_a_tile_with_its_cases(page):
    case("140800")
    case("140000")
    case("110108")

    html = page("/en/regions/")

    assert "Shanxi SX 2 cases Hebei HE 0 cases Tianjin TJ 0 cases" in visible(html)
    assert html.count('<li class="column-') == 34
    assert '<li class="column-4 row-3 shade-4"><a href="/en/regions/shanxi/">' in html


def test_provinces_and_cities_are_ranked_beside_the_grid(page):
    case("140802")
    case("140800")
    case("140000")
    case("110108")
    case(None)

    words = visible(page("/en/regions/"))

    assert "Province Cases Shanxi 3 Beijing 1" in words
    assert "3 of 5 cases name a city or a place in one." in words
    assert "City Cases Yuncheng 2 Beijing 1" in words
    assert "Place not stated 1 case" in words


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("运城", "Yuncheng Shanxi 2 cases"),
        ("yanhu", "Yanhu District Shanxi Yuncheng 1 case"),
        ("SHAN XI", "Shanxi 3 cases"),
    ],
)
def test_a_place_is_found_by_name(page, words, found):
    case("140802")
    case("140800")
    case("140000")

    html = page("/en/regions/", find=words)
    places = re.findall("<li>(.*?)</li>", html.partition("found-head")[2], re.S)

    assert visible(places[0]) == found
    assert '<meta name="robots" content="noindex">' in html


@pytest.mark.parametrize("words", ["no such place", "!!", "100%"])
def test_a_name_that_no_place_has_leads_on(page, words):
    case("140800")

    html = page("/en/regions/", find=words)

    assert f"0 places have “{words}” in their names Try fewer characters" in visible(
        html
    )


def test_the_places_of_an_empty_catalogue_say_so(page):
    assert "No case has been published here yet." in visible(page("/en/regions/"))


def test_a_place_has_its_months_with_the_unstated_told(page):
    case("140800", month=date(2024, 8, 1))
    case("140802", month=date(2024, 8, 1))
    case("140800", month=date(2023, 1, 1))
    case("140800", month=None)

    html = page("/en/regions/yuncheng/")
    words = visible(html)

    assert "Places Shanxi Yuncheng 运城市 4 cases from 4 bulletins" in words
    assert "Months in which the authorities acted, 2023 to 2024" in words
    assert (
        "3 of 4 cases state the month. The most in one month: 2 cases, August 2024."
    ) in words
    assert "2024 0 0 0 0 0 0 0 2 0 0 0 0 2 2023 1 0 0" in words
    assert "Month not stated 1 case" in words
    assert 'href="/en/?city=yuncheng&amp;month=2024-08"' in html
    assert "August 2024: 2 cases" in html


def test_a_place_without_months_says_so(page):
    case(month=None)

    words = visible(page("/en/regions/yuncheng/"))

    assert "The case here does not state its month." in words


def test_a_place_has_its_offences_and_cases_and_what_lies_in_it(page):
    case("140800", title="城里", offences=["fraud"])
    case("140802", title="区里", offences=["fraud", "theft"])
    case("110000", title="别处")

    html = page("/en/regions/yuncheng/")
    words = visible(html)

    assert "Offence Cases Fraud (including telecom and online fraud) 2 Theft 1" in words
    assert 'href="/en/?city=yuncheng&amp;offence=theft"' in html
    assert "Cases in Yuncheng by place Place Cases Yanhu District 1" in words
    assert "1 of its 13 divisions has cases here." in words
    assert "1 case names Yuncheng and nothing more exact." in words
    assert "城里" in words
    assert "区里" in words
    assert "别处" not in words


def test_a_case_that_search_engines_shall_not_show_is_not_on_a_page_that_they_do(page):
    case("140800", title="拘留案", noindex=True)
    case("140800", title="判决案")

    words = visible(page("/en/regions/yuncheng/"))

    assert "判决案" in words
    assert "拘留案" not in words
    assert "Show all 2 cases in the list" in words


def test_a_place_leads_to_those_beside_it(page):
    case("140800")
    case("140100")
    case("110000")

    assert "Elsewhere in Shanxi Taiyuan 1 case Authorities" in visible(
        page("/en/regions/yuncheng/")
    )
    assert "Other provinces Beijing 1 case" in visible(page("/en/regions/shanxi/"))


def test_what_an_abolished_place_had_lies_in_its_successor(page):
    case("371202")  # Laicheng of Laiwu; today Laiwu District of Jinan

    words = visible(page("/en/regions/jinan/"))

    assert "1 case from 1 bulletin" in words
    assert "Cases in Jinan by place Place Cases Laiwu District 1" in words


def test_a_code_leads_to_the_place(client):
    response = client.get("/en/regions/140800/")

    assert response.status_code == 301
    assert response.headers["Location"] == "/en/regions/yuncheng/"


def test_an_abolished_place_names_what_took_its_place(page):
    words = visible(page("/en/regions/laiwu/"))

    assert "Abolished in 2018. Today: Jinan" in words
    assert "No published case names this place." in words


def test_the_figures_of_a_place_can_be_downloaded_without_the_samples(client):
    case("140802", offences=["theft"])
    case("140800", month=None, bulletin=BulletinFactory(is_sample=True))

    response = client.get("/en/regions/yuncheng/figures.csv")

    assert response.headers["Content-Disposition"] == (
        'attachment; filename="casebook-yuncheng.csv"'
    )
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert response.content.decode("utf-8-sig").splitlines() == [
        "by,value,name,cases",
        "month,2024-08,August 2024,1",
        "place,140000,Shanxi,1",
        "place,140800,Yuncheng,1",
        "place,140802,Yanhu District,1",
        "offence,theft,Theft,1",
    ]


def test_the_figures_of_all_places_tell_how_many_state_none(client):
    case(None, month=None, offences=["theft"])
    case("110000", month=date(2024, 8, 1), offences=["theft"])

    assert client.get("/regions/figures.csv").content.decode(
        "utf-8-sig"
    ).splitlines() == [
        "by,value,name,cases",
        "month,2024-08,2024年8月,1",
        "month,none,未说明,1",
        "place,110000,北京市,1",
        "place,none,未说明,1",
        "offence,theft,盗窃,2",
    ]


def test_a_place_without_cases_is_kept_from_search_engines(page):
    assert '<meta name="robots" content="noindex">' in page("/regions/yuncheng/")

    case(offences=["drugs"])

    assert 'name="robots"' not in page("/regions/yuncheng/")


@pytest.mark.parametrize(
    "path",
    ["/regions/atlantis/", "/regions/%00/", "/regions/atlantis/figures.csv"],
)
def test_unknown_places_are_not_found(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("path", "queries"),
    [
        ("/regions/", 2),
        ("/regions/shanxi/", 4),
        ("/regions/?find=yun", 3),
        ("/regions/yuncheng/", 4),
        ("/regions/figures.csv", 3),
        ("/regions/yuncheng/figures.csv", 4),
    ],
)
def test_the_number_of_queries_is_constant(
    client, django_assert_num_queries, path, queries, number
):
    for code in ["140800", "140802", "140100", "110108"][: number + 1]:
        case(code, offences=["fraud"])

    with django_assert_num_queries(queries):
        client.get(path)
