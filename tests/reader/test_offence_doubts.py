"""Which readings of offence types are vouched for, and which are doubted."""

from __future__ import annotations

import pytest

from cases.reader.results import CaseReading, Caution
from tests.reader.making import offences_of

VOUCHED = [
    # one charge, and nothing that hints at another
    ("钱某诈骗案", "抓获钱某，查获电脑两台。"),
    (None, "钱某因涉嫌诈骗罪被刑事拘留。"),
    # a heading and its judgment agree
    ("钱某诈骗案", "钱某盗刷他人积分。法院以诈骗罪判处有期徒刑三年。"),
    # the charge itself told in other words
    (None, "钱某冒充客服骗取钱款，因涉嫌诈骗罪被刑事拘留。"),
    # a charge, and one word that any case may have
    ("钱某诈骗案", "抓获钱某，查获大量银行卡。"),
    # a heading's charge, and something else told that other words bear out
    ("钱某诈骗案", "抓获钱某，其倒卖公民个人信息，查获个人信息3万条。"),
    # no charge, but told twice, and nothing else is told
    (None, "钱某在酒店安装针孔摄像头，又在试衣间偷拍。"),
    # a duty and the law that sets it
    (None, "某公司未履行数据安全保护义务，依据《数据安全法》给予警告。"),
]


@pytest.mark.parametrize(("heading", "text"), VOUCHED)
def test_a_charge_that_stands_alone_is_vouched_for(heading, text):
    _, notes = offences_of(text, heading)
    assert [c for c in notes.cautions if c.field == "offences"] == []


FURTHER = "涉案的另外四人此前已经到案。法院以盗窃罪判处孙某有期徒刑一年。"
DOUBTED = [
    # the heading tells of another type than the charge
    (
        "网民编造试题外泄谣言案",
        "苏某因涉嫌诈骗被依法刑事拘留。",
        ["several-offences", "further-offences"],
    ),
    # a judgment's heading, and something else told twice
    (
        "钱某侵犯公民个人信息案",
        "法院以侵犯公民个人信息罪判处钱某一年。钱某还实施电信网络诈骗，冒充客服行骗。",
        ["further-offences"],
    ),
    # a judgment, and others who laundered for the gang
    (
        "钱某诈骗案",
        "法院以诈骗罪判处钱某五年。另抓获为该团伙提供“跑分”服务的赵某。",
        ["further-offences"],
    ),
    # a charge, and something else told once
    ("钱某诈骗案", "抓获钱某，其还给公司架设猫池。", ["further-offences"]),
    # a charge, and many weak words for another
    (
        "钱某诈骗案",
        "抓获钱某，其曾投放木马，在自建网站上操纵他人电脑，强制弹窗。",
        ["further-offences"],
    ),
    # whose money was laundered, told or hinted at
    (
        "钱某掩饰、隐瞒犯罪所得案",
        "抓获钱某，有人被骗后，其到银行取现。",
        ["further-offences"],
    ),
    # no heading: the judgment may be of a part
    (
        None,
        "钱某倒卖公民个人信息。法院以诈骗罪判处有期徒刑三年。",
        ["further-offences"],
    ),
    # charges of different men, one behind the other
    (
        None,
        "法院以诈骗罪判处钱某有期徒刑三年，并处罚金三万元，追缴其全部违法所得。"
        + FURTHER,
        ["several-offences"],
    ),
    # an operator fined for a duty, and somebody detained for what he did
    (
        "大屏被篡改案",
        "钱某改了字幕，被行政拘留。某公司未履行网络安全保护义务，被处以罚款一万元。",
        ["weak-offence"],
    ),
    # an operator fined, of whom less is told than of the intruder
    (
        "少年“黑”进校园网",
        "他偷登后台，把成绩改高，数据被人篡改。该校未落实网络安全管理制度，被警告。",
        ["several-offences"],
    ),
    # no charge, and words for two types
    (
        None,
        "钱某在酒店安装针孔摄像头，出售木马程序。",
        ["several-offences", "further-offences"],
    ),
    # no charge, and told once
    (None, "钱某在酒店安装针孔摄像头，利用漏洞攻入系统。", ["few-words"]),
    # charged, but mostly a means to more
    ("钱某等人帮助信息网络犯罪活动案", "抓获3人。", ["few-words"]),
    # ... and a type that is listed beside others only where it is charged
    (
        "钱某破坏计算机信息系统案",
        "抓获钱某，其还盗刷他人银行卡。",
        ["further-offences"],
    ),
    # a charge of the list beside one outside of it
    (
        None,
        "钱某因涉嫌危险驾驶罪被拘留，其网上炸街视频、飙车直播引来围观。",
        ["several-offences", "further-offences"],
    ),
    # no charge, and nothing but deeds
    (None, "钱某按上家指示到柜台取款。", ["weak-offence"]),
]


@pytest.mark.parametrize(("heading", "text", "codes"), DOUBTED)
def test_what_competes_or_is_told_beside_is_doubted(heading, text, codes):
    _, notes = offences_of(text, heading)
    assert [c.code for c in notes.cautions if c.field == "offences"] == codes


def test_a_heading_that_differs_from_the_bulletins_theme_is_doubted():
    theme = {"intro": "近日，公安机关公布打击整治“网络水军”5起典型案例。"}
    _, notes = offences_of("钱某雇佣水军造谣。", "钱某编造传播虚假信息案", **theme)
    assert "several-offences" in {caution.code for caution in notes.cautions}


def test_a_doubtful_primary_offence_is_told_from_doubtful_further_ones():
    weak = Caution("offences", "weak-offence", ("fraud",))
    further = Caution("offences", "further-offences", ("fraud",))
    case = CaseReading(number=1, span=(0, 1), text="x", cautions=(weak,))
    assert case.doubts == ("offence", "offences")
    case = CaseReading(number=1, span=(0, 1), text="x", cautions=(further,))
    assert case.doubts == ("offences",)


def test_what_heading_and_bulletin_agree_on_is_vouched_for():
    title = {"bulletin_title": "多起网络谣言案例公布"}
    slugs, notes = offences_of("相关账号被关闭。", "“某桥垮塌”系谣言", **title)
    assert (slugs, notes.cautions) == (["online-rumour"], [])
