"""A text with the bytes that it came as, or the reason why there is none."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

# What two exports of one article write differently: pictures, link targets, tags,
# the marks of Markdown.
PICTURE = re.compile(r"!\[[^\[\]\n]{0,500}\]\([^()\s]{0,2000}[^()\n]{0,200}\)")
LINK = re.compile(r"\[([^\[\]\n]{0,500})\]\([^()\s]{0,2000}[^()\n]{0,200}\)")
TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,2000}>")
MARKS = frozenset("*_#>`~\\|")

# More control characters than one in a hundred: no text that a person wrote.
CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1f\x7f\ufffd]")
CONTROLS_ALLOWED = 0.01


class Problem(StrEnum):
    """Why a file gives no text; in brackets the values that go with it."""

    EMPTY = "empty"
    BINARY = "binary"
    TOO_LARGE = "too-large"  # [its MB, the most MB]
    UNKNOWN_ENCODING = "unknown-encoding"
    UNKNOWN_TYPE = "unknown-type"  # [suffix]
    MISLABELLED = "mislabelled"  # [suffix by its name, suffix by its content]
    DAMAGED = "damaged"  # [suffix]
    ENCRYPTED = "encrypted"
    NO_TEXT_LAYER = "no-text-layer"  # [pages]
    TOO_MANY_PAGES = "too-many-pages"  # [its pages, the most]
    TOO_HARD = "too-hard"
    ARCHIVE_INSIDE = "archive-inside"
    TOO_MANY_FILES = "too-many-files"  # [its files, the most]
    EXPANDS = "expands"


class UnreadableDocument(Exception):
    """The bytes give no text; ``problem`` says why, ``values`` with what."""

    def __init__(self, problem: Problem, *values: str) -> None:
        super().__init__(problem.value, *values)
        self.problem = problem
        self.values = values


@dataclass(frozen=True, slots=True)
class Document:
    """A text with the bytes that it came as.

    ``encoding`` is the name of the Python codec, or for formats with an encoding of
    their own the format (docx, pdf). ``text`` has no BOM, no NUL and LF line ends;
    of a text file it is otherwise what the bytes say, of other files what was
    extracted. ``url`` is the address that a saved page gives as its own.
    """

    filename: str
    content: bytes
    text: str
    encoding: str
    url: str = ""

    @property
    def content_key(self) -> str:
        """SHA-256 of the squashed text, hexadecimal: equal keys are one text."""
        return hashlib.sha256(squash(self.text).encode()).hexdigest()


def squash(text: str) -> str:
    """The text without white space, markup and zero-width characters.

    Two exports of one article are equal after it. It never changes: stored
    content keys hang on it.

    >>> squash("## **案例一** [详情](https://example.org/1)\\u200b\\n\\n<p>近日，")
    '案例一详情近日，'
    """
    text = TAG.sub("", LINK.sub(r"\1", PICTURE.sub("", text)))
    return "".join(
        character
        for character in text
        if character not in MARKS
        and not character.isspace()
        and unicodedata.category(character) != "Cf"
    )


def checked(text: str) -> str:
    """A decoded text as it is stored: no BOM, no NUL, line ends LF.

    Raises UnreadableDocument for one without words (EMPTY) and one that no person
    wrote (BINARY).
    """
    text = text.removeprefix("\ufeff").replace("\0", "")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not squash(text):
        raise UnreadableDocument(Problem.EMPTY)
    if len(CONTROLS.findall(text)) > CONTROLS_ALLOWED * len(text):
        raise UnreadableDocument(Problem.BINARY)
    return text
