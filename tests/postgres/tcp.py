"""Runs a command with a PostgreSQL that is reached over TCP with a password.

    python -m tests.postgres.tcp COMMAND [ARGUMENT...]

The server comes from the same programs as Casebook's own and is gone afterwards. The
command finds it in ``DATABASE_URL``.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg

from casebook.postgres.account import Account, run_as, server_account
from casebook.postgres.binaries import programs
from casebook.postgres.folder import (
    ENVIRONMENT,
    Folder,
    make_data,
    make_folder,
    make_socket_folder,
)

ADDRESS = "127.0.0.1"
ACCESS = f"""
local all postgres trust
host  all all {ADDRESS}/32 scram-sha-256
"""


@contextlib.contextmanager
def server_over_tcp() -> Iterator[str]:
    """The URL of a new server's database; its role may make test databases."""
    path = Path(tempfile.mkdtemp(prefix="casebook-tcp-"))
    account = server_account(path / "data")
    if account is not None:
        path.chmod(0o711)
    folder = make_folder(path, account)
    make_data(folder, programs(account), account, throw_away=True)
    make_socket_folder(folder, account)
    (folder.data / "pg_hba.conf").write_text(ACCESS)
    port = _free_port()
    server = _start(folder, port, account)
    try:
        password = secrets.token_urlsafe(12)
        _set_password(folder, port, password)
        yield f"postgres://casebook:{password}@{ADDRESS}:{port}/casebook"
    finally:
        server.send_signal(signal.SIGINT)
        server.wait()
        shutil.rmtree(path)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((ADDRESS, 0))
        port: int = probe.getsockname()[1]
        return port


def _start(
    folder: Folder, port: int, account: Account | None
) -> subprocess.Popen[bytes]:
    command = [programs(account) / "postgres", "-D", folder.data, "-h", ADDRESS]
    command += ["-p", str(port), "-k", folder.socket_folder, "-c", "fsync=off"]
    with folder.log.open("wb") as log:
        return subprocess.Popen(
            command,
            cwd="/",
            env=ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            **run_as(account),
        )


def _set_password(folder: Folder, port: int, password: str) -> None:
    """Give our role ``password``, as soon as the server answers."""
    where = f"host={folder.socket_folder} port={port} user=postgres dbname=postgres"
    deadline = time.monotonic() + 60
    while True:
        try:
            with psycopg.connect(where) as connection:
                connection.execute(f"ALTER ROLE casebook PASSWORD '{password}'")
            return
        except psycopg.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def main() -> int:
    """Run the command of the command line; its exit status."""
    with server_over_tcp() as url:
        environment = {**os.environ, "DATABASE_URL": url}
        return subprocess.run(sys.argv[1:], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
