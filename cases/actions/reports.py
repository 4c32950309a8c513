"""Readers' reports: taken from anybody, answered at the desk.

``take_report`` is the one action that a public page may call, and so the one without
``by``. It bounds what a flood can write; the form before it keeps out simple bots.
"""

from __future__ import annotations

import ipaddress
from datetime import timedelta

from django.contrib.auth.models import User
from django.db import connection, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from cases.actions.errors import ActionRefused
from cases.actions.permissions import action
from cases.models import Case, Report

# A reader who goes through a bulletin sends a handful; beyond this it is a machine.
MOST_FROM_ONE_IN_AN_HOUR = 10
# From everybody: more than a desk can read, and few enough to fill no disk.
MOST_IN_AN_HOUR = 200
# Any number that no other advisory lock of ours has.
LOCK = 7_305_401


class TooManyReports(ActionRefused):
    """The reporter, or everybody together, has sent more than is taken in an hour."""

    def __init__(self) -> None:
        super().__init__(
            _("Too many reports have come in. Please try again in an hour.")
        )


@transaction.atomic
def take_report(
    *,
    case: Case | None,
    kind: str,
    words: str,
    contact: str,
    language: str,
    address: str | None,
) -> Report:
    """Store a reader's report; the same one sent again is the one that is there.

    ``address`` is where it came from; only a keyed hash of it is kept, for a day.
    Raises TooManyReports.
    """
    with connection.cursor() as cursor:
        # One after another, so that none slips by while others are counted.
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    now = timezone.now()
    Report.objects.filter(created_at__lt=now - timedelta(days=1)).exclude(
        sender=""
    ).update(sender="")
    forget_overdue_contacts()
    sender = _sender(address)
    recent = Report.objects.filter(created_at__gt=now - timedelta(hours=1))
    known = recent.filter(case=case, kind=kind, words=words, sender=sender).first()
    if known:
        return known
    own = recent.filter(sender=sender).count()
    if own >= MOST_FROM_ONE_IN_AN_HOUR or recent.count() >= MOST_IN_AN_HOUR:
        raise TooManyReports
    return Report.objects.create(
        case=case,
        kind=kind,
        words=words,
        contact=contact,
        language=language,
        sender=sender,
    )


def forget_overdue_contacts() -> int:
    """Delete the contacts whose time is over; how many there were."""
    return Report.objects.with_overdue_contact().update(contact="")


@action("review_case")
def answer_report(*, report: Report, answer: str, by: User) -> None:
    """Say that a report is dealt with, and how."""
    report = Report.objects.select_for_update().get(pk=report.pk)
    if report.answered_at:
        raise ActionRefused(_("This report was answered already."))
    if not answer.strip():
        raise ActionRefused(_("Say what was done, in a few words."))
    report.answer = answer.strip()
    report.answered_at = timezone.now()
    report.answered_by = by
    report.save()
    forget_overdue_contacts()


@action("review_case")
def forget_contact(*, report: Report, by: User) -> None:
    """Delete a reporter's contact before its time."""
    Report.objects.filter(pk=report.pk).update(contact="")


def _sender(address: str | None) -> str:
    """A hash that is the same for one sender on one day and says nothing else.

    Of an IPv6 address the first 64 bits count: the rest is one household's to choose.
    """
    try:
        ip = ipaddress.ip_address(address or "")
    except ValueError:
        network = ""
    else:
        ip = getattr(ip, "ipv4_mapped", None) or ip
        bits = 64 if ip.version == 6 else 32
        network = str(ipaddress.ip_network((ip, bits), strict=False))
    day = timezone.now().date().isoformat()
    key = salted_hmac("cases.reports.sender", f"{day} {network}", algorithm="sha256")
    return key.hexdigest()[:32]
