"""What lists narrow and count by, kept in the case's own row by triggers.

A list that had to look into offences, sums and bulletins for every case would read
three tables more (docs/adr/0009). Published cases therefore carry offence_ids (keys of
offence types, ascending), traits (one bit a mark, below), campaign and
bulletin_published; other cases carry nothing there. Triggers fill them, so that no way
of writing can leave them stale: whatever a writer gives for them is replaced.

After a load with triggers off ``casebook_keep_cases()`` fills them at once;
``casebook_stale_cases()`` names the cases whose columns are wrong.
"""

from __future__ import annotations

import django.contrib.postgres.fields
from django.db import migrations, models

# Bit by bit what cases.models.marks says. A sum in another currency has no yuan.
TRAITS = """
CREATE FUNCTION casebook_traits(
    people integer, outcomes text[], yuan bigint[], is_sample boolean
) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT ('convicted' = ANY (outcomes))::int::bigint * 1
        + ('prosecuted' = ANY (outcomes))::int::bigint * 2
        + ('criminal-coercive' = ANY (outcomes))::int::bigint * 4
        + ('administrative-detention' = ANY (outcomes))::int::bigint * 8
        + ('administrative-penalty' = ANY (outcomes))::int::bigint * 16
        + ('account-closure' = ANY (outcomes))::int::bigint * 32
        + ('arrested' = ANY (outcomes))::int::bigint * 64
        + ('investigating' = ANY (outcomes))::int::bigint * 128
        + coalesce(0 <= ANY (yuan), false)::int::bigint * 256
        + coalesce(100000 >= ANY (yuan), false)::int::bigint * 512
        + coalesce(100000 <= ANY (yuan), false)::int::bigint * 1024
        + coalesce(1000000 <= ANY (yuan), false)::int::bigint * 2048
        + coalesce(10000000 <= ANY (yuan), false)::int::bigint * 4096
        + coalesce(100000000 <= ANY (yuan), false)::int::bigint * 8192
        + (people IS NOT NULL)::int::bigint * 16384
        + coalesce(people = 1, false)::int::bigint * 32768
        + coalesce(people BETWEEN 2 AND 9, false)::int::bigint * 65536
        + coalesce(people BETWEEN 10 AND 49, false)::int::bigint * 131072
        + coalesce(people >= 50, false)::int::bigint * 262144
        + is_sample::int::bigint * 524288
$$;
"""

KEEP_A_CASE = """
CREATE FUNCTION casebook_keep_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.status = 'published' THEN
        NEW.offence_ids := ARRAY(
            SELECT offence_type_id::integer FROM cases_caseoffence
            WHERE case_id = NEW.id ORDER BY offence_type_id
        );
        SELECT bulletin.campaign, bulletin.published, casebook_traits(
            NEW.people, NEW.outcomes,
            ARRAY(SELECT yuan FROM cases_amount WHERE case_id = NEW.id),
            bulletin.is_sample
        )
        INTO NEW.campaign, NEW.bulletin_published, NEW.traits
        FROM cases_bulletin AS bulletin WHERE bulletin.id = NEW.bulletin_id;
    ELSE
        NEW.offence_ids := NULL;
        NEW.traits := NULL;
        NEW.campaign := NULL;
        NEW.bulletin_published := NULL;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER case_marks_are_kept BEFORE INSERT OR UPDATE ON cases_case
    FOR EACH ROW EXECUTE FUNCTION casebook_keep_case();
"""
NO_KEEP_A_CASE = """
DROP TRIGGER case_marks_are_kept ON cases_case;
DROP FUNCTION casebook_keep_case();
"""

# What the columns should be, of the cases with these keys or of all (NULL).
KEEP_CASES = """
CREATE FUNCTION casebook_kept(keys bigint[]) RETURNS TABLE (
    case_id bigint, offence_ids integer[], traits bigint,
    campaign varchar, bulletin_published date
) LANGUAGE sql STABLE AS $$
    SELECT one.id, coalesce(filed.ids, '{}'),
        casebook_traits(one.people, one.outcomes, sums.yuan, bulletin.is_sample),
        bulletin.campaign, bulletin.published
    FROM cases_case AS one
    JOIN cases_bulletin AS bulletin ON bulletin.id = one.bulletin_id
    LEFT JOIN (
        SELECT filing.case_id, array_agg(
            filing.offence_type_id::integer ORDER BY filing.offence_type_id
        ) AS ids
        FROM cases_caseoffence AS filing
        WHERE keys IS NULL OR filing.case_id = ANY (keys) GROUP BY filing.case_id
    ) AS filed ON filed.case_id = one.id
    LEFT JOIN (
        SELECT amount.case_id, array_agg(amount.yuan) AS yuan
        FROM cases_amount AS amount
        WHERE keys IS NULL OR amount.case_id = ANY (keys) GROUP BY amount.case_id
    ) AS sums ON sums.case_id = one.id
    WHERE one.status = 'published' AND (keys IS NULL OR one.id = ANY (keys))
$$;
CREATE FUNCTION casebook_keep_cases(keys bigint[] DEFAULT NULL) RETURNS bigint
LANGUAGE sql AS $$
    WITH changed AS (
        UPDATE cases_case AS one SET
            offence_ids = kept.offence_ids, traits = kept.traits,
            campaign = kept.campaign, bulletin_published = kept.bulletin_published
        FROM casebook_kept(keys) AS kept
        WHERE one.id = kept.case_id
            AND (one.offence_ids, one.traits, one.campaign, one.bulletin_published)
                IS DISTINCT FROM (
                    kept.offence_ids, kept.traits, kept.campaign,
                    kept.bulletin_published
                )
        RETURNING 1
    )
    SELECT count(*) FROM changed
$$;
CREATE FUNCTION casebook_stale_cases() RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
    SELECT one.id FROM cases_case AS one
    LEFT JOIN casebook_kept(NULL) AS kept ON kept.case_id = one.id
    WHERE (one.offence_ids, one.traits, one.campaign, one.bulletin_published)
        IS DISTINCT FROM (
            kept.offence_ids, kept.traits, kept.campaign, kept.bulletin_published
        )
$$;
"""
NO_KEEP_CASES = """
DROP FUNCTION casebook_stale_cases();
DROP FUNCTION casebook_keep_cases(bigint[]);
DROP FUNCTION casebook_kept(bigint[]);
"""


def _follow(table: str, keys: str) -> migrations.RunSQL:
    """Triggers of another table by which the cases of its changed rows are kept."""
    function = f"casebook_keep_cases_of_{table}"
    sql = f"""
CREATE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM casebook_keep_cases(ARRAY(
        {keys.format(one="changed")}
    ));
    RETURN NULL;
END $$;
CREATE FUNCTION {function}_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM casebook_keep_cases(ARRAY(
        {keys.format(one="changed")} UNION {keys.format(one="became")}
    ));
    RETURN NULL;
END $$;
CREATE TRIGGER case_marks_follow_inserted AFTER INSERT ON {table}
    REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION {function}();
CREATE TRIGGER case_marks_follow_deleted AFTER DELETE ON {table}
    REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION {function}();
CREATE TRIGGER case_marks_follow_updated AFTER UPDATE ON {table}
    REFERENCING OLD TABLE AS changed NEW TABLE AS became
    FOR EACH STATEMENT EXECUTE FUNCTION {function}_updated();
"""
    return migrations.RunSQL(
        sql,
        f"""
DROP TRIGGER case_marks_follow_inserted ON {table};
DROP TRIGGER case_marks_follow_deleted ON {table};
DROP TRIGGER case_marks_follow_updated ON {table};
DROP FUNCTION {function}();
DROP FUNCTION {function}_updated();
""",
    )


OF_PUBLISHED_CASES = """
        SELECT one.id FROM {one} JOIN cases_case AS one ON one.id = {one}.case_id
        WHERE one.status = 'published'"""

BULLETINS = """
CREATE FUNCTION casebook_keep_cases_of_bulletins() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM casebook_keep_cases(ARRAY(
        SELECT one.id FROM changed JOIN became USING (id)
        JOIN cases_case AS one ON one.bulletin_id = became.id
        WHERE one.status = 'published'
            AND (changed.campaign, changed.published, changed.is_sample)
                IS DISTINCT FROM (became.campaign, became.published, became.is_sample)
    ));
    RETURN NULL;
END $$;
CREATE TRIGGER case_marks_follow_updated AFTER UPDATE ON cases_bulletin
    REFERENCING OLD TABLE AS changed NEW TABLE AS became
    FOR EACH STATEMENT EXECUTE FUNCTION casebook_keep_cases_of_bulletins();
"""
NO_BULLETINS = """
DROP TRIGGER case_marks_follow_updated ON cases_bulletin;
DROP FUNCTION casebook_keep_cases_of_bulletins();
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0013_catalogue_version")]

    operations = [
        migrations.AddField(
            "case",
            "offence_ids",
            django.contrib.postgres.fields.ArrayField(
                models.IntegerField(), editable=False, null=True
            ),
        ),
        migrations.AddField(
            "case", "traits", models.BigIntegerField(editable=False, null=True)
        ),
        migrations.AddField(
            "case",
            "campaign",
            models.CharField(editable=False, max_length=60, null=True),
        ),
        migrations.AddField(
            "case",
            "bulletin_published",
            models.DateField(editable=False, null=True),
        ),
        migrations.RunSQL(
            TRAITS, "DROP FUNCTION casebook_traits(integer, text[], bigint[], boolean);"
        ),
        migrations.RunSQL(KEEP_CASES, NO_KEEP_CASES),
        migrations.RunSQL("SELECT casebook_keep_cases();", migrations.RunSQL.noop),
        migrations.RunSQL(KEEP_A_CASE, NO_KEEP_A_CASE),
        _follow("cases_caseoffence", OF_PUBLISHED_CASES),
        _follow("cases_amount", OF_PUBLISHED_CASES),
        migrations.RunSQL(BULLETINS, NO_BULLETINS),
    ]
