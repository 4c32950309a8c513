"""Archives of files."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from cases.documents import UnreadableDocument, read_files
from cases.documents.archives import MOST_FILES
from tests.documents.files import archive, pdf, word

TEXT = "2024年8月，运城公安机关抓获犯罪嫌疑人3人。"


def told(content: bytes, name: str = "通报.zip") -> dict[str, str]:
    """The text or the problem of each file by its name."""
    return {
        one.name: one.found.problem
        if isinstance(one.found, UnreadableDocument)
        else one.found.text.strip()
        for one in read_files(content, name)
    }


def test_each_file_of_an_archive_is_told_apart():
    content = archive(
        {
            "a.txt": TEXT.encode("gb18030"),
            "sub/b.docx": word(TEXT),
            "sub/c.pdf": pdf([TEXT]),
            "d.html": f"<p>{TEXT}".encode(),
            "empty.md": b"",
            "picture.png": b"\x89PNG",
            "broken.docx": b"PK\x03\x04",
            "again.zip": archive({"a.txt": TEXT.encode()}),
            "again.rar": b"Rar!",
            "__MACOSX/._a.txt": b"x",
            "sub/.DS_Store": b"x",
        }
    )

    assert told(content) == {
        "通报.zip/a.txt": TEXT,
        "通报.zip/sub/b.docx": TEXT,
        "通报.zip/sub/c.pdf": TEXT,
        "通报.zip/d.html": TEXT,
        "通报.zip/empty.md": "empty",
        "通报.zip/picture.png": "unknown-type",
        "通报.zip/broken.docx": "damaged",
        "通报.zip/again.zip": "archive-inside",
        "通报.zip/again.rar": "archive-inside",
    }


def test_no_path_leads_out_of_an_archive():
    content = archive({"../../etc/a.txt": TEXT.encode(), "/root/b.txt": b"b"})

    assert list(told(content)) == ["通报.zip/etc/a.txt", "通报.zip/root/b.txt"]


def test_names_written_by_chinese_windows_are_read():
    # Written as the bytes of GB18030, without the mark of UTF-8.
    content = archive({"ABCD.txt": TEXT.encode()}).replace(
        b"ABCD.txt", "通报".encode("gb18030") + b".txt"
    )

    assert list(told(content)) == ["通报.zip/通报.txt"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (archive({}), "empty"),
        (archive({"a.txt": TEXT.encode()})[:-30], "damaged"),
        (
            archive({f"{n}.txt": b"a" for n in range(MOST_FILES + 1)}),
            "too-many-files",
        ),
        (archive({"a.txt": b"\0" * 2_000_000}), "expands"),
        (b"", "empty"),
        (TEXT.encode(), "damaged"),
    ],
)
def test_an_archive_that_is_not_opened_says_why(content, problem):
    assert told(content) == {"通报.zip": problem}


def test_a_file_larger_than_its_kind_may_be_is_not_unpacked():
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("a.txt", b"x" * (5 * 1024 * 1024 + 1))

    assert told(out.getvalue()) == {"通报.zip/a.txt": "too-large"}


def test_a_file_behind_a_password_is_told_apart():
    content = bytearray(archive({"a.txt": TEXT.encode(), "b.txt": TEXT.encode()}))
    # The flag in the list of files of the archive.
    content[content.index(b"PK\x01\x02") + 8] |= 1

    assert told(bytes(content)) == {
        "通报.zip/a.txt": "encrypted",
        "通报.zip/b.txt": TEXT,
    }


def test_a_file_whose_bytes_were_changed_is_told_apart():
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("a.txt", TEXT)
        made.writestr("b.txt", "B" + TEXT)
    content = out.getvalue().replace(TEXT.encode(), TEXT.encode()[:-1] + b"!", 1)

    assert told(content) == {
        "通报.zip/a.txt": "damaged",
        "通报.zip/b.txt": "B" + TEXT,
    }


def test_a_file_by_itself_is_one():
    assert told(TEXT.encode(), "a.txt") == {"a.txt": TEXT}
