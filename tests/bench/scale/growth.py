"""What becomes slower as the catalogue grows: the same kinds of pages at two sizes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from tests.bench.scale.catalogue import FIRST_DAY, MONTHS, Catalogue
from tests.bench.scale.client import Client
from tests.bench.scale.percentiles import Times, times
from tests.bench.scale.questions import Question

SMALL = 10_000
ROUNDS = 5
QUESTIONS = 10
# A rare word has so many hits at either size: as many cards, and as much to count.
FEWEST_HITS, MOST_HITS = 20, 60
# Kinds for which growth has a goal, and those that are told apart.
WITH_GOAL = ("home", "one city", "one month", "one offence", "case", "rare word")
APART = ("three offences", "outcome", "campaign", "sum of money", "people")


def growth_questions(
    catalogue: Catalogue, words: Sequence[str], count: Callable[[str], int]
) -> dict[str, list[str]]:
    """Addresses by kind; every list has twenty cases and more at the smaller size."""
    vocabulary = catalogue.vocabulary
    random = Random(f"{catalogue.seed}:growth")
    cities = [one.code for one in vocabulary.cities[:QUESTIONS]]
    offences = [one.slug for one in vocabulary.offences[:QUESTIONS]]
    years = [(FIRST_DAY.year + at // 12, at % 12 + 1) for at in range(MONTHS)]
    months = [f"{year}-{month:02d}" for year, month in years[-QUESTIONS - 6 : -6]]
    # Keys of cases in the middle of the catalogue.
    keys = [random.randint(1, catalogue.cases) for _ in range(3 * QUESTIONS)]
    rare = [word for word in words if FEWEST_HITS <= count(word) <= MOST_HITS]
    campaigns = [f"{name}{year}" for name in ("净网", "护网") for year in (2021, 2024)]
    outcomes = ["convicted", "prosecuted", "arrested", "criminal-coercive", "none"]
    lists = {
        "home": [Question("")],
        "one city": [Question("", city=one) for one in cities],
        "one month": [Question("", month=one) for one in months],
        "one offence": [Question("", offence=one) for one in offences],
        "rare word": [Question("", word=one) for one in rare[:QUESTIONS]],
        "three offences": [
            Question("", more=tuple(("offence", one) for one in chosen))
            for chosen in zip(offences, offences[1:], offences[2:], strict=False)
        ],
        "outcome": [Question("", more=(("outcome", one),)) for one in outcomes],
        "campaign": [Question("", more=(("campaign", one),)) for one in campaigns],
        "sum of money": [
            Question("", more=(("amount_from", one),)) for one in ("100000", "250000")
        ],
        "people": [
            Question("", more=(("people_from", one), ("people_to", other)))
            for one, other in (("2", "9"), ("3", "7"))
        ],
    }
    paths = {kind: [one.path() for one in asked] for kind, asked in lists.items()}
    return {**paths, "case": [f"/cases/{key}/" for key in keys]}


def measure(client: Client, paths: dict[str, list[str]]) -> dict[str, Times]:
    """One visitor's times by kind, after a round to warm up."""
    found = {}
    for kind, asked in paths.items():
        taken = []
        for turn in range(ROUNDS + 1):
            for path in asked:
                answer = client.get(path)
                if turn and answer.status == 200:
                    taken.append(answer.seconds)
        if summary := times(taken):
            found[kind] = summary
    return found
