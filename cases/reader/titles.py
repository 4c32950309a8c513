"""Cleaning titles: of a bulletin, and of a case."""

from __future__ import annotations

import re

# 【安全圈】, [通报]: a column's name in brackets at the beginning.
COLUMN_IN_BRACKETS = re.compile(r"^\s*[【\[［〔][^】\]］〕]{1,10}[】\]］〕]\s*(?=\S)")
# 关注 |, 发布丨, 以案释法 |: a column's name before a bar.
COLUMN_BEFORE_BAR = re.compile(r"^\s*[^|丨｜│┃︱/]{1,8}?\s*[|丨｜│┃︱]\s*(?=\S)")
# _某某网, - 某某新闻客户端: the site behind the title.
SITE = re.compile(
    r"\s*[-_–—|丨｜]{1,2}\s*[^-_–—|丨｜，。！？：“”《》]{0,16}"
    r"(?:网|新闻|客户端|频道|日报|晚报|时报|早报|门户|平台|社区|论坛|资讯|公众号|头条号|百家号|在线|博客)\s*$"
)
BAR = re.compile(r"[；;]?\s*[|丨｜│┃︱]\s*")

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
            shorter = COLUMN_BEFORE_BAR.sub("", words)
            words = shorter if len(shorter) >= SHORTEST_PART - 3 else words
        words = SITE.sub("", words)
        if account:
            words = re.sub(rf"\s*[-_|–—]\s*{re.escape(account)}\s*$", "", words)
    return re.sub(r"\s{2,}", " ", words).strip()


def title_parts(title: str) -> list[str]:
    """The titles of several articles glued into one with bars.

    >>> title_parts("警方打掉一侵犯公民个人信息团伙；|某厂路由器曝出高危漏洞")
    ['警方打掉一侵犯公民个人信息团伙', '某厂路由器曝出高危漏洞']
    >>> title_parts("发布 | 警方打掉一侵犯公民个人信息团伙")
    ['发布 | 警方打掉一侵犯公民个人信息团伙']
    """
    parts = [part.strip(" ；;") for part in BAR.split(title)]
    parts = [part for part in parts if part]
    if len(parts) > 1 and all(len(part) >= SHORTEST_PART for part in parts):
        return parts
    return [title]


# What may stand between a heading's beginning and the case's own name: who
# handled it and how, 某省公安机关成功破获一起…案.
HANDLED = (
    "侦破|破获|侦办|侦结|侦查|办理|办结|查处|查办|查获|打掉|捣毁|摧毁|铲除|端掉|审理|审结"
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
    rf"^(?P<who>[^“”‘’《》：:，,。；某]{{2,30}}?)(?:{HOW})*(?:{HANDLED})(?:了|并公布|的)?"
    rf"(?:[一首\d]{{1,2}}[起例宗件个]|首例)?(?:涉嫌|涉)?(?:的)?"
)
ENDS_AS_CASE = re.compile(r"(?:案|案件|一案|系列案|谣言|事件)$")
TRAILING = re.compile(r"[\s。．.；;，,、：:|—-]+$")
LEADING = re.compile(r"^[\s：:、.．，,。|—\-·•●◆■★☆]+")
WRAPPED = re.compile(r"^[【\[《（(](?P<inside>[^【】\[\]《》（）()]{4,})[】\]》）)]$")


def clean_case_title(heading: str) -> str:
    """A case's heading without its agency, brackets around it and full stop.

    The number is taken away before.

    >>> clean_case_title("东海公安机关成功破获一起王某等人非法经营案。")
    '王某等人非法经营案'
    >>> clean_case_title("某地“天网园区”电信网络诈骗案")
    '某地“天网园区”电信网络诈骗案'
    """
    words = TRAILING.sub("", LEADING.sub("", heading))
    if wrapped := WRAPPED.match(words):
        words = wrapped["inside"]
    prefix = HANDLING_PREFIX.match(words)
    if prefix and ENDS_AS_CASE.search(words):
        rest = words[prefix.end() :]
        who = prefix["who"]
        # “某公司破获” is no agency; a name before the verb is the offender.
        is_place = len(who) <= 9 and not re.search(r"[等人]$|公司|团伙|男子|女子", who)
        if len(rest) >= 5 and (re.search(AGENCY_WORD, who) or is_place):
            words = rest
    return LEADING.sub("", words)
