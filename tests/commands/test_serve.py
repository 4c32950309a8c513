"""``manage.py serve``: one process to start and stop, and nothing left of it."""

from __future__ import annotations

import contextlib
import http.cookiejar
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from casebook.postgres.folder import Folder
from tests.postgres.conftest import processes_of, wait_for_stop
from tests.postgres.waiting import eventually

PROJECT = Path(__file__).resolve().parent.parent.parent
ENVIRONMENT = {
    name: value
    for name, value in os.environ.items()
    if name not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE", "SECRET_KEY")
}


@dataclass
class Served:
    """A running site and what it said when it was ready."""

    process: subprocess.Popen[str]
    said: str
    data_folder: Path

    @property
    def address(self) -> str:
        return re.search(r"http://\S+:\d+/", self.said).group()

    @property
    def password(self) -> str:
        return re.search(r"publisher, password (\S+)", self.said).group(1)

    def end(self, number: signal.Signals) -> int:
        """Send a signal to all of its processes, as a terminal does; the status."""
        os.killpg(self.process.pid, number)
        return self.process.wait(timeout=30)

    def is_gone(self) -> bool:
        """Whether none of the processes of the site and its database is left."""
        try:
            os.killpg(self.process.pid, 0)
        except ProcessLookupError:
            return not processes_of(Folder(self.data_folder / "postgres"))
        return False


@contextlib.contextmanager
def running(data_folder: Path) -> Iterator[Served]:
    """A server of the site, with everything it keeps in ``data_folder``."""
    process = subprocess.Popen(
        [sys.executable, "manage.py", "serve", "--port", "0"],
        cwd=PROJECT,
        env={**ENVIRONMENT, "CASEBOOK_DATA_DIR": str(data_folder)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    with process:
        said = line = ""
        for line in process.stdout:
            said += line
            if line.startswith("Ctrl-C"):
                break
        try:
            assert line.startswith("Ctrl-C"), "it ended before it was ready"
            yield Served(process, said, data_folder)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


@contextlib.contextmanager
def served(data_folder: Path) -> Iterator[Served]:
    """The only server of the site; its database is stopped at the end."""
    with running(data_folder) as site:
        yield site
    wait_for_stop(Folder(data_folder / "postgres"))


@pytest.fixture(scope="module")
def data_folder() -> Iterator[Path]:
    """A folder that the server's account can enter; its database is made once."""
    folder = Path(tempfile.mkdtemp(prefix="casebook-tests-"))
    folder.chmod(0o711)
    yield folder
    shutil.rmtree(folder)


def sign_in(site: Served) -> str:
    """The address where a sign-in with the told login ends."""
    cookies = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(cookies))
    page = f"{site.address}admin/login/?next=/admin/"
    browser.open(page).close()
    (token,) = [cookie.value for cookie in cookies if cookie.name == "csrftoken"]
    form = {"username": "publisher", "password": site.password}
    data = urllib.parse.urlencode({**form, "csrfmiddlewaretoken": token}).encode()
    request = urllib.request.Request(page, data, {"Referer": page})
    with browser.open(request) as answer:
        return answer.url


def test_the_site_is_there_with_samples_and_a_login(data_folder):
    with served(data_folder) as site:
        with urllib.request.urlopen(f"{site.address}en/") as answer:
            page = answer.read().decode()
        signed_in_at = sign_in(site)

    assert f"The desk is at    {site.address}admin/" in site.said
    assert re.search(r'href="/en/cases/\d+/"', page)
    assert signed_in_at == f"{site.address}admin/"
    assert (data_folder / "publisher-login").read_text() == (
        f"publisher {site.password}\n"
    )


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_ending_it_stops_everything(data_folder, name):
    with served(data_folder) as site:
        status = site.end(signal.Signals[name])

        assert status == 0
        assert site.is_gone()


def test_killing_the_first_process_stops_everything(data_folder):
    with served(data_folder) as site:
        site.process.kill()
        site.process.wait()

        eventually(site.is_gone)


def test_after_everything_was_killed_the_next_run_has_all(data_folder):
    with served(data_folder) as before:
        server = Folder(data_folder / "postgres").data / "postmaster.pid"
        os.kill(int(server.read_text().split()[0]), signal.SIGKILL)
        before.end(signal.SIGKILL)
        eventually(before.is_gone)

    with served(data_folder) as after:
        assert after.password == before.password
        assert sign_in(after) == f"{after.address}admin/"


def test_a_taken_port_is_said_before_anything_is_made(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        told = subprocess.run(
            [sys.executable, "manage.py", "serve", "--port", str(port)],
            cwd=PROJECT,
            env={**ENVIRONMENT, "CASEBOOK_DATA_DIR": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
        )

    assert told.returncode == 1
    assert told.stderr == (
        f"CommandError: Cannot serve at 127.0.0.1:{port} (Address already in use):"
        f" stop what runs there, or choose another port, such as {port + 1}.\n"
    )
    assert not (tmp_path / "postgres").exists()


def test_a_problem_with_the_database_is_one_line(tmp_path):
    (tmp_path / "postgres").symlink_to(tmp_path / "gone")

    told = subprocess.run(
        [sys.executable, "manage.py", "serve", "--port", "0"],
        cwd=PROJECT,
        env={**ENVIRONMENT, "CASEBOOK_DATA_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert told.returncode == 1
    assert told.stderr == (
        f"{tmp_path}/postgres is a link to {tmp_path}/gone, which is not there: bring"
        " it back, or remove the link to start with an empty database.\n"
    )
