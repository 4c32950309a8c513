"""What lists count by, checked and made anew; triggers keep it right by themselves.

After a bulk load with triggers off (``ALTER TABLE ... DISABLE TRIGGER USER`` on
cases_case, cases_caseoffence, cases_amount and cases_bulletin) call
``rebuild_tallies``, or in SQL ``casebook_keep_cases()``, then
``casebook_rebuild_tallies()`` and, if the site is up, ``casebook_catalogue_changed()``,
without which it goes on showing pages from memory; then
``VACUUM ANALYZE cases_case, cases_tally``, because counting from an index alone needs
the visibility map. Loading is fastest with ``casebook_keep_cases()`` called before the
indexes are made.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection, transaction


@dataclass(frozen=True, slots=True)
class Kept:
    """How many cases' kept columns were wrong, and how many tallies."""

    cases: int
    tallies: int


def check_tallies() -> Kept:
    """Compare with a recount over all published cases; change nothing."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM casebook_stale_cases()")
        [cases] = cursor.fetchone()
        cursor.execute("SELECT count(*) FROM casebook_wrong_tallies()")
        [tallies] = cursor.fetchone()
    return Kept(cases, tallies)


@transaction.atomic
def rebuild_tallies() -> Kept:
    """Make both anew; return how many columns were mended and tallies there are.

    Reading goes on meanwhile; who writes cases waits.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT casebook_keep_cases()")
        [cases] = cursor.fetchone()
        cursor.execute("SELECT casebook_rebuild_tallies()")
        [tallies] = cursor.fetchone()
        # Pages in memory may have been made of what was wrong.
        cursor.execute("SELECT casebook_catalogue_changed()")
    return Kept(cases, tallies)
