"""The offenders that a case names, as printed and only when masked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cases.reader.clean import View
from cases.reader.context import CaseContext, Notes
from cases.reader.names import Name, find_names
from cases.reader.results import Found

# What stands right before a name says who its bearer is. Weights: above nought
# an offender, below nought somebody else.
OFFENDER_BEFORE = re.compile(
    r"(?:被告人?|嫌疑人|嫌疑犯|嫌犯|违法行为人|行为人|违法(?:犯罪)?人员|涉案人员?|作案人|不法分子|犯罪分子|罪犯|主犯|从犯|首犯|同案(?:犯|人)?"
    r"|同伙|共犯|上诉人|被不起诉人|骨干(?:成员)?|团伙(?:成员|头目|首犯)?|组织者|首要分子|头目|金主|老板|幕后(?:老板|黑手)|黑客|造谣者|造谣人|发帖人"
    r"|上线|下线|上家|下家|卡商|号商|码商|水军|卡农|车手|引流人员|实际控制人|法定代表人|经营者|运营者|使用人|所有人|持有人|群主|店主|站长|技术(?:人员|总监|负责人)|抓获(?:了)?|抓捕|将|对|伙同|勾结|纠集|指使|雇佣|雇用|串通|以|是|与|被执行人|当事人|逃犯|违法人)"
    r"[：“（]?$"
)
STRONG_OFFENDER_BEFORE = re.compile(
    r"(?:被告人?|嫌疑人|嫌疑犯|嫌犯|违法行为人|行为人|违法(?:犯罪)?人员|罪犯|主犯|从犯|首犯|同案犯|同伙|共犯|上诉人|被不起诉人|骨干(?:成员)?|首要分子|头目|金主|造谣者|违法人)"
    r"[：“（]?$"
)
OTHER_BEFORE = re.compile(
    r"(?:被害人|受害人|受害者|被骗人|事主|失主|报案人|报警人|举报人|证人|被侵权人|权利人|申请执行人|原告人?|自诉人|投诉人|求助人|当事医生"
    r"|民警|警官|警员|政委|检察官|检察员|检察长|公诉人|法官|审判长|审判员|陪审员|书记员|鉴定人|调解员|翻译|保证人|监护人|委托人|专家|院士|研究员|负责人介绍|发言人|辩护人|代理人|评论员|作者|编辑|来源)"
    r"[：“（]?$"
)
# What anybody may be, an offender too: what the sentence goes on to tell decides.
# 居民孙某，在群内编造谣言 is one, 居民孙某被骗 is none.
ANYBODY_BEFORE = re.compile(
    r"(?:群众|市民|居民|村民|业主|住户|乘客|旅客|游客|顾客|客户|买家|消费者|用户|家长|学生|女生|男生|老人|老师|教师|同学|家属|妻子|丈夫|母亲|父亲|女儿|儿子|亲属|闺蜜"
    r"|男友|女友|朋友|邻居|同事|辅警|队长|局长|所长|律师|记者|主任|教授)"
    r"[：“（]?$"
)
_IS_ANYBODY = "a role that anybody may have"
_SUFFERS = re.compile(
    r"被(?:骗|盗|害|诈骗|敲诈|勒索|冒充|侵害|拉黑|侮辱|诽谤)|受骗|上当|报警|报案|举报|求助|投诉|反映|损失|轻信|转账|汇款|遭|接到|收到|告诉|介绍|表示|称|说道|发现|信以为真|的(?:个人信息|照片|隐私|账号|手机|名义|身份)"
)
_OFFENDS = re.compile(
    r"编造|捏造|散布|发布|转发|传播|造谣|发帖|贩卖|出售|出租|出借|售卖|倒卖|搭建|架设|入侵|窃取|盗取|非法|冒充|伪造|诈骗|骗取|敲诈|辱骂|拍摄|摆拍|剪辑|提供|参与|应聘|伙同|利用|牟利|涉嫌|抓获|拘留|传唤|处罚|罚款|警告|处以|给予|予以|处分|判处|获刑|训诫|批评教育"
)
OFFENDER_AFTER = re.compile(
    r"(?:（[^（）]{0,20}?(?:另案|在逃|已判|男|女|\d{2}岁|化名|网名|未成年|刑拘|批捕|起诉|不起诉|已判刑|同案))"
    r"|等(?:\d{1,5}|[一二三四五六七八九十百]{1,4})?余?(?:名|人|个)?(?:犯罪)?(?:嫌疑)?人?(?!被骗|受骗|报案|报警|损失)"
    r"|(?:、[^，。；]{1,20})?(?:被|已被|均被)(?:[^，。；]{0,12})?(?:抓|刑|逮|捕|拘|判|处|采取|控制|起诉|移送)"
    # 将刘某、赵某当场抓获; not 民警周某当场抓获嫌疑人
    r"|(?:、[^，。；]{1,20})?(?:等[^，。；]{0,10})?(?:当场|成功|一举|先后|分别|依法|陆续|全部)?(?:抓获|查获|控制|刑事拘留|刑拘|传唤|逮捕|抓捕|带回|捉拿)(?:归案|到案|住|并|至|[，。；、]|$)"
    r"|(?:因|以)?涉嫌|因犯|犯[^，。]{1,12}罪|对(?:自己|其)[^，。；]{0,14}(?:供认|事实)|(?:如实)?(?:供述|供认|交代)|供称|落网|到案|归案|投案|自首|为首"
    r"|(?:为|为了|以)?(?:牟利|牟取|谋取|非法|伙同|纠集|指使|雇佣|雇人|编造|捏造|利用|搭建|窃取|盗取|入侵|诈骗|骗取|勒索|敲诈|贩卖|倒卖|出售|冒充)"
    r"|(?:敲诈勒索|诈骗|盗窃|侵犯|破坏|非法|帮助|提供|编造|造谣|传播|掩饰|开设|组织|寻衅|故意)[^，。]{0,24}案"
)
OTHER_AFTER = re.compile(
    r"（(?:被害人|受害人|化名，被害|受害者|证人|报案人|报警人|举报人|女童|另处)"
    r"|(?:向[^，。；]{0,8}(?:公安|警方|派出所)[^，。；]{0,6})?(?:报案|报警|举报|求助|投诉)|(?:等人)?(?:被骗|受骗|被诈骗|被盗|被敲诈|被勒索|被侵|被害|遭|受害|信以为真|发现自己|发现被|损失|轻生|自杀)"
    r"|(?:先生|女士|同学|老师|警官|律师|教授|医生|大爷|奶奶|阿姨)|称其(?:被|遭)|介绍(?:，|说|道)|表示(?:，|：)|的(?:损失|谅解|账户(?:被|内)|手机被|家人|家属|父母|母亲|妻子|隐私|个人信息)"
)
# 从李某处非法获取: whoever illegal goods come from is an offender.
_SUPPLIER_AFTER = re.compile(
    r"(?:处|手中|手里|那里)[^，。；]{0,8}(?:获取|购买|购得|收购|收买|买来|取得|获得|得到|拿货|进货)"
)
_LIST = re.compile(
    r"[、，]?(?:和|与|及|以及|、|兄弟|夫妇)?(?:其)?(?:妻子?|丈夫|儿子|女儿|朋友|男友|女友|同事)?[“]?"
)
_DONE_TO = re.compile(
    r"(?:骗取|诈骗|敲诈|勒索|威胁|辱骂|侮辱|诽谤|殴打|偷拍|索要|盗取|获取|窃取|要挟|恐吓|骚扰|冒充|假冒|侵害|伤害|添加|诱骗|引导|联系|帮助|通知|约见|采访|获得)(?:了)?$"
)
# 对范某进行辱骂, 致范某精神失常, 范某提起自诉
_HARMED_BEFORE = re.compile(r"(?:对|向|致|将|使|令)$")
_HARMED_AFTER = re.compile(
    r"(?:等人)?(?:进行|实施)?(?:人身攻击|辱骂|侮辱|诽谤|谩骂|威胁|恐吓|殴打|骚扰|敲诈|勒索|诈骗|行骗|网暴|网络暴力|人肉|偷拍|索要|要挟|报复|精神|死亡|受伤|轻伤|轻生|名誉|损失)"
    r"|(?:向[^，。]{0,12})?(?:提起|提出)[^，。]{0,4}(?:自诉|诉讼)"
)
_COURT = re.compile("被告人|被告单位")
# 上诉人（原审被告人）周某, 被告人（女）: what is put between the role and the name.
_BRACKET = re.compile("（[^（）]{0,24}）$")


@dataclass(slots=True)
class _Person:
    """All that is known of one name in the case."""

    name: str
    mentions: list[tuple[View, Name]] = field(default_factory=list)
    weight: float = 0.0
    reasons: list[str] = field(default_factory=list)

    def add(self, points: float, reason: str) -> None:
        self.weight += points
        if reason not in self.reasons:
            self.reasons.append(reason)


def read_suspects(case: CaseContext, notes: Notes) -> tuple[Found[str], ...]:
    """The offenders named, in order of first mention, as printed.

    Victims, witnesses, officials and companies are none. A name in another form
    later (孙某 for 孙某媛) is the same person.
    """
    people: dict[str, _Person] = {}
    is_court = bool(_COURT.search(case.narrative.text))
    for view, in_heading in _parts(case):
        names = find_names(view.text)
        nexts = _next_persons(view.text, names)
        weights = [
            _weight(view.text, name, following, in_heading)
            for name, following in zip(names, nexts, strict=True)
        ]
        _pass_along(view.text, names, weights)
        for name, (points, reason) in zip(names, weights, strict=True):
            person = people.setdefault(name.name, _Person(name.name))
            person.mentions.append((view, name))
            person.add(points, reason)
    _merge_short_forms(people)
    chosen = []
    for person in people.values():
        threshold = 1.0 if is_court else -0.5
        if person.weight > threshold:
            chosen.append(person)
        if abs(person.weight - threshold) < 1.0:
            notes.doubt("suspects", "unsure-role", person.name)
    if not chosen and set(_outcomes(notes)) - {"account-closure", "investigating"}:
        # Somebody was dealt with, and the only names are given roles of others.
        for person in people.values():
            if _IS_ANYBODY in person.reasons:
                notes.doubt("suspects", "unsure-role", person.name)
    if len(chosen) > 8:
        notes.doubt("suspects", "many-names", str(len(chosen)))
    return tuple(_found(person) for person in chosen)


def _outcomes(notes: Notes) -> list[str]:
    """The outcomes read before this field."""
    return [str(found.value) for found in notes.found.get("outcomes", ())]


def _parts(case: CaseContext) -> list[tuple[View, bool]]:
    parts = [(case.narrative, False)]
    if case.heading is not None:
        parts.insert(0, (case.heading, True))
    return parts


def _weight(
    text: str, name: Name, following: int, in_heading: bool
) -> tuple[float, str]:
    """What one mention says of its bearer; ``following`` is where the next name
    stands, of whom the words from there on tell."""
    before = _BRACKET.sub("", text[max(0, name.start - 30) : name.start])
    after = text[name.end : name.end + 40]
    clause_after = re.split("[。；\n]", after)[0]
    if _SUPPLIER_AFTER.match(after):
        return 4.5, "illegal goods come from the person"
    if OTHER_BEFORE.search(before):
        return -4.0, "another role before the name"
    if OTHER_AFTER.match(after):
        return -3.0, "another role after the name"
    if ANYBODY_BEFORE.search(before):
        told = text[name.end : min(following, name.end + 80)]
        told = re.split("[。；\n]", told)[0]
        offends, suffers = _OFFENDS.search(told), _SUFFERS.search(told)
        if offends and not (suffers and suffers.start() < offends.start()):
            return 2.0, "anybody by role, an offender by the deed told"
        return -4.0, _IS_ANYBODY
    harmed = _HARMED_AFTER.match(after)
    if harmed and (_HARMED_BEFORE.search(before) or "诉" in harmed.group()):
        return -3.0, "harmed by the offence"
    if STRONG_OFFENDER_BEFORE.search(before):
        return 4.0, "called an offender"
    if _DONE_TO.search(before):
        return -1.0, "something done to the person"
    if OFFENDER_AFTER.match(clause_after):
        return 2.5, "an offender's deed or fate follows"
    if OFFENDER_BEFORE.search(before):
        return 1.2, "an offender's company"
    if in_heading:
        return 1.5, "named in the heading"
    return 0.1, "named in the telling"


def _next_persons(text: str, names: Sequence[Name]) -> list[int]:
    """For each name where the next one stands that is not of the same row."""
    nexts = [len(text)] * len(names)
    for index in range(len(names) - 2, -1, -1):
        between = text[names[index].end : names[index + 1].start]
        is_row = len(between) <= 4 and _LIST.fullmatch(between)
        nexts[index] = nexts[index + 1] if is_row else names[index + 1].start
    return nexts


def _pass_along(
    text: str, names: Sequence[Name], weights: list[tuple[float, str]]
) -> None:
    """Let a role pass along a row of names: 被告人孙某、李某和周某."""
    for index in range(1, len(names)):
        between = text[names[index - 1].end : names[index].start]
        bracket = between.startswith("（") and len(between) <= 14
        plain = len(between) <= 4 and _LIST.fullmatch(between)
        listed = bracket and re.search(r"）(?:、|和|与|及|以及)$", between)
        if not (plain or listed):
            continue
        points, _ = weights[index]
        earlier, reason = weights[index - 1]
        if abs(earlier) > abs(points) or abs(points) < 1:
            weights[index] = (earlier, reason)
    # The row's last name may be the one that is told about: 孙某、李某等人被抓获.
    for index in range(len(names) - 2, -1, -1):
        between = text[names[index].end : names[index + 1].start]
        if len(between) <= 2 and between and _LIST.fullmatch(between):
            points, _ = weights[index]
            later, reason = weights[index + 1]
            if abs(later) > abs(points):
                weights[index] = (later, reason)


def _merge_short_forms(people: dict[str, _Person]) -> None:
    """Fold 孙某 into 孙某媛 where it can only be the same person.

    The longer form must come first and be the only one of its surname, and the
    short one must never be introduced by a role of its own.
    """
    for short in list(people.values()):
        if not re.fullmatch("[\u4e00-\u9fff]{1,2}某", short.name):
            continue
        surname = short.name[:-1]
        longer = [
            person
            for person in people.values()
            if person.name != short.name
            and person.name.startswith(surname)
            and (len(person.name) > len(short.name) or "某" not in person.name)
        ]
        if len(longer) != 1:
            continue
        first = longer[0]
        if _order(people, first) < _order(people, short):
            first.add(min(short.weight, 1.0) * 0.1, "named by a shorter form")
            del people[short.name]


def _order(people: dict[str, _Person], person: _Person) -> int:
    return list(people).index(person.name)


def _found(person: _Person) -> Found[str]:
    spans = _first_spans(person.mentions)
    return Found(
        person.name,
        spans,
        "suspects.masked",
        f"A masked name: {'; '.join(person.reasons[:2])}.",
    )


def _first_spans(
    mentions: Iterable[tuple[View, Name]],
) -> tuple[tuple[int, int], ...]:
    for view, name in mentions:
        return view.spans(name.start, name.end)
    return ()
