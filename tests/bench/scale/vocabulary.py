"""The words of invented bulletins: a long tail, and words that come and go.

No text of anybody is used. Words are drawn by a seed from the common characters of
GB 2312 (its first level, which the codec of the standard library lists) and stand
beside the names of places and offences that Casebook has in its tables.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate
from random import Random

# Level 1 of GB 2312: 3,755 characters, rows 16 to 55 of its table.
FIRST_ROW, LAST_ROW = 0xB0, 0xD7
WORDS = 40_000
# Of words by length: most Chinese words have two characters.
LENGTHS = ((2, 72), (3, 18), (4, 10))
# How steeply the use of words, of characters, of places and of offences falls off.
# A word of rank r is used 1 / (r + offset) ** steepness times.
WORD_OFFSET, WORD_STEEPNESS = 12, 1.05
CHARACTER_OFFSET, CHARACTER_STEEPNESS = 40, 1.0
PLACE_OFFSET, PLACE_STEEPNESS = 1, 0.9
OFFENCE_OFFSET, OFFENCE_STEEPNESS = 0, 0.9

BURSTS = 150


def common_characters() -> list[str]:
    """The first level of GB 2312, in its order (by sound)."""
    return [
        character
        for row in range(FIRST_ROW, LAST_ROW + 1)
        for column in range(0xA1, 0xFF)
        for character in bytes([row, column]).decode("gb2312", "ignore")
    ]


def falling_weights(count: int, offset: float, steepness: float) -> list[float]:
    """Zipf's weights for ranks 1 to ``count``, added up, as ``choices`` takes them."""
    weights = ((rank + offset) ** -steepness for rank in range(1, count + 1))
    return list(accumulate(weights))


@dataclass(frozen=True, slots=True)
class Burst:
    """A word that bulletins of some months use and others do not.

    ``first`` and ``last`` count months of the catalogue's time from 0; within them a
    case has the word with the probability ``share``.
    """

    word: str
    first: int
    last: int
    share: float


@dataclass(frozen=True, slots=True)
class Place:
    """A division: code and short name of itself, and code of its city."""

    code: str
    name: str
    city: str


@dataclass(frozen=True, slots=True)
class Offence:
    """An offence type: its slug, and the words that bulletins have for it."""

    slug: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All that texts are made of; the weights are those of ``falling_weights``.

    ``counties`` are those of a city by its code. ``bursts`` lists, for each month of
    the catalogue's time, the words in use.
    """

    characters: tuple[str, ...]
    words: tuple[str, ...]
    word_weights: tuple[float, ...]
    bursts: tuple[tuple[Burst, ...], ...]
    provinces: tuple[Place, ...]
    cities: tuple[Place, ...]
    city_weights: tuple[float, ...]
    counties: dict[str, tuple[Place, ...]]
    offences: tuple[Offence, ...]
    offence_weights: tuple[float, ...]


def _table(name: str) -> list[dict[str, str]]:
    path = files("cases.reader").joinpath(f"data/{name}.csv")
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _bursts(random: Random, words: list[str], months: int) -> list[list[Burst]]:
    """A third long past and once very common, a third of today, the rest short."""
    by_month: list[list[Burst]] = [[] for _ in range(months)]
    for number, word in enumerate(words):
        if number % 3 == 0:
            length = random.randint(6, 30)
            first = random.randint(0, max(months - 24 - length, 0))
            share = random.uniform(0.05, 0.5)
        elif number % 3 == 1:
            length = random.randint(6, 24)
            first = months - length
            share = random.uniform(0.01, 0.1)
        else:
            length = random.randint(1, 3)
            first = random.randint(0, months - length)
            share = random.uniform(0.1, 0.4)
        last = min(first + length, months) - 1
        burst = Burst(word, first, last, share)
        for month in range(first, last + 1):
            by_month[month].append(burst)
    return by_month


@lru_cache(maxsize=2)
def make_vocabulary(seed: int, months: int) -> Vocabulary:
    """The same words for the same seed and number of months, on every machine."""
    random = Random(f"{seed}:vocabulary")
    characters = common_characters()
    random.shuffle(characters)
    character_weights = falling_weights(
        len(characters), CHARACTER_OFFSET, CHARACTER_STEEPNESS
    )
    lengths, shares = zip(*LENGTHS, strict=True)
    words: dict[str, None] = {}
    while len(words) < WORDS + BURSTS:
        (length,) = random.choices(lengths, shares)
        drawn = random.choices(characters, cum_weights=character_weights, k=length)
        words["".join(drawn)] = None
    every = list(words)

    provinces, cities, counties = [], [], {}
    for row in _table("regions"):
        if row["valid_to"]:
            continue
        place = Place(row["code"], row["short_name"] or row["name"], row["city"])
        if row["city"] == row["code"]:
            cities.append(place)
        elif row["city"]:
            counties.setdefault(row["city"], []).append(place)
        elif row["level"] == "province":
            provinces.append(place)
    random.shuffle(cities)
    random.shuffle(provinces)
    offences = [
        Offence(row["slug"], tuple(filter(None, row["aliases"].split("|"))))
        for row in _table("offence-types")
    ]
    random.shuffle(offences)
    return Vocabulary(
        characters=tuple(characters),
        words=tuple(every[:WORDS]),
        word_weights=tuple(falling_weights(WORDS, WORD_OFFSET, WORD_STEEPNESS)),
        bursts=tuple(map(tuple, _bursts(random, every[WORDS:], months))),
        provinces=tuple(provinces),
        cities=tuple(cities),
        city_weights=tuple(falling_weights(len(cities), PLACE_OFFSET, PLACE_STEEPNESS)),
        counties={code: tuple(places) for code, places in counties.items()},
        offences=tuple(offences),
        offence_weights=tuple(
            falling_weights(len(offences), OFFENCE_OFFSET, OFFENCE_STEEPNESS)
        ),
    )
