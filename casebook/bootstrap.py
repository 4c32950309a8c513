"""What ``make run`` and ``make test`` do before there is anything to run with.

    python3 casebook/bootstrap.py run|test|environment|bench [ARGUMENT...]

Needs Python and pip and nothing else: it makes ``.venv``, installs the locked
packages when they changed, and hands over to Django or pytest there. Whatever is
missing is said in one line. ``bench`` has ``.venv-bench`` for itself.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import importlib.util
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
ENVIRONMENT = PROJECT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
# What measuring compares with: nothing else needs it.
BENCH_ENVIRONMENT = PROJECT / ".venv-bench"
OLDEST, NEWEST = (3, 11), (3, 13)
# The first pip that can install into another environment.
OLDEST_PIP = (22, 3)
# A person's own pip settings (a mirror, a proxy, certificates) hold, but for those
# that would send the packages elsewhere.
PIP_MISLEADING = {"PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_PYTHON"} | {
    "PIP_REQUIRE_VIRTUALENV",
    "PIP_NO_DEPS",
    "PIP_DRY_RUN",
}


class Problem(Exception):
    """One line that says what is missing and what to do about it."""


def use_right_python() -> None:
    """Go on with a Python of the right version, if this one is not.

    Raises ``Problem`` when none is found.
    """
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        other = shutil.which(f"python3.{minor}")
        if other:
            os.execv(other, [other, *sys.argv])
    raise Problem(
        f"Casebook needs Python 3.{OLDEST[1]} to 3.{NEWEST[1]} and this is"
        f" {sys.version.split()[0]}: install one, or name it: make run PYTHON=..."
    )


def check_features() -> None:
    """Raise ``Problem`` when this Python lacks a part that is sometimes left out."""
    for module, package in {
        "venv": "python3-venv",
        "ssl": "a Python with OpenSSL",
        "zlib": "a Python with zlib",
    }.items():
        if importlib.util.find_spec(module) is None:
            raise Problem(
                f"{sys.executable} has no module {module!r}: install {package}."
            )


def check_port(host: str, port: int) -> None:
    """Raise ``Problem`` when nothing can be served at ``host:port``."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise Problem(
            f"Cannot serve at {host}:{port} ({error.strerror}): stop what runs there,"
            f" or choose another: make run PORT={port + 1}"
        ) from error


def python_of(folder: Path) -> Path:
    """The Python of the environment in ``folder``."""
    return folder / "bin" / "python"


def find_pip(python: Path | None = None) -> list[str]:
    """The command of a pip that can install for ``python`` (``.venv``'s by default)."""
    python = python or PYTHON
    candidates = [[sys.executable, "-m", "pip"]]
    candidates += [[path] for name in ("pip3", "pip") if (path := shutil.which(name))]
    for command in candidates:
        with contextlib.suppress(OSError):
            told = subprocess.run(
                [*command, "--version"], capture_output=True, text=True, check=False
            ).stdout
            version = re.match(r"pip (\d+)\.(\d+)", told)
            if version and tuple(map(int, version.groups())) >= OLDEST_PIP:
                return [*command, "--python", str(python)]
    command = [str(python), "-m", "ensurepip"]
    with contextlib.suppress(OSError):
        if subprocess.run(command, capture_output=True, check=False).returncode == 0:
            return [str(python), "-m", "pip"]
    raise Problem(
        f"There is no pip {OLDEST_PIP[0]}.{OLDEST_PIP[1]} or newer: install it"
        " (Debian: apt-get install python3-pip) and run this again."
    )


def make_environment(folder: Path) -> None:
    """Make ``folder`` with this Python, anew when its Python is gone or another."""
    ours = f"Python {sys.version_info[0]}.{sys.version_info[1]}."
    with contextlib.suppress(OSError):
        told = subprocess.run(
            [python_of(folder), "--version"],
            capture_output=True,
            text=True,
            check=False,
        )
        if told.stdout.startswith(ours):
            return
    command = [sys.executable, "-m", "venv", "--without-pip", "--clear"]
    made = subprocess.run(
        [*command, str(folder)], capture_output=True, text=True, check=False
    )
    if made.returncode != 0:
        reason = (made.stderr or made.stdout).strip().splitlines()[-1:]
        raise Problem(f"{folder} could not be made: {' '.join(reason)}")


def install(name: str, folder: Path) -> None:
    """Install ``requirements/NAME.txt`` into ``folder``, unless that was done.

    Every package is checked against its hash, and none is built here.
    """
    requirements = PROJECT / "requirements" / f"{name}.txt"
    digest = hashlib.sha256(requirements.read_bytes()).hexdigest()
    stamp = folder / f"{name}.sha256"
    make_environment(folder)
    if stamp.exists() and stamp.read_text() == digest:
        return
    print(f"Installing what requirements/{name}.txt lists ...", flush=True)
    environment = {k: v for k, v in os.environ.items() if k not in PIP_MISLEADING}
    options = ["--quiet", "--no-input", "--disable-pip-version-check"]
    options += ["--root-user-action=ignore", "--no-deps", "--require-hashes"]
    options += ["--only-binary=:all:"]
    done = subprocess.run(
        [*find_pip(python_of(folder)), "install", *options, "-r", str(requirements)],
        env=environment,
        check=False,
    )
    if done.returncode != 0:
        raise Problem(
            "pip could not install the packages (its reason is above): check the"
            " network, or pip's own settings for a mirror or proxy, and run this again."
        )
    stamp.write_text(digest)


def prepare(name: str, folder: Path = ENVIRONMENT) -> None:
    """Make the environment for ``name`` (run, test, bench), one process at a time."""
    check_features()
    lock = os.open(PROJECT / "requirements", os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        install(name, folder)
    finally:
        os.close(lock)


def hand_over(arguments: list[str], folder: Path = ENVIRONMENT) -> None:
    """Become the Python of ``folder`` with ``arguments``; does not return."""
    os.chdir(PROJECT)
    os.execv(python_of(folder), [str(python_of(folder)), *arguments])


def run(arguments: list[str]) -> None:
    """Serve at HOST and PORT of the environment."""
    host = os.environ.get("HOST") or "127.0.0.1"
    try:
        port = int(os.environ.get("PORT") or 8000)
    except ValueError:
        raise Problem("PORT must be a number, such as 8000.") from None
    check_port(host, port)
    prepare("run")
    where = ["--host", host, "--port", str(port)]
    hand_over(["manage.py", "serve", *where, *arguments])


def test(arguments: list[str]) -> None:
    """Run the tests on all cores, in a real browser when one is found."""
    prepare("test")
    found = subprocess.run(
        [PYTHON, "-m", "tests.browser.chromium"],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if found.returncode == 0:
        os.environ["CASEBOOK_CHROMIUM"] = found.stdout.strip()
    # Some tests take half a minute: a process that has no more takes over another's.
    shared = ["-n", "auto", "--maxprocesses", "4", "--dist", "worksteal"]
    hand_over(["-m", "pytest", *shared, *arguments])


def environment(arguments: list[str]) -> None:
    """Set up ``.venv`` with everything that development needs, and no more."""
    prepare("test")
    if arguments:
        hand_over(arguments)


def bench(arguments: list[str]) -> None:
    """Measure a catalogue of invented cases beside its rivals."""
    prepare("bench", BENCH_ENVIRONMENT)
    hand_over(["-m", "tests.bench.scale", *arguments], BENCH_ENVIRONMENT)


COMMANDS = {"run": run, "test": test, "environment": environment, "bench": bench}


def main() -> int:
    """Run the command that the command line names."""
    name, arguments = sys.argv[1:2], sys.argv[2:]
    try:
        if not name or name[0] not in COMMANDS:
            raise Problem(f"Usage: {sys.argv[0]} {'|'.join(COMMANDS)} [ARGUMENT...]")
        use_right_python()
        COMMANDS[name[0]](arguments)
        return 0
    except Problem as problem:
        print(problem, file=sys.stderr)
    except PermissionError as error:
        print(
            f"{error.filename} belongs to another user: run this as that user, or"
            " remove it to have it made anew.",
            file=sys.stderr,
        )
    except OSError as error:
        print(f"Set-up failed: {error}", file=sys.stderr)
    except KeyboardInterrupt:
        print(file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
