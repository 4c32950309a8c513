"""docker-compose.yml, as Compose itself understands it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from casebook.postgres.cluster import SERVER_SETTINGS
from casebook.postgres.folder import LOCALE

PROJECT = Path(__file__).resolve().parent.parent.parent
NEEDED = {
    "DATABASE_PASSWORD": "secret",
    "SECRET_KEY": "key",
    "ALLOWED_HOSTS": "casebook.example",
}


def compose(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """What ``config`` says of the file with these settings."""
    program = shutil.which("docker-compose")
    if program is None:
        reason = "no docker-compose: apt-get install docker-compose"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    command = [program, "--env-file", "/dev/null", "--profile", "*"]
    return subprocess.run(
        [*command, "config", "--format", "json"],
        cwd=PROJECT,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    """The services with the settings that are needed and no more."""
    done = compose(NEEDED)
    assert (done.returncode, done.stderr) == (0, "")
    found: dict[str, Any] = json.loads(done.stdout)["services"]
    return found


@pytest.mark.parametrize("name", NEEDED)
def test_without_a_secret_or_a_name_nothing_starts(name: str) -> None:
    done = compose({key: value for key, value in NEEDED.items() if key != name})

    assert done.returncode != 0
    assert f"required variable {name} is missing a value: set it in .env" in done.stderr


def test_the_database_is_made_as_the_one_that_comes_along(
    services: dict[str, Any],
) -> None:
    database = services["database"]

    made_with = database["environment"]["POSTGRES_INITDB_ARGS"].split()
    assert database["image"] == "postgres:18"
    assert tuple(made_with) == LOCALE
    assert f"work_mem={SERVER_SETTINGS['work_mem']}" in database["command"]
    assert [volume["target"] for volume in database["volumes"]] == [
        "/var/lib/postgresql",
        "/docker-entrypoint-initdb.d/make-database.sh",
    ]


def test_what_is_mounted_from_here_is_there(services: dict[str, Any]) -> None:
    mounted = [
        Path(volume["source"])
        for service in services.values()
        for volume in service.get("volumes", [])
        if volume["type"] == "bind"
    ]

    assert [path.relative_to(PROJECT).as_posix() for path in mounted] == [
        "deploy/make-database.sh",
        "deploy/Caddyfile",
    ]
    assert all(path.is_file() for path in mounted)
    assert os.access(PROJECT / "deploy" / "make-database.sh", os.X_OK)


def test_the_web_is_served_over_https_behind_a_proxy(
    services: dict[str, Any],
) -> None:
    assert services["web"]["environment"] == {
        "DATABASE_URL": "postgres://casebook:secret@database:5432/casebook",
        "SECRET_KEY": "key",
        "ALLOWED_HOSTS": "casebook.example",
        "CASEBOOK_HTTPS": "true",
        "CASEBOOK_BEHIND_PROXY": "true",
        "CSRF_TRUSTED_ORIGINS": None,
        "SECURE_HSTS_SECONDS": None,
        "SECURE_HSTS_PRELOAD": None,
        "REPORT_CONTACT_DAYS": None,
        "PAGE_CACHE_MEGABYTES": None,
        "SHARED_CACHE_SECONDS": None,
        "WEB_CONCURRENCY": None,
        "LOG_LEVEL": None,
    }


def test_only_the_proxy_is_open_to_the_world(services: dict[str, Any]) -> None:
    ports = {
        name: [(port.get("host_ip"), port["published"]) for port in service["ports"]]
        for name, service in services.items()
        if "ports" in service
    }

    assert ports == {
        "web": [("127.0.0.1", "8000")],
        "https": [(None, "80"), (None, "443"), (None, "443")],
    }


def test_a_server_that_starts_again_has_everything_again(
    services: dict[str, Any],
) -> None:
    assert {name: service["restart"] for name, service in services.items()} == {
        "database": "unless-stopped",
        "prepare": "no",
        "web": "unless-stopped",
        "backups": "unless-stopped",
        "https": "unless-stopped",
    }


def test_nothing_serves_before_the_database_is_ready(
    services: dict[str, Any],
) -> None:
    waits = {
        name: {other: how["condition"] for other, how in service["depends_on"].items()}
        for name, service in services.items()
        if "depends_on" in service
    }

    ready = {
        "database": "service_healthy",
        "prepare": "service_completed_successfully",
    }
    assert waits == {
        "prepare": {"database": "service_healthy"},
        "web": ready,
        "backups": ready,
        "https": {"web": "service_healthy"},
    }
