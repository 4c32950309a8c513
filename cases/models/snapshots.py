"""Reading the catalogue as it was at one moment, and that moment's version."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import connection, transaction

AT_ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"


@contextmanager
def snapshot(*, time_out: float | None = None) -> Iterator[None]:
    """Let everything that is read inside agree, whatever others publish meanwhile.

    A read-only transaction that sees what was committed when its first query came.
    ``time_out`` in seconds ends any statement that takes longer, by Django's
    OperationalError, which is to be caught around the snapshot: nothing more can be
    read inside. When a transaction is open already nothing happens, and there is no
    time-out.
    """
    if connection.in_atomic_block:
        yield
        return
    first = AT_ONE_MOMENT
    if time_out is not None:
        first += f"; SET LOCAL statement_timeout = {int(time_out * 1000)}"
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(first)
        yield


def catalogue_version() -> UUID:
    """The version of what is read now: another one for every change that shows.

    One query. Only inside ``snapshot`` is it that of the data read beside it.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT casebook_catalogue_version()")
        (version,) = cursor.fetchone()
    return version
