"""Bars, rows of tables and ranks as HTML."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils.translation import override

from cases.charts.months import Bar, Year
from cases.charts.ranks import Rank
from cases.rendering.figures import month_bars, rank_rows, year_rows


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


def test_a_bar_tells_its_month_and_number():
    bars = [Bar(7, 50.0, date(2024, 8, 1), 1), Bar(8, 100.0, date(2024, 9, 1), 2)]

    assert month_bars(bars) == (
        '<rect x="7.1" y="50.0" width=".8" height="50.0">'
        "<title>August 2024: 1 case</title></rect>"
        '<rect x="8.1" y="0.0" width=".8" height="100.0">'
        "<title>September 2024: 2 cases</title></rect>"
    )
    with override("zh-hans"):
        assert "<title>2024年8月：1起</title>" in month_bars(bars)


def test_months_with_cases_lead_to_them():
    year = Year(2024, (("2024-01", 0), ("2024-02", 3)), 3)

    assert year_rows([year], "city=a&offence=b") == (
        '<tr><th scope="row">2024</th><td><span class="none">0</span></td>'
        '<td><a href="/en/?city=a&amp;offence=b&amp;month=2024-02" rel="nofollow">3</a>'
        "</td><td>3</td></tr>\n"
    )


def test_a_rank_leads_to_its_page_and_its_cases():
    ranks = [Rank("fraud", "Fraud & more", "/en/offences/fraud/", 4, 80.5, "property")]
    head = (
        '<tr class="group-property"><th scope="row"><a href="/en/offences/fraud/" '
        'class="tag">Fraud &amp; more</a></th><td><span><svg class="share" '
        'aria-hidden="true"><rect width="80.5%" height="10"/></svg>'
    )

    assert rank_rows(ranks) == f"{head}<b>4</b></span></td></tr>\n"
    assert rank_rows(ranks, "offence", "city=a") == (
        f'{head}<a href="/en/?city=a&amp;offence=fraud" rel="nofollow">4</a>'
        "</span></td></tr>\n"
    )
