"""Statements are planned once a connection, whatever becomes of it."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import OperationalError, connection, transaction

from cases.models.prepared import Prepared

pytestmark = pytest.mark.django_db(transaction=True)

PREPARED = "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE %s"


def how_many(words: str) -> int:
    """How many statements with these words this connection keeps."""
    with connection.cursor() as cursor:
        cursor.execute(PREPARED, [f"%{words}%"])
        (number,) = cursor.fetchone()
    return number


def test_it_finds_the_same_the_first_time_and_later(django_assert_num_queries):
    asked = Prepared(
        "SELECT %(day)s + 1, %(words)s, 7 %% 4 AS once", day="date", words="text[]"
    )

    for words in (["a'b", "二"], [], None):
        with django_assert_num_queries(1):
            found = asked.rows(day=date(2024, 8, 31), words=words)
        assert found == [(date(2024, 9, 1), words, 3)]

    assert how_many("AS once") == 1


def test_another_connection_has_its_own():
    asked = Prepared("SELECT %(number)s AS another", number="integer")
    asked.rows(number=1)
    connection.close()

    assert asked.rows(number=2) == [(2,)]
    assert how_many("AS another") == 1


def test_a_first_time_that_failed_is_no_obstacle():
    asked = Prepared("SELECT pg_sleep(%(seconds)s)::text", seconds="float")
    with pytest.raises(OperationalError), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = 50")
        asked.rows(seconds=10)

    assert asked.rows(seconds=0) == [("",)]
    assert asked.rows(seconds=0) == [("",)]
