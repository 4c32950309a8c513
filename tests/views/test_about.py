"""What the catalogue tells of itself: accuracy, coverage, corrections, removal."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import override

from cases import display
from cases.accuracy import FIGURES, LABELS, accuracy
from cases.actions.publishing import return_to_draft, withdraw_case
from cases.actions.redacting import redact
from cases.corrections import correction_events, corrections
from cases.coverage import coverage
from cases.models import Case, Event
from cases.views.figures import narrowed_by
from tests.factories import (
    AmountFactory,
    CaseFactory,
    region,
    user_with_role,
)
from tests.reader.accuracy import DOCUMENT, table, tables
from tests.views.test_list import visible

pytestmark = pytest.mark.django_db


def corrected(case: Case, field: str, before: str = "旧值") -> None:
    """An editor's correction of a field, made now."""
    Event.objects.create(
        bulletin=case.bulletin,
        case=case,
        action="corrected",
        field=field,
        before=before,
        after="新值",
        reason="内部理由",
        created_by=case.bulletin.created_by,
    )


def log(html: str) -> list[str]:
    """The lines of the log on a page."""
    part = html[html.index("What was put right") :]
    return [visible(one) for one in re.findall(r"<li>(.*?)</li>", part, re.DOTALL)]


def test_the_page_has_the_committed_figures(page):
    html = page("/en/about/")

    rows = [
        (visible(name), unseen, known)
        for name, unseen, known in re.findall(
            r'<tr><th scope="row">(.*?)</th><td>(.*?)</td><td>(.*?)</td></tr>', html
        )
    ]
    assert [row[0] for row in rows[: len(LABELS)]] == [
        str(label) for label, _, _ in accuracy().rows
    ]
    known = FIGURES["developed on"]["fields"]["month"]["f1"]
    on_known = {name: known for name, _, known in rows}
    assert on_known["Authorities acted in"] == str(int(known * 100))


def test_the_document_has_the_same_figures():
    document = tables(DOCUMENT.read_text("utf-8"))

    assert document == {part: table(FIGURES[part]) for part in document}
    assert set(document) == set(FIGURES) - {"invented"}


def test_coverage_counts_what_is_stated():
    whole = CaseFactory(
        people=3,
        outcomes=["arrested"],
        occurred_from=date(2022, 1, 1),
        occurred_from_precision="year",
        is_published=True,
    )
    AmountFactory(case=whole)
    AmountFactory(case=whole, is_primary=False, kind="loss")
    CaseFactory(
        title=None, region=region("140000"), month=date(2022, 12, 1), is_published=True
    )
    CaseFactory(region=None, month=None, is_published=True)
    CaseFactory()

    found = coverage(narrowed_by())

    assert found.cases == 3
    assert [one.cases for one in found.stated] == [2, 2, 1, 2, 1, 1, 1, 1]
    assert {one.name: cases for one, cases in found.provinces if cases} == {"山西省": 2}
    assert len(found.provinces) == 34
    assert [(one.year, one.total) for one in found.years] == [
        (2024, 1),
        (2023, 0),
        (2022, 1),
    ]
    assert found.years[0].months.index(1) == 7


def test_the_page_says_of_how_many_cases_it_counts(page):
    CaseFactory(is_published=True)
    CaseFactory(month=None, is_published=True)

    words = visible(page("/en/about/"))

    assert "the month in which the authorities acted 1 of 2" in words
    assert "2 of 2 cases state a place" in words
    assert "chosen examples, not statistics" in words


def test_an_empty_catalogue_has_a_page_about_itself(page):
    words = visible(page("/en/about/"))

    assert "Of 0 cases, so many state" in words
    assert "Nothing had to be put right so far." in words


def test_the_log_tells_what_was_corrected_after_publication(page):
    first, second = (
        CaseFactory(title=f"{name}案", is_published=True) for name in "甲乙"
    )
    draft_then = CaseFactory(is_published=True)
    draft_then.published_at = timezone.now() + timedelta(hours=1)
    draft_then.save()
    corrected(draft_then, "region")
    corrected(first, "region")
    corrected(first, "month", before="2024-01")
    corrected(second, "title", before="旧标题里的秘密")

    html = page("/en/about/corrections/")

    with override("en"):
        today = display.day(localdate())
    assert log(html) == [
        f"{today} 乙案 corrected: Title",
        f"{today} 甲案 corrected: Place, Authorities acted in",
    ]
    assert "旧标题里的秘密" not in html
    assert "内部理由" not in html
    assert log(page("/en/about/")) == log(html)


def test_the_log_does_not_repeat_what_was_blacked_out_or_withdrawn(page):
    publisher = user_with_role("publisher")
    redacted = CaseFactory(text="警方抓获王小明。", title="王小明案", is_published=True)
    gone = CaseFactory(title="撤回的标题", is_published=True)
    redact(copy=redacted.copy, spans=[(4, 7)], kind="full-name", by=publisher)
    withdraw_case(case=gone, reason="当事人申请。", by=publisher)

    html = page("/en/about/corrections/")

    assert [re.sub(r"^\d+ \w+ \d+ ", "", line) for line in log(html)] == [
        f"Case {gone.pk} withdrawn",
        "███案 words blacked out",
    ]
    assert "王小明" not in html
    assert "撤回的标题" not in html


def test_a_case_that_is_a_draft_again_leaves_the_log():
    publisher = user_with_role("publisher")
    case = CaseFactory(is_published=True)
    withdraw_case(case=case, reason="重复。", by=publisher)
    assert len(corrections(correction_events())) == 1

    return_to_draft(case=case, by=publisher)

    assert corrections(correction_events()) == []


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("path", "queries"),
    [
        # totals; what is stated, provinces with their counts, months; corrections
        ("/about/", 4),
        # how many corrections, and those of the page
        ("/about/corrections/", 2),
    ],
)
def test_the_number_of_queries_is_constant(
    client, django_assert_num_queries, number, path, queries
):
    for _ in range(number):
        corrected(CaseFactory(is_published=True), "region")

    with django_assert_num_queries(queries):
        client.get(path)


def test_the_page_says_how_to_ask_for_removal(page):
    html = page("/en/about/")

    assert 'href="/en/report/"' in html
    assert 'id="removal"' in html
    assert "CC0 1.0" in html


def test_the_figures_are_in_the_package():
    path = Path(__file__).resolve().parents[2] / "cases" / "accuracy.json"

    assert json.loads(path.read_text("utf-8")) == FIGURES
