"""The words that tell of each offence type, and where a text has them.

The words stand in ``data/offence-words.csv``, each row with an example, on four
levels. A *charge* is the name of a crime or violation in law; it counts in a
heading and wherever an official wording makes it a charge (涉嫌 ... 罪). *Strong*
words count anywhere. *Deeds* tell how such an offence is done (摆拍, 取现后转交): they
decide where no offence is named. *Weak* words count in a heading, with the
bulletin's own theme, or when there is nothing better.

In the file ``<12>`` stands for up to twelve characters of one clause, ``<s24>``
for up to twenty-four of one sentence, ``<list>`` for more members of a row
(组织、强迫、介绍卖淫), ``<charge>`` that 罪 or 案 follows, at once or behind further
charges (诈骗、偷越国境案), or that somebody is held for it (涉嫌诈骗被刑事拘留).
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from cases.reader.wordtable import WordTable

_NAMED_AS_CHARGE = (
    r"(?=罪|一?案|、[^，。；“”\n]{2,30}(?:罪|案)"
    r"|，?(?:已|均)?被(?:公安|警方|依法|刑|行政|抓|捕|逮|拘|采取|判|起诉|立案|处))"
)

Level = Literal["charge", "strong", "deed", "weak"]
LEVELS: tuple[Level, ...] = ("charge", "strong", "deed", "weak")


@dataclass(frozen=True, slots=True)
class Hit:
    """Words of one type in a text: text[start:end]."""

    slug: str
    level: Level
    start: int
    end: int


@cache
def _vocabulary() -> WordTable[tuple[Level, str]]:
    """The words of every level and type."""
    source = files("cases.reader").joinpath("data/offence-words.csv")
    with source.open(encoding="utf-8") as file:
        return WordTable(
            (
                (next(level for level in LEVELS if level == row["level"]), row["slug"]),
                expand(row["words"]),
            )
            for row in csv.DictReader(file)
        )


def expand(words: str) -> str:
    """The regular expression that a row of the file stands for.

    >>> expand("骗取<8>保险金")
    '骗取[^，。；\\\\n]{0,8}?保险金'
    """
    gaps = re.sub(r"<(\d+)>", r"[^，。；\\n]{0,\1}?", words)
    gaps = re.sub(r"<s(\d+)>", r"[^。；\\n]{0,\1}?", gaps)
    gaps = gaps.replace("<charge>", _NAMED_AS_CHARGE)
    return gaps.replace("<list>", r"(?:、[^，。；、\n]{1,4}){0,4}?")


@lru_cache(maxsize=32)  # a bulletin's title and intro are read for each case
def hits(text: str) -> tuple[Hit, ...]:
    """What the vocabulary finds, in order; words of different types may overlap."""
    return tuple(
        Hit(slug, level, start, end)
        for (level, slug), start, end in _vocabulary().find(text)
    )
