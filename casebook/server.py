"""The web server that ``manage.py serve`` runs: gunicorn, in this process."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Callable
from typing import Any

from django.core.wsgi import get_wsgi_application
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.workers.base import Worker

from casebook.postgres.errors import WrongSetting

WORKERS = 2
THREADS = 4
# Bytes of an address: gunicorn's most. A list with every filter has some 6,000, and
# what is longer gets a page that is not ours.
LONGEST_ADDRESS = 8190


def bind(host: str, port: int) -> socket.socket:
    """A socket at ``host:port`` (0: any free port) that does not listen yet.

    Raises ``OSError`` when the port is taken.
    """
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    bound = socket.socket(family, kind, protocol)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
    except OSError:
        bound.close()
        raise
    return bound


def workers() -> int:
    """How many processes serve; raises ``WrongSetting`` for what is no number."""
    said = os.environ.get("WEB_CONCURRENCY") or str(WORKERS)
    if not said.isdecimal() or not int(said):
        raise WrongSetting(
            f"WEB_CONCURRENCY must be a whole number from 1 on, and is {said!r}."
        )
    return int(said)


class _PromptArbiter(Arbiter):
    """Stops when its terminal is closed, where gunicorn would only reload.

    And stops at once on Ctrl-C, where gunicorn waits half a minute for a worker that
    was just starting and did not hear.
    """

    def handle_int(self) -> None:
        self.cfg.set("graceful_timeout", 2)
        super().handle_int()

    def handle_hup(self) -> None:
        self.handle_term()


class _Server(BaseApplication):
    def __init__(self, bound: socket.socket, when_ready: Callable[[], None]) -> None:
        self.bound = bound
        self.when_ready = when_ready
        self.workers = workers()
        super().__init__()

    def load_config(self) -> None:
        for name, value in {
            "bind": f"fd://{self.bound.detach()}",
            "workers": self.workers,
            "threads": THREADS,
            "worker_class": "gthread",
            # Loaded once, before the workers part from this process.
            "preload_app": True,
            "limit_request_line": LONGEST_ADDRESS,
            "control_socket_disable": True,
            "loglevel": "warning",
            "post_worker_init": self._worker_is_ready,
        }.items():
            self.cfg.set(name, value)

    def _worker_is_ready(self, worker: Worker) -> None:
        # A terminal tells every process; how the workers end is the arbiter's to say.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        if worker.age == self.cfg.workers:  # the last of the first ones
            self.when_ready()

    def load(self) -> Any:
        return get_wsgi_application()


def serve(bound: socket.socket, when_ready: Callable[[], None]) -> None:
    """Serve Casebook on ``bound`` until Ctrl-C, SIGTERM or the terminal's end.

    Calls ``when_ready`` in a worker, once all of them take visitors. Ends with
    ``SystemExit``, as gunicorn does, in this process and in the workers.
    """
    _PromptArbiter(_Server(bound, when_ready)).run()
