"""Tallies and kept columns: equal to a recount, however cases are written."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from io import StringIO
from threading import Event

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from cases.actions.tallying import Kept, check_tallies
from cases.counting import Totals, catalogue_totals
from cases.models import Amount, Bulletin, Case, CaseOffence
from cases.models.marks import (
    BITS,
    FIRST_PEOPLE_BIT,
    FIRST_SUM_BIT,
    OUTCOME_BITS,
    PEOPLE_STATED_BIT,
    READY_PEOPLE,
    READY_SUMS,
    SAMPLE_BIT,
    SUM_STATED_BIT,
    Kind,
)
from tests.factories import (
    PUBLISHED_AT,
    AmountFactory,
    BulletinFactory,
    CaseFactory,
    CopyFactory,
    offence,
    region,
)

RIGHT = Kept(0, 0)


def lies_in(number: int | None, start: int | None, end: int | None) -> bool:
    """Whether a stated number lies between two, both included."""
    return number is not None and (start or 0) <= number <= (end or 10**18)


def marks(case: Case) -> set[tuple[int, str]]:
    """The marks of a case, read off its rows."""
    bits = {OUTCOME_BITS[one] for one in case.outcomes}
    yuan = [amount.yuan for amount in case.amounts.all()]
    if any(sum_ is not None for sum_ in yuan):
        bits.add(SUM_STATED_BIT)
    for at, (start, end) in enumerate(READY_SUMS):
        if any(lies_in(one, start, end) for one in yuan):
            bits.add(FIRST_SUM_BIT + at)
    if case.people is not None:
        bits.add(PEOPLE_STATED_BIT)
    for at, (start, end) in enumerate(READY_PEOPLE):
        if lies_in(case.people, start, end):
            bits.add(FIRST_PEOPLE_BIT + at)
    if case.bulletin.is_sample:
        bits.add(SAMPLE_BIT)
    found = {
        (Kind.ALL, ""),
        (Kind.REGION, case.region_id or ""),
        (Kind.MONTH, case.month.isoformat()[:7] if case.month else ""),
    }
    found |= {(Kind.OFFENCE, str(one.pk)) for one in case.offence_types.all()}
    found |= {(kind, str(bit)) for kind in BITS for bit in BITS[kind] if bit in bits}
    if not case.outcomes:
        found.add((Kind.OUTCOME, ""))
    if case.bulletin.campaign:
        found.add((Kind.CAMPAIGN, case.bulletin.campaign))
    return found


def counted() -> Counter[tuple[int, str, int, str]]:
    """The tallies as they should be."""
    counts: Counter[tuple[int, str, int, str]] = Counter()
    bulletins = set()
    for case in Case.objects.published():
        bulletins.add(case.bulletin_id)
        counts[9, str(case.bulletin_id), 0, ""] += 1
        for one in marks(case):
            for other in marks(case):
                if one[0] != other[0] or one[0] == Kind.ALL:
                    counts[*one, *other] += 1
    if bulletins:
        counts[10, "", 0, ""] = len(bulletins)
    return counts


def kept() -> Counter[tuple[int, str, int, str]]:
    """The tallies as they are."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT kind, value, other_kind, other, n FROM cases_tallies")
        return Counter({tuple(row[:4]): row[4] for row in cursor.fetchall() if row[4]})


NUMBERS = st.integers(0, 30)
REGIONS = st.sampled_from(["140000", "140800", "110108", None])
MONTHS = st.sampled_from([date(2024, 8, 1), date(987, 1, 1), None])
SUMS = st.sampled_from([None, 0, 99_999, 100_000, 1_000_000, 2 * 10**8])
PEOPLE = st.sampled_from([None, 0, 1, 2, 9, 10, 49, 50])
OUTCOMES = st.lists(st.sampled_from(Case.Outcome.values), unique=True, max_size=3)
OFFENCES = st.lists(
    st.sampled_from(["fraud", "theft", "gambling"]), unique=True, max_size=3
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.booleans(), REGIONS, MONTHS, PEOPLE, OFFENCES),
        st.tuples(st.just("bulk"), st.integers(1, 3), OUTCOMES),
        st.tuples(st.just("publish"), NUMBERS),
        st.tuples(st.just("withdraw"), NUMBERS),
        st.tuples(st.just("set"), NUMBERS, REGIONS, MONTHS, PEOPLE, OUTCOMES),
        st.tuples(st.just("file"), NUMBERS, OFFENCES),
        st.tuples(st.just("sums"), NUMBERS, st.lists(SUMS, max_size=2)),
        st.tuples(st.just("raise"), st.integers(1, 10**6)),
        st.tuples(st.just("bulletin"), NUMBERS, st.booleans(), st.booleans()),
        st.tuples(st.just("delete"), NUMBERS),
        st.tuples(st.just("move"), NUMBERS, NUMBERS),
    ),
    max_size=12,
)


def take(step: str, *values) -> None:
    """One step of an editor, an importer or somebody at a console."""
    cases = list(Case.objects.order_by("pk"))
    case = cases[values[0] % len(cases)] if cases else None
    if step == "add":
        is_published, code, month, people, offences = values
        CaseFactory(
            is_published=is_published,
            region=code and region(code),
            month=month,
            people=people,
            offences=offences,
        )
    elif step == "bulk":
        number, outcomes = values
        bulletin = BulletinFactory(campaign="净网2024")
        copy = CopyFactory(bulletin=bulletin)
        Case.objects.bulk_create(
            Case(
                bulletin=bulletin,
                copy=copy,
                number=at,
                passage_start=0,
                passage_end=len(copy.text),
                listed_month=date(2025, 2, 1),
                listed_month_basis="published",
                outcomes=outcomes,
                traits=at,  # what a writer gives for kept columns is replaced
                status="published",
                status_at=PUBLISHED_AT,
                status_by=bulletin.created_by,
                published_at=PUBLISHED_AT,
            )
            for at in range(number)
        )
    elif step == "bulletin":
        _, has_campaign, is_sample = values
        Bulletin.objects.filter(pk__in=[one.bulletin_id for one in cases[::2]]).update(
            campaign="护网2025" if has_campaign else "", is_sample=is_sample
        )
    elif step == "raise":
        Amount.objects.filter(yuan__gt=0).update(yuan=values[0])
    elif case is None:
        return
    elif step in ("publish", "withdraw"):
        case.status = "published" if step == "publish" else "withdrawn"
        case.status_at = case.published_at = PUBLISHED_AT
        case.status_by = case.bulletin.created_by
        case.status_reason = "" if step == "publish" else "重复"
        case.save()
    elif step == "set":
        _, code, month, people, outcomes = values
        case.region = code and region(code)
        case.month, case.people, case.outcomes = month, people, outcomes
        case.listed_month = month or date(2025, 2, 1)
        case.listed_month_basis = "stated" if month else "published"
        case.save()
    elif step == "file":
        case.case_offences.all().delete()
        CaseOffence.objects.bulk_create(
            CaseOffence(case=case, offence_type=offence(slug), position=at)
            for at, slug in enumerate(values[1])
        )
    elif step == "sums":
        case.amounts.all().delete()
        for yuan in values[1]:
            AmountFactory(case=case, yuan=yuan, original="若干", is_primary=False)
    elif step == "delete":
        case.delete()
    elif step == "move":
        case.case_offences.update(case=cases[values[1] % len(cases)], position=7)


class TestAgainstARecount(TestCase):
    """After any steps the tallies are what counting the rows gives."""

    @given(STEPS)
    @settings(
        max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
    def test_steps(self, steps):
        for step in steps:
            if step[0] == "move" and CaseOffence.objects.count() > 1:
                continue  # two rows of one position would be refused
            take(*step)

        assert check_tallies() == RIGHT
        assert kept() == counted()


def run(*arguments: str) -> str:
    """What the command prints."""
    out = StringIO()
    call_command("rebuild_tallies", *arguments, stdout=out)
    return out.getvalue().strip()


@pytest.fixture
def loaded_without_triggers(db) -> None:
    """Three published cases written as a bulk load does."""
    with connection.cursor() as cursor:
        for table in ("case", "caseoffence", "amount", "bulletin"):
            cursor.execute(f"ALTER TABLE cases_{table} DISABLE TRIGGER USER")
        for _ in range(3):
            AmountFactory(case=CaseFactory(is_published=True, people=2))
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in ("case", "caseoffence", "amount", "bulletin"):
            cursor.execute(f"ALTER TABLE cases_{table} ENABLE TRIGGER USER")


def test_a_load_without_triggers_is_found_and_mended(loaded_without_triggers):
    with pytest.raises(CommandError, match=r"^Wrong: kept columns of 3 cases, "):
        run("--check")

    assert run().startswith("Mended the columns of 3 cases, counted ")

    assert run("--check") == "All kept columns and tallies are right."
    assert kept() == counted()


def left_to_fold() -> int:
    """How many differences wait for the next one to fold them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM cases_tally_change")
        return cursor.fetchone()[0]


def test_who_publishes_waits_for_nobody_else_who_does(transactional_db):
    has_published, may_commit = Event(), Event()

    def publish_slowly() -> None:
        with transaction.atomic():
            CaseFactory(is_published=True)
            has_published.set()
            may_commit.wait()
        connection.close()

    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(publish_slowly)
        has_published.wait()
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '5s'")
        CaseFactory(is_published=True)
        seen = catalogue_totals()
        was_left = left_to_fold()
        may_commit.set()
        other.result()

    assert (seen.cases, seen.bulletins) == (1, 1)
    assert was_left
    assert catalogue_totals() == Totals(cases=2, bulletins=2, samples=0)
    assert check_tallies() == RIGHT
    CaseFactory(is_published=True)
    assert left_to_fold() == 0
    assert check_tallies() == RIGHT
    with connection.cursor() as cursor:
        cursor.execute("RESET lock_timeout")
