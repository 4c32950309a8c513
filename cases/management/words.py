"""Numbers in what the commands say, which is in English."""

from __future__ import annotations


def number(count: int, one: str, many: str = "") -> str:
    """A count with its noun.

    >>> number(1, "file"), number(0, "file"), number(2, "copy", "copies")
    ('1 file', '0 files', '2 copies')
    """
    return f"{count} {one if count == 1 else many or one + 's'}"
