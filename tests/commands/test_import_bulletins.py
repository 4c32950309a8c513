"""manage.py import_bulletins and load_samples"""

from __future__ import annotations

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from cases.models import Bulletin, Case
from tests.actions.telling import TEXT
from tests.documents.files import archive
from tests.factories import BulletinFactory, UserFactory, user_with_role

pytestmark = pytest.mark.django_db

FLAGGED = "2024年5月，长治市公安局抓获诈骗嫌疑人王小明，采取刑事强制措施。"


@pytest.fixture
def publisher():
    """The one who may publish."""
    return user_with_role("publisher", username="fabu")


def run(*arguments) -> list[str]:
    """The lines that the command prints."""
    out = StringIO()
    try:
        call_command("import_bulletins", *map(str, arguments), stdout=out)
    except CommandError as error:
        return [*out.getvalue().splitlines(), f"failed: {error}"]
    return out.getvalue().splitlines()


def test_files_and_folders_are_imported_with_a_line_each(tmp_path, publisher):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "sub" / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "b.txt").write_text(TEXT, encoding="gb18030")

    lines = run(tmp_path / "sub", tmp_path / "b.txt")

    bulletin = Bulletin.objects.get()
    assert len(lines) == 3
    assert lines[0].startswith(f"{tmp_path}/sub/a.md: read, 3 cases, ")
    assert lines[0].endswith(f" (bulletin {bulletin.pk})")
    assert lines[1] == f"{tmp_path}/b.txt: already known (bulletin {bulletin.pk})"
    assert lines[2] == (
        "2 files: 1 read, 1 already known, perhaps 0 copies, 0 not read;"
        " 3 cases, 0 published"
    )
    assert bulletin.created_by == publisher


def test_the_files_of_an_archive_get_a_line_each(tmp_path, publisher):
    files = {"a.txt": TEXT.encode("gb18030"), "b.png": b""}
    (tmp_path / "all.zip").write_bytes(archive(files))

    lines = run(tmp_path)

    assert lines[0].startswith(f"{tmp_path}/all.zip/a.txt: read, 3 cases, ")
    assert lines[1].startswith(f"{tmp_path}/all.zip/b.png: not read: .png files")
    assert lines[2].startswith("2 files: 1 read, ")


def test_a_file_that_fails_stops_no_other_and_fails_the_command(tmp_path, publisher):
    (tmp_path / "empty.md").touch()
    (tmp_path / "good.md").write_text(TEXT, encoding="utf-8")

    lines = run(tmp_path / "missing.md", tmp_path / "empty.md", tmp_path / "good.md")

    assert "not read: [Errno 2]" in lines[0]
    assert lines[1].endswith("empty.md: not read: the file has no text in it")
    assert "good.md: read, 3 cases" in lines[2]
    assert lines[-1] == "failed: Not read: 2 files."


def test_a_single_one_is_told_as_one(tmp_path, publisher):
    text = "2024年5月，长治市公安局抓获诈骗嫌疑人王某某，采取刑事强制措施。"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    (tmp_path / "b.png").touch()

    lines = run(tmp_path / "a.md", tmp_path / "b.png")

    assert re.sub(r"\d+ warnings?", "…", lines[0]) == (
        f"{tmp_path}/a.md: read, 1 case, … (bulletin {Bulletin.objects.get().pk})"
    )
    assert lines[2:] == [
        (
            "2 files: 1 read, 0 already known, perhaps 0 copies, 1 not read;"
            " 1 case, 0 published"
        ),
        "failed: Not read: 1 file.",
    ]


def test_publishing_leaves_what_is_flagged_and_says_why(tmp_path, publisher):
    (tmp_path / "flagged.md").write_text(FLAGGED, encoding="utf-8")

    lines = run(tmp_path, "--publish")

    assert "case 1 stays a draft: suspect's name in full: 王小明" in lines[1]
    assert lines[-1].endswith("; 1 case, 0 published")
    assert not Case.objects.published().exists()


def test_a_known_bulletin_is_not_published_by_importing_it_again(tmp_path, publisher):
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    run(tmp_path)

    run(tmp_path, "--publish")

    assert not Case.objects.published().exists()


def test_it_acts_in_the_name_of_a_user_with_the_right_to(tmp_path):
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")

    assert run(tmp_path) == ["failed: Nobody may publish yet: name a user with --by."]
    assert run(tmp_path, "--by", "nobody") == ["failed: There is no user 'nobody'."]
    UserFactory(username="guest")
    assert run(tmp_path, "--by", "guest") == ["failed: guest may not import."]
    editor = user_with_role("editor", username="bianji")
    assert run(tmp_path, "--by", "bianji", "--publish")[-1] == (
        "failed: bianji may not publish."
    )
    assert Bulletin.objects.get().created_by == editor


def test_the_samples_fill_an_empty_catalogue(publisher):
    out = StringIO()

    call_command("load_samples", stdout=out)

    bulletins = Bulletin.objects.all()
    published = Case.objects.published()
    assert len(bulletins) >= 2 and all(one.is_sample for one in bulletins)
    assert published.count() == Case.objects.count() >= 40
    assert out.getvalue() == (
        f"{len(bulletins)} sample bulletins, {published.count()} published cases\n"
    )
    assert {one.status_by for one in published} == {publisher}
    assert all(one.primary_copy.published for one in bulletins)


def test_a_catalogue_in_use_gets_no_samples(publisher):
    BulletinFactory()

    call_command("load_samples", stdout=StringIO())

    assert Bulletin.objects.count() == 1
