"""The first publisher's login: generated, kept, and no longer told once changed."""

from __future__ import annotations

import stat

import pytest
from django.contrib.auth.models import Group, User

from casebook.publisher import Login, ensure_publisher

pytestmark = pytest.mark.django_db


@pytest.fixture
def login_file(tmp_path):
    """Where the login is kept, in a folder that does not exist yet."""
    return tmp_path / "data" / "publisher-login"


def test_an_empty_catalogue_gets_a_publisher(login_file):
    login = ensure_publisher(login_file)

    publisher = User.objects.get()
    assert login == Login("publisher", login_file.read_text().split()[1])
    assert publisher.check_password(login.password)
    assert publisher.is_staff
    assert not publisher.is_superuser
    assert [group.name for group in publisher.groups.all()] == ["publisher"]


def test_the_login_is_for_its_owners_eyes_only(login_file):
    ensure_publisher(login_file)

    assert stat.S_IMODE(login_file.stat().st_mode) == 0o600


def test_two_catalogues_get_two_passwords(tmp_path):
    first = ensure_publisher(tmp_path / "first")
    User.objects.all().delete()

    assert ensure_publisher(tmp_path / "second").password != first.password


def test_the_same_login_is_told_again(login_file):
    assert ensure_publisher(login_file) == ensure_publisher(login_file)
    assert User.objects.count() == 1


def test_a_new_database_keeps_the_login(login_file):
    before = ensure_publisher(login_file)
    User.objects.all().delete()

    assert ensure_publisher(login_file) == before
    assert User.objects.get().check_password(before.password)


def test_a_changed_password_is_not_told(login_file):
    ensure_publisher(login_file)
    publisher = User.objects.get()
    publisher.set_password("one of their own")
    publisher.save()

    assert ensure_publisher(login_file) == Login("publisher", None)


@pytest.mark.parametrize("how", ["a publisher", "a superuser"])
def test_nobody_is_added_where_others_publish(login_file, how):
    if how == "a superuser":
        User.objects.create_superuser("somebody")
    else:
        User.objects.create_user("somebody").groups.add(
            Group.objects.get(name="publisher")
        )

    assert ensure_publisher(login_file) is None
    assert [user.username for user in User.objects.all()] == ["somebody"]
    assert not login_file.exists()
