"""Districts that share a name, told apart by the words around them."""

from __future__ import annotations

import pytest

from tests.reader.making import read_place, seat


def test_same_named_districts_stay_open_without_context() -> None:
    assert read_place("近日，河东警方破获一起案件。") == ("", "ambiguous-place")


@pytest.mark.parametrize(
    ("title", "region"),
    [
        ("临沂河东警方破获侵犯公民个人信息案", "山东省临沂市河东区"),
        ("天津警方通报5起案例", "天津市河东区"),
    ],
)
def test_same_named_districts_are_told_apart_by_the_title(
    title: str, region: str
) -> None:
    assert read_place("近日，河东警方破获一起案件。", title=title)[0] == region


def test_same_named_districts_are_told_apart_by_the_issuers_seat() -> None:
    region = read_place("鼓楼警方抓获林某。", seats=(seat("福建省", "福州市"),))[0]

    assert region == "福建省福州市鼓楼区"


def test_city_whose_name_is_also_a_district_elsewhere_is_doubted() -> None:
    assert read_place("朝阳警方抓获郑某。") == ("辽宁省朝阳市", "ambiguous-place")


def test_district_of_the_texts_city_beats_a_city_elsewhere() -> None:
    assert read_place("朝阳警方抓获郑某。", seats=(seat("北京市"),)) == (
        "北京市朝阳区",
        "",
    )


def test_branch_that_is_no_district_adds_nothing() -> None:
    seats = (seat("山西省", "长治市"),)

    assert read_place("长治市公安局五马分局抓获4人。") == ("山西省长治市", "")
    assert read_place("五马分局民警发现线索。", seats=seats) == ("山西省长治市", "")


def test_branch_that_bears_the_name_of_a_district_of_another_province() -> None:
    seats = (seat("新疆维吾尔自治区", "胡杨河市"),)
    region, code = read_place("河西分局破获一起案件，抓获付某。", seats=seats)

    assert (region, code) == ("新疆维吾尔自治区胡杨河市", "seat-of-issuer")
    region, _ = read_place("河西分局抓获付某。", seats=(seat("天津市"),))
    assert region == "天津市河西区"


@pytest.mark.parametrize(
    ("narrative", "region"),
    [
        ("沈阳市和平区一家会所泄露信息，被区公安分局责令整改。", "辽宁省沈阳市和平区"),
        (
            "山东滨州惠民县两名男子改动价格牌。当地公安机关对二人处以拘留。",
            "山东省滨州市惠民县",
        ),
        ("沈阳和平区一男子造谣，被当地公安机关拘留。", "辽宁省沈阳市"),
    ],
)
def test_the_county_of_the_story_whose_own_police_handle_it(
    narrative: str, region: str
) -> None:
    assert read_place(narrative) == (region, "scene")


@pytest.mark.parametrize(
    ("narrative", "region"),
    [
        ("蓝山县网信办会同县公安局查获蒋某。", "湖南省永州市蓝山县"),
        ("怀化会同县公安局查获蒋某。", "湖南省怀化市会同县"),
    ],
)
def test_together_with_the_countys_police_is_no_county(
    narrative: str, region: str
) -> None:
    assert read_place(narrative) == (region, "")


@pytest.mark.parametrize(
    ("narrative", "region"),
    [
        (
            (
                "宁德市网信办接到线索。执法人员会同蕉城区网信办检查某公司，发现漏洞。"
                "宁德市网信办对该公司处警告。"
            ),
            "福建省宁德市",
        ),
        ("某公司协助蕉城区公安局抓获蒋某。", "福建省宁德市蕉城区"),
    ],
)
def test_whom_the_staff_ask_to_join_only_helps(narrative: str, region: str) -> None:
    assert read_place(narrative) == (region, "")


def test_the_regulator_of_an_operators_place_that_is_named_behind_it() -> None:
    narrative = "属地网信部门约谈账号主体福建省宁德市蕉城区某传媒工作室，责令整改。"

    assert read_place(narrative) == ("福建省宁德市蕉城区", "scene")
