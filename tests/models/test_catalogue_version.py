"""The catalogue's version changes with whatever the public sees, and only then."""

from __future__ import annotations

import threading
from collections.abc import Callable

import psycopg
import pytest
from django.db import connection, transaction

from cases.actions.tallying import rebuild_tallies
from cases.actions.vocabularies import load_vocabularies
from cases.models import (
    Amount,
    Bulletin,
    Case,
    CaseOffence,
    Copy,
    Event,
    OffenceType,
    Region,
)
from cases.models.snapshots import catalogue_version, snapshot
from cases.models.vocabularies import gazetteer, offences
from tests.factories import (
    AmountFactory,
    BulletinFactory,
    CaseFactory,
    CopyFactory,
    EvidenceFactory,
    UserFactory,
    offence,
)

pytestmark = pytest.mark.django_db(transaction=True)

CHANGES: dict[str, Callable[[Case], object]] = {
    "a title": lambda case: Case.objects.filter(pk=case.pk).update(shown_title="新"),
    "a status": lambda case: Case.objects.filter(pk=case.pk).update(
        status="withdrawn", status_reason="当事人申请。"
    ),
    "an offence more": lambda case: CaseOffence.objects.create(
        case=case, offence_type=offence("fraud"), position=1
    ),
    "an offence less": lambda case: case.case_offences.all().delete(),
    "a sum": lambda case: AmountFactory(case=case),
    "a sum changed": lambda case: Amount.objects.filter(case=case).update(yuan=2),
    "evidence": lambda case: EvidenceFactory(case=case),
    "the bulletin": lambda case: Bulletin.objects.filter(pk=case.bulletin_id).update(
        issuer="公安部"
    ),
    "a copy's address": lambda case: Copy.objects.filter(pk=case.copy_id).update(
        url="https://example.org/"
    ),
    "a copy more": lambda case: CopyFactory(bulletin=case.bulletin),
    "a step of the history": lambda case: Event.objects.create(
        bulletin=case.bulletin,
        case=case,
        action="corrected",
        created_by=case.bulletin.created_by,
    ),
    "no case more": lambda case: case.delete(),
}


def committed(change: Callable[[], object]) -> bool:
    """Whether a change, made in a transaction of its own, gives another version."""
    before = catalogue_version()
    with transaction.atomic():
        change()
    return catalogue_version() != before


@pytest.mark.parametrize("name", CHANGES)
def test_what_changes_of_a_public_case_changes_the_version(name):
    case = CaseFactory(is_published=True)
    AmountFactory(case=case, is_primary=False)

    assert committed(lambda: CHANGES[name](case))


@pytest.mark.parametrize("name", sorted(CHANGES.keys() - {"a status"}))
def test_what_changes_of_a_draft_changes_nothing(name):
    case = CaseFactory()
    AmountFactory(case=case, is_primary=False)

    assert not committed(lambda: CHANGES[name](case))


@pytest.mark.parametrize(
    "change",
    [
        lambda: CaseFactory(is_published=True),
        lambda: Case.objects.all().delete(),
        lambda: connection.cursor().execute("TRUNCATE cases_case CASCADE"),
        rebuild_tallies,
    ],
    ids=["published", "deleted", "emptied", "counted anew"],
)
def test_other_ways_of_changing_public_rows_count_too(change):
    CaseFactory(is_published=True)

    assert committed(change)


def test_a_place_with_another_name_counts():
    place = Region.objects.filter(code="140800")
    name = place.get().name_en

    assert committed(lambda: place.update(name_en="Another"))
    assert committed(lambda: place.update(name_en=name))


@pytest.mark.parametrize(
    "change",
    [
        load_vocabularies,
        UserFactory,
        BulletinFactory,
        lambda: Case.objects.filter(title="no such").update(title="none"),
    ],
    ids=["the same vocabularies", "a user", "a bulletin of drafts", "no row"],
)
def test_what_the_public_does_not_see_does_not_count(change):
    CaseFactory(is_published=True)

    assert not committed(change)


def test_a_transaction_that_fails_leaves_the_version():
    before = catalogue_version()

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        CaseFactory(is_published=True)
        raise ZeroDivisionError

    assert catalogue_version() == before


def test_no_version_comes_twice():
    seen = {catalogue_version()}
    case = CaseFactory(is_published=True)

    for title in ["一", "二", "一", "二"]:
        case.shown_title = title
        case.save()
        seen.add(catalogue_version())

    assert len(seen) == 5


def test_writers_do_not_wait_for_each_others_transactions():
    first, second = (CaseFactory(is_published=True) for _ in range(2))
    parameters = connection.get_connection_params()
    parameters.pop("cursor_factory")
    parameters.pop("context")
    change = "UPDATE cases_case SET shown_title = 'x' WHERE id = %s"

    with psycopg.connect(**parameters) as one, psycopg.connect(**parameters) as other:
        other.execute("SET lock_timeout = '5s'")
        one.execute(change, [first.pk])
        other.execute(change, [second.pk])
        other.commit()
        in_between = catalogue_version()
        one.commit()

    assert catalogue_version() != in_between


def test_the_versions_row_is_the_last_thing_that_a_writer_waits_for():
    """Else two writers could wait for each other: the one for the version, the other
    for a bulletin that its events name, whose keys are checked at the commit."""
    case = CaseFactory(is_published=True)
    parameters = connection.get_connection_params()
    parameters.pop("cursor_factory")
    parameters.pop("context")
    tell = """
        INSERT INTO cases_event
            (bulletin_id, case_id, action, field, reason, created_at, created_by_id)
        VALUES (%s, %s, 'corrected', '', '', now(), %s)
    """

    with psycopg.connect(**parameters) as one, psycopg.connect(**parameters) as other:
        one.execute(tell, [case.bulletin_id, case.pk, case.bulletin.created_by_id])
        other.execute(
            "SELECT FROM cases_bulletin WHERE id = %s FOR UPDATE", [case.bulletin_id]
        )
        other.execute("UPDATE cases_bulletin SET issuer = 'x'")
        waiting = threading.Thread(target=one.commit)
        waiting.start()
        other.commit()
        waiting.join()

    assert Event.objects.filter(case=case).count() == 1


def test_a_process_reads_places_and_offences_again_when_somebody_loads_others():
    names = {
        "region": lambda: gazetteer().by_code["140800"].name_en,
        "offence": lambda: offences().by_slug["fraud"].name_en,
    }
    rows = {
        "region": Region.objects.filter(code="140800"),
        "offence": OffenceType.objects.filter(slug="fraud"),
    }

    for name, read in names.items():
        with snapshot():
            before = read()
        rows[name].update(name_en="Another")
        with snapshot():
            after = read()
        rows[name].update(name_en=before)
        with snapshot():
            restored = read()

        assert (after, restored) == ("Another", before)


def test_what_is_published_leaves_them_in_memory(django_assert_num_queries):
    with snapshot():
        gazetteer()
        offences()
    CaseFactory(is_published=True)

    with snapshot(), django_assert_num_queries(0):
        gazetteer()
        offences()
