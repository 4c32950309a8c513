"""What a text says of its layout: how many cases it tells, that a list follows, that a
paragraph goes on with the case before."""

from __future__ import annotations

import re

from cases.reader.commentary import label_of
from cases.reader.numbering import numeral

# Announcements: 公布10起典型案例, 八大典型案例, 3起网络谣言
ANNOUNCED = re.compile(
    r"(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})大?(?:起|个|件|例|则|宗|种|大|家|款|类)"
    r"[^，。；：“”]{0,24}?(?:案例|案件|案|谣言|事例|案情|故事|骗局|套路|乱象|(?:违法|违规|犯罪)(?:行为|问题|事件)"
    # 两家单位被约谈、处罚; 三名网民受罚; 查处三家企业
    r"|(?:单位|企业|公司|学校|平台|机构|网站|App|APP|酒店|网吧|网民|账号|主播|博主|商家|店铺)"
    r"(?=被|因|未|违|吃|领|受|遭|挨|栽|落|先后|相继|均|分别|依法|接|收|的|[。；：！]|$))"
)
# ... with the case's own word: 连破两案, 选取三案; in a title 三起“飞单”背后
ANNOUNCED_SHORT = re.compile(
    r"(?P<n>[两二三四五六七八九十]|\d{1,2})案(?![例件发情卷由])"
)
ANNOUNCED_IN_TITLE = re.compile(
    r"(?P<n>[两二三四五六七八九十]|\d{1,2})(?:起|类(?=[“‘]))(?!诉|初|来|步|底|点)"
)
# Announcements without a number: 一批典型案例, 部分案例, 集中曝光
PROMISED = re.compile(
    r"(?:典型|精选|指导性?|警示|真实|部分|一批|以下|下列|多起|数起|几起|多件)[^，。]{0,12}案例"
    r"|(?:一批|以下|下列|多起|数起|几起|多件)[^，。]{0,16}"
    r"(?:案|谣言|(?:违法|违规|犯罪)(?:行为|账号|人员))"
    r"|案例[：:]?$|集中曝光|公开曝光|通报如下|如下[：:]?$"
    # 这些单位吃了罚单, 几家企业先后被处罚; 选几例公之于众
    r"|(?:这些|这几[个家名]|这[两三四五六七八九十][个家名]|[几数多两三四五六七八九十][家名个])[^，。；]{0,8}"
    r"(?:单位|企业|公司|学校|平台|机构|网站|App|APP|酒店|网吧|网民|账号|主播|博主|商家)"
    r"[^，。；]{0,12}(?:被|因|吃|领|受|遭|挨|栽|罚)"
    r"|(?:梳理|盘点|汇总)(?:了|出)?[^，。；]{0,20}案[件例]"
    r"|(?:挑|选|晒|摘|列|举|说|聊|讲)(?:出|取|几|登|录)?[^，。；]{0,8}[几数一二两三四五六七八九十\d]{1,2}"
    r"(?:起|例|件|宗|桩|则|个)[^，。；]{0,16}(?:案|公之于众|公布|公开|曝光|通报|晒|展示|示众)"
    # 晒出执法“账本”, 公布近期执法案例
    r"|(?:晒|亮|公布|发布|通报|披露|公开|曝光)[^，。；]{0,20}(?:案例|“?账本|清单|罚单)"
    r"|这些(?:案件|案子|案例|谣言|骗局)|(?:通报|公布|曝光|公开)(?:了)?(?:两|三|四|五|六|七|八|九|十|\d{1,2}|几|多|数)"
    r"(?:起|例|件|宗|桩)|(?:案子|案件)[^，。；]{0,6}(?:晒|公布|公开|曝光|通报)"
    # 打击网络犯罪战果通报, 一周警情
    r"|战果|战报|(?:一周|本周|上周|每周|近期)[^，。]{0,8}(?:警情|警讯|案情|工作)"
)
# ... and in a title alone: 查处一批侵害用户权益App, 约谈多家平台
PROMISED_IN_TITLE = re.compile(
    r"(?:查处|处罚|通报|约谈|处置|下架|曝光|公布|关停|查办|点名|依法处理)[^，。]{0,6}"
    r"(?:一批|多起|数起|多家|几家|多款)[^，。]{0,24}"
    r"(?:App|APP|应用|小程序|企业|单位|公司|平台|网站|账号|机构|商家|主播)"
)
# Items that go on with what was told: they are parts of one story.
GOING_ON = re.compile(
    r"""
    该(?:团伙|案|犯罪|公司|男子|嫌疑人|网站|平台)|其中|原来|面对|截至|至此|目前，
    |随后|随即|最终|同时|此外|与此同时|到案后|经查|经审|经讯问|在掌握|警方进一步
    |根据(?:线索|上述|这一)|据(?:犯罪嫌疑人|嫌疑人|其)|在(?:此|上级|强大)
    |专案组|民警|办案|经过(?:半|数|连|缜|大|周|多|一)|接到?(?:警|报)后
    |兵贵神速|顺藤摸瓜
    """,
    re.VERBOSE,
)


def announced_counts(title: str, intro: str) -> set[int | None]:
    """How many cases title and introduction announce, each number that they name.

    >>> sorted(announced_counts("警方公布3起典型案例", "一月之内，连破两案"))
    [2, 3]
    """
    found = list(ANNOUNCED_IN_TITLE.finditer(title))
    for words in (title, intro[-900:]):
        found += ANNOUNCED.finditer(words)
        found += ANNOUNCED_SHORT.finditer(words)
    return {numeral(match["n"]) for match in found}


def leads_in(before: str) -> bool:
    """Whether the words before a list go over to it with a colon.

    >>> leads_in("近日，网警查处以下违法行为："), leads_in("经查："), leads_in("案情：")
    (True, False, False)
    """
    last = before.rstrip().rpartition("\n")[2]
    return last.endswith((":", "：")) and not (
        label_of(last) is not None or GOING_ON.match(last)
    )


# What the next chapter of a story opens with: it goes back to the one before.
GOING_BACK = re.compile(
    r"顺着|顺藤|循线|深挖|根据[^，。]{0,12}(?:供述|交代|线索)|上[线家游]|下[线家游]"
    r"|同伙|幕后"
    r"|该(?:团伙|案|犯罪)|至此|最后一名|另一名|又(?:在|将|抓|先后)"
)
LOOKS_BACK_WITHIN = 80


def goes_back(text: str) -> bool:
    """Whether an item goes back to the one before: 该团伙, of which it told nothing
    itself yet."""
    back = GOING_BACK.search(text[:LOOKS_BACK_WITHIN])
    if back is None:
        return False
    own = back[0].startswith("该") and back[0][1:] in text[: back.start()]
    return not own
