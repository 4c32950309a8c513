"""Asks a server on the loopback interface and times it, at little cost of its own.

The standard library's client parses every header, which would take longer than an
empty answer and as much of the processors as a light page: this one reads the status
and finds the end.
"""

from __future__ import annotations

import selectors
import socket
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter

HOST = "127.0.0.1"
# Longer than any limit of the servers.
TIMEOUT = 180.0
PIECE = 1 << 18


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: ``seconds`` from sending to the last byte."""

    status: int
    seconds: float
    head: str
    body: bytes


class BrokenAnswer(Exception):
    """The server closed the connection before the end of its answer."""


def request(path: str, port: int, headers: Iterable[tuple[str, str]] = ()) -> bytes:
    """A GET request as it goes over the wire."""
    lines = [
        f"GET {path} HTTP/1.1",
        f"Host: {HOST}:{port}",
        *(f"{name}: {value}" for name, value in headers),
    ]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("ascii")


class _Reader:
    """Collects one answer from pieces of bytes."""

    def __init__(self) -> None:
        self.received = bytearray()
        self.end = -1  # of the head
        self.length: int | None = None  # of the body; None: in chunks

    def feed(self, piece: bytes) -> bool:
        """Take a piece; whether the answer is whole."""
        self.received += piece
        if self.end < 0:
            self.end = self.received.find(b"\r\n\r\n")
            if self.end < 0:
                return False
            self._read_head()
        if self.length is None:
            return self.received.endswith(b"\r\n0\r\n\r\n")
        return len(self.received) >= self.end + 4 + self.length

    def _read_head(self) -> None:
        head = bytes(self.received[: self.end]).lower()
        at = head.find(b"\r\ncontent-length:")
        if at >= 0:
            self.length = int(head[at + 17 :].split(b"\r\n", 1)[0])
        elif head[9:12] == b"304":
            self.length = 0

    @property
    def status(self) -> int:
        """The status of the answer, known from its first bytes."""
        return int(self.received[9:12])

    @property
    def is_unstorable(self) -> bool:
        """Whether no cache may keep the answer."""
        head = self.received[: self.end].lower()
        at = head.find(b"\r\ncache-control:")
        return at >= 0 and b"no-store" in head[at:].split(b"\r\n", 2)[1]

    @property
    def body(self) -> bytes:
        """The body, chunks put together."""
        raw = bytes(self.received[self.end + 4 :])
        if self.length is not None:
            return raw
        parts, at = [], 0
        while True:
            size, _, _ = raw[at : at + 20].partition(b"\r\n")
            if not (number := int(size, 16)):
                return b"".join(parts)
            start = at + len(size) + 2
            parts.append(raw[start : start + number])
            at = start + number + 2


class Client:
    """One connection, kept open from request to request."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._socket: socket.socket | None = None

    def get(self, path: str, headers: Iterable[tuple[str, str]] = ()) -> Answer:
        """Ask; once more on a new connection when the server had closed this one.

        Raises ``BrokenAnswer`` or ``OSError``.
        """
        sent = request(path, self.port, headers)
        was_open = self._socket is not None
        try:
            return self._get(sent)
        except (BrokenAnswer, ConnectionError):
            self.close()
            if not was_open:
                raise
            return self._get(sent)

    def _get(self, sent: bytes) -> Answer:
        if self._socket is None:
            self._socket = socket.create_connection((HOST, self.port), TIMEOUT)
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        reader = _Reader()
        started = perf_counter()
        self._socket.sendall(sent)
        while True:
            piece = self._socket.recv(PIECE)
            if not piece:
                raise BrokenAnswer
            if reader.feed(piece):
                break
        seconds = perf_counter() - started
        head = bytes(reader.received[: reader.end]).decode("latin-1")
        if "connection: close" in head.lower():
            self.close()
        return Answer(reader.status, seconds, head, reader.body)

    def close(self) -> None:
        """Close the connection; the next request opens another."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None


@contextmanager
def connected(port: int) -> Iterator[Client]:
    """A client, closed at the end."""
    client = Client(port)
    try:
        yield client
    finally:
        client.close()


@dataclass(frozen=True, slots=True)
class Asked:
    """One request of a load: its path, status and seconds.

    ``is_unstorable`` when the answer forbids caches to keep it.
    """

    path: str
    status: int
    seconds: float
    is_unstorable: bool = False


class _Connection:
    """One of the connections of ``ask_all``."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection((HOST, port), TIMEOUT)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.path = ""
        self.started = 0.0
        self.reader = _Reader()

    def ask(self, path: str, port: int) -> None:
        self.path, self.reader = path, _Reader()
        self.started = perf_counter()
        self.socket.sendall(request(path, port))


def ask_all(
    port: int, paths: Iterable[str], *, connections: int, seconds: float
) -> tuple[list[Asked], float]:
    """Ask for the paths over so many connections, none waiting for another.

    Ends when the paths are used up or, between answers, the seconds are over.
    Returns the requests in the order of their answers and the seconds that all took.
    """
    left = iter(paths)
    asked: list[Asked] = []
    with selectors.DefaultSelector() as selector:
        started = perf_counter()
        last = started + seconds
        for _ in range(connections):
            if (path := next(left, None)) is not None:
                one = _Connection(port)
                selector.register(one.socket, selectors.EVENT_READ, one)
                one.ask(path, port)
        while selector.get_map():
            for key, _ in selector.select(TIMEOUT):
                one = key.data
                piece = one.socket.recv(PIECE)
                if not piece:
                    raise BrokenAnswer(one.path)
                if not one.reader.feed(piece):
                    continue
                now = perf_counter()
                reader = one.reader
                taken = now - one.started
                asked.append(
                    Asked(one.path, reader.status, taken, reader.is_unstorable)
                )
                path = next(left, None) if now < last else None
                if path is None:
                    selector.unregister(one.socket)
                    one.socket.close()
                else:
                    one.ask(path, port)
        return asked, perf_counter() - started
