"""Readers' reports: taken within bounds, answered once, contacts forgotten."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from cases.actions.errors import ActionRefused
from cases.actions.reports import (
    MOST_FROM_ONE_IN_AN_HOUR,
    MOST_IN_AN_HOUR,
    TooManyReports,
    answer_report,
    forget_contact,
    take_report,
)
from cases.models import Report
from tests.factories import CaseFactory, user_with_role

pytestmark = pytest.mark.django_db


def report(words: str = "月份写错了。", **fields) -> Report:
    """A report about the catalogue from one address, or as told."""
    told = {
        "case": None,
        "kind": "wrong-fact",
        "contact": "reader@example.org",
        "language": "zh-hans",
        "address": "198.51.100.7",
    }
    return take_report(words=words, **{**told, **fields})


def received(ago: timedelta, **fields) -> None:
    """Put every report that far into the past."""
    Report.objects.update(created_at=timezone.now() - ago, **fields)


def test_a_report_is_kept_with_its_case_and_without_its_address():
    case = CaseFactory(is_published=True)

    one = report(case=case)

    assert (one.case, one.kind, one.contact) == (
        case,
        "wrong-fact",
        "reader@example.org",
    )
    assert len(one.sender) == 32
    assert "198" not in one.sender
    assert list(Report.objects.waiting()) == [one]


def test_the_same_report_sent_twice_is_one():
    assert report() == report()
    assert report() != report(words="另有一处。")
    assert Report.objects.count() == 2


def test_one_sender_is_stopped_and_others_are_not():
    for number in range(MOST_FROM_ONE_IN_AN_HOUR):
        report(words=f"第{number}处错误")

    with pytest.raises(TooManyReports):
        report(words="又一处错误")
    report(words="又一处错误", address="203.0.113.9")


def test_an_hour_later_the_sender_may_go_on():
    for number in range(MOST_FROM_ONE_IN_AN_HOUR):
        report(words=f"第{number}处错误")
    received(timedelta(minutes=61))

    report(words="又一处错误")

    assert Report.objects.count() == MOST_FROM_ONE_IN_AN_HOUR + 1


def test_addresses_of_one_ipv6_network_are_one_sender():
    one = report(address="2001:db8:1:2::1", words="甲")

    assert one.sender == report(address="2001:db8:1:2:ffff::9", words="乙").sender
    assert one.sender != report(address="2001:db8:1:3::1", words="丙").sender


def test_a_flood_from_everywhere_is_stopped():
    Report.objects.bulk_create(
        Report(kind="other", words="x", language="en", sender=str(number))
        for number in range(MOST_IN_AN_HOUR)
    )

    with pytest.raises(TooManyReports):
        report()


def test_by_what_a_sender_was_known_goes_after_a_day():
    old = report()
    received(timedelta(hours=25))

    report(words="另有一处。")

    old.refresh_from_db()
    assert old.sender == ""


def test_an_answer_says_who_and_when_and_ends_the_waiting():
    one, editor = report(), user_with_role("editor")

    answer_report(report=one, answer=" 已更正 ", by=editor)

    one.refresh_from_db()
    assert (one.answer, one.answered_by) == ("已更正", editor)
    assert one.answered_at is not None
    assert list(Report.objects.waiting()) == []


def test_a_report_is_answered_once_and_with_words():
    one, editor = report(), user_with_role("editor")

    with pytest.raises(ActionRefused):
        answer_report(report=one, answer=" ", by=editor)
    answer_report(report=one, answer="已更正", by=editor)
    with pytest.raises(ActionRefused):
        answer_report(report=one, answer="再答", by=editor)


def test_a_contact_is_deleted_some_time_after_the_answer(settings, capsys):
    settings.REPORT_CONTACT_DAYS = 30
    waiting, fresh, old = report("甲"), report("乙"), report("丙")
    editor = user_with_role("editor")
    for one in (fresh, old):
        answer_report(report=one, answer="已更正", by=editor)
    Report.objects.filter(pk=old.pk).update(
        answered_at=timezone.now() - timedelta(days=31)
    )
    old.refresh_from_db()
    assert old.contact and not old.shown_contact

    call_command("forget_contacts")

    assert capsys.readouterr().out == "1 contact deleted\n"
    contacts = dict(Report.objects.values_list("words", "contact"))
    assert contacts == {
        waiting.words: "reader@example.org",
        fresh.words: "reader@example.org",
        old.words: "",
    }


def test_taking_a_report_cleans_up_as_well():
    old, editor = report("甲"), user_with_role("editor")
    answer_report(report=old, answer="已更正", by=editor)
    Report.objects.update(answered_at=timezone.now() - timedelta(days=400))

    report("乙")

    old.refresh_from_db()
    assert old.contact == ""


def test_a_contact_is_deleted_by_hand():
    one = report()

    forget_contact(report=one, by=user_with_role("editor"))

    one.refresh_from_db()
    assert one.contact == ""


def test_a_report_outlives_its_case():
    case = CaseFactory(is_published=True)
    one = report(case=case)

    case.delete()

    one.refresh_from_db()
    assert one.case is None
