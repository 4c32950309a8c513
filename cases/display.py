"""How months, sums, head counts and places are written, in the page's language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Protocol

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from cases.models import Amount, Case, OffenceType, Region
from cases.models.cases import Qualifier

WAN = 10_000
YI = 100_000_000
MILLION = 1_000_000
BILLION = 1_000_000_000

# A case is described by the furthest outcome that its text states. Nobody is
# convicted in a police bulletin, so everyone else is suspected or accused.
STANDINGS = {
    Case.Outcome.CONVICTED: _("Convicted at first instance"),
    Case.Outcome.PROSECUTED: _("Prosecuted"),
    Case.Outcome.CRIMINAL_COERCIVE: _("Criminal suspects"),
    Case.Outcome.ADMINISTRATIVE_DETENTION: _("Administrative offenders"),
    Case.Outcome.ADMINISTRATIVE_PENALTY: _("Administrative offenders"),
}

AMOUNT_KINDS = {
    Amount.Kind.INVOLVED: _("Sum involved"),
    Amount.Kind.GAIN: _("Gained by the offenders"),
    Amount.Kind.LOSS: _("Lost by the victims"),
}

AMOUNTS_TOLD = {
    Amount.Kind.INVOLVED: _("%(sum)s involved"),
    Amount.Kind.GAIN: _("%(sum)s gained"),
    Amount.Kind.LOSS: _("%(sum)s lost"),
}
# What became of the people of a case, by the furthest outcome that the text states.
PEOPLE_TOLD = {
    Case.Outcome.CONVICTED: _("%(people)s convicted at first instance"),
    Case.Outcome.PROSECUTED: _("%(people)s prosecuted"),
    Case.Outcome.CRIMINAL_COERCIVE: _("%(people)s caught"),
    Case.Outcome.ARRESTED: _("%(people)s caught"),
}
QUALIFIED: dict[str, Any] = {
    Qualifier.ABOUT: _("about %(number)s"),
    Qualifier.AT_LEAST: _("more than %(number)s"),
    Qualifier.NEARLY: _("nearly %(number)s"),
    Qualifier.INFERRED: _("%(number)s (counted from the names)"),
}
# 1000万元, 1.5亿元, 30人: where 余 goes in. Before the unit it stands for the digits
# that a number in tens leaves open; any other number takes it after 万 or 亿.
IN_TENS = re.compile(r"(?P<number>[1-9][0-9]*0)(?=[万亿]?[元人])")
WITH_UNIT = re.compile(r"(?P<number>[0-9]+(?:\.[0-9]+)?[万亿])(?=元)")

# As English writes them; Chinese numbers its months.
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


class Told(Protocol):
    """What is read of a case to write about it: of a row, or of a card."""

    shown_title: str
    shown_text: str
    region: Region | None
    month: date | None
    people: int | None
    people_qualifier: str
    outcomes: list[str]


class Money(Protocol):
    """A sum of money, as a row or on a card."""

    kind: str
    yuan: int | None
    original: str
    qualifier: str
    is_primary: bool


def is_english() -> bool:
    """Whether the page is in English; every other page is in Chinese."""
    return get_language() == "en"


# From a Chinese character to the last one before Latin letters, and what ends it.
CHINESE = re.compile(
    r"[\u3400-\u9fff](?:[^A-Za-z]*[\u3400-\u9fff])?[\d，。、；：！？…）》”]*"
)


def marked(text: str) -> SafeString:
    """A text for a page; on an English one its Chinese is marked as Chinese.

    So that the right glyphs are chosen and a screen reader changes its voice.
    """
    escaped = conditional_escape(text)
    if not is_english():
        return escaped
    return mark_safe(
        CHINESE.sub(lambda run: f'<span lang="zh-Hans">{run[0]}</span>', escaped)
    )


def language_mark(text: str) -> SafeString:
    """The attribute for an element without elements in it, such as a title."""
    is_foreign = is_english() and CHINESE.search(text) is not None
    return mark_safe(' lang="zh-Hans"') if is_foreign else mark_safe("")


def month(value: date | None) -> str:
    """A month by any of its days: 2024年8月, August 2024; nothing for None."""
    if value is None:
        return ""
    if is_english():
        return f"{MONTHS[value.month - 1]} {value.year:04d}"
    return f"{value.year:04d}年{value.month}月"


def year(value: int) -> str:
    """A year: 2024年, 2024."""
    return str(value) if is_english() else f"{value}年"


def day(value: date | None) -> str:
    """A date: 2025年2月10日, 10 February 2025; nothing for None."""
    if value is None:
        return ""
    if is_english():
        return f"{value.day} {MONTHS[value.month - 1]} {value.year:04d}"
    return f"{value.year:04d}年{value.month}月{value.day}日"


def period(case: Case) -> str:
    """When it happened, as far as the text says: 2022年11月至2023年5月."""

    def written(value: date | None, precision: str) -> str:
        if value is None:
            return ""
        exact = precision == Case.Precision.MONTH
        return month(value) if exact else year(value.year)

    start = written(case.occurred_from, case.occurred_from_precision)
    end = written(case.occurred_to, case.occurred_to_precision)
    if start and end and start != end:
        return gettext("%(start)s to %(end)s") % {"start": start, "end": end}
    if start and not end:
        return gettext("from %(start)s") % {"start": start}
    if end and not start:
        return gettext("until %(end)s") % {"end": end}
    return start


def _shortest(value: int, unit: int, decimals: int) -> str | None:
    """value / unit without trailing zeros; None when it needs more decimals."""
    if value < unit or value * 10**decimals % unit:
        return None
    whole, rest = divmod(value * 10**decimals // unit, 10**decimals)
    fraction = f"{rest:0{decimals}d}".rstrip("0") if decimals else ""
    return f"{whole}.{fraction}" if fraction else str(whole)


def yuan(value: int) -> str:
    """A sum in yuan, exact: 1.5亿元, 27.8万元, 3000元; CN¥150 million, CN¥278,000."""
    if is_english():
        if billions := _shortest(value, BILLION, 3):
            return f"CN¥{billions} billion"
        if millions := _shortest(value, MILLION, 3):
            return f"CN¥{millions} million"
        return f"CN¥{value:,}"
    if hundred_millions := _shortest(value, YI, 4):
        return f"{hundred_millions}亿元"
    if ten_thousands := _shortest(value, WAN, 4):
        return f"{ten_thousands}万元"
    return f"{value}元"


def qualified(written: str, qualifier: str) -> str:
    """A written number with how exact it is: 约30人, more than CN¥10 million.

    Chinese puts 余 inside a number (1000余万元, 1亿余元, 30余人) but for one that is
    exact to its last digit: 超过53人.
    """
    match = IN_TENS.match(written) or WITH_UNIT.match(written)
    if qualifier == Qualifier.AT_LEAST and match:
        return f"{match['number']}余{written[match.end() :]}"
    if qualifier not in QUALIFIED:
        return written
    return _qualified(qualifier, get_language()) % {"number": written}


@lru_cache(maxsize=100)
def _qualified(qualifier: str, language: str | None) -> str:
    """How a qualifier is written in the language, which is the active one."""
    return str(QUALIFIED[qualifier])


def amount(value: Money) -> str:
    """A sum with its qualifier; one in another currency as it was printed."""
    if value.yuan is None:
        return value.original
    return qualified(yuan(value.yuan), value.qualifier)


def amount_kind(kind: str) -> str:
    """What a sum counts: 涉案金额, 违法所得, 损失."""
    return _amount_kind(kind, get_language())


@lru_cache(maxsize=100)
def _amount_kind(kind: str, language: str | None) -> str:
    """The same in the language, which is the active one."""
    return str(AMOUNT_KINDS[Amount.Kind(kind)])


def amount_told(value: Money) -> str:
    """A sum and what it counts in one: 涉案金额1000余万元, more than CN¥10 million
    involved."""
    return str(AMOUNTS_TOLD[Amount.Kind(value.kind)]) % {"sum": amount(value)}


def people(number: int, qualifier: str = Qualifier.EXACT) -> str:
    """A head count with its qualifier: 53人, 30余人, about 30 people."""
    written = ngettext("%(number)s person", "%(number)s people", number) % {
        "number": f"{number:,}" if is_english() else number
    }
    return qualified(written, qualifier)


def people_told(case: Told) -> str:
    """A head count and what became of them: 3 people caught, 1 named person dealt with
    (nobody counted them); "" when not stated."""
    if case.people is None:
        return ""
    told = next((told for one, told in PEOPLE_TOLD.items() if one in case.outcomes), "")
    if case.people_qualifier == Qualifier.INFERRED:
        named = ngettext(
            "%(number)s named person", "%(number)s named people", case.people
        )
        written = named % {"number": case.people}
    else:
        written = people(case.people, case.people_qualifier)
    return str(told or _("%(people)s dealt with")) % {"people": written}


def fact_line(case: Case) -> list[str]:
    """What a reader without Chinese needs above a Chinese title, in a few words.

    Yuncheng, Shanxi; August 2024; the primary offence; 3 people caught; the primary
    sum. A place or month that is not stated is said to be so.
    """
    types = [one.offence_type for one in case.case_offences.all()]
    return told_line(case, types, case.amounts.all())


def told_line(
    case: Told, offences: Sequence[OffenceType], amounts: Iterable[Money]
) -> list[str]:
    """The same of a case whose offences and sums are at hand, the primary one first."""
    line = [
        full_place(case.region) if case.region else gettext("Place not stated"),
        month(case.month) or gettext("month not stated"),
        *[one.label() for one in offences[:1]],
        people_told(case),
        *[amount_told(one) for one in amounts if one.is_primary],
    ]
    return [one for one in line if one]


def outcome(value: str) -> str:
    """An outcome of a case as a word for a fact or a facet."""
    return _outcome(value, get_language())


@lru_cache(maxsize=100)
def _outcome(value: str, language: str | None) -> str:
    """The same in the language, which is the active one."""
    return str(Case.Outcome(value).label)


def standing(case: Told) -> str:
    """What those in the case are by its furthest outcome: suspects, convicted ..."""
    furthest = next((one for one in STANDINGS if one in case.outcomes), None)
    return _standing(furthest, get_language())


@lru_cache(maxsize=100)
def _standing(outcome: Case.Outcome | None, language: str | None) -> str:
    """The same by that outcome, in the language, which is the active one."""
    return str(STANDINGS[outcome]) if outcome else gettext("Persons dealt with")


def place(region: Region) -> str:
    """A division with the city above it: 运城市盐湖区; Yanhu District (Yuncheng)."""
    return _place(region, get_language())


def _place(region: Region, language: str | None) -> str:
    city, name = region.city, region.label_in(language)
    if city is None or city.code == region.code:
        return name
    if language == "en":
        return f"{name} ({city.label_in(language)})"
    return f"{city.label_in(language)}{name}"


def full_place(region: Region) -> str:
    """A division with all that it lies in.

    山西省运城市盐湖区; Yanhu District (Yuncheng, Shanxi), but Yuncheng, Shanxi.
    """
    language = get_language()
    province, city = region.province, region.city
    if province.code in (region.code, region.city_id):
        return _place(region, language)
    around, name = province.label_in(language), region.label_in(language)
    if language != "en":
        return f"{around}{_place(region, language)}"
    if city is None or city.code == region.code:
        return f"{name}, {around}"
    return f"{name} ({city.label_in(language)}, {around})"


LAWS = {
    "刑法": _("Criminal Law"),
    "网络安全法": _("Cybersecurity Law"),
    "治安管理处罚法": _("Public Security Administration Punishments Law"),
}
