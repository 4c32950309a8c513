"""The settings that a server is run with."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from casebook.postgres import URL_EXPECTED

PROJECT = Path(__file__).resolve().parent.parent.parent
SERVER = {
    "PATH": os.environ["PATH"],
    "SECRET_KEY": "aB3-cD5_eF7.gH9~jK1-mN3_pQ5.rS7~tU9-wX1_zA3.bC5~dE7",
    "ALLOWED_HOSTS": "casebook.example",
    "CASEBOOK_HTTPS": "true",
    "CASEBOOK_BEHIND_PROXY": "true",
    "DATABASE_URL": "postgres://casebook:secret@127.0.0.1:1/casebook",
}

# Prints the header of an answer over HTTPS.
HSTS = """
import django; django.setup()
from django.http import HttpResponse
from django.middleware.security import SecurityMiddleware
from django.test import RequestFactory
request = RequestFactory().get("/", secure=True, headers={"Host": "casebook.example"})
request.META["HTTP_X_FORWARDED_PROTO"] = "https"
answer = SecurityMiddleware(lambda request: HttpResponse())(request)
print(answer["Strict-Transport-Security"])
"""


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
        "System check identified no issues (1 silenced).\n",
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


@pytest.mark.parametrize(
    ("changed", "line"),
    [
        (
            {"CASEBOOK_HTTPS": "maybe"},
            (
                "CASEBOOK_HTTPS must be true or false, and is 'maybe':"
                " change it in the environment or in .env."
            ),
        ),
        (
            {"REPORT_CONTACT_DAYS": "a month"},
            (
                "REPORT_CONTACT_DAYS must be a whole number, and is 'a month':"
                " change it in the environment or in .env."
            ),
        ),
        (
            {"LOG_LEVEL": "LOUD"},
            (
                "LOG_LEVEL must be one of DEBUG, INFO, WARNING, ERROR, CRITICAL, and is"
                " 'LOUD': change it in the environment or in .env."
            ),
        ),
        (
            {"DATABASE_URL": "postgres://casebook:secret@127.0.0.1:port/casebook"},
            URL_EXPECTED,
        ),
        ({"DATABASE_URL": "mysql://127.0.0.1/casebook"}, URL_EXPECTED),
    ],
)
def test_a_wrong_setting_is_told_in_one_line(
    changed: dict[str, str], line: str
) -> None:
    checked = check(changed)

    assert (checked.returncode, checked.stderr) == (1, f"{line}\n")


def hsts(changed: dict[str, str]) -> str:
    """What browsers are told about HTTPS with these settings."""
    return subprocess.run(
        [sys.executable, "-c", HSTS],
        cwd=PROJECT,
        env={**SERVER, "DJANGO_SETTINGS_MODULE": "casebook.settings", **changed},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_nobody_asks_for_the_browsers_lists_by_turning_https_on() -> None:
    assert hsts({}) == "max-age=31536000; includeSubDomains\n"
    assert hsts({"SECURE_HSTS_PRELOAD": "true", "SECURE_HSTS_SECONDS": "63072000"}) == (
        "max-age=63072000; includeSubDomains; preload\n"
    )
