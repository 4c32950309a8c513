"""A reader without script or account reports a mistake, and the desk answers."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from cases.forms import reports as form
from cases.models import Report
from tests.browser.conftest import PASSWORD, PHONE
from tests.factories import CaseFactory, user_with_role

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_report_goes_from_a_phone_to_the_desk_and_is_answered(
    transactional_db, live_server, open_page, monkeypatch
):
    # A person takes longer than this test.
    monkeypatch.setattr(form, "LEAST_SECONDS", -1)
    user = user_with_role("editor", username="bianji")
    user.set_password(PASSWORD)
    user.save()
    case = CaseFactory(is_published=True)

    reader = open_page(PHONE, script=False, missing=True)
    reader.goto(f"{live_server.url}/en/cases/{case.pk}/")
    reader.get_by_role("link", name="Report a problem or ask for removal").click()
    reader.get_by_role("button", name="Send the report").click()
    expect(reader.get_by_role("alert")).to_contain_text("Choose what it is about.")
    reader.get_by_label("It shows personal data").check()
    reader.get_by_label("In your words").fill("The second sentence has an address.")
    reader.get_by_role("button", name="Send the report").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text(
        "Your report has come in"
    )

    editor = open_page()
    editor.goto(f"{live_server.url}/en/admin/")
    editor.locator("[name=username]").fill("bianji")
    editor.locator("[name=password]").fill(PASSWORD)
    editor.locator("[name=password]").press("Enter")
    editor.get_by_role("link", name="1 reader’s report waits for an answer").click()
    editor.get_by_role("link", name="The second sentence has an address.").click()
    editor.get_by_label("What was done").fill("Blacked out.")
    editor.get_by_role("button", name="Mark as answered").click()
    expect(editor.get_by_text("The report is answered.")).to_be_visible()

    assert Report.objects.get().answer == "Blacked out."
