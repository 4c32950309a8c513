"""A division as an editor writes it: by name, pinyin, alias, code or full path."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import BooleanField, F, Func, Q, QuerySet, Value
from django.utils.translation import gettext as _

from cases.models import Region
from cases.search import fold

# What a type-ahead shows at most, and what a message lists.
MOST_SUGGESTIONS = 12
MOST_NAMED = 6


def written(region: Region) -> str:
    """The division with what it lies in: 山西省运城市, 北京市朝阳区, 河南省济源市.

    Whoever asks for many loads them with ``Region.objects.with_ancestors()`` in
    mind: province and city are read.
    """
    parts = [region.province.name]
    if region.city and region.city_id not in {region.code, region.province_id}:
        parts.append(region.city.name)
    if region.code != region.province_id:
        parts.append(region.name)
    return "".join(parts)


class NameBegins(Func):
    """Whether one of an array's texts begins with a text.

    No index serves it: it reads 3,500 rows in a few milliseconds, once for every
    pause in an editor's typing.
    """

    template = "EXISTS (SELECT FROM unnest(%(expressions)s))"
    arg_joiner = ") AS one(name) WHERE starts_with(one.name, "
    output_field = BooleanField()
    conditional = True


def suggestions(typed: str) -> list[Region]:
    """Divisions whose name in any language or code begins with what was typed.

    Provinces and cities come before counties, living ones before abolished ones.
    """
    folded = fold(typed.strip()).text
    if not folded:
        return []
    begins = NameBegins(F("search_names"), Value(folded))
    found = _with_ancestors(
        Region.objects.filter(Q(begins) | Q(code__startswith=typed.strip()))
    )
    order = {Region.Level.PROVINCE: 0, Region.Level.CITY: 1, Region.Level.COUNTY: 2}
    return sorted(
        found,
        key=lambda one: (
            one.valid_to is not None,
            folded not in one.search_names,
            order[Region.Level(one.level)],
            one.code,
        ),
    )[:MOST_SUGGESTIONS]


class RegionField(forms.CharField):
    """A division's code from what was typed; None from nothing.

    Understood are a code (140800), a name in Chinese, English or pinyin, an alias,
    and a path from above (山西省运城市, 山西运城). A name that several divisions
    have is refused with their paths.
    """

    def clean(self, value: Any) -> str | None:
        """The six-digit code; ValidationError says what else the words may mean."""
        typed = "".join(super().clean(value).split(" ")) if value else ""
        if not typed:
            return None
        found = self._by_code(typed) or self._by_path(typed)
        found = found or self._by_name(super().clean(value))
        living = [region for region in found if region.valid_to is None]
        chosen = living if len(found) > 1 and living else found
        if len(chosen) == 1:
            return chosen[0].code
        if not chosen:
            raise ValidationError(
                _("No division is called “%(typed)s”.") % {"typed": typed}
            )
        raise ValidationError(
            _("“%(typed)s” may be %(names)s: write it in full.")
            % {
                "typed": typed,
                "names": _(" or ").join(
                    f"{written(region)} ({region.code})"
                    for region in chosen[:MOST_NAMED]
                ),
            }
        )

    def _by_code(self, typed: str) -> list[Region]:
        return list(Region.objects.filter(code=typed)) if typed.isdigit() else []

    def _by_path(self, typed: str) -> list[Region]:
        """Divisions whose own name ends the path and whose ancestors make the rest."""
        candidates = _with_ancestors(
            Region.objects.annotate(path=Value(typed)).filter(
                Q(path__endswith=F("name")) | Q(path__endswith=F("short_name"))
            )
        )
        return [region for region in candidates if typed in _paths(region)]

    def _by_name(self, typed: str) -> list[Region]:
        name = fold(typed.strip()).text
        found = list(
            _with_ancestors(Region.objects.filter(search_names__contains=[name]))
        )
        # The official name itself goes before short names and bare pinyin: Yuncheng is
        # the city, Yuncheng Xian the county.
        exact = [
            region
            for region in found
            if name in {fold(region.name).text, fold(region.name_en).text}
        ]
        return exact or found


def _with_ancestors(regions: QuerySet[Region]) -> QuerySet[Region]:
    return regions.select_related("province", "city")


def _paths(region: Region) -> set[str]:
    """Every way to write a division from above: 山西省运城市, 山西运城."""
    above: list[Region] = []
    if region.code != region.province_id:
        above.append(region.province)
    if region.city and region.city_id not in {region.code, region.province_id}:
        above.append(region.city)
    paths = {""}
    for one in above:
        paths |= {path + name for path in paths for name in (one.name, one.short_name)}
    return {
        path + name for path in paths for name in (region.name, region.short_name)
    } - {region.name, region.short_name}
