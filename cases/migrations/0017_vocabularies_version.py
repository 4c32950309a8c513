"""A version of regions and offence types beside the catalogue's.

Processes keep both lists in memory (cases.models.vocabularies): by this version, which
comes with the other one, they see that somebody has loaded them anew.
"""

from django.db import migrations

VERSION = """
ALTER TABLE cases_catalogue_version
    ADD COLUMN vocabularies uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE cases_catalogue_change
    ADD COLUMN has_vocabularies boolean NOT NULL DEFAULT false;
CREATE FUNCTION casebook_vocabularies_changed() RETURNS void LANGUAGE sql AS $$
    INSERT INTO cases_catalogue_change (transaction_id, has_vocabularies)
    VALUES (pg_current_xact_id(), true)
    ON CONFLICT (transaction_id) DO UPDATE SET has_vocabularies = true
$$;
CREATE OR REPLACE FUNCTION casebook_catalogue_change_is_done() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    UPDATE cases_catalogue_version SET
        version = gen_random_uuid(),
        vocabularies = CASE
            WHEN NEW.has_vocabularies THEN gen_random_uuid() ELSE vocabularies
        END;
    DELETE FROM cases_catalogue_change WHERE transaction_id = NEW.transaction_id;
    RETURN NULL;
END $$;
DROP TRIGGER catalogue_change_is_done ON cases_catalogue_change;
CREATE CONSTRAINT TRIGGER catalogue_change_is_done
    AFTER UPDATE ON cases_catalogue_change DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.is_last)
    EXECUTE FUNCTION casebook_catalogue_change_is_done();
"""
NO_VERSION = """
DROP TRIGGER catalogue_change_is_done ON cases_catalogue_change;
CREATE CONSTRAINT TRIGGER catalogue_change_is_done
    AFTER UPDATE ON cases_catalogue_change DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION casebook_catalogue_change_is_done();
CREATE OR REPLACE FUNCTION casebook_catalogue_change_is_done() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    UPDATE cases_catalogue_version SET version = gen_random_uuid();
    DELETE FROM cases_catalogue_change WHERE transaction_id = NEW.transaction_id;
    RETURN NULL;
END $$;
DROP FUNCTION casebook_vocabularies_changed();
ALTER TABLE cases_catalogue_change DROP COLUMN has_vocabularies;
ALTER TABLE cases_catalogue_version DROP COLUMN vocabularies;
"""

# The triggers of 0013 call these functions.
DIFFERENT = {
    "": "EXISTS (SELECT FROM changed)",
    "_emptied": "true",
    "_differs": "EXISTS (SELECT * FROM became EXCEPT SELECT * FROM changed)",
}


def _functions(table: str, said: str) -> str:
    return "".join(
        f"""
CREATE OR REPLACE FUNCTION casebook_{table}_public{end}() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF {condition} THEN
        PERFORM {said}();
    END IF;
    RETURN NULL;
END $$;
"""
        for end, condition in DIFFERENT.items()
    )


class Migration(migrations.Migration):
    dependencies = [("cases", "0016_list_indexes")]

    operations = [
        migrations.RunSQL(VERSION, NO_VERSION),
        *(
            migrations.RunSQL(
                _functions(table, "casebook_vocabularies_changed"),
                _functions(table, "casebook_catalogue_changed"),
            )
            for table in ("cases_region", "cases_offencetype")
        ),
    ]
