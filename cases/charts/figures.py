"""The figures behind the charts as tables for data users: CSV, one number a row."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from io import StringIO

from django.utils.translation import gettext

from cases import display
from cases.charts.months import MonthCounts, group_month_counts, month_counts
from cases.charts.places import Places, heat_table, place_counts
from cases.charts.ranks import offence_counts, offence_ranks
from cases.exports import BOM
from cases.filter_fields import NONE
from cases.models import OffenceType
from cases.models.case_queries import CaseQuerySet

Row = Sequence[str | int]


def as_csv(head: Row, rows: Iterable[Row]) -> str:
    """A whole table as CSV (RFC 4180) that Excel takes for UTF-8."""
    file = StringIO()
    writer = csv.writer(file)
    writer.writerow(head)
    writer.writerows(rows)
    return BOM + file.getvalue()


def month_rows(counts: MonthCounts) -> list[tuple[str, str, int]]:
    """(2024-08, 2024年8月, 3) for each month with cases, the unstated last."""
    stated = sorted(month for month, count in counts.items() if month and count)
    rows = [(f"{month:%Y-%m}", display.month(month), counts[month]) for month in stated]
    if counts.get(None):
        rows.append((NONE, gettext("Not stated"), counts[None]))
    return rows


def place_rows(places: Places) -> list[tuple[str, str, int]]:
    """(140800, 运城市, 3) for each division by code, the unstated last."""
    rows = [
        (code, places.regions[code].label(), places.counts[code])
        for code in sorted(places.counts)
    ]
    if places.unstated:
        rows.append((NONE, gettext("Not stated"), places.unstated))
    return rows


def page_figures(cases: CaseQuerySet, *, offences: bool = True) -> str:
    """All figures of a place's or an offence's page: months, places, offences.

    Columns: what is counted by, the value as the list's filter takes it (of places
    the code), its name in the page's language, the number of cases.
    """
    rows: list[Row] = [("month", *row) for row in month_rows(month_counts(cases))]
    rows += [("place", *row) for row in place_rows(Places(place_counts(cases)))]
    if offences:
        rows += [
            ("offence", rank.key, rank.name, rank.count)
            for rank in offence_ranks(offence_counts(cases))
        ]
    return as_csv(("by", "value", "name", "cases"), rows)


def months_by_group(cases: CaseQuerySet) -> str:
    """Cases by month and group of offences; a case counts for each of its groups."""

    def key(month: date | None) -> tuple[bool, date]:
        return month is None, month or date.min

    rows = [
        (
            f"{month:%Y-%m}" if month else NONE,
            group,
            str(OffenceType.Group(group).label),
            counts[month],
        )
        for group, counts in group_month_counts(cases).items()
        for month in sorted(counts, key=key)
    ]
    return as_csv(("month", "group", "name", "cases"), rows)


def cities_by_group(cases: CaseQuerySet) -> str:
    """Cases by city and group of offences; a case counts for each of its groups."""
    table = heat_table(cases, Places(place_counts(cases)), most_rows=None)
    names = dict(table.groups)
    rows = [
        (row.region.code, row.region.label(), cell.group, names[cell.group], cell.count)
        for row in table.rows
        for cell in row.cells
        if cell.count
    ]
    return as_csv(("code", "city", "group", "name", "cases"), rows)
