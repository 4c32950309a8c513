"""A case's fields as plain values: what evidence, history and forms have in common.

One shape a field, as JSON stores it:

- title, agency, region (six-digit code), month (YYYY-MM): a string or None
- occurred: [from, to], each YYYY-MM, YYYY or None; or None
- people, coercive: {"count": int, "qualifier": str} or None
- offences (slugs, the primary first), suspects (as printed), outcome: list of strings
- amount: list of {"kind", "yuan", "original", "currency", "qualifier"}, the primary
  first
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from cases.models import Amount, Case, CaseOffence, Evidence, OffenceType
from cases.reader.results import CaseReading

FIELDS = CaseReading.FIELDS
LISTS = frozenset({"offences", "suspects", "outcome", "amount"})
COUNTS = frozenset({"people", "coercive"})


def nothing(field: str) -> Any:
    """The value of a field that says nothing."""
    return [] if field in LISTS else None


def elements(field: str, value: Any) -> list[Any]:
    """The single values of a field's value: one for most fields."""
    if field in LISTS:
        return list(value)
    return [] if value is None else [value]


def values_of(case: Case) -> dict[str, Any]:
    """Every field's value. Reads the case's offences, amounts and evidence."""
    return {
        "title": case.title,
        "agency": agency_of(case) or None,
        "region": case.region_id,
        "month": written_month(case.month),
        "occurred": _occurred(case),
        "offences": [
            one.offence_type.slug
            for one in sorted(case.case_offences.all(), key=lambda one: one.position)
        ],
        "suspects": suspects_of(case),
        "people": _count(case.people, case.people_qualifier),
        "coercive": _count(case.coercive, case.coercive_qualifier),
        "amount": [
            {
                "kind": amount.kind,
                "yuan": amount.yuan,
                "original": amount.original,
                "currency": amount.currency,
                "qualifier": amount.qualifier,
            }
            for amount in sorted(
                case.amounts.all(), key=lambda one: (not one.is_primary, one.pk)
            )
        ],
        "outcome": list(case.outcomes),
    }


def readers_value(field: str, rows: Iterable[Evidence]) -> Any:
    """What the reader had found, from the evidence of one field."""
    return _value_of_rows(
        field, [row for row in rows if row.origin == Evidence.Origin.READER]
    )


def set_columns(case: Case, field: str, value: Any) -> None:
    """Set a field that lives in the case's own row; the caller saves."""
    match field:
        case "title":
            case.title = value
        case "agency":
            case.agency = value or ""
        case "region":
            case.region_id = value
        case "month":
            case.month = first_of_month(value)
        case "occurred":
            start, end = value or (None, None)
            case.occurred_from, case.occurred_from_precision = _day(start)
            case.occurred_to, case.occurred_to_precision = _day(end)
        case "suspects":
            case.suspects = value
        case "people":
            case.people = value["count"] if value else None
            case.people_qualifier = value["qualifier"] if value else "exact"
        case "coercive":
            case.coercive = value["count"] if value else None
            case.coercive_qualifier = value["qualifier"] if value else "exact"
        case "outcome":
            case.outcomes = value


def set_rows(case: Case, field: str, value: Any) -> None:
    """Write a field that lives in rows of its own: offences and amounts."""
    if field == "offences":
        types = {one.slug: one for one in OffenceType.objects.filter(slug__in=value)}
        CaseOffence.objects.filter(case=case).delete()
        CaseOffence.objects.bulk_create(
            CaseOffence(case=case, offence_type=types[slug], position=position)
            for position, slug in enumerate(value)
        )
    elif field == "amount":
        Amount.objects.filter(case=case).delete()
        Amount.objects.bulk_create(
            Amount(case=case, is_primary=position == 0, **one)
            for position, one in enumerate(value)
        )


def written_month(day: date | None) -> str | None:
    """A month as YYYY-MM."""
    return f"{day:%Y-%m}" if day else None


def first_of_month(month: str | None) -> date | None:
    """The first day of a YYYY-MM."""
    return date.fromisoformat(f"{month}-01") if month else None


def _day(written: str | None) -> tuple[date | None, str]:
    """The first day and the precision of a YYYY-MM or YYYY."""
    if not written:
        return None, ""
    if len(written) == len("2024"):
        return date(int(written), 1, 1), Case.Precision.YEAR
    return first_of_month(written), Case.Precision.MONTH


def _occurred(case: Case) -> list[str | None] | None:
    def written(day: date | None, precision: str) -> str | None:
        if day and precision == Case.Precision.YEAR:
            return f"{day:%Y}"
        return written_month(day)

    value = [
        written(case.occurred_from, case.occurred_from_precision),
        written(case.occurred_to, case.occurred_to_precision),
    ]
    return value if any(value) else None


def _count(count: int | None, qualifier: str) -> dict[str, Any] | None:
    return None if count is None else {"count": count, "qualifier": qualifier}


def agency_of(case: Case) -> str:
    """The agency as printed: the case's own column has redacted words blacked out,
    the evidence behind it has not."""
    return _current_value(case, "agency") or case.agency


def suspects_of(case: Case) -> list[str]:
    """The suspects as printed, as with the agency."""
    return _current_value(case, "suspects") or list(case.suspects)


def _current_value(case: Case, field: str) -> Any:
    rows = [row for row in case.evidence.all() if row.field == field and row.is_current]
    return _value_of_rows(field, rows)


def _value_of_rows(field: str, rows: Iterable[Evidence]) -> Any:
    """A field's value put together from its rows, one or more an element."""
    found: list[Any] = []
    seen: set[int] = set()
    for row in sorted(rows, key=lambda row: (row.position, row.pk)):
        if row.position in seen or row.value is None:
            continue
        seen.add(row.position)
        if field in COUNTS:
            found.append({"count": row.value, "qualifier": row.qualifier})
        elif field == "amount":
            found.append({**row.value, "qualifier": row.qualifier})
        else:
            found.append(row.value)
    if field in LISTS:
        return found
    return found[0] if found else None


def evidence_value(field: str, element: Any) -> tuple[Any, str]:
    """An element as an evidence row keeps it: value and qualifier."""
    if field in COUNTS:
        return element["count"], element["qualifier"]
    if field == "amount":
        rest = {key: one for key, one in element.items() if key != "qualifier"}
        return rest, element["qualifier"]
    return element, "exact"
