"""Starts what is asked, each on a free port of the loopback interface, and ends it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.scale.client import HOST, Client

PROJECT = Path(__file__).resolve().parents[3]
START_SECONDS = 120
STOP_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Server:
    """A running server and its port."""

    port: int
    process: subprocess.Popen[bytes]

    def workers(self) -> list[int]:
        """The process numbers of its children."""
        own = self.process.pid
        children = Path(f"/proc/{own}/task/{own}/children").read_text()
        return [int(one) for one in children.split()]


def free_port() -> int:
    """A port of the loopback interface that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(
    command: Sequence[str], port: int, log: Path, environment: Mapping[str, str] = {}
) -> Iterator[Server]:
    """The command's server once it answers; stopped at the end.

    What it prints goes to ``log``. Raises ``RuntimeError`` when it does not start.
    """
    with log.open("ab") as output:
        process = subprocess.Popen(
            command,
            cwd=PROJECT,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
    try:
        _wait(process, port, log)
        yield Server(port, process)
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        client = Client(port)
        try:
            client.get("/")
            return
        except OSError:
            time.sleep(0.1)
        finally:
            client.close()
    raise RuntimeError(f"{process.args!r} does not serve: see {log}")


@contextmanager
def gunicorn(
    folder: Path, *, settings: str = "", **environment: str
) -> Iterator[Server]:
    """Casebook as a server runs it, with two workers; or other ``settings``."""
    port = free_port()
    given = {"PORT": str(port), "WEB_CONCURRENCY": "2", **environment}
    if settings:
        given["DJANGO_SETTINGS_MODULE"] = settings
    command = [sys.executable, "-m", "gunicorn"]
    command += ["--config", "python:casebook.production"]
    with running(command, port, folder / "gunicorn.log", given) as server:
        yield server
