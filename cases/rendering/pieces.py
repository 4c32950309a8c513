"""Texts with the words searched for marked in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

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
