"""Offence types that come together, and the words that suffice to tell of the second.

Beside a break-in the word 赎 tells of blackmail, beside the forged data of an outlet
the word 参数 tells of a system that was tampered with; alone they would tell nothing.
The pairs stand in ``data/offence-company.csv``, each row with an example, in the
notation of ``offence_words.py``.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files

from cases.reader.offence_places import place_of
from cases.reader.offence_words import Hit, expand, hits


@cache
def _rows() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    """For each first type the types that keep it company, with their words."""
    rows: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    source = files("cases.reader").joinpath("data/offence-company.csv")
    with source.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            words = re.compile(expand(row["words"]))
            for first in row["first"].split("|"):
                rows.setdefault(first, []).append((row["slug"], words))
    return rows


def company(text: str, first: str) -> list[Hit]:
    """What a text tells of other types beside that first one, a find for each; the
    names of charges tell of nothing but themselves.

    >>> [hit.slug for hit in company("老板交了赎金。", "illegal-control")]
    ['extortion']
    """
    charges = [h for h in hits(text) if h.level == "charge"]
    found = []
    for slug, words in _rows().get(first, ()):
        for match in words.finditer(text):
            hit = Hit(slug, "weak", *match.span())
            if any(c.start < hit.end and hit.start < c.end for c in charges):
                continue
            if place_of(text, hit) not in ("aside", "content"):
                found.append(hit)
                break
    return found
