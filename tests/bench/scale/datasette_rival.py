"""The rival over HTTP: Datasette on SQLite with a trigram index, same cases.

Its file is immutable and its counts known beforehand, limits are raised, facets that
nobody asked for are not suggested, and the index's table is named in each address:
left to itself Datasette finds no full-text table here and answers unfiltered.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlencode

from tests.bench.scale.questions import PAGE, Question
from tests.bench.scale.rows import Public

SECONDS = 120  # Datasette's limit for a query, instead of one second
SETTINGS = {
    "sql_time_limit_ms": SECONDS * 1000,
    "facet_time_limit_ms": SECONDS * 1000,
    "suggest_facets": "off",
    "default_facet_size": 1000,
    "max_returned_rows": 1000,
    "default_page_size": PAGE,
    "cache_size_kb": 512 * 1024,
}

TABLES = """
PRAGMA journal_mode = off;
PRAGMA synchronous = off;
CREATE TABLE cases (
    id INTEGER PRIMARY KEY, title TEXT, text TEXT, search_text TEXT,
    city INTEGER, month INTEGER, listed INTEGER, offences TEXT
);
"""
# Datasette orders by one column: this one says month and key.
INDEXES = """
CREATE INDEX cases_listed ON cases (listed);
CREATE INDEX cases_city ON cases (city, listed);
CREATE INDEX cases_month ON cases (month, listed);
CREATE VIRTUAL TABLE cases_fts USING fts5
    (search_text, content='cases', content_rowid='id', tokenize='trigram');
INSERT INTO cases_fts (rowid, search_text) SELECT id, search_text FROM cases;
ANALYZE;
"""
KEYS = 100_000_000


class Datasette:
    """The SQLite file in ``folder``."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.file = folder / "rival.db"
        self._database: sqlite3.Connection | None = None

    def take(self, cases: Iterable[Public]) -> None:
        """Put cases in."""
        if self._database is None:
            # Filled by one thread and finished by another, one after the other.
            self._database = sqlite3.connect(self.file, check_same_thread=False)
            self._database.executescript(TABLES)
        self._database.executemany(
            "INSERT INTO cases VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    one.pk,
                    one.title,
                    one.text,
                    one.search_text,
                    one.city,
                    one.month,
                    one.listed * KEYS + one.pk,
                    json.dumps(one.offences),
                )
                for one in cases
            ),
        )

    def finish(self) -> None:
        """Build the indexes."""
        if self._database is not None:
            self._database.commit()
            self._database.executescript(INDEXES)
            self._database.commit()
            self._database.close()
            self._database = None

    def command(self, python: str, port: int) -> list[str]:
        """The command that serves the file on the loopback interface."""
        command = [python, "-m", "datasette", "serve", "--immutable", str(self.file)]
        command += ["--host", "127.0.0.1", "--port", str(port)]
        for name, value in SETTINGS.items():
            command += ["--setting", name, str(value)]
        return command


def address(question: Question) -> str:
    """The page of a question: twenty rows, the total, three facets, as HTML."""
    arguments = [
        ("_size", str(PAGE)),
        ("_sort_desc", "listed"),
        ("_facet", "city"),
        ("_facet", "month"),
        ("_facet_array", "offences"),
        ("_nosuggest", "1"),
        ("_col", "title"),
        ("_col", "text"),
        ("_col", "listed"),
    ]
    if question.word:
        if len(question.word) < 3:  # a trigram index cannot help
            arguments.append(("search_text__contains", question.word))
        else:
            arguments += [
                ("_fts_table", "cases_fts"),
                ("_fts_pk", "id"),
                ("_search", f'"{question.word}"'),
                ("_searchmode", "raw"),
            ]
    if question.city:
        arguments.append(("city__exact", str(int(question.city))))
    if question.month:
        arguments.append(("month__exact", question.month.replace("-", "")))
    if question.offence:
        arguments.append(("offences__arraycontains", question.offence))
    return f"/rival/cases?{urlencode(arguments)}"
