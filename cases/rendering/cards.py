"""Cases as the cards of a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from cases import display, headings
from cases.models import OffenceType
from cases.models.addresses import Address, addresses
from cases.models.cards import Card
from cases.rendering.pieces import authority, highlighted, pieces
from cases.search import snippet


@dataclass(frozen=True, slots=True)
class _Words:
    """What cards say in one language."""

    is_english: bool
    sample: str
    no_place: str
    no_month: str
    coercive: str
    bulletin: str
    undated: str
    source: str


@lru_cache(maxsize=10)
def _words(language: str | None) -> _Words:
    """The words of the language, which is the active one."""
    return _Words(
        is_english=display.is_english(),
        sample=escape(gettext("Sample")),
        no_place=escape(gettext("Place not stated")),
        no_month=escape(gettext("Month not stated")),
        coercive=escape(gettext("Under criminal coercive measures")),
        bulletin=escape(gettext("Bulletin of %(date)s")),
        undated=escape(gettext("Undated bulletin")),
        source=escape(gettext("Source")),
    )


@dataclass(frozen=True, slots=True)
class _Page:
    """What the cards of a page share: language, words and addresses."""

    language: str | None
    words: _Words
    searched: Sequence[str]
    case: Address
    bulletin: Address
    offence: Address


def cards(found: Iterable[Card], searched: Sequence[str] = ()) -> SafeString:
    """Cards one below the other; ``searched`` are the folded words to mark in them."""
    language = get_language()
    page = _Page(
        language,
        _words(language),
        searched,
        case=addresses("case"),
        bulletin=addresses("bulletin"),
        offence=addresses("offence"),
    )
    return mark_safe("".join(_card(one, page) for one in found))


def offence_tags(types: Iterable[OffenceType]) -> SafeString:
    """Offence types as items of a list, each leading to its page."""
    return mark_safe(_tags(types, get_language(), addresses("offence")))


def _tags(types: Iterable[OffenceType], language: str | None, address: Address) -> str:
    return "".join(
        f'<li><a class="tag group-{one.group}" href="{address(one.slug)}">'
        f"{escape(one.label_in(language))}</a></li>"
        for one in types
    )


def _card(one: Card, page: _Page) -> str:
    """A case's title, facts, numbers, first lines and source."""
    hidden = " data-nosnippet" if one.noindex else ""
    start = headings.body_start(one) if page.searched else headings.telling_start(one)
    lines = snippet(one.shown_text[start:].strip(), page.searched)
    return (
        f'<article class="card"{hidden}>\n'
        f'<h2><a href="{page.case(one.pk)}">{_title(one, page)}</a></h2>\n'
        f'<ul class="card-facts">{_facts(one, page)}</ul>\n'
        f'<p class="card-numbers">{_numbers(one, page.words)}</p>\n'
        f'<p class="snippet" lang="zh-Hans">{pieces(lines)}</p>\n'
        f'<p class="card-source">{_source(one, page)}</p>\n'
        f"</article>\n"
    )


def _title(one: Card, page: _Page) -> str:
    """The Chinese title, behind a line of facts on English pages."""
    title = highlighted(headings.heading(one), page.searched)
    if not page.words.is_english:
        return title
    line = escape(" · ".join(display.told_line(one, one.offences, one.amounts)))
    return f'<span class="fact-line">{line}</span> <span lang="zh-Hans">{title}</span>'


def _facts(one: Card, page: _Page) -> str:
    """Place, month and offences, less those that the English line of facts has."""
    words = page.words
    sample = f'<li class="sample-tag">{words.sample}</li>\n' if one.is_sample else ""
    if words.is_english:
        return sample + _tags(one.offences[1:], page.language, page.offence)
    place = escape(display.place(one.region)) if one.region else words.no_place
    month = words.no_month
    if one.month:
        month = (
            f'<time datetime="{one.month.year:04d}-{one.month.month:02d}">'
            f"{display.month(one.month)}</time>"
        )
    tags = _tags(one.offences, page.language, page.offence)
    return f"{sample}<li>{place}</li>\n<li>{month}</li>\n{tags}"


def _numbers(one: Card, words: _Words) -> str:
    """Head counts and sums, less those that the English line of facts has."""
    told = []
    if one.people is not None and not words.is_english:
        people = display.people(one.people, one.people_qualifier)
        told.append((escape(display.standing(one)), people))
    if one.coercive is not None:
        coercive = display.people(one.coercive, one.coercive_qualifier)
        told.append((words.coercive, coercive))
    told += [
        (escape(display.amount_kind(each.kind)), display.amount(each))
        for each in one.amounts
        if not (words.is_english and each.is_primary)
    ]
    return "".join(
        f"<span>{label} <b>{escape(number)}</b></span>" for label, number in told
    )


def _source(one: Card, page: _Page) -> str:
    """Who issued the bulletin, its page here, and where its copy is."""
    words = page.words
    parts = []
    if one.issuer:
        parts.append(f"<span>{authority(one.issuer)}</span>")
    said = words.undated
    if one.published:
        said = words.bulletin % {"date": escape(display.day(one.published))}
    parts.append(f'<a href="{page.bulletin(one.bulletin_id)}">{said}</a>')
    if one.url:
        parts.append(
            f'<a href="{escape(one.url)}" rel="external nofollow noopener">'
            f"{words.source}</a>"
        )
    return "\n".join(parts)
