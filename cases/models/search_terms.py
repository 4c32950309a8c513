"""A query's words as terms: text to look for, and places and offences they name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cases.models.offences import OffenceType
from cases.models.regions import Region
from cases.search import Query, Word, fold

# Names of more words than this are not recognised; the longest that people type
# in English is about "infringing citizens' personal information".
LONGEST_NAME = 6


@dataclass(frozen=True, slots=True)
class Term:
    """Neighbouring words of a query that are looked for together.

    ``words`` are folded. When the words as a whole are a name of divisions or of
    offence types, these are in ``regions`` and ``offence_types``; then a case
    matches by text or by one of them. ``region_codes`` includes what lies below.
    """

    typed: str
    words: tuple[str, ...]
    regions: tuple[Region, ...] = ()
    offence_types: tuple[OffenceType, ...] = ()
    region_codes: frozenset[str] = frozenset()


def _name(words: Sequence[Word]) -> str:
    return fold(" ".join(word.typed for word in words)).text


def read_terms(query: Query) -> tuple[Term, ...]:
    """The terms of a query, the longest names first, in at most four queries."""
    words = query.words
    stretches = [
        (start, end)
        for start in range(len(words))
        for end in range(start + 1, min(start + LONGEST_NAME, len(words)) + 1)
    ]
    names = {stretch: _name(words[slice(*stretch)]) for stretch in stretches}
    if not names:
        return ()
    regions: dict[str, list[Region]] = {}
    named = Region.objects.select_related("city", "province")
    for region in named.filter(search_names__overlap=[*names.values()]):
        for name in region.search_names:
            regions.setdefault(name, []).append(region)
    offence_types: dict[str, list[OffenceType]] = {}
    for one in OffenceType.objects.filter(search_names__overlap=[*names.values()]):
        for name in one.search_names:
            offence_types.setdefault(name, []).append(one)
    terms = []
    start = 0
    while start < len(words):
        end = next(
            (
                end
                for end in range(min(start + LONGEST_NAME, len(words)), start + 1, -1)
                if names[start, end] in regions or names[start, end] in offence_types
            ),
            start + 1,
        )
        name = names[start, end]
        places = regions.get(name, [])
        terms.append(
            Term(
                typed=" ".join(word.typed for word in words[start:end]),
                words=tuple(dict.fromkeys(word.folded for word in words[start:end])),
                regions=tuple(places),
                offence_types=tuple(offence_types.get(name, [])),
                region_codes=Region.objects.codes_within(one.code for one in places)
                if places
                else frozenset(),
            )
        )
        start = end
    return tuple(terms)
