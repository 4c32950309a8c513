"""No page asks the database more often because there are more cases."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Amount, Bulletin, Case, CaseOffence
from tests.factories import (
    PUBLISHED_AT,
    BulletinFactory,
    CopyFactory,
    offence,
    region,
)

pytestmark = pytest.mark.django_db

PLACES = ["140800", "140802", "140100", "110108", None]
OFFENCES = ["fraud", "theft", "gambling"]


def publish(bulletin: Bulletin, number: int) -> None:
    """So many more cases of the bulletin, of several places, months and offences."""
    copy = bulletin.copies.first() or CopyFactory(bulletin=bulletin)
    first = bulletin.cases.count()
    cases = Case.objects.bulk_create(
        Case(
            bulletin=bulletin,
            copy=copy,
            number=first + at + 1,
            passage_start=0,
            passage_end=10,
            shown_title=f"第{at}案",
            shown_text="警方抓获三人。" * 5,
            search_text="警方抓获三人",
            region=place and region(place),
            month=date(2019 + at % 6, 1 + at % 12, 1),
            listed_month=date(2019 + at % 6, 1 + at % 12, 1),
            listed_month_basis="stated",
            people=3,
            outcomes=["arrested"],
            status=Case.Status.PUBLISHED,
            status_at=PUBLISHED_AT,
            status_by=bulletin.created_by,
            published_at=PUBLISHED_AT,
        )
        for at in range(number)
        for place in [PLACES[at % len(PLACES)]]
    )
    types = [offence(slug) for slug in OFFENCES]
    CaseOffence.objects.bulk_create(
        CaseOffence(case=one, offence_type=types[(at + place) % 3], position=place)
        for at, one in enumerate(cases)
        for place in (0, 1)
    )
    Amount.objects.bulk_create(
        Amount(case=one, kind="involved", yuan=50_000, is_primary=True) for one in cases
    )


def test_twenty_and_two_thousand_cases_take_the_same_queries(client):
    bulletin = BulletinFactory(campaign="净网2024")
    publish(bulletin, 20)
    case = bulletin.cases.get(number=10)
    pages = [
        "/",
        "/en/?city=yuncheng",
        "/?month=2020&offence=fraud",
        "/places/",
        f"/cases/{case.pk}/",
        f"/en/bulletins/{bulletin.pk}/",
        "/bulletins/",
        "/regions/",
        "/regions/shanxi/",
        "/en/regions/yuncheng/",
        "/offences/",
        "/offences/fraud/",
        "/trends/",
        "/about/",
        "/data/",
    ]

    def queries() -> dict[str, int]:
        found = {}
        for path in pages:
            with CaptureQueriesContext(connection) as asked:
                assert client.get(path).status_code == 200
            found[path] = len(asked)
        return found

    few = queries()
    publish(bulletin, 1_980)

    assert queries() == few


def test_a_bulletin_of_hundreds_stands_on_light_pages(page):
    bulletin = BulletinFactory()
    publish(bulletin, 500)

    first = page(f"/en/bulletins/{bulletin.pk}/")
    last = page(f"/en/bulletins/{bulletin.pk}/", page="25")

    assert "<b>500</b> cases of this bulletin are in the catalogue." in first
    assert first.count('class="bulletin-case"') == 20
    assert 'id="case-1"' in first
    assert 'id="case-500"' in last
    assert f'href="/en/bulletins/{bulletin.pk}/?page=2" rel="next nofollow"' in first
    assert 'name="robots"' not in first
    assert '<meta name="robots" content="noindex">' in last
    assert len(first.encode()) < 60_000
