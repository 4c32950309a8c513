"""The kinds of questions of the comparison, made for one catalogue."""

from __future__ import annotations

from collections.abc import Sequence
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


class _Filters:
    """Filters drawn as often as there are cases of them."""

    def __init__(self, catalogue: Catalogue, name: str) -> None:
        self.random = Random(f"{catalogue.seed}:{name}")
        self.words = catalogue.vocabulary

    def city(self) -> str:
        """A city's code."""
        words, weights = self.words.cities, self.words.city_weights
        return self.random.choices(words, cum_weights=weights)[0].code

    def offence(self) -> str:
        """An offence's slug."""
        words, weights = self.words.offences, self.words.offence_weights
        return self.random.choices(words, cum_weights=weights)[0].slug

    def month(self) -> str:
        """One of the last hundred months, YYYY-MM."""
        year, month = divmod(MONTHS - 1 - self.random.randrange(100), 12)
        return f"{FIRST_DAY.year + year}-{month + 1:02d}"

    def one(self, kind: str, number: int) -> Question:
        """A question with one filter, each of the three in turn."""
        if number % 3 == 0:
            return Question(kind, city=self.city())
        if number % 3 == 1:
            return Question(kind, month=self.month())
        return Question(kind, offence=self.offence())

    def two(self, kind: str, number: int) -> Question:
        """A question with two filters, each pair in turn."""
        if number % 3 == 0:
            return Question(kind, city=self.city(), offence=self.offence())
        if number % 3 == 1:
            return Question(kind, month=self.month(), offence=self.offence())
        return Question(kind, city=self.city(), month=self.month())


def filter_questions(catalogue: Catalogue, number: int) -> list[Question]:
    """At most so many different questions, half with one filter, half with two."""
    filters = _Filters(catalogue, "load")
    ones = [filters.one("filters", at) for at in range(number // 2)]
    twos = [filters.two("filters", at) for at in range(number // 2)]
    return list(dict.fromkeys(ones + twos))


def kinds(
    catalogue: Catalogue, terms: dict[tuple[str, str], list[str]]
) -> dict[str, list[Question]]:
    """Questions by kind; ``terms`` are words by length and rarity."""
    filters = _Filters(catalogue, "questions")
    made = {
        "home": [Question("home")] * QUESTIONS,
        "1 filter": [filters.one("1 filter", at) for at in range(QUESTIONS)],
        "2 filters": [filters.two("2 filters", at) for at in range(QUESTIONS)],
    }
    for key, kind in TEXT_KINDS.items():
        made[kind] = [
            Question(kind, word=word) for word in terms.get(key, [])[:QUESTIONS]
        ]
    made[WITH_CITY] = [
        Question(WITH_CITY, word=word, city=filters.city())
        for word in terms.get(("3+", "middling"), [])[:QUESTIONS]
    ]
    made[WITH_MONTH] = [
        Question(WITH_MONTH, word=word, month=filters.month())
        for word in terms.get(("2", "common"), [])[:QUESTIONS]
    ]
    return {kind: questions for kind, questions in made.items() if questions}


def usable(terms: Sequence[str], names: frozenset[str]) -> list[str]:
    """The terms that are no names of places or offences: those match by more."""
    return [term for term in terms if term not in names]
