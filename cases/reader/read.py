"""Reads a bulletin: text in, Reading out. This file only puts the parts together.

Passes: the header; the article's lines without what stands around them; the
passages that tell cases; what is said of the bulletin; each case's fields.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from cases.reader.bulletins import read_seats, read_source
from cases.reader.campaigns import read_campaign
from cases.reader.case_fields import Surroundings, divided, read_passage
from cases.reader.chrome import Body, is_chrome, strip_chrome
from cases.reader.clean import View, normalise, plain
from cases.reader.commentary import label_of
from cases.reader.header import Header, header_end, read_header
from cases.reader.issuer_names import (
    Issuer,
    by_formal_name,
    by_fuller_name,
    credited_issuer,
    signed_issuer,
)
from cases.reader.issuers import common_issuer, read_issuer
from cases.reader.lines import MOST_LINES, Line, read_lines
from cases.reader.numbering import words_start
from cases.reader.passages import Passage, find_passages
from cases.reader.plans import make_passage
from cases.reader.results import CaseReading, Caution, Found, Reading, Span

VERSION = "2026.11.8"


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
        return Reading(VERSION, cautions=(_not_read(problem),))


def read_case(text: str, span: Span, *, published: date | None = None) -> CaseReading:
    """Read text[span] as one case of the bulletin that the text is.

    For a passage that somebody marked: nothing is asked about its being a case,
    while date, title, introduction and the authorities' seats are the bulletin's.
    ``span`` is half-open, within the text; all spans count in ``text``. Never
    raises.

    >>> text = "长治警方通报\\n2024年5月6日\\n3月，网警抓获张某。\\n今日有雨。"
    >>> case = read_case(text, (17, 28))
    >>> case.text, case.month.value
    ('3月，网警抓获张某。', '2024-03')
    """
    try:
        return _read_marked(text, span, published)
    except Exception as problem:
        words = plain(text, *span)
        return CaseReading(1, span, words, cautions=(_not_read(problem),))


def _not_read(problem: Exception) -> Caution:
    return Caution("title", "not-read", (type(problem).__name__,))


@dataclass(frozen=True, slots=True)
class _Article:
    """A text taken apart: all its lines from the header on, the article's own."""

    text: str
    lines: Sequence[Line]
    header: Header
    body: Body


def _take_apart(text: str) -> _Article:
    lines = read_lines(text, header_end(text))
    header = read_header(text, lines)
    return _Article(text, lines, header, strip_chrome(lines[header.first :]))


def _read(text: str, published: date | None) -> Reading:
    article = _take_apart(text)
    passages = find_passages(article.body.lines, article.header.raw_title)
    bulletin = _Bulletin.read(article, passages, published)
    header, around = article.header, bulletin.around
    cases = tuple(
        read_passage(around, passage, number)
        for number, passage in enumerate(passages, start=1)
    )
    cautions = list(bulletin.cautions)
    if len(article.lines) == MOST_LINES:
        words = (str(MOST_LINES),)
        cautions.insert(0, Caution("title", "long-text", words, doubtful=False))
    return Reading(
        VERSION,
        header.title,
        header.published,
        header.account,
        around.issuer.found,
        _campaign(article.body.lines, passages, bulletin.printed, around),
        bulletin.source,
        cases,
        tuple(cautions),
    )


# -- a passage that somebody marked -------------------------------------------


def _read_marked(text: str, span: Span, published: date | None) -> CaseReading:
    article = _take_apart(text)
    marked = _marked_passage(article.lines, span)
    if marked is None:
        return CaseReading(1, span, plain(text, *span))
    found = find_passages(article.body.lines, article.header.raw_title)
    is_story = any(one.is_story and _overlap(one.span, span) for one in found)
    marked = replace(marked, is_story=is_story and marked.heading is None)
    bulletin = _Bulletin.read(article, found or [marked], published)
    return read_passage(bulletin.around, marked, 1, span)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _marked_passage(lines: Sequence[Line], span: Span) -> Passage | None:
    """The passage that text[span] makes; None if no line stands there."""
    inside = []
    for line in lines:
        if _overlap(line.span, span):
            start, end = (line.view.at(offset) for offset in span)
            if start < end:
                lead = max(0, min(line.lead, end) - start)
                view = line.view.cut(start, end)
                inside.append(replace(line, view=view, lead=lead))
    own = [line for line in inside if not is_chrome(line)] or inside
    if not own:
        return None
    if label_of(own[0].text) is not None:
        return Passage(tuple(own), plan="marked")
    return make_passage(own, (0, len(own), words_start(own[0].text)), "marked")


# -- what is said of the bulletin ---------------------------------------------


@dataclass(frozen=True, slots=True)
class _Bulletin:
    """What the cases share, with the title as printed, the source and doubts."""

    around: Surroundings
    printed: View | None
    source: Found[str] | None
    cautions: tuple[Caution, ...]

    @classmethod
    def read(
        cls, article: _Article, passages: Sequence[Passage], published: date | None
    ) -> _Bulletin:
        """What stands around these passages."""
        header, body = article.header, article.body
        title = _title_view(article.text, header)
        intro = _intro(body.lines, passages)
        told = [divided(passages[0])[0]] if len(passages) == 1 else []
        is_digest = any(one.plan == "digest" for one in passages)
        opening = body.lines[0].view if body.lines else None
        source = read_source(body.origins, header.byline, opening)
        voices = [one.value for one in (header.account, source) if one]
        issuer = (
            read_issuer(title, intro, told, voices, is_digest=is_digest)
            if passages
            else Issuer()
        )
        if passages and not is_digest:
            signed = signed_issuer(article.lines)
            issuer = signed if signed.found is not None else issuer
        for name in (source, header.account):
            issuer = by_fuller_name(issuer, name)
        issuer = by_formal_name(issuer, (divided(one)[0] for one in passages))
        cautions = []
        if issuer.found is None and len(passages) > 1 and not is_digest:
            issuer = common_issuer([divided(one)[0] for one in passages])
        if issuer.found is None and passages and not is_digest:
            issuer = credited_issuer((header.account, source))
            if issuer.found is not None:
                value = issuer.found.value
                cautions.append(Caution("issuer", "credited-issuer", (value,)))
        accounts = [header.account.value] if header.account else []
        around = Surroundings(
            article.text,
            published or _date(header.published),
            header.title.value if header.title else "",
            intro,
            issuer,
            read_seats((title, None if is_digest else intro), issuer, accounts),
        )
        printed = _title_view(article.text, header, COLUMN_REACH)
        return cls(around, printed, source, tuple(cautions))


# A column's name before a title, which may be an operation's: 【净网2020】….
COLUMN_REACH = 40


def _title_view(text: str, header: Header, reach: int = 0) -> View | None:
    """The title's view, with what its line has before it within reach."""
    if header.title is None:
        return None
    first, last = header.title.spans[0][0], header.title.spans[-1][1]
    before = text[max(0, first - reach) : first].rpartition("\n")[2]
    return normalise(text, first - len(before), last)


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
    around: Surroundings,
) -> Found[str] | None:
    """The special operation that title, introduction or closing words name; for a
    single case, its telling or the comment on it; for a digest, its title alone, as
    other news stand around its cases."""
    if not passages:
        return None
    year = around.published.year if around.published else None
    if len(passages) == 1:
        told, comment = divided(passages[0])
        views = (title, around.intro)
        return read_campaign(views, told=told, year=year) or read_campaign(
            (), told=comment, year=year
        )
    if any(one.plan == "digest" for one in passages):
        return read_campaign((title,), year=year)
    last = passages[-1].span[1]
    after = [line.view for line in lines if line.span[0] >= last]
    return read_campaign((title, around.intro, View.join(after)), year=year)
