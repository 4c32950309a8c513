"""A query's words as terms: text to look for, and places and offences they name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cases.models.offences import OffenceType
from cases.models.regions import Region
from cases.models.vocabularies import Gazetteer, Offences, gazetteer, offences
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


@dataclass(frozen=True, slots=True)
class Names:
    """The divisions and offence types of each folded name, of these vocabularies."""

    gazetteer: Gazetteer
    offences: Offences
    regions: Mapping[str, tuple[Region, ...]]
    offence_types: Mapping[str, tuple[OffenceType, ...]]


class _Kept:
    """The names that this process has read."""

    names: Names | None = None


def read_names() -> Names:
    """All names; two queries in a process, or when the vocabularies are others."""
    places, types = gazetteer(), offences()
    kept = _Kept.names
    if kept and kept.gazetteer is places and kept.offences is types:
        return kept
    regions: dict[str, tuple[Region, ...]] = {}
    for code, names in Region.objects.values_list("code", "search_names"):
        for name in names if code in places.by_code else ():
            regions[name] = (*regions.get(name, ()), places.by_code[code])
    offence_types: dict[str, tuple[OffenceType, ...]] = {}
    for key, names in OffenceType.objects.values_list("pk", "search_names"):
        for name in names if key in types.by_key else ():
            offence_types[name] = (*offence_types.get(name, ()), types.by_key[key])
    _Kept.names = made = Names(places, types, regions, offence_types)
    return made


def _name(words: Sequence[Word]) -> str:
    return fold(" ".join(word.typed for word in words)).text


def read_terms(query: Query) -> tuple[Term, ...]:
    """The terms of a query, the longest names first."""
    words = query.words
    stretches = [
        (start, end)
        for start in range(len(words))
        for end in range(start + 1, min(start + LONGEST_NAME, len(words)) + 1)
    ]
    names = {stretch: _name(words[slice(*stretch)]) for stretch in stretches}
    if not names:
        return ()
    known = read_names()
    regions, offence_types = known.regions, known.offence_types
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
        places = regions.get(name, ())
        terms.append(
            Term(
                typed=" ".join(word.typed for word in words[start:end]),
                words=tuple(dict.fromkeys(word.folded for word in words[start:end])),
                regions=places,
                offence_types=offence_types.get(name, ()),
                region_codes=known.gazetteer.within(one.code for one in places),
            )
        )
        start = end
    return tuple(terms)
