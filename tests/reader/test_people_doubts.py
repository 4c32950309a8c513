"""Which head counts an editor is asked to check."""

from __future__ import annotations

from tests.reader.making import counted as read
from tests.reader.making import doubts


def test_a_judgment_that_names_some_leaves_the_number_told_with_the_names():
    text = "被告人鲁某等7人购买信息行骗。法院判处鲁某无期徒刑，判处韦某等人有期徒刑。"
    people, _, notes = read(text)
    assert (people.value, people.qualifier) == (7, "exact")
    assert doubts(notes) == {"people": "two-counts"}


def test_one_told_with_a_companion_is_two():
    text = "贺某及其同伴被传唤到案。公安机关对贺某处以行政拘留七日。"
    people, _, notes = read(text)
    assert (people.value, people.qualifier) == (2, "inferred")
    assert doubts(notes) == {"people": "counted-names"}


def test_the_rest_that_were_only_admonished_are_doubted():
    _, _, notes = read("警方依法对高某处以行政拘留，对另外3人予以批评教育。")
    assert "people" in doubts(notes)


def test_one_detained_by_name_is_added_to_those_punished():
    found, coerced, notes = read("警方对汪某刑事拘留，并对买家36人予以行政处罚。")
    assert (found.value, coerced.value) == (37, 1)
    assert doubts(notes)["people"] == "added-counts"


def test_groups_that_were_added_are_doubted():
    _, _, notes = read("在河州抓获杨某等4人。又在海州抓获3人。")
    assert doubts(notes) == {"people": "added-counts"}


def test_a_judgment_of_nobody_is_doubted():
    found, _, notes = read("法院判处该工程师有期徒刑四年，总经理有期徒刑三年。")
    assert found is None
    assert doubts(notes) == {"people": "no-count"}


def test_groups_in_a_row_are_not():
    found, _, notes = read("抓获主犯4人，从犯10人。")
    assert found.value == 14
    assert doubts(notes) == {}


def test_measures_that_make_up_those_caught_are_not():
    _, coerced, notes = read("抓获14人，批捕9人，取保5人。")
    assert coerced.value == 14
    assert doubts(notes) == {}


def test_measures_without_a_number_are_doubted():
    found, coerced, notes = read("抓获12人。公安机关已依法采取刑事强制措施。")
    assert (found.value, coerced) == (12, None)
    assert doubts(notes) == {"coercive": "coercive-no-count"}


def test_a_count_of_which_some_were_let_go_is_doubted():
    found, _, notes = read("民警控制涉案人员16名，其中4人不构成犯罪，被解除传唤。")
    assert found.value == 16
    assert doubts(notes) == {"people": "two-counts"}


def test_a_count_is_doubted_when_one_more_is_caught_later():
    found, _, notes = read("民警抓获张某等3人。同年5月，民警在云南将头目刘某抓获。")
    assert found.value == 4
    assert doubts(notes) == {"people": "added-counts"}


def test_those_caught_after_others_without_a_number_are_doubted():
    people, coerced, notes = read(
        "警方将公司老板及员工抓捕归案。此后，又抓获买家110余人，均被刑事拘留。"
    )
    assert (people.value, coerced.value) == (110, 110)
    assert doubts(notes) == {"people": "caught-after", "coercive": "caught-after"}
