"""What a list shows of a case, and no more: all cards of a page in one query.

A page of twenty cards as objects with their bulletins, copies, offences and sums would
be a hundred and fifty rows of four queries, most of whose columns nobody sees.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from cases.models.offences import OffenceType
from cases.models.prepared import Prepared
from cases.models.regions import Region
from cases.models.vocabularies import gazetteer, offences

# Enough of a text for its heading and the beginning that a card shows of it.
BEGINNING = 1_000

# Two columns of the case "one": its types and its sums, the primary ones first.
OFFENCES_AND_SUMS = """
    ARRAY(
        SELECT offence_type_id FROM cases_caseoffence AS filed
        WHERE filed.case_id = one.id ORDER BY position
    ),
    (
        SELECT json_agg(
            json_build_array(kind, yuan, original, qualifier, is_primary)
            ORDER BY is_primary DESC, amount.id
        )
        FROM cases_amount AS amount WHERE amount.case_id = one.id
    )
"""
# Published cases only, whoever asks, in the order of the keys.
CARDS = Prepared(
    f"""
SELECT one.id, one.number, one.shown_title,
    CASE WHEN %(is_whole)s THEN one.shown_text
        ELSE left(one.shown_text, {BEGINNING}) END,
    one.region_id, one.month, one.people, one.people_qualifier, one.coercive,
    one.coercive_qualifier, one.outcomes, one.noindex, one.bulletin_id,
    bulletin.issuer, bulletin.published, bulletin.is_sample, copy.url,
    {OFFENCES_AND_SUMS}
FROM unnest(%(keys)s::bigint[]) WITH ORDINALITY AS asked (id, place)
JOIN cases_case AS one ON one.id = asked.id
JOIN cases_bulletin AS bulletin ON bulletin.id = one.bulletin_id
JOIN cases_copy AS copy ON copy.id = one.copy_id
WHERE one.status = 'published'
ORDER BY asked.place
""",
    keys="bigint[]",
    is_whole="boolean",
)


@dataclass(slots=True)
class Sum:
    """A sum of money as ``Amount`` has it."""

    kind: str
    yuan: int | None
    original: str
    qualifier: str
    is_primary: bool


@dataclass(slots=True)
class Card:
    """A published case as a list shows it.

    ``shown_text`` is the text or its beginning, ``offences`` are its types, the primary
    one first, ``amounts`` its sums, the primary one first. ``published`` is the date of
    its bulletin, ``url`` where its copy is.
    """

    pk: int
    number: int
    shown_title: str
    shown_text: str
    region: Region | None
    month: date | None
    people: int | None
    people_qualifier: str
    coercive: int | None
    coercive_qualifier: str
    outcomes: list[str]
    noindex: bool
    bulletin_id: int
    issuer: str
    published: date | None
    is_sample: bool
    url: str
    offences: tuple[OffenceType, ...]
    amounts: tuple[Sum, ...]


def cards(keys: Iterable[int], *, is_whole: bool = False) -> list[Card]:
    """The cards of these cases in this order, less those that are not published.

    ``is_whole``: with their whole texts, to search in them; one query.
    """
    wanted = list(keys)
    if not wanted:
        return []
    rows = CARDS.rows(keys=wanted, is_whole=is_whole)
    regions = gazetteer(row[4] for row in rows).by_code
    types = offences(key for row in rows for key in row[17]).by_key
    found = []
    for row in rows:
        values: tuple[Any, ...] = (
            *row[:4],
            regions[row[4]] if row[4] else None,
            *row[5:17],
            tuple(types[key] for key in row[17]),
            tuple(Sum(*each) for each in row[18] or ()),
        )
        found.append(Card(*values))
    return found
