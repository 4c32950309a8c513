"""A case: its facts beside the words that they come from."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from cases.changes import CHANGES
from cases.citing import gbt7714
from cases.facts import case_page
from cases.metadata import case_metadata, case_trail, citation
from cases.models import Case
from cases.models.whole_cases import whole_case
from cases.public_pages import absolute, public_page
from cases.related import surroundings
from cases.rendering import case_pages
from cases.rendering.case_pages import ShownCase

LARGEST_KEY = 2**63 - 1  # of the column


@require_safe
@public_page()
def case(request: HttpRequest, pk: int) -> HttpResponse:
    """A published case; 410 with the public reason for a withdrawn one, else 404."""
    whole = whole_case(pk, CHANGES) if pk <= LARGEST_KEY else None
    if whole is None:
        raise Http404
    one = whole.case
    if one.status == Case.Status.WITHDRAWN:
        return render(request, "cases/withdrawn.html", {"case": one}, status=410)
    address = absolute(request)
    canonical = address(one.get_absolute_url())
    today = localdate()
    shown = ShownCase(
        case=one,
        page=case_page(one, whole.words),
        copies=whole.copies,
        surroundings=surroundings(one),
        here=request.get_full_path(),
        canonical=canonical,
        today=today,
        reference=gbt7714(one, canonical, today),
        citation=citation(one, canonical),
        structured=[case_metadata(address, one), case_trail(address, one)],
        noindex=one.noindex or one.bulletin.is_sample,
    )
    return HttpResponse(case_pages.case_page(shown))
