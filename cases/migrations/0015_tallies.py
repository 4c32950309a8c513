"""Tallies: how many published cases carry two marks at once.

A list with one filter or none reads its total and all of its facets from them, at any
number of cases (docs/adr/0009). A mark is a kind (cases.models.marks.Kind) with a value;
each pair of marks of different kinds stands in both orders, and with kind 0, "all",
each mark alone.

Triggers by statement add the differences. Whoever writes tallies last until the commit
would make other writers wait and could block with them; so only one transaction at a
time folds its differences, and those that others left, into cases_tally, and the
others leave theirs in cases_tally_change. Readers add the two up (cases_tallies), and
find their own changes at once. Of kind 9 is the number of a bulletin's published cases
(the value is its key), of kind 10 the number of bulletins that have any.

After a load with triggers off call ``casebook_rebuild_tallies()`` (behind
``casebook_keep_cases()``); ``casebook_wrong_tallies()`` lists what a recount
contradicts.
"""

from django.db import migrations

TABLES = """
CREATE TABLE cases_tally (
    kind smallint NOT NULL,
    value text NOT NULL,
    other_kind smallint NOT NULL,
    other text NOT NULL,
    n integer NOT NULL,
    PRIMARY KEY (kind, value, other_kind, other)
) WITH (fillfactor = 80);
CREATE TABLE cases_tally_change (
    kind smallint NOT NULL,
    value text NOT NULL,
    other_kind smallint NOT NULL,
    other text NOT NULL,
    n integer NOT NULL
);
CREATE VIEW cases_tallies AS
    SELECT * FROM cases_tally UNION ALL SELECT * FROM cases_tally_change;
"""
NO_TABLES = """
DROP VIEW cases_tallies;
DROP TABLE cases_tally_change;
DROP TABLE cases_tally;
"""

# The marks of one case, each with the letter of the column that it comes from.
MARKS = """
CREATE FUNCTION casebook_marks(
    region varchar, month date, offence_ids integer[], traits bigint, campaign varchar
) RETURNS TABLE (source "char", kind smallint, value text)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT 'a'::"char", 0::smallint, ''
    UNION ALL SELECT 'r', 1, coalesce(region, '')
    UNION ALL SELECT 'm', 2, coalesce(
        lpad(extract(year FROM month)::text, 4, '0') || '-'
            || lpad(extract(month FROM month)::text, 2, '0'),
        ''
    )
    UNION ALL SELECT 'o', 3, id::text FROM unnest(offence_ids) AS id
    UNION ALL SELECT 't', 4, '' WHERE traits & 255 = 0
    UNION ALL SELECT 't', CASE
        WHEN bit < 8 THEN 4 WHEN bit < 14 THEN 6 WHEN bit < 19 THEN 7 ELSE 8
    END, bit::text
    FROM generate_series(0, 19) AS bit WHERE traits >> bit & 1 = 1
    UNION ALL SELECT 'c', 5, campaign WHERE campaign <> ''
$$;
"""

# Differences as pairs of marks, from rows with a sign: 1 came, -1 went.
DIFFERENCES = """
        combination AS MATERIALIZED (
            SELECT region_id, month, offence_ids, traits, campaign, sum(sign) AS n
            FROM signed GROUP BY 1, 2, 3, 4, 5 HAVING sum(sign) <> 0
        ),
        difference AS (
            SELECT one.kind, one.value, other.kind, other.value, sum(n)
            FROM combination,
                casebook_marks(region_id, month, offence_ids, traits, campaign) AS one,
                casebook_marks(region_id, month, offence_ids, traits, campaign) AS other
            WHERE one.kind <> other.kind OR one.kind = 0
            GROUP BY 1, 2, 3, 4 HAVING sum(n) <> 0
            UNION ALL
            SELECT 9, bulletin_id::text, 0, '', sum(sign)
            FROM signed GROUP BY bulletin_id HAVING sum(sign) <> 0
        )
"""
# What is folded: the differences, and those that others left.
FOLD = """
        waiting AS (DELETE FROM cases_tally_change RETURNING *),
        due (kind, value, other_kind, other, n) AS MATERIALIZED (
            SELECT kind, value, other_kind, other, sum(n)::integer FROM (
                SELECT * FROM difference UNION ALL SELECT * FROM waiting
            ) AS each (kind, value, other_kind, other, n)
            GROUP BY 1, 2, 3, 4 HAVING sum(n) <> 0
        ),
        folded AS (
            INSERT INTO cases_tally AS tally SELECT * FROM due
            ON CONFLICT (kind, value, other_kind, other)
            DO UPDATE SET n = tally.n + EXCLUDED.n
            RETURNING kind, value, n
        )
        INSERT INTO cases_tally AS tally
        SELECT 10, '', 0, '', sum((folded.n > 0)::int - (folded.n > due.n)::int)
        FROM folded JOIN due USING (kind, value) WHERE folded.kind = 9
        HAVING sum((folded.n > 0)::int - (folded.n > due.n)::int) <> 0
        ON CONFLICT (kind, value, other_kind, other)
        DO UPDATE SET n = tally.n + EXCLUDED.n;
"""
COLUMNS = "region_id, month, offence_ids, traits, campaign, bulletin_id"
SIDES = {"came": 1, "went": -1}


def _trigger(event: str, *sides: str) -> migrations.RunSQL:
    """Tallying after one kind of change; only a trigger of one kind sees its rows."""
    function = f"casebook_tally_{event.lower()}"
    tables = {"came": "NEW TABLE AS came", "went": "OLD TABLE AS went"}
    rows = " UNION ALL ".join(
        f"SELECT {COLUMNS}, {SIDES[side]} AS sign FROM {side} WHERE status = 'published'"
        for side in sides
    )
    is_any = " OR ".join(
        f"EXISTS (SELECT FROM {side} WHERE status = 'published')" for side in sides
    )
    return migrations.RunSQL(
        f"""
CREATE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT ({is_any}) THEN
        RETURN NULL;
    END IF;
    IF pg_try_advisory_xact_lock('cases_tally'::regclass::integer, 0) THEN
        WITH signed AS ({rows}),
        {DIFFERENCES}, {FOLD}
    ELSE
        WITH signed AS ({rows}),
        {DIFFERENCES}
        INSERT INTO cases_tally_change SELECT * FROM difference;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER tallies_follow_{event.lower()} AFTER {event} ON cases_case
    REFERENCING {" ".join(tables[side] for side in sides)}
    FOR EACH STATEMENT EXECUTE FUNCTION {function}();
""",
        f"""
DROP TRIGGER tallies_follow_{event.lower()} ON cases_case;
DROP FUNCTION {function}();
""",
    )


EMPTIED = """
CREATE FUNCTION casebook_tally_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- No TRUNCATE: both may be emptied by the same command.
    DELETE FROM cases_tally;
    DELETE FROM cases_tally_change;
    RETURN NULL;
END $$;
CREATE TRIGGER tallies_follow_truncate AFTER TRUNCATE ON cases_case
    FOR EACH STATEMENT EXECUTE FUNCTION casebook_tally_truncate();
"""
NOT_EMPTIED = """
DROP TRIGGER tallies_follow_truncate ON cases_case;
DROP FUNCTION casebook_tally_truncate();
"""

BULLETINS = """
CREATE FUNCTION casebook_public_bulletins() RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT coalesce((SELECT n FROM cases_tally WHERE kind = 10), 0) + coalesce((
        SELECT sum(
            (coalesce(folded.n, 0) + waiting.n > 0)::int
            - (coalesce(folded.n, 0) > 0)::int
        )
        FROM (
            SELECT kind, value, sum(n) AS n FROM cases_tally_change
            WHERE kind = 9 GROUP BY kind, value
        ) AS waiting LEFT JOIN cases_tally AS folded USING (kind, value)
    ), 0)
$$;
"""

# Each pair of columns is grouped first and only then taken apart into marks: a million
# cases have some 900,000 combinations of all columns, but few of any two. The number
# beside a pair is what GROUPING says of the columns left out.
RECOUNT = """
CREATE FUNCTION casebook_recount() RETURNS TABLE (
    kind smallint, value text, other_kind smallint, other text, n integer
) LANGUAGE sql STABLE AS $$
    WITH counted AS MATERIALIZED (
        SELECT region_id, month, offence_ids, traits, campaign, count(*) AS n,
            GROUPING(region_id, month, offence_ids, traits, campaign) AS left_out
        FROM cases_case WHERE status = 'published'
        GROUP BY GROUPING SETS (
            (region_id, month), (region_id, offence_ids), (region_id, traits),
            (region_id, campaign), (month, offence_ids), (month, traits),
            (month, campaign), (offence_ids, traits), (offence_ids, campaign),
            (traits, campaign), (region_id), (month), (offence_ids), (traits),
            (campaign), ()
        )
        HAVING count(*) > 0
    ),
    pair (left_out, source, other_source) AS (VALUES
        (7, 'r', 'm'), (11, 'r', 'o'), (13, 'r', 't'), (14, 'r', 'c'),
        (19, 'm', 'o'), (21, 'm', 't'), (22, 'm', 'c'), (25, 'o', 't'),
        (26, 'o', 'c'), (28, 't', 'c'), (15, 'r', 'a'), (23, 'm', 'a'),
        (27, 'o', 'a'), (29, 't', 'a'), (30, 'c', 'a'), (29, 't', 't'),
        (31, 'a', 'a')
    ),
    carried AS (
        SELECT one.kind, one.value, other.kind AS other_kind, other.value AS other,
            sum(n)::integer AS n, pair.source = other_source AS is_both_ways
        FROM counted JOIN pair USING (left_out),
            casebook_marks(region_id, month, offence_ids, traits, campaign) AS one,
            casebook_marks(region_id, month, offence_ids, traits, campaign) AS other
        WHERE one.source = pair.source::"char"
            AND other.source = pair.other_source::"char"
            AND (one.kind <> other.kind OR one.kind = 0)
        GROUP BY 1, 2, 3, 4, pair.source = other_source
    )
    SELECT kind, value, other_kind, other, n FROM carried
    UNION ALL
    SELECT other_kind, other, kind, value, n FROM carried WHERE NOT is_both_ways
    UNION ALL
    SELECT 9, bulletin_id::text, 0, '', count(*)
    FROM cases_case WHERE status = 'published' GROUP BY bulletin_id
    UNION ALL
    SELECT 10, '', 0, '', count(DISTINCT bulletin_id)
    FROM cases_case WHERE status = 'published'
    ORDER BY 1, 2, 3, 4
$$;
CREATE FUNCTION casebook_rebuild_tallies() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    made bigint;
BEGIN
    -- Reading goes on; who changes cases waits.
    LOCK TABLE cases_case IN SHARE MODE;
    DELETE FROM cases_tally_change;
    DELETE FROM cases_tally;
    INSERT INTO cases_tally SELECT * FROM casebook_recount();
    GET DIAGNOSTICS made = ROW_COUNT;
    RETURN made;
END $$;
CREATE FUNCTION casebook_wrong_tallies() RETURNS TABLE (
    kind smallint, value text, other_kind smallint, other text, kept bigint, right_one bigint
) LANGUAGE sql STABLE AS $$
    SELECT * FROM (
        SELECT kind, value, other_kind, other, coalesce(tally.n, 0) AS kept,
            coalesce(recounted.n, 0)::bigint AS right_one
        FROM (
            SELECT kind, value, other_kind, other, sum(n) AS n FROM cases_tallies
            WHERE kind <> 10 GROUP BY 1, 2, 3, 4
            UNION ALL SELECT 10, '', 0, '', casebook_public_bulletins()
        ) AS tally
        FULL JOIN casebook_recount() AS recounted USING (kind, value, other_kind, other)
    ) AS both_ways
    WHERE kept <> right_one
$$;
"""
NO_RECOUNT = """
DROP FUNCTION casebook_wrong_tallies();
DROP FUNCTION casebook_rebuild_tallies();
DROP FUNCTION casebook_recount();
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0014_kept_columns")]

    operations = [
        migrations.RunSQL(TABLES, NO_TABLES),
        migrations.RunSQL(
            MARKS,
            "DROP FUNCTION casebook_marks(varchar, date, integer[], bigint, varchar);",
        ),
        migrations.RunSQL(BULLETINS, "DROP FUNCTION casebook_public_bulletins();"),
        migrations.RunSQL(RECOUNT, NO_RECOUNT),
        migrations.RunSQL(
            "SELECT casebook_rebuild_tallies();", migrations.RunSQL.noop
        ),
        _trigger("INSERT", "came"),
        _trigger("UPDATE", "came", "went"),
        _trigger("DELETE", "went"),
        migrations.RunSQL(EMPTIED, NOT_EMPTIED),
    ]
