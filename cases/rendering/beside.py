"""What stands beside a case's passage: when things happened, and what else to read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, pgettext

from cases import display, headings
from cases.models import Case
from cases.models.addresses import address, addresses
from cases.models.whole_cases import OtherCopy
from cases.related import Related, Surroundings
from cases.rendering.pieces import authority
from cases.timeline import Step


@dataclass(frozen=True, slots=True)
class _Words:
    """What these parts say in one language."""

    timeline: str
    not_stated: str
    related: str
    no_place: str
    no_month: str
    source: str
    bulletin: str
    undated: str
    open_source: str
    also_at: str
    in_bulletin: str
    previous: str
    next: str


@lru_cache(maxsize=10)
def _words(language: str | None) -> _Words:
    """The words of the language, which is the active one."""
    return _Words(
        timeline=escape(gettext("Timeline")),
        not_stated=escape(gettext("not stated")),
        related=escape(gettext("Related cases")),
        no_place=escape(gettext("Place not stated")),
        no_month=escape(gettext("Month not stated")),
        source=escape(pgettext("heading", "Source")),
        bulletin=escape(gettext("Bulletin of %(date)s")),
        undated=escape(gettext("Undated bulletin")),
        open_source=escape(gettext("Open the source")),
        also_at=escape(gettext("Also at:")),
        in_bulletin=escape(gettext("In this bulletin")),
        previous=escape(gettext("Previous in the bulletin")),
        next=escape(gettext("Next in the bulletin")),
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
    address = addresses("case")
    items = "".join(_related(one, address(one.case.pk), words) for one in found)
    if not items:
        return mark_safe("")
    return mark_safe(
        '<section class="related" aria-labelledby="related-heading">\n'
        f'<h2 id="related-heading">{words.related}</h2>\n<ul>\n{items}</ul>\n'
        "</section>\n"
    )


def _related(one: Related, url: str, words: _Words) -> str:
    case = one.case
    place = escape(display.full_place(case.region)) if case.region else words.no_place
    month = display.month(case.month) or words.no_month
    offence = f" <span>{escape(one.offence)}</span>" if one.offence else ""
    return (
        f'<li>\n<a href="{url}" lang="zh-Hans">'
        f"{escape(headings.heading(case))}</a>\n"
        f"<small><b>{escape(one.reason)}</b> <span>{place}</span> "
        f"<span>{month}</span>{offence}</small>\n</li>\n"
    )


def source(case: Case, copies: Iterable[OtherCopy], around: Surroundings) -> SafeString:
    """The bulletin that a case was read from, its copies, and the cases beside it."""
    words = _words(get_language())
    bulletin = case.bulletin
    parts: list[str] = []
    if bulletin.issuer:
        parts.append(authority(bulletin.issuer))
    said = words.undated
    if bulletin.published:
        said = words.bulletin % {"date": display.day(bulletin.published)}
    parts.append(said)
    if case.copy.account:
        parts.append(_chinese(case.copy.account))
    if case.copy.url:
        parts.append(_outside(case.copy.url, words.open_source))
    return mark_safe(
        '<section class="origin" aria-labelledby="source-heading">\n'
        f'<h2 id="source-heading">{words.source}</h2>\n'
        f'<p><a href="{address("bulletin", bulletin.pk)}" lang="zh-Hans">'
        f"{escape(bulletin.title)}</a></p>\n"
        f'<p class="quiet">\n{" · ".join(parts)}\n</p>\n'
        f"{''.join(_copy(one, words) for one in copies)}{_beside(around, words)}"
        "</section>\n"
    )


def _chinese(text: str) -> str:
    return f'<span lang="zh-Hans">{escape(text)}</span>'


def _outside(url: str, label: str, language: str = "") -> str:
    """A link that leaves the catalogue; ``label`` is escaped already."""
    return (
        f'<a href="{escape(url)}" rel="external nofollow noopener"{language}>'
        f"{label}</a>"
    )


def _copy(one: OtherCopy, words: _Words) -> str:
    """Where else the bulletin is."""
    language = ' lang="zh-Hans"' if one.account else ""
    link = _outside(one.url, escape(one.account or one.url), language)
    day = f" · {display.day(one.published)}" if one.published else ""
    return f'<p class="quiet">{words.also_at} {link}{day}</p>\n'


def _beside(around: Surroundings, words: _Words) -> str:
    """The cases before and after in the bulletin."""
    found = [
        f'<p><span class="quiet">{label}</span> <a href="{address("case", one.pk)}" '
        f'rel="{way}" lang="zh-Hans">{escape(headings.heading(one))}</a></p>\n'
        for way, label, one in (
            ("prev", words.previous, around.previous),
            ("next", words.next, around.next),
        )
        if one
    ]
    if not found:
        return ""
    return (
        f'<nav class="beside" aria-label="{words.in_bulletin}">\n{"".join(found)}'
        "</nav>\n"
    )
