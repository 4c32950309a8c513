"""Many patterns found at once give what each would find alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.reader.wordtable import WordTable, branches, first_characters, guarded

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
        ("[甲1-3]案", "甲123"),
        ("\\d名", "0123456789"),
        ("(?P<gain>获利|牟利)", "获牟"),
        ("(?:的){0,2}罪", "的罪"),
    ],
)
def test_first_characters(words, firsts):
    assert first_characters(words) == set(firsts)


@pytest.mark.parametrize("words", ["", "(?:甲)?", "[^甲]乙", ".甲"])
def test_a_pattern_without_a_certain_beginning_is_refused(words):
    with pytest.raises(ValueError, match=r"can be|begin"):
        first_characters(words)


@given(st.text(alphabet="诈骗取走钱赌博团伙反网线上，", max_size=30))
def test_a_guarded_pattern_finds_the_same(text):
    for words in PATTERNS.values():
        plain = [match.span() for match in re.finditer(words, text)]
        assert [match.span() for match in re.finditer(guarded(words), text)] == plain


def test_a_guarded_verbose_pattern_keeps_its_comments_and_sets_with_blanks():
    words = """
        # fraud (in words) | and more
        (?:电信)?诈骗 | [ 网]赌  # gambling
    """
    pattern = re.compile(guarded(words, is_verbose=True), re.VERBOSE)

    assert pattern.findall("电信诈骗、网赌 赌、诈骗") == [
        "电信诈骗",
        "网赌",
        " 赌",
        "诈骗",
    ]
