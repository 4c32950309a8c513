"""A passage that an editor marks becomes a case."""

from __future__ import annotations

import pytest
from django.utils import timezone
from django.utils.translation import override

from cases.actions.correcting import check_fields, save_case, undo_field
from cases.actions.errors import ActionRefused, InvalidSpan, WrongStatus
from cases.actions.marking import mark_case, move_passage
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


@pytest.mark.parametrize("status", ["published", "withdrawn"])
def test_the_passage_of_a_case_that_is_or_was_public_is_not_taken(copy, editor, status):
    case = mark_case(copy=copy, start=FIRST, end=LAST, by=editor)
    case.status, case.status_by, case.status_at = status, editor, timezone.now()
    case.published_at, case.status_reason = timezone.now(), "reason"
    case.save()

    with override("en"), pytest.raises(ActionRefused) as caught:
        mark_case(copy=copy, start=FIRST, end=LAST, by=editor)

    assert str(caught.value) == (
        f"The passage overlaps case 1, which is {status}: withdraw it if it is public"
        " and return it to draft, then its passage can be moved."
    )


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


TWO = (
    "5月，长治市公安局抓获诈骗嫌疑人张某。\n"
    "经查，张某涉案30余万元。\n"
    "6月，运城市公安局抓获嫌疑人李某等4人。\n"
)
FIRST_CUT, SECOND = TWO.index("经查"), TWO.index("6月")


class TestMovingAPassage:
    """What the reader cut wrong is put right without losing what was corrected."""

    @pytest.fixture
    def case(self, editor):
        """The first case, cut off before its last sentence."""
        copy = copy_of(TWO, editor)
        return mark_case(copy=copy, start=0, end=FIRST_CUT, by=editor)

    def test_the_rest_is_read(self, case, editor):
        assert values_of(case)["amount"] == []

        move_passage(case=case, start=0, end=SECOND, by=editor)

        case.refresh_from_db()
        assert case.shown_text == TWO[:SECOND].rstrip()
        assert [one["yuan"] for one in values_of(case)["amount"]] == [300_000]
        assert "30余万元" in case.search_text

    def test_what_is_no_longer_in_the_passage_is_gone_with_its_evidence(
        self, case, editor
    ):
        move_passage(case=case, start=FIRST_CUT, end=SECOND, by=editor)

        case.refresh_from_db()
        assert values_of(case)["agency"] is None
        assert {row.start >= FIRST_CUT for row in case.evidence.all() if row.quote} == {
            True
        }

    def test_what_the_editor_said_stays_and_can_still_be_taken_back(self, case, editor):
        people = {"count": 7, "qualifier": "exact"}
        save_case(case=case, values={"people": people}, reason="电话", by=editor)

        move_passage(case=case, start=SECOND, end=len(TWO), by=editor)

        case.refresh_from_db()
        assert values_of(case)["people"] == people
        undo_field(case=case, field="people", by=editor)
        case.refresh_from_db()
        assert values_of(case)["people"] == {"count": 4, "qualifier": "exact"}

    def test_what_was_only_looked_at_is_asked_again(self, case, editor):
        check_fields(case=case, fields=["title"], by=editor)

        move_passage(case=case, start=0, end=SECOND, by=editor)

        case.refresh_from_db()
        assert case.checked_fields == []

    def test_the_history_tells_from_where_to_where(self, case, editor):
        old = [case.passage_start, case.passage_end]

        move_passage(case=case, start=0, end=SECOND, by=editor)

        event = case.events.get(action="passage-moved")
        assert (event.before, event.after) == (old, [0, SECOND - 1])

    def test_a_passage_that_stays_changes_nothing(self, case, editor):
        move_passage(case=case, start=0, end=FIRST_CUT, by=editor)

        assert not case.events.filter(action="passage-moved").exists()

    def test_not_into_another_case(self, case, editor):
        mark_case(copy=case.copy, start=SECOND, end=len(TWO), by=editor)

        with pytest.raises(ActionRefused, match="案件 2 重叠"):
            move_passage(case=case, start=0, end=len(TWO), by=editor)

    def test_drafts_only(self, case, editor):
        reject_case(case=case, reason="told twice", by=editor)

        with pytest.raises(WrongStatus):
            move_passage(case=case, start=0, end=SECOND, by=editor)
