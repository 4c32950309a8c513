"""From bytes to stored text: text files, and what is none."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.documents import (
    MAX_BYTES,
    Document,
    Kind,
    Problem,
    UnreadableDocument,
    read_document,
    read_pasted,
    squash,
)
from tests.documents.files import archive, pdf, word

TEXT = "案例一：于某某贩卖账号案\n2024年8月，运城公安机关抓获犯罪嫌疑人3人。\n"
TRADITIONAL = "警方查獲詐騙集團，犯罪嫌疑人張某某等三人到案，涉案金額二百萬元。\n"
# How Office keeps what a password protects, as far as it matters here.
OFFICE_LOCKED = b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf_16_le")


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TEXT.encode(), "utf_8"),
        (TEXT.encode("utf-8-sig"), "utf_8"),
        (TEXT.encode("gb18030"), "gb18030"),
        (TEXT.encode("gb2312"), "gb18030"),
        (TEXT.encode("utf_16"), "utf_16"),
        (TEXT.encode("utf_16_le"), "utf_16_le"),
        (TEXT.encode("utf_16_be"), "utf_16_be"),
        (b"\xfe\xff" + TEXT.encode("utf_16_be"), "utf_16"),
        (TEXT.replace("\n", "\r\n").encode(), "utf_8"),
        (TEXT.replace("\n", "\r").encode("gb18030"), "gb18030"),
        (TEXT.replace("，", "，\0").encode(), "utf_8"),
    ],
)
def test_the_stored_text_is_the_same_however_it_is_encoded(content, encoding):
    document = read_document(content, "通报.md")

    assert (document.text, document.encoding) == (TEXT, encoding)


@pytest.mark.parametrize("encoding", ["utf_8", "big5", "gb18030"])
def test_traditional_text_is_read_in_the_encodings_that_hold_it(encoding):
    document = read_document(TRADITIONAL.encode(encoding), "通報.txt")

    assert (document.text, document.encoding) == (TRADITIONAL, encoding)


def test_the_bytes_are_kept_as_they_came():
    content = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()

    assert read_document(content, "a.txt").content == content


def test_nothing_but_line_ends_is_changed():
    text = "  # 标题  \n\n\u200b　正文\t１２\ufeff\n\n\n"

    assert read_document(text.encode(), "a.md").text == text


@pytest.mark.parametrize(
    ("content", "filename", "problem", "values"),
    [
        (b"", "a.md", Problem.EMPTY, ()),
        (" \r\n\u200b **\n".encode(), "a.md", Problem.EMPTY, ()),
        (b"%PDF-1.7 ...", "a.txt", Problem.MISLABELLED, (".txt", ".pdf")),
        (b"\x89PNG\r\n\x1a\n", "a.pdf", Problem.MISLABELLED, (".pdf", ".png")),
        (archive({"a.txt": b"a"}), "a.docx", Problem.MISLABELLED, (".docx", ".zip")),
        (word("案例一"), "a.zip", Problem.MISLABELLED, (".zip", ".docx")),
        (word("案例一"), "a", Problem.MISLABELLED, ("–", ".docx")),
        (b"\xd0\xcf\x11\xe0 old", "a.docx", Problem.MISLABELLED, (".docx", ".doc")),
        (OFFICE_LOCKED, "a.docx", Problem.ENCRYPTED, ()),
        (word("案例一")[:300], "a.docx", Problem.DAMAGED, (".docx",)),
        (TEXT.encode(), "a.docx", Problem.DAMAGED, (".docx",)),
        (TEXT.encode(), "a.pdf", Problem.DAMAGED, (".pdf",)),
        (archive({"a.txt": b"a"}), "a.zip", Problem.ARCHIVE_INSIDE, ()),
        (bytes(range(256)) * 20, "a.txt", Problem.BINARY, ()),
        (b"\x01\x02\x03text", "a.txt", Problem.BINARY, ()),
        (
            "犯人を逮捕しました。東京の警視庁が発表した。".encode("shift_jis"),
            "a",
            Problem.UNKNOWN_ENCODING,
            (),
        ),
        (TEXT.encode()[:-2] + b"\xff", "a.md", Problem.UNKNOWN_ENCODING, ()),
        (b"x" * (MAX_BYTES[Kind.TEXT] + 1), "a.txt", Problem.TOO_LARGE, ("5.0", "5")),
        (TEXT.encode(), "通报.WPS", Problem.UNKNOWN_TYPE, (".wps",)),
    ],
)
def test_what_is_no_text_says_why(content, filename, problem, values):
    with pytest.raises(UnreadableDocument) as caught:
        read_document(content, filename)

    assert (caught.value.problem, caught.value.values) == (problem, values)


def test_a_file_of_exactly_the_largest_size_is_read():
    most = MAX_BYTES[Kind.TEXT]

    assert len(read_document(b"x" * most, "a.txt").text) == most


def test_upload_and_paste_of_one_text_have_one_key():
    uploaded = read_document(TEXT.encode("gb18030"), "通报.txt")
    pasted = read_pasted(TEXT.replace("\n", "\r\n").strip())

    assert uploaded.content_key == pasted.content_key


def test_exports_of_one_article_are_equal_when_squashed():
    markdown = (
        '**案例一**  \n\n![](https://example.org/a.png "")\n'
        "[于某某](https://example.org/?id=1)贩卖账号"
    )

    assert squash(markdown) == squash("<p>案例一</p>\n　于某某 贩卖\u200b账号\n")


def test_another_text_has_another_key():
    assert read_pasted(TEXT).content_key != read_pasted(TEXT + "完").content_key


@pytest.mark.parametrize(
    ("content", "filename", "encoding"),
    [
        (word("案例一：某案", "2024年8月，抓获3人。"), "通报.docx", "docx"),
        (pdf(["案例一：某案", "2024年8月，抓获3人。"]), "通报.PDF", "pdf"),
        (
            "<p>案例一：某案<p>2024年8月，抓获3人。".encode("gb18030"),
            "通报.htm",
            "gb18030",
        ),
    ],
)
def test_other_kinds_are_read_in_a_process_of_their_own(content, filename, encoding):
    document = read_document(content, filename)

    assert document == Document(
        filename, content, "案例一：某案\n\n2024年8月，抓获3人。\n", encoding
    )


@pytest.mark.parametrize(
    ("content", "problem", "values"),
    [
        (b"%PDF-1.7\nnothing more", Problem.DAMAGED, (".pdf",)),
        (pdf([""]), Problem.NO_TEXT_LAYER, ("1",)),
    ],
)
def test_its_reason_comes_back(content, problem, values):
    with pytest.raises(UnreadableDocument) as caught:
        read_document(content, "a.pdf")

    assert (caught.value.problem, caught.value.values) == (problem, values)


@given(st.text())
def test_a_text_comes_through_paste_or_is_refused_with_a_reason(text):
    try:
        document = read_pasted(text)
    except UnreadableDocument as error:
        assert error.problem in {Problem.EMPTY, Problem.BINARY}
    else:
        assert "\r" not in document.text and "\0" not in document.text
        assert read_document(document.content).text == document.text


def test_any_bytes_give_a_text_or_a_reason():
    source = random.Random(7)
    for length in range(1, 200):
        content = source.randbytes(length)
        try:
            assert read_document(content).text
        except UnreadableDocument as error:
            assert error.problem in Problem
