"""A case's facts and its passage, each value beside the words that it was read from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from cases import display
from cases.facts import CasePage, Fact, Stretch, Value
from cases.models import Case


@dataclass(frozen=True, slots=True)
class _Words:
    """What facts say in one language."""

    more: str
    unstated: str
    by_bulletin: str
    by_import: str


@lru_cache(maxsize=10)
def _words(language: str | None) -> _Words:
    """The words of the language, which is the active one."""
    return _Words(
        more=escape(gettext("more cases")),
        unstated=escape(gettext("Not stated")),
        by_bulletin=escape(
            gettext("Listed under %(month)s, when the bulletin was published.")
        ),
        by_import=escape(
            gettext("Listed under %(month)s, when the bulletin was imported.")
        ),
    )


def stretches(found: Iterable[Stretch]) -> SafeString:
    """A text cut where words begin and end; each of them leads to its first value."""
    return mark_safe(
        "".join(_link(one) if one.values else escape(one.text) for one in found)
    )


def _link(one: Stretch) -> str:
    return (
        f'<a class="words" id="{one.id}" href="#{one.values[0]}" '
        f'title="{escape(one.title)}" data-values="{" ".join(one.values)}">'
        f"{escape(one.text)}</a>"
    )


def facts(found: Iterable[Fact]) -> SafeString:
    """The facts that the text states, as parts of a definition list."""
    more = _words(get_language()).more
    return mark_safe("".join(_fact(one, more) for one in found if one.values))


def fact_list(page: CasePage, case: Case) -> SafeString:
    """What the text states, and the names of what it does not."""
    unstated = ""
    if page.unstated:
        unstated = _unstated(page.unstated, case, _words(get_language()))
    return mark_safe(f"\n<dl>\n{facts(page.facts)}\n{unstated}\n</dl>\n")


def _unstated(labels: Iterable[str], case: Case, words: _Words) -> str:
    """What the text says nothing of, and where the case is listed without a month."""
    named = "".join(f"<dd>{escape(one)}</dd>" for one in labels)
    listed = ""
    if not case.month:
        is_by_bulletin = case.listed_month_basis == Case.ListedMonthBasis.PUBLISHED
        said = words.by_bulletin if is_by_bulletin else words.by_import
        told = said % {"month": escape(display.month(case.listed_month))}
        listed = f'\n<dd class="listed"><small>{told}</small></dd>\n'
    return (
        f'\n<div class="fact is-unstated">\n<dt>{words.unstated}</dt>\n'
        f"{named}\n{listed}\n</div>\n"
    )


def _fact(one: Fact, more: str) -> str:
    values = "".join(_value(each, more) for each in one.values)
    note = ""
    if one.note:
        note = f'<dd class="fact-note"><small>{display.marked(one.note)}</small></dd>\n'
    return (
        f'<div class="fact fact-{one.name}">\n<dt>{escape(one.label)}</dt>\n'
        f"{values}{note}</div>\n"
    )


def _value(one: Value, more: str) -> str:
    """One value with what is known about it, leading to its words where it has any."""
    chinese = ' lang="zh-Hans"' if one.is_chinese else ""
    parts = [f'<span class="gloss">{escape(one.gloss)}</span>'] if one.gloss else []
    text = escape(one.text)
    if one.words:
        parts.append(f'<a class="value" href="#{one.words}"{chinese}>{text}</a>')
    else:
        parts.append(f"<span{chinese}>{text}</span>")
    if one.url:
        parts.append(f'<a class="more" href="{escape(one.url)}">{more}</a>')
    if one.note:
        parts.append(f"<small>{escape(one.note)}</small>")
    written = "\n".join(parts)
    return f'<dd id="{one.id}" data-value="{one.id}">\n{written}\n</dd>\n'
