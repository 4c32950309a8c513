"""Whatever is killed, no committed row is lost, and the next start works."""

from __future__ import annotations

import os
import signal
import subprocess

import psycopg
import pytest

from casebook.postgres.account import Account, run_as
from tests.postgres.conftest import wait_for_stop
from tests.postgres.waiting import eventually

MAKE_ROW = "CREATE TABLE kept AS SELECT 42 AS number"
READ_ROW = "SELECT number FROM kept"


def answers(user) -> bool:
    """Whether the user's server takes a query."""
    try:
        return user.query("SELECT 1") == [(1,)]
    except psycopg.OperationalError:
        return False


def test_the_server_stops_when_its_users_are_killed(use_cluster, open_folder):
    user = use_cluster(open_folder / "cluster")
    user.query(MAKE_ROW)

    user.kill()

    wait_for_stop(user.folder)
    assert use_cluster(open_folder / "cluster").query(READ_ROW) == [(42,)]


def test_a_killed_server_comes_back_while_it_is_used(use_cluster, open_folder):
    user = use_cluster(open_folder / "cluster")
    user.query(MAKE_ROW)
    killed = user.server

    os.kill(killed, signal.SIGKILL)

    eventually(lambda: answers(user) and user.server != killed)
    assert user.query(READ_ROW) == [(42,)]


def test_a_server_that_lost_its_supervisor_stops(use_cluster, open_folder):
    user = use_cluster(open_folder / "cluster")
    user.query(MAKE_ROW)

    os.kill(user.supervisor, signal.SIGKILL)

    wait_for_stop(user.folder)
    assert use_cluster(open_folder / "cluster").query(READ_ROW) == [(42,)]


def test_the_next_start_recovers_when_everything_was_killed(use_cluster, open_folder):
    user = use_cluster(open_folder / "cluster")
    user.query(MAKE_ROW)

    # The supervisor is held, so that it cannot start the server again in between.
    supervisor, server = user.supervisor, user.server
    os.kill(supervisor, signal.SIGSTOP)
    user.kill()
    os.kill(server, signal.SIGKILL)
    os.kill(supervisor, signal.SIGKILL)

    assert use_cluster(open_folder / "cluster").query(READ_ROW) == [(42,)]


def test_a_reused_process_number_does_not_stop_a_start(use_cluster, open_folder):
    user = use_cluster(open_folder / "cluster")
    user.leave()
    wait_for_stop(user.folder)
    owner = user.folder.data.stat()
    account = Account(owner.st_uid, owner.st_gid) if os.geteuid() == 0 else None
    with subprocess.Popen(["sleep", "60"], **run_as(account)) as stranger:
        stale = user.folder.data / "postmaster.pid"
        stale.write_text(
            f"{stranger.pid}\n{user.folder.data}\n1\n5432\n"
            f"{user.socket_folder}\n\n    1   1\nready   \n"
        )

        assert answers(use_cluster(open_folder / "cluster"))
        stranger.kill()


def test_a_start_that_was_killed_halfway_is_made_anew(use_cluster, open_folder):
    half_made = open_folder / "cluster" / "data.new"
    half_made.mkdir(parents=True)
    half_made.parent.chmod(0o711)
    (half_made / "PG_VERSION").write_text("18\n")

    user = use_cluster(open_folder / "cluster")

    assert answers(user)
    assert not half_made.exists()


@pytest.mark.parametrize("victim", ["server", "user"])
def test_an_open_transaction_is_rolled_back(use_cluster, open_folder, victim):
    user = use_cluster(open_folder / "cluster")
    user.query(MAKE_ROW)
    where = f"host={user.socket_folder} user=casebook dbname=casebook"
    with psycopg.connect(where) as connection:
        connection.execute("UPDATE kept SET number = 0")
        if victim == "server":
            os.kill(user.server, signal.SIGKILL)
        else:
            user.kill()
        with pytest.raises(psycopg.OperationalError):
            for _ in range(1000):
                connection.execute("SELECT pg_sleep(0.05)")
        connection.close()

    after = use_cluster(open_folder / "cluster")
    eventually(lambda: answers(after))
    assert after.query(READ_ROW) == [(42,)]
