"""What the database refuses to hold of a case, one violation a row."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from cases.models import Amount, Case, CaseOffence
from tests.factories import (
    AmountFactory,
    BulletinFactory,
    CaseFactory,
    CopyFactory,
    offence,
)

pytestmark = pytest.mark.django_db

NOW = datetime(2025, 3, 1, tzinfo=UTC)

REFUSED = [
    ("case_passage_is_a_range", {"passage_start": 5, "passage_end": 5}),
    (
        "month_is_a_first",
        {"month": date(2024, 8, 2), "listed_month": date(2024, 8, 2)},
    ),
    (
        "case_listed_month_is_a_first",
        {
            "month": None,
            "listed_month": date(2024, 8, 2),
            "listed_month_basis": "published",
        },
    ),
    (
        "case_listed_month_agrees_with_its_basis",
        {"month": None, "listed_month_basis": "stated"},
    ),
    (
        "case_listed_month_agrees_with_its_basis",
        {"listed_month": date(2024, 7, 1), "listed_month_basis": "stated"},
    ),
    ("case_listed_month_agrees_with_its_basis", {"listed_month_basis": "imported"}),
    ("case_occurred_from_has_a_precision", {"occurred_from": date(2024, 1, 1)}),
    ("case_occurred_from_has_a_precision", {"occurred_from_precision": "year"}),
    ("case_occurred_to_has_a_precision", {"occurred_to": date(2024, 1, 1)}),
    (
        "case_occurred_days_are_firsts",
        {"occurred_to": date(2024, 1, 9), "occurred_to_precision": "month"},
    ),
    ("case_outcomes_are_known", {"outcomes": ["arrested", "acquitted"]}),
    ("case_status_has_who_and_when", {"status": "published", "published_at": NOW}),
    (
        "case_public_ones_know_when_published",
        {"status": "published", "status_at": NOW, "status_by_id": 0},
    ),
]


@pytest.mark.parametrize(("constraint", "fields"), REFUSED)
def test_a_case_that_is_false_in_every_world_is_refused(constraint, fields):
    case = CaseFactory()
    if "status_by_id" in fields:
        fields = fields | {"status_by_id": case.bulletin.created_by_id}

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(**fields)


@pytest.mark.parametrize("status", ["rejected", "withdrawn"])
def test_a_case_is_not_rejected_or_withdrawn_without_a_reason(status):
    case = CaseFactory()

    with (
        pytest.raises(
            IntegrityError, match="case_rejected_and_withdrawn_have_a_reason"
        ),
        transaction.atomic(),
    ):
        Case.objects.filter(pk=case.pk).update(
            status=status,
            status_at=NOW,
            status_by=case.bulletin.created_by,
            published_at=NOW,
        )


def test_two_cases_of_a_bulletin_have_different_numbers():
    case = CaseFactory()

    with (
        pytest.raises(IntegrityError, match="case_number_is_unique_in_bulletin"),
        transaction.atomic(),
    ):
        CaseFactory(bulletin=case.bulletin, number=case.number)


def test_a_passage_does_not_end_behind_its_copy():
    case = CaseFactory(text="短文")

    with (
        pytest.raises(IntegrityError, match="not in a copy"),
        transaction.atomic(),
    ):
        Case.objects.filter(pk=case.pk).update(passage_end=3)


def test_a_case_is_read_from_a_copy_of_its_own_bulletin():
    case = CaseFactory()
    stranger = CopyFactory()

    with pytest.raises(IntegrityError, match="not in a copy"), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(copy=stranger)


def test_an_offence_type_is_listed_once_in_a_case():
    case = CaseFactory(offences=["fraud"])

    with (
        pytest.raises(IntegrityError, match="case_offence_type_once"),
        transaction.atomic(),
    ):
        CaseOffence.objects.create(case=case, offence_type=offence("fraud"), position=1)


def test_a_position_is_taken_once_in_a_case():
    case = CaseFactory(offences=["fraud"])

    with (
        pytest.raises(IntegrityError, match="case_offence_position_once"),
        transaction.atomic(),
    ):
        CaseOffence.objects.create(case=case, offence_type=offence("theft"), position=0)


def test_a_case_has_one_primary_amount():
    amount = AmountFactory()

    with (
        pytest.raises(IntegrityError, match="amount_one_primary_a_case"),
        transaction.atomic(),
    ):
        AmountFactory(case=amount.case, kind=Amount.Kind.GAIN)


def test_an_amount_is_in_yuan_or_as_printed():
    with (
        pytest.raises(IntegrityError, match="amount_is_known_in_yuan_or_as_printed"),
        transaction.atomic(),
    ):
        AmountFactory(yuan=None)


def test_an_amount_counts_something_known():
    with (
        pytest.raises(IntegrityError, match="amount_kind_is_known"),
        transaction.atomic(),
    ):
        AmountFactory(kind="stolen")


def test_numbers_are_not_negative():
    case = CaseFactory()

    for field in ("people", "coercive", "passage_start"):
        with pytest.raises(IntegrityError), transaction.atomic():
            Case.objects.filter(pk=case.pk).update(**{field: -1})


def test_fewer_people_than_under_measures_is_no_matter_for_the_database():
    # A contradiction inside a text is a warning at the desk, never a lost import.
    case = CaseFactory(people=3, coercive=5)

    case.refresh_from_db()
    assert (case.people, case.coercive) == (3, 5)


def test_published_bulletins_are_those_with_a_published_case():
    public = CaseFactory(is_published=True).bulletin
    CaseFactory()
    BulletinFactory()

    assert list(type(public).objects.public()) == [public]
