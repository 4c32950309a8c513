"""Many patterns found at once give what each would find alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.reader.wordtable import WordTable, branches, first_characters

PATTERNS = {
    "fraud": "诈骗(?!团)|(?:骗取|骗走)[^，]{0,3}?钱",
    "gang": "(?:诈骗|赌博)?团伙",
    "play": "(?<!反)赌博|[网线]上赌",
}
TABLE = WordTable(PATTERNS.items())


@given(st.text(alphabet="诈骗取走钱赌博团伙反网线上，", max_size=30))
def test_it_finds_what_each_pattern_finds_alone(text):
    alone = {
        key: [match.span() for match in re.finditer(words, text)]
        for key, words in PATTERNS.items()
    }
    together = {
        key: [(start, end) for found, start, end in TABLE.find(text) if found == key]
        for key in PATTERNS
    }
    assert together == alone


def test_branches_are_those_of_the_outermost_alternation():
    assert branches("甲|(?:乙|丙)丁|[戊|]己") == ["甲", "(?:乙|丙)丁", "[戊|]己"]


@pytest.mark.parametrize(
    ("words", "firsts"),
    [
        ("诈骗", "诈"),
        ("(?:跨境)?网赌", "跨网"),
        ("(?<!反)诈骗", "诈"),
        ("了?骗", "了骗"),
        ("[贩倒]卖", "贩倒"),
        ("(?:的){0,2}罪", "的罪"),
    ],
)
def test_first_characters(words, firsts):
    assert first_characters(words) == set(firsts)


@pytest.mark.parametrize("words", ["", "(?:甲)?", "[^甲]乙", ".甲"])
def test_a_pattern_without_a_certain_beginning_is_refused(words):
    with pytest.raises(ValueError, match=r"can be|begin"):
        first_characters(words)
