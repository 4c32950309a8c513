"""The one way in: what a person uploads or types, as documents or reasons why not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from cases.documents.apart import convert_apart
from cases.documents.archives import members
from cases.documents.document import (
    Document,
    Problem,
    UnreadableDocument,
    checked,
)
from cases.documents.encodings import decode
from cases.documents.kinds import Kind, kind_of

# The modules that read what is no plain text, each in a process of its own.
CONVERTERS = {Kind.PAGE: "pages", Kind.WORD: "word", Kind.PDF: "pdf"}


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A file of an archive, or a file by itself: the document or why there is none.

    ``name`` is the path in the archive, with the archive's name before it.
    """

    name: str
    found: Document | UnreadableDocument


def read_files(content: bytes, filename: str) -> Iterator[Unpacked]:
    """Read a file, or each file of an archive; one that fails stops no other.

    Never raises UnreadableDocument: the reason is in what is yielded.
    """
    if PurePath(filename).suffix.lower() != f".{Kind.ARCHIVE}":
        yield Unpacked(filename, _read_or_reason(content, filename))
        return
    try:
        kind_of(content, filename)
        for name, inside in members(content):
            found = (
                inside
                if isinstance(inside, UnreadableDocument)
                else _read_or_reason(inside, name)
            )
            yield Unpacked(f"{filename}/{name}", found)
    except UnreadableDocument as error:
        yield Unpacked(filename, error)


def read_document(content: bytes, filename: str = "") -> Document:
    """Read one file by the kind that its name says.

    Text (.md, .txt, or no suffix) in UTF-8, GB18030 with GBK and GB2312 inside it,
    Big5 and UTF-16; pages (.html), Word files (.docx) and PDF. Raises
    UnreadableDocument for anything else, an archive among it.
    """
    kind = kind_of(content, filename)
    if kind == Kind.ARCHIVE:
        raise UnreadableDocument(Problem.ARCHIVE_INSIDE)
    if kind == Kind.TEXT:
        text, encoding = decode(content)
        return Document(filename, content, checked(text), encoding)
    suffix = PurePath(filename).suffix.lower()
    made = convert_apart(CONVERTERS[kind], content, suffix)
    return Document(filename, content, checked(made.text), made.encoding, made.url)


def read_pasted(text: str) -> Document:
    """A document of a text that was typed or pasted; its bytes are its UTF-8.

    Raises UnreadableDocument when it is empty or too large.
    """
    # A lone surrogate has no UTF-8; a browser never sends one, a script may.
    content = text.encode("utf-8", "replace")
    return read_document(content)


def _read_or_reason(content: bytes, filename: str) -> Document | UnreadableDocument:
    try:
        return read_document(content, filename)
    except UnreadableDocument as error:
        return error
