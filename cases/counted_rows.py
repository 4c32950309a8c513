"""Counting the cases of a list one by one, by all that its facets need, in one query.

The cases are found once (MATERIALIZED: the planner would find them for each facet
again), grouped by each column, and only the groups are taken apart into offences and
traits: a case has several of these, and there are far fewer groups than cases.
"""

from __future__ import annotations

from collections.abc import Collection

from django.db import connection

from cases.models.case_queries import CaseQuerySet, among_newest
from cases.models.marks import BITS, OUTCOMES_MASK, Kind
from cases.tallies import BULLETINS, Marked, read_marked

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
WHERE (SELECT count(*) FROM found) <= {{most}}
"""
COUNT = """
WITH found AS MATERIALIZED ({cases}{limit}),
grouped AS MATERIALIZED (
    SELECT {columns}, GROUPING({columns}) AS left_out, count(*) AS n
    FROM found WHERE {is_wanted}
    GROUP BY GROUPING SETS ({sets})
)
{apart}
"""


def counted_rows(
    found: CaseQuerySet,
    kinds: Collection[Kind],
    cap: int | None,
    *,
    most_for_bulletins: int | None,
) -> tuple[Marked, int | None]:
    """Some cases by kind and value, as tallies give them.

    And their bulletins, None when these were not counted: only of at most so many
    cases. With a ``cap`` no more than
    one case above it is found, and then nothing but that is told.
    """
    columns = [COLUMNS[kind] for kind in kinds if kind in COLUMNS] + ["traits"]
    also = [] if most_for_bulletins is None else ["bulletin_id"]
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
        apart.append(f"SELECT {Kind.ALL}, '', count(*) FROM found")
    if most_for_bulletins is not None:
        apart.append(BULLETINS_OF.format(most=most_for_bulletins))
    asked = COUNT.format(
        cases=sql,
        limit="" if cap is None else f" LIMIT {cap + 1}",
        columns=", ".join(columns),
        is_wanted="true" if cap is None else f"(SELECT count(*) FROM found) <= {cap}",
        sets=", ".join([*(f"({column})" for column in columns), "()"]),
        apart=" UNION ALL ".join(apart),
    )
    return read_marked(asked, parameters, kinds)


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
