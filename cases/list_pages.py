"""One page of a list: which cases stand on it, found by the shorter of two ways.

The planner cannot tell how common a word is and sometimes walks through a million
cases for a rare one, or sorts half of them for the first page of a common one. So the
way is chosen here, by numbers that are known (docs/adr/0009):

- walk: the newest cases are read in the list's order until the page is full. Short
  when many cases pass. A window bounds it; when it holds too few, a longer one is read,
  and so on.
- gather: all cases that pass are found by their index and sorted. Short when few pass.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, cast

from django.db import connection

from cases.counting import counts_of, number_of_everything, reads_each
from cases.filters import CaseFilter
from cases.models.case_queries import ORDERS, CaseQuerySet, among_newest

# Each order of ORDERS from its other end.
BACKWARDS = {
    "": "listed_month, id",
    "published": "bulletin_published NULLS FIRST, id",
    "added": "published_at, id",
}
# A walk's first window at least, and how much longer each next one is.
FIRST_WINDOW = 1_000
LONGER = 8
# A case that is walked past is read, one that is gathered mostly from an index alone:
# gathering so many costs what walking past one does.
GATHERED_FOR_ONE_WALKED = 2
# A word in fewer cases than one of so many is rare.
RARE_IS = 50
# How many of the newest cases are looked at when anything else takes too long.
LONGEST_LOOK = 20_000

WALK = """
SELECT id FROM ({cases}) AS found ORDER BY {order} LIMIT {limit} OFFSET {offset}
"""
GATHER = """
WITH found AS MATERIALIZED ({cases})
SELECT id FROM found ORDER BY {order} LIMIT {limit} OFFSET {offset}
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A stretch of a list: its order and place, and what is known beforehand.

    ``found`` is how many cases the list has, None where that is not known, and
    ``everything`` how many the catalogue has, None for a list too short to walk.
    """

    order: str
    offset: int
    limit: int
    found: int | None = None
    everything: int | None = None

    @property
    def end(self) -> int:
        """How many cases have to be found in order."""
        return self.offset + self.limit


def keys(filters: CaseFilter, wanted: Wanted) -> list[int]:
    """The keys of the cases on a stretch of the list, in order."""
    if wanted.order == "relevance":
        return _by_relevance(filters, wanted)
    if not filters.active:
        return _of_everything(filters, wanted)
    for window in _windows(wanted):
        found = _walk(filters, wanted, window=window)
        is_all = wanted.everything is not None and window >= wanted.everything
        if len(found) == wanted.limit or is_all:
            return found
    return _gather(filters, wanted)


def _of_everything(filters: CaseFilter, wanted: Wanted) -> list[int]:
    """From the nearer end of the order's index, which holds just what is listed."""
    order, columns = ORDERS[wanted.order]
    asked = _sql(filters.narrowed(), columns)
    if wanted.found is None or wanted.end < wanted.found // 2:
        return _keys(WALK, *asked, order, wanted)
    end = min(wanted.end, wanted.found)
    limit = max(end - wanted.offset, 0)
    mirrored = replace(wanted, offset=wanted.found - end, limit=limit)
    return _keys(WALK, *asked, BACKWARDS[wanted.order], mirrored)[::-1]


def _windows(wanted: Wanted) -> Iterable[int]:
    """How far to walk, one after the other; none when gathering is shorter."""
    if wanted.found is not None and wanted.everything is None:
        return ()
    if wanted.found is None or wanted.everything is None:
        # Nothing is known: two short walks cost little beside gathering in vain.
        window = max(FIRST_WINDOW, 2 * wanted.end)
        return (window, LONGER * window)
    expected = wanted.end * wanted.everything // max(wanted.found, 1)
    window = max(2 * expected, FIRST_WINDOW)
    windows = []
    while GATHERED_FOR_ONE_WALKED * window <= wanted.found:
        windows.append(window)
        window *= LONGER
    return windows


def _walk(filters: CaseFilter, wanted: Wanted, *, window: int) -> list[int]:
    order, columns = ORDERS[wanted.order]
    listed = filters.narrowed(reads_each=True).values_list("id", *columns)
    return _keys(WALK, *among_newest(listed, window, order), order, wanted)


def _gather(filters: CaseFilter, wanted: Wanted) -> list[int]:
    order, columns = ORDERS[wanted.order]
    return _keys(GATHER, *_sql(_gathered(filters), columns), order, wanted)


def _gathered(filters: CaseFilter) -> CaseQuerySet:
    is_read = reads_each(filters, filters.active)
    return filters.narrowed(reads_each=is_read)


def _by_relevance(filters: CaseFilter, wanted: Wanted) -> list[int]:
    """Every case that has the words is read: where they stand is in no index."""
    cases = _gathered(filters).with_relevance(filters.words)
    sql, parameters = _sql(cases, ("relevance", "listed_month"))
    order = "relevance, listed_month DESC, id DESC"
    return _keys(GATHER, sql, parameters, order, wanted)


def _sql(cases: CaseQuerySet, columns: Iterable[str]) -> tuple[str, tuple[Any, ...]]:
    sql, parameters = cases.values_list("id", *columns).query.sql_with_params()
    return sql, tuple(parameters)


def _keys(
    form: str, sql: str, parameters: tuple[Any, ...], order: str, wanted: Wanted
) -> list[int]:
    asked = form.format(
        cases=sql, order=order, limit=wanted.limit, offset=wanted.offset
    )
    with connection.cursor() as cursor:
        cursor.execute(asked, parameters)
        return [key for (key,) in cursor.fetchall()]


class ListedKeys:
    """The keys of a list's cases in its order, of which a paginator cuts a page.

    ``found`` and ``everything`` as in ``Wanted``.
    """

    ordered = True

    def __init__(
        self,
        filters: CaseFilter,
        *,
        found: int | None = None,
        everything: int | None = None,
    ) -> None:
        self.filters = filters
        self.found = found
        self.everything = everything

    def __len__(self) -> int:
        return self.found or 0

    def __getitem__(self, stretch: slice) -> list[int]:
        """A stretch from one place to another."""
        start, end = stretch.start or 0, cast(int, stretch.stop)
        if end <= start:
            return []
        counted = counts_of(self.filters).page
        if counted and counted.start == start and end - start <= len(counted.keys):
            return list(counted.keys[: end - start])
        wanted = Wanted(
            order=self.filters.order,
            offset=start,
            limit=end - start,
            found=self.found,
            everything=self.everything,
        )
        return keys(self.filters, wanted)


def listed_keys(filters: CaseFilter) -> ListedKeys:
    """The keys of a list, in its order, by the shortest way that its counts tell."""
    found = counts_of(filters)
    if found.is_capped:
        return ListedKeys(filters)
    if not filters.active:
        return ListedKeys(filters, found=found.cases)
    is_short = found.cases < GATHERED_FOR_ONE_WALKED * FIRST_WINDOW
    everything = None if is_short else number_of_everything(filters)
    return ListedKeys(filters, found=found.cases, everything=everything)


def newest_keys(filters: CaseFilter, limit: int) -> list[int]:
    """The first cases of the list among the newest LONGEST_LOOK: always quick."""
    order = filters.order if filters.order in ORDERS else ""
    wanted = Wanted(order, offset=0, limit=limit)
    return _walk(filters, wanted, window=LONGEST_LOOK)


def all_in_order(filters: CaseFilter) -> CaseQuerySet:
    """The whole list, for who reads all of it through a cursor.

    A cursor makes the planner hurry to the first row: it would work out the lexemes of
    every case for a common word, for which reading the texts is quicker.
    """
    if "q" not in filters.active:
        return filters.ordered()
    found = counts_of(filters)
    everything = number_of_everything(filters)
    is_common = found.is_capped or found.cases * RARE_IS > everything
    return filters.ordered(reads_each=is_common)
