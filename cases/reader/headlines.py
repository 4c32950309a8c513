"""Headlines right above the paragraphs that each tell a case."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cases.reader.commentary import label_of
from cases.reader.headings import is_heading
from cases.reader.lines import Line
from cases.reader.titles import COLUMN_NAME

MOST = 0.8  # of the paragraphs, where a few may be told in another way


def with_headlines(lines: Sequence[Line], places: Sequence[int]) -> list[int]:
    """The places, each moved up to its own headline if most have one."""
    headed = {place for place in places if is_headed(lines, place)}
    if len(headed) < len(places) * MOST:
        return list(places)
    return [place - (place in headed) for place in places]


DATE_ALONE = re.compile(r"[\d年月日号时分上中下旬初底—~、.,/·-]+")


def is_headed(lines: Sequence[Line], place: int) -> bool:
    """Whether the line above is the paragraph's own headline."""
    if place == 0:
        return False
    above = lines[place - 1]
    is_date = DATE_ALONE.fullmatch(above.text) is not None
    return is_heading(above) and not is_date and label_of(above.text) is None


def below_headlines(lines: Sequence[Line], places: Sequence[int]) -> list[int]:
    """The places of cases told in prose, moved up to their headlines if each later
    case has one: the first case begins below the first headline, whatever went before
    that."""
    if not all(is_headed(lines, place) for place in places[1:]):
        return list(places)
    first = next(
        (
            place
            for place in range(1, places[1] - 1)
            if is_headed(lines, place)
            and lines[place - 1].is_marked
            and not COLUMN_NAME.fullmatch(lines[place - 1].text)
        ),
        None,
    )
    if first is None:
        return list(places)
    return [place - 1 for place in (first, *places[1:])]
