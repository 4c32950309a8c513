"""What else to read: the cases beside one in its bulletin, and those like it.

The database finds them in one query whatever the number of cases, a second brings what
is shown of them, a third their offences.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet, Value
from django.utils.translation import gettext_lazy as _

from cases.models import Case, CaseOffence
from cases.models.case_queries import CaseQuerySet

PREVIOUS, NEXT = "previous", "next"
# Why a case is shown, the best reason first: a case is shown for one only.
REASONS = {
    "offence-city": _("Same offence and city"),
    "offence-bulletin": _("Same offence, same bulletin"),
    "offence-month": _("Same offence and month"),
    "city": _("Same city"),
    "offence": _("Same offence"),
}
MOST_FOR_A_REASON = 3
MOST = 5


@dataclass(frozen=True, slots=True)
class Related:
    """A case that has something in common with another, and what.

    ``offence`` is its own primary one where that is not the same.
    """

    case: Case
    reason: str
    offence: str = ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The published cases before and after one in its bulletin, and some like it."""

    previous: Case | None
    next: Case | None
    related: tuple[Related, ...]


def surroundings(case: Case) -> Surroundings:
    """What surrounds a published case; its offences must be loaded."""
    ways: list[Any] = [
        way.annotate(way=Value(name)).values_list("pk", "way")
        for name, way in _ways(case)
    ]
    found = list(ways[0].union(*ways[1:], all=True))
    beside = {way: pk for pk, way in found if way in (PREVIOUS, NEXT)}
    like: dict[int, str] = {}
    for reason in REASONS:
        for pk, way in found:
            if way == reason and pk not in beside.values() and len(like) < MOST:
                like.setdefault(pk, reason)
    cases = _shown([*beside.values(), *like])
    return Surroundings(
        cases.get(beside.get(PREVIOUS, 0)),
        cases.get(beside.get(NEXT, 0)),
        tuple(
            Related(
                cases[pk],
                str(REASONS[reason]),
                _offence(cases[pk]) if reason == "city" else "",
            )
            for pk, reason in like.items()
            if pk in cases
        ),
    )


def _ways(case: Case) -> Iterator[tuple[str, QuerySet[Case]]]:
    """For each reason the few cases that it brings."""
    others = Case.objects.published().exclude(pk=case.pk)
    bulletin = others.filter(bulletin=case.bulletin_id)
    yield PREVIOUS, bulletin.filter(number__lt=case.number).order_by("-number")[:1]
    yield NEXT, bulletin.filter(number__gt=case.number).order_by("number")[:1]
    primary = next(iter(case.case_offences.all()), None)
    city = case.region and case.region.city_id
    in_city = others.filter(region__city=city) if city else others.none()
    if primary:
        yield "offence-city", _latest(in_city, primary)
        yield "offence-bulletin", _latest(bulletin, primary)
        if case.month:
            yield "offence-month", _latest(others.filter(month=case.month), primary)
        yield "offence", _latest(others, primary)
    if city:
        yield "city", in_city.by_month()[:MOST_FOR_A_REASON]


def _offence(case: Case) -> str:
    filed = next(iter(case.case_offences.all()), None)
    return filed.offence_type.label() if filed else ""


def _latest(cases: CaseQuerySet, offence: CaseOffence) -> QuerySet[Case]:
    """The latest of the cases that are filed under the offence, first or not."""
    filed = cases.filter(case_offences__offence_type=offence.offence_type_id)
    return filed.by_month()[:MOST_FOR_A_REASON]


def _shown(keys: list[int]) -> dict[int, Case]:
    """The cases of these keys with all that a line about them shows."""
    offences = CaseOffence.objects.select_related("offence_type")
    cases = Case.objects.published().filter(pk__in=keys)
    return {
        one.pk: one
        for one in cases.select_related("region__city", "region__province")
        .prefetch_related(Prefetch("case_offences", offences))
        .defer("noise", "cautions", "search_text")
    }
