"""Converts a file in a process of its own, with bounds on time and memory.

A damaged or hostile PDF can keep a parser busy for hours or fill the memory, and a
thread cannot be stopped. The parsers also cost 45 MB and a second to load, which the
web process is spared.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from cases.documents.document import Problem, UnreadableDocument

ROOT = Path(__file__).resolve().parent.parent.parent

MOST_SECONDS = 60
MOST_MEMORY = 1024 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Converted:
    """What a converter makes of a file: see ``Document``."""

    text: str
    encoding: str
    url: str = ""


def convert_apart(module: str, content: bytes, suffix: str) -> Converted:
    """Run a module of this package over the bytes of a file.

    Raises UnreadableDocument with the converter's reason; TOO_HARD when it ran out of
    time or memory, DAMAGED when it failed.
    """
    # The current folder of the server may be anywhere, and its settings are none of
    # the converter's business.
    environment = {
        "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)]),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PATH": os.environ.get("PATH", os.defpath),
    }
    try:
        done = subprocess.run(
            [sys.executable, "-m", f"cases.documents.{module}"],
            input=content,
            capture_output=True,
            timeout=MOST_SECONDS,
            cwd=ROOT,
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise UnreadableDocument(Problem.TOO_HARD) from None
    if done.returncode < 0:
        raise UnreadableDocument(Problem.TOO_HARD)
    if done.returncode:
        raise UnreadableDocument(Problem.DAMAGED, suffix)
    answer = json.loads(done.stdout)
    if "problem" in answer:
        raise UnreadableDocument(Problem(answer["problem"]), *answer["values"])
    return Converted(**answer)


def serve(convert: Callable[[bytes], Converted]) -> int:
    """The other end: read standard input, write the text or the reason as JSON.

    Returns the exit status; any other failure of the converter is a traceback and 1.
    """
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    content = sys.stdin.buffer.read()
    try:
        made = convert(content)
        # A broken font gives lone surrogates, which no text can hold.
        text = made.text.encode("utf-8", "replace").decode()
        answer = asdict(replace(made, text=text))
    except UnreadableDocument as error:
        answer = {"problem": error.problem, "values": error.values}
    except (MemoryError, RecursionError):
        answer = {"problem": Problem.TOO_HARD, "values": []}
    sys.stdout.write(json.dumps(answer))
    return 0
