"""Months and ranges by who told what, and who did it; published 2024-10-15."""

from __future__ import annotations

from datetime import date

import pytest

from cases.reader.calendar import find_dates
from cases.reader.context import Notes
from cases.reader.dates import read_dates
from tests.reader.making import make_case

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
