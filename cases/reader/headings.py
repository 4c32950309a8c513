"""Which line or beginning of a line is the heading of a case."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cases.reader.clean import View
from cases.reader.commentary import label_of
from cases.reader.lines import Line
from cases.reader.signs import CASE_NAME

# A first sentence that is the case's name: “…案。2024年3月，某市警方…”
NAME_SENTENCE = re.compile(
    r"^(?P<name>[^。；！？\n]{4,90}?(?:案|案件|谣言|事件))"
    r"(?P<stop>[。：:；]|[—-]{2}|(?=\d{4}年))"
)
# A headline in brackets before its telling: 【某地打掉一团伙】5月6日，…
# (no date alone: 【3月11日】).
IN_BRACKETS = re.compile(
    r"^[【〖](?![\d年月日号时分至—~、.:-]+[】〗])(?P<words>[^】〗\n]{5,60})[】〗](?=.)"
)
# A heading's second line: ——制作、贩卖木马程序
SUBTITLE = re.compile(r"^[—–-]{1,4}|^（[^）]{4,40}）$")
SENTENCE_END = re.compile(r"[。；，,：:、]$|——$")
STOP_INSIDE = re.compile(r"[。！？!?](?=.)")
# In a marked line a cry or a question may open the headline: 高薪兼职？其实是骗局！
STOP_INSIDE_MARKED = re.compile(r"。(?=.)|[！？!?].*[！？!?](?=.)")
# A unit's name alone above its cases: 城东派出所, 网安大队
UNIT_ALONE = re.compile(
    r"[^，。：！？\s]{0,12}(?:派出所|警务站|大队|中队|支队|分局|反诈中心|法庭|检察室)"
)

LONGEST_HEADING = 90
LONGEST_PLAIN_HEADING = 45
LONGEST_CRY = 24  # a plain headline with a cry inside: 高价回收手机卡？是陷阱！


@dataclass(frozen=True, slots=True)
class Headed:
    """A passage's heading (number gone), subtitle, and the lines of its telling.

    ``is_title`` says that the heading names the case; ``heading`` may also be a
    bare section heading."""

    heading: View | None
    subtitle: View | None
    lines: tuple[Line, ...]


def is_heading(line: Line) -> bool:
    """Whether a line looks like a heading: short, without a sentence's end.

    Bold or marked lines may be longer than plain ones.
    """
    text = line.text
    limit = LONGEST_HEADING if line.is_marked else LONGEST_PLAIN_HEADING
    is_short = len(text) <= LONGEST_CRY
    stop = STOP_INSIDE_MARKED if line.is_marked or is_short else STOP_INSIDE
    if not 2 <= len(text) <= limit or stop.search(text) or UNIT_ALONE.fullmatch(text):
        return False
    if line.is_marked:
        return not text.endswith(("，", "、", "；"))
    return not SENTENCE_END.search(text) or NAME_SENTENCE.fullmatch(text) is not None


def split_heading(lines: Sequence[Line], start: int) -> Headed:
    """Part a numbered item into heading and telling.

    ``start`` is where the words begin behind the number in the first line.
    """
    first = lines[0]
    words = first.view.cut(start, len(first))
    rest = tuple(lines[1:])
    if not words.text.strip(" ：:、.．—-|"):
        return _heading_below(rest)
    if bracketed := IN_BRACKETS.match(words.text):
        heading = words.cut(*bracketed.span("words"))
        return Headed(heading, None, _lines(first, start + bracketed.end(), rest))
    name = NAME_SENTENCE.match(words.text)
    if (
        name
        and name["stop"].startswith(("—", "-"))
        and len(words) <= LONGEST_HEADING
        and not CASE_NAME.search(words.text)
    ):
        end = name.end("name")
        return Headed(words.cut(0, end), words.cut(end, len(words)), rest)
    is_short = len(words) <= LONGEST_CRY
    stop = STOP_INSIDE_MARKED if first.is_marked or is_short else STOP_INSIDE
    if len(words) <= LONGEST_HEADING and rest and not stop.search(words.text):
        marked = first.is_marked or first.lead >= len(first) - 2
        short = len(words) <= LONGEST_PLAIN_HEADING + 15
        named = name is not None and len(name[0]) >= len(words) - 1
        goes_on = words.text.endswith(("，", "、"))
        is_sentence = words.text.endswith("。") and not marked
        if named or ((marked or short) and not goes_on and not is_sentence):
            return _with_subtitle(words, rest)
    lead = first.lead - start
    if 4 <= lead <= LONGEST_HEADING and not STOP_INSIDE.search(words.text[: lead - 1]):
        return Headed(words.cut(0, lead), None, _lines(first, start + lead, rest))
    if name:
        telling = _lines(first, start + name.end(), rest)
        return Headed(words.cut(0, name.end("name")), None, telling)
    return Headed(None, None, _lines(first, start, rest))


def _lines(first: Line, start: int, rest: tuple[Line, ...]) -> tuple[Line, ...]:
    """What the first line tells from ``start`` on, if anything, and the rest."""
    telling = Line(first.view.cut(start, len(first)))
    return (telling, *rest) if telling.text else rest


def _heading_below(lines: tuple[Line, ...]) -> Headed:
    """The number stood alone: the heading, if any, is the next line."""
    if len(lines) > 1 and is_heading(lines[0]) and label_of(lines[0].text) is None:
        return _with_subtitle(lines[0].view, lines[1:])
    if (
        lines
        and 4 <= lines[0].lead <= LONGEST_HEADING
        and not label_of(lines[0].text[: lines[0].lead])
    ):
        # 01 / **某地打掉一团伙。**3月5日，…
        return split_heading(lines, 0)
    if lines and (name := NAME_SENTENCE.match(lines[0].text)):
        heading = lines[0].view.cut(0, name.end("name"))
        return Headed(heading, None, _lines(lines[0], name.end(), lines[1:]))
    return Headed(None, None, lines)


def _with_subtitle(heading: View, lines: tuple[Line, ...]) -> Headed:
    """Take a subtitle, or the second half of a heading broken in two."""
    if len(lines) < 2 or len(lines[0]) > 60:
        return Headed(heading, None, lines)
    second = lines[0]
    if SUBTITLE.match(second.text):
        return Headed(heading, second.view, lines[1:])
    broken = (
        second.is_marked
        and is_heading(second)
        and label_of(second.text) is None
        and not heading.text.endswith(("案", "案件", "谣言", "。", "！", "？"))
        and len(heading) + len(second) <= 60
    )
    if broken:
        return Headed(View.join([heading, second.view]), None, lines[1:])
    return Headed(heading, None, lines)
