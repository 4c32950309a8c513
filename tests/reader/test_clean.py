"""The View: what normalising makes of a stored text, and the way back."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.reader.clean import View, normalise

PIECES = st.sampled_from(
    [
        *(
            "犯罪嫌疑人张某",
            "涉案１,２００万元",
            "王**、李*等人",
            "二○二四年",
            "電信詐騙",
        ),
        *(
            "[案情](http://a.example/b(c))",
            "![](a.png)",
            "18 964元",
            "７月",
            "abc",
            "🙂",
        ),
        *("<p>", "</p>", "<br/>", "<!--", "-->", "<script>", "</script>", "[", "]("),
        *("&nbsp;", "&amp;", "&#8203;", "\u200b", "\ufeff", "\n", "\n\n", "　　", " "),
        *("**", "*", "__", "`", "# ", "> ", "- ", "1. ", "---", "\\*"),
        *'(),。“"',
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("２０２４年３月，运城　公安机关", "2024年3月，运城公安机关"),
        ("涉案 1,234 万元、18 964元", "涉案1234万元、18964元"),
        ("案例一:马某某(化名),已拘留.", "案例一：马某某（化名），已拘留。"),
        ("**案例一**　张某案", "案例一张某案"),
        ("# 标题\n\n> 引文\n- 一项", "标题\n引文\n一项"),
        ("见[通报](https://a.example/x_(y)?z=1 \"题\")全文", "见通报全文"),
        ("抓获![图(1)](a.png)8人", "抓获8人"),
        ("<p>第一段</p><p>第&nbsp;二<b>段</b></p>", "第一段\n第二段"),
        ("抓\u200b获\ufeff8人", "抓获8人"),
        ("電信網絡詐騙犯罪嫌疑人後被抓獲", "电信网络诈骗犯罪嫌疑人后被抓获"),
        ("他说\"没有\"和\"有\"", "他说“没有”和“有”"),
        ("李**、王*等人被抓", "李**、王*等人被抓"),
        ("电话138****0000", "电话138****0000"),
        ("张\\*\\*被抓", "张**被抓"),
        ("二○二四年", "二〇二四年"),
        ("使用 Windows 10 系统", "使用Windows 10系统"),
        ("第一段。　　第二段。", "第一段。\n第二段。"),
        ("前---后\n---\n\n***\n末", "前---后\n末"),
        ("<中国网安>，a<b", "<中国网安>，a<b"),
        ("<style>p{}</style>文<!-- 注\n -->字", "文字"),
        ("&amp;nbsp;&lt;案&gt;", "<案>"),
        ("⾦⽴", "金立"),
        ("「黑客」", "“黑客”"),
    ],
)  # fmt: skip
def test_stored_text_is_read_as(stored, read):
    assert normalise(stored).text == read


def test_spaces_stand_for_commas_in_a_long_paragraph_without_stops():
    stored = " ".join(["某市公安机关接到群众报警称被人诈骗钱款"] * 4)

    assert normalise(stored).text.count("，") == 3


def test_noise_is_left_out_and_parts_the_span():
    stored = "抓获点击关注我们8人"
    view = normalise(stored, noise=[(2, 8)])

    assert view.text == "抓获8人"
    assert view.spans(0, 4) == ((0, 2), (8, 10))


def test_a_picture_parts_the_span_but_bold_does_not():
    view = normalise("抓**获**![](a.png)8人")

    assert view.spans(0, 2) == ((0, 4),)
    assert view.spans(0, 4) == ((0, 4), (16, 18))


def test_a_cut_keeps_its_origin():
    view = normalise("一、**抓获** 8人").cut(2, 6)

    assert view.text == "抓获8人"
    assert view.spans(0, 4) == ((4, 11),)


def test_joined_views_are_paragraphs():
    view = normalise("第一段\n广告\n第三段")
    joined = View.join([view.cut(0, 3), view.cut(7, 10)])

    assert joined.text == "第一段\n第三段"
    assert joined.spans(0, 3) == ((0, 3),)
    assert joined.spans(4, 7) == ((7, 10),)


@given(TEXTS, st.data())
@settings(max_examples=300, deadline=None)
def test_origins_ascend_inside_the_text(stored, data):
    start = data.draw(st.integers(0, len(stored)))
    end = data.draw(st.integers(start, len(stored)))
    noise = data.draw(
        st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=3)
    )
    view = normalise(stored, start, end, noise)

    assert len(view.origins) == len(view.text)
    last = start
    for first, stop in view.origins:
        assert last <= first < stop <= end
        last = stop


@given(TEXTS, st.data())
@settings(max_examples=300, deadline=None)
def test_spans_ascend_and_cover_the_words(stored, data):
    view = normalise(stored)
    start = data.draw(st.integers(0, len(view)))
    end = data.draw(st.integers(start, len(view)))
    spans = view.spans(start, end)

    assert all(first < stop for first, stop in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert bool(spans) == (start < end)
    covered = view.origins[start:end]
    assert all(
        any(first <= one and other <= stop for first, stop in spans)
        for one, other in covered
    )


WORDS = st.text(
    alphabet="张某被抓获人民币万元年月日１２３ａ，。（）\n　\u200b", max_size=80
)


@given(WORDS, st.data())
@settings(max_examples=300, deadline=None)
def test_the_words_of_a_span_read_the_same_again(stored, data):
    view = normalise(stored)
    start = data.draw(st.integers(0, len(view)))
    end = data.draw(st.integers(start, len(view)))
    again = "".join(normalise(stored, *span).text for span in view.spans(start, end))
    # The stop behind an item's number (1 张某) is put in for the words behind it.
    unmarked = str.maketrans("", "", " 、")

    assert again.translate(unmarked) == view.text[start:end].strip().translate(unmarked)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_paragraphs_are_parted_by_single_line_feeds(stored):
    text = normalise(stored).text

    assert "\n\n" not in text
    assert text == text.strip("\n")
    assert not re.search(r"[\u200b\ufeff\r]", text)


def test_brackets_that_no_bracket_opened_hide_no_markup():
    assert normalise("某地](\u200b<b>通报</b>)").text == "某地]（通报）"
