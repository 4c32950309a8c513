"""docs/reading.md says which file reads what: all of them, and none that is gone."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

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


RULE = re.compile(r"(?P<file>[a-z_]+)\.[a-z-]*")


def rules_of(path: Path) -> set[str]:
    """The files that the rules of a module begin their names with.

    Rules are the words with one stop in them (places.agency); the package's own
    name is another.
    """
    texts = (
        node.value
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    matches = (RULE.fullmatch(text) for text in texts)
    return {match["file"] for match in matches if match} - {"cases"}


@pytest.mark.parametrize(
    "path", sorted(FOLDER.glob("*.py")), ids=lambda path: path.stem
)
def test_a_rules_name_begins_with_its_file(path: Path) -> None:
    assert rules_of(path) <= {path.stem}
