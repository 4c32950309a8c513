"""What the catalogue covers: how many cases state what, by province and by month.

Counts of a catalogue of chosen examples: they say what was published and read here, and
nothing of how much crime there is.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, Q
from django.utils.translation import gettext

from cases.models import Amount, Region
from cases.models.case_queries import CaseQuerySet


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


def coverage(cases: CaseQuerySet) -> Coverage:
    """The coverage of some cases, four queries."""
    cases = cases.order_by()
    has_amount = Exists(Amount.objects.filter(case=OuterRef("pk")))
    counts = cases.aggregate(
        cases=Count("pk"),
        title=Count("pk", filter=~Q(shown_title="")),
        place=Count("region"),
        city=Count("region__city"),
        month=Count("month"),
        occurred=Count(
            "pk",
            filter=Q(occurred_from__isnull=False) | Q(occurred_to__isnull=False),
        ),
        people=Count("people"),
        amount=Count("pk", filter=has_amount),
        outcome=Count("pk", filter=~Q(outcomes=[])),
    )
    labels = {
        "title": gettext("a title"),
        "place": gettext("a place"),
        "city": gettext("a city, or a place in one"),
        "month": gettext("the month in which the authorities acted"),
        "occurred": gettext("when the offending took place"),
        "people": gettext("a number or names of offenders"),
        "amount": gettext("a sum of money"),
        "outcome": gettext("an outcome"),
    }
    return Coverage(
        cases=counts["cases"],
        stated=tuple(Stated(label, counts[name]) for name, label in labels.items()),
        with_place=counts["place"],
        provinces=_provinces(cases),
        with_month=counts["month"],
        years=_years(cases),
    )


def _provinces(cases: CaseQuerySet) -> tuple[tuple[Region, int], ...]:
    """Every province with its number of cases, 0 too, in the order of their codes."""
    counts = dict(
        cases.filter(region__isnull=False)
        .values_list(F("region__province"))
        .annotate(Count("pk"))
    )
    provinces = Region.objects.filter(level=Region.Level.PROVINCE).order_by("code")
    return tuple((one, counts.get(one.code, 0)) for one in provinces)


def _years(cases: CaseQuerySet) -> tuple[Year, ...]:
    """The years from the first month to the last, latest first, gaps included."""
    counts = {
        (month.year, month.month): number
        for month, number in cases.filter(month__isnull=False)
        .values_list("month")
        .annotate(Count("pk"))
    }
    if not counts:
        return ()
    first, last = min(counts)[0], max(counts)[0]
    return tuple(
        Year(year, tuple(counts.get((year, month), 0) for month in range(1, 13)))
        for year in range(last, first - 1, -1)
    )
