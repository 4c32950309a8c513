"""How PostgreSQL answers typical lists: by which index, and how much it reads.

Over some thousand invented cases, with statistics. No plan may read the whole table.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from django.db import connection
from django.http import QueryDict
from django.test import TransactionTestCase

from cases import counting, list_pages
from cases.counted_rows import PageAsked
from cases.counting import totals
from cases.facets import facets
from cases.filters import CaseFilter
from cases.list_pages import listed_keys
from cases.models import Case
from cases.models.search_terms import Term, read_terms
from cases.range_facets import range_facets
from cases.search import read_query
from tests.factories import offence
from tests.lists_by_scan import make_catalogue

CASES = 3_000
CARDS = 20


@dataclass(frozen=True, slots=True)
class Step:
    """One node of a plan: its kind, table, index and the rows that it gave."""

    kind: str
    table: str
    index: str
    rows: int


def _steps(node: dict[str, Any]) -> Iterator[Step]:
    yield Step(
        node["Node Type"],
        node.get("Relation Name", ""),
        node.get("Index Name", ""),
        int(node["Actual Rows"] * node["Actual Loops"]),
    )
    for below in node.get("Plans", ()):
        yield from _steps(below)


def steps(query: str, *, page: int = 1) -> list[Step]:
    """What a list page's queries did, those that find or count cases."""
    asked: list[tuple[str, Any]] = []

    def remember(execute, sql, parameters, many, context):
        asked.append((sql, parameters))
        return execute(sql, parameters, many, context)

    filters = CaseFilter(QueryDict(query), Case.objects.published(), path="/")
    with connection.execute_wrapper(remember):
        totals(filters, page=PageAsked(filters.order, page, CARDS))
        facets(filters)
        range_facets(filters)
        start = (page - 1) * CARDS
        assert listed_keys(filters)[start : start + CARDS]
    found = []
    for sql, parameters in asked:
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", parameters)
            [plan] = cursor.fetchone()
        plans = json.loads(plan) if isinstance(plan, str) else plan
        found += _steps(plans[0]["Plan"])
    return found


def rows_read(found: list[Step]) -> int:
    """The most rows that any step took out of the cases or an index of theirs."""
    return max(
        [
            step.rows
            for step in found
            if step.table == "cases_case" or step.index.startswith("case_")
        ],
        default=0,
    )


def indexes(found: list[Step]) -> set[str]:
    """The indexes of cases that were used."""
    return {step.index for step in found if step.index.startswith("case_")}


# The query, the page, the indexes that have to be used, and the most rows read.
TYPICAL = [
    # everything: tallies, and the index of the order
    ("", 1, {"case_public_order"}, CARDS),
    ("sort=added", 1, {"case_public_added"}, CARDS),
    ("sort=published", 1, {"case_public_date"}, CARDS),
    # a common filter: a short walk, a longer one to a later page
    ("offence=fraud", 1, {"case_public_order"}, 200),
    ("month=none", 1, {"case_public_order"}, 200),
    ("offence=fraud", 4, {"case_public_order"}, 600),
    # one place, one month
    ("city=jinan", 1, {"case_public_place"}, 400),
    ("month=2024-05", 1, {"case_public_month"}, 100),
    # two filters are counted from the index of one
    ("city=jinan&offence=fraud", 1, {"case_public_place"}, 400),
    ("month=2024-05&city=jinan", 1, {"case_public_month"}, 400),
    # words
    ("q=網絡", 1, {"case_search_text"}, 500),
]


class TestPlans(TransactionTestCase):
    """The plans of lists over so many cases, as after a night's vacuum."""

    def setUp(self):
        make_catalogue(CASES)
        with connection.cursor() as cursor:
            cursor.execute("VACUUM (ANALYZE)")
            # So small a table would often be read whole.
            cursor.execute("SET enable_seqscan = off")
            cursor.execute("SET random_page_cost = 1.1")

    def tearDown(self):
        connection.close()

    # As with more cases.
    @patch.object(list_pages, "FIRST_WINDOW", 50)
    @patch.object(counting, "MOST_FOR_BULLETINS", 100)
    def test_typical_lists(self):
        for query, page, used, most in TYPICAL:
            with self.subTest(query):
                found = steps(query, page=page)

                assert indexes(found) >= used
                assert "Seq Scan" not in {
                    one.kind for one in found if one.table == "cases_case"
                }
                assert rows_read(found) <= most

    def test_words(self):
        with self.subTest("pairs are found by the index alone"):
            plan = self.plan()
            assert "Bitmap Index Scan on case_search_text" in plan
            assert "Filter" not in plan

        with self.subTest("of longer words the text decides"):
            plan = self.plan(word="网络诈")
            assert "Bitmap Index Scan on case_search_text" in plan
            assert "Filter: (search_text ~~ '%网络诈%'::text)" in plan

        # Where a filter does not leave so few cases that these are read instead.
        with self.subTest("places and months meet words"):
            for index, narrowed in (
                ("cases_case_region_id", {"region__in": ["140800", "140802"]}),
                ("case_month", {"month": "2024-05-01"}),
            ):
                plan = self.plan(**narrowed)
                assert "BitmapAnd" in plan
                assert f"Bitmap Index Scan on {index}" in plan
                assert "Bitmap Index Scan on case_search_text" in plan

        with self.subTest("offences stand in the same index"):
            plan = self.plan(offence_ids__overlap=[offence("theft").pk])
            assert "Index Cond: ((casebook_grams_v1(search_text) @@" in plan
            assert "(offence_ids &&" in plan
            assert "Filter" not in plan

        with self.subTest("a place's or an offence's name is a second way"):
            [term] = read_terms(read_query("運城"))
            plan = Case.objects.published().search([term]).explain()
            assert "BitmapOr" in plan
            assert "Filter" not in plan

    # As with more cases.
    @patch.object(counting, "FEW", 0)
    @patch.object(counting, "FORESEEN", 1)
    @patch.object(counting, "FOLLOWED_FOR_ONE_READ", 1)
    def test_words_in_the_cases_of_a_year(self):
        with self.subTest("are read when they are common, whose index is long"):
            used = indexes(steps("q=網&month=2024"))
            assert "case_public_month" in used
            assert "case_search_text" not in used

        with self.subTest("are looked up when they are rare"):
            assert "case_search_text" in indexes(steps("q=網絡&month=2024"))

    def plan(self, word: str = "网络", **narrowed: Any) -> str:
        """How the cases with a word are found."""
        cases = Case.objects.published().search([Term(word, (word,))])
        return cases.filter(**narrowed).explain()
