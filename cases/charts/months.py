"""Cases by the month in which the authorities first acted, as bars and as a table.

Only stated months are drawn; how many cases state none is always told beside them.
Bars are drawn in units of months: a month without a case is a gap as wide as a bar.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count as count_from

from django.db.models import Count
from django.utils.formats import date_format

from cases import display
from cases.charts.groups import counts_by_group
from cases.models import OffenceType
from cases.models.case_queries import CaseQuerySet

# Older years are in the table only: bars and years would run into each other.
MOST_YEARS = 10
# Bars are 0 to HEIGHT high; one with a case is never too low to be seen.
HEIGHT = 100
LOWEST = 2.0
MOST_LEVELS = 4
MOST_LABELS = 6  # on a phone

MonthCounts = Mapping[date | None, int]


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis, in percent of its length from the left or from the top.

    ``is_spare`` ones are left out where all would run into each other.
    """

    at: float
    label: str
    is_spare: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """What bars are measured by: whole years, round numbers of cases up to ``top``."""

    first: int
    last: int
    step: int
    top: int

    @property
    def months(self) -> int:
        """The number of months from the first January to the last December."""
        return 12 * (self.last - self.first + 1)

    @property
    def levels(self) -> tuple[Tick, ...]:
        """The numbers beside the bars, highest first."""
        return tuple(
            Tick(round(HEIGHT - HEIGHT * count / self.top, 2), str(count))
            for count in range(self.top, 0, -self.step)
        )

    @property
    def labels(self) -> tuple[Tick, ...]:
        """The words below the bars: years, or the months when there is one year."""
        words = (
            month_names()
            if self.first == self.last
            else [str(year) for year in range(self.first, self.last + 1)]
        )
        are_many = len(words) > MOST_LABELS
        return tuple(
            Tick(
                round((at + 0.5) / len(words) * 100, 2),
                word,
                is_spare=are_many and (len(words) - at) % 2 == 0,
            )
            for at, word in enumerate(words)
        )

    @property
    def januaries(self) -> tuple[float, ...]:
        """Where years meet, in percent of the width."""
        years = self.last - self.first + 1
        return tuple(round(at / years * 100, 2) for at in range(1, years))


@dataclass(frozen=True, slots=True)
class Bar:
    """One month with cases: its place from the left and its height."""

    x: int
    height: float
    month: date
    count: int

    @property
    def y(self) -> float:
        """The bar's top, measured from the drawing's top."""
        return round(HEIGHT - self.height, 2)


@dataclass(frozen=True, slots=True)
class Year:
    """A row of the table: twelve months as (2024-08, cases), and their sum."""

    year: int
    months: tuple[tuple[str, int], ...]
    count: int


@dataclass(frozen=True, slots=True)
class MonthChart:
    """Bars on their scale, the table behind them, and what is not in the drawing.

    ``unstated`` cases name no month, ``earlier`` ones one before the drawn years.
    """

    scale: Scale
    bars: tuple[Bar, ...]
    years: tuple[Year, ...]
    unstated: int
    earlier: int

    @property
    def stated(self) -> int:
        """The cases whose month is stated, drawn or not."""
        return sum(year.count for year in self.years)

    @property
    def total(self) -> int:
        """All cases, with month or without."""
        return self.stated + self.unstated

    @property
    def most(self) -> Bar | None:
        """The month with the most cases of those drawn, the latest of several."""
        return max(self.bars, key=lambda bar: (bar.count, bar.x), default=None)

    @property
    def month_names(self) -> list[str]:
        """The heads of the table's twelve columns."""
        return month_names()

    @property
    def path(self) -> str:
        """All bars as one path, short enough for pages that draw many charts."""
        return "".join(
            f"M{bar.x}.1 {HEIGHT}v-{bar.height:g}h.8v{bar.height:g}z"
            for bar in self.bars
        )


@dataclass(frozen=True, slots=True)
class GroupCharts:
    """Charts of the groups of offences on one scale, and their table.

    ``charts`` are (group, its name, its chart); ``rows`` are the months with cases,
    latest first, each with a number for every chart; ``has_earlier`` says that some
    lie before the drawn years and are left out. ``stated`` of ``total`` cases state
    their month.
    """

    scale: Scale
    charts: tuple[tuple[str, str, MonthChart], ...]
    rows: tuple[tuple[date, tuple[int, ...]], ...]
    has_earlier: bool
    stated: int
    total: int


def month_names() -> list[str]:
    """The twelve months, short: 1月, Jan."""
    style = "M" if display.is_english() else "n月"
    return [date_format(date(2000, number, 1), style) for number in range(1, 13)]


def month_counts(cases: CaseQuerySet) -> MonthCounts:
    """The number of cases by stated month, None for those without; one query."""
    rows = cases.order_by().values_list("month").annotate(Count("pk"))
    return Counter(dict(rows))


def group_month_counts(cases: CaseQuerySet) -> dict[str, MonthCounts]:
    """The same for each group of offences that has any, in their order; one query.

    A case counts once for each group that it is filed under.
    """
    counts: dict[str, Counter[date | None]] = {
        group: Counter() for group in OffenceType.Group.values
    }
    for (month, group), count in counts_by_group(cases, "month").items():
        counts[group][month] = count
    return {group: each for group, each in counts.items() if each}


def scale_of(every: Iterable[MonthCounts]) -> Scale | None:
    """One scale for all these counts; None when no case states its month."""
    stated = [
        (month.year, count)
        for counts in every
        for month, count in counts.items()
        if month
    ]
    if not stated:
        return None
    last = max(year for year, _count in stated)
    first = max(min(year for year, _count in stated), last - MOST_YEARS + 1)
    most = max(count for year, count in stated if year >= first)
    steps = (digit * 10**zeros for zeros in count_from(0) for digit in (1, 2, 5))
    step = next(step for step in steps if step * MOST_LEVELS >= most)
    return Scale(first, last, step, top=-(-most // step) * step)


def month_chart(counts: MonthCounts) -> MonthChart | None:
    """The chart of these counts on their own scale; None when none is of a month."""
    scale = scale_of([counts])
    return drawn(counts, scale) if scale else None


def drawn(counts: MonthCounts, scale: Scale) -> MonthChart:
    """The chart of these counts on a scale that may be others' too."""
    stated = {month: count for month, count in counts.items() if month}
    bars = tuple(
        Bar(
            x=12 * (month.year - scale.first) + month.month - 1,
            height=round(max(HEIGHT * count / scale.top, LOWEST), 2),
            month=month,
            count=count,
        )
        for month, count in sorted(stated.items())
        if month.year >= scale.first
    )
    return MonthChart(
        scale=scale,
        bars=bars,
        years=tuple(
            _year(year, stated)
            for year in sorted({month.year for month in stated}, reverse=True)
        ),
        unstated=counts.get(None, 0),
        earlier=sum(
            count for month, count in stated.items() if month.year < scale.first
        ),
    )


def _year(year: int, counts: Mapping[date, int]) -> Year:
    months = [date(year, number, 1) for number in range(1, 13)]
    cells = tuple((f"{month:%Y-%m}", counts.get(month, 0)) for month in months)
    return Year(year, cells, sum(count for _month, count in cells))


def group_charts(cases: CaseQuerySet, every: MonthCounts) -> GroupCharts | None:
    """A chart for each group of offences that has cases; one query.

    ``every`` are the same cases by month, whatever they are filed under. None when no
    case states its month.
    """
    counts = group_month_counts(cases)
    scale = scale_of(counts.values())
    if scale is None:
        return None
    charts = tuple(
        (group, str(OffenceType.Group(group).label), drawn(each, scale))
        for group, each in counts.items()
    )
    months = {month for each in counts.values() for month in each if month}
    shown = [month for month in months if month.year >= scale.first]
    return GroupCharts(
        scale=scale,
        charts=charts,
        rows=tuple(
            (month, tuple(counts[group][month] for group, _name, _chart in charts))
            for month in sorted(shown, reverse=True)
        ),
        has_earlier=len(shown) < len(months),
        stated=sum(every.values()) - every.get(None, 0),
        total=sum(every.values()),
    )
