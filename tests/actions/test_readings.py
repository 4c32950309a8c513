"""What a reading becomes in the database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cases.actions.readings import store_reading
from cases.actions.values import values_of
from cases.models import Case, Evidence
from cases.reader.results import Found, Place
from tests.actions.telling import READING, TEXT, YUNCHENG, found, span
from tests.factories import CopyFactory

pytestmark = pytest.mark.django_db


def test_a_case_has_the_values_that_were_read(cases):
    assert values_of(cases[0]) == {
        "title": "于某某等人破坏计算机信息系统案",
        "agency": "运城公安机关",
        "region": "140800",
        "month": "2024-08",
        "occurred": None,
        "offences": ["system-sabotage"],
        "suspects": ["于某某", "石某"],
        "people": {"count": 3, "qualifier": "exact"},
        "coercive": {"count": 3, "qualifier": "exact"},
        "amount": [
            {
                "kind": "involved",
                "yuan": 2_000_000,
                "original": "",
                "currency": "CNY",
                "qualifier": "at-least",
            }
        ],
        "outcome": ["criminal-coercive"],
    }


def test_every_value_keeps_the_words_it_was_read_from(cases):
    evidence = cases[0].evidence.order_by("field", "position")

    assert [(one.field, one.value, one.quote) for one in evidence] == [
        ("agency", "运城公安机关", "运城公安机关"),
        (
            "amount",
            {"kind": "involved", "yuan": 2_000_000, "original": "", "currency": "CNY"},
            "200余万元",
        ),
        ("coercive", 3, "3人"),
        ("month", "2024-08", "2024年8月"),
        ("offences", "system-sabotage", "破坏计算机信息系统"),
        ("outcome", "criminal-coercive", "刑事强制措施"),
        ("people", 3, "3人"),
        ("region", "140800", "运城"),
        ("suspects", "于某某", "于某某"),
        ("suspects", "石某", "石某"),
        ("title", "于某某等人破坏计算机信息系统案", "于某某等人破坏计算机信息系统案"),
    ]


def test_an_inferred_value_has_a_reason_in_place_of_words(cases):
    people = cases[2].evidence.get(field="people")

    assert (people.start, people.quote, people.reason, people.qualifier) == (
        None,
        "",
        "one named offender",
        "inferred",
    )


def test_a_value_in_two_places_has_two_rows():
    copy = CopyFactory(text=TEXT)
    spans = (span("2024年"), span("8月"))
    month = Found("2024-08", spans, "dates")

    (case,) = store_reading(
        copy=copy, reading=replace(READING, cases=(replace(YUNCHENG, month=month),))
    )

    rows = case.evidence.filter(field="month").order_by("start")
    assert [(row.position, row.quote) for row in rows] == [(0, "2024年"), (0, "8月")]
    assert values_of(case)["month"] == "2024-08"


def test_noise_is_left_out_of_what_is_shown(cases):
    assert "example.org" not in cases[0].shown_text
    assert cases[0].shown_text.startswith("案例一：于某某等人")
    assert "运城公安机关工作发现" in cases[0].search_text


def test_a_case_without_a_stated_month_is_listed_under_the_bulletin(cases):
    listed = [
        (case.month, case.listed_month, case.listed_month_basis) for case in cases
    ]

    assert listed == [
        (date(2024, 8, 1), date(2024, 8, 1), "stated"),
        (date(2024, 9, 1), date(2024, 9, 1), "stated"),
        (None, date(2025, 2, 1), "published"),
    ]


def test_only_administrative_cases_are_kept_from_search_engines(cases):
    assert [case.noindex for case in cases] == [False, False, True]


def test_the_bulletin_takes_what_the_text_says_of_itself(bulletin):
    bulletin.refresh_from_db()

    assert (bulletin.title, bulletin.reader_version, bulletin.state) == (
        "河东警方公布三起典型案例",
        "tests",
        "in-review",
    )


def test_what_the_database_does_not_know_becomes_a_caution():
    read = replace(
        YUNCHENG,
        region=found(Place("999999", ("某省",)), "运城"),
        offences=(found("witchcraft", "破坏"), *YUNCHENG.offences),
        outcomes=(found("banished", "刑事强制措施"),),
        people=found(2**40, "3人"),
    )

    (case,) = store_reading(
        copy=CopyFactory(text=TEXT), reading=replace(READING, cases=(read,))
    )

    assert [(one["field"], one["code"], one["values"]) for one in case.cautions] == [
        ("region", "unknown-region", ["999999"]),
        ("offences", "unknown-offence", ["witchcraft"]),
        ("people", "out-of-range", [str(2**40)]),
        ("outcome", "unknown-outcome", ["banished"]),
    ]
    values = values_of(case)
    assert (values["region"], values["people"], values["outcome"]) == (None, None, [])
    assert values["offences"] == ["system-sabotage"]


def test_a_value_read_twice_is_kept_once():
    twice = replace(YUNCHENG, offences=YUNCHENG.offences * 2)

    (case,) = store_reading(
        copy=CopyFactory(text=TEXT), reading=replace(READING, cases=(twice,))
    )

    assert case.case_offences.count() == 1


def test_what_is_too_long_for_its_column_is_cut():
    long = replace(
        YUNCHENG,
        title=found("案" * 400, "于某某"),
        suspects=(found("某" * 90, "于某某"),),
    )

    (case,) = store_reading(
        copy=CopyFactory(text=TEXT), reading=replace(READING, cases=(long,))
    )

    assert (len(case.title), [len(name) for name in case.suspects]) == (300, [60])


def test_drafts_are_nothing_public(cases):
    assert not Case.objects.published().exists()
    assert Evidence.objects.filter(is_current=False).count() == 0
