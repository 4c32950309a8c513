"""What is wrong with a cluster is said in one line, with what to do about it."""

from __future__ import annotations

import os

import pytest

from casebook.postgres import binaries
from casebook.postgres.errors import ClusterError
from casebook.postgres.folder import check_space, explain
from tests.postgres.conftest import ordinary_account, wait_for_stop

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can be another user")


@pytest.fixture
def stopped(use_cluster, open_folder):
    """A user of a cluster that is stopped again."""
    user = use_cluster(open_folder / "cluster")
    user.leave()
    wait_for_stop(user.folder)
    return user


def test_a_cluster_of_another_major_version(use_cluster, stopped):
    (stopped.folder.data / "PG_VERSION").write_text("17\n")

    with pytest.raises(RuntimeError) as raised:
        use_cluster(stopped.path)

    assert str(raised.value) == (
        f"The database in {stopped.folder.data} was made by PostgreSQL 17, this"
        " Casebook brings PostgreSQL 18: dump it with the old one (pg_dump) and load"
        " that into a new one, or move the folder away to start empty."
    )


def test_a_damaged_cluster(use_cluster, stopped):
    (stopped.folder.data / "global" / "pg_control").unlink()

    with pytest.raises(RuntimeError) as raised:
        use_cluster(stopped.path)

    assert "pg_control" in str(raised.value)
    assert str(stopped.folder.log) in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_folder_that_is_no_cluster(use_cluster, open_folder):
    data = open_folder / "cluster" / "data"
    data.mkdir(parents=True)
    owner = ordinary_account()
    if owner is not None:
        os.chown(data, owner.uid, owner.gid)

    with pytest.raises(RuntimeError) as raised:
        use_cluster(open_folder / "cluster")

    assert str(raised.value) == (
        f"{data} holds no PostgreSQL database: move it away to start with an empty one."
    )


@as_root
def test_a_cluster_of_another_user(use_cluster, stopped):
    os.chown(stopped.folder.data, 1, 1)

    with pytest.raises(RuntimeError) as raised:
        use_cluster(stopped.path, account=ordinary_account())

    assert str(raised.value) == (
        f"The database in {stopped.folder.data} belongs to the user daemon: run this"
        " as root, as that user, or with another CASEBOOK_DATA_DIR."
    )


@as_root
@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("no-such-user", "there is no user 'no-such-user' to run it"),
        ("root", "CASEBOOK_PG_USER=root is root"),
    ],
)
def test_a_server_account_that_cannot_be(use_cluster, open_folder, name, problem):
    with pytest.raises(RuntimeError) as raised:
        use_cluster(open_folder / "cluster", CASEBOOK_PG_USER=name)

    assert problem in str(raised.value)
    assert "CASEBOOK_PG_USER" in str(raised.value)


def test_a_link_to_a_cluster_that_is_gone(use_cluster, open_folder):
    (open_folder / "cluster").symlink_to(open_folder / "gone")

    with pytest.raises(RuntimeError) as raised:
        use_cluster(open_folder / "cluster")

    assert str(raised.value) == (
        f"{open_folder / 'cluster'} is a link to {open_folder / 'gone'}, which is not"
        " there: bring it back, or remove the link to start with an empty database."
    )


def test_a_disk_without_space(tmp_path):
    with pytest.raises(ClusterError, match=r"^No space for the database: .* MB free"):
        check_space(tmp_path, needed=2**62)


def test_a_disk_that_fills_up():
    output = 'initdb: error: could not write "x": No space left on device\n'

    assert explain(output, "initdb") == (
        "No space for the database: the disk is full. Free some, or set"
        " CASEBOOK_DATA_DIR to a folder on another disk."
    )


def test_a_platform_without_programs(monkeypatch):
    monkeypatch.setattr(binaries, "PACKAGE", "no_such_package")

    with pytest.raises(ClusterError, match=r"set DATABASE_URL to a PostgreSQL server"):
        binaries.installed()
