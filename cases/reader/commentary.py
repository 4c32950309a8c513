"""What of a passage tells the case, and what comments on it.

Court and procuratorate bulletins label the parts (基本案情, 典型意义); police
accounts append advice and the law. A label switches the role of the lines below
it; unlabelled comment is known by how its paragraph begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from cases.reader.lines import Line
from cases.reader.signs import NAMED, signs_of

Role = Literal["narrative", "commentary"]

NUMBER = (
    r"(?:[（(【\[]?[一二三四五六七八九十\d]{1,2}[）)】\]]?[、.．：:]?|[①-⑳]|[•●▶■◆★※])?"
)

# Labels below which the case is told.
NARRATIVE_LABELS = (
    "基本案情|案情简介|案情回顾|案件回顾|案例回顾|案情介绍|案件介绍|案件简介|案情概述|案件概述|简要案情|主要案情|案情摘要|案情概要|案情经过|案发经过|事件回顾|事件经过|事情经过|案件经过"
    "|案情|案例|案件情况|案件详情|案例详情|案情详情|基本情况|案件事实|犯罪事实|违法事实|基本事实|主要事实|事实经过|真实案例|典型案例|案例介绍|案例简介|案件背景|案件线索|线索来源"
    "|裁判结果|裁判情况|判决结果|法院判决|法院裁判|法院审理|审理结果|审判结果|裁判内容|判决|诉讼过程|诉讼经过|诉讼结果|办案经过|办案过程|侦办过程|侦办情况|侦查过程|侦破过程|侦破经过|破案经过|案件侦破|案件进展|最新进展|后续进展|精彩后续"
    "|检察机关履职过程|检察履职过程|检察机关履职情况|检察履职情况|检察履职|履职过程|履职情况|检察机关履职|处理结果|处理情况|处置结果|处置情况|处罚结果|处罚情况|处罚决定|查处结果|查处情况|处罚内容|调查情况|调查经过|调查结果|调查与处理|调查处理|案件查处|执法情况|案件处理|行政处罚|谣言内容|谣传内容|网传内容|事实真相|真相|辟谣|关键词破案"
)
# Labels below which somebody comments.
COMMENTARY_LABELS = (
    "典型意义|案例意义|案件意义|指导意义|社会意义|警示意义|意义|典型性|案件价值|案例价值|裁判要旨|裁判理由|裁判要点|要旨|案例点评|案件点评|专家点评|点评|案例评析|案件评析|案例分析|案件分析|评析|简评|短评|分析"
    "|以案说法|以案释法|以案说险|以案促改|以案为鉴|以案警示|说法|释法|普法|普法课堂|普法小课堂|普法时间|普法小贴士|普法小知识|普法链接|普法提示|法治课堂|法律课堂|法律小课堂|法律小贴士|法律小知识|法治小课堂"
    "|法条链接|法律链接|法规链接|相关法条|相关法律|相关法律法规|相关规定|法律规定|法律依据|处罚依据|法律法规|法律条文|适用法律|法律知识|法律延伸|法条|链接|知识链接|知识拓展|延伸|什么是.{2,16}"
    "|.{0,8}(?:警方|网警|民警|警察|公安|公安机关|检察官|检察机关|检方|法官|法院|律师|专家|反诈|反诈中心|网信|网信办|平台|安全|温馨|友情|特别|防骗|防范|风险|办案|主审法官|承办法官|承办检察官|承办人|网安|网络安全|平安|记者|小编|律所)"
    r"(?:\||｜)?(?:提醒|提示|说法|寄语|建议|释法|有话说|点评|支招|小贴士|贴士|普法|敬告|忠告|呼吁|告诫|解读|解析|提醒您|来支招|在线|说)"
    "|提醒|提示|警示|启示|案件启示|案例启示|案例警示|警示教育|建议|防范建议|防范措施|防范提示|防骗提示|防骗提醒|防范要点|防范指南|安全建议|整改建议|小贴士|安全贴士|如何防范|如何预防|怎样防范|怎么防范|识骗|骗局解析|骗局揭秘|套路揭秘|套路解析|诈骗套路|手法揭秘|手段揭秘|作案手法解析"
    "|下一步|下一步工作|工作要求|记者手记|办案手记|办案心得|办案感悟|延伸阅读|相关阅读|新闻多一点|划重点|敲黑板|知多一点|知多D|互动|你怎么看|网友评论|网友热议"
)
NARRATIVE_LABEL = re.compile(
    rf"{NUMBER}[【\[〖「]?(?:{NARRATIVE_LABELS})[】\]〗」]?[：:。！!]?"
)
COMMENTARY_LABEL = re.compile(
    rf"{NUMBER}[【\[〖「“]?(?:{COMMENTARY_LABELS})[】\]〗」”]?[：:。！!↓]{{0,2}}"
)
# A label with the words behind it in the same paragraph: 【典型意义】本案中…
NARRATIVE_LEAD = re.compile(
    rf"{NUMBER}(?:[【\[〖「](?:{NARRATIVE_LABELS})[】\]〗」][：:]?|(?:{NARRATIVE_LABELS})[：:])"
)
COMMENTARY_LEAD = re.compile(
    rf"{NUMBER}(?:[【\[〖「](?:{COMMENTARY_LABELS})[】\]〗」][：:]?|(?:{COMMENTARY_LABELS})[：:|])"
)
LONGEST_LABEL = 26

# How a paragraph begins that comments without a label.
REMINDING = re.compile(
    r"""
    # the authorities at large, and what they will do
    (?:全国|各地|各级|全省|全市|全区)(?:公安|检察|法院|网信|各地|各级)[^，。]{0,24}
      (?:将|要|始终|持续|坚持|坚决|高度重视|深入|全面|严格)
    |(?:下一步|接下来|今后)，
    |(?:公安机关|公安部|检察机关|人民法院|网信部门|警方|网警|网安部门|国家网信办|各地)
      (?:郑重|温馨|特别|再次|也)?(?:将|提醒|提示|呼吁|敦促|正告|强调|希望)
    |(?:在此|因此|为此|对此|同时|最后|此外)?，?(?:也)?
      (?:警方|网警|民警|公安机关|检察官|检察机关|法官|法院|办案民警|承办(?:法官|检察官|人)
        |律师|专家|反诈民警|网信部门|有关部门)
      (?:郑重|温馨|特别|在此|再次|也)?(?:提醒|提示|呼吁|建议|告诫|警示|敬告|正告)
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
    (?:近年来|长期以来|随着(?![^，。]{0,8}(?:调查|侦查|案件|审讯|线索|工作|深入))|当前|如今|现实中|生活中|实践中|需要指出的是|值得注意的是
      |值得一提的是|总之|综上|目前，?我国)
    # the law: 根据《…》规定, 刑法第二百五十三条规定
    |(?:根据|依据|依照|按照)?(?:我国)?《[^》]{2,30}》(?:第[^，。]{1,16}条)?
      (?:规定|明确|之?规定|指出|的规定|[：:]|（|第)
    |(?:根据|依据|依照|按照)?(?:我国)?(?:刑法|网络安全法|治安管理处罚法|个人信息保护法|民法典)
      (?:第|规定|的规定)
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
    r"^[^。]{0,60}?(?:律师(?!事务所)|律所主任|事务所(?:主任|合伙人)|教授|研究员|学者|专家"
    rf"|院长|所长)(?P<name>[一-鿿]{{2,3}}?)?{SAYS}"
)
SPEAKER = re.compile(rf"^(?P<name>[一-鿿]{{2,4}}?){SAYS}")


def label_of(text: str) -> Role | None:
    """The role that a label line gives to what follows; None if it is no label.

    >>> label_of("（三）典型意义"), label_of("【基本案情】"), label_of("网警提醒：")
    ('commentary', 'narrative', 'commentary')
    >>> label_of("某市破获一起网络赌博案")
    """
    if len(text) > LONGEST_LABEL:
        return None
    if NARRATIVE_LABEL.fullmatch(text):
        return "narrative"
    if COMMENTARY_LABEL.fullmatch(text):
        return "commentary"
    return None


def divide(lines: Sequence[Line]) -> Iterator[tuple[Line, Role, bool]]:
    """Each line with its role, and whether it is a mere label."""
    role: Role = "narrative"
    labelled = False
    speakers: set[str] = set()
    for line in lines:
        text = line.text
        if label := label_of(text):
            role, labelled = label, True
            yield line, label, True
            continue
        if lead := NARRATIVE_LEAD.match(text):
            role, labelled = "narrative", True
            if lead.end() < len(text):
                yield Line(line.view.cut(lead.end(), len(line))), role, False
            continue
        if lead := COMMENTARY_LEAD.match(text):
            role, labelled = "commentary", True
            yield line, role, False
            continue
        if role == "commentary" and labelled:
            yield line, role, False
            continue
        if _comments(text, speakers):
            end = _telling_end(text)
            if end < len(text):
                yield Line(line.view.cut(0, end)), "commentary", False
                yield Line(line.view.cut(end, len(text))), "narrative", False
            else:
                yield line, "commentary", False
        else:
            yield line, "narrative", False


# How a closing paragraph comes back to the case: …造成损失。目前，17名嫌疑人已被拘留
BACK = re.compile(r"(?<=[。！？])(?:目前|现|截至目前|日前|近日|最终)，")


def _telling_end(text: str) -> int:
    """Where a commenting paragraph comes back to the telling; its length if it
    does not."""
    for back in BACK.finditer(text):
        if signs_of(text[back.start() :]).catching:
            return back.start()
    return len(text)


def _comments(text: str, speakers: set[str]) -> bool:
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
