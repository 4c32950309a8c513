"""Counts that are kept: how many published cases carry a mark, alone or with another.

``cases.models.marks`` names the marks, migration 0015 keeps the numbers.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from django.db import connection

from cases.models.case_queries import CaseQuerySet
from cases.models.marks import Kind

# Counts by kind and value, as tallies and counting by rows give them.
Marked = Mapping[Kind, Mapping[str, int]]

TALLIES = """
SELECT other_kind, other, sum(n)::bigint AS n FROM cases_tallies
WHERE kind = %s AND value = ANY (%s) AND other_kind = ANY (%s)
GROUP BY other_kind, other HAVING sum(n) > 0
"""


KNOWN = """
SELECT other FROM cases_tallies
WHERE kind = 0 AND value = '' AND other_kind = %s AND other = ANY (%s)
GROUP BY other HAVING sum(n) > 0
"""
# In the place of a kind: a number of bulletins, and keys by their place on a page.
BULLETINS = 9
PLACE = 11
WITH_BULLETINS = """
WITH tallied AS MATERIALIZED ({tallies})
SELECT * FROM tallied
UNION ALL
SELECT 9, '', ({counted})
WHERE {is_whole} OR (SELECT coalesce(sum(n), 0) FROM tallied WHERE other_kind = 0)
    <= {most}
"""
CATALOGUE = """
SELECT coalesce(sum(n) FILTER (WHERE other_kind = 0), 0),
    casebook_public_bulletins(),
    coalesce(sum(n) FILTER (WHERE other_kind = 8), 0)
FROM cases_tallies WHERE kind = 0 AND value = '' AND other_kind IN (0, 8)
"""


def whole_catalogue() -> tuple[int, int, int]:
    """The published cases, their bulletins, and how many cases are samples."""
    with connection.cursor() as cursor:
        cursor.execute(CATALOGUE)
        cases, bulletins, samples = cursor.fetchone()
    return int(cases), int(bulletins), int(samples)


def number_of_cases() -> int:
    """How many cases are published; one query."""
    return tallies(Kind.ALL, [""], [Kind.ALL])[Kind.ALL].get("", 0)


def known_values(kind: Kind, values: Collection[str]) -> set[str]:
    """Those of the values that a published case carries; one query."""
    with connection.cursor() as cursor:
        cursor.execute(KNOWN, [kind, list(values)])
        return {value for (value,) in cursor.fetchall()}


def tallies(kind: Kind, values: Collection[str], others: Collection[Kind]) -> Marked:
    """The published cases with one of the values, by their marks of other kinds.

    Values of a kind that a case has only one of (places, months, campaigns) are added
    up; of other kinds ask for one. One query, at any number of cases.
    """
    return read_rows(TALLIES, [kind, list(values), list(others)], others).by


def tallies_and_bulletins(
    kind: Kind,
    values: Collection[str],
    others: Collection[Kind],
    cases: CaseQuerySet | None = None,
    most: int = 0,
) -> tuple[Marked, int | None]:
    """The same, and the number of bulletins, in one query.

    Bulletins are kept for the whole catalogue. Of its parts the ``cases`` are given and
    their bulletins counted, unless there are more than ``most`` of them. The kinds must
    have ALL among them.
    """
    counted: str = "SELECT casebook_public_bulletins()"
    parameters: Sequence[Any] = ()
    if cases is not None:
        own, parameters = cases.values_list("bulletin_id").query.sql_with_params()
        counted = f"SELECT count(DISTINCT bulletin_id) FROM ({own}) AS one"
    asked = WITH_BULLETINS.format(
        tallies=TALLIES, counted=counted, most=most, is_whole=cases is None
    )
    rows = read_rows(asked, [kind, list(values), list(others), *parameters], others)
    return rows.by, rows.bulletins


class Rows(NamedTuple):
    """What a query of kind, value and number tells.

    Numbers by the kinds asked for; the number of bulletins, None when the query does
    not count them; the keys of a page in order, none when it gives none.
    """

    by: dict[Kind, dict[str, int]]
    bulletins: int | None
    keys: tuple[int, ...]


def read_rows(asked: str, parameters: Sequence[Any], others: Collection[Kind]) -> Rows:
    """The answers of a query of kind, value and number, by the kinds asked for."""
    # An IntEnum is found by its number.
    found: dict[Kind, dict[str, int]] = {other: {} for other in others}
    bulletins = None
    keys: dict[int, int] = {}
    with connection.cursor() as cursor:
        cursor.execute(asked, parameters)
        for other_kind, other, number in cursor.fetchall():
            if other_kind == BULLETINS:
                bulletins = number
            elif other_kind == PLACE:
                keys[int(other)] = number
            else:
                found[other_kind][other] = number
    return Rows(found, bulletins, tuple(keys[place] for place in sorted(keys)))
