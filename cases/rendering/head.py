"""What a page's head says to machines, as HTML; see cases/metadata.py."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from html import escape
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext

from cases.metadata import LANGUAGES
from cases.models.addresses import in_language

ROBOTS = mark_safe('<meta name="robots" content="noindex">')


@dataclass(frozen=True, slots=True)
class About:
    """What a page says of itself.

    ``title`` and ``description`` are HTML, as they stand in its head. ``published`` and
    ``changed`` are given for an article, ``canonical`` is "" for a page that no search
    engine keeps, ``citation`` are names and contents for reference managers, and
    ``structured`` are objects of schema.org.
    """

    title: str
    description: str
    canonical: str = ""
    published: datetime | None = None
    changed: datetime | None = None
    feed_url: str = ""
    citation: Iterable[tuple[str, str]] = ()
    structured: Iterable[dict[str, Any]] = ()


@lru_cache(maxsize=10)
def _names(language: str | None) -> tuple[str, str]:
    """The catalogue's name, and a feed's, in the language, the active one."""
    return gettext("Casebook"), gettext("New cases of this list")


def metadata(page: About) -> SafeString:
    """Links and meta elements of the page."""
    name, feed = _names(get_language())
    parts = ["\n"]
    if page.canonical:
        parts.append(_canonical(page, name))
    parts.append("\n")
    if page.feed_url:
        parts.append(
            f'<link rel="alternate" type="application/atom+xml" title="{feed}"'
            f' href="{escape(page.feed_url)}">'
        )
    parts.append("\n")
    parts += [
        f'<meta name="{name}" content="{escape(content)}">'
        for name, content in page.citation
    ]
    parts.append("\n")
    parts += [_json_ld(said) for said in page.structured]
    parts.append("\n")
    return mark_safe("".join(parts))


def _canonical(page: About, name: str) -> str:
    """The page's one address, its other languages and what a shared link shows."""
    url = escape(page.canonical)
    versions = "".join(
        f'<link rel="alternate" hreflang="{code}" href="{escape(version)}">'
        for code, version in _language_versions(page.canonical)
    )
    kind = '\n<meta property="og:type" content="website">\n'
    if page.published and page.changed:
        kind = (
            '\n<meta property="og:type" content="article">\n'
            '<meta property="article:published_time"'
            f' content="{localtime(page.published).isoformat()}">\n'
            '<meta property="article:modified_time"'
            f' content="{localtime(page.changed).isoformat()}">\n'
        )
    locale = "en_GB" if get_language() == "en" else "zh_CN"
    return (
        f'\n<link rel="canonical" href="{url}">\n'
        f"{versions}\n"
        f'<meta property="og:site_name" content="{name}">\n'
        f'<meta property="og:title" content="{page.title}">\n'
        f'<meta property="og:description" content="{page.description}">\n'
        f'<meta property="og:url" content="{url}">\n'
        f'<meta property="og:locale" content="{locale}">\n'
        f"{kind}\n"
    )


def _language_versions(canonical: str) -> list[tuple[str, str]]:
    """The page in every language, itself among them: hreflang and address.

    Who reads neither is sent to the first, which is Chinese.
    """
    found = [
        (LANGUAGES[code], in_language(canonical, code))
        for code, _name in settings.LANGUAGES
    ]
    return [*found, ("x-default", found[0][1])]


def _json_ld(said: dict[str, Any]) -> str:
    """A JSON-LD object as a data block, which no browser runs as a script.

    No text in it can end the element or be taken for markup.
    """
    text = json.dumps(said, ensure_ascii=False)
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return f'<script type="application/ld+json">{text}</script>'
