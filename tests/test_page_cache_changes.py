"""Pages that are kept are never stale: each change shows on the very next request.

These tests commit, so that pages are kept as for visitors (tests/conftest.py).
"""

from __future__ import annotations

import pytest

from cases.actions.correcting import save_bulletin, save_case, undo_field
from cases.actions.publishing import publish_case, return_to_draft, withdraw_case
from cases.actions.redacting import lift_redaction, redact
from cases.actions.reports import answer_report, take_report
from cases.actions.samples import remove_samples
from cases.models import Case, OffenceType, PrivacyDecision, Region
from tests.factories import BulletinFactory, CaseFactory, user_with_role
from tests.kept_pages import kept, public_case

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def case() -> Case:
    """The one published case."""
    return public_case()


CHANGES = {
    "published": lambda case, by: publish_case(
        case=CaseFactory(bulletin=case.bulletin, title="另一案"), by=by
    ),
    "withdrawn": lambda case, by: withdraw_case(case=case, reason="申请。", by=by),
    "redacted": lambda case, by: redact(copy=case.copy, spans=[(18, 22)], by=by),
    "corrected": lambda case, by: save_case(
        case=case, values={"month": "2024-09"}, by=by, reason="更正。"
    ),
    "the bulletin": lambda case, by: save_bulletin(
        bulletin=case.bulletin, copy=case.copy, values={"issuer": "公安部"}, by=by
    ),
    "the source": lambda case, by: save_bulletin(
        bulletin=case.bulletin,
        copy=case.copy,
        values={"url": "https://example.org/source"},
        by=by,
    ),
}


@pytest.mark.parametrize("path", ["/", "/cases/{case}/", "/bulletins/{bulletin}/"])
@pytest.mark.parametrize("name", CHANGES)
def test_a_change_shows_on_the_very_next_request(client, case, name, path):
    path = path.format(case=case.pk, bulletin=case.bulletin_id)
    by = user_with_role("publisher")
    before = kept(client, path)
    if name == "published" and path.startswith("/cases/"):
        # Its neighbour in the bulletin.
        assert "另一案" not in before.content.decode()

    CHANGES[name](case, by)

    after = client.get(path, headers={"If-None-Match": before["ETag"]})
    assert after.status_code != 304
    assert after.content != before.content


def test_what_is_undone_shows_on_the_very_next_request(client, case):
    by = user_with_role("publisher")
    path = f"/cases/{case.pk}/"
    at_first = kept(client, path)

    save_case(case=case, values={"month": "2024-09"}, by=by, reason="更正。")
    corrected = kept(client, path)
    undo_field(case=case, field="month", by=by)
    undone = kept(client, path)

    assert "2024年9月" in corrected.content.decode()
    assert "2024年9月" not in undone.content.decode()
    assert len({page["ETag"] for page in (at_first, corrected, undone)}) == 3


def test_what_is_blacked_out_and_shown_again(client, case):
    by = user_with_role("publisher")
    words = "于某某"
    start = case.copy.text.index(words)
    assert words in kept(client, "/?q=犯罪嫌疑人").content.decode()

    redact(copy=case.copy, spans=[(start, start + len(words))], by=by)
    hidden = kept(client, "/?q=犯罪嫌疑人").content.decode()
    lift_redaction(decision=PrivacyDecision.objects.get(), by=by)
    shown = kept(client, "/?q=犯罪嫌疑人").content.decode()

    assert (words in hidden, words in shown) == (False, True)


def test_a_withdrawn_case_is_gone_from_every_page_and_comes_back(client, case):
    by = user_with_role("publisher")
    paths = [
        "/",
        "/en/",
        "/?q=于某某",
        "/bulletins/",
        "/feed.xml",
        "/sitemaps/cases.xml",
    ]
    own = [f"/cases/{case.pk}/", f"/bulletins/{case.bulletin_id}/"]
    before = {path: kept(client, path).content for path in [*paths, *own]}

    withdraw_case(case=case, reason="申请。", by=by)
    during = [client.get(path).content.decode() for path in paths]
    gone = [client.get(path).status_code for path in own]
    return_to_draft(case=case, by=by)
    publish_case(case=case, by=by)

    assert not any(f"/cases/{case.pk}/" in html for html in during)
    assert gone == [410, 404]
    for path in ["/", "/bulletins/", *own[1:]]:
        assert kept(client, path).content == before[path]


def test_samples_taken_out_are_gone_at_once(client):
    CaseFactory(bulletin=BulletinFactory(is_sample=True), is_published=True)
    assert "<article" in kept(client, "/").content.decode()

    remove_samples(by=user_with_role("publisher"))

    assert "<article" not in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("rows", "path"),
    [
        (lambda: Region.objects.filter(code="140800"), "/en/"),
        (lambda: OffenceType.objects.filter(slug="system-sabotage"), "/en/offences/"),
    ],
    ids=["places", "offences"],
)
def test_other_vocabularies_show_on_the_very_next_request(client, case, rows, path):
    name = rows().get().name_en
    assert "Newly named" not in kept(client, path).content.decode()

    rows().update(name_en="Newly named")
    after = client.get(path).content.decode()
    rows().update(name_en=name)

    assert "Newly named" in after


def test_reports_change_no_page(client, case, django_assert_num_queries):
    """Nothing of them is public, so nobody can empty the memory by sending some."""
    kept(client, f"/cases/{case.pk}/")

    report = take_report(
        case=case, kind="other", words="x", contact="", language="en", address=None
    )
    answer_report(report=report, answer="x", by=user_with_role("editor"))

    with django_assert_num_queries(1):
        client.get(f"/cases/{case.pk}/")
