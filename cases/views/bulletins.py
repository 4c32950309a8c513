"""Bulletins: the public ones, and what each has to show."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Count, F, Prefetch, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from cases.metadata import bulletin_trail
from cases.models import Bulletin, Copy
from cases.public_pages import public_page
from cases.views.lists import page_links

BULLETINS_ON_A_PAGE = 30


@require_safe
@public_page("page")
def bulletin_list(request: HttpRequest) -> HttpResponse:
    """The public bulletins, latest first, with how many of their cases are here."""
    bulletins = (
        Bulletin.objects.public()
        .annotate(cases_here=Count("cases", filter=Q(cases__status="published")))
        .order_by(F("published").desc(nulls_last=True), "-pk")
        .defer("cautions", "reading_error")
    )
    page = Paginator(bulletins, BULLETINS_ON_A_PAGE).get_page(request.GET.get("page"))
    address = reverse("bulletins")

    def url_of(number: int) -> str:
        return f"{address}?page={number}" if number > 1 else address

    return render(
        request,
        "bulletins/list.html",
        {
            "page": page,
            "page_links": page_links(page, url_of),
            "previous_url": page.has_previous() and url_of(page.previous_page_number()),
            "next_url": page.has_next() and url_of(page.next_page_number()),
            "canonical": request.build_absolute_uri(address),
            "noindex": bool(request.GET),
        },
    )


@require_safe
@public_page()
def bulletin(request: HttpRequest, pk: int) -> HttpResponse:
    """A bulletin's head and the passages of its published cases, nothing else."""
    one = get_object_or_404(
        Bulletin.objects.public().prefetch_related(
            Prefetch("copies", Copy.objects.defer("content", "text"))
        ),
        pk=pk,
    )
    cases = list(one.cases.published().for_cards().order_by("number"))
    return render(
        request,
        "bulletins/bulletin.html",
        {
            "bulletin": one,
            "cases": cases,
            "structured": [bulletin_trail(request.build_absolute_uri, one)],
            "canonical": request.build_absolute_uri(one.get_absolute_url()),
            "noindex": one.is_sample or any(case.noindex for case in cases),
        },
    )
