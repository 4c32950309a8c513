"""Dates of what is beside a case change nothing of it; published 2024-10-15."""

from __future__ import annotations

import pytest

from cases.reader.context import Notes
from cases.reader.dates import read_dates
from tests.reader.making import make_case

# Of companies, lives, laws, other matters, and of what came long after.
BESIDE = [
    "该公司成立于2013年，2016年8月在新三板挂牌。",
    "年报显示，该公司2016年实现营业收入3000万元。",
    "该公司2017年上半年营收骤降。",
    "该系统于2020年6月上线运行。",
    "2021年，该平台注册用户突破1亿。",
    "2020年，该市被评为全国文明城市。",
    "钱某，1990年5月出生，2012年7月毕业于某大学。",
    "2019年10月，钱某与孙某结婚。",
    "2020年3月，受疫情影响，钱某失业在家。",
    "2021年5月，钱某应聘到某公司担任程序员。",
    "2018年，钱某因犯盗窃罪被判刑，2019年刑满释放。",
    "2021年11月1日，《个人信息保护法》正式施行。",
    "2022年10月，国家网信办发布《某信息管理规定》。",
    "2019年，某省警方曾侦破一起类似案件。",
    "据了解，2015年国外曾发生类似的数据泄露事件。",
    "早在2017年，就有网友在论坛上曝光过此类软件。",
    "2023年9月10日，江州市公安局召开新闻发布会通报此案。",
    "2023年12月，该公司对系统进行了整改。",
    "2023年11月，本案入选十大典型案例。",
    "2024年2月，钱某的家属代其退缴违法所得10万元。",
    "2019年起，钱某任某区税务局工作人员。",
    "钱某曾因2021年5月造谣被训诫。",
    "经核查，2024年1月3日当地并未发生视频中的事故。",
    "2024年1月3日，该路口并无车祸。",
    "2022年11月，邻省警方曾宣布逮捕该组织的多名成员。",
    "2022年11月，孙某曾因寻衅滋事被行政拘留。",
]


@pytest.mark.parametrize("beside", BESIDE)
def test_what_is_beside_a_case_is_no_offending(beside):
    text = (
        f"2023年8月，江州警方抓获钱某。{beside}经查，钱某骗取他人30万元。案件在侦办中。"
    )
    month, occurred = read_dates(make_case(text), Notes())
    assert month is not None
    assert (month.value, occurred) == ("2023-08", None)


@pytest.mark.parametrize("beside", BESIDE)
def test_what_is_beside_a_case_is_no_official_act(beside):
    text = f"2023年8月5日，网民钱某发布谣言。{beside}江州警方依法对其行政拘留。"
    month, occurred = read_dates(make_case(text), Notes())
    assert month is None
    assert occurred is not None
    assert occurred.value == ("2023-08", "2023-08")


POSTS = [
    "钱某将外地视频配文“惨烈车祸”后发到某平台",
    "钱某在直播间造谣某明星吸毒",
    "钱某为泄私愤，在多个群里捏造孙某的丑闻",
    "自媒体“江州事”发文称某企业排污",
    "一则“医院偷换婴儿”的信息在多个微信群传播",
]


@pytest.mark.parametrize("post", POSTS)
def test_a_post_is_done_in_its_month(post):
    _, occurred = read_dates(make_case(f"2024年3月，{post}。"), Notes())
    assert occurred is not None
    assert occurred.value == ("2024-03", "2024-03")


LATER = [
    "经鉴定，该程序属于破坏性程序",
    "涉案网站被关闭",
    "警方赴外地将孙某抓获",
    "法院采纳量刑建议，判处钱某有期徒刑三年",
    "钱某在家属陪同下到案",
]


@pytest.mark.parametrize("later", LATER)
def test_what_came_after_the_first_act_is_no_offending(later):
    text = (
        "2023年8月，江州警方立案侦查。经查，自2022年3月起，钱某骗取他人钱款30万元。"
        f"2023年9月，{later}。"
    )
    _, occurred = read_dates(make_case(text), Notes())
    assert occurred is not None
    assert occurred.value == ("2022-03", None)


def test_getting_to_know_somebody_begins_it_where_nothing_else_was_done():
    text = (
        "2020年底，钱某在群里结识了境外人员，替其采集数据。"
        "2021年3月，合同到期后双方不再合作。2021年12月，警方逮捕钱某。"
    )
    _, occurred = read_dates(make_case(text), Notes())
    assert occurred is not None
    assert occurred.value == ("2020", None)


FOUND_OUT = [
    ("某学校发现官网首页被篡改，随即报警", ("2024-03", "2024-03")),
    ("某公司技术员发现订单被成批删除", ("2024-03", "2024-03")),
    ("孙女士发现自己的银行卡被盗刷2万元，到派出所报案", ("2024-03", "2024-03")),
    ("某公司发现源代码被窃取并报案", None),
    ("江州网警检查时发现，某校网站被植入暗链", None),
]


@pytest.mark.parametrize(("words", "occurred"), FOUND_OUT)
def test_what_is_found_out_was_just_done_unless_it_was_stolen(words, occurred):
    _, found = read_dates(make_case(f"2024年3月5日，{words}。"), Notes())
    assert (found.value if found else None) == occurred


NEWS = [
    "9月10日，江州日报报道，江州警方抓获钱某等12人。",
    "9月10日，江州警方通报一起案件：钱某等人行骗，已被抓获。",
    "9月，某电视台节目播出了钱某诈骗案。",
    "自2024年6月夏季打击整治行动开展以来，江州警方抓获钱某等人。",
    "2024年6月专项行动启动以来，江州公安共抓获犯罪嫌疑人200名，包括钱某。",
    "2024年6月以来，江州公安聚焦诈骗，持续开展专项行动，抓获钱某等人。",
]


@pytest.mark.parametrize("text", NEWS)
def test_news_and_an_operation_are_no_act_although_they_tell_of_one(text):
    assert read_dates(make_case(text), Notes()) == (None, None)


ENDS = [
    ("2022年3月，钱某进入某公司工作。该公司以投资为名行骗。", ("2022-03", None)),
    (
        "2022年3月，钱某出售账号。直到2023年5月，妻子发现异常，他才收手。",
        ("2022-03", "2023-05"),
    ),
]


@pytest.mark.parametrize(("text", "occurred"), ENDS)
def test_a_job_at_what_offends_begins_it_and_giving_up_ends_it(text, occurred):
    _, found = read_dates(make_case(text), Notes())
    assert found is not None
    assert found.value == occurred
