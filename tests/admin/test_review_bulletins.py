"""The review page on the bulletin itself: its values, copies and history."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cases.actions.correcting import save_bulletin, save_case
from tests.actions.telling import TEXT
from tests.admin.review_page import page_of
from tests.factories import BulletinFactory, CaseFactory

pytestmark = pytest.mark.django_db


def test_what_is_said_of_the_bulletin_is_saved(desk, bulletin):
    desk.post(
        reverse("admin:bulletin-save", args=[bulletin.pk]),
        {"bulletin-title": "新题", "bulletin-published": "2025-01-09"},
    )

    bulletin.refresh_from_db()
    assert (bulletin.title, str(bulletin.published)) == ("新题", "2025-01-09")


def test_an_import_is_undone(desk, bulletin):
    response = desk.post(reverse("admin:bulletin-discard", args=[bulletin.pk]))

    assert response["Location"] == reverse("admin:index")
    assert not type(bulletin).objects.exists()


def test_a_bulletin_that_is_gone_is_not_found(desk):
    assert desk.get(reverse("admin:bulletin-review", args=[0])).status_code == 404


@pytest.mark.parametrize("more", [0, 7])
def test_the_number_of_queries_does_not_grow_with_the_cases(
    desk, bulletin, cases, editor, more, django_assert_num_queries
):
    for _number in range(more):
        case = CaseFactory(bulletin=bulletin, copy=cases[0].copy, passage_end=20)
        save_case(case=case, values={"month": "2024-01"}, by=editor)
    path = reverse("admin:bulletin-review", args=[bulletin.pk])
    desk.get(path)

    with django_assert_num_queries(17):
        desk.get(path)


@pytest.fixture
def resembling(bulletin):
    """The made-up bulletin, which seems to be a copy of an older one."""
    original = BulletinFactory(title="原通报", created_by=bulletin.created_by)
    bulletin.likely_copy_of = original
    bulletin.save()
    return original


def test_a_likely_copy_asks_before_anything_else(desk, bulletin, resembling):
    html = page_of(desk, bulletin)

    assert "Most of these cases are in another bulletin already" in html
    assert "Publish 1 case" not in html


def test_a_likely_copy_is_joined_to_the_other_bulletin(desk, bulletin, resembling):
    response = desk.post(reverse("admin:bulletin-join", args=[bulletin.pk]))

    assert response["Location"] == reverse(
        "admin:bulletin-review", args=[resembling.pk]
    )
    assert resembling.copies.get().text == TEXT


def test_or_kept_apart(desk, bulletin, resembling):
    desk.post(reverse("admin:bulletin-keep-apart", args=[bulletin.pk]))

    assert "Publish 1 case" in page_of(desk, bulletin)


def test_an_unread_bulletin_says_why_and_can_be_read_again(desk, bulletin):
    bulletin.cases.all().delete()
    bulletin.state, bulletin.reading_error = "unread", "ValueError: no such line"
    bulletin.save()
    assert "ValueError: no such line" in page_of(desk, bulletin)

    desk.post(reverse("admin:bulletin-read-again", args=[bulletin.pk]))

    assert bulletin.cases.count() == 3
    assert "ValueError" not in page_of(desk, bulletin)


def test_another_accounts_text_is_added_as_a_copy(desk, bulletin):
    path = reverse("admin:bulletin-add-copy", args=[bulletin.pk])
    text = "平安周刊转载：" + TEXT

    desk.post(
        path,
        {
            "copy-file": SimpleUploadedFile("转载.md", text.encode()),
            "copy-account": "平安周刊",
            "copy-published": "2025-01-20",
        },
    )

    bulletin.refresh_from_db()
    assert [copy.account for copy in bulletin.copies.all()] == ["平安周刊", "网安在线"]
    assert str(bulletin.published) == "2025-01-20"

    refused = desk.post(path, {"copy-file": SimpleUploadedFile("空.md", b" ")})
    assert refused.status_code == 422


def test_the_history_of_a_bulletin_tells_what_changed(desk, bulletin, editor):
    values = {"title": "山西公安通报", "account": "晋网在线"}
    save_bulletin(
        bulletin=bulletin, copy=bulletin.primary_copy, values=values, by=editor
    )

    html = page_of(desk, bulletin)

    assert re.findall(r"bianji: (corrected.*?)</li>", html) == [
        "corrected: account, 网安在线 → 晋网在线",
        "corrected: title, 河东警方公布三起典型案例 → 山西公安通报",
    ]
