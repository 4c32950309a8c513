"""Which encoding a text is in."""

from __future__ import annotations

import pytest

from cases.documents.document import UnreadableDocument
from cases.documents.encodings import decode

SIMPLIFIED = "近日，河东市公安局网安部门破获一起侵犯公民个人信息案。"
TRADITIONAL = "近日，警方破獲一起電訊詐騙案，拘捕三名嫌疑人，檢獲電腦及手機。"


@pytest.mark.parametrize("encoding", ["gb18030", "utf_16_le", "utf_16_be"])
@pytest.mark.parametrize("length", [8, 15, 27])
def test_a_few_words_are_enough(encoding, length):
    text = SIMPLIFIED[:length]

    assert decode(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize("encoding", ["big5", "gb18030"])
@pytest.mark.parametrize("length", [8, 15, 31])
def test_traditional_words_are_told_as_well(encoding, length):
    text = TRADITIONAL[:length]

    assert decode(text.encode(encoding)) == (text, encoding)


def test_hong_kongs_own_characters_are_known():
    text = "警方喺旺角拘捕三名男子，佢哋涉嫌詐騙。"

    assert decode(text.encode("big5hkscs")) == (text, "big5hkscs")


def test_a_declaration_decides_where_both_are_likely():
    text = "标题"

    assert decode(text.encode("gbk"), "gb2312") == (text, "gb18030")


def test_a_wrong_declaration_does_not():
    assert decode(SIMPLIFIED.encode("gbk"), "big5") == (SIMPLIFIED, "gb18030")
    assert decode(SIMPLIFIED.encode(), "gb2312") == (SIMPLIFIED, "utf_8")


@pytest.mark.parametrize(
    "content",
    [
        "犯人を逮捕しました。東京の警視庁が発表した。".encode("euc_jp"),
        "Преступник задержан полицией".encode("cp1251"),
        "café à la crème".encode("latin-1"),
        SIMPLIFIED.encode()[:-1],
    ],
)
def test_other_languages_and_broken_texts_are_refused(content):
    with pytest.raises(UnreadableDocument):
        decode(content)
