"""A cluster of its own, filled with a catalogue as a long-lived one would be.

Rows come by COPY into the tables that the migrations made, without triggers, foreign
key checks and all indexes but the keys; afterwards the indexes are built and what
triggers keep is worked out at once, as after restoring a backup. The superuser of the
throw-away cluster does this: only it may leave triggers out.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from time import perf_counter

import psycopg
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.db import connection

from casebook.postgres.backend.base import cluster_of
from casebook.postgres.folder import DATABASE, PORT
from cases.models import OffenceType
from tests.bench.scale.catalogue import Catalogue
from tests.bench.scale.copying import copy_rows
from tests.bench.scale.rows import TABLES, Keys, Public, make_part

# Bulletins that one process makes and loads at a time: about 2,000 cases.
PART = 200
PROCESSES = 2
MAINTENANCE = "SET maintenance_work_mem = '512MB'"

OTHER_INDEXES = """
SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid)
FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
WHERE relname = ANY(%s) AND NOT indisprimary
  AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
ORDER BY 1
"""


def superuser() -> psycopg.Connection:
    """A connection of the cluster's superuser, who may leave triggers out."""
    host = str(cluster_of(connection.settings_dict).use())
    return psycopg.connect(
        host=host, port=PORT, user="postgres", dbname=DATABASE, autocommit=True
    )


def make_database() -> Keys:
    """Tables, vocabularies and a user; what rows refer to."""
    call_command("prepare")
    user, _ = User.objects.get_or_create(username="bench", is_staff=True)
    user.groups.set(Group.objects.all())
    offence_types = dict(OffenceType.objects.values_list("slug", "pk"))
    return Keys(offence_types, user.pk)


@contextmanager
def without_other_indexes() -> Iterator[None]:
    """Drop what slows COPY down, and build it anew at the end."""
    with superuser() as database:
        found = database.execute(OTHER_INDEXES, [list(TABLES)]).fetchall()
        for name, _ in found:
            database.execute(f"DROP INDEX {name}")
        # It would go over the growing tables again and again.
        database.execute("ALTER SYSTEM SET autovacuum = off")
        database.execute("SELECT pg_reload_conf()")
        yield
        database.execute(MAINTENANCE)
        # Freshly copied tables have no statistics, without which the next step crawls.
        database.execute("ANALYZE")
        database.execute("SET session_replication_role = replica")
        database.execute("SELECT casebook_keep_cases()")
        # Rows were written twice; as after restoring a backup, no gap is left.
        database.execute("VACUUM (FULL) cases_case")
        for _, definition in found:
            database.execute(definition)
        database.execute("ALTER SYSTEM RESET autovacuum")
        database.execute("SELECT pg_reload_conf()")


class _Loader:
    """Makes parts of a catalogue and copies them into the tables, in any process."""

    def __init__(self, catalogue: Catalogue, keys: Keys) -> None:
        self.catalogue = catalogue
        self.keys = keys
        self.host = str(cluster_of(connection.settings_dict).use())

    def __call__(self, numbers: range) -> list[Public]:
        """Load these bulletins and return their public cases."""
        made = make_part(self.catalogue, numbers, self.keys)
        with psycopg.connect(
            host=self.host, port=PORT, user="postgres", dbname=DATABASE
        ) as database:
            database.execute("SET session_replication_role = replica")
            for table in TABLES:
                copy_rows(database, table, made.rows[table])
        return made.public


def load(
    catalogue: Catalogue,
    keys: Keys,
    take: Callable[[list[Public]], object],
    finish: Callable[[], object],
) -> dict[str, float]:
    """Fill the tables; ``take`` gets the public cases in order, some at a time.

    ``finish`` is called once they are complete, while PostgreSQL builds its indexes.
    Returns the seconds of each step.
    """
    seconds: dict[str, float] = {}
    started = perf_counter()
    with ThreadPoolExecutor(1) as meanwhile, without_other_indexes():
        connection.close()
        loader = _Loader(catalogue, keys)
        with multiprocessing.get_context("fork").Pool(PROCESSES) as pool:
            for public in pool.imap(loader, catalogue.parts(PART)):
                take(public)
        seconds["cases invented and copied"] = perf_counter() - started
        finished = meanwhile.submit(finish)
        started = perf_counter()
    finished.result()
    seconds["all indexes, the rivals' too"] = perf_counter() - started
    started = perf_counter()
    with superuser() as database:
        count_on(database)
        settle(database)
    seconds["tallies, VACUUM ANALYZE"] = perf_counter() - started
    return seconds


def count_on(database: psycopg.Connection) -> None:
    """Let new rows have keys after those that were copied with theirs."""
    for table in ("cases_bulletin", "cases_copy", "cases_case"):
        database.execute(
            f"SELECT setval(pg_get_serial_sequence('{table}', 'id'),"
            f" (SELECT max(id) FROM {table}))"
        )


def forget_after(catalogue: Catalogue) -> None:
    """Take out what an earlier run's import added to a catalogue that was kept."""
    last = len(catalogue.sizes)
    with superuser() as database:
        database.execute("SET session_replication_role = replica")
        added = "SELECT id FROM cases_case WHERE bulletin_id > %s"
        for table in ("caseoffence", "amount", "evidence"):
            database.execute(
                f"DELETE FROM cases_{table} WHERE case_id IN ({added})", [last]
            )
        for table in ("event", "case", "copy"):
            database.execute(
                f"DELETE FROM cases_{table} WHERE bulletin_id > %s", [last]
            )
        if database.execute(
            "DELETE FROM cases_bulletin WHERE id > %s", [last]
        ).rowcount:
            settle(database)


def settle(database: psycopg.Connection) -> None:
    """What triggers keep is worked out, and the planner knows the tables."""
    database.execute(MAINTENANCE)
    database.execute("SELECT casebook_rebuild_tallies()")
    database.execute("VACUUM (ANALYZE)")
