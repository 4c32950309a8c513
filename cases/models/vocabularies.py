"""Regions and offence types kept in memory: every page names dozens of them.

Both are controlled lists of some thousand rows that only ``load_vocabularies`` writes,
mostly before a process starts. So each process reads them once, and again in a snapshot
of another version of them, or asked for a key that it does not know: then somebody has
loaded others meanwhile. What is kept is shared by all threads and never changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from cases.models.offences import OffenceType
from cases.models.regions import Region
from cases.models.snapshots import vocabularies_version


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All divisions, each with parent, city, province and successor at hand.

    ``lines`` hold the codes of a division and all that it lies in today, itself first;
    ``below`` what lies right below one by pinyin, provinces for None; ``of_city`` the
    codes of all that belong to a city, its own among them. ``by_name`` has each under
    its code and its slug. ``other_names`` is for whoever works out names once (by
    language and code).
    """

    by_code: Mapping[str, Region]
    by_name: Mapping[str, Region]
    lines: Mapping[str, tuple[str, ...]]
    below: Mapping[str | None, tuple[Region, ...]]
    of_city: Mapping[str, tuple[str, ...]]
    other_names: dict[tuple[str, str], str] = field(default_factory=dict)
    version: UUID | None = None

    def within(self, codes: Iterable[str]) -> frozenset[str]:
        """These codes and all that lie below them today."""
        found = set(codes)
        waiting = list(found)
        while waiting:
            inside = {one.code for one in self.below.get(waiting.pop(), ())} - found
            found |= inside
            waiting += inside
        return frozenset(found)


@dataclass(frozen=True, slots=True)
class Offences:
    """All offence types in their order, by key and by slug."""

    by_key: Mapping[int, OffenceType]
    by_slug: Mapping[str, OffenceType]
    version: UUID | None = None


class _Kept:
    """What this process has read."""

    gazetteer: Gazetteer | None = None
    offences: Offences | None = None


def gazetteer(codes: Iterable[str | None] = ()) -> Gazetteer:
    """The divisions; one query in a process, or when one of the codes is not known."""
    kept = _Kept.gazetteer
    if (
        kept is None
        or _is_other(kept)
        or not kept.by_code.keys() >= {code for code in codes if code}
    ):
        kept = _Kept.gazetteer = _read_regions()
    return kept


def offences(keys: Iterable[int] = ()) -> Offences:
    """The offence types; one query in a process, or when a key is not known."""
    kept = _Kept.offences
    if kept is None or _is_other(kept) or any(key not in kept.by_key for key in keys):
        kept = _Kept.offences = _read_offences()
    return kept


def _is_other(kept: Gazetteer | Offences) -> bool:
    """Whether this snapshot has other vocabularies than those kept."""
    version = vocabularies_version()
    return version is not None and version != kept.version


def read_again() -> None:
    """Read both anew, for who has just written them."""
    _Kept.gazetteer = _read_regions()
    _Kept.offences = _read_offences()


def _read_regions() -> Gazetteer:
    by_code = {one.code: one for one in Region.objects.defer("search_names")}
    for one in by_code.values():
        one.province = by_code[one.province_id]
        one.parent = by_code[one.parent_id] if one.parent_id else None
        one.city = by_code[one.city_id] if one.city_id else None
        one.successor = by_code[one.successor_id] if one.successor_id else None
    lines = {}
    below: dict[str | None, list[Region]] = {}
    of_city: dict[str, list[str]] = {}
    for one in sorted(by_code.values(), key=lambda one: (one.pinyin, one.code)):
        below.setdefault(one.above_id, []).append(one)
        if one.city_id:
            of_city.setdefault(one.city_id, []).append(one.code)
        line = [one.code]
        while above := by_code[line[-1]].above_id:
            line.append(above)
        lines[one.code] = tuple(line)
    return Gazetteer(
        by_code=by_code,
        by_name=by_code | {one.slug: one for one in by_code.values()},
        lines=lines,
        below={code: tuple(regions) for code, regions in below.items()},
        of_city={code: tuple(codes) for code, codes in of_city.items()},
        version=vocabularies_version(),
    )


def _read_offences() -> Offences:
    types = list(OffenceType.objects.order_by("position").defer("search_names"))
    return Offences(
        by_key={one.pk: one for one in types},
        by_slug={one.slug: one for one in types},
        version=vocabularies_version(),
    )
