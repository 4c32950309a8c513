"""The slowest page: common terms and many others, filtered and not, deep and not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from tests.bench.scale.client import Asked, ask_all
from tests.bench.scale.percentiles import Times, times
from tests.bench.scale.questions import Question
from tests.bench.scale.servers import Server

COMMONEST = 200
SAMPLED = 2_000
LENGTHS = (1, 2, 2, 2, 3, 4, 5, 6, 8)
DEEP = 50
CONNECTIONS = 2
SLOWEST = 10


@dataclass(frozen=True, slots=True)
class Swept:
    """Times by kind of page, how many were planned, the slowest, what went wrong.

    ``degraded`` pages say that they are not whole; ``failed`` ones are errors.
    """

    planned: int
    times: dict[str, Times]
    slowest: list[Asked]
    degraded: list[str]
    failed: list[str]

    @property
    def asked(self) -> int:
        """How many pages were asked for before the time was over."""
        return sum(one.number for one in self.times.values())


def questions_of(
    terms: Sequence[str], filters: Sequence[Question], random: Random
) -> Iterator[tuple[str, str]]:
    """Each term's four pages as (kind, path), terms in their order."""
    for term in terms:
        narrow = random.choice(filters)
        narrowed = Question(
            "", term, narrow.city, narrow.month, narrow.offence, narrow.more
        )
        yield "first page", Question("", term).path()
        yield "fiftieth page", Question("", term).path(page=DEEP)
        yield "first page, filtered", narrowed.path()
        yield "fiftieth page, filtered", narrowed.path(page=DEEP)


def sweep(
    server: Server,
    terms: Sequence[str],
    filters: Sequence[Question],
    random: Random,
    seconds: float,
) -> Swept:
    """Ask for every page, or as many as the seconds allow: the first terms first."""
    kinds = {path: kind for kind, path in questions_of(terms, filters, random)}
    asked, _ = ask_all(server.port, kinds, connections=CONNECTIONS, seconds=seconds)
    by_kind: dict[str, list[float]] = {}
    for one in asked:
        by_kind.setdefault(kinds[one.path], []).append(one.seconds)
    summaries = {kind: times(taken) for kind, taken in sorted(by_kind.items())}
    return Swept(
        planned=len(kinds),
        times={kind: one for kind, one in summaries.items() if one},
        slowest=sorted(asked, key=lambda one: -one.seconds)[:SLOWEST],
        degraded=[one.path for one in asked if one.is_unstorable],
        failed=[f"{one.status} {one.path}" for one in asked if one.status != 200],
    )
