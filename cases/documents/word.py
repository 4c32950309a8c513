"""A Word file (.docx): its paragraphs, headings, lists and tables as text.

Run as a program it converts standard input: see ``apart``.
"""

from __future__ import annotations

import sys
import zipfile
from io import BytesIO
from typing import Any
from xml.parsers.expat import ExpatError

import mammoth
from selectolax.lexbor import LexborHTMLParser

from cases.documents.apart import Converted, serve
from cases.documents.archives import check_expansion
from cases.documents.blocks import block_text
from cases.documents.document import Problem, UnreadableDocument


def read_word(content: bytes) -> Converted:
    """The text of a Word file; pictures are left out.

    Raises UnreadableDocument (EMPTY, DAMAGED, EXPANDS).
    """
    with zipfile.ZipFile(BytesIO(content)) as archive:
        check_expansion(archive.infolist())
    try:
        html = mammoth.convert_to_html(
            BytesIO(content), convert_image=mammoth.images.img_element(_no_picture)
        ).value
    except (zipfile.BadZipFile, ExpatError, KeyError, ValueError):
        raise UnreadableDocument(Problem.DAMAGED, ".docx") from None
    body = LexborHTMLParser(html).body
    text = block_text(body) if body else ""
    if not text:
        raise UnreadableDocument(Problem.EMPTY)
    return Converted(text + "\n", "docx")


def _no_picture(_image: Any) -> dict[str, str]:
    return {}


if __name__ == "__main__":
    sys.exit(serve(read_word))
