"""Cases by group of offences and one thing more.

A case counts once for each group that it is filed under, so that the groups add up to
more than the cases. Tallies cannot tell: two offences of one group are one case of it.
"""

from __future__ import annotations

from typing import Any

from django.db import connection

from cases.models.case_queries import CaseQuerySet

# An index holds both columns of every case. A million cases are some hundred thousand
# combinations, and there are far fewer lists of offences to look up the groups of.
BY_GROUP = """
WITH counted AS MATERIALIZED (
    SELECT {column} AS value, offence_ids, count(*) AS n
    FROM ({cases}) AS one GROUP BY 1, 2
),
filed AS MATERIALIZED (
    SELECT offence_ids, array_agg(DISTINCT type."group") AS groups
    FROM (SELECT DISTINCT offence_ids FROM counted) AS list
    JOIN cases_offencetype AS type ON type.id = ANY (offence_ids)
    GROUP BY offence_ids
)
SELECT value, one_group, sum(n)::bigint
FROM counted JOIN filed USING (offence_ids), unnest(groups) AS one_group
GROUP BY 1, 2
"""


def counts_by_group(cases: CaseQuerySet, column: str) -> dict[tuple[Any, str], int]:
    """The number of published cases by (value of a column, group); one query.

    ``column`` is one of the case's own: ``month`` or ``region_id``.
    """
    narrowed = cases.order_by().values_list(column, "offence_ids")
    sql, parameters = narrowed.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(BY_GROUP.format(column=column, cases=sql), parameters)
        return {(value, group): number for value, group, number in cursor.fetchall()}
