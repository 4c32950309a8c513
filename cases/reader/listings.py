"""Layouts that list several cases: by numbers, sections or paragraphs.

Each function yields the plans that an article's lines allow; ``passages`` chooses.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from cases.reader.agencies import AgencyMention, find_agencies
from cases.reader.commentary import label_of
from cases.reader.headings import is_heading
from cases.reader.lines import Line
from cases.reader.numbering import CASE_FAMILIES, Marker, markers, numeral, runs
from cases.reader.plans import (
    CLEAR_CASE,
    LEAD_LENGTH,
    PROMISED,
    SURE_CASE,
    Item,
    Plan,
    between,
    make_plan,
)
from cases.reader.sections import section_plans
from cases.reader.signs import (
    AUTHORITY,
    CATCHING,
    GENERAL,
    case_score,
    signs_of,
)


def listed_plans(lines: Sequence[Line], title: str) -> Iterator[Plan]:
    """Every plan that takes the article for a list of cases."""
    yield from _numbered(lines, title)
    yield from section_plans(lines, title)
    yield from _paragraphs(lines, title)
    yield from _connected(lines, title)


def numbered_lists(lines: Sequence[Line]) -> Iterator[tuple[str, list[Item]]]:
    """The items of every rising run of numbers, with the numbers' family."""
    found = list(markers([line.text for line in lines]))
    for run in runs(found):
        stops = [marker.line for marker in run[1:]]
        stops.append(_run_end(found, run, len(lines)))
        yield (
            run[0].family,
            [
                (marker.line, stop, marker.end)
                for marker, stop in zip(run, stops, strict=True)
            ],
        )


def _run_end(found: Sequence[Marker], run: Sequence[Marker], end: int) -> int:
    """Where the last item ends: at the next number of a list that contains this
    one or begins it anew."""
    firsts = {marker.family: marker.line for marker in reversed(found)}
    place = bisect_right(found, run[-1].line, key=lambda marker: marker.line)
    for marker in found[place:]:
        if marker.family == run[0].family or firsts[marker.family] < run[0].line:
            return marker.line
    return end


def _numbered(lines: Sequence[Line], title: str) -> Iterator[Plan]:
    """Numbered items; a single one only if its number is a case's (案例一)."""
    lists: dict[str, list[list[Item]]] = defaultdict(list)
    for family, items in numbered_lists(lines):
        lists[family].append(items)
        if len(items) > 1 or family in CASE_FAMILIES:
            yield make_plan(family, lines, title, items)
    for family, several in lists.items():
        # （一）（二） of each kind of cases, 一、二、三: all of them together
        together = [item for items in several for item in items]
        if len(several) > 1 and len(together) >= FEWEST_TOGETHER:
            yield make_plan(family, lines, title, together)


FEWEST_TOGETHER = 3
# 【苏州】, 苏州：, 无独有偶。: what may stand before a paragraph's own beginning
BEFORE_OPENING = re.compile(r"【[一-鿿]{2,8}】|[一-鿿]{2,6}：|无独有偶[，。]")
WHEN = (
    r"(?:(?:近日|日前|近期|前不久|不久前|今年以来"
    r"|(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?"
    r"|(?:今年)?\d{1,2}月(?:\d{1,2}日|上旬|中旬|下旬|初|底)?)[，,]?)"
)
# 某某分局: a name of its own, though not a known place's
OWN_NAME = re.compile(r"^[一-鿿]{2,4}(?:分局|派出所)$")
# 近日，某市公安局…; the authority is looked up by ``agencies``
BY_TIME = re.compile(WHEN)
# 5月3日，网民张某…
BY_OFFENDER = re.compile(
    WHEN + r"?[一-鿿]{0,10}?(?P<name>[一-鿿](?:某[某甲乙丙丁]?[一-鿿]?|×{1,2}|\*{1,2}))"
)
# 江州某公交公司…, where the text counts them: 两家单位被处罚
BY_OPERATOR = re.compile(
    r"[一-鿿]{0,8}某[一-鿿]{0,10}(?:公司|企业|单位|学校|高校|学院|医院|机构|平台|酒店|银行"
    r"|中心|门店|网吧|App|APP|网站)"
)
COUNTED = re.compile(
    r"(?P<n>\d{1,2}|[两二三四五六七八九十]{1,2})(?:家|名|起|例|个|所|款)"
    r"[^，。；]{0,8}?(?:单位|企业|公司|学校|平台|网站|机构|网民|人员|案|App|APP|账号)"
)
SHORTEST_PARAGRAPH = 24
OPENING_LENGTH = 40  # an authority's name with its places ends before
MOST_PARAGRAPHS = 300


def _paragraphs(lines: Sequence[Line], title: str) -> Iterator[Plan]:
    """Paragraphs that each tell a case of their own.

    They open with another authority each, or with another offender before another
    authority; or they are announced as cases and open with a date or an offender.
    """
    places: list[int] = []
    seats: list[AgencyMention] = []
    dated: list[int] = []
    for place, line in enumerate(lines):
        before = BEFORE_OPENING.match(line.text)
        text = line.text[before.end() if before else 0 :][:LEAD_LENGTH]
        if len(text) < SHORTEST_PARAGRAPH or not CATCHING.search(text):
            continue
        agency = _opening_agency(text)
        opens = BY_TIME.match(text) or BY_OFFENDER.match(text)
        operator = BY_OPERATOR.match(text)
        # Who is fined says less of himself than who is caught.
        least = SURE_CASE if operator else CLEAR_CASE
        opens = opens or operator
        if not (agency or opens) or case_score(signs_of(text)) < least:
            continue
        if opens:
            dated.append(place)
        if agency is not None:
            places.append(place)
            seats.append(agency)
        if len(places) == MOST_PARAGRAPHS or len(dated) == MOST_PARAGRAPHS:
            break
    different = sum(
        not any(_may_be_one(agency, other) for other in seats[:place])
        for place, agency in enumerate(seats)
    )
    if different >= 2 and different >= len(seats) * 0.8:
        places = _with_headlines(lines, places)
        yield make_plan("authorities", lines, title, between(places, len(lines)))
    elif len(dated) >= 2 and _is_announced(lines, title, dated):
        yield make_plan("paragraphs", lines, title, between(dated, len(lines)))


# Paragraphs that go over to another case: 无独有偶, 还有一起, 第三个故事的主角
NEXT_CASE = re.compile(
    r"无独有偶|(?:还|另)有一(?:起|件|个|名|例|位)|另外?一(?:起|件)"
    r"|(?:而|同样|与此同时，?)?在另外?一(?:起|件|个|名)"
    r"|第[二三四五六](?:个(?:故事|案例|案件|案子|人|主角)|位|起案|件案)"
    r"|再(?:看|来看|说)(?:一起|另一|第[二三四])"
)
LONGEST_ANNOUNCEMENT = 120
FIRST_CASE = re.compile(
    r"第一(?:个(?:故事|案例|案件|案子|人|主角)|位|起案|件案)|先(?:看|来看|说)(?:一起|第一)"
)
# ... where the text says that it tells several: 讲述了几个故事, 三起案件, 三个帮忙的人
SEVERAL = re.compile(
    r"(?:[几多数两二三四五六七八九十]|\d{1,2})(?:起|个|件|则)[^，。；]{0,16}(?:案|故事)"
    r"|(?:[几两二三四五六]个|[几两三四五六]位)[^，。；]{0,10}(?:的人|年轻人|被告人|当事人)"
    # 两名黑客分别在英美获刑
    r"|[两二三四五六][名人个地家][^，。；]{0,12}分别"
)


def _connected(lines: Sequence[Line], title: str) -> Iterator[Plan]:
    """Cases told one after another in prose, each but the first opened by a word
    that goes over to it, where the text says that there are several."""
    before = title + "\n".join(line.text for line in lines)[:LEAD_LENGTH]
    later = [p for p, line in enumerate(lines) if p and NEXT_CASE.match(line.text)]
    if not later or not (PROMISED.search(before) or SEVERAL.search(before)):
        return
    before_second = range(later[0])
    said = [p for p in before_second if FIRST_CASE.match(lines[p].text)]
    # What announces the stories is none of them.
    opening = lines[0].text
    if len(lines[0]) <= LONGEST_ANNOUNCEMENT and SEVERAL.search(opening):
        before_second = range(1, later[0])
    told = [p for p in before_second if not GENERAL.search(lines[p].text)]
    first = next(iter(said + told), later[0])
    if first < later[0]:
        places = [first, *later]
        plan = make_plan("connected", lines, title, between(places, len(lines)))
        if all(
            one.score >= SURE_CASE and CATCHING.search(one.text)
            for one in plan.passages
        ):
            yield plan


def _is_announced(lines: Sequence[Line], title: str, places: Sequence[int]) -> bool:
    """Whether the words before promise cases, and the paragraphs follow each other
    without others between."""
    before = title + "\n".join(line.text for line in lines[: places[0]])[-200:]
    together = places[-1] - places[0] + 1 <= len(places) * 1.25
    counted = {numeral(match["n"]) for match in COUNTED.finditer(before)}
    return together and (PROMISED.search(before) is not None or len(places) in counted)


def _with_headlines(lines: Sequence[Line], places: Sequence[int]) -> list[int]:
    """The places, each moved up to its own headline if most have one."""
    headed = {place for place in places if _is_headed(lines, place)}
    if len(headed) < len(places) * 0.8:
        return list(places)
    return [place - (place in headed) for place in places]


def _opening_agency(text: str) -> AgencyMention | None:
    """The authority that a paragraph is about, if it opens the paragraph or an
    offender does."""
    when = BY_TIME.match(text)
    opens = when.end() if when else 0
    by_offender = BY_OFFENDER.match(text) is not None
    if not by_offender and not AUTHORITY.search(text, opens, opens + OPENING_LENGTH):
        return None
    for one in find_agencies(text if by_offender else text[: opens + OPENING_LENGTH]):
        if (one.chain or OWN_NAME.search(one.words)) and one.role == "handles":
            return one if by_offender or one.start <= opens + 2 else None
    return None


def _is_headed(lines: Sequence[Line], place: int) -> bool:
    """Whether the line above is the paragraph's own headline."""
    if place == 0:
        return False
    above = lines[place - 1]
    return is_heading(above) and label_of(above.text) is None


def _may_be_one(one: AgencyMention, other: AgencyMention) -> bool:
    """Whether two authorities may handle one case: police and court, a city's and
    its district's."""
    if one.kind != other.kind:
        return True
    if one.place is None or other.place is None:
        return one.words in other.words or other.words in one.words
    first, second = one.place.names, other.place.names
    shorter = min(len(first), len(second))
    return first[:shorter] == second[:shorter]
