"""Writes what was measured as Markdown tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from tests.bench.scale import growth
from tests.bench.scale.goals import Goal, goals, ratio
from tests.bench.scale.percentiles import Times
from tests.bench.scale.results import Results

NOT_KNOWN = "–"


def figure(value: float | None) -> str:
    """About three digits: 0.41, 7.3, 128, 6,561.

    >>> figure(0.414), figure(7.34), figure(6561.2), figure(None)
    ('0.41', '7.3', '6,561', '–')
    """
    if value is None:
        return NOT_KNOWN
    if value < 1:
        return f"{value:.2f}" if value else "0"
    return f"{value:.1f}" if value < 100 else f"{value:,.0f}"


def median_and_p95(one: Times | None) -> str:
    """Median / 95th percentile (number of requests), milliseconds."""
    if one is None:
        return NOT_KNOWN
    return f"{figure(one.median)} / {figure(one.p95)} ({one.number:,})"


def megabytes(size: int) -> str:
    """A size in MB of 2^20 bytes."""
    return f"{size / 2**20:,.0f}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table with columns of even width; the first column is to the left."""
    # A rule has two characters at least, of a column with nothing in it as well.
    widths = [
        max(2, *(len(row[at]) for row in [head, *rows])) for at in range(len(head))
    ]

    def line(cells: Sequence[str]) -> str:
        padded = [
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(cells, widths, strict=True))
        ]
        return f"| {' | '.join(padded)} |"

    rule = [
        "-" * width if at == 0 else "-" * (width - 1) + ":"
        for at, width in enumerate(widths)
    ]
    return "\n".join([line(head), f"| {' | '.join(rule)} |", *map(line, rows)])


def inserted(document: str, cases: int, told: str) -> str:
    """The document with a report between the two marks for so many cases.

    Raises ``ValueError`` when it lacks a mark.
    """
    first, last = f"<!-- {cases} cases -->\n", f"<!-- end of {cases} cases -->"
    start = document.index(first) + len(first)
    return f"{document[:start]}\n{told}\n{document[document.index(last) :]}"


def report(results: Results) -> str:
    """The whole report of a run."""
    head = (
        f"{results.cases:,} cases (seed {results.seed}),"
        f" {results.at:%Y-%m-%d %H:%M} UTC, {results.machine}."
        " Milliseconds, median / 95th percentile (requests)."
    )
    return "\n\n".join([head, *_tables(results)]) + "\n"


def _tables(results: Results) -> Iterator[str]:
    yield "**Goals**"
    yield goals_table(goals(results))
    if results.compared:
        yield "**Beside Datasette and tantivy**"
        yield comparison_table(results)
    if results.load:
        yield "**Beside an empty view**"
        yield load_table(results)
    if results.small:
        yield f"**Growth from {growth.SMALL:,} cases**"
        yield growth_table(results)
    if results.profiles:
        yield "**Where a list page's time goes** (made in one process, nothing kept)"
        yield profile_table(results)
    if results.swept:
        yield "**All terms**"
        yield sweep_tables(results)
    if results.imports:
        yield "**Import**"
        yield import_table(results)
    if results.tables:
        yield "**On disk**"
        yield size_table(results)
    yield "**The run**"
    yield table(
        ["step", "s"],
        [[name, figure(seconds)] for name, seconds in results.seconds.items()],
    )


def goals_table(found: Sequence[Goal]) -> str:
    """Each promise with its mark."""
    rows = []
    for goal in found:
        unit = f" {goal.unit}" if goal.unit not in ("", "times") else ""
        bound = f"{'≥' if goal.is_least else '≤'} {figure(goal.bound)}{unit}"
        mark = "met" if goal.is_met else "MISSED"
        rows.append([goal.name, bound, f"{figure(goal.value)}{unit}", mark])
    return table(["", "goal", "measured", ""], rows)


def comparison_table(results: Results) -> str:
    """All kinds of questions; factors above 1 are in Casebook's favour or against it
    as the head says."""
    head = ["", "cases found", "Casebook, HTTP", "Datasette, HTTP", "times faster"]
    head += ["Casebook, SQL", "tantivy", "times slower"]
    rows = []
    for one in results.compared:
        fewest, most = min(one.found, default=0), max(one.found, default=0)
        found = f"{fewest:,}" if fewest == most else f"{fewest:,}–{most:,}"
        rows.append(
            [
                one.kind,
                found,
                median_and_p95(one.times("casebook")),
                median_and_p95(one.times("datasette")),
                figure(ratio(one, "datasette", "casebook")),
                median_and_p95(one.times("sql")),
                median_and_p95(one.times("tantivy")),
                figure(ratio(one, "sql", "tantivy")),
            ]
        )
    return table(head, rows)


def load_table(results: Results) -> str:
    """One visitor's times, and the rates of four."""
    load = results.load
    assert load is not None
    empty = load.alone["empty"].median
    rows = [
        [kind, median_and_p95(one), figure(one.median / empty), "", ""]
        for kind, one in load.alone.items()
    ]
    for kind, rate in (
        ("empty, four at once", load.empty),
        ("mix, four at once, nothing kept", load.mixed),
        ("mix, four at once, repeated", load.repeated),
    ):
        part = f"1/{figure(load.empty.per_second / rate.per_second)}"
        rows.append(
            [kind, median_and_p95(rate.times), "", figure(rate.per_second), part]
        )
    return table(["", "ms", "× empty", "requests/s", "of empty"], rows)


def growth_table(results: Results) -> str:
    """The same kinds of pages at both sizes."""
    rows = [
        [
            kind,
            median_and_p95(results.small.get(kind)),
            median_and_p95(results.large.get(kind)),
            figure(results.large[kind].median / results.small[kind].median),
        ]
        for kind in (*growth.WITH_GOAL, *growth.APART)
        if kind in results.small and kind in results.large
    ]
    head = ["", f"{growth.SMALL:,} cases", f"{results.cases:,} cases", "times"]
    return table(head, rows)


def profile_table(results: Results) -> str:
    """Some list pages: milliseconds, and shares of the time by part."""
    profiles = results.profiles
    names = dict.fromkeys(name for one in profiles for name, _ in one.parts)
    shares = [dict(one.parts) for one in profiles]
    rows = [
        ["milliseconds", *(figure(one.milliseconds) for one in profiles)],
        [
            "of these in the database",
            *(figure(one.sql_milliseconds) for one in profiles),
        ],
        ["queries", *(str(one.queries) for one in profiles)],
        ["KB of HTML", *(figure(one.bytes / 1000) for one in profiles)],
    ]
    rows += [[name, *(f"{one.get(name, 0):.0%}" for one in shares)] for name in names]
    return table(["", *(f"`{unquote(one.path)}`" for one in profiles)], rows)


def sweep_tables(results: Results) -> str:
    """Times by kind of page, and the slowest pages."""
    swept = results.swept
    assert swept is not None
    kinds = table(
        ["", "ms", "most"],
        [
            [kind, median_and_p95(one), figure(one.most)]
            for kind, one in swept.times.items()
        ],
    )
    told = (
        f"{swept.asked:,} of {swept.planned:,} pages asked for in the time that there"
        f" was, over two connections; {len(swept.degraded)} told that they are not"
        f" whole, {len(swept.failed)} failed. The slowest:"
    )
    slowest = table(
        ["", "ms", ""],
        [
            [
                f"`{unquote(one.path)}`",
                figure(one.seconds * 1000),
                "not whole" if one.is_unstorable else "",
            ]
            for one in swept.slowest
        ],
    )
    return f"{kinds}\n\n{told}\n\n{slowest}"


def import_table(results: Results) -> str:
    """Rows per second by way, and what visitors met."""
    imports = results.imports
    assert imports is not None
    rows = [
        ["COPY, same table without text index", f"{figure(imports.copied)} cases/s"],
        [
            "drafts by COPY, published by the thousand",
            f"{figure(imports.published)} cases/s",
        ],
        [
            "the same with bulletins, copies, offences, sums, evidence, events",
            f"{figure(imports.whole)} cases/s",
        ],
        [
            (
                f"whole action, {imports.action_cases} cases: read, evidence, events,"
                " published one by one"
            ),
            f"{figure(imports.action)} cases/s",
        ],
        ["pages for visitors meanwhile, ms", median_and_p95(imports.visitors)],
        ["the slowest of them, ms", figure(imports.visitors.most)],
        ["failed", str(len(imports.failed))],
    ]
    return table(["", ""], rows)


def size_table(results: Results) -> str:
    """Tables, largest first, then the largest indexes and the rivals' folders."""
    rows = [
        [name, megabytes(rows), megabytes(indexes)]
        for name, rows, indexes in results.tables
    ]
    rows.append(
        [
            "all of these",
            megabytes(sum(one[1] for one in results.tables)),
            megabytes(sum(one[2] for one in results.tables)),
        ]
    )
    rows += [[f"index {name}", "", megabytes(size)] for name, size in results.indexes]
    rows += [[name, megabytes(size), ""] for name, size in results.rivals.items()]
    return table(["MB", "rows", "indexes"], rows)
