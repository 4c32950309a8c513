"""The page of a case, put together: templates/cases/case.html with its gaps filled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from html import escape

from django.template.defaultfilters import truncatechars
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext, pgettext

from cases import display, headings
from cases.facts import CasePage, Stretch
from cases.models import Case
from cases.models.addresses import address, language_urls
from cases.models.whole_cases import OtherCopy
from cases.related import Surroundings
from cases.rendering import beside
from cases.rendering.cards import offence_tags
from cases.rendering.facts import fact_list, stretches
from cases.rendering.frames import Frame
from cases.rendering.head import ROBOTS, About, metadata
from cases.timeline import timeline

LONGEST_DESCRIPTION = 150


@dataclass(frozen=True, slots=True)
class ShownCase:
    """A case with all that its page shows beside its own values.

    ``here`` is the page's path with its query string, ``canonical`` its whole address.
    """

    case: Case
    page: CasePage
    copies: Iterable[OtherCopy]
    surroundings: Surroundings
    here: str
    canonical: str
    today: date
    reference: str
    citation: Iterable[tuple[str, str]]
    structured: Iterable[dict[str, object]]
    noindex: bool


@dataclass(frozen=True, slots=True)
class _Words:
    """What the page says in one language outside of its template."""

    site: str
    untitled: str
    then: str


@lru_cache(maxsize=10)
def _words(language: str | None) -> _Words:
    """The words of the language, which is the active one."""
    return _Words(
        site=gettext("Casebook"),
        untitled=gettext("The source gives no title; these are its first words."),
        then=pgettext("clauses", ", "),
    )


PAGE = Frame(
    "cases/case.html",
    *("title", "description", "description_language", "robots", "metadata"),
    *("url_en", "url_zh-hans", "sample_banner", "fact_line", "heading", "untitled"),
    *("tags", "passage", "facts", "timeline", "source", "related"),
    *("reference", "cited_title", "cited_source", "today", "added", "canonical"),
    *("number", "report_url"),
)
SAMPLE_BANNER = Frame("includes/sample-banner.html")


def case_page(shown: ShownCase) -> SafeString:
    """The whole page."""
    case, page = shown.case, shown.page
    words = _words(get_language())
    is_english = display.is_english()
    heading = headings.heading(case)
    fact_line = " · ".join(display.fact_line(case)) if is_english else ""
    title = escape(f"{fact_line or heading} · {words.site}")
    passage = case.shown_text[headings.body_start(case) :].strip()
    description = escape(truncatechars(passage, LONGEST_DESCRIPTION)).strip()
    untitled = "" if case.shown_title else f'<p class="quiet">{words.untitled}</p>'
    about = About(
        title=title,
        description=description,
        canonical=shown.canonical,
        published=case.published_at,
        changed=case.changed_at,  # type: ignore[attr-defined]
        citation=shown.citation,
        structured=() if shown.noindex else shown.structured,
    )
    return PAGE.filled(
        **language_urls(shown.here),
        title=mark_safe(title),
        description=mark_safe(description),
        description_language=display.language_mark(case.shown_text),
        robots=ROBOTS if shown.noindex else "",
        metadata=metadata(about),
        sample_banner=SAMPLE_BANNER.filled() if case.bulletin.is_sample else "",
        fact_line=_fact_line(fact_line),
        heading=stretches(page.title) if page.title else heading,
        untitled=mark_safe(untitled),
        tags="" if is_english else _tags(case),
        passage=_passage(page.paragraphs),
        facts=fact_list(page, case),
        timeline=beside.timeline(timeline(case)),
        source=beside.source(case, shown.copies, shown.surroundings),
        related=beside.related(shown.surroundings.related),
        reference=shown.reference,
        cited_title=heading,
        cited_source=_cited_source(case, words),
        today=display.day(shown.today),
        added=display.day(localtime(case.published_at)),
        canonical=shown.canonical,
        number=str(case.pk),
        report_url=address("report-case", case.pk),
    )


def _fact_line(line: str) -> SafeString:
    """What a reader without Chinese needs above the title; English pages only."""
    return mark_safe(f'<p class="fact-line">{escape(line)}</p>\n' if line else "\n")


def _tags(case: Case) -> SafeString:
    types = [filed.offence_type for filed in case.case_offences.all()]
    return mark_safe(f'<ul class="card-facts">{offence_tags(types)}</ul>')


def _passage(paragraphs: Iterable[Iterable[Stretch]]) -> SafeString:
    return mark_safe("".join(f"\n<p>{stretches(one)}</p>\n" for one in paragraphs))


def _cited_source(case: Case, words: _Words) -> SafeString:
    """Who issued the bulletin and when; of a sample, our own words, neither."""
    bulletin = case.bulletin
    parts = []
    if bulletin.issuer and not bulletin.is_sample:
        parts.append(f'<span lang="zh-Hans">{escape(bulletin.issuer)}</span>')
    if bulletin.published and not bulletin.is_sample:
        parts.append(display.day(bulletin.published))
    return mark_safe("".join(f"{words.then}{one}" for one in parts))
