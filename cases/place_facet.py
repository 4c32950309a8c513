"""The facet of places: provinces, their cities and counties, as a tree with counts.

At national scale the tree is the largest part of a page, so a list names the cities
of those provinces only that are chosen or hold a choice; the whole tree is an address
of its own, asked for when somebody opens a province or searches among places.
"""

from __future__ import annotations

import unicodedata
from collections import Counter

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext

from cases.facet_options import Facet, Option, by_count
from cases.filter_fields import NONE, ONLY
from cases.filters import CaseFilter
from cases.models import Region

# Places in provinces are listed at once when they take no more bytes of the page than
# this: some 60 without other filters, fewer when each address carries many. An option
# takes about so many beside the address.
LISTED_BYTES = 8_400
OPTION_BYTES = 130


class _Tree:
    """The divisions that a city facet shows, with counts that include what lies below.

    Paths go by ``Region.above_id``, as the filter does, so that a division's count
    is what choosing it finds.
    """

    def __init__(self, filters: CaseFilter, *, is_whole: bool) -> None:
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
        provinces = [region.code for region in self.below.get(None, ())]
        within = sum(len(self.below.get(code, ())) for code in provinces)
        each = OPTION_BYTES + len(filters.arguments.url)
        self.is_cut = not is_whole and within * each > LISTED_BYTES

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
        return by_count(map(self.option, regions))

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
        is_open = is_chosen or any(one.is_chosen or one.is_open for one in below)
        is_cut = self.is_cut and bool(below) and not is_open
        slugs = {self.regions[code].slug for code in self.line(region)}
        return Option(
            value=region.slug,
            label=region.label(),
            count=self.counts[region.code],
            url=self.urls.toggled(region.slug, drops=slugs | self.slugs_below(region)),
            is_chosen=is_chosen,
            options=() if is_cut else below,
            is_open=is_open,
            is_cut=is_cut,
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


def city_facet(filters: CaseFilter, *, is_whole: bool = False) -> Facet:
    """Provinces, their cities and directly administered counties, and the unstated.

    Of many places, those in provinces without a choice are left out unless the
    whole facet is asked for.
    """
    tree = _Tree(filters, is_whole=is_whole)
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
    whole = filters.arguments.at(reverse("places")).url if tree.is_cut else ""
    return Facet(
        "city",
        gettext("Place"),
        options,
        chosen=len(tree.chosen),
        whole_url=whole,
    )
