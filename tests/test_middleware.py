"""What happens to a request before a page is asked for."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.django_db


def test_the_service_is_well(client):
    response = client.get("/healthz")

    assert (response.status_code, response.content) == (200, b"ok\n")
    assert response["Cache-Control"] == "no-store"


def test_health_is_told_whatever_the_rules_for_visitors(client, settings):
    settings.ALLOWED_HOSTS = ["casebook.example"]
    settings.SECURE_SSL_REDIRECT = True

    response = client.get("/healthz", headers={"Host": "10.0.0.7:8000"})

    assert (response.status_code, response.content) == (200, b"ok\n")


@pytest.mark.parametrize(
    ("path", "language"),
    [("/about/", "zh-hans"), ("/en/about/", "en"), ("/nowhere/", "zh-hans")],
)
@pytest.mark.parametrize("wanted", ["", "en", "zh-TW,zh;q=0.9", "fr"])
def test_the_address_alone_chooses_the_language(client, path, language, wanted):
    response = client.get(path, headers={"Accept-Language": wanted, "Cookie": ""})

    shown = "zh-Hans" if language == "zh-hans" else "en"
    assert response["Content-Language"] == language
    assert f'<html lang="{shown}">' in response.content.decode()


@pytest.mark.parametrize(
    "path", ["/", "/en/", "/?q=木马", "/bulletins/", "/regions/shanxi/", "/export.csv"]
)
def test_a_public_page_is_the_same_for_everybody(client, path):
    response = client.get(path)

    assert response.status_code == 200
    assert not response.has_header("Vary")
    assert not response.cookies


@pytest.mark.parametrize("path", ["/about/", "/nothing/", "/admin/login/"])
def test_every_answer_says_what_it_may_load(client, path):
    policy = client.get(path)["Content-Security-Policy"]

    assert sorted(policy.split("; ")) == [
        "base-uri 'none'",
        "connect-src 'self'",
        "default-src 'none'",
        "font-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
    ]
