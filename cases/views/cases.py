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
from cases.public_pages import public_page
from cases.related import surroundings
from cases.timeline import timeline

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
    address = request.build_absolute_uri
    canonical = address(one.get_absolute_url())
    today = localdate()
    return render(
        request,
        "cases/case.html",
        {
            "case": one,
            "offences": [filed.offence_type for filed in one.case_offences.all()],
            "case_page": case_page(one, whole.words),
            "timeline": timeline(one),
            "surroundings": surroundings(one),
            "copies": whole.copies,
            "today": today,
            "reference": gbt7714(one, canonical, today),
            "article": one,
            "citation": citation(one, canonical),
            "structured": [case_metadata(address, one), case_trail(address, one)],
            "canonical": canonical,
            "noindex": one.noindex or one.bulletin.is_sample,
        },
    )
