"""Measure the reader's speed and memory: ``python -m tests.bench.reader_speed``.

One megabyte of bulletins (the corpus over and over, or invented ones without it)
one by one and in one text; five megabytes in a single line, and of what once took
most time or memory; then short lines that would make a careless pattern backtrack,
told as what five megabytes of them would take. Prints seconds of processor time and
the most megabytes of a process that reads nothing else; takes a minute or two.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

from cases.reader import read_bulletin
from cases.reader.__main__ import stored_text
from tests.reader.score import DEVELOPED, corpus, names

MEGABYTE = 1_000_000
INVENTED = (
    "案例一：王某某等人侵犯公民个人信息案\n\n2024年3月，杭州市公安局网安支队工作发现，"
    "犯罪嫌疑人王某某等人非法出售公民个人信息120万条，获利30余万元。"
    "公安机关抓获犯罪嫌疑人12名，依法采取刑事强制措施8人。\n\n"
)
# What patterns stumble over when it never ends.
REPEATED = [
    " ",
    "张某",
    "公安机关",
    "“",
    "，",
    "某市某区公安局",
    "1.",
    "一、",
    "案例一",
    "[",
    "](",
    "<a ",
    "<!--",
    "**",
    "2024年3月",
    "5000万元",
    "12名",
    "涉嫌",
    "罪",
    "（",
    "《",
    "的",
    "a",
    "据",
    "在",
    "、",
    "李某、",
    "网安部门",
    "抓获",
    "山西省太原市",
    "来源：",
    "。",
    "*a",
    "12名",
    "\n",
    "&amp;",
]
# The dearest of them, read at full length.
DEAREST = ["[", "](", "*a"]
FULL_LENGTH = 5 * MEGABYTE
SAMPLE = 200_000
SLOW = 10.0  # seconds for the full length, above which a sample is told


def texts() -> list[str]:
    """The corpus's developed-on texts, else an invented one."""
    folder = corpus()
    if (folder / "gold").is_dir():
        paths = (
            folder / "bulletins" / f"{name}.md" for name in names(folder, DEVELOPED)
        )
        return [stored_text(path) for path in paths]
    return [INVENTED * 10]


def filled(pieces: list[str], size: int) -> Iterator[str]:
    """Pieces over and over until so many bytes are reached."""
    total = 0
    while total < size:
        for piece in pieces:
            yield piece
            total += len(piece.encode())
            if total >= size:
                return


def seconds_of(*stored: str) -> tuple[float, int]:
    """The processor time of reading the texts, and how many cases they hold."""
    started = time.process_time()
    cases = sum(len(read_bulletin(text).cases) for text in stored)
    return time.process_time() - started, cases


def taken_by(*stored: str) -> tuple[float, int, int]:
    """Seconds, most megabytes of the whole process so far, and cases."""
    read_bulletin(INVENTED)  # loads the tables
    seconds, cases = seconds_of(*stored)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return seconds, peak, cases


def measure(label: str, *stored: str) -> None:
    """Read the texts in a process of their own and print what it took.

    In one process the most of earlier texts would be told of all later ones.
    """
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        seconds, peak, cases = pool.submit(taken_by, *stored).result()
    print(f"{label:<44}{seconds:>8.2f} s{peak:>7} MB{cases:>7} cases", flush=True)


def hostile(piece: str, size: int) -> tuple[str, str]:
    """A line of a piece over and over, and the same inside a case."""
    line = piece * (size // len(piece.encode()))
    return line, INVENTED.rstrip() + line


def main() -> None:
    """Print all measurements; an argument N sets the bytes of each sample."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE
    found = texts()
    measure("1 MB of bulletins, one by one", *filled(found, MEGABYTE))
    measure("1 MB of bulletins in one text", "\n".join(filled(found, MEGABYTE)))
    line = "".join(filled(found, FULL_LENGTH)).replace("\n", "")
    measure("5 MB of bulletins in one line", line)
    for piece in DEAREST:
        alone, inside = hostile(piece, FULL_LENGTH)
        measure(f"5 MB of {piece!r}", alone)
        measure("the same inside a case", inside)
    took = {
        (piece, where): seconds_of(text)[0] * FULL_LENGTH / size
        for piece in REPEATED
        for where, text in zip(("", " in a case"), hostile(piece, size), strict=True)
    }
    dearest = sorted(took, key=lambda one: -took[one])
    print(f"{len(took)} lines of {size} bytes, as 5 MB of them would take at most:")
    for piece, where in [one for one in dearest if took[one] > SLOW] or dearest[:3]:
        print(f"  {piece!r}{where}: {took[piece, where]:.1f} s")


if __name__ == "__main__":
    main()
