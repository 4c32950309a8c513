"""The row of pages below a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext


@dataclass(frozen=True, slots=True)
class PageLink:
    """One entry of the row of pages: a gap has no address."""

    text: str
    url: str
    is_current: bool


@lru_cache(maxsize=10)
def _words(language: str | None) -> tuple[str, str, str]:
    """The row's name, and the steps', in the language, which is the active one."""
    return gettext("Pages"), gettext("Previous page"), gettext("Next page")


def pagination(
    links: Sequence[PageLink], previous_url: str, next_url: str
) -> SafeString:
    """The pages around this one, the first and the last; nothing for a single page."""
    if len(links) < 2:
        return mark_safe("")
    name, earlier, later = _words(get_language())
    before = _step(previous_url, "prev", earlier) if previous_url else ""
    after = _step(next_url, "next", later) if next_url else ""
    items = "".join(f"\n<li>{_link(one)}</li>\n" for one in links)
    return mark_safe(
        f'\n<nav class="pagination" aria-label="{name}">\n{before}\n'
        f"<ol>\n{items}\n</ol>\n{after}\n</nav>\n"
    )


def _step(url: str, way: str, words: str) -> str:
    return f'<a class="step" href="{escape(url)}" rel="{way} nofollow">{words}</a>'


def _link(one: PageLink) -> str:
    if not one.url and not one.is_current:
        return f"<span>{escape(one.text)}</span>"
    current = ' aria-current="page"' if one.is_current else ""
    return f'<a href="{escape(one.url)}" rel="nofollow"{current}>{escape(one.text)}</a>'
