"""From an uploaded file's bytes to the stored text, or to the reason why not."""

from __future__ import annotations

import codecs
import hashlib
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from charset_normalizer import from_bytes

MAX_BYTES = 5 * 1024 * 1024

SUFFIXES = frozenset({".md", ".markdown", ".txt", ""})

# How files that are no text begin: PDF, ZIP (docx), RAR, 7z, GIF, PNG, JPEG, OLE
# (doc), gzip.
SIGNATURES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"Rar!",
    b"7z\xbc\xaf",
    b"GIF8",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"\xd0\xcf\x11\xe0",
    b"\x1f\x8b",
)
UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

# More control characters than one in a hundred: no text that a person wrote.
CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1f\x7f\ufffd]")
CONTROLS_ALLOWED = 0.01

# What two exports of one article write differently: pictures, link targets, tags,
# the marks of Markdown.
PICTURE = re.compile(r"!\[[^\[\]\n]{0,500}\]\([^()\s]{0,2000}[^()\n]{0,200}\)")
LINK = re.compile(r"\[([^\[\]\n]{0,500})\]\([^()\s]{0,2000}[^()\n]{0,200}\)")
TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,2000}>")
MARKS = frozenset("*_#>`~\\|")


class Problem(StrEnum):
    """Why a file gives no text."""

    EMPTY = "empty"
    BINARY = "binary"
    TOO_LARGE = "too-large"
    UNKNOWN_ENCODING = "unknown-encoding"
    UNKNOWN_TYPE = "unknown-type"


class UnreadableDocument(Exception):
    """The bytes give no text; ``problem`` says why, ``values`` with what."""

    def __init__(self, problem: Problem, *values: str) -> None:
        super().__init__(problem.value, *values)
        self.problem = problem
        self.values = values


@dataclass(frozen=True, slots=True)
class Document:
    """A text with the bytes that it came as.

    ``encoding`` is the name of the Python codec; ``text`` has no BOM, no NUL and
    LF line ends, and is otherwise what the bytes say.
    """

    filename: str
    content: bytes
    text: str
    encoding: str

    @property
    def content_key(self) -> str:
        """SHA-256 of the squashed text, hexadecimal: equal keys are one text."""
        return hashlib.sha256(squash(self.text).encode()).hexdigest()


def read_document(content: bytes, filename: str = "") -> Document:
    """Decode a file: strictly as UTF-8, else as what charset-normalizer makes of it.

    Read are .md and .txt (and a name without a suffix) in UTF-8, GB18030 (with
    GBK and GB2312 inside it) and UTF-16 with a byte order mark. Raises
    UnreadableDocument for anything else.
    """
    suffix = PurePath(filename).suffix.lower()
    if suffix not in SUFFIXES:
        raise UnreadableDocument(Problem.UNKNOWN_TYPE, suffix)
    if len(content) > MAX_BYTES:
        raise UnreadableDocument(Problem.TOO_LARGE, f"{len(content) / 1024**2:.1f}")
    if content.startswith(SIGNATURES):
        raise UnreadableDocument(Problem.BINARY)
    text, encoding = _decode(content)
    return Document(filename, content, _checked(text), encoding)


def read_pasted(text: str) -> Document:
    """A document of a text that was typed or pasted; its bytes are its UTF-8.

    Raises UnreadableDocument when it is empty or too large.
    """
    # A lone surrogate has no UTF-8; a browser never sends one, a script may.
    content = text.encode("utf-8", "replace")
    return read_document(content)


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


def _decode(content: bytes) -> tuple[str, str]:
    try:
        return content.decode("utf-8-sig"), "utf_8"
    except UnicodeDecodeError:
        pass
    if b"\0" in content and not content.startswith(UTF16_MARKS):
        raise UnreadableDocument(Problem.BINARY)
    encoding = "utf_16" if content.startswith(UTF16_MARKS) else "gb18030"
    match = from_bytes(content, cp_isolation=[encoding]).best()
    if match is None or match.encoding != encoding:
        raise UnreadableDocument(Problem.UNKNOWN_ENCODING)
    try:
        return content.decode(encoding), encoding
    except UnicodeDecodeError:
        raise UnreadableDocument(Problem.UNKNOWN_ENCODING) from None


def _checked(text: str) -> str:
    text = text.removeprefix("\ufeff").replace("\0", "")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not squash(text):
        raise UnreadableDocument(Problem.EMPTY)
    if len(CONTROLS.findall(text)) > CONTROLS_ALLOWED * len(text):
        raise UnreadableDocument(Problem.BINARY)
    return text
