"""Who reaches what at the desk."""

from __future__ import annotations

import pytest
from django.contrib import admin
from django.urls import reverse

from cases.actions.publishing import publish_case, reject_case
from cases.actions.redacting import redact
from cases.admin.browsing import BULLETIN_STEPS, CASE_STEPS
from cases.models import Bulletin, Case, Event
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

READ, POST = "get", "post"

# Address, method, what it needs: whether an editor and a publisher may.
# Answers to those who may are 200 or 302, or 422 when the empty form lacks a value.
TABLE = {
    "index": (READ, True, True),
    "import": (READ, True, True),
    "samples": (READ, True, True),
    "samples-remove": (POST, False, True),
    "regions": (READ, True, True),
    "cases_bulletin_changelist": (READ, True, True),
    "cases_case_changelist": (READ, True, True),
    "cases_bulletin_change": (READ, True, True),
    "cases_case_change": (READ, True, True),
    "password_change": (READ, True, True),
    "bulletin-review": (READ, True, True),
    "bulletin-save": (POST, True, True),
    "bulletin-publish": (POST, False, True),
    "bulletin-mark": (POST, True, True),
    "bulletin-black-out": (POST, True, True),
    "bulletin-add-copy": (POST, True, True),
    "bulletin-join": (POST, True, True),
    "bulletin-keep-apart": (POST, True, True),
    "bulletin-read-again": (POST, True, True),
    "bulletin-discard": (POST, True, True),
    "case-save": (POST, True, True),
    "case-publish": (POST, False, True),
    "case-reject": (POST, True, True),
    "case-return": (POST, True, True),
    "case-withdraw": (POST, False, True),
    "case-redact": (POST, True, True),
    "case-override": (POST, False, True),
    "undo": (POST, True, True),
    "lift": (POST, True, True),
    # Django's own pages that nobody needs are nobody's.
    "cases_bulletin_add": (READ, False, False),
    "cases_case_add": (READ, False, False),
    "cases_bulletin_delete": (READ, False, False),
    "cases_case_delete": (READ, False, False),
    "auth_user_changelist": (READ, False, False),
}


@pytest.fixture
def address(bulletin, cases, publisher):
    """The address of a page of the table, about the made-up bulletin."""
    (decision,) = redact(copy=cases[0].copy, spans=[(70, 72)], by=publisher)

    def of(name: str) -> str:
        about = cases[0]
        if name == "case-return":
            about = cases[1]
            if about.status == Case.Status.DRAFT:
                reject_case(case=about, reason="why", by=publisher)
        if name == "case-withdraw":
            publish_case(case=cases[0], by=publisher)
        arguments = {
            "undo": [about.pk, "month"],
            "lift": [about.pk, decision.pk],
            "cases_bulletin_change": [bulletin.pk],
            "cases_bulletin_delete": [bulletin.pk],
            "cases_case_change": [about.pk],
            "cases_case_delete": [about.pk],
        }
        if name.startswith("bulletin-"):
            return reverse(f"admin:{name}", args=[bulletin.pk])
        if name.startswith("case-"):
            return reverse(f"admin:{name}", args=[about.pk])
        return reverse(f"admin:{name}", args=arguments.get(name, []))

    return of


def test_every_page_of_ours_is_in_the_table():
    ours = {f"bulletin-{name}" for name in BULLETIN_STEPS}
    ours |= {f"case-{name}" for name in CASE_STEPS}
    named = {
        pattern.name
        for model in (Bulletin, Case)
        for pattern in admin.site.get_model_admin(model).get_urls()
        if pattern.name and not pattern.name.endswith("_history")
    }

    assert ours | named <= set(TABLE)


@pytest.mark.parametrize("name", TABLE)
def test_strangers_are_asked_to_sign_in(client, address, name):
    path = address(name)

    response = getattr(client, TABLE[name][0])(path)

    assert (response.status_code, response["Location"].split("?")[0]) == (
        302,
        reverse("admin:login"),
    )


@pytest.mark.parametrize("is_staff", [True, False])
@pytest.mark.parametrize("name", TABLE)
def test_who_has_no_role_is_refused(client, address, name, is_staff):
    client.force_login(UserFactory(is_staff=is_staff))

    response = getattr(client, TABLE[name][0])(address(name))

    assert response.status_code == 403


@pytest.mark.parametrize("role", ["editor", "publisher"])
@pytest.mark.parametrize("name", TABLE)
def test_the_table(request, client, address, name, role):
    method, editor_may, publisher_may = TABLE[name]
    may = editor_may if role == "editor" else publisher_may
    path = address(name)
    client.force_login(request.getfixturevalue(role))

    response = getattr(client, method)(path)

    assert response.status_code in ({200, 302, 422} if may else {403})


@pytest.mark.parametrize(
    "name", [name for name, row in TABLE.items() if row[0] == POST]
)
def test_the_address_of_a_step_leads_to_its_button_and_takes_no_step(
    desk, address, bulletin, cases, name
):
    path = address(name)
    before = list(Event.objects.values_list("pk", flat=True))

    response = desk.get(path)

    review = reverse("admin:bulletin-review", args=[bulletin.pk])
    case = cases[1] if name == "case-return" else cases[0]
    assert (response.status_code, response["Location"]) == (
        302,
        reverse("admin:samples")
        if name == "samples-remove"
        else review
        if name.startswith("bulletin-")
        else f"{review}#case-{case.pk}",
    )
    assert list(Event.objects.values_list("pk", flat=True)) == before
    assert desk.put(path).status_code == 405


def test_who_has_no_role_can_sign_out(client):
    client.force_login(UserFactory())

    client.post(reverse("admin:logout"))

    assert "_auth_user_id" not in client.session


def test_a_page_of_the_desk_is_not_kept_by_caches(desk, bulletin):
    response = desk.get(reverse("admin:bulletin-review", args=[bulletin.pk]))

    assert "no-store" in response["Cache-Control"]
