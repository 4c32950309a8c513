"""The report: promises with their marks, and the tables that stand behind them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.bench.scale.client import Asked
from tests.bench.scale.goals import Goal, goals
from tests.bench.scale.importing import Imports
from tests.bench.scale.load import Load, Rate
from tests.bench.scale.percentiles import Times
from tests.bench.scale.profiles import Profile
from tests.bench.scale.report import (
    figure,
    inserted,
    median_and_p95,
    report,
    table,
)
from tests.bench.scale.results import Compared, Results
from tests.bench.scale.sweep import Swept


def taken(median: float) -> Times:
    return Times(number=10, median=median, p95=2 * median, most=3 * median)


@pytest.fixture
def results() -> Results:
    """A run in which some promises are kept and some are not."""
    rate = Rate(per_second=100.0, times=taken(40), failed=0)
    return Results(
        cases=1_000,
        seed=5,
        at=datetime(2026, 3, 1, 12, 30, tzinfo=UTC),
        machine="2 cores of some kind, 8 GB",
        compared=[
            Compared(
                "home",
                casebook=[0.010],
                sql=[0.002],
                tantivy=[0.004],
                datasette=[6.0],
                found=[990],
            ),
            Compared(
                "text, 2 characters, rare",
                casebook=[0.010],
                sql=[0.012],
                tantivy=[0.001],
                datasette=[1.0],
                found=[1, 3],
                different=["tantivy, not 3: /?q=x"],
            ),
        ],
        load=Load(
            alone={
                "empty": taken(1),
                "home": taken(11),
                "filters": taken(13),
                "search": taken(30),
                "detail": taken(4),
            },
            empty=Rate(per_second=2_000.0, times=taken(2), failed=0),
            mixed=rate,
            repeated=Rate(per_second=500.0, times=taken(8), failed=0),
        ),
        small={"home": taken(10), "people": taken(10)},
        large={"home": taken(12), "people": taken(50)},
        profiles=[Profile("/?q=木马", 12.0, 3.0, 9, 55_000, [("templates", 0.8)])],
        swept=Swept(
            planned=8,
            times={"first page": taken(20)},
            slowest=[Asked("/?q=%E7%9A%84", 200, 2.5, is_unstorable=True)],
            degraded=["/?q=%E7%9A%84"],
            failed=[],
        ),
        imports=Imports(7_000, 350, 200, 12, 40, taken(15), []),
        tables=[("cases_case", 2**30, 2**29)],
        indexes=[("case_search_text", 2**28)],
        rivals={"tantivy": 2**27},
        worker=140 * 2**20,
        seconds={"load": 12.0},
    )


def test_promises_are_met_or_missed(results: Results) -> None:
    assert {goal.name: goal.is_met for goal in goals(results)} == {
        "faster than Datasette: home": True,
        "faster than Datasette: text, 2 characters, rare": False,
        "SQL, slower than tantivy: home": True,
        "SQL, median: text, 2 characters, rare": False,
        "slower than an empty view: detail": True,
        "slower than an empty view: home": True,
        "slower than an empty view: filters": False,
        "outside the database, over an empty view: home": False,
        "an empty view's rate over that of a mix, nothing kept": True,
        "an empty view's rate over that of a mix, repeated": True,
        "growth from 10,000: home": True,
        "slowest page of all terms": False,
        "errors among them": True,
        "import slower than COPY without text index": True,
        "errors during the import": True,
        "web worker": True,
        "answers on which Casebook and a rival differ": False,
    }


def test_a_bound_itself_is_met() -> None:
    assert Goal("", 5, 5, is_least=True).is_met
    assert Goal("", 5, 5, is_least=False).is_met


def test_the_report_has_every_table(results: Results) -> None:
    told = [" ".join(line.split()) for line in report(results).splitlines()]

    assert told[0] == (
        "1,000 cases (seed 5), 2026-03-01 12:30 UTC, 2 cores of some kind, 8 GB."
        " Milliseconds, median / 95th percentile (requests)."
    )
    assert {
        "| faster than Datasette: home | ≥ 500 | 600 | met |",
        "| slowest page of all terms | ≤ 2.0 s | 2.5 s | MISSED |",
        "| people | 10.0 / 20.0 (10) | 50.0 / 100 (10) | 5.0 |",
        "| mix, four at once, nothing kept | 40.0 / 80.0 (10) | | 100 | 1/20.0 |",
        "| templates | 80% |",
        "| `/?q=的` | 2,500 | not whole |",
        "| the slowest of them, ms | 45.0 |",
        "| cases_case | 1,024 | 512 |",
    } < set(told)
    (home,) = (line for line in told if line.startswith("| home | 990 |"))
    assert home.endswith(
        "| 6,000 / 6,000 (1) | 600 | 2.0 / 2.0 (1) | 4.0 / 4.0 (1) | 0.50 |"
    )


def test_a_document_takes_the_report_between_its_marks() -> None:
    document = "before\n<!-- 7 cases -->\nold\n<!-- end of 7 cases -->\nafter\n"

    assert inserted(document, 7, "new\n") == (
        "before\n<!-- 7 cases -->\n\nnew\n\n<!-- end of 7 cases -->\nafter\n"
    )


def test_figures_have_about_three_digits() -> None:
    assert [figure(one) for one in (None, 0, 0.414, 7.34, 99.96, 6561.2)] == [
        "–",
        "0",
        "0.41",
        "7.3",
        "100.0",
        "6,561",
    ]


def test_a_table_is_markdown() -> None:
    cell = median_and_p95(Times(number=1200, median=1.5, p95=20, most=30))

    assert table(["kind", "ms"], [["home", cell], ["none", median_and_p95(None)]]) == (
        "| kind |                 ms |\n"
        "| ---- | -----------------: |\n"
        "| home | 1.5 / 20.0 (1,200) |\n"
        "| none |                  – |"
    )


def test_a_column_with_nothing_in_it_still_has_a_rule() -> None:
    assert table(["page", ""], [["/", ""]]).splitlines()[1] == "| ---- | -: |"
