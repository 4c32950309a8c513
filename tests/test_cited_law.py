"""Articles of law beside a case: those that its text names, and no others."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from cases.cited_law import citations


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (
            "根据《中华人民共和国网络安全法》第二十一条、第五十九条第一款之规定处罚。",
            ["Cybersecurity Law, arts 21 and 59(1)"],
        ),
        ("其行为触犯刑法第二百五十三条之一。", ["Criminal Law, art. 253-1"]),
        (
            "依据《数据安全法》（下称《数安法》）第27条，《刑法》第二百八十五条第二款。",
            ["Data Security Law, art. 27", "Criminal Law, art. 285(2)"],
        ),
        (
            "按《治安管理处罚法》第四十九条、第二十五条和第二十六条第（一）项处理。",
            [
                "Public Security Administration Punishments Law, arts 49, 25 and 26",
            ],
        ),
    ],
)
def test_an_article_is_told_by_law_and_number(text, english):
    with override("en"):
        assert [one.label() for one in citations(text)] == english


def test_chinese_pages_have_the_words_of_the_text():
    text = "警方依据《网络安全法》第二十一条、第五十九条作出处罚。"

    (one,) = citations(text)

    assert one.label() == "《网络安全法》第二十一条、第五十九条"
    assert text[slice(*one.span)] == one.words


def test_a_law_without_a_known_english_name_stays_as_printed():
    with override("en"):
        (one,) = citations("违反《某市养犬管理条例》第三条。")

        assert one.label() == "《某市养犬管理条例》第三条"
        assert one.is_chinese


@pytest.mark.parametrize(
    "text",
    [
        "违反了《网络安全法》有关规定。",
        "发布第三条虚假信息。",
        "《刑法》规定如下：第二百八十五条",
        "",
    ],
)
def test_a_law_without_an_article_is_not_cited(text):
    assert citations(text) == []


def test_the_same_wording_is_told_once():
    text = "依据《网络安全法》第二十一条处罚。再按《网络安全法》第二十一条处罚。"

    assert len(citations(text)) == 1
