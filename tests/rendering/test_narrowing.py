"""The facets of the whole catalogue are kept, and never those of another version."""

from __future__ import annotations

import pytest
from django.http import QueryDict
from django.utils.translation import override

from cases.filters import CaseFilter
from cases.models import Case
from cases.models.snapshots import snapshot
from cases.rendering.narrowing import ShownFacets, shown_facets
from tests.factories import CaseFactory

pytestmark = pytest.mark.django_db(transaction=True)


def facets_of(query: str) -> ShownFacets:
    """The facets of the list with this query string, in a snapshot of its own."""
    with snapshot():
        return shown_facets(
            CaseFilter(QueryDict(query), Case.objects.published(), path="/")
        )


def test_those_of_the_whole_catalogue_are_made_once_a_version():
    CaseFactory(offences=["fraud"], is_published=True)
    first = facets_of("")

    assert facets_of("page=2") is first

    CaseFactory(offences=["theft"], is_published=True)
    second = facets_of("")

    assert "offence=theft" not in first.facets
    assert "offence=theft" in second.facets


def test_each_language_has_its_own():
    CaseFactory(offences=["fraud"], is_published=True)
    with override("zh-hans"):
        chinese = facets_of("")
    with override("en"):
        english = facets_of("")

    assert chinese.facets != english.facets
    with override("zh-hans"):
        assert facets_of("") is chinese


@pytest.mark.parametrize("query", ["offence=fraud", "sort=added"])
def test_those_of_another_list_are_its_own(query):
    CaseFactory(offences=["fraud"], is_published=True)
    whole = facets_of("")

    found = facets_of(query)

    assert found.facets != whole.facets
    assert query in found.facets or "sort=" not in query
    assert found.chosen == int(query.startswith("offence"))
    assert facets_of("") is whole
