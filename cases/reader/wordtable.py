"""Finds many patterns in a text at once, in time linear in its length.

An alternation of a thousand words is tried branch by branch at every character.
Here the characters that a pattern can begin with are worked out first, so that
at most places of a text nothing is tried, and at the others a few patterns only.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

Key = TypeVar("Key")

_SPECIAL = frozenset("()[]|?*+{}.^$\\")


class WordTable(Generic[Key]):
    """Patterns with a key each.

    The patterns use literals, [sets], (?:groups), lookarounds and the quantifiers
    ? * + {m,n}; each must begin with a literal, a set or a group of such.
    """

    def __init__(self, rows: Iterable[tuple[Key, str]]) -> None:
        starts: dict[str, list[tuple[Key, re.Pattern[str]]]] = defaultdict(list)
        # The characters that can follow, by the first; "" where any may.
        seconds: dict[str, set[str]] = defaultdict(set)
        for key, words in rows:
            by_first: dict[str, list[str]] = defaultdict(list)
            for branch in branches(words):
                for beginning in beginnings(branch):
                    seconds[beginning[0]].add(beginning[1:])
                for first in first_characters(branch):
                    by_first[first].append(branch)
            for first, its in by_first.items():
                starts[first].append((key, re.compile("|".join(its))))
        # For each first character, what can follow it (None: anything), whether any
        # pattern matches, and all of them.
        self._starts = {
            first: (
                None if "" in seconds[first] else seconds[first],
                _any_of([pattern for _, pattern in its]),
                its,
            )
            for first, its in starts.items()
        }
        self._places = re.compile(f"[{re.escape(''.join(sorted(starts)))}]")

    def find(self, text: str) -> list[tuple[Key, int, int]]:
        """Each find as key, start, end, by start; those of one key do not overlap.

        >>> table = WordTable([("fraud", "诈骗|骗取"), ("gang", "(?:诈骗)?团伙")])
        >>> table.find("诈骗团伙骗取钱款")
        [('fraud', 0, 2), ('gang', 0, 4), ('fraud', 4, 6)]
        """
        found: list[tuple[Key, int, int]] = []
        ends: dict[Key, int] = {}
        for place in self._places.finditer(text):
            start = place.start()
            following, any_of_them, patterns = self._starts[place.group()]
            if following is not None and text[start + 1 : start + 2] not in following:
                continue
            if not any_of_them.match(text, start):
                continue
            for key, pattern in patterns:
                if start < ends.get(key, 0):
                    continue
                match = pattern.match(text, start)
                if match and match.end() > start:
                    found.append((key, start, match.end()))
                    ends[key] = match.end()
        return found


def _any_of(patterns: list[re.Pattern[str]]) -> re.Pattern[str]:
    """A pattern that matches where any of them does."""
    if len(patterns) == 1:
        return patterns[0]
    return re.compile("|".join(pattern.pattern for pattern in patterns))


# Blanks, line ends and comments, which a verbose pattern does not match; a set
# keeps its blanks.
_LAYOUT = re.compile(r"(?P<kept>\[[^\]]*\]|\\.)|\s+|\#[^\n]*")


def guarded(words: str, *, is_verbose: bool = False) -> str:
    """The same pattern, which looks at one character only where it cannot begin.

    Where each branch begins with a literal ``re`` does so itself, and faster: then
    the pattern is left as it is.

    >>> guarded("网安|(?:刑|经)侦")
    '(?=[刑经网])(?:网安|(?:刑|经)侦)'
    >>> guarded("网安|刑侦")
    '网安|刑侦'
    """
    plain = _LAYOUT.sub(lambda one: one["kept"] or "", words) if is_verbose else words
    ways = branches(plain)
    if all(way[:1] not in _SPECIAL and not _is_optional(way, 1) for way in ways):
        return words
    firsts = set().union(*map(first_characters, ways))
    end = "\n)" if is_verbose else ")"
    return f"(?=[{re.escape(''.join(sorted(firsts)))}])(?:{words}{end}"


def branches(words: str) -> list[str]:
    """The branches of a pattern's outermost alternation.

    >>> branches("诈骗|(?:骗取|骗走)钱")
    ['诈骗', '(?:骗取|骗走)钱']
    """
    found, depth, begin, position = [], 0, 0, 0
    while position < len(words):
        character = words[position]
        if character == "\\":
            position += 1
        elif character == "[":
            position = words.index("]", position + 1)
        elif character == "(":
            depth += 1
        elif character == ")":
            depth -= 1
        elif character == "|" and depth == 0:
            found.append(words[begin:position])
            begin = position + 1
        position += 1
    found.append(words[begin:])
    return found


def beginnings(words: str) -> set[str]:
    """What a match of one branch can begin with: two characters where the first is a
    literal that has another behind it, else one.

    >>> sorted(beginnings("诈[骗取]钱")) == sorted({"诈骗", "诈取"})
    True
    >>> beginnings("[网]上赌博"), beginnings("赌(?=球)")
    ({'网'}, {'赌'})
    """
    first = words[:1]
    if first and first not in _SPECIAL and not _QUANTIFIER.match(words, 1):
        try:
            return {first + second for second in first_characters(words[1:])}
        except ValueError:
            return {first}
    return first_characters(words)


def first_characters(words: str) -> set[str]:
    """The characters that a match of one branch can begin with.

    >>> sorted(first_characters("(?:跨境)?[网线]上赌博")) == sorted("跨网线")
    True
    >>> first_characters("(?<!反)诈骗")
    {'诈'}
    """
    firsts: set[str] = set()
    position = 0
    while position < len(words):
        character = words[position]
        if character == "(":
            close = _closing(words, position)
            inner = words[position + 1 : close]
            position = close + 1
            if inner.startswith(("?<", "?=", "?!")):
                continue
            for branch in branches(_GROUP_MARK.sub("", inner, count=1)):
                firsts |= first_characters(branch)
        elif character == "[":
            close = words.index("]", position + 1)
            if words[position + 1] == "^":
                raise ValueError(f"{words!r} can begin with anything")
            firsts |= _members(words[position + 1 : close])
            position = close + 1
        elif words.startswith("\\d", position):
            firsts |= _DIGITS
            position += 2
        elif character in _SPECIAL:
            raise ValueError(f"{words!r} begins with {character!r}")
        else:
            firsts.add(character)
            position += 1
        if not _is_optional(words, position):
            return firsts
        position = _after_quantifier(words, position)
    raise ValueError(f"{words!r} can be empty")


def _members(inside: str) -> set[str]:
    """The characters of a set, ranges and \\d written out."""
    found = set(_DIGITS) if "\\d" in inside else set()
    inside = inside.replace("\\d", "").replace("\\", "")
    for match in _RANGE.finditer(inside):
        first, last = match[0][0], match[0][-1]
        found.update(map(chr, range(ord(first), ord(last) + 1)))
    return found


def _closing(words: str, opening: int) -> int:
    """Where the group that opens there is closed."""
    depth = 0
    for position in range(opening, len(words)):
        if words[position] == "(":
            depth += 1
        elif words[position] == ")":
            depth -= 1
            if depth == 0:
                return position
    raise ValueError(f"{words!r} has an open group")


_GROUP_MARK = re.compile(r"\A\?(?::|P<\w+>)")
_RANGE = re.compile(r".-.|.", re.DOTALL)
# In normalised text; wide digits are narrowed there.
_DIGITS = frozenset("0123456789")

_QUANTIFIER = re.compile(r"(?:[?*+]|\{\d*,?\d*\})[?+]?")


def _is_optional(words: str, position: int) -> bool:
    match = _QUANTIFIER.match(words, position)
    return match is not None and match[0].startswith(("?", "*", "{0", "{,"))


def _after_quantifier(words: str, position: int) -> int:
    match = _QUANTIFIER.match(words, position)
    return match.end() if match else position
