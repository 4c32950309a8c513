"""All facets of a list as HTML; those of the whole catalogue are kept.

The list without filters is asked for most, and its three hundred options are the same
until something is published.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import get_language

from cases.facets import facets
from cases.filters import CaseFilter
from cases.models.snapshots import snapshot_version
from cases.range_facets import range_facets
from cases.rendering.facets import facet, range_facet

OPEN = frozenset({"city", "month", "offence"})


@dataclass(frozen=True, slots=True)
class ShownFacets:
    """A list's facets as HTML.

    ``chosen`` is how many values are, ``is_counted`` whether all options have numbers.
    """

    facets: str = ""
    ranges: str = ""
    chosen: int = 0
    is_counted: bool = True


# Those of the whole catalogue that this process has made last, by language.
_kept: dict[str | None, tuple[UUID, ShownFacets]] = {}


def shown_facets(filters: CaseFilter) -> ShownFacets:
    """The facets of a list."""
    version = snapshot_version()
    if filters.arguments or version is None:
        return _made(filters)
    language = get_language()
    kept = _kept.get(language)
    if kept is None or kept[0] != version:
        kept = _kept[language] = version, _made(filters)
    return kept[1]


def _made(filters: CaseFilter) -> ShownFacets:
    shown, ranges = facets(filters), range_facets(filters)
    return ShownFacets(
        "".join(f"\n{facet(one, is_open=one.name in OPEN)}\n" for one in shown),
        "".join(map(range_facet, ranges)),
        sum(one.chosen for one in shown) + sum(one.chosen for one in ranges),
        all(one.is_counted for one in shown) and all(one.is_counted for one in ranges),
    )
