"""What else to read: the cases beside one in its bulletin, and those like it.

One query, which looks at a bounded number of cases whatever their number: of a place or
a month at the newest; where those bring too few, of an offence at the newest of all or,
if these have few of it, at some of its own. Of few cases that is all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cases.models import Case, CaseOffence
from cases.models.cards import BEGINNING
from cases.models.prepared import Prepared
from cases.models.vocabularies import gazetteer, offences

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
ENOUGH = MOST + 2  # for two may stand beside the case
# How many of each division of the city are looked at, how many of the month or of all,
# and how many of a rare offence.
OF_A_DIVISION = 40
NEWEST = 300
RARE = 2_000

BEST = f"ORDER BY listed_month DESC, id DESC LIMIT {MOST_FOR_A_REASON}"
# The indexes of migration 0016 hold what each part reads.
AROUND = Prepared(
    f"""
WITH in_city AS (
    SELECT near.* FROM unnest(%(divisions)s::text[]) AS division, LATERAL (
        SELECT id, listed_month, offence_ids FROM cases_case
        WHERE status = 'published' AND region_id = division AND id <> %(key)s
        ORDER BY listed_month DESC, id DESC LIMIT {OF_A_DIVISION}
    ) AS near
), in_month AS (
    SELECT id, listed_month, offence_ids FROM cases_case
    WHERE status = 'published' AND month = %(month)s AND id <> %(key)s
    ORDER BY id DESC LIMIT {NEWEST}
), better AS MATERIALIZED (
    (SELECT 'city' AS way, id FROM in_city {BEST})
    UNION ALL
    (SELECT 'offence-city', id FROM in_city
    WHERE offence_ids @> %(offence)s::integer[] {BEST})
    UNION ALL
    (SELECT 'offence-bulletin', id FROM cases_case
    WHERE status = 'published' AND bulletin_id = %(bulletin)s AND id <> %(key)s
        AND offence_ids @> %(offence)s::integer[] {BEST})
    UNION ALL
    (SELECT 'offence-month', id FROM in_month
    WHERE offence_ids @> %(offence)s::integer[] {BEST})
), newest AS MATERIALIZED (
    SELECT * FROM (
        SELECT id, listed_month, offence_ids FROM cases_case
        WHERE status = 'published' AND id <> %(key)s
            AND (SELECT count(DISTINCT id) FROM better) < {ENOUGH}
        ORDER BY listed_month DESC, id DESC LIMIT {NEWEST}
    ) AS any_offence WHERE offence_ids @> %(offence)s::integer[]
), rare AS MATERIALIZED (
    SELECT id, listed_month FROM cases_case
    WHERE status = 'published' AND offence_ids @> %(offence)s::integer[]
        AND id <> %(key)s AND (SELECT count(*) FROM newest) < {MOST_FOR_A_REASON}
        AND (SELECT count(DISTINCT id) FROM better) < {ENOUGH}
    LIMIT {RARE}
), found AS (
    (SELECT 'previous' AS way, id FROM cases_case
    WHERE status = 'published' AND bulletin_id = %(bulletin)s AND number < %(number)s
    ORDER BY number DESC LIMIT 1)
    UNION ALL
    (SELECT 'next', id FROM cases_case
    WHERE status = 'published' AND bulletin_id = %(bulletin)s AND number > %(number)s
    ORDER BY number LIMIT 1)
    UNION ALL
    SELECT way, id FROM better
    UNION ALL
    (SELECT 'offence', id FROM (
        SELECT id, listed_month FROM newest UNION SELECT id, listed_month FROM rare
    ) AS filed WHERE id NOT IN (SELECT id FROM better) {BEST})
)
SELECT way, one.id, region_id, month, shown_title, left(shown_text, {BEGINNING}),
    (
        SELECT offence_type_id FROM cases_caseoffence AS filed
        WHERE filed.case_id = one.id ORDER BY position LIMIT 1
    )
FROM found JOIN cases_case AS one USING (id)
ORDER BY listed_month DESC, id DESC
""",
    key="bigint",
    bulletin="bigint",
    number="integer",
    divisions="text[]",
    month="date",
    offence="integer[]",
)
# In the order of the model.
SHOWN = ["id", "region_id", "month", "shown_title", "shown_text"]


@dataclass(frozen=True, slots=True)
class Related:
    """A case that has something in common with another, and what.

    Of its text only the beginning is loaded. ``offence`` is its own primary one where
    that is not the same.
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
    primary = next(iter(case.case_offences.all()), None)
    rows = _around(case, primary)
    places = gazetteer(row[2] for row in rows).by_code
    types = offences(row[6] for row in rows if row[6]).by_key
    language = get_language()
    cases: dict[int, Case] = {}
    ways: dict[str, list[int]] = {}
    labels: dict[int, str] = {}
    for way, *shown, offence in rows:
        one = Case.from_db(connection.alias, SHOWN, shown)
        one.region = places.get(one.region_id or "")
        cases[one.pk] = one
        ways.setdefault(way, []).append(one.pk)
        labels[one.pk] = types[offence].label_in(language) if offence else ""
    beside = [*ways.get(PREVIOUS, ()), *ways.get(NEXT, ())]
    like: dict[int, str] = {}
    for reason in REASONS:
        for key in ways.get(reason, ()):
            if key not in beside and len(like) < MOST:
                like.setdefault(key, reason)
    return Surroundings(
        cases.get(ways.get(PREVIOUS, [0])[0]),
        cases.get(ways.get(NEXT, [0])[0]),
        tuple(
            Related(
                cases[key],
                str(REASONS[reason]),
                labels[key] if reason == "city" else "",
            )
            for key, reason in like.items()
        ),
    )


def _around(case: Case, primary: CaseOffence | None) -> list[tuple[Any, ...]]:
    """The few cases of each way, the latest first, with what is shown of them."""
    city = case.region.city_id if case.region else None
    return AROUND.rows(
        key=case.pk,
        bulletin=case.bulletin_id,
        number=case.number,
        divisions=list(gazetteer().of_city.get(city, ())) if city else [],
        month=case.month,
        offence=[primary.offence_type_id] if primary else None,
    )
