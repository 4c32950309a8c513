"""The review page with script: selecting, suggesting, lighting, not losing."""

from __future__ import annotations

import pytest

from cases.actions.readings import store_reading
from cases.actions.values import values_of
from cases.models import Bulletin, Case, Copy
from tests.actions.telling import READING, TEXT, span
from tests.browser.conftest import PASSWORD, PHONE
from tests.factories import BulletinFactory, CopyFactory, user_with_role

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SELECT = """([text, from, to]) => {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const line = text.closest("[data-start]");
    let place = Number(line.dataset.start);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = [...node.data].length;
        if (place <= from && from < place + length) range.setStart(node, from - place);
        if (place < to && to <= place + length) range.setEnd(node, to - place);
        place += length;
    }
    getSelection().removeAllRanges();
    getSelection().addRange(range);
}"""


@pytest.fixture
def bulletin(transactional_db) -> Bulletin:
    """The made-up bulletin with its three drafts."""
    publisher = user_with_role("publisher", username="fabu")
    publisher.set_password(PASSWORD)
    publisher.save()
    bulletin = BulletinFactory(created_by=publisher)
    copy = CopyFactory(bulletin=bulletin, text=TEXT)
    bulletin.primary_copy = copy
    bulletin.save()
    store_reading(copy=copy, reading=READING)
    return bulletin


@pytest.fixture
def desk(bulletin, live_server, open_page):
    """Opens the review page as the publisher, in English."""

    def open_desk(*size, **options):
        page = open_page(*size, **options)
        review = f"{live_server.url}/en/admin/cases/bulletin/{bulletin.pk}/review/"
        page.goto(review)
        page.get_by_label("User name").fill("fabu")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/review/")
        return page

    return open_desk


def draft(page, number: int):
    """The part of the page about one case."""
    return page.locator(".draft").nth(number - 1)


def field(page, number: int, name: str):
    """A field of a case."""
    return (
        draft(page, number)
        .locator(f'[data-field="{name}"]')
        .and_(page.locator("details"))
    )


def select(page, words: str, after: str = "") -> None:
    """Select words of the text as with the mouse."""
    start, end = span(words, after)
    lines = page.locator("[data-start]").all()
    line = max(
        (one for one in lines if int(one.get_attribute("data-start")) <= start),
        key=lambda one: int(one.get_attribute("data-start")),
    )
    handle = line.element_handle()
    page.evaluate(SELECT, [handle, start, end])
    page.wait_for_selector("[data-selection-bar]:not([hidden])")


def test_selected_words_become_the_evidence_of_a_corrected_value(desk, bulletin):
    page = desk()

    select(page, "于某某、石某", "抓获")
    page.get_by_label("Evidence for").select_option("people")
    page.get_by_role("button", name="Use").click()
    field(page, 1, "people").locator("input[type=number]").fill("2")
    draft(page, 1).get_by_role("button", name="Save", exact=True).last.click()
    page.get_by_text("Case 1 is saved.").wait_for()

    case = bulletin.cases.get(number=1)
    row = case.evidence.current().get(field="people")
    assert (case.people, (row.start, row.end), row.origin) == (
        2,
        span("于某某、石某", "抓获"),
        "editor",
    )


def test_selected_words_are_blacked_out(desk, bulletin):
    page = desk()

    select(page, "石某")
    page.locator("[data-selection-black-out]").click()
    page.get_by_text("Blacked out in 1 place.").wait_for()

    case = bulletin.cases.get(number=1)
    assert "石某" not in case.shown_text
    assert case.suspects == ["于某某", "██"]


def test_a_selected_passage_becomes_a_case(desk, bulletin):
    page = desk()

    select(page, "关注我们")
    page.locator("[data-selection-passage]").click()
    page.get_by_text("The passage is case 4.").wait_for()

    case = bulletin.cases.get(number=4)
    assert (case.passage_start, case.passage_end) == span("关注我们")


def test_a_selection_becomes_the_passage_of_the_case_that_it_touches(desk, bulletin):
    page = desk()
    wrong = bulletin.cases.get(number=1)

    select(page, "于某某、石某")
    page.get_by_role("button", name="Passage of case 1").click()
    page.get_by_text("The passage is case 1.").wait_for()

    case = bulletin.cases.get(pk=wrong.pk)
    assert case.shown_text == "于某某、石某"


def test_places_are_suggested_while_typing_and_chosen_by_key(desk, bulletin):
    page = desk()

    field(page, 1, "region").locator("summary").click()
    box = page.get_by_role("combobox", name="Region").first
    box.fill("")
    box.press_sequentially("changzhi")
    page.get_by_role("option").first.wait_for()
    box.press("ArrowDown")
    box.press("Enter")
    assert box.input_value() == "山西省长治市"
    draft(page, 1).get_by_role("button", name="Save", exact=True).last.click()
    page.get_by_text("Case 1 is saved.").wait_for()

    assert values_of(bulletin.cases.get(number=1))["region"] == "140400"


def test_a_field_lights_its_words_and_words_open_their_field(desk):
    page = desk()

    field(page, 1, "month").hover()
    assert page.locator(".is-lit").all_text_contents() == ["2024年8月"]

    draft(page, 1).locator(".mark.amount").click()
    assert field(page, 1, "amount").get_attribute("open") is not None


def test_a_filled_row_makes_room_for_another(desk):
    page = desk()
    offences = field(page, 1, "offences")
    offences.locator("summary").click()
    before = offences.locator("input[list]").count()

    offences.locator("input[list]").last.fill("Theft")

    assert offences.locator("input[list]").count() == before + 1


def test_typed_values_are_not_lost_by_leaving(desk, bulletin):
    page = desk()
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    field(page, 1, "month").locator("summary").click()
    field(page, 1, "month").locator("input").first.fill("2024-07")

    page.get_by_role("link", name="Import").click()

    page.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    assert page.url.endswith("/review/")


def test_everything_works_without_script(desk, bulletin):
    page = desk(script=False)

    field(page, 1, "month").locator("summary").click()
    field(page, 1, "month").locator("input").first.fill("2024年7月")
    draft(page, 1).get_by_role("button", name="Save and publish").click()
    page.get_by_text("Case 1 is published.").wait_for()
    draft(page, 2).get_by_role("checkbox", name="Tick this").check()
    draft(page, 2).get_by_role("button", name="Save and publish").click()
    page.get_by_text("Case 2 is published.").wait_for()
    draft(page, 3).get_by_text("Reject …").click()
    draft(page, 3).get_by_label("Why this is no case").fill("told twice")
    draft(page, 3).get_by_role("button", name="Reject").click()
    page.get_by_text("Case 3 is rejected.").wait_for()

    assert [case.status for case in Case.objects.order_by("number")] == [
        "published",
        "published",
        "rejected",
    ]
    assert Copy.objects.get().text == TEXT


def test_on_a_phone_nothing_is_wider_than_the_screen(desk):
    page = desk(PHONE)

    for summary in page.locator(".draft").first.locator("details > summary").all():
        summary.click()

    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE[0]
