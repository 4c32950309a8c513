"""China's divisions by name: the table, places in a text, chains of names.

The table is ``data/regions.csv`` (GB/T 2260 codes; how it is made and what its
columns mean stands in ``data/build_regions.py``). It is read on first use and
kept; a light 3,600 rows.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import StringIO
from typing import Literal, NamedTuple

from cases.reader.results import Place

Level = Literal["province", "city", "county"]

# Short forms that no text means as places: 公安 is police before it is the
# county 公安县 in Hubei, 会同 and 联合 are verbs before they are places. Their
# full names still count.
NEVER_SHORT = frozenset({"公安", "会同", "互助", "比如", "延长", "长子", "尼玛"})

# Where an office stands before it, 会同 is a verb: 县网信办|会同|县公安局.
VERB_AND_LEVEL = "会同县"
OFFICE_ENDS = tuple("门局办关院委厅处队方所站司庭员警")

# Short forms that are everyday words: places only after a place that holds them
# (甘肃甘南合作警方), not at the head of a chain (合作警方).
ONLY_AFTER_PARENT = frozenset(
    (  # noqa: SIM905
        "合作 通道 资源 平安 和平 光明 东方 大方 新建 共和 同心 同德 民权 民和 民乐 "
        "民丰 太平 长寿 永安 安定 普安 大通 威信 桥东 桥西 路南 路北 郊区 城区 矿区 "
        "东区 西区 老城 新城 东至 中方 得荣 改则 康乐 大名 博爱 宣化 隆化 江口 河口 "
        "清水 白水 甘泉 武功 金山 富民 惠民 惠农 新民 新星 白杨 双河 成安 安居 前锋 "
        "杂多 治多 称多 丰满 加查 达日 合江"
    ).split()
)

# Short forms of cities that are everyday words: still places at the head of a
# chain before an agency (朝阳警方), but not found in running text by themselves.
ALSO_WORDS = frozenset({"朝阳", "中山", "日照", "白银", "安康", "三明", "海口"})

# Words that begin with 市 and so are no end of a city's name: 吉林|市场监管局.
AFTER_CITY = ("场", "值", "面", "价")


@dataclass(frozen=True, slots=True)
class Division:
    """One row of the table; codes are GB/T 2260, ``valid_to`` a year or 0."""

    code: str
    name: str
    short_name: str
    aliases: tuple[str, ...]
    level: Level
    parent: str
    province: str
    city: str
    valid_to: int
    successor: str

    @property
    def is_county(self) -> bool:
        """Below a city, or directly under its province."""
        return self.level == "county"


class PlaceMention(NamedTuple):
    """A name in a text: [start, end) of it and every division that bears it.

    ``is_short`` says that it is not a full official name (运城, 黔南州).
    """

    start: int
    end: int
    words: str
    candidates: tuple[Division, ...]
    is_short: bool

    @property
    def is_weak(self) -> bool:
        """A short form that a place's name needs more than itself to be."""
        return self.is_short and (
            self.words in ALSO_WORDS or all(one.is_county for one in self.candidates)
        )


class Gazetteer:
    """The divisions by code, and their names by the first two characters."""

    def __init__(self, divisions: Iterable[Division]) -> None:
        self.divisions = {one.code: one for one in divisions}
        self._named: dict[str, tuple[Division, ...]] = {}
        self._full: set[str] = set()
        self._stems: set[str] = set()
        for one in self.divisions.values():
            self._full.add(one.name)
            self._stems.update(bare_stems(one))
            for name in surfaces(one):
                self._named[name] = (*self._named.get(name, ()), one)
        self._starting: dict[str, tuple[str, ...]] = {}
        self._ending: dict[str, tuple[str, ...]] = {}
        for name in sorted(self._named, key=len, reverse=True):
            start, end = name[:2], name[-2:]
            self._starting[start] = (*self._starting.get(start, ()), name)
            self._ending[end] = (*self._ending.get(end, ()), name)

    def named(self, name: str) -> tuple[Division, ...]:
        """Every division that bears a name: full, short, alias or former."""
        return self._named.get(name, ())

    def at(self, text: str, start: int) -> PlaceMention | None:
        """The longest name that begins at ``start``, if any."""
        for name in self._starting.get(text[start : start + 2], ()):
            if not text.startswith(name, start):
                continue
            end = start + len(name)
            if name.endswith("市") and text.startswith(AFTER_CITY, end):
                continue
            if _is_verb(text, start, name):
                continue
            short = name not in self._full
            return PlaceMention(start, end, name, self._named[name], short)
        return None

    def next_start(self, text: str, start: int) -> int:
        """Where a name can begin, from ``start`` on; the text's length if nowhere."""
        starting = self._starting
        for place in range(start, len(text) - 1):
            if text[place : place + 2] in starting:
                return place
        return len(text)

    def before(self, text: str, end: int) -> PlaceMention | None:
        """The longest name that ends at ``end``, if any."""
        for name in self._ending.get(text[max(end - 2, 0) : end], ()):
            start = end - len(name)
            if start >= 0 and text.startswith(name, start):
                if _is_verb(text, start, name):
                    continue
                short = name not in self._full
                return PlaceMention(start, end, name, self._named[name], short)
        return None

    def stands_alone(self, name: str) -> bool:
        """Whether a name is one without a place that holds it before it."""
        return name not in ONLY_AFTER_PARENT and name not in self._stems

    def ancestors(self, code: str) -> Iterator[str]:
        """The code itself and those above it, upwards."""
        while code:
            yield code
            code = self.divisions[code].parent

    def is_within(self, inner: str, outer: str) -> bool:
        """Whether a division is another one or lies in it."""
        return outer in self.ancestors(inner)

    def place(self, code: str) -> Place:
        """The division as the reader's result: official names, province down.

        >>> gazetteer().place("429004").names
        ('湖北省', '仙桃市')
        """
        path = [self.divisions[one].name for one in self.ancestors(code)]
        return Place(code, tuple(reversed(path)))


def _is_verb(text: str, start: int, name: str) -> bool:
    """Whether a name is 会同 and a level instead, behind the office that acts."""
    return name == VERB_AND_LEVEL and text.endswith(OFFICE_ENDS, 0, start)


def surfaces(one: Division) -> list[str]:
    """The names under which a division is found, its full name first."""
    names = [one.name, one.short_name, *one.aliases, *bare_stems(one)]
    if one.level == "province" and one.name.endswith("自治区"):
        names.append(one.short_name + "自治区")
    kept = dict.fromkeys(name for name in names if is_han(name))
    return [name for name in kept if len(name) > 1 and name not in NEVER_SHORT]


def bare_stems(one: Division) -> list[str]:
    """The name without 区 of districts that are never called so by themselves:
    城关|分局 of Lanzhou, 市中|分局 of Jinan."""
    is_whole = one.is_county and one.short_name == one.name and len(one.name) > 2
    return [one.name[:-1]] if is_whole and one.name.endswith("区") else []


def is_han(name: str) -> bool:
    """Whether a name is Chinese (aliases also have English ones)."""
    return not name.isascii()


@cache
def gazetteer() -> Gazetteer:
    """The table, read once."""
    data = files("cases.reader").joinpath("data/regions.csv")
    return Gazetteer(
        Division(
            code=row["code"],
            name=row["name"],
            short_name=row["short_name"],
            aliases=tuple(name for name in row["aliases"].split("|") if name),
            level=row["level"],  # type: ignore[arg-type]
            parent=row["parent"],
            province=row["province"],
            city=row["city"],
            valid_to=int(row["valid_to"] or 0),
            successor=row["successor"],
        )
        for row in csv.DictReader(StringIO(data.read_text(encoding="utf-8")))
    )


def find_places(text: str) -> list[PlaceMention]:
    """Places named in a text, leftmost and longest first, never overlapping.

    A short form that is an everyday word or a county's (河东, 平安) counts only
    right after a place that holds it. Time is linear in the text's length.

    >>> [one.words for one in find_places("江苏省南京市鼓楼的李某到了和平路")]
    ['江苏省', '南京市', '鼓楼']
    """
    table = gazetteer()
    found: list[PlaceMention] = []
    at = 0
    while (at := table.next_start(text, at)) < len(text):
        mention = table.at(text, at)
        if mention is None or (
            mention.is_weak and not follows_parent(mention, found[-1:])
        ):
            at += 1
            continue
        found.append(mention)
        at = mention.end
    return found


def follows_parent(mention: PlaceMention, before: Sequence[PlaceMention]) -> bool:
    """Whether a name stands right behind that of a division that holds it."""
    table = gazetteer()
    return any(
        last.end == mention.start and table.is_within(inner.code, outer.code)
        for last in before
        for outer in last.candidates
        for inner in mention.candidates
    )


class Resolution(NamedTuple):
    """What a chain of names stands for.

    ``division`` is None when several divisions remain (``rivals``) or none
    fits; with a division, ``rivals`` are others that the name may well mean (朝阳
    the city, or a district of Beijing). ``by_context`` says that the names alone
    would have left it open.
    """

    division: Division | None
    rivals: tuple[Division, ...] = ()
    by_context: bool = False


# Divisions abolished before this year are named only in old texts: today's
# bearer of the name is meant. Later ones are true rivals.
LONG_GONE = 2016


def resolve(
    names: Sequence[Sequence[Division]], context: Iterable[str] = ()
) -> Resolution:
    """The one division that a chain of names, outer first, means.

    Each item of ``names`` holds the divisions that bear one name. The innermost
    name's bearers are kept that lie in a bearer of each outer name (or, when
    there is none, at least in its province: counties move between cities).
    Of these none long gone is meant where another was there later (巢湖市 in Hefei,
    not the former city). Among them the higher level wins (吉林 is the province, 邢台
    the city), then today's; then those that share the most with ``context`` (codes of
    places that the text is about), and if still several are left, it stays open.
    """
    table = gazetteer()
    if not names:
        return Resolution(None)
    inner = list(names[-1])
    for within in (table.is_within, same_province):
        fitting = [
            one
            for one in inner
            if all(
                any(within(one.code, other.code) for other in outer)
                for outer in names[:-1]
            )
        ]
        if fitting:
            break
    else:
        return Resolution(None, tuple(inner))
    lasting = [one for one in fitting if not one.valid_to or one.valid_to >= LONG_GONE]
    fitting = lasting or fitting
    known = list(context)
    top = without_forerunners(first_of_level(fitting, known))
    if len(top) == 1:
        elsewhere = [
            one for one in fitting if not table.is_within(one.code, top[0].code)
        ]
        alone = len(names) == 1 and top[0].level == "city"
        return Resolution(top[0], tuple(elsewhere) if alone and not known else ())
    shares = [shared_with(one, known) for one in top]
    best = max(shares)
    chosen = [one for one, share in zip(top, shares, strict=True) if share == best]
    if best > 0 and len(chosen) == 1:
        return Resolution(chosen[0], tuple(top), by_context=True)
    living = [one for one in chosen if not one.valid_to]
    if best > 0 and len(living) == 1:
        return Resolution(living[0], tuple(top), by_context=True)
    return Resolution(None, tuple(top))


def without_forerunners(found: list[Division]) -> list[Division]:
    """Those that are meant today: no forerunner of another one (蓬莱市 of 蓬莱区)."""
    codes = {one.code for one in found}
    return [one for one in found if one.successor not in codes]


def same_province(inner: str, outer: str) -> bool:
    """Whether two divisions lie in one province."""
    return inner[:2] == outer[:2]


def first_of_level(found: list[Division], context: list[str]) -> list[Division]:
    """Those of the highest level, unless the context holds a lower one.

    朝阳 is a city in Liaoning, but a district where the text is about Beijing.
    """
    table = gazetteer()
    for level in ("province", "city", "county"):
        here = [one for one in found if one.level == level]
        if not here:
            continue
        if level == "city" and not any(shared_with(one, context) for one in here):
            lower = [
                one
                for one in found
                if one.is_county
                and any(
                    one.parent == known or table.is_within(known, one.code)
                    for known in context
                )
            ]
            here = lower or here
        return here
    return found


def shared_with(one: Division, context: list[str]) -> int:
    """How closely a division is tied to the places that the text is about:
    3 the same or inside one of its cities, 2 the same city, 1 the province."""
    table = gazetteer()
    best = 0
    for code in context:
        other = table.divisions[code]
        if table.is_within(code, one.code) or (
            other.level != "province" and table.is_within(one.code, code)
        ):
            return 3
        if one.city and one.city == other.city:
            best = max(best, 2)
        elif one.province == other.province:
            best = max(best, 1)
    return best
