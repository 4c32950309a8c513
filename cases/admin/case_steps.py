"""What the buttons of a case do: save what was typed, then take the step.

Nothing typed is lost: when the fields cannot be saved, the page comes back as it
was typed and the step is not taken.
"""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.actions.checking import doubts
from cases.actions.correcting import check_fields, last_event, save_case, undo_field
from cases.actions.errors import ActionRefused, ChangedMeanwhile
from cases.actions.publishing import (
    publish_case,
    reject_case,
    return_to_draft,
    withdraw_case,
)
from cases.actions.redacting import lift_redaction, override_flag, redact
from cases.actions.values import values_of
from cases.admin.requests import DeskRequest, by_post_from
from cases.admin.review import review_page
from cases.admin.words import Names
from cases.forms.cases import CaseForm, initial, parse_spans
from cases.models import Case, OffenceType, PrivacyDecision
from cases.shown import Span


def _page(pk: int, **_more: object) -> str:
    return _place(get_object_or_404(Case, pk=pk))


@by_post_from(_page)
def save_case_fields(request: DeskRequest, pk: int) -> HttpResponse:
    """Save the fields of a case."""
    return _case_step(request, pk, None, _("Case %(number)s is saved."))


@by_post_from(_page)
def publish(request: DeskRequest, pk: int) -> HttpResponse:
    """Save a case and make it public; lead to the next draft."""

    def step(case: Case, form: CaseForm) -> None:
        publish_case(case=case, by=request.user, confirmed=form.confirmed_codes())

    done = _("Case %(number)s is published.")
    return _case_step(request, pk, step, done, to_next=True)


@by_post_from(_page)
def undo(request: DeskRequest, pk: int, field: str) -> HttpResponse:
    """Save the other fields of a case and put one back to the reader's value."""

    def step(case: Case, form: CaseForm) -> None:
        undo_field(case=case, field=field, by=request.user)

    done = _("The reader's value is back in case %(number)s.")
    return _case_step(request, pk, step, done, keep=field)


@by_post_from(_page)
def reject(request: DeskRequest, pk: int) -> HttpResponse:
    """Put a draft aside, with the reason; lead to the next one."""

    def step(case: Case, form: CaseForm) -> None:
        reject_case(case=case, reason=_reason(request, case), by=request.user)

    done = _("Case %(number)s is rejected.")
    return _case_step(request, pk, step, done, to_next=True)


@by_post_from(_page)
def return_case(request: DeskRequest, pk: int) -> HttpResponse:
    """Make a rejected or withdrawn case a draft again."""

    def step(case: Case, form: CaseForm) -> None:
        return_to_draft(case=case, by=request.user)

    return _case_step(request, pk, step, _("Case %(number)s is a draft again."))


@by_post_from(_page)
def withdraw(request: DeskRequest, pk: int) -> HttpResponse:
    """Take a case from the public, with the public reason."""

    def step(case: Case, form: CaseForm) -> None:
        withdraw_case(case=case, reason=_reason(request, case), by=request.user)

    return _case_step(request, pk, step, _("Case %(number)s is withdrawn."))


@by_post_from(_page)
def redact_flag(request: DeskRequest, pk: int) -> HttpResponse:
    """Black out flagged words of a case."""

    def step(case: Case, form: CaseForm) -> None:
        kind, spans, _why = _flag(request, case)
        redact(copy=case.copy, spans=spans, kind=kind, by=request.user)

    return _case_step(request, pk, step, _("The words are blacked out."))


@by_post_from(_page)
def override(request: DeskRequest, pk: int) -> HttpResponse:
    """Let flagged words of a case stand, with a reason."""

    def step(case: Case, form: CaseForm) -> None:
        kind, spans, why = _flag(request, case)
        override_flag(
            copy=case.copy, spans=spans, kind=kind, reason=why, by=request.user
        )

    return _case_step(request, pk, step, _("The words may stand."))


@by_post_from(_page)
def lift(request: DeskRequest, pk: int, decision: int) -> HttpResponse:
    """Show blacked-out words again."""
    one = get_object_or_404(
        PrivacyDecision.objects.select_related("copy__bulletin"), pk=decision
    )

    def step(case: Case, form: CaseForm) -> None:
        lift_redaction(decision=one, by=request.user)

    return _case_step(request, pk, step, _("The words are shown again."))


def _case_step(
    request: DeskRequest,
    pk: int,
    step: Callable[[Case, CaseForm], None] | None,
    done: str,
    *,
    keep: str = "",
    to_next: bool = False,
) -> HttpResponse:
    """Save a case's form and take the step, both or neither.

    ``keep`` is a field that is not saved because the step sets it.
    """
    case = get_object_or_404(Case.objects.select_related("copy", "bulletin"), pk=pk)
    form = _form(case, request)
    if form.was_sent() and not form.is_valid():
        message = _("Nothing was saved: see the marked fields.")
        return review_page(request, case.bulletin_id, bound=form, message=message)
    try:
        with transaction.atomic():
            if form.was_sent():
                _save(case, form, request, keep)
            else:
                form.cleaned_data = {}
            if step:
                step(case, form)
    except ActionRefused as refusal:
        if not form.was_sent():
            messages.error(request, str(refusal))
            return to_case(case)
        if isinstance(refusal, ChangedMeanwhile):
            # What is shown now is what the editor knows when saving again.
            form.data = request.POST.copy()
            form.data[form.add_prefix("seen")] = str(last_event(case))
        return review_page(request, case.bulletin_id, bound=form, message=str(refusal))
    messages.success(request, done % {"number": case.number})
    return to_case(_next_draft(case) if to_next else case)


def _save(case: Case, form: CaseForm, request: DeskRequest, keep: str) -> None:
    values = {name: one for name, one in form.values().items() if name != keep}
    save_case(
        case=case,
        values=values,
        sources=form.sources,
        reason=form.cleaned_data["reason"],
        seen=form.cleaned_data["seen"],
        confirmed=form.confirmed_codes(),
        by=request.user,
    )
    open_doubts = set(doubts(case))
    checked = [name for name in form.cleaned_data["checked"] if name in open_doubts]
    check_fields(case=case, fields=checked, by=request.user)


def _form(case: Case, request: DeskRequest) -> CaseForm:
    """The form as it was sent, with the stored values to compare with."""
    types = list(OffenceType.objects.all())
    names = Names([case], types)
    shown = initial(
        values_of(case),
        names.written(case.region_id),
        names.offences,
        last_event(case),
    )
    return CaseForm(case, request.POST, initial=shown)


def _reason(request: DeskRequest, case: Case) -> str:
    """Why, as typed; read past the form, which a read-only page does not send whole."""
    return request.POST.get(f"case-{case.pk}-why", "").strip()[:500]


def _flag(request: DeskRequest, case: Case) -> tuple[str, list[Span], str]:
    """Kind, places and reason of the flag whose button was pressed: its value is
    number:kind:12-34,56-78."""
    number, _colon, rest = request.POST.get("flag", "").partition(":")
    kind, _colon, spans = rest.partition(":")
    why = request.POST.get(f"case-{case.pk}-why-{number}", "").strip()[:500]
    return kind[:20] or "other", parse_spans(spans.split(",")), why


def _next_draft(case: Case) -> Case:
    """The next draft of the bulletin in the order of the text, else the case."""
    drafts = Case.objects.filter(
        bulletin=case.bulletin_id, status=Case.Status.DRAFT
    ).order_by("passage_start")
    return (
        drafts.filter(passage_start__gt=case.passage_start).first()
        or drafts.first()
        or case
    )


def to_case(case: Case) -> HttpResponseRedirect:
    """Lead to a case's place on its bulletin's review page."""
    return HttpResponseRedirect(_place(case))


def _place(case: Case) -> str:
    url = reverse("admin:bulletin-review", args=[case.bulletin_id])
    return f"{url}#case-{case.pk}"
