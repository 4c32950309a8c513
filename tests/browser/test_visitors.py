"""Whole visits: a reader on a phone, a journalist in English, one without a mouse.

Editors are in test_first_minute, test_desk and test_keyboard, operators in
tests/commands and tests/deployment.
"""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from playwright.sync_api import expect

from cases.actions.publishing import publish_case
from cases.actions.readings import store_reading
from tests.actions.telling import READING, TEXT
from tests.browser.conftest import PHONE, WIDE
from tests.factories import (
    BulletinFactory,
    CaseFactory,
    CopyFactory,
    region,
    user_with_role,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = (
    "/",
    "/?q=计量程序",
    "/?q=计量程序&month=2019-01",
    "{case}",
    "{bulletin}",
    "/regions/",
    "/regions/?find=运城",
    "/regions/shanxi/",
    "/offences/",
    "/offences/system-sabotage/",
    "/trends/",
    "/about/",
    "/data/",
    "/report/",
)
# The script's own measure of how far what is seen was pushed about, 0 for not at all.
SHIFTED = """() => new Promise((told) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => told(sum)));
})"""


@pytest.fixture
def case(transactional_db):
    """The first case of a made-up bulletin, public, among others of another place."""
    publisher = user_with_role("publisher", username="fabu")
    bulletin = BulletinFactory(created_by=publisher)
    bulletin.primary_copy = CopyFactory(bulletin=bulletin, text=TEXT)
    bulletin.save()
    store_reading(copy=bulletin.primary_copy, reading=READING)
    case = bulletin.cases.get(number=1)
    publish_case(case=case, by=publisher)
    for code in ("330100", "440300"):
        CaseFactory(
            region=region(code),
            month=date(2023, 5, 1),
            offences=["fraud"],
            is_published=True,
        )
    case.refresh_from_db()
    return case


def addresses(case, root: str) -> list[str]:
    """Every kind of public page in both languages."""
    paths = [
        path.format(
            case=f"/cases/{case.pk}/", bulletin=f"/bulletins/{case.bulletin_id}/"
        )
        for path in PAGES
    ]
    return [root + language + path for language in ("", "/en") for path in paths]


def test_a_reader_on_a_phone_finds_a_case_and_its_words(case, live_server, open_page):
    page = open_page(PHONE)
    page.goto(live_server.url)

    page.get_by_role("searchbox").fill("计量程序")
    page.get_by_role("searchbox").press("Enter")
    expect(page.locator(".card")).to_have_count(1)
    page.locator(".card h2 a").click()
    page.locator(".facts a[href^='#']").first.click()

    target = page.locator(":target")
    expect(target).to_be_in_viewport()
    assert target.inner_text() in TEXT


def test_a_journalist_goes_from_search_to_a_citation_and_the_figures(
    case, live_server, open_page
):
    page = open_page()
    page.goto(f"{live_server.url}/en/")

    page.get_by_role("searchbox", name="Search cases").fill("Yuncheng")
    page.get_by_role("button", name="Search").first.click()
    expect(page.locator(".card")).to_have_count(1)
    with page.expect_download() as download:
        page.get_by_role("link", name="Download this list as CSV").click()
    rows = download.value.path().read_text("utf-8-sig")
    page.locator(".card h2 a").click()
    cited = page.get_by_role("region", name="Cite this case").inner_text()

    assert [row["title"] for row in csv.DictReader(io.StringIO(rows))] == [case.title]
    assert f"{live_server.url}/en/cases/{case.pk}/" in cited
    assert case.title in cited
    assert page.locator("h1").get_attribute("lang") == "zh-Hans"
    assert page.title().endswith(" · Casebook")


@pytest.mark.parametrize("script", [True, False])
def test_who_reports_is_led_to_what_is_missing(case, live_server, open_page, script):
    page = open_page(script=script, missing=True)
    page.goto(f"{live_server.url}/en/report/")

    page.get_by_role("button", name="Send the report").click()
    page.wait_for_selector("[role=alert]:focus")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.wait_for_selector("textarea:focus")
    assert page.url.endswith("/en/report/#id_words")


def test_without_a_mouse_a_case_is_chosen_read_and_its_fact_followed(
    case, live_server, open_page
):
    page = open_page()
    page.goto(f"{live_server.url}/en/?q=计量程序")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.card h2 a')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/en/cases/{case.pk}/")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.facts a[href^=\"#\"]')"):
            break
    page.keyboard.press("Enter")

    expect(page.locator(":target")).to_be_in_viewport()


def test_every_page_has_one_heading_of_its_own_and_its_landmarks(
    case, live_server, open_page
):
    page = open_page()
    found = {}
    for address in addresses(case, live_server.url):
        page.goto(address)
        found[address] = (
            page.get_by_role("heading", level=1).count(),
            page.get_by_role("main").count(),
            page.get_by_role("banner").count(),
            page.get_by_role("contentinfo").count(),
            page.evaluate(
                """(() => {
                  const levels = [...document.querySelectorAll("h1, h2, h3, h4")]
                    .filter((one) => one.checkVisibility())
                    .map((one) => Number(one.localName[1]));
                  return levels.every((own, at) => !at || own <= levels[at - 1] + 1);
                })()"""
            ),
        )

    assert found == dict.fromkeys(found, (1, 1, 1, 1, True))


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_nothing_moves_while_a_page_is_drawn(case, live_server, open_page, size):
    page = open_page(size)
    shifted = {}
    for address in addresses(case, live_server.url):
        page.goto(address)
        shifted[address] = page.evaluate(SHIFTED)

    assert shifted == dict.fromkeys(shifted, 0)


@pytest.mark.parametrize(
    "size", [(640, 450), (320, 568)], ids=["200 % of 1280", "small phone"]
)
def test_no_page_is_wider_than_its_window(case, live_server, open_page, size):
    page = open_page(size)
    widths = {}
    for address in addresses(case, live_server.url):
        page.goto(address)
        widths[address] = page.evaluate("document.documentElement.scrollWidth")

    assert widths == dict.fromkeys(widths, size[0])


def test_a_printed_case_is_its_words_and_facts(case, live_server, open_page):
    page = open_page()
    page.goto(f"{live_server.url}/cases/{case.pk}/")
    page.emulate_media(media="print")

    assert page.locator(".passage").is_visible()
    assert page.locator(".facts").is_visible()
    for hidden in (".search", ".sections", ".language", ".skip", ".report-link"):
        assert not page.locator(hidden).is_visible(), hidden


def test_a_printed_list_has_nothing_to_press(case, live_server, browser):
    context = browser.new_context(viewport={"width": 720, "height": 900}, locale="en")
    page = context.new_page()
    page.goto(live_server.url)
    assert page.locator(".other-language").is_visible()

    page.emulate_media(media="print")

    assert page.locator(".card").first.is_visible()
    for hidden in (".other-language", ".filters", ".sheet-open", ".sorts", ".ways-out"):
        assert not page.locator(hidden).is_visible(), hidden
    context.close()
