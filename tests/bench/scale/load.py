"""Casebook's pages beside an empty view: one visitor at a time, and a mix of many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from tests.bench.scale.client import Asked, Client, ask_all, connected
from tests.bench.scale.percentiles import Times, times
from tests.bench.scale.questions import Question
from tests.bench.scale.servers import Server

CONNECTIONS = 4
# Requests of one visitor, and seconds of a mix.
ALONE = 200
MIX_SECONDS = 15.0
# Kinds of pages and their part of a mix, in hundredths.
MIX = (("home", 15), ("filters", 30), ("search", 20), ("detail", 35))
REPEATED_PAGES = 100


@dataclass(frozen=True, slots=True)
class Rate:
    """What a load came to: requests per second, their times, how many failed."""

    per_second: float
    times: Times
    failed: int


def rate_of(asked: Sequence[Asked], seconds: float) -> Rate:
    """The rate of a load that took so many seconds."""
    summary = times([one.seconds for one in asked])
    assert summary is not None
    failed = sum(one.status != 200 for one in asked)
    return Rate(len(asked) / seconds, summary, failed)


class Pages:
    """Addresses to ask for, by kind, in an order by the seed; "home" is one."""

    def __init__(
        self,
        seed: int,
        cases: int,
        filters: Sequence[Question],
        search: Sequence[Question],
    ) -> None:
        self.random = Random(f"{seed}:pages")
        self.cases = cases
        self.filters = filters
        self.search = search

    def paths(self, kind: str) -> Iterator[str]:
        """Different addresses of a kind, without end but for repetition."""
        if kind == "home":
            while True:
                yield "/"
        if kind == "detail":
            while True:
                yield f"/cases/{self.random.randint(1, self.cases)}/"
        questions = list(self.filters if kind == "filters" else self.search)
        number = 0
        while True:
            if number % len(questions) == 0:
                self.random.shuffle(questions)
            # In the second round the second page, and so on: none is asked for twice.
            page = 1 + number // len(questions)
            yield questions[number % len(questions)].path(page=page)
            number += 1

    def mix(self) -> Iterator[str]:
        """All kinds in their parts of a mix."""
        kinds = [kind for kind, _ in MIX]
        parts = [part for _, part in MIX]
        paths = {kind: self.paths(kind) for kind in kinds}
        while True:
            (kind,) = self.random.choices(kinds, parts)
            yield next(paths[kind])


def alone(client: Client, paths: Iterator[str], number: int = ALONE) -> Times | None:
    """One visitor: each page after the other, the first tenth to warm up."""
    taken = []
    for at in range(number + number // 10):
        answer = client.get(next(paths))
        # A few cases are drafts or withdrawn.
        if at >= number // 10 and answer.status == 200:
            taken.append(answer.seconds)
    return times(taken)


@dataclass(frozen=True, slots=True)
class Load:
    """One visitor's times by kind of page, "empty" ones among them; rates by mix."""

    alone: dict[str, Times]
    empty: Rate
    mixed: Rate
    repeated: Rate


def measure(
    empty: Server, wrapped: Server, uncached: Server, cached: Server, pages: Pages
) -> Load:
    """Measure the servers one after the other.

    ``empty`` has the empty view and nothing else, ``wrapped`` Casebook's middleware
    around it; ``uncached`` and ``cached`` are Casebook.
    """
    one_visitor: dict[str, Times] = {}
    with connected(empty.port) as client:
        one_visitor["empty"] = _known(alone(client, pages.paths("home"), 2_000))
    with connected(wrapped.port) as client:
        found = alone(client, pages.paths("home"), 1_000)
        one_visitor["empty, in Casebook's middleware"] = _known(found)
    with connected(uncached.port) as client:
        for kind, _ in MIX:
            one_visitor[kind] = _known(alone(client, pages.paths(kind)))
    mix = pages.mix()
    repeated = [next(mix) for _ in range(REPEATED_PAGES)]
    # A page is kept from its second request on, by each of the workers.
    ask_all(cached.port, repeated * 6, connections=CONNECTIONS, seconds=MIX_SECONDS)

    def over_and_over() -> Iterator[str]:
        while True:
            yield from repeated

    return Load(
        alone=one_visitor,
        empty=_load(empty, pages.paths("home"), MIX_SECONDS / 3),
        mixed=_load(uncached, mix, MIX_SECONDS),
        repeated=_load(cached, over_and_over(), MIX_SECONDS / 3),
    )


def _known(found: Times | None) -> Times:
    assert found is not None
    return found


def _load(server: Server, paths: Iterator[str], seconds: float) -> Rate:
    asked, taken = ask_all(server.port, paths, connections=CONNECTIONS, seconds=seconds)
    # Drafts and withdrawn cases answer with 404 and 410, as they should.
    return rate_of([one for one in asked if one.status not in (404, 410)], taken)
