"""Pages about the catalogue itself."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from cases.exports import COLUMNS
from cases.models import Case
from cases.views.lists import totals


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What a bulletin is and is not, how it is read, and what to do about errors."""
    return render(
        request,
        "about.html",
        {
            "totals": totals(Case.objects.published()),
            "canonical": request.build_absolute_uri(reverse("about")),
        },
    )


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """The export's columns, each with its meaning."""
    return render(
        request,
        "data.html",
        {
            "columns": COLUMNS,
            "totals": totals(Case.objects.published()),
            "canonical": request.build_absolute_uri(reverse("data")),
        },
    )
