"""Layouts in which headings or labels without a number open the cases."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from cases.reader.agencies import AgencyMention, find_agencies
from cases.reader.announcements import goes_back
from cases.reader.commentary import label_of, opening_label
from cases.reader.headings import (
    IN_BRACKETS,
    NAME_SENTENCE,
    SUBTITLE,
    UNIT_ALONE,
    is_heading,
    split_heading,
)
from cases.reader.lines import Line
from cases.reader.numbering import words_start
from cases.reader.plans import (
    CLEAR_CASE,
    SHORTEST_CASE,
    SURE_CASE,
    Item,
    Plan,
    between,
    make_passage,
    make_plan,
    recurring,
)
from cases.reader.signs import CASE_NAME, NAMED, signs_of
from cases.reader.titles import title_parts


def section_plans(lines: Sequence[Line], title: str) -> Iterator[Plan]:
    """Every plan that takes sections of the article for cases."""
    own = [place for place, line in enumerate(lines) if _is_case_heading(line)]
    yield from _named(lines, title, own)
    yield from _labelled(lines, title)
    yield from _opened_by_label(lines, title)
    yield from _forms(lines, title)
    yield from _headed(lines, title, own)
    yield from _under_units(lines, title)
    yield from _by_titles(lines, title)


# -- headings that name a case ------------------------------------------------

SHORTEST_NAME = 5  # 张某诈骗案


def _named(lines: Sequence[Line], title: str, own: list[int]) -> Iterator[Plan]:
    """Headings that name a case, in lines of their own or opening paragraphs."""
    leads = [place for place, line in enumerate(lines) if _opens_with_name(line)]
    for name, places in (("named headings", own), ("named openings", leads)):
        if len(places) >= 2:
            yield make_plan(name, lines, title, _items(lines, places))


def _items(lines: Sequence[Line], places: Sequence[int]) -> list[Item]:
    """Items from place to place, their words behind a number if they have one."""
    return [
        (start, stop, words_start(lines[start].text))
        for start, stop, _ in between(places, len(lines))
    ]


def _is_case_heading(line: Line) -> bool:
    return (
        len(line) >= SHORTEST_NAME
        and is_heading(line)
        and CASE_NAME.search(line.text) is not None
        and label_of(line.text) is None
    )


def _opens_with_name(line: Line) -> bool:
    """张某诈骗案。2024年…, the same in bold, or 【张某诈骗案】2024年…"""
    if line.lead >= SHORTEST_NAME and CASE_NAME.search(line.text[: line.lead]):
        return True
    if bracketed := IN_BRACKETS.match(line.text):
        return CASE_NAME.search(bracketed["words"]) is not None
    name = NAME_SENTENCE.match(line.text)
    if name is None or name["stop"] != "。":
        return False
    return len(name[0]) <= len(line) - SHORTEST_CASE


# -- labels -------------------------------------------------------------------

# 案例：某某非法获取信息, without a number
LABELLED_CASE = re.compile(
    r"^[【\[]?(?:典型|真实|相关)?(?:案例|案件|案情)[】\]]?[：:](?=.{4,50}$)"
)


def _labelled(lines: Sequence[Line], title: str) -> Iterator[Plan]:
    """Headings 案例：… without a number; the next heading ends the case."""
    items: list[Item] = []
    for place, line in enumerate(lines[:-1]):
        label = LABELLED_CASE.match(line.text)
        if label is None or not (line.is_marked or is_heading(line)):
            continue
        stop = place + 1
        while stop < len(lines) and not _ends_labelled(lines[stop]):
            stop += 1
        if stop > place + 1:
            items.append((place, stop, label.end()))
    if items:
        yield make_plan("case", lines, title, items)


def _ends_labelled(line: Line) -> bool:
    if LABELLED_CASE.match(line.text):
        return True
    return line.is_marked and is_heading(line) and label_of(line.text) is None


def _opened_by_label(lines: Sequence[Line], title: str) -> Iterator[Plan]:
    """The same label opens the telling of each case (基本案情 … 基本案情 …), below
    the case's heading if it has one."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        if label := opening_label(line.text):
            places[label].append(place)
    for found in places.values():
        if len(found) < 2:
            continue
        starts = [_with_heading(lines, place) for place in found]
        items = [
            (start, stop, 0 if start == place else words)
            for place, (start, stop, words) in zip(
                found, _items(lines, starts), strict=True
            )
            if start < stop  # else the label is the next one's heading
        ]
        if len(items) > 1:
            yield make_plan("labels", lines, title, items)


# How the form of a penalty begins: 当事人：某某医院 / 违法事实：… / 处罚结果：…
FORM = re.compile(
    r"(?:当事人|违法(?:行为|嫌疑)?人|行政处罚决定书文号|被处罚(?:人|单位|企业)|处罚对象"
    r"|行政相对人|违法(?:主体|单位|当事人)|涉事单位|单位名称|案件名称|案由)[：:]"
)
PENALTY = re.compile(
    r"(?:处罚|处理)(?:结果|决定|内容|情况|种类)?[：:]|(?:警告|罚款|责令)(?=[，。；])"
)


def _forms(lines: Sequence[Line], title: str) -> Iterator[Plan]:
    """Penalties in forms that each begin with the same label."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        if label := FORM.match(line.text):
            places[label[0]].append(place)
    for found in places.values():
        if len(found) < 2:
            continue
        starts = [_with_heading(lines, place) for place in found]
        items = [(start, stop, 0) for start, stop, _ in _items(lines, starts)]
        plan = make_plan("forms", lines, title, items)
        # A form with a penalty in it needs no sentence that tells one.
        passages = tuple(
            replace(one, score=1.0) if PENALTY.search(one.text) else one
            for one in plan.passages
        )
        cases = sum(one.score >= SURE_CASE for one in passages) / len(passages)
        features = {**plan.features, "cases": cases, "bare headings": 0.0}
        yield replace(plan, passages=passages, features=features)


def _with_heading(lines: Sequence[Line], place: int) -> int:
    """Where the heading above a label begins; the label's place without one."""
    above = place - 1
    if above > 0 and SUBTITLE.match(lines[above].text):
        above -= 1
    if above < 0 or label_of(lines[above].text) is not None:
        return place
    return above if is_heading(lines[above]) else place


# -- headlines ----------------------------------------------------------------

# A share of the items, where a few may be told in another way.
MOST = 0.8
MOST_ANNOUNCED = 0.66
FEW = 0.34
HALF = 0.5


def _headed(lines: Sequence[Line], title: str, own: list[int]) -> Iterator[Plan]:
    """Headlines of any words, each above or opening a case told from its start:
    by somebody's name or, where the text announces cases, an arrest of its own;
    those that name a case are the ``own`` ones."""
    plain = [place for place in range(len(lines)) if _is_headline(lines, place)]
    marked = [place for place in plain if lines[place].is_marked]
    leads = [place for place, line in enumerate(lines) if _has_lead(line)]
    seen = [own]
    for places in (marked, plain, leads):
        if not 2 <= len(places) <= MOST_HEADLINES or places in seen:
            continue
        seen.append(places)
        items = _items(lines, places)
        # What an account says of itself, where the law draws the line.
        while len(items) > 2 and not (items[0][2] or _tells(lines, items[0])):
            items.pop(0)
        while len(items) > 2 and not (items[-1][2] or _tells(lines, items[-1])):
            items.pop()
        # The last chapter of a survey of cases, numbered like them, says what to do.
        if len(items) > FEWEST_OF_A_SURVEY and not _tells(lines, items[-1]):
            items.pop()
        plan = make_plan("headlines", lines, title, items)
        if _each_tells_a_case(plan):
            yield plan


MOST_HEADLINES = 300
FEWEST_OF_A_SURVEY = 3
SHORTEST_BELOW = 12  # the line below a headline in bold


def _tells(lines: Sequence[Line], item: Item) -> bool:
    """Whether an item may tell of a case at all."""
    return make_passage(lines, item, "headlines").score >= SURE_CASE


def _is_headline(lines: Sequence[Line], place: int) -> bool:
    """Whether a line is a heading above a paragraph, and no label."""
    line = lines[place]
    below = lines[place + 1] if place + 1 < len(lines) else None
    return (
        below is not None
        and len(line) >= SHORTEST_NAME
        and len(below) >= (SHORTEST_BELOW if line.is_marked else SHORTEST_CASE)
        and is_heading(line)
        and not is_heading(below)
        and label_of(line.text) is None
    )


def _has_lead(line: Line) -> bool:
    """Whether a paragraph opens with a headline in bold or in brackets."""
    if not line.lead and not line.text.startswith(("【", "〖")):
        return False
    headed = split_heading([line], 0)
    return (
        headed.heading is not None
        and label_of(headed.heading.text) is None
        and sum(map(len, headed.lines)) >= SHORTEST_BELOW
    )


def _each_tells_a_case(plan: Plan) -> bool:
    """Whether the items are cases of their own and no parts of one story."""
    count = len(plan.passages)
    told = ["\n".join(line.text for line in one.lines) for one in plan.passages]
    caught = sum(signs_of(text).catching > 0 for text in told)
    # Those that the text announces need be less clear.
    enough = SURE_CASE if plan.is_announced else CLEAR_CASE
    clear = sum(passage.score >= enough for passage in plan.passages)
    share = MOST_ANNOUNCED if plan.is_announced else MOST
    # Announced cases may look back at another: 与钱某等人不同，孙某是一个人.
    most = HALF if plan.features["announced"] else FEW
    if (
        caught < count * MOST
        or clear < count * share
        or recurring(plan.passages) > most
    ):
        return False
    if plan.is_announced:
        return True
    named = sum(NAMED.search(text) is not None for text in told)
    looks_back = any(map(goes_back, told[1:]))
    opens = named >= count * MOST and plan.features["openings"] >= MOST
    return (opens or plan.features["own ends"] > 0) and not looks_back


# -- units --------------------------------------------------------------------


def _under_units(lines: Sequence[Line], title: str) -> Iterator[Plan]:
    """Units named alone in their lines, each above a case of its own."""
    places = [
        place
        for place, (line, below) in enumerate(pairwise(lines))
        if _is_unit(line) and not is_heading(below)
    ]
    if not 2 <= len(places) <= MOST_HEADLINES:
        return
    plan = make_plan("units", lines, title, between(places, len(lines)))
    # The unit's name tells whose case it is, and is no name of the case.
    passages = tuple(
        replace(one, heading=None, subtitle=None, lines=tuple(lines[start:stop]))
        for one, (start, stop, _) in zip(plan.passages, plan.items, strict=True)
    )
    plan = replace(plan, passages=passages)
    if min(passage.score for passage in passages) >= SURE_CASE:
        yield plan


def _is_unit(line: Line) -> bool:
    """Whether a line is an authority's name and no more: 城东派出所："""
    words = line.text.rstrip(":：")
    if UNIT_ALONE.fullmatch(words):
        return True
    named = find_agencies(words) if len(words) <= LONGEST_UNIT else []
    return len(named) == 1 and named[0].words == words


LONGEST_UNIT = 30


# -- the article's own titles ---------------------------------------------------


def _by_titles(lines: Sequence[Line], title: str) -> Iterator[Plan]:
    """Sections of an article whose title has as many headlines (主犯获刑十年 |
    卖信息的人被判三年), each a case by itself and opened by another office of one
    kind: the chapters of a story have the same one, or its police and its court."""
    parts = title_parts(title)
    if len(parts) < 2:
        return
    places = [
        place
        for place in range(len(lines))
        if lines[place].is_marked and _is_headline(lines, place)
    ]
    if len(places) != len(parts):
        return
    offices = [_first_office(lines[place + 1].text) for place in places]
    named = [one for one in offices if one is not None]
    if (
        len({one.words for one in named}) < len(parts)
        or len({one.kind for one in named}) > 1
    ):
        return
    plan = make_plan("titles", lines, title, _items(lines, places))
    if min(passage.score for passage in plan.passages) >= CLEAR_CASE:
        yield plan


def _first_office(text: str) -> AgencyMention | None:
    """The first authority with a place that handles what a paragraph tells."""
    found = find_agencies(text)
    return next((one for one in found if one.chain and one.role == "handles"), None)
