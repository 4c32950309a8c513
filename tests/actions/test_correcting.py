"""An editor's values beside the reader's."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from cases.actions.correcting import (
    check_fields,
    last_event,
    save_bulletin,
    save_case,
    undo_field,
)
from cases.actions.errors import ChangedMeanwhile, InvalidSpan, PublishingBlocked
from cases.actions.publishing import publish_case
from cases.actions.values import values_of
from tests.actions.telling import TEXT, span

pytestmark = pytest.mark.django_db


def history(case):
    """The steps of a case in their order."""
    return [
        (event.action, event.field, event.before, event.after)
        for event in case.events.order_by("pk")
    ]


def rows(case, field):
    """The evidence of a field: origin, value, quote, reason, current or not."""
    return [
        (row.origin, row.value, row.quote, row.reason, row.is_current)
        for row in case.evidence.filter(field=field).order_by("pk")
    ]


def test_a_corrected_value_stands_and_the_readers_is_kept(cases, editor):
    changed = save_case(case=cases[0], values={"month": "2024-07"}, by=editor)

    case = cases[0]
    case.refresh_from_db()
    assert changed == ["month"]
    assert (case.month, case.listed_month) == (date(2024, 7, 1), date(2024, 7, 1))
    assert rows(case, "month") == [
        ("reader", "2024-08", "2024年8月", "", False),
        ("editor", "2024-07", "", "as the editor reads the passage", True),
    ]
    assert history(case) == [("corrected", "month", "2024-08", "2024-07")]


def test_an_unchanged_value_leaves_no_trace(cases, editor):
    changed = save_case(
        case=cases[0], values={"month": "2024-08", "region": "140800"}, by=editor
    )

    assert changed == []
    assert history(cases[0]) == []


def test_the_editor_may_point_at_the_words(cases, editor):
    save_case(
        case=cases[0],
        values={"coercive": {"count": 2, "qualifier": "exact"}},
        sources={"coercive": span("均采取刑事强制措施")},
        by=editor,
    )

    assert rows(cases[0], "coercive")[-1] == (
        "editor",
        2,
        "均采取刑事强制措施",
        "",
        True,
    )


def test_the_words_must_stand_in_the_passage(cases, editor):
    with pytest.raises(InvalidSpan):
        save_case(
            case=cases[0],
            values={"month": "2024-09"},
            sources={"month": span("2024年9月")},
            by=editor,
        )

    assert values_of(cases[0])["month"] == "2024-08"


def test_a_reason_stands_in_for_words(cases, editor):
    save_case(
        case=cases[0],
        values={"region": "140802"},
        reason="the station is in Yanhu district",
        by=editor,
    )

    assert rows(cases[0], "region")[-1] == (
        "editor",
        "140802",
        "",
        "the station is in Yanhu district",
        True,
    )


def test_in_a_list_what_stays_keeps_its_words_and_what_is_new_is_found(cases, editor):
    save_case(case=cases[0], values={"suspects": ["石某", "某站点"]}, by=editor)

    assert rows(cases[0], "suspects") == [
        ("reader", "于某某", "于某某", "", False),
        ("reader", "石某", "石某", "", False),
        ("editor", "石某", "石某", "", True),
        ("editor", "某站点", "某站点", "", True),
    ]


def test_saying_nothing_is_a_value_of_the_editor(cases, editor):
    save_case(case=cases[0], values={"amount": []}, by=editor)

    assert values_of(cases[0])["amount"] == []
    assert rows(cases[0], "amount")[-1] == (
        "editor",
        None,
        "",
        "as the editor reads the passage",
        True,
    )


def test_the_order_of_offences_is_a_value(cases, editor):
    save_case(
        case=cases[0], values={"offences": ["fraud", "system-sabotage"]}, by=editor
    )

    assert values_of(cases[0])["offences"] == ["fraud", "system-sabotage"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", None),
        ("agency", "盐湖公安"),
        ("region", None),
        ("month", None),
        ("occurred", ["2023", "2024-07"]),
        ("offences", ["fraud", "theft"]),
        ("suspects", []),
        ("people", None),
        ("coercive", {"count": 1, "qualifier": "about"}),
        (
            "amount",
            [
                {
                    "kind": "gain",
                    "yuan": None,
                    "original": "300美元",
                    "currency": "USD",
                    "qualifier": "exact",
                }
            ],
        ),
        ("outcome", ["convicted", "administrative-penalty"]),
    ],
)
def test_every_field_can_be_set_and_taken_back(cases, editor, field, value):
    before = values_of(cases[0])

    save_case(case=cases[0], values={field: value}, by=editor)
    case = type(cases[0]).objects.get(pk=cases[0].pk)
    assert values_of(case) == before | {field: value}

    undo_field(case=case, field=field, by=editor)
    case = type(cases[0]).objects.get(pk=cases[0].pk)
    assert values_of(case) == before
    assert not case.evidence.current().filter(field=field, origin="editor").exists()
    assert history(case)[-1] == ("undone", field, value, before[field])


def test_going_back_by_hand_makes_the_readers_evidence_current(cases, editor):
    save_case(case=cases[0], values={"month": "2024-07"}, by=editor)
    save_case(case=cases[0], values={"month": "2024-08"}, by=editor)

    assert [(row[0], row[-1]) for row in rows(cases[0], "month")] == [
        ("reader", True),
        ("editor", False),
    ]


def test_shown_and_searched_texts_follow_the_title(cases, editor):
    save_case(case=cases[0], values={"title": "于某某改动计量程序案"}, by=editor)

    cases[0].refresh_from_db()
    assert cases[0].shown_title == "于某某改动计量程序案"
    assert cases[0].search_text.startswith("于某某改动计量程序案")


def test_search_engines_follow_the_outcome(cases, editor):
    save_case(case=cases[2], values={"outcome": ["criminal-coercive"]}, by=editor)

    cases[2].refresh_from_db()
    assert not cases[2].noindex


def test_who_saves_on_an_old_page_is_told(cases, editor, publisher):
    seen = last_event(cases[0])
    save_case(case=cases[0], values={"month": "2024-07"}, by=publisher, seen=seen)

    with pytest.raises(ChangedMeanwhile):
        save_case(case=cases[0], values={"month": "2024-06"}, by=editor, seen=seen)

    assert values_of(type(cases[0]).objects.get(pk=cases[0].pk))["month"] == "2024-07"


def test_a_field_is_checked_once(cases, editor):
    check_fields(case=cases[2], fields=["people"], by=editor)
    check_fields(case=cases[2], fields=["people"], by=editor)

    cases[2].refresh_from_db()
    assert cases[2].checked_fields == ["people"]
    assert history(cases[2]) == [("checked", "", None, ["people"])]


def test_an_editor_without_the_right_to_publish_leaves_public_cases_alone(
    cases, editor, publisher
):
    publish_case(case=cases[0], by=publisher)

    with pytest.raises(PermissionDenied):
        save_case(case=cases[0], values={"month": "2024-07"}, by=editor)

    assert values_of(cases[0])["month"] == "2024-08"


def test_a_correction_must_leave_a_public_case_fit_for_the_public(cases, publisher):
    publish_case(case=cases[0], by=publisher)

    with pytest.raises(PublishingBlocked):
        save_case(
            case=cases[0], values={"suspects": ["于某某", "石小明"]}, by=publisher
        )

    cases[0].refresh_from_db()
    assert cases[0].suspects == ["于某某", "石某"]


def test_what_is_said_of_a_bulletin_can_be_corrected(bulletin, cases, editor):
    copy = bulletin.primary_copy

    changed = save_bulletin(
        bulletin=bulletin,
        copy=copy,
        values={"issuer": "河东警方", "published": date(2025, 1, 9)},
        by=editor,
    )

    cases[2].refresh_from_db()
    bulletin.refresh_from_db()
    assert changed == ["issuer", "published"]
    assert (bulletin.issuer, bulletin.published) == ("河东警方", date(2025, 1, 9))
    assert cases[2].listed_month == date(2025, 1, 1)
    assert [
        (event.field, event.before, event.after)
        for event in bulletin.events.order_by("pk")
    ] == [
        ("issuer", "山西公安机关", "河东警方"),
        ("published", "2025-02-10", "2025-01-09"),
    ]


def test_the_stored_text_is_never_touched(bulletin, cases, editor):
    save_case(case=cases[0], values={"title": "改", "suspects": []}, by=editor)

    bulletin.primary_copy.refresh_from_db()
    assert bulletin.primary_copy.text == TEXT
