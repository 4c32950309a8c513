"""``{% once %}``: what reads the same on every page of a language, rendered once."""

from __future__ import annotations

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()


class OnceNode(template.Node):
    """Keeps what its content gave, for each language, as long as the process lives."""

    def __init__(self, content: NodeList) -> None:
        self.nodelist = content
        self.kept: dict[str | None, SafeString] = {}

    def render(self, context: Context) -> SafeString:
        """The content in the language of the page."""
        language = get_language()
        kept = self.kept.get(language)
        if kept is None:
            kept = self.kept[language] = self.nodelist.render(context)
        return kept


@register.tag
def once(parser: Parser, token: Token) -> OnceNode:
    """``{% once %}...{% endonce %}``: nothing in it may depend on page or request."""
    content = parser.parse(("endonce",))
    parser.delete_first_token()
    return OnceNode(content)
