"""Cases in groups: below topics, in sections of digests, behind labels."""

import pytest

from cases.reader import read_bulletin
from cases.reader.digests import find_news
from cases.reader.lines import read_lines
from tests.reader.making import titles

BEGINNING = "某区检察院发布典型案例\n\n近日，某区检察院梳理典型案例，现公布如下。\n\n"
FIRST = (
    "2022年9月，学生窦某将3张银行卡出租给他人，流水达56万元。2023年3月，"
    "新津区人民法院以帮助信息网络犯罪活动罪判处窦某有期徒刑七个月。"
)
SECOND = (
    "2022年11月，蒲某将4张银行卡邮寄给他人用于转移诈骗资金，2023年4月被新津区人民法院"
    "判处有期徒刑十个月。"
)
THIRD = (
    "龚某、晏某租房架设GOIP设备，为诈骗团伙提供帮助，2023年5月被新津区人民法院"
    "分别判处有期徒刑一年、八个月。"
)


@pytest.mark.parametrize("between", ["", "无独有偶，"])
def test_two_cases_below_a_topic(between):
    text = (
        f"{BEGINNING}**出租出借银行卡**\n\n{FIRST}\n\n{between}{SECOND}\n\n"
        f"**架设语音网关**\n\n{THIRD}\n\n检察官提醒：切勿贪图小利。"
    )

    assert len(read_bulletin(text).cases) == 3
    assert titles(text) == ["出租出借银行卡", None, "架设语音网关"]


def test_a_second_paragraph_that_goes_on_is_no_case():
    text = (
        f"{BEGINNING}**出租出借银行卡**\n\n{FIRST}\n\n随后，民警抓获上家蒲某，蒲某涉嫌诈骗，"
        f"已被刑事拘留。\n\n**架设语音网关**\n\n{THIRD}"
    )

    assert titles(text) == ["出租出借银行卡", "架设语音网关"]


def test_headings_of_cases_right_below_those_of_groups():
    text = (
        f"{BEGINNING}一、出租出借银行卡\n\n**窦某出租银行卡案**\n\n{FIRST}\n\n"
        f"**蒲某出借银行卡案**\n\n{SECOND}\n\n二、架设语音网关\n\n**龚某、晏某架设设备案**"
        f"\n\n{THIRD}"
    )

    assert titles(text) == [
        "窦某出租银行卡案",
        "蒲某出借银行卡案",
        "龚某、晏某架设设备案",
    ]


@pytest.mark.parametrize("label", ["【基本案情】", "基本案情："])
def test_headlines_above_labels_that_open_cases(label):
    result = label.replace("基本案情", "裁判结果")
    cases = "".join(
        f"0{number}\n\n{headline}\n\n{label}2021年3月，{name}将“挖矿”程序植入服务器，"
        f"获利5万元，同年6月被抓获。\n\n{result}{place}人民法院以非法控制计算机信息系统罪"
        f"判处{name}有期徒刑二年。\n\n"
        for number, headline, name, place in (
            (1, "藏在网吧里的“矿工”", "窦某", "仙游县"),
            (2, "偷来的算力", "蒲某", "荔城区"),
        )
    )

    text = f"法院发布2起典型案例\n\n现予发布。\n\n{cases}"
    assert titles(text) == ["藏在网吧里的“矿工”", "偷来的算力"]


ARREST = "乌克兰警方在敖德萨逮捕三名黑客，三人涉嫌窃取邮箱账户出售，警方查获电脑70台。"
FINE = "意大利数据保护局对该公司处以90万欧元罚款，原因是2.5万名员工的数据遭窃取。"
GAP = "该厂商发布安全公告，修复编号为CVE-2024-0001的漏洞，建议用户尽快升级到新版本。"


@pytest.mark.parametrize("section", ["**{}**", "{}", "一、{}", "【{}】"])
@pytest.mark.parametrize(
    "shape", ["**{}**\n\n{}", "{}\n\n{}", "▶ {}\n\n{}", "【{}】{}"]
)
def test_sections_of_a_digest(section, shape):
    news = [
        section.format("漏洞预警"),
        shape.format("某厂修复零日漏洞", GAP),
        section.format("执法动态"),
        shape.format("乌克兰警方逮捕三名黑客", ARREST),
        shape.format("邮政公司因数据泄露被罚", FINE),
    ]
    lines = read_lines("\n\n".join(news))

    found = find_news(lines, "网安一周要闻")

    assert [one.heading.text for one in found if one.heading] == [
        "乌克兰警方逮捕三名黑客",
        "邮政公司因数据泄露被罚",
    ]


def test_paragraphs_of_a_digest_below_its_sections():
    lines = read_lines("\n\n".join(["漏洞预警", GAP, "执法动态", ARREST, FINE]))

    found = find_news(lines, "网安一周要闻")

    assert [one.text[:5] for one in found] == ["乌克兰警方", "意大利数据"]


def test_accounts_that_are_closed_below_headings():
    text = (
        "网信部门曝光一批网络谣言典型案例\n\n现将部分典型案例通报如下：\n\n"
        "**编造“某地取消补贴”谣言**\n\n微信公众号“财经大事”编造“6月起取消补贴”的不实信息，"
        "北京市网信办已督促平台依法关闭该账号。\n\n"
        "**散布“考试推迟”虚假信息**\n\n抖音账号“小城故事”散布“考试推迟一天”的虚假信息，"
        "涉事账号已被禁言。\n\n"
        "**炒作“停发养老金”旧闻**\n\n微博账号“老李说”将旧闻改头换面重新发布，博取流量。"
        "相关账号已被关闭。"
    )

    assert titles(text) == [
        "编造“某地取消补贴”谣言",
        "散布“考试推迟”虚假信息",
        "炒作“停发养老金”旧闻",
    ]


def test_operators_whom_the_title_has_a_regulator_deal_with():
    text = (
        "通信管理局查处一批侵害用户权益App\n\n近日，有关部门组织检测。\n\n"
        "**某租房App违规收集个人信息**\n\n广州某网络公司运营的租房App未经同意收集信息，"
        "经责令整改后仍未完成，被下架。\n\n"
        "**某借贷App未公示规则**\n\n东莞某信息公司运营的借贷App未公示收集使用规则，"
        "被处以罚款3万元。"
    )

    assert titles(text) == ["某租房App违规收集个人信息", "某借贷App未公示规则"]


def test_a_bold_beginning_below_a_number_alone():
    text = (
        "警方公布近期战果\n\n现将案例公布如下：\n\n01\n\n**东湖：打掉一个“跑分”团伙。**"
        "3月5日，东湖公安分局打掉一个跑分团伙，抓获熊某等6人。\n\n02\n\n"
        "**新建：捣毁一刷单窝点。**3月11日，新建公安分局捣毁一窝点，抓获11人。"
    )

    assert titles(text) == ["东湖：打掉一个“跑分”团伙", "新建：捣毁一刷单窝点"]


@pytest.mark.parametrize(
    "story",
    [
        "日本警视厅以涉嫌制作病毒为由，逮捕了川崎市25岁男子林琉辉，其用生成式AI制作勒索病毒。",
        "美国司法部公布起诉书，指控两名俄罗斯人 Oleg Danko 和 Ivan Bely 入侵交易所。",
        "因参与勒索攻击，加拿大人 Luc Martin 在美国被判处20年监禁，被没收2150万美元。",
        "韩国首尔中央地方法院对“某房”运营者作出判决，判处其有期徒刑40年，其曾勒索多名女性。",
    ],
)
def test_a_short_story_from_abroad(story):
    text = f"黑客获刑\n\n{story}\n\n目前案件仍在进一步审理之中，更多细节有待披露。"

    assert len(read_bulletin(text).cases) == 1


def test_a_regulator_abroad_that_fines_a_company():
    text = (
        "Fabrix在爱尔兰被罚\n\n爱尔兰数据保护委员会5月22日宣布，因违反GDPR传输用户数据，"
        "对Fabrix处以12亿欧元罚款，并要求其在五个月内停止传输。"
    )

    assert len(read_bulletin(text).cases) == 1


def test_a_survey_of_cases_that_a_paper_compiles():
    text = (
        "盯上你的脸\n\n近日，记者梳理多地公安、司法机关公布的案件发现，换脸软件正被用于犯罪。\n\n"
        "**艳照两元一张**\n\n2023年11月，窦某用换脸软件制作淫秽视频出售，获利6万元，"
        "被萧山区人民法院判处有期徒刑七年。\n\n"
        "**骗过人脸识别**\n\n淮安警方日前打掉一个团伙，抓获蒲某等8人，蒲某等人伪造动态视频"
        "帮人解封账号，已被刑事拘留。"
    )

    assert titles(text) == ["艳照两元一张", "骗过人脸识别"]


def test_what_a_company_admits_is_no_case():
    text = (
        "某厂数据泄露\n\nFabrix于4月3日承认遭到攻击，一名工程师的电脑被远程访问，约200家客户"
        "的数据可能被查看。\n\n该公司表示，已聘请专家展开调查。"
    )

    assert read_bulletin(text).cases == ()


@pytest.mark.parametrize("title", ["数据安全处罚速览", "E周观察", "网安简讯"])
def test_news_of_a_line_each_without_civil_suits(title):
    news = [
        "3月2日，某农商银行因违反信用信息管理规定，被人民银行宁波市中心支行罚款54万元。",
        "3月8日，某厂发布安全公告，修复编号为CVE-2024-0001的漏洞，建议用户升级。",
        "3月17日，北京互联网法院就一起人脸识别纠纷作出判决，某物业公司被判赔偿。",
        "3月27日，湖北孝感一男子因出售公民个人信息被法院判处有期徒刑九个月。",
    ]

    found = find_news(read_lines("\n\n".join(news)), title)

    assert [one.text[:5] for one in found] == ["3月2日，", "3月27日"]
