"""Outcomes in the words of courts, prosecutors and the press."""

from __future__ import annotations

import pytest

from cases.reader.context import Notes
from cases.reader.outcomes import read_outcomes
from tests.reader.making import make_case


def outcomes(text):
    return [found.value for found in read_outcomes(make_case(text), Notes())]


@pytest.mark.parametrize(
    "text",
    [
        "区法院对钱某等4名被告人作出有罪判决。",
        "法院以诈骗罪对4人定罪判刑。",
        "法院对被告人4名定罪量刑。",
        "法院判令4名被告人承担刑事责任。",
        "法院上月对4名被告人下判。",
        "法院认定4名被告人罪名成立。",
        "4名被告人受到刑事处罚。",
        "4名被告人领受了一年到六年不等的刑罚。",
        "4名被告人被一审法院认定构成诈骗罪。",
        "4名被告人分获一至六年有期徒刑。",
    ],
)
def test_a_judgment_goes_by_many_words(text):
    assert outcomes(text) == ["convicted"]


@pytest.mark.parametrize(
    "text",
    [
        "检察机关以诈骗罪将4人诉至法院。",
        "该案4人被移交法院审理。",
        "4名被告人已被诉上法庭。",
        "4人坐上了被告席。",
        "检察院已提起公诉，被追究刑事责任的共4人。",
    ],
)
def test_a_charge_goes_by_many_words_and_is_no_judgment(text):
    assert outcomes(text) == ["prosecuted"]


@pytest.mark.parametrize(
    "text",
    [
        "若被定罪，三人很可能在三至七年之间领刑，同时被判处罚金。",
        "如罪名成立，可判处三年以上有期徒刑。",
        "轻则挨罚，重则锒铛入狱。",
        "倘若情节严重，就被行政拘留。",
        "这样的行为应当受到刑事处罚。",
    ],
)
def test_what_may_follow_is_no_outcome(text):
    assert outcomes(f"钱某已被批捕。{text}") == ["criminal-coercive"]


def test_an_animal_in_the_picture_of_a_rumour_is_not_arrested():
    text = "画面里的黑熊当天就被林业部门捕获。发帖账号已被关停。"
    assert outcomes(text) == ["account-closure"]
    assert outcomes("钱某被民警捕获。") == ["arrested"]


@pytest.mark.parametrize(
    "text",
    [
        "涉事账号，包括某平台的“老钱”、另一平台的“小钱”，已按照公约关停。",
        "该账号遭平台永久除名。",
        "发帖账号已从平台上消失。",
        "涉事账号已被禁止发言。",
        "相关账号已被依法依规处理。",
        "网信办指导平台处罚账号20个。",
        "平台已无限期封禁主播钱某。",
    ],
)
def test_accounts_are_closed_though_listed_or_in_rarer_words(text):
    assert outcomes(text) == ["account-closure"]


@pytest.mark.parametrize(
    "text",
    [
        "有关案件正由公安机关加紧侦办。",
        "该案的侦查尚未结束。",
        "警方已着手侦查。",
        "目前案件还在办。",
        "公安机关已开展调查。",
        "案件已进入侦查阶段。",
        "有关情况正在核实。",
        "钱某潜逃境外，警方已发布通缉令。",
    ],
)
def test_work_not_yet_over_is_an_investigation(text):
    assert outcomes(text) == ["investigating"]


@pytest.mark.parametrize(
    "text",
    [
        "12名网民受到处罚。",
        "网信办给该公司开了5万元罚单。",
        "公安机关给予该公司警告。",
        "公安机关依据治安管理处罚法对4人作出处理。",
    ],
)
def test_penalties_in_other_words(text):
    assert outcomes(text) == ["administrative-penalty"]


def test_custody_for_a_crime_is_criminal():
    assert outcomes("4人因涉嫌诈骗罪被拘。") == ["criminal-coercive"]


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("钱某若无其事，当日被刑事拘留。", "criminal-coercive"),
        ("民警一旦掌握线索立即出击，将钱某刑事拘留。", "criminal-coercive"),
        ("如今，钱某被判处有期徒刑三年。", "convicted"),
        ("法院认定钱某不构成诈骗罪。检察院曾对其提起公诉。", "prosecuted"),
    ],
)
def test_words_that_only_look_like_a_condition_hide_no_outcome(text, slug):
    assert outcomes(text) == [slug]


def test_a_sentence_served_before_is_no_outcome_and_hides_none():
    text = "钱某被判刑三年，出狱后重操旧业，再次被刑拘。"
    assert outcomes(text) == ["criminal-coercive"]
    assert outcomes("有前科的钱某再度被抓，已被批捕。") == ["criminal-coercive"]


def test_who_is_asked_to_the_station_is_caught():
    assert outcomes("发帖人钱某被请进派出所。") == ["arrested"]


@pytest.mark.parametrize(
    "text",
    [
        "此前已有多人因此获刑。",
        "去年，邻县的孙某因同样行为被判有期徒刑三年。",
        "类似的案子里，有人被判了三年。",
        "检察院建议判处有期徒刑三年。",
        "公诉机关提出判处三年有期徒刑的量刑建议。",
        "家人劝他不要因小失大被判刑。",
        "平台提醒，违规账号将被封停。",
        "钱某随即将账号注销，解散微信群。",
    ],
)
def test_what_befell_others_or_was_advised_is_no_outcome(text):
    assert outcomes(f"民警将钱某抓获。{text}") == ["arrested"]


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("法院采纳量刑建议，判处钱某有期徒刑三年。", "convicted"),
        ("平台已注销钱某的账号。", "account-closure"),
        ("网信部门解散违规微信群12个。", "account-closure"),
    ],
)
def test_advice_that_was_taken_and_accounts_that_were_closed_are_outcomes(text, slug):
    assert outcomes(text) == [slug]
