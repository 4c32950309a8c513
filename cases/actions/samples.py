"""The samples: bulletins in our own words, so that a new catalogue shows something."""

from __future__ import annotations

from datetime import date
from importlib.resources import files

from django.contrib.auth.models import User

from cases.actions.errors import PublishingBlocked
from cases.actions.importing import Origin, import_bulletin
from cases.actions.permissions import action
from cases.actions.publishing import publish_case
from cases.models import Bulletin

SAMPLES = files("cases").joinpath("samples")


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
                publish_case(case=case, by=by)
            except PublishingBlocked:
                continue
            published += 1
    return bulletins, published


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
