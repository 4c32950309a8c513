"""docs/reading.md says which file reads what: all of them, and none that is gone."""

from __future__ import annotations

import re
from pathlib import Path

from cases import reader

FOLDER = Path(reader.__file__).parent
DOCUMENT = FOLDER.parent.parent / "docs" / "reading.md"
PASSES = re.compile(r"^## The passes\n(?P<text>.*?)^## ", re.DOTALL | re.MULTILINE)


def named() -> set[str]:
    """The files that the passes name, as paths below the reader's folder."""
    text = PASSES.search(DOCUMENT.read_text(encoding="utf-8"))["text"]
    return set(re.findall(r"`([a-z_/-]+\.(?:py|csv|txt))`", text))


def test_every_module_is_named() -> None:
    modules = {path.name for path in FOLDER.glob("*.py")}

    assert modules - {"__init__.py", "__main__.py"} - named() == set()


def test_every_file_that_is_named_exists() -> None:
    assert {name for name in named() if not (FOLDER / name).exists()} == set()
