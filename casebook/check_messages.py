"""Keeps the Chinese translations whole: collected, translated, compiled.

    python -m casebook.check_messages [--write]

Says what is missing and fails; with ``--write`` collects the texts from code and
templates and compiles what is translated. Needs GNU gettext.
"""

from __future__ import annotations

import argparse
import gettext
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
CATALOGUE = Path("cases/locale/zh_Hans/LC_MESSAGES/django.po")
# A date would make every collection a change.
DATE = re.compile(r'^"POT-Creation-Date: .*\\n"\n', re.MULTILINE)


def collect(project: Path) -> str:
    """Collect the texts of ``project`` into its catalogue; what that then says."""
    catalogue = project / CATALOGUE
    catalogue.parent.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, str(project / "manage.py"), "makemessages"]
    command += ["--locale=zh_Hans", "--add-location=never", "--no-obsolete"]
    command += ["--no-wrap", "--ignore=.venv", "--ignore=.data", "--ignore=tests"]
    _run(command, project)
    collected = DATE.sub("", catalogue.read_text(encoding="utf-8"))
    catalogue.write_text(collected, encoding="utf-8")
    return collected


def compile_catalogue(project: Path) -> dict[object, str]:
    """Compile the catalogue of ``project`` beside itself; the translations in it."""
    compiled = (project / CATALOGUE).with_suffix(".mo")
    _run(["msgfmt", "--check", "--output-file", str(compiled), str(CATALOGUE)], project)
    return _translations(compiled)


def problems() -> list[str]:
    """A line for everything that is wrong with the committed catalogue."""
    compiled = (PROJECT / CATALOGUE).with_suffix(".mo")
    if not compiled.exists():
        return [f"{compiled.relative_to(PROJECT)} is missing: run make messages"]
    found = []
    with tempfile.TemporaryDirectory() as copy_name:
        copy = Path(copy_name)
        _copy_project(copy)
        before = (copy / CATALOGUE).read_text(encoding="utf-8")
        if collect(copy) != before:
            found.append("texts changed since they were collected: run make messages")
        for kind in ("untranslated", "only-fuzzy"):
            texts = _entries(copy / CATALOGUE, kind)
            found += [f"{kind}: {text}" for text in texts]
        if compile_catalogue(copy) != _translations(compiled):
            found.append("the compiled catalogue is out of date: run make messages")
    return found


def _copy_project(copy: Path) -> None:
    """Copy what is or will be committed, so that checking changes nothing."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=PROJECT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    for name in filter(None, listed.split("\0")):
        if (PROJECT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(PROJECT / name, copy / name)


def _entries(catalogue: Path, kind: str) -> list[str]:
    """The texts of the catalogue that are ``untranslated`` or ``only-fuzzy``."""
    told = _run(["msgattrib", f"--{kind}", "--no-wrap", str(catalogue)], PROJECT)
    entries = re.findall(r"^msgid ((?:\".*\"\n)+)", told, re.MULTILINE)
    texts = ["".join(re.findall(r'"(.*)"', entry)) for entry in entries]
    return [text for text in texts if text]  # the header's is empty


def _translations(compiled: Path) -> dict[object, str]:
    with compiled.open("rb") as file:
        return dict(vars(gettext.GNUTranslations(file))["_catalog"])


def _run(command: list[str], project: Path) -> str:
    if shutil.which("msgfmt") is None:
        sys.exit("GNU gettext is needed (Debian: apt-get install gettext).")
    done = subprocess.run(
        command,
        cwd=project,
        env={**os.environ, "CASEBOOK_DATA_DIR": str(project / ".data")},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        sys.exit(f"{Path(command[0]).name} failed: {done.stderr.strip()}")
    return done.stdout


def main() -> int:
    """Check, or with ``--write`` collect and compile."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    if parser.parse_args().write:
        collect(PROJECT)
        compile_catalogue(PROJECT)
        for kind in ("untranslated", "only-fuzzy"):
            for text in _entries(PROJECT / CATALOGUE, kind):
                print(f"{kind}: {text}")
        return 0
    found = problems()
    print("\n".join(found) or "Translations are whole.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
