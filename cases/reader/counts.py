"""Counts of persons in a case, and what is said of those counted."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from typing import Literal

from cases.reader import prose
from cases.reader.clean import View
from cases.reader.numbers import Number, find_numbers, qualifier_after
from cases.reader.results import Found, Qualifier

UNIT = re.compile(
    r"余?多?(?:名|位|人(?!次|份|民|均|家|口|工|才|脸|体|身|物|力|群|气|手|大代|行(?!为)|数|际|寿|参保)"
    r"|个(?=(?:犯罪|违法|涉案|同伙|主犯|嫌疑|嫌犯|男|女|被告|人(?!信息|账|资料|微|银|电))))"
)
# Who is counted, right behind the unit or right before the number.
OFFENDER_NOUN = re.compile(
    r"犯罪(?:嫌疑)?人|嫌疑人|嫌犯|违法(?:犯罪)?(?:嫌疑)?(?:行为)?人员?|涉案(?:嫌疑)?人员?|涉诈(?:回流)?人员|作案人员|被告人?|罪犯|团伙(?:成员|骨干)?"
    r"|(?:业务|核心|技术)(?:骨干|人员|员)|(?:组织|领导|参加|管理|经营|操纵|策划|发起)者|负责人|骨干|成员|主犯|从犯|同伙|金主|头目|犯罪分子|不法分子|黑客|回流人员|卡农|车手|水军|参与(?:人员|者)|赌客|行为人|责任人|造谣者|参赌人员|卖淫|嫖娼|“金主”|主要?嫌疑"
)
OTHER_NOUN = re.compile(
    r"^(?:的?(?:[\u4e00-\u9fff]{0,6}?)(?:民警|警力|警察|干警|专案|侦查员|工作人员|群众|受害|被害|事主|失主|学生|学员|考生|用户|客户|会员|网民|网友|粉丝"
    r"|老人|老年|儿童|幼童|女童|未成年|孩子|婴儿|刷手|公民(?:个人|的|信息)|居民|市民|村民|业主|住户|旅客|游客|乘客|车主|司机|家长|代表|专家|顾客|消费者|患者|病人|投资人|投资者|玩家|股民|持卡|受骗|被骗|求职|应聘|主播|观众|好友|律师|记者|伤|死亡|遇难|失联|参加|参会|在线|报名|订阅)"
    r"|的?(?:笔记本|电脑|手机|微信|账户|身体|姓名|个人信息|信息|身份|简历|资料|账号|隐私|手机|照片|规模|以上的?团伙|关系))"
)
OTHER_BEFORE = re.compile(
    r"(?:警力|民警|干警|警员|人次|受害者?|被害人?数?|受骗|被骗|事主|群众|用户|粉丝|网民|公民|人口|投资人|辖区|规模|累计为|骗取|骗了|骗(?!罪|案|团|分子)|服务|劝阻|预警|保护|影响|涉及|波及|招聘|招募|招揽|雇佣|发展|拉拢|吸引|培训"
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

Kind = Literal["coercive", "caught", "dealt", "named", "described"]


@dataclass(frozen=True, slots=True)
class Count:
    """A number of persons in one part of the case, and what is said of them.

    ``kind``: under a coercive ``measure``, caught, dealt with otherwise, told with
    offenders' names, or only described. ``is_part`` (其中3人) counts some of a
    number told before; ``is_more`` (又抓获2人) others; ``is_total`` (共抓获9人) all.
    """

    view: View
    start: int
    end: int
    value: int
    qualifier: Qualifier
    kind: Kind
    sentence: int = 0
    is_part: bool = False
    is_more: bool = False
    is_total: bool = False
    in_heading: bool = False
    measure: str = ""


def find_counts(view: View, in_heading: bool) -> list[Count]:
    """The counts of offenders in one part of a case, in order.

    Police, victims, users, records and a wider campaign's counts are left out.
    """
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
        count = _count(view, text, number, unit, clause, earlier)
        if count is not None:
            sentence = sentences.index(number.start)
            found.append(replace(count, sentence=sentence, in_heading=in_heading))
    return found


def _count(
    view: View,
    text: str,
    number: Number,
    unit: re.Match[str],
    clause: prose.Stretch,
    earlier: str,
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
    company = _WITH_COMPANY.search(before)
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
    measure = _nearest_measure(before, after)
    if not measure and (part or _leans(before)):
        measure = measure_in(earlier)
    whole = clause.text
    if measure:
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
        and not _is_object(before, after)
    ):
        return None
    start, value = number.start, int(number.value or 0)
    if company and offender:
        start = clause.start + company.start()
        value += company.group().count("某")
    return Count(
        view,
        start,
        end,
        value,
        qualifier,
        kind,
        is_part=part,
        is_more=bool(MORE.search(before)),
        is_total=bool(TOTAL.search(before)),
        measure=measure,
    )


def measure_in(words: str) -> str:
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
    between = before[earlier[-1].end() :] if earlier else ""
    if "、" in between:
        return measure_in(after)  # the measure has a count of its own
    if earlier and len(between) <= 8:
        return earlier[-1].group()
    return measure_in(after) or (earlier[-1].group() if earlier else "")


def _leans(before: str) -> bool:
    """Whether a clause opens with its count, so that the one before governs it."""
    return len(before) <= 2 and not before.startswith("移")


# 抓获董某和9名业务骨干: ten in all.
_WITH_COMPANY = re.compile(
    r"(?:[\u4e00-\u9fff]某[\u4e00-\u9fff]?、){0,4}[\u4e00-\u9fff]某[某\u4e00-\u9fff]?(?:和|与|及|以及)(?:其|其他|另外)?$"
)
_OBJECT_BEFORE = re.compile(
    r"(?:抓获|抓捕|捕获|擒获|查获|缉获|抓|控制|到案|归案|查处|打掉|处罚|拘留|起诉|判处|传唤|带回|了|共|其|将|对|有|已|，|：|、|^|“|”|！|致|令|使)$"
)
_FATE_AFTER = re.compile(
    r"^(?:[^，。；]{0,10})(?:被|已|落网|到案|归案|因|均|获刑|抓|判|！|，|。|$)"
)


def _is_object(before: str, after: str) -> bool:
    """Whether a bare count is the verb's object or subject: 抓获5人, 2人落网."""
    return bool(_OBJECT_BEFORE.search(before.removesuffix("计"))) or bool(
        _FATE_AFTER.match(after)
    )


def has_count(words: str) -> bool:
    """Whether the words count persons: 上述3人已被刑事拘留."""
    return any(UNIT.match(words, number.end) for number in find_numbers(words))


def are_separate(group: list[Count]) -> bool:
    """Whether the counts of one sentence are different persons.

    A later count that is larger than, or the sum of, the others is a total.
    """
    values = [count.value for count in group]
    if len(values) > 4 or (len(set(values)) < len(values) and len(values) > 2):
        return False
    if any(count.is_total for count in group[1:]):
        return False
    if group[0].kind == "coercive":
        return len({count.measure for count in group}) == len(group)
    text = group[0].view.text
    for one, other in itertools.pairwise(group):
        between = text[one.end : other.start]
        if (
            re.search("[：；]|其中|包括|移送|起诉|逮捕|刑|涉及|分别", between)
            or len(between) > 24
        ):
            return False
    return True


def summed(counts: list[Count], rule: str, reason: str) -> Found[int]:
    """Counts added up to one value, with the first qualifier that is not exact."""
    rough: Qualifier = next(
        (c.qualifier for c in counts if c.qualifier != "exact"), "exact"
    )
    spans = {span for c in counts for span in c.view.spans(c.start, c.end)}
    total = sum(count.value for count in counts)
    return Found(total, tuple(sorted(spans)), rule, reason, rough)
