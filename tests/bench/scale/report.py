"""Writes what was measured as tables."""

from __future__ import annotations

from collections.abc import Sequence

from tests.bench.scale.percentiles import Times


def milliseconds(value: float | None) -> str:
    """Three figures at most: 0.41, 7.3, 128, 6,561."""
    if value is None:
        return "–"
    if value < 1:
        return f"{value:.2f}"
    return f"{value:.1f}" if value < 100 else f"{value:,.0f}"


def median_and_p95(one: Times | None) -> str:
    """Median / 95th percentile (number of requests)."""
    if one is None:
        return "–"
    return f"{milliseconds(one.median)} / {milliseconds(one.p95)} ({one.number})"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table with columns of even width; the first column is to the left."""
    widths = [max(len(row[at]) for row in [head, *rows]) for at in range(len(head))]

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
