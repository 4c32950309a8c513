"""Any text is read without raising, and every span holds."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.reader import read_bulletin
from cases.reader.__main__ import stored_text
from cases.reader.output import as_json, explain
from tests.reader.bulletin_texts import FOUR, judged, listed, telling
from tests.reader.score import DEVELOPED, corpus, names

NAMES = ["张某诈骗案", "李某盗窃案", "王某敲诈勒索案", "赵某开设赌场案"]
TEXTS = [
    "省公安厅公布4起典型案例\n"
    + listed([f"案例{number}：{name}" for number, name in enumerate(NAMES, 1)]),
    "公布案例\n"
    + "\n".join(f"{number}.{telling(*place)}" for number, place in enumerate(FOUR, 1)),
    "张某诈骗案\n" + judged("张", "诈骗", "南京市中级人民法院"),
    "---\ntitle: 关注 | 南京警方侦破一案\nsource: 网安圈\ndate: 2024-12-24\n---\n"
    + telling("南京", "张"),
]
LAYOUT = ["\n", "\n\n", "**", "# ", "---\n", "![](a.png)", "<p>", "</p>", "&nbsp;"]
LAYOUT += ["案例一：", "一、", "（二）", "1.", "01", "[案](http://a.example)", "\u200b"]
LABELS = ["典型意义", "警方提醒", "END", "（来源：某网）", "《网络安全法》第五十九条"]
FACTS = ["张某诈骗案", "近日，", "2024年3月，", "杭州市公安局", "等人", "某公司"]
FACTS += ["抓获犯罪嫌疑人李某等12名。", "涉案金额1.2亿余元", "判处有期徒刑三年"]
FACTS += ["同年9月", "今年", "去年12月以来", "获利数十万元", "刑事拘留8人", *"：，“”。"]
PIECES = st.sampled_from([*LAYOUT, *LABELS, *FACTS])


def check(text):
    """What must hold of every reading."""
    reading = read_bulletin(text)
    assert not [one for one in reading.cautions if one.code == "not-read"]
    for name in ("title", "published", "account", "issuer", "campaign", "source"):
        found = getattr(reading, name)
        assert_spans(text, found.spans if found else ())
    last = 0
    for case in reading.cases:
        assert 0 <= case.span[0] < case.span[1] <= len(text)
        assert case.span[0] >= last
        last = case.span[0]
        assert case.text.strip()
        assert_spans(text, case.noise)
        assert all(case.span[0] <= a < b <= case.span[1] for a, b in case.noise)
        assert not [one for one in case.cautions if one.code == "rule-failed"]
        for _, found in case.found():
            assert found.rule
            assert_spans(text, found.spans)
            assert found.spans or found.qualifier == "inferred"
    assert as_json(reading, "a.md")["file"] == "a.md"
    assert list(explain(text, reading))


def assert_spans(text, spans):
    last = 0
    for start, end in spans:
        assert last <= start < end <= len(text)
        last = end


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_text(text):
    check(text)


@given(st.lists(PIECES, max_size=60).map("".join))
@settings(max_examples=250, deadline=None)
def test_any_order_of_the_words_of_bulletins(text):
    check(text)


@given(st.sampled_from(TEXTS), st.integers(0, 2**32))
@settings(max_examples=80, deadline=None)
def test_damaged_bulletins(text, seed):
    check(damaged(text, random.Random(seed)))


@pytest.mark.parametrize("text", TEXTS)
def test_bulletins_cut_off_anywhere(text):
    for end in range(0, len(text), 23):
        check(text[:end])


def test_a_passage_without_end_is_read_from_its_beginning():
    text = telling("南京", "张") + "该团伙继续作案，" * 10_000

    [case] = read_bulletin(text).cases
    assert case.region.value.names == ("江苏省", "南京市")
    assert [one.code for one in case.cautions if one.field == "title"] == [
        "long-passage"
    ]
    assert case.span == (0, len(text))


def test_a_text_of_countless_lines_is_read_from_its_beginning():
    text = telling("南京", "张") + "\n一行文字" * 30_000

    reading = read_bulletin(text)
    assert [one.code for one in reading.cautions] == ["long-text"]


def damaged(text: str, chance: random.Random) -> str:
    """The text with some bytes changed, dropped, doubled or moved."""
    data = bytearray(text.encode())
    for _ in range(chance.randint(1, 12)):
        if not data:
            break
        place = chance.randrange(len(data))
        end = min(len(data), place + chance.randint(1, 60))
        match chance.randrange(4):
            case 0:
                data[place] = chance.randrange(256)
            case 1:
                del data[place:end]
            case 2:
                data[place:place] = data[place:end]
            case _:
                piece = data[place:end]
                del data[place:end]
                target = chance.randint(0, len(data))
                data[target:target] = piece
    return data.decode("utf-8", errors="replace")


def test_damaged_texts_of_the_corpus():
    folder = corpus()
    if not (folder / "gold").is_dir():
        pytest.skip(f"no corpus at {folder}")
    chance = random.Random(2026)
    for name in names(folder, DEVELOPED):
        text = stored_text(folder / "bulletins" / f"{name}.md")
        check(text)
        for _ in range(2):
            check(damaged(text, chance))
