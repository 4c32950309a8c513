"""All that one run measured."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from tests.bench.scale.importing import Imports
from tests.bench.scale.load import Load
from tests.bench.scale.percentiles import Times, times
from tests.bench.scale.profiles import Profile
from tests.bench.scale.sweep import Swept


@dataclass(slots=True)
class Compared:
    """Durations in seconds of one kind of question, by who was asked.

    ``sql`` is Casebook's time in the database for the whole page. ``found`` are the
    cases of each question, ``capped`` the questions to which Casebook gave no exact
    number; ``different`` those to which a rival found another one: there should be
    none.
    """

    kind: str
    casebook: list[float] = field(default_factory=list)
    sql: list[float] = field(default_factory=list)
    tantivy: list[float] = field(default_factory=list)
    datasette: list[float] = field(default_factory=list)
    found: list[int] = field(default_factory=list)
    capped: int = 0
    failed: list[str] = field(default_factory=list)
    different: list[str] = field(default_factory=list)

    def times(self, name: str) -> Times | None:
        """The summary of one of the four."""
        return times(getattr(self, name))


@dataclass(slots=True)
class Results:
    """One run over ``cases`` cases.

    ``small`` and ``large`` are one visitor's times by kind at 10,000 cases and here.
    ``tables`` are (name, bytes of rows, bytes of indexes), ``indexes`` (name, bytes);
    ``rivals`` bytes by name; ``worker`` the bytes of the largest web worker.
    ``seconds`` are those of the steps.
    """

    cases: int
    seed: int
    at: datetime
    machine: str
    compared: list[Compared] = field(default_factory=list)
    load: Load | None = None
    small: dict[str, Times] = field(default_factory=dict)
    large: dict[str, Times] = field(default_factory=dict)
    profiles: list[Profile] = field(default_factory=list)
    swept: Swept | None = None
    imports: Imports | None = None
    tables: list[tuple[str, int, int]] = field(default_factory=list)
    indexes: list[tuple[str, int]] = field(default_factory=list)
    rivals: dict[str, int] = field(default_factory=dict)
    worker: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
