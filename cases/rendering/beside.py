"""What stands beside a case's passage: when things happened, and what else to read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from cases import display
from cases.models.addresses import address
from cases.related import Related
from cases.timeline import Step


@dataclass(frozen=True, slots=True)
class _Words:
    """What these parts say in one language."""

    timeline: str
    not_stated: str
    related: str
    no_place: str
    no_month: str


@lru_cache(maxsize=10)
def _words(language: str | None) -> _Words:
    """The words of the language, which is the active one."""
    return _Words(
        timeline=escape(gettext("Timeline")),
        not_stated=escape(gettext("not stated")),
        related=escape(gettext("Related cases")),
        no_place=escape(gettext("Place not stated")),
        no_month=escape(gettext("Month not stated")),
    )


def timeline(steps: Iterable[Step]) -> SafeString:
    """The steps of a case, those that are not stated said to be so."""
    words = _words(get_language())
    items = "".join(_step(one, words) for one in steps)
    return mark_safe(
        '<section class="timeline" aria-labelledby="timeline-heading">\n'
        f'<h3 id="timeline-heading">{words.timeline}</h3>\n<ol>\n{items}</ol>\n'
        "</section>\n"
    )


def _step(one: Step, words: _Words) -> str:
    unstated = "" if one.when else ' class="is-unstated"'
    when = f"<b>{escape(one.when) or words.not_stated}</b>"
    if one.datetime:
        when = f'<time datetime="{one.datetime}">{escape(one.when)}</time>'
    return f"<li{unstated}>\n<span>{escape(one.label)}</span>\n{when}\n</li>\n"


def related(found: Iterable[Related]) -> SafeString:
    """Other cases, each with the reason why it is shown; nothing for none."""
    words = _words(get_language())
    items = "".join(_related(one, words) for one in found)
    if not items:
        return mark_safe("")
    return mark_safe(
        '<section class="related" aria-labelledby="related-heading">\n'
        f'<h2 id="related-heading">{words.related}</h2>\n<ul>\n{items}</ul>\n'
        "</section>\n"
    )


def _related(one: Related, words: _Words) -> str:
    case = one.case
    place = escape(display.full_place(case.region)) if case.region else words.no_place
    month = display.month(case.month) or words.no_month
    offence = f" <span>{escape(one.offence)}</span>" if one.offence else ""
    return (
        f'<li>\n<a href="{address("case", case.pk)}" lang="zh-Hans">'
        f"{escape(display.heading(case))}</a>\n"
        f"<small><b>{escape(one.reason)}</b> <span>{place}</span> "
        f"<span>{month}</span>{offence}</small>\n</li>\n"
    )
