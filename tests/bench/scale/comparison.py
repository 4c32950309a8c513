"""Casebook beside Datasette and tantivy: the same questions in turn, in one run."""

from __future__ import annotations

import re
from collections.abc import Sequence
from time import perf_counter

from tests.bench.scale import datasette_rival
from tests.bench.scale.client import Client
from tests.bench.scale.questions import Question
from tests.bench.scale.results import Compared
from tests.bench.scale.sql import sql_seconds
from tests.bench.scale.tantivy_rival import Tantivy

# Times that Casebook and tantivy are asked each question, after once to warm up.
ROUNDS = 3
# No further round is begun after so many seconds of one kind.
KIND_SECONDS = 30.0
# Datasette is asked while a kind has taken no longer than this, and these times.
DATASETTE_SECONDS = 20.0
DATASETTE_LEAST, DATASETTE_MOST = 2, 12

# The number of cases on a list page; none where it says "more than".
TOTAL = re.compile(rb'class="totals"><b>([\d,]+)</b>')


def compare(
    kind: str,
    questions: Sequence[Question],
    *,
    casebook: Client,
    datasette: Client,
    tantivy: Tantivy,
) -> Compared:
    """Ask all of them everything of one kind, one after the other."""
    compared = Compared(kind)
    spent, asked = 0.0, 0
    begun = perf_counter()
    for turn in range(ROUNDS + 1):
        if turn > 1 and perf_counter() - begun > KIND_SECONDS:
            break
        for question in questions:
            path = question.path()
            answer = casebook.get(path)
            if answer.status != 200:
                compared.failed.append(f"{answer.status} {path}")
                continue
            sql = sql_seconds(path)
            started = perf_counter()
            found = tantivy.full_page(question)
            passed = perf_counter() - started
            if turn == 0:
                compared.found.append(found)
                total = TOTAL.search(answer.body)
                if total and int(total[1].replace(b",", b"")) != found:
                    compared.different.append(f"tantivy, not {found}: {path}")
                compared.capped += total is None
            else:
                compared.casebook.append(answer.seconds)
                compared.sql.append(sql)
                compared.tantivy.append(passed)
            if asked < DATASETTE_LEAST or (
                asked < DATASETTE_MOST and spent < DATASETTE_SECONDS
            ):
                theirs = datasette.get(datasette_rival.address(question))
                asked += 1
                spent += theirs.seconds
                compared.datasette.append(theirs.seconds)
                if theirs.status != 200:
                    compared.failed.append(f"{theirs.status} Datasette {path}")
                elif f"{found:,} row".encode() not in theirs.body:
                    compared.different.append(f"Datasette, not {found}: {path}")
    return compared
