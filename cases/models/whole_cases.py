"""A case with all that its own page shows, in one query.

As objects loaded one relation after the other it took seven queries, and making their
SQL took longer than answering them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection, models

from cases.models.bulletins import Bulletin, Copy
from cases.models.cards import OFFENCES_AND_SUMS
from cases.models.cases import Amount, Case, CaseOffence
from cases.models.prepared import Prepared
from cases.models.vocabularies import gazetteer, offences


def _columns_of(model: type[models.Model], names: str) -> list[str]:
    """These columns of a model in its own order, in which ``from_db`` takes them."""
    asked = names.split()
    return [one.attname for one in model._meta.concrete_fields if one.attname in asked]


CASE = _columns_of(
    Case,
    "id number passage_start passage_end region_id agency month listed_month "
    "listed_month_basis occurred_from occurred_from_precision occurred_to "
    "occurred_to_precision people people_qualifier coercive coercive_qualifier "
    "outcomes suspects shown_title shown_text status status_at status_reason "
    "published_at noindex bulletin_id copy_id",
)
BULLETIN = _columns_of(Bulletin, "id title issuer published is_sample")
COPY = _columns_of(Copy, "id bulletin_id account url")


def _columns(table: str, names: Iterable[str]) -> str:
    return ", ".join(f"{table}.{name}" for name in names)


WHOLE = Prepared(
    f"""
SELECT {_columns("one", CASE)},
    {_columns("bulletin", BULLETIN)},
    {_columns("copy", COPY)},
    one.noise::json,
    greatest(one.published_at, (
        SELECT max(created_at) FROM cases_event AS event
        WHERE event.case_id = one.id AND event.action = ANY (%(changes)s)
    )),
    {OFFENCES_AND_SUMS},
    (
        SELECT json_agg(
            json_build_array(field, position, start, "end")
            ORDER BY position, start, evidence.id
        )
        FROM cases_evidence AS evidence
        WHERE evidence.case_id = one.id AND is_current
    ),
    (
        SELECT json_agg(
            json_build_array(account, url, published) ORDER BY published, other.id
        )
        FROM cases_copy AS other
        WHERE other.bulletin_id = one.bulletin_id
            AND other.id <> one.copy_id AND other.url <> ''
    )
FROM cases_case AS one
JOIN cases_bulletin AS bulletin ON bulletin.id = one.bulletin_id
JOIN cases_copy AS copy ON copy.id = one.copy_id
WHERE one.id = %(key)s AND one.status IN ('published', 'withdrawn')
""",
    key="bigint",
    changes="text[]",
)


@dataclass(slots=True)
class Words:
    """Where a value of a field was read from, as offsets in the stored text."""

    field: str
    position: int
    start: int | None
    end: int | None


@dataclass(slots=True)
class OtherCopy:
    """Another copy of the case's bulletin that has an address."""

    account: str
    url: str
    published: date | None


@dataclass(slots=True)
class WholeCase:
    """A public case and what belongs to it.

    ``case`` has its bulletin, copy, region, offences and sums at hand, and
    ``changed_at`` as ``cases.changes`` says. ``words`` is the evidence in force by
    position and place.
    """

    case: Case
    words: tuple[Words, ...]
    copies: tuple[OtherCopy, ...]


def whole_case(key: int, changes: Sequence[str]) -> WholeCase | None:
    """The case that is published or was withdrawn; None when there is none.

    ``changes`` are the steps after which its page may read otherwise. One query.
    """
    rows = WHOLE.rows(key=key, changes=list(changes))
    if not rows:
        return None
    [row] = rows
    at = len(CASE), len(CASE) + len(BULLETIN)
    end = at[1] + len(COPY)
    case: Any = Case.from_db(connection.alias, CASE, row[: at[0]])
    case.bulletin = Bulletin.from_db(connection.alias, BULLETIN, row[at[0] : at[1]])
    case.copy = Copy.from_db(connection.alias, COPY, row[at[1] : end])
    case.noise, case.changed_at, filed, sums, words, copies = row[end:]
    case.region = gazetteer([case.region_id]).by_code.get(case.region_id or "")
    types = offences(filed).by_key
    # As prefetched: the case has these rows without asking for them.
    case._prefetched_objects_cache = {
        "case_offences": _known(
            CaseOffence(case=case, offence_type=types[one], position=position)
            for position, one in enumerate(filed)
        ),
        "amounts": _known(
            Amount(
                case=case,
                kind=kind,
                yuan=yuan,
                original=original,
                qualifier=qualifier,
                is_primary=is_primary,
            )
            for kind, yuan, original, qualifier, is_primary in sums or ()
        ),
    }
    return WholeCase(
        case,
        tuple(Words(*one) for one in words or ()),
        tuple(
            OtherCopy(account, url, day and date.fromisoformat(day))
            for account, url, day in copies or ()
        ),
    )


def _known(rows: Iterable[models.Model]) -> models.QuerySet[Any]:
    """Rows as a queryset that was evaluated."""
    found: list[Any] = list(rows)
    known: Any = models.QuerySet(type(found[0]) if found else None)
    known._result_cache = found
    known._prefetch_done = True
    return known
