"""Authorities as texts name them: their words, kind, place and part in the case."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.reader.accounts import account_seat
from cases.reader.agencies import find_agencies


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("山西运城公安机关破获", ["山西运城公安机关"]),
        ("江苏公安网安部门侦查查明", ["江苏公安网安部门"]),
        ("长治市公安局五马分局民警发现", ["长治市公安局五马分局民警"]),
        ("安徽砀山网警破获", ["安徽砀山网警"]),
        ("河南网安查处", ["河南网安"]),
        ("网安法施行，网安企业获奖", []),
        ("公安县，公安大学，公安备案", []),
        ("浙江、江苏等地公安机关收网", ["浙江、江苏等地公安机关"]),
        ("市公安局联合属地派出所", ["市公安局", "属地派出所"]),
        ("公安部网安局指导吉林市公安局", ["公安部网安局", "吉林市公安局"]),
        ("公安部门查处", ["公安部门"]),
        ("上海市第一中级人民法院判决", ["上海市第一中级人民法院"]),
        ("杭州市市场监管局立案", ["杭州市市场监管局"]),
        ("缅甸警方移交", ["缅甸警方"]),
        ("丽水市文化和广电旅游体育局立案", ["丽水市文化和广电旅游体育局"]),
    ],
)
def test_words_of_an_authority(text: str, words: list[str]) -> None:
    assert [one.words for one in find_agencies(text)] == words


@pytest.mark.parametrize(
    ("text", "kind", "scope"),
    [
        ("运城公安机关", "police", "named"),
        ("公安部", "police", "national"),
        ("最高检", "procuratorate", "national"),
        ("闵行检方", "procuratorate", "named"),
        ("道外区法院", "court", "named"),
        ("中央网信办", "regulator", "national"),
        ("当地公安机关", "police", "local"),
        ("各地公安机关", "police", "many"),
        ("市公安局", "police", "own"),
        ("警方", "police", "plain"),
        ("乌克兰警方", "police", "abroad"),
        ("衡阳市网信办", "regulator", "named"),
    ],
)
def test_kind_and_scope(text: str, kind: str, scope: str) -> None:
    (found,) = find_agencies(text)

    assert (found.kind, found.scope) == (kind, scope)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("太原警方抓获李某", ["handles"]),
        ("在广东警方的大力配合下，太原警方抓获李某", ["helps", "handles"]),
        ("太原警方会同阳泉警方抓获李某", ["handles", "helps"]),
        ("省公安厅统一指挥太原警方收网", ["leads", "handles"]),
        ("在公安部指挥下，太原警方收网", ["leads", "handles"]),
        ("接到阳泉警方移交的线索，太原警方立案", ["source", "handles"]),
        ("案件移送小店区检察院审查起诉", ["receives"]),
        ("李某曾因诈骗被小店区法院判刑", ["past"]),
        ("记者从太原警方获悉", ["handles"]),
    ],
)
def test_part_in_the_case(text: str, roles: list[str]) -> None:
    assert [one.role for one in find_agencies(text)] == roles


def test_place_of_the_innermost_name() -> None:
    (found,) = find_agencies("烟台市公安局蓬莱分局网安大队")

    assert found.place is not None
    assert found.place.names == ("山东省", "烟台市", "蓬莱区")


def test_police_station_named_like_a_district_elsewhere_has_no_place() -> None:
    (found,) = find_agencies("海淀派出所")

    assert (found.words, found.place) == ("派出所", None)


def test_acting_is_told_by_a_verb_of_handling() -> None:
    assert [one.acts for one in find_agencies("太原警方抓获李某。太原警方很忙。")] == [
        True,
        False,
    ]


@given(
    st.text(
        alphabet="太原市公安局小店分局和、在下警方法院移送曾因。配合\n", max_size=60
    )
)
def test_mentions_are_the_texts_words_and_never_overlap(text: str) -> None:
    end = 0
    for mention in find_agencies(text):
        assert text[mention.start : mention.end] == mention.words
        assert mention.start >= end
        end = mention.end


@pytest.mark.parametrize(
    ("account", "names"),
    [
        ("巴蜀网警", ("四川省",)),
        ("京法网事", ("北京市",)),
        ("网信浙江", ("浙江省",)),
        ("余杭检察", ("浙江省", "杭州市", "余杭区")),
        ("苏州公安微警务", ("江苏省", "苏州市")),
        ("平安南京", ("江苏省", "南京市")),
        ("首都网警", ("北京市",)),
        ("沭阳公安在线", ("江苏省", "宿迁市", "沭阳县")),
        ("朝阳检察", None),
        ("西湖公安", None),
        ("南京发布", None),
        ("公安部网安局", None),
    ],
)
def test_seat_told_by_an_accounts_name(
    account: str, names: tuple[str, ...] | None
) -> None:
    place = account_seat(account)

    assert (place.names if place else None) == names


@pytest.mark.parametrize(
    "text",
    [
        "冒充北京市公安局民警打来电话",
        "入侵南京市公安局系统",
        "系衡水市公安局辅警",
        "伪造上海市公安局印章",
        "通过太原警方网站查询",
    ],
)
def test_authority_that_is_the_offences_object_handles_nothing(text: str) -> None:
    assert [one.role for one in find_agencies(text)] == ["target"]


def test_company_that_helps_leaves_the_case_with_the_police() -> None:
    (found,) = find_agencies("某公司协助佛山警方打掉一个团伙")

    assert found.role == "handles"
