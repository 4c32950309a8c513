"""What is typed into a case's fields, as values."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from cases.forms.fields import (
    AmountsField,
    MonthField,
    NamesField,
    OffencesField,
    read_sum,
    written_sum,
)


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        ("", None),
        ("2024-08", "2024-08"),
        ("2024/8", "2024-08"),
        ("2024.8", "2024-08"),
        ("2024年8月", "2024-08"),
        (" 2024-12 ", "2024-12"),
    ],
)
def test_a_month_is_understood_in_its_common_forms(typed, month):
    assert MonthField().clean(typed) == month


@pytest.mark.parametrize("typed", ["2024", "2024-13", "2024-00", "八月", "0000-01"])
def test_what_is_no_month_is_refused(typed):
    with pytest.raises(ValidationError):
        MonthField().clean(typed)


def test_a_year_may_stand_where_a_month_is_not_known():
    assert MonthField(or_year=True).clean("2023年") == "2023"
    assert MonthField(or_year=True).clean("2023-05") == "2023-05"


def test_names_are_parted_by_commas_of_either_kind():
    typed = "于某某、石某，张×,于某某;\n李某"

    assert NamesField(max_length=100).clean(typed) == ["于某某", "石某", "张×", "李某"]


def test_a_whole_sentence_is_no_name():
    with pytest.raises(ValidationError):
        NamesField(max_length=100).clean("某" * 61)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "slugs"),
    [
        ([], []),
        (["", " "], []),
        (["fraud", "诈骗", "Theft"], ["fraud", "theft"]),
        (
            ["侵犯公民个人信息", "帮信"],
            ["personal-information", "aiding-network-crime"],
        ),
    ],
)
def test_offences_are_named_in_either_language_by_alias_or_slug(typed, slugs):
    assert OffencesField().clean(typed) == slugs


@pytest.mark.django_db
def test_an_unknown_offence_is_refused():
    with pytest.raises(ValidationError):
        OffencesField().clean(["拒绝早起"])


@pytest.mark.parametrize(
    ("typed", "yuan"),
    [
        ("1.5亿元", 150_000_000),
        ("1000万", 10_000_000),
        ("27.8万元", 278_000),
        ("3,500", 3500),
        ("￥20", 20),
        ("3千", 3000),
        ("0", 0),
        ("300美元", None),
        ("many", None),
        ("1.2.3", None),
        ("99999999999亿", None),
    ],
)
def test_sums(typed, yuan):
    assert read_sum(typed) == yuan


@given(st.integers(0, 10**13))
def test_a_sum_is_written_so_that_it_is_read_the_same(yuan):
    assert read_sum(written_sum(yuan)) == yuan


def rows(*typed: tuple[str, str, str, str]):
    """Rows of kind, qualifier, sum and currency, as a form sends them."""
    data = QueryDict(mutable=True)
    for row in typed:
        for part, value in zip(AmountsField.widget.parts, row, strict=True):
            data.appendlist(f"amount-{part}", value)
    return AmountsField.widget().value_from_datadict(data, {}, "amount")


def test_amounts_keep_their_order_and_empty_rows_fall_away():
    typed = rows(
        ("involved", "at-least", "200万", "CNY"),
        ("gain", "exact", "300", "usd"),
        ("loss", "exact", " ", "CNY"),
    )

    assert AmountsField().clean(typed) == [
        {
            "kind": "involved",
            "yuan": 2_000_000,
            "original": "",
            "currency": "CNY",
            "qualifier": "at-least",
        },
        {
            "kind": "gain",
            "yuan": None,
            "original": "300",
            "currency": "USD",
            "qualifier": "exact",
        },
    ]


@pytest.mark.parametrize(
    "row",
    [
        ("bribe", "exact", "5", "CNY"),
        ("gain", "roughly", "5", "CNY"),
        ("gain", "exact", "many", "CNY"),
        ("gain", "exact", "5", "元"),
    ],
)
def test_an_amount_that_makes_no_sense_is_refused(row):
    with pytest.raises(ValidationError):
        AmountsField().clean(rows(row))
