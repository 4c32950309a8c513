"""The header of each export shape, and where the article begins."""

from datetime import date

import pytest

from cases.reader import read_bulletin
from tests.reader.bulletin_texts import telling

TOLD = telling("南京", "张")

FRONT_MATTER = f"""---
title: 关注 | 南京警方侦破一起案件
url: https://mp.weixin.qq.com/s?__biz=abc
source: 网安之声
date: 2024-12-24
fetch_date: 2025-10-06T19:40:46
---

# 关注 | 南京警方侦破一起案件

![cover_image](https://img.example/a.jpg)

# 关注 | 南京警方侦破一起案件

南京网警

网安之声

**扫码订阅《网安之声》**

{TOLD}

（来源：南京网警）

预览时标签不可点
"""

BYLINE = f"""#  【网安圈】南京警方侦破一起案件
 李记者  网安圈   2025-03-30 19:00

{TOLD}

  END

推荐阅读
"""


def values(reading):
    names = ("title", "published", "account", "source")
    found = {name: getattr(reading, name) for name in names}
    return {name: value and value.value for name, value in found.items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            FRONT_MATTER,
            {
                "title": "南京警方侦破一起案件",
                "published": "2024-12-24",
                "account": "网安之声",
                "source": "南京网警",
            },
            id="front matter",
        ),
        pytest.param(
            BYLINE,
            {
                "title": "南京警方侦破一起案件",
                "published": "2025-03-30",
                "account": "网安圈",
                "source": None,
            },
            id="title and byline",
        ),
        pytest.param(
            f"南京警方侦破一起案件\n2025年3月30日 来源：南京网警\n{TOLD}",
            {
                "title": "南京警方侦破一起案件",
                "published": "2025-03-30",
                "account": None,
                "source": "南京网警",
            },
            id="plain text",
        ),
    ],
)
def test_header(text, expected):
    assert values(read_bulletin(text)) == expected


def test_a_notice_is_dated_below():
    text = f"警情通报\n{TOLD}\n南京市公安局江宁分局\n2024年5月5日"

    assert read_bulletin(text).published.value == "2024-05-05"


@pytest.mark.parametrize("text", [FRONT_MATTER, BYLINE])
def test_the_header_is_no_part_of_the_case(text):
    assert [case.text for case in read_bulletin(text).cases] == [TOLD]


@pytest.mark.parametrize("text", [FRONT_MATTER, BYLINE])
def test_values_stand_at_their_spans(text):
    reading = read_bulletin(text)

    for name in ("title", "published", "account"):
        found = getattr(reading, name)
        assert text[slice(*found.spans[0])] == found.value


def test_a_sites_own_date_comes_before_the_feeds():
    text = FRONT_MATTER.replace("mp.weixin.qq.com", "site.example").replace(
        "南京网警\n\n网安之声", "发布时间：2024-12-23 10:15:33"
    )

    assert read_bulletin(text).published.value == "2024-12-23"


def test_a_slogan_behind_the_account_is_left_out():
    text = FRONT_MATTER.replace(
        "source: 网安之声", "source: 网安之声-有思想的新媒体平台"
    )

    assert read_bulletin(text).account.value == "网安之声"


def test_original_is_no_author():
    text = BYLINE.replace(" 李记者  网安圈", "原创  网安圈")

    assert read_bulletin(text).account.value == "网安圈"


def test_a_given_date_comes_before_the_texts_own():
    text = BYLINE.replace("2024年3月，", "今年3月，")

    assert read_bulletin(text).cases[0].month.value == "2025-03"
    given = read_bulletin(text, published=date(2023, 4, 1))
    assert given.cases[0].month.value == "2023-03"


@pytest.mark.parametrize("day", ["2024-13-45", "未知", ""])
def test_an_impossible_date_is_none(day):
    text = FRONT_MATTER.replace("2024-12-24", day)

    assert read_bulletin(text).published is None
