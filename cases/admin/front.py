"""The desk's front page: what waits."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Prefetch, Q

from cases.actions.checking import doubts
from cases.actions.samples import Samples
from cases.admin.samples import samples_to_remove
from cases.models import Bulletin, Case, Report

MOST_WAITING = 50
MOST_DONE = 8


@dataclass(frozen=True, slots=True)
class Waiting:
    """A bulletin that waits: how many drafts, and in how many something is in
    doubt."""

    bulletin: Bulletin
    drafts: int
    in_doubt: int


@dataclass(frozen=True, slots=True)
class FrontPage:
    """What waits, the oldest first; the last ones done; counts of all;
    the samples while they stand beside bulletins of its own."""

    waiting: list[Waiting]
    waiting_count: int
    done: list[Bulletin]
    drafts: int
    published: int
    reports: int
    samples: Samples | None


def front_page() -> FrontPage:
    """Read the front page in seven queries, eight while there are samples."""
    drafts = Case.objects.filter(status=Case.Status.DRAFT).only(
        "bulletin_id", "cautions", "checked_fields"
    )
    undone = Bulletin.objects.exclude(state=Bulletin.State.DONE)
    waiting = (
        undone.select_related("likely_copy_of")
        .prefetch_related(Prefetch("cases", drafts))
        .order_by("created_at", "pk")[:MOST_WAITING]
    )
    done = (
        Bulletin.objects.filter(state=Bulletin.State.DONE)
        .annotate(
            published_cases=Count(
                "cases", filter=Q(cases__status=Case.Status.PUBLISHED)
            )
        )
        .order_by("-created_at", "-pk")[:MOST_DONE]
    )
    counts = Case.objects.aggregate(
        drafts=Count("pk", filter=Q(status=Case.Status.DRAFT)),
        published=Count("pk", filter=Q(status=Case.Status.PUBLISHED)),
    )
    return FrontPage(
        waiting=[
            Waiting(bulletin, len(drafts), sum(bool(doubts(case)) for case in drafts))
            for bulletin in waiting
            for drafts in [list(bulletin.cases.all())]
        ],
        waiting_count=undone.count(),
        done=list(done),
        reports=Report.objects.waiting().count(),
        samples=samples_to_remove(),
        **counts,
    )
