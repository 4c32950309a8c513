"""The cases of a bulletin with their passages, one below the other."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from html import escape

from django.utils.html import linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from cases import display, headings
from cases.models.addresses import address
from cases.models.cards import Card
from cases.rendering.cards import offence_tags


@lru_cache(maxsize=10)
def _unstated(language: str | None) -> tuple[str, str]:
    """What stands for a missing place and month in the language, the active one."""
    return escape(gettext("Place not stated")), escape(gettext("Month not stated"))


def passages(found: Iterable[Card]) -> SafeString:
    """Each case with its title, place, month, offences and whole text."""
    return mark_safe("".join(map(_passage, found)))


def _passage(one: Card) -> str:
    place, month = _unstated(get_language())
    if one.region:
        place = escape(display.place(one.region))
    if one.month:
        month = (
            f'<time datetime="{one.month.year:04d}-{one.month.month:02d}">'
            f"{display.month(one.month)}</time>"
        )
    text = one.shown_text[headings.body_start(one) :].strip()
    return (
        f'<section class="bulletin-case" id="case-{one.number}">\n'
        f'<h2 lang="zh-Hans"><a href="{address("case", one.pk)}">'
        f"{escape(headings.heading(one))}</a></h2>\n"
        f'<ul class="card-facts">\n<li>{place}</li>\n<li>{month}</li>\n'
        f"{offence_tags(one.offences)}</ul>\n"
        f'<div class="passage" lang="zh-Hans">{linebreaks(text, autoescape=True)}'
        f"</div>\n</section>\n"
    )
