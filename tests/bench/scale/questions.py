"""What is asked: kinds of questions, and terms by how many cases have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from urllib.parse import urlencode

PAGE = 20

# How many of the cases have a term of each rarity.
COMMON, MIDDLING = 0.05, 0.002


@dataclass(frozen=True, slots=True)
class Question:
    """One list page: ``kind`` names the row of the table that it belongs to.

    ``city`` is a city's code, ``month`` YYYY-MM, ``offence`` a slug; ``more`` are
    other arguments of Casebook's.
    """

    kind: str
    word: str = ""
    city: str = ""
    month: str = ""
    offence: str = ""
    more: tuple[tuple[str, str], ...] = ()

    def path(self, *, page: int = 1) -> str:
        """Casebook's address of the page."""
        arguments = [
            ("q", self.word),
            ("city", self.city),
            ("month", self.month),
            ("offence", self.offence),
            *self.more,
            ("page", str(page) if page > 1 else ""),
        ]
        given = [(name, value) for name, value in arguments if value]
        return f"/?{urlencode(given)}" if given else "/"


def rarity(count: int, cases: int) -> str:
    """Whether so many of the cases make a term common, middling or rare."""
    share = count / cases
    if share >= COMMON:
        return "common"
    return "middling" if share >= MIDDLING else "rare"


def is_han(text: str) -> bool:
    """Whether the text is Chinese characters only."""
    return all("\u4e00" <= character <= "\u9fff" for character in text)


def terms_of(
    texts: Sequence[str], random: Random, number: int, lengths: Sequence[int]
) -> list[str]:
    """So many different terms, cut out of folded texts at random places."""
    found: dict[str, None] = {}
    for _ in range(200 * number):
        if len(found) == number:
            break
        text = random.choice(texts)
        length = random.choice(lengths)
        start = random.randrange(max(len(text) - length, 1))
        term = text[start : start + length]
        if len(term) == length and is_han(term):
            found[term] = None
    return list(found)


def commonest_terms(texts: Sequence[str], number: int) -> list[str]:
    """The terms of one to four characters that most of the folded texts have."""
    counts: Counter[str] = Counter()
    for text in texts:
        for length in (1, 2, 3, 4):
            counts.update(
                {
                    term
                    for at in range(len(text) - length + 1)
                    if is_han(term := text[at : at + length])
                }
            )
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [term for term, _ in ranked[:number]]


def by_rarity(
    terms: Sequence[str], count: Callable[[str], int], cases: int
) -> dict[tuple[str, str], list[str]]:
    """The terms by their length ("2" or "3+") and rarity, those that occur."""
    found: dict[tuple[str, str], list[str]] = {}
    for term in terms:
        if number := count(term):
            length = "2" if len(term) == 2 else "3+"
            found.setdefault((length, rarity(number, cases)), []).append(term)
    return found
