"""Named special operations: 净网2024, 清朗, 夏季行动."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cases.reader.clean import View
from cases.reader.results import Found

# Operations that are named without quotation marks too: 净网2024专项行动. Of the
# police, the internet regulators, and those against pornography and piracy.
KNOWN = (
    "净网|护网|清网|靖网|安网|网剑|剑网|天网|净边|固边|断卡|断流|断号|拔钉|打猫|斩链"
    "|清链"
    "|云剑|云端|昆仑|猎狐|长城|雷霆|雷火|利剑|蓝剑|绿剑|亮剑|铁拳|飓风|鹰击|金盾|守护"
    "|清朗|护苗|秋风|清源|净风|固边|平安|清风|春雷"
)
# The words between a name and 行动: “净网”系列专项行动, “断卡”集中收网行动
KIND = (
    "(?:网络)?(?:系列)?(?:夏季|冬季|春季|秋季|打击|整治|治理|集中|专项|专案|会战|集群"
    "|联合"
    "|执法|收网|监督|检查|百日)*"
)
# “亮剑2024”消费领域个人信息保护专项执法行动: its field between name and kind
FIELD = "(?:[一-鿿]{2,16}?(?=专项|集中))?"
# The year that stands behind the quotation marks: “网剑”2024年专项行动
YEAR_BEHIND = r"(?:20\d\d年?(?:度)?)?"
SEASON = "(?:夏季|冬季|春季|秋季|暑期|百日|冬春|春夏)"
INNER = '[^“”‘’"，。；]'

CAMPAIGN = re.compile(
    rf"""
    # “净网2024”专项行动, “清朗”系列专项行动, “净网”“护网”等专项行动
    (?<!打击)(?<!整治)(?<!治理)(?<!惩治)
      [“‘"](?P<quoted>{INNER}{{2,28}})[”’"]
      (?=(?:[、和及]?[“‘"]{INNER}{{2,28}}[”’"]){{0,4}}等?{YEAR_BEHIND}{FIELD}{KIND}
        (?:行动|战役|会战|攻势|攻坚战|(?<=专项)工作|集群战役))
    # “净网—2023”, “夏季行动”, “清朗·某某整治”
    |[“‘"](?P<named>
      {INNER}{{0,8}}(?:{KNOWN})[-—·]?(?:20)?\d{{2,4}}{INNER}{{0,8}}
      |{INNER}{{0,6}}(?:{SEASON}|专项){INNER}{{0,6}}(?:行动|攻势|会战){INNER}{{0,8}}
      |(?:清朗|护苗|剑网)[·—-]?{INNER}{{0,24}}
      |(?:{INNER}{{1,8}}[·—-])?{INNER}{{2,8}}(?<!在)(?:行动|攻势|会战)
      )[”’"]
    # 净网2024 without quotation marks
    |(?P<bare>(?:(?:{KNOWN})[·、])?(?:{KNOWN})[-—·]?20\d\d)
    # 夏季治安打击整治专项行动, 百日行动
    |(?P<described>{SEASON}[一-鿿]{{0,12}}?(?:专项行动|专项整治行动|整治行动|行动))
    # 断卡行动
    |(?P<known>(?:{KNOWN})(?=(?:专项|集中)?行动))
    """,
    re.VERBOSE,
)
# No name: what the operation is against, “网络水军”专项行动.
AGAINST = re.compile(
    r"网络水军|电信|诈骗|谣言|黑客|赌博|犯罪|违法|黑灰产|黑产|个人信息|侵公|暴力|色情"
    r"|直播"
    r"|乱象|涉企|法$"
)
NAME = re.compile(KNOWN)
YEAR = re.compile(r"(?:20)?\d\d$")

# An operation that an authority of the State began, told as background: no authority
# acts in it (在公安部部署开展的“净网”行动中, 按照公安部部署).
BACKGROUND = re.compile(
    r"(?:中央网信办|国家网信办|公安部|工信部|工业和信息化部|国家广电总局"
    r"|最高[^，。]{1,8})"
    r"[^，。；]{0,20}(?:启动|开展|部署|发起|印发|公布|发布)"
)
TAKING_PART = re.compile(
    r"(?:按照|根据|响应|落实|贯彻|依托|在|自|结合|推进)[^，。；]{0,12}$"
)
# “荒野行动”等游戏: no operation of the police.
GAME = re.compile(r"游戏|外挂|手游|端游|玩家|装备|皮肤")
GAME_REACH = 24
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
    behind them; one with a year comes before others of the same view.

    ``told`` is a story's telling, in which an operation that a national authority
    began is background; ``year`` the year of publication.

    >>> from cases.reader.clean import normalise
    >>> read_campaign([normalise("在“夏季行动”和“净网2023”专项行动中")]).value
    '净网2023'
    """
    for view in (*views, told):
        if view is None:
            continue
        found = []
        for match in CAMPAIGN.finditer(view.text):
            kind = match.lastgroup or ""
            value = match[kind]
            if kind == "quoted" and AGAINST.search(value) and not NAME.search(value):
                continue
            if view is told and _is_background(view.text, match.start()):
                continue
            if value.endswith("行动") and _is_game(view.text, *match.span()):
                continue
            if not YEAR.search(value) and _is_no_part(view.text, match.start(), year):
                continue
            # “云剑”行动 is a name, 夏季治安打击整治行动 beside it says what kind.
            rank = (not YEAR.search(value), kind == "described")
            found.append((rank, match.span(kind), value))
        if found:
            _, span, value = min(found)
            reason = "a named special operation"
            return Found(value, view.spans(*span), "campaigns.named", reason)
    return None


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
