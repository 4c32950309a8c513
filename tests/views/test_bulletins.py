"""Bulletin pages: the head, the published passages, nothing else."""

from __future__ import annotations

import pytest

from tests.factories import BulletinFactory, CaseFactory, CopyFactory
from tests.views.test_list import visible

pytestmark = pytest.mark.django_db


def test_the_list_has_public_bulletins_only(page):
    public = CaseFactory(
        bulletin=BulletinFactory(title="公开的通报"), is_published=True
    ).bulletin
    CaseFactory(bulletin=public)
    CaseFactory(bulletin=BulletinFactory(title="草稿通报"))

    words = visible(page("/en/bulletins/"))

    assert (
        "公开的通报 Police of Shanxi 山西公安机关 · 10 February 2025 · 1 case here"
    ) in words
    assert "草稿通报" not in words


def test_a_bulletin_has_its_head_and_its_published_passages(page):
    bulletin = BulletinFactory(title="十起案例", campaign="净网2024", source="网安局")
    copy = CopyFactory(
        bulletin=bulletin,
        text="前言不公开。甲案经过。乙案经过。丙案经过。结语不公开。",
        url="https://example.org/copy",
    )
    for title, status in (("甲案", True), ("乙案", False), ("丙案", True)):
        start = copy.text.index(title)
        CaseFactory(
            bulletin=bulletin,
            copy=copy,
            title=title,
            passage_start=start,
            passage_end=start + 6,
            shown_text=copy.text[start : start + 6],
            is_published=status,
        )

    html = page(f"/en/bulletins/{bulletin.pk}/")
    words = visible(html)

    assert (
        "Issued by Police of Shanxi 山西公安机关 "
        "Published 10 February 2025 Campaign 净网2024"
    ) in words
    assert "Credited to 网安局 Known copies 网安在线 10 February 2025" in words
    assert 'href="https://example.org/copy"' in html
    assert "2 cases of this bulletin are in the catalogue." in words
    assert "甲案经过。" in words
    assert "丙案经过。" in words
    assert "乙案" not in words
    assert "不公开" not in words


def test_a_bulletin_without_published_cases_is_not_found(client):
    case = CaseFactory()

    assert client.get(f"/bulletins/{case.bulletin_id}/").status_code == 404
    assert client.get("/bulletins/99999999999999999999999/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_is_constant(client, django_assert_num_queries, number):
    bulletin = BulletinFactory()
    for _ in range(number):
        CaseFactory(bulletin=bulletin, is_published=True)
        CaseFactory(is_published=True)

    # the bulletin, its copies, which cases, what is shown of them
    with django_assert_num_queries(4):
        client.get(f"/bulletins/{bulletin.pk}/")
    # the count, the bulletins
    with django_assert_num_queries(2):
        client.get("/bulletins/")


@pytest.mark.parametrize("page_number", ["abc", "0", "999999", "%00"])
def test_bad_page_numbers_are_no_error(client, page_number):
    assert client.get(f"/bulletins/?page={page_number}").status_code == 200


def test_samples_and_sealed_records_stay_out_of_search_engines(page):
    sample = CaseFactory(bulletin=BulletinFactory(is_sample=True), is_published=True)
    sealed = CaseFactory(noindex=True, is_published=True)
    plain = CaseFactory(is_published=True)

    for case, is_indexed in ((sample, False), (sealed, False), (plain, True)):
        html = page(f"/bulletins/{case.bulletin_id}/")
        assert ('name="robots"' not in html) == is_indexed
