"""English for authorities whose Chinese name is made of well-known words.

山西省运城市公安局 is the Public Security Bureau of Yuncheng, Shanxi. Places come from
the reader's regions.csv, words for authorities from the table below. A name that has
one other word in it stays Chinese: half a translation would be a wrong one.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

REGIONS = files("cases.reader").joinpath("data", "regions.csv")

# Authorities of the whole country: no place is added to them.
NATIONAL = {
    "公安部": "Ministry of Public Security",
    "国家安全部": "Ministry of State Security",
    "工业和信息化部": "Ministry of Industry and Information Technology",
    "工信部": "Ministry of Industry and Information Technology",
    "最高人民检察院": "Supreme People’s Procuratorate",
    "最高检察院": "Supreme People’s Procuratorate",
    "最高检": "Supreme People’s Procuratorate",
    "最高人民法院": "Supreme People’s Court",
    "最高法院": "Supreme People’s Court",
    "最高法": "Supreme People’s Court",
    "中央网络安全和信息化委员会办公室": "Cyberspace Administration of China",
    "国家互联网信息办公室": "Cyberspace Administration of China",
    "中央网信办": "Cyberspace Administration of China",
    "国家网信办": "Cyberspace Administration of China",
    "国家反诈中心": "National Anti-Fraud Centre",
    "国家市场监督管理总局": "State Administration for Market Regulation",
    "市场监管总局": "State Administration for Market Regulation",
    "国家税务总局": "State Taxation Administration",
    "海关总署": "General Administration of Customs",
    "海关总署缉私局": "Anti-Smuggling Bureau of the General Administration of Customs",
    "国家移民管理局": "National Immigration Administration",
    "国家数据局": "National Data Administration",
    "中国人民银行": "People’s Bank of China",
    "国家金融监督管理总局": "National Financial Regulatory Administration",
    "中国证监会": "China Securities Regulatory Commission",
    "国家版权局": "National Copyright Administration",
    "国家计算机病毒应急处理中心": "National Computer Virus Emergency Response Center",
}
# What an office is, told of its place: "Public Security Bureau of Yuncheng".
OFFICES = {
    "公安厅": "Public Security Department",
    "公安局": "Public Security Bureau",
    "公安分局": "Public Security Sub-bureau",
    "公安处": "Public Security Division",
    "公安机关": "police",
    "公安部门": "police",
    "公安": "police",
    "警方": "police",
    "网警": "cyber police",
    "网络警察": "cyber police",
    "网安部门": "cyber police",
    "网安": "cyber police",
    "派出所": "Police Station",
    "分局": "Branch",
    "国家安全机关": "state security authorities",
    "国家安全局": "State Security Bureau",
    "反诈中心": "Anti-Fraud Centre",
    "人民检察院": "People’s Procuratorate",
    "检察院": "Procuratorate",
    "检察机关": "procuratorate",
    "高级人民法院": "High People’s Court",
    "中级人民法院": "Intermediate People’s Court",
    "第一中级人民法院": "First Intermediate People’s Court",
    "第二中级人民法院": "Second Intermediate People’s Court",
    "第三中级人民法院": "Third Intermediate People’s Court",
    "第四中级人民法院": "Fourth Intermediate People’s Court",
    "第五中级人民法院": "Fifth Intermediate People’s Court",
    "人民法院": "People’s Court",
    "互联网法院": "Internet Court",
    "金融法院": "Financial Court",
    "海事法院": "Maritime Court",
    "高院": "High People’s Court",
    "中院": "Intermediate People’s Court",
    "法院": "court",
    "网信办": "Cyberspace Administration",
    "委网信办": "Cyberspace Administration",
    "互联网信息办公室": "Cyberspace Administration",
    "网信": "Cyberspace Administration",
    "网信部门": "cyberspace authorities",
    "网络举报": "online reporting centre",
    "举报中心": "reporting centre",
    "通信管理局": "Communications Administration",
    "市场监督管理局": "Administration for Market Regulation",
    "市场监管局": "Administration for Market Regulation",
    "市场监管部门": "market regulators",
    "税务局": "Tax Bureau",
    "海关": "Customs",
    "缉私局": "Anti-Smuggling Bureau",
    "海关缉私局": "Customs Anti-Smuggling Bureau",
    "海警局": "Coast Guard",
    "边检站": "Border Inspection Station",
    "文化市场综合执法总队": "Cultural Market Law Enforcement Corps",
    "文化市场综合执法支队": "Cultural Market Law Enforcement Detachment",
    "教育局": "Education Bureau",
    "新闻出版局": "Press and Publication Administration",
    "烟草专卖局": "Tobacco Monopoly Administration",
}
# A squad is its field and its size: 网安支队.
FIELDS = {
    "网络安全保卫": "Cybersecurity",
    "网络安全": "Cybersecurity",
    "网安": "Cybersecurity",
    "网警": "Cyber Police",
    "刑事侦查": "Criminal Investigation",
    "刑侦": "Criminal Investigation",
    "刑警": "Criminal Police",
    "经济犯罪侦查": "Economic Crime Investigation",
    "经侦": "Economic Crime Investigation",
    "治安管理": "Public Order",
    "治安": "Public Order",
    "反诈": "Anti-Fraud",
    "交警": "Traffic Police",
    "巡特警": "Patrol and Special Police",
    "禁毒": "Narcotics Control",
    "缉私": "Anti-Smuggling",
}
SIZES = {
    "总队": "Corps",
    "支队": "Detachment",
    "大队": "Brigade",
    "中队": "Squadron",
}
WORDS = OFFICES | {
    f"{field}{size}": f"{english} {SIZES[size]}"
    for field, english in FIELDS.items()
    for size in SIZES
}
LEVELS = ("province", "city", "county")
LOCAL = ("当地", "属地", "辖区")
# Sub-offices often bear the name of a quarter that is no division: 五马分局.
UNNAMED = re.compile(r"[\u4e00-\u9fff]{1,5}?(?=分局|派出所)")
LONGEST_WORD = max(map(len, WORDS))


@dataclass(frozen=True, slots=True)
class Place:
    """A division as agencies name it; ``above`` holds the codes that it lies in."""

    code: str
    english: str
    level: str
    is_abolished: bool
    above: frozenset[str]


@dataclass(frozen=True, slots=True)
class Office:
    """A word for an authority in English, with the places before it, outer first."""

    english: str
    places: tuple[Place, ...]


@lru_cache(maxsize=5_000)
def english(name: str) -> str:
    """An authority, or several with 、 between them, in English; "" when not known.

    >>> english("运城市公安局盐湖分局网安大队")
    'Cybersecurity Brigade of the Yanhu District Branch of the Public Security Bureau \
of Yuncheng'
    >>> english("上海市杨浦区人民检察院"), english("山西、河南警方")
    ('People’s Procuratorate of Yangpu District, Shanghai', '')
    """
    parts = [_authority(part) for part in name.split("、")]
    if not name or not all(parts):
        return ""
    written = " and ".join([", ".join(parts[:-1]), parts[-1]] if parts[1:] else parts)
    return written[0].upper() + written[1:]


@cache
def _places() -> dict[str, tuple[Place, ...]]:
    """The divisions by each name that agencies use."""
    found: dict[str, tuple[Place, ...]] = {}
    with REGIONS.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            above = {row["province"], row["city"], row["parent"]} - {"", row["code"]}
            place = Place(
                row["code"],
                row["name_en"],
                row["level"],
                bool(row["valid_to"]),
                frozenset(above),
            )
            for name in {row["name"], row["short_name"]}:
                found[name] = (*found.get(name, ()), place)
    return found


@cache
def _longest_place() -> int:
    return max(map(len, _places()))


def _authority(name: str) -> str:
    """One authority in English; "" when a word of it is not known."""
    if name in NATIONAL:
        return NATIONAL[name]
    offices = _offices(name)
    if not offices:
        return ""
    first, *inner = offices
    where = ", ".join(place.english for place in reversed(first.places))
    written = [f"{first.english} of {where}" if where else first.english]
    if name.startswith(LOCAL):
        written = [f"local {first.english}"]
    for office in inner:
        own = "".join(f"{place.english} " for place in office.places)
        written.insert(0, own + office.english)
    return " of the ".join(written)


def _offices(name: str) -> list[Office]:
    """The authority's parts from the whole to its smallest; none when one is not
    known or nothing follows the last place."""
    offices: list[Office] = []
    places: list[Place] = []
    outer: list[Place] = []
    at = 0
    while at < len(name):
        word = _longest(name, at, WORDS, LONGEST_WORD)
        place = _longest(name, at, _places(), _longest_place())
        if word and len(word) >= len(place):
            offices.append(Office(WORDS[word], tuple(places)))
            places = []
            at += len(word)
        elif place:
            one = _meant(place, outer)
            if one is None:
                return []
            places.append(one)
            outer.append(one)
            at += len(place)
        elif at == 0 and (local := next(filter(name.startswith, LOCAL), "")):
            at = len(local)
        elif offices and (unnamed := UNNAMED.match(name, at)):
            at = unnamed.end()
        else:
            return []
    return [] if places else offices


def _longest(name: str, at: int, table: Mapping[str, object], most: int) -> str:
    """The longest key of the table that the name has at this place; "" without."""
    for length in range(min(most, len(name) - at), 0, -1):
        if name[at : at + length] in table:
            return name[at : at + length]
    return ""


def _meant(name: str, outer: list[Place]) -> Place | None:
    """The division of this name within those before it, else of the highest level.

    One that is abolished gives way. None when two with different English are left.
    """
    found = list(_places()[name])
    if outer:
        found = [one for one in found if outer[-1].code in one.above]
    ranks = [(one.is_abolished, LEVELS.index(one.level)) for one in found]
    found = [one for one, rank in zip(found, ranks, strict=True) if rank == min(ranks)]
    return found[0] if len({one.english for one in found}) == 1 else None
