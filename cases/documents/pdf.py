"""A PDF's text layer, its lines joined to paragraphs.

Run as a program it converts standard input: see ``apart``.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from io import BytesIO

from pypdf import PasswordType, PdfReader
from pypdf.errors import DependencyError, PyPdfError

from cases.documents.apart import Converted, serve
from cases.documents.document import Problem, UnreadableDocument

MOST_PAGES = 300

# A page with fewer characters than this is a picture with a stamp or a page number.
LEAST_ON_A_PAGE = 10
# As many characters that no font explains: what is there cannot be read.
MOST_UNKNOWN = 0.1
UNKNOWN = re.compile(r"[\ufffd\ue000-\uf8ff]|/g\d+|\(cid:\d+\)")

# Fonts that give the shapes of radicals in place of the characters; those of the
# block CJK Radicals Supplement that look like a whole character (Unicode's
# EquivalentUnifiedIdeograph). NFKC knows the other block, Kangxi Radicals, but gives
# three of them in the form that simplified text does not use.
RADICALS = str.maketrans(
    "⺟⺠⺩⺫⺬⺶⻁⻃⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻞⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳⼾⾭⿈",
    "母民王目示羊虎西西见角贝车長长门雨青韦页风飞食食马骨鬼鱼鸟卤麦黄黾齐齿龙龟户青黄",
)
# What NFKC may change: radicals, compatibility ideographs, joined Latin letters. It
# would also narrow the full-width punctuation, which is no accident of the file.
COMPATIBLE = re.compile(
    r"[\u2f00-\u2fdf\uf900-\ufaff\ufb00-\ufb06\U0002f800-\U0002fa1f]"
)

PAGE_NUMBER = re.compile(
    r"\s*(?:[-—–－]\s*\d+\s*[-—–－]|第\s*\d+\s*页.{0,10}|\d{1,3})\s*"
)
# A line that ends a paragraph, and one that begins one.
ENDS = re.compile(r"[。！？：；…”）.!?:;]\s*$")
BEGINS = re.compile(
    r"[ \u3000]{2}|案例|[一二三四五六七八九十]+[、.]|\d+[、.．]"
    r"|[（(][一二三四五六七八九十\d]+[)）]"
)
# A line is full, and goes on in the next, when it is this long beside the others.
FULL = 0.85
BESIDE_CHINESE = re.compile(r"[^\x00-\u2e7f]")


def read_pdf(content: bytes) -> Converted:
    """The text of a PDF.

    Raises UnreadableDocument (DAMAGED, ENCRYPTED, NO_TEXT_LAYER, TOO_MANY_PAGES).
    """
    try:
        pages = _pages(content)
    except DependencyError:
        # A cipher for which a library would be needed.
        raise UnreadableDocument(Problem.ENCRYPTED) from None
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError):
        # What pypdf stumbles over in broken files is not only errors of its own.
        raise UnreadableDocument(Problem.DAMAGED, ".pdf") from None
    text = "\n".join(pages)
    words = len("".join(text.split()))
    unknown = len(UNKNOWN.findall(text))
    if words < LEAST_ON_A_PAGE * len(pages) or unknown > MOST_UNKNOWN * words:
        raise UnreadableDocument(Problem.NO_TEXT_LAYER, str(len(pages)))
    return Converted(paragraphs(pages), "pdf")


def _pages(content: bytes) -> list[str]:
    reader = PdfReader(BytesIO(content), strict=False)
    if (
        reader.is_encrypted
        # Without a password for opening it, only for changing it.
        and reader.decrypt("") == PasswordType.NOT_DECRYPTED
    ):
        raise UnreadableDocument(Problem.ENCRYPTED)
    count = len(reader.pages)
    if count > MOST_PAGES:
        raise UnreadableDocument(Problem.TOO_MANY_PAGES, str(count), str(MOST_PAGES))
    return [_characters(page.extract_text()) for page in reader.pages]


def _characters(text: str) -> str:
    """With characters in place of what only looks like them."""
    return COMPATIBLE.sub(
        lambda match: unicodedata.normalize("NFKC", match[0]), text.translate(RADICALS)
    )


def paragraphs(pages: list[str]) -> str:
    """The lines of the pages as paragraphs: a full line goes on in the next one.

    >>> print(paragraphs(["案例\\n2024年8月，河东警方抓获犯罪嫌\\n疑人3人。\\n- 1 -"]))
    案例
    <BLANKLINE>
    2024年8月，河东警方抓获犯罪嫌疑人3人。
    <BLANKLINE>
    """
    lines = [
        line.rstrip()
        for page in pages
        for line in page.splitlines()
        if line.strip() and not PAGE_NUMBER.fullmatch(line)
    ]
    widths = sorted(_width(line) for line in lines)
    usual = widths[len(widths) * 9 // 10] if widths else 0
    made: list[str] = []
    goes_on = False
    for line in lines:
        if goes_on and not BEGINS.match(line):
            made[-1] += _between(made[-1], line) + line.lstrip()
        else:
            made.append(line.strip(" "))
        goes_on = _width(line) >= FULL * usual and not ENDS.search(line)
    return "\n\n".join(made) + "\n"


def _width(line: str) -> int:
    """How wide a line is, in halves of a Chinese character."""
    return sum(1 + (character > "\u2e7f") for character in line)


def _between(before: str, after: str) -> str:
    """A space between Latin words; nothing beside Chinese."""
    edge = before[-1:] + after.lstrip()[:1]
    return "" if BESIDE_CHINESE.search(edge) else " "


if __name__ == "__main__":
    sys.exit(serve(read_pdf))
