"""Counting the cases of a list one by one, by all that its facets need, in one query.

The cases are found once (MATERIALIZED: the planner would find them for each facet
again), grouped by each column, and only the groups are taken apart into offences and
traits: a case has several of these, and there are far fewer groups than cases.
"""

from __future__ import annotations

from collections.abc import Collection

from django.db import connection

from cases.filters import CaseFilter
from cases.models.marks import BITS, OUTCOMES_MASK, Kind
from cases.tallies import Marked

# Of how many cases the bulletins are counted: of more they say nothing to a reader.
MOST_FOR_BULLETINS = 2_000
BULLETINS = 9  # in the place of a kind

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
        "SELECT {kind}, id::text, sum(n) FROM grouped, unnest(offence_ids) AS id"
        " WHERE left_out = {left_out} GROUP BY id"
    ),
    Kind.CAMPAIGN: (
        "SELECT {kind}, campaign, n"
        " FROM grouped WHERE left_out = {left_out} AND campaign <> ''"
    ),
}
TRAITS = (
    "SELECT {kind}, bit::text, sum(n) FROM grouped,"
    " generate_series({first}, {last}) AS bit"
    " WHERE left_out = {left_out} AND traits >> bit & 1 = 1 GROUP BY bit"
)
NO_OUTCOME = (
    "SELECT {kind}, '', sum(n) FROM grouped"
    f" WHERE left_out = {{left_out}} AND traits & {OUTCOMES_MASK} = 0"
    " HAVING sum(n) > 0"
)
BULLETINS_OF = f"""
SELECT {BULLETINS}, '', CASE
    WHEN (SELECT count(*) FROM found) <= {MOST_FOR_BULLETINS}
    THEN (SELECT count(DISTINCT bulletin_id) FROM found)
END
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
    filters: CaseFilter,
    names: Collection[str],
    kinds: Collection[Kind],
    cap: int | None,
    *,
    counts_bulletins: bool,
) -> tuple[Marked, int | None]:
    """The cases under the named filters by kind and value, as tallies give them.

    And their bulletins, None when these were not counted. With a ``cap`` no more than
    one case above it is found, and then nothing but that is told.
    """
    columns = [COLUMNS[kind] for kind in kinds if kind in COLUMNS] + ["traits"]
    cases = filters.narrowed(only=names).values_list(
        *columns, *(["bulletin_id"] if counts_bulletins else [])
    )
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
    if counts_bulletins:
        apart.append(BULLETINS_OF)
    asked = COUNT.format(
        cases=sql,
        limit="" if cap is None else f" LIMIT {cap + 1}",
        columns=", ".join(columns),
        is_wanted="true" if cap is None else f"(SELECT count(*) FROM found) <= {cap}",
        sets=", ".join([*(f"({column})" for column in columns), "()"]),
        apart=" UNION ALL ".join(apart),
    )
    by: dict[Kind, dict[str, int]] = {kind: {} for kind in kinds}
    bulletins = None
    with connection.cursor() as cursor:
        cursor.execute(asked, parameters)
        for kind, value, number in cursor.fetchall():
            if kind == BULLETINS:
                bulletins = None if number is None else int(number)
            else:
                by[Kind(kind)][value] = int(number)
    return by, bulletins
