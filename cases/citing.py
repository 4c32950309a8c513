"""How a case of the catalogue is cited by the Chinese standard."""

from __future__ import annotations

from datetime import date

from django.utils.timezone import localdate

from cases import headings
from cases.models import Case


def gbt7714(case: Case, url: str, accessed: date) -> str:
    """A reference by GB/T 7714-2015 (4.6: a part of an electronic resource).

    Responsible. Title[DB/OL]//Work. (updated)[accessed]. Address. A sample is the
    catalogue's own words, so that nobody else is responsible for it.
    """
    parts = [] if case.bulletin.is_sample else [case.bulletin.issuer]
    parts.append(f"{headings.heading(case)}[DB/OL]//案件簿")
    day = localdate(case.published_at)
    parts.append(f"({day:%Y-%m-%d})[{accessed:%Y-%m-%d}]")
    return ". ".join([*filter(None, parts), url]) + "."
