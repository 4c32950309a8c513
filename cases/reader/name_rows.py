"""What the mentions of a text's names say of their bearers, rows of names and
sentences taken as wholes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cases.reader.name_weights import (
    A_DEED,
    CAUGHT,
    DEED_BY_ANYBODY,
    OPENS,
    OTHER_BY_DEED,
    OTHER_BY_ROLE,
    QUARREL,
    SUPPLIES,
    TOLD,
    Weight,
    before_name,
    deed_in,
    may_be_subject,
    weigh_mention,
)
from cases.reader.names import Name, names_between
from cases.reader.other_words import (
    IS_ANYBODY,
    OTHER_BEFORE,
    RUMOUR,
    SUFFERS,
)
from cases.reader.suspect_words import (
    CAUGHT_ROWS,
    DESCRIBED,
    FATE,
    LIST,
    LONGEST_LINK,
    MEMBER_END,
    NO_SUBJECT,
    SO_MANY_CAUGHT,
)

_NUMERALS = {"二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8}
_NUMERALS |= {"九": 9, "十": 10}
# 鲍某先后从|薛某处收购手机卡: whoever gets what is illegal.
_GETS_FROM = re.compile(
    "(?:等人|还|又|则|便|先后|多次|陆续|分别){0,2}(?:从|在|由|向|自)[^，。；某]{0,12}"
)
_SENTENCE_REST = re.compile(r"[^。；\n]{0,80}")
# How far before "the three" the three may be named.
_REACH = 300


def weigh_names(text: str, names: Sequence[Name], in_heading: bool) -> list[Weight]:
    """For each mention what it says of its bearer: points, above nought for an
    offender, and the reason."""
    nexts = _next_persons(text, names)
    leads = _leads(text, names)
    caught = _caught_in_rows(text, names)
    rumoured = {
        name.start
        for match in RUMOUR.finditer(text)
        for name in names_between(names, *match.span())
    }
    weights = []
    for name, following, lead in zip(names, nexts, leads, strict=True):
        if name.start in rumoured:
            weights.append((-2.0, "named in what was spread"))
        elif name.start in caught and not OTHER_BEFORE.search(before_name(text, name)):
            weights.append((6.0, CAUGHT))
        else:
            weights.append(weigh_mention(text, name, following, lead, in_heading))
    _pass_along(text, names, weights)
    _reach_over_objects(text, names, weights)
    _share_fate(text, names, weights)
    return weights


def _next_persons(text: str, names: Sequence[Name]) -> list[int]:
    """For each name where the next one stands that is not of the same row."""
    nexts = [len(text)] * len(names)
    for index in range(len(names) - 2, -1, -1):
        is_row = _is_row(text, names[index], names[index + 1])
        nexts[index] = nexts[index + 1] if is_row else names[index + 1].start
    return nexts


def _is_row(text: str, name: Name, following: Name) -> bool:
    """Whether two names stand in one row; no 结识了孙某，孙某手里, which are one."""
    between = text[name.end : following.start]
    return (
        name.name != following.name
        and len(between) <= LONGEST_LINK
        and bool(LIST.fullmatch(between))
    )


def _caught_in_rows(text: str, names: Sequence[Name]) -> set[int]:
    """Where the names begin that are members of a row of people caught."""
    caught: set[int] = set()
    for pattern in CAUGHT_ROWS:
        for match in pattern.finditer(text):
            start, end = match.span("row")
            caught |= {
                name.start
                for name in names_between(names, start, end)
                if MEMBER_END.match(text, name.end, end)
            }
    return caught


def _leads(text: str, names: Sequence[Name]) -> list[str]:
    """For each name what stands before the first name of its row."""
    leads: list[str] = []
    for index, name in enumerate(names):
        if (
            index
            and name.start > names[index - 1].end
            and _is_row(text, names[index - 1], name)
        ):
            leads.append(leads[-1])
        else:
            leads.append(before_name(text, name))
    return leads


def _pass_along(text: str, names: Sequence[Name], weights: list[Weight]) -> None:
    """Let a role pass along a row of names: 被告人孙某、李某和周某."""
    for index in range(1, len(names)):
        between = text[names[index - 1].end : names[index].start]
        points, own = weights[index]
        earlier, reason = weights[index - 1]
        bracket = between.startswith("（") and len(between) <= 14
        plain = _is_row(text, names[index - 1], names[index])
        listed = bracket and re.search(r"）(?:、|和|与|及|以及)$", between)
        described = _is_open(own, earlier) and DESCRIBED.fullmatch(between)
        if not (plain or listed or described):
            continue
        if reason == OTHER_BY_DEED:
            continue  # 钱某（被害人）与汤某系同事
        if (
            abs(earlier) > abs(points)
            or abs(points) < 1
            or (own == IS_ANYBODY and earlier > 1)
        ):
            weights[index] = (earlier, reason)
    # The row's last name may be the one that is told about: 孙某、李某等人被抓获.
    for index in range(len(names) - 2, -1, -1):
        between = text[names[index].end : names[index + 1].start]
        points, own = weights[index]
        later, reason = weights[index + 1]
        described = later > 2 and own == TOLD and DESCRIBED.fullmatch(between)
        plain = _is_row(text, names[index], names[index + 1])
        if between and (plain or described):
            if reason in (IS_ANYBODY, OTHER_BY_ROLE, QUARREL) and re.search(
                "[、和与及同跟]", between
            ):
                continue  # 段某和女友雷某, 丁某与魏某发生纠纷: the latter alone
            if abs(later) > abs(points):
                weights[index] = (later, reason)


def _is_open(own: str, earlier: float) -> bool:
    """Whether a member of a row with a description of its own may be what the one
    before is: 骗取同事钱某、好友孙某, 抓获群主钱某、负责取款的孙某."""
    if earlier >= 2:
        return own in (TOLD, IS_ANYBODY)
    return earlier < -2 and own in (TOLD, IS_ANYBODY, DEED_BY_ANYBODY)


def _reach_over_objects(
    text: str, names: Sequence[Name], weights: list[Weight]
) -> None:
    """Let a sentence's end tell of its subject, where those named between are what it
    is about: 顾某用侯某的身份证办卡，被抓获; 邝某从黄某手里收来手机，卖给境外."""
    for index, name in enumerate(names):
        points, reason = weights[index]
        if (
            points >= 5.0
            or points < -1.0
            or not may_be_subject(before_name(text, name))
        ):
            continue
        fate = FATE.match(text, name.end)
        if fate is not None:
            others = len(names_between(names, name.end, fate.end()))
            between = weights[index + 1 : index + 1 + others]
            if between and all(p <= -1.0 or r == SUPPLIES for p, r in between):
                weights[index] = (5.0, CAUGHT)
        elif index + 1 < len(names) and weights[index + 1][1] == SUPPLIES:
            if _GETS_FROM.fullmatch(text[name.end : names[index + 1].start]):
                weights[index] = (2.0, "gets illegal goods")
        elif reason in (TOLD, OPENS):
            rest = _SENTENCE_REST.search(text, name.end)
            told = rest.group() if rest else ""
            deed = deed_in(told)
            if (
                deed
                and not SUFFERS.search(told, 0, deed.start())
                and all(
                    NO_SUBJECT.search(before_name(text, other))
                    for other in names_between(names, name.end, name.end + len(told))
                )
            ):
                weights[index] = (1.1, A_DEED)


def _share_fate(text: str, names: Sequence[Name], weights: list[Weight]) -> None:
    """Let what befell so many pass to those named, where they are as many:
    孙某、李某开设网站。…两人均被刑事拘留."""
    for match in SO_MANY_CAUGHT.finditer(text):
        number = _NUMERALS.get(match["number"]) or int(match["number"])
        told: dict[str, list[int]] = {}
        for index, name in enumerate(names):
            if match.start() - _REACH <= name.start < match.start():
                told.setdefault(name.name, []).append(index)
        for places in _so_many(text, told, number, names, weights, match.start()):
            if weights[places[-1]][0] < 5.0:
                weights[places[-1]] = (5.0, CAUGHT)


def _so_many(
    text: str,
    told: dict[str, list[int]],
    number: int,
    names: Sequence[Name],
    weights: Sequence[Weight],
    end: int,
) -> list[list[int]]:
    """Where those are named who are so many: all of a passage's, or those of its
    last sentences, of whom nothing tells that they are no offenders."""
    open_ones, doubtful = (
        [
            places
            for places in told.values()
            if sum(weights[place][0] for place in places) > least
        ]
        for least in (-1.0, -2.5)
    )
    if len(open_ones) == number:
        return open_ones
    if text.startswith("等", end - 1):
        return doubtful if len(doubtful) == number else []  # 钱某等四人: not all named
    # Of the last sentence, the last two, ..., as soon as they are enough.
    sentence = end
    while (sentence := _sentence_before(text, sentence)) > 0:
        for those in (open_ones, doubtful):
            near = [places for places in those if names[places[-1]].start >= sentence]
            if len(near) == number:
                return near
        if len(near) > number:
            break
    return doubtful if len(doubtful) == number else []


def _sentence_before(text: str, end: int) -> int:
    """Where the sentence before a place begins; -1 when none does in reach."""
    first = max(0, end - _REACH)
    return max(text.rfind(mark, first, end - 1) for mark in "。；\n") + 1 or -1
