"""Names of persons abroad: Mark Petrov, Pieter van der Berg, 伊万·彼得罗夫."""

from __future__ import annotations

import re

_HAN = "[\u4e00-\u9fff]"
# A name whose parts a dot parts, up to the first word that is none of it.
_SYLLABLES = "(?:(?!等|因|以|被|在|于|和|与|及|将|对|利用|通过)[\u4e00-\u9fff])"
DOTTED_NAME = f"{_SYLLABLES}{{1,6}}(?:·{_SYLLABLES}{{1,8}}){{1,3}}"

# Who may be told of by a name: 公民, 士兵, 前员工, 19岁的.
_WHO = (
    "(?:岁的?|公民|国籍|男子|女子|男性|女性|黑客|嫌疑人|被告人?|士兵|军人|军官|飞行员|开发者|管理员|创始人|经营者"
    "|运营者|运营商|主谋|主犯|头目|首领|首脑|成员|同伙|共犯|名叫|名为|叫做|青年|少年|程序员|工程师|研究员|学生|员工|雇员|高管"
    "|商人|医生|教师|者之一|(?<![言责系证害案介辩代])人|主犯为|主犯是|分别[是为])"
)
# Ivan, Łukasz, José, McDonald, O'Neil: a part of a name in Latin letters.
_PART = "(?:[A-ZÀ-ÞĀ-Ž][a-zß-ÿā-ž]+(?:[A-Z][a-z]+)?|[OD]['’][A-Z][a-z]+)"
# van der Berg, de Souza, bin Salman: what stands between parts.
_PARTICLE = (
    "(?:(?:van|von|der|den|de|da|di|del|della|la|le|dos|bin|ibn|al|el|ten|ter)\\s){0,2}"
)
_LATIN_NAME = rf"{_PART}(?:\s[A-Z]\.)?(?:[\s-]{_PARTICLE}{_PART}){{1,3}}"
# 35岁的Ivan Petrov, 开发者之一Ivan Petrov; no 逮捕了Black Basta成员.
_TOLD = re.compile(
    rf"(?:{_WHO}|逮捕了?|起诉了?|指控了?|引渡了?)[：“]?\s?"
    rf"(?P<name>(?!Operation|Team|Group|The|Black|Dark)(?:{_LATIN_NAME}))(?![A-Za-z])"
    r"(?!”?\s?(?:团伙|组织|成员|集团|平台|软件|公司|病毒|木马|网络|行动|勒索|市场|论坛|犯罪))"
)
# Eric Meiggs（21岁）, John A. Smith被判处: what only a person suffers.
_SUFFERS = re.compile(
    rf"(?<![A-Za-z（-])(?P<name>{_LATIN_NAME})"
    r"(?=\s?(?:（\d{2}岁|，\d{2}岁|[^，。；\w）]?(?:已|均|近日|随后|此前|曾|则|也|于\d{1,2}月){0,2}(?:被(?:捕|控|判|逮捕|指控|引渡"
    r"|起诉|联邦|警方|当局)|认罪|承认(?:犯|自己)|因涉嫌|面临(?:指控|最高|\d)|出庭)))"
)
# 士兵杰克·史密斯
_DOTTED = re.compile(rf"{_WHO}[：“]?(?P<name>{DOTTED_NAME})")
# 来自海港的伊万·彼得罗夫（Ivan Petrov）: what the name is in Latin letters.
_BOTH = re.compile(
    rf"(?<=[的，。；：、“\n岁为叫])(?P<name>{DOTTED_NAME})(?=”?（{_PART}[\s-][A-Z])"
)
# Each of them has a capital or a dot.
_SIGN = re.compile("[A-ZÀ-ÞĀ-Ž·]")


def foreign_names(text: str) -> set[str]:
    """The names in Latin letters, or in characters with a dot, that stand where only a
    person's can: behind who somebody is, or before what befell him."""
    if not _SIGN.search(text):
        return set()
    return {
        match["name"]
        for pattern in (_TOLD, _SUFFERS, _DOTTED, _BOTH)
        for match in pattern.finditer(text)
    }
