"""A case's values in the words of the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cases import display
from cases.actions.values import COUNTS, LISTS, first_of_month
from cases.forms.places import written
from cases.models import Amount, Case, Evidence, OffenceType, Region


class Names:
    """Regions and offences by their keys, for values in words."""

    def __init__(self, cases: Iterable[Case], types: Sequence[OffenceType]) -> None:
        self.offences = {one.slug: one.label() for one in types}
        codes = {case.region_id for case in cases if case.region_id}
        for case in cases:
            codes |= {
                row.value
                for row in case.evidence.all()
                if row.field == "region" and row.value
            }
        self.regions = {
            one.code: one
            for one in Region.objects.filter(code__in=codes).select_related(
                "province", "city"
            )
        }

    def written(self, code: str | None) -> str:
        """A division as the form shows it."""
        return written(self.regions[code]) if code in self.regions else code or ""

    def words(self, name: str, value: Any) -> str:
        """A field's value as a person reads it."""
        if value is None or value == []:
            return ""
        match name:
            case "region":
                region = self.regions.get(value)
                return display.full_place(region) if region else str(value)
            case "month":
                return display.month(first_of_month(value))
            case "occurred":
                start, end = (_time(one) for one in value)
                return start if start == end else f"{start} – {end}".strip()
            case "offences":
                return comma(self.offences.get(slug, slug) for slug in value)
            case "suspects":
                return "、".join(value)
            case "people" | "coercive":
                return display.people(value["count"], value["qualifier"])
            case "amount":
                return comma(_amount(one) for one in value)
            case "outcome":
                return comma(str(Case.Outcome(one).label) for one in value)
        return str(value)

    def row_words(self, row: Evidence) -> str:
        """The value of one row of evidence in words."""
        if row.value is None:
            return ""
        if row.field in COUNTS:
            return display.people(row.value, row.qualifier)
        if row.field == "amount":
            return self.words("amount", [{**row.value, "qualifier": row.qualifier}])
        if row.field in LISTS:
            return self.words(row.field, [row.value])
        return self.words(row.field, row.value)


def comma(words: Iterable[str]) -> str:
    """Words in a row, parted as the language does."""
    return _(", ").join(words)


def colon(what: str, more: str) -> str:
    """What is said and more about it, parted as the language does."""
    return what + pgettext("clauses", ": ") + more


def _amount(value: dict[str, Any]) -> str:
    amount = Amount(**value)
    return f"{display.amount_kind(amount.kind)} {display.amount(amount)}"


def _time(written: str | None) -> str:
    """A YYYY-MM or YYYY in words."""
    if not written:
        return ""
    if len(written) == len("2024"):
        return display.year(int(written))
    return display.month(first_of_month(written))
