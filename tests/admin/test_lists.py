"""Django's list pages on the desk: their own words read well in Chinese."""

from __future__ import annotations

import re


def filter_words(html: str) -> list[str]:
    """The headings of the filters beside a list and their first choices."""
    beside = html.partition('id="changelist-filter"')[2].partition("</nav>")[0]
    words = re.sub(r"<[^>]+>", "\n", beside.partition(">")[2]).splitlines()
    return [word.strip() for word in words if word.strip()]


def test_bulletins_are_filtered_in_good_chinese(desk, bulletin):
    html = desk.get("/admin/cases/bulletin/").content.decode()

    assert filter_words(html) == [
        "筛选",
        "显示数量",
        "按状态",
        "全部",
        "未识读",
        "审核中",
        "已办结",
        "按示例",
        "全部",
        "是",
        "否",
    ]
    assert "1 条结果" in html.partition('class="paginator"')[2]


def test_titles_are_marked_as_chinese_on_english_lists(desk, bulletin, cases):
    bulletins = desk.get("/en/admin/cases/bulletin/").content.decode()
    listed = desk.get("/en/admin/cases/case/").content.decode()

    assert f'<span lang="zh-Hans">{bulletin.title}</span>' in bulletins
    assert f'<span lang="zh-Hans">{bulletin.issuer}</span>' in bulletins
    assert f'<span lang="zh-Hans">{cases[0].title}</span>' in listed
    assert re.findall(r'<td class="field-place">([^<]+)</td>', listed) == [
        "Datong",
        "Changzhi",
        "Yuncheng",
    ]
