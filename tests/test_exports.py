"""The CSV: what each row holds, and that no cell can hurt."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from cases.exports import COLUMNS, csv_lines
from cases.models import Case
from tests.factories import AmountFactory, BulletinFactory, CaseFactory, region

pytestmark = pytest.mark.django_db


def rows() -> list[dict[str, str]]:
    """The export of all published cases, parsed again."""
    cases = Case.objects.published().by_month()
    text = "".join(csv_lines(cases, lambda path: f"https://example.org{path}"))
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_a_row_holds_the_case():
    bulletin = BulletinFactory(campaign="净网2024")
    case = CaseFactory(
        bulletin=bulletin,
        text="警方抓获30余人，\n涉案1000万元。",
        region=region("140802"),
        agency="盐湖公安",
        occurred_from=date(2022, 11, 1),
        occurred_from_precision="month",
        occurred_to=date(2023, 1, 1),
        occurred_to_precision="year",
        people=30,
        people_qualifier="at-least",
        coercive=8,
        outcomes=["arrested", "criminal-coercive"],
        offences=["fraud", "gambling"],
        suspects=["于某某"],
        is_published=True,
    )
    AmountFactory(case=case, yuan=10_000_000, qualifier="about")
    AmountFactory(case=case, kind="gain", yuan=200_000, is_primary=False)
    case.copy.url = "https://example.org/source"
    case.copy.save()

    assert rows() == [
        {
            "id": str(case.pk),
            "url": f"https://example.org/cases/{case.pk}/",
            "title": "于某某等人破坏计算机信息系统案",
            "region_code": "140802",
            "province": "山西省",
            "city": "运城市",
            "county": "盐湖区",
            "agency": "盐湖公安",
            "month": "2024-08",
            "listed_month": "2024-08",
            "listed_month_basis": "stated",
            "occurred_from": "2022-11",
            "occurred_to": "2023",
            "offences": "fraud|gambling",
            "people": "30",
            "people_qualifier": "at-least",
            "coercive": "8",
            "coercive_qualifier": "exact",
            "involved_yuan": "10000000",
            "involved_qualifier": "about",
            "gain_yuan": "200000",
            "gain_qualifier": "exact",
            "loss_yuan": "",
            "loss_qualifier": "",
            "outcomes": "arrested|criminal-coercive",
            "bulletin_id": str(bulletin.pk),
            "bulletin_title": "山西公安公布典型案例",
            "issuer": "山西公安机关",
            "campaign": "净网2024",
            "bulletin_published": "2025-02-10",
            "source_url": "https://example.org/source",
            "text": "警方抓获30余人，\n涉案1000万元。",
        }
    ]


def test_what_is_not_stated_is_empty():
    CaseFactory(title=None, region=None, month=None, offences=[], is_published=True)

    (row,) = rows()

    empty = {name for name, cell in row.items() if not cell}
    assert empty == {
        "title",
        "region_code",
        "province",
        "city",
        "county",
        "agency",
        "month",
        "occurred_from",
        "occurred_to",
        "offences",
        "people",
        "people_qualifier",
        "coercive",
        "coercive_qualifier",
        "involved_yuan",
        "involved_qualifier",
        "gain_yuan",
        "gain_qualifier",
        "loss_yuan",
        "loss_qualifier",
        "outcomes",
        "campaign",
        "source_url",
    }


@pytest.mark.parametrize(
    ("code", "province", "city", "county"),
    [
        ("140000", "山西省", "", ""),
        ("140800", "山西省", "运城市", ""),
        ("110000", "北京市", "北京市", ""),
        ("110108", "北京市", "北京市", "海淀区"),
        ("429004", "湖北省", "仙桃市", ""),
    ],
)
def test_a_place_is_spelled_out(code, province, city, county):
    CaseFactory(region=region(code), is_published=True)

    (row,) = rows()

    assert (row["province"], row["city"], row["county"]) == (province, city, county)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_no_cell_is_a_formula(start):
    CaseFactory(title=f"{start}1+1", is_published=True)

    (row,) = rows()

    assert row["title"] == f"'{start}1+1"


def test_samples_are_left_out():
    CaseFactory(bulletin=BulletinFactory(is_sample=True), is_published=True)

    assert rows() == []


def test_the_export_is_one_query(django_assert_num_queries):
    for _ in range(3):
        AmountFactory(case=CaseFactory(is_published=True))

    with django_assert_num_queries(1):
        assert len(rows()) == 3


def test_no_column_is_about_persons():
    CaseFactory(title="某案", text="无。", suspects=["于某某"], is_published=True)

    assert "于某某" not in str(rows())
    assert len({column.name for column in COLUMNS}) == len(COLUMNS)
