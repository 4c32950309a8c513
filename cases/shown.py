"""From the stored text to the text that the public may see."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

Span = tuple[int, int]

BLACKED_OUT = "█"


@dataclass(frozen=True, slots=True)
class Shown:
    """A shown text and the way to it from the stored text.

    ``pieces`` are the ranges of the stored text that are left, in order and
    without touching each other; put together they have the length of ``text``.
    """

    text: str
    pieces: tuple[Span, ...]

    def span(self, start: int, end: int) -> Span | None:
        """Where the stored text's [start, end) stands in ``text``.

        The part outside the passage and inside noise falls away; None when
        nothing is left. A redacted range has a place: its black blocks.

        >>> shown = show("前面，广告，后面", 0, 8, [(3, 6)], [])
        >>> shown.text, shown.span(0, 8), shown.span(3, 6), shown.span(6, 8)
        ('前面，后面', (0, 5), None, (3, 5))
        """
        first, last = self._at(start), self._at(end)
        return (first, last) if first < last else None

    def _at(self, offset: int) -> int:
        """How many characters of ``text`` come from before this offset."""
        before = bisect_right(self.pieces, offset, key=lambda piece: piece[0])
        count = sum(end - start for start, end in self.pieces[:before])
        if before:
            count -= max(0, self.pieces[before - 1][1] - offset)
        return count


def show(
    text: str,
    start: int,
    end: int,
    noise: Iterable[Span],
    redactions: Iterable[Span],
) -> Shown:
    """The passage text[start:end] without noise, redacted characters as blocks.

    All spans are half-open ranges of code points in the stored ``text``; they may
    overlap, touch, be empty or reach beyond the passage.

    >>> show("涉案人王小明在逃", 0, 8, [], [(3, 6)]).text
    '涉案人███在逃'
    """
    pieces = []
    place = start
    for first, last in merge(noise):
        if place < min(first, end):
            pieces.append((place, min(first, end)))
        place = max(place, last)
    if place < end:
        pieces.append((place, end))
    blacked = black_out(text, redactions)
    return Shown("".join(blacked[first:last] for first, last in pieces), tuple(pieces))


def black_out(text: str, redactions: Iterable[Span]) -> str:
    """The text with each character of the redactions replaced by a block."""
    parts = []
    place = 0
    for first, last in merge(redactions):
        last = min(last, len(text))
        if first < last:
            parts += [text[place:first], BLACKED_OUT * (last - first)]
            place = last
    return "".join([*parts, text[place:]])


def merge(spans: Iterable[Span]) -> list[Span]:
    """The same characters as ranges that neither overlap nor touch, in order.

    >>> merge([(5, 6), (1, 3), (2, 4), (4, 5), (8, 8)])
    [(1, 6)]
    """
    merged: list[Span] = []
    for start, end in sorted((max(start, 0), end) for start, end in spans):
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
