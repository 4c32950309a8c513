"""Texts with the words searched for marked in them, and names of authorities."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
