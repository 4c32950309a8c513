"""Places and offences: what there is, and a page for each."""

from __future__ import annotations

from itertools import groupby

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from cases.facets import city_facet, month_facet, offence_facet, region_options
from cases.filters import CaseFilter
from cases.models import Case, OffenceType, Region
from cases.views.lists import totals

LATEST = 5


def _filters(**values: str) -> CaseFilter:
    """The public list narrowed as a page of its own shows it."""
    return CaseFilter(values, Case.objects.published(), path=reverse("cases"))


@require_safe
def region_list(request: HttpRequest) -> HttpResponse:
    """The provinces that have cases, with their cities."""
    filters = _filters()
    return render(
        request,
        "regions/list.html",
        {
            "facet": city_facet(filters),
            "totals": totals(filters.narrowed()),
            "canonical": request.build_absolute_uri(reverse("regions")),
        },
    )


@require_safe
def region(request: HttpRequest, slug: str) -> HttpResponse:
    """A division: its cases by month and offence, what lies in it, the latest.

    A six-digit code leads to the page of its slug.
    """
    one = get_object_or_404(
        Region.objects.select_related("parent", "city", "province", "successor"),
        Q(slug=slug) | Q(code=slug),
    )
    if slug != one.slug:
        return redirect(one, permanent=True)
    filters = _filters(city=one.slug)
    return render(
        request,
        "regions/region.html",
        {
            "region": one,
            "below": region_options(filters, one),
            "months": month_facet(filters),
            "offences": offence_facet(filters),
            "totals": totals(filters.narrowed()),
            "latest": filters.ordered().for_cards()[:LATEST],
            "list_url": filters.arguments.url,
            "canonical": request.build_absolute_uri(one.get_absolute_url()),
        },
    )


@require_safe
def offence_list(request: HttpRequest) -> HttpResponse:
    """Every offence type under its group, with its number of cases."""
    counted = OffenceType.objects.annotate(
        cases_here=Count(
            "case_offences", filter=Q(case_offences__case__status="published")
        )
    )
    counted = counted.order_by("position").defer("search_names")
    groups = [
        (group, OffenceType.Group(group).label, list(types))
        for group, types in groupby(counted, key=lambda one: one.group)
    ]
    return render(
        request,
        "offences/list.html",
        {
            "groups": groups,
            "totals": totals(Case.objects.published()),
            "canonical": request.build_absolute_uri(reverse("offences")),
        },
    )


@require_safe
def offence(request: HttpRequest, slug: str) -> HttpResponse:
    """An offence type: law, other names, months, places, the latest cases."""
    one = get_object_or_404(OffenceType, slug=slug)
    filters = _filters(offence=one.slug)
    return render(
        request,
        "offences/offence.html",
        {
            "offence": one,
            "months": month_facet(filters),
            "places": city_facet(filters),
            "totals": totals(filters.narrowed()),
            "latest": filters.ordered().for_cards()[:LATEST],
            "list_url": filters.arguments.url,
            "canonical": request.build_absolute_uri(one.get_absolute_url()),
        },
    )
