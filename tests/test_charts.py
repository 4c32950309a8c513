"""Bars of months, ranks, shades and the grid of provinces."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils.translation import override

from cases.charts.months import Bar, Tick, month_chart, scale_of
from cases.charts.places import LETTERS, PLACE_OF_TILE
from cases.charts.ranks import Rank, ranked, shade
from cases.models import Region


def test_bars_stand_at_their_months_and_gaps_stay_gaps():
    chart = month_chart({date(2023, 1, 1): 4, date(2024, 8, 1): 2, None: 3})

    assert chart.bars == (
        Bar(x=0, height=100.0, month=date(2023, 1, 1), count=4),
        Bar(x=19, height=50.0, month=date(2024, 8, 1), count=2),
    )
    assert (chart.scale.months, chart.stated, chart.unstated) == (24, 6, 3)
    assert chart.most == chart.bars[0]
    assert chart.path == "M0.1 100v-100h.8v100zM19.1 100v-50h.8v50z"


def test_without_a_stated_month_there_is_nothing_to_draw():
    assert month_chart({None: 3}) is None
    assert month_chart({}) is None


def test_the_table_has_twelve_months_a_year_latest_first():
    chart = month_chart({date(2021, 12, 1): 1, date(2024, 2, 1): 2})

    assert [(year.year, year.count) for year in chart.years] == [(2024, 2), (2021, 1)]
    assert chart.years[0].months[:3] == (("2024-01", 0), ("2024-02", 2), ("2024-03", 0))


def test_years_before_the_last_ten_are_in_the_table_only():
    chart = month_chart({date(2008, 5, 1): 7, date(2024, 2, 1): 1})

    assert (chart.scale.first, chart.scale.last) == (2015, 2024)
    assert [bar.month.year for bar in chart.bars] == [2024]
    assert (chart.earlier, chart.scale.top) == (7, 1)
    assert [year.year for year in chart.years] == [2024, 2008]


def test_one_case_among_many_is_still_to_be_seen():
    chart = month_chart({date(2024, 1, 1): 1000, date(2024, 2, 1): 1})

    assert [bar.height for bar in chart.bars] == [100.0, 2.0]


@pytest.mark.parametrize(
    ("most", "labels"),
    [
        (1, ["1"]),
        (4, ["4", "3", "2", "1"]),
        (5, ["6", "4", "2"]),
        (17, ["20", "15", "10", "5"]),
        (90, ["100", "50"]),
        (1234, ["1500", "1000", "500"]),
    ],
)
def test_levels_are_round_numbers_from_zero(most, labels):
    scale = scale_of([{date(2024, 1, 1): most}])

    assert [level.label for level in scale.levels] == labels
    assert scale.levels[0].at == 0


def test_the_axis_names_years_or_the_months_of_the_only_one():
    two = scale_of([{date(2023, 1, 1): 1}, {date(2024, 1, 1): 1}])
    one = scale_of([{date(2024, 1, 1): 1}])

    assert two.labels == (Tick(25.0, "2023"), Tick(75.0, "2024"))
    assert two.januaries == (50.0,)
    with override("en"):
        assert [tick.label for tick in one.labels][:2] == ["Jan", "Feb"]
    with override("zh-hans"):
        assert [tick.label for tick in one.labels][:2] == ["1月", "2月"]


def test_every_second_year_is_named_where_many_would_collide():
    scale = scale_of([{date(2015, 1, 1): 1, date(2024, 1, 1): 1}])

    assert [tick.label for tick in scale.labels if not tick.is_spare] == [
        "2016",
        "2018",
        "2020",
        "2022",
        "2024",
    ]


def test_ranks_have_most_first_and_shares_of_the_longest():
    rows = ranked([Rank("a", "甲", "/a/", 1), Rank("b", "乙", "/b/", 4)])

    assert [(row.key, row.share) for row in rows] == [("b", 100.0), ("a", 25.0)]


@pytest.mark.parametrize(
    ("count", "expected"), [(0, 0), (1, 1), (100, 2), (500, 3), (1000, 4)]
)
def test_few_cases_among_many_still_differ_from_none(count, expected):
    assert shade(count, 1000) == expected


@pytest.mark.django_db
def test_every_province_has_its_own_tile_and_letters():
    provinces = set(
        Region.objects.filter(level="province").values_list("short_name", flat=True)
    )

    assert set(PLACE_OF_TILE) == provinces == set(LETTERS)
    assert len(set(PLACE_OF_TILE.values())) == len(set(LETTERS.values())) == 34
    assert {column for column, _row in PLACE_OF_TILE.values()} <= set(range(1, 9))
    assert {row for _column, row in PLACE_OF_TILE.values()} <= set(range(1, 9))
