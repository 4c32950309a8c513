"""Facets: what a list may be narrowed by, with how many cases each option would show.

Options within a facet add up (OR), facets narrow each other (AND): a facet's counts
leave out its own filter. A chosen option stays listed at 0. ``cases.counting`` says
where the numbers come from, and when a facet has none.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from django.urls import reverse
from django.utils.translation import get_language, gettext

from cases import display
from cases.counting import Counts, counts_of
from cases.facet_options import (
    Bar,
    Facet,
    Group,
    Option,
    by_count,
    fits,
    uncounted_facet,
)
from cases.filter_fields import NONE
from cases.filters import CaseFilter
from cases.models import Case, OffenceType
from cases.models.marks import OUTCOME_BITS, Kind
from cases.models.vocabularies import offences
from cases.place_facet import city_facet

# Months are listed at once when they take no more bytes of the page than this: those
# of ten years without other filters. One takes about so many beside the address.
LISTED_BYTES = 12_000
OPTION_BYTES = 95


def facets(filters: CaseFilter) -> list[Facet]:
    """All facets of a list that have something to choose, in their fixed order."""
    made = [
        city_facet(filters),
        month_facet(filters),
        offence_facet(filters),
        outcome_facet(filters),
        campaign_facet(filters),
    ]
    return [facet for facet in made if facet]


def _as_counted(facet: Facet, counted: Counts) -> Facet:
    """Without numbers when they are those of the whole catalogue."""
    return uncounted_facet(facet) if counted.is_capped else facet


# Every bar that there may be, by month and height.
BARS = [[Bar(x=8 * at, height=height) for height in range(21)] for at in range(12)]


def _bars(counts: Sequence[int]) -> tuple[Bar, ...]:
    """Twelve bars, the tallest 20 high; a month with cases is never invisible."""
    most = max(counts) or 1
    return tuple(
        bars[max(-(-20 * count // most), 2 if count else 0)]
        for bars, count in zip(BARS, counts, strict=True)
    )


@lru_cache(maxsize=4_096)
def _month_label(month: str, language: str | None) -> str:
    """A month, YYYY-MM, as the page writes it in its language, the active one."""
    return display.month(date.fromisoformat(f"{month}-01"))


def month_facet(filters: CaseFilter, *, is_whole: bool = False) -> Facet:
    """Years with their months, latest first, and the cases whose month is not stated.

    The bars of a year are its months from January to December, each year on its
    own scale. Where each address is long the months of years without a choice are left
    out, as cities are, unless the whole facet is asked for.
    """
    counted = counts_of(filters, without="month")
    counts = counted.by[Kind.MONTH]  # by YYYY-MM, "" for those that state none
    urls = filters.arguments.urls("month")
    chosen = set(filters.chosen("month").values)
    months = {one for one in counts if one} | {one for one in chosen if "-" in one}
    by_year: dict[str, list[str]] = {one: [] for one in chosen if one.isdigit()}
    for month in sorted(months, reverse=True):
        by_year.setdefault(month[:4], []).append(month)
    address = filters.arguments.url
    is_cut = not is_whole and not fits(len(months), OPTION_BYTES, address, LISTED_BYTES)
    language = get_language()
    options = []
    for year, own in sorted(by_year.items(), reverse=True):
        is_open = year in chosen or not chosen.isdisjoint(own)
        within = () if is_cut and not is_open else own
        each = [0] * 12
        for month in own:
            each[int(month[5:]) - 1] = counts.get(month, 0)
        options.append(
            Option(
                value=year,
                label=display.year(int(year)),
                count=sum(each),
                url=urls.toggled(year, drops=own),
                is_chosen=year in chosen,
                options=tuple(
                    Option(
                        value=month,
                        label=_month_label(month, language),
                        count=counts.get(month, 0),
                        url=urls.toggled(month, drops=[year]),
                        is_chosen=month in chosen,
                    )
                    for month in within
                ),
                is_open=is_open,
                is_cut=is_cut and not is_open,
                bars=_bars(each),
            )
        )
    unstated = counts.get("", 0)
    if unstated or NONE in chosen:
        options.append(
            Option(
                value=NONE,
                label=gettext("Not stated"),
                count=unstated,
                url=urls.toggled(NONE),
                is_chosen=NONE in chosen,
            )
        )
    facet = Facet(
        "month",
        gettext("Month"),
        tuple(options),
        chosen=len(chosen),
        whole_url=filters.arguments.at(reverse("months")).url if is_cut else "",
    )
    return _as_counted(facet, counted)


def offence_facet(filters: CaseFilter) -> Facet:
    """Offence types under their groups; a case counts for each of its types."""
    counted = counts_of(filters, without="offence")
    counts = {int(key): number for key, number in counted.by[Kind.OFFENCE].items()}
    urls = filters.arguments.urls("offence")
    chosen = set(filters.chosen("offence").values)
    language = get_language()
    grouped: dict[str, list[Option]] = {}
    for one in offences(counts).by_key.values():
        if one.pk in counts or one.slug in chosen:
            option = Option(
                value=one.slug,
                label=one.label_in(language),
                count=counts.get(one.pk, 0),
                url=urls.toggled(one.slug),
                is_chosen=one.slug in chosen,
            )
            grouped.setdefault(one.group, []).append(option)
    groups = tuple(
        Group(slug, str(OffenceType.Group(slug).label), by_count(options))
        for slug, options in grouped.items()
    )
    facet = Facet("offence", gettext("Offence"), groups=groups, chosen=len(chosen))
    return _as_counted(facet, counted)


def outcome_facet(filters: CaseFilter) -> Facet:
    """Outcomes as the texts state them; a case counts for each of its outcomes."""
    counted = counts_of(filters, without="outcome")
    by_bit = counted.by[Kind.OUTCOME]
    counts = {
        value: by_bit[str(bit)]
        for value, bit in OUTCOME_BITS.items()
        if str(bit) in by_bit
    }
    unstated = by_bit.get("", 0)
    urls = filters.arguments.urls("outcome")
    chosen = set(filters.chosen("outcome").values)
    options = by_count(
        Option(
            value=value,
            label=display.outcome(value),
            count=counts.get(value, 0),
            url=urls.toggled(value),
            is_chosen=value in chosen,
        )
        for value in Case.Outcome.values
        if value in counts or value in chosen
    )
    if NONE in chosen or (unstated and options):
        options += (
            Option(
                value=NONE,
                label=gettext("Not stated"),
                count=unstated,
                url=urls.toggled(NONE),
                is_chosen=NONE in chosen,
            ),
        )
    facet = Facet("outcome", gettext("Outcome"), options, chosen=len(chosen))
    return _as_counted(facet, counted)


def campaign_facet(filters: CaseFilter) -> Facet:
    """Named special operations that the bulletins belong to."""
    counted = counts_of(filters, without="campaign")
    counts = counted.by[Kind.CAMPAIGN]
    urls = filters.arguments.urls("campaign")
    chosen = set(filters.chosen("campaign").values)
    options = by_count(
        Option(
            value=name,
            label=name,
            count=counts.get(name, 0),
            url=urls.toggled(name),
            is_chosen=name in chosen,
        )
        for name in sorted(counts.keys() | chosen)
    )
    facet = Facet("campaign", gettext("Campaign"), options, chosen=len(chosen))
    return _as_counted(facet, counted)
