"""Locks on files that the kernel drops when their holder ends, even by kill -9."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path


def open_lock(path: Path) -> int:
    """A descriptor for the lock file at ``path``, made when it is missing.

    Follows no symbolic link, and is closed in programs that this one starts.
    """
    flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
    return os.open(path, flags, 0o600)


def take(path: Path, *, shared: bool) -> int:
    """Wait for the lock at ``path`` and hold it through the returned descriptor.

    A lock file that was deleted while we waited guards nothing any more: then the
    new one is waited for. Raises ``FileNotFoundError`` when its folder is gone.
    """
    while True:
        descriptor = open_lock(path)
        fcntl.flock(descriptor, fcntl.LOCK_SH if shared else fcntl.LOCK_EX)
        try:
            if os.path.samestat(os.fstat(descriptor), os.stat(path)):
                return descriptor
        except FileNotFoundError:
            pass
        os.close(descriptor)


def try_take(descriptor: int) -> bool:
    """Take the exclusive lock of ``descriptor`` if nobody else has it."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def is_shared(path: Path) -> bool:
    """Whether somebody else holds the lock at ``path`` as one of its sharers."""
    # In this order: whoever takes it exclusively in between must not count as a sharer.
    return not _can_take(path, fcntl.LOCK_EX) and _can_take(path, fcntl.LOCK_SH)


def is_held(path: Path) -> bool:
    """Whether somebody holds the lock at ``path`` exclusively."""
    return not _can_take(path, fcntl.LOCK_SH)


def _can_take(path: Path, kind: int) -> bool:
    """Whether nobody holds the lock at ``path`` in a way that excludes ``kind``."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except FileNotFoundError:
        return True
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(descriptor)
    return True
