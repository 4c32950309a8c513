"""Outcomes in turns that bulletins have everywhere, and what is none of the case."""

from __future__ import annotations

import pytest

from cases.reader.context import Notes
from cases.reader.outcomes import read_outcomes
from tests.reader.making import counted, make_case


def outcomes(text):
    return [found.value for found in read_outcomes(make_case(text), Notes())]


@pytest.mark.parametrize(
    "text",
    [
        # what a company did before it went to the police
        "公司当日关停异常账号，并向公安机关报案。民警将鲍某抓获。",
        # another case of the same court, or of the same kind
        "民警将鲍某抓获。2016年，甲区法院曾对薛某劫持流量案作出判决，薛某被判刑三年。",
        "民警将鲍某抓获。去年，“山里人”账号主播因类似行为被公安机关行政拘留。",
        # what others are told to do
        "民警将鲍某抓获。网站平台要落实主体责任，永久关闭违规账号。",
        "民警将鲍某抓获。情节严重的一律永久关闭账号。",
    ],
)
def test_what_is_beside_the_case_is_no_outcome(text):
    assert outcomes(text) == ["arrested"]


@pytest.mark.parametrize(
    "text",
    [
        "App未提供有效的注销账号功能，网信办对公司罚款2万元。",
        "公司没有设置注销账号的途径，被处以警告。",
        "网信办责令其关停相关功能、下架小程序，并给予警告。",
    ],
)
def test_what_an_app_does_not_offer_is_no_closure(text):
    assert outcomes(text) == ["administrative-penalty"]


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        (
            "鲍某等9人被提起公诉，其余人员均另案处理或被行政处罚。",
            ["administrative-penalty", "prosecuted"],
        ),
        # custody is over with the charge, unless some are charged
        (
            "2月，鲍某被刑事拘留，检察院对其批准逮捕。5月，检察院对其提起公诉。",
            ["prosecuted"],
        ),
        (
            "鲍某等8人被批准逮捕，检察院已对其中3人提起公诉。",
            ["criminal-coercive", "prosecuted"],
        ),
        (
            "鲍某被刑事拘留，案件已移送审查起诉。",
            ["criminal-coercive", "prosecuted"],
        ),
        (
            "抓获鲍某等8人。6人被刑事拘留，薛某等2名未成年人被行政处罚。",
            ["criminal-coercive", "administrative-penalty"],
        ),
        ("鲍某被抓获。对未成年的薛某，不予行政处罚。", ["arrested"]),
        ("鲍某替人解除被封账号的限制，被提起公诉。", ["prosecuted"]),
        (
            "鲍某被刑事拘留。网信办会同通信管理局注销该网站备案，关闭网站。",
            ["criminal-coercive", "account-closure"],
        ),
        (
            "法院判处鲍某有期徒刑三年。涉案账号已全部关闭。",
            ["convicted", "account-closure"],
        ),
        ("法院判处鲍某有期徒刑三年。该公司关停异常账号2万个。", ["convicted"]),
        (
            "鲍某被行政拘留。平台关闭该账号，并将线索移交公安机关。",
            ["administrative-detention", "account-closure"],
        ),
    ],
)
def test_outcomes_of_some_and_of_accounts(text, slugs):
    assert outcomes(text) == slugs


@pytest.mark.parametrize(
    "text",
    [
        "鲍某等4人被抓获。此前，“山里人”主播因同类行为被查处，共抓获54人。",
        "抓获鲍某等4人。2016年，甲区法院曾对薛某等7人诈骗案作出判决。",
    ],
)
def test_those_of_another_case_are_not_counted(text):
    assert counted(text)[0].value == 4


@pytest.mark.parametrize(
    "text",
    [
        "波兰警方称，两名组织者已被捕，另有10名参与者在捷克被拘留接受讯问。",
        "英国警方拘留了一名黑客，此人已被拘留两天。",
    ],
)
def test_custody_abroad_is_no_administrative_detention(text):
    assert "administrative-detention" not in outcomes(text)


def test_custody_abroad_is_doubted():
    notes = Notes()
    read_outcomes(make_case("西班牙警方逮捕了一名黑客，法官下令将其羁押。"), notes)
    assert {caution.field for caution in notes.cautions} == {"outcome", "coercive"}
