"""Knows a repost by how its cases begin."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher

from django.db import connection

from cases.documents import squash
from cases.models import Bulletin, Case

OPENING = 150
# Below this length two openings may be alike by chance (近日，某地警方 ...).
SHORTEST_OPENING = 30
ALIKE = 0.97

SHINGLE = 8
PRINTS = 8
# A print of more cases is a formula (公安机关网安部门工作发现) and tells nothing.
FORMULA_CASES = 500

# The frequent elements of the column, as ANALYZE found them; the last few frequencies
# belong to no element.
FORMULAS = """
SELECT print FROM pg_class, pg_stats, unnest(
    most_common_elems::text::integer[], most_common_elem_freqs
) AS element (print, share)
WHERE pg_class.oid = 'cases_case'::regclass
    AND schemaname = relnamespace::regnamespace::text
    AND tablename = relname AND attname = 'opening_prints'
    AND print IS NOT NULL AND share * reltuples > %s
"""


def opening_of(passage: str) -> str:
    """The first 150 characters of a passage without white space and markup."""
    return squash(passage)[:OPENING]


def prints_of(opening: str) -> list[int]:
    """Eight hashes that two openings which are 0.97 alike almost surely share one of.

    They are the smallest among the CRC-32 of all stretches of eight characters, so
    that the database finds by an index what is then compared character by
    character.
    """
    if len(opening) < SHORTEST_OPENING:
        return []
    hashes = {
        zlib.crc32(opening[place : place + SHINGLE].encode()) >> 1  # a signed column
        for place in range(len(opening) - SHINGLE + 1)
    }
    return sorted(hashes)[:PRINTS]


def are_alike(one: str, other: str) -> bool:
    """Whether two openings differ in at most three characters of a hundred.

    >>> are_alike("案例一" + "警方在某小区抓获一名贩卖账号的人" * 9,
    ...           "案例1" + "警方在某小区抓获一名贩卖账号的人" * 9)
    True
    """
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def formulas() -> set[int]:
    """The prints that more than five hundred cases have; one query, of no rows."""
    with connection.cursor() as cursor:
        cursor.execute(FORMULAS, [FORMULA_CASES])
        return {one for (one,) in cursor.fetchall()}


def find_original(cases: Iterable[Case]) -> Bulletin | None:
    """The known bulletin that tells at least half of these cases, if there is one.

    ``cases`` are all cases of one stored bulletin; the bulletin with the most of
    them wins, among equals the older one. Cases are compared that share a print which
    is no formula: two alike openings share about six, and a formula would bring
    thousands that are not.
    """
    cases = list(cases)
    prints = {one for case in cases for one in case.opening_prints} - formulas()
    if not prints:
        return None
    known = (
        Case.objects.filter(opening_prints__overlap=list(prints))
        .exclude(bulletin__in={case.bulletin_id for case in cases})
        .values_list("bulletin_id", "opening", "opening_prints")
    )
    by_print: dict[int, list[tuple[int, str]]] = {}
    for bulletin_id, opening, its_prints in known:
        for one in prints.intersection(its_prints):
            by_print.setdefault(one, []).append((bulletin_id, opening))
    told: Counter[int] = Counter()
    for case in cases:
        candidates = {
            found for one in case.opening_prints for found in by_print.get(one, [])
        }
        told.update(
            {
                bulletin_id
                for bulletin_id, opening in candidates
                if are_alike(opening, case.opening)
            }
        )
    if not told:
        return None
    original, count = min(told.items(), key=lambda item: (-item[1], item[0]))
    return Bulletin.objects.get(pk=original) if 2 * count >= len(cases) else None
