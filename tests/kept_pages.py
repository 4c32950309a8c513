"""Pages that are kept in memory, as tests ask for them."""

from __future__ import annotations

from django.test import Client

from cases import page_cache
from cases.models import Case
from tests.factories import CaseFactory, EvidenceFactory
from tests.test_public_pages import PAGES

PUBLIC = [*PAGES, "/feed.xml", "/sitemap.xml", "/sitemaps/cases.xml"]


def public_case() -> Case:
    """The one published case."""
    one = CaseFactory(is_published=True)
    EvidenceFactory(case=one)
    one.bulletin.primary_copy = one.copy
    one.bulletin.save()
    return one


def kept(client: Client, path: str):
    """The page as it comes from memory; it was asked for before."""
    for _ in range(2):
        client.get(path)
    response = client.get(path)
    assert len(page_cache.store) > 0
    return response
