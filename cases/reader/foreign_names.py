"""Names of persons abroad: Mark Petrov, Pieter van der Berg, 伊万·彼得罗夫."""

from __future__ import annotations

import re

_HAN = "[\u4e00-\u9fff]"
# A name whose parts a dot parts, up to the first word that is none of it.
_SYLLABLES = (
    "(?:(?![等因以被在于和与及将对的是称说表曾已为也还从向由给让又则其该并但却就都所者发])"
    "(?!利用|通过)[\u4e00-\u9fff])"
)
DOTTED_NAME = f"{_SYLLABLES}{{1,6}}(?:·{_SYLLABLES}{{1,8}}){{1,3}}"

# Who may be told of by a name: 公民, 士兵, 19岁的; no 研究员, 高管, who comment.
_WHO = (
    "(?:岁的?|公民|国籍|男子|女子|黑客|嫌疑人|被告人?|士兵|军人|军官|开发者|管理员|创始人|经营者|运营者|主谋|主犯"
    "|头目|首领|首脑|同伙|共犯|名叫|名为|青年|少年|程序员|学生|员工|雇员|者之一|[国州市郡省特斯兰亚]人|主犯[为是])"
)
# Ivan, Łukasz, José, McDonald, O'Neil: a part of a name in Latin letters.
_PART = "(?:(?:Mc|Mac|[OD]['’])?[A-ZÀ-ÞĀ-Ž][a-zß-ÿā-ž]+)"
# van der Berg, de Souza, bin Salman: what stands between parts.
_PARTICLE = (
    "(?:(?:van|von|der|den|de|da|di|del|della|la|le|dos|bin|ibn|al|el|ten|ter)\\s){0,2}"
)
_LATIN_NAME = rf"{_PART}(?:\s[A-Z]\.)?(?:[\s-]{_PARTICLE}{_PART}){{1,3}}"
# 35岁的Ivan Petrov, 开发者之一Ivan Petrov; no 逮捕了Black Basta成员.
_TOLD = re.compile(
    rf"(?:{_WHO}|逮捕了?|起诉了?|指控了?|引渡了?)[：“]?\s?"
    rf"(?P<name>(?!Operation|Team|Group|The|Black|Dark)(?:{_LATIN_NAME}))(?![A-Za-z])"
    r"(?!”?\s?的?(?:恶意|僵尸|工具|程序|服务|网站|漏洞|黑市|暗网|加密|虚拟|数据|团伙|组织|成员|集团|平台|软件|公司|病毒|木马|网络|行动|勒索|市场|论坛|犯罪))"
)
# Eric Meiggs（21岁）, John A. Smith被判处: what only a person suffers.
_SUFFERS = re.compile(
    rf"(?<![A-Za-z（-])(?P<name>{_LATIN_NAME})"
    rf"(?=(?:\s?[、和与及]\s?{_LATIN_NAME}){{0,3}}\s?(?:等\d{{0,3}}名?人(?:已|均|分别|于[^，。；]{{1,10}})?被(?:裁定|法院|判|捕|羁押|拘|控|起诉|逮捕|指控)|"
    r"（\d{2}岁|，\d{2}岁|[^，。；\w）]?(?:已|均|近日|随后|此前|曾|则|也|于\d{1,2}月){0,2}(?:被(?:捕|控|判|逮捕|指控|引渡"
    r"|起诉|联邦|警方|当局)|认罪|承认(?:犯|自己)|因涉嫌|面临(?:指控|最高|\d)|出庭)))"
)
# 士兵杰克·史密斯
_DOTTED = re.compile(rf"{_WHO}[：“]?(?P<name>{DOTTED_NAME})")
# 来自海港的伊万·彼得罗夫（Ivan Petrov）, 伊万·彼得罗夫（Ivan Petrov）被判: the name in
# Latin letters too, where he comes from or what befell him.
_BOTH = re.compile(
    rf"(?:来自[^，。；]{{1,10}}?的(?P<native>{DOTTED_NAME})(?=”?（{_PART}[\s-][A-Z])"
    rf"|(?<=[的，。；：、“\n岁])(?P<name>{DOTTED_NAME})(?=”?（{_PART}[\s-][A-Z][^（）]{{1,30}}）"
    r"(?:因(?!为)|被(?:捕|控|判|指控|逮捕|起诉|引渡)|承认|涉嫌|认罪"
    r"|是[^，。；]{0,24}(?:成员|黑客|头目|主谋|创始人|管理员|运营者|开发者))))"
)


# Each of them has a capital or a dot.
_SIGN = re.compile("[A-ZÀ-ÞĀ-Ž·]")


def foreign_names(text: str) -> set[str]:
    """The names in Latin letters, or in characters with a dot, that stand where only a
    person's can: behind who somebody is, or before what befell him."""
    if not _SIGN.search(text):
        return set()
    names = {
        match["name"]
        for pattern in (_TOLD, _SUFFERS, _DOTTED)
        for match in pattern.finditer(text)
    }
    return names | {m["native"] or m["name"] for m in _BOTH.finditer(text)}
