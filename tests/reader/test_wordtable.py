"""Many patterns found at once give what each would find alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.reader.wordtable import WordTable, beginnings, branches, guarded

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
    ("words", "expected"),
    [
        ("诈骗", "诈骗"),
        ("(?:跨境)?网赌", "跨境 网赌"),
        ("(?<!反)诈骗", "诈骗"),
        ("了?骗钱", "了骗 骗钱"),
        ("[贩倒]卖", "贩卖 倒卖"),
        ("[甲1-3]案", "甲案 1案 2案 3案"),
        ("\\d名", " ".join(f"{digit}名" for digit in range(10))),
        ("(?P<gain>获利|牟利)", "获利 牟利"),
        ("(?:的){0,2}罪", "的的 的罪 罪"),
        # Where a match may end, or anything may follow, one character is certain.
        ("赌(?=球)", "赌"),
        ("赌[^，]{0,4}球", "赌 赌球"),
        ("赌.球", "赌"),
        ("赌\\.", "赌."),
        ("哈+", "哈 哈哈"),
    ],
)
def test_beginnings(words, expected):
    assert beginnings(words) == set(expected.split())


@pytest.mark.parametrize("words", ["", "(?:甲)?", "[^甲]乙", ".甲"])
def test_a_pattern_without_a_certain_beginning_is_refused(words):
    with pytest.raises(ValueError, match=r"can be|begin"):
        beginnings(words)


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
