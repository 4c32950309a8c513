"""Names of places in running text, and what a chain of them means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.reader.gazetteer import find_places, gazetteer, resolve


def meaning(text: str, *context: str) -> str:
    """The names of the division that a chain of names in a text means."""
    codes = [resolve([gazetteer().named(name)]).division.code for name in context]
    meant = resolve([one.candidates for one in find_places(text)], codes).division
    return "/".join(gazetteer().place(meant.code).names) if meant else ""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("山西省运城市盐湖区的张某", ["山西省", "运城市", "盐湖区"]),
        ("山西运城盐湖的张某", ["山西", "运城", "盐湖"]),
        ("河南京山来的人", ["河南"]),
        ("新疆维吾尔自治区和田地区", ["新疆维吾尔自治区", "和田地区"]),
        ("广西自治区南宁市", ["广西自治区", "南宁市"]),
        ("云南怒江州泸水市", ["云南", "怒江州", "泸水市"]),
        ("吉林市场广阔", ["吉林"]),
        ("朝阳产业，中山装，和平时期", []),
        ("东方财富，平安银行，长子张某", []),
    ],
)
def test_places_found_in_text(text: str, names: list[str]) -> None:
    assert [one.words for one in find_places(text)] == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("吉林", "吉林省"),
        ("吉林市", "吉林省/吉林市"),
        ("海南", "海南省"),
        ("海南州", "青海省/海南藏族自治州"),
        ("邢台", "河北省/邢台市"),
        ("和田", "新疆维吾尔自治区/和田地区"),
        ("山东烟台蓬莱", "山东省/烟台市/蓬莱区"),
        ("山东烟台蓬莱市", "山东省/烟台市/蓬莱市"),
        ("湖北仙桃", "湖北省/仙桃市"),
        ("重庆市江北区", "重庆市/江北区"),
        ("浙江宁波江北", "浙江省/宁波市/江北区"),
        ("山东省莱芜市钢城区", "山东省/莱芜市/钢城区"),
        ("山东省济南市钢城区", "山东省/济南市/钢城区"),
        # Counties move between cities: the province is enough.
        ("四川省资阳市简阳市", "四川省/成都市/简阳市"),
        ("鼓楼区", ""),
    ],
)
def test_meaning_of_a_chain(text: str, expected: str) -> None:
    assert meaning(text) == expected


def test_context_tells_same_named_districts_apart() -> None:
    assert meaning("鼓楼区", "徐州市") == "江苏省/徐州市/鼓楼区"
    assert meaning("鼓楼区", "福建省") == "福建省/福州市/鼓楼区"
    assert meaning("鼓楼区", "江苏省") == ""


def test_open_chain_names_its_rivals() -> None:
    found = find_places("河东区")
    rivals = resolve([one.candidates for one in found]).rivals

    assert {gazetteer().place(one.code).names for one in rivals} == {
        ("天津市", "河东区"),
        ("山东省", "临沂市", "河东区"),
    }


@given(st.text(alphabet="山西省运城市盐湖区吉林河南京朝阳和平公安县。 a", max_size=40))
def test_mentions_are_the_texts_words_and_never_overlap(text: str) -> None:
    end = 0
    for mention in find_places(text):
        assert text[mention.start : mention.end] == mention.words
        assert mention.start >= end
        end = mention.end
