"""Numbers as bulletins write them: Arabic, Chinese and mixed, exact or rough."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from cases.reader.results import Qualifier
from cases.reader.wordtable import guarded

DIGITS = {
    "零": 0, "〇": 0, "○": 0, "一": 1, "壹": 1, "二": 2, "贰": 2, "两": 2, "俩": 2,
    "三": 3, "叁": 3, "四": 4, "肆": 4, "五": 5, "伍": 5, "六": 6, "陆": 6,
    "七": 7, "柒": 7, "八": 8, "捌": 8, "九": 9, "玖": 9,
}  # fmt: skip
SMALL_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
LARGE_UNITS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
UNITS = SMALL_UNITS | LARGE_UNITS

# 约500人, 近500万元, 超1亿元, 逾百人, 上百人, 不到20岁, 共计30人 (no qualifier)
LEADING: dict[str, Qualifier] = {
    "约": "about", "大约": "about", "约为": "about", "大概": "about", "约达": "about",
    "约有": "about", "约合": "about", "估计": "about", "达约": "about",
    "近": "nearly", "将近": "nearly", "接近": "nearly", "不到": "nearly",
    "不足": "nearly", "未满": "nearly", "达近": "nearly", "高达近": "nearly",
    "超": "at-least", "超过": "at-least", "逾": "at-least", "过": "at-least",
    "上": "at-least", "至少": "at-least", "不少于": "at-least", "不低于": "at-least",
    "达到上": "at-least", "突破": "at-least", "破": "at-least",
    "多于": "at-least", "余": "at-least",
}  # fmt: skip
# 500余万元, 20多名, 30几人, 30来万, 1000万左右, 50人以上
INNER = "余多几来"
TRAILING: dict[str, Qualifier] = {
    "余": "at-least", "多": "at-least", "几": "at-least", "有余": "at-least",
    "以上": "at-least", "之多": "exact", "左右": "about", "上下": "about",
    "许": "about", "来": "about", "不到": "nearly",
    "不止": "at-least", "开外": "at-least",
}  # fmt: skip

_NUMERAL = "".join(DIGITS) + "".join(UNITS)
_NUMBER_WORDS = (
    # A word before it that says how exact it is.
    r"(?P<lead>高达近|达到上|不少于|不低于|达近|达约|约为|约达|约有|约合|大约|大概|估计"
    r"|将近|接近|不到|不足|未满|超过|至少|突破|多于|约|近|超|逾|过|上|破(?=[百千万亿]))?"
    # 数十, 几千万, 若干, 成百上千: rough, no figure can be given.
    r"(?P<vague>好?几|数|若干|成百上|无数)?"
    # 1.2亿, 1亿5000万, 三十五, 二〇二四, 1000余万, 2千多万, 百余
    rf"(?P<body>(?:\d+(?:\.\d+)?|[{_NUMERAL}])"
    rf"(?:点(?=[{''.join(DIGITS)}])|[{_NUMERAL}]|(?<=[{''.join(UNITS)}])\d+(?:\.\d+)?"
    # 1个亿
    rf"|[{INNER}](?=[{''.join(UNITS)}])|个(?=亿))*)"
    # 余名, 多人, 左右 (which may also follow the unit: 50人左右)
    r"(?P<tail>有余|左右|上下|以上|不止|开外|之多|不到|余|多|来(?=[名人个位元条])|几(?!乎|年|经)"
    r"|许(?!可))?"
)
NUMBER = re.compile(guarded(_NUMBER_WORDS))
_LONGEST = 24  # a longer run of digits is an account or a key, no number
_AFTER_UNIT = re.compile(r"有余|左右|上下|以上|不止|不到|开外|余|多")

# 以上3人, 晚上8时, 通过3家, 附近3名, 最近3天: the second character is no qualifier.
_NO_LEAD = {
    "以上", "网上", "线上", "晚上", "早上", "身上", "马上", "之上", "加上", "上上",
    "手上", "路上", "场上", "台上", "海上", "际上", "群上", "会上", "市上",
    "通过", "经过", "超过", "透过", "不过", "见过", "附近", "最近", "靠近", "临近",
    "邻近",
}  # fmt: skip


class Number(NamedTuple):
    """A number at text[start:end], its qualifying words included.

    ``value`` is None where the words give no figure (数十, 几千, 七八).
    ``body`` is where the numeral itself starts and ends.
    """

    start: int
    end: int
    value: Fraction | None
    qualifier: Qualifier = "exact"
    body: tuple[int, int] = (0, 0)


@lru_cache(maxsize=4)  # people and amounts read the same text
def find_numbers(text: str) -> tuple[Number, ...]:
    """Every number of a normalised text, in order, without overlaps.

    >>> [(str(n.value), n.qualifier) for n in find_numbers("近500万元，十余名，数十万")]
    [('5000000', 'nearly'), ('10', 'at-least'), ('None', 'exact')]
    """
    numbers = []
    for match in NUMBER.finditer(text):
        lead, vague, body, tail = match.group("lead", "vague", "body", "tail")
        start, end = match.span()
        if lead and text[max(0, start - 1) : start] + lead in _NO_LEAD:
            start, lead = start + len(lead), None
        if lead == "上" and body[0] not in UNITS:
            start, lead = start + 1, None  # 上百 is a hundred or more, 上3 nothing
        value = None if vague or len(body) > _LONGEST else parse_number(body)
        qualifier: Qualifier = "exact"
        if lead:
            qualifier = LEADING[lead]
        elif tail:
            qualifier = TRAILING[tail]
        elif "来" in body:
            qualifier = "about"
        elif any(mark in body for mark in INNER):
            qualifier = "at-least"
        numbers.append(Number(start, end, value, qualifier, match.span("body")))
    return tuple(numbers)


def qualifier_after(text: str, end: int) -> tuple[Qualifier, int] | None:
    """A qualifier that follows the unit, and where it ends: 50人左右, 500万元以上.

    >>> qualifier_after("50人左右。", 3)
    ('about', 5)
    """
    match = _AFTER_UNIT.match(text, end)
    return (TRAILING[match.group()], match.end()) if match else None


@lru_cache(maxsize=1024)
def parse_number(words: str) -> Fraction | None:
    """The value of one numeral; None where two digits side by side mean a guess.

    >>> int(parse_number("1亿5000万")), parse_number("七八")
    (150000000, None)
    >>> int(parse_number("二〇二四")), int(parse_number("1000余万"))
    (2024, 10000000)
    """
    if words.isdecimal() and words.isascii():
        return Fraction(int(words))
    total = section = Fraction(0)
    current: Fraction | None = None
    last_unit = 1
    digits: list[int] = []
    position = 0
    while position < len(words):
        character = words[position]
        if character.isdecimal() and character.isascii():
            end = position
            while end < len(words) and words[end] in "0123456789.":
                end += 1
            current = Fraction(words[position:end].rstrip("."))
            position, digits = end, []
            continue
        if character in DIGITS:
            digits.append(DIGITS[character])
            if len(digits) == 2 and _is_guess(words, position, digits):
                return None
            current = Fraction(int("".join(map(str, digits))))
        elif character == "点":
            decimals = []
            while position + 1 < len(words) and words[position + 1] in DIGITS:
                position += 1
                decimals.append(str(DIGITS[words[position]]))
            if not decimals:
                return None
            whole = current or Fraction(0)
            current, digits = whole + Fraction("0." + "".join(decimals)), []
        elif character in SMALL_UNITS:
            unit = SMALL_UNITS[character]
            section += (Fraction(1) if current is None else current) * unit
            current, last_unit, digits = None, unit, []
        elif character in LARGE_UNITS:
            unit = LARGE_UNITS[character]
            part = section + (current or 0)
            if current is None and not section and not total:
                part = Fraction(1)
            # 1万亿: the earlier part counts the larger unit too.
            if unit > 10**4 and 0 < total < unit:
                total = (total + part) * unit
            else:
                total += part * unit
            section, current, last_unit, digits = Fraction(0), None, unit, []
        position += 1
    rest = current or Fraction(0)
    # 三万五 is 35,000 and 一百二 is 120, but 一百零二 is 102.
    if (
        digits
        and len(digits) == 1
        and last_unit >= 100
        and len(words) > 1
        and words[-2] in UNITS
        and all(character in DIGITS or character in UNITS for character in words)
    ):
        rest *= last_unit // 10
    return total + section + rest


def _is_guess(words: str, position: int, digits: list[int]) -> bool:
    """Whether two neighbouring digits are a guess (七八, 二三十), not a year (二四)."""
    follows = words[position + 1 : position + 2]
    if follows and follows in DIGITS:
        return False
    return digits[1] == digits[0] + 1 and digits[0] > 0
