"""Reads a bulletin: text in, Reading out. This file only puts the parts together.

Passes: the header; the article's lines without what stands around them; the
passages that tell cases; each case's fields, in an order in which later rules
can lean on earlier ones; what is said of the bulletin.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TypeVar

from cases.reader.amounts import read_amounts
from cases.reader.bulletins import read_seats, read_source
from cases.reader.campaigns import read_campaign
from cases.reader.chrome import inside_noise, strip_chrome
from cases.reader.clean import View, normalise, plain
from cases.reader.commentary import divide
from cases.reader.context import CaseContext, Notes
from cases.reader.dates import read_dates
from cases.reader.header import Header, header_end, read_header
from cases.reader.issuers import Issuer, by_fuller_name, credited_issuer, read_issuer
from cases.reader.lines import MOST_LINES, Line, read_lines
from cases.reader.offences import read_offences
from cases.reader.outcomes import read_outcomes
from cases.reader.passages import Passage, find_passages
from cases.reader.people import read_people
from cases.reader.places import read_region
from cases.reader.results import CaseReading, Caution, Found, Place, Reading, Span
from cases.reader.suspects import read_suspects
from cases.reader.titles import clean_case_title

VERSION = "2026.11.1"

# No case is told in more characters; what comes behind is not read for fields.
LONGEST_CASE = 20_000

One = TypeVar("One")
Other = TypeVar("Other")


def read_bulletin(text: str, *, published: date | None = None) -> Reading:
    """Read a stored text: what is said of the bulletin, and its cases.

    ``published`` is the date of the earliest known copy, against which relative
    dates (今年3月) resolve; by default the date that the text itself gives.
    Any text is read without raising; a text without a case has none. All spans
    count in ``text``.

    >>> reading = read_bulletin("2024年5月，杭州市公安局抓获诈骗嫌疑人张某。")
    >>> reading.cases[0].region.value.names
    ('浙江省', '杭州市')
    """
    try:
        return _read(text, published)
    except Exception as problem:  # whatever it is, the editor must get the text
        caution = Caution("title", "not-read", (type(problem).__name__,))
        return Reading(VERSION, cautions=(caution,))


@dataclass(frozen=True, slots=True)
class _Bulletin:
    """What the cases of one bulletin share."""

    text: str
    published: date | None
    title: str
    intro: View | None
    issuer: Issuer
    seats: tuple[Place, ...]


def _read(text: str, published: date | None) -> Reading:
    start = header_end(text)
    lines = read_lines(text, start)
    header = read_header(text, lines)
    body = strip_chrome(lines[header.first :])
    passages = find_passages(body.lines, header.raw_title)
    title = _title_view(text, header)
    intro = _intro(body.lines, passages)
    told = [_narrative(passages[0])] if len(passages) == 1 else []
    is_digest = bool(passages) and all(one.plan == "digest" for one in passages)
    issuer = (
        read_issuer(title, intro, told, is_digest=is_digest) if passages else Issuer()
    )
    opening = body.lines[0].view if body.lines else None
    source = read_source(body.origins, header.byline, opening)
    issuer = by_fuller_name(issuer, source)
    cautions = []
    if len(lines) == MOST_LINES:
        words = (str(MOST_LINES),)
        cautions.append(Caution("title", "long-text", words, doubtful=False))
    if issuer.found is None and passages and not is_digest:
        issuer = credited_issuer((header.account, source))
        if issuer.found is not None:
            value = issuer.found.value
            cautions.append(Caution("issuer", "credited-issuer", (value,)))
    accounts = [header.account.value] if header.account else []
    bulletin = _Bulletin(
        text,
        published or _date(header.published),
        header.title.value if header.title else "",
        intro,
        issuer,
        read_seats((title, None if is_digest else intro), issuer, accounts),
    )
    cases = tuple(
        _read_case(bulletin, passage, number)
        for number, passage in enumerate(passages, start=1)
    )
    return Reading(
        VERSION,
        header.title,
        header.published,
        header.account,
        issuer.found,
        _campaign(body.lines, passages, title, intro),
        source,
        cases,
        tuple(cautions),
    )


def _title_view(text: str, header: Header) -> View | None:
    if header.title is None:
        return None
    first, last = header.title.spans[0][0], header.title.spans[-1][1]
    return normalise(text, first, last)


def _date(found: Found[str] | None) -> date | None:
    return date.fromisoformat(found.value) if found else None


def _intro(lines: Sequence[Line], passages: Sequence[Passage]) -> View | None:
    """The words before the first case; None for a story, which has none."""
    if not passages or passages[0].is_story:
        return None
    first = passages[0].span[0]
    before = [line.view for line in lines if line.span[0] < first]
    return View.join(before) if before else None


def _campaign(
    lines: Sequence[Line],
    passages: Sequence[Passage],
    title: View | None,
    intro: View | None,
) -> Found[str] | None:
    """The special operation that title, introduction or closing words name; for a
    single case, its telling."""
    if not passages:
        return None
    if len(passages) == 1:
        told = _narrative(passages[0])
        return read_campaign((title, intro, told), is_story=True)
    last = passages[-1].span[1]
    after = [line.view for line in lines if line.span[0] >= last]
    return read_campaign((title, intro, View.join(after)))


# -- one case -----------------------------------------------------------------


def _narrative(passage: Passage) -> View:
    return _divided(passage)[0]


def _divided(passage: Passage) -> tuple[View, View | None]:
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


def _read_case(bulletin: _Bulletin, passage: Passage, number: int) -> CaseReading:
    narrative, commentary = _divided(passage)
    is_long = len(narrative) > LONGEST_CASE
    narrative = narrative.cut(0, LONGEST_CASE)
    title = _title(passage)
    headings = [view for view in (passage.heading, passage.subtitle) if view]
    case = CaseContext(
        narrative=narrative,
        heading=View.join(headings) if headings else None,
        title=title.value if title else None,
        commentary=commentary.cut(0, LONGEST_CASE) if commentary else None,
        published=bulletin.published,
        bulletin_title=bulletin.title,
        intro=bulletin.intro,
        seats=bulletin.seats,
        issuer_kind=bulletin.issuer.kind,
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
    amounts = guard.several(read_amounts, "amount")
    offences = guard.several(read_offences, "offences")
    span = passage.span
    noise = _noise(bulletin.text, passage)
    return CaseReading(
        number=number,
        span=span,
        text=_words(bulletin.text, passage, noise),
        noise=noise,
        title=title,
        agency=agency,
        region=region,
        month=month,
        occurred=occurred,
        offences=offences,
        suspects=suspects,
        people=people,
        coercive=coercive,
        amounts=amounts,
        outcomes=outcomes,
        cautions=tuple(dict.fromkeys(notes.cautions)),
    )


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


def _title(passage: Passage) -> Found[str] | None:
    """The case's heading, cleaned; None when the source gave none."""
    if passage.heading is None:
        return None
    words = passage.heading.text.replace("\n", "")
    value = clean_case_title(words)
    if not value:
        return None
    start = words.find(value)
    view = passage.heading
    lines_before = view.text[: start + 1].count("\n") if start >= 0 else 0
    first = start + lines_before if start >= 0 else 0
    last = min(first + len(value) + view.text.count("\n"), len(view))
    return Found(
        value, view.spans(first, last), f"titles.{passage.plan}", "its heading"
    )


# -- the passage in the stored text -------------------------------------------


def _kept(passage: Passage) -> list[Span]:
    """The stored text's ranges that tell the case, ascending."""
    kept: list[Span] = []
    heads = [
        view for view in (passage.number, passage.heading, passage.subtitle) if view
    ]
    for view in [*heads, *(line.view for line in passage.lines)]:
        shown = view.without(inside_noise(view.text))
        kept += shown.spans(0, len(shown))
    return sorted(kept)


def _noise(text: str, passage: Passage) -> tuple[Span, ...]:
    """Ranges between them that hold more than white space and marks."""
    found = []
    kept = _kept(passage)
    for (_, start), (end, _) in pairwise(kept):
        words = text[start:end]
        if any(character.isalnum() for character in words):
            left = len(words) - len(words.lstrip())
            right = len(words) - len(words.rstrip())
            found.append((start + left, end - right))
    return tuple(span for span in found if span[0] < span[1])


def _words(text: str, passage: Passage, noise: Sequence[Span]) -> str:
    """The passage's words as printed, without markup and noise, a paragraph a
    line."""
    start, end = passage.span
    paragraphs = plain(text, start, end, noise).split("\n")
    return "\n".join(line.strip() for line in paragraphs if line.strip())
