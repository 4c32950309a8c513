"""A repost is known by how its cases begin."""

from __future__ import annotations

import random

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from cases.actions import likeness
from cases.actions.likeness import (
    OPENING,
    are_alike,
    find_original,
    formulas,
    opening_of,
    prints_of,
)
from tests.factories import BulletinFactory, CaseFactory

# Made-up openings of different words.
SOURCE = random.Random(5)
LETTERS = [chr(code) for code in range(0x4E00, 0x5200)]
OPENINGS = ["".join(SOURCE.choices(LETTERS, k=OPENING)) for _ in range(6)]


def bulletin_with(*openings: str):
    """A bulletin with a case for each opening."""
    bulletin = BulletinFactory()
    for opening in openings:
        CaseFactory(
            bulletin=bulletin, opening=opening, opening_prints=prints_of(opening)
        )
    return bulletin


def original_of(bulletin):
    """The bulletin of which this one seems to be a copy."""
    return find_original(bulletin.cases.all())


def test_an_opening_is_the_first_150_characters_without_spaces_and_markup():
    passage = "**案例一**  \n\n" + "警 方\n" * 200

    assert opening_of(passage) == ("案例一" + "警方" * 200)[:150]


def test_up_to_four_changed_characters_are_the_same_opening():
    opening = OPENINGS[0]

    assert are_alike(opening, "案例一：" + opening[:-4])
    assert not are_alike(opening, "案例一：某某" + opening[:-6])


@given(st.lists(st.integers(0, OPENING - 1), max_size=4))
def test_openings_that_are_alike_share_a_print(places):
    changed = list(OPENINGS[0])
    for place in places:
        changed[place] = "改"

    assert set(prints_of("".join(changed))) & set(prints_of(OPENINGS[0]))


def test_a_short_opening_has_no_prints():
    assert prints_of("近日，某地警方破获一起案件。") == []


@pytest.mark.django_db
def test_half_of_the_cases_make_a_copy():
    known = bulletin_with(*OPENINGS[:4])

    assert original_of(bulletin_with(OPENINGS[0], OPENINGS[5])) == known


@pytest.mark.django_db
def test_less_than_half_make_none():
    bulletin_with(*OPENINGS[:4])

    assert original_of(bulletin_with(OPENINGS[0], OPENINGS[4], OPENINGS[5])) is None


@pytest.mark.django_db
def test_the_bulletin_with_the_most_wins():
    bulletin_with(OPENINGS[0])
    known = bulletin_with(OPENINGS[0], OPENINGS[1])

    assert original_of(bulletin_with(OPENINGS[0], OPENINGS[1])) == known


@pytest.mark.django_db
def test_a_bulletin_is_no_copy_of_itself():
    assert original_of(bulletin_with(OPENINGS[0], OPENINGS[0])) is None


@pytest.mark.django_db
def test_prints_of_very_many_cases_are_formulas(monkeypatch):
    monkeypatch.setattr(likeness, "FORMULA_CASES", 4)
    for rest in OPENINGS[1:]:
        bulletin_with(OPENINGS[0][:75] + rest[:75])
    shared = set(prints_of(OPENINGS[0][:75])).intersection(
        *(prints_of(OPENINGS[0][:75] + rest[:75]) for rest in OPENINGS[1:])
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE cases_case")

    assert shared
    assert formulas() == shared


@pytest.mark.django_db
def test_a_copy_is_known_by_what_is_no_formula(monkeypatch):
    monkeypatch.setattr(likeness, "FORMULA_CASES", 4)
    known = [bulletin_with(OPENINGS[0][:75] + rest[:75]) for rest in OPENINGS[1:]]
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE cases_case")

    again = bulletin_with(OPENINGS[0][:75] + OPENINGS[3][:73] + "改改")

    assert original_of(again) == known[2]
