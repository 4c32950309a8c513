"""A case's way to the public and back."""

from __future__ import annotations

import pytest

from cases.actions.checking import blockers, contradictions, doubts
from cases.actions.correcting import check_fields, save_case
from cases.actions.errors import ActionRefused, PublishingBlocked, WrongStatus
from cases.actions.publishing import (
    Answers,
    publish_bulletin_cases,
    publish_case,
    reject_case,
    return_to_draft,
    withdraw_case,
)
from cases.models import Case
from tests.factories import BulletinFactory

pytestmark = pytest.mark.django_db


def steps(case):
    """The actions in a case's history."""
    return [event.action for event in case.events.order_by("pk")]


def test_a_clean_draft_is_published(cases, publisher):
    publish_case(case=cases[0], by=publisher)

    assert list(Case.objects.published()) == [cases[0]]
    case = Case.objects.get(pk=cases[0].pk)
    assert (case.status_by, case.published_at, steps(case)) == (
        publisher,
        case.status_at,
        ["published"],
    )


def test_a_contradiction_is_to_be_confirmed(cases, publisher):
    with pytest.raises(PublishingBlocked) as caught:
        publish_case(case=cases[1], by=publisher)

    (blocker,) = caught.value.blockers
    assert (blocker.code, blocker.values, blocker.confirmable) == (
        "coercive-over-people",
        ("5", "4"),
        True,
    )

    publish_case(case=cases[1], by=publisher, confirmed=["coercive-over-people"])

    case = Case.objects.get(pk=cases[1].pk)
    assert case.status == "published"
    assert steps(case) == ["checked", "published"]


def test_a_confirmation_holds_until_the_fields_change(cases, publisher):
    publish_case(case=cases[1], by=publisher, confirmed=["coercive-over-people"])

    save_case(case=cases[1], values={"month": "2024-10"}, by=publisher)
    with pytest.raises(PublishingBlocked):
        save_case(
            case=cases[1],
            values={"coercive": {"count": 6, "qualifier": "exact"}},
            by=publisher,
        )
    save_case(
        case=cases[1],
        values={"coercive": {"count": 6, "qualifier": "exact"}},
        by=publisher,
        confirmed=["coercive-over-people"],
    )


@pytest.mark.parametrize(
    ("values", "codes"),
    [
        ({"occurred": ["2024-06", "2024-03"]}, ["occurred-reversed"]),
        ({"occurred": ["2024", "2024-03"]}, []),
        ({"occurred": ["2024-09", None]}, ["month-before-offence"]),
        ({"occurred": ["2025", None]}, ["month-before-offence"]),
        ({"occurred": ["2024", None]}, []),
        ({"month": "2025-03"}, ["month-after-bulletin"]),
        ({"month": "2025-02"}, []),
        ({"people": {"count": 2, "qualifier": "exact"}}, ["coercive-over-people"]),
        ({"people": None}, []),
    ],
)
def test_contradictions(cases, editor, values, codes):
    save_case(case=cases[0], values=values, by=editor)

    case = Case.objects.select_related("bulletin").get(pk=cases[0].pk)
    assert [one.code for one in contradictions(case)] == codes


def test_a_doubtful_field_is_to_be_checked_first(cases, publisher):
    with pytest.raises(PublishingBlocked) as caught:
        publish_case(case=cases[2], by=publisher)

    assert list(map(str, caught.value.blockers)) == ["请先核对：人数"]
    assert steps(cases[2]) == []

    check_fields(case=cases[2], fields=["people"], by=publisher)
    publish_case(case=cases[2], by=publisher)

    case = Case.objects.get(pk=cases[2].pk)
    assert (doubts(case), steps(case)) == ([], ["checked", "published"])


def test_nobody_is_said_to_have_checked_a_doubt_that_is_left(cases, publisher):
    publish_case(case=cases[2], by=publisher, leave_doubts=True)

    case = Case.objects.get(pk=cases[2].pk)
    assert (case.status, doubts(case), steps(case)) == (
        "published",
        ["people"],
        ["published"],
    )


def test_what_is_confirmed_with_publishing_all_is_published_too(
    bulletin, cases, publisher
):
    answers = {
        cases[1].pk: Answers(0, ["coercive-over-people", "people", "no-such"]),
        cases[2].pk: Answers(0, ["people"]),
    }

    result = publish_bulletin_cases(bulletin=bulletin, by=publisher, answers=answers)

    assert (result.published, result.left) == (cases, [])
    assert [
        list(case.events.filter(action="checked").values_list("after", flat=True))
        for case in cases
    ] == [[], [["coercive-over-people"]], [["people"]]]


def test_what_was_confirmed_of_an_older_state_does_not_count(
    bulletin, cases, editor, publisher
):
    save_case(case=cases[2], values={"month": "2024-07"}, by=editor)

    result = publish_bulletin_cases(
        bulletin=bulletin, by=publisher, answers={cases[2].pk: Answers(0, ["people"])}
    )

    assert [case.number for case, _found in result.left] == [2, 3]


def test_publishing_all_takes_only_what_needs_no_question(bulletin, cases, publisher):
    result = publish_bulletin_cases(bulletin=bulletin, by=publisher)

    assert result.published == [cases[0]]
    assert [
        (case.number, [blocker.code for blocker in found])
        for case, found in result.left
    ] == [(2, ["coercive-over-people"]), (3, ["doubt"])]


def test_a_bulletin_is_done_when_no_draft_is_left(bulletin, cases, publisher):
    publish_case(case=cases[0], by=publisher)
    check_fields(case=cases[2], fields=["people"], by=publisher)
    publish_case(case=cases[2], by=publisher)
    bulletin.refresh_from_db()
    assert bulletin.state == "in-review"

    reject_case(case=cases[1], reason="told twice", by=publisher)
    bulletin.refresh_from_db()
    assert bulletin.state == "done"

    return_to_draft(case=cases[1], by=publisher)
    bulletin.refresh_from_db()
    assert bulletin.state == "in-review"


def test_a_bulletin_that_may_be_a_copy_publishes_nothing(bulletin, cases, publisher):
    bulletin.likely_copy_of = BulletinFactory(title="另一份通报")
    bulletin.save()

    with pytest.raises(PublishingBlocked, match="另一份通报"):
        publish_case(case=cases[0], by=publisher)


def test_rejecting_takes_a_reason_and_leaves_the_case(cases, editor):
    with pytest.raises(ActionRefused):
        reject_case(case=cases[0], reason=" ", by=editor)

    reject_case(case=cases[0], reason=" no case ", by=editor)

    case = Case.objects.get(pk=cases[0].pk)
    assert (case.status, case.status_reason, steps(case)) == (
        "rejected",
        "no case",
        ["rejected"],
    )


def test_a_withdrawn_case_keeps_its_reason_and_its_first_publication(cases, publisher):
    published = publish_case(case=cases[0], by=publisher)

    withdraw_case(case=cases[0], reason="the court acquitted", by=publisher)

    case = Case.objects.get(pk=cases[0].pk)
    assert (case.status, case.status_reason, case.published_at) == (
        "withdrawn",
        "the court acquitted",
        published.published_at,
    )
    assert not Case.objects.published().exists()

    return_to_draft(case=cases[0], by=publisher)
    assert publish_case(case=cases[0], by=publisher).published_at == (
        published.published_at
    )


@pytest.mark.parametrize(
    ("status", "step"),
    [
        ("published", "publish"),
        ("published", "reject"),
        ("published", "return"),
        ("draft", "withdraw"),
        ("draft", "return"),
        ("rejected", "publish"),
        ("rejected", "reject"),
        ("rejected", "withdraw"),
        ("withdrawn", "publish"),
        ("withdrawn", "reject"),
        ("withdrawn", "withdraw"),
    ],
)
def test_steps_that_a_status_does_not_allow(cases, publisher, status, step):
    case = cases[0]
    if status in {"published", "withdrawn"}:
        publish_case(case=case, by=publisher)
    if status == "withdrawn":
        withdraw_case(case=case, reason="why", by=publisher)
    if status == "rejected":
        reject_case(case=case, reason="why", by=publisher)

    with pytest.raises(WrongStatus):
        {
            "publish": lambda: publish_case(case=case, by=publisher),
            "reject": lambda: reject_case(case=case, reason="why", by=publisher),
            "return": lambda: return_to_draft(case=case, by=publisher),
            "withdraw": lambda: withdraw_case(case=case, reason="why", by=publisher),
        }[step]()

    assert Case.objects.get(pk=case.pk).status == status


def test_nothing_blocks_a_clean_case(cases):
    assert blockers(cases[0]) == []
