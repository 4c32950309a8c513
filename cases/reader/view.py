"""A normalised stretch of a stored text that knows where each character came from."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from io import StringIO

from cases.reader.results import Span


class View:
    """A stretch of text made easy to read by rule, with a way back.

    ``text`` has full-width digits and letters narrowed, white space between
    Chinese characters and inside numbers dropped, digit-group commas dropped,
    Markdown, HTML tags, entities, pictures and zero-width characters removed
    (a link's words stay), ASCII , : ; ( ) ! ? next to Chinese widened, straight
    double quotation marks curled, and traditional characters simplified one for
    one. Paragraphs are parted by a single line feed.

    ``origins[i]`` is the half-open range of the stored text that made
    ``text[i]``. ``breaks`` are the places of the stored text where noise or a
    picture was left out.
    """

    __slots__ = ("_ends", "_starts", "breaks", "text")

    def __init__(
        self, text: str, origins: Sequence[Span], breaks: Iterable[int] = ()
    ) -> None:
        self.text = text
        self._starts = array("I", (start for start, _ in origins))
        self._ends = array("I", (end for _, end in origins))
        self.breaks = array("I", breaks)

    @classmethod
    def made(
        cls, text: str, starts: array[int], ends: array[int], breaks: array[int]
    ) -> View:
        """A view of arrays of type I, which it keeps."""
        view = cls.__new__(cls)
        view.text, view._starts, view._ends, view.breaks = text, starts, ends, breaks
        return view

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return f"View({self.text!r})"

    @property
    def origins(self) -> list[Span]:
        """The stored text's range for each character of ``text``."""
        return list(zip(self._starts, self._ends, strict=True))

    @property
    def span(self) -> Span:
        """From the first character's origin to the last one's; (0, 0) if empty."""
        return (self._starts[0], self._ends[-1]) if self.text else (0, 0)

    def cut(self, start: int, end: int) -> View:
        """The view of a part of it; offsets count in ``text``."""
        return View.made(
            self.text[start:end],
            self._starts[start:end],
            self._ends[start:end],
            self.breaks,
        )

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Where text[start:end] stands in the stored text.

        One range as a rule; several where noise (a picture, an injected line)
        stands between. Ranges are ascending, half-open, never empty.
        """
        start, end = max(start, 0), min(end, len(self.text))
        found = []
        while start < end:
            first = self._starts[start]
            place = bisect_right(self.breaks, first)
            stop = end
            if place < len(self.breaks):
                stop = min(
                    end, bisect_left(self._starts, self.breaks[place], start, end)
                )
                stop = max(stop, start + 1)
            found.append((first, self._ends[stop - 1]))
            start = stop
        return tuple(found)

    def at(self, offset: int) -> int:
        """The index in ``text`` of the first character from ``offset`` of the
        stored text on; the length of ``text`` when there is none."""
        return bisect_left(self._starts, offset)

    def without(self, ranges: Iterable[Span]) -> View:
        """The view less some ranges of ``text``, ascending and apart; their places
        become breaks."""
        cut = list(ranges)
        if not cut:
            return self
        words, starts, ends = StringIO(), array("I"), array("I")
        breaks = set(self.breaks)
        last = 0
        for start, end in [*cut, (len(self.text), len(self.text))]:
            words.write(self.text[last:start])
            starts.extend(self._starts[last:start])
            ends.extend(self._ends[last:start])
            if start < end:
                breaks.add(self._starts[start])
            last = end
        return View.made(words.getvalue(), starts, ends, array("I", sorted(breaks)))

    @staticmethod
    def join(views: Iterable[View]) -> View:
        """Views of one stored text, in its order, put together as paragraphs."""
        return View._put_together(views, "\n")

    @staticmethod
    def concat(views: Iterable[View]) -> View:
        """Views of one stored text, in its order, put together as one paragraph."""
        return View._put_together(views, "")

    @staticmethod
    def _put_together(views: Iterable[View], separator: str) -> View:
        words = StringIO()
        starts, ends = array("I"), array("I")
        breaks: set[int] = set()
        for view in views:
            if not view.text:
                continue
            breaks.update(view.breaks)
            if separator and ends and view._starts[0] > ends[-1]:
                words.write(separator)
                breaks.add(ends[-1])
                starts.append(ends[-1])
                ends.append(view._starts[0])
            words.write(view.text)
            starts.extend(view._starts)
            ends.extend(view._ends)
        return View.made(words.getvalue(), starts, ends, array("I", sorted(breaks)))
