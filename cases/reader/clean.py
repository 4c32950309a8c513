"""Makes a stored text easy to read by rule: the normalised views of it."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from io import StringIO
from itertools import islice

from cases.reader.characters import TRANSLATION
from cases.reader.markup import Edit, find_marks, find_markup
from cases.reader.results import Span
from cases.reader.view import View

__all__ = ["View", "normalise", "plain"]

# What is written without spaces: Han, Chinese punctuation and wide forms.
CHINESE = "\u2018-\u201d\u2026\u3001-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef"

QUOTES = frozenset("‘’“”…")
SPACE = "\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"

# Line ends with the white space around them, or white space inside a line; what
# is as it should be already (a lone line feed, a space between Latin words) is
# passed over.
BLANK = re.compile(
    # The lookahead spares most characters the trial of each alternative.
    rf"""
    (?=[{SPACE}\n\u2028\u2029\u0085])(?:
      [{SPACE}]*\n[{SPACE}\n\u2028\u2029\u0085]+
    | [{SPACE}]+\n
    | (?! (?<=[!-~])[ ][!-/:-~] ) [{SPACE}]+
    | [\u2028\u2029\u0085]+
    | \A\n | \n\Z
    )
    """,
    re.VERBOSE,
)

# 18,964 or 1，234，567: the commas of a grouped number.
GROUPED = re.compile(r"\d(?<![\d.,，]\d)\d{0,2}(?:[,，]\d{3})+(?!\d)")
# A space that groups digits: 18 964元.
GROUP_END = re.compile(r"\d{3}(?!\d)")

# A paragraph that uses spaces for punctuation, as some copies do.
STOPS = re.compile(r"[，。；,;、]")
SPACED = re.compile(rf"(?<=[{CHINESE}\w]) {{1,3}}(?=[{CHINESE}\w])")
LONG_WITHOUT_STOPS = 60
SPACES_FOR_STOPS = 3

HAN_LETTER = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
WIDENED = str.maketrans(",:;()!?", "，：；（）！？")
NARROW_BESIDE_CHINESE = re.compile(rf"[,:;()!?](?:(?<=[{CHINESE}].)|(?=[{CHINESE}]))")
# A full stop typed as a dot: 依法处理.
DOT_AT_END = re.compile(r"(?<=[\u4e00-\u9fff”）])\.(?=\n|\Z)")
# 二○二四年 with a circle for the zero.
CIRCLE_ZERO = re.compile(
    "(?<=[一二三四五六七八九〇零○])○|○(?=[一二三四五六七八九〇零])"
)


class _Draft:
    """A text under work with the origin of each of its characters."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        places = array("I", range(start, start + len(text) + 1))
        self.starts, self.ends = places[:-1], places[1:]

    def apply(self, edits: Iterable[Edit]) -> None:
        """Make the edits; a replacement, of one character, has all that it replaces
        for its origin."""
        words = StringIO()
        last = place = 0  # read so far, and kept
        for start, end, replacement in edits:
            words.write(self.text[last:start])
            place = self._keep(place, last, start)
            if replacement:
                words.write(replacement)
                self.starts[place] = self.starts[start]
                self.ends[place] = self.ends[end - 1]
                place += 1
            last = end
        if last:
            words.write(self.text[last:])
            place = self._keep(place, last, len(self.text))
            del self.starts[place:], self.ends[place:]
            self.text = words.getvalue()

    def _keep(self, place: int, first: int, last: int) -> int:
        """Move the origins of a stretch to ``place``; where the next ones go.

        In place, since origins take eight bytes a character.
        """
        kept = place + last - first
        if place < first:
            self.starts[place:kept] = self.starts[first:last]
            self.ends[place:kept] = self.ends[first:last]
        return kept


def normalise(
    text: str, start: int = 0, end: int | None = None, noise: Iterable[Span] = ()
) -> View:
    """Make a View of text[start:end], leaving out the ``noise`` ranges.

    ``noise`` counts in the stored text, as all spans do.

    >>> view = normalise("  **涉案 １,２００　万元**  ")
    >>> view.text, view.spans(2, 8)
    ('涉案1200万元', ((7, 15),))
    """
    draft, breaks = _unmarked(text, start, len(text) if end is None else end, noise)
    draft.text = draft.text.translate(TRANSLATION)
    draft.apply(_commas_for_spaces(draft.text))
    draft.apply(_numbers_apart(draft.text))
    draft.apply(_blanks(draft.text))
    draft.apply(_group_commas(draft.text))
    draft.text = _punctuation(draft.text)
    return View.made(draft.text, draft.starts, draft.ends, array("I", sorted(breaks)))


def _unmarked(
    text: str, start: int, end: int, noise: Iterable[Span]
) -> tuple[_Draft, set[int]]:
    """text[start:end] without noise and markup, and where something visible was
    left out."""
    start, end, left_out = _left_out(text, start, end, noise)
    draft = _Draft(text[start:end], start)
    breaks = {start + edit.start for edit in left_out}
    draft.apply(left_out)
    markup = find_markup(draft.text)
    breaks.update(draft.starts[place] for place in markup.pictures)
    draft.apply(markup.edits)
    draft.apply(find_marks(draft.text))
    return draft, breaks


def _left_out(
    text: str, start: int, end: int, noise: Iterable[Span]
) -> tuple[int, int, list[Edit]]:
    """The range within the text, and the edits of text[start:end] that leave the
    noise out."""
    end = min(end, len(text))
    start = min(max(start, 0), end)
    edits: list[Edit] = []
    for first, last in sorted(noise):
        first, last = max(first, start), min(last, end)
        if edits:
            first = max(first, edits[-1].end + start)
        if first < last:
            edits.append(Edit(first - start, last - start))
    return start, end, edits


def plain(
    text: str, start: int = 0, end: int | None = None, noise: Iterable[Span] = ()
) -> str:
    """The words of text[start:end] as printed, without markup and noise; nothing
    else is changed.

    >>> plain("**涉案**[１,２００](http://a.cn) 万元")
    '涉案１,２００ 万元'
    """
    start, end, edits = _left_out(text, start, len(text) if end is None else end, noise)
    words = _edited(text[start:end], edits)
    words = _edited(words, find_markup(words).edits)
    return _edited(words, find_marks(words))


def _edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made, where nobody asks for origins."""
    pieces, last = StringIO(), 0
    for start, end, replacement in edits:
        pieces.write(text[last:start])
        pieces.write(replacement)
        last = end
    pieces.write(text[last:])
    return pieces.getvalue()


# A number that only a blank parts from the words of its item: 1 张某案, 二 李某案.
NUMBER_APART = re.compile(
    rf"^(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})(?P<blank>[{SPACE}]{{1,4}})"
    # a word of letters too: 05 FBI逮捕两人; no 3 GB数据
    r"(?=[“《【一-鿿]|[A-Z][A-Za-z0-9]{0,20} ?[一-鿿])(?![KMGT]B|BTC|USDT)"
    # no 3 起, 5 月 or 2 张; but 2 张某案
    r"(?![起件种类个名人年月日号条项次例万余多百千亿时分点岁部台元款期级度]"
    r"|张(?!某))",
    re.MULTILINE,
)


def _numbers_apart(text: str) -> Iterable[Edit]:
    """A stop for the blank behind an item's number."""
    for number in NUMBER_APART.finditer(text):
        yield Edit(*number.span("blank"), "、")


def _commas_for_spaces(text: str) -> Iterable[Edit]:
    """Commas where a long paragraph has spaces only."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if _uses_spaces(text, start, end):
            for space in SPACED.finditer(text, start, end):
                first, last = space.span()
                if max(text[first - 1], text[last]) >= "\u3400":
                    yield Edit(first, last, "，")
        start = end + 1


def _uses_spaces(text: str, start: int, end: int) -> bool:
    """Whether a paragraph is long, in Chinese, and has spaces for punctuation."""
    if end - start < LONG_WITHOUT_STOPS or STOPS.search(text, start, end):
        return False
    if not HAN_LETTER.search(text, start, end):
        return False
    spaces = islice(SPACED.finditer(text, start, end), SPACES_FOR_STOPS)
    return len(list(spaces)) == SPACES_FOR_STOPS


def _blanks(text: str) -> Iterable[Edit]:
    """White space made one line feed, one space or nothing."""
    for blank in BLANK.finditer(text):
        start, end = blank.span()
        if start == 0 or end == len(text):
            yield Edit(start, end)
            continue
        before, words = text[start - 1], blank[0]
        if any(mark in words for mark in "\n\u2028\u2029\u0085"):
            yield Edit(start, end, "\n")
        elif words.count("\u3000") >= 2 and before in "。！？”）":
            # An indentation: the paragraphs of a text pasted into one line.
            yield Edit(start, end, "\n")
        elif _joins(text, start, end):
            yield Edit(start, end)
        else:
            yield Edit(start, end, " ")


def _joins(text: str, start: int, end: int) -> bool:
    """Whether the blank text[start:end] means nothing: it stands beside Chinese
    or groups digits by three."""
    before, after = text[start - 1], text[end]
    if max(before, after) >= "\u2e80" or {before, after} & QUOTES:
        return True
    return before.isdigit() and end - start == 1 and bool(GROUP_END.match(text, end))


def _group_commas(text: str) -> Iterable[Edit]:
    for number in GROUPED.finditer(text):
        for place in range(*number.span()):
            if text[place] in ",，":
                yield Edit(place, place + 1)


def _punctuation(text: str) -> str:
    """Chinese punctuation for what was typed in ASCII; the length stays."""
    for _ in range(2):  # the second time for ),  behind a bracket made wide
        text = NARROW_BESIDE_CHINESE.sub(lambda mark: mark[0].translate(WIDENED), text)
    text = CIRCLE_ZERO.sub("〇", DOT_AT_END.sub("。", text))
    if '"' not in text:
        return text
    paragraphs = text.split("\n")
    for index, paragraph in enumerate(paragraphs):
        if '"' in paragraph and HAN_LETTER.search(paragraph):
            pieces = paragraph.split('"')
            marks = ("“" if place % 2 else "”" for place in range(1, len(pieces)))
            paragraphs[index] = "".join(
                mark + piece for mark, piece in zip(("", *marks), pieces, strict=True)
            )
    return "\n".join(paragraphs)
