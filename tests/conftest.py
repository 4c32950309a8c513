"""What every test may use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.test import TransactionTestCase

from cases import page_cache
from cases.actions.vocabularies import load_vocabularies
from tests.reader.score import corpus


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The test database with the real regions and offence types in it."""
    with django_db_blocker.unblock():
        load_vocabularies()
        leave_unvacuumed()


# What a test that commits leaves in place: what migrations and vocabularies brought.
KEPT_TABLES = {
    "auth_group",
    "auth_group_permissions",
    "auth_permission",
    "cases_catalogue_version",
    "cases_offencetype",
    "cases_region",
    "django_content_type",
    "django_migrations",
}


def emptied_tables(cursor: CursorWrapper) -> set[str]:
    """The tables that have no rows before a test."""
    cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    return {name for (name,) in cursor.fetchall()} - KEPT_TABLES


def empty_tables(test_case: TransactionTestCase) -> None:
    """Take away the rows that a test committed, those without a model too.

    Django's own way empties the vocabularies as well; loading them again took longer
    than most tests.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {', '.join(sorted(emptied_tables(cursor)))}")


def leave_unvacuumed() -> None:
    """Let the planner take the tables that tests fill for tables that it never saw.

    Autovacuum comes between tests, finds none of the rows that they took back, and
    writes down that the tables are empty. The next test's thousands of rows would be
    joined row by row: two thousand cases then take minutes instead of seconds.
    """
    with connection.cursor() as cursor:
        for table in sorted(emptied_tables(cursor)):
            cursor.execute(f"ALTER TABLE {table} SET (autovacuum_enabled = off)")


@pytest.fixture(scope="session", autouse=True)
def vocabularies_stay():
    """Tests that commit hand the vocabularies on to those after them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", empty_tables)
        yield


@pytest.fixture(autouse=True)
def no_pages_are_kept():
    """Every test begins without pages in memory.

    And most end so: inside the transaction of a test nothing is kept nor taken from
    memory, so a view's queries are its own. Tests that commit (transaction=True, a
    live server) see pages kept from the second time on, as visitors do.
    """
    page_cache.store.clear()


@pytest.fixture(scope="session")
def corpus_folder() -> Path:
    """The real bulletins; without them a skip, on the build server a failure."""
    found = corpus()
    if (found / "gold").is_dir():
        return found
    if os.environ.get("CI"):
        pytest.fail(f"no corpus at {found}: set CASEBOOK_CORPUS")
    pytest.skip(f"no corpus at {found}")
