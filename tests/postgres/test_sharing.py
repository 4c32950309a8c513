"""A cluster is made, started, shared and stopped by those who use it."""

from __future__ import annotations

import os

import pytest

from tests.postgres.conftest import ordinary_account, wait_for_stop
from tests.postgres.waiting import eventually


@pytest.fixture(params=["us", "ordinary user"])
def account(request):
    """Whoever runs the tests and, when that is root, an ordinary user too."""
    if request.param == "us":
        return None
    if os.geteuid() != 0:
        pytest.skip("we are an ordinary user already")
    return ordinary_account()


def test_the_first_user_finds_a_database_of_its_own(use_cluster, open_folder, account):
    user = use_cluster(open_folder / "cluster", account=account)

    assert user.query(
        "SELECT current_database(), pg_get_userbyid(datdba), datctype, datlocale"
        " FROM pg_database WHERE datname = current_database()"
    ) == [("casebook", "casebook", "C.UTF-8", "C.UTF-8")]


def test_our_role_is_no_superuser_and_makes_no_databases(use_cluster, open_folder):
    user = use_cluster(open_folder / "cluster")

    assert user.query(
        "SELECT rolsuper, rolcreatedb, rolcreaterole, rolreplication FROM pg_roles"
        " WHERE rolname = current_user"
    ) == [(False, False, False, False)]


def test_the_server_listens_to_nobody_else(use_cluster, open_folder):
    user = use_cluster(open_folder / "cluster")

    assert user.query("SHOW listen_addresses") == [("",)]
    socket_folder = user.folder.socket_folder
    assert socket_folder.stat().st_mode & 0o777 == 0o700
    assert user.folder.data.stat().st_mode & 0o777 == 0o700


def test_the_environment_does_not_bend_the_server(use_cluster, open_folder):
    user = use_cluster(
        open_folder / "cluster", PGDATA="/nowhere", PGPORT="1", LC_ALL="de_DE.latin1"
    )

    assert user.query("SELECT lower('ÄÉ'), current_setting('server_encoding')") == [
        ("äé", "UTF8")
    ]


def test_users_share_one_server_until_the_last_is_gone(
    use_cluster, open_folder, account
):
    first = use_cluster(open_folder / "cluster", account=account)
    second = use_cluster(open_folder / "cluster", account=account)
    assert first.server == second.server

    first.leave()
    assert second.query("SELECT 1") == [(1,)]

    second.leave()
    wait_for_stop(second.folder)


def test_users_that_come_together_make_one_cluster(use_cluster, open_folder):
    together = [open_folder / "cluster"] * 3
    users = [use_cluster(path) for path in together]

    assert len({user.server for user in users}) == 1


def test_data_is_there_again_at_the_next_start(use_cluster, open_folder):
    before = use_cluster(open_folder / "cluster")
    before.query("CREATE TABLE kept AS SELECT 42 AS number")
    before.leave()

    after = use_cluster(open_folder / "cluster")

    assert after.query("SELECT number FROM kept") == [(42,)]


def test_a_throw_away_cluster_goes_with_its_last_user(use_cluster, open_folder):
    user = use_cluster(open_folder / "cluster", throw_away=True)
    assert user.query(
        "SELECT rolcreatedb, current_setting('fsync') FROM pg_roles"
        " WHERE rolname = current_user"
    ) == [(True, "off")]

    user.kill()

    wait_for_stop(user.folder)
    eventually(lambda: list(open_folder.iterdir()) == [])


def test_a_long_path_gets_its_socket_in_the_temporary_folder(use_cluster, open_folder):
    user = use_cluster(open_folder / ("long" * 30), TMPDIR=str(open_folder))

    assert user.query("SELECT 1") == [(1,)]
    assert os.path.dirname(user.socket_folder) == str(open_folder)

    user.leave()
    eventually(lambda: not os.path.exists(user.socket_folder))
