"""A page saved from a browser: the article, below a header that the reader knows.

Pages of the messenger (mp.weixin.qq.com) and of governments say title, date, account
and address in ways of their own, which come first; trafilatura finds the article of
all others. Run as a program it converts standard input: see ``apart``.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from urllib.parse import parse_qsl, urlencode, urlsplit

import trafilatura
from selectolax.lexbor import LexborHTMLParser, LexborNode

from cases.documents.apart import Converted, serve
from cases.documents.blocks import block_text, drop_unseen
from cases.documents.document import Problem, UnreadableDocument, squash
from cases.documents.encodings import decode

# The encoding that a page declares, in its first kilobytes.
CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,20})""", re.I)
CHARSET_WITHIN = 4096

# The article of the messenger, and of the systems that government sites run on.
MESSENGER_ARTICLE = "#js_content"
ARTICLES = (
    *(MESSENGER_ARTICLE, ".TRS_Editor", "#UCAP-CONTENT", ".trs_editor_view"),
    *("#zoom", "#Zoom", ".pages_content", "#detailContent", "#article-content"),
)
TITLES = ("#activity-name", ".rich_media_title")
TITLE_NAMES = ("ArticleTitle", "og:title", "twitter:title")
ACCOUNTS = ("#js_name", ".profile_nickname")
ACCOUNT_NAMES = ("ContentSource", "og:article:author", "author", "SiteName")
DATES = ("#publish_time",)
DATE_NAMES = ("PubDate", "article:published_time", "publishdate")

# What scripts of the messenger fill in, in pages saved before they ran.
SCRIPT_TIME = re.compile(r"""\bvar (?:ct|publish_time)\s*=\s*["'](\d{10})["']""")
SCRIPT_DAY = re.compile(
    r"""\bvar (?:createTime|create_time)\s*=\s*["'](\d{4}-\d\d-\d\d)"""
)
SCRIPT_NAME = re.compile(
    r"""\bvar nickname\s*=\s*(?:htmlDecode\()?["']([^"'<>]+)["']"""
)
# Where a browser saved the page from: <!-- saved from url=(0042)https://... -->
SAVED_FROM = re.compile(r"saved from url=\(\d+\)(https?://[^\s<>]{1,2000})")
DAY = re.compile(r"((?:19|20)\d\d)\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})")
# A line of the page that dates it: 发布时间：2024-03-05 来源：某地网警
DATED = re.compile(
    r"(?:发布|发表|时间|日期)[^\d\n]{0,12}((?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2})"
)
BEIJING = timezone(timedelta(hours=8))

# Which arguments make the address of a messenger's article; the others follow readers.
MESSENGER = "mp.weixin.qq.com"
MESSENGER_ARGUMENTS = ("__biz", "mid", "idx", "sn")

# An article holds this part of the page's words, or was not found.
LEAST_PART = 0.25
# The element of the article holds this part of what was found, and lies no deeper.
HELD = 0.9
HOLDERS = frozenset({"article", "div", "main", "section", "table", "tbody", "tr", "td"})
DEEPEST = 100


@dataclass(frozen=True, slots=True)
class _Head:
    """What a page says about itself; what it does not say is empty."""

    title: str
    account: str
    published: str
    url: str

    def written(self) -> str:
        """As front matter with the title below it, as exporters write it."""
        fields = {
            "title": self.title,
            "url": self.url,
            "source": self.account,
            "date": self.published,
        }
        lines = [f"{name}: {value}" for name, value in fields.items() if value]
        if not lines:
            return ""
        title = f"# {self.title}\n\n" if self.title else ""
        return "\n".join(["---", *lines, "---", "", title])


def read_page(content: bytes) -> Converted:
    """The article of a saved page, with its header.

    Raises UnreadableDocument when there are no words or the encoding is not known.
    """
    declared = CHARSET.search(content[:CHARSET_WITHIN])
    html, encoding = decode(content, declared[1].decode() if declared else "")
    tree = LexborHTMLParser(html)
    head = _head(tree, html)
    drop_unseen(tree, keep=MESSENGER_ARTICLE)
    article = _article(tree)
    if not article:
        raise UnreadableDocument(Problem.EMPTY)
    if not head.published and tree.body:
        dated = DATED.search(block_text(tree.body))
        head = replace(head, published=_day(dated[1]) if dated else "")
    return Converted(head.written() + article + "\n", encoding, head.url)


def _article(tree: LexborHTMLParser) -> str:
    """The known place of the article, else what trafilatura takes for it, else all."""
    for selector in ARTICLES:
        node = tree.css_first(selector)
        if node and (text := block_text(node)):
            return text
    if tree.body is None:
        return ""
    found = trafilatura.extract(
        tree.html or "", favor_recall=True, include_comments=False, deduplicate=False
    )
    everything = block_text(tree.body)
    if not found or len(found) < LEAST_PART * len(everything):
        return everything
    return block_text(_holder(tree.body, found))


def _holder(body: LexborNode, found: str) -> LexborNode:
    """The smallest element that holds what trafilatura found.

    trafilatura leaves out headings, numbers of lists and short paragraphs, and a
    case's title is often one of these: its text only says where the article is.
    """
    lines = [one for line in found.splitlines() if (one := squash(line))]
    wanted = HELD * sum(map(len, lines))
    holder = body
    for _level in range(DEEPEST):
        inner = next(
            (
                child
                for child in holder.iter()
                for text in [squash(child.text())]
                if child.tag in HOLDERS
                and len(text) >= wanted
                and sum(len(line) for line in lines if line in text) >= wanted
            ),
            None,
        )
        if inner is None:
            break
        holder = inner
    return holder


def _head(tree: LexborHTMLParser, html: str) -> _Head:
    said: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        name = node.attributes.get("name") or node.attributes.get("property") or ""
        said.setdefault(name.lower(), node.attributes.get("content") or "")

    def named(names: tuple[str, ...]) -> str:
        return next((one for name in names if (one := said.get(name.lower()))), "")

    def shown(selectors: tuple[str, ...]) -> str:
        nodes = (tree.css_first(selector) for selector in selectors)
        return next((one for node in nodes if node and (one := _line(node.text()))), "")

    title = shown(TITLES) or named(TITLE_NAMES) or shown(("h1", "title"))
    account = shown(ACCOUNTS) or _match(SCRIPT_NAME, html) or named(ACCOUNT_NAMES)
    published = (
        _day(shown(DATES))
        or _match(SCRIPT_DAY, html)
        or _moment(_match(SCRIPT_TIME, html))
        or _day(named(DATE_NAMES))
    )
    canonical = tree.css_first("link[rel=canonical][href]")
    url = (
        named(("og:url",))
        or (canonical.attributes.get("href") if canonical else "")
        or _match(SAVED_FROM, html[:5000])
    )
    return _Head(_line(title), _line(account), published, _address(url or ""))


def _line(text: str) -> str:
    return " ".join(text.split())


def _match(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[1] if match else ""


def _day(text: str) -> str:
    """2024-03-05 of a date as pages write it; empty when there is none."""
    match = DAY.search(text)
    return "{}-{:0>2}-{:0>2}".format(*match.groups()) if match else ""


def _moment(seconds: str) -> str:
    """The day in China of seconds since 1970."""
    if not seconds:
        return ""
    return (
        datetime.fromtimestamp(int(seconds), UTC).astimezone(BEIJING).date().isoformat()
    )


def _address(url: str) -> str:
    """A web address without what only follows readers; empty for anything else."""
    url = url.strip()
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not parts.netloc or len(url) > 1000:
        return ""
    if parts.netloc == MESSENGER:
        pairs = [one for one in parse_qsl(parts.query) if one[0] in MESSENGER_ARGUMENTS]
        parts = parts._replace(scheme="https", query=urlencode(pairs, safe="="))
    return parts._replace(fragment="").geturl()


if __name__ == "__main__":
    sys.exit(serve(read_page))
