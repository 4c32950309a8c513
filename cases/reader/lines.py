"""A stored text as lines: its paragraphs, with what bold and heading marks say."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from cases.reader.clean import View, normalise
from cases.reader.numbering import inline_breaks, words_start
from cases.reader.results import Span


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: ``view`` is a cut of the whole text's view.

    ``bold`` says that all of it is bold, ``level`` that it has a heading mark
    (1 to 6, else 0), ``lead`` how many characters at its beginning are bold
    when the rest is not, ``is_link`` that all of it is one link.
    """

    view: View
    bold: bool = False
    level: int = 0
    lead: int = 0
    is_link: bool = False

    @property
    def text(self) -> str:
        """The normalised words."""
        return self.view.text

    @property
    def span(self) -> Span:
        """The range of the stored text."""
        return self.view.span

    @property
    def is_marked(self) -> bool:
        """Whether the layout sets the line apart from the running text."""
        return self.bold or self.level > 0

    def __len__(self) -> int:
        return len(self.view)


# Bold in Markdown and HTML, headings of both; what stands between the marks.
BOLD_MARK = re.compile(
    r"\*\*|__|<(?P<end>/?)(?P<tag>strong|b|h[1-6])(?![\w-])[^<>]{0,500}>|\n[ \t]*\n",
    re.IGNORECASE,
)
HEADING_MARK = re.compile(r"^[ \t>]{0,12}(#{1,6})[ \t]", re.MULTILINE)

# A text wrapped by hand has many lines of one length that end inside a sentence.
FEWEST_WRAPPED = 8
SHORTEST_WRAP, LONGEST_WRAP = 18, 80
# No bulletin has more lines; what comes behind is not read.
MOST_LINES = 20_000

SENTENCE_END = "。！？!?：:；;”…"


def read_lines(stored: str, start: int = 0) -> list[Line]:
    """The lines of stored[start:], at most ``MOST_LINES`` of them.

    >>> [(line.text, line.bold, line.lead) for line in read_lines("**案一。**张某")]
    [('案一。张某', False, 3)]
    """
    view = normalise(stored, start)
    bold = _bold_ranges(stored, start)
    starts = [first for first, _ in bold]
    headings = {
        _line_of(stored, mark.end()): len(mark[1])
        for mark in HEADING_MARK.finditer(stored, start)
    }
    paragraphs = list(islice(_paragraphs(view.text), MOST_LINES))
    width = _wrap_width(view.text, paragraphs)
    lines: list[Line] = []
    goes_on = False
    for first, last in paragraphs:
        part = view.cut(first, last)
        lead = _bold_beginning(part, bold, starts)
        level = headings.get(_line_of(stored, part.span[0]), 0) if headings else 0
        whole = lead >= len(part) - 1
        link = _is_link(stored, *part.span)
        line = Line(part, whole, level, 0 if whole else lead, link)
        if goes_on and not line.is_marked and not words_start(line.text):
            before = lines.pop()
            line = replace(before, view=View.concat([before.view, part]))
        lines.append(line)
        goes_on = (
            width > 0
            and not line.is_marked
            and width - 2 <= last - first
            and part.text[-1] not in SENTENCE_END
        )
    return lines


def _wrap_width(text: str, paragraphs: Sequence[Span]) -> int:
    """The length at which a text was wrapped by hand; 0 if it was not."""
    lengths = Counter(
        last - first
        for first, last in paragraphs
        if SHORTEST_WRAP <= last - first <= LONGEST_WRAP
        and text[last - 1] not in SENTENCE_END
    )
    if not lengths:
        return 0
    width = max(lengths, key=lambda length: (lengths[length], length))
    alike = sum(lengths[length] for length in (width - 1, width, width + 1))
    return width if alike >= max(FEWEST_WRAPPED, len(paragraphs) // 4) else 0


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Ranges of the paragraphs; a long one that holds a numbered list is cut
    where its items begin."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        for stop in (*inline_breaks(text, start, end), end):
            if stop > start:
                yield start, stop
                start = stop
        start = end + 1


def _line_of(stored: str, position: int) -> int:
    """Where the stored line that holds the position begins; looking back is
    bounded, for texts in one line."""
    return stored.rfind("\n", max(0, position - 300), position) + 1


LINK_MARKS = "*_` \t"


def _is_link(stored: str, start: int, end: int) -> bool:
    """Whether stored[start:end] are the words of one Markdown link."""
    if "](" not in stored[end : end + 6]:
        return False
    before = stored[max(0, start - 6) : start].rstrip(LINK_MARKS)
    behind = stored[end : end + 6].lstrip(LINK_MARKS)
    inside = stored.find("](", start, end) >= 0
    return before.endswith("[") and behind.startswith("](") and not inside


def _bold_ranges(stored: str, start: int) -> list[Span]:
    """Ranges between bold marks, ascending and apart."""
    found: list[Span] = []
    opened: tuple[str, int] | None = None
    for mark in BOLD_MARK.finditer(stored, start):
        kind = (mark["tag"] or mark[0]).lower()
        if kind.isspace():
            opened = None
        elif opened is None:
            if not mark["end"]:
                opened = (kind, mark.end())
        elif kind == opened[0]:
            if (
                found
                and found[-1][1] + 10 >= opened[1]
                and found[-1][1] > opened[1] - 10
            ):
                found[-1] = (found[-1][0], mark.start())
            else:
                found.append((opened[1], mark.start()))
            opened = None
    return found


def _bold_beginning(view: View, bold: list[Span], starts: list[int]) -> int:
    """How many characters at the beginning of the view are bold."""
    first = view.span[0]
    place = bisect_right(starts, first) - 1
    if place < 0 or first >= bold[place][1]:
        return 0
    return min(view.at(bold[place][1]), len(view))
