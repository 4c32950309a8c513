"""The shown text: noise left out, redactions blacked out, spans carried over."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cases.shown import BLACKED_OUT, black_out, merge, show

TEXT = "通报如下。案例一：王小明贩卖账号案。点此关注！2024年3月，警方抓获王小明。完。"


def words(part: str, nth: int = 0) -> tuple[int, int]:
    """The range of the nth occurrence of a part in TEXT."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(part, start + 1)
    return start, start + len(part)


PASSAGE = (words("案例一")[0], words("完。")[0])


def test_noise_is_left_out_and_a_redaction_keeps_its_length():
    shown = show(
        TEXT, *PASSAGE, noise=[words("点此关注！")], redactions=[words("王小明", 1)]
    )

    assert shown.text == "案例一：王小明贩卖账号案。2024年3月，警方抓获███。"


def test_a_span_is_carried_to_where_its_words_are_shown():
    shown = show(TEXT, *PASSAGE, noise=[words("点此关注！")], redactions=[])

    start, end = shown.span(*words("2024年3月"))

    assert shown.text[start:end] == "2024年3月"


def test_a_span_across_noise_is_closed_up():
    shown = show(TEXT, *PASSAGE, noise=[words("点此关注！")], redactions=[])

    start, end = shown.span(words("账号案")[0], words("2024年")[1])

    assert shown.text[start:end] == "账号案。2024年"


def test_a_redacted_span_is_its_blocks():
    shown = show(TEXT, *PASSAGE, noise=[], redactions=[words("王小明", 1)])

    start, end = shown.span(*words("王小明", 1))

    assert shown.text[start:end] == "███"


def test_a_span_outside_the_passage_or_in_noise_is_nowhere():
    shown = show(TEXT, *PASSAGE, noise=[words("点此关注！")], redactions=[])

    assert shown.span(*words("通报如下")) is None
    assert shown.span(*words("关注")) is None
    assert shown.span(*words("完。")) is None


spans = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 40)).map(
        lambda pair: (min(pair), max(pair))
    ),
    max_size=6,
)
texts = st.text(alphabet="案情通报2024年\n\U0002070e", min_size=1, max_size=40)


@st.composite
def passages(draw):
    """A text with a passage inside it."""
    text = draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


def covered(spans_: list[tuple[int, int]]) -> set[int]:
    """The characters inside any of the ranges."""
    return {place for start, end in spans_ for place in range(start, end)}


@given(passages(), spans, spans)
def test_every_character_is_shown_blacked_out_or_left_out(passage, noise, redactions):
    text, start, end = passage
    expected = "".join(
        BLACKED_OUT if place in covered(redactions) else text[place]
        for place in range(start, end)
        if place not in covered(noise)
    )

    assert show(text, start, end, noise, redactions).text == expected


@given(passages(), spans, st.integers(0, 40), st.integers(0, 40))
def test_a_carried_span_holds_exactly_its_kept_characters(passage, noise, one, other):
    text, start, end = passage
    shown = show(text, start, end, noise, [])
    first, last = sorted((one, other))
    kept = "".join(
        text[place]
        for place in range(max(first, start), min(last, end))
        if place not in covered(noise)
    )

    found = shown.span(first, last)

    assert (shown.text[slice(*found)] if found else "") == kept


@given(spans)
def test_merging_keeps_the_characters_and_parts_the_ranges(ranges):
    merged = merge(ranges)

    assert covered(merged) == covered(ranges)
    assert all(before < start for (_, before), (start, _) in pairwise(merged))


@given(texts, spans)
def test_blacking_out_keeps_the_length(text, redactions):
    assert len(black_out(text, redactions)) == len(text)
