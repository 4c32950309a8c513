"""Fixtures of the desk: the made-up bulletin in the database, and its people."""

from __future__ import annotations

import pytest

from cases.actions.readings import store_reading
from tests.actions.telling import READING, TEXT
from tests.factories import BulletinFactory, CopyFactory, user_with_role


@pytest.fixture
def editor(db):
    """Somebody who may import and correct."""
    return user_with_role("editor", username="bianji")


@pytest.fixture
def publisher(db):
    """Somebody who may publish as well."""
    return user_with_role("publisher", username="fabu")


@pytest.fixture
def bulletin(editor):
    """The made-up bulletin with its three drafts, numbers 1 to 3."""
    bulletin = BulletinFactory(created_by=editor)
    copy = CopyFactory(bulletin=bulletin, text=TEXT)
    bulletin.primary_copy = copy
    bulletin.save()
    store_reading(copy=copy, reading=READING)
    return bulletin


@pytest.fixture
def cases(bulletin):
    """Its drafts: Yuncheng, Changzhi (contradicts itself), Datong (in doubt)."""
    return list(bulletin.cases.order_by("number"))
