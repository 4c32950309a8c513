"""What a page's head says to machines; see cases/rendering/head.py."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from cases.rendering.head import About, metadata

register = template.Library()


@register.simple_block_tag
def captured(content: SafeString) -> SafeString:
    """What stands in it, for a second use: ``{% captured as name %}``."""
    return mark_safe(content.strip())


@register.simple_tag(takes_context=True)
def page_metadata(context: dict[str, Any]) -> SafeString:
    """What the page's view and its title and description say to machines."""
    return metadata(
        About(
            title=context["page_title"],
            description=context["page_description"],
            canonical=context.get("canonical", ""),
            feed_url=context.get("feed_url", ""),
            structured=() if context.get("noindex") else context.get("structured", ()),
        )
    )
