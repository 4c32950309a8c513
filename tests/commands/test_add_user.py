"""manage.py add_user: how an operator lets people work at the desk."""

from __future__ import annotations

from io import StringIO

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import RequestFactory

pytestmark = pytest.mark.django_db


def add_user(*arguments: str) -> str:
    """What the command prints."""
    printed = StringIO()
    call_command("add_user", *arguments, stdout=printed)
    return printed.getvalue().strip()


def roles(name: str) -> list[str]:
    return list(User.objects.get(username=name).groups.values_list("name", flat=True))


def test_a_new_user_is_an_editor_who_can_sign_in_with_the_printed_password():
    printed = add_user("lili")

    start, password = printed.rsplit(" ", 1)
    assert start == "lili (editor), password"
    request = RequestFactory().post("/admin/login/")
    user = authenticate(request, username="lili", password=password)
    assert (user.is_staff, user.is_superuser, roles("lili")) == (
        True,
        False,
        ["editor"],
    )


def test_a_known_user_changes_role_and_keeps_the_password():
    add_user("lili")
    before = User.objects.get(username="lili").password

    printed = add_user("lili", "--role", "publisher")

    assert printed == "lili is now publisher; the password stays."
    assert roles("lili") == ["publisher"]
    assert User.objects.get(username="lili").password == before


def test_a_role_that_there_is_not_is_refused():
    with pytest.raises(CommandError, match="invalid choice: 'owner'"):
        add_user("lili", "--role", "owner")
