"""Where a list page's time goes: own time of the code, by what it is for."""

from __future__ import annotations

import cProfile
import pstats
from collections import Counter
from dataclasses import dataclass
from time import perf_counter

from django.test import Client

from tests.bench.scale.percentiles import percentile
from tests.bench.scale.sql import timed_sql

TURNS = 20
# The first of these that a file's path has says what its time is for.
PARTS = (
    ("/psycopg", "psycopg, and waiting for PostgreSQL"),
    ("/django/db/", "Django's ORM"),
    ("/django/template/", "Django's templates"),
    ("/cases/templatetags/", "rendering of Casebook's own"),
    ("/cases/rendering/", "rendering of Casebook's own"),
    ("/cases/", "filters, facets and cards"),
    ("/django/forms/", "filters' form"),
    ("/django_filters/", "filters' form"),
    ("/django/utils/translation/", "translation"),
    ("/gettext.py", "translation"),
    ("/django/", "the rest of Django"),
)
REST = "Python's own functions and the rest"


@dataclass(frozen=True, slots=True)
class Profile:
    """One page: milliseconds in all and in the database, its queries, its parts.

    ``parts`` are shares of the own time that the profiler saw, largest first.
    """

    path: str
    milliseconds: float
    sql_milliseconds: float
    queries: int
    bytes: int
    parts: list[tuple[str, float]]


def profile(path: str) -> Profile:
    """Make a page over and over in this process, through all middleware."""
    client = Client(SERVER_NAME="127.0.0.1")
    client.get(path)
    whole, in_sql = [], []
    for _ in range(TURNS):
        with timed_sql() as taken:
            started = perf_counter()
            response = client.get(path)
            whole.append(perf_counter() - started)
        in_sql.append(sum(taken))
    profiler = cProfile.Profile()
    for _ in range(TURNS):
        profiler.runcall(client.get, path)
    own: Counter[str] = Counter()
    for (file, _, _), (_, _, seconds, _, _) in pstats.Stats(profiler).stats.items():
        own[_part(file)] += seconds
    every = sum(own.values())
    return Profile(
        path=path,
        milliseconds=percentile(whole, 0.5) * 1000,
        sql_milliseconds=percentile(in_sql, 0.5) * 1000,
        queries=len(taken),
        bytes=len(response.content),
        parts=[(part, seconds / every) for part, seconds in own.most_common()],
    )


def _part(file: str) -> str:
    return next((name for mark, name in PARTS if mark in file), REST)
