"""Backups of the whole database by pg_dump, and the way back.

A backup is one file, ``casebook-20261124T185256Z.dump`` (UTC), in pg_dump's custom
format. It holds everything: texts with what is blacked out in public, users, history.
So it is readable by its owner only. What it does not hold are the settings.

The programs must not be older than the server: those on the path are taken when they
are new enough, else those that came along with the embedded PostgreSQL.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.db import connection

from casebook.postgres.binaries import installed
from casebook.postgres.errors import ClusterError

NAME = "casebook-%Y%m%dT%H%M%SZ.dump"
VERSION = re.compile(r"\(PostgreSQL\) (\d+)")
# Everything of ours is in this schema; restoring makes it anew, as it is in a new
# database.
EMPTY = b"""
SET client_min_messages = warning;
BEGIN;
DROP SCHEMA public CASCADE;
CREATE SCHEMA public AUTHORIZATION pg_database_owner;
GRANT USAGE ON SCHEMA public TO PUBLIC;
"""


class BackupError(Exception):
    """A backup could not be made or read; the message says why."""


@dataclass(frozen=True, slots=True)
class Programs:
    """pg_dump, pg_restore and psql, and how they reach our database.

    ``arguments`` and ``environment`` name server, user and database to any of them.
    """

    folder: Path
    arguments: tuple[str, ...]
    environment: Mapping[str, str]

    def command(self, name: str, *options: str) -> list[str]:
        """The command line of a program that works on a file."""
        return [str(self.folder / name), *options]

    def connected(self, name: str, *options: str) -> list[str]:
        """The command line of a program that works on our database."""
        return [*self.command(name, *options), *self.arguments]


def programs() -> Programs:
    """The programs for the database that the settings name.

    Raises BackupError when none is new enough for the server.
    """
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version_num")
        server = int(cursor.fetchone()[0]) // 10000
    (_psql, *arguments), added = connection.client.settings_to_cmd_args_env(
        connection.settings_dict, []
    )
    # Of our own server nobody's PG variables know anything.
    is_ours = "CLUSTER" in connection.settings_dict
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not (is_ours and name.startswith("PG"))
    }
    environment = {**inherited, **(added or {})}
    return Programs(new_enough(server), tuple(arguments), environment)


def new_enough(server: int) -> Path:
    """The folder of programs that understand a server of this major version."""
    folders = []
    if on_path := shutil.which("pg_dump"):
        folders.append(Path(on_path).parent)
    with suppress(ClusterError):
        folders.append(installed() / "bin")
    for folder in folders:
        told = subprocess.run(
            [folder / "pg_dump", "--version"],
            capture_output=True,
            text=True,
            check=False,
        )
        version = VERSION.search(told.stdout)
        if version and int(version[1]) >= server:
            return folder
    raise BackupError(
        f"The server is PostgreSQL {server}, and there is no pg_dump of that version:"
        f" install its client programs (Debian: postgresql-client-{server})."
    )


def back_up(folder: Path, *, now: datetime) -> Path:
    """Write the database to a new file in ``folder``; the file.

    It appears under its name when it is whole and was read through once. Raises
    BackupError, and leaves no file, when that fails.
    """
    use = programs()
    path = folder / now.astimezone(UTC).strftime(NAME)
    draft = path.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
        options = ["--format=custom", "--no-owner", "--no-privileges"]
        dump = use.connected("pg_dump", *options, f"--file={draft}")
        _run(dump, use.environment)
        check(draft, use)
        _reach_the_disk(draft)
        draft.rename(path)
        _reach_the_disk(folder)
    except OSError as error:
        raise BackupError(f"{folder}: {error.strerror}") from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    return path


def remove_old(folder: Path, *, before: datetime) -> list[Path]:
    """Remove the backups that were made before a time; which those were."""
    old = []
    for path in sorted(folder.glob("casebook-*.dump")):
        with suppress(ValueError):  # a file of somebody else's
            made = datetime.strptime(path.name, NAME).replace(tzinfo=UTC)
            if made < before:
                path.unlink()
                old.append(path)
    return old


def keep_days(folder: Path, days: int, *, now: datetime) -> list[Path]:
    """Remove what is older than ``days``. Call it after a backup that succeeded."""
    return remove_old(folder, before=now - timedelta(days=days))


def check(path: Path, use: Programs) -> None:
    """Read a backup from its first byte to its last.

    Raises BackupError when it is none, or not whole.
    """
    _run(use.command("pg_restore", "--file=/dev/null", str(path)), use.environment)


def restore(path: Path) -> None:
    """Put a backup in the place of everything that is in the database.

    All of it happens or nothing: a backup that turns out not to be whole, or that
    the server refuses, leaves the database as it was, with a BackupError.
    """
    use = programs()
    check(path, use)
    connection.close()  # ours would wait for itself
    reader = subprocess.Popen(
        use.command(
            "pg_restore", "--no-owner", "--no-privileges", "--file=-", str(path)
        ),
        stdout=subprocess.PIPE,
        env=use.environment,
    )
    options = ["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--file=-"]
    writer = subprocess.Popen(
        use.connected("psql", *options),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=use.environment,
    )
    with reader, writer:
        assert reader.stdout is not None and writer.stdin is not None
        assert writer.stderr is not None
        try:
            writer.stdin.write(EMPTY)
            shutil.copyfileobj(reader.stdout, writer.stdin)
            is_whole = reader.wait() == 0
            writer.stdin.write(b"COMMIT;\n" if is_whole else b"ROLLBACK;\n")
            writer.stdin.close()
        except BrokenPipeError:  # psql stopped at an error, which it tells
            is_whole = True
            reader.stdout.close()
        said = writer.stderr.read().decode(errors="replace")
    if writer.returncode != 0 or not is_whole:
        raise BackupError(f"The backup was not restored. {said.strip()}".strip())


def _run(command: list[str], environment: Mapping[str, str]) -> None:
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise BackupError(done.stderr.strip() or f"{command[0]} failed.")


def _reach_the_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
