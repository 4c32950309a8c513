"""Names with their numbers of cases, most first, each with a bar of its share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil, sqrt

from django.db.models import Count

from cases.models import CaseOffence
from cases.models.case_queries import CaseQuerySet
from cases.models.vocabularies import offences

# Shades of a cell, from 0 (no case) up.
DARKEST = 4


@dataclass(frozen=True, slots=True)
class Rank:
    """A name with its cases; ``share`` is the bar's length in percent of the longest.

    ``key`` is the subject's code or slug, ``group`` the hue of an offence's group.
    """

    key: str
    name: str
    url: str
    count: int
    share: float = 0
    group: str = ""


def ranked(ranks: Iterable[Rank]) -> tuple[Rank, ...]:
    """Most cases first, equals in the order given, shares filled in."""
    rows = sorted(ranks, key=lambda rank: -rank.count)
    most = max((rank.count for rank in rows), default=0) or 1
    return tuple(
        Rank(
            rank.key,
            rank.name,
            rank.url,
            rank.count,
            round(100 * rank.count / most, 1),
            rank.group,
        )
        for rank in rows
    )


def shade(count: int, most: int) -> int:
    """How dark a cell is: 0 without cases, DARKEST for the most.

    By the square root, so that few cases among very many still differ from none.
    """
    return ceil(DARKEST * sqrt(count / most)) if count else 0


def offence_counts(cases: CaseQuerySet) -> Mapping[int, int]:
    """The number of cases by the key of each offence type that they are filed under;
    one query."""
    rows = (
        CaseOffence.objects.filter(case__in=cases.order_by())
        .order_by()
        .values_list("offence_type_id")
        .annotate(Count("pk"))
    )
    return dict(rows)


def offence_ranks(counts: Mapping[int, int]) -> tuple[Rank, ...]:
    """The offence types by their numbers of cases.

    A case counts for each of its types, so the numbers add up to more than the
    cases.
    """
    return ranked(
        Rank(
            one.slug,
            one.label(),
            one.get_absolute_url(),
            counts[one.pk],
            group=one.group,
        )
        for one in offences(counts).by_key.values()
        if one.pk in counts
    )
