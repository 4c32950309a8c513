"""Measuring itself: percentiles, questions, the client."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.bench.scale.client import ask_all, connected
from tests.bench.scale.percentiles import Times, percentile, times
from tests.bench.scale.questions import (
    Question,
    by_rarity,
    commonest_terms,
    rarity,
)
from tests.bench.scale.warming import read_all


@pytest.mark.parametrize(
    ("share", "value"), [(0.01, 1), (0.5, 50), (0.95, 95), (1, 100)]
)
def test_a_percentile_is_the_nearest_rank(share: float, value: int) -> None:
    assert percentile(range(100, 0, -1), share) == value


def test_of_no_values_there_is_no_percentile() -> None:
    with pytest.raises(ValueError, match="no values"):
        percentile([], 0.5)


def test_durations_are_summed_up_in_milliseconds() -> None:
    assert times([0.001, 0.002, 0.004]) == Times(
        number=3, median=2.0, p95=4.0, most=4.0
    )
    assert times([]) is None


def test_a_question_is_an_address_of_casebook() -> None:
    asked = Question("kind", word="木马", city="140800", month="2024-08")

    assert asked.path() == "/?q=%E6%9C%A8%E9%A9%AC&city=140800&month=2024-08"
    assert asked.path(page=50).endswith("&page=50")
    assert Question("home").path() == "/"


@pytest.mark.parametrize(
    ("count", "name"), [(50, "common"), (49, "middling"), (2, "middling"), (1, "rare")]
)
def test_rarity_goes_by_the_share_of_cases(count: int, name: str) -> None:
    assert rarity(count, cases=1_000) == name


def test_terms_that_do_not_occur_have_no_rarity() -> None:
    counts = {"甲乙": 50, "甲乙丙": 1, "丁戊": 0}

    assert by_rarity(list(counts), counts.__getitem__, 1_000) == {
        ("2", "common"): ["甲乙"],
        ("3+", "rare"): ["甲乙丙"],
    }


def test_the_commonest_terms_are_counted_once_a_text() -> None:
    assert commonest_terms(["甲甲甲 乙", "甲丙", "乙"], 2) == ["乙", "甲"]


def serve(listener: socket.socket, answers: Sequence[bytes]) -> None:
    """Send each connection these answers, one a request, and close it."""
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        with connection:
            for answer in answers:
                if not connection.recv(65536):
                    break
                connection.sendall(answer)


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as made:
        yield made
        made.shutdown(socket.SHUT_RDWR)


def test_the_client_reads_lengths_chunks_and_nothing(listener: socket.socket) -> None:
    answers = [
        b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
        b"HTTP/1.1 304 Not Modified\r\nETag: x\r\n\r\n",
    ]
    threading.Thread(target=serve, args=[listener, answers], daemon=True).start()

    with connected(listener.getsockname()[1]) as client:
        # The fourth finds the connection closed, and is asked on a new one.
        given = [client.get("/") for _ in range(4)]

    assert [(one.status, one.body) for one in given] == [
        (200, b"abc"),
        (200, b"abc"),
        (304, b""),
        (200, b"abc"),
    ]


def test_a_load_asks_for_every_path_once(listener: socket.socket) -> None:
    answers = [b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"] * 5
    threading.Thread(target=serve, args=[listener, answers], daemon=True).start()

    asked, _ = ask_all(
        listener.getsockname()[1],
        [f"/{number}" for number in range(5)],
        connections=1,
        seconds=60,
    )

    assert [(one.path, one.status) for one in asked] == [
        (f"/{number}", 200) for number in range(5)
    ]


def test_all_files_are_read_through_links_as_well(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "table").write_bytes(b"rows")
    folder = tmp_path / "catalogue"
    folder.mkdir()
    (folder / "index").write_bytes(b"keys!")
    (folder / "postgres").symlink_to(elsewhere)
    (folder / "gone").symlink_to(tmp_path / "nowhere")

    assert read_all(folder) == len("rows" + "keys!")
