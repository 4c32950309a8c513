"""The names of issuing authorities: short and formal, and in credits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from cases.reader.agencies import AgencyMention, mentions
from cases.reader.clean import View, normalise
from cases.reader.context import IssuerKind
from cases.reader.lines import Line
from cases.reader.results import Found, Place

# The formal names of short ones that everybody uses.
FORMAL = {
    "最高检": "最高人民检察院",
    "最高法": "最高人民法院",
    "最高检察院": "最高人民检察院",
    "最高法院": "最高人民法院",
    "两高": "最高人民法院、最高人民检察院",
    "两高一部": "最高人民法院、最高人民检察院、公安部",
    "长航公安": "长江航运公安局",
    "长航公安局": "长江航运公安局",
}

# How a formal name is shortened, the longest first: 浙江省高级人民法院, 浙江高院;
# 上海市第一中级人民法院, 上海一中院; 汉寿县互联网信息办公室, 汉寿网信办.
SHORTER = (
    ("高级人民法院", "高院"),
    ("中级人民法院", "中院"),
    ("中级法院", "中院"),
    ("人民法院", "法院"),
    ("人民检察院", "检察院"),
    ("委员会网络安全和信息化委员会办公室", "网信办"),
    ("网络安全和信息化委员会办公室", "网信办"),
    ("互联网信息办公室", "网信办"),
    ("委网信办", "网信办"),
    ("网信办公室", "网信办"),
    ("网信部门", "网信办"),
    ("通信管理局", "通管局"),
    ("市场监督管理局", "市监局"),
    ("市场监管局", "市监局"),
    ("国家市场监督管理总局", "市场监管总局"),
    ("国家市场监管总局", "市场监管总局"),
    ("工业和信息化部", "工信部"),
    ("网络安全保卫", "网安"),
    ("公安机关", "公安"),
    ("公安分局", "分局"),
    ("警方", "公安"),
    ("公安网安", "网警"),
    ("网警部门", "网警"),
)
# 某某公安分局 and 某市公安局某某分局
BRANCH = re.compile(r"公安局(?P<own>[^，。、公安]{2,5})分局.*$")
# Words of the place that a short name leaves out.
LEVELS = re.compile("[省市区县第]|自治区|自治州|自治县")


@dataclass(frozen=True, slots=True)
class Issuer:
    """The issuing authority: as found, its kind, and its seat if it is local."""

    found: Found[str] | None = None
    kind: IssuerKind = "police"
    place: Place | None = None
    is_national: bool = False


def shortened(name: str) -> str:
    """A name in its shortest form, for comparing.

    >>> shortened("浙江省高级人民法院") == shortened("浙江高院")
    True
    """
    for formal, short in SHORTER:
        name = name.replace(formal, short)
    name = BRANCH.sub(r"\g<own>分局", name)
    if name.endswith("网信"):
        name += "办"
    return LEVELS.sub("", name)


def says_more(words: str, than: str) -> bool:
    """Whether one name is another in its fuller form, or begins further out:
    山西运城公安机关, 运城公安."""
    return len(words) > len(than) and shortened(words).endswith(shortened(than))


# What a credit adds to an authority's name: 最高检网站, 微信公众号“某地网警”.
MEDIUM = re.compile(
    r"[“”\"@]|微信公众号|公众号|官方微博|微博|官方网站|网站|官网|官微|客户端|微信"
)


def credited_issuer(names: Iterable[Found[str] | None]) -> Issuer:
    """The issuer told by the account or the credited source alone: the first whose
    whole name is an authority's (某县公安, not 平安某县 nor a newspaper)."""
    for name in names:
        mention = _credited(name)
        if name is None or mention is None:
            continue
        return Issuer(
            Found(
                FORMAL.get(mention.words, mention.words),
                name.spans,
                "issuer_names.credited",
                "the account or source is an authority",
            ),
            mention.kind,
            mention.place,
            mention.scope == "national",
        )
    return Issuer()


# The last lines of a notice, among which it is signed.
LAST_LINES = 40


def signed_issuer(lines: Sequence[Line]) -> Issuer:
    """The issuer that signs a notice: its name alone in a line, the date below."""
    for line, below in pairwise(lines[-LAST_LINES:]):
        if not SIGNED_ON.fullmatch(below.text):
            continue
        named = mentions(line.view)
        if len(named) == 1 and named[0].words == line.text and named[0].place:
            return Issuer(
                Found(
                    line.text,
                    line.view.spans(0, len(line)),
                    "issuer_names.signed",
                    "the authority that signs",
                ),
                named[0].kind,
                named[0].place,
            )
    return Issuer()


# 2024年10月8日, 二〇二四年十月八日
SIGNED_ON = re.compile(
    r"(?:20\d\d|二[〇○零0][〇○零一二三四五六七八九]{2})年"
    r"[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日"
)


def by_fuller_name(issuer: Issuer, source: Found[str] | None) -> Issuer:
    """The issuer by the name in the credited source or of the account, where that
    says more of the same authority (某县检察院 in the text, 某县人民检察院 there)."""
    mention = _credited(source)
    if issuer.found is None or source is None or mention is None:
        return issuer
    if mention.place != issuer.place or mention.kind != issuer.kind:
        return issuer
    if not says_more(mention.words, issuer.found.value):
        return issuer
    spans = (*issuer.found.spans, *source.spans)
    found = replace(issuer.found, value=mention.words, spans=tuple(sorted(spans)))
    return replace(issuer, found=found)


# A court by its everyday name, and the end of its formal one.
SHORT_COURT = re.compile("[中高]院$")
FORMAL_COURT = "级人民法院"


def by_formal_name(issuer: Issuer, told: Iterable[View]) -> Issuer:
    """The issuer by its formal name, where it is a court that a list of cases calls
    some city's 中院 and one of the cases 某市中级人民法院."""
    if issuer.found is None or not SHORT_COURT.search(issuer.found.value):
        return issuer
    for view in told:
        named = mentions(view) if FORMAL_COURT in view.text else ()
        for mention in named:
            if mention.place == issuer.place and mention.words.endswith(FORMAL_COURT):
                spans = view.spans(mention.start, mention.end)
                both = tuple(sorted((*issuer.found.spans, *spans)))
                found = replace(issuer.found, value=mention.words, spans=both)
                return replace(issuer, found=found)
    return issuer


def _credited(name: Found[str] | None) -> AgencyMention | None:
    """The authority that the whole of an account's or a source's name is, if it is
    one with a place or the whole country's."""
    if name is None:
        return None
    value = MEDIUM.sub("", name.value)
    found = mentions(normalise(value))
    if len(found) != 1 or found[0].words != value:
        return None
    is_placed = found[0].place is not None or found[0].scope == "national"
    return found[0] if is_placed else None
