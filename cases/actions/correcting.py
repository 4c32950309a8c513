"""An editor's values: set, checked, and taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from cases.actions.checking import CONTRADICTIONS, blockers
from cases.actions.errors import (
    ActionRefused,
    ChangedMeanwhile,
    InvalidSpan,
    PublishingBlocked,
)
from cases.actions.permissions import action, require
from cases.actions.showing import refresh_dates, refresh_listing, refresh_shown
from cases.actions.values import (
    FIELDS,
    elements,
    evidence_value,
    readers_value,
    set_columns,
    set_rows,
    values_of,
)
from cases.actions.wording import EDITORS_READING
from cases.models import Bulletin, Case, Copy, Event, Evidence
from cases.shown import Span

BULLETIN_FIELDS = ("title", "issuer", "campaign", "source")
COPY_FIELDS = ("account", "url", "published")


def last_event(case: Case) -> int:
    """The number of the newest step in a case's history; 0 when there is none.

    A form carries it, so that ``save_case`` can tell whether it is still true.
    """
    return max((event.pk for event in case.events.all()), default=0)


@action("review_case")
def save_case(
    *,
    case: Case,
    values: Mapping[str, Any],
    by: User,
    sources: Mapping[str, Span] | None = None,
    reason: str = "",
    seen: int | None = None,
    confirmed: Iterable[str] = (),
) -> list[str]:
    """Set fields of a case; return the names of those that changed.

    ``values`` are in the shapes of cases.actions.values; fields left out stay. Each
    changed value gets an editor's evidence row: with the span in ``sources`` when
    the field has one there, else with the place of its own words in the passage,
    else with the ``reason``. The reader's rows stay, no longer current. ``seen`` is
    the ``last_event`` that the editor knew of: ChangedMeanwhile is raised when
    there is a newer one. A public case needs the right to publish and must stay
    fit for the public, else PublishingBlocked is raised; ``confirmed`` as in
    ``publish_case``.
    """
    case = locked(case)
    if seen is not None and last_event(case) > seen:
        raise ChangedMeanwhile
    before = values_of(case)
    changed = [
        name for name in FIELDS if name in values and values[name] != before[name]
    ]
    sources = sources or {}
    for name in changed:
        span = sources.get(name)
        if span:
            _check_span(case, span)
        _replace_evidence(case, name, values[name], span, reason, by)
        _set(case, name, values[name])
    _after_change(case, changed, by, confirmed)
    Event.objects.bulk_create(
        Event(
            bulletin=case.bulletin,
            case=case,
            action=Event.Action.CORRECTED,
            field=name,
            before=before[name],
            after=values[name],
            reason=reason,
            created_by=by,
        )
        for name in changed
    )
    return changed


@action("review_case")
def check_fields(*, case: Case, fields: Iterable[str], by: User) -> None:
    """Note that an editor looked at fields and found them right as they are."""
    case = locked(case)
    new = [name for name in fields if name not in case.checked_fields]
    if not new:
        return
    case.checked_fields = [*case.checked_fields, *new]
    case.save(update_fields=["checked_fields"])
    Event.objects.create(
        bulletin=case.bulletin,
        case=case,
        action=Event.Action.CHECKED,
        after=new,
        created_by=by,
    )


@action("review_case")
def undo_field(*, case: Case, field: str, by: User) -> None:
    """Put the reader's value back, with its evidence; the editor's rows are kept."""
    if field not in FIELDS:
        raise ActionRefused(_("There is no such field."))
    case = locked(case)
    before = values_of(case)[field]
    rows = [row for row in case.evidence.all() if row.field == field]
    value = readers_value(field, rows)
    if value == before:
        return
    _make_readers_current(case, field)
    _set(case, field, value)
    _after_change(case, [field], by, ())
    Event.objects.create(
        bulletin=case.bulletin,
        case=case,
        action=Event.Action.UNDONE,
        field=field,
        before=before,
        after=value,
        created_by=by,
    )


@action("review_case")
def save_bulletin(
    *, bulletin: Bulletin, copy: Copy, values: Mapping[str, Any], by: User
) -> list[str]:
    """Set what is said of a bulletin and of one copy; return the changed fields.

    ``values`` may hold title, issuer, campaign, source, and of the copy account,
    url and published (a date or None).
    """
    bulletin = Bulletin.objects.select_for_update().get(pk=bulletin.pk)
    if bulletin.cases.published().exists():
        require(by, "publish_case")
    changed = []
    for holder, names in ((bulletin, BULLETIN_FIELDS), (copy, COPY_FIELDS)):
        for name in names:
            before = getattr(holder, name)
            if name in values and values[name] != before:
                setattr(holder, name, values[name])
                changed.append(name)
                Event.objects.create(
                    bulletin=bulletin,
                    action=Event.Action.CORRECTED,
                    field=name,
                    before=_plain(before),
                    after=_plain(values[name]),
                    created_by=by,
                )
    bulletin.save(update_fields=BULLETIN_FIELDS)
    copy.save(update_fields=COPY_FIELDS)
    refresh_dates(bulletin)
    return changed


def locked(case: Case) -> Case:
    """The case as it is now, held until the transaction ends."""
    return (
        Case.objects.select_for_update(of=("self",))
        .select_related("bulletin", "bulletin__likely_copy_of", "copy")
        .get(pk=case.pk)
    )


def _plain(value: Any) -> Any:
    return value if value is None else str(value)


def _set(case: Case, field: str, value: Any) -> None:
    set_columns(case, field, value)
    set_rows(case, field, value)


def _after_change(
    case: Case, changed: list[str], by: User, confirmed: Iterable[str]
) -> None:
    """Work out what follows from changed fields, and guard a public case."""
    if not changed:
        return
    asked_anew = {
        code
        for code, fields in CONTRADICTIONS.items()
        if not set(fields).isdisjoint(changed)
    }
    checked = dict.fromkeys([*case.checked_fields, *changed])
    case.checked_fields = [
        name for name in checked if name not in asked_anew or name in confirmed
    ]
    case.checked_fields += [
        code for code in confirmed if code not in case.checked_fields
    ]
    refresh_listing(case)
    refresh_shown(case)
    case.save()
    if case.status == Case.Status.PUBLISHED:
        require(by, "publish_case")
        if found := blockers(case):
            raise PublishingBlocked(case, found)


def _check_span(case: Case, span: Span) -> None:
    start, end = span
    if not case.passage_start <= start < end <= case.passage_end:
        raise InvalidSpan(_("The words must stand in the passage of the case."))


def _make_readers_current(case: Case, field: str) -> None:
    rows = case.evidence.filter(field=field)
    rows.filter(origin=Evidence.Origin.EDITOR).update(is_current=False)
    rows.filter(origin=Evidence.Origin.READER).update(is_current=True)


def _replace_evidence(
    case: Case, field: str, value: Any, span: Span | None, reason: str, by: User
) -> None:
    """Make rows for a value by the editor current; what stays keeps its spans."""
    rows = [row for row in case.evidence.all() if row.field == field]
    if value == readers_value(field, rows) and not span and not reason:
        _make_readers_current(case, field)
        return
    current = [row for row in rows if row.is_current]
    case.evidence.filter(field=field).update(is_current=False)
    text = case.copy.text
    new: list[Evidence] = []
    for position, element in enumerate(elements(field, value)):
        stored, qualifier = evidence_value(field, element)
        kept: list[Span | None] = [
            (row.start, row.end)
            for row in current
            if row.value == stored
            and row.qualifier == qualifier
            and row.start is not None
            and row.end is not None
        ]
        own = kept or [span or _find(case, stored)]
        for one in own:
            start, end = one or (None, None)
            new.append(
                Evidence(
                    case=case,
                    field=field,
                    value=stored,
                    position=position,
                    start=start,
                    end=end,
                    quote="" if start is None else text[start:end],
                    qualifier=qualifier,
                    origin=Evidence.Origin.EDITOR,
                    reason=reason or ("" if one else EDITORS_READING),
                    created_by=by,
                )
            )
    if not new:
        # That there is nothing to say is a statement of the editor as well.
        new.append(
            Evidence(
                case=case,
                field=field,
                value=None,
                origin=Evidence.Origin.EDITOR,
                reason=reason or EDITORS_READING,
                created_by=by,
            )
        )
    Evidence.objects.bulk_create(new)


def _find(case: Case, value: Any) -> Span | None:
    """Where a value that is words stands in the passage, word for word."""
    if not isinstance(value, str) or len(value) < len("李某"):
        return None
    start = case.copy.text.find(value, case.passage_start, case.passage_end)
    return None if start < 0 else (start, start + len(value))
