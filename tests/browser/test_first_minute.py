"""The first minute: an editor brings a bulletin in, a visitor finds one of its cases.

The bulletin is the real one of the corpus, 00.md: ten cases over eight months and
seven cities of Shanxi, published on 10 February 2025.
"""

from __future__ import annotations

import csv
import io
import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PASSWORD, PHONE, WIDE
from tests.factories import user_with_role

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CASE = "于某某等人破坏计算机信息系统案"


@pytest.fixture
def publisher(transactional_db):
    """Someone who may import and publish."""
    user = user_with_role("publisher", username="fabu")
    user.set_password(PASSWORD)
    user.save()
    return user


def named(option: str) -> re.Pattern[str]:
    """An option by its words, whatever number of cases stands behind them."""
    return re.compile(rf"^{re.escape(option)} \d+$")


def choose(page, facet: str, option: str, *, inside: str = "") -> None:
    """Choose an option of a facet, opening the sheet of a phone and the branch."""
    if page.viewport_size["width"] == PHONE[0]:
        page.locator(".sheet-open").click()
    box = page.locator(f".facet-{facet}")
    if box.get_attribute("open") is None:
        box.locator("> summary").click()
    if inside:
        parent = box.locator("li").filter(
            has=page.get_by_role("link", name=named(inside))
        )
        branch = parent.first.locator("> details")
        if branch.get_attribute("open") is None:
            branch.locator("> summary").click()
    box.get_by_role("link", name=named(option)).click()
    page.wait_for_selector(".results:not([aria-busy])", state="attached")
    if page.viewport_size["width"] == PHONE[0] and page.url.endswith("#filters"):
        page.locator(".sheet-foot a").click()


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_from_an_empty_catalogue_to_a_download(
    publisher, corpus_folder, live_server, open_page, size
):
    page = open_page(size)

    # The empty catalogue says so and is no error.
    page.goto(f"{live_server.url}/")
    assert page.locator(".card").count() == 0

    # Sign in and import the file.
    page.goto(f"{live_server.url}/admin/")
    page.locator("[name=username]").fill("fabu")
    page.locator("[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    page.get_by_role("link", name="导入通报").first.click()
    page.locator("[type=file]").set_input_files(corpus_folder / "bulletins" / "00.md")
    page.get_by_role("button", name="导入", exact=True).click()
    result = page.locator(".imported li")
    expect(result).to_contain_text("已识读：10 起案件", timeout=60_000)

    # Ten drafts, each beside its marked passage.
    result.get_by_role("link").click()
    drafts = page.locator(".draft")
    assert drafts.count() == 10
    assert [drafts.nth(n).locator(".mark").count() > 2 for n in range(10)] == [
        True
    ] * 10

    # Correct one value ...
    seventh = drafts.nth(6)
    people = seventh.locator('details[data-field="people"]')
    people.locator("> summary").click()
    people.locator("[type=number]").fill("4")
    seventh.locator(".why-corrected > summary").click()
    seventh.locator('[name$="-reason"]').fill("试更正")
    seventh.get_by_role("button", name="保存", exact=True).last.click()
    page.wait_for_load_state()
    corrected = page.locator(".draft").nth(6).locator('details[data-field="people"]')
    assert "4" in corrected.locator("> summary .value").inner_text()

    # ... and take it back, since the text says three.
    if corrected.get_attribute("open") is None:
        corrected.locator("> summary").click()
    corrected.locator(".was button").click()
    page.wait_for_load_state()
    restored = page.locator(".draft").nth(6).locator('details[data-field="people"]')
    assert "3" in restored.locator("> summary .value").inner_text()

    # Publish what is clean, check what is asked, publish the rest.
    page.get_by_role("button", name="发布").first.click()
    page.wait_for_load_state()
    while (drafts := page.locator(".draft.is-draft")).count():
        draft = drafts.first
        for box in draft.locator(".checked input").all():
            box.check()
        draft.get_by_role("button", name="保存并发布").click()
        page.wait_for_load_state()
    assert page.locator(".draft.is-published").count() == 10

    # As a visitor: city, month, offence.
    visitor = open_page(size)
    visitor.goto(f"{live_server.url}/")
    assert visitor.locator(".card").count() == 10
    choose(visitor, "city", "运城市", inside="山西省")
    assert visitor.locator(".card").count() == 3
    choose(visitor, "month", "2024年8月", inside="2024年")
    choose(visitor, "offence", "破坏计算机信息系统")
    assert visitor.locator(".card h2").all_inner_texts() == [CASE]
    assert visitor.locator(".chips li").count() == 4  # three filters and "clear all"

    # Search.
    visitor.goto(f"{live_server.url}/")
    visitor.locator("#q").fill("加油机")
    visitor.locator("#q").press("Enter")
    visitor.wait_for_url("**q=**")
    assert visitor.locator(".card h2").all_inner_texts() == [CASE]
    assert set(visitor.locator(".card mark").all_inner_texts()) == {"加油机"}

    # The case, and from a fact to its words.
    visitor.locator(".card h2 a").click()
    visitor.locator(".fact-month a.value").click()
    words = visitor.locator(visitor.evaluate("location.hash"))
    assert words.inner_text() == "2024年8月"
    assert words.is_visible()

    # The list as a table.
    visitor.go_back()
    visitor.go_back()
    with visitor.expect_download() as download:
        visitor.locator(".ways-out a").first.click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["title"] for row in rows] == [CASE]
