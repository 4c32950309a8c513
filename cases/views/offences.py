"""Offences: the controlled list by group, and a page for each type."""

from __future__ import annotations

from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from cases.charts.counted import by_month, by_offence, by_place
from cases.charts.figures import page_figures
from cases.charts.months import month_chart
from cases.charts.places import Places
from cases.counting import catalogue_totals, counts_of, totals
from cases.exports import exported
from cases.law import definition, legal_bases
from cases.metadata import offence_trail
from cases.models import OffenceType
from cases.models.vocabularies import offences
from cases.public_pages import public_page
from cases.views.figures import csv_file, latest, narrowed_by

MOST_CITIES = 15


@require_safe
@public_page()
def offence_list(request: HttpRequest) -> HttpResponse:
    """Every offence type under its group, with its number of cases."""
    counts = by_offence(counts_of(narrowed_by()))
    groups = [
        (
            group,
            OffenceType.Group(group).label,
            [(one, counts.get(one.pk, 0)) for one in types],
        )
        for group, types in groupby(
            offences(counts).by_key.values(), key=lambda one: one.group
        )
    ]
    return render(
        request,
        "offences/list.html",
        {
            "groups": groups,
            "totals": catalogue_totals(),
            "canonical": request.build_absolute_uri(reverse("offences")),
        },
    )


@require_safe
@public_page()
def offence(request: HttpRequest, slug: str) -> HttpResponse:
    """An offence type: definition, law, other names, months, cities, latest cases."""
    one = offences().by_slug.get(slug)
    if one is None:
        raise Http404
    filters = narrowed_by(offence=one.slug)
    counted = counts_of(filters)
    places = Places(by_place(counted))
    cities = places.cities()
    bases = legal_bases(one)
    found = totals(filters)
    return render(
        request,
        "offences/offence.html",
        {
            "offence": one,
            "definition": definition(one),
            "legal_bases": bases,
            "has_past_versions": not all(basis.is_in_force for basis in bases),
            "months": month_chart(by_month(counted)),
            "arguments": filters.arguments.query,
            "cities": cities[:MOST_CITIES],
            "number_of_cities": len(cities),
            "in_a_city": places.in_a_city,
            "totals": found,
            "noindex": found.cases == found.samples,
            "latest": latest(filters),
            "list_url": filters.arguments.url,
            "feed_url": filters.arguments.at(reverse("feed")).url,
            "structured": [offence_trail(request.build_absolute_uri, one)],
            "figures_url": reverse("offence-figures", args=[one.slug]),
            "canonical": request.build_absolute_uri(one.get_absolute_url()),
        },
    )


@require_safe
@public_page()
def offence_figures(request: HttpRequest, slug: str) -> HttpResponse:
    """The figures of an offence's page as CSV."""
    one = get_object_or_404(OffenceType, slug=slug)
    cases = exported(narrowed_by(offence=one.slug).narrowed())
    return csv_file(page_figures(cases), one.slug)
