"""Casebook's pages beside an empty view: one visitor at a time, and a mix of many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from random import Random

from tests.bench.scale.client import Asked, ask_all, connected
from tests.bench.scale.percentiles import Times, times
from tests.bench.scale.questions import Question
from tests.bench.scale.servers import Server

CONNECTIONS = 4
# Requests of one visitor for each kind of page, and seconds of a mix, each in turns.
ALONE = 200
TURNS = 10
MIX_SECONDS = 15.0
MIX_TURNS = 5
EMPTY, WRAPPED = "empty", "empty, in Casebook's middleware"
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


@dataclass(frozen=True, slots=True)
class Load:
    """One visitor's times by kind of page, "empty" ones among them; rates by mix."""

    alone: dict[str, Times]
    empty: Rate
    mixed: Rate
    repeated: Rate


@dataclass(frozen=True, slots=True)
class Servers:
    """What is compared: ``empty`` has the empty view and nothing else, ``wrapped``
    Casebook's middleware around it; ``uncached`` and ``cached`` are Casebook."""

    empty: Server
    wrapped: Server
    uncached: Server
    cached: Server


def measure(servers: Servers, pages: Pages) -> Load:
    """Ask all servers in turns, so that whatever else the machine does hits all."""
    return Load(_one_visitor(servers, pages), *_rates(servers, pages))


def _one_visitor(servers: Servers, pages: Pages) -> dict[str, Times]:
    asked = {
        EMPTY: (servers.empty, pages.paths("home"), 10 * ALONE),
        WRAPPED: (servers.wrapped, pages.paths("home"), 5 * ALONE),
        **{kind: (servers.uncached, pages.paths(kind), ALONE) for kind, _ in MIX},
    }
    taken: dict[str, list[float]] = {kind: [] for kind in asked}
    for turn in range(TURNS + 1):
        for kind, (server, paths, number) in asked.items():
            with connected(server.port) as client:
                for _ in range(number // TURNS):
                    answer = client.get(next(paths))
                    # The first turn is to warm up; a few cases are not public.
                    if turn and answer.status == 200:
                        taken[kind].append(answer.seconds)
    found = {kind: times(seconds) for kind, seconds in taken.items()}
    return {kind: one for kind, one in found.items() if one}


def _rates(servers: Servers, pages: Pages) -> list[Rate]:
    mix = pages.mix()
    repeated = [next(mix) for _ in range(REPEATED_PAGES)]
    # A page is kept from its second request on, by each of the workers.
    ask_all(
        servers.cached.port,
        repeated * 6,
        connections=CONNECTIONS,
        seconds=MIX_SECONDS,
    )
    asked = [
        (servers.empty.port, pages.paths("home"), MIX_SECONDS / 3),
        (servers.uncached.port, mix, MIX_SECONDS),
        (servers.cached.port, cycle(repeated), MIX_SECONDS / 3),
    ]
    answers: list[list[Asked]] = [[] for _ in asked]
    seconds = [0.0 for _ in asked]
    for _ in range(MIX_TURNS):
        for at, (port, paths, time) in enumerate(asked):
            some, taken = ask_all(
                port, paths, connections=CONNECTIONS, seconds=time / MIX_TURNS
            )
            answers[at] += some
            seconds[at] += taken
    return [
        # Drafts and withdrawn cases answer with 404 and 410, as they should.
        rate_of([one for one in some if one.status not in (404, 410)], taken)
        for some, taken in zip(answers, seconds, strict=True)
    ]
