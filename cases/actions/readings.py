"""Brings what the reader returns into the database."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from cases.actions.likeness import opening_of, prints_of
from cases.actions.showing import SHOWN_COLUMNS, refresh_listing, refresh_shown
from cases.actions.values import (
    FIELDS,
    evidence_value,
    readers_value,
    set_columns,
    set_rows,
)
from cases.models import Bulletin, Case, Copy, Evidence, OffenceType, Region
from cases.reader.markup import find_marks, find_markup
from cases.reader.results import Amount as ReadAmount
from cases.reader.results import CaseReading, Caution, Found, Place, Reading
from cases.shown import Span, merge

# What a column of whole numbers holds (PostgreSQL integer and bigint).
LARGEST_COUNT = 2**31 - 1
LARGEST_SUM = 2**63 - 1

# What the columns of a case and of a bulletin take, in characters.
LENGTHS = {"title": 300, "agency": 120, "suspects": 60}
BULLETIN_LENGTHS = {"title": 300, "issuer": 120, "campaign": 60, "source": 120}
LONGEST_SUM_AS_PRINTED = 60

# A heading is left out of the opening when it stands this near the passage's start.
HEADING_START = 15


def store_reading(*, copy: Copy, reading: Reading) -> list[Case]:
    """Make draft cases of a reading, each with its evidence; return them.

    The bulletin of the copy takes what the reading says of the whole. A region or
    offence that the database lacks becomes a caution. Part of an action: the
    caller holds the transaction, checks who asks, and writes the event.
    """
    bulletin = copy.bulletin
    for name in BULLETIN_LENGTHS:
        found: Found[str] | None = getattr(reading, name)
        if found:
            setattr(bulletin, name, found.value[: BULLETIN_LENGTHS[name]])
    bulletin.reader_version = reading.version
    bulletin.cautions = [_stored(caution) for caution in reading.cautions]
    bulletin.state = Bulletin.State.IN_REVIEW
    bulletin.reading_error = ""
    bulletin.save()
    number = max(bulletin.cases.values_list("number", flat=True), default=0)
    return [
        store_case(copy=copy, read=read, number=number + place, version=reading.version)
        for place, read in enumerate(reading.cases, 1)
    ]


def store_case(*, copy: Copy, read: CaseReading, number: int, version: str) -> Case:
    """Make one draft case with its evidence; see ``store_reading``."""
    case = Case(bulletin=copy.bulletin, copy=copy, number=number)
    read_into(case=case, read=read, version=version)
    return case


def read_into(
    *, case: Case, read: CaseReading, version: str, kept: Collection[str] = ()
) -> None:
    """Set passage, fields and evidence of a case to what the reader found.

    The evidence of an earlier reading goes. The values of the fields in ``kept`` and
    all that an editor gave stay; what the reader found there is no longer current.
    """
    text = case.copy.text
    known, cautions = _known_to_the_database(read)
    case.passage_start, case.passage_end = read.span
    case.noise = [list(span) for span in _unseen(text, read)]
    case.cautions = [_stored(one) for one in (*read.cautions, *cautions)]
    case.opening = opening_of(_telling(text, read))
    case.opening_prints = prints_of(case.opening)
    rows = list(_evidence(case, known, text, version))
    by_field: dict[str, list[Evidence]] = {}
    for row in rows:
        row.is_current = row.field not in kept
        by_field.setdefault(row.field, []).append(row)
    values = {
        name: readers_value(name, by_field.get(name, []))
        for name in FIELDS
        if name not in kept
    }
    for name, value in values.items():
        set_columns(case, name, value)
    refresh_listing(case)
    case.save()
    for name in ("offences", "amount"):
        if name in values:
            set_rows(case, name, values[name])
    case.evidence.filter(origin=Evidence.Origin.READER).delete()
    Evidence.objects.bulk_create(rows)
    refresh_shown(case)
    case.save(update_fields=SHOWN_COLUMNS)


def _unseen(text: str, read: CaseReading) -> list[Span]:
    """What the public text leaves out: noise, and marks of Markdown and HTML.

    Marks that stand for a character or a line end stay as they are.
    """
    start, end = read.span
    passage = text[start:end]
    edits = [*find_marks(passage), *find_markup(passage).edits]
    marks = [(start + at, start + to) for at, to, mark in edits if not mark]
    return merge([*read.noise, *marks])


def _known_to_the_database(
    read: CaseReading,
) -> tuple[list[tuple[str, Found[Any]]], list[Caution]]:
    """The values that the database can hold, and a caution for each other one."""
    codes = {read.region.value.code} if read.region else set()
    slugs = {found.value for found in read.offences}
    regions = set(Region.objects.filter(code__in=codes).values_list("code", flat=True))
    offences = set(
        OffenceType.objects.filter(slug__in=slugs).values_list("slug", flat=True)
    )
    known: list[tuple[str, Found[Any]]] = []
    cautions: list[Caution] = []
    seen: set[tuple[str, Any]] = set()
    for name, found in read.found():
        value: Any = found.value
        if isinstance(value, Place) and value.code not in regions:
            cautions.append(Caution(name, "unknown-region", (value.code,)))
        elif name == "offences" and value not in offences:
            cautions.append(Caution(name, "unknown-offence", (value,)))
        elif name == "outcome" and value not in Case.Outcome.values:
            cautions.append(Caution(name, "unknown-outcome", (value,)))
        elif _is_out_of_range(value):
            cautions.append(Caution(name, "out-of-range", (str(value),)))
        elif (name, value) not in seen:
            seen.add((name, value))
            known.append((name, found))
    return known, cautions


def _is_out_of_range(value: Any) -> bool:
    if isinstance(value, int):
        return not 0 <= value <= LARGEST_COUNT
    if isinstance(value, ReadAmount) and value.yuan is not None:
        return not 0 <= value.yuan <= LARGEST_SUM
    return False


def _evidence(
    case: Case, values: Iterable[tuple[str, Found[Any]]], text: str, version: str
) -> Iterator[Evidence]:
    """A row a value and span; one without a span for an inferred value."""
    positions: dict[str, int] = {}
    for name, found in values:
        position = positions[name] = positions.get(name, -1) + 1
        value, qualifier = evidence_value(name, _element(name, found))
        for start, end in found.spans or ((None, None),):
            yield Evidence(
                case=case,
                field=name,
                value=value,
                position=position,
                start=start,
                end=end,
                quote="" if start is None else text[start:end],
                qualifier=qualifier,
                origin=Evidence.Origin.READER,
                reader_version=version,
                rule=found.rule,
                reason=found.reason or ("" if found.spans else found.rule),
            )


def _element(name: str, found: Found[Any]) -> Any:
    """One value of the reader in the shape of cases.actions.values."""
    value = found.value
    if isinstance(value, Place):
        return value.code
    if isinstance(value, ReadAmount):
        written = asdict(value)
        written["original"] = written["original"][:LONGEST_SUM_AS_PRINTED]
        return {**written, "qualifier": found.qualifier}
    if name in {"people", "coercive"}:
        return {"count": value, "qualifier": found.qualifier}
    if name == "occurred":
        return list(value)
    return value[: LENGTHS.get(name)]


def _telling(text: str, read: CaseReading) -> str:
    """The passage from behind its heading: reposts number their headings anew."""
    start, end = read.span
    if read.title:
        for first, last in read.title.spans:
            if start <= first <= start + HEADING_START and last < end:
                start = last
    return text[start:end]


def _stored(caution: Caution) -> Mapping[str, Any]:
    return {**asdict(caution), "values": list(caution.values)}
