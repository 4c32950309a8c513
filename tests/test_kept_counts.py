"""The numbers of the whole catalogue are read once for each of its versions."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from cases.counting import number_of_everything
from cases.filters import CaseFilter
from cases.models import Case
from cases.models.snapshots import snapshot
from tests.factories import CaseFactory

pytestmark = pytest.mark.django_db(transaction=True)


def filters() -> CaseFilter:
    """Another list, which knows nothing yet."""
    return CaseFilter(QueryDict("q=警方"), Case.objects.published(), path="/")


def test_how_many_cases_there_are_is_asked_once_a_version(django_assert_num_queries):
    CaseFactory(is_published=True)

    with snapshot():
        assert number_of_everything(filters()) == 1
    with snapshot(), django_assert_num_queries(0):
        assert number_of_everything(filters()) == 1

    CaseFactory(is_published=True)
    with snapshot():
        assert number_of_everything(filters()) == 2


def test_outside_of_a_snapshot_it_is_asked(django_assert_num_queries):
    CaseFactory(is_published=True)

    with django_assert_num_queries(1):
        assert number_of_everything(filters()) == 1
