"""Reading the catalogue as it was at one moment, and that moment's version."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from threading import local
from typing import TypeVar
from uuid import UUID

from django.db import InterfaceError, OperationalError, connection, transaction

Answer = TypeVar("Answer")

# Triggers change the one with whatever the public sees (migration 0013), the other
# with regions and offence types alone (0017).
VERSION = "SELECT version, vocabularies FROM cases_catalogue_version"
AT_ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
# Whatever the server is set to (docs/adr/0009): compiling a plan and starting workers
# take longer than lists do; a bitmap must have room for a page's every row, else each
# row's lexemes are worked out again; the catalogue is in memory; and what is prepared
# (cases.models.prepared) has one plan from its first time on, not from its sixth.
FOR_LISTS = (
    "SET LOCAL jit = off; SET LOCAL max_parallel_workers_per_gather = 0;"
    " SET LOCAL work_mem = '32MB'; SET LOCAL random_page_cost = 1.1;"
    " SET LOCAL plan_cache_mode = force_generic_plan"
)


class _Inside(local):
    """The versions of the snapshot that this thread is in."""

    version: UUID | None = None
    vocabularies: UUID | None = None


_inside = _Inside()


@contextmanager
def snapshot(*, time_out: float | None = None) -> Iterator[UUID | None]:
    """Let everything that is read inside agree, whatever others publish meanwhile.

    A read-only transaction that sees what was committed when it began, and gives the
    catalogue's version of that moment. ``time_out`` in seconds ends any statement that
    takes longer, by Django's OperationalError: catch it around the snapshot, or around
    a savepoint in it. A snapshot in another one is a part of that, with a time-out of
    its own. When another transaction is open nothing happens, since what it sees may
    never be committed: the version is None, and there is no time-out.
    """
    version = _inside.version
    if connection.in_atomic_block and version is None:
        yield None
    elif version is not None:
        with _shorter_time(time_out):
            yield version
    else:
        with ExitStack() as moment:
            versions = _first_query(lambda: moment.enter_context(_moment(time_out)))
            _inside.version, _inside.vocabularies = versions
            try:
                yield _inside.version
            finally:
                _inside.version = _inside.vocabularies = None


@contextmanager
def _moment(time_out: float | None) -> Iterator[tuple[UUID, UUID]]:
    """The transaction of a snapshot, with the versions that it sees."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(
                f"{AT_ONE_MOMENT}; {FOR_LISTS}; {_limit(time_out)}; {VERSION}"
            )
            while cursor.nextset():
                pass
            versions = cursor.fetchone()
        yield versions


def catalogue_version() -> UUID:
    """The version of what is committed now, or of the snapshot; one query."""
    with connection.cursor() as cursor:
        cursor.execute(VERSION)
        version, _vocabularies = cursor.fetchone()
    return version


def first_catalogue_version() -> UUID:
    """The same as a request's first query, without Django's own before it."""
    return _first_query(catalogue_version)


def _first_query(ask: Callable[[], Answer]) -> Answer:
    """What a request asks first, without Django's own query before it.

    That one only tries whether the connection still holds, which this one does too:
    when it does not, another connection is opened.
    """
    if connection.connection is None:
        return ask()
    connection.health_check_done = True  # type: ignore[attr-defined]
    try:
        return ask()
    except (InterfaceError, OperationalError):
        connection.close()
        return ask()


def snapshot_version() -> UUID | None:
    """The catalogue's version in this snapshot; None outside of one."""
    return _inside.version


def vocabularies_version() -> UUID | None:
    """The version of regions and offence types in this snapshot; None outside."""
    return _inside.vocabularies


def _limit(time_out: float | None) -> str:
    milliseconds = "DEFAULT" if time_out is None else int(time_out * 1000)
    return f"SET LOCAL statement_timeout = {milliseconds}"


@contextmanager
def _shorter_time(time_out: float | None) -> Iterator[None]:
    """A time-out for a part of a snapshot; after an error the transaction is over."""
    if time_out is None:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        (before,) = cursor.fetchone()
        cursor.execute(_limit(time_out))
        yield
        cursor.execute("SELECT set_config('statement_timeout', %s, true)", [before])
