"""How a case page is cited, and the copies that it comes from."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from django.utils.timezone import localdate

from tests.factories import (
    BulletinFactory,
    CaseFactory,
    CopyFactory,
)
from tests.views.test_list import visible

pytestmark = pytest.mark.django_db


def test_a_case_is_cited_by_the_standard_and_in_words(page):
    case = CaseFactory(is_published=True)

    html = page(f"/en/cases/{case.pk}/")
    references = re.findall(r'<dd class="reference".*?>(.*?)</dd>', html, re.DOTALL)
    today = localdate()

    address = f"http://testserver/en/cases/{case.pk}/"
    standard, plain = map(visible, references)
    assert standard == (
        f"山西公安机关. 于某某等人破坏计算机信息系统案[DB/OL]//案件簿. "
        f"(2025-03-01)[{today:%Y-%m-%d}]. {address}."
    )
    assert plain == (
        f"“ 于某某等人破坏计算机信息系统案 ”, 山西公安机关 , 10 February 2025, "
        f"Casebook, case {case.pk}, {address}, accessed on {today.day} {today:%B %Y}."
    )


def test_nobody_but_the_catalogue_is_cited_for_a_sample(page):
    case = CaseFactory(bulletin=BulletinFactory(is_sample=True), is_published=True)

    html = page(f"/en/cases/{case.pk}/")
    cite = html[html.index('class="cite"') :]

    assert ">于某某等人破坏计算机信息系统案[DB/OL]//案件簿. (" in cite
    assert "山西公安机关" not in cite


def test_other_copies_of_the_bulletin_are_linked(page):
    case = CaseFactory(is_published=True)
    CopyFactory(
        bulletin=case.bulletin, account="平安运城", url="https://example.org/again"
    )

    html = page(f"/en/cases/{case.pk}/")

    assert 'Also at: <a href="https://example.org/again"' in html
    assert "平安运城" in html


def test_a_day_is_the_one_that_it_was_here(page):
    case = CaseFactory(
        is_published=True, published_at=datetime(2025, 3, 1, 20, 0, tzinfo=UTC)
    )

    words = visible(page(f"/en/cases/{case.pk}/"))

    assert "published here on 2 March 2025" in words
