"""Facets: options with their counts, what is chosen, and where each leads."""

from __future__ import annotations

from datetime import date

import pytest
from django.http import QueryDict
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from cases.facet_options import Bar, Facet, Option
from cases.facets import facets, month_facet
from cases.filters import CaseFilter
from cases.models import Case, Region
from cases.place_facet import city_facet
from cases.range_facets import amount_facet, people_facet, range_facets
from tests.factories import (
    AmountFactory,
    BulletinFactory,
    CaseFactory,
    CopyFactory,
    region,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


def filters(query: str) -> CaseFilter:
    """The public list of a query string."""
    return CaseFilter(QueryDict(query), Case.objects.published(), path="/")


def outline(options: tuple[Option, ...]) -> list[object]:
    """Options as "label count", a chosen one with *, each before those within it."""
    lines: list[object] = []
    for option in options:
        mark = "*" if option.is_chosen else ""
        lines.append(f"{mark}{option.label} {option.count}")
        if option.options:
            lines.append(outline(option.options))
    return lines


def everything(facet: Facet) -> list[Option]:
    """All options of a facet, those within others too."""
    found = []
    waiting = [
        *facet.options,
        *(one for group in facet.groups for one in group.options),
    ]
    while waiting:
        option = waiting.pop(0)
        found.append(option)
        waiting += option.options
    return found


def case(code: str | None, **fields: object) -> Case:
    """A published case of a division."""
    return CaseFactory(
        region=region(code) if code else None, is_published=True, **fields
    )


def test_places_are_a_tree_with_what_lies_below_counted():
    case("140800")
    case("140802")
    case("140100")
    case("140000")
    case("110108")
    case(None)

    assert outline(city_facet(filters("")).options) == [
        "Shanxi 4",
        ["Yuncheng 2", "Taiyuan 1", "Province only 1"],
        "Beijing 1",
        ["Haidian District 1"],
        "Not stated 1",
    ]


def test_counties_show_once_their_city_is_chosen():
    case("140802")

    facet = city_facet(filters("city=yuncheng"))

    assert outline(facet.options) == [
        "Shanxi 1",
        ["*Yuncheng 1", ["Yanhu District 1"]],
    ]


@pytest.fixture
def many_places() -> None:
    """A case in more cities than are listed at once; Yuncheng and Taiyuan have two."""
    cities = Region.objects.filter(level="city", valid_to=None).order_by("code")[:70]
    for one in [*cities, region("140800"), region("140100")]:
        CaseFactory(region=one, is_published=True)


def test_of_many_places_the_cities_beside_a_choice_are_listed(many_places):
    facet = city_facet(filters("city=yuncheng"))
    cut = [option.label for option in facet.options if option.is_cut]

    [listed] = [option for option in facet.options if option.options]
    assert listed.label == "Shanxi"
    assert outline(listed.options)[:3] == [
        "Taiyuan 2",
        "*Yuncheng 2",
        "Changzhi 1",
    ]
    assert "Hebei" in cut
    assert len(cut) == len(facet.options) - 1
    assert facet.is_searchable
    assert facet.whole_url == "/en/places/?city=yuncheng"


def test_the_whole_facet_lists_many_places_with_the_same_counts(many_places):
    cut = city_facet(filters(""))
    whole = city_facet(filters(""), is_whole=True)

    assert [(one.label, one.count, one.url) for one in whole.options] == [
        (one.label, one.count, one.url) for one in cut.options
    ]
    assert sum(len(one.options) for one in whole.options) == 70
    assert whole.whole_url == ""


def test_an_abolished_place_counts_for_what_took_its_place():
    case("371200")  # Laiwu, part of Jinan since 2019

    facet = city_facet(filters("city=jinan"))

    assert outline(facet.options) == ["Shandong 1", ["*Jinan 1", ["Laiwu 1"]]]


def test_choosing_a_child_drops_what_it_lies_in_and_the_other_way_round():
    case("140802")
    case("140000")

    def urls(query: str) -> dict[str, str]:
        return {one.value: one.url for one in everything(city_facet(filters(query)))}

    assert urls("city=shanxi")["yuncheng"] == "/?city=yuncheng"
    assert urls("city=shanxi")["shanxi-only"] == "/?city=shanxi-only"
    assert urls("city=yuncheng&city=shanxi-only")["shanxi"] == "/?city=shanxi"
    assert urls("city=yuncheng")["yanhu-qu"] == "/?city=yanhu-qu"
    assert urls("city=yanhu-qu&month=2024")["yuncheng"] == "/?city=yuncheng&month=2024"
    assert urls("city=yuncheng")["yuncheng"] == "/"


def test_months_stand_under_their_years_with_bars():
    case("140800", month=date(2024, 8, 1))
    case("140800", month=date(2024, 8, 1))
    case("140800", month=date(2024, 1, 1))
    case("140800", month=date(2023, 12, 1))
    case("140800", month=None)

    facet = month_facet(filters(""))

    assert outline(facet.options) == [
        "2024 3",
        ["August 2024 2", "January 2024 1"],
        "2023 1",
        ["December 2023 1"],
        "Not stated 1",
    ]
    assert [bar for bar in facet.options[0].bars if bar.height] == [
        Bar(x=0, height=10),
        Bar(x=56, height=20),
    ]


def test_of_many_months_those_of_a_year_with_a_choice_are_listed():
    bulletin = BulletinFactory()
    copy = CopyFactory(bulletin=bulletin)
    for at in range(120):
        month = date(2015 + at // 12, 1 + at % 12, 1)
        CaseFactory(bulletin=bulletin, copy=copy, month=month, is_published=True)
    query = "city=yuncheng&month=2024-08&offence=system-sabotage"

    cut = month_facet(filters(query))
    whole = month_facet(filters(query), is_whole=True)

    assert [len(option.options) for option in cut.options] == [12, *[0] * 9]
    assert [option.is_cut for option in cut.options] == [False, *[True] * 9]
    assert cut.whole_url == f"/en/months/?{query}"
    assert [len(option.options) for option in whole.options] == [12] * 10
    assert whole.whole_url == month_facet(filters("")).whole_url == ""
    assert [(one.label, one.count, one.url) for one in cut.options] == [
        (one.label, one.count, one.url) for one in whole.options
    ]


def test_a_year_takes_the_place_of_its_months():
    case("140800", month=date(2024, 8, 1))
    case("140800", month=date(2024, 9, 1))

    year = month_facet(filters("month=2024-08")).options[0]
    within = month_facet(filters("month=2024")).options[0].options

    assert year.url == "/?month=2024"
    assert [option.url for option in within] == ["/?month=2024-09", "/?month=2024-08"]


def test_a_facet_leaves_out_its_own_filter_and_obeys_the_others():
    case("140800", offences=["fraud"])
    case("140800", offences=["theft", "fraud"])
    case("110000", offences=["fraud"])
    case("110000", offences=["gambling"])

    shown = {
        facet.name: facet for facet in facets(filters("city=beijing&offence=fraud"))
    }

    assert outline(shown["city"].options) == ["Shanxi 2", ["Yuncheng 2"], "*Beijing 1"]
    assert [
        (group.label, outline(group.options)) for group in shown["offence"].groups
    ] == [
        ("Property", ["*Fraud (including telecom and online fraud) 1"]),
        ("Public order", ["Online gambling; running a gambling house 1"]),
    ]


def test_a_chosen_option_stays_at_0():
    case("140800", offences=["fraud"], outcomes=["arrested"], month=date(2024, 8, 1))

    shown = {
        facet.name: outline(facet.options)
        for facet in facets(
            filters("city=beijing&month=2020-03&outcome=convicted&offence=theft")
        )
    }

    assert shown["city"] == ["*Beijing 0"]
    assert shown["month"] == ["2020 0", ["*March 2020 0"]]
    assert shown["outcome"] == ["*convicted 0"]


def test_outcomes_and_campaigns_count_cases():
    bulletin = BulletinFactory(campaign="净网2024")
    case("140800", bulletin=bulletin, outcomes=["arrested", "prosecuted"])
    case("140800", bulletin=bulletin, outcomes=["arrested"])
    case("140800", outcomes=[])

    shown = {facet.name: outline(facet.options) for facet in facets(filters(""))}

    assert shown["outcome"] == ["caught 2", "prosecuted 1", "Not stated 1"]
    assert shown["campaign"] == ["净网2024 2"]


def test_a_place_is_found_by_its_names_in_either_language():
    """Less those that its label and its slug contain: a page has hundreds."""
    case("650100")
    case("361000")

    def names() -> dict[str, str]:
        return {one.value: one.names for one in everything(city_facet(filters("")))}

    with override("zh-hans"):
        assert names() == {
            "xinjiang": "新疆生产建设兵团|新疆兵团",
            "urumqi": "wulumuqi",
            "jiangxi": "",
            "jiangxi-fuzhou": "",
        }
    assert names() == {
        "xinjiang": "新疆维吾尔自治区|新疆生产建设兵团|新疆兵团",
        "urumqi": "乌鲁木齐市|wulumuqi",
        "jiangxi": "江西省",
        "jiangxi-fuzhou": "抚州市",
    }


def test_sums_are_thresholds_with_the_cases_that_state_none():
    both = case("140800")
    AmountFactory(case=both, yuan=50_000)
    AmountFactory(case=both, yuan=20_000_000, is_primary=False)
    AmountFactory(case=case("140800"), yuan=100_000)
    case("140800")

    facet = amount_facet(filters("city=shanxi&amount_from=100万"))

    assert facet
    assert outline(facet.options) == [
        "up to CN¥100,000 2",
        "CN¥100,000 or more 2",
        "*CN¥1 million or more 1",
        "CN¥10 million or more 1",
    ]
    assert [option.url for option in facet.options[1:3]] == [
        "/?city=shanxi&amount_from=100000",
        "/?city=shanxi",
    ]
    assert facet.note == "1 of 3 cases states no sum."
    assert (facet.start, facet.end) == ("1000000", "")
    assert facet.kept == (("city", "shanxi"),)


def test_head_counts_stand_side_by_side():
    for people in (1, 2, 9, 120, None, None):
        case("140800", people=people)

    facet = people_facet(filters(""))

    assert facet
    assert outline(facet.options) == [
        "1 person 1",
        "2 to 9 people 2",
        "50 people or more 1",
    ]
    assert facet.options[1].url == "/?people_from=2&people_to=9"
    assert facet.note == "2 of 6 cases state no number of people."


def test_a_range_that_no_case_has_a_number_for_is_not_shown():
    case("140800")

    assert range_facets(filters("")) == []
    assert [one.name for one in range_facets(filters("people_from=3"))] == ["people"]


def test_a_facet_without_options_is_not_shown():
    case("140800", offences=[], outcomes=[])

    assert [facet.name for facet in facets(filters(""))] == ["city", "month"]


def test_facets_of_an_empty_catalogue():
    assert facets(filters("")) == []


CODES = st.sampled_from(["140000", "140800", "140802", "110108", "371200", None])
MONTHS = st.sampled_from([date(2024, 8, 1), date(2024, 9, 1), date(2023, 1, 1), None])
OFFENCES = st.lists(
    st.sampled_from(["fraud", "theft", "gambling"]), unique=True, max_size=2
)
QUERIES = st.lists(
    st.sampled_from(
        [
            "city=shanxi",
            "city=yuncheng",
            "city=shanxi-only",
            "city=jinan",
            "city=none",
            "month=2024",
            "month=2023-01",
            "month=none",
            "offence=fraud",
            "offence=theft",
            "outcome=none",
            "outcome=arrested",
            "people_from=2&people_to=9",
            "amount_from=100000",
        ]
    ),
    unique=True,
    max_size=4,
).map("&".join)


class TestCountsAgainstLists(TestCase):
    """The count beside an option is the length of the list that it leads to."""

    @given(st.lists(st.tuples(CODES, MONTHS, OFFENCES), max_size=6), QUERIES)
    @settings(max_examples=25, deadline=None)
    def test_each_option(self, rows, query):
        bulletin = BulletinFactory()
        copy = CopyFactory(bulletin=bulletin)
        for code, month, offences in rows:
            one = case(
                code,
                month=month,
                offences=offences,
                outcomes=["arrested"] if month else [],
                people=len(offences) or None,
                bulletin=bulletin,
                copy=copy,
            )
            for kind in offences[:1]:
                AmountFactory(case=one, yuan=100_000 * len(kind))

        for ranges in range_facets(filters(query)):
            for option in ranges.options:
                start, _, end = option.value.partition("-")
                asked = filters(query).arguments.replaced(
                    ranges.from_name, [start] if start else []
                )
                asked = asked.replaced(ranges.to_name, [end] if end else [])
                assert option.count == filters(asked.query).narrowed().count()
        for facet in facets(filters(query)):
            for option in everything(facet):
                alone = filters(query).arguments.replaced(facet.name, [option.value])
                listed = filters(alone.query).narrowed()
                assert option.count == listed.count(), (facet.name, option.value)
