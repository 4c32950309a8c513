"""What a long story tells only once may be a part, or of another matter."""

from __future__ import annotations

from cases.reader.context import LONG_STORY, Notes
from cases.reader.outcomes import read_outcomes
from cases.reader.people import read_people
from tests.reader.making import doubts, make_case

FILLER = "村口的小店照常开门，来往的人都在谈论这件事。" * 40


def read(rule, text, *, is_story=True, filler=FILLER):
    notes = Notes()
    rule(make_case(text + filler, is_story=is_story), notes)
    return doubts(notes)


def test_the_filler_makes_a_long_story():
    assert len(FILLER) > LONG_STORY


def test_a_count_told_once_is_doubted():
    assert read(read_people, "民警抓获嫌疑人6名。") == {"people": "told-once"}


def test_a_count_told_once_elsewhere_is_not():
    assert read(read_people, "民警抓获嫌疑人6名。", filler="") == {}
    assert read(read_people, "民警抓获嫌疑人6名。", is_story=False) == {}


def test_a_total_and_a_count_that_comes_again_are_not():
    assert read(read_people, "民警共抓获嫌疑人6名。") == {}
    assert read(read_people, "民警抓获6名嫌疑人。6名嫌疑人到案。") == {}


def test_one_of_several_outcomes_told_once_is_doubted():
    told = "钱某被刑事拘留。后被批准逮捕。一家网店被处以罚款。"
    assert read(read_outcomes, told) == {"outcome": "told-once"}
