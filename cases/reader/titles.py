"""Cleaning titles: of a bulletin, and of a case."""

from __future__ import annotations

import re

_BARS = "|丨｜│┃︱∣❘║"
# 【安全圈】, [通报], 「净网」, 〖说法〗, #净网2024#: a column's name or topic first.
COLUMN_IN_BRACKETS = re.compile(
    r"^\s*(?:[【\[［〔「『〖][^】\]］〕」』〗]{1,12}[】\]］〕」』〗]"
    r"|#[^#\s]{2,16}#)\s*(?=\S)"
)
# 关注 |, 发布丨, 以案释法 |: a column's name before a bar.
COLUMN_BEFORE_BAR = re.compile(rf"^\s*[^{_BARS}/]{{1,8}}?\s*(?:[{_BARS}]|//)\s*(?=\S)")
# What columns are called, at any length: 检察官说案第12期, 净网2024, 法治大讲堂（三）
COLUMN_NAME = re.compile(
    r"""
    (?!.*(?:公布|发布|通报|曝光).)            # 公布典型案例 is a title
    [^，。！？：；“”\d起]{0,8}?
    (?:说案|说法|释法|普法|学法|讲堂|课堂|案例|案件|警示|警讯|提示|提醒|播报|通报|动态
      |速递
      |快讯|关注|聚焦|发布|专栏|在线|故事|纪实|观察|头条|热点|要闻|资讯|曝光台?|反诈
      |防骗|宣传|科普|行动|进行时|时间|时刻|直播间|小剧场|周刊|档案|现场|战报|净网
      |护网|云剑
      |断卡|清朗|[早晚日周月简]报|(?:净网|护网|清朗|云剑|昆仑)[-—·]?20\d\d)
    (?:[-—·]?20\d\d)?
    (?:\s?[第（(（【\[#]?\s?[\d〇一二三四五六七八九十百]{1,4}\s?[期集讲回篇）)】\]]?)?
    """,
    re.VERBOSE,
)
# _浙江_某某新闻-The Paper: what sites put behind a title with low lines.
SITE_TAIL = re.compile(r"\s*(?:_[^_，。！？：“”]{1,20}){1,4}$")
# - 某某新闻客户端: the site behind the title.
SITE = re.compile(
    rf"\s*[-_–—{_BARS}]{{1,2}}\s*[^-_–—{_BARS}，。！？：“”《》]{{0,16}}"
    r"(?:网|新闻|客户端|频道|日报|晚报|时报|早报|门户|平台|社区|论坛|资讯|公众号"
    r"|头条号|百家号"
    r"|在线|博客|知乎|微博|贴吧|网易号|搜狐号|澎湃号|企鹅号|大鱼号|一点号|订阅号"
    r"|The\sPaper)\s*$"
)
BAR = re.compile(rf"[；;]?\s*[{_BARS}]\s*")

# A part of a glued title has at least so many characters.
SHORTEST_PART = 9


def clean_title(title: str, account: str = "") -> str:
    """A bulletin's title without column tags and site names.

    >>> clean_title("【网安】关注 | 警方公布5起典型案例 - 某某新闻网")
    '警方公布5起典型案例'
    """
    words = title.replace("\u200b", "").replace("\ufeff", "").strip()
    if len(title_parts(words)) == 1:
        for _ in range(2):
            words = COLUMN_IN_BRACKETS.sub("", words)
            words = _without_columns(words)
        words = SITE.sub("", SITE_TAIL.sub("", SITE.sub("", words)))
        if account and account in words:
            words = re.sub(rf"\s*[-_|–—]\s*{re.escape(account)}\s*$", "", words)
    return re.sub(r"\s{2,}", " ", words).strip()


def _without_columns(title: str) -> str:
    """A title without the names of columns before or behind a bar."""
    shorter = COLUMN_BEFORE_BAR.sub("", title)
    if bar := BAR.search(title):
        before, behind = title[: bar.start()].strip(), title[bar.end() :]
        if COLUMN_NAME.fullmatch(before):
            shorter = behind
        elif COLUMN_NAME.fullmatch(behind.strip()):
            shorter = before
    return shorter if len(shorter) >= SHORTEST_PART - 3 else title


def title_parts(title: str) -> list[str]:
    """The titles of several articles glued into one with bars.

    >>> title_parts("警方打掉一侵犯公民个人信息团伙；|某厂路由器曝出高危漏洞")
    ['警方打掉一侵犯公民个人信息团伙', '某厂路由器曝出高危漏洞']
    >>> title_parts("发布 | 警方打掉一侵犯公民个人信息团伙")
    ['发布 | 警方打掉一侵犯公民个人信息团伙']
    """
    parts = [part.strip(" ；;") for part in BAR.split(title)]
    parts = [part for part in parts if part]
    glued = len(parts) > 1 and all(len(part) >= SHORTEST_PART for part in parts)
    if glued and not any(COLUMN_NAME.fullmatch(part) for part in parts):
        return parts
    return [title]


# What may stand between a heading's beginning and the case's own name: who
# handled it and how, 某省公安机关成功破获一起…案.
HANDLED = (
    "侦破|破获|侦办|侦结|侦查|办理|办结|查处|查办|查获|打掉|捣毁|摧毁|铲除|端掉|审理"
    "|审结"
    "|宣判|判决|公诉|起诉|提起公诉|批捕|通报|公布|发布|处罚|处置|整治|抓获|打击|查结"
    "|协助破获|督办"
)
HOW = (
    "近日|日前|成功|依法|联合|连续|快速|迅速|及时|全力|首次|一举|公开|集中|从严|重拳"
    "|循线|深挖|精准|果断|强力|跨省|先后"
)
AGENCY_WORD = (
    "公安|警方|网警|网安|警|刑侦|反诈|经侦|民警|专案组|派出所|分局|支队|大队|检察|法院"
    "|网信|市场监管|通信管理|海关|国安|部门|机关"
)
# An agency's words, how well, the verb, “a case of”.
HANDLING_PREFIX = re.compile(
    rf"^(?P<who>[^“”‘’《》：:，,。；！？!?某]{{2,30}}?)(?:{HOW})*(?:{HANDLED}){{1,2}}"
    rf"(?:了|并公布|的)?"
    rf"(?:[一首\d]{{1,2}}[起例宗件个]|首例)?(?:涉嫌|涉)?(?:的)?"
)
# An agency that deals with somebody, without a word for how: 某市网信办对某公司…案
AGENCY_TOWARDS = re.compile(
    r"^[^“”‘’《》：:，,。；！？!?某]{2,24}?(?:网信办|网信部门|公安局|分局|公安机关|警方|网警"
    r"|通信管理局|市场监管局|市场监督管理局|支队|大队|总队|派出所|海关|税务局)对"
    r"(?=[^，。；]{5,60}案$)(?![^，。；]{0,60}(?:公诉|起诉|抗诉))"
)
ENDS_AS_CASE = re.compile(r"(?:案|案件|一案|系列案|谣言|事件)[”’」』》]?$")
# A case's whole name in quotation marks: 侦破“张某等人开设赌场案”
QUOTED_NAME = re.compile(
    r"^[“‘「『《](?P<inside>[^“”‘’「」『』《》]{4,}案件?)[”’」』》]$"
)
# What a collection numbers its cases with: （检例第67号）, （指导案例102号）
CASE_NUMBER = re.compile(
    r"[（(【\[]?(?:检例|指导性?案例|入库编号|参考案例|公报案例"
    r"|刑事审判参考)[第\s]{0,2}[\d-]{1,20}\s?号?[）)】\]]?"
)
TRAILING = re.compile(r"[\s。．.；;，,、：:|#—-]+$")
# Marks and pictures before the words: ▲, 📌, —— and the number behind them.
LEADING = re.compile(r"^[^\w“‘「『〖《【（(〔\[]+")
NUMBER_BEHIND_MARK = re.compile(
    r"^[^\w“‘「『〖《【（(〔\[]+案例[〇一二三四五六七八九十\d]{1,2}[：:、.．\s]?"
)
WRAPPED = re.compile(r"^[【\[《（(](?P<inside>[^【】\[\]《》（）()]{4,})[】\]》）)]$")

# The unit that tells the case, before a colon: 城东派出所：抓获一名电诈嫌疑人
UNIT_BEFORE_COLON = re.compile(
    r"^[^，。：:“”、某]{0,14}?(?:派出所|警务站|大队|中队|支队|分局|公安局|反诈中心"
    r"|检察院"
    r"|法院|法庭|网信办|市场监管局)\s*[：:|丨｜]\s*(?=.{5})"
)
# A numbered heading that names who was caught: 某地打掉一个“跑分”团伙
ENDS_AS_GANG = re.compile(r"(?:团伙|窝点|网站|平台|犯罪集团)$")
ONE = re.compile("^一个?")


def clean_case_title(heading: str, *, is_listed: bool = False) -> str:
    """A case's heading without its agency, brackets around it and full stop.

    The number is taken away before; ``is_listed`` says that there was one, so that
    the heading is a name rather than a headline.

    >>> clean_case_title("东海公安机关成功破获一起王某等人非法经营案。")
    '王某等人非法经营案'
    >>> clean_case_title("某地“天网园区”电信网络诈骗案")
    '某地“天网园区”电信网络诈骗案'
    """
    words = CASE_NUMBER.sub("", heading)
    words = LEADING.sub("", NUMBER_BEHIND_MARK.sub("", words))
    words = TRAILING.sub("", words)
    column = COLUMN_IN_BRACKETS.match(words)
    if column and COLUMN_NAME.fullmatch(
        column[0].strip("【】[]［］〔〕「」『』〖〗# ")
    ):
        words = words[column.end() :]
    if wrapped := WRAPPED.match(words):
        words = wrapped["inside"]
    words = UNIT_BEFORE_COLON.sub("", words)
    prefix = HANDLING_PREFIX.match(words)
    is_gang = is_listed and ENDS_AS_GANG.search(words) is not None
    if prefix and (is_gang or ENDS_AS_CASE.search(words)):
        rest = words[prefix.end() :]
        who = prefix["who"]
        # “某公司破获” is no agency; a name before the verb is the offender.
        is_place = len(who) <= 9 and not re.search(r"[等人]$|公司|团伙|男子|女子", who)
        if len(rest) >= 5 and (re.search(AGENCY_WORD, who) or is_place):
            words = ONE.sub("", rest) if is_gang else rest
    words = AGENCY_TOWARDS.sub("", words)
    if quoted := QUOTED_NAME.match(words):
        words = quoted["inside"]
    return LEADING.sub("", words)
