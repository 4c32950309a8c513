"""Finds many patterns in a text at once, in time linear in its length.

An alternation of a thousand words is tried branch by branch at every character.
Here the two characters that a pattern can begin with are worked out first, so that
at most places of a text nothing is tried, and at the others a few patterns only.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice, zip_longest
from typing import Generic, TypeVar

Key = TypeVar("Key")

_SPECIAL = frozenset("()[]|?*+{}.^$\\")


class WordTable(Generic[Key]):
    """Patterns with a key each.

    The patterns use literals, [sets], (?:groups), lookarounds and the quantifiers
    ? * + {m,n}; each must begin with a literal, a set or a group of such.
    """

    def __init__(self, rows: Iterable[tuple[Key, str]]) -> None:
        # The patterns by the first character of a match, in the order of the rows,
        # each with the characters that can follow it; "" where any may.
        starts: dict[str, list[tuple[Key, re.Pattern[str], set[str]]]] = defaultdict(
            list
        )
        for key, words in rows:
            its: dict[str, dict[str, set[str]]] = defaultdict(dict)
            for branch in branches(words):
                for first, seconds in _by_first(beginnings(branch)).items():
                    its[first][branch] = seconds
            for first, ways in its.items():
                pattern = re.compile("|".join(ways))
                starts[first].append((key, pattern, set().union(*ways.values())))
        # For each first character what to try by the second one, and what whatever
        # the second one is.
        self._starts = {
            first: (
                {
                    second: [row[:2] for row in its if row[2] & {second, ""}]
                    for second in set().union(*(row[2] for row in its)) - {""}
                },
                [row[:2] for row in its if "" in row[2]],
            )
            for first, its in starts.items()
        }

    def find(self, text: str) -> list[tuple[Key, int, int]]:
        """Each find as key, start, end, by start; those of one key do not overlap.

        >>> table = WordTable([("fraud", "诈骗|骗取"), ("gang", "(?:诈骗)?团伙")])
        >>> table.find("诈骗团伙骗取钱款")
        [('fraud', 0, 2), ('gang', 0, 4), ('fraud', 4, 6)]
        """
        found: list[tuple[Key, int, int]] = []
        ends: dict[Key, int] = {}
        starts = self._starts
        for start, (first, second) in enumerate(_pairs(text)):
            if first not in starts:
                continue
            by_second, others = starts[first]
            for key, pattern in by_second.get(second, others):
                if start < ends.get(key, 0):
                    continue
                match = pattern.match(text, start)
                if match:
                    found.append((key, start, match.end()))
                    ends[key] = match.end()
        return found


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Each character with the one behind it; "" behind the last."""
    return zip_longest(text, islice(text, 1, None), fillvalue="")


def _by_first(begin: Iterable[str]) -> dict[str, set[str]]:
    """The second characters of beginnings by the first; "" where any may follow."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in begin:
        found[one[0]].add(one[1:])
    return dict(found)


# Blanks, line ends and comments, which a verbose pattern does not match; a set
# keeps its blanks.
_LAYOUT = re.compile(r"(?P<kept>\[[^\]]*\]|\\.)|\s+|\#[^\n]*")


def _without_layout(words: str) -> str:
    """A verbose pattern without what it does not match."""
    return _LAYOUT.sub(lambda one: one["kept"] or "", words)


def guarded(words: str, *, is_verbose: bool = False) -> str:
    """The same pattern, which looks at one character only where it cannot begin, and
    so does each of its branches that is a group; a verbose one less its layout.

    Where each branch begins with a literal ``re`` does so itself, and faster: then
    the pattern is left as it is.

    >>> guarded("网安|(?:刑|经)侦")
    '(?=[刑经网])(?:网安|(?:刑|经)侦)'
    >>> guarded("网安|刑侦")
    '网安|刑侦'
    >>> guarded("网安|(?P<police>(?:刑|经)侦|警)")
    '(?=[刑经网警])(?:网安|(?P<police>(?=[刑经警])(?:(?:刑|经)侦|警)))'
    """
    ways = branches(_without_layout(words) if is_verbose else words)
    inner = "|".join(map(_guarded_group, ways))
    if all(way[:1] not in _SPECIAL and not _is_optional(way, 1) for way in ways):
        return inner
    firsts = {one[0] for way in ways for one in beginnings(way)}
    return f"(?=[{re.escape(''.join(sorted(firsts)))}])(?:{inner})"


def _guarded_group(way: str) -> str:
    """A branch, its words guarded if all of it is one group."""
    mark = _GROUP_MARK.match(way, 1) if way[:1] == "(" else None
    if mark is None or _closing(way, 0) < len(way) - 1:
        return way
    return f"({mark[0]}{guarded(way[mark.end() : -1])})"


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
    """What a match of one branch can begin with: two characters, or one where any
    may follow it.

    >>> sorted(beginnings("诈[骗取]钱")) == sorted({"诈骗", "诈取"})
    True
    >>> sorted(beginnings("(?:跨境)?[网线]上赌博")) == sorted({"跨境", "网上", "线上"})
    True
    >>> beginnings("(?<!反)赌(?=球)")
    {'赌'}
    """
    found = _prefixes(words)
    if "" in found:
        raise ValueError(f"{words!r} can be empty")
    if any(one[0] == _ANY for one in found):
        raise ValueError(f"{words!r} can begin with anything")
    return {one.removesuffix(_ANY) for one in found}


# Stands for whatever character there is.
_ANY = "\uffff"
# Sets of more characters count as any character.
_MOST_MEMBERS = 1000


def _prefixes(words: str) -> set[str]:
    """The first two characters of what one branch matches, less where it ends."""
    found = {""}
    position = 0
    while position < len(words) and any(len(one) < 2 for one in found):
        its, position = _element(words, position)
        quantifier = _QUANTIFIER.match(words, position)
        if quantifier is not None:
            position = quantifier.end()
            if quantifier[0][0] != "?":
                its = its | _followed(its, its)
            if quantifier[0].startswith(("?", "*", "{0", "{,")):
                its = its | {""}
        found = _followed(found, its)
    return found


def _followed(found: set[str], its: set[str]) -> set[str]:
    """Beginnings that are shorter than two characters, with what follows them."""
    return {(one + other)[:2] for one in found for other in its}


def _element(words: str, position: int) -> tuple[set[str], int]:
    """The prefixes of the character, set or group there, and where it ends."""
    character = words[position]
    if character == "(":
        close = _closing(words, position)
        inner = words[position + 1 : close]
        if inner.startswith(("?<", "?=", "?!")):
            return {""}, close + 1
        mark = _GROUP_MARK.match(inner)
        ways = branches(inner[mark.end() if mark else 0 :])
        return set().union(*map(_prefixes, ways)), close + 1
    if character == "[":
        close = words.index("]", position + 1)
        return _members(words[position + 1 : close]), close + 1
    if character == "\\":
        return _escaped(words[position + 1]), position + 2
    if character in "^$":
        return {""}, position + 1
    if character in _SPECIAL:
        return {_ANY}, position + 1
    return {character}, position + 1


def _escaped(character: str) -> set[str]:
    """What a character behind a backslash stands for."""
    if character == "d":
        return set(_DIGITS)
    if character in "AZbB":
        return {""}
    return {_ANY} if character.isalnum() else {character}


def _members(inside: str) -> set[str]:
    """The characters of a set, ranges and \\d written out."""
    if inside[0] == "^" or _CLASS.search(inside):
        return {_ANY}
    found = set(_DIGITS) if "\\d" in inside else set()
    inside = inside.replace("\\d", "").replace("\\n", "\n").replace("\\", "")
    for match in _RANGE.finditer(inside):
        first, last = match[0][0], match[0][-1]
        found.update(map(chr, range(ord(first), ord(last) + 1)))
    return found if len(found) <= _MOST_MEMBERS else {_ANY}


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


_GROUP_MARK = re.compile(r"\?(?::|P<\w+>)")
_RANGE = re.compile(r".-.|.", re.DOTALL)
# Sets inside sets: what is a letter, a space.
_CLASS = re.compile(r"\\[wWsSDux]")
# In normalised text; wide digits are narrowed there.
_DIGITS = frozenset("0123456789")

_QUANTIFIER = re.compile(r"(?:[?*+]|\{\d*,?\d*\})[?+]?")


def _is_optional(words: str, position: int) -> bool:
    match = _QUANTIFIER.match(words, position)
    return match is not None and match[0].startswith(("?", "*", "{0", "{,"))
