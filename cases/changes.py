"""When what the public sees last changed: for feeds, sitemaps and caches."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Greatest

from cases.models import Event
from cases.models.case_queries import CaseQuerySet

# The steps after which a public page may read otherwise.
CHANGES = (
    Event.Action.PUBLISHED,
    Event.Action.CORRECTED,
    Event.Action.UNDONE,
    Event.Action.REDACTED,
    Event.Action.REDACTION_LIFTED,
    Event.Action.COPY_ADDED,
    Event.Action.WITHDRAWN,
    Event.Action.SAMPLES_REMOVED,
)


def with_changes(cases: CaseQuerySet) -> CaseQuerySet:
    """Public cases, each with ``changed_at``: when it was published or last changed.

    What is done to a draft comes before it is published and counts for nothing.
    """
    latest = (
        Event.objects.filter(case=OuterRef("pk"), action__in=CHANGES)
        .order_by("-created_at")
        .values("created_at")[:1]
    )
    first: Any = F("published_at")
    return cases.annotate(changed_at=Greatest(first, Coalesce(Subquery(latest), first)))


def last_change() -> datetime | None:
    """When anything public last changed, withdrawals included; None: never.

    A list that lost a case looks older by what is left in it; this does not. What is
    done to a draft counts for nothing here either.
    """
    public = Q(case=None) | Q(case__published_at__isnull=False)
    steps = Event.objects.filter(public, action__in=CHANGES).order_by("-pk")
    return steps.values_list("created_at", flat=True).first()
