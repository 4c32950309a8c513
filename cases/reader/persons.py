"""The numbers in a text that count persons: 5人, 3名嫌疑人, 4男2女, 一家三口."""

from __future__ import annotations

import itertools
import re
from fractions import Fraction
from functools import lru_cache

from cases.reader.count_words import UNIT
from cases.reader.numbers import Number, find_numbers, parse_number

# 4男2女, 一男一女; 一家三口; 夫妻俩; 一对情侣.
_SEXES = re.compile(
    r"([\d一二两三四五六七八九十]{1,2})名?男([\d一二两三四五六七八九十]{1,2})名?女"
)
# 一男子因造谣被行政拘留, 两青年落网
_BARE = re.compile(
    r"(?=[一两二三四\d])"
    r"(?:(?<![\d第十百统同单唯另])[一两二三四](?=男子|女子|青年|小伙|大学生|在校|高校|网民|兄弟|姐妹)"
    # 18嫌犯落网
    r"|(?<![\d.])\d{1,3}(?=嫌犯|嫌疑人|被告人|骗子))"
)
_PAIR = re.compile(
    r"[一这该那]对(?=[^，。；\d]{0,8}(?:夫妻|夫妇|情侣|兄弟|姐妹|父子|父女|母子|母女|兄妹|姐弟|恋人))"
)
# 夫妻档双双获刑
_BOTH = re.compile(
    r"(?:夫妻|夫妇|情侣|兄弟|姐妹|父子|父女|母子|母女|兄妹|姐弟)(?=(?:档|店)?双双)"
)
_FAMILY = re.compile(
    r"一家([二两三四五六])口|(?:小|老)?(两)口子|[弟哥爷娘妻妇子女姐妹侣人](俩|仨)(?=[^\w]|[\u4e00-\u9fff])"
)

# 第3人, 每2人, 同3人, 1/2人; but 连同3人
_NO_COUNT = re.compile("(?:[第每/.]|(?<![连伙])同)$")


@lru_cache(maxsize=4)
def persons(text: str) -> tuple[tuple[int, int, Number], ...]:
    """The numbers that count persons, each with where its unit ends."""
    found = []
    for number in find_numbers(text):
        unit = UNIT.match(text, number.end)
        if unit is None or number.value is None or number.value.denominator != 1:
            continue
        if _NO_COUNT.search(text, max(0, number.start - 2), number.start):
            continue
        if unit.group()[0] in "余多":
            number = number._replace(qualifier="at-least")
        found.append((number.start, unit.end(), number))
    for match in _SEXES.finditer(text):
        values = [parse_number(words) for words in match.groups()]
        if None not in values:
            total = sum((value for value in values if value is not None), Fraction(0))
            found.append((*match.span(), Number(*match.span(), total)))
    for match in _BARE.finditer(text):
        found.append((*match.span(), Number(*match.span(), parse_number(match[0]))))
    for match in itertools.chain(_PAIR.finditer(text), _BOTH.finditer(text)):
        found.append((*match.span(), Number(*match.span(), Fraction(2))))
    for match in _FAMILY.finditer(text):
        words = match[1] or match[2] or match[3].replace("仨", "三")
        place = match.span(3) if match[3] else match.span()
        found.append((*place, Number(*place, parse_number(words))))
    return tuple(sorted(found, key=lambda person: person[0]))
