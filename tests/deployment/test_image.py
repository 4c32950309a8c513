"""What Dockerfile does, done step by step in a clean folder without Docker.

Its packages are those of the tests' environment; everything else is what it copies,
its settings and its commands, on a PostgreSQL over TCP with a password.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.postgres.tcp import server_over_tcp
from tests.postgres.waiting import eventually

PROJECT = Path(__file__).resolve().parent.parent.parent
DOCKERFILE = (PROJECT / "Dockerfile").read_text(encoding="utf-8")
SERVING_STAGE = DOCKERFILE.rpartition("\nFROM ")[2]
COPIED = re.findall(r"^COPY (\S+) \1$", SERVING_STAGE, re.MULTILINE)
COMMAND = re.findall(r'^CMD \["(.*)"\]$', SERVING_STAGE, re.MULTILINE)
HOST = "casebook.example"


@dataclass
class Image:
    """A folder with what the image holds, and the settings of its containers."""

    folder: Path
    environment: dict[str, str]

    def run(self, *command: str) -> None:
        """Run a command in it that must succeed."""
        subprocess.run(
            command,
            cwd=self.folder / "srv",
            env=self.environment,
            stdin=subprocess.DEVNULL,
            check=True,
        )

    def get(self, path: str, **headers: str) -> tuple[int, str]:
        """The status and the text of an answer, asked for as the proxy does."""
        address = f"http://127.0.0.1:{self.environment['PORT']}{path}"
        request = urllib.request.Request(address, headers=headers)
        try:
            with urllib.request.urlopen(request) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()


@pytest.fixture(scope="module")
def image(tmp_path_factory) -> Image:
    """The image, built; its database does not answer."""
    folder = tmp_path_factory.mktemp("image")
    ignored = shutil.ignore_patterns("__pycache__")
    for name in COPIED:
        target = folder / "srv" / name
        target.parent.mkdir(exist_ok=True)
        if (PROJECT / name).is_dir():
            shutil.copytree(PROJECT / name, target, ignore=ignored)
        else:
            shutil.copy(PROJECT / name, target)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    built = Image(
        folder,
        {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "CASEBOOK_DATA_DIR": str(folder / "data"),
            "STATIC_ROOT": str(folder / "static"),
            "HOST": "127.0.0.1",
            "PORT": str(port),
            "DATABASE_URL": "postgres://casebook:secret@127.0.0.1:1/casebook",
            "SECRET_KEY": "a-key-of-fifty-characters-for-nothing-but-this-test",
            "ALLOWED_HOSTS": HOST,
            "CASEBOOK_HTTPS": "true",
            "CASEBOOK_BEHIND_PROXY": "true",
        },
    )
    built.run("python", "manage.py", "collectstatic", "--no-input", "--verbosity=0")
    return built


@pytest.fixture
def served(image) -> Iterator[Image]:
    """The image with its command running."""
    (command,) = COMMAND
    with subprocess.Popen(
        command.split('", "'),
        cwd=image.folder / "srv",
        env=image.environment,
        stdin=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:

        def answers() -> bool:
            port = int(image.environment["PORT"])
            with socket.socket() as probe:
                return probe.connect_ex(("127.0.0.1", port)) == 0

        eventually(answers)
        yield image
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 0


def test_the_dockerfile_copies_what_is_there():
    assert COPIED == ["manage.py", "casebook", "cases", "static", "templates"]
    assert all((PROJECT / name).exists() for name in COPIED)


def test_nothing_but_what_is_copied_is_sent_to_the_builder():
    lines = (PROJECT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    sent = {line[1:] for line in lines if line.startswith("!")}

    assert sent == {*COPIED, "requirements/run.txt"}


def test_without_its_database_it_says_that_it_is_not_well(served):
    assert served.get("/healthz") == (503, "database unreachable\n")
    status, page = served.get("/en/", Host=HOST, **{"X-Forwarded-Proto": "https"})
    assert status == 500
    assert "Something went wrong on our side" in page


@pytest.fixture
def with_database(image) -> Iterator[Image]:
    """The image with a database that was prepared as for a new version."""
    with server_over_tcp() as url:
        without = image.environment["DATABASE_URL"]
        image.environment["DATABASE_URL"] = url
        image.run("python", "manage.py", "prepare")
        yield image
        image.environment["DATABASE_URL"] = without


def test_it_serves_pages_and_static_files(with_database, served):
    behind_proxy = {"Host": HOST, "X-Forwarded-Proto": "https"}

    status, page = served.get("/en/", **behind_proxy)
    (style,) = re.findall(r'href="(/static/casebook\.[0-9a-f]+\.css)"', page)

    assert served.get("/healthz") == (200, "ok\n")
    assert (status, "<title>Casebook</title>" in page) == (200, True)
    assert served.get(style, **behind_proxy)[0] == 200
    assert served.get("/en/", Host="other.example")[0] == 400
    # Nothing is written beside the database.
    assert not (served.folder / "data").exists()
