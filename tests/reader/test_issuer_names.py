"""The names of issuers: who signs, whose account it is, by what name all know it."""

from __future__ import annotations

import pytest

from cases.reader import read_bulletin
from tests.reader.bulletin_texts import exported, listed

CASES = listed(["案例一：张某诈骗案", "案例二：李某诈骗案"])


def issuer(text: str) -> str | None:
    """The issuer of a text."""
    found = read_bulletin(text).issuer
    return found.value if found else None


def test_the_authority_that_signs_a_notice() -> None:
    text = f"某某公安通报2起案件\n{CASES}\n莱西市公安局\n2024年5月6日"

    assert issuer(exported("平安莱西", "兵团公安公布2起案例", text)) == "莱西市公安局"


def test_an_accounts_full_name() -> None:
    text = "来看看鲁山法院宣判的一起案件。\n鲁山法院以诈骗罪判处张某有期徒刑三年。"

    assert issuer(exported("鲁山县人民法院", "他被判刑", text)) == "鲁山县人民法院"


@pytest.mark.parametrize(
    ("title", "intro", "expected"),
    [
        (
            "长航公安公布2起案例",
            "近期，水上网络犯罪多发。",
            "长江航运公安局",
        ),
        (
            "民航公安“百日行动”：打掉2个团伙",
            "首都机场公安局、双流机场公安局先后破案。",
            "民航公安",
        ),
        (
            "公安机关公布打击网络赌博情况",
            "今年以来，河北省公安机关共破获网络赌博案件430余起，现公布典型案例。",
            "河北省公安机关",
        ),
        (
            "邢台公安发布案例",
            "邢台市公安局网安支队梳理了“雷霆2024”专项行动中办理的几起涉未成年人的典型案例。",
            "邢台市公安局网安支队",
        ),
    ],
)
def test_names_of_issuers(title: str, intro: str, expected: str) -> None:
    assert issuer(exported("某某观察", title, f"{intro}\n\n{CASES}")) == expected


def test_a_higher_court_that_only_upholds() -> None:
    text = (
        "日前，宁德市中级人民法院作出维持原判的终审裁定。该案由寿宁县人民法院一审，詹某等人"
        "因掩饰、隐瞒犯罪所得罪被判处有期徒刑。"
    )

    assert issuer(exported("某某日报", "茶园里的生意", text)) == "寿宁县人民法院"


def test_any_regulator_is_no_issuer() -> None:
    text = "警方将非法注册账号的柯某抓获。涉案营业厅已被通报主管部门约谈。"

    assert issuer(exported("旬阳公安", "一张手机卡", text)) == "旬阳公安"


def test_an_account_of_the_kind_of_one_of_the_authorities() -> None:
    text = (
        "姑苏警方在无锡将谭某抓获，谭某以诈骗为业。姑苏区检察院对从犯作出不起诉决定，谭某"
        "被判处有期徒刑三年。"
    )

    assert issuer(exported("苏城检察", "“黄牛”的帮手", text)) == "姑苏区检察院"


def test_the_one_authority_of_all_cases_where_nobody_else_is_named() -> None:
    text = (
        "近日，海南省通信管理局对某旅行社未履行数据安全保护义务的行为作出罚款五万元的行政处罚。\n\n"
        "同日，该局还对某停车企业存在弱口令的问题作出警告的行政处罚。"
    )

    assert issuer(exported("某某观察", "两家单位被处罚", text)) == "海南省通信管理局"


def test_authorities_that_only_join_in_are_no_issuers() -> None:
    text = "近期，温州市委网信办会同公安、市场监管部门查处一批违法案件，现通报如下。"

    assert (
        issuer(exported("某某观察", "案例来了", f"{text}\n\n{CASES}"))
        == "温州市委网信办"
    )
