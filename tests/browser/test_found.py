"""What stands in pages for machines breaks no rule of the browser, and stays true when
the list changes in place."""

from __future__ import annotations

import json

import pytest

from tests.factories import CaseFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FEED = 'link[type="application/atom+xml"]'
DATA = 'script[type="application/ld+json"]'


@pytest.fixture
def case(transactional_db):
    """A published case of Yuncheng."""
    return CaseFactory(is_published=True)


def test_the_policy_lets_data_blocks_stand(case, live_server, open_page):
    page = open_page()
    response = page.goto(f"{live_server.url}/cases/{case.pk}/")

    assert "script-src 'self'" in response.headers["content-security-policy"]
    kinds = [json.loads(text)["@type"] for text in page.locator(DATA).all_inner_texts()]
    assert kinds == ["WebPage", "BreadcrumbList"]


def test_the_feed_follows_a_list_that_changes_in_place(case, live_server, open_page):
    page = open_page()
    page.goto(f"{live_server.url}/")
    page.locator(".facet-offence li > a").first.click()
    page.wait_for_url("**offence=system-sabotage*")
    page.locator(".chips").wait_for()

    feed = f"{live_server.url}/feed.xml?offence=system-sabotage"
    assert page.locator(FEED).evaluate("link => link.href") == feed
    visible = page.get_by_role("link", name="订阅此列表")
    assert visible.evaluate("link => link.href") == feed
    canonical = page.locator("link[rel=canonical]").evaluate("link => link.href")
    assert canonical == f"{live_server.url}/?offence=system-sabotage"
