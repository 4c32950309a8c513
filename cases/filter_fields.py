"""What a list may be narrowed by: fields that keep the good values of many.

django-filter's own choice fields drop the whole argument when one value is
unknown; these drop the unknown ones and remember them, so that the page can say so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext

from cases import display
from cases.models import Case, Region
from cases.models.marks import Kind
from cases.models.vocabularies import gazetteer, offences
from cases.search import Query, read_query
from cases.tallies import known_values

# No facet needs more at once; a longer list of values is somebody trying things.
MOST_VALUES = 50
LONGEST_UNKNOWN = 40

NONE = "none"
ONLY = "-only"  # shanxi-only: the text names the province and nothing below


@dataclass(frozen=True, slots=True)
class Choice:
    """One chosen value: as in the URL, as on the page, and what it stands for."""

    value: str
    label: str
    subject: Any = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """The known values of one argument in the order of the URL, and the others."""

    choices: tuple[Choice, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def values(self) -> tuple[str, ...]:
        """The known values as they stand in the URL."""
        return tuple(choice.value for choice in self.choices)


class ValuesField(forms.Field):
    """Any number of values of one kind; ``read`` knows which are known."""

    widget = forms.SelectMultiple

    def clean(self, value: Any) -> Chosen:
        """The values given, each once, sorted into known and unknown."""
        given = [value] if isinstance(value, str) else list(value or ())
        values = list(dict.fromkeys(one.strip() for one in given if one.strip()))
        asked = [one for one in values[:MOST_VALUES] if one.isprintable()]
        known = self.read(asked)
        unknown = [one for one in values if one not in known]
        choices = {choice.value: choice for choice in known.values()}
        return Chosen(
            tuple(choices[one] for one in sorted(choices)),
            tuple(self._printable(one) for one in unknown),
        )

    def read(self, values: Sequence[str]) -> dict[str, Choice]:
        """The known ones of these printable values, each with what it stands for."""
        raise NotImplementedError

    @staticmethod
    def _printable(value: str) -> str:
        shown = "".join(
            one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in value
        )
        return shown if len(shown) <= LONGEST_UNKNOWN else shown[:LONGEST_UNKNOWN] + "…"


class RegionsField(ValuesField):
    """Divisions by code or slug, ``none``, and provinces alone (``shanxi-only``)."""

    def read(self, values: Sequence[str]) -> dict[str, Choice]:
        """No query."""
        by_name = gazetteer().by_name if values else {}
        known = {}
        for one in values:
            name = one.removesuffix(ONLY)
            if name in by_name:
                known[one] = self._choice(by_name[name], is_alone=one != name)
        if NONE in values:
            known[NONE] = Choice(NONE, gettext("Place not stated"))
        return known

    @staticmethod
    def _choice(region: Region, *, is_alone: bool) -> Choice:
        label = display.place(region)
        if is_alone:
            alone = gettext("%(province)s, no city stated") % {"province": label}
            return Choice(region.slug + ONLY, alone, region)
        return Choice(region.slug, label, region)


@dataclass(frozen=True, slots=True)
class Months:
    """A month or a whole year, as a range [first, after) of days."""

    first: date
    after: date

    def each(self) -> list[str]:
        """Its months, as YYYY-MM."""
        months = range(
            self.first.year * 12 + self.first.month - 1,
            self.after.year * 12 + self.after.month - 1,
        )
        return [f"{month // 12:04d}-{month % 12 + 1:02d}" for month in months]


class MonthsField(ValuesField):
    """Months (2024-08), years (2024) and, where allowed, ``none``."""

    PATTERN = re.compile(r"(?a:(\d{4})(?:-(\d{2}))?)")

    def __init__(self, *, allows_none: bool = False, **options: Any) -> None:
        super().__init__(**options)
        self.allows_none = allows_none

    def read(self, values: Sequence[str]) -> dict[str, Choice]:
        """No query."""
        known = {}
        for one in values:
            if one == NONE and self.allows_none:
                known[one] = Choice(NONE, gettext("Month not stated"))
            elif choice := self._choice(one):
                known[one] = choice
        return known

    def _choice(self, value: str) -> Choice | None:
        match = self.PATTERN.fullmatch(value)
        if not match:
            return None
        year, month = int(match[1]), int(match[2] or 0)
        if not 1 <= year <= 9998 or month > 12 or (match[2] and not month):
            return None
        if not month:
            label = display.year(year)
            return Choice(value, label, Months(date(year, 1, 1), date(year + 1, 1, 1)))
        first = date(year, month, 1)
        after = date(year + month // 12, month % 12 + 1, 1)
        return Choice(value, display.month(first), Months(first, after))


class OffencesField(ValuesField):
    """Offence types by slug."""

    def read(self, values: Sequence[str]) -> dict[str, Choice]:
        """No query."""
        by_slug = offences().by_slug if values else {}
        asked = [by_slug[one] for one in values if one in by_slug]
        return {one.slug: Choice(one.slug, one.label(), one) for one in asked}


class OutcomesField(ValuesField):
    """Outcomes by their value, and ``none``."""

    def read(self, values: Sequence[str]) -> dict[str, Choice]:
        """No query."""
        known = {
            one: Choice(one, display.outcome(one))
            for one in values
            if one in Case.Outcome.values
        }
        if NONE in values:
            known[NONE] = Choice(NONE, gettext("Outcome not stated"))
        return known


class CampaignsField(ValuesField):
    """Campaigns of public bulletins, by name."""

    def read(self, values: Sequence[str]) -> dict[str, Choice]:
        """One query."""
        known = known_values(Kind.CAMPAIGN, values) if values else set()
        return {name: Choice(name, name) for name in known}


class QueryField(forms.Field):
    """The words of a text search."""

    widget = forms.TextInput

    def clean(self, value: Any) -> Query:
        """The query; an empty one when nothing is given."""
        return read_query(value or "")


class SortField(forms.Field):
    """One of a few orders; None for an unknown one."""

    widget = forms.TextInput

    def __init__(self, *, known: Sequence[str], **options: Any) -> None:
        super().__init__(**options)
        self.known = known

    def clean(self, value: Any) -> str | None:
        """The order, "" when none is given."""
        value = value or ""
        return value if value in self.known else None
