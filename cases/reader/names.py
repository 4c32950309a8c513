"""Masked names of persons as authorities print them: 孙某, 欧阳某某, 李某明, 王×."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from cases.reader.full_names import full_names
from cases.reader.gazetteer import find_places, gazetteer
from cases.reader.name_characters import (
    COMPOUND,
    FOLLOWING,
    GIVEN,
    GIVEN_AT_END,
    MINORITY,
    NEVER_GIVEN,
    ORDINALS,
    SURNAMES,
    WEAK_SURNAMES,
)

_ROLE_BEFORE = re.compile(
    r"(?:被告人?|嫌疑人|嫌犯|行为人|违法人员|当事人|罪犯|主犯|从犯|同案犯|同伙|被害人"
    r"|受害人|受害者|证人|网民|网友"
    r"|男子|女子|主播|博主|网红|为首|以|由|金主|老板|负责人|法定代表人|经理|员工|学生"
    r"|老师|市民|居民|群众|村民|司机|事主|店员|职员|店长|店主|主管|总监|主任|会计|财务|业务员"
    r"|代理|卡主|卡商|号商|骨干|成员|头目|上线|下线|上家|下家|老乡|同乡|朋友|同学|妻子|丈夫|女友"
    r"|男友|邻居|站长|群主|客服|技术员|程序员|工程师|股东|合伙人|保安|黑客|中介|商户"
    r"|其[妻夫父母兄弟姐妹子女]|之一|房东|同事|室友|舍友|恋人|前妻|前夫|父亲|母亲|儿子|女儿|哥哥|弟弟|姐姐|妹妹"
    r"|[堂表胞][哥兄弟姐妹]|舅舅|叔叔|姑姑|侄子|侄女|外甥|姐夫|妹夫|岳父|岳母|亲戚|亲属"
    r"|卖家|买家|卡贩|号贩|黄牛|车手|人员|辅警|网管|主管|助理|讲师|队长|组长"
    r"|(?:发布|编造|造谣|传播|散布|转发|拍摄|上传|组织|策划|经营|运营|使用|持有|开发"
    r"|制作|出售|贩卖|购买|参与|受害|举报)者)[：“]?$"
)
# 发布者于某（男，45岁）: what brackets say of a person alone.
_BIOGRAPHY = re.compile(
    r"[\u4e00-\u9fff]?（(?:男|女|化名|网名|绰号|时年|现年|均?另案|均?在逃|均?已判|\d{2}岁)"
)
# Those of them that only a person's name follows at once.
_PERSON_BEFORE = re.compile(
    r"(?:被告人|嫌疑人|嫌犯|违法行为人|违法人员|主犯|从犯|被害人|受害人|网民|网友|男子"
    r"|女子|市民|居民|群众|村民|司机)[：“]?$"
)
# Nouns that make of 某 a nameless thing: 南宁某公司, 王某村, 某App.
_THING = re.compile(
    r"(?P<between>[\u4e00-\u9fffA-Za-z“”]{0,3}?)"
    r"(?:公司|集团|企业|单位|机构|平台|网站|网店|店铺|商铺|小区|社区|学校|中学|小学"
    r"|大学|学院|幼儿园"
    r"|医院|诊所|药店|酒店|宾馆|饭店|餐厅|超市|商场|银行|工厂|工地|园区|软件|系统"
    r"|直播间|论坛|贴吧|APP|App|app|局|部门"
    r"|村(?!民)|镇|乡|街道|路段|公寓|大厦|车站|景区|景点|驾校|律所|事务所|协会|商会"
    r"|电商|科技|传媒|网络科技|信息技术|文化传播|品牌|商标"
    r"|娱乐|棋牌|商城|工作室|公会|俱乐部|会所)"
)
# 涡阳|某康养服务有限公司: a company's long name behind a county's short one.
_COMPANY = re.compile(
    r"[\u4e00-\u9fffA-Za-z（）“”]{1,14}?"
    r"(?:有限(?:责任)?公司|股份公司|合伙企业|合作社|事务所|经营部|服务部|经销部)"
)
# 虚构成|某地, 冒充于|某校: some place or kind, which no name begins with.
_SOME = re.compile("地(?![址位])|[种些款类县厂街]|市(?!场)|校(?!长)")
_PUNCTUATION = frozenset("，。、；：）（！？”“\n ,.;:)(")
_AFTER_GIVEN = frozenset("等与和及")
_CLAUSE_ENDS = _PUNCTUATION | _AFTER_GIVEN
_AFTER_WHOLE = _CLAUSE_ENDS - {"“"}  # 池某|管“币”
_RELATIVE_BEFORE = re.compile(
    "(?:父亲|母亲|儿子|女儿|哥哥|弟弟|姐姐|妹妹|[堂表胞][哥兄弟姐妹]|侄子|侄女|叔叔|姑姑"
    "|其[父母兄弟姐妹子女])$"
)
# 车某|建了群, 赵某|开着车; no 车某建|了解到.
_ASPECT = re.compile("了(?![解结])|着(?![手急重眼])|(?<=[花达超近逾])\\d")
_BEHIND_PERSON = frozenset("等、和与及，。；")
_VERBS = frozenset("传加向约系让给设收")
_KIN = frozenset(
    ["夫妻", "夫妇", "兄弟", "姐妹", "兄妹", "姐弟", "父子", "父女", "母子", "母女"]
)
# 赵某一脸委屈, 钱某三次转账: numbers of what follows as often as given names.
_NUMERALS = frozenset("一二三四五六七八九十百千万")
_WHOLE_BEFORE = frozenset("、等（，")
_AFTER_BARE = _CLAUSE_ENDS | frozenset("的被因将")

# What stands around the last name of a row, whatever its surname.
_BESIDE = re.compile(r"某[\u4e00-\u9fff]?[、和与]$")
_AFTER_ROW = re.compile(
    r"[\u4e00-\u9fff]?(?:[，。、]|等|抓获|被|因涉|均|在|为|明知|[二两三四五六七八九]人|\d人)"
)
# 担任某公司客服: the end of a word, no surname.
_WORD_END = re.compile(r"[担责主信时现兼历聘出离委曾原前继]任$")
# Such words before 某 where it means some: 冒充某平台, 支付某公司.
_WORDS_BEFORE_SOME = frozenset(
    files("cases.reader")
    .joinpath("data/words-before-some.txt")
    .read_text(encoding="utf-8")
    .split()
)
_LONGEST_SURNAME = max(map(len, COMPOUND.split("|")))
# 孙某9个月卖出信息: what is counted is no part of a name.
_MEASURES = "岁人名万千百余多个年月日天次起部台张套元条家点小分秒米公倍届号周款件笔"
_MASKED = re.compile(
    # The mask is looked for first: a surname begins at almost every character.
    rf"(?=.{{1,{_LONGEST_SURNAME}}}?某)"
    rf"(?P<surname>{COMPOUND}|[\u4e00-\u9fff])(?P<mask>某{{1,3}})"
    rf"(?=(?P<given>[\u4e00-\u9fff]|[A-Z](?![A-Za-z])|\d(?![\d{_MEASURES}]))?)"
)
_MASK = re.compile("[×＊*□○xX]")
_STARRED = re.compile(
    rf"(?=.{{1,{_LONGEST_SURNAME}}}?{_MASK.pattern})"
    rf"(?P<surname>{COMPOUND}|[{''.join(sorted(SURNAMES))}])"
    rf"(?P<mask>[×＊*□○]{{1,2}}|[xX]{{1,2}}(?![A-Za-z\d]))"
    r"(?P<given>[\u4e00-\u9fff](?=[，、。（等）和与及]))?"
)
# “钱×说车”: what an account is called, not who runs it.
_TITLE_BEFORE = re.compile("“[^“”，。；：]{0,4}$")
_TITLE_AFTER = re.compile("[^“”，。；：、\n]{1,8}”")
# 艾某·买某, 古丽某·阿某: each part may be masked.
_PART = "[\u4e00-\u9fff]"
_LATIN = re.compile(r"(?<![A-Za-z])[A-Z][a-z]{0,12}某{1,2}")  # Kim某
_DOTTED = re.compile(
    rf"{_LATIN.pattern}|(?:{_PART}某{{1,2}}{_PART}?"
    rf"|(?:(?<!{_PART})|(?<=嫌疑人)|(?<=被告人)|(?<=男子)|(?<=、)){_PART}{{2,5}})"
    rf"·{_PART}{{0,4}}某{{1,3}}"
)


class Name(NamedTuple):
    """One masked name at text[start:end]; ``name`` as it is printed."""

    start: int
    end: int
    name: str


@lru_cache(maxsize=8)  # several fields' rules read the same text
def find_names(text: str) -> tuple[Name, ...]:
    """The masked names of a text in order, every mention.

    >>> [n.name for n in find_names("被告人孙某媛、李某与欧阳某某（在逃）")]
    ['孙某媛', '李某', '欧阳某某']
    >>> find_names("南宁某科技有限公司、某平台")
    ()
    """
    masked = list(_MASKED.finditer(text))
    # 网民鄷某 makes a surname of a character, for the whole text.
    called = {m["surname"] for m in masked if _is_called_person(text, m.start())}
    called |= {m["surname"] for m in masked if _ends_row(text, m)}
    called -= NEVER_GIVEN
    matches = [match for match in masked if _is_person(text, match, called)]
    givens = Counter(
        (m["surname"], m["given"]) for m in matches if m["mask"] == "某" and m["given"]
    )
    # What follows that character: several things follow a name, one a word.
    behind: dict[tuple[str, str], set[str]] = defaultdict(set)
    for m in matches:
        if m["given"]:
            follows = text[m.end("given") : m.end("given") + 1]
            behind[m["surname"], m["given"]].add(follows)
    bare: dict[str, int] = {}  # where a surname first stands with 某 alone
    for match in matches:
        if text[match.end("mask") : match.end("mask") + 1] in _AFTER_BARE:
            bare.setdefault(match["surname"], match.start())
    # 高某亮、丁某 ... 高某亮|明知: what is a whole name once is one elsewhere.
    whole = {
        (m["surname"], m["given"])
        for m in matches
        if m["given"]
        and m["given"] in GIVEN
        and text[m.end("given") : m.end("given") + 1] in _WHOLE_BEFORE
    }
    pattern = _DOTTED if "·" in text else _LATIN
    dotted = (match.span() for match in pattern.finditer(text))
    spans = [(start, end) for start, end in dotted if not _is_thing(text, end)]
    for match in matches:
        end = match.end("mask")
        if match["given"] and _is_given(text, match, givens, behind, bare, whole):
            end = match.end("given")
            end += text.startswith("某", end)  # 阿某木某
        spans.append((match.start(), end))
    if _MASK.search(text):
        spans += [m.span() for m in _STARRED.finditer(text) if _is_starred(text, m)]
    spans += full_names(text)
    names: list[Name] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not names or start >= names[-1].end:
            names.append(Name(start, end, text[start:end]))
    return tuple(names)


def names_between(names: Sequence[Name], start: int, end: int) -> Sequence[Name]:
    """Those of some names in order that begin in a range of the text."""
    first = bisect_left(names, start, key=_start)
    return names[first : bisect_left(names, end, key=_start)]


def _start(name: Name) -> int:
    return name.start


def _is_called_person(text: str, start: int) -> bool:
    return bool(_PERSON_BEFORE.search(text, max(0, start - 8), start))


def _ends_row(text: str, match: re.Match[str]) -> bool:
    """Whether a name stands beside another one: 马某、冶某被抓获."""
    row = _BESIDE.search(text, max(0, match.start() - 5), match.start())
    return bool(row and _AFTER_ROW.match(text, match.end("mask")))


def _is_person(text: str, match: re.Match[str], called: set[str]) -> bool:
    surname, start, end = match["surname"], match.start(), match.end("mask")
    if surname == "某" or _WORD_END.search(text, max(0, start - 1), start + 1):
        return False
    if text[max(0, start - 1) : start + 1] in _WORDS_BEFORE_SOME:
        return False
    has_role = bool(
        _ROLE_BEFORE.search(text, max(0, start - 8), start)
        or (surname not in NEVER_GIVEN and _BIOGRAPHY.match(text, end))
    )
    known = surname in SURNAMES or len(surname) > 1 or surname in called
    if surname in NEVER_GIVEN and not known:
        return False  # 以在某平台
    if has_role:
        # 网民于某平台, 当事人受某公司委托: only a plain surname is one before a thing.
        is_plain = known and surname not in WEAK_SURNAMES
        return is_plain or not _is_thing(text, end)
    if not known:
        return False
    if surname in WEAK_SURNAMES and not _stands_free(text, start):
        return False
    mask = match.start("mask")
    if _is_thing(text, end) or _ends_place(text, mask):
        return False
    return not (_COMPANY.match(text, end) and gazetteer().before(text, mask))


def _is_starred(text: str, match: re.Match[str]) -> bool:
    """Whether letters or stars mask a person (李XX), not a place (涞水XX村)."""
    start, end = match.span()
    if _is_thing(text, end) or _ends_place(text, match.start("mask")):
        return False
    if _TITLE_AFTER.match(text, end) and _TITLE_BEFORE.search(
        text, max(0, start - 5), start
    ):
        return False
    if match["mask"][0] not in "xX":
        return True
    if text[start - 1 : start] == "“":
        return False  # “国X基金”
    role = _ROLE_BEFORE.search(text, max(0, start - 8), start)
    return bool(role) or _stands_free(text, start)


def _is_thing(text: str, end: int) -> bool:
    """Whether 某 heads a noun (王某村, 某App), not a clause (张某成立公司)."""
    if _SOME.match(text, end):
        return True
    thing = _THING.match(text, end)
    if thing is None:
        return False
    between = thing.group("between")
    if between and text[end : end + 2] in FOLLOWING:
        return False
    return "某" not in between and not NEVER_GIVEN.intersection(between)


def _ends_place(text: str, end: int) -> bool:
    """Whether a place name of several characters ends there: 南宁|某公司; no
    拉上|饶某等人, for a place goes on with what it is that has no name."""
    if text[end + 1 : end + 2] in _BEHIND_PERSON:
        return False
    window = text[max(0, end - 7) : end]
    return any(
        place.end == len(window) and place.end - place.start > 1
        for place in find_places(window)
    )


# 判处于某有期徒刑, 抓获应某: what is done to persons alone.
_DONE_TO_PERSONS = re.compile(
    r"(?:抓获|抓捕|擒获|刑拘|刑事拘留|行政拘留|逮捕|传唤|讯问|判处|判决|处罚|训诫|指使|伙同"
    r"|雇佣|勾结|纠集)了?$"
)


def _stands_free(text: str, start: int) -> bool:
    """Whether a name may begin here: behind punctuation, a joining word, or what is
    done to persons alone."""
    if start == 0 or text[start - 1] in "，。、；：“（和与及对以由将的\n ":
        return True
    return bool(_DONE_TO_PERSONS.search(text, max(0, start - 5), start))


def _is_kin(text: str, start: int) -> bool:
    """Whether a name is of a relative, who has the surname too: 游某的父亲游某国."""
    return bool(_RELATIVE_BEFORE.search(text, max(0, start - 4), start))


def _is_given(
    text: str,
    match: re.Match[str],
    givens: Counter[tuple[str, str]],
    behind: dict[tuple[str, str], set[str]],
    bare: dict[str, int],
    whole: set[tuple[str, str]],
) -> bool:
    """Whether the character after 某 belongs to the name (孙某媛) or not (张某称)."""
    given, end = match["given"], match.end("given")
    if given.isascii():
        return True
    follows = text[end : end + 1]
    at_end = follows == "" or follows in _AFTER_WHOLE or text[end : end + 2] in _KIN
    told = givens[match["surname"], given]
    if given + follows in FOLLOWING and (match["surname"], given) not in whole:
        return False
    if _ASPECT.match(text, end) and (match["surname"], given) not in whole:
        return False
    if follows == "某":
        # 阿某木某, but 张某|金某 and 艾某|是某校学生
        return match["surname"][0] in MINORITY and given not in NEVER_GIVEN
    if given in NEVER_GIVEN and not (at_end and given in GIVEN_AT_END):
        if given not in GIVEN_AT_END or len(match["mask"]) > 1:
            return False
        # 韦某利专门拍照 ... 韦某利有期徒刑; 蓝某系初犯 ... 蓝某系学生 is a verb.
        followers = behind[match["surname"], given]
        ends = given not in _VERBS or bool(followers & _CLAUSE_ENDS)
        return told > 1 and len(followers) > 1 and ends
    if len(match["mask"]) > 1:
        # 张某某 is whole as a rule; 张某某甲 tells two of them apart.
        return given in ORDINALS
    if given in ORDINALS:
        return follows != "方"
    if given in _NUMERALS and any(
        (match["surname"], sister) in whole for sister in _NUMERALS - {given}
    ):
        return True  # 常某一、常某二|侮辱案
    bare_before = bare.get(match["surname"], end) < match.start()
    if not at_end and told == 1 and bare_before and not _is_kin(text, match.start()):
        return False  # 岩某、岩某罕 ... 岩某|运人出境
    if at_end or (given in GIVEN and given not in _NUMERALS):
        return True
    return told >= 2 and len(behind[match["surname"], given]) >= 2
