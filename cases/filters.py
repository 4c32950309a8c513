"""The list's one filter set: page, counts and export all narrow through it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import django_filters
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from cases import display
from cases.arguments import Arguments
from cases.filter_conditions import (
    AmountFilter,
    CampaignFilter,
    MonthFilter,
    OffenceFilter,
    OutcomeFilter,
    PeopleFilter,
    QueryFilter,
    RangeFilter,
    RegionFilter,
    SortFilter,
    ValuesFilter,
)
from cases.filter_fields import Chosen
from cases.models import Case
from cases.models.case_queries import CaseQuerySet
from cases.models.search_terms import Term, read_terms
from cases.models.vocabularies import gazetteer
from cases.range_fields import FROM, TO, Range
from cases.search import LONGEST_QUERY, MOST_WORDS
from cases.tallies import number_of_cases

# Far beyond any case, and within what the columns hold.
LARGEST_SUM = 10**13
MOST_PEOPLE = 10**9

# The argument "count" that asks for every number.
EXACT = "exact"

SORTS = {
    "": _("Month of the case"),
    "published": _("Date of the bulletin"),
    "added": _("Latest added"),
    "relevance": _("Relevance"),
}


@dataclass(frozen=True, slots=True)
class Chip:
    """One chosen value with the address of the list without it."""

    facet: str
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Answers:
    """What was asked for, by filter, as each filter's field reads it."""

    cleaned_data: Mapping[str, Any]


class CaseFilter(django_filters.FilterSet):
    """Reads a query string into a list of cases: OR in an argument, AND across.

    ``data`` is a QueryDict (or a dict of strings or lists). Nothing in it is an
    error: what is unknown is left out and named in ``notices``. ``path`` is the
    page that the filter's addresses lead to.
    """

    q = QueryFilter(label=_("Search"))
    city = RegionFilter(label=_("Place"))
    month = MonthFilter(field_name="month", label=_("Month"), allows_none=True)
    published = MonthFilter(
        field_name="bulletin_published", label=_("Bulletin published")
    )
    offence = OffenceFilter(label=_("Offence"))
    outcome = OutcomeFilter(label=_("Outcome"))
    campaign = CampaignFilter(label=_("Campaign"))
    amount = AmountFilter(label=_("Sum of money"), most=LARGEST_SUM)
    people = PeopleFilter(label=_("People"), most=MOST_PEOPLE)
    sort = SortFilter(label=_("Order"), known=tuple(SORTS))

    form: Any = None  # instead of the base's, which makes one

    class Meta:
        model = Case
        fields: list[str] = []

    def __init__(self, data: Mapping[str, Any], queryset: CaseQuerySet, *, path: str):
        # What django-filter does, without copying every field into a form of its own:
        # that cost a list more than its cards, and our fields keep nothing.
        self.data = data
        self.queryset = queryset
        self.filters = {name: self._own(one) for name, one in self.base_filters.items()}
        self.form = Answers(
            {
                name: one.field.clean(
                    one.field.widget.value_from_datadict(data, {}, name)
                )
                for name, one in self.base_filters.items()
            }
        )
        self.path = path
        # What cases.counting has counted for this list, by the filters in force.
        self.counted: dict[frozenset[str], Any] = {}
        # In what share of the newest cases the words stand, once it was looked at.
        self.share_of_words: float | None = None
        # The queries for the cases, by the same: a page asks for each twice.
        self.known: dict[tuple[tuple[str, ...], bool], CaseQuerySet] = {}

    def _own(self, base: django_filters.Filter) -> django_filters.Filter:
        """A filter of this set, as a shallow copy; ``copy.copy`` takes eight times."""
        own: Any = object.__new__(type(base))
        own.__dict__.update(base.__dict__, model=Case, parent=self)
        return own

    def chosen(self, name: str) -> Chosen:
        """The values of one of the filters of many values."""
        return self.form.cleaned_data[name]

    def range(self, name: str) -> Range:
        """The numbers asked for by one of the filters of two boxes."""
        return self.form.cleaned_data[name]

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The text query as terms."""
        return read_terms(self.form.cleaned_data["q"])

    @cached_property
    def region_codes(self) -> frozenset[str]:
        """The codes of the chosen regions and of what lies in them."""
        chosen = self.chosen("city").choices
        whole = [one for one in chosen if one.subject and one.value == one.subject.slug]
        alone = [one for one in chosen if one.subject and one not in whole]
        codes = frozenset(one.subject.code for one in alone)
        if whole:
            codes |= gazetteer().within(one.subject.code for one in whole)
        return codes

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words to mark in titles and texts."""
        return self.form.cleaned_data["q"].folded_words

    @property
    def order(self) -> str:
        """The order in force: relevance needs words."""
        sort = self.form.cleaned_data["sort"] or ""
        return "" if sort == "relevance" and not self.words else sort

    @cached_property
    def arguments(self) -> Arguments:
        """What is asked for, known values only, each in its one spelling."""
        query = self.form.cleaned_data["q"]
        values: dict[str, tuple[str, ...]] = {}
        for name, one in self.filters.items():
            if isinstance(one, ValuesFilter):
                values[name] = self.chosen(name).values
            elif isinstance(one, RangeFilter):
                values |= self.range(name).arguments(name)
        if query.words:
            values["q"] = (query.typed,)
        if self.order:
            values["sort"] = (self.order,)
        return Arguments(self.path, values)

    @cached_property
    def everything(self) -> int:
        """How many cases there are without any filter."""
        return number_of_cases()

    @property
    def is_exact(self) -> bool:
        """Whether everything is to be counted, however long that takes."""
        return self.data.get("count") == EXACT

    def narrowed(
        self,
        *,
        without: str = "",
        only: Collection[str] | None = None,
        reads_each: bool = False,
    ) -> CaseQuerySet:
        """The cases that pass every filter but one, or the named ones, in no order.

        With ``reads_each`` words are looked for in each case instead of in the index:
        for who reads few cases in some order.
        """
        names = tuple(
            name
            for name in self.active
            if name != without and (only is None or name in only)
        )
        key = names, reads_each
        if key not in self.known:
            self.known[key] = self._narrowed(names, reads_each=reads_each)
        return self.known[key].all()

    def _narrowed(self, names: Collection[str], *, reads_each: bool) -> CaseQuerySet:
        cases = self.queryset.order_by()
        for name in names:
            one = self.filters[name]
            if name == "q":
                cases = (
                    cases.scan(self.terms) if reads_each else cases.search(self.terms)
                )
            else:
                cases = one.filter(cases, self.form.cleaned_data[name])
        return cases

    def ordered(self, *, reads_each: bool = False) -> CaseQuerySet:
        """The cases that pass, in the order in force: the same on every page."""
        cases = self.narrowed(reads_each=reads_each)
        if self.order == "relevance":
            return cases.by_relevance(self.words)
        orders = {"published": cases.by_publication, "added": cases.by_addition}
        return orders.get(self.order, cases.by_month)()

    def names(self, name: str) -> tuple[str, ...]:
        """The arguments that one filter is made of."""
        is_range = isinstance(self.filters[name], RangeFilter)
        return (name + FROM, name + TO) if is_range else (name,)

    def url_without(self, name: str) -> str:
        """The address of the list without one filter."""
        return self.arguments.without(self.names(name)).url

    @cached_property
    def active(self) -> tuple[str, ...]:
        """The names of the filters that narrow the list."""
        return tuple(
            name
            for name in self.filters
            if name != "sort" and any(self.arguments[one] for one in self.names(name))
        )

    @property
    def chips(self) -> list[Chip]:
        """Each chosen value with the way to take it out, in the order of the URL."""
        chips = []
        for name in self.active:
            one = self.filters[name]
            if isinstance(one, ValuesFilter):
                urls = self.arguments.urls(name)
                chips += [
                    Chip(str(one.label), choice.label, urls.toggled(choice.value))
                    for choice in self.chosen(name).choices
                ]
            else:
                chips.append(self._whole(name))
        return chips

    def _whole(self, name: str) -> Chip:
        """All that one filter asks for, with the address of the list without it."""
        one, value = self.filters[name], self.form.cleaned_data[name]
        if isinstance(one, ValuesFilter):
            label = gettext(", ").join(choice.label for choice in value.choices)
        else:
            label = one.words(value) if isinstance(one, RangeFilter) else value.typed
        return Chip(str(one.label), label, self.url_without(name))

    @property
    def notices(self) -> list[str]:
        """What the page has to say about how it read its address."""
        notices = []
        query = self.form.cleaned_data["q"]
        if query.typed and not query.words:
            notices.append(
                gettext("“%(query)s” has no letter or digit to search for.")
                % {"query": query.typed}
            )
        if query.is_cut:
            notices.append(
                gettext(
                    "The search was shortened to %(letters)s characters and "
                    "%(words)s words."
                )
                % {"letters": LONGEST_QUERY, "words": MOST_WORDS}
            )
        for term in self.terms:
            notices += _also(term)
        for name, one in self.filters.items():
            if isinstance(one, ValuesFilter | RangeFilter):
                unknown = self.form.cleaned_data[name].unknown
                if unknown:
                    notices.append(
                        gettext("%(filter)s: unknown and left out: %(values)s")
                        % {
                            "filter": one.label,
                            "values": gettext(", ").join(unknown[:5]),
                        }
                    )
        if self.form.cleaned_data["sort"] is None:
            notices.append(gettext("The order asked for is unknown."))
        return notices

    def way_out(
        self, count: Callable[[str], int] | None = None
    ) -> list[tuple[Chip, int]]:
        """For a list without cases: what each filter alone keeps away.

        Each active filter without which there are cases, with the address without
        it, and how many cases are found there, most first. ``count`` says how many
        without one filter, where somebody knows it by another way.
        """
        count = count or (lambda name: self.narrowed(without=name).count())
        ways = [(self._whole(name), count(name)) for name in self.active]
        return sorted((way for way in ways if way[1]), key=lambda way: -way[1])


def _also(term: Term) -> list[str]:
    """That a term was taken for a place or an offence too."""
    notices = []
    if term.regions:
        # A place and what it was before (运城市, 运城地区) are one to the reader.
        codes = {one.code for one in term.regions}
        today = [one for one in term.regions if one.successor_id not in codes]
        names = [display.full_place(one) for one in today[:5]]
        places = pgettext("places", "; ").join(
            [*names, "…"] if len(today) > 5 else names
        )
        notices.append(
            gettext("%(word)s: also as a place (%(places)s)")
            % {"word": term.typed, "places": places}
        )
    if term.offence_types:
        offences = gettext(", ").join(one.label() for one in term.offence_types)
        notices.append(
            gettext("%(word)s: also as an offence (%(offences)s)")
            % {"word": term.typed, "offences": offences}
        )
    return notices
