"""What was promised, and whether it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.bench.scale import growth, kinds
from tests.bench.scale.results import Compared, Results

# Times faster than Datasette, full page over HTTP, at a million.
AGAINST_DATASETTE = {
    "home": 500,
    "1 filter": 20,
    "2 filters": 10,
    "text, 2 characters, common": 100,
    "text, 2 characters, middling": 80,
    "text, 2 characters, rare": 500,
    "text, 3 and more, common": 40,
    "text, 3 and more, middling": 6,
    "text, 3 and more, rare": 2,
    kinds.WITH_CITY: 8,
}
# Times slower than tantivy at most, SQL beside its search; else milliseconds.
AGAINST_TANTIVY = {
    "home": 1,
    "text, 2 characters, common": 4,
    "text, 3 and more, common": 4,
    "text, 2 characters, middling": 10,
    "text, 3 and more, middling": 10,
}
SQL_MILLISECONDS = {
    "text, 2 characters, rare": 10,
    "text, 3 and more, rare": 10,
    kinds.WITH_CITY: 10,
    kinds.WITH_MONTH: 10,
}
# Times slower than an empty view, one visitor, median.
AGAINST_EMPTY = {"detail": 5, "home": 12, "filters": 12}
# The same of a page's time outside the database.
RENDERING = 5
RENDERED = ("home", "1 filter")
MIXED, REPEATED = 30, 5
GROWTH = 1.5
SLOWEST_SECONDS = 2
COPY_PART = 35
WORKER_BYTES = 150 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Goal:
    """One promise: what was measured, and the most or least that it may be."""

    name: str
    value: float
    bound: float
    is_least: bool
    unit: str = "times"

    @property
    def is_met(self) -> bool:
        """Whether the promise is kept."""
        if self.is_least:
            return self.value >= self.bound
        return self.value <= self.bound


def goals(results: Results) -> list[Goal]:
    """All promises about which the run says something."""
    return [*_rivals(results), *_pages(results), *_bounds(results)]


def ratio(one: Compared, above: str, below: str) -> float | None:
    """How many times the one median is the other."""
    first, second = one.times(above), one.times(below)
    return first.median / second.median if first and second else None


def _rivals(results: Results) -> Iterator[Goal]:
    for one in results.compared:
        faster = ratio(one, "datasette", "casebook")
        if one.kind in AGAINST_DATASETTE and faster is not None:
            name = f"faster than Datasette: {one.kind}"
            yield Goal(name, faster, AGAINST_DATASETTE[one.kind], is_least=True)
    for one in results.compared:
        slower, sql = ratio(one, "sql", "tantivy"), one.times("sql")
        if one.kind in AGAINST_TANTIVY and slower is not None:
            name = f"SQL, slower than tantivy: {one.kind}"
            yield Goal(name, slower, AGAINST_TANTIVY[one.kind], is_least=False)
        if one.kind in SQL_MILLISECONDS and sql:
            bound = SQL_MILLISECONDS[one.kind]
            yield Goal(f"SQL, median: {one.kind}", sql.median, bound, False, "ms")


def _pages(results: Results) -> Iterator[Goal]:
    if load := results.load:
        empty = load.alone["empty"].median
        for kind, bound in AGAINST_EMPTY.items():
            slower = load.alone[kind].median / empty
            yield Goal(f"slower than an empty view: {kind}", slower, bound, False)
        for one in results.compared:
            page, sql = one.times("casebook"), one.times("sql")
            if one.kind in RENDERED and page and sql:
                slower = (page.median - sql.median) / empty
                name = f"outside the database, over an empty view: {one.kind}"
                yield Goal(name, slower, RENDERING, False)
        for name, rate, part in (
            ("a mix, nothing kept", load.mixed, MIXED),
            ("a mix, repeated", load.repeated, REPEATED),
        ):
            slower = load.empty.per_second / rate.per_second
            yield Goal(f"an empty view's rate over that of {name}", slower, part, False)
    for kind in growth.WITH_GOAL:
        if kind in results.small and kind in results.large:
            slower = results.large[kind].median / results.small[kind].median
            yield Goal(f"growth from 10,000: {kind}", slower, GROWTH, False)


def _bounds(results: Results) -> Iterator[Goal]:
    if swept := results.swept:
        slowest = swept.slowest[0].seconds
        yield Goal("slowest page of all terms", slowest, SLOWEST_SECONDS, False, "s")
        yield Goal("errors among them", len(swept.failed), 0, False, "")
    if imports := results.imports:
        slower = imports.copied / imports.published
        yield Goal(
            "import slower than COPY without text index", slower, COPY_PART, False
        )
        yield Goal("errors during the import", len(imports.failed), 0, False, "")
    if results.worker:
        megabytes = results.worker / 2**20
        yield Goal("web worker", megabytes, WORKER_BYTES / 2**20, False, "MB")
    wrong = sum(len(one.failed) + len(one.different) for one in results.compared)
    yield Goal("answers on which Casebook and a rival differ", wrong, 0, False, "")
