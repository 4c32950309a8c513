"""When things happened: from the offending to the case's page here."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.timezone import localdate
from django.utils.translation import gettext

from cases import display
from cases.models import Case


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what happened, when in words ("" when it is not stated), and the
    date for machines where it is a single one."""

    label: str
    when: str
    datetime: str = ""


def timeline(case: Case) -> list[Step]:
    """The four steps of every case, in the order in which they follow each other."""
    bulletin = case.bulletin.published
    added = localdate(case.published_at)
    return [
        Step(gettext("Offending"), display.period(case)),
        Step(
            gettext("Authorities acted"),
            display.month(case.month),
            f"{case.month:%Y-%m}" if case.month else "",
        ),
        Step(
            gettext("Bulletin published"),
            display.day(bulletin),
            f"{bulletin:%Y-%m-%d}" if bulletin else "",
        ),
        Step(gettext("Added here"), display.day(added), f"{added:%Y-%m-%d}"),
    ]
