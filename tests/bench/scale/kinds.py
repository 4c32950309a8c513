"""The kinds of questions of the comparison, made for one catalogue."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from tests.bench.scale.catalogue import FIRST_DAY, MONTHS, Catalogue
from tests.bench.scale.questions import Question

# Questions of a kind.
QUESTIONS = 12
TEXT_KINDS = {
    ("2", "common"): "text, 2 characters, common",
    ("2", "middling"): "text, 2 characters, middling",
    ("2", "rare"): "text, 2 characters, rare",
    ("3+", "common"): "text, 3 and more, common",
    ("3+", "middling"): "text, 3 and more, middling",
    ("3+", "rare"): "text, 3 and more, rare",
}
WITH_CITY = "text, 3 and more, middling, with city"
WITH_MONTH = "text, 2 characters, common, with month"


def month_name(random: Random) -> str:
    """One of the last hundred months, YYYY-MM."""
    year, month = divmod(MONTHS - 1 - random.randrange(100), 12)
    return f"{FIRST_DAY.year + year}-{month + 1:02d}"


def kinds(
    catalogue: Catalogue, terms: dict[tuple[str, str], list[str]]
) -> dict[str, list[Question]]:
    """Questions by kind; ``terms`` are words by length and rarity."""
    random = Random(f"{catalogue.seed}:questions")
    words = catalogue.vocabulary

    def city() -> str:
        return random.choices(words.cities, cum_weights=words.city_weights)[0].code

    def offence() -> str:
        return random.choices(words.offences, cum_weights=words.offence_weights)[0].slug

    def several(kind: str, make: Callable[[int], Question]) -> list[Question]:
        return list(dict.fromkeys(make(number) for number in range(QUESTIONS)))

    made = {
        "home": [Question("home")] * QUESTIONS,
        "1 filter": several(
            "1 filter", lambda number: _one(number, city, offence, random)
        ),
        "2 filters": several(
            "2 filters", lambda number: _two(number, city, offence, random)
        ),
    }
    for key, kind in TEXT_KINDS.items():
        made[kind] = [
            Question(kind, word=word) for word in terms.get(key, [])[:QUESTIONS]
        ]
    made[WITH_CITY] = [
        Question(WITH_CITY, word=word, city=city())
        for word in terms.get(("3+", "middling"), [])[:QUESTIONS]
    ]
    made[WITH_MONTH] = [
        Question(WITH_MONTH, word=word, month=month_name(random))
        for word in terms.get(("2", "common"), [])[:QUESTIONS]
    ]
    return {kind: questions for kind, questions in made.items() if questions}


def _one(
    number: int, city: Callable[[], str], offence: Callable[[], str], random: Random
) -> Question:
    kind = "1 filter"
    if number % 3 == 0:
        return Question(kind, city=city())
    if number % 3 == 1:
        return Question(kind, month=month_name(random))
    return Question(kind, offence=offence())


def _two(
    number: int, city: Callable[[], str], offence: Callable[[], str], random: Random
) -> Question:
    kind = "2 filters"
    if number % 3 == 0:
        return Question(kind, city=city(), offence=offence())
    if number % 3 == 1:
        return Question(kind, month=month_name(random), offence=offence())
    return Question(kind, city=city(), month=month_name(random))


def usable(terms: Sequence[str], names: frozenset[str]) -> list[str]:
    """The terms that are no names of places or offences: those match by more."""
    return [term for term in terms if term not in names]
