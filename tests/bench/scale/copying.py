"""Rows as PostgreSQL's COPY takes them, and the statement that does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import psycopg

from tests.bench.scale.rows import Json, Row

_ESCAPES = str.maketrans({"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"})


def _written(value: Any) -> str:
    if value is None:
        return "\\N"
    if isinstance(value, str):
        return value.translate(_ESCAPES)
    if value is True or value is False:
        return "t" if value else "f"
    if isinstance(value, Json):
        return value.text.translate(_ESCAPES)
    if isinstance(value, bytes):
        return "\\\\x" + value.hex()
    if isinstance(value, list):
        # Slugs, numbers and masked names: nothing in them needs quotes.
        return "{" + ",".join(map(str, value)) + "}"
    return str(value)


def copy_lines(rows: Sequence[Row]) -> bytes:
    """The rows in COPY's text format."""
    lines = ("\t".join(map(_written, row.values())) for row in rows)
    return "".join(f"{line}\n" for line in lines).encode()


def copy_rows(database: psycopg.Connection, table: str, rows: Sequence[Row]) -> None:
    """Put rows, which have the same columns in the same order, into a table."""
    if rows:
        columns = ", ".join(f'"{name}"' for name in rows[0])
        with database.cursor().copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
            copy.write(copy_lines(rows))
