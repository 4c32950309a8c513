"""A cluster's folder: where it lies, what is in it, how it is made and checked.

In the folder::

    data/            the database itself, the server account's alone
    socket/          the server's socket, the server account's alone
    server.log       what the server prints
    users.lock       shared by every process that uses the cluster
    start.lock       held while one of them makes or starts it
    supervisor.lock  held by the process that keeps the server
    server.lock      held by every process of the server
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from casebook.postgres.account import Account, hand_over, run_as
from casebook.postgres.binaries import make_system_folder
from casebook.postgres.errors import ClusterError
from casebook.postgres.locks import is_held

ROLE = "casebook"
DATABASE = "casebook"
PORT = 5432
SOCKET_NAME = f".s.PGSQL.{PORT}"
# The longest socket path that every system takes, with its end marker.
LONGEST_SOCKET_PATH = 103
# Chinese letters are letters to it, and the same on every machine; a server that is
# set up for Casebook elsewhere (docker-compose.yml) is made with the same.
LOCALE = (
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--lc-collate=C",
    "--lc-ctype=C.UTF-8",
)
# A new cluster takes 46 MB and its log grows by 16 MB at a time.
NEW_CLUSTER_BYTES = 200 * 1024 * 1024
# The server and its tools see nothing of our environment: PG* and LC_* would bend them.
ENVIRONMENT: Mapping[str, str] = {"PATH": os.defpath, "TZ": "UTC"}


@dataclass(frozen=True)
class Folder:
    """The paths in a cluster's folder, which need not exist yet."""

    path: Path

    @property
    def data(self) -> Path:
        return self.path / "data"

    @property
    def log(self) -> Path:
        return self.path / "server.log"

    @property
    def users_lock(self) -> Path:
        return self.path / "users.lock"

    @property
    def start_lock(self) -> Path:
        return self.path / "start.lock"

    @property
    def supervisor_lock(self) -> Path:
        return self.path / "supervisor.lock"

    @property
    def server_lock(self) -> Path:
        return self.path / "server.lock"

    @property
    def socket_folder(self) -> Path:
        """Where the server's socket is: here, or for a long path in the temp folder."""
        here = self.path / "socket"
        if len(os.fsencode(here / SOCKET_NAME)) <= LONGEST_SOCKET_PATH:
            return here
        digest = hashlib.sha256(os.fsencode(self.path)).hexdigest()[:16]
        return Path(tempfile.gettempdir()) / f"casebook-{digest}"


def make_folder(path: Path, account: Account | None) -> Folder:
    """The folder of the cluster called ``path``, made or moved when that is needed.

    It lies at ``path`` itself. Only when root runs the server as an account that
    cannot get there, it lies in the system folder and ``path`` is a link to it.
    """
    if path.is_symlink():
        if not path.exists():
            raise ClusterError(
                f"{path} is a link to {path.readlink()}, which is not there: bring it"
                " back, or remove the link to start with an empty database."
            )
        return Folder(path.resolve())
    path.parent.mkdir(parents=True, exist_ok=True)
    parent = path.parent.resolve()
    if (
        account is not None
        and not account.can_enter(parent)
        and not is_in_use(Folder(path))
    ):
        with _only_one(parent):
            if not path.is_symlink():
                _move_to_system_folder(path)
        return Folder(path.resolve())
    if not path.exists():
        path.mkdir(exist_ok=True)
        path.chmod(0o700 if account is None else 0o711)
    return Folder(path.resolve())


def is_in_use(folder: Folder) -> bool:
    """Whether a server of the cluster, or its supervisor, runs."""
    return is_held(folder.supervisor_lock) or is_held(folder.server_lock)


@contextlib.contextmanager
def _only_one(folder: Path) -> Iterator[None]:
    """Let one process at a time work in ``folder``."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _move_to_system_folder(path: Path) -> None:
    """Put the cluster where the server's account can reach it; link to it."""
    target = Path(tempfile.mkdtemp(prefix="cluster-", dir=make_system_folder()))
    target.chmod(0o711)
    if path.exists():
        # cp keeps owners, which shutil does not.
        subprocess.run(["cp", "-a", f"{path}/.", f"{target}/"], check=True)
        target.chmod(0o711)
        os.sync()
        moved = path.with_name(f"{path.name}.moved")
        path.rename(moved)
        path.symlink_to(target)
        shutil.rmtree(moved)
    else:
        path.symlink_to(target)


def make_socket_folder(folder: Folder, account: Account | None) -> Path:
    """The socket's folder, closed to all but the server's account."""
    path = folder.socket_folder
    try:
        path.mkdir()
    except FileExistsError:
        owner = account.uid if account else os.geteuid()
        if path.is_symlink() or path.stat().st_uid != owner:
            raise ClusterError(
                f"The folder {path} for the database's socket belongs to somebody"
                " else: remove it, or set TMPDIR to a folder of your own."
            ) from None
        return path
    hand_over(path, account)
    return path


def check_version(data: Path, programs: Path) -> None:
    """Raise ``ClusterError`` when another major version made the cluster."""
    try:
        made_by = (data / "PG_VERSION").read_text(encoding="ascii").strip()
    except FileNotFoundError:
        raise ClusterError(
            f"{data} holds no PostgreSQL database: move it away to start with an"
            " empty one."
        ) from None
    ours = subprocess.run(
        [programs / "postgres", "--version"],
        env=ENVIRONMENT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()[-1]
    major = ours.partition(".")[0]
    if made_by != major:
        raise ClusterError(
            f"The database in {data} was made by PostgreSQL {made_by}, this Casebook"
            f" brings PostgreSQL {major}: dump it with the old one (pg_dump) and load"
            " that into a new one, or move the folder away to start empty."
        )


def check_space(path: Path, needed: int = NEW_CLUSTER_BYTES) -> None:
    """Raise ``ClusterError`` when the disk has less than ``needed`` bytes free."""
    free = shutil.disk_usage(path).free
    if free < needed:
        raise ClusterError(
            f"No space for the database: {path} has {free // 2**20} MB free and"
            f" {needed // 2**20} MB are needed. Free some, or set CASEBOOK_DATA_DIR to"
            " a folder on another disk."
        )


def make_data(
    folder: Folder, programs: Path, account: Account | None, *, throw_away: bool
) -> None:
    """Make the cluster with our role, which owns our database and is no superuser.

    It appears whole under its name, or not at all. In a ``throw_away`` cluster the
    role may make databases (tests do) and nothing waits for the disk.
    """
    check_space(folder.path)
    draft = folder.path / "data.new"
    if draft.exists():  # a start that was killed
        shutil.rmtree(draft)
    draft.mkdir()
    hand_over(draft, account)
    _run(
        [
            programs / "initdb",
            f"--pgdata={draft}",
            "--username=postgres",
            "--auth=trust",  # for those whom the folder's mode lets in
            *LOCALE,
            *(["--no-sync"] if throw_away else []),
        ],
        account,
    )
    createdb = "CREATEDB" if throw_away else "NOCREATEDB"
    _run(
        [
            programs / "postgres",
            "--single",
            "-D",
            draft,
            "-cexit_on_error=on",
            "postgres",
        ],
        account,
        typed=f"CREATE ROLE {ROLE} LOGIN NOSUPERUSER {createdb}\n"
        f"CREATE DATABASE {DATABASE} OWNER {ROLE}\n",
    )
    draft.rename(folder.data)


def _run(command: list[str | Path], account: Account | None, typed: str = "") -> None:
    done = subprocess.run(
        command,
        input=typed,
        cwd="/",
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
        **run_as(account),
    )
    if done.returncode != 0:
        raise ClusterError(explain(done.stdout + done.stderr, Path(command[0]).name))


def explain(output: str, program: str) -> str:
    """One line about why a PostgreSQL program failed, from what it printed."""
    if "No space left on device" in output:
        return (
            "No space for the database: the disk is full. Free some, or set"
            " CASEBOOK_DATA_DIR to a folder on another disk."
        )
    marks = ("FATAL:", "PANIC:", "error:", "ERROR:")
    reasons = [line for line in output.splitlines() if any(m in line for m in marks)]
    lines = reasons or output.splitlines() or ["it printed nothing"]
    return f"PostgreSQL's {program} failed: {lines[-1].strip()}"
