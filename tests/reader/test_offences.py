"""Offence types that are told. Each row: heading, telling, types with the primary one
first."""

from __future__ import annotations

import pytest

from tests.reader.making import offences_of

CASES = [
    ("钱某等人侵犯公民个人信息案", "抓获4人。", ["personal-information"]),
    (
        "钱某等人非法利用信息网络组织、介绍卖淫案",
        "抓获53人。",
        ["illegal-network-use", "prostitution"],
    ),
    (
        None,
        "钱某利用木马入侵公司系统，窃取客户信息并出售。",
        ["illegal-data-acquisition", "personal-information"],
    ),
    # charge before colloquial words
    (
        "盗刷积分！三人被抓",
        "警方侦破一起非法获取计算机信息系统数据案。",
        ["illegal-data-acquisition"],
    ),
    # the crimes of those served
    (
        None,
        "钱某因涉嫌侵犯公民个人信息罪被抓获，所获信息提供给诈骗团伙使用。",
        ["personal-information"],
    ),
    (
        "钱某等人帮助信息网络犯罪活动案",
        "钱某为赌博网站推广引流。",
        ["aiding-network-crime", "gambling"],
    ),
    # advice, trends
    (
        None,
        "钱某因涉嫌盗窃罪被抓获。近期电信网络诈骗案件高发，警方提示谨防诈骗。",
        ["theft"],
    ),
    # breaking in is how the data were taken
    (
        "钱某非法入侵公司系统侵犯公民个人信息案",
        "抓获2人。",
        ["personal-information"],
    ),
    # the case solved is named by its charge, whatever the heading says
    (
        "钱某收购、贩卖银行卡案",
        "警方破获一起妨害信用卡管理案。",
        ["credit-card-crime"],
    ),
    # told in passing beside a charge
    (
        None,
        "民警抓获涉嫌寻衅滋事罪的钱某，其曾在网上公然侮辱他人。",
        ["provocation"],
    ),
    # what strangers did to an operator's site is not his offence
    (
        "某医院网站被篡改案",
        "该院网站被植入赌博链接。网信办依据《网络安全法》第五十九条给予警告。",
        ["security-duty-failure"],
    ),
    (
        "某门诊部违规收集个人信息案",
        "该门诊部小程序强制索取通讯录权限，被责令整改，给予警告。",
        ["security-duty-failure"],
    ),
    # both are dealt with: 一案双查
    (
        None,
        "钱某因侵犯公民个人信息已被刑拘。该公司未履行个人信息保护义务，被罚款十万元。",
        ["personal-information", "security-duty-failure"],
    ),
    # those who bring victims share the crime served; those who sell cards do not
    (
        "钱某帮助信息网络犯罪活动案",
        "钱某将银行卡卖给境外诈骗团伙使用。",
        ["aiding-network-crime"],
    ),
    # deeds, where no offence is named
    (
        None,
        "柳某将往年洪水视频冠以本地地名发布，造成不良社会影响，被行政拘留五日。",
        ["online-rumour"],
    ),
    # an offence told after 有人, and a suspicion without 罪
    (
        "某快递网点泄露面单案",
        "民警发现有人冒充维修人员，在网点电脑上安装木马程序，窃取面单信息。抓获4人。",
        ["illegal-data-acquisition", "personal-information"],
    ),
    (
        "网民编造试题外泄谣言案",
        "苏某因涉嫌诈骗被依法刑事拘留。",
        ["fraud", "online-rumour"],
    ),
    # the case's name in quotation marks
    (
        "某地侦破“抢票外挂”案",
        "团伙编写抢票程序，批量抢购演唱会门票后加价倒卖。抓获18人。",
        ["intrusion-tools"],
    ),
    # whose money is laundered; what only the heading names; helpers by their work
    (
        "打掉一裸聊敲诈“水房”团伙",
        "曾某等人跑分，为境外裸聊敲诈、刷单诈骗团伙转移赃款，民警抓获7人。",
        ["money-laundering"],
    ),
    (
        "王某网上招嫖骗钱",
        "王某以见面为名骗取定金8万元，涉嫌诈骗罪被刑事拘留。",
        ["fraud"],
    ),
    # of several charges first the one of which the heading speaks
    (
        "“GOIP”设备架设团伙落网",
        "廖某等人因涉嫌诈骗罪、帮助信息网络犯罪活动罪被刑事拘留。",
        ["aiding-network-crime", "fraud"],
    ),
    # selling lines to a fraudulent gang is not its fraud; promoting a gambling site is
    (
        None,
        "该团伙为境外诈骗团伙提供引流服务，涉嫌帮助信息网络犯罪活动罪。",
        ["aiding-network-crime"],
    ),
    # everyday words of many kinds
    (None, "该店老板帮客户P健康证，被行政拘留五日。", ["document-forgery"]),
    (
        None,
        "曲某组织学生“刷好评”，因涉嫌非法经营罪被刑事拘留。",
        ["illegal-business", "water-army"],
    ),
    # further kinds of tools and duties
    (None, "警方查封窃密软件的服务器，逮捕开发者。", ["intrusion-tools"]),
    # serving others closely
    (
        "某公司为赌博网站提供服务案",
        "打掉一个为境外赌博网站提供域名防封、四方支付服务的团伙，抓获42人。",
        ["aiding-network-crime", "gambling"],
    ),
    (
        None,
        "钱某建立“开盒”群组，公开他人身份信息，煽动成员骚扰对方。抓获5人。",
        ["personal-information", "online-violence"],
    ),
    (
        "钱某利用“手机口”帮助诈骗案",
        "钱某用音频线连接两部手机，因涉嫌帮助信息网络犯罪活动罪被拘留。",
        ["aiding-network-crime"],
    ),
    (
        "某医院挂号系统被攻击案",
        "钱某对外出租抢号软件，被抓获。",
        ["system-sabotage", "intrusion-tools"],
    ),
    (
        None,
        "钱某投放勒索病毒，锁定多家企业文件，每次索要的赎金为一枚比特币。",
        ["system-sabotage", "extortion"],
    ),
    # the calls of a fraud went through their devices, and people lost money by them
    (
        "汪某等人帮助信息网络犯罪活动案",
        "汪某在出租屋看管GOIP设备，老人任某接到其中打出的电话后被骗9万元。",
        ["aiding-network-crime", "fraud"],
    ),
    # behind what a rumour said, what its makers did besides
    (
        None,
        "毛某编造“某食堂用病猪肉”等虚假信息，并组织网络水军转发，被抓获。",
        ["online-rumour", "water-army"],
    ),
]


@pytest.mark.parametrize(("heading", "text", "slugs"), CASES)
def test_types(heading, text, slugs):
    assert offences_of(text, heading)[0] == slugs


def test_the_theme_of_the_bulletin_leads_unless_the_heading_names_a_charge():
    theme = {"intro": "近日，公安机关公布打击整治“网络水军”5起典型案例。"}
    text = "该团伙编造虚假信息。抓获5人。"
    assert offences_of(text, "某公司伪造印章案", **theme)[0] == [
        "water-army",
        "document-forgery",
        "online-rumour",
    ]
    assert offences_of("抓获6人。", "“医药”账号敲诈勒索案", **theme)[0] == [
        "extortion",
        "water-army",
    ]


def test_the_theme_adds_nothing_to_a_charge_without_words_of_its_own():
    theme = {"intro": "近日，公安机关公布打击整治“网络水军”5起典型案例。"}
    text = "主播接单骂人，武某因涉嫌寻衅滋事罪被逮捕。"
    assert offences_of(text, "直播间骂人案", **theme)[0] == ["provocation"]


def test_a_title_of_several_headlines_is_no_theme():
    title = {"bulletin_title": "周报：某团伙落网；某公司未履行数据安全保护义务被罚"}
    assert offences_of("警方抓获参与DDoS攻击的孙某。", **title)[0] == [
        "system-sabotage"
    ]


def test_a_title_tells_of_rumours_in_everyday_words():
    text = "网民孟某称某路段塌方，被行政拘留五日。"
    title = {"bulletin_title": "江州警方查处4名编造传播谣言人员"}
    assert offences_of(text, **title)[0] == ["online-rumour"]


def test_a_matter_of_no_listed_type_is_other_and_doubted():
    found, notes = offences_of("孟某直播时举止不当，被行政拘留。")
    assert found == ["other"]
    assert [caution.code for caution in notes.cautions] == ["no-offence"]


STORIES = [
    # what the title calls the gang, before a word in the telling
    (
        "打掉一“伪基站”诈骗团伙",
        "钱某驾车使用伪基站发送短信，群众被骗2万元，涉案诈骗短信5万条。",
        "fraud",
    ),
    # its helpers are no such gang
    (
        "电诈帮凶在酒店架设GOIP设备，被警方抓获",
        "钱某架设GOIP设备，有人遭电信诈骗。",
        "aiding-network-crime",
    ),
    # the charge before the title
    (
        "男子利用漏洞盗刷金豆",
        "警方破获一起非法获取计算机信息系统数据案，钱某盗刷金豆。",
        "illegal-data-acquisition",
    ),
]


@pytest.mark.parametrize(("title", "text", "slug"), STORIES)
def test_the_title_of_a_story_says_what_it_is_about(title, text, slug):
    slugs, _ = offences_of(text, bulletin_title=title, is_story=True)
    assert slugs[0] == slug
