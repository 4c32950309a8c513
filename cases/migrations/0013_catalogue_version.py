"""The catalogue's version: another one whenever what public pages show has changed.

Every request reads it, and pages kept in memory go by it (docs/adr/0010). It is a
random number, so that none ever comes twice: not after a transaction that failed, not
after a backup was restored.

Triggers by statement see every way of writing. They only leave a mark, one row of
their own transaction, which nobody else waits for; the version's one row changes as
the last thing before the commit. The mark's first deferred trigger comes after the
statements and its second one after all other deferred triggers, such as those of
foreign keys: whoever holds the version waits for nothing more, so writers cannot
block one another here. Drafts and unchanged vocabularies leave no mark.
"""

from django.db import migrations

# No models: emptying the tables of a test must not take the version away.
VERSION = """
CREATE TABLE cases_catalogue_version (
    version uuid NOT NULL,
    is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only)
);
INSERT INTO cases_catalogue_version VALUES (gen_random_uuid());

CREATE UNLOGGED TABLE cases_catalogue_change (
    transaction_id xid8 PRIMARY KEY,
    is_last boolean NOT NULL DEFAULT false
);
CREATE FUNCTION casebook_catalogue_changed() RETURNS void LANGUAGE sql AS $$
    INSERT INTO cases_catalogue_change (transaction_id)
    VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING
$$;
CREATE FUNCTION casebook_catalogue_change_comes_last() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    UPDATE cases_catalogue_change SET is_last = true
    WHERE transaction_id = NEW.transaction_id;
    RETURN NULL;
END $$;
CREATE FUNCTION casebook_catalogue_change_is_done() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    UPDATE cases_catalogue_version SET version = gen_random_uuid();
    DELETE FROM cases_catalogue_change WHERE transaction_id = NEW.transaction_id;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER catalogue_change_comes_last
    AFTER INSERT ON cases_catalogue_change DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION casebook_catalogue_change_comes_last();
CREATE CONSTRAINT TRIGGER catalogue_change_is_done
    AFTER UPDATE ON cases_catalogue_change DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION casebook_catalogue_change_is_done();
"""
NO_VERSION = """
DROP TABLE cases_catalogue_change;
DROP FUNCTION casebook_catalogue_change_is_done();
DROP FUNCTION casebook_catalogue_change_comes_last();
DROP FUNCTION casebook_catalogue_changed();
DROP TABLE cases_catalogue_version;
"""

# What of a table's changed rows shows on public pages, as a condition that finds one.
# A withdrawn case has a page that says why.
OF_A_PUBLIC_CASE = """
    SELECT FROM changed JOIN cases_case AS one ON one.id = changed.case_id
    WHERE one.status IN ('published', 'withdrawn')
"""
PUBLIC = {
    "cases_case": """
        SELECT FROM changed WHERE status IN ('published', 'withdrawn')
    """,
    "cases_caseoffence": OF_A_PUBLIC_CASE,
    "cases_amount": OF_A_PUBLIC_CASE,
    "cases_evidence": OF_A_PUBLIC_CASE,
    "cases_bulletin": """
        SELECT FROM changed JOIN cases_case AS one ON one.bulletin_id = changed.id
        WHERE one.status IN ('published', 'withdrawn')
    """,
    "cases_copy": """
        SELECT FROM changed
        JOIN cases_case AS one ON one.bulletin_id = changed.bulletin_id
        WHERE one.status IN ('published', 'withdrawn')
    """,
    # As cases.changes and cases.corrections tell of them.
    "cases_event": """
        SELECT FROM changed LEFT JOIN cases_case AS one ON one.id = changed.case_id
        WHERE changed.case_id IS NULL OR one.published_at IS NOT NULL
    """,
    "cases_region": "SELECT FROM changed",
    "cases_offencetype": "SELECT FROM changed",
}
# Loaded anew at every start, mostly the same as before.
VOCABULARIES = ("cases_region", "cases_offencetype")


def _triggers(table: str, condition: str) -> str:
    function = f"casebook_{table}_public"
    sql = f"""
CREATE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS ({condition}) THEN
        PERFORM casebook_catalogue_changed();
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION {function}_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM casebook_catalogue_changed();
    RETURN NULL;
END $$;
CREATE TRIGGER public_rows_emptied AFTER TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION {function}_emptied();
"""
    steps = [("inserted", "INSERT", "NEW"), ("deleted", "DELETE", "OLD")]
    if table in VOCABULARIES:
        sql += f"""
CREATE FUNCTION {function}_differs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT * FROM became EXCEPT SELECT * FROM changed) THEN
        PERFORM casebook_catalogue_changed();
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER public_rows_updated AFTER UPDATE ON {table}
    REFERENCING OLD TABLE AS changed NEW TABLE AS became
    FOR EACH STATEMENT EXECUTE FUNCTION {function}_differs();
"""
    else:
        steps += [("went", "UPDATE", "OLD"), ("came", "UPDATE", "NEW")]
    for name, step, side in steps:
        sql += f"""
CREATE TRIGGER public_rows_{name} AFTER {step} ON {table}
    REFERENCING {side} TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION {function}();
"""
    return sql


def _no_triggers(table: str) -> str:
    function = f"casebook_{table}_public"
    names = ["emptied", "inserted", "deleted"]
    functions = [function, f"{function}_emptied"]
    if table in VOCABULARIES:
        names += ["updated"]
        functions += [f"{function}_differs"]
    else:
        names += ["went", "came"]
    return "".join(
        [f"DROP TRIGGER public_rows_{name} ON {table};\n" for name in names]
        + [f"DROP FUNCTION {name}();\n" for name in functions]
    )


class Migration(migrations.Migration):
    dependencies = [("cases", "0012_reports")]

    operations = [
        migrations.RunSQL(VERSION, NO_VERSION),
        *(
            migrations.RunSQL(_triggers(table, condition), _no_triggers(table))
            for table, condition in PUBLIC.items()
        ),
    ]
