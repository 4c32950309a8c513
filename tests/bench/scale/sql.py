"""Casebook's time in the database, for pages made in this process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Any

from django.db import connection
from django.test import RequestFactory

from cases.views.lists import case_list


@contextmanager
def timed_sql() -> Iterator[list[float]]:
    """Collects the seconds of each query of this process's connection."""
    taken: list[float] = []

    def wrapper(execute: Any, sql: Any, params: Any, many: Any, context: Any) -> Any:
        started = perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            taken.append(perf_counter() - started)

    with connection.execute_wrapper(wrapper):
        yield taken


def sql_seconds(path: str) -> float:
    """The time in the database of a page made in this process."""
    with timed_sql() as taken:
        response = case_list(RequestFactory().get(path, SERVER_NAME="127.0.0.1"))
        assert response.status_code == 200
    return sum(taken)
