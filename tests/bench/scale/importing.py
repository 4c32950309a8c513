"""How fast cases come in, and whether the site goes on answering meanwhile."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from time import perf_counter

import psycopg
from django.contrib.auth.models import User
from django.db import connection

from casebook.postgres.backend.base import cluster_of
from casebook.postgres.folder import DATABASE, PORT, ROLE
from cases.actions.errors import ActionRefused
from cases.actions.importing import import_bulletin
from cases.actions.publishing import publish_case
from cases.models import Bulletin, Case
from tests.bench.scale.catalogue import Catalogue
from tests.bench.scale.client import connected
from tests.bench.scale.copying import copy_rows
from tests.bench.scale.loading import count_on
from tests.bench.scale.percentiles import Times, times
from tests.bench.scale.rows import TABLES, Keys, make_part
from tests.bench.scale.servers import Server

CASES = 5_000
# Cases of one transaction; bulletins of the whole action, none begun after this time.
BATCH = 1_000
BULLETINS = 20
ACTION_SECONDS = 45.0
FLOOR = "bench_floor"


@dataclass(frozen=True, slots=True)
class Imports:
    """Rows per second by way of coming in, and what visitors met meanwhile.

    ``copied`` is COPY into the same table without the text index, ``published`` the
    import's way into the whole one: as drafts, then published, a thousand at a time.
    ``whole`` is the same with all other tables' rows, ``action`` cases per second of
    the whole action, reading and publishing one by one.
    """

    copied: float
    published: float
    whole: float
    action: float
    action_cases: int
    visitors: Times
    failed: list[str] = field(default_factory=list)


def _connect() -> psycopg.Connection:
    host = str(cluster_of(connection.settings_dict).use())
    return psycopg.connect(host=host, port=PORT, user=ROLE, dbname=DATABASE)


@contextmanager
def visited(server: Server, paths: Sequence[str]) -> Iterator[list[tuple[str, float]]]:
    """A visitor who goes from page to page until the end; failures and seconds."""
    met: list[tuple[str, float]] = []
    is_over = threading.Event()

    def visit() -> None:
        with connected(server.port) as client:
            for path in cycle(paths):
                if is_over.wait(0.05):
                    break
                answer = client.get(path)
                failure = "" if answer.status == 200 else f"{answer.status} {path}"
                met.append((failure, answer.seconds))

    visitor = threading.Thread(target=visit)
    visitor.start()
    try:
        yield met
    finally:
        is_over.set()
        visitor.join()


def measure(
    server: Server, catalogue: Catalogue, keys: Keys, paths: Sequence[str]
) -> Imports:
    """Bring new cases in, in three ways."""
    last_bulletin = Bulletin.objects.order_by("-pk").values_list("pk", flat=True)[0]
    last_case = Case.objects.order_by("-pk").values_list("pk", flat=True)[0]
    more = Catalogue(catalogue.seed + 1, 2 * CASES, after=(last_bulletin, last_case))
    half = len(more.sizes) // 2
    copied = _copied(more, range(half), keys)
    with visited(server, paths) as met:
        published, whole = _published(more, range(half), keys)
        with _connect() as database:
            count_on(database)
        action, cases = _action(more, range(half, half + BULLETINS))
    summary = times([seconds for _, seconds in met])
    assert summary is not None
    failed = [failure for failure, _ in met if failure]
    return Imports(copied, published, whole, action, cases, summary, failed)


def _copied(catalogue: Catalogue, numbers: range, keys: Keys) -> float:
    rows = make_part(catalogue, numbers, keys).rows["cases_case"]
    with _connect() as database:
        database.execute(f"CREATE TABLE {FLOOR} (LIKE cases_case INCLUDING ALL)")
        for name, definition in database.execute(
            "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = %s", [FLOOR]
        ).fetchall():
            if "casebook_grams" in definition:
                database.execute(f"DROP INDEX {name}")
        started = perf_counter()
        copy_rows(database, FLOOR, rows)
        database.commit()
        seconds = perf_counter() - started
        database.execute(f"DROP TABLE {FLOOR}")
    return len(rows) / seconds


def _published(catalogue: Catalogue, numbers: range, keys: Keys) -> tuple[float, float]:
    """All rows of the bulletins, with every trigger; cases per second.

    First by the time of the cases' own rows alone, then by that of all.
    """
    count, own, whole = 0, 0.0, 0.0
    step = BATCH // 10  # bulletins
    for start in range(numbers.start, numbers.stop, step):
        batch = range(start, min(start + step, numbers.stop))
        rows = make_part(catalogue, batch, keys).rows
        published = [
            row["id"] for row in rows["cases_case"] if row["status"] == "published"
        ]
        for row in rows["cases_case"]:
            if row["status"] == "published":
                row |= {"status": "draft", "published_at": None}
                row |= {"status_at": None, "status_by_id": None}
        begun = perf_counter()
        with _connect() as database:
            database.execute("SET CONSTRAINTS ALL DEFERRED")
            for table in TABLES:
                started = perf_counter()
                copy_rows(database, table, rows[table])
                if table == "cases_case":
                    own += perf_counter() - started
                elif table == "cases_copy":
                    # A bulletin names its copy, which is there now; from here on
                    # every rule is checked at once, in the time of its own table.
                    database.execute("SET CONSTRAINTS ALL IMMEDIATE")
            started = perf_counter()
            database.execute(
                "UPDATE cases_case SET status = 'published', status_at = now(),"
                " status_by_id = %s, published_at = now() WHERE id = ANY (%s)",
                [keys.user, published],
            )
            own += perf_counter() - started
        whole += perf_counter() - begun
        count += len(rows["cases_case"])
    return count / own, count / whole


def _action(catalogue: Catalogue, numbers: range) -> tuple[float, int]:
    """Each bulletin read and published as at the desk: cases per second, cases."""
    user = User.objects.get(username="bench")
    contents = [
        row["content"]
        for row in make_part(catalogue, numbers, Keys(_EveryKey(), 0)).rows[
            "cases_copy"
        ]
    ]
    count = 0
    started = perf_counter()
    for number, content in enumerate(contents):
        if perf_counter() - started > ACTION_SECONDS:
            break
        imported = import_bulletin(content=content, filename=f"{number}.md", by=user)
        assert imported.bulletin is not None
        for case in imported.bulletin.cases.order_by("number"):
            count += 1
            # What raises a question stays a draft, as it would at the desk.
            with contextlib.suppress(ActionRefused):
                publish_case(case=case, by=user)
    return count / (perf_counter() - started), count


class _EveryKey(dict[str, int]):
    """Knows a key for everything: the rows that refer to it are not used."""

    def __missing__(self, slug: str) -> int:
        return 0
