"""What ``make`` does before there is an environment to run in."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from casebook import bootstrap

PROJECT = Path(__file__).resolve().parent.parent.parent
TELL_ARGUMENTS = "import sys; print(*sys.argv)"


@pytest.fixture
def project(tmp_path):
    """A project with the real set-up, nothing to install, and a short manage.py."""
    (tmp_path / "casebook").mkdir()
    shutil.copy(PROJECT / "Makefile", tmp_path)
    shutil.copy(PROJECT / "casebook" / "bootstrap.py", tmp_path / "casebook")
    (tmp_path / "requirements").mkdir()
    for name in ("run", "test", "bench"):
        (tmp_path / "requirements" / f"{name}.txt").write_text("# nothing yet\n")
    (tmp_path / "manage.py").write_text(TELL_ARGUMENTS)
    return tmp_path


def make(project: Path, *arguments: str, **environment: str):
    """What ``make ARGUMENTS`` in ``project`` did, in a clean environment."""
    return subprocess.run(
        ["make", "--silent", *arguments, f"PYTHON={sys.executable}"],
        cwd=project,
        env={"PATH": os.defpath, "HOME": str(project), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_the_first_run_installs_and_the_next_does_not(project):
    port = str(free_port())
    served = f"manage.py serve --host 127.0.0.1 --port {port}\n"

    first = make(project, "run", PORT=port)
    second = make(project, "run", PORT=port)

    assert first.stdout == f"Installing what requirements/run.txt lists ...\n{served}"
    assert second.stdout == served
    assert (project / ".venv" / "bin" / "python").exists()


def test_setting_up_for_development_only_sets_up(project):
    told = make(project, "environment")

    assert (told.returncode, told.stdout, told.stderr) == (
        0,
        "Installing what requirements/test.txt lists ...\n",
        "",
    )


def test_measuring_has_an_environment_of_its_own(project):
    measured = project / "tests" / "bench" / "scale"
    measured.mkdir(parents=True)
    (measured / "__main__.py").write_text(TELL_ARGUMENTS)

    told = make(project, "bench", "N=7")

    assert told.stdout == (
        "Installing what requirements/bench.txt lists ...\n"
        f"{measured / '__main__.py'} --cases 7\n"
    )
    assert (project / ".venv-bench" / "bin" / "python").exists()
    assert not (project / ".venv").exists()


def test_changed_requirements_are_installed(project):
    make(project, "run", PORT=str(free_port()))
    (project / "requirements" / "run.txt").write_text("# still nothing\n")

    again = make(project, "run", PORT=str(free_port()))

    assert again.stdout.startswith("Installing what requirements/run.txt lists ...\n")


def test_an_environment_without_its_python_is_made_anew(project):
    make(project, "run", PORT=str(free_port()))
    (project / ".venv" / "bin" / "python").unlink()

    again = make(project, "run", PORT=str(free_port()))

    assert again.stdout.startswith("Installing what requirements/run.txt lists ...\n")
    assert again.returncode == 0


def test_a_taken_port_is_said_before_anything_is_made(project):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        told = make(project, "run", PORT=str(port))

    assert told.stderr.splitlines()[0] == (
        f"Cannot serve at 127.0.0.1:{port} (Address already in use): stop what runs"
        f" there, or choose another: make run PORT={port + 1}"
    )
    assert told.returncode != 0
    assert not (project / ".venv").exists()


def test_a_port_that_is_no_number(project):
    told = make(project, "run", PORT="http")

    assert told.stderr.splitlines()[0] == "PORT must be a number, such as 8000."


def test_packages_that_are_not_the_locked_ones_are_refused(project):
    wheel = project / "package-1-py3-none-any.whl"
    wheel.write_bytes(b"not what was locked")
    (project / "requirements" / "run.txt").write_text(
        f"package @ file://{wheel} --hash=sha256:{'0' * 64}\n"
    )

    told = make(project, "run", PORT=str(free_port()))

    assert "DO NOT MATCH THE HASHES" in told.stderr
    assert "pip could not install the packages" in told.stderr
    assert told.returncode != 0


START_WITH_OLD_PYTHON = """
import sys
sys.version_info, sys.argv = (3, 9), ["bootstrap.py"]
from casebook.bootstrap import use_right_python
use_right_python()
"""


def test_another_python_on_the_path_is_used(tmp_path):
    (tmp_path / "python3.12").write_text('#!/bin/sh\necho "3.12 runs $1"\n')
    (tmp_path / "python3.12").chmod(0o755)

    told = subprocess.run(
        [sys.executable, "-c", START_WITH_OLD_PYTHON],
        cwd=PROJECT,
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert told.stdout == "3.12 runs bootstrap.py\n"


def test_no_python_of_the_right_version(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9))
    monkeypatch.setattr(sys, "version", "3.9.2 (default)")
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(bootstrap.Problem) as raised:
        bootstrap.use_right_python()

    assert str(raised.value) == (
        "Casebook needs Python 3.11 to 3.13 and this is 3.9.2: install one, or name"
        " it: make run PYTHON=..."
    )


class FindsNothing:
    """A finder that knows no module."""

    def find_spec(self, *arguments):
        return None


def test_a_python_with_parts_left_out(monkeypatch):
    monkeypatch.delitem(sys.modules, "venv", raising=False)
    monkeypatch.setattr(sys, "meta_path", [FindsNothing()])

    with pytest.raises(bootstrap.Problem) as raised:
        bootstrap.check_features()

    assert str(raised.value) == (
        f"{sys.executable} has no module 'venv': install python3-venv."
    )


def test_no_pip_at_all(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/bin/false")
    monkeypatch.setattr(bootstrap, "PYTHON", tmp_path / "no-python")
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(bootstrap.Problem) as raised:
        bootstrap.find_pip()

    assert str(raised.value) == (
        "There is no pip 22.3 or newer: install it (Debian: apt-get install"
        " python3-pip) and run this again."
    )


def test_the_locks_agree():
    locked = {}
    for name in ("run", "test", "bench"):
        text = (PROJECT / "requirements" / f"{name}.txt").read_text()
        # Without the condition behind it: tests may need a package on more Pythons.
        locked[name] = set(re.findall(r"^\S+==\S+", text, re.MULTILINE))

    assert "django" in {pin.partition("==")[0] for pin in locked["run"]}

    assert locked["run"] - locked["test"] == set()
    assert locked["run"] - locked["bench"] == set()
