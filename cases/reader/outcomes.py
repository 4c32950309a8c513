"""What became of the offenders: the outcomes of one case."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cases.reader import prose
from cases.reader.clean import View
from cases.reader.context import CaseContext, Notes
from cases.reader.names import find_names
from cases.reader.outcome_scope import is_beside_the_case
from cases.reader.outcome_words import VOCABULARY
from cases.reader.results import Found

ORDER = (
    "criminal-coercive",
    "administrative-detention",
    "administrative-penalty",
    "prosecuted",
    "convicted",
    "account-closure",
    "arrested",
    "investigating",
)

OF_PERSONS = {
    "criminal-coercive",
    "administrative-detention",
    "administrative-penalty",
    "prosecuted",
    "convicted",
}

# Words in the same clause before a term that take it back or put it in the future.
_NEGATED = re.compile(
    # no 2名未成年人|被行政处罚, 一年至三年不等，并处罚金, 没收、罚款
    r"(?:未(?!成年|婚|来|满)|没有?(?!收)|不(?![法良等同久])|无需|免于|免予|并非|拒不|逃避|躲避|规避|防止|避免|以免|假冒|冒充"
    r"|谎称"
    r"|准备|拟|即将|等待|有待|可以?|涉嫌被|害怕|担心|怕)[^，。；“”]{0,4}$"
    r"|(?:[受吃有挨遭]过|受到过|领过)[^，。；“”]{0,6}$"
    r"|(?:曾(?!某)因?|前科|刑满|此前因)[^，。；]{0,10}$"
    r"|将(?:会)?(?:依法|予以|坚决|从严|一律|继续|持续|进一步|严厉"
    r"|[根依]据[^，。；]{0,8}|[依按]照[^，。；]{0,8}){0,3}$"
)
# 对二人提起公诉: a charge in court; no 移送审查起诉, which asks for one.
_CHARGE = re.compile("公诉|(?<!审查)起诉(?!意见)|司法部|指控")
# 其中3人被起诉, 对佟某等3人提起公诉, beside others in custody.
_OF_A_PART = re.compile(r"其中|部分|另|其余|其他|(?:\d|[四五六七八九十百])余?[名人]")


def _are_charged(by_slug: dict[str, list[_Mention]]) -> bool:
    """Whether those in custody were charged in court since, all of them as far as is
    told: 2月被逮捕，5月检察院对其提起公诉."""
    custody = [m for m in by_slug.get("criminal-coercive", ()) if m.sure]
    charges = [
        mention
        for mention in by_slug.get("prosecuted", ())
        if mention.sure and _CHARGE.search(_words(mention))
    ]
    if not custody or not charges:
        return False
    if charges[-1].start < custody[-1].start:
        return False
    clauses = prose.Finder(prose.clauses(charges[-1].view.text))
    told = (clauses.at(mention.start).text for mention in (*custody, *charges))
    return not any(_OF_A_PART.search(clause) for clause in told)


# The offender's account was blocked before: 账号被封后又注册新号, 因举报被封号.
_BLOCKED_BEFORE = re.compile(
    r"^[^，。；]{0,4}(?:后(?!续|台)|之后|以后|时|，(?:又|便|遂|再次|仍|继续))"
)
_ON_REPORT = re.compile(
    r"(?:因[^，。；]{0,12}(?:举报|投诉)[^，。；]{0,4}|曾(?!某)|多次|屡)被?$"
)

# 唐某（已判刑）, 罗某（另案处理）: outcomes of other cases.
_OF_OTHERS = re.compile(r"（[^（）\n]{0,20}(?:另案|已判|另处)[^（）\n]{0,10}）")
# 因盗窃罪被判处有期徒刑，2022年刑满释放: an earlier matter.
_OF_THE_PAST = re.compile(
    r"因[^，。；\n]{1,20}[被获][^。；\n]{0,60}?(?:刑满(?:后)?释放|执行完毕)"
)
# What a rumour said is no outcome: 编造“某某被判刑”, 称其“被抓”.
_TOLD = re.compile(r"(?:谎称|造谣称|声称|谣传|网传|传言|发帖称)[^，。；]{0,30}$")
# 编造某人被判刑的消息; but 因编造谣言被行政拘留 is one.
_MADE_UP = re.compile(r"(?:编造|虚构|捏造|散布)[^，。；]{0,30}$")
_MADE_UP_AFTER = re.compile(
    r"^[^，。；]{0,10}(?:消息|谣言|信息|视频|传闻|文章|情节|内容|帖)"
)


@dataclass(frozen=True, slots=True)
class _Mention:
    slug: str
    view: View
    start: int
    end: int
    sure: bool


def read_outcomes(case: CaseContext, notes: Notes) -> tuple[Found[str], ...]:
    """The outcomes of a case, in the order of ORDER, each once.

    ``arrested`` is given only when nothing further is said of the persons,
    ``investigating`` only when nothing else is said at all.
    """
    mentions = []
    for view, is_heading in _parts(case):
        mentions += _mentions(view, is_heading)
    mentions += _told_in_commentary(case)
    by_slug: dict[str, list[_Mention]] = {}
    for mention in mentions:
        by_slug.setdefault(mention.slug, []).append(mention)
    if "administrative-detention" in by_slug or "convicted" in by_slug:
        _drop_companions(by_slug)
    if by_slug.keys() & _CRIMINAL:
        # 涉事物业公司被责令整改: beside the arrests no outcome of the case.
        orders = by_slug.get("administrative-penalty", [])
        if orders and all(_ORDER.match(_words(mention)) for mention in orders):
            del by_slug["administrative-penalty"]
    if _is_let_off(by_slug, case):
        del by_slug["prosecuted"]
    if "prosecuted" in by_slug and all(
        _words(mention) == _HELD_LIABLE for mention in by_slug.get("convicted", ())
    ):
        # 已提起公诉，被追究刑事责任的共26人: no court has spoken yet.
        by_slug.pop("convicted", None)
    if not by_slug and (somehow := _caught_somehow(case.narrative)):
        by_slug["arrested"] = [somehow]
        notes.doubt("outcome", "weak-outcome", _words(somehow))
    held = by_slug.get("administrative-detention", [])
    if held and all("行政" not in _words(m) for m in held) and _is_abroad(case):
        # 10名参与者在其他国家被拘留: no measure of the law on public security
        del by_slug["administrative-detention"]
        by_slug.setdefault("arrested", held)
        notes.doubt("outcome", "weak-outcome", _words(held[0]))
    if by_slug.keys() & OF_PERSONS:
        by_slug.pop("arrested", None)
    if len(by_slug) > 1:
        by_slug.pop("investigating", None)
    if "convicted" in by_slug:
        # 检察建议 ... 该公司关停异常账号2万个: what others did afterwards.
        closed = by_slug.pop("account-closure", [])
        if own := [
            mention for mention in closed if _ITS_ACCOUNTS.search(_clause(mention))
        ]:
            by_slug["account-closure"] = own
    _doubt(by_slug, case, notes)
    if "convicted" in by_slug or _are_charged(by_slug):
        # Custody on the way to a judgment is over with it.
        by_slug.pop("criminal-coercive", None)
    return tuple(_found(by_slug[slug]) for slug in ORDER if slug in by_slug)


# 近日法院作出判决，钱某等11名主犯被判处; no 根据规定，钱某应当被判处.
_DONE_BY_AUTHORITY = re.compile("法院|检察|公安|警方|近日|日前|目前|至此|现已")
_ARGUES = re.compile(
    "规定|律师|根据|依据|依照|按照|认为|应当|如果|本案中|表示|提醒|[”“]"
)


def _told_in_commentary(case: CaseContext) -> list[_Mention]:
    """What a sentence of the commentary tells of somebody whom the telling names: a
    story may end under a heading of advice."""
    if case.commentary is None:
        return []
    named = {name.name for name in find_names(case.narrative.text)}
    told = []
    sentences = [
        sentence
        for sentence in prose.sentences(case.commentary.text)
        if _DONE_BY_AUTHORITY.search(sentence.text)
        and not _ARGUES.search(sentence.text)
        and any(name.name in named for name in find_names(sentence.text))
    ]
    if sentences:
        told = [
            mention
            for mention in _mentions(case.commentary, is_heading=False)
            if mention.slug in OF_PERSONS
            and any(s.start <= mention.start < s.end for s in sentences)
        ]
    return told


# 移送审查起诉, then 相对不起诉: only what is handed to a court was prosecuted.
_NOT_PROSECUTED = re.compile(
    "(?:相对|存疑|法定|酌定|附条件|作出?|宣布|决定|依法)(?:了|的)?不(?:予)?起诉"
)
_IN_COURT = re.compile("公诉|法院|指控|被控|法庭")


def _is_let_off(by_slug: dict[str, list[_Mention]], case: CaseContext) -> bool:
    """Whether the case was handed to a prosecutor, who did not prosecute."""
    return (
        "prosecuted" in by_slug
        and "convicted" not in by_slug
        and not any(_IN_COURT.search(_words(m)) for m in by_slug["prosecuted"])
        and _NOT_PROSECUTED.search(prose.own_facts(case.narrative.text)) is not None
    )


# 26名犯罪嫌疑人栽了跟头: caught, in whatever words it is told.
_CAUGHT_SOMEHOW = re.compile(
    r"\d{1,5}余?名(?:主要|涉案)?(?:犯罪嫌疑人|嫌疑人|涉案人员|违法人员|团伙成员)"
    r"|(?:犯罪嫌疑人|嫌疑人|涉案人员|违法人员|团伙成员)\d{1,5}余?[名人]"
)


def _caught_somehow(view: View) -> _Mention | None:
    """Where offenders are counted, though no words tell their outcome."""
    told = _CAUGHT_SOMEHOW.search(prose.own_facts(view.text))
    return told and _Mention("arrested", view, told.start(), told.end(), True)


# 涉案账号已全部关闭: of the case itself, whoever closed them.
_ITS_ACCOUNTS = re.compile(
    "(?:涉案|涉事|涉嫌|其|上述)的?[^，。；]{0,6}(?:账号|帐号|直播间|公众号|网站|频道)"
)
_HELD_LIABLE = "被追究刑事责任"
_CRIMINAL = {"criminal-coercive", "prosecuted", "convicted", "arrested"}
_ORDER = re.compile("责令|要求|限期|停业|暂停|列入|通报批评|注销")


def _parts(case: CaseContext) -> list[tuple[View, bool]]:
    parts = [(case.narrative, False)]
    if case.heading is not None:
        parts.insert(0, (case.heading, True))
    return parts


def _mentions(view: View, is_heading: bool) -> list[_Mention]:
    text = prose.own_facts(view.text)
    for pattern in (_OF_OTHERS, _OF_THE_PAST):
        text = prose.mask(text, [match.span() for match in pattern.finditer(text)])
    mentions = []
    for slug, pattern in VOCABULARY.items():
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - 90) : match.start()]
            after = text[match.end() : match.end() + 30]
            if _NEGATED.search(before) or _TOLD.search(before):
                continue
            if is_beside_the_case(slug, match.group(), before, after):
                continue
            if "撤回" in match.group() or "撤销" in match.group():
                continue
            if slug == "account-closure" and (
                _BLOCKED_BEFORE.match(after)
                or _ON_REPORT.search(before[-8:] + match.group())
            ):
                continue
            if _MADE_UP.search(before) and _MADE_UP_AFTER.match(after):
                continue
            # 采取强制措施 is criminal in a police bulletin, 行政强制措施 is not.
            if match.group() == "强制措施" and before.endswith("行政"):
                continue
            mentions.append(
                _Mention(slug, view, match.start(), match.end(), not is_heading)
            )
    criminal = [m for m in mentions if m.slug == "criminal-coercive"]
    # 嫌疑人被拘留, 涉嫌诈骗罪被拘留: criminal, though 被拘留 alone is administrative.
    return [
        m
        for m in mentions
        if m.slug != "administrative-detention"
        or not any(c.start <= m.start < c.end for c in criminal)
    ]


def _drop_companions(by_slug: dict[str, list[_Mention]]) -> None:
    """Words of one outcome that are part of a graver one told of the same persons.

    治安拘留处罚 and 行政处罚 beside 行政拘留 name one decision; 没收违法所得 and
    责令退赔 stand in judgments too.
    """
    penalties = by_slug.get("administrative-penalty")
    if not penalties:
        return
    is_judged = "convicted" in by_slug
    kept = [m for m in penalties if _is_separate(m, is_judged=is_judged)]
    if kept:
        by_slug["administrative-penalty"] = kept
    else:
        del by_slug["administrative-penalty"]


_OWN_PENALTY = re.compile(r"罚款|警告|责令|限期|停业|吊销|暂停")
# 行政拘留三日，并处罚款二百元; 对牛某处以警告: a penalty beside the detention.
_FINE_OR_WARNING = re.compile("罚款|警告")
# 马某等11名刷手被公安机关处以行政处罚, beside those who were judged.
_BY_POLICE = re.compile(
    r"(?:公安机关|公安局|公安分局|警方|派出所)[^，。；曾受]{0,20}"
    r"(?:行政处罚|治安处罚|罚款|警告)"
)
# 8人被判处有期徒刑，12人被行政处罚
_OF_SOME = re.compile(
    r"(?:\d{1,4}|[一二两三四五六七八九十百]{1,4})余?[名人][^，。；]{0,16}"
    r"(?:被|受到|予以|处以|给予)[^，。；]{0,10}(?:行政处罚|治安处罚|警告|罚款)"
)
_ORGANISATION = re.compile(r"公司|企业|单位|平台|网站|酒店|医院|学校|机构|运营者|商户")


def _is_separate(mention: _Mention, *, is_judged: bool) -> bool:
    text = mention.view.text
    if not is_judged and _FINE_OR_WARNING.search(_words(mention)):
        return True
    clause = text[max(0, mention.start - 30) : mention.end + 10]
    if is_judged and (_BY_POLICE.search(clause) or _OF_SOME.search(clause)):
        return True
    return bool(_OWN_PENALTY.search(clause)) and bool(_ORGANISATION.search(clause))


def _doubt(by_slug: dict[str, list[_Mention]], case: CaseContext, notes: Notes) -> None:
    if not by_slug:
        if case.narrative.text:
            notes.doubt("outcome", "no-outcome")
        return
    slugs = [slug for slug in ORDER if slug in by_slug]
    in_heading_only = [s for s in slugs if not any(m.sure for m in by_slug[s])]
    penalties = by_slug.get("administrative-penalty", [])
    abroad = _is_arrest_abroad(by_slug.get("criminal-coercive", []), case)
    if abroad:
        notes.doubt("coercive", "weak-outcome", _words(by_slug["criminal-coercive"][0]))
    if "criminal-coercive" in by_slug and "convicted" in by_slug:
        notes.doubt("outcome", "several-stages", *slugs[:2])
    elif len(by_slug.keys() & OF_PERSONS) > 2:
        notes.doubt("outcome", "several-outcomes", "、".join(slugs))
    elif {"administrative-detention", "administrative-penalty"} == set(slugs) and all(
        _ACCESSORY.search(_clause(m)) for m in penalties
    ):
        # 行政拘留七日并处罚款: one decision; the fine may not be worth filing under.
        notes.doubt("outcome", "several-outcomes", "、".join(slugs))
    elif in_heading_only:
        notes.doubt("outcome", "heading-outcome", "、".join(in_heading_only))
    elif penalties and not any(_PLAIN_PENALTY.search(_clause(m)) for m in penalties):
        notes.doubt("outcome", "weak-outcome", _words(penalties[0]))
    elif abroad:
        arrest = _words(by_slug["criminal-coercive"][0])
        notes.doubt("outcome", "weak-outcome", arrest)
    elif case.is_long_story and len(slugs) > 1 and (once := _told_once(by_slug)):
        notes.doubt("outcome", "told-once", _words(once))
    elif slugs == ["investigating"]:
        notes.doubt("outcome", "weak-outcome", _words(by_slug["investigating"][0]))


def _told_once(by_slug: dict[str, list[_Mention]]) -> _Mention | None:
    """The outcome of several that a long story tells once; it may be another's."""
    lonely = (mentions for mentions in by_slug.values() if len(mentions) == 1)
    return next((mentions[0] for mentions in lonely), None)


# 逮捕 by such authorities is no coercive measure of Chinese law.
_ABROAD = re.compile(
    "美国|司法部|FBI|联邦调查局|欧洲刑警|国际刑警|欧洲司法|乌克兰|英国|荷兰|法国|德国"
    "|西班牙|日本|韩国|俄罗斯|巴西|印度|澳大利亚|加拿大|新加坡|尼日利亚|伦敦|波兰|罗马尼亚|瑞士|瑞典|挪威"
    "|芬兰|比利时|意大利|希腊|土耳其|以色列|葡萄牙|捷克|匈牙利|奥地利|爱尔兰|墨西哥|阿根廷|南非|加纳|爱沙尼亚|立陶宛"
)


def _is_arrest_abroad(mentions: list[_Mention], case: CaseContext) -> bool:
    """Whether the only measures told are arrests and foreign authorities act."""
    arrests = mentions and all(_ARREST.search(_words(mention)) for mention in mentions)
    return bool(arrests) and _is_abroad(case)


_ARREST = re.compile("逮捕|羁押|拘|收押|关押")


def _is_abroad(case: CaseContext) -> bool:
    """Whether foreign authorities act, and no police of this country."""
    told = case.narrative.text
    return bool(_ABROAD.search(told)) and "公安" not in told


_ACCESSORY = re.compile("并处|并罚|并被罚|及罚款|和罚款|，罚款")
_PLAIN_PENALTY = re.compile("行政处罚|治安处罚|罚款|警告|没收|吊销|责令")


def _clause(mention: _Mention) -> str:
    """The words around a mention."""
    return mention.view.text[max(0, mention.start - 10) : mention.end + 10]


def _words(mention: _Mention) -> str:
    return mention.view.text[mention.start : mention.end]


def _found(mentions: list[_Mention]) -> Found[str]:
    first = next((mention for mention in mentions if mention.sure), mentions[0])
    words = _words(first)
    return Found(
        first.slug,
        first.view.spans(first.start, first.end),
        f"outcomes.{first.slug}",
        f"The text says {words}.",
    )
