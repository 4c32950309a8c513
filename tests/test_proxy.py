"""Whose wrong passwords are counted behind a proxy."""

from __future__ import annotations

import pytest

from casebook.proxy import client_address
from tests.factories import user_with_role


@pytest.fixture
def editor(db):
    """Somebody who may work at the desk."""
    return user_with_role("editor", username="bianji")


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ({"HTTP_X_FORWARDED_FOR": "203.0.113.9"}, "203.0.113.9"),
        ({"HTTP_X_FORWARDED_FOR": "198.51.100.1, 203.0.113.9"}, "203.0.113.9"),
        ({"HTTP_X_FORWARDED_FOR": "2001:DB8::1"}, "2001:db8::1"),
        ({"HTTP_X_FORWARDED_FOR": "unknown"}, "10.0.0.2"),
        ({}, "10.0.0.2"),
    ],
)
def test_the_address_is_the_one_that_the_proxy_added(rf, said, address):
    request = rf.get("/", REMOTE_ADDR="10.0.0.2", **said)

    assert client_address(request) == address


@pytest.mark.django_db
def test_a_guesser_behind_the_proxy_locks_out_no_colleague(client, settings, editor):
    settings.AXES_CLIENT_IP_CALLABLE = "casebook.proxy.client_address"
    editor.set_password("right")
    editor.save()

    def sign_in(address: str, password: str) -> int:
        form = {"username": editor.username, "password": password}
        headers = {"X-Forwarded-For": address}
        return client.post("/admin/login/", form, headers=headers).status_code

    guesses = [sign_in("203.0.113.9", "wrong") for _number in range(6)]

    assert guesses == [200, 200, 200, 200, 429, 429]
    assert sign_in("198.51.100.1", "right") == 302
