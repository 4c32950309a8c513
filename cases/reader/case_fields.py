"""Reads the fields of one passage, in an order in which later rules can lean on
earlier ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import TypeVar

from cases.reader.amounts import read_amounts
from cases.reader.chrome import inside_noise
from cases.reader.clean import View
from cases.reader.commentary import divide
from cases.reader.context import CaseContext, Notes
from cases.reader.dates import read_dates
from cases.reader.excerpts import noise_within, words_of
from cases.reader.issuer_names import Issuer
from cases.reader.lines import Line
from cases.reader.numbering import words_start
from cases.reader.offences import read_offences
from cases.reader.outcomes import read_outcomes
from cases.reader.people import read_people
from cases.reader.places import read_region
from cases.reader.plans import Passage, names_case
from cases.reader.results import CaseReading, Found, Place, Span
from cases.reader.sections import FORM
from cases.reader.suspects import doubt_surplus, read_suspects
from cases.reader.titles import clean_case_title

# No case is told in more characters; what comes behind is not read for fields.
LONGEST_CASE = 20_000

# A blank in a heading parts phrases of so many characters; others are set around
# numbers, or between the characters of a word.
SHORTEST_PHRASE = 4

# What an authority does, no case's name: 一是|严厉查处网络谣言
WORK = re.compile(
    "集中|严厉|依法|严肃|严管|坚决|持续|加强|强化|深入|全面|惩处|惩治|打击|查处|整治"
)
# Characters that a title keeps as they are printed: 「虛擬幣跑分」案, 法国｜五个年轻人
PRINTED = re.compile("[\u4e00-\u9fff「」『』｜│]")

One = TypeVar("One")
Other = TypeVar("Other")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the cases of one bulletin share: its text, date, title, introduction,
    issuer, and the seats of its authorities, the likeliest first."""

    text: str
    published: date | None
    title: str
    intro: View | None
    issuer: Issuer
    seats: tuple[Place, ...]


def read_passage(
    around: Surroundings, passage: Passage, number: int, span: Span | None = None
) -> CaseReading:
    """The case that a passage tells; ``span`` is the range that it stands for, by
    default its own."""
    narrative, commentary = divided(passage)
    is_long = len(narrative) > LONGEST_CASE
    narrative = narrative.cut(0, LONGEST_CASE)
    title = _title(around.text, passage)
    headings = [view for view in (passage.heading, passage.subtitle) if view]
    case = CaseContext(
        narrative=narrative,
        heading=View.join(headings) if headings else None,
        title=title.value if title else None,
        commentary=commentary.cut(0, LONGEST_CASE) if commentary else None,
        published=around.published,
        bulletin_title=around.title,
        intro=around.intro,
        seats=around.seats,
        issuer_kind=around.issuer.kind,
        is_story=passage.is_story,
    )
    notes = Notes()
    if is_long:
        notes.inform("title", "long-passage", str(LONGEST_CASE))
    if title is not None and passage.plan == "section":
        notes.doubt("title", "section-heading", title.value)
    guard = _Guard(case, notes)
    outcomes = guard.several(read_outcomes, "outcome")
    notes.found["outcomes"] = outcomes
    suspects = guard.several(read_suspects, "suspects")
    notes.found["suspects"] = suspects
    agency, region = guard.pair(read_region, "agency", "region")
    month, occurred = guard.pair(read_dates, "month", "occurred")
    people, coercive = guard.pair(read_people, "people", "coercive")
    doubt_surplus(suspects, people, notes)
    amounts = guard.several(read_amounts, "amount")
    offences = guard.several(read_offences, "offences")
    span = span or passage.span
    noise = noise_within(around.text, passage, span)
    return CaseReading(
        number=number,
        span=span,
        text=words_of(around.text, span, noise),
        noise=noise,
        title=title,
        agency=agency,
        region=region,
        month=month,
        occurred=occurred,
        offences=offences,
        suspects=tuple(_as_printed(around.text, found) for found in suspects),
        people=people,
        coercive=coercive,
        amounts=amounts,
        outcomes=outcomes,
        cautions=tuple(dict.fromkeys(notes.cautions)),
    )


def _as_printed(text: str, name: Found[str]) -> Found[str]:
    """A name in the characters that the text prints, which may be traditional ones."""
    if len(name.spans) != 1:
        return name
    printed = "".join(text[slice(*name.spans[0])].split())
    is_chinese = all("\u4e00" <= character <= "\u9fff" for character in printed)
    if not is_chinese or len(printed) != len(name.value):
        return name
    return replace(name, value=printed)


def divided(passage: Passage) -> tuple[View, View | None]:
    """The telling and the commentary of a passage; labels and adverts left out."""
    narrative: list[Line] = []
    commentary: list[Line] = []
    for line, role, is_label in divide(passage.lines):
        if not is_label:
            (narrative if role == "narrative" else commentary).append(line)
    told = _flowing(narrative)
    return told, (_flowing(commentary) if commentary else None)


def _flowing(lines: Sequence[Line]) -> View:
    """Lines as paragraphs; what the layout broke inside a sentence is put together
    again (近日， / 某市公安局 / 破获一起…)."""
    paragraphs: list[View] = []
    parts: list[View] = []
    for line in lines:
        view = line.view.cut(0, LONGEST_CASE + 1)
        view = view.without(inside_noise(view.text))
        if not view.text:
            continue
        parts.append(view)
        broken = view.text.endswith(("，", "、", "：“")) or (
            len(parts) > 1 and len(view) <= 30 and view.text[-1].isalnum()
        )
        if not broken:
            paragraphs.append(View.concat(parts))
            parts = []
    if parts:
        paragraphs.append(View.concat(parts))
    return View.join(paragraphs)


@dataclass(frozen=True, slots=True)
class _Guard:
    """Runs the fields' rules; one that stumbles costs its own fields only."""

    case: CaseContext
    notes: Notes

    def several(
        self,
        rule: Callable[[CaseContext, Notes], tuple[Found[One], ...]],
        name: str,
    ) -> tuple[Found[One], ...]:
        """The values of one field."""
        try:
            return rule(self.case, self.notes)
        except Exception as problem:
            self.notes.doubt(name, "rule-failed", type(problem).__name__)
            return ()

    def pair(
        self,
        rule: Callable[
            [CaseContext, Notes], tuple[Found[One] | None, Found[Other] | None]
        ],
        one: str,
        other: str,
    ) -> tuple[Found[One] | None, Found[Other] | None]:
        """The values of two fields that are read together."""
        try:
            return rule(self.case, self.notes)
        except Exception as problem:
            for name in (one, other):
                self.notes.doubt(name, "rule-failed", type(problem).__name__)
            return None, None


def _title(text: str, passage: Passage) -> Found[str] | None:
    """The case's heading, cleaned; None when the source gave none."""
    if passage.heading is None:
        return None
    words = passage.heading.text.replace("\n", "")
    is_listed = passage.number is not None and passage.plan != "digest"
    value = clean_case_title(words, is_listed=is_listed)
    if not value:
        return None
    start = words.find(value)
    view = passage.heading
    lines_before = view.text[: start + 1].count("\n") if start >= 0 else 0
    first = start + lines_before if start >= 0 else 0
    last = min(first + len(value) + view.text.count("\n"), len(view))
    rule = f"case_fields.title-{passage.plan.replace(' ', '-')}"
    if passage.plan == "firstly" and (WORK.match(words) or not names_case(words)):
        return None
    if FORM.match(words, words_start(words)):
        return None
    if view.text[first:last] == value:
        value = _with_blanks(text, view.cut(first, last))
    return Found(value, view.spans(first, last), rule, "its heading")


def _with_blanks(text: str, view: View) -> str:
    """The words of a heading as printed, with its blanks and traditional characters:
    某地破获一起大案 抓获12人."""
    blanks = [
        place
        for place, ((_, before), (after, _)) in enumerate(pairwise(view.origins), 1)
        if text[before:after].isspace() and not _is_ascii_beside(view.text, place)
    ]
    words = "".join(
        text[start] if PRINTED.fullmatch(text[start:end]) else character
        for character, (start, end) in zip(view.text, view.origins, strict=True)
    )
    pieces, position = [], 0
    for before, place, after in zip(
        [0, *blanks], blanks, [*blanks[1:], len(view)], strict=False
    ):
        if min(place - before, after - place) >= SHORTEST_PHRASE:
            pieces.append(words[position:place])
            position = place
    return " ".join([*pieces, words[position:]])


def _is_ascii_beside(text: str, place: int) -> bool:
    return any(character.isascii() for character in text[place - 1 : place + 1])
