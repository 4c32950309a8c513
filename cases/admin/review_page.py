"""What the review page shows: the text with its marks, and each draft beside it."""

from __future__ import annotations

import re
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Prefetch
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cases import display
from cases.actions.checking import OpenFlag, contradictions, doubts, open_flags
from cases.actions.correcting import BULLETIN_FIELDS, COPY_FIELDS, last_event
from cases.actions.values import FIELDS, readers_value, values_of
from cases.actions.wording import (
    blocker_words,
    caution_words,
    field_words,
    flag_kind_words,
    reason_words,
)
from cases.admin.marked_text import Mark, first_piece_ids, gaps, marked_lines
from cases.admin.review_parts import (
    GROUP_OF,
    Draft,
    FieldView,
    FlagView,
    ReviewPage,
    Row,
)
from cases.admin.words import Names, colon, comma
from cases.forms.cases import INPUTS, CaseForm, initial
from cases.models import (
    Bulletin,
    Case,
    Copy,
    Event,
    Evidence,
    OffenceType,
    PrivacyDecision,
)
from cases.shown import Span

# Pictures and addresses of links are of no use to an editor.
PICTURE = re.compile(
    r"!\[[^\[\]\n]{0,500}\]\([^()\n]{0,2000}\)|(?<=\])\([^()\n]{0,2000}\)"
)


def load_bulletin(pk: int) -> Bulletin | None:
    """A bulletin with everything that its page reads, in a fixed number of queries."""
    cases = Case.objects.order_by("passage_start", "number").select_related(
        "region__province", "region__city", "status_by"
    )
    return (
        Bulletin.objects.filter(pk=pk)
        .select_related("primary_copy", "likely_copy_of", "created_by")
        .prefetch_related(
            Prefetch("cases", cases),
            Prefetch("cases__events", Event.objects.select_related("created_by")),
            Prefetch("cases__evidence", Evidence.objects.select_related("created_by")),
            "cases__amounts",
            "cases__case_offences__offence_type",
            "copies",
            Prefetch(
                "copies__privacy_decisions",
                PrivacyDecision.objects.select_related("created_by"),
            ),
            # Those of its cases come with the cases.
            Prefetch(
                "events", Event.objects.filter(case=None).select_related("created_by")
            ),
        )
        .first()
    )


def build_page(
    bulletin: Bulletin, user: User, bound: CaseForm | None = None, message: str = ""
) -> ReviewPage:
    """Lay out a loaded bulletin for a user.

    ``bound`` is the form of one case as it was sent, when it could not be saved,
    and ``message`` why: then that case shows what was typed.
    """
    offence_types = list(OffenceType.objects.all())
    names = Names(bulletin.cases.all(), offence_types)
    copies = {copy.pk: copy for copy in bulletin.copies.all()}
    for case in bulletin.cases.all():
        # The case's own rows would be loaded anew from the database.
        case.bulletin = bulletin
        case.copy = copies[case.copy_id]
    may_publish = user.has_perm("cases.publish_case")
    drafts = [
        _draft(case, names, may_publish, bound, message)
        for case in bulletin.cases.all()
    ]
    rows, aside = _rows(bulletin, drafts)
    return ReviewPage(
        bulletin=bulletin,
        rows=rows,
        aside=aside,
        cautions=[caution_words(one) for one in bulletin.cautions],
        history=[_bulletin_event(one) for one in bulletin.events.all()],
        offence_types=offence_types,
    )


def _draft(
    case: Case, names: Names, may_publish: bool, bound: CaseForm | None, message: str
) -> Draft:
    values = values_of(case)
    is_bound = bound is not None and bound.case.pk == case.pk
    form = CaseForm(
        case,
        initial=initial(
            values, names.written(case.region_id), names.offences, last_event(case)
        ),
    )
    if is_bound and bound is not None:
        form = bound
    rows: dict[str, list[Evidence]] = {}
    for row in case.evidence.all():
        rows.setdefault(row.field, []).append(row)
    flags = open_flags(case)
    in_doubt = doubts(case)
    marks = _marks(case, rows, names, flags)
    lines = marked_lines(case.copy.text, case.passage_start, case.passage_end, marks)
    targets = first_piece_ids(lines)
    fields = [
        _field(case, name, values[name], rows.get(name, []), form, names, targets)
        for name in FIELDS
    ]
    for one in fields:
        one.is_doubtful = one.name in in_doubt
    return Draft(
        case=case,
        form=form,
        lines=lines,
        fields=fields,
        flags=[
            FlagView(
                kind=flag.kind,
                label=flag_kind_words(flag.kind),
                words=flag.words,
                spans=[f"{start}-{end}" for start, end in flag.spans],
                why=form.data.get(f"{form.prefix}-why-{number}", ""),
            )
            for number, flag in enumerate(flags)
        ],
        decisions=_decisions(case),
        contradictions=contradictions(case),
        doubts=in_doubt,
        events=[_event(event, names) for event in case.events.all()],
        is_editable=case.status == Case.Status.DRAFT
        or (case.status == Case.Status.PUBLISHED and may_publish),
        moved_from=_moved_from(case),
        message=message if is_bound else "",
    )


def _moved_from(case: Case) -> Span | None:
    """Where a draft's passage was before it was last moved."""
    if (
        case.status != Case.Status.DRAFT
        or case.copy_id != case.bulletin.primary_copy_id
    ):
        return None
    # The newest comes first.
    for event in case.events.all():
        if event.action == Event.Action.PASSAGE_MOVED and event.before:
            start, end = event.before
            return start, end
    return None


def _field(
    case: Case,
    name: str,
    value: Any,
    rows: list[Evidence],
    form: CaseForm,
    names: Names,
    targets: dict[str, str],
) -> FieldView:
    before = readers_value(name, rows)
    differs = before != value
    current = [row for row in rows if row.is_current]
    editors = [row for row in current if row.origin == Evidence.Origin.EDITOR]
    quotes: dict[str, str] = {}
    for row in current:
        if row.quote:
            quotes.setdefault(row.quote, targets.get(f"evidence-{row.pk}", ""))
    return FieldView(
        name=name,
        label=field_words(name),
        value=names.words(name, value),
        group=GROUP_OF.get(name, ""),
        inputs=[form[one] for one in INPUTS[name]],
        words=form[f"words_{name}"],
        at=form[f"at_{name}"],
        quotes=list(quotes.items()),
        cautions=[
            caution_words(caution, names.offences)
            for caution in case.cautions
            if caution["field"] == name
        ],
        errors=[
            str(error)
            for one in (*INPUTS[name], f"words_{name}")
            for error in form.errors.get(one, [])
        ],
        is_checked=name in case.checked_fields,
        editor=str(editors[0].created_by) if editors and differs else "",
        reason=reason_words(next((row.reason for row in current if row.reason), ""))
        if editors
        else "",
        was=(names.words(name, before) or _("nothing")) if differs else "",
        can_undo=differs,
    )


def _marks(
    case: Case, rows: dict[str, list[Evidence]], names: Names, flags: list[OpenFlag]
) -> list[Mark]:
    marks = [
        Mark(
            row.start,
            row.end,
            name,
            GROUP_OF.get(name, ""),
            f"{field_words(name)}: {names.row_words(row)}",
            f"evidence-{row.pk}",
        )
        for name, each in rows.items()
        for row in each
        if row.is_current and row.start is not None and row.end is not None
    ]
    marks += [Mark(start, end, "noise") for start, end in case.noise]
    for decision in case.copy.privacy_decisions.all():
        hidden = decision.decision == PrivacyDecision.Decision.REDACT
        marks.append(
            Mark(
                decision.start,
                decision.end,
                "redacted" if hidden else "overridden",
                words=str(decision.get_decision_display()),
            )
        )
    marks += [
        Mark(start, end, "flagged", words=flag_kind_words(flag.kind))
        for flag in flags
        for start, end in flag.spans
    ]
    return marks


def _decisions(case: Case) -> list[FlagView]:
    return [
        FlagView(
            kind=one.kind,
            label=flag_kind_words(one.kind),
            words=case.copy.text[one.start : one.end],
            spans=[f"{one.start}-{one.end}"],
            decision=one.decision,
            decision_id=one.pk,
            reason=one.reason,
            who=str(one.created_by),
        )
        for one in case.copy.privacy_decisions.all()
        if one.start < case.passage_end and one.end > case.passage_start
    ]


def _event(event: Event, names: Names) -> str:
    """One step of a case's history as a sentence."""
    step = str(event.get_action_display())
    if event.field and event.field in FIELDS:
        before, after = (
            names.words(event.field, one) for one in (event.before, event.after)
        )
        step = _changed(step, field_words(event.field), before, after)
    elif event.action == Event.Action.CHECKED and isinstance(event.after, list):
        step = colon(step, comma(_checked(name) for name in event.after))
    return _told(event, step)


def _bulletin_event(event: Event) -> str:
    """One step of the bulletin's own history as a sentence."""
    step = str(event.get_action_display())
    if event.field in (*BULLETIN_FIELDS, *COPY_FIELDS):
        holder = Copy if event.field in COPY_FIELDS else Bulletin
        labels = {one.name: str(one.verbose_name) for one in holder._meta.fields}
        before, after = str(event.before or ""), str(event.after or "")
        step = _changed(step, labels[event.field], before, after)
    return _told(event, step)


def _changed(step: str, field: str, before: str, after: str) -> str:
    values = f"{before or _('nothing')} → {after or _('nothing')}"
    return colon(step, field + pgettext("clauses", ", ") + values)


def _told(event: Event, step: str) -> str:
    """When, who, what step, of what kind, and why."""
    if isinstance(event.after, dict) and "kind" in event.after:
        step = colon(step, flag_kind_words(event.after["kind"]))
    if event.reason:
        reason = reason_words(event.reason)
        step += pgettext("clauses", " (%(words)s)") % {"words": reason}
    day = display.day(localdate(event.created_at))
    return colon(f"{day} {event.created_by}", step)


def _checked(name: str) -> str:
    """A checked field by its name, a confirmed contradiction by what it says."""
    return field_words(name) if name in FIELDS else blocker_words(name, ("…", "…"))


def _rows(bulletin: Bulletin, drafts: list[Draft]) -> tuple[list[Row], list[Draft]]:
    """The text of the primary copy from top to bottom, a draft beside its passage."""
    copy = bulletin.primary_copy
    if copy is None:
        return [], drafts
    taken: list[tuple[int, int]] = []
    placed: list[Draft] = []
    aside: list[Draft] = []
    # Rejected ones last: who marked a passage anew sees that one beside the text.
    for draft in sorted(
        drafts, key=lambda one: one.case.status == Case.Status.REJECTED
    ):
        start, end = draft.case.passage_start, draft.case.passage_end
        overlaps = any(start < last and end > first for first, last in taken)
        if draft.case.copy_id != copy.pk or overlaps:
            aside.append(draft)
        else:
            taken.append((start, end))
            placed.append(draft)
    rows = [(draft.case.passage_start, Row(draft.lines, draft)) for draft in placed]
    for start, end in gaps(len(copy.text), taken):
        pictures = [
            Mark(*match.span(), "noise")
            for match in PICTURE.finditer(copy.text, start, end)
        ]
        lines = marked_lines(copy.text, start, end, pictures)
        if lines:
            rows.append((start, Row(lines, length=end - start)))
    return [row for _start, row in sorted(rows, key=lambda item: item[0])], aside
