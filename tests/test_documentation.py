"""What the documents say is there is there, and what is there is in the documents."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from django.core.management import find_commands

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")
DECISIONS = sorted(path.name for path in (ROOT / "docs" / "adr").glob("[0-9]*.md"))
DOCUMENTS = [
    path
    for path in sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
    if path.is_file()
]

# Set by Casebook for its own processes, or by its commands' command line.
OWN = {"CASEBOOK_TEST_CLUSTER", "DJANGO_SETTINGS_MODULE", "HOST", "PORT"}


def variables(path: Path) -> set[str]:
    """The environment variables that a file reads with env.…() or os.environ."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and ast.unparse(node.func.value) in ("env", "os.environ")
            and node.args
            and isinstance(node.args[0], ast.Constant)
        ):
            names.add(node.args[0].value)
    return names


# Those with which docker-compose.yml is filled in.
COMPOSE = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
SETTINGS = sorted(
    set().union(*map(variables, (ROOT / "casebook").rglob("*.py"))) - OWN
    | set(re.findall(r"\$\{([A-Z_]+)", COMPOSE))
)
COMMANDS = sorted(find_commands(str(ROOT / "cases" / "management")))
TARGETS = re.findall(
    r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE
)


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_is_explained(name: str) -> None:
    assert re.search(rf"^\| `{name}` \| .+ \| .+ \|$", README, re.MULTILINE)


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_is_in_the_example(name: str) -> None:
    assert re.search(rf"^#{name}=", EXAMPLE, re.MULTILINE)


def test_the_example_and_the_readme_list_settings_that_are_read() -> None:
    in_example = re.findall(r"^#?([A-Z_]+)=", EXAMPLE, re.MULTILINE)
    settings = README.partition("## Settings")[2].partition("\n## ")[0]
    in_readme = re.findall(r"^\| `([A-Z_]+)` \|", settings, re.MULTILINE)

    assert sorted(in_example) == SETTINGS
    assert sorted(in_readme) == SETTINGS


def test_the_example_changes_nothing_until_a_line_is_uncommented() -> None:
    assert [line for line in EXAMPLE.splitlines() if line and line[0] != "#"] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_explained(name: str) -> None:
    assert f"manage.py {name}" in README


@pytest.mark.parametrize("name", TARGETS)
def test_every_make_target_is_explained(name: str) -> None:
    assert f"make {name}" in README


def test_the_readme_names_commands_and_targets_that_exist() -> None:
    django = {"check", "shell", "test", "changepassword", "createsuperuser"}

    assert set(re.findall(r"manage\.py ([a-z_]+)", README)) <= {*COMMANDS, *django}
    assert set(re.findall(r"`make ([a-z-]+)", README)) <= set(TARGETS)


@pytest.mark.parametrize("name", DECISIONS)
def test_every_decision_is_listed(name: str) -> None:
    listed = (ROOT / "docs" / "adr" / "README.md").read_text(encoding="utf-8")
    title = (ROOT / "docs" / "adr" / name).read_text(encoding="utf-8").splitlines()[0]

    row = f"| [{name[:4]}]({name}) | {title.partition('. ')[2]} |"
    assert row in listed.splitlines()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", text)

    assert [name for name in targets if not (path.parent / name).exists()] == []
