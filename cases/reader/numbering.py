"""Numbers that open an item: 案例一, 第2起, 三、, （四）, 5., ⑥, 07."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

CHINESE_DIGITS = {
    **{digit: number for number, digit in enumerate("〇一二三四五六七八九十")},
    **{digit: number for number, digit in enumerate("零壹贰叁肆伍陆柒捌玖拾")},
    "两": 2,
}
# Heavenly stems and letters as numbers: 甲、乙、丙, A. B. C.
STEMS = "甲乙丙丁戊己庚辛壬癸"
LETTERS = "ABCDEFGHIJ"
DIGIT = "〇零一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾"
NUMERAL = rf"(?:[{DIGIT}]{{1,3}}|\d{{1,2}})"

# Numbers that are one sign: ① to ⑳, ⑴ to ⒇, ⒈ to ⒛, ❶ to ❿, ㈠ to ㈩, Ⅰ to Ⅻ.
SIGNS = {
    chr(first + place): place + 1
    for first, count in (
        *((0x2460, 20), (0x2474, 20), (0x2488, 20), (0x2776, 10), (0x2780, 10)),
        *((0x3220, 10), (0x2160, 12), (0x24F5, 10), (0x3280, 10)),
    )
    for place in range(count)
}
SIGN = "".join(SIGNS)

# A family and what its items look like. The first that matches a line counts.
FAMILIES: dict[str, re.Pattern[str]] = {
    # 案例一：…, 典型案例2, 【案例三】, 案件四, 案例（五）, 案例之六, 故事七
    "case": re.compile(
        rf"[【\[（《“]?(?:典型|精选|真实|相关|警示|打击)?"
        rf"(?:案例回顾|案情回顾|以案[释说]法|案例|事例|案件|实例|故事|案|例)之?[（(]?"
        rf"(?P<n>{NUMERAL}|[{SIGN}])"
        rf"(?![起件种类个名人年月日号条项次例万余百千亿%]|多[起件种个名人条次例万]"
        # 故事一直, 故事一样
        rf"|(?<=一)(?:直(?!播)|样|定|般|边))"
        rf"[）)]?[】\]）》”]?(?:[：:、.．|。，—-]|\s|$)?"
    ),
    # 第一起：…, 第二例, 第三案
    "ordinal": re.compile(
        rf"[【\[（]?第(?P<n>{NUMERAL})(?:起|例|案|件|个案例|则|宗|桩)"
        rf"(?:典型案例|案例|案件)?[】\]）]?[：:、.．|。，]?"
    ),
    # 一、…, 壹·…, 一案：…
    "chinese": re.compile(rf"(?P<n>[{DIGIT}]{{1,3}})(?:案?[：:]|[、.．|·])(?=\S|$)"),
    # 甲、…, A. …, or alone in the line
    "stems": re.compile(rf"(?P<n>[{STEMS}])(?:[、.．：:|]|$)"),
    "letters": re.compile(rf"(?P<n>[{LETTERS}])(?:[、.．：:|](?![A-Za-z\d])|$)"),
    # 第一家是…, 第二张罚单
    "place": re.compile(
        rf"第(?P<n>{NUMERAL})(?:家|份罚单|张罚单)"
        r"(?=[是、：:，的]|$|[^，。；]{0,12}(?:是|叫|来自|发生|违法|被))[、：:，]?"
    ),
    # 其一：…, or alone in the line
    "of these": re.compile(rf"其(?P<n>[{DIGIT}]{{1,2}})(?:[、：:，]|$)"),
    # 一是…
    "firstly": re.compile(rf"(?P<n>[{DIGIT}]{{1,2}})是"),
    # 谣言一：…
    "rumour": re.compile(rf"[【\[]?(?:网络)?谣言(?P<n>{NUMERAL})[】\]]?[：:、.．|]?"),
    # 骗局一：…, 镜头二, 场景3
    "scene": re.compile(
        rf"[【\[]?(?:战果|战绩|捷报|警讯|警事|要案|骗局|套路|陷阱|镜头|场景|现场|警情|线索|乱象|坑|案情|类型|人物|情形"
        rf"|事件|通报|罚单|个案|判例|曝光|典型|实录|档案|剧本|片段)之?(?P<n>{NUMERAL}|[{SIGN}])"
        rf"(?=[】\]：:、.．|，—\s]|[^\W\d]|“|$)(?![起件种类个名人年月日号条批则宗家次份大些]|(?<=一)(?:直(?!播)|样|定))"
        rf"[】\]]?[：:、.．|，—]?"
    ),
    # （一）…, 【二】…, “三”…
    "chinese-brackets": re.compile(
        rf"[（(【\[〔『「“](?P<n>[{DIGIT}]{{1,3}})[）)】\]〕』」”][、.．：:]?"
    ),
    # NO.4 …, TOP5, PART.01, 案例#3
    "prefixed": re.compile(
        r"(?:[#＃]|NO|TOP|CASE|PART)[.．]?\s?(?P<n>\d{1,2})(?!\d)[、.．：:|]?",
        re.IGNORECASE,
    ),
    # 1、…, 2.…, 3．…, 4-…, 5️⃣…, 6.10月8日 (no decimal: 1.5亿元)
    "digits": re.compile(
        r"(?P<n>\d{1,2})\s?(?:、|[．：:|/](?!\d)|\.(?!\d)|\.(?=(?:19|20)\d\d年|\d{1,2}月\d)"
        r"|[-—](?=[“《【一-鿿])|\u20e3)"
    ),
    # 1）…, （2）…, 【3】…
    "digits-brackets": re.compile(
        r"[（(【\[〔『「]?(?P<n>\d{1,2})[）)】\]〕』」][、.．：:]?"
    ),
    # ①…
    "signs": re.compile(rf"(?P<n>[{SIGN}])[、.．：:]?"),
    # 01 …, or a number alone in its line; 01马某某等人… as the stored text parts it
    "bare": re.compile(
        r"(?P<n>0\d|[1-9]\d?)(?=$"
        r"|[^\d.,，%：:年月日时分点名人起件万余多个条元号岁部张台\-/~—、．）)])"
    ),
}
# Families of numbers that are given to cases only: 案例一, 第一起.
CASE_FAMILIES = frozenset({"case", "ordinal"})
# Numbers that may be a value or a part of the sentence.
PLAIN_FAMILIES = frozenset({"bare", "firstly", "of these"})

# A bare number must be followed by nothing, or be written with a zero.
BARE_ALONE = re.compile(
    r"(?:0\d|[1-9]\d?|[一二三四五六七八九十]{1,2}|[壹贰叁肆伍陆柒捌玖拾]{1,2})$"
)


def words_start(text: str) -> int:
    """Where the words of a line begin behind its number; 0 without one.

    >>> words_start("（一）张某案"), words_start("张某案")
    (3, 0)
    """
    marker = next(markers([text]), None)
    return marker.end if marker else 0


def label_end(text: str) -> int:
    """The same for a number that can be nothing else: 24小时 and 一是 stay.

    >>> label_end("案例五：某酒店"), label_end("一、某地"), label_end("24小时内")
    (4, 2, 0)
    """
    marker = next(markers([text]), None)
    return marker.end if marker and marker.family not in PLAIN_FAMILIES else 0


@dataclass(frozen=True, slots=True)
class Marker:
    """A number at the beginning of line ``line``; ``end`` is where the words
    after it begin."""

    family: str
    number: int
    line: int
    end: int


def numeral(words: str) -> int | None:
    """The value of a short numeral.

    >>> [numeral(words) for words in ("十二", "二十", "07", "③", "百")]
    [12, 20, 7, 3, None]
    """
    if words in SIGNS:
        return SIGNS[words]
    for row in (STEMS, LETTERS):
        if words and words in row:
            return row.index(words) + 1 if len(words) == 1 else None
    if words.isascii() and words.isdigit():
        return int(words)
    if any(character not in CHINESE_DIGITS for character in words):
        return None
    values = [CHINESE_DIGITS[character] for character in words]
    if 10 in values:
        place = values.index(10)
        tens, ones = values[:place], values[place + 1 :]
        if len(tens) > 1 or len(ones) > 1:
            return None
        return (tens[0] if tens else 1) * 10 + (ones[0] if ones else 0)
    return values[0] if len(values) == 1 else None


def markers(texts: Sequence[str]) -> Iterator[Marker]:
    """The numbers that open lines.

    >>> [(m.family, m.number) for m in markers(["案例一：张某案", "二、李某", "3.5亿"])]
    [('case', 1), ('chinese', 2)]
    """
    for place, text in enumerate(texts):
        for family, pattern in FAMILIES.items():
            match = pattern.match(text)
            if match is None:
                continue
            if family == "bare" and match[0][0] != "0" and len(text) > len(match[0]):
                continue
            value = numeral(match["n"])
            if value:
                yield Marker(family, value, place, match.end())
            break
        else:
            if len(text) <= 2 and BARE_ALONE.match(text) and (value := numeral(text)):
                yield Marker("bare", value, place, len(text))


def runs(found: Sequence[Marker]) -> Iterator[tuple[Marker, ...]]:
    """Rising runs of one family: 1, 2, 3 ...; one missing number is forgiven,
    and so is a number printed twice in a run of cases.

    A run begins at 1, or at any number where the text was cut.
    """
    families: dict[str, list[Marker]] = {}
    for marker in found:
        families.setdefault(marker.family, []).append(marker)
    for family, members in families.items():
        run: list[Marker] = []
        for marker in members:
            step = marker.number - run[-1].number if run else 0
            if run and (
                step in {1, 2} or (step == 0 and family in {"case", "ordinal"})
            ):
                run.append(marker)
            elif not run or marker.number == 1 or step < 0 or step > 2:
                if run:
                    yield tuple(run)
                run = [marker]
        if run:
            yield tuple(run)


# An item that begins inside a paragraph: 案例二, else behind a full stop or the like.
INLINE = re.compile(
    rf"【?(?:典型)?案例(?P<case>{NUMERAL})】?[：:、.．]?"
    r"|(?P<keys>\d{1,2})\u20e3"
    rf"|(?<=[。！？；：”」）…])(?:"
    rf"第(?P<ordinal>{NUMERAL})[起例案](?:[：:、，])"
    rf"|(?P<chinese>[{DIGIT}]{{1,3}})、"
    rf"|[（(](?P<brackets>{NUMERAL})[）)]"
    r"|(?P<digits>\d{1,2})(?:[、．]|\.(?!\d))"
    rf"|(?P<signs>[{SIGN}])"
    rf")"
    # 一是…。二是…: clauses of one sentence (；二是) are no items
    rf"|(?<![^。：\n])(?P<firstly>[{DIGIT}])是"
)
SHORTEST_LIST = 120  # characters of a paragraph worth cutting
SHORTEST_ITEM = 25
MOST_INLINE = 5000


# The first item of a list may follow words without a stop: 现公布案例 一、张某案
FIRSTS = {"二": "一", "2": "1", "②": "①", "⑵": "⑴", "❷": "❶"}


def _first_of(text: str, start: int, second: int) -> list[int]:
    """Where item one of a list stands, if the mark of item two at ``second`` is
    found before it with a one in it."""
    mark = text[second : second + 6]
    digit = next((digit for digit in FIRSTS if digit in mark), None)
    if digit is None:
        return []
    words = mark[: mark.index(digit) + 2].replace(digit, FIRSTS[digit])
    place = text.rfind(words, start, second - SHORTEST_ITEM)
    return [place] if place > start else []


def inline_breaks(text: str, start: int, end: int) -> list[int]:
    """Where a long paragraph text[start:end] is to be cut because a numbered
    list runs on inside it; only items that rise from 1 or 2 count."""
    if end - start < SHORTEST_LIST:
        return []
    families: dict[str, list[tuple[int, int]]] = {}
    for item in islice(INLINE.finditer(text, start, end), MOST_INLINE):
        family = item.lastgroup or ""
        value = numeral(item[family])
        if value:
            families.setdefault(family, []).append((value, item.start()))
    breaks: set[int] = set()
    for items in families.values():
        run: list[tuple[int, int]] = []
        for value, place in (*items, (0, end)):
            if run and value == run[-1][0] + 1:
                run.append((value, place))
                continue
            if len(run) >= 2 or (run and run[0][0] == 2):
                places = [place for _, place in run]
                if run[0][0] == 2:
                    places = [*_first_of(text, start, run[0][1]), *places]
                lengths = [
                    after - before
                    for before, after in zip(places, [*places[1:], place], strict=True)
                ]
                if min(lengths) >= SHORTEST_ITEM:
                    breaks.update(places)
            run = [(value, place)] if value in {1, 2} else []
    return sorted(place for place in breaks if place > start)
