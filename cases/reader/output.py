"""Readings as JSON and as an explanation, for the command."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cases.reader.cautions import sentence
from cases.reader.results import CaseReading, Caution, Found, Reading, Span

BULLETIN_FIELDS = ("title", "published", "account", "issuer", "campaign", "source")


def as_json(reading: Reading, file: str) -> dict[str, Any]:
    """One bulletin in the shape that the scorer and data users read.

    Values that the text does not give are null or empty; ``spans`` are lists of
    half-open ranges of code points, one list a field, in the text's order.
    """
    found = {name: getattr(reading, name) for name in BULLETIN_FIELDS}
    return {
        "file": file,
        "version": reading.version,
        **{name: value.value if value else None for name, value in found.items()},
        "spans": {name: _spans([value]) for name, value in found.items() if value},
        "warnings": [_warning(caution) for caution in reading.cautions],
        "cases": [_case(case) for case in reading.cases],
    }


def _case(case: CaseReading) -> dict[str, Any]:
    by_field: dict[str, list[Found[object]]] = {}
    for name, value in case.found():
        by_field.setdefault(name, []).append(value)
    amount = case.amounts[0] if case.amounts else None
    return {
        "n": case.number,
        "title": _value(case.title),
        "text": case.text,
        "span": list(case.span),
        "noise": [list(span) for span in case.noise],
        "spans": {name: _spans(values) for name, values in by_field.items()},
        "qualifiers": {
            name: values[0].qualifier
            for name, values in by_field.items()
            if values[0].qualifier != "exact"
        },
        "doubts": list(case.doubts),
        "warnings": [_warning(caution) for caution in case.cautions],
        "agency": _value(case.agency),
        "region": list(case.region.value.names) if case.region else [],
        "region_code": case.region.value.code if case.region else None,
        "month": _value(case.month),
        "occurred": list(case.occurred.value) if case.occurred else [],
        "offences": [found.value for found in case.offences],
        "suspects": [found.value for found in case.suspects],
        "people": _value(case.people),
        "coercive": _value(case.coercive),
        "amount": amount.value.yuan if amount else None,
        "amount_kind": amount.value.kind if amount else None,
        "amounts": [
            {
                "kind": found.value.kind,
                "yuan": found.value.yuan,
                "original": found.value.original,
                "currency": found.value.currency,
                "qualifier": found.qualifier,
            }
            for found in case.amounts
        ],
        "outcome": [found.value for found in case.outcomes],
    }


def _value(found: Found[Any] | None) -> Any:
    return found.value if found else None


def _spans(values: list[Any]) -> list[list[int]]:
    spans = {span for found in values for span in found.spans}
    return [list(span) for span in sorted(spans)]


def _warning(caution: Caution) -> dict[str, str]:
    return {"field": caution.field, "code": caution.code, "text": sentence(caution)}


# -- explanation --------------------------------------------------------------


def explain(text: str, reading: Reading) -> Iterator[str]:
    """Lines that show each value with its words, place, rule and reason.

    A rule's name begins with the file that it stands in.
    """
    yield f"reader {reading.version}"
    for name in BULLETIN_FIELDS:
        value = getattr(reading, name)
        if value:
            yield from _explained(text, name, value)
    yield from (_remark(caution) for caution in reading.cautions)
    for case in reading.cases:
        yield ""
        yield f"case {case.number}, {case.span[0]} to {case.span[1]}"
        yield from (f"  | {line}" for line in _marked(text, case))
        for name, value in case.found():
            yield from _explained(text, name, value)
        yield from (_remark(caution) for caution in case.cautions)


def _remark(caution: Caution) -> str:
    """A caution with its code, by which the rule that gave it is found."""
    mark = "?" if caution.doubtful else "!"
    return f"  {mark} {caution.field}: {sentence(caution)} ({caution.code})"


def _explained(text: str, name: str, found: Found[Any]) -> Iterator[str]:
    qualifier = "" if found.qualifier == "exact" else f" ({found.qualifier})"
    yield f"  {name} = {_readable(found.value)}{qualifier}"
    for start, end in found.spans:
        words = " ".join(text[start:end].split())
        yield f"      {start} to {end}: {words}"
    yield f"      {found.rule}: {found.reason}"


def _readable(value: object) -> str:
    names = getattr(value, "names", None)
    if names:
        return " ".join(names)
    yuan = getattr(value, "yuan", None)
    if yuan is not None:
        return f"{yuan} yuan, {getattr(value, 'kind', '')}"
    return str(value)


def _marked(text: str, case: CaseReading) -> Iterator[str]:
    """The passage as printed, with ⟦field …⟧ around the words of each value."""
    opens: dict[int, list[tuple[int, str]]] = {}
    for name, found in case.found():
        for start, end in found.spans:
            opens.setdefault(start, []).append((end, name))
    start, stop = case.span
    marks = _without_overlaps(opens, start, stop)
    pieces = []
    position = start
    for first, last, name in marks:
        pieces.append(text[position:first])
        pieces.append(f"⟦{name} {text[first:last]}⟧")
        position = last
    pieces.append(text[position:stop])
    yield from (line for line in "".join(pieces).split("\n") if line.strip())


def _without_overlaps(
    opens: dict[int, list[tuple[int, str]]], start: int, stop: int
) -> list[tuple[int, int, str]]:
    """Marks that can be drawn in one line: the first of those that overlap."""
    marks: list[tuple[int, int, str]] = []
    taken: Span = (start, start)
    for first in sorted(opens):
        end, _ = max(opens[first])
        names = "+".join(dict.fromkeys(name for _, name in opens[first]))
        if first >= taken[1] and end <= stop:
            marks.append((first, end, names))
            taken = (first, end)
    return marks
