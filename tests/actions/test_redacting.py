"""Personal data: what blocks, what is blacked out, what is let stand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied

from cases.actions.checking import OpenFlag, open_flags
from cases.actions.correcting import save_case
from cases.actions.errors import ActionRefused, InvalidSpan, PublishingBlocked
from cases.actions.publishing import publish_case
from cases.actions.readings import store_reading
from cases.actions.redacting import lift_redaction, override_flag, redact
from cases.actions.values import values_of
from cases.models import Case
from cases.reader.results import CaseReading, Found, Reading
from tests.factories import BulletinFactory, CopyFactory

pytestmark = pytest.mark.django_db

TEXT = (
    "警方公布王小明诈骗案\n"
    "一、王小明诈骗案\n2024年8月，警方抓获王小明，联系电话13800138000。王小明供认。\n"
    "广告：致电13900139000\n二、刘某案\n王小明的同伙刘某落网。"
)


def places(words: str) -> list[tuple[int, int]]:
    """All places of the words in TEXT."""
    return [
        (start, start + len(words))
        for start in range(len(TEXT))
        if TEXT.startswith(words, start)
    ]


NAME = places("王小明")
PHONE = places("13800138000")
ADVERT = places("广告：致电13900139000")[0]


@pytest.fixture
def cases(editor):
    """Two drafts of a text that names a suspect in full and gives a phone number."""
    bulletin = BulletinFactory(title="警方公布王小明诈骗案", created_by=editor)
    copy = CopyFactory(bulletin=bulletin, text=TEXT)
    bulletin.primary_copy = copy
    bulletin.save()
    second = TEXT.index("二、")
    first = CaseReading(
        number=1,
        span=(NAME[1][0] - 2, second - 1),
        text="",
        noise=(ADVERT,),
        title=Found("王小明诈骗案", ((NAME[1][0], NAME[1][0] + 6),), "tests"),
        suspects=(Found("王小明", (NAME[2],), "tests"),),
    )
    other = CaseReading(
        number=2,
        span=(second, len(TEXT)),
        text="",
        title=Found("刘某案", (places("刘某案")[0],), "tests"),
    )
    return store_reading(
        copy=copy, reading=Reading(version="tests", cases=(first, other))
    )


def test_flags_name_the_words_and_all_their_places_but_not_noise(cases):
    assert open_flags(cases[0]) == [
        OpenFlag("full-name", "王小明", tuple(NAME[1:4])),
        OpenFlag("mobile", "13800138000", tuple(PHONE)),
    ]


def test_flags_block_with_their_reasons(cases, publisher):
    with pytest.raises(PublishingBlocked) as caught:
        publish_case(case=cases[0], by=publisher)

    assert [(one.code, one.values) for one in caught.value.blockers] == [
        ("privacy", ("full-name", "王小明")),
        ("privacy", ("mobile", "13800138000")),
    ]


def test_redacting_hides_the_words_from_text_title_suspects_and_search(cases, editor):
    copy = cases[0].copy

    redact(copy=copy, spans=NAME[1:4], kind="full-name", by=editor)
    redact(copy=copy, spans=PHONE, kind="mobile", by=editor)

    case = Case.objects.get(pk=cases[0].pk)
    assert case.shown_text == (
        "一、███诈骗案\n2024年8月，警方抓获███，联系电话███████████。███供认。\n"
    )
    assert (case.shown_title, case.suspects) == ("███诈骗案", ["███"])
    assert "王小明" not in case.search_text and "138" not in case.search_text
    assert open_flags(case) == []


def test_the_bulletins_title_is_blacked_out_too(cases, editor):
    redact(copy=cases[0].copy, spans=NAME[1:4], kind="full-name", by=editor)

    cases[0].bulletin.refresh_from_db()
    assert cases[0].bulletin.title == "警方公布███诈骗案"


def test_the_desk_still_knows_the_words(cases, editor):
    redact(copy=cases[0].copy, spans=NAME[1:4], by=editor)

    case = Case.objects.get(pk=cases[0].pk)
    assert case.title == "王小明诈骗案"
    assert case.evidence.get(field="suspects").value == "王小明"


def test_another_case_of_the_text_is_left_as_it_is(cases, editor):
    redact(copy=cases[0].copy, spans=NAME[1:4], by=editor)

    other = Case.objects.get(pk=cases[1].pk)
    assert "王小明的同伙" in other.shown_text
    assert not other.events.exists()


def test_a_redacted_case_can_be_published(cases, publisher):
    redact(copy=cases[0].copy, spans=[*NAME[1:4], *PHONE], by=publisher)

    publish_case(case=cases[0], by=publisher)

    assert [event.action for event in cases[0].events.order_by("pk")] == [
        *["redacted"] * 4,
        "published",
    ]


def test_a_flag_let_stand_takes_a_reason(cases, publisher):
    with pytest.raises(ActionRefused):
        override_flag(
            copy=cases[0].copy, spans=PHONE, kind="mobile", reason=" ", by=publisher
        )

    override_flag(
        copy=cases[0].copy,
        spans=PHONE,
        kind="mobile",
        reason="the police's own line",
        by=publisher,
    )

    assert [flag.kind for flag in open_flags(cases[0])] == ["full-name"]
    assert cases[0].events.get().reason == "the police's own line"


def test_words_let_stand_may_stand_in_the_title(cases, publisher):
    override_flag(
        copy=cases[0].copy,
        spans=NAME[1:4],
        kind="full-name",
        reason="an alias of a gang",
        by=publisher,
    )

    assert [flag.kind for flag in open_flags(cases[0])] == ["mobile"]


def test_what_stands_only_in_a_field_is_flagged_without_a_place(cases, editor):
    save_case(
        case=cases[1],
        values={"title": "刘某案，电话13700137000", "suspects": ["刘大勇"]},
        by=editor,
    )

    assert open_flags(Case.objects.get(pk=cases[1].pk)) == [
        OpenFlag("mobile", "13700137000"),
        OpenFlag("full-name", "刘大勇"),
    ]


@pytest.fixture
def titled(editor):
    """A draft without a flag of its own, in a bulletin whose title names somebody."""
    text = "王小明等人诈骗案告破\n2024年8月，警方抓获刘某等3人。"
    bulletin = BulletinFactory(title="王小明等人诈骗案告破", created_by=editor)
    copy = CopyFactory(bulletin=bulletin, text=text)
    read = CaseReading(number=1, span=(text.index("2024"), len(text)), text="")
    (case,) = store_reading(copy=copy, reading=Reading(version="tests", cases=(read,)))
    return case


def test_a_name_in_the_bulletins_title_is_flagged_at_its_place_in_the_text(titled):
    assert open_flags(titled) == [OpenFlag("full-name", "王小明", ((0, 3),))]


def test_and_redacted_there(titled, editor, publisher):
    redact(copy=titled.copy, spans=[(0, 3)], kind="full-name", by=editor)

    publish_case(case=titled, by=publisher)

    titled.bulletin.refresh_from_db()
    assert titled.bulletin.title == "███等人诈骗案告破"


def test_or_let_stand(titled, publisher):
    override_flag(
        copy=titled.copy,
        spans=[(0, 3)],
        kind="full-name",
        reason="the name of a television figure",
        by=publisher,
    )

    publish_case(case=titled, by=publisher)

    assert [
        (event.action, event.reason)
        for event in titled.bulletin.events.filter(case__isnull=True)
    ] == [("flag-overridden", "the name of a television figure")]


def test_a_redaction_can_be_lifted(cases, editor):
    before = Case.objects.get(pk=cases[0].pk)
    decisions = redact(copy=cases[0].copy, spans=NAME[1:4], by=editor)

    for decision in decisions:
        lift_redaction(decision=decision, by=editor)

    case = Case.objects.get(pk=cases[0].pk)
    assert (case.shown_text, case.shown_title, case.suspects, case.search_text) == (
        before.shown_text,
        before.shown_title,
        before.suspects,
        before.search_text,
    )
    case.bulletin.refresh_from_db()
    assert case.bulletin.title == "警方公布王小明诈骗案"


def test_a_redacted_agency_comes_back_with_its_words(bulletin, editor):
    case = bulletin.cases.get(number=1)
    agency = case.agency
    start = case.copy.text.index(agency)
    span = (start, start + len(agency))

    [decision] = redact(copy=case.copy, spans=[span], by=editor)
    hidden = Case.objects.get(pk=case.pk)
    assert (hidden.agency, values_of(hidden)["agency"]) == ("█" * len(agency), agency)

    lift_redaction(decision=decision, by=editor)
    assert Case.objects.get(pk=case.pk).agency == agency


def test_lifting_in_public_is_for_who_may_override_and_blocked_while_flagged(
    cases, editor, publisher
):
    decision = redact(copy=cases[0].copy, spans=[*PHONE, *NAME[1:4]], by=publisher)[0]
    publish_case(case=cases[0], by=publisher)

    with pytest.raises(PermissionDenied):
        lift_redaction(decision=decision, by=editor)
    decision.refresh_from_db()
    with pytest.raises(PublishingBlocked):
        lift_redaction(decision=decision, by=publisher)

    assert "138" not in Case.objects.get(pk=cases[0].pk).shown_text


def test_an_editor_may_redact_in_public_at_once(cases, editor, publisher):
    redact(copy=cases[0].copy, spans=[*PHONE, *NAME[1:4]], by=publisher)
    publish_case(case=cases[0], by=publisher)
    start = TEXT.index("供认")

    redact(copy=cases[0].copy, spans=[(start, start + 2)], by=editor)

    assert "供认" not in Case.objects.get(pk=cases[0].pk).shown_text


@pytest.mark.parametrize("span", [(5, 5), (-1, 3), (3, 10_000)])
def test_a_range_lies_in_the_text(cases, editor, span):
    with pytest.raises(InvalidSpan):
        redact(copy=cases[0].copy, spans=[span], by=editor)


def test_a_single_hidden_character_does_not_hide_its_likes(cases, editor):
    place = TEXT.index("明，联系")

    redact(copy=cases[0].copy, spans=[(place, place + 1)], by=editor)

    case = Case.objects.get(pk=cases[0].pk)
    assert case.shown_title == "王小明诈骗案"
    assert "抓获王小█，" in case.shown_text


def test_a_minor_is_flagged_by_age(editor):
    text = "刘某（男，16岁）落网。"
    read = CaseReading(number=1, span=(0, len(text)), text=text)
    copy = CopyFactory(text=text)
    (case,) = store_reading(
        copy=copy, reading=Reading(version="tests", cases=(replace(read),))
    )

    assert open_flags(case) == [OpenFlag("minor", "16岁", ((5, 8),))]
