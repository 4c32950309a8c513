"""What pages with figures share: cases narrowed by one argument, tables to download."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse

from cases.filters import CaseFilter
from cases.list_pages import listed_keys
from cases.models import Case
from cases.models.cards import Card, cards

MOST_LATEST = 5
# Of so many the latest are taken: pages of places and offences stand in search engines,
# which a case of a penalty that is no crime's shall not.
LOOKED_AT = 20


def narrowed_by(**values: str) -> CaseFilter:
    """The public list narrowed as a page of its own shows it."""
    return CaseFilter(values, Case.objects.published(), path=reverse("cases"))


def latest(filters: CaseFilter) -> list[Card]:
    """The first few cards of a list that search engines may show."""
    looked_at = cards(listed_keys(filters)[:LOOKED_AT])
    return [one for one in looked_at if not one.noindex][:MOST_LATEST]


def csv_file(table: str, name: str) -> HttpResponse:
    """A table to download as casebook-NAME.csv, kept out of search engines."""
    return HttpResponse(
        table,
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="casebook-{name}.csv"',
            "X-Robots-Tag": "noindex",
        },
    )
