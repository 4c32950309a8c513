"""The list of cases, its export, and the pieces that other lists share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from cases.exports import csv_lines
from cases.facets import facets
from cases.filters import SORTS, CaseFilter
from cases.metadata import site_metadata
from cases.models import Case
from cases.models.cards import cards
from cases.models.case_queries import CaseQuerySet
from cases.models.snapshots import snapshot
from cases.place_facet import city_facet
from cases.public_pages import LIST, public_page, spelled
from cases.range_facets import range_facets
from cases.rendering.facets import facet as rendered

CARDS_ON_A_PAGE = 20


@dataclass(frozen=True, slots=True)
class Totals:
    """How much a list holds: cases, the bulletins they come from, samples."""

    cases: int
    bulletins: int
    samples: int


def totals(cases: CaseQuerySet) -> Totals:
    """The totals of a list, one query."""
    return Totals(
        **cases.aggregate(
            cases=Count("pk"),
            bulletins=Count("bulletin", distinct=True),
            samples=Count("pk", filter=Q(bulletin__is_sample=True)),
        )
    )


@dataclass(frozen=True, slots=True)
class PageLink:
    """One entry of the row of pages: a gap has no address."""

    text: str
    url: str
    is_current: bool


def page_links(page: Page[Any], url_of: Callable[[int], str]) -> list[PageLink]:
    """The row of pages around this one, with the first and the last."""
    return [
        PageLink(
            text=str(number),
            url=url_of(number) if isinstance(number, int) else "",
            is_current=number == page.number,
        )
        for number in page.paginator.get_elided_page_range(
            page.number, on_each_side=1, on_ends=1
        )
    ]


def case_filter(request: HttpRequest) -> CaseFilter:
    """The public list that the request's query string asks for."""
    return CaseFilter(request.GET, Case.objects.published(), path=reverse("cases"))


@require_safe
@public_page(*LIST)
def case_list(request: HttpRequest) -> HttpResponse:
    """Search, facets and cards, which agree while others publish."""
    filters = case_filter(request)
    found = totals(filters.narrowed())
    keys = filters.ordered().values_list("pk", flat=True)
    pages = Paginator(keys, CARDS_ON_A_PAGE)
    pages.count = found.cases  # counted already
    page = pages.get_page(request.GET.get("page"))
    shown, ranges = facets(filters), range_facets(filters)
    ways_out = [] if found.cases else filters.way_out()
    arguments = filters.arguments
    plain = arguments.replaced("sort", ())
    sorts = arguments.urls("sort")
    return render(
        request,
        "cases/list.html",
        {
            "filters": filters,
            "facets": shown,
            "range_facets": ranges,
            "chosen": sum(facet.chosen for facet in shown)
            + sum(facet.chosen for facet in ranges),
            "totals": found,
            "page": page,
            "cases": cards(page.object_list, is_whole=bool(filters.words)),
            "page_links": page_links(page, arguments.page_url),
            "previous_url": page.has_previous()
            and arguments.page_url(page.previous_page_number()),
            "next_url": page.has_next() and arguments.page_url(page.next_page_number()),
            "sorts": [
                (label, sorts.with_values([value] if value else []), value)
                for value, label in SORTS.items()
                if value != "relevance" or filters.words
            ],
            "ways_out": ways_out,
            "everything": filters.queryset.count()
            if filters.active and not (found.cases or ways_out)
            else 0,
            "kept": arguments.kept(apart=["q"]),
            "query": filters.form.cleaned_data["q"].typed,
            "export_url": arguments.at(reverse("export")).url,
            "feed_url": plain.at(reverse("feed")).url,
            "structured": [site_metadata(request.build_absolute_uri)],
            "canonical": request.build_absolute_uri(plain.url),
            "noindex": bool(request.GET),
        },
    )


@require_safe
@public_page(*LIST)
def places(request: HttpRequest) -> HttpResponse:
    """The facet of places of the same query string's list, all of it, and no more.

    The list leaves most of a large tree out; its script asks here for the rest.
    """
    facet = city_facet(case_filter(request), is_whole=True)
    response = HttpResponse(rendered(facet, is_open=True))
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
@spelled(*LIST)
def export(request: HttpRequest) -> StreamingHttpResponse:
    """The list of the same query string as CSV, all of it, samples left out."""

    def lines() -> Iterator[str]:
        # It goes on being read while it is sent.
        with snapshot():
            cases = case_filter(request).ordered()
            yield from csv_lines(cases, request.build_absolute_uri)

    return StreamingHttpResponse(
        lines(),
        content_type="text/csv; charset=utf-8",
        headers={
            "Cache-Control": "no-store",
            "Content-Disposition": 'attachment; filename="casebook-cases.csv"',
            "X-Robots-Tag": "noindex",
        },
    )
