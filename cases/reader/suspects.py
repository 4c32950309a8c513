"""The offenders that a case names, as printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cases.reader import prose
from cases.reader.clean import View
from cases.reader.context import CaseContext, Notes
from cases.reader.name_rows import weigh_names
from cases.reader.name_weights import (
    A_DEED,
    CLEARED,
    FIRM,
    OTHER_BY_ROLE,
    OWNS_UP,
    TOLD,
)
from cases.reader.names import Name, find_names
from cases.reader.other_words import (
    EXONERATES,
    IS_ANYBODY,
    KIN_BEFORE,
)
from cases.reader.results import Found
from cases.reader.suspect_words import (
    COURT,
)

# What an offender does, by which a role that anybody may have weighs less.
_DEEDS = frozenset({A_DEED, OWNS_UP})


@dataclass(slots=True)
class _Person:
    """All that is known of one name in the case."""

    name: str
    mentions: list[tuple[View, Name]] = field(default_factory=list)
    weight: float = 0.0
    as_anybody: float = 0.0  # of it, what roles weigh that anybody may have
    as_other: float = 0.0  # of it, what is told of somebody harmed, asked or robbed
    reasons: list[str] = field(default_factory=list)

    def add(self, points: float, reason: str) -> None:
        self.weight += points
        if reason == IS_ANYBODY:
            self.as_anybody += points
        elif points < 0 and reason not in (OTHER_BY_ROLE, CLEARED):
            self.as_other += points
        if reason not in self.reasons:
            self.reasons.append(reason)

    @property
    def whole_weight(self) -> float:
        """All that was said; 同学钱某 is an offender all the same once 被告人钱某."""
        if self.is_firm:
            return self.weight - self.as_anybody - self.as_other
        if _DEEDS.intersection(self.reasons):
            return self.weight - self.as_anybody * 0.75
        return self.weight

    @property
    def is_firm(self) -> bool:
        """Whether something was said of the person that is only said of offenders."""
        return any(reason in FIRM for reason in self.reasons)


def read_suspects(case: CaseContext, notes: Notes) -> tuple[Found[str], ...]:
    """The offenders named, in order of first mention, as printed.

    Victims, witnesses, officials and companies are none. A name in another form
    later (孙某 for 孙某媛) is the same person.
    """
    people: dict[str, _Person] = {}
    is_court = bool(COURT.search(case.narrative.text))
    for view, in_heading in _parts(case):
        names = find_names(view.text)
        weights = weigh_names(view.text, names, in_heading)
        others = prose.wider(view.text)
        for name, (points, reason) in zip(names, weights, strict=True):
            if any(start <= name.start < end for start, end in others):
                continue  # of another case or a whole campaign
            person = people.setdefault(name.name, _Person(name.name))
            person.mentions.append((view, name))
            person.add(points, reason)
    _merge_short_forms(people)
    has_firm = any(person.is_firm or person.weight > 2.0 for person in people.values())
    chosen = []
    for person in people.values():
        threshold = (
            1.0 if is_court and has_firm else 0.5 if is_court or has_firm else -0.5
        )
        weight = person.whole_weight
        is_cleared = CLEARED in person.reasons and not person.is_firm
        if weight > threshold and not is_cleared:
            chosen.append(person)
        if abs(weight - threshold) < (2.0 if case.is_long_story else 1.0):
            notes.doubt("suspects", "unsure-role", person.name)
    if not chosen and set(_outcomes(notes)) - {"account-closure", "investigating"}:
        # Somebody was dealt with, and the only names are given roles of others.
        for person in people.values():
            if IS_ANYBODY in person.reasons:
                notes.doubt("suspects", "unsure-role", person.name)
    if len(chosen) > 1 and EXONERATES.search(case.narrative.text):
        notes.doubt("suspects", "unsure-role", chosen[-1].name)
    for person in people.values():
        if person not in chosen and _may_be_companion(person):
            notes.doubt("suspects", "unsure-role", person.name)
    if len(chosen) > 8:
        notes.doubt("suspects", "many-names", str(len(chosen)))
    return tuple(_found(person) for person in chosen)


def doubt_surplus(
    suspects: Sequence[Found[str]], people: Found[int] | None, notes: Notes
) -> None:
    """Doubt the names where fewer offenders were dealt with than are named."""
    if people is not None and people.value < len(suspects):
        notes.doubt("suspects", "many-names", str(len(suspects)))


def _may_be_companion(person: _Person) -> bool:
    """Whether a relative or friend is named of whom nothing tells what he did:
    受表弟钱某影响. Offenders' companions are offenders as often as not."""
    if not set(person.reasons) <= {IS_ANYBODY, TOLD} or person.weight < -3.5:
        return False
    return any(_is_kin(view.text, name) for view, name in person.mentions)


def _outcomes(notes: Notes) -> list[str]:
    """The outcomes read before this field."""
    return [str(found.value) for found in notes.found.get("outcomes", ())]


def _parts(case: CaseContext) -> list[tuple[View, bool]]:
    parts = [(case.narrative, False)]
    if case.heading is not None:
        parts.insert(0, (case.heading, True))
    return parts


def _merge_short_forms(people: dict[str, _Person]) -> None:
    """Fold 孙某 into 孙某媛 where it can only be the same person.

    The longer form must come first and be the only one of its surname, and the
    short one must never be introduced as somebody's kin or friend.
    """
    for short in list(people.values()):
        if not re.fullmatch("[\u4e00-\u9fff]{1,2}某", short.name):
            continue
        surname = short.name[:-1]
        longer = [
            person
            for person in people.values()
            if person.name != short.name
            and person.name.startswith(surname)
            and (len(person.name) > len(short.name) or "某" not in person.name)
        ]
        if len(longer) != 1:
            continue
        if any(_is_kin(view.text, name) for view, name in short.mentions):
            continue
        first = longer[0]
        if any(
            _is_in_row_with(view.text, name, first.name)
            for view, name in short.mentions
        ):
            continue
        if _order(people, first) < _order(people, short):
            first.add(min(short.weight, 1.0) * 0.1, "named by a shorter form")
            del people[short.name]


def _is_in_row_with(text: str, name: Name, other: str) -> bool:
    """Whether a row names both: 刘某、张某某、董某某、张某四人."""
    row = rf"{re.escape(other)}(?:、[^，。；、]{{2,4}}){{0,5}}(?:、|和|与|及)$"
    if re.search(row, text[max(0, name.start - 40) : name.start]):
        return True
    # 总监夏某及“教授”夏某某: the longer form behind it
    row = rf"(?:、|和|与|及)[^，。；、某]{{0,8}}{re.escape(other)}"
    return bool(re.match(row, text[name.end : name.end + 24]))


def _is_kin(text: str, name: Name) -> bool:
    """Whether a name is introduced as a relative or friend of somebody told before."""
    return bool(KIN_BEFORE.search(text, max(0, name.start - 8), name.start))


def _order(people: dict[str, _Person], person: _Person) -> int:
    return list(people).index(person.name)


def _found(person: _Person) -> Found[str]:
    spans = _first_spans(person.mentions)
    return Found(
        person.name,
        spans,
        "suspects.masked",
        f"A masked name: {'; '.join(person.reasons[:2])}.",
    )


def _first_spans(
    mentions: Iterable[tuple[View, Name]],
) -> tuple[tuple[int, int], ...]:
    for view, name in mentions:
        return view.spans(name.start, name.end)
    return ()
