"""Finding what is not words in a stored text: tags, entities, Markdown, pictures.

Each function yields edits ``(start, end, replacement)``, ascending and apart, the
replacement being one character or none. ``clean`` applies them and keeps track of
where every remaining character came from.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple


class Edit(NamedTuple):
    """Put ``replacement`` (one character or none) in place of text[start:end]."""

    start: int
    end: int
    replacement: str = ""


# Marks without width or shape: soft hyphen, joiners, direction marks, variation
# selectors, byte order mark, control characters, icon fonts' private characters.
INVISIBLE = (
    "\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4"
    "\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ue000-\uf8ff"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
)

# One token of HTML or of Markdown's brackets; every part is bounded or stops at
# the character that opens the next token, so that scanning stays linear.
_HTML = rf"""
      (?P<comment> <!-- )
    | (?P<hidden>  <(?P<name>script|style)\b )
    | (?P<tag>     </?(?P<kind>[A-Za-z][A-Za-z0-9-]{{0,30}})\b[^<>]{{0,3000}}> )
    | (?P<entity>  &(?:amp;){{0,3}}
                   (?:[A-Za-z][A-Za-z0-9]{{1,9}}|\#[0-9]{{1,7}}
                     |\#[xX][0-9A-Fa-f]{{1,6}});
      )
    | (?P<unseen>  [{INVISIBLE}]+ )
"""
_BRACKETS = r"""
    | (?P<target>  \]\([^()\n]{0,3000}                     # ](address "title")
                   (?:\([^()\n]{0,500}\)[^()\n]{0,3000})?\) )
    | (?P<picture> !\[ )
    | (?P<open>    \[ )
    | (?P<shut>    \] )
"""
# Each after a look at the first character, since most are none of a token's.
TOKEN = re.compile(
    rf"(?=[<&!\[\]{INVISIBLE}])(?:{_HTML}{_BRACKETS})", re.VERBOSE | re.IGNORECASE
)
# For texts without a link, whose brackets mean nothing.
TOKEN_BUT_BRACKETS = re.compile(
    rf"(?=[<&{INVISIBLE}])(?:{_HTML})", re.VERBOSE | re.IGNORECASE
)

# Tags that end a line where they stand; all others vanish.
BLOCK_TAGS = frozenset(
    {"address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt"}
    | {"fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "li"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "main", "nav", "ol", "p", "pre", "section"}
    | {"table", "tbody", "tfoot", "thead", "title", "tr", "ul"}
)

# A picture's alternative text is short; a longer stretch is words in brackets.
LONGEST_ALTERNATIVE = 500

# Brackets that may stand open at once; the oldest are given up.
MOST_BRACKETS = 1000


class Markup(NamedTuple):
    """Edits that take markup away, and where pictures stood."""

    edits: list[Edit]
    pictures: list[int]


def find_markup(text: str) -> Markup:
    """Tags, comments, entities, links, pictures and invisible characters.

    A link's words stay, its address goes; a picture goes as a whole.

    >>> find_markup("见[<b>通报</b>](http://a.cn)&nbsp;")
    ... # doctest: +NORMALIZE_WHITESPACE
    Markup(edits=[Edit(start=1, end=2, replacement=''),
        Edit(start=2, end=5, replacement=''), Edit(start=7, end=11, replacement=''),
        Edit(start=11, end=25, replacement=''),
        Edit(start=25, end=31, replacement='\\xa0')], pictures=[])
    """
    edits: list[Edit | None] = []
    pictures: list[int] = []
    # Brackets still open: position, whether a picture's, place among the edits.
    brackets: list[tuple[int, bool, int]] = []
    no_comment_end_after = no_hidden_end_after = len(text) + 1
    position = 0
    tokens = TOKEN if "](" in text else TOKEN_BUT_BRACKETS
    while token := tokens.search(text, position):
        start, position = token.span()
        kind = token.lastgroup if token.lastgroup != "kind" else "tag"
        if kind == "comment":
            end = -1
            if start < no_comment_end_after:
                end = text.find("-->", position)
                if end < 0:
                    no_comment_end_after = start
            if end >= 0:
                position = end + 3
                edits.append(Edit(start, position))
        elif token["hidden"]:
            end = -1
            if start < no_hidden_end_after:
                end = text.find(f"</{token['name'].lower()}", position)
                if end < 0:
                    no_hidden_end_after = start
            close = text.find(">", position, position + 3000)
            if end >= 0:
                position = end
                edits.append(Edit(start, position))
            elif close >= 0:
                position = close + 1
                edits.append(Edit(start, position))
        elif token["tag"]:
            line_ends = token["kind"].lower() in BLOCK_TAGS
            edits.append(Edit(start, position, "\n" if line_ends else ""))
        elif kind == "entity":
            name = token["entity"].rpartition("&")[2].rpartition(";amp;")[2]
            while name.startswith("amp;"):
                name = name[4:]
            character = html.unescape("&" + name)
            if len(character) == 1:
                visible = not re.match(f"[{INVISIBLE}]", character)
                edits.append(Edit(start, position, character if visible else ""))
        elif kind == "target":
            if brackets:
                opened, is_picture, place = brackets.pop()
                if is_picture and start - opened <= LONGEST_ALTERNATIVE:
                    del edits[place:]
                    edits.append(Edit(opened, position))
                    pictures.append(opened)
                else:
                    edits[place] = Edit(opened, opened + 1 + is_picture)
                    edits.append(Edit(start, position))
            else:
                position = start + 2  # no link: what stands inside is looked at
        elif kind in {"picture", "open"}:
            if len(brackets) == MOST_BRACKETS:
                del brackets[: MOST_BRACKETS // 2]
            brackets.append((start, kind == "picture", len(edits)))
            edits.append(None)
        elif kind == "shut":
            if brackets:
                brackets.pop()
        else:
            edits.append(Edit(start, position))
    return Markup([edit for edit in edits if edit is not None], pictures)


# What Markdown and plain lists put before a line's words: quotation and heading
# marks, list marks, indentation, bullets, shapes.
LINE_START = re.compile(
    r"(?:[ \t\u00a0\u3000>•●○◆◇■□▲△▶►★☆※➤➢✦✔✅❗·]|\#{1,6}(?=[ \t])|[*+-](?=[ \t]))++"
)

# A line of dashes, stars or table borders says nothing.
RULE = re.compile(r"[-*_=~|:+\s—]{3,}$")

# A row of a table: | 1 | 张某诈骗案 | …… |
ROW = re.compile(
    r"[ \t]*\|(?P<cells>[^|\n]{1,5000}(?:\|[^|\n]{0,5000}){1,20})\|[ \t]*$"
)

# Marks inside a line: escaped marks first, so that \*\* stays two stars.
MARK = re.compile(r"\\[!-/:-@\[-`{-~]|\*+|_{2,}|`+|~~")

# What a line must hold for any of these to be found.
ANY_MARK = re.compile(r"[-\\*_=~|:+\s—>•●○◆◇■□▲△▶►★☆※➤➢✦✔✅❗·#`]")

# Marks of a line that are looked at together; it bounds the memory.
MOST_MARKS = 10_000

# What may follow a name masked with stars: 李**、王**等人.
AFTER_MASK = frozenset("，、。；：,.;:等和与及的（(在系为因于从利通以、被将")

HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")


def _is_han(character: str) -> bool:
    return bool(character) and HAN.match(character) is not None


def find_marks(text: str) -> Iterator[Edit]:
    """Markdown's marks, line by line; stars that mask a name or number stay.

    >>> list(find_marks("## **案情**"))
    ... # doctest: +NORMALIZE_WHITESPACE
    [Edit(start=0, end=3, replacement=''), Edit(start=3, end=5, replacement=''),
     Edit(start=7, end=9, replacement='')]
    >>> list(find_marks("李**、王**等人，电话138****0000"))
    []
    """
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if ANY_MARK.search(text, start, end):
            yield from _marks_of_line(text, start, end)
        start = end + 1


def _marks_of_line(text: str, start: int, end: int) -> Iterator[Edit]:
    if RULE.match(text, start, end):
        yield Edit(start, end)
        return
    if row := ROW.match(text, start, end):
        yield from _marks_of_row(text, *row.span("cells"))
        return
    words = start
    if beginning := LINE_START.match(text, start, end):
        words = beginning.end()
        yield Edit(start, words)
    found = (mark.span() for mark in MARK.finditer(text, words, end))
    while marks := list(islice(found, MOST_MARKS)):
        masks = _masks(text, words, end, marks)
        for first, last in marks:
            if text[first] == "\\":
                yield Edit(first, first + 1)
            elif (first, last) not in masks:
                yield Edit(first, last)


def _marks_of_row(text: str, start: int, stop: int) -> Iterator[Edit]:
    """The cells text[start:stop] of a table's row become lines."""
    yield Edit(start - 1, start)
    while start < stop:
        cell = text.find("|", start, stop)
        cell = stop if cell < 0 else cell
        yield from _marks_of_line(text, start, cell)
        if cell < stop:
            yield Edit(cell, cell + 1, "\n")
        start = cell + 1
    yield Edit(stop, stop + 1)


def _masks(
    text: str, start: int, end: int, marks: list[tuple[int, int]]
) -> set[tuple[int, int]]:
    """Those runs of stars that stand for characters left out on purpose."""
    found = set()
    stars = []
    for first, last in marks:
        if text[first] != "*":
            continue
        before = text[first - 1] if first > start else ""
        after = text[last] if last < end else ""
        if before.isdigit() and (last - first > 2 or after.isdigit()):
            found.add((first, last))
        else:
            stars.append((first, last, before, after))
    masking = [_is_han(before) and after in AFTER_MASK for *_, before, after in stars]
    if stars and all(masking):
        found.update((first, last) for first, last, *_ in stars)
        return found
    # Emphasis comes in pairs; a lone star behind a Chinese character is a mask.
    for width in (1, 2):
        runs = [run for run in stars if run[1] - run[0] == width]
        if len(runs) % 2:
            found.update(
                (first, last)
                for first, last, before, after in runs
                if _is_han(before) and after in AFTER_MASK
            )
    return found
