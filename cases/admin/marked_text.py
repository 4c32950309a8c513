"""A stored text cut into pieces, so that a page can mark what was found in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cases.shown import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A range of the text and what it is: a field's evidence, noise, a decision.

    ``name`` is a field's name, or noise, redacted, overridden, flagged; ``group``
    the group of fields whose colour it has.
    """

    start: int
    end: int
    name: str
    group: str = ""
    words: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks. ``id`` is that of the first of them
    that begins here."""

    text: str
    marks: tuple[Mark, ...] = ()
    id: str = ""

    @property
    def names(self) -> str:
        """The names of its marks, each once, as a list of classes."""
        return " ".join(dict.fromkeys(mark.name for mark in self.marks))

    @property
    def groups(self) -> str:
        """The group of its narrowest mark that has one: whose colour it takes."""
        found = [mark for mark in self.marks if mark.group]
        narrowest = min(found, key=lambda mark: mark.end - mark.start, default=None)
        return narrowest.group if narrowest else ""

    @property
    def title(self) -> str:
        """What its marks say, for those who point at it."""
        return " · ".join(
            dict.fromkeys(mark.words for mark in self.marks if mark.words)
        )


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text that is not blank; ``start`` is its offset."""

    start: int
    pieces: tuple[Piece, ...]

    @property
    def is_noise(self) -> bool:
        """Whether nothing of it is shown to the public."""
        return all(
            any(mark.name == "noise" for mark in piece.marks)
            for piece in self.pieces
            if piece.text.strip()
        )


def marked_lines(text: str, start: int, end: int, marks: Iterable[Mark]) -> list[Line]:
    """The lines of text[start:end] with their marks; blank ones are left out.

    The pieces of a line put together are the line, so that an offset in it is an
    offset in the text.
    """
    inside = sorted(
        (mark for mark in marks if mark.start < end and mark.end > start),
        key=lambda mark: (mark.start, -mark.end),
    )
    lines = []
    place = start
    for line in text[start:end].split("\n"):
        stop = place + len(line)
        if line.strip():
            over = [one for one in inside if one.start < stop and one.end > place]
            lines.append(Line(place, tuple(_pieces(text, place, stop, over))))
        place = stop + 1
    return lines


def _pieces(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    cuts = {start, end}
    for mark in marks:
        cuts |= {max(mark.start, start), min(mark.end, end)}
    places = sorted(cuts)
    for first, last in pairwise(places):
        over = tuple(one for one in marks if one.start <= first and one.end >= last)
        begun = (one.id for one in over if one.id and max(one.start, start) == first)
        yield Piece(text[first:last], over, next(begun, ""))


def first_piece_ids(lines: Iterable[Line]) -> dict[str, str]:
    """For each mark's id that of the first piece that it lies on: a link's target."""
    targets: dict[str, str] = {}
    for line in lines:
        for piece in line.pieces:
            for mark in piece.marks:
                if mark.id and piece.id:
                    targets.setdefault(mark.id, piece.id)
    return targets


def gaps(length: int, spans: Iterable[Span]) -> list[Span]:
    """What of [0, length) the spans leave, in order.

    >>> gaps(10, [(2, 4), (3, 6), (8, 10)])
    [(0, 2), (6, 8)]
    """
    left = []
    place = 0
    for start, end in sorted(spans):
        if place < start:
            left.append((place, start))
        place = max(place, end)
    if place < length:
        left.append((place, length))
    return left
