"""The import page."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cases.models import Bulletin, Copy
from tests.actions.telling import TEXT
from tests.documents.files import archive

pytestmark = pytest.mark.django_db

PAGE = "/en/admin/cases/bulletin/import/"


def file(content: bytes | str, name: str = "通报.md") -> SimpleUploadedFile:
    """An uploaded file."""
    return SimpleUploadedFile(
        name, content.encode() if isinstance(content, str) else content
    )


def results(response) -> list[str]:
    """What the page says of each text."""
    items = re.findall(
        r'<li class="is-[\w-]+">(.*?)</li>', response.content.decode(), re.S
    )
    return [" ".join(re.sub(r"<[^>]+>", " ", item).split()) for item in items]


def test_a_file_is_read(desk):
    response = desk.post(PAGE, {"files": [file(TEXT)]})

    (result,) = results(response)
    assert re.fullmatch(
        r"通报.md read: 3 cases(, \d+ warnings?)? Review : 河东警方公布三起典型案例",
        result,
    )


def test_each_of_several_files_gets_its_own_answer(desk):
    response = desk.post(
        PAGE,
        {
            "files": [
                file("", "a.md"),
                file(b"\x89PNG\r\n\x1a\n", "b.txt"),
                file(TEXT, "c.md"),
                file(TEXT.encode("gb18030"), "d.txt"),
                file(TEXT, "e.docx"),
                file("今天天气很好，适合散步。", "f.md"),
            ]
        },
    )

    said = results(response)
    assert [line.split()[0] for line in said] == [
        *("a.md", "b.txt", "c.md", "d.txt", "e.docx", "f.md")
    ]
    assert "the file has no text in it" in said[0]
    assert "its name ends in .txt, but it is a .png file" in said[1]
    assert "read: 3 cases" in said[2]
    assert "already known Open it" in said[3]
    assert "the .docx file is damaged or cut off" in said[4]
    assert "no case was found Mark a case by hand" in said[5]
    assert Bulletin.objects.count() == 2


def test_a_pasted_text_is_stored_to_the_letter(desk):
    text = "\n  " + TEXT + "\n\n"

    desk.post(
        PAGE,
        {
            "text": text.replace("\n", "\r\n"),
            "account": "河东发布",
            "url": "https://example.org/1",
            "published": "2025-02-08",
        },
    )

    copy = Copy.objects.get()
    assert (copy.text, copy.account, copy.url, str(copy.published)) == (
        text,
        "河东发布",
        "https://example.org/1",
        "2025-02-08",
    )


def test_a_repost_is_offered_as_a_copy(desk):
    desk.post(PAGE, {"files": [file(TEXT)]})
    repost = TEXT.replace("网安在线", "平安周刊") + "更多内容"

    (result,) = results(desk.post(PAGE, {"text": repost}))

    assert "most of it is in this bulletin already: 河东警方公布三起典型案例" in result


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({}, "Choose files or paste a text."),
        ({"text": "  "}, "Choose files or paste a text."),
        ({"text": TEXT, "published": "someday"}, "Enter a valid date."),
        ({"text": TEXT, "url": "nowhere"}, "Enter a valid URL."),
    ],
)
def test_what_is_missing_or_wrong_is_said(desk, data, message):
    response = desk.post(PAGE, data)

    assert response.status_code == 422
    assert message in response.content.decode()
    assert not Bulletin.objects.exists()


def test_an_account_belongs_to_one_text(desk):
    response = desk.post(
        PAGE, {"files": [file(TEXT)], "text": TEXT, "account": "河东发布"}
    )

    assert "are those of one text" in response.content.decode()


def test_an_archive_has_no_single_account(desk):
    content = archive({"a.txt": TEXT.encode()})

    response = desk.post(PAGE, {"files": [file(content, "a.zip")], "account": "河东"})

    assert "are those of one text" in response.content.decode()


def test_each_file_of_an_archive_gets_its_own_answer(desk):
    content = archive({"a.txt": TEXT.encode(), "b.gif": b"GIF8"})

    said = results(desk.post(PAGE, {"files": [file(content, "all.zip")]}))

    assert said[0].startswith("all.zip/a.txt read: 3 cases")
    assert said[1].startswith("all.zip/b.gif not read: .gif files are not read")


def test_a_script_that_sends_one_file_gets_its_line_only(desk):
    response = desk.post(PAGE, {"files": [file(TEXT)], "part": "results"})

    assert response.content.decode().strip().startswith('<li class="is-read">')
    assert len(results(response)) == 1


def test_the_page_says_how_many_texts_wait_for_review(desk):
    desk.post(PAGE, {"files": [file(TEXT)]})

    html = desk.get("/en/admin/").content.decode()

    assert "河东警方公布三起典型案例" in html
    assert "Review the next one" in html
