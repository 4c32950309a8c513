"""Bars, rows of tables and ranks of the pages with figures."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from html import escape

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext, pgettext

from cases import display
from cases.charts.months import Bar, Year
from cases.charts.ranks import Rank


@lru_cache(maxsize=10)
def _between(language: str | None) -> str:
    """What stands between a name and its number in the language, the active one."""
    return escape(pgettext("between a name and its number", ": "))


@lru_cache(maxsize=10)
def _list(language: str | None) -> str:
    """The path of the list in the language, which is the active one."""
    return escape(reverse("cases"))


def month_bars(bars: Iterable[Bar]) -> SafeString:
    """The bars of a chart, each telling its month and number."""
    between = _between(get_language())
    return mark_safe(
        "".join(
            f'<rect x="{bar.x}.1" y="{bar.y}" width=".8" height="{bar.height}"><title>'
            f"{display.month(bar.month)}{between}{_cases(bar.count)}</title></rect>"
            for bar in bars
        )
    )


def _cases(number: int) -> str:
    written = ngettext("%(number)s case", "%(number)s cases", number)
    return escape(written % {"number": number})


def year_rows(years: Iterable[Year], arguments: str) -> SafeString:
    """A row of twelve months for each year, each a link to its cases."""
    start = f'<a href="{_list(get_language())}?{escape(arguments)}&amp;month='
    rows = []
    for year in years:
        cells = "".join(
            f'<td>{start}{value}" rel="nofollow">{count}</a></td>'
            if count
            else '<td><span class="none">0</span></td>'
            for value, count in year.months
        )
        name = escape(display.year(year.year))
        rows.append(
            f'<tr><th scope="row">{name}</th>{cells}<td>{year.count}</td></tr>\n'
        )
    return mark_safe("".join(rows))


def rank_rows(
    ranks: Iterable[Rank], argument: str = "", arguments: str = ""
) -> SafeString:
    """A row for each name: its page, the bar of its share and its number.

    The number leads to the list of ``arguments`` narrowed by ``argument``, where that
    is given.
    """
    start = (
        f'<a href="{_list(get_language())}?{escape(arguments or "")}&amp;{argument}='
        if argument
        else ""
    )
    return mark_safe("".join(_rank(one, start) for one in ranks))


def _rank(one: Rank, start: str) -> str:
    group = f' class="group-{one.group}"' if one.group else ""
    tag = ' class="tag"' if one.group else ""
    number = f"<b>{one.count}</b>"
    if start:
        number = f'{start}{escape(one.key)}" rel="nofollow">{one.count}</a>'
    return (
        f'<tr{group}><th scope="row"><a href="{escape(one.url)}"{tag}>'
        f"{escape(one.name)}</a></th><td><span>"
        '<svg class="share" aria-hidden="true">'
        f'<rect width="{one.share}%" height="10"/></svg>{number}</span></td></tr>\n'
    )
