"""What is flagged as personal data, and what is not.

All numbers are made up; the names are of nobody.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.privacy import find_flags


def flagged(text: str, names: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """The flagged words with the kind of each."""
    return [
        (text[flag.start : flag.end], flag.kind.value)
        for flag in find_flags(text, names)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # ID numbers: GB 11643, the last character is a check digit
        ("身份证号11010119900307803X", [("11010119900307803X", "id-number")]),
        ("身份证：11010119900307803x。", [("11010119900307803x", "id-number")]),
        (
            "证号１１０１０１１９９００３０７８０３Ｘ",
            [("１１０１０１１９９００３０７８０３Ｘ", "id-number")],
        ),
        ("证号110101 19900307 803X", [("110101 19900307 803X", "id-number")]),
        ("身份证号110101199003078031", []),  # wrong check digit
        ("身份证号110101********803X", []),  # masked
        ("身份证号11010119901307803X", []),  # month 13
        # mobile phones
        ("联系电话13800138000", [("13800138000", "mobile")]),
        ("电话：138-0013-8000转账", [("138-0013-8000", "mobile")]),
        ("电话+86 138 0013 8000", [("+86 138 0013 8000", "mobile")]),
        ("电话１３８００１３８０００", [("１３８００１３８０００", "mobile")]),
        ("电话138****8000", []),
        ("请拨打110、12377或96110", []),
        ("客服热线400-810-8888", []),
        ("固定电话010-65201114", []),
        # bank cards: Luhn and an issuer's first digits
        ("卡号6222020200112233447", []),
        ("卡号6222020200112233446", [("6222020200112233446", "bank-card")]),
        ("卡号4111 1111 1111 1111", [("4111 1111 1111 1111", "bank-card")]),
        ("卡号622202*********3440", []),
        ("订单号1234567812345670", []),  # Luhn, but no issuer
        # number plates: GA 36
        ("驾驶京A12345小轿车", [("京A12345", "number-plate")]),
        ("车牌号粤B·D12345的新能源车", [("粤B·D12345", "number-plate")]),
        ("警车晋M1234警", [("晋M1234警", "number-plate")]),
        ("车牌号京A·1***5", []),
        ("京ICP备12345678号", []),
        ("浙江A股上市公司", []),
        # numbers of other kinds
        ("2024年3月至2025年11月", []),
        ("涉案金额1500000000余元，非法获利13800138元", []),
        ("晋公网安备14010702070123号", []),
        ("（2024）晋08刑初123号", []),
        ("获取公民个人信息18012345条", []),
    ],
)
def test_numbers(text, expected):
    assert flagged(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("犯罪嫌疑人王小明（男，35岁）到案", ["王小明"]),
        ("犯罪嫌疑人王小明、李红及赵大勇等人被抓获", ["王小明", "李红", "赵大勇"]),
        ("违法行为人欧阳明因散布谣言被处罚", ["欧阳明"]),
        ("网民“王小明”在某平台发布谣言", ["王小明"]),
        ("案例一：王小明等人诈骗案", ["王小明"]),
        ("成功抓获王小明等3人", ["王小明"]),
        ("被告人王小明。经查，王小明与他人合谋", ["王小明", "王小明"]),
        # masked
        ("犯罪嫌疑人王某某、李某、张某明等8人", []),
        ("犯罪嫌疑人王×、李**", []),
        ("王某某等人非法利用信息网络案", []),
        # no names
        ("犯罪嫌疑人成功落网", []),
        ("犯罪嫌疑人高度警觉，随即逃跑", []),
        ("犯罪嫌疑人安装在服务器上的程序", []),
        ("抓获犯罪嫌疑人53人", []),
        ("犯罪嫌疑人以刷单为名", []),
        ("嫌疑人于2024年到案", []),
        ("抓获马仔等3人、黄牛等人、公司负责人等5人", []),
        ("违法行为人全部被抓获", []),
        ("民警王小明介绍说", []),
        ("运城公安机关抓获犯罪嫌疑人", []),
    ],
)
def test_names_in_a_suspects_place(text, expected):
    assert flagged(text) == [(name, "full-name") for name in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("被害人李小红报警称", []),  # no sign that the name ends there
        ("被害人李小红被骗5万元", ["李小红"]),
        ("受害人：李小红、赵大勇在网上", ["李小红", "赵大勇"]),
        ("证人赵大勇的证言。赵大勇说", ["赵大勇", "赵大勇"]),
        ("被害人李某、赵某某报警", []),
        ("受害人王女士在网上被骗", []),
        ("受害者王芳（化名）在网上被骗", []),
        ("被害人被骗后报警", []),
        ("骗取75名被害人钱款共计190万元。向被害人施压，", []),
    ],
)
def test_names_of_victims_and_witnesses(text, expected):
    assert flagged(text) == [(name, "victim") for name in expected]


def test_somebody_called_by_another_name_is_not_named():
    assert flagged("嫌疑人王小明（化名）到案。王小明交代") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("李某，家住永丰县和平街道长江路12号", ["永丰县和平街道长江路12号"]),
        ("户籍所在地：永丰县新田镇李家村6组", ["永丰县新田镇李家村6组"]),
        ("王某，住永丰县幸福路8号3栋2单元501室。", ["永丰县幸福路8号3栋2单元501室"]),
        ("民警在幸福小区3栋501室将其抓获", ["幸福小区3栋501室"]),
        ("家住永丰县的李某", []),
        ("租住在某小区×栋×单元", []),
        ("居住证签发机关", []),
        ("法院地址：和平路12号", []),
        ("住建部第12号令", []),
    ],
)
def test_home_addresses(text, expected):
    assert flagged(text) == [(words, "address") for words in expected]


def test_a_suspect_that_is_known_by_name_is_flagged_wherever_it_stands():
    text = "买买提·艾力开设店铺。艾力被抓获。民警找到买买提·艾力。"

    assert flagged(text, ("买买提·艾力", "王某某", "某公司")) == [
        ("买买提·艾力", "full-name"),
        ("买买提·艾力", "full-name"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("李某（男，16岁）", ["16岁"]),
        ("年仅15周岁的刘某", ["15周岁"]),
        ("１７岁的王某", ["１７岁"]),
        ("十六岁少年", ["十六岁"]),
        ("其5岁女儿", ["5岁"]),
        ("高中生王某某", ["高中生"]),
        ("未成年人张某", ["未成年人"]),
        ("李某，系未成年人", ["，系未成年人"]),
        ("李某（男，18岁）、王某（女，35岁）", []),
        ("未满18周岁的公民", []),
        ("已满十六周岁的人犯罪", []),
        ("14周岁以下儿童", []),
        ("十二岁至十四岁", []),
        ("保护未成年人的合法权益", []),
        ("面向初中生的培训", []),
        ("网龄16年", []),
    ],
)
def test_minors(text, expected):
    assert flagged(text) == [(words, "minor") for words in expected]


def test_flags_come_in_order_without_overlap():
    text = "嫌疑人王小明（男，16岁），身份证11010119900307803X，电话13800138000"

    assert flagged(text) == [
        ("王小明", "full-name"),
        ("16岁", "minor"),
        ("11010119900307803X", "id-number"),
        ("13800138000", "mobile"),
    ]


@given(
    st.text(
        alphabet="王小明某嫌疑人犯罪等、（，岁16 8013-Xx京A被害住小区栋号\n",
        max_size=80,
    )
)
def test_no_text_makes_it_fail(text):
    flags = find_flags(text, ("王小明",))

    assert all(0 <= flag.start < flag.end <= len(text) for flag in flags)
    assert all(a.end <= b.start for a, b in pairwise(flags))
