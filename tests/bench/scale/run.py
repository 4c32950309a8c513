"""The whole measurement, step by step."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from time import perf_counter

from django.core.management import call_command
from django.db import connection, connections

from casebook.postgres.backend.base import cluster_of
from cases.models import Case, OffenceType, Region
from tests.bench.scale import loading
from tests.bench.scale.catalogue import Catalogue
from tests.bench.scale.client import connected
from tests.bench.scale.comparison import Compared, compare
from tests.bench.scale.datasette_rival import Datasette
from tests.bench.scale.kinds import kinds, usable
from tests.bench.scale.questions import by_rarity, terms_of
from tests.bench.scale.report import median_and_p95, table
from tests.bench.scale.servers import free_port, gunicorn, running
from tests.bench.scale.tantivy_rival import Tantivy

SAMPLED_TEXTS = 4_000
CANDIDATES = 3_000


@contextmanager
def step(name: str) -> Iterator[None]:
    """Say what is done and how long it took."""
    print(f"{name} ...", end=" ", flush=True)
    started = perf_counter()
    yield
    print(f"{perf_counter() - started:.1f} s", flush=True)


def run(cases: int, seed: int, folder: Path, *, keeps: bool) -> int:
    """Measure a catalogue of so many cases in ``folder``; 0 when it went well."""
    done = folder / "loaded"
    if folder.exists() and not done.exists():
        remove(folder)
    folder.mkdir(parents=True, exist_ok=True)
    catalogue = Catalogue(seed, cases)
    datasette = Datasette(folder / "datasette")
    slugs = [one.slug for one in catalogue.vocabulary.offences]
    tantivy = Tantivy(folder / "tantivy", slugs)
    try:
        if not done.exists():
            with step("Tables"):
                call_command("collectstatic", interactive=False, verbosity=0)
                keys = loading.make_database()
            with step("Rows"):
                loaded, _ = loading.load(
                    catalogue,
                    keys,
                    lambda some: (tantivy.take(some), datasette.take(some)),
                )
                print(loaded.seconds, end=" ")
            with step("Datasette's index"):
                datasette.finish()
            with step("tantivy's index"):
                tantivy.finish()
            done.touch()
        tantivy.finish()
        with step("Terms"):
            terms = rare_and_common(catalogue, tantivy)
            print({key: len(value) for key, value in terms.items()}, end=" ")
        compared = compare_all(catalogue, terms, folder, datasette, tantivy)
        print(comparison_table(compared))
        for one in compared:
            for line in (one.failed + one.different)[:5]:
                print(one.kind, line)
    finally:
        connections.close_all()
        cluster_of(connection.settings_dict).leave()
        if not keeps:
            remove(folder)
    return 0


def remove(folder: Path) -> None:
    """The folder, and the database that it may be linked to."""
    database = folder / "postgres"
    if database.is_symlink():
        shutil.rmtree(database.resolve())
    shutil.rmtree(folder)


def sampled_texts(random: Random) -> list[str]:
    """The folded texts of some published cases."""
    last = Case.objects.order_by("-pk").values_list("pk", flat=True)[0]
    chosen = random.sample(range(1, last + 1), min(SAMPLED_TEXTS, last))
    rows = Case.objects.published().filter(pk__in=chosen).order_by("pk")
    return list(rows.values_list("search_text", flat=True))


def rare_and_common(
    catalogue: Catalogue, tantivy: Tantivy
) -> dict[tuple[str, str], list[str]]:
    """Terms of two and of more characters by rarity, as tantivy counts them."""
    random = Random(f"{catalogue.seed}:terms")
    texts = sampled_texts(random)
    names = frozenset(
        name
        for model in (Region, OffenceType)
        for row in model.objects.values_list("search_names", flat=True)
        for name in row
    )
    found = terms_of(texts, random, CANDIDATES, (2, 3, 4, 5, 6))
    return by_rarity(usable(found, names), tantivy.count, tantivy.searcher.num_docs)


def compare_all(
    catalogue: Catalogue,
    terms: dict[tuple[str, str], list[str]],
    folder: Path,
    datasette: Datasette,
    tantivy: Tantivy,
) -> list[Compared]:
    """Every kind of question, one after the other."""
    port = free_port()
    command = datasette.command(sys.executable, port)
    compared = []
    with (
        gunicorn(folder) as casebook,
        running(command, port, folder / "datasette.log"),
        connected(casebook.port) as ours,
        connected(port) as theirs,
    ):
        for kind, questions in kinds(catalogue, terms).items():
            with step(kind):
                compared.append(
                    compare(
                        kind,
                        questions,
                        casebook=ours,
                        datasette=theirs,
                        tantivy=tantivy,
                    )
                )
    return compared


def comparison_table(compared: list[Compared]) -> str:
    """All kinds beside each other."""
    return table(
        [
            "",
            "Casebook, HTTP",
            "Datasette, HTTP",
            "times",
            "Casebook, SQL",
            "tantivy",
            "times",
        ],
        [
            [
                one.kind,
                median_and_p95(one.times("casebook")),
                median_and_p95(one.times("datasette")),
                _ratio(one, "datasette", "casebook"),
                median_and_p95(one.times("sql")),
                median_and_p95(one.times("tantivy")),
                _ratio(one, "sql", "tantivy"),
            ]
            for one in compared
        ],
    )


def _ratio(one: Compared, above: str, below: str) -> str:
    first, second = one.times(above), one.times(below)
    return f"{first.median / second.median:.1f}" if first and second else "–"


__all__ = ["json", "run"]
