"""Sentences, clauses, and the parts of a text that tell nothing about the case.

Rules look at one sentence or clause at a time. What must not be read as fact
(a quoted rumour, a statute, an outlook) is masked: its characters are replaced
by a filler of the same length, so that offsets stay what they are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from cases.reader.wordtable import guarded

FILLER = "\ufffc"  # stands for a masked character; no vocabulary contains it

_SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?\n]?")
_CLAUSE = re.compile(r"[^，。！？；：,;!?\n]+[，。！？；：,;!?\n]?")
_LONGEST = 400  # a text without punctuation is cut into pieces of this length

# “有人被判刑十年” is what somebody said; short ones are names (“净网”, “水军”).
_QUOTATION = re.compile(r"“[^“”\n]{9,400}”|「[^「」\n]{9,400}」")
# 《中华人民共和国网络安全法》第二十一条, 刑法第二百八十五条规定：……的，处三年以下
_STATUTE = re.compile(
    r"《[^《》\n]{2,60}》(?:第[〇零一二三四五六七八九十百\d]{1,8}条"
    r"(?:之[一二三四五]|第[一二三四五六七八九十\d]{1,3}[款项])*[、和及]?){0,8}"
)
# Sentences that quote the law's consequence or tell what may come.
_HYPOTHETICAL = re.compile(
    r"处[^，。]{0,12}以[上下]|情节(?:特别)?(?:严重|恶劣)的(?:，|一律|要|应|须|可|将)|的，(?:处|将被?处|应当|依法予以)"
    r"|可能(?:会|还会)?(?:面临|被|受到|构成|涉嫌|承担|判处)"
    r"|(?:将|会|或)(?:被)?(?:依法)?(?:面临|追究|承担|受到|处以)"
    r"|(?:必将|终将|都将|均将|一律将|应该|需要?)(?:会)?(?:被|受到|承担|追究|严厉)"
    # 网站平台要落实主体责任: what others are told to do
    r"|(?:平台|网站|企业|单位|部门|机关|各地|各级|账号|主播|媒体|群众|网民|用户|大家)(?:们)?(?:要|应当?|必须|须)"
    r"(?:切实|严格|进一步|认真|主动|自觉|依法|持续|全面|及时|不断|加大|加强|强化|落实|履行|承担|遵守|坚守|提高|增强|完善|健全)"
    # 某律师事务所李某律师表示，...: an expert's words
    r"|^[^。，；]{0,40}(?:律师|教授|专家|学者|研究员|业内人士)[^。，；]{0,20}"
    r"(?:介绍|表示|认为|指出|称|说|提醒|建议|分析|解读)"
    # 一旦发现 gives advice; 对方一旦点开，电脑便被控制 tells of what was done
    r"|(?:^|[，；：、“])一旦|(?:您|你|大家|群众|市民|我们|信息|密码|账号|如)一旦"
    r"|一旦(?:发现|遇到|遇上|遭遇|泄露|外泄|被骗|受骗|发生|出现|确认|查实|触犯|触碰|违反"
    r"|构成|涉嫌|落入|陷入|参与|沾|超过|达到)"
    r"|如果|若(?:发现|您|有|是)|倘若|提醒(?:您|广大|大家|市民|群众)"
    r"|任何(?:人(?![都也])|单位|个人|组织)"
)


# Whole sentences about a larger action than this case.
_WIDER_WORDS = (
    r"全国公安|全国各地公安|全国(?:检察|法院)|集群战役|集群打击"
    # 截至7月10日，全省共侦破网络赌博案件20多宗，抓获犯罪嫌疑人540余名
    r"|(?:全[国省]|各地)(?:各地|各级){0,2}(?:公安(?:机关)?|警方|网安(?:部门)?|网警|检察机关"
    r"|法院)?(?:共|已|累计|先后|同步|一共){1,3}(?:成功|依法)?"
    r"(?:抓获|破获|侦破|打掉|捣毁|查处|刑拘|侦办|办理|查办|起诉|批捕|批准逮捕|关停)"
    # 全省由此侦破同类案件22起; 等各类案件已办结176起，到案嫌疑人491名
    r"|(?:全[国省市区县州]|各地|各(?:设区)?[市县]|多地)[^。]{0,24}(?:破获|侦破|打掉|查处|查结|查办"
    r"|办结|立案|侦办|告破)[^。，；\d]{0,20}\d{2,6}余?[起件宗]"
    # (but 带破同类案件110余起: what the offenders of this case did)
    r"|(?<!带破)(?<!串并)(?:各类|同类|类似)[^。，；\d]{0,10}(?<!作)案[^。，；\d]{0,8}\d{2,6}余?[起件宗]"
    r"|(?:指导|推送|下发|交办|移交|通报)[^。，]{0,20}(?:各地|外省|外地|属地|相关地区|有关地方)"
    r"[^。]{0,16}(?:抓获|打掉|破获|刑拘)"
    r"|(?:本|该|此)案(?:的)?基础上"
    r"|(?:今年|去年|近年|20\d\d年|行动开展|专项行动|专项工作|启动|开展)[^。；]{0,20}"
    r"(?:以来|期间)[^。]{0,80}(?:案件|刑事案|行政案)[^。；]{0,12}?\d{1,6}余?"
    r"(?:起|件|宗)"
    r"|(?:截至目前|累计|共(?!同)|先后)[^。抓串带核]{0,60}(?:案件|刑案)\d{2,6}余?"
    r"(?:起|件|宗)"
    r"|(?:以来|年来|期间|至今)[^。]{0,80}(?:侦破|破获|查处|办理|侦办|受理|审结)[^。；]{0,30}?"
    r"(?:\d{2,6}|\d[\d.]*万|[二三四五六七八九十百千])余?(?:起|件|宗)"
    # 最高检统计，2020年 ...; 此前，2019年甲市警方曾侦破某案，抓获11人
    r"|(?:部|院|检|局|办|公开)(?:的)?(?:统计|资料显示|数据显示|统计数据|统计显示)"
    r"|(?:此前|之前|早前)[，的][^。]{0,6}(?:19|20)\d\d年[^。]{0,16}"
    r"(?:警方|公安|法院|检察|网警)[^。]{0,8}曾?(?:侦破|破获|判决|审结|查处)"
    # 去年底判决的“10·13”跑分案中，主犯...
    r"|(?:去年|前年|20\d\d年)[^。，]{0,8}(?:判决|侦破|破获|审结|办结)的[^。，]{0,18}案(?:中|里)"
    r"|(?:警方|公安(?:局|机关|分局)?|法院|检察院)(?:此前|还|就)?曾(?:经)?(?:成功)?"
    r"(?:侦破|破获|判决|审结|打掉|[就对][^。]{1,40}?案[^。，]{0,6}?(?:[作做]出|宣判|审理|判决))"
    # 2015年11月，某法院曾对钱某某、孙某某劫持案作出判决
    r"|(?:警方|公安(?:局|机关|分局)?|法院|检察院)(?:此前|还|就)?曾(?:经)?(?:对|就|以)[^。，]{2,40}"
    r"(?:作出|宣判|判决|判处|立案|提起|审结)"
    # 此前，“某人在山里”等账号主播因类似行为已被查处
    r"|因(?:类似|同类|相同|同样)的?(?:行为|手法|情况|问题|原因|事由|案由|违法|犯罪|套路|做法|举动|违规)[^。，]{0,10}(?:被|受到|遭|获刑)"
    # 去年，该院起诉电信网络诈骗案件26件44人; 无独有偶，上个月 ...
    r"|(?:起诉|批捕|批准逮捕|办理|受理|审结|审理|查办|移送)[^。，]{0,20}\d余?(?:件|起|宗)\d+余?人"
    r"|无独有偶|另一起[^。，]{0,12}案件?[中里]|类似的?(?:案件|案例|骗局|套路)(?:还|并非|也|屡|时有|不在少数|不止)"
    r"|(?:集中|专项|收网|统一)(?:行动|收网|战役)(?:期间)?中?，[^。，]{0,6}(?:共|累计)"
    r"[^。，]{0,6}抓获[^。，\d]{0,10}\d{4,}"
    # 2015年，上海某法院判过一起同类案件; 此前的7月19日，某法院对甲案一审宣判
    r"|(?:警方|公安(?:局|机关|分局)?|法院|检察院|该院)(?:还|就|也)?(?:曾|曾经)?"
    r"(?:判|审|办|破|查|审理|办理|侦办|查处)过[^。，]{0,12}案"
    r"|(?:此前|早前|日前|之前)(?:的)?(?:\d{4}年)?\d{1,2}月\d{1,2}日，[^。，]{0,24}法院对"
    r"(?![本该此])[^。，]{2,30}案[^。，]{0,8}宣判"
    # 2015年，某法院曾对甲流量劫持案作出判决
    r"|(?:法院|检察院|警方|公安(?:局|机关|分局)?)(?:就|也|还)?曾(?:经)?(?:对|就|以)[^。]{0,40}"
    r"(?:案|罪)[^。]{0,16}(?:判决|宣判|判处|定罪|公诉|判刑)"
    r"|(?:去年|前年|同年|今年|此前|20\d\d年|当年)(?:初|底|年底|\d{1,2}月)?，"
    r"(?:该|这家|同一)(?:院|局|法院|检察院|所)还(?:曾)?(?:办理|审理|侦办|查处|侦破)"
)
WIDER = re.compile(guarded(_WIDER_WORDS))
# 经查，自2023年以来，该团伙 ... 关联案件63起: how such a sentence opens.
_OWN = re.compile(
    r"(?:经(?:查|审|初步|核实|核查|侦查|调查|讯问|统计|梳理|研判|深挖|鉴定|司法)"
    r"|据(?:查|供述|交代|统计)|现已?查明|查明|审查查明|至案发|案发)[^。]{0,40}"
    r"(?:该(?:犯罪)?(?:团伙|集团|组织|公司|案)|某|其)"
)
# 2023年以来，覃某出租银行卡5张，关联电诈案件12起: what the deed led to.
_RELATED = re.compile(
    "(?:某|该(?:犯罪)?(?:团伙|公司|工作室)|其)[^。]{0,60}"
    "(?:涉及|关联|牵涉|牵连|串并|带破)[^。，]{0,16}(?:案件|刑案|警情)"
)


class Stretch(NamedTuple):
    """A sentence or clause: text[start:end] of the text it was cut from."""

    start: int
    end: int
    text: str


def _pieces(pattern: re.Pattern[str], text: str) -> Iterator[Stretch]:
    for match in pattern.finditer(text):
        for start in range(match.start(), match.end(), _LONGEST):
            end = min(start + _LONGEST, match.end())
            yield Stretch(start, end, text[start:end])


# The fields' rules look at the same few texts one after another.
@lru_cache(maxsize=8)
def sentences(text: str) -> tuple[Stretch, ...]:
    """The sentences, each with its closing mark.

    >>> [s.text for s in sentences("抓获2人。案件正在侦办中")]
    ['抓获2人。', '案件正在侦办中']
    """
    return tuple(_pieces(_SENTENCE, text))


@lru_cache(maxsize=8)
def clauses(text: str) -> tuple[Stretch, ...]:
    """The clauses, each with the mark that closes it.

    >>> [c.text for c in clauses("经查，张某获利2万元。")]
    ['经查，', '张某获利2万元。']
    """
    return tuple(_pieces(_CLAUSE, text))


class Finder:
    """Finds the stretch that holds an offset, in logarithmic time."""

    def __init__(self, stretches: tuple[Stretch, ...]) -> None:
        self.stretches = stretches
        self._starts = [stretch.start for stretch in stretches]

    def index(self, offset: int) -> int:
        """Which stretch holds the offset (the last one before it in a gap)."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def at(self, offset: int) -> Stretch:
        """The stretch that holds the offset."""
        return self.stretches[self.index(offset)]


def mask(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with those ranges filled, its length unchanged.

    >>> mask("据“某平台消息”称", [(1, 8)]).replace(FILLER, "_")
    '据_______称'
    """
    pieces, position = [], 0
    for start, end in sorted(spans):
        if end <= position:
            continue
        start = max(start, position)
        pieces += [text[position:start], FILLER * (end - start)]
        position = end
    return "".join([*pieces, text[position:]])


def quotations(text: str) -> list[tuple[int, int]]:
    """Quotations long enough to be somebody's words and no name."""
    return [match.span() for match in _QUOTATION.finditer(text)]


def statutes(text: str) -> list[tuple[int, int]]:
    """Titles of laws and other works, with the articles cited."""
    return [match.span() for match in _STATUTE.finditer(text)]


def hypotheticals(text: str) -> list[tuple[int, int]]:
    """Sentences that state what the law provides or what may come."""
    return [
        (sentence.start, sentence.end)
        for sentence in sentences(text)
        if _HYPOTHETICAL.search(sentence.text)
    ]


def facts(text: str) -> str:
    """The text with quotations, statutes and hypothetical sentences masked."""
    return mask(text, [*quotations(text), *statutes(text), *hypotheticals(text)])


@lru_cache(maxsize=8)
def wider(text: str) -> tuple[tuple[int, int], ...]:
    """Sentences about a larger action than the case: a campaign, a whole country."""
    return tuple(
        (sentence.start, sentence.end)
        for sentence in sentences(text)
        if WIDER.search(sentence.text)
        and not _OWN.match(sentence.text)
        and not _RELATED.search(sentence.text)
    )


@lru_cache(maxsize=8)
def own_facts(text: str) -> str:
    """The facts of this case alone: ``facts`` without the ``wider`` sentences."""
    told = facts(text)
    return mask(told, wider(told))
