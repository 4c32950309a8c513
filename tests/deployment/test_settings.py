"""The settings that a server is run with."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent.parent
SERVER = {
    "PATH": os.environ["PATH"],
    "SECRET_KEY": "aB3-cD5_eF7.gH9~jK1-mN3_pQ5.rS7~tU9-wX1_zA3.bC5~dE7",
    "ALLOWED_HOSTS": "casebook.example",
    "CASEBOOK_HTTPS": "true",
    "CASEBOOK_BEHIND_PROXY": "true",
    "DATABASE_URL": "postgres://casebook:secret@127.0.0.1:1/casebook",
}


def check(changed: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """What Django's own check of a deployment says of these settings."""
    return subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=PROJECT,
        env={**SERVER, **changed},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_settings_of_a_server_raise_no_warning() -> None:
    checked = check({})

    assert (checked.returncode, checked.stdout) == (
        0,
        "System check identified no issues (0 silenced).\n",
    )


@pytest.mark.parametrize(
    ("changed", "warning"),
    [
        ({"CASEBOOK_HTTPS": "false"}, "security.W008"),
        ({"SECRET_KEY": "short"}, "security.W009"),
        ({"DEBUG": "true"}, "security.W018"),
    ],
)
def test_a_careless_setting_raises_one(changed: dict[str, str], warning: str) -> None:
    checked = check(changed)

    assert checked.returncode == 1
    assert warning in checked.stderr
