"""A case's page: its facts, each with the words that it was read from, and the passage
cut where the words begin and end.

Everything is taken from the shown text; the stored text is not even loaded.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from cases import agency_names, display, headings
from cases.cited_law import citations
from cases.models import Case
from cases.models.cases import Qualifier
from cases.models.whole_cases import Words
from cases.shown import Shown, Span, show

LABELS = {
    "region": _("Place"),
    "agency": _("Handled by"),
    "month": _("Authorities acted in"),
    "occurred": _("Offending took place"),
    "offences": _("Filed under"),
    "people": _("Offenders caught or dealt with"),
    "coercive": _("Under criminal coercive measures"),
    "amount": _("Money"),
    "outcome": _("Outcome"),
    "suspects": _("Named in the text as"),
    "law": _("Law that the text cites"),
}
# A text that cites no article says nothing about its case by that.
NOT_MISSED = {"law"}

ENGLISH_NOTE = "Detention, bail or another measure before trial; no conviction."
MASKED = "某"
ENGLISH_MASKED_NOTE = "某 stands for a name that the source hides."


@dataclass(slots=True)
class Value:
    """One value of a fact as the page writes it.

    ``spans`` are the words' ranges in the shown text, empty when an editor added
    the value or its words are blacked out. ``is_chinese`` marks words of the
    source; ``gloss`` is their English where it is known. ``url`` leads to more of the
    same; ``note`` says how to take the value.
    ``words`` is the id of the first stretch of the passage that it was read from.
    """

    id: str
    text: str
    spans: tuple[Span, ...] = ()
    is_chinese: bool = False
    gloss: str = ""
    url: str = ""
    note: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the facts: a label and its values; none when it is not stated.

    ``note`` explains all of them to who does not know Chinese.
    """

    name: str
    label: str
    values: tuple[Value, ...]

    @property
    def note(self) -> str:
        """What 某 is, where a name has it."""
        masked = self.name == "suspects" and any(MASKED in v.text for v in self.values)
        return ENGLISH_MASKED_NOTE if masked and display.is_english() else ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the passage; ``values`` are the ids of the values read from it.

    ``id`` is empty for a piece that nothing was read from; ``title`` names the
    facts for those who point at it.
    """

    text: str
    values: tuple[str, ...] = ()
    id: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class CasePage:
    """The facts of a case, and its title and passage as stretches.

    ``title`` is empty when the passage has no heading of its own: then nothing
    was read from the title that does not stand in the passage too.
    """

    facts: tuple[Fact, ...]
    title: tuple[Stretch, ...]
    paragraphs: tuple[tuple[Stretch, ...], ...]

    @property
    def unstated(self) -> tuple[str, ...]:
        """The labels of the facts that the text says nothing of."""
        return tuple(
            fact.label
            for fact in self.facts
            if not fact.values and fact.name not in NOT_MISSED
        )


def case_page(case: Case, words: Iterable[Words]) -> CasePage:
    """The page of a case by the evidence that is in force, in its values' order."""
    shown = show("", case.passage_start, case.passage_end, case.noise, [])
    rows: dict[str, list[Words]] = {}
    for row in words:
        rows.setdefault(row.field, []).append(row)
    spans = {field: _spans(each, shown) for field, each in rows.items()}
    facts = tuple(
        Fact(name, label, tuple(_values(case, name, spans.get(name, []))))
        for name, label in _labels(get_language())
    )
    heading = headings.title_span(case)
    parts = [heading] if heading else []
    parts += lines(case.shown_text, headings.body_start(case))
    cut = _stretches(case.shown_text, parts, facts)
    # A value leads to its first words, in the passage rather than in the title.
    first: dict[str, str] = {}
    for part in (cut[1:] + cut[:1]) if heading else cut:
        for stretch in part:
            for value in stretch.values:
                first.setdefault(value, stretch.id)
    for fact in facts:
        for stated in fact.values:
            stated.words = first.get(stated.id, "")
    title, paragraphs = (cut[0], cut[1:]) if heading else ((), cut)
    return CasePage(facts, title, tuple(paragraphs))


@lru_cache(maxsize=10)
def _labels(language: str | None) -> tuple[tuple[str, str], ...]:
    """The facts and their labels in the language, which is the active one."""
    return tuple((name, str(label)) for name, label in LABELS.items())


def _spans(rows: Sequence[Words], shown: Shown) -> list[tuple[Span, ...]]:
    """The spans in the shown text of each value of a field, in the values' order."""
    by_value: dict[int, list[Span]] = {}
    for row in rows:
        spans = by_value.setdefault(row.position, [])
        if row.start is not None and row.end is not None:
            span = shown.span(row.start, row.end)
            if span:
                spans.append(span)
    return [tuple(spans) for spans in by_value.values()]


def _values(
    case: Case, field: str, spans: Sequence[tuple[Span, ...]]
) -> Iterator[Value]:
    """The values of one field with their spans."""
    for index, written in enumerate(_written(case, field)):
        own = spans[index] if index < len(spans) else ()
        yield Value(id=f"{field}-{index + 1}", **{"spans": own, **written})


def _written(case: Case, field: str) -> Iterator[dict[str, Any]]:
    """What the page writes for each value of one field."""
    match field:
        case "region" if case.region:
            yield {
                "text": display.full_place(case.region),
                "url": case.region.get_absolute_url(),
            }
        case "agency" if case.agency:
            gloss = agency_names.english(case.agency) if display.is_english() else ""
            yield {"text": case.agency, "is_chinese": True, "gloss": gloss}
        case "month" if case.month:
            yield {"text": display.month(case.month)}
        case "occurred" if case.occurred_from or case.occurred_to:
            yield {"text": display.period(case)}
        case "offences":
            for one in case.case_offences.all():
                yield {
                    "text": one.offence_type.label(),
                    "url": one.offence_type.get_absolute_url(),
                }
        case "people" if case.people is not None:
            yield _count(case.people, case.people_qualifier)
        case "coercive" if case.coercive is not None:
            yield _count(case.coercive, case.coercive_qualifier)
        case "amount":
            for amount in case.amounts.all():
                yield {
                    "text": display.amount_told(amount),
                }
        case "outcome":
            for outcome in case.outcomes:
                yield {"text": display.outcome(outcome), **_explained(outcome)}
        case "suspects":
            for name in case.suspects:
                yield {"text": name, "is_chinese": True}
        case "law":
            for cited in citations(case.shown_text):
                yield {
                    "text": cited.label(),
                    "is_chinese": cited.is_chinese,
                    "spans": (cited.span,),
                }


def _explained(outcome: str) -> dict[str, Any]:
    """A note for who does not know Chinese criminal procedure.

    Criminal Procedure Law, arts. 66 to 100, has five measures before trial: compelled
    appearance, bail, residential surveillance, detention and arrest.
    """
    if display.is_english() and outcome == Case.Outcome.CRIMINAL_COERCIVE:
        return {"note": ENGLISH_NOTE}
    return {}


def _count(number: int, qualifier: str) -> dict[str, Any]:
    if qualifier == Qualifier.INFERRED:
        note = ngettext(
            "The text names one person and gives no number.",
            "The text gives no number: counted from the names.",
            number,
        )
        return {"text": display.people(number), "note": note}
    return {"text": display.people(number, qualifier)}


def _stretches(
    text: str, parts: Sequence[Span], facts: Sequence[Fact]
) -> list[tuple[Stretch, ...]]:
    """The parts of the text, each cut wherever the words of a value begin or end."""
    values = [
        (span, value.id, fact.label)
        for fact in facts
        for value in fact.values
        for span in value.spans
    ]
    edges = sorted({edge for span, _, _ in values for edge in span})
    between = gettext(", ")
    number = 0
    cut = []
    for start, end in parts:
        stretches = []
        at = start
        while at < end:
            next_edge = bisect_right(edges, at)
            stop = min(end, edges[next_edge]) if next_edge < len(edges) else end
            here = [one for one in values if one[0][0] <= at < one[0][1]]
            if here:
                number += 1
                ids = tuple(dict.fromkeys(value for _, value, _ in here))
                title = between.join(dict.fromkeys(label for _, _, label in here))
                stretches.append(Stretch(text[at:stop], ids, f"words-{number}", title))
            else:
                stretches.append(Stretch(text[at:stop]))
            at = stop
        cut.append(tuple(stretches))
    return cut


def lines(text: str, start: int) -> Iterator[Span]:
    """The ranges of a text's lines from ``start`` on, without white space around.

    >>> list(lines("一 \\n\\n 二", 0))
    [(0, 1), (5, 6)]
    """
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        left = start + len(line) - len(line.lstrip())
        right = end - (len(line) - len(line.rstrip()))
        if left < right:
            yield left, right
        start = end + 1
