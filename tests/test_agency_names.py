"""English for authorities, as far as their words are known."""

from __future__ import annotations

import pytest

from cases.agency_names import english


@pytest.mark.parametrize(
    ("chinese", "written"),
    [
        ("运城市公安局", "Public Security Bureau of Yuncheng"),
        ("山西省运城市公安局", "Public Security Bureau of Yuncheng, Shanxi"),
        ("运城警方", "Police of Yuncheng"),
        ("山西公安机关", "Police of Shanxi"),
        ("河北省公安厅", "Public Security Department of Hebei"),
        (
            "北京市公安局朝阳分局",
            "Chaoyang District Branch of the Public Security Bureau of Beijing",
        ),
        (
            "运城市公安局网安支队",
            "Cybersecurity Detachment of the Public Security Bureau of Yuncheng",
        ),
        (
            "上海市杨浦区人民检察院",
            "People’s Procuratorate of Yangpu District, Shanghai",
        ),
        (
            "上海市第一中级人民法院",
            "First Intermediate People’s Court of Shanghai",
        ),
        ("广东省通信管理局", "Communications Administration of Guangdong"),
        ("当地公安机关", "Local police"),
        (
            "最高人民法院、公安部",
            "Supreme People’s Court and Ministry of Public Security",
        ),
    ],
)
def test_known_words_are_put_into_english(chinese, written):
    assert english(chinese) == written


def test_a_quarter_that_is_no_division_is_left_to_the_chinese_beside_it():
    assert english("长治市公安局五马分局") == (
        "Branch of the Public Security Bureau of Changzhi"
    )


@pytest.mark.parametrize(
    "chinese",
    ["", "运城市", "某某公司", "北京市某派出所", "███公安局", "运城市网络安全协会"],
)
def test_half_a_translation_is_none(chinese):
    assert english(chinese) == ""


def test_a_county_with_the_name_of_the_police_is_a_county():
    assert english("公安县公安局") == "Public Security Bureau of Gong'an County"


def test_a_name_that_two_cities_bear_is_the_one_within_the_named_province():
    assert english("江苏泰州警方") == "Police of Taizhou, Jiangsu"
    assert english("辽宁朝阳警方") == "Police of Chaoyang, Liaoning"
