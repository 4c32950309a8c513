"""Months and ranges by who told what, and who did it; published 2024-10-15."""

from __future__ import annotations

from datetime import date

import pytest

from cases.reader.calendar import find_dates
from cases.reader.context import Notes
from cases.reader.dates import read_dates
from tests.reader.making import doubts, make_case

TOLD = [
    # the court's date is its own, whatever it then says of appeals
    (
        "2022年5月，钱某辱骂孙某。江州市中级人民法院于2023年3月裁定驳回上诉。",
        "2023-03",
        ("2022-05", None),
    ),
    (
        "2022年5月，钱某敲诈商户。江州县法院于2023年3月对认罪认罚的钱某判处刑罚。",
        "2023-03",
        ("2022-05", None),
    ),
    # ... and so is the days' on which an agency caught people after a report
    (
        "2023年2月至4月，钱某等人出售外挂。江州警方接到举报后，迅速侦查，于5月7日至9日在三省将钱某等7人抓获。",
        "2023-05",
        ("2023-02", "2023-04"),
    ),
    # a day on which passers-by seize the offender
    (
        "2023年6月22日，钱某在地铁站偷拍女乘客，被群众扭送至派出所。",
        "2023-06",
        ("2023-06", "2023-06"),
    ),
    # what is reported was done before
    (
        "2023年6月，网民反映购房后不断接到骚扰电话。江州网信办调查，查明系员工所卖。",
        "2023-06",
        None,
    ),
    # offenders handed over by another state
    (
        "2023年2月，老挝将58名诈骗嫌疑人（其中江州籍40人，其余各省籍共计18人）遣返中国。",
        "2023-02",
        None,
    ),
    # before he left, no life's course
    (
        "2023年3月，江州警方立案。经查，钱某2022年11月离职前一天，将设计图纸上传至网盘。",
        "2023-03",
        ("2022-11", "2022-11"),
    ),
    # many who pass a post on do nothing to its author
    (
        "2023年11月8日，某医院护士钱某将病人名单拍照发至群里，后被多人转发。",
        None,
        ("2023-11", "2023-11"),
    ),
]


@pytest.mark.parametrize(("text", "month", "occurred"), TOLD)
def test_a_date_is_whose_act_is_told_of_it(text, month, occurred):
    found_month, found = read_dates(make_case(text), Notes())
    assert (found_month.value if found_month else None) == month
    assert (found.value if found else None) == occurred


def test_a_month_of_this_year_far_ahead_was_told_before_the_turn_of_the_year():
    [when] = find_dates("经查，今年9月，", date(2024, 1, 31))
    assert when.first == (2023, 9, None)
    [soon] = find_dates("经查，今年3月，", date(2024, 2, 1))
    assert soon.first == (2024, 3, None)


RANGES = [
    # an old video is shown at the time told before it
    (
        "2023年7月强降雨期间，钱某将2021年的旧视频改题为“决堤”发至群里。",
        ("2023-07", "2023-07"),
    ),
    # what was found makes an early part of a year exact, what was done later does not
    (
        "2022年初，钱某骗老人扫码。2022年7月，警方立案。经查，自2022年2月至案发，钱某获利2万元。",
        ("2022-02", None),
    ),
    ("2022年初，钱某骗取他人钱款。2022年3月至案发，钱某用所得放贷。", ("2022", None)),
    # a range of attacks that harmed somebody ends it, as a later deed does
    (
        "2021年初，钱某组建黑客团队。2021年5月至7月，成员攻击某公司，造成瘫痪。公司随即报案。",
        ("2021", "2021-07"),
    ),
    (
        "2022年3月至5月，钱某窃取数据。2022年9月，钱某将数据分享至其担任管理员的群。",
        ("2022-03", "2022-09"),
    ),
    # a victim drawn in pays two sentences later
    (
        "9月12日，孙女士被拉入一个群，群内称可领红包。她做了3单。随后她先后垫付3万元，才意识到被骗。",
        ("2024-09", "2024-09"),
    ),
    # when the harm was counted, it had long been done
    (
        "2023年2月3日，钱某删除公司数据。截至2023年4月30日，造成公司经济损失20万元。",
        ("2023-02", "2023-02"),
    ),
]


@pytest.mark.parametrize(("text", "occurred"), RANGES)
def test_an_offending_ends_with_what_was_done_last(text, occurred):
    _, found = read_dates(make_case(text), Notes())
    assert found is not None
    assert found.value == occurred


def test_a_verdict_told_first_is_later_than_what_it_judges():
    text = (
        "去年5月，女生孙某被骗。7月19日，江州法院宣判，判处钱某有期徒刑三年。经审理查明，"
        "2022年11月至2023年8月，钱某冒充客服骗取56万元。9月2日，警方将钱某抓获。"
    )
    month, _ = read_dates(make_case(text), Notes())
    assert month is not None
    assert month.value == "2023-09"


def test_what_follows_a_verdict_told_first_is_of_the_offendings_year():
    text = (
        "7月19日，江州法院宣判，判处钱某有期徒刑三年。经审理查明，2022年11月至2023年8月，"
        "钱某骗取56万元。8月26日，公安部发布A级通缉令，通缉钱某。8月28日，钱某投案自首。"
    )
    month, _ = read_dates(make_case(text), Notes())
    assert month is not None
    assert month.value == "2023-08"


BACK = [
    (
        "2014年3月，江州警方立案。2014年5月，钱某被判刑。2013年8月，公安局曾予警告。",
        True,
    ),
    ("2014年5月，江州法院宣判。2013年8月，警方立案。", False),
]


@pytest.mark.parametrize(("text", "is_doubted"), BACK)
def test_an_act_told_after_two_of_later_years_is_doubted(text, is_doubted):
    notes = Notes()
    month, _ = read_dates(make_case(text), notes)
    assert month is not None
    assert month.value == "2013-08"
    assert ("month" in doubts(notes)) == is_doubted


def test_no_month_is_vouched_for_where_somebody_reported():
    notes = Notes()
    text = "2023年8月，公司员工举报孙某收受贿赂，随后孙某删除了数据。"
    month, _ = read_dates(make_case(text), notes)
    assert (month, doubts(notes)["month"]) == (None, "unclear-date")


def test_precedents_and_terms_of_prison_are_not_this_cases():
    text = (
        "2023年2月3日，钱某删除公司数据。2月4日，江州警方将其抓获。\n"
        "刑期从判决执行之日起计算，即自2023年2月4日起至2026年2月3日止。\n"
        "此类事件此前已多次发生。2018年9月，孙某删除某公司的数据，被警方抓获。\n"
        "国外早有先例。2017年6月，李某被法院判刑。"
    )
    month, occurred = read_dates(make_case(text), Notes())
    assert month is not None
    assert occurred is not None
    assert (month.value, occurred.value) == ("2023-02", ("2023-02", "2023-02"))
