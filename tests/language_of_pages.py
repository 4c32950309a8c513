"""A page's words with the language that each is marked to be in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

# Elements without content, and attributes that people read or hear.
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "path"}
VOID |= {"circle", "line", "rect", "source", "use", "wbr"}
READ = {"alt", "aria-label", "placeholder", "title", "data-found", "data-none"}
# What holds no words of ours: scripts, code, what a visitor typed.
SILENT = {"script", "style", "code", "textarea", "time"}

CHINESE = re.compile(r"[\u3400-\u9fff]")
LATIN = re.compile(r"[A-Za-z][A-Za-z’']+")
ADDRESS = re.compile(r"https?://[^\s，。]+")


@dataclass(frozen=True, slots=True)
class Words:
    """A run of text or an attribute, and the language in force there."""

    text: str
    language: str
    where: str


class Page(HTMLParser):
    """Reads a page; ``words`` has its runs of text in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.words: list[Words] = []
        self.feed(html)

    @property
    def language(self) -> str:
        """The language where the reading is."""
        return self.open[-1][1] if self.open else ""

    def handle_starttag(
        self, tag: str, attributes: list[tuple[str, str | None]]
    ) -> None:
        """Note its language and the attributes that are read."""
        given = dict(attributes)
        language = given.get("lang") or self.language
        for name, value in attributes:
            is_button = name == "value" and given.get("type") in ("submit", "button")
            is_description = name == "content" and given.get("name") == "description"
            if value and (name in READ or is_button or is_description):
                self.add(value, language, f"{tag}[{name}]")
        if tag not in VOID:
            self.open.append((tag, language))

    def handle_endtag(self, tag: str) -> None:
        """Back to what it stands in."""
        while self.open and self.open[-1][0] != tag:
            self.open.pop()
        if self.open:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        """A run of text."""
        if not any(tag in SILENT for tag, _ in self.open):
            where = " > ".join(tag for tag, _ in self.open[-3:])
            self.add(data, self.language, where)

    def add(self, text: str, language: str, where: str) -> None:
        """Keep what has letters."""
        text = " ".join(text.split())
        if any(map(str.isalpha, text)):
            self.words.append(Words(text, language, where))


def chinese_unmarked(html: str) -> list[str]:
    """Chinese that an English page does not mark as Chinese."""
    return [
        f"{words.where}: {words.text}"
        for words in Page(html).words
        if CHINESE.search(words.text) and not words.language.startswith("zh")
    ]


def english_on_a_chinese_page(html: str, names: frozenset[str]) -> list[str]:
    """English that is not marked as such and made of more than known names."""
    return [
        f"{words.where}: {words.text}"
        for words in Page(html).words
        if not words.language.startswith("en")
        and not names.issuperset(LATIN.findall(ADDRESS.sub("", words.text)))
    ]
