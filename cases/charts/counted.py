"""The numbers of a list as charts take them, from where they are kept.

Charts of a place or an offence are those of a list with one filter, whose numbers are
known at any number of cases (cases.counting).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from cases.charts.months import MonthCounts
from cases.charts.places import PlaceCounts
from cases.counting import Counts
from cases.models.marks import Kind


def by_month(counts: Counts) -> MonthCounts:
    """The cases by stated month, None for those without."""
    return {
        date.fromisoformat(f"{month}-01") if month else None: number
        for month, number in counts.by[Kind.MONTH].items()
    }


def by_place(counts: Counts) -> PlaceCounts:
    """The cases by the division that their text names, None for those without."""
    return {code or None: number for code, number in counts.by[Kind.REGION].items()}


def by_offence(counts: Counts) -> Mapping[int, int]:
    """The cases by the key of each offence type that they are filed under."""
    return {int(key): number for key, number in counts.by[Kind.OFFENCE].items()}
