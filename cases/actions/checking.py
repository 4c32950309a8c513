"""What stands between a case and the public: personal data, contradictions, doubts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cases.actions.errors import Blocker
from cases.actions.showing import black_out_words, redactions_of
from cases.actions.values import suspects_of
from cases.models import Case, PrivacyDecision
from cases.privacy import Kind, find_flags, is_full_name
from cases.shown import BLACKED_OUT, Span

# The fields that a contradiction is between: changing one asks the question anew.
CONTRADICTIONS = {
    "coercive-over-people": ("people", "coercive"),
    "occurred-reversed": ("occurred",),
    "month-before-offence": ("month", "occurred"),
    "month-after-bulletin": ("month",),
}


@dataclass(frozen=True, slots=True)
class OpenFlag:
    """Personal data that nobody has decided on.

    ``spans`` are all places of the same words in the passage, or in the whole text
    for words of the bulletin's title (half-open ranges of the stored text). They are
    empty when the words stand in the case's title or among the suspects only, where
    correcting the field is the answer.
    """

    kind: str
    words: str
    spans: tuple[Span, ...] = ()


def open_flags(case: Case) -> list[OpenFlag]:
    """The personal data of a case that is neither redacted nor overridden.

    What stands in noise is not shown and not flagged.
    """
    text = case.copy.text
    names = suspects_of(case)
    overrides = [
        (one.start, one.end)
        for one in case.copy.privacy_decisions.all()
        if one.decision == PrivacyDecision.Decision.OVERRIDE
    ]
    found: dict[tuple[str, str], list[Span]] = {}
    allowed = {text[start:end] for start, end in overrides}
    visible = _visible(case)
    for flag in find_flags(visible, names):
        start, end = flag.start + case.passage_start, flag.end + case.passage_start
        if not any(first <= start and end <= last for first, last in overrides):
            found.setdefault((flag.kind, text[start:end]), []).append((start, end))
    for kind, words in _beside_the_passage(case, names):
        if words not in allowed:
            found.setdefault((kind, words), [])
    # The bulletin's title is public as soon as one of its cases is.
    title = case.bulletin.title
    for flag in find_flags(title, names):
        words = title[flag.start : flag.end]
        if words not in allowed and (flag.kind, words) not in found:
            found[flag.kind, words] = _places(words, text)
    return [
        OpenFlag(str(kind), words, tuple(spans))
        for (kind, words), spans in found.items()
    ]


def contradictions(case: Case) -> list[Blocker]:
    """What in the case's values cannot all be so, whether confirmed or not."""
    found = []
    if (
        case.coercive is not None
        and case.people is not None
        and case.coercive > case.people
    ):
        values = (str(case.coercive), str(case.people))
        found.append(Blocker("coercive-over-people", values, confirmable=True))
    start, end, month = case.occurred_from, case.occurred_to, case.month
    if start and end:
        by_year = "year" in {case.occurred_from_precision, case.occurred_to_precision}
        if end.year < start.year or (not by_year and end < start):
            values = (f"{start:%Y-%m}", f"{end:%Y-%m}")
            found.append(Blocker("occurred-reversed", values, confirmable=True))
    if month and start:
        by_year = case.occurred_from_precision == Case.Precision.YEAR
        if month.year < start.year or (not by_year and month < start):
            values = (f"{month:%Y-%m}", f"{start:%Y-%m}")
            found.append(Blocker("month-before-offence", values, confirmable=True))
    published = case.bulletin.published
    if month and published and month > published:
        values = (f"{month:%Y-%m}", f"{published:%Y-%m-%d}")
        found.append(Blocker("month-after-bulletin", values, confirmable=True))
    return found


def doubts(case: Case) -> list[str]:
    """The fields that the reader is not sure of and no editor has looked at."""
    doubtful = dict.fromkeys(
        caution["field"] for caution in case.cautions if caution["doubtful"]
    )
    return [field for field in doubtful if field not in case.checked_fields]


def blockers(case: Case, confirmed: Iterable[str] = ()) -> list[Blocker]:
    """Everything that keeps a case from the public; doubts do not, by themselves.

    ``confirmed`` are the codes of contradictions that the editor confirms now, on
    top of those confirmed before.
    """
    agreed = {*confirmed, *case.checked_fields}
    found = []
    if case.bulletin.likely_copy_of:
        found.append(Blocker("likely-copy", (case.bulletin.likely_copy_of.title,)))
    found += [Blocker("privacy", (flag.kind, flag.words)) for flag in open_flags(case)]
    found += [one for one in contradictions(case) if one.code not in agreed]
    return found


def _places(words: str, text: str) -> list[Span]:
    return [match.span() for match in re.finditer(re.escape(words), text)]


def _visible(case: Case) -> str:
    """The passage in its full length, what is not shown covered up."""
    start, end = case.passage_start, case.passage_end
    characters = list(case.copy.text[start:end])

    def cover(spans: Iterable[Span], cover: str) -> None:
        for first, last in spans:
            for place in range(max(first, start), min(last, end)):
                characters[place - start] = cover

    cover([(first, last) for first, last in case.noise], " ")
    cover(redactions_of(case), BLACKED_OUT)
    return "".join(characters)


def _beside_the_passage(case: Case, names: list[str]) -> list[tuple[str, str]]:
    """Kind and words of what title and suspects would show."""
    text = case.copy.text
    redactions = [
        (start, end)
        for start, end in redactions_of(case)
        if start < case.passage_end and end > case.passage_start
    ]
    title = black_out_words(case.title or "", text, redactions)
    found = [
        (str(flag.kind), title[flag.start : flag.end])
        for flag in find_flags(title, names)
    ]
    shown = (black_out_words(name, text, redactions) for name in names)
    return found + [(Kind.FULL_NAME, name) for name in shown if is_full_name(name)]
