"""Word files and PDF."""

from __future__ import annotations

import pytest

from cases.documents.apart import Converted
from cases.documents.document import Problem, UnreadableDocument
from cases.documents.pdf import MOST_PAGES, paragraphs, read_pdf
from cases.documents.word import read_word
from tests.documents.files import archive, locked_pdf, pdf, word

LINE = "2024年8月，河东警方抓获犯罪嫌疑人3人。"
TABLE = (
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)


def reason(read, content: bytes) -> tuple[Problem, tuple[str, ...]]:
    """Why the file is refused."""
    with pytest.raises(UnreadableDocument) as caught:
        read(content)
    return caught.value.problem, caught.value.values


def test_a_word_file_is_its_paragraphs_and_the_cells_of_its_tables():
    assert read_word(word("案例一：“A & B”案", LINE, body=TABLE)) == Converted(
        f"案例一：“A & B”案\n\n{LINE}\n\n甲\n\n乙\n", "docx"
    )


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (word(""), Problem.EMPTY),
        (word("x" * 30_000_000), Problem.EXPANDS),
        (archive({"word/document.xml": b"<w:document"}), Problem.DAMAGED),
    ],
)
def test_a_word_file_without_words_or_with_far_too_many_is_refused(content, problem):
    assert reason(read_word, content)[0] == problem


def test_the_lines_of_a_pdf_become_paragraphs_across_pages():
    first = ["2024年8月，河东警方抓获犯罪嫌疑", "人3人，涉案金额共计20万余元，其中"]
    second = [
        "两人已被采取刑事强制措施。",
        "案例二：2024年9月，河东警方又抓获",
        "一人。",
    ]

    made = read_pdf(pdf(["河东警方公布案例", *first, "- 1 -"], second))

    assert made == Converted(
        "河东警方公布案例\n\n"
        "2024年8月，河东警方抓获犯罪嫌疑人3人，涉案金额共计20万余元，其中两人已被采取"
        "刑事强制措施。\n\n"
        "案例二：2024年9月，河东警方又抓获一人。\n",
        "pdf",
    )


def test_latin_words_stay_apart_where_lines_are_joined():
    assert paragraphs(["the first line of all\nand the next"]) == (
        "the first line of all and the next\n"
    )


def test_a_password_for_changing_a_pdf_is_no_hindrance_to_reading_it():
    assert read_pdf(locked_pdf(pdf([LINE]), "")).text == f"{LINE}\n"


@pytest.mark.parametrize(
    ("content", "problem", "values"),
    [
        (locked_pdf(pdf([LINE]), "secret"), Problem.ENCRYPTED, ()),
        (pdf([""], ["1"]), Problem.NO_TEXT_LAYER, ("2",)),
        (pdf([LINE])[:300], Problem.DAMAGED, (".pdf",)),
        (
            pdf(*([LINE] for _page in range(MOST_PAGES + 1))),
            Problem.TOO_MANY_PAGES,
            ("301", "300"),
        ),
    ],
)
def test_a_pdf_that_gives_no_text_says_why(content, problem, values):
    assert reason(read_pdf, content) == (problem, values)


def test_shapes_of_radicals_become_characters_and_wide_punctuation_stays():
    # Fonts map glyphs to them; a page of such a font says so in its own table.
    content = pdf([LINE])
    table = (
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange"
        b" <0000> <ffff> endcodespacerange 4 beginbfchar <b0a1> <2ed3> <b0a2> <2f00>"
        b" <b0a3> <ff0c> <b0a4> <2f3e> endbfchar endcmap end"
    )
    content = content.replace(
        b"/Encoding /GBK-EUC-H",
        b"/Encoding /Identity-H /ToUnicode %d 0 R" % 6,
    ).replace(LINE.encode("gbk").hex().encode(), b"b0a1b0a2b0a3b0a4" * 12)
    content += b"\n6 0 obj\n<< /Length %d >>\nstream\n%b\nendstream\nendobj\n" % (
        len(table),
        table,
    )  # The list of objects is then wrong: readers repair it.

    assert read_pdf(content).text == "长一，户" * 12 + "\n"
