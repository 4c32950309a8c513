"""Trends: groups of offences over the months and over the cities."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from cases.charts.counted import by_month, by_place
from cases.charts.figures import cities_by_group, months_by_group
from cases.charts.months import group_charts
from cases.charts.places import Places, heat_table
from cases.counting import catalogue_totals, counts_of
from cases.exports import exported
from cases.models import Case
from cases.public_pages import public_page
from cases.views.figures import csv_file, narrowed_by


@require_safe
@public_page()
def trends(request: HttpRequest) -> HttpResponse:
    """Months by group of offences, and cities by group of offences."""
    cases = Case.objects.published()
    counts = counts_of(narrowed_by())
    return render(
        request,
        "trends.html",
        {
            "by_month": group_charts(cases, by_month(counts)),
            "by_city": heat_table(cases, Places(by_place(counts))),
            "totals": catalogue_totals(),
            "canonical": request.build_absolute_uri(reverse("trends")),
        },
    )


@require_safe
@public_page()
def trends_months(request: HttpRequest) -> HttpResponse:
    """Cases by month and group of offences as CSV."""
    cases = exported(Case.objects.published())
    return csv_file(months_by_group(cases), "months-by-offence")


@require_safe
@public_page()
def trends_cities(request: HttpRequest) -> HttpResponse:
    """Cases by city and group of offences as CSV."""
    cases = exported(Case.objects.published())
    return csv_file(cities_by_group(cases), "cities-by-offence")
