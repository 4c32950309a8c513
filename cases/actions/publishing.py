"""A case's way to the public and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.actions.checking import blockers, contradictions, doubts
from cases.actions.correcting import last_event, locked
from cases.actions.errors import ActionRefused, Blocker, PublishingBlocked, WrongStatus
from cases.actions.permissions import action, require
from cases.actions.showing import refresh_listing, refresh_shown, refresh_state
from cases.actions.wording import field_words
from cases.models import Bulletin, Case, Event


@dataclass(slots=True)
class PublishedCases:
    """What publishing a whole bulletin did: the cases now public, and those that
    stay drafts, each with the reasons."""

    published: list[Case] = field(default_factory=list)
    left: list[tuple[Case, list[Blocker]]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Answers:
    """What an editor confirms of a draft: doubtful fields and contradictions' codes;
    ``seen`` is the ``last_event`` that the editor knew of."""

    seen: int
    confirmed: list[str]


@action("publish_case")
def publish_case(
    *,
    case: Case,
    by: User,
    confirmed: Iterable[str] = (),
    leave_doubts: bool = False,
) -> Case:
    """Make a draft public.

    Raises PublishingBlocked while personal data is undecided, while a
    contradiction's code is not among ``confirmed``, or while a doubtful field is
    unchecked; with ``leave_doubts`` such a field stays in doubt instead.
    """
    case = locked(case)
    if case.status != Case.Status.DRAFT:
        raise WrongStatus(case)
    confirmed = list(confirmed)
    found = blockers(case, confirmed)
    if not leave_doubts:
        found += _doubted(case, confirmed)
    if found:
        raise PublishingBlocked(case, found)
    _publish(case, by, confirmed)
    refresh_state(case.bulletin)
    return case


@action("publish_case")
def publish_bulletin_cases(
    *, bulletin: Bulletin, by: User, answers: Mapping[int, Answers] | None = None
) -> PublishedCases:
    """Publish a bulletin's drafts of which nothing needs to be asked.

    Those with undecided personal data, an unconfirmed contradiction or an
    unchecked doubt stay drafts. ``answers`` are those of the editor by the key of
    the draft; what was said of one that changed meanwhile does not count.
    """
    answers = answers or {}
    result = PublishedCases()
    drafts = bulletin.cases.filter(status=Case.Status.DRAFT).order_by("number")
    for draft in drafts:
        case = locked(draft)
        confirmed = _confirmed(case, answers.get(case.pk))
        found = blockers(case, confirmed) + _doubted(case, confirmed)
        if found:
            result.left.append((case, found))
        else:
            _publish(case, by, confirmed)
            result.published.append(case)
    refresh_state(bulletin)
    return result


@action("review_case")
def reject_case(*, case: Case, reason: str, by: User) -> None:
    """Put a draft aside for good: it is no case, or one told twice."""
    case = locked(case)
    if case.status != Case.Status.DRAFT:
        raise WrongStatus(case)
    _set_status(case, Case.Status.REJECTED, by, _reason(reason))
    _record(case, Event.Action.REJECTED, by, reason)
    refresh_state(case.bulletin)


@action("review_case")
def return_to_draft(*, case: Case, by: User) -> None:
    """Take a rejected or withdrawn case up again.

    A withdrawn one had a public reason to go: that takes the right to withdraw.
    """
    case = locked(case)
    if case.status == Case.Status.WITHDRAWN:
        require(by, "withdraw_case")
    elif case.status != Case.Status.REJECTED:
        raise WrongStatus(case)
    _set_status(case, Case.Status.DRAFT, by, "")
    _record(case, Event.Action.RETURNED, by)
    refresh_state(case.bulletin)


@action("withdraw_case")
def withdraw_case(*, case: Case, reason: str, by: User) -> None:
    """Take a public case from every public page; its address gives the reason."""
    case = locked(case)
    if case.status != Case.Status.PUBLISHED:
        raise WrongStatus(case)
    _set_status(case, Case.Status.WITHDRAWN, by, _reason(reason))
    _record(case, Event.Action.WITHDRAWN, by, reason)
    refresh_state(case.bulletin)


def _reason(reason: str) -> str:
    if not reason.strip():
        raise ActionRefused(_("Say why, in a few words."))
    return reason.strip()


def _confirmed(case: Case, answers: Answers | None) -> list[str]:
    """What of the answers is asked of the case; nothing once it has changed."""
    if answers is None or last_event(case) > answers.seen:
        return []
    asked = {*doubts(case), *(one.code for one in contradictions(case))}
    return [one for one in answers.confirmed if one in asked]


def _doubted(case: Case, confirmed: Iterable[str]) -> list[Blocker]:
    """The doubtful fields that are neither checked nor confirmed now."""
    return [
        Blocker("doubt", (field_words(name),))
        for name in doubts(case)
        if name not in confirmed
    ]


def _publish(case: Case, by: User, confirmed: list[str]) -> None:
    looked_at = [
        name for name in dict.fromkeys(confirmed) if name not in case.checked_fields
    ]
    case.checked_fields = [*case.checked_fields, *looked_at]
    refresh_listing(case)
    refresh_shown(case)
    _set_status(case, Case.Status.PUBLISHED, by, "")
    if looked_at:
        Event.objects.create(
            bulletin=case.bulletin,
            case=case,
            action=Event.Action.CHECKED,
            after=looked_at,
            created_by=by,
        )
    _record(case, Event.Action.PUBLISHED, by)


def _set_status(case: Case, status: str, by: User, reason: str) -> None:
    case.status = status
    case.status_at = timezone.now()
    if status == Case.Status.PUBLISHED and not case.published_at:
        case.published_at = case.status_at
    case.status_by = by
    case.status_reason = reason
    case.save()


def _record(case: Case, step: str, by: User, reason: str = "") -> None:
    Event.objects.create(
        bulletin=case.bulletin,
        case=case,
        action=step,
        reason=reason.strip(),
        created_by=by,
    )
