"""Which kind of file it is, by its name and by how it begins, and its bounds."""

from __future__ import annotations

import zipfile
from enum import StrEnum
from io import BytesIO
from pathlib import PurePath

from cases.documents.document import Problem, UnreadableDocument

MEGABYTE = 1024 * 1024


class Kind(StrEnum):
    """What a file is read as."""

    TEXT = "text"
    PAGE = "html"
    WORD = "docx"
    PDF = "pdf"
    ARCHIVE = "zip"


SUFFIXES = {
    "": Kind.TEXT,
    ".md": Kind.TEXT,
    ".markdown": Kind.TEXT,
    ".txt": Kind.TEXT,
    ".html": Kind.PAGE,
    ".htm": Kind.PAGE,
    ".docx": Kind.WORD,
    ".pdf": Kind.PDF,
    ".zip": Kind.ARCHIVE,
}

# The largest files, in bytes. A page may hold its pictures, as may the others.
MAX_BYTES = {
    Kind.TEXT: 5 * MEGABYTE,
    Kind.PAGE: 20 * MEGABYTE,
    Kind.WORD: 30 * MEGABYTE,
    Kind.PDF: 30 * MEGABYTE,
    Kind.ARCHIVE: 50 * MEGABYTE,
}

# How files begin that are told by it, and what they are called then.
SIGNATURES = {
    b"%PDF-": ".pdf",
    b"PK\x03\x04": ".zip",
    b"PK\x05\x06": ".zip",
    b"Rar!": ".rar",
    b"7z\xbc\xaf": ".7z",
    b"GIF8": ".gif",
    b"\x89PNG": ".png",
    b"\xff\xd8\xff": ".jpg",
    b"\xd0\xcf\x11\xe0": ".doc",
    b"\x1f\x8b": ".gz",
    b"{\\rtf": ".rtf",
}
WORD_PART = "word/document.xml"
# The name of the part in which Office keeps what a password protects.
OFFICE_ENCRYPTED = "EncryptedPackage".encode("utf_16_le")
# An archive whose list of files cannot be read.
DAMAGED = "damaged"
# A PDF may have a little before its first line.
PDF_STARTS_WITHIN = 1024


def kind_of(content: bytes, filename: str) -> Kind:
    """What the file is, when its name and its content agree and it is no larger
    than its kind may be.

    Raises UnreadableDocument (UNKNOWN_TYPE, MISLABELLED, ENCRYPTED, EMPTY, BINARY,
    DAMAGED, TOO_LARGE).
    """
    suffix = PurePath(filename).suffix.lower()
    if suffix not in SUFFIXES:
        raise UnreadableDocument(Problem.UNKNOWN_TYPE, suffix)
    kind = SUFFIXES[suffix]
    if len(content) > MAX_BYTES[kind]:
        raise too_large(len(content), MAX_BYTES[kind])
    if not content:
        raise UnreadableDocument(Problem.EMPTY)
    found = _suffix_by_content(content, kind)
    if kind == Kind.WORD and found == ".doc" and OFFICE_ENCRYPTED in content:
        raise UnreadableDocument(Problem.ENCRYPTED)
    wanted = f".{kind}" if kind in {Kind.WORD, Kind.PDF, Kind.ARCHIVE} else ""
    if found != wanted:
        raise _disagreement(suffix, found)
    return kind


def too_large(length: int, most: int) -> UnreadableDocument:
    """The reason for a file of so many bytes where there may be so many at most."""
    return UnreadableDocument(
        Problem.TOO_LARGE, f"{length / MEGABYTE:.1f}", f"{most // MEGABYTE}"
    )


def _disagreement(suffix: str, found: str) -> UnreadableDocument:
    if found == DAMAGED or not found:
        return UnreadableDocument(Problem.DAMAGED, suffix)
    return UnreadableDocument(Problem.MISLABELLED, suffix or "–", found)


def _suffix_by_content(content: bytes, kind: Kind) -> str:
    """The suffix that the content asks for; empty for all that may be text."""
    found = next(
        (one for start, one in SIGNATURES.items() if content.startswith(start)), ""
    )
    if found == ".zip":
        return _zip_suffix(content)
    if kind == Kind.PDF and b"%PDF-" in content[:PDF_STARTS_WITHIN]:
        return ".pdf"
    return found


def _zip_suffix(content: bytes) -> str:
    """Whether an archive is one of files or a Word file."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return ".docx" if WORD_PART in archive.namelist() else ".zip"
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return DAMAGED
