"""The public log of what was put right in published cases.

It says when, in which case and which fact; never what stood there before, so that what
was blacked out or withdrawn is not told again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import F, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext

from cases.facts import LABELS
from cases.models import Case, Event

# What each step is in the log; an editor's undoing corrects as well.
KINDS = {
    Event.Action.CORRECTED: "corrected",
    Event.Action.UNDONE: "corrected",
    Event.Action.REDACTED: "redacted",
    Event.Action.WITHDRAWN: "withdrawn",
}


@dataclass(frozen=True, slots=True)
class Correction:
    """What was done to one case on one day, in words."""

    day: date
    case: Case
    what: str


def correction_events() -> QuerySet[Event]:
    """The steps of which the log consists, the latest first.

    Only of cases that are public or were withdrawn, and only after they had become
    public: what was corrected in a draft is nobody's concern.
    """
    return (
        Event.objects.filter(
            action__in=KINDS,
            case__status__in=[Case.Status.PUBLISHED, Case.Status.WITHDRAWN],
            created_at__gt=F("case__published_at"),
        )
        .select_related("case")
        .defer("before", "after", "case__noise", "case__cautions", "case__search_text")
        .order_by("-created_at", "-pk")
    )


def corrections(events: Iterable[Event]) -> list[Correction]:
    """The log's lines: steps of one kind on one case and day are one."""

    def line(event: Event) -> tuple[date, int | None, str]:
        kind = KINDS[Event.Action(event.action)]
        return localdate(event.created_at), event.case_id, kind

    found = []
    for (day, _case, kind), group in groupby(events, line):
        steps = list(group)
        if steps[0].case is not None:
            fields = list(dict.fromkeys(step.field for step in reversed(steps)))
            found.append(Correction(day, steps[0].case, _words(kind, fields)))
    return found


def _words(kind: str, fields: list[str]) -> str:
    if kind == "withdrawn":
        return gettext("withdrawn")
    if kind == "redacted":
        return gettext("words blacked out")
    labels = [
        gettext("Title") if field == "title" else str(LABELS[field])
        for field in fields
        if field in LABELS or field == "title"
    ]
    if not labels:
        return gettext("corrected")
    return gettext("corrected: %(facts)s") % {"facts": gettext(", ").join(labels)}
