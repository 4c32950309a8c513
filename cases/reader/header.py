"""An export's header: title, date, account, and where the article begins.

Three shapes occur: front matter between ``---`` lines (title, source, date); a
``# title`` with a line ``[author]  account  date`` below; and plain text, where
the title is the first line and a date line may follow.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cases.reader.clean import normalise
from cases.reader.commentary import opening_label
from cases.reader.lines import Line
from cases.reader.numbering import markers
from cases.reader.results import Found, Span
from cases.reader.titles import clean_title

FRONT_MATTER = re.compile(
    r"\A\s{0,10}---[ \t]*\n(?P<fields>(?:[^\n]{0,5000}\n){1,40}?)"
    r"(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
FIELD = re.compile(r"^(?P<name>[A-Za-z_]{1,30})[ \t]*:(?P<value>[^\n]*)", re.MULTILINE)

# Names that exporters give to the same thing.
TITLE_FIELDS = ("title",)
ACCOUNT_FIELDS = ("account", "source", "nickname", "mp_name", "author", "site")
DATE_FIELDS = ("date", "published", "publish_time", "pubdate", "create_time", "created")

# 2024-03-05, 2024/3/5, 2024.03.05, 2024年3月5日
DATE = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s?[-/.年]\s?(?P<month>\d{1,2})\s?[-/.月]\s?"
    r"(?P<day>\d{1,2})(?!\d)日?"
)
# The same with a time of day or the word for publishing: how pages date articles.
DATED = re.compile(
    r"(?:发布|发表|更新|时间|日期|来源)[^\d\n]{0,12}"
    r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}"
    r"|(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s{0,3}\d{1,2}:\d{2}"
)

# [author]  account  2024-12-17 02:08, the columns parted by two spaces or more; a
# whole line without the blanks around it.
BYLINE = re.compile(
    r"(?:(?P<names>[^\n]{1,120}?)[ \t]{2,20})?"
    r"(?P<date>(?:19|20)\d\d-\d{1,2}-\d{1,2})(?:[ \t]+\d{1,2}:\d{2}(?::\d{2})?)?"
)
HEADING = re.compile(r"#{1,3}[ \t]+(?P<title>[^\n]{1,300})")
LONGEST_TOP_LINE = 400

# Advertising words behind a site's name: 安全客-有思想的安全新媒体.
SLOGAN = re.compile(r"\s*[-_|–—]\s*.{2,40}$")

# 来源：某地网警 in a line with the date
ORIGIN = re.compile(
    r"(?:来源|出处|转自)[：:|](?P<origin>[^\d：:，,|]{2,24}?)(?=作者|编辑|发布|时间|\d"
    r"|$)"
)

LONGEST_TITLE = 120
LONGEST_DATE_LINE = 80
CLOSING_LINES = 6
LINES_LOOKED_AT = 200
MESSENGER = "mp.weixin.qq.com"


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above the article; ``start`` is where it ends in the stored
    text, ``first`` the first line of the article among the lines read from
    there. ``raw_title`` is the title as printed."""

    raw_title: str = ""
    title: Found[str] | None = None
    published: Found[str] | None = None
    account: Found[str] | None = None
    byline: Found[str] | None = None
    start: int = 0
    first: int = 0


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of the stored text with their place."""

    text: str
    span: Span


def header_end(stored: str) -> int:
    """Where the front matter ends in the stored text; 0 without one."""
    match = FRONT_MATTER.match(stored)
    return match.end() if match else 0


def read_header(stored: str, lines: Sequence[Line]) -> Header:
    """Read the header of a stored text whose lines (from ``header_end`` on) are
    given."""
    match = FRONT_MATTER.match(stored)
    if match:
        return _from_front_matter(stored, match, lines)
    return _from_top_lines(stored, lines)


def _from_front_matter(
    stored: str, match: re.Match[str], lines: Sequence[Line]
) -> Header:
    fields: dict[str, _Words] = {}
    for field in FIELD.finditer(stored, match.start("fields"), match.end("fields")):
        value = field["value"].strip(" \t")
        start = field.start("value") + field["value"].find(value)
        if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
            start, value = start + 1, value[1:-1]
        if value:
            words = _Words(value, (start, start + len(value)))
            fields.setdefault(field["name"].lower(), words)
    titled = _first(fields, TITLE_FIELDS)
    named = _first(fields, ACCOUNT_FIELDS)
    dated = _first(fields, DATE_FIELDS)
    raw_title = titled.text if titled else ""
    account = _account(named)
    first = _article_start(lines, raw_title, account.value if account else "")
    published = _published(dated, "header.front-matter")
    if MESSENGER not in match["fields"]:
        # A site's own page dates the article; the export's date is the feed's.
        published = _page_date(lines) or published
    return Header(
        raw_title,
        _title(titled, account),
        published,
        account,
        _byline(lines, first, account),
        match.end(),
        first,
    )


def _from_top_lines(stored: str, lines: Sequence[Line]) -> Header:
    byline, heading = _top(stored)
    if byline and (heading is None or heading.span[0] < byline.span[0]):
        match = BYLINE.fullmatch(byline.text)
        assert match is not None
        account = None
        if match["names"]:
            columns = re.split(r"[ \t]{2,}", match["names"])
            start = byline.span[0] + match["names"].rindex(columns[-1])
            account = _account(_Words(columns[-1], (start, start + len(columns[-1]))))
        titled = None
        if heading and (mark := HEADING.fullmatch(heading.text)):
            start = heading.span[0] + mark.start("title")
            title = mark["title"].rstrip(" \t#")
            titled = _Words(title, (start, start + len(title)))
        first = next(
            (
                place
                for place, line in enumerate(lines)
                if line.span[0] >= byline.span[1]
            ),
            len(lines),
        )
        start, end = (byline.span[0] + offset for offset in match.span("date"))
        found = _Words(match["date"], (start, end))
        return Header(
            titled.text if titled else "",
            _title(titled, account),
            _published(found, "header.byline"),
            account,
            None,
            0,
            first,
        )
    return _from_plain_text(lines)


def _top(stored: str) -> tuple[_Words | None, _Words | None]:
    """The first line that is a byline, the first that is a heading, among those
    at the top."""
    byline = heading = None
    position = 0
    for line in stored[:3000].split("\n"):
        words = line.strip()
        start = position + len(line) - len(line.lstrip())
        position += len(line) + 1
        if not words or len(words) > LONGEST_TOP_LINE:
            continue
        here = _Words(words, (start, start + len(words)))
        if heading is None and HEADING.fullmatch(words):
            heading = here
        elif BYLINE.fullmatch(words):
            byline = here
            break
    return byline, heading


# A title ends without a full stop; a telling goes on.
TELLING = re.compile(r"[。；，,]$")


def _may_be_title(text: str) -> bool:
    return len(text) <= LONGEST_TITLE and "。" not in text and not TELLING.search(text)


def _begins_list(texts: Sequence[str]) -> bool:
    """Whether the first line is the first item of a list that goes on below, or the
    label of a telling."""
    if opening_label(texts[0]) is not None:
        return True
    found = list(markers(texts))
    if not found or found[0].line > 0 or found[0].number != 1:
        return False
    return any(one.family == found[0].family and one.number == 2 for one in found)


def _from_plain_text(lines: Sequence[Line]) -> Header:
    title, place = None, 0
    if (
        len(lines) > 1
        and _may_be_title(lines[0].text)
        and not _begins_list([line.text for line in lines])
    ):
        title = _Words(lines[0].text, lines[0].span)
        place = 1
    published, origin = None, None
    if place < len(lines) and _may_be_date_line(lines[place].text):
        published = _dated(lines[place], "header.date-line")
        origin = _origin(lines[place]) if published else None
        place += 1 if published else 0
    return Header(
        title.text if title else "",
        _title(title, None),
        published or _closing_date(lines[place:]),
        None,
        origin,
        0,
        place,
    )


def _may_be_date_line(text: str) -> bool:
    return (
        len(text) <= LONGEST_DATE_LINE and "。" not in text and not TELLING.search(text)
    )


def _dated(line: Line, rule: str) -> Found[str] | None:
    match = DATE.search(line.text)
    if match is None:
        return None
    return _published(_Words(match[0], line.view.spans(*match.span())[0]), rule)


def _origin(line: Line) -> Found[str] | None:
    """The source that a date line names: 2024-03-05 来源：某地网警"""
    match = ORIGIN.search(line.text)
    if match is None:
        return None
    span = line.view.spans(*match.span("origin"))
    return Found(match["origin"], span, "header.origin", "the date line names it")


def _closing_date(lines: Sequence[Line]) -> Found[str] | None:
    """The date below a notice, under the authority's name."""
    for line in reversed(lines[-CLOSING_LINES:]):
        if DATE.fullmatch(line.text):
            return _dated(line, "header.closing-date")
    return None


def _first(fields: dict[str, _Words], names: Sequence[str]) -> _Words | None:
    return next((fields[name] for name in names if name in fields), None)


def _title(words: _Words | None, account: Found[str] | None) -> Found[str] | None:
    if words is None:
        return None
    value = clean_title(words.text, account.value if account else "")
    if not value:
        return None
    offset = words.text.find(value)
    start = words.span[0] + max(offset, 0)
    span = (start, start + len(value)) if offset >= 0 else words.span
    return Found(
        value, (span,), "header.title", "the header's title without column tags"
    )


def _account(words: _Words | None) -> Found[str] | None:
    if words is None:
        return None
    name = SLOGAN.sub("", words.text) if len(words.text) > 6 else words.text
    name = name.strip()
    if not name or name == "原创":
        return None
    start = words.span[0]
    return Found(
        name, ((start, start + len(name)),), "header.account", "who published this copy"
    )


def _published(words: _Words | None, rule: str) -> Found[str] | None:
    match = DATE.search(words.text) if words else None
    if words is None or match is None:
        return None
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
    return Found(day.isoformat(), (words.span,), rule, "the date of this copy")


def _page_date(lines: Sequence[Line]) -> Found[str] | None:
    for line in lines[:LINES_LOOKED_AT]:
        if (
            len(line) <= 60
            and DATED.search(line.text)
            and (match := DATE.search(line.text))
        ):
            words = _Words(match[0], line.view.spans(*match.span())[0])
            return _published(words, "header.page-date")
    return None


NO_LETTERS = re.compile(r"[\W_]+")


def _squashed(text: str) -> str:
    return NO_LETTERS.sub("", text)


def _article_start(lines: Sequence[Line], raw_title: str, account: str) -> int:
    """The line after the repeated title, the author's and the account's name.

    A site's page repeats its title between menus; the last time in the first
    lines is where the article begins.
    """
    wanted = _squashed(normalise(raw_title).text)
    first = 0
    for place, line in enumerate(lines[:LINES_LOOKED_AT]):
        if wanted and _squashed(line.text) == wanted:
            first = place + 1
    for place in range(first, min(first + 4, len(lines))):
        if account and _squashed(lines[place].text) == _squashed(account):
            return place + 1
    return first


def _byline(
    lines: Sequence[Line], first: int, account: Found[str] | None
) -> Found[str] | None:
    """A name between title and account: the author, often an authority."""
    if (
        account is None
        or first < 2
        or _squashed(lines[first - 1].text) != _squashed(account.value)
    ):
        return None
    line = lines[first - 2]
    if len(line) > 24 or line.level or "。" in line.text:
        return None
    return Found(
        line.text, line.view.spans(0, len(line)), "header.byline", "the author's line"
    )
