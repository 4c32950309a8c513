"""What the catalogue covers: how many cases state what, by province and by month.

Counts of a catalogue of chosen examples: they say what was published and read here, and
nothing of how much crime there is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.utils.translation import gettext

from cases.charts.counted import by_month, by_place
from cases.charts.months import MonthCounts
from cases.charts.places import Places
from cases.counting import counts_of
from cases.filters import CaseFilter
from cases.models import Region
from cases.models.marks import PEOPLE_STATED_BIT, SUM_STATED_BIT, Kind
from cases.models.vocabularies import gazetteer


@dataclass(frozen=True, slots=True)
class Stated:
    """How many cases state something."""

    label: str
    cases: int


@dataclass(frozen=True, slots=True)
class Year:
    """The cases of a year by month, January first."""

    year: int
    months: tuple[int, ...]

    @property
    def total(self) -> int:
        """The cases of the year."""
        return sum(self.months)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of ``cases`` cases, how many state what, where and when."""

    cases: int
    stated: tuple[Stated, ...]
    with_place: int
    provinces: tuple[tuple[Region, int], ...]
    with_month: int
    years: tuple[Year, ...]


def coverage(filters: CaseFilter) -> Coverage:
    """The coverage of a list: its counts, and one query for what these do not hold."""
    counted = counts_of(filters)
    places = Places(by_place(counted))
    months = by_month(counted)
    read = (
        filters.narrowed()
        .order_by()
        .aggregate(
            title=Count("pk", filter=~Q(shown_title="")),
            occurred=Count(
                "pk",
                filter=Q(occurred_from__isnull=False) | Q(occurred_to__isnull=False),
            ),
        )
    )
    with_place = places.total - places.unstated
    with_month = sum(number for month, number in months.items() if month)
    stated = (
        (gettext("a title"), read["title"]),
        (gettext("a place"), with_place),
        (gettext("a city, or a place in one"), places.in_a_city),
        (gettext("the month in which the authorities acted"), with_month),
        (gettext("when the offending took place"), read["occurred"]),
        (
            gettext("a number or names of offenders"),
            counted.by[Kind.PEOPLE].get(str(PEOPLE_STATED_BIT), 0),
        ),
        (
            gettext("a sum of money"),
            counted.by[Kind.SUM].get(str(SUM_STATED_BIT), 0),
        ),
        (
            gettext("an outcome"),
            counted.cases - counted.by[Kind.OUTCOME].get("", 0),
        ),
    )
    return Coverage(
        cases=counted.cases,
        stated=tuple(Stated(label, number) for label, number in stated),
        with_place=with_place,
        provinces=_provinces(places),
        with_month=with_month,
        years=_years(months),
    )


def _provinces(places: Places) -> tuple[tuple[Region, int], ...]:
    """Every province with its number of cases, 0 too, in the order of their codes."""
    provinces = sorted(gazetteer().below[None], key=lambda one: one.code)
    return tuple((one, places.counts[one.code]) for one in provinces)


def _years(counts: MonthCounts) -> tuple[Year, ...]:
    """The years from the first month to the last, latest first, gaps included."""
    months = [month for month in counts if month]
    if not months:
        return ()
    return tuple(
        Year(
            year,
            tuple(counts.get(date(year, month, 1), 0) for month in range(1, 13)),
        )
        for year in range(max(months).year, min(months).year - 1, -1)
    )
