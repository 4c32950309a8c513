"""Lists, counts and facets of generated queries against a plain scan over the rows."""

from __future__ import annotations

from unittest.mock import patch
from urllib.parse import urlencode

from django.db import connection
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from cases import counted_rows, counting, list_pages
from cases.counted_rows import PageAsked
from cases.counting import FACETS, counts_of, totals
from cases.filters import CaseFilter
from cases.list_pages import listed_keys
from cases.models import Case
from tests.lists_by_scan import (
    CAMPAIGNS,
    PIECES,
    SLUGS,
    Row,
    counted,
    in_order,
    make_catalogue,
    scan,
)

CASES = 400
CARDS = 20

FILTERS = st.one_of(
    st.tuples(
        st.just("city"),
        st.sampled_from(
            [
                "shanxi",
                "yuncheng",
                "shanxi-only",
                "jinan",
                "beijing",
                "none",
                "shenzhen",
            ]
        ),
    ),
    st.tuples(
        st.just("month"), st.sampled_from(["2024", "2023-05", "2025-01", "none"])
    ),
    st.tuples(st.just("published"), st.sampled_from(["2024", "2024-03"])),
    st.tuples(st.just("offence"), st.sampled_from(SLUGS)),
    st.tuples(st.just("outcome"), st.sampled_from(["arrested", "convicted", "none"])),
    st.tuples(st.just("campaign"), st.sampled_from(CAMPAIGNS[1:])),
    st.tuples(st.just("amount_from"), st.sampled_from(["100000", "12345", "1000000"])),
    st.tuples(st.just("amount_to"), st.sampled_from(["100000", "500"])),
    st.tuples(st.just("people_from"), st.sampled_from(["1", "2", "50"])),
    st.tuples(st.just("people_to"), st.sampled_from(["1", "9", "10"])),
)
SORTS = st.sampled_from(["", "", "published", "added", "relevance"])
PAGES = st.sampled_from([1, 1, 2, 3, 50])
# Words of one to twelve characters, of the same pieces as the texts.
WORD = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map(
    lambda pieces: "".join(pieces)[:12]
)
# Places in the texts, to cut words from that are there.
CUTS = st.tuples(st.integers(0, CASES), st.integers(0, 80), st.integers(1, 12))


class TestLists(TestCase):
    """Every number and every page is what reading all rows gives."""

    rows: list[Row]

    @classmethod
    def setUpTestData(cls):
        cls.rows = make_catalogue(CASES)

    def word(self, cut: tuple[int, int, int]) -> str:
        """A stretch of a case's text."""
        number, start, length = cut
        text = self.rows[number % len(self.rows)].text
        start %= len(text) or 1
        return text[start : start + length]

    def list_of(self, words, chosen, sort) -> CaseFilter:
        """The public list of these words, filters and order."""
        pairs = [("q", " ".join(words)), *chosen, ("sort", sort)]
        asked = QueryDict(urlencode([(name, value) for name, value in pairs if value]))
        return CaseFilter(asked, Case.objects.published(), path="/")

    def compare(self, filters: CaseFilter, page: int) -> None:
        """All numbers and pages of a list, asked for a page, with the scan's."""
        found = scan(self.rows, filters)
        shown = totals(filters, page=PageAsked(filters.order, page, CARDS))
        if shown.is_capped:
            assert shown.cases == counting.CAP < len(found)
        else:
            assert shown.cases == len(found)
            assert shown.bulletins == len({row.bulletin for row in found})
            assert shown.samples == sum(row.is_sample for row in found)
        for name, kind in FACETS.items():
            counts = counts_of(filters, without=name)
            if not counts.is_capped:
                rows = scan(self.rows, filters, without=name)
                assert counts.cases == len(rows), name
                assert counts.by[kind] == counted(rows, kind), name
        keys = in_order(found, filters)
        listed = listed_keys(filters)
        last = max(len(keys) - 1, 0) // CARDS
        for start in {0, CARDS, min(page - 1, last) * CARDS, last * CARDS}:
            assert listed[start : start + CARDS] == keys[start : start + CARDS]

    @given(
        st.lists(st.one_of(WORD, CUTS), max_size=3),
        st.lists(FILTERS, max_size=3),
        SORTS,
        PAGES,
    )
    @settings(
        max_examples=700, deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
    def test_queries(self, words, chosen, sort, page):
        with connection.cursor() as cursor:
            # So few rows would be read one by one.
            cursor.execute("SET LOCAL enable_seqscan = off")
        words = [one if isinstance(one, str) else self.word(one) for one in words]

        self.compare(self.list_of(words, chosen, sort), page)

    @given(
        st.lists(CUTS, min_size=1, max_size=2),
        st.lists(FILTERS, max_size=2),
        SORTS,
        PAGES,
        st.integers(1, 60),
    )
    @settings(
        max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
    def test_queries_as_of_many_cases(self, words, chosen, sort, page, cap):
        """With bounds so low that words are common, walks long and pages deep."""
        filters = self.list_of([self.word(one) for one in words], chosen, sort)
        with (
            patch.object(counting, "CAP", cap),
            patch.object(counting, "FORESEEN", cap),
            patch.object(counting, "FEW", cap),
            patch.object(counting, "PROBED", 2 * cap),
            patch.object(counting, "MOST_FOR_BULLETINS", CASES),
            patch.object(counted_rows, "MOST_IN_ORDER", cap),
            patch.object(list_pages, "FIRST_WINDOW", 1 + cap // 4),
        ):
            self.compare(filters, page)
