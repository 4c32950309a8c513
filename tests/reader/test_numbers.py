"""Numbers as bulletins write them. Each row: words, value, qualifier."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.reader.clean import normalise
from cases.reader.numbers import find_numbers, parse_number, qualifier_after

NUMBERS = [
    # Arabic, with large units
    ("3", 3, "exact"),
    ("1500", 1500, "exact"),
    ("3.8万", 38_000, "exact"),
    ("1.2亿", 120_000_000, "exact"),
    ("1亿5000万", 150_000_000, "exact"),
    ("1万亿", 1_000_000_000_000, "exact"),
    ("5千", 5_000, "exact"),
    ("3百万", 3_000_000, "exact"),
    ("12，345", 12_345, "exact"),
    ("18 964", 18_964, "exact"),
    ("１２０万", 1_200_000, "exact"),
    # Chinese
    ("八", 8, "exact"),
    ("十", 10, "exact"),
    ("十二", 12, "exact"),
    ("两百", 200, "exact"),
    ("二十三", 23, "exact"),
    ("一百零二", 102, "exact"),
    ("一千零五十", 1_050, "exact"),
    ("三万五千", 35_000, "exact"),
    ("三万五", 35_000, "exact"),
    ("一亿二千万", 120_000_000, "exact"),
    ("二〇二四", 2024, "exact"),
    ("三点五万", 35_000, "exact"),
    ("叁拾万", 300_000, "exact"),
    # at least
    ("1000余万", 10_000_000, "at-least"),
    ("10多万", 100_000, "at-least"),
    ("2千余万", 20_000_000, "at-least"),
    ("18万余", 180_000, "at-least"),
    ("1.2亿余", 120_000_000, "at-least"),
    ("千万余", 10_000_000, "at-least"),
    ("两千多", 2_000, "at-least"),
    ("十余", 10, "at-least"),
    ("十几", 10, "at-least"),
    ("百余", 100, "at-least"),
    ("五百余万", 5_000_000, "at-least"),
    ("上亿", 100_000_000, "at-least"),
    ("上千万", 10_000_000, "at-least"),
    ("上百", 100, "at-least"),
    ("超1亿", 100_000_000, "at-least"),
    ("超过300", 300, "at-least"),
    ("逾百", 100, "at-least"),
    ("过亿", 100_000_000, "at-least"),
    ("至少40", 40, "at-least"),
    ("不少于五", 5, "at-least"),
    # nearly, about
    ("近500万", 5_000_000, "nearly"),
    ("将近一百", 100, "nearly"),
    ("不到20", 20, "nearly"),
    ("近亿", 100_000_000, "nearly"),
    ("高达近6000万", 60_000_000, "nearly"),
    ("约300", 300, "about"),
    ("大约十五", 15, "about"),
    ("300左右", 300, "about"),
    # no figure
    ("数十万", None, "exact"),
    ("几千万", None, "exact"),
    ("好几万", None, "exact"),
    ("数百", None, "exact"),
    ("成百上千", None, "exact"),
    ("七八", None, "exact"),
    ("二三十", None, "exact"),
    ("十七八", None, "exact"),
]


@pytest.mark.parametrize(("words", "value", "qualifier"), NUMBERS)
def test_a_number_has_its_value_and_qualifier(words, value, qualifier):
    text = normalise(f"涉案{words}元").text
    [number] = find_numbers(text)
    assert (number.value, number.qualifier, number.end) == (
        value,
        qualifier,
        len(text) - 1,
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("以上3人均已到案", "3"),
        ("当日晚上8时", "8"),
        ("通过3家公司转移", "3"),
        ("在附近2名群众的协助下", "2"),
        ("网上5人", "5"),
        ("最近3天", "3"),
    ],
)
def test_a_character_of_the_word_before_is_no_qualifier(text, words):
    [number] = find_numbers(text)
    assert (text[number.start : number.end], number.qualifier) == (words, "exact")


@pytest.mark.parametrize("text", ["多名嫌疑人", "数名嫌疑人", "若干人", "没有数字"])
def test_words_without_a_numeral_are_no_number(text):
    assert find_numbers(text) == ()


def test_a_qualifier_may_follow_the_unit():
    assert qualifier_after("共50人左右", 4) == ("about", 6)
    assert qualifier_after("共50人到案", 4) is None


@given(st.integers(min_value=0, max_value=10**15))
def test_arabic_numbers_are_exact(number):
    assert parse_number(str(number)) == number


@given(st.text(alphabet="零一二两三十百千万亿点0123456789.余多几上近约数", max_size=40))
def test_no_text_makes_it_raise(text):
    for number in find_numbers(text):
        assert 0 <= number.start < number.end <= len(text)
