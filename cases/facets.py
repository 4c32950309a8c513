"""Facets: what a list may be narrowed by, with how many cases each option would show.

Options within a facet add up (OR), facets narrow each other (AND): a facet's counts
leave out its own filter. A chosen option stays listed at 0. Each facet costs one
query for its counts and at most one for its names, at any number of cases.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, F, Func, TextField
from django.utils.translation import gettext

from cases import display
from cases.filter_fields import NONE, ONLY
from cases.filters import CaseFilter
from cases.models import Case, CaseOffence, OffenceType, Region

# A tree of places with more options than this gets a box to search in it.
SEARCHABLE_FROM = 12


@dataclass(frozen=True, slots=True)
class Bar:
    """One month of a year's bars: its place and size in the drawing, 0 to 20 high."""

    x: int
    height: int

    @property
    def y(self) -> int:
        """The bar's top, measured from the drawing's top."""
        return 20 - self.height


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a facet.

    ``count`` is the number of cases that the list would show with this value
    alone in the facet; ``url`` chooses the value or takes it back. ``options``
    lie within this one. ``is_open`` says that they are to be seen at once.
    ``names`` are what else a search among the options finds it by.
    """

    value: str
    label: str
    count: int
    url: str
    is_chosen: bool = False
    options: tuple[Option, ...] = ()
    is_open: bool = False
    bars: tuple[Bar, ...] = ()
    names: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Options under one heading that cannot itself be chosen; ``slug`` has a hue."""

    slug: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """One control: ``name`` is its argument; options stand in groups or directly."""

    name: str
    label: str
    options: tuple[Option, ...] = ()
    groups: tuple[Group, ...] = field(default=())
    chosen: int = 0

    def __bool__(self) -> bool:
        """Whether there is anything to choose."""
        return bool(self.options or self.groups)

    @property
    def is_searchable(self) -> bool:
        """Whether it has so many names that they are worth a search."""
        within = sum(1 + len(option.options) for option in self.options)
        return self.name == "city" and within > SEARCHABLE_FROM


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


def _by_count(options: Iterable[Option]) -> tuple[Option, ...]:
    """Most cases first; equals keep their order."""
    return tuple(sorted(options, key=lambda option: -option.count))


class _Tree:
    """The divisions that a city facet shows, with counts that include what lies below.

    Paths go by ``Region.above_id``, as the filter does, so that a division's count
    is what choosing it finds.
    """

    def __init__(self, filters: CaseFilter) -> None:
        rows = (
            filters.narrowed(without="city")
            .values_list("region_id")
            .annotate(Count("pk"))
        )
        self.own: dict[str | None, int] = dict(rows)
        self.urls = filters.arguments.urls("city")
        self.chosen = set(filters.chosen("city").values)
        chosen_codes = {
            choice.subject.code
            for choice in filters.chosen("city").choices
            if choice.subject
        }
        self.regions = Region.objects.with_lines(
            [code for code in self.own if code] + sorted(chosen_codes)
        )
        self.counts: Counter[str] = Counter()
        self.below: dict[str | None, list[Region]] = {}
        for region in self.regions.values():
            self.below.setdefault(region.above_id, []).append(region)
            for code in self.line(region):
                self.counts[code] += self.own.get(region.code, 0)

    def line(self, region: Region) -> list[str]:
        """The codes of the division and all that it lies in, itself first."""
        codes = []
        at: Region | None = region
        while at is not None:
            codes.append(at.code)
            at = self.regions.get(at.above_id) if at.above_id else None
        return codes

    def options(self, above: str | None) -> tuple[Option, ...]:
        """The divisions right below one, provinces for None, most cases first."""
        regions = sorted(
            self.below.get(above, ()), key=lambda one: (one.pinyin, one.code)
        )
        return _by_count(map(self.option, regions))

    def option(self, region: Region) -> Option:
        """A division with those below it that have cases or are chosen."""
        below = self.options(region.code)
        if region.level == Region.Level.PROVINCE and region.city_id is None:
            below += self.alone(region)
        is_chosen = region.slug in self.chosen
        if region.level != Region.Level.PROVINCE and not (
            is_chosen or any(option.is_chosen for option in below)
        ):
            below = ()  # counties are shown once their city is asked for
        slugs = {self.regions[code].slug for code in self.line(region)}
        return Option(
            value=region.slug,
            label=region.label(),
            count=self.counts[region.code],
            url=self.urls.toggled(region.slug, drops=slugs | self.slugs_below(region)),
            is_chosen=is_chosen,
            options=below,
            is_open=is_chosen
            or any(option.is_chosen or option.is_open for option in below),
            names=_other_names(region),
        )

    def alone(self, province: Region) -> tuple[Option, ...]:
        """The option for cases whose text names the province and nothing below."""
        value = province.slug + ONLY
        count = self.own.get(province.code, 0)
        if not count and value not in self.chosen:
            return ()
        return (
            Option(
                value=value,
                label=gettext("Province only"),
                count=count,
                url=self.urls.toggled(value, drops=[province.slug]),
                is_chosen=value in self.chosen,
            ),
        )

    def slugs_below(self, region: Region) -> set[str]:
        """The values that lie in a division, its own "only" among them."""
        slugs = {region.slug + ONLY}
        for one in self.below.get(region.code, ()):
            slugs |= {one.slug} | self.slugs_below(one)
        return slugs


def _plain(name: str) -> str:
    """Letters alone, without accents, as the page's search compares them."""
    apart = unicodedata.normalize("NFD", name.lower())
    return "".join(filter(str.isalnum, apart))


def _other_names(region: Region) -> str:
    """Names of a division that its label and its slug do not contain already.

    Chinese, English and pinyin, so that each of them finds it on either page.
    """
    known = [_plain(region.label()), _plain(region.slug)]
    names = [region.name, *region.aliases, region.name_en, region.pinyin]
    found = []
    for name in names:
        plain = _plain(name)
        if not any(plain in one for one in known):
            known.append(plain)
            found.append(name)
    return "|".join(found)


def city_facet(filters: CaseFilter) -> Facet:
    """Provinces, their cities and directly administered counties, and the unstated."""
    tree = _Tree(filters)
    options = tree.options(None)
    unstated = tree.own.get(None, 0)
    if unstated or NONE in tree.chosen:
        options += (
            Option(
                value=NONE,
                label=gettext("Not stated"),
                count=unstated,
                url=tree.urls.toggled(NONE),
                is_chosen=NONE in tree.chosen,
            ),
        )
    return Facet("city", gettext("Place"), options, chosen=len(tree.chosen))


def _bars(counts: Sequence[int]) -> tuple[Bar, ...]:
    """Twelve bars, the tallest 20 high; a month with cases is never invisible."""
    most = max(counts) or 1
    return tuple(
        Bar(x=8 * at, height=max(-(-20 * count // most), 2 if count else 0))
        for at, count in enumerate(counts)
    )


def month_facet(filters: CaseFilter) -> Facet:
    """Years with their months, latest first, and the cases whose month is not stated.

    The bars of a year are its months from January to December, each year on its
    own scale.
    """
    rows = filters.narrowed(without="month").values_list("month").annotate(Count("pk"))
    counts: dict[date | None, int] = dict(rows)
    urls = filters.arguments.urls("month")
    chosen = set(filters.chosen("month").values)
    months = {month for month in counts if month}
    for choice in filters.chosen("month").choices:
        if choice.subject and choice.value != str(choice.subject.first.year):
            months.add(choice.subject.first)
    years = {month.year for month in months} | {
        int(value) for value in chosen if value.isdigit()
    }
    options = []
    for year in sorted(years, reverse=True):
        value = f"{year:04d}"
        each = [counts.get(date(year, month, 1), 0) for month in range(1, 13)]
        within = tuple(
            Option(
                value=f"{month:%Y-%m}",
                label=display.month(month),
                count=counts.get(month, 0),
                url=urls.toggled(f"{month:%Y-%m}", drops=[value]),
                is_chosen=f"{month:%Y-%m}" in chosen,
            )
            for month in sorted(months, reverse=True)
            if month.year == year
        )
        options.append(
            Option(
                value=value,
                label=display.year(year),
                count=sum(each),
                url=urls.toggled(value, drops=[option.value for option in within]),
                is_chosen=value in chosen,
                options=within,
                is_open=value in chosen or any(option.is_chosen for option in within),
                bars=_bars(each),
            )
        )
    unstated = counts.get(None, 0)
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
    return Facet("month", gettext("Month"), tuple(options), chosen=len(chosen))


def offence_facet(filters: CaseFilter) -> Facet:
    """Offence types under their groups; a case counts for each of its types."""
    rows = (
        CaseOffence.objects.filter(case__in=filters.narrowed(without="offence"))
        .order_by()
        .values_list("offence_type_id")
        .annotate(Count("pk"))
    )
    counts = dict(rows)
    urls = filters.arguments.urls("offence")
    chosen = set(filters.chosen("offence").values)
    grouped: dict[str, list[Option]] = {}
    for one in OffenceType.objects.defer("search_names"):
        if one.pk in counts or one.slug in chosen:
            option = Option(
                value=one.slug,
                label=one.label(),
                count=counts.get(one.pk, 0),
                url=urls.toggled(one.slug),
                is_chosen=one.slug in chosen,
            )
            grouped.setdefault(one.group, []).append(option)
    groups = tuple(
        Group(slug, str(OffenceType.Group(slug).label), _by_count(options))
        for slug, options in grouped.items()
    )
    return Facet("offence", gettext("Offence"), groups=groups, chosen=len(chosen))


def outcome_facet(filters: CaseFilter) -> Facet:
    """Outcomes as the texts state them; a case counts for each of its outcomes."""
    # An empty array would give no row; it gives one without a value.
    each = Func(
        F("outcomes"),
        template="unnest(coalesce(nullif(%(expressions)s, '{}'), ARRAY[NULL]))",
        output_field=TextField(),
    )
    rows = (
        filters.narrowed(without="outcome")
        .annotate(one=each)
        .values_list("one")
        .annotate(Count("pk"))
    )
    counts = dict(rows)
    unstated = counts.pop(None, 0)
    urls = filters.arguments.urls("outcome")
    chosen = set(filters.chosen("outcome").values)
    options = _by_count(
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
    return Facet("outcome", gettext("Outcome"), options, chosen=len(chosen))


def campaign_facet(filters: CaseFilter) -> Facet:
    """Named special operations that the bulletins belong to."""
    rows = (
        filters.narrowed(without="campaign")
        .exclude(bulletin__campaign="")
        .values_list("bulletin__campaign")
        .annotate(Count("pk"))
    )
    counts = dict(rows)
    urls = filters.arguments.urls("campaign")
    chosen = set(filters.chosen("campaign").values)
    options = _by_count(
        Option(
            value=name,
            label=name,
            count=counts.get(name, 0),
            url=urls.toggled(name),
            is_chosen=name in chosen,
        )
        for name in sorted(counts.keys() | chosen)
    )
    return Facet("campaign", gettext("Campaign"), options, chosen=len(chosen))
