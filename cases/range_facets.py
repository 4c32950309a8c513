"""Facets of numbers: two boxes, a few ready ranges with counts, who states none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import get_language, gettext, ngettext, pgettext

from cases.counting import READY, counts_of
from cases.facet_options import Option, uncounted
from cases.filter_conditions import AmountFilter, PeopleFilter
from cases.filters import CaseFilter
from cases.models.marks import (
    PEOPLE_STATED_BIT,
    READY_PEOPLE,
    READY_SUMS,
    SUM_STATED_BIT,
    Kind,
)
from cases.range_fields import FROM, TO, Range

SUMS = tuple(Range(*ends) for ends in READY_SUMS)
PEOPLE = tuple(Range(*ends) for ends in READY_PEOPLE)


@dataclass(frozen=True, slots=True)
class RangeFacet:
    """One control of two boxes.

    ``start`` and ``end`` are what the boxes hold; ``note`` says how many cases state
    no such number, if any, and ``counts`` what the number is. ``kept`` are the other
    arguments that the form hands on. The counts of ``options`` leave out the
    facet's own filter; without ``is_counted`` there are none.
    """

    name: str
    label: str
    counts: str
    note: str
    unit: str
    start: str
    end: str
    options: tuple[Option, ...]
    kept: tuple[tuple[str, str], ...]
    chosen: int
    is_counted: bool = True

    @property
    def from_name(self) -> str:
        """The argument of the first box."""
        return self.name + FROM

    @property
    def to_name(self) -> str:
        """The argument of the second box."""
        return self.name + TO


def range_facets(filters: CaseFilter) -> list[RangeFacet]:
    """Both, less those that no case has a number for."""
    made = [amount_facet(filters), people_facet(filters)]
    return [facet for facet in made if facet]


def amount_facet(filters: CaseFilter) -> RangeFacet | None:
    """Sums of money; a case counts by any of its sums."""
    counts = _counts(filters, "amount", Kind.SUM, SUM_STATED_BIT)
    note = ngettext(
        "%(number)s of %(all)s cases states no sum.",
        "%(number)s of %(all)s cases state no sum.",
        counts["all"] - counts["stated"],
    )
    return _facet(
        filters,
        "amount",
        counts,
        SUMS,
        note=note,
        unit=gettext("yuan"),
        meaning=gettext(
            "Any sum that the text states: involved, gained or lost. “More than 10 "
            "million” counts as 10 million. Write 100000 or 1.5 million."
        ),
    )


def people_facet(filters: CaseFilter) -> RangeFacet | None:
    """Offenders caught or dealt with."""
    counts = _counts(filters, "people", Kind.PEOPLE, PEOPLE_STATED_BIT)
    note = ngettext(
        "%(number)s of %(all)s cases states no number of people.",
        "%(number)s of %(all)s cases state no number of people.",
        counts["all"] - counts["stated"],
    )
    return _facet(
        filters,
        "people",
        counts,
        PEOPLE,
        note=note,
        unit=pgettext("unit", "people"),
        meaning=gettext("Offenders caught or dealt with in the case."),
    )


def _counts(
    filters: CaseFilter, name: str, kind: Kind, stated_bit: int
) -> dict[str, int]:
    """The cases, those that state such a number, those in each ready range."""
    counted = counts_of(filters, without=name)
    by_bit = counted.by[kind]
    ready, first = READY[kind]
    return {
        "all": counted.cases,
        "stated": by_bit.get(str(stated_bit), 0),
        **{f"n{at}": by_bit.get(str(first + at), 0) for at in range(len(ready))},
    }


@lru_cache(maxsize=100)
def _words(writer: Callable[[Range], str], one: Range, language: str | None) -> str:
    """A ready range as the page writes it in its language, the active one."""
    return writer(one)


def _facet(
    filters: CaseFilter,
    name: str,
    counts: dict[str, int],
    ready: tuple[Range, ...],
    *,
    note: str,
    unit: str,
    meaning: str,
) -> RangeFacet | None:
    own: AmountFilter | PeopleFilter = filters.filters[name]
    asked = filters.range(name)
    if not counts["stated"] and not asked:
        return None
    names = filters.names(name)
    without = filters.arguments.without(names)
    language = get_language()
    options = []
    for at, one in enumerate(ready):
        is_chosen = (one.start, one.end) == (asked.start, asked.end)
        if not counts[f"n{at}"] and not is_chosen:
            continue
        chosen = without
        for argument, values in one.arguments(name).items():
            chosen = chosen.replaced(argument, values)
        options.append(
            Option(
                value=f"{one.start or ''}-{one.end or ''}",
                label=_words(own.words, one, language),
                count=counts[f"n{at}"],
                url=(without if is_chosen else chosen).url,
                is_chosen=is_chosen,
            )
        )
    is_counted = not counts_of(filters, without=name).is_capped
    unstated = counts["all"] - counts["stated"] if is_counted else 0
    return RangeFacet(
        name=name,
        label=str(own.label),
        counts=meaning,
        note=note % {"number": unstated, "all": counts["all"]} if unstated else "",
        unit=unit,
        start="" if asked.start is None else str(asked.start),
        end="" if asked.end is None else str(asked.end),
        options=tuple(options) if is_counted else uncounted(options),
        kept=tuple(filters.arguments.kept(apart=names)),
        chosen=int(bool(asked)),
        is_counted=is_counted,
    )
