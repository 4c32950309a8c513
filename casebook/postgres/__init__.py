"""The PostgreSQL server that Casebook brings along, and how settings use it.

Settings ask for one database::

    DATABASES = {"default": database_settings(url=DATABASE_URL, cluster=FOLDER)}

With a URL that is any PostgreSQL server and Django's own backend. Without one it is
a cluster of our own, made and started at the first connection (``check`` and
``collectstatic`` open none, so they start nothing), and stopped when the last process
that uses it has ended, however that ended. Tests get a cluster of their own that is
removed afterwards.

``binaries`` finds the server's programs, ``account`` chooses who runs them, ``folder``
makes and checks a cluster's files, ``cluster`` starts and shares it, ``supervisor`` is
the process that keeps it, ``backend`` is Django's view of it.
"""

from __future__ import annotations

import os
import secrets
import tempfile
from pathlib import Path
from typing import Any

import dj_database_url

from casebook.postgres.errors import WrongSetting

__all__ = ["database_settings"]

# Connections stay open between requests, one a thread; each is tried before use, so
# that a restarted server costs no visitor an error.
PERSISTENT = {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}
URL_EXPECTED = (
    "DATABASE_URL must be postgres://user:password@host:port/name, with special"
    " characters of the password percent-encoded; leave it empty for the database"
    " that Casebook brings along."
)


def database_settings(*, url: str, cluster: Path) -> dict[str, Any]:
    """An entry for ``DATABASES``: the server at ``url``, or our own in ``cluster``.

    ``url`` is ``postgres://user:password@host:port/name`` (empty: our own server).
    Raises ``WrongSetting``, with what to do, for a URL of another kind.

    The tests' cluster is named here, where settings are read, and passed on through
    ``CASEBOOK_TEST_CLUSTER``, so that parallel test processes share it.
    """
    if url:
        return _from_url(url)
    test_cluster = os.environ.setdefault(
        "CASEBOOK_TEST_CLUSTER",
        f"{tempfile.gettempdir()}/casebook-test-{secrets.token_hex(6)}",
    )
    return {
        "ENGINE": "casebook.postgres.backend",
        "CLUSTER": str(cluster.absolute()),
        "NAME": "casebook",
        "USER": "casebook",
        "TEST": {"CLUSTER": test_cluster},
        **PERSISTENT,
    }


def _from_url(url: str) -> dict[str, Any]:
    if not url.startswith(("postgres://", "postgresql://")):
        raise WrongSetting(URL_EXPECTED)
    try:
        return {**dj_database_url.parse(url), **PERSISTENT}
    except ValueError as error:
        raise WrongSetting(URL_EXPECTED) from error
