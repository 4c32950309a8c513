"""A small catalogue of invented cases, and what a plain scan finds in it.

The scan knows nothing of indexes, tallies or SQL: it reads each row's values.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from random import Random

from cases.filters import CaseFilter
from cases.models import Amount, Bulletin, Case, CaseOffence, Copy
from cases.models.case_queries import NOWHERE
from cases.models.marks import (
    FIRST_PEOPLE_BIT,
    FIRST_SUM_BIT,
    OUTCOME_BITS,
    PEOPLE_STATED_BIT,
    READY_PEOPLE,
    READY_SUMS,
    SUM_STATED_BIT,
    Kind,
)
from cases.search import fold
from tests.factories import UserFactory, offence

# As often as real bulletins leave them out.
WITHOUT_MONTH, WITHOUT_CITY, WITHOUT_TITLE = 0.56, 0.29, 0.18
CODES = ("140800", "140802", "140100", "140000", "110108", "371200", "440300")
SLUGS = ("fraud", "theft", "gambling", "aiding-network-crime")
CAMPAIGNS = ("", "净网2024", "护网2025")
# Few characters, so that words are common, rare and absent: Han of both scripts,
# letters, digits, kana, separators, a letter with an accent, names of a place and of
# offences.
PIECES = (
    *"网络诈骗貸款刷單返利芯片案犯公安机关的了",
    *("运城", "帮信", "詐騙", "AI", "Shang hai", "３人", "12", "VPN", "ü", "カード"),
    *"，。 \n“”%_",
)
DAY = datetime(2025, 3, 1, 8, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Row:
    """What the scan knows of a published case."""

    pk: int
    text: str
    region: str | None
    month: date | None
    listed_month: date
    offences: frozenset[int]
    outcomes: frozenset[str]
    people: int | None
    yuan: tuple[int | None, ...]
    bulletin: int
    campaign: str
    published: date | None
    published_at: datetime
    is_sample: bool


def told(random: Random, most: int) -> str:
    """An invented text of up to so many pieces."""
    return "".join(random.choices(PIECES, k=random.randint(1, most)))


def make_catalogue(number: int, seed: int = 1) -> list[Row]:
    """So many cases, nine of ten published, and the rows of these."""
    random = Random(seed)
    user = UserFactory()
    bulletins = Bulletin.objects.bulk_create(
        Bulletin(
            title="通报",
            campaign=random.choice(CAMPAIGNS),
            published=random.choice([None, date(2024, random.randint(1, 12), 5)]),
            is_sample=random.random() < 0.05,
            created_by=user,
        )
        for _ in range(number // 8 + 1)
    )
    copies = Copy.objects.bulk_create(
        Copy(
            bulletin=bulletin,
            encoding="utf_8",
            content=b"x",
            text="x",
            content_key=f"{at:064x}",
            created_by=user,
        )
        for at, bulletin in enumerate(bulletins)
    )
    made = []
    for at in range(number):
        copy = random.choice(copies)
        month = date(random.randint(2022, 2025), random.randint(1, 12), 1)
        is_stated = random.random() >= WITHOUT_MONTH
        title = None if random.random() < WITHOUT_TITLE else told(random, 6)
        text = told(random, 40)
        status = "published" if random.random() < 0.9 else "draft"
        made.append(
            Case(
                bulletin=copy.bulletin,
                copy=copy,
                number=at,
                title=title,
                passage_start=0,
                passage_end=1,
                region_id=None
                if random.random() < WITHOUT_CITY
                else random.choice(CODES),
                month=month if is_stated else None,
                listed_month=month,
                listed_month_basis="stated" if is_stated else "published",
                people=random.choice([None, 0, 1, 2, 9, 12, 49, 50, 300]),
                outcomes=random.sample(Case.Outcome.values, random.randint(0, 2)),
                shown_title=title or "",
                shown_text=text,
                search_text=fold(f"{title or ''}\n{text}").text,
                status=status,
                status_at=DAY,
                status_by=user,
                published_at=DAY + timedelta(hours=random.randint(0, number)),
            )
        )
    Case.objects.bulk_create(made)
    filed = {one.pk: random.sample(SLUGS, random.randint(0, 3)) for one in made}
    keys = {slug: offence(slug) for slug in SLUGS}
    CaseOffence.objects.bulk_create(
        CaseOffence(case_id=pk, offence_type=keys[slug], position=at)
        for pk, slugs in filed.items()
        for at, slug in enumerate(slugs)
    )
    sums = {
        one.pk: random.choices([None, 500, 100_000, 3_000_000, 2 * 10**8], k=at % 3)
        for at, one in enumerate(made)
    }
    Amount.objects.bulk_create(
        Amount(case_id=pk, kind="involved", yuan=yuan, original="若干")
        for pk, each in sums.items()
        for yuan in each
    )
    return [
        Row(
            pk=one.pk,
            text=one.search_text,
            region=one.region_id,
            month=one.month,
            listed_month=one.listed_month,
            offences=frozenset(keys[slug].pk for slug in filed[one.pk]),
            outcomes=frozenset(one.outcomes),
            people=one.people,
            yuan=tuple(sums[one.pk]),
            bulletin=one.bulletin.pk,
            campaign=one.bulletin.campaign,
            published=one.bulletin.published,
            published_at=one.published_at,
            is_sample=one.bulletin.is_sample,
        )
        for one in made
        if one.status == "published"
    ]


def lies_in(number: int | None, start: int | None, end: int | None) -> bool:
    """Whether a stated number lies between two, both included."""
    return (
        number is not None
        and (start is None or number >= start)
        and (end is None or number <= end)
    )


def _has_words(filters: CaseFilter, row: Row) -> bool:
    return all(
        all(word in row.text for word in term.words)
        or row.region in term.region_codes
        or bool(row.offences & {one.pk for one in term.offence_types})
        for term in filters.terms
    )


def _is_in_place(filters: CaseFilter, row: Row) -> bool:
    is_none = "none" in filters.chosen("city").values
    return row.region in filters.region_codes or (is_none and row.region is None)


def _is_in_month(filters: CaseFilter, row: Row, *, name: str) -> bool:
    day = row.month if name == "month" else row.published
    return any(
        day is None
        if one.value == "none"
        else day is not None and one.subject.first <= day < one.subject.after
        for one in filters.chosen(name).choices
    )


def _is_filed(filters: CaseFilter, row: Row) -> bool:
    return any(
        one.subject.pk in row.offences for one in filters.chosen("offence").choices
    )


def _has_outcome(filters: CaseFilter, row: Row) -> bool:
    values = filters.chosen("outcome").values
    return bool(row.outcomes & set(values)) or ("none" in values and not row.outcomes)


def _is_in_campaign(filters: CaseFilter, row: Row) -> bool:
    return row.campaign in filters.chosen("campaign").values


def _has_sum(filters: CaseFilter, row: Row) -> bool:
    asked = filters.range("amount")
    return any(lies_in(one, asked.start, asked.end) for one in row.yuan)


def _has_people(filters: CaseFilter, row: Row) -> bool:
    asked = filters.range("people")
    return lies_in(row.people, asked.start, asked.end)


PASSES = {
    "q": _has_words,
    "city": _is_in_place,
    "month": partial(_is_in_month, name="month"),
    "published": partial(_is_in_month, name="published"),
    "offence": _is_filed,
    "outcome": _has_outcome,
    "campaign": _is_in_campaign,
    "amount": _has_sum,
    "people": _has_people,
}


def scan(rows: list[Row], filters: CaseFilter, *, without: str = "") -> list[Row]:
    """The rows that pass all filters but one."""
    names = [name for name in filters.active if name != without]
    return [row for row in rows if all(PASSES[name](filters, row) for name in names)]


def values_of(row: Row, kind: Kind) -> list[str]:
    """What a case counts for in a facet, as tallies write it."""
    if kind == Kind.REGION:
        return [row.region or ""]
    if kind == Kind.MONTH:
        return [f"{row.month:%Y-%m}" if row.month else ""]
    if kind == Kind.OFFENCE:
        return [str(pk) for pk in row.offences]
    if kind == Kind.OUTCOME:
        return [str(OUTCOME_BITS[one]) for one in row.outcomes] or [""]
    if kind == Kind.CAMPAIGN:
        return [row.campaign] if row.campaign else []
    if kind == Kind.SUM:
        bits = [
            FIRST_SUM_BIT + at
            for at, (start, end) in enumerate(READY_SUMS)
            if any(lies_in(one, start, end) for one in row.yuan)
        ]
        is_stated = any(one is not None for one in row.yuan)
        return [str(bit) for bit in bits + [SUM_STATED_BIT] * is_stated]
    bits = [
        FIRST_PEOPLE_BIT + at
        for at, (start, end) in enumerate(READY_PEOPLE)
        if lies_in(row.people, start, end)
    ]
    is_stated = row.people is not None
    return [str(bit) for bit in bits + [PEOPLE_STATED_BIT] * is_stated]


def counted(rows: list[Row], kind: Kind) -> dict[str, int]:
    """The rows by value."""
    return dict(Counter(value for row in rows for value in values_of(row, kind)))


def in_order(rows: list[Row], filters: CaseFilter) -> list[int]:
    """The keys of the rows in the list's order."""
    newest = sorted(rows, key=lambda row: (row.listed_month, row.pk), reverse=True)
    if filters.order == "published":
        newest.sort(key=lambda row: (row.published or date.min, row.pk), reverse=True)
    elif filters.order == "added":
        newest.sort(key=lambda row: (row.published_at, row.pk), reverse=True)
    elif filters.order == "relevance":

        def place(row: Row) -> int:
            places = [row.text.find(word) for word in filters.words]
            return max(NOWHERE if at < 0 else at for at in places)

        newest.sort(key=place)
    return [row.pk for row in newest]
