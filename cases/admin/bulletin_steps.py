"""What the buttons of the review page do to a whole bulletin."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from cases.actions.correcting import save_bulletin
from cases.actions.errors import ActionRefused
from cases.actions.importing import (
    Origin,
    add_copy,
    discard_bulletin,
    join_bulletin,
    keep_apart,
    read_again,
)
from cases.actions.marking import mark_case, move_passage
from cases.actions.publishing import Answers, publish_bulletin_cases
from cases.actions.redacting import redact
from cases.actions.wording import problem_words
from cases.admin.case_steps import to_case
from cases.admin.requests import DeskRequest, by_post_from
from cases.admin.review import review_page
from cases.documents import UnreadableDocument
from cases.forms.bulletins import BulletinForm, CopyForm, PassageForm, WordsForm
from cases.models import Bulletin


def _page(pk: int) -> str:
    return reverse("admin:bulletin-review", args=[pk])


@by_post_from(_page)
def save(request: DeskRequest, pk: int) -> HttpResponse:
    """Save what is said of a bulletin and its primary copy."""
    bulletin = _bulletin(pk)
    copy = bulletin.primary_copy
    form = BulletinForm(request.POST, prefix="bulletin")
    if copy is None or not form.is_valid():
        return review_page(request, pk, bulletin_form=form)
    save_bulletin(
        bulletin=bulletin, copy=copy, values=form.cleaned_data, by=request.user
    )
    messages.success(request, _("The bulletin is saved."))
    return _to_review(pk)


@by_post_from(_page)
def publish_all(request: DeskRequest, pk: int) -> HttpResponse:
    """Publish all drafts that raise no question, and say why the others stay.

    What was ticked in the cases comes along as ``answer``.
    """
    answers = _answers(request.POST.getlist("answer"))
    result = publish_bulletin_cases(
        bulletin=_bulletin(pk), by=request.user, answers=answers
    )
    count = len(result.published)
    if count:
        messages.success(
            request,
            ngettext(
                "%(count)s case is published.", "%(count)s cases are published.", count
            )
            % {"count": count},
        )
    for case, found in result.left:
        messages.warning(
            request,
            _("Case %(number)s stays a draft: %(reasons)s")
            % {
                "number": case.number,
                "reasons": pgettext("clauses", "; ").join(map(str, found)),
            },
        )
    return to_case(result.left[0][0]) if result.left else _to_review(pk)


@by_post_from(_page)
def mark(request: DeskRequest, pk: int) -> HttpResponse:
    """Make a case of a marked passage, or give it to a draft."""
    bulletin = _bulletin(pk)
    copy = bulletin.primary_copy
    if copy is None:
        return _to_review(pk)
    form = PassageForm(copy, request.POST)
    if not form.is_valid():
        return review_page(request, pk, passage_form=form)
    start, end = form.cleaned_data["span"]
    draft = form.cleaned_data["case"]
    try:
        if draft:
            move_passage(case=draft, start=start, end=end, by=request.user)
        else:
            draft = mark_case(copy=copy, start=start, end=end, by=request.user)
    except ActionRefused as refusal:
        form.add_error(None, str(refusal))
        return review_page(request, pk, passage_form=form)
    messages.success(
        request, _("The passage is case %(number)s.") % {"number": draft.number}
    )
    return to_case(draft)


@by_post_from(_page)
def black_out(request: DeskRequest, pk: int) -> HttpResponse:
    """Black out words or a marked range of the text."""
    copy = _bulletin(pk).primary_copy
    if copy is None:
        return _to_review(pk)
    form = WordsForm(copy, request.POST)
    if not form.is_valid():
        return review_page(request, pk, words_form=form)
    try:
        redact(
            copy=copy,
            spans=form.cleaned_data["spans"],
            reason=form.cleaned_data["reason"],
            by=request.user,
        )
    except ActionRefused as refusal:
        form.add_error(None, str(refusal))
        return review_page(request, pk, words_form=form)
    count = len(form.cleaned_data["spans"])
    messages.success(
        request,
        ngettext(
            "Blacked out in %(count)s place.", "Blacked out in %(count)s places.", count
        )
        % {"count": count},
    )
    return _to_review(pk)


@by_post_from(_page)
def add_a_copy(request: DeskRequest, pk: int) -> HttpResponse:
    """Add another account's text of the same bulletin."""
    bulletin = _bulletin(pk)
    form = CopyForm(request.POST, request.FILES, prefix="copy")
    if not form.is_valid():
        return review_page(request, pk, copy_form=form)
    data = form.cleaned_data
    try:
        add_copy(
            bulletin=bulletin,
            content=data["file"].read(),
            filename=data["file"].name or "",
            origin=Origin(data["account"], data["url"], data["published"]),
            by=request.user,
        )
    except UnreadableDocument as error:
        form.add_error("file", problem_words(error))
    except ActionRefused as refusal:
        form.add_error("file", str(refusal))
    if form.errors:
        return review_page(request, pk, copy_form=form)
    messages.success(request, _("The copy is added."))
    return _to_review(pk)


@by_post_from(_page)
def join(request: DeskRequest, pk: int) -> HttpResponse:
    """Make a bulletin a copy of the one that it resembles."""
    bulletin = _bulletin(pk)
    original = bulletin.likely_copy_of
    if original is None:
        return _to_review(pk)

    def step() -> None:
        join_bulletin(bulletin=bulletin, into=original, by=request.user)

    done = _("It is now a copy of this bulletin.")
    return _bulletin_step(request, pk, step, done, original.pk)


@by_post_from(_page)
def set_apart(request: DeskRequest, pk: int) -> HttpResponse:
    """Say that a bulletin is not the one that it resembles."""
    step = partial(keep_apart, bulletin=_bulletin(pk), by=request.user)
    return _bulletin_step(request, pk, step, _("It stays a bulletin of its own."), pk)


@by_post_from(_page)
def reread(request: DeskRequest, pk: int) -> HttpResponse:
    """Read a bulletin's text anew."""
    step = partial(read_again, bulletin=_bulletin(pk), by=request.user)
    return _bulletin_step(request, pk, step, _("The text was read again."), pk)


@by_post_from(_page)
def discard(request: DeskRequest, pk: int) -> HttpResponse:
    """Undo an import."""
    step = partial(discard_bulletin, bulletin=_bulletin(pk), by=request.user)
    return _bulletin_step(request, pk, step, _("The import is undone."), None)


def _bulletin_step(
    request: DeskRequest,
    pk: int,
    step: Callable[[], object],
    done: str,
    to: int | None,
) -> HttpResponse:
    """Take a step of a whole bulletin; lead to a bulletin or to the front page."""
    try:
        step()
    except ActionRefused as refusal:
        messages.error(request, str(refusal))
        return _to_review(pk)
    messages.success(request, done)
    return _to_review(to) if to else HttpResponseRedirect(reverse("admin:index"))


def _answers(written: list[str]) -> dict[int, Answers]:
    """Answers by the case's key, as the page sends them: case:seen:name.

    >>> _answers(["12:7:people", "12:7:month", "x:1:people"])
    {12: Answers(seen=7, confirmed=['people', 'month'])}
    """
    answers: dict[int, Answers] = {}
    for one in written:
        case, _colon, rest = one.partition(":")
        seen, _colon, name = rest.partition(":")
        if case.isdecimal() and seen.isdecimal():
            answer = answers.setdefault(int(case), Answers(int(seen), []))
            answer.confirmed.append(name)
    return answers


def _bulletin(pk: int) -> Bulletin:
    return get_object_or_404(
        Bulletin.objects.select_related("primary_copy", "likely_copy_of"), pk=pk
    )


def _to_review(pk: int) -> HttpResponseRedirect:
    return HttpResponseRedirect(_page(pk))
