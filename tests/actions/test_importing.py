"""From files and pasted texts to bulletins, and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from cases.actions.correcting import save_case
from cases.actions.errors import ActionRefused
from cases.actions.importing import (
    Origin,
    Outcome,
    add_copy,
    discard_bulletin,
    import_bulletin,
    import_files,
    import_pasted,
    join_bulletin,
    keep_apart,
    read_again,
    take_in,
)
from cases.actions.publishing import publish_case
from cases.models import Bulletin, Case, Copy, Event
from tests.actions.telling import READING, TEXT, YUNCHENG
from tests.documents.files import archive, word
from tests.factories import BulletinFactory, CopyFactory, UserFactory

pytestmark = pytest.mark.django_db

NO_CASE = "如何设置安全的密码？专家建议定期更换，并开启两步验证。"
# The same article in another account's export.
REPOST = (
    "**转载 | 河东警方公布案例**\n\n 平安周刊   2025-01-20 08:00\n\n"
    + TEXT[TEXT.index("案例一") :].replace("案例一：", "案例1 ")
    + "\n更多内容请看主页\n"
)


def import_text(text, by, filename="通报.md", **more):
    """Import a text as a UTF-8 file."""
    return import_bulletin(content=text.encode(), filename=filename, by=by, **more)


def test_a_file_becomes_a_bulletin_with_drafts(editor):
    imported = import_text(TEXT, editor)

    bulletin = imported.bulletin
    assert (imported.outcome, imported.cases, imported.problem) == (Outcome.READ, 3, "")
    assert (bulletin.title, bulletin.published, bulletin.state) == (
        "河东警方公布三起典型案例",
        date(2025, 2, 10),
        "in-review",
    )
    copy = bulletin.primary_copy
    assert (copy.account, copy.filename, copy.encoding, copy.text) == (
        "网安在线",
        "通报.md",
        "utf_8",
        TEXT,
    )
    assert [case.status for case in bulletin.cases.all()] == ["draft"] * 3
    assert [(event.action, event.after) for event in bulletin.events.all()] == [
        ("imported", "通报.md")
    ]


def test_the_importer_knows_better_than_the_text(editor):
    origin = Origin("河东发布", "https://example.org/1", date(2025, 2, 8))

    bulletin = import_text(TEXT, editor, origin=origin).bulletin

    copy = bulletin.primary_copy
    assert (copy.account, copy.url, copy.published) == (
        "河东发布",
        "https://example.org/1",
        date(2025, 2, 8),
    )
    assert bulletin.published == date(2025, 2, 8)


def test_the_same_text_again_is_answered_with_its_bulletin(editor, publisher):
    known = import_text(TEXT, editor).bulletin

    again = [
        import_text(TEXT, publisher, filename="other.txt"),
        import_bulletin(content=TEXT.encode("gb18030"), filename="a.md", by=editor),
        import_pasted(text=TEXT.replace("\n", "\r\n").strip(), by=editor),
    ]

    assert [(one.outcome, one.bulletin) for one in again] == [
        (Outcome.KNOWN, known)
    ] * 3
    assert Copy.objects.count() == 1


@pytest.mark.parametrize(
    ("content", "filename"),
    [(b"", "a.md"), (b"\x89PNG\r\n", "a.txt"), (TEXT.encode(), "a.docx")],
)
def test_what_is_no_text_is_not_kept(editor, content, filename):
    imported = import_bulletin(content=content, filename=filename, by=editor)

    assert (imported.outcome, imported.bulletin) == (Outcome.NOT_READ, None)
    assert imported.problem
    assert not Bulletin.objects.exists()


def test_a_text_without_a_case_is_kept_for_marking_by_hand(editor):
    imported = import_text(NO_CASE, editor)

    assert (imported.outcome, imported.cases) == (Outcome.NOT_READ, 0)
    assert imported.problem
    assert (imported.bulletin.state, imported.bulletin.title) == ("in-review", NO_CASE)


@pytest.mark.parametrize(
    ("reading", "failure"),
    [
        (replace(READING, cases=()), "ValueError: no such line"),
        (
            replace(READING, cases=(YUNCHENG, replace(YUNCHENG, span=(0, 99_999)))),
            "",
        ),
    ],
)
def test_a_failed_reading_loses_nothing(editor, reading, failure):
    copy = CopyFactory(text=TEXT, bulletin__created_by=editor)

    imported = take_in(copy=copy, reading=reading, failure=failure)

    bulletin = Bulletin.objects.get()
    assert (imported.outcome, imported.bulletin) == (Outcome.NOT_READ, bulletin)
    assert bulletin.state == "unread"
    assert bulletin.reading_error
    assert bulletin.copies.get().text == TEXT
    assert not Case.objects.exists()


def test_an_unread_bulletin_can_be_read_again(editor):
    copy = CopyFactory(text=TEXT, bulletin__created_by=editor)
    bulletin = copy.bulletin
    bulletin.primary_copy = copy
    bulletin.state, bulletin.reading_error = "unread", "ValueError"
    bulletin.save()

    imported = read_again(bulletin=bulletin, by=editor)

    bulletin.refresh_from_db()
    assert (imported.outcome, imported.cases) == (Outcome.READ, 3)
    assert (bulletin.state, bulletin.reading_error) == ("in-review", "")


def test_untouched_drafts_are_replaced_and_touched_ones_are_not(editor):
    bulletin = import_text(TEXT, editor).bulletin
    read_again(bulletin=bulletin, by=editor)
    assert [case.number for case in bulletin.cases.order_by("number")] == [1, 2, 3]

    save_case(case=bulletin.cases.first(), values={"month": "2024-01"}, by=editor)

    with pytest.raises(ActionRefused):
        read_again(bulletin=bulletin, by=editor)


def test_a_repost_is_offered_as_a_copy(editor):
    known = import_text(TEXT, editor).bulletin

    imported = import_text(REPOST, editor)

    assert (imported.outcome, imported.original) == (Outcome.LIKELY_COPY, known)
    assert imported.bulletin.likely_copy_of == known


def test_a_repost_becomes_a_copy_and_its_date_the_earliest_known(editor):
    known = import_text(TEXT, editor).bulletin
    repost = import_text(REPOST, editor).bulletin

    join_bulletin(bulletin=repost, into=known, by=editor)

    known.refresh_from_db()
    assert list(Bulletin.objects.all()) == [known]
    assert [(copy.account, copy.published) for copy in known.copies.all()] == [
        ("平安周刊", date(2025, 1, 20)),
        ("网安在线", date(2025, 2, 10)),
    ]
    assert (known.published, known.cases.count()) == (date(2025, 1, 20), 3)
    assert known.events.filter(action=Event.Action.COPY_ADDED).count() == 1


def test_a_resemblance_can_be_denied(editor, publisher):
    import_text(TEXT, editor)
    repost = import_text(REPOST, editor).bulletin

    keep_apart(bulletin=repost, by=editor)

    repost.refresh_from_db()
    assert repost.likely_copy_of is None
    publish_case(case=repost.cases.get(number=1), by=publisher)


def test_a_bulletin_is_not_joined_to_itself(editor):
    bulletin = import_text(TEXT, editor).bulletin

    with pytest.raises(ActionRefused):
        join_bulletin(bulletin=bulletin, into=bulletin, by=editor)


def test_a_copy_can_be_added_to_its_bulletin(editor):
    known = import_text(TEXT, editor).bulletin

    copy = add_copy(
        bulletin=known, content=REPOST.encode(), filename="转载.md", by=editor
    )

    known.refresh_from_db()
    assert (copy.account, known.published) == ("平安周刊", date(2025, 1, 20))
    with pytest.raises(ActionRefused):
        add_copy(bulletin=known, content=REPOST.encode(), filename="b.md", by=editor)


def test_an_import_can_be_undone(editor):
    bulletin = import_text(TEXT, editor).bulletin
    save_case(case=bulletin.cases.first(), values={"month": "2024-01"}, by=editor)

    discard_bulletin(bulletin=bulletin, by=editor)

    assert not Bulletin.objects.exists()
    assert not Copy.objects.exists()


def test_what_was_public_is_not_deleted(editor, publisher):
    bulletin = import_text(TEXT, editor).bulletin
    publish_case(case=bulletin.cases.get(number=1), by=publisher)

    for undo in (
        lambda: discard_bulletin(bulletin=bulletin, by=editor),
        lambda: join_bulletin(bulletin=bulletin, into=BulletinFactory(), by=editor),
    ):
        with pytest.raises(ActionRefused):
            undo()

    assert bulletin.cases.count() == 3


def test_each_file_of_an_archive_is_imported_by_itself(editor):
    files = {"a.txt": TEXT.encode("gb18030"), "b.docx": b"", "c.docx": word(NO_CASE)}

    done = list(import_files(content=archive(files), filename="all.zip", by=editor))

    assert [(one.name, one.outcome, one.cases) for one in done] == [
        ("all.zip/a.txt", Outcome.READ, 3),
        ("all.zip/b.docx", Outcome.NOT_READ, 0),
        ("all.zip/c.docx", Outcome.NOT_READ, 0),
    ]
    assert [bytes(copy.content) for copy in Copy.objects.order_by("filename")] == [
        files["a.txt"],
        files["c.docx"],
    ]


def test_a_saved_page_brings_its_address(editor):
    page = f"<link rel=canonical href='https://example.org/1'>{TEXT}"

    (done,) = import_files(content=page.encode(), filename="a.html", by=editor)

    assert done.bulletin.primary_copy.url == "https://example.org/1"


def test_who_may_not_import_unpacks_nothing(db):
    with pytest.raises(PermissionDenied):
        next(import_files(content=b"", filename="a.zip", by=UserFactory()))
