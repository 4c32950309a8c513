"""A passage in the stored text: its words as printed, and the noise inside it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cases.reader.chrome import inside_noise
from cases.reader.clean import plain
from cases.reader.plans import Passage
from cases.reader.results import Span


def noise_within(text: str, passage: Passage, span: Span) -> tuple[Span, ...]:
    """Ranges of text[span] that the passage leaves out and that hold more than
    white space and marks; ascending, without white space at either end."""
    start, end = span
    kept = [(start, start), *_kept(passage), (end, end)]
    found = []
    for (_, first), (last, _) in pairwise(kept):
        words = text[first:last]
        if any(character.isalnum() for character in words):
            left = len(words) - len(words.lstrip())
            right = len(words) - len(words.rstrip())
            found.append((first + left, last - right))
    return tuple(found)


def _kept(passage: Passage) -> list[Span]:
    """The stored text's ranges that tell the case, ascending."""
    kept: list[Span] = []
    heads = [
        view for view in (passage.number, passage.heading, passage.subtitle) if view
    ]
    for view in [*heads, *(line.view for line in passage.lines)]:
        shown = view.without(inside_noise(view.text))
        kept += shown.spans(0, len(shown))
    return sorted(kept)


def words_of(text: str, span: Span, noise: Sequence[Span]) -> str:
    """text[span] as printed, without markup and noise, a paragraph a line."""
    paragraphs = plain(text, *span, noise).split("\n")
    return "\n".join(line.strip() for line in paragraphs if line.strip())
