"""Which cases have a page, and which pages search engines may show."""

from __future__ import annotations

import pytest

from tests.factories import (
    PUBLISHED_AT,
    BulletinFactory,
    CaseFactory,
)

pytestmark = pytest.mark.django_db


def test_a_withdrawn_case_is_gone_with_its_reason(client):
    case = CaseFactory(
        status="withdrawn",
        status_at=PUBLISHED_AT,
        status_by=BulletinFactory().created_by,
        status_reason="应当事人要求撤回。",
        published_at=PUBLISHED_AT,
    )

    response = client.get(f"/en/cases/{case.pk}/")
    html = response.content.decode()

    assert response.status_code == 410
    assert "应当事人要求撤回。" in html
    assert "1 March 2025" in html
    assert case.title not in html
    assert "于某某" not in html


@pytest.mark.parametrize("number", ["0", "999999", "99999999999999999999999"])
def test_an_unknown_case_is_not_found(client, number):
    assert client.get(f"/cases/{number}/").status_code == 404


def test_drafts_and_rejected_cases_are_not_found(client):
    draft = CaseFactory()
    rejected = CaseFactory(
        status="rejected",
        status_at=PUBLISHED_AT,
        status_by=draft.bulletin.created_by,
        status_reason="不是案件",
    )

    for case in (draft, rejected):
        response = client.get(f"/cases/{case.pk}/")
        assert response.status_code == 404
        assert "不是案件" not in response.content.decode()


@pytest.mark.parametrize(
    ("fields", "is_indexed"),
    [({}, True), ({"noindex": True}, False), ({"is_sample": True}, False)],
)
def test_some_cases_stay_out_of_search_engines(page, fields, is_indexed):
    sample = fields.pop("is_sample", False)
    case = CaseFactory(
        bulletin=BulletinFactory(is_sample=sample), is_published=True, **fields
    )

    html = page(f"/en/cases/{case.pk}/")

    assert ('<meta name="robots" content="noindex">' not in html) == is_indexed
    assert ("This is a sample" in html) == sample
