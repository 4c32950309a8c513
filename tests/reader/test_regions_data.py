"""The table of divisions: complete, consistent, and right where it is easily wrong."""

from __future__ import annotations

import csv
import re
from collections import Counter
from importlib.resources import files

import pytest

Row = dict[str, str]
DATA = files("cases.reader").joinpath("data/regions.csv")
ROWS: list[Row] = list(csv.DictReader(DATA.read_text(encoding="utf-8").splitlines()))
BY_CODE = {row["code"]: row for row in ROWS}
TODAY = [row for row in ROWS if not row["valid_to"]]
MUNICIPALITIES = {"110000", "120000", "310000", "500000"}


def test_34_provinces_and_333_cities_exist_today() -> None:
    counts = Counter(row["level"] for row in TODAY)

    assert counts == {"province": 34, "city": 333, "county": 2847}


def test_codes_and_slugs_are_unique_and_well_formed() -> None:
    assert len(BY_CODE) == len(ROWS) == len({row["slug"] for row in ROWS})
    assert [row for row in ROWS if not re.fullmatch(r"\d{6}", row["code"])] == []
    assert [
        row for row in ROWS if not re.fullmatch("[a-z]+(-[a-z0-9]+)*", row["slug"])
    ] == []


def test_every_row_has_its_names() -> None:
    columns = ("name", "short_name", "name_en", "pinyin", "slug", "level", "province")

    assert [row for row in ROWS if not all(row[column] for column in columns)] == []
    assert [row for row in ROWS if not re.fullmatch("[a-z]+", row["pinyin"])] == []


def test_rows_stand_in_the_order_of_their_codes() -> None:
    assert [row["code"] for row in ROWS] == sorted(BY_CODE)


def test_parents_lie_one_level_up_and_exist() -> None:
    above = {"province": {""}, "city": {"province"}, "county": {"city", "province"}}
    wrong = [
        row["code"]
        for row in ROWS
        if (BY_CODE[row["parent"]]["level"] if row["parent"] else "")
        not in above[row["level"]]
    ]

    assert wrong == []


def test_todays_divisions_have_parents_of_today() -> None:
    assert [
        row["code"]
        for row in TODAY
        if row["parent"] and BY_CODE[row["parent"]]["valid_to"]
    ] == []


def test_province_is_the_top_of_the_chain_of_parents() -> None:
    def top(row: Row) -> str:
        return top(BY_CODE[row["parent"]]) if row["parent"] else row["code"]

    assert [row["code"] for row in ROWS if row["province"] != top(row)] == []


def test_city_of_each_kind_of_division() -> None:
    def expected(row: Row) -> str:
        if row["level"] == "province":
            own = MUNICIPALITIES | {"710000", "810000", "820000"}
            return row["code"] if row["code"] in own else ""
        if row["level"] == "city":
            return row["code"]
        above = BY_CODE[row["parent"]]
        is_under_a_city = above["level"] == "city" or above["code"] in MUNICIPALITIES
        return above["code"] if is_under_a_city else row["code"]

    assert [row["code"] for row in ROWS if row["city"] != expected(row)] == []


def test_abolished_divisions_have_a_year_and_a_successor_of_today() -> None:
    wrong = [
        row["code"]
        for row in ROWS
        if bool(row["valid_to"]) != bool(row["successor"])
        or (
            row["valid_to"]
            and (
                not 2000 <= int(row["valid_to"]) <= 2026
                or BY_CODE[row["successor"]]["valid_to"]
                or BY_CODE[row["successor"]]["province"] != row["province"]
            )
        )
    ]

    assert wrong == []


def test_names_are_unique_among_siblings() -> None:
    counts = Counter((row["parent"], row["name"]) for row in TODAY)

    assert [key for key, count in counts.items() if count > 1] == []


NAMED = [
    # code, name, short name, English, pinyin, slug, city
    ("140400", "长治市", "长治", "Changzhi", "changzhi", "changzhi", "140400"),
    ("141100", "吕梁市", "吕梁", "Lüliang", "lvliang", "luliang", "141100"),
    ("150100", "呼和浩特市", "呼和浩特", "Hohhot", "huhehaote", "hohhot", "150100"),
    ("650100", "乌鲁木齐市", "乌鲁木齐", "Ürümqi", "wulumuqi", "urumqi", "650100"),
    ("610100", "西安市", "西安", "Xi'an", "xian", "xian", "610100"),
    ("429004", "仙桃市", "仙桃", "Xiantao", "xiantao", "xiantao", "429004"),
    ("419001", "济源市", "济源", "Jiyuan", "jiyuan", "jiyuan", "419001"),
    ("659001", "石河子市", "石河子", "Shihezi", "shihezi", "shihezi", "659001"),
    ("469001", "五指山市", "五指山", "Wuzhishan", "wuzhishan", "wuzhishan", "469001"),
    (
        "310115",
        "浦东新区",
        "浦东",
        "Pudong New Area",
        "pudong",
        "pudong-xinqu",
        "310000",
    ),
    ("710000", "台湾省", "台湾", "Taiwan", "taiwan", "taiwan", "710000"),
    ("140000", "山西省", "山西", "Shanxi", "shanxi", "shanxi", ""),
    ("610000", "陕西省", "陕西", "Shaanxi", "shaanxi", "shaanxi", ""),
    ("320500", "苏州市", "苏州", "Suzhou", "suzhou", "jiangsu-suzhou", "320500"),
    ("341300", "宿州市", "宿州", "Suzhou", "suzhou", "anhui-suzhou", "341300"),
    ("220200", "吉林市", "吉林", "Jilin City", "jilin", "jilin-city", "220200"),
    ("500233", "忠县", "忠县", "Zhong County", "zhongxian", "zhong-xian", "500000"),
]


@pytest.mark.parametrize("expected", NAMED, ids=[row[1] for row in NAMED])
def test_named_divisions(expected: tuple[str, ...]) -> None:
    row = BY_CODE[expected[0]]
    columns = ("code", "name", "short_name", "name_en", "pinyin", "slug", "city")

    assert tuple(row[column] for column in columns) == expected


@pytest.mark.parametrize(
    ("code", "name", "valid_to", "successor"),
    [
        ("500105", "江北区", "2025", "500157"),
        ("330104", "江干区", "2021", "330102"),
        ("330103", "下城区", "2021", "330105"),
        ("371200", "莱芜市", "2018", "370100"),
        ("110228", "密云县", "2015", "110118"),
        ("110229", "延庆县", "2015", "110119"),
        ("310108", "闸北区", "2015", "310106"),
        ("341400", "巢湖市", "2011", "340000"),
        ("110103", "崇文区", "2010", "110101"),
    ],
)
def test_named_abolished_divisions(
    code: str, name: str, valid_to: str, successor: str
) -> None:
    row = BY_CODE[code]

    assert (row["name"], row["valid_to"], row["successor"]) == (
        name,
        valid_to,
        successor,
    )


def test_former_names_of_the_same_code_are_aliases() -> None:
    assert "襄樊市" in BY_CODE["420600"]["aliases"].split("|")
    assert "思茅市" in BY_CODE["530800"]["aliases"].split("|")
    assert "潞西市" in BY_CODE["533103"]["aliases"].split("|")


READINGS = {
    "洪洞县": "hongtong", "都匀市": "duyun", "六安市": "luan",
    "六合区": "luhe", "蚌埠市": "bengbu", "厦门市": "xiamen",
    "重庆市": "chongqing", "浚县": "xunxian", "尉犁县": "yuli",
    "番禺区": "panyu", "乐清市": "yueqing", "乐亭县": "laoting",
    "单县": "shanxian", "牟平区": "muping", "中牟县": "zhongmu",
    "耒阳市": "leiyang", "阆中市": "langzhong", "监利市": "jianli",
    "鄄城县": "juancheng", "莘县": "shenxian", "宕昌县": "tanchang",
    "涪陵区": "fuling", "昌都市": "changdu", "亳州市": "bozhou",
    "井陉县": "jingxing", "大城县": "daicheng", "长子县": "zhangzi",
    "绿春县": "lvchun", "铅山县": "yanshan", "歙县": "shexian",
    "黟县": "yixian", "涡阳县": "guoyang", "枞阳县": "zongyang",
    "渑池县": "mianchi", "荥阳市": "xingyang", "荥经县": "yingjing",
    "泌阳县": "biyang", "犍为县": "qianwei", "筠连县": "junlian",
    "什邡市": "shifang", "郫都区": "pidu", "色达县": "seda",
    "覃塘区": "qintang", "大埔县": "dabu", "东莞市": "dongguan",
    "吴堡县": "wubu", "红寺堡区": "hongsibu", "柞水县": "zhashui",
    "盱眙县": "xuyi", "珲春市": "hunchun", "穆棱市": "muling",
    "万柏林区": "wanbailin",
}  # fmt: skip


@pytest.mark.parametrize(("name", "pinyin"), READINGS.items())
def test_characters_with_several_readings(name: str, pinyin: str) -> None:
    assert {row["pinyin"] for row in TODAY if row["name"] == name} == {pinyin}


@pytest.mark.parametrize(
    ("name", "name_en"),
    [
        ("齐齐哈尔市", "Qiqihar"),
        ("哈尔滨市", "Harbin"),
        ("拉萨市", "Lhasa"),
        ("日喀则市", "Shigatse"),
        ("鄂尔多斯市", "Ordos"),
        ("呼伦贝尔市", "Hulunbuir"),
        ("喀什地区", "Kashgar Prefecture"),
        ("和田地区", "Hotan Prefecture"),
        ("内蒙古自治区", "Inner Mongolia"),
        ("西藏自治区", "Tibet"),
        ("香港特别行政区", "Hong Kong"),
        ("恩施土家族苗族自治州", "Enshi Tujia and Miao Autonomous Prefecture"),
        ("雅安市", "Ya'an"),
        ("海淀区", "Haidian District"),
        ("永济市", "Yongji City"),
        ("洪洞县", "Hongtong County"),
        ("昌吉回族自治州", "Changji Hui Autonomous Prefecture"),
        ("长阳土家族自治县", "Changyang Tujia Autonomous County"),
        (
            "积石山保安族东乡族撒拉族自治县",
            "Jishishan Bonan, Dongxiang and Salar Autonomous County",
        ),
        ("科尔沁左翼中旗", "Horqin Left Middle Banner"),
        ("鄂伦春自治旗", "Oroqen Autonomous Banner"),
        ("浦东新区", "Pudong New Area"),
        ("峰峰矿区", "Fengfeng Mining District"),
    ],
)
def test_english_names(name: str, name_en: str) -> None:
    assert [row["name_en"] for row in TODAY if row["name"] == name] == [name_en]
