"""Pages as templates with gaps, rendered once for each language.

What a template says on every page of its kind, in translation and with the addresses of
files, is rendered at the first of them; a page is that with its gaps filled. Nothing
but gaps may differ from page to page: what stands there or not is a gap, too.
"""

from __future__ import annotations

import re

from django.template import loader
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

# Around a gap's name; no template and no translation has this character.
MARK = "\0"
GAP = re.compile(f"{MARK}([^{MARK}]+){MARK}")


class Frame:
    """A template and the names of its gaps, which it writes as ``{{ name }}``."""

    def __init__(self, template: str, *gaps: str) -> None:
        self.template = template
        self.gaps = gaps
        # By language: text, the name of a gap, text, the name of a gap ..., text.
        self.pieces: dict[str | None, list[str]] = {}

    def filled(self, **parts: str) -> SafeString:
        """The page with these parts, which are escaped unless they are HTML."""
        language = get_language()
        if language not in self.pieces:
            self.pieces[language] = self._rendered()
        written = list(self.pieces[language])
        written[1::2] = [conditional_escape(parts[name]) for name in written[1::2]]
        return mark_safe("".join(written))

    def _rendered(self) -> list[str]:
        """The template in the active language, cut at its gaps."""
        gaps = {name: mark_safe(f"{MARK}{name}{MARK}") for name in self.gaps}
        return GAP.split(loader.render_to_string(self.template, gaps))
