"""Normalised views of a stored text that know where each character came from."""

from __future__ import annotations

from cases.reader.results import Span


class View:
    """A stretch of text made easy to read by rule, with a way back.

    ``text`` has full-width digits and letters narrowed, white space between
    Chinese characters and inside numbers dropped, digit-group commas dropped,
    Markdown, HTML tags, entities, pictures and zero-width characters removed
    (a link's words stay), ASCII , : ; ( ) ! ? next to Chinese widened, and
    traditional characters simplified one for one. Paragraphs are parted by a
    single line feed. ``origins[i]`` is the half-open range of the stored text
    that made ``text[i]``.
    """

    __slots__ = ("origins", "text")

    def __init__(self, text: str, origins: tuple[Span, ...] | list[Span]) -> None:
        self.text = text
        self.origins = origins

    def __len__(self) -> int:
        return len(self.text)

    def cut(self, start: int, end: int) -> View:
        """The view of a part of it; offsets count in ``text``."""
        return View(self.text[start:end], self.origins[start:end])

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Where text[start:end] stands in the stored text.

        One range as a rule; several where noise (a picture, an injected line)
        stands between. Ranges are ascending, half-open, never empty.
        """
        raise NotImplementedError
