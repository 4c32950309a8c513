"""From a tree of HTML to text: a block is a paragraph, a heading keeps its #."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "center", "div", "footer"),
        *("form", "header", "hr", "main", "nav", "p", "pre", "section"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "figure", "figcaption"),
        *("dl", "dt", "dd", "ol", "ul", "li"),
        *("table", "thead", "tbody", "tfoot", "tr", "td", "th"),
    }
)
HEADINGS = {f"h{level}": "#" * level + " " for level in range(1, 7)}
# What a browser does not show as text. A picture says nothing that can be quoted.
UNSEEN = (
    "script, style, noscript, template, head, iframe, object, svg, canvas, video,"
    " audio, select, button, textarea, input, [hidden]"
)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

# White space as HTML folds it; the ideographic space that indents stays.
FOLDED = re.compile(r"[ \t\r\n\f\xa0]+")


def drop_unseen(tree: LexborHTMLParser, keep: str = "") -> None:
    """Take what a reader of the page does not see out of the tree.

    ``keep`` selects elements that stay although their style hides them: a messenger's
    article is hidden until its script has run.
    """
    for node in tree.css(UNSEEN):
        node.decompose()
    kept = {node.mem_id for node in tree.css(keep)} if keep else set()
    for node in tree.css("[style]"):
        style = node.attributes.get("style") or ""
        if HIDDEN.search(style) and node.mem_id not in kept:
            node.decompose()


def block_text(node: LexborNode) -> str:
    """The text of a node, a line a block, one empty line between them.

    Numbers of ordered lists are written out: they are part of what a reader sees.
    """
    text = GLUED.sub("", "".join(_pieces(node)))
    lines = BREAKS.split(text)
    return "\n\n".join(line for one in lines if (line := one.strip(" ")))


# Inside the pieces of a text: a break between blocks, and what holds a mark to the
# block after it (a list item's number and the paragraph in the item).
BREAK, GLUE = "\x00", "\x01"
BREAKS = re.compile(f"{BREAK}+")
GLUED = re.compile(f"{GLUE}[{BREAK} ]*")
OWN = str.maketrans("", "", BREAK + GLUE)


def _pieces(root: LexborNode) -> Iterator[str]:
    """The pieces of text with breaks between blocks; without recursion, since a page
    may be nested deeper than Python may call."""
    stack: list[LexborNode | str] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            yield node
            continue
        tag = node.tag
        if tag == "-text":
            yield FOLDED.sub(" ", node.text(deep=False).translate(OWN))
        elif tag == "br":
            yield BREAK
        elif tag and not tag.startswith(("-", "_")):
            is_block = tag in BLOCKS
            if is_block:
                mark = HEADINGS.get(tag) or _number(node)
                yield BREAK + mark + GLUE if mark else BREAK
                stack.append(BREAK)
            stack.extend(reversed(list(node.iter(include_text=True))))


def _number(node: LexborNode) -> str:
    """The number of an item of an ordered list: 2."""
    parent = node.parent
    if node.tag != "li" or parent is None or parent.tag != "ol":
        return ""
    start = parent.attributes.get("start") or "1"
    place = 0
    before = node.prev
    while before is not None:
        place += before.tag == "li"
        before = before.prev
    return f"{(int(start) if start.isdecimal() else 1) + place}. "
