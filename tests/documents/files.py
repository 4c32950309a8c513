"""Small files of each kind, made as their programs make them."""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

from pypdf import PdfReader, PdfWriter


def word(*paragraphs: str, body: str = "") -> bytes:
    """A Word file of paragraphs; ``body`` is markup behind them."""
    told = "".join(
        f"<w:p><w:r><w:t>{escape(one)}</w:t></w:r></w:p>" for one in paragraphs
    )
    parts = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/word/document.xml" ContentType="application/vnd.'
            'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
        ),
        "_rels/.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
            'relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/'
            'officeDocument/2006/relationships/officeDocument" '
            'Target="word/document.xml"/></Relationships>'
        ),
        "word/document.xml": (
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/'
            f'2006/main"><w:body>{told}{body}</w:body></w:document>'
        ),
    }
    return archive({name: part.encode() for name, part in parts.items()})


def archive(files: dict[str, bytes]) -> bytes:
    """A compressed archive."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return out.getvalue()


def pdf(*pages: list[str]) -> bytes:
    """A PDF of pages of lines, in a font whose codes are GBK."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    font = (
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H"
        " /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont"
        " /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1)"
        " /Supplement 2 >> /DW 1000 >>] >>"
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        font,
    ]
    for number, lines in enumerate(pages):
        told = "".join(f"<{line.encode('gbk').hex()}> Tj T* " for line in lines)
        stream = f"BT /F1 12 Tf 50 780 Td 16 TL {told}ET"
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
            " /Resources << /Font << /F1 3 0 R >> >>"
            f" /Contents {5 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out = b"%PDF-1.4\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{one}\nendobj\n".encode()
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
    return out + b"startxref\n%d\n%%%%EOF\n" % start


def locked_pdf(content: bytes, password: str) -> bytes:
    """The PDF with a password for opening it; empty: only for changing it."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
