"""The facet of places: provinces, their cities and counties, as a tree with counts.

At national scale the tree is the largest part of a page, so a list names the cities
of those provinces only that are chosen or hold a choice; the whole tree is an address
of its own, asked for when somebody opens a province or searches among places.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Mapping

from django.urls import reverse
from django.utils.translation import get_language, gettext

from cases.counting import counts_of
from cases.facet_options import Facet, Option, by_count, fits, uncounted_facet
from cases.filter_fields import NONE, ONLY
from cases.filters import CaseFilter
from cases.models import Region
from cases.models.marks import Kind
from cases.models.vocabularies import Gazetteer, gazetteer

# Places in provinces are listed at once when they take no more bytes of the page than
# this: some 60 without other filters, fewer when each address carries many. An option
# takes about so many beside the address.
LISTED_BYTES = 8_400
OPTION_BYTES = 130


class _Summed:
    """The sums of the whole catalogue, shared by all lists without other filters."""

    last: tuple[Mapping[str, int], Gazetteer, Mapping[str, int]] | None = None


def _summed(
    own: Mapping[str, int], *, keeps: bool
) -> tuple[Gazetteer, Mapping[str, int]]:
    """The cases of each division and all that lies in it."""
    kept = _Summed.last
    if kept and kept[0] is own and kept[1] is gazetteer():
        return kept[1], kept[2]
    places = gazetteer(own)
    counts: defaultdict[str, int] = defaultdict(int)
    for code, count in own.items():
        for above in places.lines[code] if code else ():
            counts[above] += count
    if keeps:
        _Summed.last = own, places, counts
    return places, counts


class _Tree:
    """The divisions that a city facet shows, with counts that include what lies below.

    Paths go by ``Region.above_id``, as the filter does, so that a division's count
    is what choosing it finds. ``own`` are the cases of each division itself, "" those
    that state none.
    """

    def __init__(
        self, filters: CaseFilter, own: Mapping[str, int], *, is_whole: bool
    ) -> None:
        self.own = own
        self.language = get_language() or ""
        self.urls = filters.arguments.urls("city")
        choices = filters.chosen("city").choices
        self.chosen = {choice.value for choice in choices}
        self.subjects = [
            (one.value, one.subject.code) for one in choices if one.subject
        ]
        self.gazetteer, summed = _summed(own, keeps=set(filters.active) <= {"city"})
        lines = self.gazetteer.lines
        self.counts = dict(summed)
        self.shown_below: dict[str | None, list[Region]] = {}
        # What is chosen and all that it lies in: the only ones that may be open.
        self.ways: set[str] = set()
        for _value, code in self.subjects:
            self.ways.update(lines[code])
        for code in self.ways:
            self.counts.setdefault(code, 0)
        within = sum(len(self.below(one.code)) for one in self.below(None))
        address = filters.arguments.url
        self.is_cut = not is_whole and not fits(
            within, OPTION_BYTES, address, LISTED_BYTES
        )

    def below(self, above: str | None) -> list[Region]:
        """The divisions right below one that have cases or are chosen."""
        if above not in self.shown_below:
            below = self.gazetteer.below.get(above, ())
            shown = [one for one in below if one.code in self.counts]
            self.shown_below[above] = shown
        return self.shown_below[above]

    def options(self, above: str | None) -> tuple[Option, ...]:
        """The divisions right below one, provinces for None, most cases first."""
        return by_count(map(self.option, self.below(above)))

    def option(self, region: Region) -> Option:
        """A division with those below it that have cases or are chosen."""
        is_chosen = region.slug in self.chosen
        is_province = region.level == Region.Level.PROVINCE
        below: tuple[Option, ...] = ()
        is_cut = is_open = False
        if region.code in self.ways or (is_province and not self.is_cut):
            below = self.options(region.code) + self.alone(region)
            if not is_province and not (
                is_chosen or any(option.is_chosen for option in below)
            ):
                below = ()  # counties are shown once their city is asked for
            is_open = is_chosen or any(one.is_chosen or one.is_open for one in below)
        if is_province and self.is_cut and not is_open:
            is_cut = bool(self.below(region.code) or self.alone(region))
            below = ()
        return Option(
            value=region.slug,
            label=region.label_in(self.language),
            count=self.counts[region.code],
            url=self.urls.toggled(region.slug, drops=self.beside(region)),
            is_chosen=is_chosen,
            options=below,
            is_open=is_open,
            is_cut=is_cut,
            names=self.other_names(region),
        )

    def alone(self, region: Region) -> tuple[Option, ...]:
        """The option for cases whose text names a province and nothing below.

        None for what is no province or, like Beijing, a city as well.
        """
        if region.level != Region.Level.PROVINCE or region.city_id is not None:
            return ()
        value = region.slug + ONLY
        count = self.own.get(region.code, 0)
        if not count and value not in self.chosen:
            return ()
        return (
            Option(
                value=value,
                label=gettext("Province only"),
                count=count,
                url=self.urls.toggled(value, drops=[region.slug]),
                is_chosen=value in self.chosen,
            ),
        )

    def beside(self, region: Region) -> list[str]:
        """The chosen values that cannot stand beside this one: what it lies in, and
        what lies in it, provinces alone among them."""
        lines = self.gazetteer.lines
        return [
            value
            for value, code in self.subjects
            if region.code in lines[code]
            or (code in lines[region.code] and not value.endswith(ONLY))
        ]

    def other_names(self, region: Region) -> str:
        """What else a search finds it by, worked out once for each language."""
        known = self.gazetteer.other_names
        key = (self.language, region.code)
        if key not in known:
            known[key] = _other_names(region)
        return known[key]


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


def city_facet(filters: CaseFilter, *, is_whole: bool = False) -> Facet:
    """Provinces, their cities and directly administered counties, and the unstated.

    Of many places, those in provinces without a choice are left out unless the
    whole facet is asked for.
    """
    counted = counts_of(filters, without="city")
    tree = _Tree(filters, counted.by[Kind.REGION], is_whole=is_whole)
    options = tree.options(None)
    unstated = tree.own.get("", 0)
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
    whole = filters.arguments.at(reverse("places")).url if tree.is_cut else ""
    facet = Facet(
        "city",
        gettext("Place"),
        options,
        chosen=len(tree.chosen),
        whole_url=whole,
    )
    return uncounted_facet(facet) if counted.is_capped else facet
