"""Starts a cluster for the first process that uses it and shares it with the others."""

from __future__ import annotations

import functools
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

from casebook.postgres import binaries
from casebook.postgres.account import Account, server_account
from casebook.postgres.errors import ClusterError
from casebook.postgres.folder import (
    PORT,
    Folder,
    check_version,
    explain,
    make_data,
    make_folder,
    make_socket_folder,
)
from casebook.postgres.locks import is_held, is_shared, take
from casebook.postgres.supervisor import accepts_connections

PROJECT = Path(__file__).resolve().parent.parent.parent
# A server that has to recover much after a crash may take a while.
START_SECONDS = 300
STOP_SECONDS = 90

SERVER_SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # Below 16 MB a search's bitmap turns lossy and whole pages are read again.
    "work_mem": "32MB",
    # One line every five minutes, for nobody.
    "log_checkpoints": "off",
}
# A cache for a small catalogue on somebody's own machine; a server gives more.
SHARED_BUFFERS = "128MB"
# A throw-away cluster never has to survive a power cut.
THROW_AWAY_SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
}


class Cluster:
    """The PostgreSQL cluster called ``path``.

    A ``throw_away`` cluster is deleted when its last user is gone.
    """

    def __init__(self, path: Path, *, throw_away: bool = False) -> None:
        self.path = path
        self.throw_away = throw_away
        self._folder: Folder | None = None
        self._users_lock: int | None = None
        self._mutex = threading.Lock()

    def use(self) -> Path:
        """Make sure that the server runs, until this process ends or leaves.

        Makes the cluster when there is none. Returns the folder of its socket.
        Cheap when it runs already. Raises ``ClusterError`` when it cannot run.
        """
        with self._mutex:
            if self._folder is None or not is_ready(self._folder):
                try:
                    self._folder = self._start()
                except OSError as error:
                    raise ClusterError(
                        f"The database in {self.path} cannot be used: {error}"
                    ) from error
            return self._folder.socket_folder

    def leave(self) -> None:
        """Use the cluster no longer; wait for its stop when nobody else uses it."""
        with self._mutex:
            if self._folder is None:
                return
            self._drop_users_lock()
            deadline = time.monotonic() + STOP_SECONDS
            while (
                time.monotonic() < deadline
                and is_held(self._folder.supervisor_lock)
                and not is_shared(self._folder.users_lock)
            ):
                time.sleep(0.02)
            self._folder = None

    def _start(self) -> Folder:
        while True:
            account = server_account(self.path / "data")
            folder = make_folder(self.path, account)
            try:
                if self._users_lock is None:
                    self._users_lock = take(folder.users_lock, shared=True)
                start_lock = take(folder.start_lock, shared=False)
            except FileNotFoundError:
                self._drop_users_lock()  # a throw-away cluster went while we waited
                continue
            try:
                if is_ready(folder):
                    return folder
                if make_folder(self.path, account) == folder:
                    self._start_server(folder, account)
                    return folder
                self._drop_users_lock()  # it stopped just now and had to move
            finally:
                os.close(start_lock)

    def _drop_users_lock(self) -> None:
        if self._users_lock is not None:
            os.close(self._users_lock)
            self._users_lock = None

    def _start_server(self, folder: Folder, account: Account | None) -> None:
        programs = binaries.programs(account)
        if folder.data.exists():
            check_version(folder.data, programs)
        else:
            make_data(folder, programs, account, throw_away=self.throw_away)
        make_socket_folder(folder, account)
        logged = folder.log.stat().st_size if folder.log.exists() else 0
        self._start_supervisor(folder, programs, account)
        deadline = time.monotonic() + START_SECONDS
        while not (is_ready(folder) and accepts_connections(folder)):
            if not is_held(folder.supervisor_lock):
                self._fail(folder, logged)
            if time.monotonic() > deadline:
                raise ClusterError(
                    f"PostgreSQL did not start within {START_SECONDS} seconds:"
                    f" see {folder.log}"
                )
            time.sleep(0.02)

    def _start_supervisor(
        self, folder: Folder, programs: Path, account: Account | None
    ) -> None:
        settings = SERVER_SETTINGS | (THROW_AWAY_SETTINGS if self.throw_away else {})
        settings["shared_buffers"] = (
            os.environ.get("CASEBOOK_PG_SHARED_BUFFERS") or SHARED_BUFFERS
        )
        server = [str(programs / "postgres"), "-D", str(folder.data), "-p", str(PORT)]
        server += ["-k", str(folder.socket_folder)]
        for name, value in settings.items():
            server += ["-c", f"{name}={value}"]
        command = [sys.executable, "-P", "-m", "casebook.postgres.supervisor"]
        command += [str(folder.path)]
        if account is not None:
            command += ["--account", f"{account.uid}:{account.gid}"]
        if self.throw_away:
            command += ["--throw-away", str(self.path)]
        # The server's log takes what the supervisor itself has to say.
        log = os.open(folder.log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            subprocess.run(
                [*command, "--", *server],
                cwd="/",
                env={**os.environ, "PYTHONPATH": str(PROJECT)},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                # Out of reach of the terminal: Ctrl-C is for the users.
                start_new_session=True,
                check=True,
            )
        finally:
            os.close(log)

    def _fail(self, folder: Folder, logged: int) -> None:
        with folder.log.open("rb") as log:
            log.seek(logged)
            output = log.read().decode("utf-8", "replace")
        raise ClusterError(f"{explain(output, 'server')} (see {folder.log})")


def is_ready(folder: Folder) -> bool:
    """Whether a supervised server runs and has finished its start."""
    if not is_held(folder.supervisor_lock):
        return False
    try:
        lines = (folder.data / "postmaster.pid").read_text().splitlines()
    except FileNotFoundError:
        return False
    return len(lines) > 7 and lines[7].strip() == "ready"


@functools.cache
def cluster_at(path: str, *, throw_away: bool = False) -> Cluster:
    """This process's one ``Cluster`` for ``path``."""
    return Cluster(Path(path), throw_away=throw_away)
