"""The review page of a bulletin: read, compare, correct, publish."""

from __future__ import annotations

from django.contrib import admin
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cases.admin.requests import DeskRequest
from cases.admin.review_page import build_page, load_bulletin
from cases.forms.bulletins import BulletinForm, CopyForm, PassageForm, WordsForm
from cases.forms.cases import CaseForm
from cases.models import Bulletin


@require_safe
def review(request: DeskRequest, pk: int) -> HttpResponse:
    """The page as it is stored."""
    return review_page(request, pk)


def review_page(
    request: DeskRequest,
    pk: int,
    *,
    bound: CaseForm | None = None,
    message: str = "",
    bulletin_form: BulletinForm | None = None,
    passage_form: PassageForm | None = None,
    words_form: WordsForm | None = None,
    copy_form: CopyForm | None = None,
) -> HttpResponse:
    """The page, with the form that could not be saved as it was typed (422)."""
    bulletin = load_bulletin(pk)
    if bulletin is None:
        raise Http404
    copy = bulletin.primary_copy
    refused = [bound, bulletin_form, passage_form, words_form, copy_form]
    context = {
        **admin.site.each_context(request),
        "title": bulletin.title,
        "page": build_page(bulletin, request.user, bound, message),
        "bulletin": bulletin,
        "copy": copy,
        "bulletin_form": bulletin_form or _bulletin_form(bulletin),
        "passage_form": passage_form or (copy and PassageForm(copy)),
        "words_form": words_form or (copy and WordsForm(copy)),
        "copy_form": copy_form or CopyForm(prefix="copy"),
        "may_publish": request.user.has_perm("cases.publish_case"),
        "may_withdraw": request.user.has_perm("cases.withdraw_case"),
        "may_override": request.user.has_perm("cases.override_privacy"),
    }
    status = 422 if any(refused) else 200
    return render(request, "admin/review.html", context, status=status)


def _bulletin_form(bulletin: Bulletin) -> BulletinForm:
    copy = bulletin.primary_copy
    return BulletinForm(
        prefix="bulletin",
        initial={
            "title": bulletin.title,
            "issuer": bulletin.issuer,
            "campaign": bulletin.campaign,
            "source": bulletin.source,
            "account": copy.account if copy else "",
            "url": copy.url if copy else "",
            "published": copy.published if copy else None,
        },
    )
