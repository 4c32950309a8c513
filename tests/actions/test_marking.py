"""A passage that an editor marks becomes a case."""

from __future__ import annotations

import pytest

from cases.actions.errors import ActionRefused, InvalidSpan
from cases.actions.marking import mark_case
from cases.actions.publishing import reject_case
from cases.actions.values import values_of
from tests.factories import BulletinFactory, CopyFactory

pytestmark = pytest.mark.django_db

TEXT = (
    "一周要闻\n\n  2024年5月，长治市公安局抓获诈骗嫌疑人张某、李某等6人。  \n\n"
    "天气转凉，请添衣。\n"
)
FIRST, LAST = TEXT.index("  2024"), TEXT.index("天气")


@pytest.fixture
def copy(editor):
    """A text in which no case was found."""
    return copy_of(TEXT, editor)


def copy_of(text, editor):
    bulletin = BulletinFactory(created_by=editor)
    copy = CopyFactory(bulletin=bulletin, text=text)
    bulletin.primary_copy = copy
    bulletin.save()
    return copy


def test_the_reader_reads_the_passage(copy, editor):
    case = mark_case(copy=copy, start=FIRST, end=LAST, by=editor)

    passage = TEXT[case.passage_start : case.passage_end]
    values = values_of(case)
    assert passage == "2024年5月，长治市公安局抓获诈骗嫌疑人张某、李某等6人。"
    assert (values["region"], values["month"], values["suspects"]) == (
        "140400",
        "2024-05",
        ["张某", "李某"],
    )
    month = case.evidence.get(field="month")
    assert TEXT[month.start : month.end] == "2024年5月"
    assert [event.action for event in case.events.all()] == ["case-marked"]


def test_the_passage_is_read_as_part_of_its_bulletin(editor):
    text = "长治市公安局一周要闻\n2024年6月3日\n3月，网警抓获嫌疑人张某。\n降温了。"
    start, end = text.index("3月，"), text.index("\n降温")

    case = mark_case(copy=copy_of(text, editor), start=start, end=end, by=editor)

    values = values_of(case)
    assert (values["region"], values["month"]) == ("140400", "2024-03")


def test_what_the_reader_does_not_find_is_asked(copy, editor):
    start = TEXT.index("天气")

    case = mark_case(copy=copy, start=start, end=len(TEXT), by=editor)

    assert {"region", "month", "offences"} <= {
        caution["field"] for caution in case.cautions
    }
    assert case.shown_text == "天气转凉，请添衣。"


def test_passages_do_not_overlap_unless_the_other_is_rejected(copy, editor):
    case = mark_case(copy=copy, start=FIRST, end=LAST, by=editor)

    with pytest.raises(ActionRefused):
        mark_case(copy=copy, start=FIRST, end=LAST, by=editor)
    reject_case(case=case, reason="two cases in one", by=editor)

    assert mark_case(copy=copy, start=FIRST, end=LAST, by=editor).number == 2


@pytest.mark.parametrize("span", [(0, 0), (-1, 5), (5, 10_000), (4, 6)])
def test_a_passage_is_a_range_with_words_in_it(copy, editor, span):
    with pytest.raises(InvalidSpan):
        mark_case(copy=copy, start=span[0], end=span[1], by=editor)
