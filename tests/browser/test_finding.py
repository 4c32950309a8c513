"""Finding cases: by keyboard, on a phone, in either language, without script."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import expect

from cases.models import Region
from tests.browser.conftest import PHONE
from tests.factories import AmountFactory, BulletinFactory, CaseFactory, region

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Ürümqi, Urumqi, wulumuqi: the places of a tree long enough to be searched.
PLACES = [
    "140800", "140100", "110108", "310101", "320500", "330100", "340100", "350100",
    "360100", "370100", "410100", "420100", "430100", "650100",
]  # fmt: skip


@pytest.fixture
def cases(transactional_db) -> None:
    """A case in each of the places, the first three in August 2024, two with a sum."""
    bulletin = BulletinFactory(campaign="净网2024")
    for at, code in enumerate(PLACES):
        case = CaseFactory(
            bulletin=bulletin,
            title=f"第{at}案",
            region=region(code),
            month=date(2024, 8, 1) if at < 3 else None,
            people=at + 1,
            outcomes=["arrested"],
            offences=["fraud"] if at % 2 else ["theft"],
            is_published=True,
        )
        if at < 2:
            AmountFactory(case=case, yuan=1_000_000 * (at + 1))


def settled(page) -> None:
    """Wait until the list shows what was asked for."""
    page.wait_for_selector(".results:not([aria-busy])", state="attached")


def option(page, name: str):
    """The link of an option whose label begins so."""
    return page.locator(".facet li > a").filter(has_text=name).first


def focused(page) -> str:
    """The words of what has the focus."""
    return page.evaluate("document.activeElement.innerText.replace(/\\s+/g, ' ')")


def chips(page) -> list[str]:
    """The chosen filters, each with what removing it is called."""
    links = page.locator(".chips a").all_inner_texts()
    return [" ".join(link.split()) for link in links]


def visible_places(page) -> list[str]:
    """The labels of the places to be seen."""
    return page.evaluate(
        """[...document.querySelectorAll(".facet-city li > a")]
           .filter((one) => one.checkVisibility())
           .map((one) => one.firstChild.textContent.trim())"""
    )


def test_choosing_changes_the_list_in_place_and_says_so(cases, live_server, open_page):
    page = open_page()
    page.goto(f"{live_server.url}/en/")
    page.evaluate("window.isSamePage = true")

    theft = option(page, "Theft")
    theft.focus()
    page.keyboard.press("Enter")
    settled(page)

    assert page.evaluate("window.isSamePage")
    assert page.url == f"{live_server.url}/en/?offence=theft"
    assert page.title() == "Theft · Casebook"
    expect(page.locator(".card")).to_have_count(7)
    expect(page.locator("#told")).to_have_text(
        "7 cases from 1 bulletin (chosen examples)"
    )
    assert focused(page) == "Theft 7"
    assert page.locator(".language").get_attribute("href").endswith("/?offence=theft")

    page.go_back()
    expect(page.locator(".card")).to_have_count(14)
    assert page.url == f"{live_server.url}/en/"
    page.go_forward()
    expect(page.locator(".card")).to_have_count(7)


def test_what_was_opened_and_scrolled_stays(cases, live_server, open_page):
    page = open_page()
    page.goto(f"{live_server.url}/en/")
    page.locator(".facet-outcome > summary").click()
    page.locator(".facet-month > summary").click()

    option(page, "Fraud").click()
    settled(page)

    assert page.locator(".facet-outcome").get_attribute("open") is not None
    assert page.locator(".facet-month").get_attribute("open") is None


@pytest.mark.parametrize("size", [(1280, 500), PHONE])
def test_a_chosen_option_stays_where_it_was(cases, live_server, open_page, size):
    page = open_page(size)
    page.goto(f"{live_server.url}/en/#filters")
    page.locator(".facet-outcome > summary").click()
    caught = option(page, "caught")
    caught.scroll_into_view_if_needed()
    top = caught.bounding_box()["y"]

    caught.focus()
    page.keyboard.press("Space")
    page.wait_for_url("**/?outcome=arrested*")
    settled(page)

    assert focused(page).startswith("caught")
    assert abs(option(page, "caught").bounding_box()["y"] - top) < 2
    assert 0 < top < size[1]


def test_chips_are_removed_one_by_one_and_hand_the_focus_on(
    cases, live_server, open_page
):
    page = open_page()
    page.goto(f"{live_server.url}/en/?offence=theft&offence=fraud&month=2024")
    assert chips(page) == [
        "Remove Month: 2024",
        "Remove Offence: Fraud (including telecom and online fraud)",
        "Remove Offence: Theft",
        "Clear all",
    ]

    page.locator(".chips a").nth(1).focus()
    page.keyboard.press("Enter")
    settled(page)
    assert focused(page) == "Remove Offence: Theft"

    page.keyboard.press("Enter")
    settled(page)
    assert focused(page) == "Clear all"

    page.keyboard.press("Enter")
    settled(page)
    expect(page.locator(".card")).to_have_count(14)
    assert page.evaluate("document.activeElement.id") == "results"


def test_a_place_is_found_by_its_chinese_english_and_pinyin_name(
    cases, live_server, open_page
):
    wanted = {
        "/en/": {
            "Ürümqi": ["Xinjiang", "Ürümqi"],
            "wulumuqi": ["Xinjiang", "Ürümqi"],
            "乌鲁木齐": ["Xinjiang", "Ürümqi"],
        },
        "/": {
            "URUMQI": ["新疆维吾尔自治区", "乌鲁木齐市"],
            "yun cheng": ["山西省", "运城市"],
            "新疆": ["新疆维吾尔自治区"],
            "长安": [],
        },
    }
    found: dict[str, dict[str, list[str]]] = {}
    for address, names in wanted.items():
        page = open_page()
        page.goto(live_server.url + address)
        found[address] = {}
        for name in names:
            page.locator(".facet-search").fill(name)
            found[address][name] = visible_places(page)

    assert found == wanted


def test_a_search_for_a_place_outlasts_a_choice(cases, live_server, open_page):
    page = open_page()
    page.goto(f"{live_server.url}/en/")

    page.locator(".facet-search").fill("yuncheng")
    option(page, "Yuncheng").click()
    settled(page)

    assert page.locator(".facet-search").input_value() == "yuncheng"
    assert visible_places(page) == ["Shanxi", "Yuncheng"]
    expect(page.locator(".facet-city [role=status]")).to_have_text("Places found: 1")


@pytest.fixture
def many_cities(cases) -> None:
    """Seventy cities more: too many to be listed at once."""
    for city in Region.objects.filter(level="city", valid_to=None).order_by("code")[
        :70
    ]:
        CaseFactory(region=city, title="又一案", offences=["fraud"], is_published=True)


def test_a_place_of_many_is_found_by_name_and_keeps_the_focus(
    many_cities, live_server, open_page
):
    page = open_page()
    page.goto(f"{live_server.url}/en/")
    listed = page.locator(".facet-city li").count()

    page.locator(".facet-search").fill("chengde")
    expect(page.locator(".facet-city [role=status]")).to_have_text("Places found: 1")
    assert visible_places(page) == ["Hebei", "Chengde"]
    option(page, "Chengde").focus()
    page.keyboard.press("Enter")
    settled(page)
    assert focused(page) == "Chengde 1"
    page.keyboard.press("Enter")
    settled(page)

    assert focused(page) == "Chengde 1"
    assert visible_places(page) == ["Hebei", "Chengde"]
    assert page.locator(".facet-city li").count() > listed + 50


def test_a_province_of_many_is_opened_by_keyboard(many_cities, live_server, open_page):
    page = open_page()
    page.goto(f"{live_server.url}/en/")

    page.locator("summary").filter(has_text="Within Hebei").focus()
    page.keyboard.press("Enter")
    expect(option(page, "Chengde")).to_be_visible()
    assert focused(page) == "Within Hebei"
    option(page, "Fraud").click()
    settled(page)

    expect(option(page, "Chengde")).to_be_visible()


def test_without_script_a_place_of_many_is_found_on_the_page_of_places(
    many_cities, live_server, open_page
):
    page = open_page(script=False)
    page.goto(f"{live_server.url}/en/")
    assert not page.get_by_text("Within Hebei").is_visible()

    page.get_by_role("link", name="Find a place by name").click()
    page.get_by_role("searchbox", name="Find a place").fill("承德")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="Chengde", exact=True).first.click()

    assert page.url == f"{live_server.url}/en/regions/chengde/"

    page.goto(f"{live_server.url}/en/")
    option(page, "Hebei").click()
    assert option(page, "Chengde").is_visible()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_the_sheet_of_a_phone_says_what_it_leads_to(
    cases, live_server, open_page, script
):
    page = open_page(PHONE, script=script)
    page.goto(f"{live_server.url}/en/")
    foot = page.locator(".sheet-foot a")
    assert not foot.is_visible()

    page.locator(".sheet-open").click()
    expect(foot).to_be_visible()  # what an address opens opens a moment later
    assert foot.inner_text() == "View 14 cases"
    box = page.locator(".filters").bounding_box()
    assert (box["width"], box["height"]) == PHONE

    option(page, "Theft").click()
    expect(foot).to_have_text("View 7 cases")
    option(page, "August 2024" if script else "2024").scroll_into_view_if_needed()
    option(page, "2024").click()
    expect(foot).to_have_text("View 2 cases")

    foot.click()
    expect(foot).to_be_hidden()
    assert page.locator(".sheet-open").inner_text() == "Filters (2)"
    assert page.locator(".card").count() == 2


def test_the_sheet_is_a_dialog_that_escape_closes(cases, live_server, open_page):
    page = open_page(PHONE)
    page.goto(f"{live_server.url}/en/")

    page.locator(".sheet-open").click()
    expect(page.get_by_role("dialog", name="Filters")).to_be_visible()
    assert focused(page) == "Close"
    # What lies behind cannot be reached.
    assert page.evaluate(
        """[...document.querySelectorAll("a, button, input")]
           .every((one) => one.closest(".filters, [inert]"))"""
    )

    page.keyboard.press("Escape")
    expect(page.locator(".filters")).to_be_hidden()
    assert page.evaluate("document.activeElement.id") == "results"


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_sum_is_asked_for_in_two_boxes(cases, live_server, open_page, script):
    page = open_page(script=script)
    page.goto(f"{live_server.url}/?offence=fraud")
    amount = page.locator(".facet-amount")
    amount.locator("summary").click()

    amount.locator("[name=amount_from]").fill("150万")
    amount.locator("[name=amount_to]").press("Enter")

    expect(page.locator(".chips li")).to_have_count(3)
    assert chips(page)[1] == "移除金额： 150万元以上"
    assert page.get_by_label("金额 从").input_value() == "1500000"
    if script:
        name = page.evaluate("document.activeElement.name")
        assert name == "amount_to"
    assert page.locator(".card").count() == 1


def test_a_browser_that_asks_for_the_other_language_is_shown_it_first(
    cases, live_server, browser
):
    shown = {
        ("en-GB", "/"): ["Read this page in English"],
        ("zh-TW", "/en/"): ["阅读本页中文版"],
        ("zh-CN", "/"): [],
        ("en-US", "/en/"): [],
        ("fr-FR", "/"): [],
    }
    found = {}
    for locale, path in shown:
        context = browser.new_context(locale=locale)
        page = context.new_page()
        page.goto(live_server.url + path)
        assert page.url == live_server.url + path  # nobody is sent anywhere
        offered = page.locator(".other-language a")
        found[locale, path] = offered.all_inner_texts() if offered.is_visible() else []
        context.close()

    assert found == shown


def test_the_way_to_the_other_language_is_first_for_the_keyboard_and_not_asked_twice(
    cases, live_server, browser
):
    context = browser.new_context(locale="en")
    page = context.new_page()
    page.goto(f"{live_server.url}/?offence=theft")

    page.keyboard.press("Tab")  # skip to the content
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{live_server.url}/en/?offence=theft")
    page.locator(".language").click()  # back, on purpose
    page.wait_for_url(f"{live_server.url}/?offence=theft")

    assert not page.locator(".other-language").is_visible()
    context.close()


def test_the_keyboard_passes_over_the_filters(cases, live_server, open_page):
    page = open_page()
    page.goto(f"{live_server.url}/en/")

    page.get_by_text("Skip the filters").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('#results') !== null")


def test_the_menu_stands_in_rows_of_one_length_on_every_phone(
    cases, live_server, open_page
):
    page = open_page(PHONE)
    rows = {}
    for path in ("/", "/en/"):
        page.goto(live_server.url + path)
        for width in (320, 360, 375, 430):
            page.set_viewport_size({"width": width, "height": 700})
            rows[path, width] = page.evaluate(
                """Object.values(Object.groupBy(
                     document.querySelectorAll(".sections a"),
                     (one) => Math.round(one.getBoundingClientRect().top)))
                   .map((row) => row.length)"""
            )
            assert page.evaluate("document.documentElement.scrollWidth") == width

    assert [key for key, row in rows.items() if row not in ([6], [3, 3])] == []
