# /// script
# requires-python = ">=3.11"
# dependencies = ["opencc==1.4.2"]
# ///
"""Write traditional.csv from OpenCC's character dictionary.

Run it where opencc is installed, never in the application's environment::

    python cases/reader/data/build_traditional.py

Only single characters: a phrase table would make the normalised text longer or
shorter than its source, and a search for a part of a word would miss. A
character that GB2312 has is left alone, since simplified texts use it too
(乾, 徵, 著), except for the few of KEPT that stand for another one in practice.
"""

from __future__ import annotations

import csv
from pathlib import Path

import opencc

# In GB2312, yet in a text of today practically always the traditional form.
KEPT = "夥後於菸"
TARGET = Path(__file__).with_name("traditional.csv")


def is_simplified_too(character: str) -> bool:
    """Whether GB2312, the simplified texts' own set, has the character."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return character not in KEPT


def pairs() -> list[tuple[str, str]]:
    """Traditional and simplified characters of the basic plane, by code point."""
    converter = opencc.OpenCC("t2s")
    blocks = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000))
    found = []
    for character in (chr(point) for block in blocks for point in block):
        simplified = converter.convert(character)
        if (
            simplified != character
            and len(simplified) == 1
            and simplified <= "\uffff"
            and not is_simplified_too(character)
        ):
            found.append((character, simplified))
    return found


if __name__ == "__main__":
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("traditional", "simplified"))
        writer.writerows(pairs())
