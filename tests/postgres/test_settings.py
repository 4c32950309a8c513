"""The database that settings ask for, and what Django does with it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from casebook.postgres import database_settings
from casebook.postgres.folder import Folder
from tests.postgres.conftest import wait_for_stop

PROJECT = Path(__file__).resolve().parent.parent.parent


def manage(data_folder: Path, *arguments: str) -> str:
    """What ``manage.py`` prints for ``arguments``, with data in ``data_folder``."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")
    }
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=PROJECT,
        env={**environment, "CASEBOOK_DATA_DIR": str(data_folder)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_a_url_names_any_server():
    settings = database_settings(
        url="postgres://name:p%40ss@db.example:6543/cases?sslmode=require",
        cluster=Path("unused"),
    )

    assert settings == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "cases",
        "USER": "name",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": 6543,
        "OPTIONS": {"sslmode": "require"},
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "DISABLE_SERVER_SIDE_CURSORS": False,
    }


def test_a_url_of_another_database_is_refused():
    with pytest.raises(ValueError, match=r"^DATABASE_URL must be postgres://"):
        database_settings(url="mysql://name@db/cases", cluster=Path("unused"))


def test_without_a_url_the_cluster_is_ours():
    settings = database_settings(url="", cluster=Path("/srv/data/postgres"))

    assert settings["ENGINE"] == "casebook.postgres.backend"
    assert settings["CLUSTER"] == "/srv/data/postgres"
    assert settings["TEST"]["CLUSTER"] == os.environ["CASEBOOK_TEST_CLUSTER"]


@pytest.mark.parametrize(
    "command", [["check"], ["collectstatic", "--no-input", "--verbosity=0"]]
)
def test_commands_without_a_query_start_nothing(open_folder, command):
    manage(open_folder, *command)

    assert not (open_folder / "postgres").exists()


def test_the_first_query_starts_the_cluster(open_folder):
    told = manage(open_folder, "dbshell", "--", "-At", "-c", "SELECT current_user")

    assert told == "casebook\n"
    wait_for_stop(Folder(open_folder / "postgres"))


def test_a_server_may_give_the_cluster_more_memory(open_folder, monkeypatch):
    monkeypatch.setenv("CASEBOOK_PG_SHARED_BUFFERS", "96MB")

    told = manage(open_folder, "dbshell", "--", "-At", "-c", "SHOW shared_buffers")

    assert told == "96MB\n"
    wait_for_stop(Folder(open_folder / "postgres"))
