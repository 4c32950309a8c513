"""The list of cases, its export, and the pieces that other lists share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.core.paginator import Page, Paginator
from django.db import OperationalError
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.views.decorators.http import require_safe
from psycopg.errors import QueryCanceled

from cases.counted_rows import PageAsked
from cases.counting import catalogue_totals, count_without, totals
from cases.exports import csv_lines
from cases.facet_options import Facet
from cases.facets import month_facet
from cases.filters import SORTS, CaseFilter
from cases.list_pages import (
    LONGEST_LOOK,
    all_in_order,
    listed_keys,
    newest_keys,
)
from cases.metadata import site_metadata
from cases.models import Case
from cases.models.addresses import path_of
from cases.models.cards import cards
from cases.models.snapshots import snapshot
from cases.place_facet import city_facet
from cases.public_pages import LIST, absolute, public_page, spelled
from cases.rendering.case_lists import ShownList, Sort, list_page
from cases.rendering.facets import facet as rendered
from cases.rendering.narrowing import ShownFacets, shown_facets
from cases.rendering.pagination import PageLink

CARDS_ON_A_PAGE = 20
# No statement of a list may take longer: then the page says less.
LONGEST_SECONDS = 1.5


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


def page_number(asked: str | None) -> int:
    """The number of the page asked for: 1 for what is no number or before it."""
    try:
        return max(int(asked or 1), 1)
    except ValueError:
        return 1


def page_at(pages: Paginator[Any], asked: str | None) -> Page[Any]:
    """The page asked for, and the last one for what lies beyond."""
    return pages.get_page(page_number(asked))


def case_filter(request: HttpRequest) -> CaseFilter:
    """The public list that the request's query string asks for."""
    return CaseFilter(request.GET, Case.objects.published(), path=path_of("cases"))


@require_safe
def case_list(request: HttpRequest) -> HttpResponseBase:
    """Search, facets and cards, which agree while others publish.

    What takes the database too long is answered in brief.
    """
    try:
        return _case_list(request)
    except OperationalError as error:
        if not isinstance(error.__cause__, QueryCanceled):
            raise
    return _case_list_in_brief(request)


@public_page(*LIST, time_out=LONGEST_SECONDS)
def _case_list(request: HttpRequest) -> HttpResponse:
    filters = case_filter(request)
    asked = request.GET.get("page")
    wanted = PageAsked(filters.order, page_number(asked), CARDS_ON_A_PAGE)
    found = totals(filters, page=wanted)
    keys: Any = listed_keys(filters)
    pages: Paginator[int] = Paginator(keys, CARDS_ON_A_PAGE)
    pages.count = found.cases  # counted already
    page = page_at(pages, asked)
    shown = shown_facets(filters)
    is_exact = shown.is_counted and not found.is_capped
    ways_out = (
        []
        if found.cases
        else filters.way_out(lambda name: count_without(filters, name))
    )
    arguments = filters.arguments
    count = "&count=exact" if filters.is_exact and "q" in filters.active else ""

    def url_of(number: int) -> str:
        return arguments.page_url(number) + count

    return _answer(
        request,
        filters,
        facets=shown,
        totals=found,
        exact_url="" if is_exact else f"{arguments.url}&count=exact",
        cards=cards(page.object_list, is_whole=bool(filters.words)),
        page_links=page_links(page, url_of),
        previous_url=url_of(page.number - 1) if page.has_previous() else "",
        next_url=url_of(page.number + 1) if page.has_next() else "",
        ways_out=ways_out,
        everything=catalogue_totals().cases
        if filters.active and not (found.cases or ways_out)
        else 0,
    )


@public_page(*LIST, time_out=LONGEST_SECONDS)
def _case_list_in_brief(request: HttpRequest) -> HttpResponse:
    """The first cases among the newest, and that no more was counted."""
    filters = case_filter(request)
    keys = newest_keys(filters, CARDS_ON_A_PAGE)
    response = _answer(
        request,
        filters,
        facets=ShownFacets(),
        looked_at=LONGEST_LOOK,
        cards=cards(keys, is_whole=bool(filters.words)),
    )
    response.headers["Cache-Control"] = "no-store"
    return response


def _answer(request: HttpRequest, filters: CaseFilter, **known: Any) -> HttpResponse:
    """The page of a list, with what is known of it and what it always says."""
    arguments = filters.arguments
    plain = arguments.replaced("sort", ())
    sorts = arguments.urls("sort")
    address = absolute(request)
    shown = ShownList(
        filters=filters,
        here=request.get_full_path(),
        canonical=address(plain.url),
        noindex=bool(request.GET),
        structured=[site_metadata(address)],
        sorts=[
            Sort(
                str(label),
                sorts.with_values([value] if value else []),
                is_chosen=value == filters.order,
            )
            for value, label in SORTS.items()
            if value != "relevance" or filters.words
        ],
        export_url=arguments.at(path_of("export")).url,
        feed_url=plain.at(path_of("feed")).url,
        **known,
    )
    return HttpResponse(list_page(shown))


@require_safe
@public_page(*LIST)
def places(request: HttpRequest) -> HttpResponse:
    """The facet of places of the same query string's list, all of it, and no more.

    The list leaves most of a large tree out; its script asks here for the rest.
    """
    return _whole(city_facet(case_filter(request), is_whole=True))


@require_safe
@public_page(*LIST)
def months(request: HttpRequest) -> HttpResponse:
    """The same for the facet of months."""
    return _whole(month_facet(case_filter(request), is_whole=True))


def _whole(facet: Facet) -> HttpResponse:
    headers = {"X-Robots-Tag": "noindex"}
    return HttpResponse(rendered(facet, is_open=True), headers=headers)


@require_safe
@spelled(*LIST)
def export(request: HttpRequest) -> StreamingHttpResponse:
    """The list of the same query string as CSV, all of it, samples left out."""

    def lines() -> Iterator[str]:
        # It goes on being read while it is sent.
        with snapshot():
            cases = all_in_order(case_filter(request))
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
