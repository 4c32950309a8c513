"""The command: ``python -m cases.reader [--explain] FILE...``."""

from __future__ import annotations

import argparse
import json
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from cases.reader.output import as_json, explain
from cases.reader.read import read_bulletin


def stored_text(path: Path) -> str:
    """A file's text as it is stored: UTF-8, byte order mark and NUL dropped, line
    ends made line feeds; bytes that are no UTF-8 become �."""
    text = path.read_bytes().decode("utf-8-sig", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what the reader finds; 2 when a file cannot be opened."""
    parser = argparse.ArgumentParser(
        prog="python -m cases.reader",
        description="Read cases out of bulletins (UTF-8 text or Markdown) as JSON.",
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument(
        "--explain",
        action="store_true",
        help="print each value with its words, place, rule and reason instead",
    )
    options = parser.parse_args(arguments)
    found = []
    for path in options.files:
        try:
            text = stored_text(path)
        except OSError as problem:
            print(f"{path}: {problem.strerror}", file=sys.stderr)
            return 2
        reading = read_bulletin(text)
        if options.explain:
            print(path.name, *explain(text, reading), sep="\n")
        else:
            found.append(as_json(reading, path.name))
    if not options.explain:
        json.dump(found, sys.stdout, ensure_ascii=False, indent=1)
        print()
    return 0


if __name__ == "__main__":
    # Who reads the output may stop early (| head): then end as other commands do.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    raise SystemExit(main())
