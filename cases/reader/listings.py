"""Layouts that list several cases: by numbers, marks, sections or paragraphs.

Each function yields the plans that an article's lines allow; ``passages`` chooses.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from cases.reader.lines import Line
from cases.reader.losses import with_losses
from cases.reader.numbering import Marker, markers, runs, words_start
from cases.reader.paragraphs import paragraph_plans
from cases.reader.plans import Item, Plan, between, make_plan
from cases.reader.sections import section_plans


def listed_plans(lines: Sequence[Line], title: str) -> Iterator[Plan]:
    """Every plan that takes the article for a list of cases."""
    yield from _numbered(lines, title)
    yield from _marked(lines, title)
    yield from section_plans(lines, title)
    yield from paragraph_plans(lines, title)


def numbered_lists(lines: Sequence[Line]) -> Iterator[tuple[str, list[Item]]]:
    """The items of every rising run of numbers, with the numbers' family."""
    found = list(markers([line.text for line in lines]))
    for run in runs(found):
        stops = [marker.line for marker in run[1:]]
        stops.append(_run_end(found, run, len(lines)))
        yield (
            run[0].family,
            [
                (marker.line, stop, marker.end)
                for marker, stop in zip(run, stops, strict=True)
            ],
        )


def _run_end(found: Sequence[Marker], run: Sequence[Marker], end: int) -> int:
    """Where the last item ends: at the next number of a list that contains this
    one or begins it anew."""
    firsts = {marker.family: marker.line for marker in reversed(found)}
    place = bisect_right(found, run[-1].line, key=lambda marker: marker.line)
    for marker in found[place:]:
        if marker.family == run[0].family or firsts[marker.family] < run[0].line:
            return marker.line
    return end


def _numbered(lines: Sequence[Line], title: str) -> Iterator[Plan]:
    """Numbered items; a single one only if its number is a case's (案例一)."""
    lists: dict[str, list[list[Item]]] = defaultdict(list)
    for family, items in numbered_lists(lines):
        lists[family].append(items)
        # 第三起最曲折 alone goes on with what is told in prose.
        if len(items) > 1 or family == "case":
            yield with_losses(make_plan(family, lines, title, items))
    for family, several in lists.items():
        # （一）（二） of each kind of cases, 一、二、三: all of them together
        together = [item for items in several for item in items]
        if len(several) > 1 and len(together) >= FEWEST_TOGETHER:
            yield make_plan(family, lines, title, together)


FEWEST_TOGETHER = 3
# 🔹…, ——…, ✅…: a mark that opens each item, where the stored text keeps it.
MARK = re.compile(
    r"(?P<mark>[—–-]{1,3}|[^\w\s“‘「『《〈（(【〖\[〔#*<>…。，、×~～]{1,3})\s?(?=\w)"
)
FEWEST_MARKED = 2


def _marked(lines: Sequence[Line], title: str) -> Iterator[Plan]:
    """Items that open with the same mark, one below the other."""
    places: dict[str, list[int]] = defaultdict(list)
    ends: dict[int, int] = {}
    for place, line in enumerate(lines):
        mark = MARK.match(line.text)
        # · 水军现形记 · is set between marks, and no item.
        if mark and not line.text.endswith(mark["mark"]):
            places[mark["mark"]].append(place)
            ends[place] = mark.end() + words_start(line.text[mark.end() :])
    for found in places.values():
        if len(found) >= FEWEST_MARKED:
            items = [
                (start, stop, ends[start])
                for start, stop, _ in between(found, len(lines))
            ]
            yield make_plan("marks", lines, title, items)
