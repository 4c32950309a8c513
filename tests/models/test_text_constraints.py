"""What the database guards around stored texts, evidence, decisions and history."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from cases.models import Bulletin, Copy, Event, Evidence, PrivacyDecision
from tests.factories import (
    BulletinFactory,
    CaseFactory,
    CopyFactory,
    EvidenceFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "change", [{"text": "改动"}, {"content": b"x"}, {"content_key": "0" * 64}]
)
def test_the_stored_text_never_changes(change):
    copy = CopyFactory()

    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        Copy.objects.filter(pk=copy.pk).update(**change)


def test_what_is_said_of_a_copy_may_change():
    copy = CopyFactory()

    Copy.objects.filter(pk=copy.pk).update(account="另一账号")

    copy.refresh_from_db()
    assert copy.account == "另一账号"


def test_one_text_is_one_copy():
    copy = CopyFactory()

    with pytest.raises(IntegrityError, match="content_key"), transaction.atomic():
        CopyFactory(content_key=copy.content_key)


def test_a_content_key_is_a_sha_256():
    with (
        pytest.raises(IntegrityError, match="copy_content_key_is_sha256"),
        transaction.atomic(),
    ):
        CopyFactory(content_key="abc")


def test_a_bulletin_has_a_known_state():
    with (
        pytest.raises(IntegrityError, match="bulletin_state_is_known"),
        transaction.atomic(),
    ):
        BulletinFactory(state="lost")


def test_only_an_unread_bulletin_has_a_reading_error():
    with (
        pytest.raises(IntegrityError, match="bulletin_reading_error_only_when_unread"),
        transaction.atomic(),
    ):
        BulletinFactory(state=Bulletin.State.DONE, reading_error="it broke")


def test_the_primary_copy_is_one_of_the_bulletin():
    bulletin = BulletinFactory()
    stranger = CopyFactory()

    with (
        pytest.raises(IntegrityError, match="primary copy belongs to another"),
        transaction.atomic(),
    ):
        Bulletin.objects.filter(pk=bulletin.pk).update(primary_copy=stranger)


def test_a_quote_is_the_text_at_its_span():
    with (
        pytest.raises(IntegrityError, match="the quote is not the text"),
        transaction.atomic(),
    ):
        EvidenceFactory(quote="2024年9月")


def test_spans_count_code_points():
    case = CaseFactory(text="😀𠮷2024年8月，运城公安机关抓获3人。")

    evidence = EvidenceFactory(case=case, start=2, end=9)

    assert evidence.quote == "2024年8月"


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("evidence_span_is_a_range_or_absent", {"start": 7, "end": 7}),
        ("evidence_span_is_a_range_or_absent", {"start": None}),
        (
            "evidence_without_span_has_a_reason",
            {"start": None, "end": None, "quote": ""},
        ),
        ("evidence_origin_says_who", {"reader_version": ""}),
        ("evidence_origin_says_who", {"origin": Evidence.Origin.EDITOR}),
    ],
)
def test_evidence_that_proves_nothing_is_refused(constraint, fields):
    evidence = EvidenceFactory()

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Evidence.objects.filter(pk=evidence.pk).update(**fields)


def test_a_privacy_decision_is_a_range_of_its_copy():
    copy = CopyFactory(text="短文")
    user = UserFactory()

    for start, end in ((1, 1), (0, 3)):
        with pytest.raises(IntegrityError), transaction.atomic():
            PrivacyDecision.objects.create(
                copy=copy,
                start=start,
                end=end,
                kind="other",
                decision="redact",
                created_by=user,
            )


def test_an_override_says_why():
    copy = CopyFactory()

    with (
        pytest.raises(IntegrityError, match="privacy_override_has_a_reason"),
        transaction.atomic(),
    ):
        PrivacyDecision.objects.create(
            copy=copy,
            start=0,
            end=1,
            kind="mobile",
            decision="override",
            created_by=copy.created_by,
        )


def test_the_history_never_changes():
    case = CaseFactory()
    event = Event.objects.create(
        bulletin=case.bulletin,
        case=case,
        action=Event.Action.REJECTED,
        reason="no case",
        created_by=case.bulletin.created_by,
    )

    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(reason="other")
