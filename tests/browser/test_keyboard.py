"""An editor who uses the keyboard only; files dropped and sent one at a time."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, User

from cases.actions.readings import store_reading
from cases.models import Bulletin, Case, Event
from tests.actions.telling import READING, TEXT
from tests.browser.conftest import PASSWORD, PHONE
from tests.factories import BulletinFactory, CopyFactory, user_with_role

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CITIES = (
    *("运城", "长治", "大同", "晋中", "临汾"),
    *("吕梁", "忻州", "朔州", "阳泉", "晋城"),
)
HEAD = "# 山西公安公布十起网络犯罪典型案例\n\n 网安在线   2025-02-10 09:00\n\n"
TEN = HEAD + "\n".join(
    f"案例{number}：某某等人侵犯公民个人信息案\n\n"
    f"2024年{number % 9 + 1}月，{city}公安机关侦破一起侵犯公民个人信息案，"
    f"抓获犯罪嫌疑人{number + 2}人，均已采取刑事强制措施，涉案金额{number}0余万元。\n"
    for number, city in enumerate(CITIES, 1)
)
# The fifth case and those after it leave the number of people open.
DOUBTED = HEAD + "\n".join(
    f"案例{number}：某某等人侵犯公民个人信息案\n\n"
    f"2024年{number % 9 + 1}月，{city}公安机关侦破一起侵犯公民个人信息案，"
    f"抓获犯罪嫌疑人{number + 2 if number < 5 else '数十'}名，均已采取刑事强制措施。\n"
    for number, city in enumerate(CITIES, 1)
)
DROP = """([form, name, text]) => {
    const data = new DataTransfer();
    data.items.add(new File([text], name));
    data.items.add(new File(["GIF8"], "b.txt"));
    form.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
}"""


@pytest.fixture
def publisher(transactional_db):
    """Someone who may publish."""
    user = user_with_role("publisher", username="fabu")
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def desk(publisher, live_server, open_page):
    """Opens a page of the desk as the publisher, in English."""

    def open_desk(path: str = "", *size, **options):
        page = open_page(*size, **options)
        page.goto(f"{live_server.url}/en/admin/{path}")
        page.get_by_label("User name").fill("fabu")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.get_by_role("button", name="Sign out").wait_for()
        # The scripts, which take the keys and files, run when all is there.
        page.wait_for_load_state()
        return page

    return open_desk


@pytest.fixture
def bulletin(publisher) -> Bulletin:
    """The made-up bulletin with three drafts: clean, contradicting itself, in doubt."""
    bulletin = BulletinFactory(created_by=publisher)
    copy = CopyFactory(bulletin=bulletin, text=TEXT)
    bulletin.primary_copy = copy
    bulletin.save()
    store_reading(copy=copy, reading=READING)
    return bulletin


def review(bulletin: Bulletin) -> str:
    """The address of its review page at the desk."""
    return f"cases/bulletin/{bulletin.pk}/review/"


def focused(page) -> str:
    """The name of the element that has the focus."""
    return page.evaluate("document.activeElement.name || document.activeElement.id")


def test_ten_clean_cases_are_published_within_fifteen_keystrokes(desk):
    page = desk("cases/bulletin/import/")
    pressed = []

    def press(key: str) -> None:
        pressed.append(key)
        page.keyboard.press(key)

    assert focused(page) == "files"
    with page.expect_file_chooser() as dialog:
        press("Space")
    # The keys of the system's own dialog: to the file, and take it.
    pressed += ["ArrowDown", "Enter"]
    dialog.value.set_files(
        {"name": "通报.md", "mimeType": "text/markdown", "buffer": TEN.encode()}
    )
    while page.evaluate("document.activeElement.type") != "submit":
        press("Tab")
    press("Enter")
    page.get_by_text("All files are done.").wait_for()
    press("Enter")
    page.wait_for_url("**/review/")
    press("a")
    page.get_by_text("10 cases are published.").wait_for()

    assert Case.objects.published().count() == 10
    assert len(pressed) <= 15


def test_ten_cases_with_six_doubts_are_published_within_fifteen_keystrokes(desk):
    page = desk("cases/bulletin/import/")
    pressed = ["Space", "ArrowDown", "Enter"]
    page.locator("input[type=file]").set_input_files(
        {"name": "通报.md", "mimeType": "text/markdown", "buffer": DOUBTED.encode()}
    )

    def press(key: str) -> None:
        pressed.append(key)
        page.keyboard.press(key)

    # Enter in a field of one line sends the form.
    press("Tab")
    press("Tab")
    assert focused(page) == "account"
    press("Enter")
    page.get_by_text("All files are done.").wait_for()
    press("Enter")
    page.wait_for_url("**/review/")
    assert page.get_by_role("button", name="Publish 4 cases").is_visible()
    looked_at = []
    press("c")
    while focused(page) != "":
        looked_at.append(focused(page))
        press("c")
    assert page.evaluate("document.activeElement.textContent") == "Publish 10 cases"
    press("Enter")
    page.get_by_text("10 cases are published.").wait_for()

    assert looked_at == [
        f"case-{case.pk}-checked" for case in Case.objects.order_by("number")[4:]
    ]
    checks = Event.objects.filter(action="checked").order_by("case__number")
    assert list(checks.values_list("case__number", "after")) == [
        (number, ["people"]) for number in range(5, 11)
    ]
    assert len(pressed) <= 15


def test_publishing_a_case_by_key_leads_through_its_doubts(desk, bulletin):
    page = desk(review(bulletin))
    third = bulletin.cases.get(number=3)

    page.keyboard.press("b")
    page.keyboard.press("p")
    told = page.locator("[data-told]").inner_text()
    asked = focused(page)
    page.keyboard.press("c")
    page.wait_for_selector(f"#case-{third.pk} [data-key=publish]:focus")
    page.keyboard.press("p")
    page.get_by_text("Case 3 is published.").wait_for()

    assert (told, asked) == (
        "1 point to check: c confirms it, then p publishes",
        f"case-{third.pk}-checked",
    )
    assert list(third.events.order_by("pk").values_list("action", "after")) == [
        ("checked", ["people"]),
        ("published", None),
    ]


def test_who_may_not_publish_confirms_and_saves_case_by_case(desk, bulletin):
    User.objects.get().groups.set([Group.objects.get(name="editor")])
    page = desk(review(bulletin))
    third = bulletin.cases.get(number=3)

    page.keyboard.press("b")
    page.keyboard.press("c")
    page.keyboard.press("c")
    page.wait_for_selector(f"#case-{third.pk} .steps [data-key=save]:focus")
    page.keyboard.press("Enter")
    page.get_by_text("Case 3 is saved.").wait_for()

    third.refresh_from_db()
    assert third.checked_fields == ["people"]


def test_drafts_that_ask_something_are_answered_by_key(desk, bulletin):
    page = desk(review(bulletin))
    first, second, third = bulletin.cases.order_by("number")

    page.keyboard.press("n")
    assert focused(page) == f"case-{first.pk}"
    page.keyboard.press("p")
    page.get_by_text("Case 1 is published.").wait_for()
    page.wait_for_selector(f"#case-{second.pk}:focus")
    page.keyboard.press("d")
    page.keyboard.press("Space")
    page.keyboard.press("p")
    page.get_by_text("Case 2 is published.").wait_for()
    page.wait_for_selector(f"#case-{third.pk}:focus")
    page.keyboard.press("r")
    page.keyboard.type("told twice, as p and n")
    page.keyboard.press("Enter")
    page.get_by_text("Case 3 is rejected.").wait_for()

    assert list(
        bulletin.cases.order_by("number").values_list("status", "status_reason")
    ) == [
        ("published", ""),
        ("published", ""),
        ("rejected", "told twice, as p and n"),
    ]


def test_a_key_leads_to_each_field_and_escape_back_to_the_case(desk, bulletin):
    page = desk(review(bulletin))
    case = bulletin.cases.get(number=1)
    page.keyboard.press("n")
    reached = []

    for key in "1234567890-":
        page.keyboard.press(key)
        reached.append(focused(page).removeprefix(f"case-{case.pk}-"))
        page.keyboard.press("Escape")
        if focused(page) != f"case-{case.pk}":
            # The first closed a list of suggestions.
            page.keyboard.press("Escape")

    assert len(set(reached)) == 11
    assert focused(page) == f"case-{case.pk}"


def test_letters_typed_into_a_field_are_only_letters(desk, bulletin):
    page = desk(review(bulletin))

    page.keyboard.press("n")
    page.keyboard.press("1")
    page.keyboard.press("End")
    page.keyboard.type("apn")

    assert page.evaluate("document.activeElement.value").endswith("apn")
    assert not Case.objects.published().exists()
    page.keyboard.press("Escape")


def test_the_keys_are_listed_and_can_be_switched_off_for_good(desk, bulletin):
    page = desk(review(bulletin))

    page.keyboard.press("?")
    assert page.get_by_text("publish all that ask nothing").is_visible()
    page.get_by_label("Keys are on").uncheck()
    page.reload()
    page.keyboard.press("n")

    assert focused(page) == ""


def test_without_script_no_keys_are_promised(desk, bulletin):
    page = desk(review(bulletin), script=False)

    assert not page.get_by_text("By keyboard").is_visible()


@pytest.mark.parametrize("size", [(1280, 900), PHONE])
def test_dropped_files_are_told_one_by_one(desk, size):
    page = desk("cases/bulletin/import/", size)

    form = page.locator("[data-import]").element_handle()
    page.evaluate(DROP, [form, "通报.md", TEXT])
    assert page.locator("[data-chosen]").inner_text() == "通报.md · b.txt"
    page.keyboard.press("Enter")
    page.get_by_text("All files are done.").wait_for()

    assert [
        " ".join(line.split())[:20]
        for line in page.locator("[data-progress] li").all_inner_texts()
    ] == ["通报.md read: 3 cases,"[:20], "b.txt not read: its name"[:20]]
    assert Bulletin.objects.count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
