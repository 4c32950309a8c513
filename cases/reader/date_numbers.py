"""The numbers of years, months and days, in figures or Chinese."""

from __future__ import annotations

_CHINESE_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "○": 0,
}
_MONTHS = {
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "九": 9, "十": 10, "十一": 11, "十二": 12,
}  # fmt: skip


def read_number(words: str | None) -> int | None:
    """A day's number, in figures or as 二十一; None if there is none."""
    if not words:
        return None
    if words.isdecimal():
        return int(words)
    tens, _, ones = words.rpartition("十")
    if "十" in words:
        return (_CHINESE_DIGITS.get(tens, 1) if tens else 1) * 10 + (
            _CHINESE_DIGITS[ones] if ones else 0
        )
    return _CHINESE_DIGITS.get(words)


def read_month(words: str | None) -> int | None:
    """A month's number, in figures or as 十一; None if there is none."""
    if not words:
        return None
    return int(words) if words.isdecimal() else _MONTHS.get(words)


def read_year(words: str) -> int:
    """A year, in figures or as 二〇二三."""
    if words.isdecimal():
        return int(words)
    return int("".join(str(_CHINESE_DIGITS[character]) for character in words))
