"""The articles of law that a text itself cites, where it cites them.

Nothing is concluded: an article is shown beside a case only because the authority's
own words name it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from cases import display
from cases.reader.numbers import parse_number
from cases.shown import Span

# The laws that bulletins on cybercrime cite, less 中华人民共和国, with the names that
# the National People's Congress and the Supreme Court use in English.
LAWS = {
    "刑法": "Criminal Law",
    "刑事诉讼法": "Criminal Procedure Law",
    "网络安全法": "Cybersecurity Law",
    "数据安全法": "Data Security Law",
    "个人信息保护法": "Personal Information Protection Law",
    "治安管理处罚法": "Public Security Administration Punishments Law",
    "反电信网络诈骗法": "Anti-Telecom and Online Fraud Law",
    "反恐怖主义法": "Counter-Terrorism Law",
    "反间谍法": "Counter-Espionage Law",
    "未成年人保护法": "Law on the Protection of Minors",
    "行政处罚法": "Administrative Penalties Law",
    "电子商务法": "E-Commerce Law",
    "广告法": "Advertising Law",
    "反不正当竞争法": "Anti-Unfair Competition Law",
    "著作权法": "Copyright Law",
    "民法典": "Civil Code",
    "突发事件应对法": "Emergency Response Law",
    "网络数据安全管理条例": "Regulations on Network Data Security Management",
    "关键信息基础设施安全保护条例": (
        "Regulations on the Security Protection of Critical Information Infrastructure"
    ),
    "计算机信息系统安全保护条例": (
        "Regulations on the Security Protection of Computer Information Systems"
    ),
    "计算机信息网络国际联网安全保护管理办法": (
        "Measures on the Security Protection of Computer Networks’ International"
        " Connections"
    ),
    "互联网信息服务管理办法": "Measures on Internet Information Services",
    "电信条例": "Telecommunications Regulations",
}
NUMERAL = "[〇零一二三四五六七八九十百千0-9０-９]{1,7}"
# 第二百八十五条, 第二百五十三条之一, 第二十一条第一款, 第五十九条第一款第（二）项
ARTICLE = re.compile(
    rf"第(?P<article>{NUMERAL})条(?:之(?P<inserted>[一二三四五六七八九十]))?"
    rf"(?:第(?P<paragraph>{NUMERAL})款)?(?:第[（(]?{NUMERAL}[)）]?项)?"
)
BETWEEN = re.compile(r"[、，,]|和|及|与|以及|或者?")
# 《中华人民共和国网络安全法》（以下简称《网络安全法》）第二十一条; 刑法第二百八十五条
LAW = re.compile(
    r"(?:《(?:中华人民共和国)?(?P<title>[^《》\n]{2,40})》"
    rf"|(?:中华人民共和国)?(?P<bare>{'|'.join(sorted(LAWS, key=len, reverse=True))}))"
    r"(?:[（(][^（）()\n]{1,30}[）)])?的?(?=第)"
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A law with the articles that a text cites of it in one place.

    ``words`` = text[start:end] of ``span``; ``articles`` are written 285, 253-1 or
    285(2): number, inserted number, paragraph.
    """

    law: str
    articles: tuple[str, ...]
    words: str
    span: Span

    def label(self) -> str:
        """Chinese as printed; English by name and number, where the law is known:
        Cybersecurity Law, arts 21 and 59."""
        if not display.is_english() or self.law not in LAWS:
            return self.words
        *others, last = self.articles
        written = f"{', '.join(others)} and {last}" if others else last
        return f"{LAWS[self.law]}, {'arts' if others else 'art.'} {written}"

    @property
    def is_chinese(self) -> bool:
        """Whether the label has stayed Chinese."""
        return not display.is_english() or self.law not in LAWS


def citations(text: str) -> list[Citation]:
    """The laws that a text cites with articles, in order; each wording once.

    >>> [(one.law, one.articles) for one in
    ...  citations("依据《网络安全法》第二十一条、第五十九条第一款，处以罚款。")]
    [('网络安全法', ('21', '59(1)'))]
    """
    found: dict[str, Citation] = {}
    for match in LAW.finditer(text):
        articles, end = _articles(text, match.end())
        if articles:
            words = text[match.start() : end]
            law = match["title"] or match["bare"]
            span = (match.start(), end)
            found.setdefault(words, Citation(law, tuple(articles), words, span))
    return list(found.values())


def _articles(text: str, at: int) -> tuple[list[str], int]:
    """The articles that follow each other from ``at``, and where they end."""
    found: list[str] = []
    end = at
    match = ARTICLE.match(text, at)
    while match:
        found.append(_number(match))
        end = match.end()
        between = BETWEEN.match(text, end)
        match = ARTICLE.match(text, between.end() if between else end)
    return found, end


def _number(match: re.Match[str]) -> str:
    """An article as a number: 253-1, 285(2)."""
    written = str(parse_number(match["article"]))
    if match["inserted"]:
        written += f"-{parse_number(match['inserted'])}"
    if match["paragraph"]:
        written += f"({parse_number(match['paragraph'])})"
    return written
