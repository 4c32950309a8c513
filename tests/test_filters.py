"""What a query string means: the cases it keeps, its notices, its addresses."""

from __future__ import annotations

from datetime import date

import pytest
from django.http import QueryDict
from django.utils.translation import override

from cases.filters import CaseFilter
from cases.models import Case
from tests.factories import AmountFactory, BulletinFactory, CaseFactory, region

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


def filters(query: str) -> CaseFilter:
    """The public list of a query string."""
    return CaseFilter(QueryDict(query), Case.objects.published(), path="/")


def titles(query: str) -> list[str]:
    """The titles of the public list of a query string, in its order."""
    return [case.title for case in filters(query).ordered()]


def case(title: str, **fields: object) -> Case:
    """A published case whose text says nothing to search for."""
    return CaseFactory(title=title, text="无。", is_published=True, **fields)


def test_only_published_cases_are_listed():
    case("甲")
    CaseFactory(title="草稿")

    assert titles("") == ["甲"]


def test_a_place_by_slug_or_code_holds_what_lies_in_it():
    case("运城", region=region("140800"))
    case("盐湖", region=region("140802"))
    case("太原", region=region("140100"))
    case("北京", region=region("110000"))

    assert titles("city=yuncheng") == ["盐湖", "运城"]
    assert titles("city=140800") == ["盐湖", "运城"]
    assert titles("city=shanxi") == ["太原", "盐湖", "运城"]
    assert titles("city=yuncheng&city=beijing") == ["北京", "盐湖", "运城"]


def test_a_place_holds_what_was_merged_into_it():
    case("莱芜市", region=region("371200"))  # part of Jinan since 2019
    case("济南", region=region("370100"))

    assert titles("city=jinan") == ["济南", "莱芜市"]
    assert titles("city=laiwu") == ["莱芜市"]
    assert titles("city=shandong") == ["济南", "莱芜市"]


def test_province_only_and_not_stated_are_places_to_choose():
    case("只说省", region=region("140000"))
    case("运城", region=region("140800"))
    case("没说", region=None)

    assert titles("city=shanxi-only") == ["只说省"]
    assert titles("city=none") == ["没说"]
    assert titles("city=none&city=shanxi-only") == ["没说", "只说省"]


def test_a_month_is_the_stated_one():
    case("八月", month=date(2024, 8, 1))
    case("十二月", month=date(2023, 12, 1))
    case("没说", month=None)

    assert titles("month=2024-08") == ["八月"]
    assert titles("month=2023") == ["十二月"]
    assert titles("month=none") == ["没说"]
    assert titles("month=2024&month=none") == ["没说", "八月"]


def test_published_is_the_month_of_the_bulletin():
    case("甲", bulletin=BulletinFactory(published=date(2025, 1, 31)))
    case("乙", bulletin=BulletinFactory(published=date(2025, 2, 1)))

    assert titles("published=2025-02") == ["乙"]
    assert titles("published=2025") == ["乙", "甲"]


def test_an_offence_counts_in_any_position_and_a_case_once():
    case("甲", offences=["fraud", "gambling"])
    case("乙", offences=["theft"])

    assert titles("offence=gambling") == ["甲"]
    assert titles("offence=fraud&offence=gambling") == ["甲"]


def test_outcome_and_campaign():
    case("甲", outcomes=["arrested", "prosecuted"])
    case("乙", bulletin=BulletinFactory(campaign="净网2024"))

    assert titles("outcome=prosecuted&outcome=convicted") == ["甲"]
    assert titles("campaign=净网2024") == ["乙"]


def test_cases_without_an_outcome_are_to_be_chosen():
    case("甲", outcomes=["arrested"])
    case("乙", outcomes=[])
    case("丙", outcomes=["convicted"])

    assert titles("outcome=none&outcome=convicted") == ["丙", "乙"]


def test_a_sum_lies_between_two_numbers_both_included():
    AmountFactory(case=case("甲"), yuan=100_000)
    both = case("乙")
    AmountFactory(case=both, yuan=50_000)
    AmountFactory(case=both, yuan=2_000_000, is_primary=False)
    AmountFactory(case=case("丙"), yuan=None, original="3000美元", currency="USD")

    assert titles("amount_from=100000") == ["乙", "甲"]
    assert titles("amount_to=10万") == ["乙", "甲"]
    assert titles("amount_from=60000&amount_to=1000000") == ["甲"]  # no sum of 乙
    assert titles("amount_from=1 million&amount_to=¥60,000") == ["甲"]


def test_people_lie_between_two_numbers():
    case("甲", people=1)
    case("乙", people=53, coercive=28)
    case("丙", people=None)

    assert titles("people_from=2") == ["乙"]
    assert titles("people_from=1&people_to=53") == ["乙", "甲"]
    assert titles("people_from=9999999999") == ["丙", "乙", "甲"]  # no such number


def test_a_range_is_one_chip_and_stands_in_the_address_in_digits():
    one = filters("amount_from=10万&amount_to=1.5亿&people_to=3&people_from=3&q=x")

    assert one.arguments.url == (
        "/?q=x&amount_from=100000&amount_to=150000000&people_from=3&people_to=3"
    )
    assert [(chip.facet, chip.label, chip.url) for chip in one.chips[1:]] == [
        (
            "Sum of money",
            "CN¥100,000 to CN¥150 million",
            "/?q=x&people_from=3&people_to=3",
        ),
        ("People", "3 people", "/?q=x&amount_from=100000&amount_to=150000000"),
    ]


def test_filters_narrow_each_other():
    case("甲", region=region("140800"), offences=["fraud"])
    case("乙", region=region("140800"), offences=["theft"])

    assert titles("city=yuncheng&offence=fraud&q=甲") == ["甲"]
    assert titles("city=yuncheng&offence=fraud&q=乙") == []


@pytest.mark.parametrize(
    ("query", "notices"),
    [
        (
            "city=yuncheng&city=atlantis&city=%00",
            ["Place: unknown and left out: atlantis, \N{REPLACEMENT CHARACTER}"],
        ),
        (
            "month=2024-13&month=2024-8&month=0000",
            ["Month: unknown and left out: 2024-13, 2024-8, 0000"],
        ),
        ("published=none", ["Bulletin published: unknown and left out: none"]),
        ("offence=murder", ["Offence: unknown and left out: murder"]),
        ("outcome=%00", ["Outcome: unknown and left out: \N{REPLACEMENT CHARACTER}"]),
        ("campaign=" + "x" * 41, [f"Campaign: unknown and left out: {'x' * 40}…"]),
        (
            "amount_from=many&amount_to=-5",
            ["Sum of money: unknown and left out: many, -5"],
        ),
        ("people_from=2.5", ["People: unknown and left out: 2.5"]),
        ("sort=oldest", ["The order asked for is unknown."]),
        ("q=%25_", ["“%_” has no letter or digit to search for."]),
        (
            "q=" + "骗" * 300,
            ["The search was shortened to 200 characters and 10 words."],
        ),
        ("q=运城", ["运城: also as a place (Yuncheng, Shanxi)"]),
        ("q=帮信", ["帮信: also as an offence (Assisting information-network crime)"]),
        ("q=芯片&city=yuncheng&month=2024", []),
    ],
)
def test_the_page_says_how_it_read_its_address(query, notices):
    assert filters(query).notices == notices


def test_unknown_values_are_dropped_and_the_good_ones_kept():
    case("甲", region=region("140800"))
    case("乙", region=region("110000"))

    assert titles("city=yuncheng&city=atlantis") == ["甲"]
    assert titles("city=atlantis") == ["乙", "甲"]


def test_what_cannot_be_printed_is_no_error():
    names = (
        "q",
        "city",
        "month",
        "published",
        "offence",
        "outcome",
        "campaign",
        "sort",
    )
    broken = {name: ["\udc80\x00x"] for name in names if name not in ("q", "sort")}

    one = CaseFilter(
        broken | {"q": "\udc80\x00x", "sort": "\udc80"},
        Case.objects.published(),
        path="/",
    )

    assert list(one.ordered()) == []
    assert one.arguments.url == "/?q=x"
    assert len("".join(one.notices).encode()) > 0


def test_one_list_has_one_address():
    one = filters("offence=theft&offence=fraud&city=140800&q= 芯片 &page=3&sort=&x=y")

    assert one.arguments.url == (
        "/?q=%E8%8A%AF%E7%89%87&city=yuncheng&offence=fraud&offence=theft"
    )


def test_each_chip_takes_out_one_value_and_goes_to_the_first_page():
    chips = filters("q=芯片&city=yuncheng&city=beijing&sort=added&page=4").chips

    assert [(chip.facet, chip.label, chip.url) for chip in chips] == [
        ("Search", "芯片", "/?city=beijing&city=yuncheng&sort=added"),
        ("Place", "Beijing", "/?q=%E8%8A%AF%E7%89%87&city=yuncheng&sort=added"),
        ("Place", "Yuncheng", "/?q=%E8%8A%AF%E7%89%87&city=beijing&sort=added"),
    ]


def test_the_orders():
    early = BulletinFactory(published=date(2025, 1, 1))
    late = BulletinFactory(published=date(2025, 3, 1))
    undated = BulletinFactory(published=None)
    case("甲", bulletin=late, month=date(2024, 1, 1))
    case("乙", bulletin=early, month=date(2024, 9, 1))
    case("丙", bulletin=undated, month=date(2024, 5, 1))
    Case.objects.filter(title="丙").update(published_at="2026-01-01T00:00Z")

    assert titles("") == ["乙", "丙", "甲"]
    assert titles("sort=published") == ["甲", "乙", "丙"]
    assert titles("sort=added") == ["丙", "乙", "甲"]


def test_relevance_needs_words():
    assert filters("sort=relevance").order == ""
    assert filters("sort=relevance&q=芯片").order == "relevance"


def test_the_ways_out_of_an_empty_list():
    case("甲", region=region("140800"), offences=["fraud"])
    case("乙", region=region("140800"), offences=["fraud"])
    case("丙", region=region("110000"), offences=["theft"])

    ways = filters("city=yuncheng&offence=theft").way_out()

    assert [(chip.facet, chip.label, chip.url, count) for chip, count in ways] == [
        ("Offence", "Theft", "/?city=yuncheng", 2),
        ("Place", "Yuncheng", "/?offence=theft", 1),
    ]


@pytest.mark.parametrize(
    ("language", "notices"),
    [
        ("zh-hans", ["“wuxi”也按地名查找（江苏省无锡市、重庆市巫溪县）"]),
        ("en", ["wuxi: also as a place (Wuxi, Jiangsu; Wuxi County (Chongqing))"]),
    ],
)
def test_several_places_are_parted_as_the_language_does(language, notices):
    with override(language):
        assert filters("q=wuxi").notices == notices
