"""What a visitor reads when a request fails, and what to do next."""

from __future__ import annotations

import re
from functools import partial

import pytest
from django.core.exceptions import SuspiciousOperation
from django.test import Client

from cases.views.errors import bad_request, server_error
from tests.factories import BulletinFactory, UserFactory, user_with_role

pytestmark = pytest.mark.django_db


def main(html: str) -> str:
    """The text of the page's main part."""
    inside = html.partition("<main")[2].partition("</main>")[0].partition(">")[2]
    return " ".join(re.sub(r"<[^>]+>", " ", inside).split())


@pytest.mark.parametrize("path", ["/nowhere/", "/en/nowhere/", "/cases/x/"])
def test_an_unknown_address_has_a_page_of_ours(client, path):
    response = client.get(path)

    assert response.status_code == 404
    assert 'class="masthead"' in response.content.decode()
    assert not response.has_header("Vary")


def test_an_unknown_address_leads_on(client):
    html = client.get("/en/nowhere/").content.decode()

    assert main(html) == (
        "This page does not exist It may never have been published, or its address was"
        " mistyped. What you can do Search above: any words of a case, a place, an"
        " offence. All cases All bulletins All places"
    )


def test_an_unknown_address_of_the_desk_leads_back_to_it(client):
    client.force_login(user_with_role("editor"))

    html = client.get("/en/admin/cases/bulletin/9/review/").content.decode()

    assert '<a href="/en/admin/">Back to the desk</a>' in html


def test_who_has_no_role_is_told_whom_to_ask(client):
    client.force_login(UserFactory(username="guest"))

    response = client.get("/en/admin/")

    html = response.content.decode()
    assert response.status_code == 403
    assert response["Cache-Control"] == "no-store"
    assert main(html) == (
        "This is not open to you You are signed in as guest. What you asked for takes"
        " a role at the desk that you do not have. Nothing was changed. What you can do"
        " Ask whoever runs this catalogue to give you the role. All cases Sign out, to"
        " sign in as somebody else"
    )
    assert '<form method="post" action="/en/admin/logout/">' in html


@pytest.mark.parametrize(
    ("path", "takes"),
    [
        ("/en/admin/cases/bulletin/{}/publish/", "Publishing takes the role of a"),
        ("/en/admin/cases/bulletin/samples/remove/", "Withdrawing takes the role"),
    ],
)
def test_an_editor_is_told_what_it_takes(client, path, takes):
    client.force_login(user_with_role("editor", username="bianji"))

    response = client.post(path.format(BulletinFactory().pk))

    told = main(response.content.decode())
    assert response.status_code == 403
    assert f"You are signed in as bianji. {takes}" in told
    assert "Ask somebody with that role to do it. Back to the desk" in told


def test_a_form_of_an_old_page_is_refused_in_our_words():
    client = Client(enforce_csrf_checks=True)

    response = client.post("/en/admin/login/", {"username": "a", "password": "b"})

    told = main(response.content.decode())
    assert response.status_code == 403
    assert told.startswith("This form was not accepted ")
    assert "Load that page anew and send the form again." in told


@pytest.mark.parametrize(
    ("path", "first", "second"),
    [
        ("/", "无法理解这个请求", "This request could not be understood"),
        ("/en/", "This request could not be understood", "无法理解这个请求"),
    ],
)
def test_a_name_that_is_not_ours_is_told_so_in_both_languages(
    client, path, first, second
):
    response = client.get(path, headers={"Host": "other.example"})

    html = response.content.decode()
    assert response.status_code == 400
    assert f"<title>{first} · {second}</title>" in html
    assert f"<h1>{first}</h1>" in html
    assert f"<h2>{second}</h2>" in html


@pytest.mark.parametrize(
    ("path", "language", "other"), [("/", "zh-Hans", "en"), ("/en/", "en", "zh-Hans")]
)
def test_our_own_failure_asks_the_database_nothing(
    rf, django_assert_num_queries, path, language, other
):
    with django_assert_num_queries(0):
        response = server_error(rf.get(path))

    html = response.content.decode()
    assert (response.status_code, response["Cache-Control"]) == (500, "no-store")
    assert f'<html lang="{language}">' in html
    assert f'<section class="prose failure" lang="{other}">' in html
    assert "Load the page again in a moment." in html
    assert "请稍后重新载入此页。" in html


@pytest.mark.parametrize("status", [400, 500])
def test_a_server_without_its_static_files_can_say_that_it_failed(
    rf, settings, tmp_path, status
):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {
            "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        }
    }
    handler = {400: partial(bad_request, exception=SuspiciousOperation())}

    response = handler.get(status, server_error)(rf.get("/"))

    assert response.status_code == status
