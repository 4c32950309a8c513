"""Imports flow one way, and the reader stands alone (docs: README, Layout)."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# A module may import from its own row and the rows above it.
LAYERS = [
    {"reader", "documents", "page_store", "privacy", "search", "shown"},
    {"models"},
    {
        "accuracy",
        "agency_names",
        "arguments",
        "changes",
        "cited_law",
        "citing",
        "corrections",
        "counted_rows",
        "counting",
        "coverage",
        "display",
        "filter_conditions",
        "filter_fields",
        "filters",
        "facet_options",
        "facets",
        "list_pages",
        "place_facet",
        "range_facets",
        "range_fields",
        "rendering",
        "facts",
        "headings",
        "charts",
        "law",
        "metadata",
        "page_cache",
        "public_pages",
        "exports",
        "related",
        "tallies",
        "timeline",
    },
    {"actions"},
    {"forms"},
    {"views", "api", "feeds", "sitemaps", "admin", "management", "templatetags"},
    {"urls", "apps"},
]
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
PUBLIC = {"views", "api", "feeds", "sitemaps", "exports", "templatetags"}
# The one thing that the public may write, and the one page that takes it.
READERS_REPORT = {
    "cases/views/reports.py": {
        "cases.actions.reports.TooManyReports",
        "cases.actions.reports.take_report",
    }
}
STANDALONE = {"documents", "page_store", "privacy", "search", "shown"}

MODULES = sorted(
    path
    for path in (ROOT / "cases").rglob("*.py")
    if "migrations" not in path.parts and path.name != "__init__.py"
)


def layer(path: Path) -> str:
    """The part of cases that a file belongs to: models for cases/models/cases.py."""
    return path.relative_to(ROOT / "cases").parts[0].removesuffix(".py")


def imports(path: Path) -> list[tuple[str, ast.stmt]]:
    """Every import of the file as (module, statement)."""
    found: list[tuple[str, ast.stmt]] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(alias.name, node) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found += [(f"{node.module}.{alias.name}", node) for alias in node.names]
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_from_its_left(path: Path) -> None:
    own = layer(path)
    for module, _ in imports(path):
        parts = module.split(".")
        if parts[0] == "casebook":
            # Commands start servers; nothing else knows the settings package.
            assert own == "management", f"{path} imports {module}"
        if parts[0] != "cases" or len(parts) == 1:
            continue
        target = parts[1]
        assert LEVEL[target] <= LEVEL[own], f"{path} imports {module}"
        if own == "reader":
            assert target == "reader", f"{path} imports {module}"
        if own in PUBLIC:
            own_path = path.relative_to(ROOT).as_posix()
            if module in READERS_REPORT.get(own_path, ()):
                continue
            assert target != "actions", f"{path}: public pages write nothing"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_is_imported_inside_a_function(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = [
        node.lineno
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inside == []


@pytest.mark.parametrize("name", ["reader", *sorted(STANDALONE)])
def test_a_pure_module_loads_no_django(name: str) -> None:
    code = (
        f"import cases.{name}, sys; "
        "print(sorted({m.split('.')[0] for m in sys.modules} & {'django'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
