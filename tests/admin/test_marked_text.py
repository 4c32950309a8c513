"""A stored text cut into pieces under marks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cases.admin.marked_text import Mark, first_piece_ids, gaps, marked_lines

TEXT = "案例一\n\n2024年8月，运城警方抓获于某某。\n  \n广告\n"


def mark(words: str, name: str, **more) -> Mark:
    """A mark on the words."""
    start = TEXT.index(words)
    return Mark(start, start + len(words), name, **more)


def test_lines_begin_at_their_offsets_and_blank_ones_are_left_out():
    lines = marked_lines(TEXT, 0, len(TEXT), [])

    assert [
        (line.start, "".join(piece.text for piece in line.pieces)) for line in lines
    ] == [(0, "案例一"), (5, "2024年8月，运城警方抓获于某某。"), (27, "广告")]


def test_a_line_is_cut_where_marks_begin_and_end():
    marks = [mark("运城警方", "agency", group="place"), mark("运城", "region")]

    (_title, line, _advert) = marked_lines(TEXT, 0, len(TEXT), marks)

    assert [(piece.text, piece.names) for piece in line.pieces] == [
        ("2024年8月，", ""),
        ("运城", "agency region"),
        ("警方", "agency"),
        ("抓获于某某。", ""),
    ]


def test_overlapping_marks_take_the_colour_of_the_narrower_one():
    marks = [
        mark("运城警方抓获", "agency", group="place"),
        mark("抓获", "outcome", group="outcome"),
    ]

    (_title, line, _advert) = marked_lines(TEXT, 0, len(TEXT), marks)

    assert [(piece.text, piece.groups) for piece in line.pieces] == [
        ("2024年8月，", ""),
        ("运城警方", "place"),
        ("抓获", "outcome"),
        ("于某某。", ""),
    ]


def test_every_mark_has_a_target_even_when_another_begins_with_it():
    marks = [
        mark("运城警方", "agency", id="one"),
        mark("运城", "region", id="two"),
        mark("警方", "people", id="three"),
    ]

    lines = marked_lines(TEXT, 0, len(TEXT), marks)

    assert first_piece_ids(lines) == {"one": "one", "two": "one", "three": "three"}


def test_a_line_that_is_all_noise_says_so():
    lines = marked_lines(TEXT, 0, len(TEXT), [mark("广告", "noise")])

    assert [line.is_noise for line in lines] == [False, False, True]


spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(
    lambda pair: (min(pair), max(pair))
)


@given(st.lists(spans, max_size=6))
def test_pieces_put_together_are_the_text(ranges):
    marks = [
        Mark(start, end, "region", id=f"m{number}")
        for number, (start, end) in enumerate(ranges)
        if start < end
    ]

    lines = marked_lines(TEXT, 0, len(TEXT), marks)

    for line in lines:
        words = "".join(piece.text for piece in line.pieces)
        assert TEXT.startswith(words, line.start)
    assert "\n".join(line for line in TEXT.split("\n") if line.strip()) == "\n".join(
        "".join(piece.text for piece in line.pieces) for line in lines
    )


@given(st.lists(spans, max_size=6))
def test_gaps_are_what_the_spans_leave(ranges):
    taken = {place for start, end in ranges for place in range(start, end)}
    left = {
        place for start, end in gaps(len(TEXT), ranges) for place in range(start, end)
    }

    assert left == set(range(len(TEXT))) - taken
