"""Titles of bulletins and of cases, cleaned."""

import pytest

from cases.reader import read_bulletin
from cases.reader.titles import clean_case_title, clean_title, title_parts
from tests.reader.bulletin_texts import telling


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("【网安圈】一男子被判三年", "一男子被判三年"),
        ("关注 | 警方公布5起典型案例", "警方公布5起典型案例"),
        ("发布丨警方公布5起典型案例", "警方公布5起典型案例"),
        ("以案释法｜【通报】警方公布5起典型案例", "警方公布5起典型案例"),
        ("警方公布5起典型案例 - 某某新闻网", "警方公布5起典型案例"),
        ("警方公布5起典型案例_某某日报", "警方公布5起典型案例"),
        ("法官说案第12期 | 出租银行卡，两人获刑", "出租银行卡，两人获刑"),
        ("出租银行卡，两人获刑 | 以案说法（三十一）", "出租银行卡，两人获刑"),
        ("净网—2024丨警方公布5起典型案例", "警方公布5起典型案例"),
        ("#净网2024#某地网警打掉一水军团伙", "某地网警打掉一水军团伙"),
        ("「网安早报」某地网警打掉一水军团伙", "某地网警打掉一水军团伙"),
        ("SecNews早报 | 一男子盗刷被抓", "一男子盗刷被抓"),
        ("警方公布5起典型案例_某省_某某新闻-The Paper", "警方公布5起典型案例"),
        (
            "法院发布8起典型案例 | 网络犯罪不容姑息",
            "法院发布8起典型案例 | 网络犯罪不容姑息",
        ),
        ("公安部：严打犯罪 公布8起典型案例", "公安部：严打犯罪 公布8起典型案例"),
        ("慎终如始——多家企业被罚", "慎终如始——多家企业被罚"),
        (
            "警方打掉一侵犯公民个人信息团伙；|某厂路由器曝出高危漏洞",
            "警方打掉一侵犯公民个人信息团伙；|某厂路由器曝出高危漏洞",
        ),
    ],
)
def test_bulletin_title(printed, title):
    assert clean_title(printed) == title


def test_a_site_named_like_the_account_is_left_out():
    assert (
        clean_title("警方公布5起典型案例 - 安全角", "安全角") == "警方公布5起典型案例"
    )


def test_glued_titles():
    assert title_parts("警方打掉一诈骗团伙抓获八人 | 某厂产品曝出高危漏洞；") == [
        "警方打掉一诈骗团伙抓获八人",
        "某厂产品曝出高危漏洞",
    ]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("王某等人侵犯公民个人信息案。", "王某等人侵犯公民个人信息案"),
        ("四川公安机关破获王某等人侵犯公民个人信息案", "王某等人侵犯公民个人信息案"),
        ("浙江杭州公安机关侦破一起“抢号”案", "“抢号”案"),
        ("江苏网安部门成功打掉一个刷量控评团伙案", "刷量控评团伙案"),
        ("福建侦办某公司发布虚假信息案", "某公司发布虚假信息案"),
        ("最高人民法院审理的张某诈骗案", "张某诈骗案"),
        ("滁州市网信办对某信息公司违法收集信息案", "某信息公司违法收集信息案"),
        ("检察机关对涂某提起公诉案", "检察机关对涂某提起公诉案"),
        ("江苏无锡“博园”电信网络诈骗案", "江苏无锡“博园”电信网络诈骗案"),
        ("“女子被抱摔”谣言", "“女子被抱摔”谣言"),
        ("【李某盗窃案】", "李某盗窃案"),
        ("城东派出所：抓获一名电诈嫌疑人", "抓获一名电诈嫌疑人"),
        ("江西公安机关侦破“李某等人盗窃案”", "李某等人盗窃案"),
        ("李某等52人诈骗案（检例第167号）", "李某等52人诈骗案"),
        ("【典型案例】李某盗窃案", "李某盗窃案"),
        ("抓获4人！警方打掉一团伙", "抓获4人！警方打掉一团伙"),
        ("16人因买卖信息被罚！", "16人因买卖信息被罚！"),
        ("张某编造“警方破获大案”谣言案", "张某编造“警方破获大案”谣言案"),
    ],
)
def test_case_title(heading, title):
    assert clean_case_title(heading) == title


def test_the_title_stands_at_its_span():
    text = (
        "公布典型案例\n"
        f"**一、四川公安机关破获王某等人诈骗案。**{telling('成都', '王')}\n"
        f"**二、江苏公安机关破获李某等人诈骗案。**{telling('南京', '李')}"
    )

    found = [case.title for case in read_bulletin(text).cases]
    assert [title.value for title in found] == ["王某等人诈骗案", "李某等人诈骗案"]
    assert [text[slice(*title.spans[0])] for title in found] == [
        "王某等人诈骗案",
        "李某等人诈骗案",
    ]


def test_blanks_between_phrases_stay_and_blanks_around_numbers_go():
    text = "公布典型案例\n" + "\n".join(
        f"案例 {number} 警方破获一起诈骗案 抓获 {number}2 人\n{telling(*place)}"
        for number, place in (("1", ("南京", "张")), ("2", ("苏州", "李")))
    )

    assert [case.title.value for case in read_bulletin(text).cases] == [
        "警方破获一起诈骗案 抓获12人",
        "警方破获一起诈骗案 抓获22人",
    ]


def test_the_charge_behind_a_dash_belongs_to_the_title():
    text = "公布典型案例\n" + "\n".join(
        f"（{number}）{words}案——被告人{surname}某诈骗案\n{telling(place, surname)}"
        for number, words, place, surname in (
            ("一", "冒充客服骗取退款", "南京", "张"),
            ("二", "虚构军人身份骗婚", "苏州", "李"),
        )
    )

    assert [case.title.value for case in read_bulletin(text).cases] == [
        "冒充客服骗取退款案——被告人张某诈骗案",
        "虚构军人身份骗婚案——被告人李某诈骗案",
    ]


def test_a_story_has_no_title():
    text = "警方抓获一诈骗嫌疑人\n" + telling("南京", "张")

    assert [case.title for case in read_bulletin(text).cases] == [None]
