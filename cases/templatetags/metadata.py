"""What a page's head says to machines; see cases/metadata.py."""

from __future__ import annotations

import json
from typing import Any

from django import template
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from cases.metadata import LANGUAGES
from cases.models.addresses import in_language

register = template.Library()

# So that no text can end the element or be taken for markup.
ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&"}


@register.simple_block_tag
def captured(content: SafeString) -> SafeString:
    """What stands in it, for a second use: ``{% captured as name %}``."""
    return mark_safe(content.strip())


@register.simple_tag
def language_versions(canonical: str) -> list[dict[str, str]]:
    """The page in every language, itself among them: hreflang and address.

    Who reads neither is sent to the first, which is Chinese.
    """
    found = [
        {"code": LANGUAGES[code], "url": in_language(canonical, code)}
        for code, _name in settings.LANGUAGES
    ]
    return [*found, {"code": "x-default", "url": found[0]["url"]}]


@register.filter
def json_ld(said: dict[str, Any]) -> SafeString:
    """A JSON-LD object as a data block, which no browser runs as a script."""
    text = json.dumps(said, ensure_ascii=False).translate(ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')
