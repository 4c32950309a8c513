"""Reports at the desk."""

from __future__ import annotations

import re

import pytest

from cases.actions.reports import answer_report, take_report
from cases.models import Report
from tests.factories import CaseFactory
from tests.views.test_list import visible

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(db) -> Report:
    """A reader's report about a public case, with a contact."""
    return take_report(
        case=CaseFactory(is_published=True),
        kind="personal-data",
        words="第二段有住址。",
        contact="reader@example.org",
        language="zh-hans",
        address="198.51.100.7",
    )


def test_the_list_has_the_state_and_no_contact(client, editor, report):
    client.force_login(editor)

    html = client.get("/en/admin/cases/report/").content.decode()

    assert "第二段有住址。" in html
    assert "waiting" in visible(html)
    assert "reader@example.org" not in html

    answer_report(report=report, answer="已遮盖", by=editor)

    html = client.get("/en/admin/cases/report/?state=answered").content.decode()
    assert "answered by bianji on" in visible(html)
    html = client.get("/en/admin/cases/report/?state=waiting").content.decode()
    assert "第二段有住址。" not in html


def test_the_front_page_says_what_waits_until_it_is_answered(client, editor, report):
    client.force_login(editor)
    told = "1 reader’s report waits for an answer"

    assert told in client.get("/en/admin/").content.decode()

    answer_report(report=report, answer="已遮盖", by=editor)

    assert told not in client.get("/en/admin/").content.decode()


def test_a_report_is_answered_at_its_page(client, editor, report):
    client.force_login(editor)
    address = f"/en/admin/cases/report/{report.pk}/"

    html = client.get(address).content.decode()
    response = client.post(f"{address}answer/", {"answer": "已遮盖"}, follow=True)

    assert "reader@example.org" in html
    assert "于某某等人破坏计算机信息系统案" in html
    words = visible(response.content.decode())
    assert "The report is answered." in words
    assert "answered by bianji at" in words
    assert "Mark as answered" not in words


def test_an_answer_without_words_is_asked_for_some(client, editor, report):
    client.force_login(editor)

    response = client.post(
        f"/en/admin/cases/report/{report.pk}/answer/", {"answer": " "}, follow=True
    )

    assert "Say what was done, in a few words." in response.content.decode()
    assert Report.objects.waiting().exists()


def test_the_contact_is_deleted_by_hand_behind_the_answer_and_a_question(
    client, editor, report
):
    client.force_login(editor)
    address = f"/en/admin/cases/report/{report.pk}/"

    html = client.get(address).content.decode()
    main = html[html.index("<h1>") :]
    response = client.post(f"{address}forget/", follow=True)

    assert re.findall(r"<(details|button)[^>]*>(?:\s*<summary>)?([^<]*)", main) == [
        ("button", "Mark as answered"),
        ("details", "Delete the contact …"),
        ("button", "Delete it for good"),
    ]

    assert "reader@example.org" not in response.content.decode()
    assert Report.objects.get().contact == ""


@pytest.mark.parametrize("step", ["answer", "forget"])
def test_the_address_of_a_step_leads_to_the_report(client, editor, report, step):
    client.force_login(editor)
    address = f"/en/admin/cases/report/{report.pk}/"

    response = client.get(f"{address}{step}/")

    assert (response.status_code, response["Location"]) == (302, address)
    assert Report.objects.get().contact == "reader@example.org"


@pytest.mark.parametrize("path", ["", "answer/", "forget/"])
def test_strangers_are_kept_out(client, report, path):
    address = f"/admin/cases/report/{report.pk}/{path}"

    for response in (client.get(address), client.post(address, {"answer": "x"})):
        assert response.status_code == 302
        assert "/login/" in response.url
    assert Report.objects.get().contact == "reader@example.org"
