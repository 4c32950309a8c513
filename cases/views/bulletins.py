"""Bulletins: the public ones, and what each has to show."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Count, F, OuterRef, Prefetch, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from cases.counting import catalogue_totals
from cases.metadata import bulletin_trail
from cases.models import Bulletin, Case, Copy
from cases.models.cards import cards
from cases.public_pages import public_page
from cases.views.lists import page_at, page_links

BULLETINS_ON_A_PAGE = 30
CASES_ON_A_PAGE = 20


@require_safe
@public_page("page")
def bulletin_list(request: HttpRequest) -> HttpResponse:
    """The public bulletins, latest first, with how many of their cases are here."""
    here = (
        Case.objects.published()
        .filter(bulletin=OuterRef("pk"))
        .order_by()
        .values("bulletin")
        .values(number=Count("pk"))
    )
    bulletins = (
        Bulletin.objects.public()
        .annotate(cases_here=Subquery(here))
        .order_by(F("published").desc(nulls_last=True), "-pk")
        .only("title", "issuer", "published", "is_sample")
    )
    pages = Paginator(bulletins, BULLETINS_ON_A_PAGE)
    pages.count = catalogue_totals().bulletins or 0  # counted already
    page = page_at(pages, request.GET.get("page"))
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
@public_page("page")
def bulletin(request: HttpRequest, pk: int) -> HttpResponse:
    """A bulletin's head and the passages of its published cases, nothing else.

    A bulletin may have hundreds, so they stand on pages. Only the first is indexed:
    each case has a page of its own.
    """
    one = get_object_or_404(
        Bulletin.objects.public().prefetch_related(
            Prefetch("copies", Copy.objects.defer("content", "text"))
        ),
        pk=pk,
    )
    told = list(one.cases.published().order_by("number").values_list("pk", "noindex"))
    keys = [key for key, _noindex in told]
    page = page_at(Paginator(keys, CASES_ON_A_PAGE), request.GET.get("page"))
    address = one.get_absolute_url()

    def url_of(number: int) -> str:
        return f"{address}?page={number}" if number > 1 else address

    return render(
        request,
        "bulletins/bulletin.html",
        {
            "bulletin": one,
            "cases": cards(page.object_list, is_whole=True),
            "number": len(keys),
            "page": page,
            "page_links": page_links(page, url_of),
            "previous_url": page.has_previous() and url_of(page.previous_page_number()),
            "next_url": page.has_next() and url_of(page.next_page_number()),
            "structured": [bulletin_trail(request.build_absolute_uri, one)],
            "canonical": request.build_absolute_uri(address),
            "noindex": one.is_sample
            or page.number > 1
            or any(noindex for _key, noindex in told),
        },
    )
