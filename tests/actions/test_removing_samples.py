"""The end of the samples: all of them, nothing else, for good."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from cases.actions.importing import import_bulletin
from cases.actions.samples import Samples, load_samples, remove_samples, samples
from cases.models import Bulletin, Case, Copy, Event
from tests.actions.telling import TEXT
from tests.factories import user_with_role

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher():
    """Somebody who may publish and withdraw."""
    return user_with_role("publisher", username="fabu")


@pytest.fixture
def own(publisher):
    """A bulletin of the catalogue's own beside the samples."""
    load_samples(by=publisher)
    imported = import_bulletin(content=TEXT.encode(), filename="通报.md", by=publisher)
    return imported.bulletin


def test_samples_go_with_everything_and_the_own_bulletin_stays(own, publisher):
    there = samples()

    removed = remove_samples(by=publisher)

    assert removed == there == Samples(bulletins=20, cases=68)
    assert samples() == Samples(0, 0)
    assert list(Bulletin.objects.all()) == [own]
    assert list(Copy.objects.all()) == [own.primary_copy]
    assert Case.objects.count() == own.cases.count() == 3


def test_one_event_tells_who_removed_how_many(own, publisher):
    remove_samples(by=publisher)

    (event,) = Event.objects.filter(bulletin=None)
    assert (event.action, event.before, event.after, event.created_by) == (
        "samples-removed",
        {"bulletins": 20, "cases": 68},
        None,
        publisher,
    )


def test_a_bulletin_that_resembled_a_sample_stands_alone(own, publisher):
    own.likely_copy_of = Bulletin.objects.filter(is_sample=True).first()
    own.save()

    remove_samples(by=publisher)

    own.refresh_from_db()
    assert own.likely_copy_of is None


def test_without_samples_nothing_happens(publisher):
    assert remove_samples(by=publisher) == Samples(0, 0)
    assert not Event.objects.exists()


def test_who_may_not_withdraw_may_not_remove_them(own):
    editor = user_with_role("editor", username="bianji")

    with pytest.raises(PermissionDenied):
        remove_samples(by=editor)

    assert samples() == Samples(bulletins=20, cases=68)


def test_they_do_not_come_back_beside_an_own_bulletin(own, publisher):
    remove_samples(by=publisher)

    assert load_samples(by=publisher) == (0, 0)


def test_only_this_step_is_told_of_no_bulletin(publisher):
    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.create(action=Event.Action.PUBLISHED, created_by=publisher)
