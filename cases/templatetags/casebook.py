"""How templates write months, sums, counts and addresses; see cases/display.py."""

from __future__ import annotations

from typing import Any

from django import template
from django.conf import settings
from django.utils.translation import get_language

from cases import display, headings
from cases.models import Case
from cases.models.addresses import language_urls
from cases.rendering import cards, figures, pagination, passages, pieces

register = template.Library()

# A moment's day is the one that it had here, not in UTC.
register.filter("day", display.day, expects_localtime=True)
register.filter("dated", pieces.dated, expects_localtime=True)
for name in ("month", "year", "full_place", "fact_line", "marked", "language_mark"):
    register.filter(name, getattr(display, name))
register.filter("case_heading", headings.heading)
register.filter("authority", pieces.authority)

# What stands on a page by the dozen; see cases/rendering.
for component in (
    cards.cards,
    figures.month_bars,
    figures.rank_rows,
    figures.year_rows,
    pagination.pagination,
    passages.passages,
):
    register.simple_tag(component)


@register.filter
def passage(case: Case) -> str:
    """The shown text after its heading line."""
    return case.shown_text[headings.body_start(case) :].strip()


@register.simple_tag(takes_context=True)
def other_languages(context: dict[str, Any]) -> list[dict[str, str]]:
    """This page in the other languages: code, address, and words in that language.

    Nothing on pages without an address of their own, such as error pages.
    """
    request = context.get("request")
    urls = {}
    if request is not None and request.resolver_match is not None:
        urls = language_urls(request.get_full_path())
    # A page with gaps has one for each address (cases/rendering/frames.py).
    found = [
        (code, context.get(f"url_{code}") or urls.get(f"url_{code}"))
        for code, _name in settings.LANGUAGES
        if code != get_language()
    ]
    return [
        {"code": code, "url": url, **LANGUAGE_WORDS[code]} for code, url in found if url
    ]


# A language is named in itself, whatever the page's language.
LANGUAGE_WORDS = {
    "zh-hans": {"lang": "zh-Hans", "name": "中文", "invitation": "阅读本页中文版"},
    "en": {
        "lang": "en",
        "name": "English",
        "invitation": "Read this page in English",
    },
}
