"""Numbers from one to another, as two boxes of a form and two parts of an address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext

from cases import display

FROM, TO = "_from", "_to"
LONGEST_UNKNOWN = 40

# What people write behind a number of yuan: 10万, 1.5亿元, 150 million.
UNITS = {
    "": 1,
    "千": 1_000,
    "k": 1_000,
    "thousand": 1_000,
    "万": 10_000,
    "wan": 10_000,
    "million": 1_000_000,
    "m": 1_000_000,
    "亿": 100_000_000,
    "yi": 100_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
}
# CN¥1,500,000; 150万元; ¥ 1.5 million; 3 人. Digits and groups of digits only.
NUMBER = re.compile(
    r"(?:CN)?[¥￥]?\s*(?P<number>\d{1,18}(?:[,，]\d{3})*(?:\.\d{1,9})?)"
    r"\s*(?P<unit>[a-z]+|[千万亿])?\s*(?:元|人民币|人|名|yuan|rmb|people)?",
    re.IGNORECASE | re.ASCII,
)


def read_number(written: str, most: int) -> int | None:
    """The whole number that was written; None when it is none or above ``most``.

    >>> [read_number(one, 10**12) for one in ("1,000", "10万", "1.5亿元", "2 m")]
    [1000, 100000, 150000000, 2000000]
    >>> [read_number(one, 10**12) for one in ("", "-5", "ten", "1.5", "9999999亿")]
    [None, None, None, None, None]
    """
    match = NUMBER.fullmatch(unicodedata.normalize("NFKC", written).strip())
    if not match:
        return None
    unit = UNITS.get((match["unit"] or "").lower())
    if unit is None:
        return None
    number = Decimal(re.sub("[,，]", "", match["number"])) * unit
    return int(number) if number == int(number) and number <= most else None


@dataclass(frozen=True, slots=True)
class Range:
    """The numbers from ``start`` to ``end``, both included; None: no bound."""

    start: int | None = None
    end: int | None = None
    unknown: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether it narrows anything."""
        return self.start is not None or self.end is not None

    def place_in(self, ranges: Sequence[tuple[int | None, int | None]]) -> int | None:
        """Which of the ranges it is; None when it is none of them."""
        own = (self.start, self.end)
        return ranges.index(own) if own in ranges else None

    def arguments(self, name: str) -> dict[str, tuple[str, ...]]:
        """The parts of an address that say the same, in digits."""
        bounds = {name + FROM: self.start, name + TO: self.end}
        return {
            key: () if bound is None else (str(bound),) for key, bound in bounds.items()
        }

    def lookups(self, column: str) -> dict[str, int]:
        """The same as conditions on a column."""
        bounds = {f"{column}__gte": self.start, f"{column}__lte": self.end}
        return {key: bound for key, bound in bounds.items() if bound is not None}


class TwoBoxes(forms.Widget):
    """Reads ``name_from`` and ``name_to``; the page draws the boxes itself."""

    def value_from_datadict(
        self, data: Mapping[str, Any], files: Any, name: str
    ) -> tuple[Any, Any]:
        """What was given for the one and the other."""
        return data.get(name + FROM), data.get(name + TO)


class RangeField(forms.Field):
    """Two numbers of which one is enough; in the wrong order they change places."""

    widget = TwoBoxes

    def __init__(self, *, most: int, **options: Any) -> None:
        super().__init__(**options)
        self.most = most

    def clean(self, value: Any) -> Range:
        """The numbers given; what is no number is kept apart."""
        known: list[int | None] = []
        unknown = []
        for one in value:
            written = str(one or "").strip()
            number = read_number(written, self.most)
            known.append(number)
            if written and number is None:
                shown = "".join(
                    letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}"
                    for letter in written
                )
                cut = shown[:LONGEST_UNKNOWN]
                unknown.append(cut if cut == shown else cut + "…")
        start, end = known
        if start is not None and end is not None and start > end:
            start, end = end, start
        return Range(start, end, tuple(unknown))


def yuan_words(asked: Range) -> str:
    """A range of sums: 10万元至100万元; CN¥1 million or more."""
    return _words(
        asked.start is not None and display.yuan(asked.start),
        asked.end is not None and display.yuan(asked.end),
    )


def people_words(asked: Range) -> str:
    """A range of head counts: 2至9人; 10 people or more; 1 person."""
    if asked.start is not None and asked.end is not None and asked.start < asked.end:
        return _words(str(asked.start), display.people(asked.end))
    return _words(
        asked.start is not None and display.people(asked.start),
        asked.end is not None and display.people(asked.end),
    )


def _words(start: str | bool, end: str | bool) -> str:
    if start and end:
        if start == end:
            return str(start)
        return pgettext("range", "%(start)s to %(end)s") % {"start": start, "end": end}
    if start:
        return gettext("%(start)s or more") % {"start": start}
    return gettext("up to %(end)s") % {"end": end}
