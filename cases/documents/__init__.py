"""From uploaded files to stored texts: pure Python, no Django.

``read_files`` takes whatever a person uploads, an archive included; ``read_document``
one file; ``read_pasted`` a text that was typed.
"""

from cases.documents.document import (
    Document,
    Problem,
    UnreadableDocument,
    squash,
)
from cases.documents.kinds import MAX_BYTES, SUFFIXES, Kind
from cases.documents.read import Unpacked, read_document, read_files, read_pasted

__all__ = [
    "MAX_BYTES",
    "SUFFIXES",
    "Document",
    "Kind",
    "Problem",
    "Unpacked",
    "UnreadableDocument",
    "read_document",
    "read_files",
    "read_pasted",
    "squash",
]
