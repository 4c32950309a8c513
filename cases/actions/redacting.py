"""Decisions on personal data: black it out, let it stand, uncover it again."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from cases.actions.checking import blockers
from cases.actions.correcting import locked
from cases.actions.errors import ActionRefused, InvalidSpan, PublishingBlocked
from cases.actions.permissions import action, require
from cases.actions.showing import SHOWN_COLUMNS, black_out_words, refresh_shown
from cases.models import Bulletin, Case, Copy, Event, PrivacyDecision
from cases.shown import Span

REDACT = PrivacyDecision.Decision.REDACT
OVERRIDE = PrivacyDecision.Decision.OVERRIDE


@action("review_case")
def redact(
    *,
    copy: Copy,
    spans: Iterable[Span],
    by: User,
    kind: str = "other",
    reason: str = "",
) -> list[PrivacyDecision]:
    """Black out ranges of a copy's text in everything that the public sees.

    At once, in public cases too, and wherever title, agency or suspects of these cases
    and the bulletin's title repeat the words. An editor may do it without the right to
    publish: it only takes away.
    """
    decisions = _decide(copy, spans, REDACT, kind, reason, by)
    _redact_bulletin_title(copy.bulletin, by)
    return decisions


@action("override_privacy")
def override_flag(
    *, copy: Copy, spans: Iterable[Span], kind: str, reason: str, by: User
) -> list[PrivacyDecision]:
    """Let flagged ranges of a copy's text stand, with a recorded reason."""
    if not reason.strip():
        raise ActionRefused(_("Say why these words may stand."))
    return _decide(copy, spans, OVERRIDE, kind, reason.strip(), by)


@action("review_case")
def lift_redaction(*, decision: PrivacyDecision, by: User) -> None:
    """Show redacted words again.

    In a public case this takes the right to override, and PublishingBlocked is
    raised when the words are flagged and nobody has let them stand.
    """
    if decision.decision != REDACT:
        raise ActionRefused(_("Nothing is blacked out there."))
    copy = decision.copy
    affected = _cases_in(copy, [(decision.start, decision.end)])
    if any(case.status == Case.Status.PUBLISHED for case in affected):
        require(by, "override_privacy")
    decision.delete()
    for case in map(locked, affected):
        _refresh(case)
        if case.status == Case.Status.PUBLISHED and (found := blockers(case)):
            raise PublishingBlocked(case, found)
        _record(
            case,
            Event.Action.REDACTION_LIFTED,
            by,
            [decision.start, decision.end],
            decision.kind,
        )
    _restore_bulletin_title(copy.bulletin)
    _redact_bulletin_title(copy.bulletin, by)


def _decide(
    copy: Copy, spans: Iterable[Span], decision: str, kind: str, reason: str, by: User
) -> list[PrivacyDecision]:
    spans = list(dict.fromkeys(spans))
    if not spans:
        raise InvalidSpan(_("Say which words."))
    for start, end in spans:
        if not 0 <= start < end <= len(copy.text):
            raise InvalidSpan(_("This is no range of the text."))
    decisions = PrivacyDecision.objects.bulk_create(
        PrivacyDecision(
            copy=copy,
            start=start,
            end=end,
            kind=kind,
            decision=decision,
            reason=reason,
            created_by=by,
        )
        for start, end in spans
    )
    step = Event.Action.REDACTED if decision == REDACT else Event.Action.FLAG_OVERRIDDEN
    cases = _cases_in(copy, spans)
    if not cases:
        # Words around the cases, such as the bulletin's title.
        Event.objects.create(
            bulletin=copy.bulletin,
            action=step,
            after={"span": list(spans[0]), "kind": kind},
            reason=reason,
            created_by=by,
        )
    for case in map(locked, cases):
        _refresh(case)
        for start, end in spans:
            if start < case.passage_end and end > case.passage_start:
                _record(case, step, by, [start, end], kind, reason)
    return decisions


def _cases_in(copy: Copy, spans: Iterable[Span]) -> list[Case]:
    """The cases whose passage has a part of the ranges."""
    spans = list(spans)
    return [
        case
        for case in copy.cases.order_by("pk")
        if any(s < case.passage_end and e > case.passage_start for s, e in spans)
    ]


def _refresh(case: Case) -> None:
    refresh_shown(case)
    case.save(update_fields=SHOWN_COLUMNS)


def _record(
    case: Case, step: str, by: User, span: list[int], kind: str, reason: str = ""
) -> None:
    Event.objects.create(
        bulletin=case.bulletin,
        case=case,
        action=step,
        after={"span": span, "kind": kind},
        reason=reason,
        created_by=by,
    )


def _redact_bulletin_title(bulletin: Bulletin, by: User) -> None:
    """Hide in the bulletin's title what any of its copies hides."""
    title = bulletin.title
    for copy in bulletin.copies.all():
        redactions = copy.privacy_decisions.filter(decision=REDACT)
        title = black_out_words(
            title, copy.text, redactions.values_list("start", "end")
        )
    if title != bulletin.title:
        Event.objects.create(
            bulletin=bulletin,
            action=Event.Action.REDACTED,
            field="title",
            before=bulletin.title,
            after=title,
            created_by=by,
        )
        bulletin.title = title
        bulletin.save(update_fields=["title"])


def _restore_bulletin_title(bulletin: Bulletin) -> None:
    """The title before it was redacted, unless an editor has changed it since."""
    for event in bulletin.events.filter(
        action=Event.Action.REDACTED, field="title", case__isnull=True
    ).order_by("-pk"):
        if event.after != bulletin.title:
            break
        bulletin.title = str(event.before)
    bulletin.save(update_fields=["title"])
