"""Cases by place: what lies in a division, cities by rank, provinces as tiles.

A case counts for the division that its text names and for all that this lies in
today: what an abolished division had counts for what took its place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count

from cases.charts.groups import counts_by_group
from cases.charts.ranks import Rank, ranked, shade
from cases.models import OffenceType, Region
from cases.models.case_queries import CaseQuerySet
from cases.models.vocabularies import gazetteer

# The provinces as equal tiles, each beside its neighbours as far as eight columns
# allow; ・ is sea or abroad.
TILES = """
・   ・   ・   ・   ・    ・   ・  黑龙江
・   ・   ・   ・ 内蒙古 北京 辽宁  吉林
新疆 甘肃 宁夏 山西 河北 天津  ・    ・
西藏 青海 陕西 河南 山东 江苏 上海   ・
・   四川 重庆 湖北 安徽 浙江  ・    ・
・   云南 贵州 湖南 江西 福建 台湾   ・
・   ・   广西 广东 香港  ・   ・    ・
・   ・   海南 澳门  ・   ・   ・    ・
"""
PLACE_OF_TILE = {
    name: (column, row)
    for row, line in enumerate(TILES.split("\n")[1:-1], start=1)
    for column, name in enumerate(line.split(), start=1)
    if name != "・"
}
# Two letters by ISO 3166-2:CN, for tiles too narrow for an English name.
LETTERS = {
    "黑龙江": "HL", "内蒙古": "NM", "北京": "BJ", "辽宁": "LN", "吉林": "JL",
    "新疆": "XJ", "甘肃": "GS", "宁夏": "NX", "山西": "SX", "河北": "HE",
    "天津": "TJ", "西藏": "XZ", "青海": "QH", "陕西": "SN", "河南": "HA",
    "山东": "SD", "江苏": "JS", "上海": "SH", "四川": "SC", "重庆": "CQ",
    "湖北": "HB", "安徽": "AH", "浙江": "ZJ", "云南": "YN", "贵州": "GZ",
    "湖南": "HN", "江西": "JX", "福建": "FJ", "台湾": "TW", "广西": "GX",
    "广东": "GD", "香港": "HK", "海南": "HI", "澳门": "MO",
}  # fmt: skip
MOST_HEAT_ROWS = 12


@dataclass(frozen=True, slots=True)
class Tile:
    """A province in the grid; ``column`` and ``row`` count from 1, ``shade`` from 0.

    ``letters`` stand for the English name where there is no room for it.
    """

    region: Region
    letters: str
    count: int
    column: int
    row: int
    shade: int


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A city's cases of one group of offences; ``shade`` is by the whole table."""

    group: str
    count: int
    shade: int


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A city with its cases by group; ``count`` has each case once."""

    region: Region
    count: int
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class HeatTable:
    """Cities with the most cases against the groups of offences.

    ``groups`` are the columns as (slug, name); ``stated`` of ``total`` cases name a
    city, ``cities`` of them have any.
    """

    groups: tuple[tuple[str, str], ...]
    rows: tuple[HeatRow, ...]
    stated: int
    total: int
    cities: int


PlaceCounts = Mapping[str | None, int]


def place_counts(cases: CaseQuerySet) -> PlaceCounts:
    """The number of cases by the division that their text names, None for those
    without; one query."""
    return dict(cases.order_by().values_list("region_id").annotate(Count("pk")))


class Places:
    """The divisions of some cases, counted up to their provinces."""

    def __init__(self, counts: PlaceCounts) -> None:
        own = dict(counts)
        self.unstated = own.pop(None, 0)
        self.own: dict[str, int] = {code: own[code] for code in own if code}
        kept = gazetteer(self.own)
        self.counts: Counter[str] = Counter()
        for code, count in self.own.items():
            for above in kept.lines[code]:
                self.counts[above] += count
        self.regions = {code: kept.by_code[code] for code in self.counts}

    @property
    def total(self) -> int:
        """All cases, with a place or without."""
        return sum(self.own.values()) + self.unstated

    def line(self, code: str) -> list[Region]:
        """The division and all that it lies in today, itself first."""
        line = [self.regions[code]]
        while above := line[-1].above_id:
            line.append(self.regions[above])
        return line

    def city(self, code: str) -> Region | None:
        """Today's city of a division; None for what lies in no city or above them."""
        return next((one for one in self.line(code) if is_city(one)), None)

    def below(self, code: str | None) -> tuple[Rank, ...]:
        """What lies right below a division and has cases; provinces for None."""
        return self._ranked(
            one for one in self.regions.values() if one.above_id == code
        )

    def cities(self) -> tuple[Rank, ...]:
        """Today's cities with cases, municipalities and the like among them."""
        return self._ranked(one for one in self.regions.values() if is_city(one))

    @property
    def in_a_city(self) -> int:
        """The cases whose text names a city or a place in one."""
        return sum(
            self.counts[one.code] for one in self.regions.values() if is_city(one)
        )

    def _ranked(self, regions: Iterable[Region]) -> tuple[Rank, ...]:
        return ranked(
            Rank(
                one.code,
                one.label(),
                one.get_absolute_url(),
                self.counts[one.code],
            )
            for one in sorted(regions, key=lambda one: (one.pinyin, one.code))
        )


def is_city(region: Region) -> bool:
    """Whether it is a city of today, a unit that is its own city included."""
    return region.city_id == region.code and region.valid_to is None


def tiles(places: Places) -> tuple[Tile, ...]:
    """All provinces in the order of the grid, row by row; no query."""
    provinces = gazetteer().below[None]
    most = max((places.counts[one.code] for one in provinces), default=0)
    made = [
        Tile(
            region=one,
            letters=LETTERS[one.short_name],
            count=places.counts[one.code],
            column=PLACE_OF_TILE[one.short_name][0],
            row=PLACE_OF_TILE[one.short_name][1],
            shade=shade(places.counts[one.code], most),
        )
        for one in provinces
    ]
    return tuple(sorted(made, key=lambda tile: (tile.row, tile.column)))


def heat_table(
    cases: CaseQuerySet, places: Places, *, most_rows: int | None = MOST_HEAT_ROWS
) -> HeatTable:
    """Cities against groups of offences, ``most_rows`` of them; one query."""
    counts: Counter[tuple[str, str]] = Counter()
    for (code, group), count in counts_by_group(cases, "region_id").items():
        if code and (city := places.city(code)):
            counts[city.code, group] += count
    ranks = places.cities()
    shown = [places.regions[rank.key] for rank in ranks[:most_rows]]
    present = {group for (_code, group), count in counts.items() if count}
    groups = tuple(
        (group.value, str(group.label))
        for group in OffenceType.Group
        if group.value in present
    )
    most = max(
        (counts[one.code, group] for one in shown for group, _label in groups),
        default=0,
    )
    rows = tuple(
        HeatRow(
            region=one,
            count=places.counts[one.code],
            cells=tuple(
                HeatCell(
                    group, counts[one.code, group], shade(counts[one.code, group], most)
                )
                for group, _label in groups
            ),
        )
        for one in shown
    )
    return HeatTable(groups, rows, places.in_a_city, places.total, len(ranks))
