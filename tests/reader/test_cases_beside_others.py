"""Cases among matters that are told otherwise: losses only, civil suits, other news."""

import pytest

from cases.reader import read_bulletin
from cases.reader.titles import clean_case_title
from tests.reader.making import openings, titles

HANDLED = (
    "**案例一：冒充客服**\n\n3月2日，海陵区刘女士被冒充客服的人骗走4.2万元。海陵公安分局"
    "将取款的犯罪嫌疑人曹某抓获，曹某已被刑事拘留。\n\n"
    "**案例二：出租银行卡**\n\n3月4日，高港公安分局查明，男子冯某将银行卡出租给他人用于"
    "转移诈骗资金，现已将冯某抓获并采取刑事强制措施。\n\n"
)


def test_a_victims_loss_among_cases_that_are_numbered_as_such():
    text = (
        "本周全市典型案例，看看都是怎么被骗的\n\n民警梳理了几起典型案例。\n\n"
        f"{HANDLED}"
        "**案例三：刷单返利**\n\n3月5日，姜堰区韩女士在群里做任务，先后垫付三笔，共计损失"
        "6.3万元。\n\n警方提示：刷单都是诈骗。"
    )

    assert titles(text) == ["冒充客服", "出租银行卡", "刷单返利"]


def test_advice_below_such_a_number_is_no_case():
    text = (
        "本周全市典型案例，看看都是怎么被骗的\n\n民警梳理了几起典型案例。\n\n"
        f"{HANDLED}"
        "**案例三：刷单返利**\n\n骗子以高额佣金为诱饵，让人先垫付，再以各种理由不予返还，"
        "请不要轻信。\n\n"
    )

    assert titles(text) == ["冒充客服", "出租银行卡"]


def test_a_civil_suit_among_cases_of_offences():
    text = (
        "法院发布涉网络典型案例\n\n"
        "案例1\n\n**罗某侮辱案**\n\n**基本案情**\n\n罗某在网上散布他人隐私，自贡市自流井区"
        "人民法院以侮辱罪判处罗某有期徒刑六个月。\n\n"
        "案例2\n\n**高某与某网络公司肖像权纠纷案**\n\n**基本案情**\n\n高某的照片被某网络公司"
        "擅自使用。法院判决公司删除照片、赔偿2000元。\n\n"
        "案例3\n\n**邱某诽谤案**\n\n**基本案情**\n\n邱某捏造事实诽谤他人，自贡市大安区"
        "人民法院以诽谤罪判处邱某拘役三个月。"
    )

    assert titles(text) == ["罗某侮辱案", "邱某诽谤案"]


def test_questions_appended_to_news_of_a_penalty():
    text = (
        "省网信办对某数据公司依法作出行政处罚（附答记者问）\n\n"
        "3月2日，安徽省网信办对某数据公司违法处理个人信息一案作出行政处罚，处罚款80万元。"
        "经查，该公司违反个人信息保护法，违法收集用户信息120万条。\n\n"
        "**1.问：有何考虑？**\n\n答：该公司未履行个人信息保护义务，情节严重。"
    )

    assert openings(text, 4) == ["3月2日"]


def test_a_list_of_cases_in_one_section_of_a_digest():
    text = (
        "网络安全一周要闻\n\n**政策法规**\n\n**四部门开展“清朗·算法治理”专项行动**\n\n行动即日起开展。\n\n"
        "**执法动态**\n\n**三人落网！泰州警方侦破贩卖个人信息案**\n\n"
        "近日，泰州市公安局海陵分局抓获贩卖公民个人信息的犯罪嫌疑人郝某等3人。\n\n"
        "**江西网警公布2起网络谣言典型案例**\n\n"
        "1.吉安网民龚某编造“水库垮坝”谣言案。龚某为博流量编造谣言，吉安市公安局吉州分局对"
        "其行政拘留五日。\n\n"
        "2.赣州网民涂某编造“学校投毒”谣言案。涂某编造谣言，赣州市公安局章贡分局对其行政"
        "拘留七日。\n\n"
        "**荷兰警方逮捕僵尸网络经营者**\n\n荷兰警方逮捕了一名出租僵尸网络的黑客，并查封其"
        "服务器40台。\n\n"
        "**漏洞预警**\n\n**某软件曝出高危漏洞**\n\n该漏洞可致代码执行，厂商已发布补丁。"
    )
    found = read_bulletin(text)

    assert titles(text) == [
        "三人落网！泰州警方侦破贩卖个人信息案",
        "吉安网民龚某编造“水库垮坝”谣言案",
        "赣州网民涂某编造“学校投毒”谣言案",
        "荷兰警方逮捕僵尸网络经营者",
    ]
    assert found.issuer is None
    assert found.campaign is None


@pytest.mark.parametrize(
    ("headline", "news", "cases"),
    [
        pytest.param(
            "国际刑警组织关停某暗网市场",
            "国际刑警组织宣布，多国执法部门查封了一个贩卖毒品的暗网市场的服务器12台。",
            1,
            id="seized",
        ),
        pytest.param(
            "某游戏公司关停旧平台",
            "某游戏公司宣布，因遭受攻击，关闭其旧平台的服务器，用户数据将迁移。",
            0,
            id="closed by its owner",
        ),
        pytest.param(
            "某车企服务器遭勒索",
            "某车企称，已关闭部分服务器和网站，并向警方报案，调查正在进行。",
            0,
            id="closed by its owner, reported to the police",
        ),
    ],
)
def test_services_of_offenders_that_are_shut_down(headline, news, cases):
    text = (
        f"安全周报\n\n**01 {headline}**\n\n{news}\n\n"
        "**02 某浏览器更新**\n\n某浏览器发布新版本，修复三个漏洞。\n\n"
        "**03 某芯片存在缺陷**\n\n研究人员披露某芯片的侧信道缺陷。"
    )

    assert len(read_bulletin(text).cases) == cases


def test_a_cry_before_who_solved_the_case_makes_a_headline():
    assert (
        clean_case_title("两人被抓！山西阳泉警方侦破诈骗案")
        == "两人被抓！山西阳泉警方侦破诈骗案"
    )


UNDERWAY = (
    "3月2日，苏州某公司会计丁女士收到“老板”的消息，对方让她转账。丁女士信以为真，把58万元"
    "转了过去。\n\n宿迁警方接到协助请求后，与银行联动，将被骗资金中的31万元成功拦截。"
)
METHODS = (
    "**常用手法**\n\n第一种：克隆头像。骗子盗用照片，再添加财务人员。\n\n"
    "第二种：合成语音。骗子提取声音素材，合成后打来电话，让人难辨真假。\n\n"
)


@pytest.mark.parametrize(
    ("opening", "ending", "cases"),
    [
        (
            "近日，宿迁市公安局披露一起诈骗案。",
            "目前，该案正在进一步侦办中。",
            1,
        ),
        ("近日，宿迁市公安局提醒财务人员。", "请提高警惕，不要轻信。", 0),
    ],
)
def test_a_case_that_is_made_known_before_anybody_is_caught(opening, ending, cases):
    text = f"58万元，十分钟没了\n\n{opening}\n\n{UNDERWAY}{ending}\n\n{METHODS}"

    assert len(read_bulletin(text).cases) == cases


FRAUD = (
    "昭通市中级人民法院公开宣判，被告人鲁某组织多人冒充教育局工作人员，骗取学费30余万元，"
    "以诈骗罪判处鲁某有期徒刑十年。"
)
DATA = (
    "昭阳区人民法院一审宣判，被告人柴某侵入招生网站，把学生信息出售给诈骗团伙，以侵犯公民"
    "个人信息罪判处柴某有期徒刑三年。"
)


@pytest.mark.parametrize(
    ("title", "cases"),
    [
        ("助学金骗局主犯获刑十年 | 一个月后，卖信息的人被判三年", 2),
        ("助学金骗局主犯获刑十年，卖信息的人被判三年", 1),
    ],
)
def test_as_many_sections_as_the_title_has_headlines(title, cases):
    text = (
        f"{title}\n\n**十年：没有的助学金**\n\n{FRAUD}\n\n**三年：一串名单**\n\n{DATA}"
    )

    assert len(read_bulletin(text).cases) == cases


def test_chapters_of_one_story_below_such_a_title():
    text = (
        "平台骗走三百万元 | 安吉警方千里抓获九人\n\n"
        "**消失的平台**\n\n3月2日，教师邰某向安吉县公安局报案，称投资被骗。安吉县公安局"
        "抓获犯罪嫌疑人蒙某。\n\n"
        "**跨省抓捕**\n\n4月，安吉县公安局赴云南抓获诈骗嫌疑人史某等8人，均已刑事拘留。"
    )

    assert len(read_bulletin(text).cases) == 1
