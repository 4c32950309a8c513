"""What the review page shows: the text with its marks, and each draft beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Prefetch
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases import display
from cases.actions.checking import OpenFlag, contradictions, doubts, open_flags
from cases.actions.correcting import last_event
from cases.actions.errors import Blocker
from cases.actions.values import FIELDS, readers_value, values_of
from cases.actions.wording import (
    blocker_words,
    caution_words,
    field_words,
    flag_kind_words,
    reason_words,
)
from cases.admin.marked_text import Line, Mark, first_piece_ids, gaps, marked_lines
from cases.admin.words import Names, comma
from cases.forms.cases import INPUTS, CaseForm, initial
from cases.models import (
    Bulletin,
    Case,
    Event,
    Evidence,
    OffenceType,
    PrivacyDecision,
)

# What is marked with a colour of its own, and in which of the legend's groups.
GROUPS = {
    "place": (gettext_lazy("Place"), ("region", "agency")),
    "time": (gettext_lazy("Time"), ("month", "occurred")),
    "who": (gettext_lazy("Persons"), ("suspects", "people", "coercive")),
    "money": (gettext_lazy("Money"), ("amount",)),
    "offence": (gettext_lazy("Offence"), ("offences",)),
    "outcome": (gettext_lazy("Outcome"), ("outcome",)),
}
GROUP_OF = {name: group for group, (_label, names) in GROUPS.items() for name in names}

# Pictures and addresses of links are of no use to an editor.
PICTURE = re.compile(
    r"!\[[^\[\]\n]{0,500}\]\([^()\n]{0,2000}\)|(?<=\])\([^()\n]{0,2000}\)"
)
# Text around the cases longer than this is folded away.
LONG_REST = 900


@dataclass(slots=True)
class FieldView:
    """One field of a draft: its value in words, its evidence, its inputs.

    ``was`` is the reader's value in words where an editor's stands instead.
    ``inputs`` are the bound fields. An open field asks to be looked at.
    """

    name: str
    label: str
    value: str
    group: str
    inputs: list[Any]
    words: Any
    at: Any
    quotes: list[tuple[str, str]] = field(default_factory=list)
    cautions: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    is_doubtful: bool = False
    is_checked: bool = False
    editor: str = ""
    reason: str = ""
    was: str = ""
    can_undo: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it stands open: in doubt, or wrongly typed."""
        return self.is_doubtful or bool(self.errors)

    @property
    def is_chinese(self) -> bool:
        """Whether the value is words of the source."""
        return self.name in {"title", "agency", "suspects"}


@dataclass(slots=True)
class FlagView:
    """Personal data to decide on, or decided: ``decision`` is redact, override or
    empty. ``why`` is what was typed for a step that was refused."""

    kind: str
    label: str
    words: str
    spans: list[str]
    decision: str = ""
    decision_id: int = 0
    reason: str = ""
    who: str = ""
    why: str = ""


@dataclass(slots=True)
class Draft:
    """A case beside its passage, with its form and all that is said about it."""

    case: Case
    form: CaseForm
    lines: list[Line]
    fields: list[FieldView]
    flags: list[FlagView]
    decisions: list[FlagView]
    contradictions: list[Blocker]
    doubts: list[str]
    events: list[str]
    is_editable: bool
    message: str = ""

    @property
    def is_clean(self) -> bool:
        """Whether it can be published without a question."""
        unconfirmed = [
            one
            for one in self.contradictions
            if one.code not in self.case.checked_fields
        ]
        return not (self.flags or unconfirmed or self.doubts)

    @property
    def is_draft(self) -> bool:
        """Whether it waits for a decision."""
        return self.case.status == Case.Status.DRAFT


@dataclass(slots=True)
class Row:
    """A part of the page: a draft beside its passage, or text of no case."""

    lines: list[Line]
    draft: Draft | None = None
    length: int = 0

    @property
    def is_long(self) -> bool:
        """Whether the text is folded away."""
        return self.draft is None and self.length > LONG_REST


@dataclass(slots=True)
class ReviewPage:
    """The whole page. ``aside`` are rejected cases whose passage others took."""

    bulletin: Bulletin
    rows: list[Row]
    aside: list[Draft]
    cautions: list[str]
    offence_types: list[OffenceType]

    @property
    def drafts(self) -> list[Draft]:
        """All cases in the order of the text."""
        return [row.draft for row in self.rows if row.draft] + self.aside

    @property
    def clean_count(self) -> int:
        """How many drafts can be published without a question."""
        return sum(draft.is_draft and draft.is_clean for draft in self.drafts)

    @property
    def draft_count(self) -> int:
        """How many drafts wait."""
        return sum(draft.is_draft for draft in self.drafts)

    @property
    def was_public(self) -> bool:
        """Whether a case of it was ever public."""
        return any(draft.case.published_at for draft in self.drafts)

    @property
    def field_names(self) -> list[tuple[str, str]]:
        """The fields by name and label, for a choice among them."""
        return [(name, field_words(name)) for name in FIELDS]

    @property
    def legend(self) -> list[tuple[str, str]]:
        """The groups of marks with their names."""
        return [(group, str(label)) for group, (label, _names) in GROUPS.items()]


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
            Prefetch(
                "events",
                Event.objects.filter(case=None).select_related("created_by"),
                to_attr="own_events",
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
        message=message if is_bound else "",
    )


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
    """One step of the history as a sentence."""
    step = str(event.get_action_display())
    if event.field and event.field in FIELDS:
        before, after = (
            names.words(event.field, one) or _("nothing")
            for one in (event.before, event.after)
        )
        step = f"{step}: {field_words(event.field)}, {before} → {after}"
    elif event.action == Event.Action.CHECKED and isinstance(event.after, list):
        step = f"{step}: {comma(_checked(name) for name in event.after)}"
    elif isinstance(event.after, dict) and "kind" in event.after:
        step = f"{step}: {flag_kind_words(event.after['kind'])}"
    if event.reason:
        step = f"{step} ({reason_words(event.reason)})"
    return f"{display.day(localdate(event.created_at))} {event.created_by}: {step}"


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
