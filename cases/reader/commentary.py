"""What of a passage tells the case, and what comments on it.

Court and procuratorate bulletins label the parts (基本案情, 典型意义); police
accounts append advice and the law. A label switches the role of the lines below
it; unlabelled comment is known by how its paragraph begins.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from cases.reader.lines import Line
from cases.reader.signs import NAMED, signs_of

Role = Literal["narrative", "commentary"]

# （一）, 2., ③ and marks before a label.
NUMBER = (
    r"(?:[（(【\[]?[一二三四五六七八九十\d]{1,2}[）)】\]]?[、.．：:]?"
    r"|[①-⑳]|[•●▶■◆★※▌|])?"
)
# Who reminds and explains: 网警提醒, 检察官说法, 平安某地有话说.
WHO_ADVISES = (
    r".{0,8}(?:警方|网警|民警|警察|公安|公安机关|检察官|检察机关|检方|法官|法院|律师"
    r"|专家"
    r"|反诈|反诈中心|网信|网信办|平台|安全|温馨|友情|特别|防骗|防范|风险|办案|主审法官"
    r"|承办法官|承办检察官|承办人|网安|网络安全|平安.{0,4}|记者|小编|律所)\|?"
    r"(?:提醒|提示|说法|寄语|建议|释法|有话说|点评|支招|小贴士|贴士|普法|敬告|忠告|呼吁"
    r"|告诫|解读|解析|分析|评析|观点|评论|看法|提醒您|来支招|在线|说)"
    # by name: 老胡点评, 小桔有话说
    r"|[一-鿿]{2,4}(?:点评|锐评|短评|有话说|有话要说|寄语|支招)"
)
EXPLAINS = r"(?:那么)?什么是.{2,30}"


def _labels(role: Role) -> str:
    """The labels of a role as alternatives, the longest first."""
    path = files("cases.reader").joinpath("data/labels.csv")
    with path.open(encoding="utf-8") as file:
        labels = [row["label"] for row in csv.DictReader(file) if row["role"] == role]
    return "|".join(sorted(map(re.escape, labels), key=len, reverse=True))


def _label(words: str) -> re.Pattern[str]:
    """A whole line that is a label."""
    return re.compile(rf"{NUMBER}[【\[〖“]?(?:{words})[】\]〗”]?[：:。！!↓]{{0,2}}")


def _lead(words: str) -> re.Pattern[str]:
    """A label that opens a paragraph: 【典型意义】本案中…"""
    return re.compile(
        rf"{NUMBER}(?:[【\[〖](?:{words})[】\]〗][：:]?|(?:{words})[：:|])(?=.)"
    )


LABELS: dict[Role, re.Pattern[str]] = {
    "narrative": _label(_labels("narrative")),
    "commentary": _label(f"{_labels('commentary')}|{WHO_ADVISES}|{EXPLAINS}"),
}
LEADS: dict[Role, re.Pattern[str]] = {
    "narrative": _lead(_labels("narrative")),
    "commentary": _lead(f"{_labels('commentary')}|{WHO_ADVISES}"),
}
LONGEST_LABEL = 34

# How a paragraph begins that comments without a label.
REMINDING = re.compile(
    r"""
    # the authorities at large, and what they will do
    (?:全国|各地|各级|全省|全市|全区)(?:公安|检察|法院|网信|各地|各级)[^，。]{0,24}
      (?:将|要|始终|持续|坚持|坚决|高度重视|深入|全面|严格)
    |(?:下一步|接下来|今后)，
    |(?:公安机关|公安部|检察机关|人民法院|网信部门|警方|网警|网安部门|国家网信办|各地)
      (?:郑重|温馨|特别|再次|也)?(?:提醒|提示|呼吁|敦促|正告|强调|希望
        # 警方将严厉打击; but 警方将钱某抓获
        |将(?:会|继续|持续|始终|坚决|坚持|坚定|进一步|一如既往|严|从严|依法(?:严|从严|打击|追究)
          |保持|加[大强快]|强化|不断|深入|切实|重拳|认真|积极|聚焦|紧盯|围绕|全面|全力|密切|适时
          |根据|按照|结合|联合|会同|与|充分|推[动进]|立足|高度|履行|发挥|时刻
          |对|以(?:更|高|最|零|此|案)))
    |(?:在此|因此|为此|对此|同时|最后|此外)?，?(?:也)?
      (?:警方|网警|民警|公安机关|检察官|检察机关|法官|法院|办案民警
        |承办(?:法官|检察官|人)|律师|专家|反诈民警|网信部门|有关部门)
      (?:郑重|温馨|特别|在此|再次|也)?(?:提醒|提示|呼吁|建议(?!判|对|法院|以|量刑|书)|告诫|警示|敬告|正告)
    |(?:请广大|希望广大|敬请|请(?:大家|市民|网民|群众|各)|广大)
      (?:网民|网友|群众|市民|用户|青少年|家长|消费者|企业|平台|运营者|读者)
    |(?:网络|互联网)(?:不是|并非|绝非)法外之地|法网恢恢|天网恢恢
    # the law's own words
    |第[〇零一二三四五六七八九十百\d]{1,8}条|【[^】]{2,40}罪】|违反国家(?:有关)?规定，
    |任何(?:个人|组织|单位)和?
    """,
    re.VERBOSE,
)
# Beginnings that comment unless somebody is acted upon in the paragraph.
IDLE = re.compile(
    r"""
    (?:近年来|长期以来|当前|如今|现实中|生活中|实践中|需要指出的是|值得注意的是
      |随着(?![^，。]{0,8}(?:调查|侦查|案件|审讯|线索|工作|深入))
      |值得一提的是|总之|综上|目前，?我国)
    # the law: 根据《…》规定, 刑法第二百五十三条规定
    |(?:根据|依据|依照|按照)?(?:我国)?《[^》]{2,30}》(?:第[^，。]{1,16}条)?
      (?:规定|明确|之?规定|指出|的规定|[：:]|（|第)
    |(?:根据|依据|依照|按照)?(?:我国)?
      (?:刑法|网络安全法|治安管理处罚法|个人信息保护法|民法典)(?:第|规定|的规定)
    # the case at arm's length: 本案的典型意义, 该案警示
    |(?:本案|该案|此案|本起案件|该案件)
      (?:的(?:办理|处理|查处|判决|裁判|典型意义)|系|是一起|作为|警示|提醒|启示|争议
        |中，[^。]{0,60}(?:构成|应当|体现|值得)|办理(?:中|过程中)，检察)
    |(?:这|上述)(?:些|起|类|几起)?(?:案件|案例)
      (?:的(?:发生|查处|办理)|警示|提醒|告诉|启示|反映|暴露|充分)
    """,
    re.VERBOSE,
)
# A lawyer, scholar or expert speaks: 某律师事务所律师李某表示
SAYS = (
    r"(?:对此|向记者|告诉记者|进一步|还|也|同时|在接受[^，。]{0,12}时)?"
    r"(?:分析)?(?:表示|认为|介绍|分析|指出|提醒|说|告诉|解释|建议|称|强调|[：:])"
)
EXPERT = re.compile(
    r"^[^。]{0,60}?(?:律师(?!事务所)|律所主任|事务所(?:主任|合伙人)|教授|研究员|学者"
    rf"|专家|院长|所长)(?P<name>[一-鿿]{{2,3}}?)?{SAYS}"
)
SPEAKER = re.compile(rf"^(?P<name>[一-鿿]{{2,4}}?){SAYS}")
# How a closing paragraph comes back to the case: …造成损失。目前，17名嫌疑人已被拘留
BACK = re.compile(
    r"(?<=[。！？])(?:目前|现|截[至止](?:目前|发稿)|日前|近日|最终|据(?:了解|悉|介绍)|记者(?:了解到|获悉)"
    r"|\d{1,2}月\d{1,2}日)(?=，|[一-鿿]{1,2}某)"
)


def label_of(text: str) -> Role | None:
    """The role that a label line gives to what follows; None if it is no label.

    >>> label_of("（三）典型意义"), label_of("【基本案情】"), label_of("网警提醒：")
    ('commentary', 'narrative', 'commentary')
    >>> label_of("某市破获一起网络赌博案")
    """
    return _label_of(text) if len(text) <= LONGEST_LABEL else None


@lru_cache(maxsize=2048)  # every layout asks it of the same lines
def _label_of(text: str) -> Role | None:
    return next((role for role, label in LABELS.items() if label.fullmatch(text)), None)


# Labels that open the telling of a case: 基本案情, 案件回顾, 典型案例, 违法事实.
OPENS_TELLING = re.compile(
    r"案情|案例|案件(?:回顾|简介|介绍|概述|经过|详情|情况|事实|背景)"
    r"|事(?:件|情)(?:回顾|经过)|(?:违法|犯罪|基本|主要)事实"
)


def opening_label(text: str) -> str | None:
    """The label, number and marks gone, with which a line opens a case's telling;
    None if it has none.

    >>> opening_label("【案情回顾】5月6日，某地警方"), opening_label("（一）基本案情")
    ('案情回顾', '基本案情')
    >>> opening_label("裁判结果")
    """
    if label_of(text) == "narrative":
        words = text
    elif (lead := LEADS["narrative"].match(text)) is not None:
        words = lead[0]
    else:
        return None
    label = MARKS.sub("", re.sub(f"^{NUMBER}", "", words))
    return label if OPENS_TELLING.search(label) else None


def is_later_part(lines: Sequence[Line], place: int) -> bool:
    """Whether a line is, by the label that opens it or stands above it, not the first
    part of a case's telling: 裁判结果, 典型意义."""
    text = lines[place].text
    if LEADS["commentary"].match(text):
        return True
    if LEADS["narrative"].match(text):
        return opening_label(text) is None
    above = lines[place - 1].text if place else ""
    return label_of(above) is not None and opening_label(above) is None


MARKS = re.compile(r"[【\[〖“】\]〗”：:。！!↓|]")


def divide(lines: Sequence[Line]) -> Iterator[tuple[Line, Role, bool]]:
    """Each line with its role, and whether it is a mere label.

    A line may come back in parts that have different roles.
    """
    role: Role = "narrative"
    labelled = False
    speakers: set[str] = set()
    for line in lines:
        text = line.text
        if label := label_of(text):
            role, labelled = label, True
            yield line, label, True
            continue
        if lead := _lead_of(text):
            role, labelled = lead[0], True
            yield Line(line.view.cut(lead[1], len(line))), role, False
        elif role == "commentary" and labelled:
            yield line, role, False
        elif _comments(text, speakers):
            end = _comment_end(text)
            yield Line(line.view.cut(0, end)), "commentary", False
            if end < len(text):
                yield Line(line.view.cut(end, len(text))), "narrative", False
        else:
            yield line, "narrative", False


# What closes such a label.
LEAD_END = re.compile(r"[】\]〗：:|]")


def _lead_of(text: str) -> tuple[Role, int] | None:
    """The role of a label that opens a paragraph, and where the label ends."""
    if not LEAD_END.search(text):
        return None
    for role, pattern in LEADS.items():
        if lead := pattern.match(text):
            return role, lead.end()
    return None


def _comment_end(text: str) -> int:
    """Where a commenting paragraph comes back to the telling; its length if it
    does not."""
    for back in BACK.finditer(text):
        if signs_of(text[back.start() :]).catching:
            return back.start()
    return len(text)


def _comments(text: str, speakers: set[str]) -> bool:
    """Whether a paragraph comments; experts who speak are remembered by name."""
    if REMINDING.match(text):
        return True
    if IDLE.match(text):
        return not (signs_of(text).catching or NAMED.search(text))
    if expert := EXPERT.match(text):
        if name := expert["name"]:
            speakers.add(name)
        return True
    speaker = SPEAKER.match(text)
    return bool(speaker and speaker["name"] in speakers)
