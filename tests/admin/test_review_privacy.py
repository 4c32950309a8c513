"""The review page on words that must not be public: flags, blacked out words."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from cases.actions.correcting import save_case
from cases.models import Case
from tests.admin.review_page import fields_of, page_of
from tests.factories import CaseFactory

pytestmark = pytest.mark.django_db


def flag_of(html: str, step: str) -> str:
    """The value of the first button of a flag for a step."""
    return re.search(rf'formaction="[^"]*/{step}/" name="flag" value="([^"]+)"', html)[
        1
    ]


@pytest.fixture
def named(bulletin, cases, editor):
    """The third case with a suspect in full, who stands twice in its passage."""
    save_case(case=cases[2], values={"suspects": ["高某某", "孩童"]}, by=editor)
    save_case(case=cases[2], values={"title": "高某某案，电话13800138000"}, by=editor)
    return cases[2]


def test_flags_are_told_with_what_to_do(desk, bulletin, named):
    html = page_of(desk, bulletin)

    assert "mobile phone number" in html
    assert "among the suspects only: correct the field" in html


def test_flagged_words_are_blacked_out_or_let_stand(desk, publisher):
    case = CaseFactory(
        text="运城公安机关抓获王小明。王小明，电话13800138000。",
        bulletin__created_by=publisher,
    )
    case.bulletin.primary_copy = case.copy
    case.bulletin.save()
    html = page_of(desk, case.bulletin)
    assert "in 2 places" not in html
    value = flag_of(html, "redact")

    data = fields_of(html, case) | {"flag": value}
    desk.post(reverse("admin:case-redact", args=[case.pk]), data)

    case = Case.objects.get(pk=case.pk)
    assert "█" in case.shown_text


def test_letting_words_stand_takes_a_reason(desk, publisher):
    case = CaseFactory(text="举报电话13800138000。", bulletin__created_by=publisher)
    case.bulletin.primary_copy = case.copy
    case.bulletin.save()
    html = page_of(desk, case.bulletin)
    path = reverse("admin:case-override", args=[case.pk])
    data = fields_of(html, case) | {"flag": flag_of(html, "override")}

    refused = desk.post(path, data)
    assert refused.status_code == 422

    desk.post(path, data | {f"case-{case.pk}-why-0": "the police's own number"})
    decision = case.copy.privacy_decisions.get()
    assert (decision.decision, decision.reason) == (
        "override",
        "the police's own number",
    )


def test_words_are_blacked_out_wherever_they_stand(desk, bulletin, cases):
    path = reverse("admin:bulletin-black-out", args=[bulletin.pk])

    desk.post(path, {"words-words": "于某某"})

    case = Case.objects.get(pk=cases[0].pk)
    assert "于某某" not in case.shown_text + case.shown_title
    assert case.suspects == ["███", "石某"]

    refused = desk.post(path, {"words-words": "无此人"})
    assert refused.status_code == 422
