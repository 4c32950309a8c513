"""Characters that say the same as another, made one: width, form, tradition."""

from __future__ import annotations

import csv
import unicodedata
from importlib.resources import files

# Characters that say the same as another: Chinese half-width stops, dots in
# names, dashes and tildes of ranges, quotation marks of traditional texts.
SAME = {
    "｡": "。",
    "､": "、",
    "・": "·",
    "•": "·",
    "‧": "·",
    "∙": "·",
    "–": "—",
    "―": "—",
    "─": "—",
    "━": "—",
    "〜": "~",
    "∼": "~",
    "˜": "~",
    "「": "“",
    "」": "”",
    "『": "‘",
    "』": "’",
    "〝": "“",
    "〞": "”",
    "﹣": "-",
    "−": "-",
    "‐": "-",
    "‑": "-",
    "﹐": "，",
    "﹑": "、",
    "﹔": "；",
    "﹕": "：",
    "﹖": "？",
    "﹗": "！",
    "﹙": "（",
    "﹚": "）",
    "丨": "|",
    "│": "|",
    "｜": "|",
    "︱": "|",
    "┃": "|",
}

# Full-width forms that stay wide, because Chinese punctuation is.
WIDE = "！（），：；？"


def _translation() -> dict[int, str]:
    """One character for one: width, compatibility forms, traditional forms."""
    table = {0xFEE0 + code: chr(code) for code in range(0x21, 0x7F)}
    for character in WIDE:
        del table[ord(character)]
    # Radicals and compatibility ideographs, as PDF files have them for 金, 立 ...
    blocks = (
        (0x2E80, 0x2FE0),
        (0xF900, 0xFB00),
        (0x1D400, 0x1D800),
        (0x2F800, 0x2FA20),
    )
    for first, last in blocks:
        for code in range(first, last):
            plain = unicodedata.normalize("NFKC", chr(code))
            if plain != chr(code) and len(plain) == 1:
                table[code] = plain
    table.update({ord(one): other for one, other in SAME.items()})
    with (
        files("cases.reader")
        .joinpath("data/traditional.csv")
        .open(encoding="utf-8") as file
    ):
        rows = csv.DictReader(file)
        simplified = {ord(row["traditional"]): row["simplified"] for row in rows}
    table.update(
        {code: simplified.get(ord(plain), plain) for code, plain in table.items()}
    )
    return simplified | table


# For str.translate: every replacement is one character, so that lengths stay.
TRANSLATION = _translation()
