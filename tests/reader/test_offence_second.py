"""Which of two types stands first, and which the words only seem to tell of."""

from __future__ import annotations

import pytest

from cases.reader import read_bulletin
from tests.reader.making import offences_of

GAMBLING = {"intro": "近日，公安机关公布打击跨境赌博5起典型案例。"}
BLACKMAIL = {"bulletin_title": "勒索团伙落网"}
SPIES = {
    "intro": "近日，公安机关公布侦破非法生产、销售窃听、窃照专用器材案5起典型案例。"
}


def test_launderers_are_filed_before_the_crime_whose_money_they_move():
    text = "警方打掉一个为跨境赌博集团洗钱的团伙，抓获9人，其以虚拟币跑分洗钱。"
    slugs, _ = offences_of(text, "“3·07”地下通道案", **GAMBLING)
    assert slugs == ["money-laundering", "gambling"]


def test_a_heading_of_settling_money_is_of_laundering():
    text = "该团伙为境外20余家赌博网站提供资金结算，组织码农跑分，抓获9人。"
    slugs, _ = offences_of(text, "“3·07”非法资金结算案", **GAMBLING)
    assert slugs == ["money-laundering", "gambling"]


def test_what_the_bulletin_is_about_yields_to_what_the_case_alone_tells():
    text = "钱某向多人销售木马软件，被刑事拘留。"
    assert offences_of(text, "“家长助手”软件案", **SPIES)[0] == ["intrusion-tools"]


def test_what_the_bulletin_is_about_leads_where_the_case_speaks_of_it():
    text = "钱某在网上出售针孔摄像头，又销售木马软件，被刑事拘留。"
    assert offences_of(text, "“家长助手”软件案", **SPIES)[0][0] == (
        "surveillance-devices"
    )


def test_an_operator_fined_beside_the_thieves_stands_behind_them():
    text = (
        "钱某把平台里的学生姓名、身份证号等信息打包出售，被刑事拘留。"
        "平台公司因未履行网络安全保护义务，被处以罚款5万元。"
    )
    assert offences_of(text, "学籍信息被窃案")[0] == [
        "personal-information",
        "security-duty-failure",
    ]


def test_an_operator_fined_beside_detained_staff_stands_behind_them():
    text = (
        "员工钱某、孙某将业主信息三千条卖给装修公司，被行政拘留十日；"
        "网信办以公司未制定个人信息保护管理制度为由，责令改正，罚款1万元。"
    )
    assert offences_of(text, "某公司员工贩卖业主信息案")[0] == [
        "personal-information",
        "security-duty-failure",
    ]


def test_a_manager_held_for_nothing_but_the_duty_is_filed_under_it():
    text = "该公司因未履行网络安全保护义务被罚款，负责人钱某被刑事拘留。"
    assert offences_of(text)[0] == ["security-duty-failure"]


ONLY_SEEMING = [
    # the victim's transfer
    ("钱某裸聊敲诈案", "周某向对方提供的银行卡转账后报警，警方抓获钱某。", "aiding"),
    # staff who are taken on abroad
    ("钱某跨境赌博案", "钱某招募境内人员出境担任客服，被抓获。", "illegal-border"),
    # a bank that the gang only used
    ("钱某跨境赌博案", "钱某利用地下钱庄收付赌资，被抓获。", "money-laundering"),
    # whoever serves all kinds of crime
    ("钱某跑分洗钱案", "钱某为境外赌博、诈骗集团转移资金，被抓获。", "gambling"),
    # cases that are only counted, no victim's
    (
        "钱某帮助信息网络犯罪活动案",
        "钱某看管GOIP设备，涉及冒充客服类电诈案件8起，被抓获。",
        "fraud",
    ),
    # whose leader somebody is, not whom he serves
    ("钱某侵犯公民个人信息案", "以钱某为首的犯罪团伙搭建网站，被抓获。", "aiding"),
    # a victim's trust is no money
    ("钱某非法控制计算机信息系统案", "钱某骗取信任后发送木马，被抓获。", "fraud"),
    # goods, not money, of which somebody knew where they came from
    ("钱某侵犯商业秘密案", "对方明知图样来源不明仍使用。", "money-laundering"),
    # a group for coupons
    ("钱某刷单诈骗案", "周某被拉入领红包的“福利群”后被骗。", "obscene-material"),
    # what one gang does from the first step to the last
    (
        "钱某非法控制计算机信息系统案",
        "该团伙集木马制作、推广、诈骗于一体，被抓获。",
        "aiding",
    ),
    # others' fraud, for which what was sold was used
    (
        "钱某侵犯公民个人信息案",
        "信息流入境外诈骗团伙，造成多人被冒充客服诈骗，钱某被抓获。",
        "fraud",
    ),
    # a gang that its heading calls by the crime itself
    (
        "“3·07”利用直播平台引流赌博案",
        "警方侦破一起为境外赌博网站引流案，抓获9人。",
        "aiding",
    ),
    # of rivals, not of those whose data are taken
    ("某公司不正当竞争案", "未经平台经营者同意插入链接，被罚款3万元。", "security"),
]


@pytest.mark.parametrize(("heading", "text", "slug"), ONLY_SEEMING)
def test_what_only_seems_another_offence_is_not_listed(heading, text, slug):
    assert not [s for s in offences_of(text, heading)[0] if s.startswith(slug)]


STILL = [
    ("钱某提供自己的银行卡给他人使用，被抓获。", "aiding-network-crime"),
    ("钱某组织多人非法出境，被抓获。", "illegal-border-crossing"),
    ("钱某经营地下钱庄，被抓获。", "money-laundering"),
    ("钱某明知对方来路不正仍帮其取款，被抓获。", "money-laundering"),
    ("钱某建立色情福利群收取会费，被抓获。", "obscene-material"),
    ("钱某为境外犯罪团伙搭建网站，被抓获。", "aiding-network-crime"),
    ("钱某离职后仍用公司账号登录后台导出数据，被抓获。", "illegal-data-acquisition"),
    ("某公司利用技术手段妨碍其他经营者，被罚款3万元。", "system-sabotage"),
    ("某公司商业诋毁同行，被罚款3万元。", "online-rumour"),
    ("钱某非法控制学校、医院、企业的网站，被抓获。", "illegal-control"),
]


@pytest.mark.parametrize(("text", "slug"), STILL)
def test_what_is_told_of_the_offender_himself_is_listed(text, slug):
    assert offences_of(text)[0][0] == slug


def test_the_one_crime_that_launderers_serve_is_listed():
    text = "钱某为境外赌博集团转移资金，被抓获。"
    assert offences_of(text, "钱某跑分洗钱案")[0] == ["money-laundering", "gambling"]


def test_lenders_of_cards_among_cases_of_fraud_are_filed_under_aiding():
    text = "钱某将名下3张银行卡出租给他人，涉及电诈案件6起，被刑事拘留。"
    theme = {"bulletin_title": "警方公布五起电信网络诈骗典型案例"}
    assert offences_of(text, "出租“两卡”", **theme)[0] == ["aiding-network-crime"]


def test_what_the_bulletin_is_about_is_not_listed_without_a_word_of_the_case():
    text = "钱某用远控木马控制他人电脑偷窥，被判处有期徒刑两年。"
    slugs, _ = offences_of(text, "钱某用木马偷窥案", **BLACKMAIL)
    assert slugs == ["illegal-control"]


def test_another_case_behind_a_link_of_the_news_is_none_of_this_one():
    text = (
        "# 法院宣判一起删帖案\n\n本报1月5日电　今天，某市人民法院以非法经营罪判处"
        "被告人钱某有期徒刑四年。\n\n钱某有偿提供删除信息服务。\n\n新闻链接\n\n"
        "去年4月，某市人民法院以诽谤罪判处孙某有期徒刑三年。\n"
    )
    (case,) = read_bulletin(text).cases
    assert "online-violence" not in [found.value for found in case.offences]
