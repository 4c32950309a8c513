"""Reporting a problem: without an account, without script, within bounds."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone

from cases.actions.reports import MOST_FROM_ONE_IN_AN_HOUR
from cases.forms import reports as form
from cases.models import Report
from tests.factories import PUBLISHED_AT, CaseFactory
from tests.views.test_list import visible

pytestmark = pytest.mark.django_db


@pytest.fixture
def no_waiting(monkeypatch):
    """People who write at once."""
    monkeypatch.setattr(form, "LEAST_SECONDS", -1)


def typed(page: str, **fields: str) -> dict[str, str]:
    """What a browser sends of the form on a page, with what somebody typed."""
    (opened,) = re.findall(r'name="opened" value="(.*?)"', page)
    told = {"kind": "wrong-fact", "words": "月份应为2024年9月。", "contact": ""}
    return {"opened": opened, "website": "", **told, **fields}


def test_a_report_about_a_case_comes_in_and_the_reader_is_told_what_follows(
    page, client, no_waiting
):
    case = CaseFactory(is_published=True)
    address = f"/en/cases/{case.pk}/report/"
    assert f'href="{address}"' in page(f"/en/cases/{case.pk}/")

    html = page(address)
    response = client.post(address, typed(html, contact="reader@example.org"))

    assert response.status_code == 302
    (report,) = Report.objects.all()
    assert (report.case, report.kind, report.words, report.contact) == (
        case,
        "wrong-fact",
        "月份应为2024年9月。",
        "reader@example.org",
    )
    assert report.language == "en"
    words = visible(page(response.url))
    assert "Your report has come in" in words
    assert "deleted 30 days after the answer" in words


def test_one_may_write_about_the_catalogue_as_a_whole(page, client, no_waiting):
    client.post("/report/", typed(page("/report/"), kind="other"))

    assert Report.objects.get().case is None


def test_who_is_in_a_withdrawn_case_may_write_and_its_words_stay_hidden(page):
    case = CaseFactory(is_published=True)
    case.status, case.status_reason = "withdrawn", "当事人申请。"
    case.status_at = PUBLISHED_AT
    case.save()

    html = page(f"/en/cases/{case.pk}/report/")

    assert f"About case {case.pk}, which was withdrawn." in html
    assert case.title not in html


def test_nothing_is_told_of_a_draft(client):
    assert client.get(f"/cases/{CaseFactory().pk}/report/").status_code == 404


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"words": ""}, "Say in your words what is wrong."),
        ({"kind": ""}, "Choose what it is about."),
        ({"kind": "praise"}, "Select a valid choice."),
        ({"words": "长" * 3001}, "Ensure this value has at most 3000 characters"),
        ({"website": "https://example.org"}, "Please leave the field empty"),
        ({"opened": "made up"}, "too quick or too late"),
        ({"opened": ""}, "too quick or too late"),
    ],
)
def test_what_is_refused_says_why_and_keeps_what_was_typed(
    page, client, no_waiting, fields, problem
):
    told = typed(page("/en/report/"), contact="电话 000")

    response = client.post("/en/report/", {**told, **fields})

    html = response.content.decode()
    assert response.status_code == 422
    assert problem in visible(html)
    assert "<title>Not sent: " in html
    assert 'value="电话 000"' in html
    assert not Report.objects.exists()


def test_a_machine_that_sends_at_once_is_asked_to_send_again(page, client):
    response = client.post("/en/report/", typed(page("/en/report/")))

    assert response.status_code == 422
    assert "Please send it once more." in response.content.decode()
    assert not Report.objects.exists()


def test_a_page_that_was_open_for_days_is_renewed(page, client, monkeypatch):
    old = timezone.now() - timedelta(days=2)
    monkeypatch.setattr(signing.time, "time", old.timestamp)
    told = typed(page("/en/report/"))
    monkeypatch.undo()

    first = client.post("/en/report/", told)
    monkeypatch.setattr(form, "LEAST_SECONDS", -1)
    second = client.post("/en/report/", typed(first.content.decode()))

    assert (first.status_code, second.status_code) == (422, 302)


def test_a_flood_is_told_to_come_back_later(page, client, no_waiting):
    html = page("/en/report/")
    for number in range(MOST_FROM_ONE_IN_AN_HOUR):
        client.post("/en/report/", typed(html, words=f"第{number}处错误。"))

    response = client.post("/en/report/", typed(html, words="又一处错误。"))

    assert response.status_code == 429
    assert "Please try again in an hour." in response.content.decode()
    assert "又一处错误。" in response.content.decode()
    assert Report.objects.count() == MOST_FROM_ONE_IN_AN_HOUR


def test_a_body_that_no_form_sends_is_not_even_read(client):
    response = client.post("/report/", {"words": "x" * 70_000})

    assert response.status_code == 413


def test_only_our_own_form_is_taken(page, no_waiting):
    stranger = Client(enforce_csrf_checks=True)

    response = stranger.post("/en/report/", typed(page("/en/report/")))

    assert response.status_code == 403


def test_no_cache_keeps_the_form(client):
    response = client.get("/report/")

    assert "no-store" in response.headers["Cache-Control"]
    assert '<meta name="robots" content="noindex">' in response.content.decode()


def test_the_public_sees_nothing_of_a_report(page, client, no_waiting):
    case = CaseFactory(is_published=True)
    address = f"/cases/{case.pk}/report/"
    client.post(address, typed(page(address), words="特别的字句", contact="联络暗号"))

    for path in (f"/cases/{case.pk}/", address, "/about/", "/about/corrections/", "/"):
        assert "特别的字句" not in page(path)
        assert "联络暗号" not in page(path)
