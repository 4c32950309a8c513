"""Counts that are kept: how many published cases carry a mark, alone or with another.

``cases.models.marks`` names the marks, migration 0015 keeps the numbers.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.db import connection

from cases.models.marks import Kind

# Counts by kind and value, as tallies and counting by rows give them.
Marked = Mapping[Kind, Mapping[str, int]]

TALLIES = """
SELECT other_kind, other, sum(n) FROM cases_tallies
WHERE kind = %s AND value = ANY (%s) AND other_kind = ANY (%s)
GROUP BY other_kind, other HAVING sum(n) > 0
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


def tallies(kind: Kind, values: Collection[str], others: Collection[Kind]) -> Marked:
    """The published cases with one of the values, by their marks of other kinds.

    Values of a kind that a case has only one of (places, months, campaigns) are added
    up; of other kinds ask for one. One query, at any number of cases.
    """
    found: dict[Kind, dict[str, int]] = {other: {} for other in others}
    with connection.cursor() as cursor:
        cursor.execute(TALLIES, [kind, list(values), list(others)])
        for other_kind, other, number in cursor.fetchall():
            found[Kind(other_kind)][other] = int(number)
    return found
