"""The whole measurement, step by step."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from time import perf_counter

from django.core.management import call_command
from django.db import connection, connections

from casebook.postgres.backend.base import cluster_of
from cases.models import Case, OffenceType, Region
from tests.bench.scale import growth, importing, load, loading, sizes, sweep
from tests.bench.scale.catalogue import Catalogue
from tests.bench.scale.client import connected
from tests.bench.scale.comparison import compare
from tests.bench.scale.datasette_rival import Datasette
from tests.bench.scale.kinds import filter_questions, kinds, usable
from tests.bench.scale.percentiles import Times
from tests.bench.scale.profiles import profile
from tests.bench.scale.questions import Question, by_rarity, commonest_terms, terms_of
from tests.bench.scale.report import inserted, report
from tests.bench.scale.results import Compared, Results
from tests.bench.scale.rows import Keys
from tests.bench.scale.servers import Server, free_port, gunicorn, running
from tests.bench.scale.tantivy_rival import Tantivy
from tests.bench.scale.warming import read_all

SAMPLED_TEXTS = 4_000
CANDIDATES = 6_000
# Different lists with one or two filters in the loads.
LOADED_FILTERS = 400
EMPTY = "tests.bench.scale.empty_settings"
WRAPPED = "tests.bench.scale.wrapped_settings"
# As settings have it; everything else is measured without.
CACHE = "16"
# For all terms, by the most cases: what the bounds of the whole run leave.
SWEEP_SECONDS = {10_000: 120.0, 100_000: 240.0, 1_000_000: 750.0}


@contextmanager
def step(name: str, seconds: dict[str, float] | None = None) -> Iterator[None]:
    """Say what is done and how long it took."""
    print(f"  {name} ...", end=" ", flush=True)
    started = perf_counter()
    yield
    taken = perf_counter() - started
    print(f"{taken:.1f} s", flush=True)
    if seconds is not None:
        seconds[name] = taken


def machine() -> str:
    """The processor, its cores in use and the memory."""
    names = [
        line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text().splitlines()
        if line.startswith("model name")
    ]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = len(os.sched_getaffinity(0))
    return f"{cores} cores of {names[0] if names else 'unknown'}, {memory:.0f} GB"


@dataclass(slots=True)
class Bench:
    """A loaded catalogue with its rivals, in a folder."""

    catalogue: Catalogue
    folder: Path
    keys: Keys
    datasette: Datasette
    tantivy: Tantivy
    texts: list[str]
    random: Random

    @property
    def cases(self) -> int:
        """How many cases are public."""
        return self.tantivy.searcher.num_docs


def prepare(catalogue: Catalogue, folder: Path, seconds: dict[str, float]) -> Bench:
    """Load the catalogue, unless the folder holds it already."""
    done = folder / "loaded"
    datasette = Datasette(folder / "datasette")
    slugs = [one.slug for one in catalogue.vocabulary.offences]
    tantivy = Tantivy(folder / "tantivy", slugs)
    with step("tables", seconds):
        call_command("collectstatic", interactive=False, verbosity=0)
        keys = loading.make_database()
    if not done.exists():
        with step("load"):
            seconds |= loading.load(
                catalogue,
                keys,
                lambda some: (tantivy.take(some), datasette.take(some)),
                lambda: (tantivy.finish(), datasette.finish()),
            )
        done.touch()
    else:
        loading.forget_after(catalogue)
    tantivy.finish()
    random = Random(f"{catalogue.seed}:terms")
    return Bench(
        catalogue, folder, keys, datasette, tantivy, sampled_texts(random), random
    )


def sampled_texts(random: Random) -> list[str]:
    """The folded texts of some published cases."""
    last = Case.objects.order_by("-pk").values_list("pk", flat=True)[0]
    chosen = random.sample(range(1, last + 1), min(SAMPLED_TEXTS, last))
    rows = Case.objects.published().filter(pk__in=chosen).order_by("pk")
    return list(rows.values_list("search_text", flat=True))


def plain_terms(bench: Bench) -> list[str]:
    """Terms of two and more characters that name no place and no offence."""
    names = frozenset(
        name
        for model in (Region, OffenceType)
        for row in model.objects.values_list("search_names", flat=True)
        for name in row
    )
    found = terms_of(bench.texts, bench.random, CANDIDATES, (2, 3, 4, 5, 6))
    return usable(found, names)


def compare_all(
    bench: Bench, casebook: Server, asked: dict[str, list[Question]]
) -> list[Compared]:
    """Every kind of question, one after the other."""
    port = free_port()
    command = bench.datasette.command(sys.executable, port)
    compared = []
    with (
        running(command, port, bench.folder / "datasette.log"),
        connected(casebook.port) as ours,
        connected(port) as theirs,
    ):
        for kind, questions in asked.items():
            with step(kind):
                compared.append(
                    compare(
                        kind,
                        questions,
                        casebook=ours,
                        datasette=theirs,
                        tantivy=bench.tantivy,
                    )
                )
    return compared


def measure_growth(
    bench: Bench, casebook: Server, terms: list[str]
) -> dict[str, Times]:
    """One visitor's times by kind of page at this size."""
    paths = growth.growth_questions(bench.catalogue, terms, bench.tantivy.count)
    with connected(casebook.port) as client:
        return growth.measure(client, paths)


def measure_small(seed: int, folder: Path, told: Path, *, keeps: bool) -> int:
    """Measure growth's kinds of pages in a small catalogue; ``told`` takes them."""
    print(f"{growth.SMALL:,} cases, for growth")
    with kept(folder, keeps=keeps):
        bench = prepare(Catalogue(seed, growth.SMALL), folder, {})
        with gunicorn(folder) as casebook, step("pages"):
            found = measure_growth(bench, casebook, plain_terms(bench))
    told.write_text(json.dumps({kind: asdict(one) for kind, one in found.items()}))
    return 0


def measure(bench: Bench, results: Results) -> None:
    """All measurements over a loaded catalogue."""
    seconds = results.seconds
    with step("reading all files", seconds):
        read_all(bench.folder)
    terms = plain_terms(bench)
    asked = kinds(bench.catalogue, by_rarity(terms, bench.tantivy.count, bench.cases))
    filters = asked["1 filter"] + asked["2 filters"]
    search = [
        one for kind, some in asked.items() if kind.startswith("text") for one in some
    ]
    folder = bench.folder
    with gunicorn(folder) as casebook:
        with step("comparison", seconds):
            print()
            results.compared = compare_all(bench, casebook, asked)
        if results.small:
            with step("growth", seconds):
                results.large = measure_growth(bench, casebook, terms)
        with (
            step("load", seconds),
            gunicorn(folder, settings=EMPTY) as empty,
            gunicorn(folder, settings=WRAPPED) as wrapped,
            gunicorn(folder, PAGE_CACHE_MEGABYTES=CACHE) as cached,
        ):
            pages = load.Pages(
                bench.catalogue.seed,
                bench.catalogue.cases,
                filter_questions(bench.catalogue, LOADED_FILTERS),
                search,
            )
            servers = load.Servers(empty, wrapped, casebook, cached)
            results.load = load.measure(servers, pages)
        with step("profile", seconds):
            shown = [asked["home"][0], filters[0], search[0]]
            results.profiles = [profile(one.path()) for one in shown]
        with step("all terms", seconds):
            every = commonest_terms(bench.texts, sweep.COMMONEST) + terms_of(
                bench.texts, bench.random, sweep.SAMPLED, sweep.LENGTHS
            )
            limit = next(
                (time for most, time in SWEEP_SECONDS.items() if bench.cases <= most),
                SWEEP_SECONDS[1_000_000],
            )
            results.swept = sweep.sweep(
                casebook, list(dict.fromkeys(every)), filters, bench.random, limit
            )
        results.worker = sizes.worker_bytes(casebook)
        results.tables, results.indexes = sizes.tables(), sizes.indexes()
        results.rivals = {
            "Datasette": sizes.folder_bytes(folder / "datasette"),
            "tantivy": sizes.folder_bytes(folder / "tantivy"),
        }
        with step("import", seconds):
            visits = ["/", *(one.path() for one in filters + search)]
            results.imports = importing.measure(
                casebook, bench.catalogue, bench.keys, visits
            )


def run(
    cases: int,
    seed: int,
    folder: Path,
    told: Path,
    *,
    keeps: bool,
    document: Path | None,
) -> int:
    """Measure a catalogue of so many cases in ``folder``; 0 when it went well.

    ``told`` is what ``measure_small`` wrote, if it ran; ``document`` takes the report
    between its marks.
    """
    started = perf_counter()
    results = Results(cases, seed, datetime.now(UTC), machine())
    if told.exists():
        results.small = {
            kind: Times(**one) for kind, one in json.loads(told.read_text()).items()
        }
    path = folder.parent / f"{cases}.md"
    with kept(folder, keeps=keeps):
        print(f"{cases:,} cases")
        bench = prepare(Catalogue(seed, cases), folder, results.seconds)
        try:
            measure(bench, results)
        finally:
            results.seconds["everything"] = perf_counter() - started
            path.write_text(report(results), encoding="utf-8")
            print(f"\n{report(results)}\nKept as {path}")
    if document:
        text = document.read_text(encoding="utf-8")
        document.write_text(inserted(text, cases, report(results)), encoding="utf-8")
    return 0


@contextmanager
def kept(folder: Path, *, keeps: bool) -> Iterator[None]:
    """The folder with its database; afterwards the database is stopped."""
    if folder.exists() and not (folder / "loaded").exists():
        remove(folder)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield
    finally:
        connections.close_all()
        cluster_of(connection.settings_dict).leave()
        if not keeps:
            remove(folder)


def remove(folder: Path) -> None:
    """The folder, and the database that it may be linked to."""
    database = folder / "postgres"
    if database.is_symlink():
        shutil.rmtree(database.resolve())
    shutil.rmtree(folder)
