"""Lists at their limits: words too common to count, time-outs, others publishing."""

from __future__ import annotations

import csv
import io
import re
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection
from django.http import QueryDict

from cases import counting
from cases.counting import totals
from cases.exports import csv_lines
from cases.facets import facets
from cases.filters import CaseFilter
from cases.list_pages import listed_keys
from cases.models import Case
from cases.models.snapshots import snapshot
from tests.factories import CaseFactory, region


def visible(html: str) -> str:
    """The words of a page on one line, without tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.fixture
def common_words(db, monkeypatch) -> None:
    """Three cases with a word, one of them elsewhere, and two are said to be many."""
    monkeypatch.setattr(counting, "CAP", 2)
    for code in ("140800", "140800", "110108"):
        CaseFactory(region=region(code), is_published=True)


def test_of_common_words_no_number_is_invented(common_words, page):
    html = page("/en/", q="公安")

    assert "more than 2 cases (chosen examples)" in visible(html)
    assert "Yuncheng" in visible(html)
    assert not re.search(r"Yuncheng.{0,40}<b>", html)
    assert html.count("<article") == 2  # as many as are sure to be there
    assert 'href="/en/?q=%E5%85%AC%E5%AE%89&amp;count=exact"' in html


def test_they_are_counted_when_somebody_asks(common_words, page):
    html = page("/en/", q="公安", count="exact")

    assert "3 cases from 3 bulletins (chosen examples)" in visible(html)
    assert re.search(r"Yuncheng[^<]*(<svg.*?</svg>)? <b>2</b>", html)
    assert "Count exactly" not in html


def test_a_filter_makes_common_words_exact(common_words, page):
    html = page("/en/", q="公安", city="beijing")

    assert "1 case from 1 bulletin (chosen examples)" in visible(html)
    assert "Count exactly" in html  # for other places
    assert not re.search(r"Shanxi.{0,40}<b>", html)


@pytest.fixture
def locked_tallies(transactional_db):
    """Another connection keeps the tallies to itself: reading them takes for ever."""
    is_locked, is_over = Event(), Event()

    def hold() -> None:
        with connection.cursor() as cursor:
            cursor.execute("BEGIN; LOCK TABLE cases_tally IN ACCESS EXCLUSIVE MODE")
            is_locked.set()
            is_over.wait()
            cursor.execute("ROLLBACK")
        connection.close()

    CaseFactory(title="加油机案", is_published=True)
    with ThreadPoolExecutor(1) as pool:
        pool.submit(hold)
        is_locked.wait()
        yield
        is_over.set()


def test_what_takes_too_long_is_answered_in_brief(locked_tallies, client):
    response = client.get("/en/", {"offence": "system-sabotage"})

    html = response.content.decode()
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert "加油机案" in html
    assert "Counting this list took too long." in html
    assert "Not counted" in html
    assert "No case matches" not in html


def list_of(query: str) -> CaseFilter:
    """The public list of a query string."""
    return CaseFilter(QueryDict(query), Case.objects.published(), path="/")


def everything_about(query: str) -> tuple[int, int, list[int], list[int]]:
    """Total, the place facet's sum, the page's keys, the export's keys."""
    filters = list_of(query)
    options = facets(filters)[0].options
    rows = csv.DictReader(io.StringIO("".join(csv_lines(filters.ordered(), str))[1:]))
    return (
        totals(filters).cases,
        sum(option.count or 0 for option in options),
        listed_keys(filters)[0:20],
        [int(row["id"]) for row in rows],
    )


@pytest.mark.parametrize("query", ["", "month=2024-08", "q=公安", "q=公安&month=2024"])
def test_all_of_a_list_agrees_while_others_publish(transactional_db, query):
    first = CaseFactory(is_published=True)

    def publish() -> int:
        pk = CaseFactory(is_published=True).pk
        connection.close()
        return pk

    with ThreadPoolExecutor(1) as pool:
        with snapshot():
            before = totals(list_of(query)).cases
            second = pool.submit(publish).result()
            within = everything_about(query)
        after = everything_about(query)

    assert before == 1
    assert within == (1, 1, [first.pk], [first.pk])
    assert after == (2, 2, [second, first.pk], [second, first.pk])
