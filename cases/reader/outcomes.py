"""What became of the offenders: the outcomes of one case."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cases.reader import prose
from cases.reader.clean import View
from cases.reader.context import CaseContext, Notes
from cases.reader.outcome_scope import is_beside_the_case
from cases.reader.results import Found
from cases.reader.wordtable import guarded

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

# What each outcome is called. Criminal: Criminal Procedure Law arts 66 to 100
# (the five coercive measures), 169 to 182 (prosecution). Administrative: Public
# Security Administration Punishments Law art. 10, Administrative Penalty Law art. 9.
CRIMINAL_COERCIVE = re.compile(
    r"""
    刑事(?:强制)?措施|刑事强制|强制措施          # 采取刑事强制措施; 采取强制措施
    |刑事拘留|刑拘|(?:依法)?提请(?:批准)?逮捕     # 被刑拘
    |批准逮捕|批捕|(?:执行|予以|依法|正式|被|已|宣布)逮捕
    |逮捕(?!令|证|必要|条件|案件|的案件)
    |取保候审|取保|监视居住|拘传
    |羁押(?!必要|期限|场所)                      # 现羁押于某看守所
    """,
    re.VERBOSE,
)
ADMINISTRATIVE_DETENTION = re.compile(
    r"""
    行政拘留|行拘|治安拘留|治安管理拘留|司法拘留
    |(?:处以?|予以|给予|作出|被|罚|决定)(?:行政|治安)?(?:处罚)?拘留
    |拘留(?:[〇零一二三四五六七八九十]{1,3}|\d{1,2})[日天]  # 拘留十日
    """,
    re.VERBOSE,
)
ADMINISTRATIVE_PENALTY = re.compile(
    r"""
    行政处罚(?!法|案件|记录|决定书文号|裁量)|治安处罚|治安管理处罚(?!法)|行罚
    |(?:处|处以|予以|给予|被|并处|罚|作出)[^，。；]{0,12}?罚款
    |罚款(?:人民币)?[\d一二两三四五六七八九十百千壹贰叁伍]
    |(?:予以|给予|处以?|被|作出|并)(?:行政|了)?警告
    |被[^，。；]{1,10}(?:给予|处以|予以)?警告(?!信|牌|标志)
    |(?:警告|罚款)\d{1,4}余?[名人]|警告、
    |(?:处|罚)[^，。；]{0,8}[万千]?元(?:的)?(?:行政)?(?:处罚|罚款)
    |(?:已|均|被|受到)[^，。；]{0,8}(?:惩处|惩戒|处分)|警告(?:的|并)[^，。；]{0,6}处罚
    |警告处罚
    |(?:责令|要求)(?:其|该|涉事|限期|立即|依法|单位|公司|企业|[^，。；]{0,10}?)
      (?:限期)?(?:改正|整改|停业)
    |责令(?:限期)?(?:改正|整改|停产停业|停业整顿|暂停)|限期(?:改正|整改)|停业整顿
    |暂停(?:新增?业务|相关业务|新用户注册|更新)
    |没收(?:其)?(?:违法|非法)所得|吊销|暂扣许可证|降低资质|注销(?:备案|许可)
    |被(?:依法)?(?:行政)?处罚|依法(?:依规)?(?:从[严重快]|严厉|严肃|顶格|及时)?
      (?:予以|给予|进行|作出|作)?(?:相应)?(?:的)?处罚|予以处罚|给予处罚|处罚决定
    |被罚(?!款?金)|处以[^，。；]{0,6}处罚
    |通报批评|(?:予以|作出?|进行|采取|实施|依法|已被|被(?!迫))[^，。；]{0,4}下架
    |下架(?:处理|处置|整改)|责令[^，。；]{0,12}?下架|全网下架
    |(?:依法|予以)[^，。；]{0,6}取缔|停机整顿|(?:处以?|决定|予以|强制|暂)停业|停业处罚
    |列入(?:经营异常名录|失信名单|黑名单)
    """,
    re.VERBOSE,
)
PROSECUTED = re.compile(
    r"""
    提起(?:了)?公诉|公诉至|起诉至|依法(?:对[^，。；不]{0,20})?(?:提起)?(?:公诉|起诉)
    |被(?:依法)?(?:提起)?(?:公诉|起诉)|(?:移送|移交|移诉)[^，。；]{0,24}?(?:审查)?起诉
    |审查起诉
    |应当以[^，。；]{2,40}罪追究|直诉|(?:检察院|检察机关)[^，。；不]{0,20}(?:提起)?
      (?:公诉|起诉)
    |(?:移送|移交|报送)[^，。；]{0,14}?(?:检察院|检察机关|检方)(?!提请|报请|批准)
    # abroad: 司法部起诉5名, 被控, 提出刑事指控
    |司法部[^，。；不]{0,14}起诉|起诉(?:了)?\d{1,3}[名人]|(?:刑事|正式)指控
    |(?:提出|提起|面临)[^，。；]{0,20}指控|被(?:正式)?指控
    |被控(?:犯有|涉嫌|犯|合谋|诈骗|盗窃)
    """,
    re.VERBOSE,
)
CONVICTED = re.compile(
    r"""
    判处|被判(?!断|定为?无)|获刑(?=[^事]|$)|判刑|有期徒刑|无期徒刑|拘役|免予刑事处罚
    |死刑
    |(?:依法|一审|二审|终审|公开|当庭|作出|如下|上述)(?:公开)?(?:宣判|判决|裁定)
    |判决(?:被告|如下|认定|生效|结果)|宣判|刑事判决
    |处(?:管制|罚金)|并处罚金|单处罚金|维持原判|驳回上诉
    |(?:因此|终|最终|已|均)获刑|领刑|被追究刑事责任|锒铛入狱|获有期徒刑
    |判(?:了)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})年(?!前)
    """,
    re.VERBOSE,
)
ACCOUNT_CLOSURE = re.compile(
    r"""
    # 封停自媒体账号200余个; 关闭了涉事直播间
    (?:关闭|封停|封禁|关停|关掉|查封|清理|注销|处置|停用|暂停
      |(?<![解查])封)(?!印章)[^，。；]{0,20}?
      (?:账号|帐号|公众号|直播间|频道|微信群|QQ群)
    # 有关账号已被依法依约关闭
    |(?:账号|帐号|账户|公众号|直播间)[^，。；]{0,24}?
      (?:关闭|封停|封禁|关停|处置|(?<!解)封号|停用|限制功能|清理
        |(?:被|予以|依法)[^，。；]{0,6}注销)
    # 会同通信管理部门关闭该网站; not 该校已关停网站
    |(?:网信|通信管理|主管部门|公安|网警|警方|依法|责令|予以)[^，。；]{0,20}?
      (?:关闭|关停|取缔|封停)[^，。；]{0,10}?(?:网站|网页|小程序)
    |(?:暂停|取消|关闭|回收)[^，。；]{0,8}(?:营利|盈利|收益|分成|带货|直播|商业)权限
    |解散[^，。；]{0,8}群
    |(?:依法依约|依法依规|永久)(?:关闭|封停|封禁|封号)|(?<!解)封号|禁言|账号处置
    """,
    re.VERBOSE,
)
ARRESTED = re.compile(
    r"""
    抓获|抓捕(?!行动|方案|工作|组|任务|小组|现场|时机|计划|条件|力量)|擒获|捕获|捉获
    |缉获|缉捕归案|生擒
    |将[^，。；]{1,16}?(?:控制|查获|截获|挡获|带走|拿下|制服)(?!系统|计算机|电脑|手机
      |的)
    |被(?:警方|公安机关|公安民警|民警|当场|依法|成功){1,3}(?:控制|带走|查获|传唤|制服)
    |落网|归案|到案|落入法网|就擒|一网打尽|无一漏网|投案|自首|被抓|被捕|抓住|抓到|揪出
    |(?:截获|查获|查处|控制|带回|传唤|打掉|查处)[^，。；]{0,16}?
      (?:嫌疑人|嫌犯|违法人员|行为人|人员(?!信息)|成员|\d{1,5}余?(?:名|人)(?!信息|次))
    |(?:嫌疑人|嫌犯|当事人|行为人|人员)[^，。；]{0,10}?
      (?:被(?:依法)?(?:控制|传唤|查获|带走|带回)|全部到案)
    |(?:打击处理|打处|处理违法犯罪嫌疑人|移交)[^，。；]{0,10}?\d{1,5}余?[名人]
    |被(?:公安(?:机关|局)?|警方|网警|民警)(?:依法)?查处
    |(?:刑事|强制|口头|书面|依法)传唤|传唤(?:到案|至|到[^，。；]{0,6}(?:派出所|公安))
    |(?:先后|成功|当场|依法|联合)(?:将[^，。；]{1,20})?(?:抓|控制)
    """,
    re.VERBOSE,
)
INVESTIGATING = re.compile(
    r"""
    (?:正在|在)(?:进一步)?(?:侦办|侦查|调查|深挖|审理|办理|侦破)(?:之?中)?
    |(?:侦办|侦查|调查|办理|审理|深挖|审查)(?:之)?中
    |进一步(?:侦办|侦查|调查|审理|深挖|办理|审查|处理)
    |立案(?:侦查|调查|侦办|查处)|已(?:依法)?立案|予以立案|受理(?:为)?(?:刑事|行政)案件
    |介入调查|启动调查|另案侦查|未(?:到案|归案)
    """,
    re.VERBOSE,
)
_PATTERNS = {
    "criminal-coercive": CRIMINAL_COERCIVE,
    "administrative-detention": ADMINISTRATIVE_DETENTION,
    "administrative-penalty": ADMINISTRATIVE_PENALTY,
    "prosecuted": PROSECUTED,
    "convicted": CONVICTED,
    "account-closure": ACCOUNT_CLOSURE,
    "arrested": ARRESTED,
    "investigating": INVESTIGATING,
}
VOCABULARY = {
    slug: re.compile(guarded(pattern.pattern, is_verbose=True), re.VERBOSE)
    for slug, pattern in _PATTERNS.items()
}
OF_PERSONS = {
    "criminal-coercive",
    "administrative-detention",
    "administrative-penalty",
    "prosecuted",
    "convicted",
}

# Words in the same clause before a term that take it back or put it in the future.
_NEGATED = re.compile(
    r"(?:未|没有?|不|无需|免于|免予|并非|拒不|逃避|躲避|规避|防止|避免|以免|假冒|冒充"
    r"|谎称"
    r"|准备|拟|即将|等待|有待|可以?|涉嫌被|害怕|担心|怕)[^，。；“”]{0,4}$"
    r"|(?:曾(?!某)因?|前科|刑满|此前因)[^，。；]{0,10}$"
    r"|将(?:会)?(?:依法|予以|坚决|从严|一律|继续|持续|进一步|严厉"
    r"|根据[^，。；]{0,8}){0,3}$"
)
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
    if by_slug.keys() & OF_PERSONS:
        by_slug.pop("arrested", None)
    if len(by_slug) > 1:
        by_slug.pop("investigating", None)
    if "convicted" in by_slug:
        # 检察建议 ... 该公司关停异常账号2万个: what others did afterwards.
        by_slug.pop("account-closure", None)
    _doubt(by_slug, case, notes)
    if "convicted" in by_slug:
        # Custody on the way to a judgment is over with it.
        by_slug.pop("criminal-coercive", None)
    return tuple(_found(by_slug[slug]) for slug in ORDER if slug in by_slug)


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
            before = text[max(0, match.start() - 40) : match.start()]
            after = text[match.end() : match.end() + 14]
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
    return mentions


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
    elif _is_arrest_abroad(by_slug.get("criminal-coercive", []), case):
        arrest = _words(by_slug["criminal-coercive"][0])
        notes.doubt("outcome", "weak-outcome", arrest)
        notes.doubt("coercive", "weak-outcome", arrest)
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
    "|西班牙|日本|韩国|俄罗斯|巴西|印度|澳大利亚|加拿大|新加坡|尼日利亚"
)


def _is_arrest_abroad(mentions: list[_Mention], case: CaseContext) -> bool:
    """Whether the only measures told are arrests and foreign authorities act."""
    arrests = mentions and all("逮捕" in _words(mention) for mention in mentions)
    told = case.narrative.text
    return bool(arrests and _ABROAD.search(told) and "公安" not in told)


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
