"""The process that keeps one server for all that use it.

    python -m casebook.postgres.supervisor [--account UID:GID] [--throw-away NAME]
        FOLDER -- postgres ...

It starts the server, starts it again after a crash, and stops it when the last user
is gone. A user is whoever holds the shared lock on ``users.lock``; the kernel drops
that lock however its holder ends. When the supervisor itself is killed, Linux tells
the server to stop (elsewhere the next user stops it). A throw-away cluster is deleted
at the end, with the link NAME to it if that is one.
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import fcntl
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

from casebook.postgres.account import Account, run_as
from casebook.postgres.folder import ENVIRONMENT, SOCKET_NAME, Folder
from casebook.postgres.locks import open_lock, try_take

SIGNALS = {signal.SIGTERM, signal.SIGCHLD}
# A server that dies this often within a minute of its start is left dead.
CRASHES = 3
FAST_STOP_SECONDS = 60
PR_SET_PDEATHSIG = 1


class Supervisor:
    """Keeps the server of ``folder``, started by ``command`` as ``account``."""

    def __init__(
        self,
        folder: Folder,
        command: list[str],
        account: Account | None,
        *,
        throw_away: Path | None,
    ) -> None:
        self.folder = folder
        self.command = command
        self.account = account
        self.throw_away = throw_away

    def run(self) -> int:
        """Keep the server until nobody uses it; 1 when it will not run."""
        own_lock = open_lock(self.folder.supervisor_lock)
        if not _try_for_a_while(own_lock):
            return 0  # another supervisor keeps this server
        if os.fork():
            return 0  # our starter goes on; from here we are nobody's child
        server_lock = open_lock(self.folder.server_lock)
        users_lock = open_lock(self.folder.users_lock)
        stop_leftovers(self.folder, server_lock)

        signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        threading.Thread(
            target=_wait_for_last_user, args=[users_lock], daemon=True
        ).start()
        status = self._keep(server_lock)

        self._clean_up()
        # The users' lock goes last, with this process: who waits for it then finds
        # no supervisor and no server.
        os.close(server_lock)
        os.close(own_lock)
        return status

    def _keep(self, server_lock: int) -> int:
        crashes = 0
        while True:
            started = time.monotonic()
            server = self._start(server_lock)
            if self._stops(server):
                return 0
            crashes = crashes + 1 if time.monotonic() - started < 60 else 1
            if crashes == CRASHES:
                return 1
            time.sleep(0.3)  # the dead server's children end by themselves

    def _start(self, server_lock: int) -> subprocess.Popen[bytes]:
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW
        log = os.open(self.folder.log, flags, 0o600)
        try:
            return subprocess.Popen(
                self.command,
                cwd="/",
                env=ENVIRONMENT,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                # Held by every process of the server, whatever happens to us.
                pass_fds=[server_lock],
                preexec_fn=_stop_with_parent,
                **run_as(self.account),
            )
        finally:
            os.close(log)

    def _stops(self, server: subprocess.Popen[bytes]) -> bool:
        """Wait for the server's end: True when we stopped it, False when it died."""
        while server.poll() is None:
            if signal.sigwait(SIGNALS) == signal.SIGTERM:
                server.send_signal(signal.SIGINT)  # "fast": ends sessions, writes all
                try:
                    server.wait(FAST_STOP_SECONDS)
                except subprocess.TimeoutExpired:
                    server.send_signal(signal.SIGQUIT)  # as safe, recovers at start
                    server.wait()
                return True
        return False

    def _clean_up(self) -> None:
        if not self.folder.socket_folder.is_relative_to(self.folder.path):
            shutil.rmtree(self.folder.socket_folder, ignore_errors=True)
        if self.throw_away:
            if self.throw_away.is_symlink():
                self.throw_away.unlink()
            shutil.rmtree(self.folder.path, ignore_errors=True)


def _try_for_a_while(lock: int) -> bool:
    """Take ``lock``, though others look at it now and then."""
    for _ in range(50):
        if try_take(lock):
            return True
        time.sleep(0.02)
    return False


def _wait_for_last_user(users_lock: int) -> None:
    fcntl.flock(users_lock, fcntl.LOCK_EX)
    os.kill(os.getpid(), signal.SIGTERM)


def _stop_with_parent() -> None:
    """In the new process: take signals again, and a fast stop when our parent dies."""
    signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGINT)


def accepts_connections(folder: Folder) -> bool:
    """Whether a server listens on the cluster's socket."""
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(5)
        try:
            client.connect(os.fspath(folder.socket_folder / SOCKET_NAME))
        except OSError:
            return False
    return True


def stop_leftovers(folder: Folder, server_lock: int) -> None:
    """End a server that lost its supervisor, and take ``server_lock`` from it.

    Then no process uses the data, and the process numbers that the old server left in
    files are stale: without this, a number in use again would stop every start.
    """
    pid_file = folder.data / "postmaster.pid"
    socket_lock = folder.socket_folder / f"{SOCKET_NAME}.lock"
    asked = False
    while True:
        is_listening = accepts_connections(folder)
        if not is_listening and try_take(server_lock):
            break
        if is_listening and not asked:
            with contextlib.suppress(FileNotFoundError, ProcessLookupError):
                os.kill(int(pid_file.read_text().split()[0]), signal.SIGINT)
                asked = True
        time.sleep(0.1)
    pid_file.unlink(missing_ok=True)
    socket_lock.unlink(missing_ok=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--account")
    parser.add_argument("--throw-away", type=Path, metavar="NAME")
    parser.add_argument("command", nargs="+")
    arguments = parser.parse_args()
    account = None
    if arguments.account:
        uid, gid = arguments.account.split(":")
        account = Account(int(uid), int(gid))
    return Supervisor(
        Folder(arguments.folder),
        arguments.command,
        account,
        throw_away=arguments.throw_away,
    ).run()


if __name__ == "__main__":
    sys.exit(main())
