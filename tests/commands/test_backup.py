"""manage.py backup and restore: everything comes back, or nothing changes."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest

from casebook.backups import BackupError, keep_days, new_enough
from casebook.postgres.binaries import installed
from casebook.postgres.cluster import Cluster
from casebook.postgres.folder import DATABASE, PORT, ROLE, Folder
from tests.actions.telling import TEXT
from tests.postgres.conftest import wait_for_stop

PROJECT = Path(__file__).resolve().parent.parent.parent
ENVIRONMENT = {
    name: value
    for name, value in os.environ.items()
    if name not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")
}
CASES = "SELECT number, title FROM cases_case ORDER BY number"


@dataclass
class Catalogue:
    """A catalogue of its own, used through the command line."""

    folder: Path
    socket: Path

    def manage(self, *arguments: object) -> tuple[int, str]:
        """The exit status of a command and what it said."""
        done = subprocess.run(
            [sys.executable, "manage.py", *map(str, arguments)],
            cwd=PROJECT,
            env={**ENVIRONMENT, "CASEBOOK_DATA_DIR": str(self.folder)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    def execute(self, query: str) -> list[tuple[object, ...]]:
        """The rows of a query, if it has any."""
        where = f"host={self.socket} port={PORT} user={ROLE} dbname={DATABASE}"
        with psycopg.connect(where) as connection:
            cursor = connection.execute(query)
            return cursor.fetchall() if cursor.description else []


@contextlib.contextmanager
def running() -> Iterator[Catalogue]:
    """A catalogue whose server runs from the first command to the last."""
    with tempfile.TemporaryDirectory(prefix="casebook-tests-") as name:
        folder = Path(name)
        folder.chmod(0o711)
        cluster = Cluster(folder / "postgres")
        yield Catalogue(folder, cluster.use())
        cluster.leave()
        wait_for_stop(Folder(folder / "postgres"))


@pytest.fixture
def empty() -> Iterator[Catalogue]:
    """A catalogue whose database has no tables yet."""
    with running() as catalogue:
        yield catalogue


@pytest.fixture(scope="module")
def filled() -> Iterator[Catalogue]:
    """A catalogue with one bulletin of three drafts."""
    with running() as catalogue:
        bulletin = catalogue.folder / "河东.md"
        bulletin.write_text(TEXT, encoding="utf-8")
        for command in (
            ["migrate", "--verbosity=0"],
            ["load_vocabularies"],
            ["add_user", "fabu", "--role", "publisher"],
            ["import_bulletins", bulletin],
        ):
            status, said = catalogue.manage(*command)
            assert status == 0, said
        yield catalogue


@pytest.fixture
def backup(filled, tmp_path) -> Path:
    """A backup of the filled catalogue."""
    status, said = filled.manage("backup", tmp_path / "backups")
    assert status == 0, said
    (path,) = (tmp_path / "backups").iterdir()
    return path


def test_a_backup_is_one_file_for_its_owner(backup):
    assert datetime.strptime(backup.name, "casebook-%Y%m%dT%H%M%SZ.dump")
    assert backup.stat().st_mode & 0o777 == 0o600


def test_a_backup_comes_back_in_an_empty_database(filled, empty, backup):
    restored = empty.manage("restore", backup)

    assert restored == (
        0,
        "Restored: bulletins 1, cases 3. Run manage.py prepare now.\n",
    )
    assert empty.manage("migrate", "--check")[0] == 0
    assert empty.execute(CASES) == filled.execute(CASES)
    assert empty.execute("SELECT text FROM cases_copy") == filled.execute(
        "SELECT text FROM cases_copy"
    )
    # What is imported next gets a number of its own.
    assert empty.execute("SELECT nextval('cases_bulletin_id_seq')") == [(2,)]


def test_what_is_there_is_replaced_only_when_asked(filled, backup):
    before = filled.execute(CASES)
    filled.execute("UPDATE cases_case SET title = 'changed'")

    refused = filled.manage("restore", backup)
    changed = filled.execute(CASES)
    replaced = filled.manage("restore", "--replace", backup)

    assert refused[0] == 1
    assert refused[1] == (
        "CommandError: The catalogue is not empty (bulletins: 1), and a backup takes"
        " the place of everything: back up what is there, then add --replace.\n"
    )
    assert changed == [(1, "changed"), (2, "changed"), (3, "changed")]
    assert replaced[0] == 0
    assert filled.execute(CASES) == before


@pytest.mark.parametrize("damage", ["cut", "other"])
def test_a_damaged_backup_changes_nothing(filled, backup, damage):
    before = filled.execute(CASES)
    whole = backup.read_bytes()
    backup.write_bytes(whole[: len(whole) // 2] if damage == "cut" else b"SELECT 1;")

    status, said = filled.manage("restore", "--replace", backup)

    assert status == 1
    assert said.startswith("CommandError: pg_restore: error: ")
    assert filled.execute(CASES) == before


def test_what_the_server_refuses_changes_nothing(filled, backup):
    before = filled.execute(CASES)
    filled.execute("CREATE SCHEMA other")
    filled.execute("CREATE TABLE other.thing (id int)")
    folder = backup.parent
    filled.manage("backup", folder / "more")
    (more,) = (folder / "more").iterdir()

    status, said = filled.manage("restore", "--replace", more)
    filled.execute("DROP SCHEMA other CASCADE")

    assert status == 1
    assert said.startswith("CommandError: The backup was not restored. ")
    assert 'schema "other" already exists' in said
    assert filled.execute(CASES) == before


def test_a_backup_that_fails_leaves_no_file_and_removes_none(filled, tmp_path):
    old = tmp_path / "casebook-20200101T000000Z.dump"
    old.touch()
    filled.execute("REVOKE SELECT ON auth_user FROM casebook")

    status, said = filled.manage("backup", tmp_path, "--keep-days", 7)
    filled.execute("GRANT ALL ON auth_user TO casebook")

    assert status == 1
    assert said.startswith("CommandError: No backup was made. pg_dump: error: ")
    assert list(tmp_path.iterdir()) == [old]


def test_old_backups_go_after_a_new_one(filled, tmp_path):
    old = tmp_path / "casebook-20200101T000000Z.dump"
    old.touch()

    status, said = filled.manage("backup", tmp_path, "--keep-days", 7)

    assert (status, said.splitlines()[1:]) == (0, [f"removed {old}"])
    assert not old.exists()


def test_only_backups_past_their_time_go(tmp_path):
    names = [
        "casebook-20261101T120000Z.dump",
        "casebook-20261116T115959Z.dump",
        "casebook-20261117T120001Z.dump",
        "casebook-20261124T120000Z.dump",
        "casebook-before-the-upgrade.dump",
        "notes.txt",
    ]
    for name in names:
        (tmp_path / name).touch()

    removed = keep_days(tmp_path, 7, now=datetime(2026, 11, 24, 12, tzinfo=UTC))

    assert [path.name for path in removed] == names[:2]
    assert sorted(path.name for path in tmp_path.iterdir()) == names[2:]


@pytest.mark.parametrize(
    ("on_path", "server", "is_ours"), [(15, 18, True), (18, 18, False), (19, 18, False)]
)
def test_programs_older_than_the_server_are_not_taken(
    tmp_path, monkeypatch, on_path, server, is_ours
):
    program = tmp_path / "pg_dump"
    program.write_text(f"#!/bin/sh\necho 'pg_dump (PostgreSQL) {on_path}.1 (Debian)'\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)

    folder = new_enough(server)

    assert folder == (installed() / "bin" if is_ours else tmp_path)


def test_without_programs_it_says_which_to_install():
    with pytest.raises(BackupError, match="Debian: postgresql-client-99"):
        new_enough(99)
