"""Indexes for lists: counting by place and month, each order, words with offences.

The text index has the offence types beside the grams, so that a word that is the name
of an offence, or a word and a filter, meet inside it. GIN without fastupdate, as before.
"""

from django.db import migrations, models
from django.db.models import Q

PUBLISHED = Q(status="published")
COUNTED = ["offence_ids", "traits", "campaign", "bulletin"]

TEXT_AND_OFFENCES = """
DROP INDEX case_search_text;
CREATE INDEX case_search_text ON cases_case
USING gin (casebook_grams_v1(search_text), offence_ids) WITH (fastupdate = off)
WHERE status = 'published';
"""
TEXT_ALONE = """
DROP INDEX case_search_text;
CREATE INDEX case_search_text ON cases_case
USING gin (casebook_grams_v1(search_text)) WITH (fastupdate = off)
WHERE status = 'published';
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0015_tallies")]

    operations = [
        migrations.AddIndex(
            "case",
            models.Index(
                models.F("region"),
                models.F("listed_month").desc(),
                models.F("id").desc(),
                condition=PUBLISHED,
                include=["month", *COUNTED],
                name="case_public_place",
            ),
        ),
        migrations.AddIndex(
            "case",
            models.Index(
                fields=["month", "id"],
                condition=PUBLISHED,
                include=["region", "listed_month", *COUNTED],
                name="case_public_month",
            ),
        ),
        migrations.AddIndex(
            "case",
            models.Index(
                models.F("bulletin_published").desc(nulls_last=True),
                models.F("id").desc(),
                condition=PUBLISHED,
                name="case_public_date",
            ),
        ),
        migrations.AddIndex(
            "case",
            models.Index(
                fields=["-published_at", "-id"],
                condition=PUBLISHED,
                name="case_public_added",
            ),
        ),
        migrations.RunSQL(TEXT_AND_OFFENCES, TEXT_ALONE),
    ]
