"""Who runs the server: PostgreSQL refuses to run as root.

An ordinary user runs it as themselves. Root runs it as the owner of the cluster's
data, or for a new cluster as ``nobody`` (``CASEBOOK_PG_USER`` names another account).
No account is added.
"""

from __future__ import annotations

import os
import pwd
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from casebook.postgres.errors import ClusterError


@dataclass(frozen=True)
class Account:
    """A system account that root runs the server as."""

    uid: int
    gid: int

    def owns(self, path: Path) -> bool:
        """Whether ``path`` belongs to this account."""
        return path.stat().st_uid == self.uid

    def can_enter(self, folder: Path) -> bool:
        """Whether this account may go into ``folder``, which exists."""
        return self._succeeds(["/bin/sh", "-c", 'test -x "$1"', "sh", str(folder)])

    def can_run(self, program: Path) -> bool:
        """Whether this account may run ``program --version``."""
        return self._succeeds([str(program), "--version"])

    def _succeeds(self, command: Sequence[str]) -> bool:
        try:
            done = subprocess.run(
                command,
                cwd="/",
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
                **run_as(self),
            )
        except PermissionError:
            return False
        return done.returncode == 0


def server_account(data: Path) -> Account | None:
    """The account for the cluster with this ``data`` folder; None: our own.

    Raises ``ClusterError`` when the data belongs to somebody else or the account
    that ``CASEBOOK_PG_USER`` names does not exist.
    """
    owner = data.stat().st_uid if data.exists() else None
    if os.geteuid() != 0:
        if owner not in (None, os.geteuid()):
            raise ClusterError(
                f"The database in {data} belongs to the user {_name(owner)}: run this"
                " as root, as that user, or with another CASEBOOK_DATA_DIR."
            )
        return None
    if owner:
        return Account(owner, data.stat().st_gid)
    name = os.environ.get("CASEBOOK_PG_USER") or "nobody"
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        raise ClusterError(
            f"PostgreSQL does not run as root and there is no user {name!r} to run it:"
            " set CASEBOOK_PG_USER to an existing ordinary user."
        ) from None
    if entry.pw_uid == 0:
        raise ClusterError(
            f"PostgreSQL does not run as root, and CASEBOOK_PG_USER={name} is root:"
            " set it to an ordinary user."
        )
    return Account(entry.pw_uid, entry.pw_gid)


def run_as(account: Account | None) -> dict[str, Any]:
    """Arguments for ``subprocess`` that run a program as ``account``."""
    if account is None:
        return {}
    return {"user": account.uid, "group": account.gid, "extra_groups": []}


def hand_over(folder: Path, account: Account | None) -> None:
    """Close ``folder`` to everybody but ``account`` (None: but us)."""
    folder.chmod(0o700)
    if account is not None:
        os.chown(folder, account.uid, account.gid)


def _name(uid: int | None) -> str:
    try:
        return pwd.getpwuid(uid or 0).pw_name
    except KeyError:
        return str(uid)
