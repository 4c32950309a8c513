"""How numbers, months and places are written in both languages."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils.translation import override

from cases import display
from cases.models import Amount, Case, Region


@pytest.mark.parametrize(
    ("yuan", "chinese", "english"),
    [
        (0, "0元", "CN¥0"),
        (720, "720元", "CN¥720"),
        (9_999, "9999元", "CN¥9,999"),
        (10_000, "1万元", "CN¥10,000"),
        (278_000, "27.8万元", "CN¥278,000"),
        (1_234_567, "123.4567万元", "CN¥1,234,567"),
        (10_000_000, "1000万元", "CN¥10 million"),
        (150_000_000, "1.5亿元", "CN¥150 million"),
        (3_050_000_000, "30.5亿元", "CN¥3.05 billion"),
        (123_456_789, "12345.6789万元", "CN¥123,456,789"),
    ],
)
def test_sums_are_exact_and_short(yuan, chinese, english):
    with override("zh-hans"):
        assert display.yuan(yuan) == chinese
    with override("en"):
        assert display.yuan(yuan) == english


@pytest.mark.parametrize(
    ("qualifier", "written"),
    [
        ("exact", "CN¥10 million"),
        ("about", "about CN¥10 million"),
        ("at-least", "more than CN¥10 million"),
        ("nearly", "nearly CN¥10 million"),
    ],
)
def test_a_sum_says_how_exact_it_is(qualifier, written):
    with override("en"):
        amount = Amount(kind="involved", yuan=10_000_000, qualifier=qualifier)
        assert display.amount(amount) == written


@pytest.mark.parametrize(
    ("yuan", "written"),
    [
        (700_000, "70余万元"),
        (10_000_000, "1000余万元"),
        (100_000_000, "1亿余元"),
        (160_000, "16万余元"),
        (150_000_000, "1.5亿余元"),
        (500, "500余元"),
        (720, "720余元"),
        (725, "超过725元"),
    ],
)
def test_more_than_a_sum_stands_where_chinese_puts_it(yuan, written):
    with override("zh-hans"):
        amount = Amount(kind="involved", yuan=yuan, qualifier="at-least")
        assert display.amount(amount) == written


def test_a_sum_in_another_currency_stays_as_printed():
    amount = Amount(kind="gain", original="300余万美元", currency="USD")

    assert display.amount(amount) == "300余万美元"


def test_head_counts():
    with override("en"):
        assert display.people(1) == "1 person"
        assert display.people(53) == "53 people"
        assert display.people(30, "nearly") == "nearly 30 people"
    with override("zh-hans"):
        assert display.people(30, "at-least") == "30余人"
        assert display.people(53, "at-least") == "超过53人"


def test_months_and_days():
    with override("zh-hans"):
        assert display.month(date(2024, 8, 1)) == "2024年8月"
        assert display.day(date(2025, 2, 10)) == "2025年2月10日"
        assert display.year(2024) == "2024年"
    with override("en"):
        assert display.month(date(2024, 8, 1)) == "August 2024"
        assert display.day(date(2025, 2, 10)) == "10 February 2025"
        assert display.year(2024) == "2024"


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        ((2022, 11, "month"), (2023, 5, "month"), "November 2022 to May 2023"),
        ((2021, 1, "year"), None, "from 2021"),
        (None, (2023, 5, "month"), "until May 2023"),
        ((2023, 5, "month"), (2023, 5, "month"), "May 2023"),
        ((2021, 1, "year"), (2023, 1, "year"), "2021 to 2023"),
    ],
)
def test_periods(start, end, written):
    case = Case()
    for name, value in (("from", start), ("to", end)):
        if value:
            setattr(case, f"occurred_{name}", date(value[0], value[1], 1))
            setattr(case, f"occurred_{name}_precision", value[2])

    with override("en"):
        assert display.period(case) == written


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("code", "place", "full", "english"),
    [
        ("140800", "运城市", "山西省运城市", "Yuncheng, Shanxi"),
        (
            "140802",
            "运城市盐湖区",
            "山西省运城市盐湖区",
            "Yanhu District (Yuncheng, Shanxi)",
        ),
        ("110108", "北京市海淀区", "北京市海淀区", "Haidian District (Beijing)"),
        ("110000", "北京市", "北京市", "Beijing"),
        ("140000", "山西省", "山西省", "Shanxi"),
        ("429004", "仙桃市", "湖北省仙桃市", "Xiantao, Hubei"),
    ],
)
def test_places(code, place, full, english):
    region = Region.objects.get(code=code)

    with override("zh-hans"):
        assert (display.place(region), display.full_place(region)) == (place, full)
    with override("en"):
        assert display.full_place(region) == english


@pytest.mark.parametrize(
    ("outcomes", "standing"),
    [
        (["arrested", "convicted"], "Convicted at first instance"),
        (["criminal-coercive", "prosecuted"], "Prosecuted"),
        (["arrested", "criminal-coercive"], "Criminal suspects"),
        (["administrative-detention"], "Administrative offenders"),
        (["arrested"], "Persons dealt with"),
        ([], "Persons dealt with"),
    ],
)
def test_people_are_called_by_the_furthest_outcome(outcomes, standing):
    with override("en"):
        assert display.standing(Case(outcomes=outcomes)) == standing
