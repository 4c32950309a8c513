"""Counts of persons added up, where they are plainly different persons."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cases.reader.count_chains import (
    told_by_other_names,
    told_one_after_another,
    value_of,
)
from cases.reader.count_words import PART, Stage
from cases.reader.counts import Count
from cases.reader.names import find_names
from cases.reader.results import Found, Qualifier


def summed(counts: Sequence[Count], rule: str, reason: str) -> Found[int]:
    """Counts added up to one value, with the first qualifier that is not exact."""
    rough: Qualifier = next(
        (count.qualifier for count in counts if count.qualifier != "exact"), "exact"
    )
    spans = {
        span for count in counts for span in count.view.spans(count.start, count.end)
    }
    return Found(value_of(counts), tuple(sorted(spans)), rule, reason, rough)


def by_sentence(counts: Iterable[Count]) -> list[list[Count]]:
    """Counts of the same sentence together, in order."""
    groups: dict[tuple[bool, int], list[Count]] = {}
    for count in counts:
        groups.setdefault((count.in_heading, count.sentence), []).append(count)
    return list(groups.values())


def are_separate(group: Sequence[Count]) -> bool:
    """Whether the counts of one sentence are different persons.

    A later count that is larger than, or the sum of, the others is a total.
    """
    values = [count.value for count in group]
    if len(values) > 6 or (len(set(values)) < len(values) and len(values) > 3):
        return False
    if _caught_in_places(group):
        return True
    if len(values) > 2 and sum(values) in (2 * values[0], 2 * values[-1]):
        return False
    if any(count.is_total for count in group[1:]):
        return False
    if len(values) == 2 and values[0] == values[1] and not group[1].is_more:
        told = group[0].view.text[group[0].end : group[1].start]
        if "，" in told and not group[0].by_name:
            return False  # 移交的嫌疑人169名，押解回169名: the same
    if group[0].stage == "judged" and len(set(values)) < len(values):
        return False  # 11人犯某罪 ... 对11名被告人分别判处: the same
    text = group[0].view.text
    if group[-1].is_rest and len(group) == 2:
        # 对21名被告人宣判，判处张某十二年，判处其他20名九年: all, and the others
        between = find_names(text[group[0].end : group[1].start])
        if 0 < len({name.name for name in between}) == values[0] - values[1]:
            return False
    last = text[group[-2].end : group[-1].start] if len(group) > 1 else ""
    if values[-1] > sum(values[:-1]) and re.search("(?:带走|带回)了?$", last):
        return False  # 控制检测站和6名黄牛，带走22人: all of them
    return all(
        _are_apart(text[one.end : other.start], one, other)
        for one, other in itertools.pairwise(group)
    )


# 在甲市|抓获4名，在乙市抓获|3名，并在丙国逮捕了|1名; 乙市警方抓获|3名
_IN_A_PLACE = (
    r"(?:在[^，。；\d其]{1,14}?|[^，。；：、\d其共全]{1,10}(?:[市省县区州国组队局]|警方|公安|机关))"
    r"(?:抓获|抓捕|捕获|擒获|抓|逮捕|拘捕|刑拘|控制|带走|查获)了?[^，。；\d]{0,12}"
)
_FIRST_PLACE = re.compile(rf"{_IN_A_PLACE}$")
_NEXT_PLACE = re.compile(
    r"[^，。；、：\d]{0,12}[，、；](?:并|又|还|另|同时|随后|再|后|后又)?" + _IN_A_PLACE
)


def _caught_in_places(group: Sequence[Count]) -> bool:
    """Whether each count was caught in a place of its own."""
    text = group[0].view.text
    start = group[0].start
    return bool(_FIRST_PLACE.search(text, max(0, start - 40), start)) and all(
        _NEXT_PLACE.fullmatch(text, one.end, other.start)
        for one, other in itertools.pairwise(group)
    )


def is_row(group: Sequence[Count]) -> bool:
    """Whether the counts stand in one row under one verb: 抓获主犯4人、从犯10人."""
    text = group[0].view.text
    return all(
        one.view is other.view
        and _ROW.fullmatch(text[one.end : other.start])
        and not (other.is_more or one.by_name or other.by_name)
        for one, other in itertools.pairwise(group)
    )


_ROW = re.compile(r"[^，。；、：\d]{0,8}[，、和及与][^，。；：\d]{0,10}")


# 4月26日，抓获刘某伟；|5月11日，根据其供述抓获詹某等|3人
_ON_A_DAY = re.compile(
    r"^[^，。；\d]{0,8}[，；。][^，。；\d]{0,6}(?:\d{1,2}月)?\d{1,2}日[^；。]{0,30}"
    r"(?:抓获|抓捕|擒获|控制)[^，。；\d]{0,12}$"
)


def _are_apart(between: str, one: Count, other: Count) -> bool:
    """Whether the words between two counts tell them apart as different persons."""
    if one.by_name or other.by_name:
        # 共有43名被告人被判刑，主犯张某获刑十一年: he is one of all
        return not (PART.search(between) or (one.is_total and other.by_name))
    by_others = one.lead and other.lead and not one.lead & other.lead
    if other.is_more and by_others and one.stage == other.stage:
        # 批准逮捕张某等9人；后又陆续批准逮捕李某等7人
        return not PART.search(between)
    if other.stage == "judged":
        # 判处赵某等3人十年，判处钱某等8人三年; 主犯3人、从犯8人
        row = len(between) <= 12 and not re.search("[，：；]", between)
        judged = len(between) <= 80 and (
            other.is_rest or re.search("判处|；以", between)
        )
        return bool(row or judged) and not re.search("其中|包括|分别|认定", between)
    if _ON_A_DAY.search(between) and not re.search("其中|包括|共", between):
        return True
    # 以破坏计算机信息系统罪对郝某等14人、以诈骗罪对卢某等8人提起公诉
    if re.fullmatch(
        r"[、，；](?:以|因)[^，；。\d]{2,40}罪(?:对|将)[^，；。\d]{0,12}", between
    ):
        return True
    # 长沙组抓获26人；株洲组抓获6人
    each = re.fullmatch(
        r"[，；][^，；。\d其]{0,16}(?:抓获|擒获|捕获)[^，；。\d]{0,12}", between
    )
    if each and not re.search("其中|包括", between):
        return True
    return len(between) <= 24 and not re.search(
        "[：；]|其中|包括|移送|起诉|逮捕|刑|涉及|分别", between
    )


def under_coercion(group: Sequence[Count]) -> list[Count]:
    """Those counts of one sentence that make up all under coercive measures.

    Arrest follows detention, so that of the two the larger counts; bail and
    residence are of others, unless they and the arrests make up the detained
    (刑拘30人，其中逮捕22人、取保8人). Measures in general cover all the others.
    """
    stages: dict[str, list[Count]] = {}
    for count in group:
        stages.setdefault(count.stage, []).append(count)
    chosen = {stage: _alike(counts) for stage, counts in stages.items()}
    held, arrested = chosen.get("held", []), chosen.get("arrested", [])
    bailed, general = chosen.get("bailed", []), chosen.get("coerced", [])
    # 其中 after the detained tells what became of them.
    nested = any(
        count.is_part and held and not held[0].is_part and count.start > held[0].start
        for count in arrested + bailed
    )
    made_up = value_of(held) == value_of(arrested + bailed)
    if held and (nested or made_up):
        sums = [held, arrested + bailed]
    else:
        sums = [max(held, arrested, key=value_of) + bailed]
    return max([*sums, general], key=value_of)


def _alike(counts: list[Count]) -> list[Count]:
    """Counts under one measure in one sentence, without parts of them (逮捕4人（1人在
    甲市）): added in a row, else the largest."""
    counts = [count for count in counts if not count.is_part] or counts
    return (
        counts if are_separate(counts) else [max(counts, key=lambda count: count.value)]
    )


class Lesser(NamedTuple):
    """Offenders who are added to others, and are no count of their own."""

    admonished: list[Count]  # only taught: 批评教育2人
    fined: list[Count]  # punished by name: 对贺某行政拘留
    decided: list[Count]  # held or judged by name: 贺某已被逮捕


def separate_groups(
    counts: list[Count], singles: list[Count], lesser: Lesser
) -> list[list[Count]]:
    """Groups told one after another: 抓获主犯4人、从犯10人; later 又抓获2人.

    ``singles`` are offenders caught by name.
    """
    groups: list[list[Count]] = []
    told = [count for count in counts if not count.in_heading]
    plain = [count for count in told if not count.is_part]
    for stages in ({""}, {"punished"}, {"charged"}, {"judged"}):
        groups += _rows(count for count in plain if count.stage in stages)
    groups += _rows_with_admonished(plain, lesser.admonished)
    caught = [count for count in plain if count.kind == "caught" and not count.stage]
    groups += [
        group
        for group in _rows(sorted([*singles, *caught], key=lambda count: count.start))
        if any(count in singles for count in group)
    ]
    groups.append(told_one_after_another(plain))
    first = min((count.start for count in plain if count.kind == "caught"), default=0)
    before = [single for single in singles if single.start < first]
    groups.append(told_one_after_another([*before, *plain]))
    after = [single for single in singles if single.is_more and single.start > first]
    chase = sorted([*before, *plain, *after], key=lambda count: count.start)
    groups.append(told_one_after_another(chase))
    groups.append(told_by_other_names(told, [*singles, *lesser.fined, *lesser.decided]))
    groups += _coerced_and_punished(told)
    groups += _charged_and_spared(told)
    groups += _judged_and_punished(told, "judged")
    groups += _judged_and_punished(told, "charged")
    groups += _fined_and_the_others(told, lesser)
    groups += _caught_and_punished(told, singles or lesser.fined)
    return [group for group in groups if group]


def _rows(counts: Iterable[Count]) -> list[list[Count]]:
    """The counts of a sentence that are different persons, two or more."""
    return [
        group for group in by_sentence(counts) if len(group) > 1 and are_separate(group)
    ]


def _rows_with_admonished(
    plain: list[Count], admonished: list[Count]
) -> list[list[Count]]:
    """Those punished, and with them those only taught: 行政拘留1人，批评教育2人."""
    dealt = [
        count
        for count in plain
        if count.kind == "dealt" and count.stage in {"", "punished"}
    ]
    taught = [
        count
        for count in admonished
        if count not in plain and not (count.is_part or count.in_heading)
    ]
    rows = _rows(sorted([*dealt, *taught], key=lambda count: count.start))
    return [row for row in rows if any(count.stage == "punished" for count in row)]


def _charged_and_spared(told: list[Count]) -> list[list[Count]]:
    """Those charged or arrested, and with them those who were not:
    对8人提起公诉，对情节轻微的2人作出不起诉决定."""
    groups = []
    for sentence in by_sentence(told):
        spared = [count for count in sentence if count.stage == "spared"]
        for stage in ("charged", "arrested"):
            whole = [count for count in sentence if count.stage == stage]
            apart = len(whole) == 1 or (whole and are_separate(whole))
            if apart and len(spared) == 1 and not spared[0].is_part:
                groups.append([*whole, *spared])
    return groups


def _caught_and_punished(told: list[Count], singles: list[Count]) -> list[list[Count]]:
    """Those caught, and others punished besides: 抓获8人，另对买家15人行政处罚.

    Punished no more than the rest of those caught, they may be these.
    """
    groups = []
    caught = [count for count in told if count.kind == "caught" and not count.is_part]
    for besides in told:
        if besides.kind != "dealt" or besides.stage not in {"", "punished"}:
            continue
        if besides.is_rest and besides.qualifier == "inferred":
            continue  # 对杜某行政拘留，对另外6名参与者罚款: he is counted with them
        if besides.is_part or not (besides.is_more or _of_other_cases(besides)):
            continue
        before = [count for count in caught if count.start < besides.start]
        named = [single for single in singles if single.start < besides.start]
        most = max(before, key=lambda count: count.value, default=None)
        first = [most] if most is not None else named
        coerced = [
            value_of(under_coercion(sentence))
            for sentence in by_sentence(c for c in told if c.kind == "coercive")
        ]
        most_coerced = max(coerced, default=0)
        apart = (
            not most_coerced
            or _of_other_cases(besides)
            or most_coerced + besides.value > value_of(first)
        )
        if first and apart:
            groups.append([*first, besides])
    return groups


def _fined_and_the_others(told: list[Count], lesser: Lesser) -> list[list[Count]]:
    """Those fined by name and, in a sentence soon after, the others by number:
    对钱某行政拘留。对转发的其他4名网民，予以批评教育."""
    groups = []
    for count in [*told, *lesser.admonished]:
        if count.kind not in {"dealt", "admonished"} or not count.is_rest:
            continue
        before = [
            single
            for single in lesser.fined
            if count.sentence - 2 <= single.sentence < count.sentence
        ]
        if before and count.qualifier != "inferred":
            groups.append([*before, count])
    return groups


def _judged_and_punished(told: list[Count], stage: Stage) -> list[list[Count]]:
    """Those judged or charged, and with them those whom the police punished instead:
    8人被判处有期徒刑，12人被行政处罚."""
    judged = [count for count in told if count.stage == stage and not count.is_part]
    punished = [
        count for count in told if count.stage == "punished" and not count.is_part
    ]
    caught = max((count.value for count in told if count.kind == "caught"), default=0)
    if not judged or not punished:
        return []
    groups = [
        group if are_separate(group) else [max(group, key=lambda count: count.value)]
        for group in by_sentence(judged)
    ]
    most = max(groups, key=value_of)
    fined = max(punished, key=lambda count: count.value)
    return [] if caught >= max(value_of(most), fined.value) else [[*most, fined]]


def _coerced_and_punished(told: list[Count]) -> list[list[Count]]:
    """Those under coercion, and with them those punished by the police instead:
    对6名组织者采取刑事强制措施，对23名参赌人员予以行政处罚."""
    coercive = [count for count in told if count.kind == "coercive"]
    coerced = [under_coercion(group) for group in by_sentence(coercive)]
    punished = []
    first = min((count.start for count in coercive), default=0)
    lesser = [
        count
        for count in told
        if count.stage == "punished"
        # 对25名学生予以训诫, after those under coercion: no penalty, and others
        or (count.kind == "dealt" and not count.stage and count.start > first)
    ]
    for group in by_sentence(lesser):
        whole = [count for count in group if not count.is_part] or group
        punished.append(whole if are_separate(whole) else whole[:1])
    if not coerced or not punished:
        return coerced
    most = max(coerced, key=value_of), max(punished, key=value_of)
    caught = max((count.value for count in told if count.kind == "caught"), default=0)
    if caught >= max(map(value_of, most)):
        return coerced  # both are parts of those caught
    return [*coerced, [*most[0], *most[1]]]


# 破获刑事案件5起，抓获22人，查处行政案件9起，行政处罚11人
_OTHER_CASES = re.compile("(?:行政|治安)(?:违法)?案件[^。；]{0,24}$")


def _of_other_cases(count: Count) -> bool:
    """Whether a count is told with cases of another kind than criminal ones."""
    before = count.view.text[max(0, count.start - 30) : count.start]
    return bool(_OTHER_CASES.search(before))
