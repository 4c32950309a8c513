"""Makes a case of a passage that an editor marked."""

from __future__ import annotations

from dataclasses import replace

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from cases.actions.errors import ActionRefused, InvalidSpan
from cases.actions.permissions import action
from cases.actions.readings import store_case
from cases.actions.showing import refresh_state
from cases.models import Bulletin, Case, Copy, Event
from cases.reader import VERSION, CaseReading, Caution, Span, read_case


@action("review_case")
def mark_case(*, copy: Copy, start: int, end: int, by: User) -> Case:
    """Make a draft of text[start:end], with what the reader finds in it.

    White space at either end is left out. Raises InvalidSpan for a range outside
    the text or without a word in it, ActionRefused for one that overlaps a case
    which is not rejected.
    """
    bulletin = Bulletin.objects.select_for_update().get(pk=copy.bulletin_id)
    if not 0 <= start < end <= len(copy.text):
        raise InvalidSpan(_("This is no range of the text."))
    words = copy.text[start:end]
    end -= len(words) - len(words.rstrip())
    start += len(words) - len(words.lstrip())
    if start >= end:
        raise InvalidSpan(_("There is no text in this range."))
    other = (
        copy.cases.exclude(status=Case.Status.REJECTED)
        .filter(passage_start__lt=end, passage_end__gt=start)
        .first()
    )
    if other:
        raise ActionRefused(
            _(
                "The passage overlaps case %(number)s: reject that one first, then "
                "mark what you want."
            )
            % {"number": other.number}
        )
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
