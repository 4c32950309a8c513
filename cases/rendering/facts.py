"""A case's facts and its passage, each value beside the words that it was read from."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from cases import display
from cases.facts import Fact, Stretch, Value


@lru_cache(maxsize=10)
def _more_cases(language: str | None) -> str:
    """What leads to more cases with a value, in the language, the active one."""
    return escape(gettext("more cases"))


def stretches(found: Iterable[Stretch]) -> SafeString:
    """A text cut where words begin and end; each of them leads to its first value."""
    return mark_safe(
        "".join(_words(one) if one.values else escape(one.text) for one in found)
    )


def _words(one: Stretch) -> str:
    return (
        f'<a class="words" id="{one.id}" href="#{one.values[0]}" '
        f'title="{escape(one.title)}" data-values="{" ".join(one.values)}">'
        f"{escape(one.text)}</a>"
    )


def facts(found: Iterable[Fact]) -> SafeString:
    """The facts that the text states, as parts of a definition list."""
    more = _more_cases(get_language())
    return mark_safe("".join(_fact(one, more) for one in found if one.values))


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
