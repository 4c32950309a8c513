"""Names that are printed in full: 被告人李明, 李城（化名）, 阿卜杜拉·卡德尔."""

from __future__ import annotations

import re
from importlib.resources import files

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
    r"|同案人|被不起诉人|被处罚人|逃犯)"
)
_HAN = "[\u4e00-\u9fff]"
_ROLE = re.compile(rf"{_FORMAL}(?:（[^（）\n]{{1,14}}）)?[： ]?(?={_HAN})")
# 李明、王强和赵刚: the row goes on.
_NEXT = re.compile(r"(?:（[^（）\n]{0,30}）)?(?:、|和|与|及|以及)(?:被告人|嫌疑人)?")
# What may stand behind a full name, at once.
_STOP = re.compile(
    r"[，。、；：）（”？！\s]|$|等|和|与|及|因|以|犯|被|在(?!线)|系|于|伙同|利用|通过"
    r"|将|向|出售|对(?!方)|为(?=[了谋获牟主首])|从(?=[事中网])|到案|归案|投案"
    r"|供述|交代|非法|明知|违反|违背|伪造|虚构|谎称|冒充|编造|侵犯|窃取|购买|收购|注册|组织|开设"
    r"|招募|经营|认罪|辩称|先后|均|已|的(?=行为|犯罪|上诉|供述|辩护)|有期徒刑|无期徒刑"
    r"|死刑|拘役|提出|自(?=[12二愿])|[12]\d{3}年"
    r"|再(?!审)|又|也|还|则|便|曾|并|让|给|获|主动|多次|分别|各|共|两人|二人|三人|承认|当庭|拒不|没有"
    r"|持|用|以|假借|租|谋划|操控|控制|指使|策划|骗取|盗|转|逃|潜"
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
# Such words: 全部, 安全, 高薪.
_WORDS = frozenset(
    files("cases.reader")
    .joinpath("data/words-like-names.txt")
    .read_text(encoding="utf-8")
    .split()
)
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
# “老K”（另案处理）: a nickname is all that the text has of somebody.
_NICKNAME = re.compile(
    r"“(?P<name>[\w]{1,6})”（(?:均?另案|另行|均?在逃|均?已判|均?另处)"
)
# 35岁的Ivan Petrov, 开发者之一Ivan Petrov; no 逮捕了Black Basta成员.
_LATIN = re.compile(
    r"(?:岁的?|公民|国籍|男子|女子|黑客|嫌疑人|被告人?|士兵|军人|开发者|管理员|创始人"
    r"|运营者|主谋|头目"
    r"|名叫|名为|青年|程序员|学生|员工|者之一|逮捕了?|起诉了?|指控了?|引渡了?)[：“]?\s?"
    r"(?P<name>(?!Operation|Team|Group)[A-Z][a-z]+(?:\s[A-Z]\.)?(?:\s[A-Z][a-z]+){1,2})(?![A-Za-z])"
    r"(?!”?\s?(?:团伙|组织|成员|集团|平台|软件|公司|病毒|木马|网络|行动))"
)
# Eric Meiggs（21岁）, John A. Smith被判处: what only a person suffers.
_LATIN_FATE = re.compile(
    r"(?<![A-Za-z])(?P<name>[A-Z][a-z]+(?:\s[A-Z]\.)?(?:\s[A-Z][a-z]+){1,2})"
    r"(?=\s?(?:（\d{2}岁|，\d{2}岁|[^，。；\w]?(?:已|均|近日|随后){0,2}(?:被(?:捕|控|判|逮捕|指控|引渡"
    r"|起诉|联邦|警方|当局)|认罪|承认(?:犯|自己)|因涉嫌|面临(?:指控|最高|\d)|出庭)))"
)
_DOTTED = re.compile(
    rf"(?:{_ROLE.pattern}|(?:公民|男子|女子|黑客|青年|主谋|头目|创始人|管理员|开发者|运营者)"
    rf"(?={_HAN}{{1,6}}·))(?P<name>{_HAN}{{1,6}}(?:·{_HAN}{{1,6}}){{1,3}})"
)
_DOTTED_STOP = re.compile("(?:等人?|因|以|被|在|于|和|与|及|将|对|利用|通过).*$")


def full_names(text: str) -> list[Offsets]:
    """Every mention of a name that is printed in full, as half-open offsets.

    A name is believed behind a formal word of the procedure, and where the text
    says that it is an alias, or that the bearer is tried elsewhere.
    """
    names = _named_by_role(text) | _aliases(text)
    for pattern in (_NICKNAME, _LATIN, _LATIN_FATE):
        names |= {match["name"] for match in pattern.finditer(text)}
    fined = (match["name"] for match in _FINED.finditer(text))
    names |= {
        n
        for n in fined
        if n[0] in SURNAMES - WEAK_SURNAMES and "某" not in n and n not in _WORDS
    }
    if not names:
        return []
    longest_first = sorted(names, key=len, reverse=True)
    every = re.compile("|".join(map(re.escape, longest_first)))
    return [match.span() for match in every.finditer(text)]


def _named_by_role(text: str) -> set[str]:
    found: set[str] = set()
    for role in _ROLE.finditer(text):
        position = role.end()
        while (end := _name_end(text, position)) is not None:
            found.add(text[position:end])
            row = _NEXT.match(text, end)
            if row is None:
                break
            position = row.end()
    for match in _DOTTED.finditer(text):
        name = _DOTTED_STOP.sub("", match["name"])
        if "·" in name:
            found.add(name)
    if found:
        for pattern in (_ELSEWHERE, _WITH_OTHERS):
            rows = (match["name"] for match in pattern.finditer(text))
            every = (name for row in rows for name in row.split("、"))
            found |= {n for n in every if n[0] in SURNAMES - WEAK_SURNAMES - _WORDY}
    return {name for name in found if "某" not in name}


def _name_end(text: str, start: int) -> int | None:
    """Where the full name that begins there ends; None when none does."""
    surname = 2 if re.match(COMPOUND, text[start : start + 2]) else 1
    if surname == 1 and text[start : start + 1] not in SURNAMES:
        return None
    for length in (surname + 1, surname + 2):
        name, end = text[start : start + length], start + length
        given = name[surname:]
        if len(name) < length or "某" in name or NEVER_GIVEN.intersection(given):
            return None
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
    for match in _ALIAS.finditer(text):
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
            if words[-3:][0] in SURNAMES - WEAK_SURNAMES and len(words) > 2:
                found.add(words[-3:])
            elif words[-2] in SURNAMES or words[-2] in "小阿老":
                found.add(words[-2:])
    return found
