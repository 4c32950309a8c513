"""Counting the cases of a list one by one, by all that its facets need, in one query.

The cases are found once (MATERIALIZED: the planner would find them for each facet
again), grouped by each column, and only the groups are taken apart into offences and
traits: a case has several of these, and there are far fewer groups than cases. When the
cases are not too many the keys of a page come along, so that words are looked up once.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db import connection

from cases.models.case_queries import ORDERS, CaseQuerySet, among_newest
from cases.models.marks import BITS, OUTCOMES_MASK, Kind
from cases.tallies import BULLETINS, PLACE, Rows, read_rows

# Of more cases than these no page comes along: they would all have to be put in order.
MOST_IN_ORDER = 10_000

COLUMNS = {
    Kind.REGION: "region_id",
    Kind.MONTH: "month",
    Kind.OFFENCE: "offence_ids",
    Kind.CAMPAIGN: "campaign",
}
# What becomes of a group, by kind; traits follow below.
APART = {
    Kind.ALL: "SELECT {kind}, ''::text, n FROM grouped WHERE left_out = {left_out}",
    Kind.REGION: (
        "SELECT {kind}, coalesce(region_id, ''), n"
        " FROM grouped WHERE left_out = {left_out}"
    ),
    Kind.MONTH: (
        "SELECT {kind}, coalesce(to_char(month, 'YYYY-MM'), ''), n"
        " FROM grouped WHERE left_out = {left_out}"
    ),
    Kind.OFFENCE: (
        "SELECT {kind}, id::text, sum(n)::bigint"
        " FROM grouped, unnest(offence_ids) AS id WHERE left_out = {left_out}"
        " GROUP BY id"
    ),
    Kind.CAMPAIGN: (
        "SELECT {kind}, campaign, n"
        " FROM grouped WHERE left_out = {left_out} AND campaign <> ''"
    ),
}
TRAITS = (
    "SELECT {kind}, bit::text, sum(n)::bigint FROM grouped,"
    " generate_series({first}, {last}) AS bit"
    " WHERE left_out = {left_out} AND traits >> bit & 1 = 1 GROUP BY bit"
)
NO_OUTCOME = (
    "SELECT {kind}, '', sum(n)::bigint FROM grouped"
    f" WHERE left_out = {{left_out}} AND traits & {OUTCOMES_MASK} = 0"
    " HAVING sum(n) > 0"
)
BULLETINS_OF = f"""
SELECT {BULLETINS}, '', (SELECT count(DISTINCT bulletin_id) FROM found)
WHERE (SELECT n FROM total) <= {{most}}
"""
# Of no page beyond the last: where it begins is worked out from the number of cases.
PAGE = f"""
SELECT {PLACE}, row_number() OVER (ORDER BY {{order}})::text, id FROM (
    SELECT * FROM found
    WHERE (SELECT n FROM total) <= {{most}}
    ORDER BY {{order}} LIMIT {{size}} OFFSET least(
        {{start}}, (greatest((SELECT n FROM total), 1) - 1) / {{size}} * {{size}}
    )
) AS page
"""
COUNT = """
WITH found AS MATERIALIZED ({cases}{limit}),
total AS MATERIALIZED (SELECT count(*) AS n FROM found),
grouped AS MATERIALIZED (
    SELECT {columns}, GROUPING({columns}) AS left_out, count(*) AS n
    FROM found WHERE {is_wanted}
    GROUP BY GROUPING SETS ({sets})
)
{apart}
"""


@dataclass(frozen=True, slots=True)
class PageAsked:
    """A page of a list in one of ``ORDERS``: its number from 1, and cases on a page."""

    order: str
    number: int
    size: int


@dataclass(frozen=True, slots=True)
class PageOfKeys:
    """The keys of a page's cases in order, the first of which has place ``start``.

    It is the page asked for, or the last one when there are fewer; places from 0.
    """

    start: int
    keys: tuple[int, ...]


def counted_rows(
    found: CaseQuerySet,
    kinds: Collection[Kind],
    cap: int | None,
    *,
    most_for_bulletins: int | None,
    page: PageAsked | None = None,
) -> Rows:
    """Some cases by kind and value, as tallies give them, and the keys of a page.

    Their bulletins are None when these were not counted: only of at most so many cases.
    There are no keys when no page is asked for or the cases are more than
    MOST_IN_ORDER. With a ``cap``, which is no larger than that, no more than one case
    above it is found, and then nothing but that is told.
    """
    columns = [COLUMNS[kind] for kind in kinds if kind in COLUMNS] + ["traits"]
    also = [] if most_for_bulletins is None else ["bulletin_id"]
    if page:
        also += ["id", *ORDERS[page.order][1]]
    cases = found.values_list(*columns, *also)
    sql, parameters = cases.query.sql_with_params()
    everything = 2 ** len(columns) - 1
    apart = []
    for kind in kinds:
        if kind in BITS:
            bits = BITS[kind]
            left_out = everything - 1
            apart.append(
                TRAITS.format(
                    kind=kind, first=bits[0], last=bits[-1], left_out=left_out
                )
            )
            if kind == Kind.OUTCOME:
                apart.append(NO_OUTCOME.format(kind=kind, left_out=left_out))
        elif kind in COLUMNS:
            place = len(columns) - 1 - columns.index(COLUMNS[kind])
            apart.append(APART[kind].format(kind=kind, left_out=everything - 2**place))
    if cap is None:
        apart.append(APART[Kind.ALL].format(kind=Kind.ALL, left_out=everything))
    else:
        apart.append(f"SELECT {Kind.ALL}, '', n FROM total")
    if most_for_bulletins is not None:
        apart.append(BULLETINS_OF.format(most=most_for_bulletins))
    if page:
        order = ORDERS[page.order][0]
        start = min((page.number - 1) * page.size, MOST_IN_ORDER)
        apart.append(
            PAGE.format(order=order, size=page.size, start=start, most=MOST_IN_ORDER)
        )
    asked = COUNT.format(
        cases=sql,
        limit="" if cap is None else f" LIMIT {cap + 1}",
        columns=", ".join(columns),
        is_wanted="true" if cap is None else f"(SELECT n FROM total) <= {cap}",
        sets=", ".join([*(f"({column})" for column in columns), "()"]),
        apart=" UNION ALL ".join(apart),
    )
    return read_rows(asked, parameters, kinds)


def page_of_keys(rows: Rows, page: PageAsked) -> PageOfKeys | None:
    """The page that came along with counted cases; None when there was none."""
    if not rows.keys:
        return None
    cases = rows.by[Kind.ALL].get("", 0)
    last = (cases - 1) // page.size
    return PageOfKeys(min(page.number - 1, last) * page.size, rows.keys)


def count_newest(cases: CaseQuerySet, window: int, *, most: int) -> int:
    """How many of the newest so many published cases are among these, at most so many.

    The cases must be found by reading each.
    """
    sql, parameters = among_newest(cases.values_list("id"), window)
    asked = f"SELECT count(*) FROM ({sql} LIMIT {most}) AS found"
    with connection.cursor() as cursor:
        cursor.execute(asked, parameters)
        [number] = cursor.fetchone()
    return int(number)
