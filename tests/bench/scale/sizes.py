"""What lies on the disk, and what a web worker takes of the memory."""

from __future__ import annotations

from pathlib import Path

from django.db import connection

from tests.bench.scale.servers import Server

TABLES = """
SELECT relname, pg_table_size(oid), pg_indexes_size(oid)
FROM pg_class
WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
  AND pg_total_relation_size(oid) > 1000000
ORDER BY pg_total_relation_size(oid) DESC
"""
INDEXES = """
SELECT relname, pg_relation_size(oid)
FROM pg_class
WHERE relkind = 'i' AND relnamespace = 'public'::regnamespace
ORDER BY pg_relation_size(oid) DESC LIMIT 10
"""


def tables() -> list[tuple[str, int, int]]:
    """Tables of a megabyte and more: bytes of their rows and of their indexes."""
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        return list(cursor.fetchall())


def indexes() -> list[tuple[str, int]]:
    """The ten largest indexes, in bytes."""
    with connection.cursor() as cursor:
        cursor.execute(INDEXES)
        return list(cursor.fetchall())


def folder_bytes(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def worker_bytes(server: Server) -> int:
    """Bytes of memory of the server's largest worker, what it shares included."""
    found = []
    for worker in server.workers():
        for line in Path(f"/proc/{worker}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                found.append(int(line.split()[1]) * 1024)
    return max(found)
