"""The desk's front page: what waits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Prefetch, Q
from django.utils import timezone

from cases.actions.checking import doubts, open_flags
from cases.actions.samples import Samples
from cases.admin.samples import samples_to_remove
from cases.models import Bulletin, Case, Report

MOST_WAITING = 30
MOST_DONE = 8


@dataclass(frozen=True, slots=True)
class Waiting:
    """A bulletin that waits: how many drafts, in how many something is in doubt, and
    in how many personal data waits for a decision."""

    bulletin: Bulletin
    drafts: int
    in_doubt: int
    flagged: int

    @property
    def is_new(self) -> bool:
        """Whether it was imported less than a minute ago."""
        return timezone.now() - self.bulletin.created_at < timedelta(minutes=1)


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

    @property
    def in_doubt(self) -> int:
        """Drafts of the listed bulletins in which something is in doubt."""
        return sum(one.in_doubt for one in self.waiting)

    @property
    def flagged(self) -> int:
        """Drafts of the listed bulletins with personal data to decide on."""
        return sum(one.flagged for one in self.waiting)


def front_page() -> FrontPage:
    """Read the front page in nine queries, ten while there are samples."""
    drafts = (
        Case.objects.filter(status=Case.Status.DRAFT)
        .select_related("copy", "bulletin")
        .defer("copy__content")
        .prefetch_related("copy__privacy_decisions", "evidence")
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
            Waiting(
                bulletin,
                len(drafts),
                sum(bool(doubts(case)) for case in drafts),
                sum(bool(open_flags(case)) for case in drafts),
            )
            for bulletin in waiting
            for drafts in [list(bulletin.cases.all())]
        ],
        waiting_count=undone.count(),
        done=list(done),
        reports=Report.objects.waiting().count(),
        samples=samples_to_remove(),
        **counts,
    )
