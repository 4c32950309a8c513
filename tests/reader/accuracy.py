"""Write down how well the reader reads: ``python -m tests.reader.accuracy``.

Scores the corpus and puts the figures into cases/accuracy.json, which the About page
shows, and into the table of docs/reading.md. The texts set aside are scored only with
``--set-aside``, which is for the end. The part "invented" is written by hand.
"""

from __future__ import annotations

import argparse
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

from tests.reader.score import DEVELOPED, SET_ASIDE, corpus, names, score

ROOT = Path(__file__).resolve().parents[2]
FIGURES = ROOT / "cases" / "accuracy.json"
DOCUMENT = ROOT / "docs" / "reading.md"
LABELS = {
    "bulletin.title": "bulletin title",
    "bulletin.published": "published",
    "bulletin.issuer": "issuer",
    "bulletin.campaign": "campaign",
    "split": "split into cases",
    "title": "case title",
    "offence": "primary offence",
    "sure": "**sure**",
}


def measured(folder: Path, part: str) -> dict[str, Any]:
    """A part's figures of today, as they are written down."""
    rows = score(folder, part).rows
    return {
        "date": date.today().isoformat(),
        "texts": len(list(names(folder, part))),
        "cases": int(rows["split"]["due"]),
        "fields": {
            name: {
                measure: round(value, 3) if isinstance(value, float) else value
                for measure, value in row.items()
            }
            for name, row in rows.items()
        },
    }


def table(part: dict[str, Any]) -> str:
    """A part's figures as a table of the document."""
    lines = ["| Field | Precision | Recall | F1 | Due | Given |"]
    lines.append("| --- | --- | --- | --- | --- | --- |")
    for name, row in part["fields"].items():
        cells = [f"{row[measure]:.3f}" for measure in ("precision", "recall", "f1")]
        cells += [str(int(row["due"])), str(int(row["given"]))]
        lines.append(f"| {LABELS.get(name, name)} | {' | '.join(cells)} |")
    return "\n".join(lines)


def tables(document: str) -> dict[str, str]:
    """The tables that stand between marks in a document, by their part."""
    return dict(re.findall(MARKED.format(r"([a-z ]+)"), document, re.DOTALL))


MARKED = r"<!-- figures: {} -->\n(.*?)\n<!-- end -->"


def main() -> int:
    """Score and write."""
    parser = argparse.ArgumentParser(prog="python -m tests.reader.accuracy")
    parser.add_argument("--set-aside", action="store_true", help="score these too")
    options = parser.parse_args()
    folder = corpus()
    if not (folder / "gold").is_dir():
        print(f"no corpus at {folder}: set CASEBOOK_CORPUS")
        return 2
    figures = json.loads(FIGURES.read_text("utf-8"))
    document = DOCUMENT.read_text("utf-8")
    for part in (DEVELOPED, *([SET_ASIDE] if options.set_aside else [])):
        figures[part] = measured(folder, part)
        marked = f"<!-- figures: {part} -->\n{table(figures[part])}\n<!-- end -->"
        # No figure has a backslash: nothing in it is taken for a group.
        document = re.sub(MARKED.format(part), marked, document, flags=re.DOTALL)
    FIGURES.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    DOCUMENT.write_text(document, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
