"""Places: the provinces as a grid and cities by rank, and a page for each division."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from cases.charts.counted import by_month, by_offence, by_place
from cases.charts.figures import page_figures
from cases.charts.months import month_chart
from cases.charts.places import Places, tiles
from cases.charts.ranks import offence_ranks
from cases.counting import catalogue_totals, counts_of, totals
from cases.exports import exported
from cases.filter_fields import NONE, ONLY
from cases.metadata import region_trail
from cases.models import Case, Region
from cases.models.vocabularies import gazetteer
from cases.public_pages import public_page
from cases.views.figures import csv_file, latest, narrowed_by

MOST_CITIES = 30
MOST_OFFENCES = 15
MOST_FOUND = 50
LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place that a search by name found, with its cases; ``within`` places it."""

    region: Region
    within: tuple[Region, ...]
    count: int


def found_places(words: str, places: Places) -> list[FoundPlace]:
    """The places of a name, most cases first, then by size; one query."""
    order = list(Region.Level.values)
    named = Region.objects.named(words).select_related("parent", "province")
    found = [
        FoundPlace(
            region=one,
            within=tuple(
                dict.fromkeys(
                    above
                    for above in (one.province, one.parent)
                    if above and above != one
                )
            ),
            count=places.counts[one.code],
        )
        for one in named
    ]
    found.sort(key=lambda place: (-place.count, order.index(place.region.level)))
    return found


@require_safe
@public_page("find")
def region_list(request: HttpRequest) -> HttpResponse:
    """The provinces laid out like the map and as a table, and the first cities.

    ``find`` asks for places by name: what the list of cases has as a box with script.
    """
    wanted = request.GET.get("find", "").strip()[:LONGEST_NAME]
    places = Places(by_place(counts_of(narrowed_by())))
    cities = places.cities()
    found = found_places(wanted, places) if wanted else []
    return render(
        request,
        "regions/list.html",
        {
            "find": wanted,
            "found": found[:MOST_FOUND],
            "number_found": len(found),
            "noindex": bool(wanted),
            "tiles": tiles(places),
            "provinces": places.below(None),
            "cities": cities[:MOST_CITIES],
            "number_of_cities": len(cities),
            "in_a_city": places.in_a_city,
            "unstated": places.unstated,
            "unstated_url": f"{reverse('cases')}?city={NONE}",
            "totals": catalogue_totals(),
            "figures_url": reverse("regions-figures"),
            "canonical": request.build_absolute_uri(reverse("regions")),
        },
    )


@require_safe
@public_page()
def region_list_figures(request: HttpRequest) -> HttpResponse:
    """All divisions, months and offences with their cases as CSV."""
    cases = exported(Case.objects.published())
    return csv_file(page_figures(cases), "places")


@require_safe
@public_page()
def region(request: HttpRequest, slug: str) -> HttpResponse:
    """A division: its cases by month and offence, what lies in and beside it.

    A six-digit code leads to the page of its slug.
    """
    one = gazetteer().by_name.get(slug)
    if one is None:
        raise Http404
    if slug != one.slug:
        return redirect(one, permanent=True)
    filters = narrowed_by(city=one.slug)
    counted = counts_of(filters)
    around = Places(by_place(counts_of(filters, without="city")))
    below = around.below(one.code)
    offences = offence_ranks(by_offence(counted))
    found = totals(filters)
    return render(
        request,
        "regions/region.html",
        {
            "region": one,
            "months": month_chart(by_month(counted)),
            "arguments": filters.arguments.query,
            "offences": offences[:MOST_OFFENCES],
            "number_of_offences": len(offences),
            "below": below,
            "below_today": sum(
                around.regions[rank.key].valid_to is None for rank in below
            ),
            "divisions": sum(
                division.parent_id == one.code and division.valid_to is None
                for division in gazetteer().below.get(one.code, ())
            ),
            "itself": around.own.get(one.code, 0),
            "itself_url": one.above_id is None
            and f"{reverse('cases')}?city={one.slug}{ONLY}",
            "beside": [
                rank for rank in around.below(one.above_id) if rank.key != one.code
            ],
            "totals": found,
            "noindex": found.cases == found.samples,
            "latest": latest(filters),
            "list_url": filters.arguments.url,
            "feed_url": filters.arguments.at(reverse("feed")).url,
            "structured": [region_trail(request.build_absolute_uri, one)],
            "figures_url": reverse("region-figures", args=[one.slug]),
            "canonical": request.build_absolute_uri(one.get_absolute_url()),
        },
    )


@require_safe
@public_page()
def region_figures(request: HttpRequest, slug: str) -> HttpResponse:
    """The figures of a division's page as CSV."""
    one = get_object_or_404(Region, slug=slug)
    cases = exported(narrowed_by(city=one.slug).narrowed())
    return csv_file(page_figures(cases), one.slug)
