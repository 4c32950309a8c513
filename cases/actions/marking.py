"""Makes a case of a passage that an editor marked, or moves a case's passage."""

from __future__ import annotations

from dataclasses import replace

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from cases.actions.correcting import locked
from cases.actions.errors import ActionRefused, InvalidSpan, WrongStatus
from cases.actions.permissions import action
from cases.actions.readings import read_into, store_case
from cases.actions.showing import refresh_state
from cases.models import Bulletin, Case, Copy, Event, Evidence
from cases.reader import VERSION, CaseReading, Caution, Span, read_case


@action("review_case")
def mark_case(*, copy: Copy, start: int, end: int, by: User) -> Case:
    """Make a draft of text[start:end], with what the reader finds in it.

    White space at either end is left out. Raises InvalidSpan for a range outside
    the text or without a word in it, ActionRefused for one that overlaps a case
    which is not rejected.
    """
    bulletin = Bulletin.objects.select_for_update().get(pk=copy.bulletin_id)
    start, end = _passage(copy, start, end)
    read = _read_passage(copy, (start, end))
    copy.bulletin = bulletin
    number = max(bulletin.cases.values_list("number", flat=True), default=0) + 1
    case = store_case(copy=copy, read=read, number=number, version=VERSION)
    bulletin.state = Bulletin.State.IN_REVIEW
    refresh_state(bulletin)
    Event.objects.create(
        bulletin=bulletin,
        case=case,
        action=Event.Action.CASE_MARKED,
        after=[start, end],
        created_by=by,
    )
    return case


@action("review_case")
def move_passage(*, case: Case, start: int, end: int, by: User) -> None:
    """Let a draft have text[start:end] as its passage, read anew.

    What an editor said of the case stays; fields that were only looked at are asked
    again. Raises WrongStatus for a case that is no draft, else as ``mark_case``.
    """
    case = locked(case)
    if case.status != Case.Status.DRAFT:
        raise WrongStatus(case)
    start, end = _passage(case.copy, start, end, apart=case)
    before = [case.passage_start, case.passage_end]
    if before == [start, end]:
        return
    kept = {
        row.field
        for row in case.evidence.current().filter(origin=Evidence.Origin.EDITOR)
    }
    case.copy.bulletin = case.bulletin
    case.checked_fields = [name for name in case.checked_fields if name in kept]
    read_into(
        case=case,
        read=_read_passage(case.copy, (start, end)),
        version=VERSION,
        kept=kept,
    )
    Event.objects.create(
        bulletin=case.bulletin,
        case=case,
        action=Event.Action.PASSAGE_MOVED,
        before=before,
        after=[start, end],
        created_by=by,
    )


def _passage(copy: Copy, start: int, end: int, apart: Case | None = None) -> Span:
    """The range without white space at its ends, clear of all cases but ``apart``."""
    if not 0 <= start < end <= len(copy.text):
        raise InvalidSpan(_("This is no range of the text."))
    words = copy.text[start:end]
    end -= len(words) - len(words.rstrip())
    start += len(words) - len(words.lstrip())
    if start >= end:
        raise InvalidSpan(_("There is no text in this range."))
    others = copy.cases.exclude(status=Case.Status.REJECTED).filter(
        passage_start__lt=end, passage_end__gt=start
    )
    if apart:
        others = others.exclude(pk=apart.pk)
    if other := others.first():
        if other.status != Case.Status.DRAFT:
            raise ActionRefused(
                _(
                    "The passage overlaps case %(number)s, which is %(status)s: "
                    "withdraw it if it is public and return it to draft, then its "
                    "passage can be moved."
                )
                % {"number": other.number, "status": other.get_status_display()}
            )
        raise ActionRefused(
            _(
                "The passage overlaps case %(number)s: reject that one or give it "
                "another passage first, then mark what you want."
            )
            % {"number": other.number}
        )
    return start, end


def _read_passage(copy: Copy, span: Span) -> CaseReading:
    """What the reader finds in the passage; a caution for what is missing."""
    read = read_case(copy.text, span, published=copy.bulletin.published)
    found = {name for name, _found in read.found()}
    missing = tuple(
        Caution(name, "marked-by-hand")
        for name in ("title", "region", "month", "offences", "people", "outcome")
        if name not in found
    )
    return replace(read, cautions=(*read.cautions, *missing))
