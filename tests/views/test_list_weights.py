"""How heavy the lists of a whole country are."""

from __future__ import annotations

from datetime import date

import pytest

from cases.models import Case, OffenceType, Region
from tests.factories import BulletinFactory, CaseFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def nationwide() -> None:
    """A case in every city, with all that a card and the filters can say, as long as
    texts are; ten years of months, a dozen campaigns and every offence."""
    types = list(OffenceType.objects.values_list("slug", flat=True))
    outcomes = Case.Outcome.values
    bulletins = [
        BulletinFactory(
            campaign=f"净网{2013 + at}", issuer="某省公安厅网络安全保卫总队"
        )
        for at in range(12)
    ]
    cities = Region.objects.filter(level=Region.Level.CITY, valid_to=None)
    for at, city in enumerate(cities):
        CaseFactory(
            bulletin=bulletins[at % 12],
            region=city,
            title=f"张某某等人非法获取计算机信息系统数据、非法控制计算机信息系统第{at}案",
            text="公安机关查明犯罪嫌疑人张某某等人利用软件实施犯罪的事实，抓获多人。"
            * 9,
            month=date(2016 + at % 10, 1 + at % 12, 1),
            offences=[types[at % len(types)], types[(at + 3) % len(types)]],
            outcomes=[outcomes[at % 8], outcomes[(at + 3) % 8]],
            people=3 + at,
            is_published=True,
        )


def test_lists_of_a_whole_country_are_light_pages(nationwide, page):
    addresses = [
        f"{language}/?{city}{month}{offence}{others}"
        for language in ("", "/en")
        for city in ("", "&city=guangzhou&city=shenzhen&city=yuncheng")
        for month in ("", "&month=2024", "&month=2024-03&month=2023-05")
        for offence in ("", "&offence=fraud&offence=gambling")
        for others in ("", "&q=犯罪嫌疑人", "&outcome=arrested&people_to=900")
    ]

    weights = {address: len(page(address).encode()) for address in addresses}

    assert {a: bytes_ for a, bytes_ in weights.items() if bytes_ >= 60_000} == {}
