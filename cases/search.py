"""Text search without a database: folding, query words, expressions, highlights.

Both what is searched and what is asked for go through ``fold``; a case matches a
word when the folded word is a part of the case's folded text. Everything here
is pure, so that a plain scan in a test and the index in the database agree.
"""

from __future__ import annotations

import csv
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

Span = tuple[int, int]

# A query longer than this, or of more words, is cut: no question needs more, and
# every word costs a condition in the database.
LONGEST_QUERY = 200
MOST_WORDS = 10

# Quotation marks and title marks stand inside words in Chinese prose (组织“网络水军”
# 刷量): they are dropped like zero-width characters, so that the phrase without
# them is found too.
QUOTATION_MARKS = frozenset("\"'`´′″“”‘’„‟‚‛«»‹›「」『』〝〞〟《》〈〉﹁﹂﹃﹄＂＇")
LINE_ENDS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")

_SPACE = " "  # white space, nothing next to a character without word starts
_STOP = "\n"  # everything else that is no letter or digit


@cache
def _simplified() -> dict[str, str]:
    """Traditional to simplified, one character for one, applied until it rests."""
    path = files("cases.reader").joinpath("data/traditional.csv")
    with path.open(encoding="utf-8") as file:
        table = {row["traditional"]: row["simplified"] for row in csv.DictReader(file)}
    return {one: table.get(other, other) for one, other in table.items()}


def _compatible(character: str) -> str:
    """The compatibility form of one character, without its diacritics.

    ü, and u with a combining diaeresis, both give u: Lüliang is found by luliang.
    """
    parts = unicodedata.normalize("NFKD", character)
    bare = "".join(part for part in parts if unicodedata.category(part) != "Mn")
    return unicodedata.normalize("NFKC", bare)


def _fold_character(character: str) -> str:
    """What one character becomes: letters and digits, _SPACE, _STOP or nothing."""
    if character in QUOTATION_MARKS:
        return ""
    if character in LINE_ENDS:
        return _STOP
    if character.isspace():
        return _SPACE
    simplified = _simplified()
    folded = []
    for part in _compatible(_compatible(character).casefold()):
        part = simplified.get(part, part)
        category = unicodedata.category(part)
        if category[0] in "LN":
            folded.append(part)
        elif part.isspace():
            folded.append(_SPACE)
        elif category not in ("Cf", "Mn", "Me") and part not in QUOTATION_MARKS:
            folded.append(_STOP)
    return "".join(folded)


def _kind(letter: str) -> str:
    """The kind of writing: "letter" and "digit" have word starts, "" has none.

    Han characters, kana, hangul and the circle zero 〇 run on without spaces.
    """
    category = unicodedata.category(letter)
    if category in ("Ll", "Lu", "Lt"):
        return "letter"
    if category[0] == "N" and letter != "〇":
        return "digit"
    return ""


@lru_cache(maxsize=20_000)
def _letters(character: str) -> tuple[tuple[str, str | None], ...]:
    """What one character becomes, each with its kind of writing; None: a separator."""
    return tuple(
        (letter, None if letter in (_SPACE, _STOP) else _kind(letter))
        for letter in _fold_character(character)
    )


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and where each of its characters came from.

    ``text[i]`` came from the original's [starts[i], ends[i]); a space that marks
    a word start has an empty range.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def origin(self, start: int, end: int) -> Span:
        """The original's range that made ``text[start:end]``, which is not empty.

        A space at the start is the mark of a word start and belongs to none.
        """
        while start < end - 1 and self.text[start] == " ":
            start += 1
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """The one normalisation of everything that is searched or asked for.

    Character by character: compatibility form (NFKC) without diacritics,
    casefolded, traditional Han characters simplified one for one, zero-width
    characters and quotation marks dropped, everything else that is no letter or
    digit a separator, written as one space.

    Words of letters and numbers begin with a space, wherever they stand: a query
    for AI asks for " ai" and does not find Shanghai, 3人 does not find 53人. White
    space next to a Han character says nothing (2024 年 3 月, 网 络) and goes; a
    line end is a separator like punctuation.

    >>> fold("運城市 AI 詐騙：“刷單”返利，１２３").text
    '运城市 ai诈骗 刷单返利 123'

    Hence fold(a + b) is fold(a) and fold(b) put together but for spaces.
    """
    letters: list[str] = []
    starts, ends = array("I"), array("I")
    add, starts_at, ends_at = letters.append, starts.append, ends.append
    separator, last = "", None
    for index, character in enumerate(text):
        for letter, kind in _letters(character):
            if kind is None:
                if separator != _STOP:
                    separator = letter
                continue
            if kind:
                parted = bool(separator) or kind != last
            else:
                parted = separator == _STOP and last is not None
            if parted:
                add(" ")
                starts_at(index)
                ends_at(index)
            add(letter)
            starts_at(index)
            ends_at(index + 1)
            separator, last = "", kind
    return Folded("".join(letters), starts, ends)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a query: as typed, and folded."""

    typed: str
    folded: str


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody asked for: ``typed`` on one line, and its words.

    A query without a letter or digit has no words and asks for nothing.
    ``is_cut`` says that words past the limits were left out.
    """

    typed: str = ""
    words: tuple[Word, ...] = ()
    is_cut: bool = False

    @property
    def folded_words(self) -> tuple[str, ...]:
        """The folded words, each once."""
        return tuple(dict.fromkeys(word.folded for word in self.words))


def read_query(typed: str) -> Query:
    """The words of a query, parted by white space; all of them must match."""
    # What cannot be printed, lone surrogates and NUL among it, is nothing to ask.
    printable = "".join(
        character if character.isprintable() else " " for character in typed
    )
    line = " ".join(printable.split())
    shown = line[:LONGEST_QUERY]
    words = [Word(word, fold(word).text) for word in shown.split()]
    words = [word for word in words if word.folded]
    is_cut = len(line) > LONGEST_QUERY or len(words) > MOST_WORDS
    return Query(shown, tuple(words[:MOST_WORDS]), is_cut)


def grams(word: str) -> tuple[str, ...]:
    """The lexemes that every text with this folded word in it has, as a tsquery.

    The index holds each pair of neighbours inside a run without spaces, and a
    run's last character with a space after it. A run that ends the word may go
    on in the text, so its last character is asked for only when it stands alone,
    and then as a beginning.

    >>> grams("刷单返利")
    ("'刷单'", "'单返'", "'返利'")
    >>> grams("骗")
    ("'骗':*",)
    """
    runs = word.split()
    lexemes = []
    for number, run in enumerate(runs, start=1):
        lexemes += [f"'{run[at : at + 2]}'" for at in range(len(run) - 1)]
        if number < len(runs):
            lexemes.append(f"'{run[-1]} '")
        elif len(run) == 1:
            lexemes.append(f"'{run}':*")
    return tuple(dict.fromkeys(lexemes))


def find(folded: Folded, words: Iterable[str]) -> list[Span]:
    """Where the folded words stand in the original: ascending, apart, not empty."""
    found: list[Span] = []
    for word in words:
        at = folded.text.find(word)
        while at >= 0:
            found.append(folded.origin(at, at + len(word)))
            at = folded.text.find(word, at + 1)
    return merged(found)


def merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that touch or overlap made one.

    >>> merged([(4, 6), (0, 2), (2, 3), (5, 9)])
    [(0, 3), (4, 9)]
    """
    apart: list[Span] = []
    for start, end in sorted(spans):
        if apart and start <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(apart[-1][1], end))
        else:
            apart.append((start, end))
    return apart


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text, and whether it was asked for."""

    text: str
    is_hit: bool


def pieces(text: str, hits: Sequence[Span]) -> Iterator[Piece]:
    """The text cut at its hits (ascending and apart); put together it is the text."""
    last = 0
    for start, end in hits:
        if last < start:
            yield Piece(text[last:start], False)
        yield Piece(text[start:end], True)
        last = end
    if last < len(text):
        yield Piece(text[last:], False)


def highlight(text: str, words: Sequence[str]) -> list[Piece]:
    """The text in pieces, with the folded words marked."""
    return list(pieces(text, find(fold(text), words) if words else []))


# Where a snippet may begin and end without cutting a sentence.
_SENTENCE_ENDS = "。；！？\n"


def snippet(text: str, words: Sequence[str], length: int = 90) -> list[Piece]:
    """About ``length`` characters of a text around the first hit, on one line.

    Without a hit it is the beginning. What is left out before and after is an
    ellipsis; the cut before a hit falls at a sentence end when one is near.
    """
    hits = find(fold(text), words) if words else []
    first = hits[0][0] if hits else 0
    begin = 0
    if first > length // 3:
        near = [text.rfind(end, first - length // 2, first) for end in _SENTENCE_ENDS]
        begin = max(near) + 1 or first - length // 4
    end = min(len(text), max(begin + length, hits[0][1] if hits else 0))
    window = text[begin:end]
    inside = hits[: bisect_right(hits, (end, end))]
    cut = [
        (max(start, begin) - begin, min(stop, end) - begin)
        for start, stop in inside
        if stop > begin and start < end
    ]
    found = [
        Piece(" ".join(piece.text.split("\n")), piece.is_hit)
        for piece in pieces(window, cut)
    ]
    if begin:
        found.insert(0, Piece("…", False))
    if end < len(text):
        found.append(Piece("…", False))
    return found
