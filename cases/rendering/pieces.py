"""Small pieces of pages: texts with hits marked, names of authorities, days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape

from django.utils.safestring import SafeString, mark_safe

from cases import agency_names, display
from cases.search import Piece, highlight


def pieces(found: Iterable[Piece]) -> str:
    """Stretches of a text one after the other, hits marked."""
    return "".join(
        f"<mark>{escape(piece.text)}</mark>" if piece.is_hit else escape(piece.text)
        for piece in found
    )


def highlighted(text: str, words: Sequence[str]) -> str:
    """A text with the folded words marked."""
    return pieces(highlight(text, words)) if words else escape(text)


def authority(name: str) -> SafeString:
    """An authority's Chinese name, on English pages behind its English one if known."""
    gloss = agency_names.english(name) if display.is_english() else ""
    return mark_safe(
        f"{escape(gloss)}{' ' if gloss else ''}"
        f'<span lang="zh-Hans">{escape(name)}</span>'
    )


def dated(day: date) -> SafeString:
    """A day in the language of the page, which no line breaks: 2024年8月3日."""
    return mark_safe(f'<time datetime="{day:%Y-%m-%d}">{display.day(day)}</time>')
