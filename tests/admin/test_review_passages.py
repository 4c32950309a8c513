"""The review page on where a case stands in the text."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from tests.actions.telling import TEXT
from tests.admin.review_page import page_of, send

pytestmark = pytest.mark.django_db


def test_a_passage_is_marked_by_its_first_and_last_words(desk, bulletin, cases):
    path = reverse("admin:bulletin-mark", args=[bulletin.pk])

    desk.post(path, {"passage-first": "关注", "passage-last": "我们"})

    case = bulletin.cases.get(number=4)
    assert TEXT[case.passage_start : case.passage_end] == "关注我们"


def test_or_by_its_offsets(desk, bulletin):
    path = reverse("admin:bulletin-mark", args=[bulletin.pk])
    start = TEXT.index("关注我们")

    desk.post(path, {"passage-start": start, "passage-end": start + 4})

    assert bulletin.cases.get(number=4).passage_start == start


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"passage-first": "关注"},
        {"passage-first": "没有", "passage-last": "我们"},
        {"passage-first": "关注", "passage-last": "没有"},
        {"passage-start": "5", "passage-end": "3"},
        {"passage-start": "0", "passage-end": "99999"},
        {"passage-first": "案例一", "passage-last": "我们"},
    ],
)
def test_a_passage_that_cannot_be_marked_says_why(desk, bulletin, typed):
    response = desk.post(reverse("admin:bulletin-mark", args=[bulletin.pk]), typed)

    assert response.status_code == 422
    assert 'role="alert"' in response.content.decode()
    assert bulletin.cases.count() == 3


def test_the_form_says_whose_passage_cannot_be_moved(desk, bulletin, cases):
    said = "Only a draft’s passage can be moved: withdraw a public case and return it"
    assert said not in page_of(desk, bulletin)

    send(desk, "publish", cases[0], page_of(desk, bulletin))

    assert said in page_of(desk, bulletin)


def test_a_moved_passage_can_be_put_back(desk, bulletin, cases):
    path = reverse("admin:bulletin-mark", args=[bulletin.pk])
    case = cases[0]
    before = (case.passage_start, case.passage_end)
    button = "Back to the passage before"
    assert button not in page_of(desk, bulletin)
    desk.post(
        path,
        {
            "passage-start": before[0],
            "passage-end": before[1] - 20,
            "passage-case": case.pk,
        },
    )

    html = page_of(desk, bulletin)
    (form,) = re.findall(r'<form class="moved".*?</form>', html, re.S)
    fields = dict(re.findall(r'name="(passage-\w+)" value="(\d+)"', form))
    desk.post(path, fields)

    case.refresh_from_db()
    assert (button in form, (case.passage_start, case.passage_end)) == (True, before)
