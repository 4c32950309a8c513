"""The samples: bulletins in our own words, so that a new catalogue shows something,
and their end when it has bulletins of its own."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from django.contrib.auth.models import User
from django.db.models import Count

from cases.actions.errors import PublishingBlocked
from cases.actions.importing import Origin, import_bulletin
from cases.actions.permissions import action
from cases.actions.publishing import publish_case
from cases.models import Bulletin, Case, Copy, Event

log = logging.getLogger(__name__)

SAMPLES = files("cases").joinpath("samples")


@dataclass(frozen=True, slots=True)
class Samples:
    """How many samples there are: bulletins, and the cases in them."""

    bulletins: int
    cases: int


def samples() -> Samples:
    """The samples that are here, one query."""
    return Samples(
        **Bulletin.objects.filter(is_sample=True).aggregate(
            bulletins=Count("pk", distinct=True), cases=Count("cases")
        )
    )


@action("publish_case")
def load_samples(*, by: User) -> tuple[int, int]:
    """Import and publish the samples; nothing when there is any bulletin.

    Returns how many bulletins and how many public cases came of it. They are marked
    as samples, whose pages and exports treat them apart. A case that must not be
    published stays a draft.
    """
    if Bulletin.objects.exists():
        return 0, 0
    bulletins = published = 0
    for file in sorted(SAMPLES.iterdir(), key=lambda file: file.name):
        if not file.name.endswith(".md"):
            continue
        content = file.read_bytes()
        imported = import_bulletin(
            content=content,
            filename=file.name,
            origin=_origin(content.decode()),
            is_sample=True,
            by=by,
        )
        bulletins += 1
        assert imported.bulletin is not None  # the tests read every sample
        for case in imported.bulletin.cases.order_by("number"):
            try:
                # Nobody at this desk has checked what the reader doubts in them.
                publish_case(case=case, by=by, leave_doubts=True)
            except PublishingBlocked:
                continue
            published += 1
    return bulletins, published


@action("withdraw_case")
def remove_samples(*, by: User) -> Samples:
    """Delete every sample with all that belongs to it; what there was.

    This is final: their addresses lead nowhere, and the samples are loaded into an
    empty catalogue only. One event tells of it. Without samples nothing happens.
    """
    # Locked first, so that nobody adds to a bulletin that is going.
    bulletins = list(
        Bulletin.objects.filter(is_sample=True)
        .select_for_update()
        .values_list("pk", flat=True)
    )
    if not bulletins:
        return Samples(0, 0)
    cases = Case.objects.filter(bulletin__in=bulletins)
    removed = Samples(len(bulletins), cases.count())
    cases.delete()
    Bulletin.objects.filter(pk__in=bulletins).update(primary_copy=None)
    Copy.objects.filter(bulletin__in=bulletins).delete()
    Bulletin.objects.filter(pk__in=bulletins).delete()
    Event.objects.create(
        action=Event.Action.SAMPLES_REMOVED,
        before={"bulletins": removed.bulletins, "cases": removed.cases},
        created_by=by,
    )
    log.info("%s samples removed by %s", removed.bulletins, by)
    return removed


def _origin(text: str) -> Origin:
    """What a sample's front matter says of the bulletin that it retells."""
    block = text.split("---\n")[1]
    said = {
        key.strip(): value.strip()
        for key, _colon, value in (line.partition(":") for line in block.splitlines())
    }
    return Origin(
        account=said["account"],
        url=said["url"],
        published=date.fromisoformat(said["published"]),
    )
