"""Score the reader over the corpus: ``python -m tests.reader.score [--misses]``.

Prints a table for the texts that the rules were developed on and one for those
that were set aside (``set_aside.txt``). The corpus is found by CASEBOOK_CORPUS,
else beside the project.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType

from cases.reader.__main__ import stored_text
from cases.reader.output import as_json
from cases.reader.read import read_bulletin

HERE = Path(__file__).parent
DEVELOPED, SET_ASIDE = "developed on", "set aside"


def corpus() -> Path:
    """The corpus folder, which need not be there."""
    return Path(os.environ.get("CASEBOOK_CORPUS", HERE.parents[2] / "shared/corpus"))


def set_aside() -> set[str]:
    """The names, without suffix, of the texts set aside."""
    lines = (HERE / "set_aside.txt").read_text(encoding="utf-8").splitlines()
    return {line.strip() for line in lines if line.strip() and line[0] != "#"}


def names(folder: Path, part: str) -> Iterator[str]:
    """The corpus's texts that belong to a part, by their names alone."""
    aside = set_aside()
    for path in sorted((folder / "gold").glob("*.json")):
        if (path.stem in aside) == (part == SET_ASIDE):
            yield path.stem


@dataclass(frozen=True)
class Scored:
    """A part's figures by field, and every value that differs."""

    rows: dict[str, dict[str, float]]
    misses: list[str]


def scorer(folder: Path) -> ModuleType:
    """The corpus's own score.py."""
    spec = importlib.util.spec_from_file_location("corpus_score", folder / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache  # several tests ask for the same figures
def score(folder: Path, part: str) -> Scored:
    """Read a part's texts and compare them with the gold."""
    output = []
    with tempfile.TemporaryDirectory() as gold:
        for name in names(folder, part):
            path = folder / "bulletins" / f"{name}.md"
            output.append(as_json(read_bulletin(stored_text(path)), path.name))
            shutil.copy(folder / "gold" / f"{name}.json", gold)
        rows, misses = scorer(folder).score(Path(gold), output)
    figures = {
        name: {
            "precision": tally.precision,
            "recall": tally.recall,
            "f1": tally.f1,
            "due": tally.due,
            "given": tally.given,
        }
        for name, tally in rows.items()
    }
    return Scored(figures, misses)


def table(part: str, scored: Scored) -> Iterator[str]:
    """A part's figures as lines of text."""
    yield f"{part:<20}{'precision':>10}{'recall':>8}{'f1':>7}{'due':>6}{'given':>7}"
    for name, row in scored.rows.items():
        yield (
            f"{name:<20}{row['precision']:>10.3f}{row['recall']:>8.3f}"
            f"{row['f1']:>7.3f}{row['due']:>6}{row['given']:>7}"
        )


def main() -> int:
    """Print both tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.reader.score")
    parser.add_argument("--misses", action="store_true", help="list what differs")
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    parser.add_argument("--only", choices=(DEVELOPED, SET_ASIDE), help="one part only")
    options = parser.parse_args()
    folder = corpus()
    if not (folder / "gold").is_dir():
        print(f"no corpus at {folder}: set CASEBOOK_CORPUS")
        return 2
    figures = {}
    for part in (DEVELOPED, SET_ASIDE):
        if options.only not in (None, part) or not any(names(folder, part)):
            continue
        scored = score(folder, part)
        figures[part] = scored.rows
        if not options.json:
            print(*table(part, scored), "", sep="\n")
        if options.misses:
            print(*scored.misses, "", sep="\n")
    if options.json:
        print(json.dumps(figures, indent=1))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
