"""Named special operations: 净网2024, 清朗, 夏季行动."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cases.reader.clean import View
from cases.reader.results import Found, Span
from cases.reader.wordtable import guarded

# Operations that are named without quotation marks too: 净网2024专项行动.
KNOWN = (
    # the police against cybercrime and fraud
    "净网|护网|清网|靖网|安网|扫网|断卡|断流|断号|断源|断链|断根|断线|拔钉|打猫|斩链|清链"
    "|斩源|斩根|云剑|云端|云鹰|长城|猎狐|猎网|猎鹰|猎影|獴猎|清源|净源|净流"
    # the police at large; the borders, the rivers, food and environment
    "|昆仑|雷霆|雷火|利剑|蓝剑|绿剑|亮剑|砺剑|神剑|铸剑|飓风|风暴|旋风|惊雷|春雷|霹雳"
    "|闪电|鹰击|鹰眼|天眼|天网|金盾|蓝盾|神盾|平安|固边|净边|净风|清风|清剿|清零|歼击"
    "|犁庭|破冰|曙光|铁腕|铁锤|铁骑|重拳|夏安|冬安|护安|护航|护企|护校|护考|护民|护蕾"
    "|护老|守护|团圆|使命|钱塘|巴渝"
    # internet regulators, those against pornography and piracy, markets, customs
    "|清朗|剑网|护苗|秋风|网剑|铁拳|铁篱|龙腾|国门利剑|国门勇士|蓝天"
    # prosecutors and courts
    "|检护民生|检察护企|检察护航|执行利剑|秋季风暴|夏日风暴"
)
# The words between a name and 行动: “净网”系列专项行动, “断卡”集中收网行动,
# “守护消费”铁拳行动
KIND = (
    "(?:网络)?(?:系列)?(?:夏季|冬季|春季|秋季|打击|整治|治理|清理|集中|统一|专项|专案|会战"
    "|集群|联合|执法|收网|监督|检查|百日|三年|铁拳|利剑|攻坚)*"
)
# “亮剑2024”消费领域个人信息保护专项执法行动: its field between name and kind
FIELD = "(?:[一-鿿]{2,16}?(?=专项|集中))?"
# The year that stands behind the quotation marks: “网剑”2024年专项行动
YEAR_BEHIND = r"(?:20\d\d年?(?:度)?)?"
SEASON = "(?:夏季|冬季|春季|秋季|暑期|百日|冬春|春夏|夏夜|冬夜)"
# What stands in quotation marks, with a quotation of its own: “清朗·整治‘黑嘴’”
INNER = '(?:[^“”‘’"，。；]|‘[^“”‘’"，。；]{1,12}’|“[^“”‘’"，。；]{1,12}”)'
_CAMPAIGN = rf"""
    # “净网2024”专项行动, “清朗”系列专项行动, “净网”“护网”等专项行动
    (?<!打击)(?<!整治)(?<!治理)(?<!惩治)
      [“‘"](?P<quoted>{INNER}{{2,28}})[”’"]
      (?=(?:[、和及]?[“‘"]{INNER}{{2,28}}[”’"]){{0,4}}等?{YEAR_BEHIND}{FIELD}{KIND}
        (?:行动|战役|会战|攻势|攻坚战|(?<=专项)(?:工作|整治|治理|执法)|集群战役))
    # 代号“惊蛰”的收网行动
    |代号(?:为|叫|是)?[：:]?[“‘"](?P<coded>{INNER}{{2,12}})[”’"]
    # “净网—2023”, “夏季行动”, “清朗·某某整治”
    |[“‘"](?P<named>
      {INNER}{{0,8}}(?:{KNOWN})[-—·]?(?:20)?\d{{2,4}}{INNER}{{0,8}}
      |{INNER}{{0,12}}(?:{SEASON}|专项){INNER}{{0,6}}(?:行动|攻势|会战|攻坚战){INNER}{{0,8}}
      |(?:清朗|护苗|剑网)[·—-]?{INNER}{{0,24}}
      |(?:{INNER}{{1,8}}[·—-])?{INNER}{{2,8}}(?<!在)(?:行动|攻势|会战|攻坚战)(?:20\d\d)?
      )[”’"]
    # 净网2024 without quotation marks
    |(?P<bare>(?:(?:{KNOWN})[·、])?(?:{KNOWN})[-—·]?20\d\d)
    # 夏季治安打击整治“百日行动”
    |(?P<season>{SEASON}[一-鿿]{{0,10}}[“‘"][一-鿿]{{2,6}}(?:行动|攻势|会战)[”’"])
    # 夏季治安打击整治专项行动, 百日行动, 治安打击整治冬季行动
    |(?P<described>(?:治安)?(?:打击整治)?{SEASON}[一-鿿]{{0,14}}?(?:行动|会战|攻势))
    # 断卡行动, 清朗系列专项行动
    |(?P<known>(?:{KNOWN})(?=(?:系列)?(?:专项|集中|收网|联合|执法)*(?:行动|攻势|战役)))
"""
CAMPAIGN = re.compile(guarded(_CAMPAIGN, is_verbose=True), re.VERBOSE)
# No name: what the operation is against, “网络水军”专项行动.
AGAINST = re.compile(
    r"网络水军|电信|诈骗|谣言|黑客|赌博|犯罪|违法|黑灰产|黑产|个人信息|侵公|暴力|色情|直播"
    r"|乱象|涉企|两卡|钓鱼|裸聊|跑分|杀猪盘|刷单|网络暴力|网暴|法$"
    r"|^[^一-鿿]*[一-鿿]?[^一-鿿]*$"  # “7·23”收网行动: a number, no name
)
# An operation without a name of its own is called by what it is against:
# 打击整治网络谣言专项行动; 开展网络谣言打击整治专项行动.
TOPIC = (
    "(?:(?!为期|开展|推进|部署|启动|组织|深入|持续|强化|加强)[一-鿿A-Za-z、]){2,20}?"
)
DEED = "(?:打击整治|打击治理|集中整治|清理整治|打击|整治|治理|惩治|清理|保护)"
NAMELESS = re.compile(
    rf"{DEED}{TOPIC}”?(?:系列)?"
    r"(?:专项(?:整治|打击|治理|执法)?|[三百](?:年|日))行动"
    r"|(?:(?<=开展|推进|部署|启动|实施|组织|发起|结合|依托|参加|展开|全国|全省|全市|全区)"
    # 开展为期三个月的
    r"|(?<=[日天月年]的))"
    rf"{TOPIC}(?:{DEED}(?:系列)?(?:专项|三年)|专项(?:整治|治理|打击))行动"
)
# 打击网络违法犯罪专项行动, 集中打击整治专项行动: not even that is told.
VAGUE = re.compile(
    r"(?:依法|严厉|全面|深入|打击|整治|治理|惩治|清理|集中|专项|系列|统一|各类|突出|涉网"
    r"|网络|违法|犯罪|活动|案件|行动|全[国省市区]|治安|三年|、|为期.*|.*的.*)*"
)
NAME = re.compile(KNOWN)
YEAR = re.compile(r"(?:20)?\d\d$")

# An operation that an authority of the State began, told as background: no authority
# acts in it (在公安部部署开展的“净网”行动中, 按照公安部部署).
BACKGROUND = re.compile(
    r"(?:中央网信办|国家网信办|公安部|工信部|工业和信息化部|国家广电总局"
    r"|最高[^，。]{1,8})"
    r"[^，。；]{0,20}(?:启动|开展|部署|发起|印发|公布|发布|牵头|推出|掀起|打了|打过|打响)"
)
TAKING_PART = re.compile(
    r"(?:按照|根据|响应|落实|贯彻|依托|在|自|结合|推进)[^，。；]{0,12}$"
)
# A code name is an operation's where words of one stand beside it, not a programme's or
# a gang's: 代号“惊蛰”的收网行动, 代号“小黑”的程序.
OPERATION = re.compile(
    r"行动|收网|[战一]役|会战|决战|攻势|攻坚|总攻|抓捕|围剿|清剿|集群|歼"
)
CODE_REACH = 16
# “荒野行动”等游戏: no operation of the police.
GAME = re.compile(r"游戏|外挂|手游|端游|玩家|装备|皮肤")
GAME_REACH = 24
# An event or a product that bears such a name: “护航行动”企业安全沙龙报名中.
EVENT = re.compile(
    r"沙龙|大会|峰会|论坛|报名|培训|训练营|大赛|竞赛|挑战赛|课程|公开课|讲座|招募|伙伴|扫码"
    r"|产品|方案|服务包|套餐|优惠|直播预告|欢迎(?:参加|加入|关注)"
)
EVENT_REACH = 16
# Year after year: 2020年以来，全国公安机关深入推进“净网”系列专项行动.
HISTORY = re.compile(r"近(?:几|两|三)?年来?|(?P<year>20\d\d)年以来|连续|每年|历年|多年")
# FBI牵头“终局行动”
FOREIGN = re.compile(
    r"FBI|CIA|美国|英国|欧洲|欧盟|联邦|国际刑警|国际执法|多国|海外执法|境外执法"
    r"|Operation"
)
SENTENCE_END = re.compile(r"[。！？\n]")


def read_campaign(
    views: Iterable[View | None], *, told: View | None = None, year: int | None = None
) -> Found[str] | None:
    """The named special operation, the first in the order of the views, ``told``
    behind them; one with a year comes before others of the same view, one that is
    only called by what it is against behind all.

    ``told`` is a story's telling, in which an operation that a national authority
    began is background; ``year`` the year of publication.

    >>> from cases.reader.clean import normalise
    >>> read_campaign([normalise("在“夏季行动”和“净网2023”专项行动中")]).value
    '净网2023'
    """
    parts = [view for view in (*views, told) if view is not None]
    for look in (_named, _nameless):
        for view in parts:
            found = [
                (rank, span, value)
                for rank, span, value in look(view.text)
                if (YEAR.search(value) or not _is_no_part(view.text, span[0], year))
                and not (view is told and _is_background(view.text, span[0]))
            ]
            if found:
                _, span, value = min(found)
                reason = "a named special operation"
                return Found(value, view.spans(*span), "campaigns.named", reason)
    return None


def _named(text: str) -> Iterator[tuple[int, Span, str]]:
    """The names of operations in a text: how far behind each ranks, where, which."""
    for match in CAMPAIGN.finditer(text):
        kind = match.lastgroup or ""
        value = match[kind]
        if kind == "quoted" and _is_only_against(value):
            continue
        if kind == "coded" and not _is_operation(text, *match.span()):
            continue
        if value.endswith("行动") and _is_game(text, *match.span()):
            continue
        if EVENT.search(text, match.end(), _line_end(text, match.end())):
            continue
        # “云剑”行动 is a name, 夏季治安打击整治行动 beside it says what kind.
        rank = (0 if YEAR.search(value) else 2) + (kind == "described")
        yield rank, match.span(kind), value


def _is_operation(text: str, start: int, end: int) -> bool:
    """Whether words of an operation stand beside a code name, in its sentence."""
    before = text[max(0, start - CODE_REACH // 2) : start].rpartition("。")[2]
    behind = text[end : end + CODE_REACH].partition("。")[0]
    return OPERATION.search(before + "\n" + behind) is not None


def _is_only_against(value: str) -> bool:
    """Whether quoted words say what an operation is against: “网络水军”专项行动."""
    found = AGAINST.search(value) or re.match(DEED, value)
    return found is not None and not NAME.search(value)


def _nameless(text: str) -> Iterator[tuple[int, Span, str]]:
    """The operations that are called by what they are against."""
    for match in NAMELESS.finditer(text):
        value = match.group().replace("”", "")
        if not VAGUE.fullmatch(value):
            yield 0, match.span(), value


def _is_background(text: str, place: int) -> bool:
    """Whether the clause before the name says that the State began it."""
    start = _sentence_start(text, place)
    began = None
    for match in BACKGROUND.finditer(text, start, place):
        began = match
    if began is None or "，" in text[began.end() : place]:
        return False
    return TAKING_PART.search(text, start, began.start()) is None


def _is_game(text: str, start: int, end: int) -> bool:
    """Whether the words around a name speak of games."""
    around = text[max(0, start - GAME_REACH) : end + GAME_REACH]
    return GAME.search(around) is not None


def _line_end(text: str, place: int) -> int:
    """Where the words right behind a name end, in its line and clause."""
    end = SENTENCE_END.search(text, place, place + EVENT_REACH)
    return end.start() if end else min(len(text), place + EVENT_REACH)


def _is_no_part(text: str, place: int, year: int | None) -> bool:
    """Whether the sentence before the name tells of several years or of a foreign
    country's operation."""
    start = _sentence_start(text, place)
    history = HISTORY.search(text, start, place)
    if history and history["year"] and int(history["year"]) == year:
        history = None
    return history is not None or FOREIGN.search(text, start, place) is not None


def _sentence_start(text: str, place: int) -> int:
    """Where the sentence of a place begins, 200 characters before it at most."""
    start = max(0, place - 200)
    for end in SENTENCE_END.finditer(text, start, place):
        start = end.end()
    return start
