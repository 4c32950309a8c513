"""Reads all files once, so that no measurement waits for the disk.

A server that has been up for an hour holds what is asked for in memory. Without this,
whoever asks first pays for the disk, and the next, a rival, does not.
"""

from __future__ import annotations

import os
from pathlib import Path

PIECE = 1 << 22


def read_all(folder: Path) -> int:
    """Read every file below the folder, links to folders followed; bytes read.

    A file that vanishes meanwhile, as those of a running database do, is left out.
    """
    read = 0
    buffer = memoryview(bytearray(PIECE))
    for base, _folders, names in os.walk(folder, followlinks=True):
        for name in names:
            path = Path(base, name)
            if not path.is_file():
                continue
            try:
                with path.open("rb", buffering=0) as file:
                    while piece := file.readinto(buffer):
                        read += piece
            except FileNotFoundError:
                continue
    return read
