"""Exact text search by character pairs, and names by which to ask for a place.

The function gives the lexemes of a folded text: every two neighbours inside a run
without spaces, and each run's last character with a space after it, so that a
beginning ('骗':*) finds a single character wherever it stands. It takes the text as
``cases.search.fold`` made it and calls nothing but pg_catalog functions, because an
index is built under a restricted search_path, and depends on no locale. What it
returns must never change under its name: a better one is version 2 with an index
of its own. Its high cost keeps the planner from calling it row by row.
"""

from django.db import migrations

import cases.models.names

MAKE_FUNCTION = """
CREATE FUNCTION casebook_grams_v1(folded text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT COST 100000 AS $$
DECLARE
    letters text[] := pg_catalog.string_to_array(folded || ' ', NULL);
BEGIN
    RETURN pg_catalog.array_to_tsvector(ARRAY(
        SELECT DISTINCT one || next
        FROM unnest(letters, letters[2:]) AS pair(one, next)
        WHERE one <> ' ' AND next IS NOT NULL
    ));
END $$;
"""
# fastupdate off: a pending list would cost every search.
MAKE_INDEX = """
CREATE INDEX case_search_text ON cases_case
USING gin (casebook_grams_v1(search_text)) WITH (fastupdate = off)
WHERE status = 'published';
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0003_roles")]

    operations = [
        migrations.AddField(
            model_name="region",
            name="search_names",
            field=cases.models.names.SearchNamesField(),
        ),
        migrations.AddField(
            model_name="offencetype",
            name="search_names",
            field=cases.models.names.SearchNamesField(),
        ),
        migrations.RunSQL(
            MAKE_FUNCTION, "DROP FUNCTION casebook_grams_v1(text);"
        ),
        migrations.RunSQL(MAKE_INDEX, "DROP INDEX case_search_text;"),
    ]
