"""What a case is called, and where its telling begins."""

from __future__ import annotations

import pytest

from cases import headings
from cases.models import Case


@pytest.mark.parametrize(
    ("title", "text", "body"),
    [
        (
            "甲某诈骗案",
            "案例一：甲某诈骗案\n\n2024年，警方查明。",
            "\n2024年，警方查明。",
        ),
        ("甲某诈骗案", "甲某诈骗案\n警方查明。", "警方查明。"),
        ("甲某诈骗案", "案例七\n\n甲某诈骗案。\n警方查明。", "警方查明。"),
        ("甲某诈骗案", "案例七：甲某诈骗案", "案例七：甲某诈骗案"),
        ("甲某诈骗案", "警方查明。\n另有其人。", "警方查明。\n另有其人。"),
        ("甲某诈骗案", "一、甲某诈骗案。警方查明。", "一、甲某诈骗案。警方查明。"),
        (
            "甲某诈骗案",
            "警方破获了一起影响很大、涉及多省的甲某诈骗案\n警方查明。",
            "警方破获了一起影响很大、涉及多省的甲某诈骗案\n警方查明。",
        ),
        ("", "警方查明。\n另有其人。", "警方查明。\n另有其人。"),
    ],
)
def test_a_heading_line_is_no_part_of_the_body(title, text, body):
    case = Case(shown_title=title, shown_text=text)

    assert case.shown_text[headings.body_start(case) :] == body


@pytest.mark.parametrize(
    ("title", "text", "heading"),
    [
        ("甲某诈骗案", "警方查明。", "甲某诈骗案"),
        ("", "警方抓获三名正在行骗的人，追回赃款。", "警方抓获三名正在行骗的人"),
        ("", "2024年8月，警方抓获三人。别的。", "2024年8月，警方抓获三人"),
        ("", "案例五\n某酒店留存住客的人脸照片，未加密。", "某酒店留存住客的人脸照片"),
        ("", "二、警方抓获三名正在行骗的人，追回赃款。", "警方抓获三名正在行骗的人"),
        ("", "24小时内警方抓获全部三人，追回赃款。", "24小时内警方抓获全部三人"),
        ("", "警" * 60, "警" * 40 + "…"),
        ("", "无", "无"),
        ("", "", ""),
    ],
)
def test_a_case_without_a_title_goes_by_its_first_clause(title, text, heading):
    assert headings.heading(Case(shown_title=title, shown_text=text)) == heading


@pytest.mark.parametrize(
    ("text", "telling"),
    [
        ("一、某地侦破甲某诈骗案。经查，甲某行骗。", "经查，甲某行骗。"),
        ("案例一：甲某诈骗案\n经查，甲某行骗。", "经查，甲某行骗。"),
        ("某地侦破甲某诈骗案，抓获三人。", "某地侦破甲某诈骗案，抓获三人。"),
    ],
)
def test_a_card_does_not_tell_the_title_twice(text, telling):
    case = Case(shown_title="甲某诈骗案", shown_text=text)

    assert case.shown_text[headings.telling_start(case) :] == telling
