"""What the planner needs to let words and filters meet in their indexes.

It never joins two partial indexes of the same condition, so the text index needs one
over all rows to meet with: places have theirs, months get one. It takes no statistics
from a partial index, so without statistics of their own it expects every word in the
same few cases. And words are looked up among the names of some 3,600 divisions.
"""

import django.contrib.postgres.indexes
from django.db import migrations, models

STATISTICS = """
CREATE STATISTICS case_grams ON (casebook_grams_v1(search_text)) FROM cases_case;
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0018_passage_moved")]

    operations = [
        migrations.AddIndex(
            "case", models.Index(fields=["month"], name="case_month")
        ),
        migrations.AddIndex(
            "region",
            django.contrib.postgres.indexes.GinIndex(
                fields=["search_names"], name="region_search_names"
            ),
        ),
        migrations.RunSQL(STATISTICS, "DROP STATISTICS case_grams;"),
    ]
