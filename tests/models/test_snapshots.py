"""A snapshot agrees with itself, and the version changes with what the public sees."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import OperationalError, connection, transaction
from django.db.utils import InternalError

from cases.models import Bulletin, Case
from cases.models.snapshots import catalogue_version, snapshot
from tests.factories import BulletinFactory, CaseFactory

pytestmark = pytest.mark.django_db(transaction=True)


def in_another_connection(step: Callable[[], object]) -> None:
    """Take a step in a thread of its own, so in a connection of its own."""
    problems: list[BaseException] = []

    def run() -> None:
        try:
            step()
        except BaseException as problem:
            problems.append(problem)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert problems == []


def test_a_snapshot_sees_nothing_of_what_is_published_meanwhile():
    with snapshot() as version:
        before = Case.objects.count(), catalogue_version()
        in_another_connection(lambda: CaseFactory(is_published=True))
        inside = Case.objects.count(), catalogue_version()

    assert inside == before == (0, version)
    assert Case.objects.count() == 1
    assert catalogue_version() != before[1]


def test_nothing_can_be_written_in_a_snapshot():
    with pytest.raises(InternalError, match="read-only"), snapshot():
        BulletinFactory()


def test_a_snapshot_ends_statements_that_take_too_long():
    with (
        pytest.raises(OperationalError, match="statement timeout"),
        snapshot(time_out=0.05),
        connection.cursor() as cursor,
    ):
        cursor.execute("SELECT pg_sleep(10)")

    with connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        assert cursor.fetchone() == ("0",)


def test_a_part_of_a_snapshot_may_have_less_time():
    with snapshot() as version, connection.cursor() as cursor:
        with (
            pytest.raises(OperationalError, match="statement timeout"),
            transaction.atomic(),
            snapshot(time_out=0.05),
        ):
            cursor.execute("SELECT pg_sleep(10)")
        with snapshot(time_out=5) as inside:
            cursor.execute("SHOW statement_timeout")
            assert (cursor.fetchone(), inside) == (("5s",), version)
        cursor.execute("SHOW statement_timeout")
        assert cursor.fetchone() == ("0",)


def test_in_an_open_transaction_a_snapshot_is_nothing():
    with transaction.atomic(), snapshot(time_out=0.001) as version:
        assert version is None
        BulletinFactory()
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_sleep(0.01)")

    assert Bulletin.objects.count() == 1


def end_the_connection() -> None:
    """What a database that is started anew does to the connections that it had."""
    own = connection.connection.info.backend_pid

    def end() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [own])

    in_another_connection(end)


def test_a_snapshot_opens_another_connection_when_the_one_it_has_is_over():
    CaseFactory(is_published=True)
    before = catalogue_version()
    end_the_connection()

    with snapshot() as version:
        inside = Case.objects.count(), catalogue_version()

    assert inside == (1, before)
    assert version == before


def test_a_snapshot_asks_for_its_versions_and_nothing_else(django_assert_num_queries):
    connection.ensure_connection()
    connection.health_check_enabled = True
    connection.health_check_done = False

    # with the statements that begin and end a transaction
    with django_assert_num_queries(3), snapshot():
        pass
