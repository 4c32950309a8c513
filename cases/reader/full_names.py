"""Names that are printed in full: 被告人李明, 李城（化名）, 阿卜杜拉·卡德尔."""

from __future__ import annotations

import re
from importlib.resources import files

from cases.reader.foreign_names import DOTTED_NAME, foreign_names
from cases.reader.gazetteer import find_places
from cases.reader.name_characters import (
    COMPOUND,
    FOLLOWING,
    GIVEN,
    NEVER_GIVEN,
    SURNAMES,
    WEAK_SURNAMES,
)

Offsets = tuple[int, int]

# Only these formal words may bring a full name: behind others stands a verb as
# often as a name (男子李明, 男子成功取款).
_FORMAL = (
    r"(?:被告人|犯罪嫌疑人|嫌疑人|嫌疑犯|嫌犯|上诉人|违法行为人|行为人|违法嫌疑人|罪犯"
    r"|主犯|从犯|首犯|同案犯"
    r"|同案人|被不起诉人|被处罚人|逃犯|要犯|(?:组织|团伙|重要|主要)头目|首要分子)"
)
_HAN = "[\u4e00-\u9fff]"
_ROLE = re.compile(rf"{_FORMAL}(?:（[^（）\n]{{1,14}}）)?[： ]?(?={_HAN})")
# 李明、王强和赵刚: the row goes on.
_NEXT = re.compile(r"(?:（[^（）\n]{0,30}）)?(?:、|和|与|及|以及)(?:被告人|嫌疑人)?")
# 伙同秦国发, 判处张剑明有期徒刑: whoever is named there, where full names are printed.
_PERSON_BEHIND = re.compile(
    rf"(?:判处|改判|伙同|招募|雇佣|雇用|指使|纠集|勾结|拉拢)(?={_HAN})"
)
# 陈国辉、|郑金明: a name before another one.
_ROW_BEFORE = re.compile(
    rf"(?:(?<!{_HAN})|(?<=[和与及对由向将被]))(?P<name>{_HAN}{{2,3}})、$"
)
# How many names a row may go on before the first that is known.
_ROUNDS = 8
# Characters that open words, but stand in given names too: 张家豪, 李为民.
_WITHIN = frozenset("利家先承传为如若之知广友主")
_MARKS = frozenset("，。、；：（）被")
# What may stand behind a full name, at once.
_STOP = re.compile(
    r"[，。、；：）（”？！\s]|$|等|和|与|及|因|以|犯|被|在(?!线)|系|于|伙同|利用|通过"
    r"|将|向|出售|对(?!方)|为(?=[了谋获牟主首])|从(?=[事中网])|到案|归案|投案"
    r"|供述|交代|非法|明知|违反|违背|伪造|虚构|谎称|冒充|编造|侵犯|窃取|购买|收购|注册|组织|开设"
    r"|招募|经营|认罪|辩称|先后|均|已|的(?=行为|犯罪|上诉|供述|辩护)|有期徒刑|无期徒刑"
    r"|死刑|拘役|提出|自(?=[12二愿])|[12]\d{3}年"
    r"|[四五六七八九十]人|再(?!审)|又|也|还|则|便|曾|并|让|给|获|主动|多次|分别|各|共|两人|二人|三人|承认|当庭|拒不|没有"
    r"|持|用|以|假借|租|谋划|操控|控制|指使|策划|骗取|盗|转|逃|潜"
    # 受“黑子”雇用, 经他人介绍, 系公司员工, 搭建网站, 负责取款, 收取好处费
    r"|受(?!贿)|经(?=[人朋他她其介查鉴审事]|过)|接|找|帮|替|带(?=[着领人])|率|得知|获悉|发现|看到|听说|认识|结识"
    r"|联系|加入|成立|创[建办立]|建立|搭建|架设|研发|开发|编写|制作|破解|植入|登[录陆]|侵入|入侵|攻击|获取"
    r"|下载|上传|篡改|删除|修改|传播|散布|发[布送帖展]|贩卖|倒卖|销售|兜售|运营|负责|担任|任(?=[职法经总某])"
    r"|原系|原为|曾|未(?!来)|拒|案发|现(?=[已年住羁])|时年|户籍|生于|犯罪|涉嫌|合谋|共谋|预谋|商[议定量]|结伙|驾|乘坐"
    r"|前往|去往|到(?=[达庭场某])|雇|介绍|安排|聘|收取|收受|取得|分得|获利|赚|得款|骗|敲诈|勒索|虚报|隐瞒|掩饰"
    r"|帮助|参与|实施|从事|故意|以及|与其|之行为|供认|拒绝|上诉|申请|请求|要求|辱骂|诽谤|捏造|偷拍|强行|秘密|擅自|私自|公开"
)
# What only a person is told to be: 李明，男，1990年生; 李明（另案处理）.
_BEARING = re.compile(
    r"[，（](?:男|女|\d{2}岁|化名|另案|在逃|已判|绰号|网名|曾用名|系|汉族|出生"
    r"|19\d\d年)"
)
# Surnames that begin common words too (全部, 方面, 车辆, 家属): two characters
# are no name then without a word that tells a person.
_WORDY = (
    frozenset(
        "全方车家时高安常金项管应通连关容相终满东利国和向从能多公成单包主文万强华房边解任明元平水言代计"
        "都年经海程易步后居段支区仅马"
    )
    | WEAK_SURNAMES
)
# Surnames that are seldom anything else, and those that are never.
_SURE = SURNAMES - WEAK_SURNAMES
_PLAIN = _SURE - _WORDY
# Such words: 全部, 安全, 高薪.
_WORDS = frozenset(
    files("cases.reader")
    .joinpath("data/words-like-names.txt")
    .read_text(encoding="utf-8")
    .split()
)
# 1.李明学，男，汉族，62岁: a line of a notice of the wanted, which tells who one is.
_LINE_OF_LIFE = re.compile(
    r"(?:^|[\n。；：])\s?(?:\d{1,2}[.、．]|[（(]?[一二三四五六七八九十\d]{1,2}[）)、])?\s?(?:姓名[：:])?"
    rf"(?P<name>{_HAN}{{2,3}})(?:（[^（）\n]{{1,20}}）)?[，、]"
    r"(?:(?:又名|绰号|化名|曾用名|别名|外号)[^，。；\n]{1,12}，)?(?:男|女)(?:性)?[，、]"
    r"(?=[^。\n]{0,40}(?:\d{2}岁|[12]\d{3}年|族|籍|身份证|[之长次][子女孙]|丈夫|妻子))"
)
# A notice of the wanted: whose lines are of offenders.
_WANTED = re.compile("通缉|悬赏|在逃|追逃|敦促|投案自首")
_ALIAS = re.compile(
    rf"(?P<name>{_HAN}{{2,4}})（(?:均?为?化名|以下均?为?化名|均系化名|此处为化名)"
)
_BEFORE_ALIAS = re.compile(
    rf"(?:{_FORMAL}|男子|女子|网民|网友|青年|大学生|市民|[的为对将由以与和、，。“：\n]"
    rf"|^)$"
)
# 伙同王强（另案处理）: tried elsewhere or at large.
_ELSEWHERE = re.compile(
    rf"(?:的|伙同|纠集|指使|勾结|通过|受|由|与|和|、)(?P<name>{_HAN}{{2,3}})（"
    rf"(?:均?另案|另行|均?在逃|均?已判|均?另处|同案)"
)
# 林金德等其他被告人, 姚晓杰等11人: where a text prints full names.
_WITH_OTHERS = re.compile(
    rf"(?:^|[\n。；、，：])(?P<name>(?:{_HAN}{{2,3}}、){{0,6}}{_HAN}{{2,3}})等"
    rf"(?:其他|[\d一二三四五六七八九十]{{1,4}}[名人]|人)"
)
# 对董事长程远、总裁柳晴各处罚款: whom a company's penalty names by their posts.
_FINED = re.compile(
    r"(?:董事长|首席执行官|CEO|总裁|总经理|法定代表人|实际控制人|负责人|主管人员"
    r"|责任人员?)"
    rf"(?P<name>{_HAN}{{2,3}}?)(?=(?:、|和|及|各?处|各?罚|予以|给予"
    rf"|分别)[^。；\n]{{0,40}}(?:罚款|警告))"
)
# 嫌疑人阿卜杜拉·卡德尔
_DOTTED = re.compile(rf"{_ROLE.pattern}(?P<name>{DOTTED_NAME})")
# 25岁男子林琉辉因; 19岁的程序员沈国强（: who is told with an age, and what he did.
_AGED = re.compile(
    rf"\d{{2}}岁的?(?:[^，。；：、\d“”]{{0,6}}(?:男子|女子|男性|女性|青年|少年|黑客|学生|程序员|员工|居民|市民))?"
    rf"(?P<name>{_HAN}{{2,3}})(?=（|因|涉嫌|，(?:他|她|其|涉嫌)|被(?:捕|警方|逮捕|判))"
)


def full_names(text: str) -> list[Offsets]:
    """Every mention of a name that is printed in full, as half-open offsets.

    A name is believed behind a formal word of the procedure, and where the text
    says that it is an alias, or that the bearer is tried elsewhere.
    """
    names = _named_by_role(text) | _aliases(text)
    names |= foreign_names(text)
    fined = (match["name"] for match in _FINED.finditer(text))
    names |= {n for n in fined if n[0] in _SURE and "某" not in n and n not in _WORDS}
    ages = _AGED.finditer(text) if "岁" in text else ()
    aged = (match["name"] for match in ages)
    names |= {
        n
        for n in aged
        if n[0] in _PLAIN and GIVEN.issuperset(n[1:]) and n not in _WORDS
    }
    if _WANTED.search(text):
        lines = (match["name"] for match in _LINE_OF_LIFE.finditer(text))
        names |= {n for n in lines if n[0] in _SURE and "某" not in n}
    if not names:
        return []
    longest_first = sorted(names, key=len, reverse=True)
    every = re.compile("|".join(map(re.escape, longest_first)))
    return [match.span() for match in every.finditer(text)]


def _named_by_role(text: str) -> set[str]:
    found: set[str] = set()
    walked: set[int] = set()
    for role in _ROLE.finditer(text):
        found |= _row_from(text, role.end(), walked)
    if "·" in text:
        found |= {match["name"] for match in _DOTTED.finditer(text)}
    if found:
        for pattern in (_ELSEWHERE, _WITH_OTHERS):
            rows = (match["name"] for match in pattern.finditer(text))
            every = (name for row in rows for name in row.split("、"))
            found |= {n for n in every if n[0] in _PLAIN}
        for verb in _PERSON_BEHIND.finditer(text):
            row = _row_from(text, verb.end(), walked)
            is_judged = verb.group() in ("判处", "改判")  # nobody else is
            found |= {name for name in row if is_judged or _is_likely(text, name)}
        found |= _beside(text, found)
    return {name for name in found if "某" not in name}


def _row_from(text: str, position: int, walked: set[int]) -> set[str]:
    """The full names of the row that begins there, up to a place that was ``walked``
    before."""
    found: set[str] = set()
    while position not in walked:
        walked.add(position)
        if (end := _name_end(text, position)) is None:
            break
        found.add(text[position:end])
        row = _NEXT.match(text, end)
        if row is None:
            break
        position = row.end()
    return found


def _is_likely(text: str, name: str) -> bool:
    """Whether what stands where a full name may is one: it is made of characters of
    names and, where it is short, comes back."""
    return GIVEN.issuperset(name[1:]) and (len(name) > 2 or text.count(name) > 1)


def _beside(text: str, known: set[str]) -> set[str]:
    """The full names that stand in a row with those known, on either side of them."""
    found: set[str] = set()
    walked: set[int] = set()
    waiting = {name for name in known if "·" not in name}
    for _ in range(_ROUNDS):
        if not waiting:
            break
        beside: set[str] = set()
        for match in re.finditer("|".join(map(re.escape, waiting)), text):
            if row := _NEXT.match(text, match.end()):
                beside |= _row_from(text, row.end(), walked)
            if before := _ROW_BEFORE.search(
                text, max(0, match.start() - 6), match.start()
            ):
                start, end = before.span("name")
                if _name_end(text, start) == end:
                    beside.add(before["name"])
        waiting = {n for n in beside - known - found if _is_likely(text, n)}
        found |= waiting
    return found


def _name_end(text: str, start: int) -> int | None:
    """Where the full name that begins there ends; None when none does."""
    surname = 2 if re.match(COMPOUND, text[start : start + 2]) else 1
    if surname == 1 and text[start : start + 1] not in SURNAMES:
        return None
    for length in (surname + 1, surname + 2):
        name, end = text[start : start + length], start + length
        given = name[surname:]
        if len(name) < length or "某" in name:
            return None
        if NEVER_GIVEN.intersection(given) - _WITHIN:
            return None
        if given in _WITHIN and text[end : end + 1] not in _MARKS:
            continue  # 张家|豪, 王利|民
        if not re.fullmatch(f"{_HAN}+", given) or not _STOP.match(text, end):
            continue
        if name in _WORDS or given in FOLLOWING or _is_place(text, start):
            return None
        if name[0] in WEAK_SURNAMES and not GIVEN.issuperset(given):
            return None  # 被告人向法院提出上诉
        if length == surname + 1 and not _is_short_name(text, name, end):
            return None
        return end
    return None


def _is_place(text: str, start: int) -> bool:
    """Whether the words there name a place: 江苏籍, 石景山区."""
    return any(place.start == 0 for place in find_places(text[start : start + 5]))


def _is_short_name(text: str, name: str, end: int) -> bool:
    """Whether surname and one more character are a person's: 李明, not 全部."""
    if _BEARING.match(text, end):
        return True
    return name[0] not in _WORDY and (name[-1] in GIVEN or text.count(name) > 1)


def _aliases(text: str) -> set[str]:
    """The names that are said to be aliases."""
    found = set()
    for match in _ALIAS.finditer(text) if "化名" in text else ():
        words = match["name"]
        if "某" in words:
            continue
        for length in (2, 3, 4):
            name = words[-length:]
            before = text[
                max(0, match.end("name") - length - 6) : match.end("name") - length
            ]
            if len(name) < length:
                break
            plausible = name[0] in SURNAMES or name[0] in "小阿老"
            if plausible and _BEFORE_ALIAS.search(before):
                found.add(name)
                break
        else:
            if words[-3:][0] in _SURE and len(words) > 2:
                found.add(words[-3:])
            elif words[-2] in SURNAMES or words[-2] in "小阿老":
                found.add(words[-2:])
    return found
