"""The units for systemd, as systemd reads them."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

DEPLOY = Path(__file__).resolve().parent.parent.parent / "deploy"
UNITS = sorted(
    path for path in DEPLOY.iterdir() if path.suffix in (".service", ".timer")
)


def test_systemd_understands_every_unit(tmp_path):
    verifier = shutil.which("systemd-analyze")
    if verifier is None:
        pytest.skip("no systemd-analyze here")
    for path in UNITS:
        # The programs are not installed here; which they are is not the question.
        unit = re.sub(r"/opt/\S+/bin/\w+", "/bin/true", path.read_text("utf-8"))
        (tmp_path / path.name).write_text(unit, encoding="utf-8")

    names = [str(tmp_path / path.name) for path in UNITS]
    done = subprocess.run(
        [verifier, "verify", *names], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
