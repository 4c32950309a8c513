"""How many offenders were caught or dealt with, and how many under coercion."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from cases.reader import prose
from cases.reader.clean import View
from cases.reader.context import CaseContext, Notes
from cases.reader.names import Name, find_names
from cases.reader.numbers import Number, find_numbers, qualifier_after
from cases.reader.results import Found, Qualifier

UNIT = re.compile(
    r"余?多?(?:名|位|人(?!次|份|民|均|家|口|工|才|脸|体|身|物|力|群|气|手|大代|行(?!为)|数|际|寿|参保)"
    r"|个(?=(?:犯罪|违法|涉案|同伙|主犯|嫌疑|嫌犯|男|女|被告|人(?!信息|账|资料|微|银|电))))"
)
# Who is counted, right behind the unit or right before the number.
OFFENDER_NOUN = re.compile(
    r"犯罪(?:嫌疑)?人|嫌疑人|嫌犯|违法(?:犯罪)?(?:嫌疑)?(?:行为)?人员?|涉案(?:嫌疑)?人员?|涉诈(?:回流)?人员|作案人员|被告人?|罪犯|团伙(?:成员|骨干)?"
    r"|骨干|成员|主犯|从犯|同伙|金主|头目|犯罪分子|不法分子|黑客|回流人员|卡农|车手|水军|参与(?:人员|者)|赌客|行为人|责任人|造谣者|参赌人员|卖淫|嫖娼|“金主”|主要?嫌疑"
)
OTHER_NOUN = re.compile(
    r"^(?:的?(?:[\u4e00-\u9fff]{0,6}?)(?:民警|警力|警察|干警|专案|侦查员|工作人员|群众|受害|被害|事主|失主|学生|学员|考生|用户|客户|会员|网民|网友|粉丝"
    r"|老人|老年|儿童|幼童|女童|未成年|孩子|婴儿|刷手|公民(?:个人|的|信息)|居民|市民|村民|业主|住户|旅客|游客|乘客|车主|司机|家长|代表|专家|顾客|消费者|患者|病人|投资人|投资者|玩家|股民|持卡|受骗|被骗|求职|应聘|主播|观众|好友|律师|记者|伤|死亡|遇难|失联|参加|参会|在线|报名|订阅)"
    r"|的?(?:笔记本|电脑|手机|微信|账户|身体|姓名|个人信息|信息|身份|简历|资料|账号|隐私|手机|照片|规模|以上的?团伙|关系))"
)
OTHER_BEFORE = re.compile(
    r"(?:警力|民警|干警|警员|人次|受害者?|被害人?数?|受骗|被骗|事主|群众|用户|粉丝|网民|公民|人口|投资人|辖区|规模|累计为|骗取|骗了?|服务|劝阻|预警|保护|影响|涉及|波及|招聘|招募|招揽|雇佣|发展|拉拢|吸引|培训"
    r"|出动|组织|抽调|派出|选派|调集|投入)[^，。；]{0,8}$"
)
# These may be offenders, when caught: 抓获快递员工及买家共16人.
MAYBE_OTHER_BEFORE = re.compile(
    r"(?:员工(?:总数)?|职工|下线|代理|玩家|主播|学生|学员|会员|客户)[^，。；]{0,8}$"
)
# Not caught yet, or only known: 查明500余名人员身份, 涉案人员千余名.
KNOWN_ONLY = re.compile(
    r"(?:查明|研判|锁定|掌握|摸清|涉及|涉案人员(?:多?达|共|有|为|高达)?|成员(?:多?达|共|有)|人员达|规模达?|涉诈人员(?:达|共)?|多达|有(?:成员)?|共有|由|在逃|上网追逃|通缉|追逃|网上追逃|另有)[^，。；]{0,10}$"
)
CATCH = re.compile(
    r"抓获|抓捕|捕获|擒获|查获|缉获|被抓|抓了|抓走|(?<!远程)(?<!非法)(?<!操作)控制(?!软件|系统|计算机|电脑|端|权|程序|账号|手机|台|的)|落网|到案|归案|缉捕|投案|自首|查处|打掉|揪出|带回|传唤|押解|遣返|移交"
)
DEALT = re.compile(
    r"处罚|行政拘留|行拘|治安拘留|拘留|起诉|公诉|判处|判决|判刑|获刑|被判|有期徒刑|判刑|被罚|训诫|约谈|批评教育|追究"
)
# 6人被检察院批准逮捕，8人被取保候审
COERCIVE = re.compile(
    r"刑事(?:强制)?措施|强制措施|刑事拘留|刑拘|逮捕(?!令|证|必要|条件)|批捕|取保候审|取保|监视居住|拘传"
)
NOT_YET = re.compile(r"提请(?:批准)?逮捕$|未$|不(?:批准)?$|行政$")
PART = re.compile(r"其中|包括|含|内有|分别为")
MORE = re.compile(
    r"又|再次?|另(?!案)|还|随后|此后|之后|陆续|循线|顺藤摸瓜|相继(?!在)|同时"
)
TOTAL = re.compile(r"共(?!同)|累计|总计|先后|合计|全部|截至|目前")
ALL = re.compile(
    r"均|全部|所有|上述|以上|该(?:\d+|[二两三四五六七八九十]+)[名人]|其余|悉数|涉案人员已|嫌疑人已|分别"
)
AND_OTHERS = re.compile(
    r"^(?:[、，和与及][^，。；、]{2,6}){0,6}等(?!(?:共计|共)?(?:\d|[一二两三四五六七八九十百千]))"
)
# Dealt with, but by no penalty in law.
ADMONISHED = re.compile("训诫|批评教育|教育警示|诫勉|责令具结")
ELSEWHERE = re.compile(r"另案处理|在逃|未到案|潜逃")
COURT = re.compile(r"判处|判决|宣判|获刑|被判|有期徒刑|拘役|构成|犯[^，。；]{1,20}罪")

Kind = Literal["coercive", "caught", "dealt", "named", "described"]


@dataclass(frozen=True, slots=True)
class Count:
    """A number of persons in one part of the case, and what is said of them."""

    view: View
    start: int
    end: int
    value: int
    qualifier: Qualifier
    kind: Kind
    sentence: int
    is_part: bool = False
    is_more: bool = False
    is_total: bool = False
    in_heading: bool = False
    measures: str = ""


def read_people(
    case: CaseContext, notes: Notes
) -> tuple[Found[int] | None, Found[int] | None]:
    """The offenders caught or dealt with in this case, and those of them under
    criminal coercive measures.

    The largest count wins; plainly separate groups told one after another are
    added; a wider campaign's counts, police and victims are left out. One named
    offender dealt with and no number is 1, inferred.
    """
    counts: list[Count] = []
    for view, in_heading in _parts(case):
        counts += _counts(view, in_heading)
    suspects = [str(found.value) for found in notes.found.get("suspects", ())]
    outcomes = {str(found.value) for found in notes.found.get("outcomes", ())}
    people = _people(case, counts, suspects, outcomes, notes)
    coercive = _coercive(case, counts, people, suspects, outcomes, notes)
    if people is not None and coercive is not None and coercive.value > people.value:
        if people.qualifier == "inferred" or not people.spans:
            people = coercive
        else:
            notes.doubt(
                "people",
                "two-counts",
                str(people.value),
                str(coercive.value),
                str(coercive.value),
            )
            notes.doubt(
                "coercive",
                "two-counts",
                str(people.value),
                str(coercive.value),
                str(coercive.value),
            )
            people = coercive
    elif people is None and coercive is not None:
        people = coercive
    return people, coercive


def _parts(case: CaseContext) -> list[tuple[View, bool]]:
    parts = [(case.narrative, False)]
    if case.heading is not None:
        parts.insert(0, (case.heading, True))
    return parts


def _counts(view: View, in_heading: bool) -> list[Count]:
    text = prose.own_facts(view.text)
    sentences = prose.Finder(prose.sentences(text))
    clauses = prose.Finder(prose.clauses(text))
    found = []
    for number in find_numbers(text):
        unit = UNIT.match(text, number.end)
        if unit is None or number.value is None or number.value.denominator != 1:
            continue
        before_char = text[max(0, number.start - 1) : number.start]
        if before_char and before_char in "第每同/.":
            continue
        index = clauses.index(number.start)
        clause = clauses.stretches[index]
        earlier = clauses.stretches[index - 1].text if index else ""
        if (
            earlier[-1:] not in ("，", "：", "；")
            or clauses.stretches[index - 1].start < sentences.at(number.start).start
        ):
            earlier = ""
        count = _count(view, text, number, unit, clause, earlier, in_heading)
        if count is None:
            continue
        found.append(_placed(count, sentences.index(number.start)))
    return found


def _placed(count: Count, sentence: int) -> Count:
    return Count(
        count.view,
        count.start,
        count.end,
        count.value,
        count.qualifier,
        count.kind,
        sentence,
        count.is_part,
        count.is_more,
        count.is_total,
        count.in_heading,
        count.measures,
    )


def _count(
    view: View,
    text: str,
    number: Number,
    unit: re.Match[str],
    clause: prose.Stretch,
    earlier: str,
    in_heading: bool,
) -> Count | None:
    """The number as a count of offenders, or None when it counts others."""
    before = text[clause.start : number.start]
    after = text[unit.end() : clause.end]
    if OTHER_NOUN.match(after[:14]):
        return None
    offender = bool(OFFENDER_NOUN.match(after) or OFFENDER_NOUN.search(before[-12:]))
    if not offender and OTHER_BEFORE.search(before[-14:]):
        return None
    maybe = not offender and MAYBE_OTHER_BEFORE.search(before[-14:])
    if maybe and not CATCH.search(before):
        return None
    named = bool(re.search(r"某.{0,3}等(?:共计?|人)?$|等$", before)) or bool(
        re.search(r"某[\u4e00-\u9fff]{0,2}(?:夫妻|夫妇|兄弟|父子|姐妹)?$", before)
    )
    qualifier = number.qualifier
    end = unit.end()
    if unit.group()[0] in "余多":
        qualifier = "at-least"
    if trailing := qualifier_after(text, end):
        qualifier, end = trailing
    part = bool(
        PART.search(before[-8:]) or (PART.match(earlier[:3]) and not before.strip())
    )
    kind: Kind | None = None
    measures = _nearest_measure(before, after)
    if not measures and (part or _leans(before)):
        measures = _measures(earlier)
    whole = clause.text
    if measures:
        kind = "coercive"
    elif KNOWN_ONLY.search(before[-14:]) and not (
        CATCH.search(before[-14:]) or CATCH.search(after)
    ):
        kind = "described" if offender or named else None
    elif CATCH.search(whole):
        kind = "caught"
    elif DEALT.search(whole):
        kind = "dealt"
    elif (CATCH.search(earlier) or DEALT.search(earlier)) and (
        offender or part or named
    ):
        kind = "caught"
    elif named:
        kind = "named"
    elif offender:
        kind = "described"
    if kind is None:
        return None
    if (
        kind in {"caught", "dealt"}
        and not (offender or named)
        and not _is_object(before, after, number)
    ):
        return None
    return Count(
        view,
        number.start,
        end,
        int(number.value or 0),
        qualifier,
        kind,
        0,
        part,
        bool(MORE.search(before)),
        bool(TOTAL.search(before)),
        in_heading,
        measures,
    )


def _measures(words: str) -> str:
    """The coercive measure named in a clause, if it was taken."""
    for match in COERCIVE.finditer(words):
        if not NOT_YET.search(words[: match.start()]):
            return match.group()
    return ""


def _nearest_measure(before: str, after: str) -> str:
    """The measure that governs a count: 刑事拘留30名、取保候审11名; 30人被刑事拘留."""
    earlier = [
        match
        for match in COERCIVE.finditer(before)
        if not NOT_YET.search(before[: match.start()])
    ]
    if earlier and len(before) - earlier[-1].end() <= 8:
        return earlier[-1].group()
    return _measures(after) or (earlier[-1].group() if earlier else "")


def _leans(before: str) -> bool:
    """Whether a clause opens with its count, so that the one before governs it."""
    return len(before) <= 2


_OBJECT_BEFORE = re.compile(
    r"(?:抓获|抓捕|捕获|擒获|查获|缉获|抓|控制|到案|归案|查处|打掉|处罚|拘留|起诉|判处|传唤|带回|了|共|其|将|对|有|已|，|：|、|^|“|”|！|致|令|使)$"
)
_FATE_AFTER = re.compile(
    r"^(?:[^，。；]{0,10})(?:被|已|落网|到案|归案|因|均|获刑|抓|判|！|，|。|$)"
)


def _is_object(before: str, after: str, number: Number) -> bool:
    """Whether a bare count is the verb's object or subject: 抓获5人, 2人落网."""
    return bool(_OBJECT_BEFORE.search(before.removesuffix("计"))) or bool(
        _FATE_AFTER.match(after)
    )


# ---------------------------------------------------------------- people


def _people(
    case: CaseContext,
    counts: list[Count],
    suspects: list[str],
    outcomes: set[str],
    notes: Notes,
) -> Found[int] | None:
    firm = [c for c in counts if c.kind in {"coercive", "caught", "dealt"}]
    best = _largest(firm, notes)
    named = [c for c in counts if c.kind == "named"]
    defendants = _defendants(case, suspects, outcomes)
    if defendants is not None and (best is None or defendants.value > best.value):
        if best is not None or _has_company_of(case):
            notes.doubt("people", "counted-names", str(defendants.value))
        return defendants
    if best is not None and outcomes & {"convicted", "prosecuted"}:
        # 鲁某、韦某等13人诈骗案 ... 判处鲁某无期徒刑，韦某等12人十四年: 13 in all.
        whole = max(named, key=lambda c: c.value, default=None)
        if whole is not None and whole.value > best.value:
            rival = str(best.value)
            notes.doubt(
                "people", "two-counts", str(whole.value), rival, str(whole.value)
            )
            return _found_count(
                whole, "people.named", "The number told with the names."
            )
    if best is not None:
        _doubt_count(case, best, counts, suspects, notes)
        return best
    if named and outcomes - {"account-closure", "investigating"}:
        count = max(named, key=lambda c: c.value)
        notes.doubt("people", "named-count", str(count.value))
        return _found_count(count, "people.named", "The number told with the names.")
    inferred = _inferred(case, suspects, outcomes, notes)
    if inferred is None and (named or any(c.kind == "described" for c in counts)):
        notes.doubt("people", "no-count")
    elif inferred is not None and inferred.value == 1 and _has_company_of(case):
        notes.doubt("people", "counted-names", "1")
    return inferred


# Others took part, however few are named: 团伙, 伙同他人, 等人.
_COMPANY = re.compile("团伙|伙同|合伙|纠集|同伙|等人|犯罪集团|分工|共谋")


def _has_company_of(case: CaseContext) -> bool:
    """Whether the telling speaks of accomplices."""
    return bool(_COMPANY.search(case.narrative.text))


def _doubt_count(
    case: CaseContext,
    best: Found[int],
    counts: list[Count],
    suspects: list[str],
    notes: Notes,
) -> None:
    """Doubt a count that others compete with."""
    told = [c for c in counts if not c.in_heading]
    larger = [c for c in told if c.kind == "named" and c.value > best.value]
    caught = {c.value for c in told if c.kind == "caught" and not c.is_part}
    if larger:
        rival = str(larger[0].value)
        notes.doubt("people", "two-counts", str(best.value), rival, str(best.value))
    elif best.value < len(suspects) and "convicted" not in {
        str(found.value) for found in notes.found.get("outcomes", ())
    }:
        rival = str(len(suspects))
        notes.doubt("people", "two-counts", str(best.value), rival, str(best.value))
    elif case.is_story and len(caught) > 1:
        rival = str(min(caught))
        notes.doubt("people", "two-counts", str(best.value), rival, str(best.value))
    elif not told and counts:
        notes.doubt("people", "heading-count", str(best.value))


def _largest(counts: list[Count], notes: Notes) -> Found[int] | None:
    """The largest count, after separate groups have been added up."""
    if not counts:
        return None
    groups = [[count] for count in counts if not count.is_part]
    groups += _added(counts)
    if not groups:
        groups = [[count] for count in counts]
    best = max(groups, key=_weight_of)
    total = sum(count.value for count in best)
    if len(best) > 1:
        notes.doubt("people", "added-counts", "、".join(str(c.value) for c in best))
    rough: Qualifier = next(
        (c.qualifier for c in best if c.qualifier != "exact"), "exact"
    )
    spans = tuple(sorted({span for c in best for span in c.view.spans(c.start, c.end)}))
    reason = "The largest count of offenders caught or dealt with."
    if len(best) > 1:
        reason = "Separate groups of offenders added up."
    return Found(total, spans, "people.caught", reason, rough)


def _weight_of(group: list[Count]) -> tuple[int, bool, int]:
    """Larger sums first, the telling before the heading, fewer parts first."""
    return sum(map(_value, group)), not group[0].in_heading, -len(group)


def _added(counts: list[Count]) -> list[list[Count]]:
    """Groups told one after another: 抓获主犯4人、从犯10人; later 又抓获2人."""
    groups: list[list[Count]] = []
    plain = [c for c in counts if not c.is_part and not c.in_heading]
    for kind in ("caught", "coercive", "dealt"):
        of_kind = [c for c in plain if c.kind == kind]
        by_sentence: dict[int, list[Count]] = {}
        for count in of_kind:
            by_sentence.setdefault(count.sentence, []).append(count)
        for group in by_sentence.values():
            if len(group) > 1 and _are_separate(group):
                groups.append(group)
    caught = [c for c in plain if c.kind == "caught"]
    for index, count in enumerate(caught):
        earlier = [
            c for c in caught[:index] if c.sentence < count.sentence and not c.is_total
        ]
        if not earlier or not count.is_more:
            continue
        first = max(earlier, key=_value)
        total = first.value + count.value
        # A count that comes again (抓获6人 ... 又抓获4人 ... 6人已被刑拘) is the total.
        again = [c for c in plain if c.value == first.value and c is not first]
        if not again and not any(c.value >= total for c in plain):
            groups.append([first, count])
    return groups


def _value(count: Count) -> int:
    return count.value


def _are_separate(group: list[Count]) -> bool:
    """Whether the counts of one sentence are different persons.

    A later count that is larger than, or the sum of, the others is a total.
    """
    values = [count.value for count in group]
    if len(values) > 4 or (len(set(values)) < len(values) and len(values) > 2):
        return False
    if any(count.is_total for count in group[1:]):
        return False
    if group[0].kind == "coercive":
        return len({count.measures for count in group}) == len(group)
    text = group[0].view.text
    for one, other in itertools.pairwise(group):
        between = text[one.end : other.start]
        if (
            re.search("[：；]|其中|包括|移送|起诉|逮捕|刑|涉及|分别", between)
            or len(between) > 24
        ):
            return False
    return True


def _defendants(
    case: CaseContext, suspects: list[str], outcomes: set[str]
) -> Found[int] | None:
    """In a judgment: the offenders named as judged, less those handled elsewhere."""
    if "convicted" not in outcomes:
        return None
    text = case.narrative.text
    names = [name for name in find_names(text) if name.name in suspects]
    absent = _absent(text, names)
    judged: dict[str, Name] = {}
    for sentence in prose.sentences(text):
        if not COURT.search(sentence.text):
            continue
        for name in names:
            if sentence.start <= name.start < sentence.end and name.name not in absent:
                judged.setdefault(name.name, name)
    if not judged:
        return None
    spans = sorted(
        {
            span
            for name in judged.values()
            for span in case.narrative.spans(name.start, name.end)
        }
    )
    return Found(
        len(judged),
        tuple(spans),
        "people.judged",
        "The offenders named in the judgment.",
        "inferred",
    )


def _absent(text: str, names: Sequence[Name]) -> set[str]:
    """Names marked as handled in another case or at large; 均 covers the row."""
    absent: set[str] = set()
    for index, name in enumerate(names):
        note = text[name.end : name.end + 14]
        if not (note.startswith("（") and ELSEWHERE.search(note.split("）")[0])):
            continue
        absent.add(name.name)
        if "均" not in note:
            continue
        for earlier in range(index - 1, -1, -1):
            between = text[names[earlier].end : names[earlier + 1].start]
            if not re.fullmatch("[、和与]", between):
                break
            absent.add(names[earlier].name)
    return absent


def _inferred(
    case: CaseContext, suspects: list[str], outcomes: set[str], notes: Notes
) -> Found[int] | None:
    """One named offender dealt with and no number: 1."""
    dealt = outcomes - {"account-closure", "investigating"} or ADMONISHED.search(
        case.narrative.text
    )
    if not dealt or not suspects:
        return None
    open_ended = any(_has_others(view, suspects) for view, _ in _parts(case))
    if len(suspects) == 1 and not open_ended:
        return Found(
            1, (), "people.one", "One offender is named, and no number.", "inferred"
        )
    if open_ended:
        return None
    notes.doubt("people", "counted-names", str(len(suspects)))
    return Found(
        len(suspects),
        (),
        "people.names",
        "The offenders named, counted.",
        "inferred",
    )


def _has_others(view: View, suspects: list[str]) -> bool:
    """Whether the names end in 等人, so that there are more."""
    return any(
        name.name in suspects and AND_OTHERS.match(view.text[name.end : name.end + 40])
        for name in find_names(view.text)
    )


# ---------------------------------------------------------------- coercive


def _coercive(
    case: CaseContext,
    counts: list[Count],
    people: Found[int] | None,
    suspects: list[str],
    outcomes: set[str],
    notes: Notes,
) -> Found[int] | None:
    if "criminal-coercive" not in outcomes:
        return None
    firm = [c for c in counts if c.kind == "coercive"]
    everyone = _everyone(case)
    if firm:
        found = _sum_of_measures(firm, notes)
        if everyone and people is not None and people.value > found.value:
            notes.doubt(
                "coercive",
                "two-counts",
                str(found.value),
                str(people.value),
                str(people.value),
            )
            return Found(
                people.value,
                people.spans,
                "people.all-coerced",
                "All of them.",
                people.qualifier,
            )
        return found
    if people is None:
        return None
    if everyone or people.value == 1 or _same_breath(case, people):
        return Found(
            people.value,
            people.spans or everyone,
            "people.all-coerced",
            "All offenders of the case are said to be under coercive measures.",
            people.qualifier,
        )
    named = _coerced_names(case, suspects)
    if named:
        if len(named) != people.value:
            notes.doubt("coercive", "counted-names", str(len(named)))
        spans = sorted(
            {s for n in named.values() for s in case.narrative.spans(n.start, n.end)}
        )
        return Found(
            len(named),
            tuple(spans),
            "people.coerced-names",
            "The offenders named as under coercive measures.",
            "inferred",
        )
    notes.doubt("coercive", "coercive-no-count")
    return None


def _sum_of_measures(counts: list[Count], notes: Notes) -> Found[int]:
    """One count, or the counts of different measures in one sentence, added."""
    best: list[Count] = []
    by_sentence: dict[tuple[bool, int], list[Count]] = {}
    for count in counts:
        by_sentence.setdefault((count.in_heading, count.sentence), []).append(count)
    for group in by_sentence.values():
        candidate = group if _are_separate(group) else [max(group, key=_value)]
        if sum(map(_value, candidate)) > sum(map(_value, best)):
            best = candidate
    if len(best) > 1:
        notes.doubt("coercive", "added-counts", "、".join(str(c.value) for c in best))
    rough: Qualifier = next(
        (c.qualifier for c in best if c.qualifier != "exact"), "exact"
    )
    spans = tuple(sorted({s for c in best for s in c.view.spans(c.start, c.end)}))
    return Found(
        sum(map(_value, best)),
        spans,
        "people.coercive",
        "The count told with the coercive measure.",
        rough,
    )


def _everyone(case: CaseContext) -> tuple[tuple[int, int], ...]:
    """The words that put everyone under coercion: 上述人员均被刑事拘留."""
    text = prose.own_facts(case.narrative.text)
    for clause in prose.clauses(text):
        measure = COERCIVE.search(clause.text)
        before = clause.text[: measure.start()] if measure else ""
        if measure and ALL.search(before) and not _has_count(before):
            at = clause.start + measure.start()
            return case.narrative.spans(at, clause.start + measure.end())
    return ()


def _same_breath(case: CaseContext, people: Found[int]) -> bool:
    """Whether a measure follows the count in its sentence: 三人被抓获，已被批捕."""
    text = prose.own_facts(case.narrative.text)
    for sentence in prose.sentences(text):
        measure = COERCIVE.search(sentence.text)
        if not measure or not _measures(sentence.text):
            continue
        at = case.narrative.spans(sentence.start, sentence.start + measure.start())
        inside = any(
            start <= first < end for first, _ in people.spans for start, end in at
        )
        last = re.split("[，；]", sentence.text[: measure.start()])[-1]
        if inside and re.fullmatch(
            r"(?:目前|现|并|且|现已|已|均|依法|被|公安机关|检察机关|检察院|人民|警方|批准|执行|采取|予以|正式|、|[以因](?:涉嫌)?[^，。；]{2,30}罪)*",
            last,
        ):
            return True
    return False


def _has_count(words: str) -> bool:
    """Whether the words count persons: 上述3人已被刑事拘留."""
    return any(UNIT.match(words, number.end) for number in find_numbers(words))


def _coerced_names(case: CaseContext, suspects: list[str]) -> dict[str, Name]:
    """The offenders named in the clause of a coercive measure."""
    text = prose.own_facts(case.narrative.text)
    names = find_names(text)
    coerced: dict[str, Name] = {}
    for sentence in prose.sentences(text):
        if not _measures(sentence.text):
            continue
        for name in names:
            if sentence.start <= name.start < sentence.end and name.name in suspects:
                coerced.setdefault(name.name, name)
    return coerced


def _found_count(count: Count, rule: str, reason: str) -> Found[int]:
    return Found(
        count.value,
        count.view.spans(count.start, count.end),
        rule,
        reason,
        count.qualifier,
    )
