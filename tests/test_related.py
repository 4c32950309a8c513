"""Which cases are shown beside a case, and why."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils.translation import override

from cases.models import Case
from cases.related import surroundings
from tests.factories import BulletinFactory, CaseFactory, region

pytestmark = pytest.mark.django_db


def fraud(**fields) -> Case:
    """A published fraud in Yuncheng, August 2024, in a bulletin of its own."""
    return CaseFactory(**{"offences": ["fraud"], "is_published": True, **fields})


def related(case: Case) -> list[tuple[int, str]]:
    """The keys and reasons of what is shown, in order."""
    with override("en"):
        return [(one.case.pk, one.reason) for one in surroundings(case).related]


def test_the_reason_that_says_most_comes_first():
    case = fraud()
    offence = fraud(region=region("110000"), month=date(2023, 1, 1))
    month = fraud(region=region("110000"))
    city = fraud(offences=["theft"], month=date(2023, 1, 1))
    both = fraud(month=date(2023, 1, 1))
    CaseFactory(region=region("110000"), offences=["theft"], is_published=True)

    assert related(case) == [
        (both.pk, "Same offence and city"),
        (month.pk, "Same offence and month"),
        (city.pk, "Same city"),
        (offence.pk, "Same offence"),
    ]


def test_a_county_lies_in_the_same_city():
    case = fraud(region=region("140802"))
    other = fraud(region=region("140881"))

    assert related(case) == [(other.pk, "Same offence and city")]


def test_a_province_is_no_city():
    case = fraud(region=region("140000"), month=None)
    other = fraud(region=region("140000"), month=None)

    assert related(case) == [(other.pk, "Same offence")]


def test_a_case_without_place_or_offence_has_nothing_like_it():
    case = fraud(region=None, offences=[])
    fraud(region=None, offences=[])

    assert related(case) == []


def test_the_bulletin_goes_on_before_and_after_and_drafts_are_passed_over():
    bulletin = BulletinFactory()
    first, draft, third, fourth = (
        CaseFactory(
            bulletin=bulletin,
            region=None,
            offences=["fraud"],
            month=None,
            is_published=published,
        )
        for published in (True, False, True, True)
    )

    around = surroundings(third)
    last = surroundings(fourth)

    assert (around.previous, around.next) == (first, fourth)
    assert (last.previous, last.next) == (third, None)
    # Who stands beside it is not named a second time.
    assert related(third) == []
    assert related(fourth) == [(first.pk, "Same offence, same bulletin")]
    assert draft not in [one.case for one in last.related]


def test_there_are_never_more_than_five():
    case = fraud()
    for _ in range(4):
        fraud()
        fraud(offences=["theft"])
        fraud(region=region("110000"))

    assert len(related(case)) == 5


def test_an_offence_that_the_newest_cases_have_not_is_found_among_its_own(monkeypatch):
    monkeypatch.setattr("cases.related.NEWEST", 2)
    case = fraud(region=None, month=date(2025, 1, 1))
    old = fraud(region=None, month=date(2020, 1, 1))
    for _ in range(3):
        CaseFactory(region=None, offences=["theft"], is_published=True)

    assert related(case) == [(old.pk, "Same offence")]


def test_what_a_bulletin_and_a_month_bring_is_enough(monkeypatch):
    monkeypatch.setattr("cases.related.NEWEST", 0)
    monkeypatch.setattr("cases.related.RARE", 0)
    case = fraud()
    found = [fraud(offences=["theft"]) for _ in range(3)]

    assert related(case) == [(one.pk, "Same city") for one in reversed(found)]


def test_the_cases_beside_it_take_no_place_of_those_elsewhere():
    bulletin = BulletinFactory()
    alone = {"region": None, "month": None}
    elsewhere = fraud(region=None, month=date(2020, 1, 1))
    _first, second, _third, fourth = (
        fraud(bulletin=bulletin, number=number, **alone) for number in range(1, 5)
    )

    assert related(second) == [
        (fourth.pk, "Same offence, same bulletin"),
        (elsewhere.pk, "Same offence"),
    ]
