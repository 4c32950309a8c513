"""Sums up how long things took."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least this share of the values do not exceed.

    It is one of the values (the nearest rank). Raises ``ValueError`` without values.

    >>> percentile([5, 1, 4, 2, 3], 0.5), percentile([5, 1, 4, 2, 3], 0.95)
    (3, 5)
    """
    if not values:
        raise ValueError("no values")
    ordered = sorted(values)
    return ordered[max(ceil(share * len(ordered)), 1) - 1]


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds: the median, the 95th of a hundred and the most, of ``number``."""

    number: int
    median: float
    p95: float
    most: float


def times(seconds: Sequence[float]) -> Times | None:
    """The summary of durations in seconds; None of none."""
    if not seconds:
        return None
    return Times(
        number=len(seconds),
        median=percentile(seconds, 0.5) * 1000,
        p95=percentile(seconds, 0.95) * 1000,
        most=max(seconds) * 1000,
    )
