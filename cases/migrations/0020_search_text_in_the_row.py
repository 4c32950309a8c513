"""Keeps the text that words are compared with in the case's own row.

PostgreSQL moves what makes a row longer than 2 KB to a table beside it, and of two
texts of about one length sometimes the searched one. To compare a word with it then
takes four pages in place of one: a third of the time of a search that finds many. The
text that is shown goes first now, of which a page needs twenty.

Cases that stand already are stored so when they next change, or all of them by
``VACUUM FULL cases_case``, which locks the table for as long as its indexes take.
"""

from django.db import migrations

IN_THE_ROW = "ALTER TABLE cases_case ALTER COLUMN search_text SET STORAGE MAIN"
AS_BEFORE = "ALTER TABLE cases_case ALTER COLUMN search_text SET STORAGE EXTENDED"


class Migration(migrations.Migration):
    dependencies = [("cases", "0019_text_with_filters")]

    operations = [migrations.RunSQL(IN_THE_ROW, AS_BEFORE)]
