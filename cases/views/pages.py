"""Pages about the catalogue itself."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from cases.accuracy import accuracy
from cases.corrections import correction_events, corrections
from cases.counting import catalogue_totals
from cases.coverage import coverage
from cases.exports import COLUMNS, exported
from cases.metadata import dataset_metadata, trail
from cases.models import Case
from cases.public_pages import public_page
from cases.views.figures import narrowed_by
from cases.views.lists import page_at, page_links

LATEST_CORRECTIONS = 8
EVENTS_ON_A_PAGE = 100


@require_safe
@public_page()
def about(request: HttpRequest) -> HttpResponse:
    """What a bulletin is and is not, how it is read and how well, what the catalogue
    covers, and what to do about errors."""
    return render(
        request,
        "about.html",
        {
            "totals": catalogue_totals(),
            "accuracy": accuracy(),
            "coverage": coverage(narrowed_by()),
            "corrections": corrections(correction_events()[:LATEST_CORRECTIONS]),
            "canonical": request.build_absolute_uri(reverse("about")),
        },
    )


@require_safe
@public_page("page")
def correction_log(request: HttpRequest) -> HttpResponse:
    """Everything that was put right in published cases, the latest first."""
    pages = Paginator(correction_events(), EVENTS_ON_A_PAGE)
    page = page_at(pages, request.GET.get("page"))
    address = reverse("corrections")

    def url_of(number: int) -> str:
        return f"{address}?page={number}" if number > 1 else address

    return render(
        request,
        "corrections.html",
        {
            "corrections": corrections(page.object_list),
            "page": page,
            "page_links": page_links(page, url_of),
            "previous_url": page.has_previous() and url_of(page.previous_page_number()),
            "next_url": page.has_next() and url_of(page.next_page_number()),
            "canonical": request.build_absolute_uri(address),
            "noindex": True,
        },
    )


@require_safe
@public_page()
def data(request: HttpRequest) -> HttpResponse:
    """The export's columns, each with its meaning."""
    address = request.build_absolute_uri
    cases = Case.objects.published()
    columns = [(column.name, str(column.meaning)) for column in COLUMNS]
    described = dataset_metadata(address, exported(cases), columns)
    way = trail(address, (gettext("Data"), reverse("data")))
    return render(
        request,
        "data.html",
        {
            "columns": COLUMNS,
            "totals": catalogue_totals(),
            "structured": [described, way] if described else [way],
            "canonical": address(reverse("data")),
        },
    )
