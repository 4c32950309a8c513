"""Places that tell a case's region without an authority's name: in headings and
titles, and where the story happened."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from cases.reader.abroad import COUNTRIES
from cases.reader.agencies import AgencyMention, Chain
from cases.reader.clean import View
from cases.reader.context import CaseContext
from cases.reader.gazetteer import (
    Division,
    PlaceMention,
    find_places,
    gazetteer,
    resolve,
)
from cases.reader.results import Found, Place

Region = Found[Place]

# A place in brackets that closes a heading: 王某诈骗案（江苏南京）.
CLOSING = re.compile(r"[（(\[【](?P<place>[^（）()\[\]【】\n]{2,16})[）)\]】]\s*$")

# What follows a place that opens a heading and is the handlers': the case's name
# (福建泉州“5·27”诈骗案), its first offender (浙江温州陈某等人诈骗案) or the handlers'
# deed (江苏破获). Not 江苏一男子 (a person's place).
NAMED_CASE = re.compile(
    r"[：:·]?(?:[“\"]|\d|(?:网民|居民)?(?!某|一|两|网民|居民)[一-龥]{1,2}某[^。\n]*案)"
)
DEED = re.compile(
    r"(?:成功|联合|依法)?(?:侦破|破获|查处|打掉|抓获|捣毁|侦办|办理|通报|公布|严惩)"
    r"|特大|系列"
)

# A company that was punished, most likely where it sits (江苏南京某公司未履行义务案)
# unless a higher authority's bulletin tells it.
COMPANY = re.compile(
    r"某[一-龥]{0,12}?(?:公司|企业|集团|学校|大学|医院|单位|中心|平台|酒店|机构|协会"
    r"|商场"
    r"|网站|App|APP)"
)

# A place that is no scene: 广东来的, 湖北籍, 四川人, and where one fled or went.
ORIGIN = re.compile(r"来的|籍|人[，、。（）某]|男子|女子|网友|网民|某")
# In a heading only these: 深圳某公司未履行义务案 happened where its company sits.
HEADING_ORIGIN = re.compile(r"来的|籍|人[，、。（）某]")


@lru_cache(maxsize=16)  # a bulletin's title is read for each case
def places_in(text: str) -> tuple[str, ...]:
    """Codes of the unambiguous places of a short text, chains taken as one."""
    found = []
    for chain in chains(find_places(text)):
        meant = resolve([mention.candidates for mention in chain])
        if meant.division and not meant.rivals:
            found.append(meant.division.code)
    return tuple(found)


def chains(found: Iterable[PlaceMention]) -> list[list[PlaceMention]]:
    """Mentions that touch each other, put together."""
    joined: list[list[PlaceMention]] = []
    for mention in found:
        if joined and joined[-1][-1].end == mention.start:
            joined[-1].append(mention)
        else:
            joined.append([mention])
    return joined


# What goes on behind a county's short name that opens a text: 高邮的一家民宿
GOES_ON = re.compile(
    r"的|一[名家男女个起位]|某|这|则|也|又|警方|网警|公安|法院|检察"
    r"|网民|居民|市民|群众|村民|男子|女子|男孩|女孩|[：:]"
)
OPENING_LENGTH = 40


def opening_place(text: str) -> str:
    """The code of the place that opens a text; empty if none does.

    >>> opening_place("烟台一男子在直播间开设赌局"), opening_place("一男子在烟台")
    ('370600', '')
    """
    first = next(iter(chains(find_places(text[:OPENING_LENGTH]))), None)
    if first is not None and first[0].start == 0:
        named = [mention.candidates for mention in first]
    else:
        mention = gazetteer().at(text, 0)
        if mention is None or not GOES_ON.match(text, mention.end):
            return ""
        named = [mention.candidates]
    division = resolve(named).division
    return division.code if division else ""


def is_abroad(case: CaseContext) -> bool:
    """Whether a telling names a foreign country early and no place of China."""
    text = case.narrative.text[:200]
    return any(name in text for name in COUNTRIES) and not find_places(text)


# The rule that reads a place from whose deed the heading tells.
BY_DEED = "scenes.heading-deed"


def heading_place(case: CaseContext) -> Region | None:
    """A place in brackets at the heading's end, or one that opens it."""
    if case.heading is None:
        return None
    text = case.heading.text
    closing = CLOSING.search(text)
    if closing is not None:
        found = find_places(closing["place"])
        if found and "".join(one.words for one in found) == closing["place"]:
            division = resolve([one.candidates for one in found]).division
            if division is not None:
                return Found(
                    gazetteer().place(division.code),
                    case.heading.spans(closing.start("place"), closing.end("place")),
                    "scenes.heading-end",
                    "the place in brackets that closes the heading",
                )
    opening = next(iter(chains(find_places(text[:30]))), None)
    after = opening[-1].end if opening else 0
    named = NAMED_CASE.match(text, after)
    deed = DEED.match(text, after) or (
        COMPANY.match(text, after) if not case.seats else None
    )
    if opening and opening[0].start == 0 and (named or deed):
        division = resolve([one.candidates for one in opening]).division
        if division is not None:
            return Found(
                gazetteer().place(division.code),
                case.heading.spans(0, opening[-1].end),
                "scenes.heading-case" if named else BY_DEED,
                "the place that opens the heading",
            )
    return None


BRACKETS = "【[〔（("


def labelled_place(case: CaseContext, seat: str) -> Region | None:
    """The place within a seat (a code) that opens the heading, or in brackets the text:
    苏州公安's 【张家港】10月8日，塘桥派出所抓获…; 瑞丽“2·11”偷渡案.

    Within its own city a county needs no 市 or 县 to be meant.
    """
    table = gazetteer()
    for view, is_bare in ((case.heading, True), (case.narrative, False)):
        if view is None or not view.text:
            continue
        start = int(view.text[0] in BRACKETS)
        mention = table.at(view.text, start) if start or is_bare else None
        within = [
            one
            for one in (mention.candidates if mention else ())
            if one.code != seat and table.is_within(one.code, seat)
        ]
        is_company = mention and COMPANY.match(view.text, mention.end)
        if mention and len(within) == 1 and not is_company:
            return Found(
                table.place(within[0].code),
                view.spans(mention.start, mention.end),
                "scenes.label",
                "the place within the authority's seat that opens the item",
            )
    return None


def title_place(title: str) -> Region | None:
    """The place in a story's title whose deed it tells: 扬州破获一起赌博案."""
    for chain in chains(find_places(title)):
        division = resolve([one.candidates for one in chain]).division
        if division is not None and DEED.match(title, chain[-1].end):
            return Found(
                gazetteer().place(division.code),
                (),
                "scenes.title",
                "the title tells whose deed it was",
                "inferred",
            )
    return None


def common_place(several: AgencyMention, context: list[str]) -> str | None:
    """The code of the smallest division that holds all places of a list, a city
    or a province; None when they lie in different provinces."""
    table = gazetteer()
    parts: list[Chain] = [*several.others]
    if several.chain:
        parts.append(several.chain)
    codes = []
    for part in parts:
        division = resolve(part, context).division
        if division is None:
            return None
        codes.append(division.code)
    paths = [list(table.ancestors(code)) for code in codes]
    shared = [code for code in paths[0] if all(code in path for path in paths)]
    return shared[0] if shared else None


COUNTIES = "县旗"


def _of_level(division: Division, levels: str) -> Division:
    """The division itself if its name ends in one of the levels; else its city or
    province."""
    if division.is_county and division.name.endswith(tuple(levels)):
        return division
    return gazetteer().divisions[division.city or division.province]


# The authority of an operator's place, which may be named behind it: 属地网信部门约谈
# 江苏省某市某公司.
WHERE_IT_IS = ("属地", "所在地")
OPERATOR_BEHIND = re.compile("某|一家")


def _operators(view: View, start: int) -> list[tuple[Division, View, int, int]]:
    """The place of the first operator named behind ``start``."""
    found = []
    for chain in chains(find_places(view.text)):
        meant = resolve([one.candidates for one in chain])
        first, end = chain[0].start, chain[-1].end
        if first >= start and meant.division and OPERATOR_BEHIND.match(view.text, end):
            found.append((meant.division, view, first, end))
    return found[:1]


def scene(case: CaseContext, local: AgencyMention) -> Region | None:
    """The county or city of the story, before 当地公安 says who handled it:
    the heading's place, or else the narrative's first; a place of the narrative
    inside it makes it more precise."""
    table = gazetteer()
    # 被区公安分局查处: the district's own; 当地公安: the county's, if it is named
    levels = local.words[:1] if local.scope == "own" else COUNTIES
    found: list[tuple[Division, View, int, int]] = []
    for view, end, origin in (
        (case.heading, None, HEADING_ORIGIN),
        (case.narrative, local.start, ORIGIN),
    ):
        text = view.text[:end] if view else ""
        for chain in chains(find_places(text)):
            meant = resolve([one.candidates for one in chain])
            if view and meant.division and not origin.match(text, chain[-1].end):
                division = _of_level(meant.division, levels)
                found.append((division, view, chain[0].start, chain[-1].end))
    if not found and local.words.startswith(WHERE_IT_IS):
        found += _operators(case.narrative, local.end)
    if not found:
        return None
    best = found[0]
    for one in found:
        if one[0] != best[0] and table.is_within(one[0].code, best[0].code):
            best = one
            break
    division, view, start, end = best
    return Found(
        table.place(division.code),
        view.spans(start, end),
        "scenes.scene",
        "the place of the story, whose authority handled it",
    )
