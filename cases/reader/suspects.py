"""The offenders that a case names, as printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cases.reader import prose
from cases.reader.clean import View
from cases.reader.context import CaseContext, Notes
from cases.reader.names import Name, find_names
from cases.reader.results import Found
from cases.reader.suspect_words import (
    ANYBODY_BEFORE,
    BESIDE_BEFORE,
    BRACKET,
    CAUGHT_AFTER,
    CAUGHT_BEFORE,
    CLEARED_AFTER,
    COURT,
    DEED,
    DONE_TO,
    ELSEWHERE_AFTER,
    FATE,
    GIVES_AFTER,
    HARMED_AFTER,
    HARMED_BEFORE,
    HURT,
    IS_ANYBODY,
    KIN_BEFORE,
    LIST,
    LONGEST_LINK,
    OFFENDER_AFTER,
    OFFENDER_BEFORE,
    OFFENDS,
    OTHER_AFTER,
    OTHER_BEFORE,
    OWNED_AFTER,
    OWNED_BEFORE,
    OWNER_AFTER,
    OWNER_BEFORE,
    PAYS,
    PUNISHED_AFTER,
    PUNISHED_BEFORE,
    QUARREL_AFTER,
    QUARREL_BEFORE,
    SENTENCED_AFTER,
    SENTENCED_BEFORE,
    SPEAKS_AFTER,
    STRONG_OFFENDER_BEFORE,
    SUFFERS,
    SUFFERS_SELF,
    SUPPLIER_AFTER,
    TAKEN_IN_AFTER,
    TAKEN_IN_BEFORE,
    TOGETHER_AFTER,
)

# What is only said of offenders.
_A_DEED = "a deed follows"
_OTHER_BEFORE = "another role before the name"
_OTHER_AFTER = "another role after the name"
_QUARREL = "an offender quarrelled with the person"
_FIRM = ("called an offender", "sentenced or charged", "caught or punished")


@dataclass(slots=True)
class _Person:
    """All that is known of one name in the case."""

    name: str
    mentions: list[tuple[View, Name]] = field(default_factory=list)
    weight: float = 0.0
    as_anybody: float = 0.0  # of it, what roles weigh that anybody may have
    reasons: list[str] = field(default_factory=list)

    def add(self, points: float, reason: str) -> None:
        self.weight += points
        if reason == IS_ANYBODY:
            self.as_anybody += points
        if reason not in self.reasons:
            self.reasons.append(reason)

    @property
    def whole_weight(self) -> float:
        """All that was said; 同学钱某 is an offender all the same once 被告人钱某."""
        if self.is_firm:
            return self.weight - self.as_anybody
        if _A_DEED in self.reasons:
            return self.weight - self.as_anybody * 0.75
        return self.weight

    @property
    def is_firm(self) -> bool:
        """Whether something was said of the person that is only said of offenders."""
        return any(reason in _FIRM for reason in self.reasons)


def read_suspects(case: CaseContext, notes: Notes) -> tuple[Found[str], ...]:
    """The offenders named, in order of first mention, as printed.

    Victims, witnesses, officials and companies are none. A name in another form
    later (孙某 for 孙某媛) is the same person.
    """
    people: dict[str, _Person] = {}
    is_court = bool(COURT.search(case.narrative.text))
    for view, in_heading in _parts(case):
        names = find_names(view.text)
        nexts = _next_persons(view.text, names)
        weights = [
            _weight(view.text, name, following, in_heading)
            for name, following in zip(names, nexts, strict=True)
        ]
        _pass_along(view.text, names, weights)
        others = prose.wider(view.text)
        for name, (points, reason) in zip(names, weights, strict=True):
            if any(start <= name.start < end for start, end in others):
                continue  # of another case or a whole campaign
            person = people.setdefault(name.name, _Person(name.name))
            person.mentions.append((view, name))
            person.add(points, reason)
    _merge_short_forms(people)
    is_plain = case.is_story and any(p.is_firm for p in people.values())
    chosen = []
    for person in people.values():
        threshold = 1.0 if is_court else 0.5 if is_plain else -0.5
        weight = person.whole_weight
        if weight > threshold:
            chosen.append(person)
        if abs(weight - threshold) < (2.0 if case.is_long_story else 1.0):
            notes.doubt("suspects", "unsure-role", person.name)
    if not chosen and set(_outcomes(notes)) - {"account-closure", "investigating"}:
        # Somebody was dealt with, and the only names are given roles of others.
        for person in people.values():
            if IS_ANYBODY in person.reasons:
                notes.doubt("suspects", "unsure-role", person.name)
    if len(chosen) > 8:
        notes.doubt("suspects", "many-names", str(len(chosen)))
    return tuple(_found(person) for person in chosen)


def _outcomes(notes: Notes) -> list[str]:
    """The outcomes read before this field."""
    return [str(found.value) for found in notes.found.get("outcomes", ())]


def _parts(case: CaseContext) -> list[tuple[View, bool]]:
    parts = [(case.narrative, False)]
    if case.heading is not None:
        parts.insert(0, (case.heading, True))
    return parts


def _weight(
    text: str, name: Name, following: int, in_heading: bool
) -> tuple[float, str]:
    """What one mention says of its bearer; ``following`` is where the next name
    stands, of whom the words from there on tell."""
    before = BRACKET.sub("", text[max(0, name.start - 30) : name.start])
    after = text[name.end : name.end + 40].removeprefix("”").removeprefix("（化名）")
    clause_after = re.split("[。；\n]", after)[0]
    own_words = text[name.end : max(name.end, min(following, name.end + 60))]
    if SUPPLIER_AFTER.match(after):
        return 4.5, "illegal goods come from the person"
    if SENTENCED_BEFORE.search(before) or SENTENCED_AFTER.match(clause_after):
        return 8.0, "sentenced or charged"
    if ELSEWHERE_AFTER.match(after):
        return 5.0, "tried elsewhere or at large"
    if OTHER_BEFORE.search(before):
        return -4.0, _OTHER_BEFORE
    if CAUGHT_BEFORE.search(before) or CAUGHT_AFTER.match(clause_after):
        return 6.0, "caught or punished"
    if PUNISHED_BEFORE.search(before) and PUNISHED_AFTER.match(clause_after):
        return 6.0, "caught or punished"
    if TAKEN_IN_BEFORE.search(before):
        return 2.0, "taken in by an offender"
    if OTHER_AFTER.match(after):
        return -3.0, _OTHER_AFTER
    if ANYBODY_BEFORE.search(before):
        told = text[name.end : min(following, name.end + 80)]
        told = re.split("[。；\n]", told)[0]
        offends, suffers = OFFENDS.search(told), SUFFERS.search(told)
        if offends and not (suffers and suffers.start() < offends.start()):
            return 2.0, "anybody by role, an offender by the deed told"
        return -4.0, IS_ANYBODY
    if CLEARED_AFTER.match(own_words):
        return -3.0, "found to be no offender"
    harmed = HARMED_AFTER.match(after)
    if harmed and (HARMED_BEFORE.search(before) or "诉" in harmed.group()):
        return -3.0, "harmed by the offence"
    if QUARREL_BEFORE.search(before) and QUARREL_AFTER.match(after):
        return -2.0, _QUARREL
    if STRONG_OFFENDER_BEFORE.search(before):
        return 4.0, "called an offender"
    told = re.split("[。；]", own_words)[0]
    if SUFFERS_SELF.match(told) and not OFFENDS.search(told):
        return -2.5, "suffers from the offence"
    if HURT.search(before):
        return -2.6, "harmed by a deed"
    if _owns_what_is_used(text, name, before):
        return -2.6, "owner of what was used"
    if DONE_TO.search(before):
        return -1.0, "something done to the person"
    if OFFENDER_AFTER.match(clause_after) or FATE.match(own_words):
        return 2.5, "an offender's deed or fate follows"
    if OFFENDER_BEFORE.search(before) or (
        BESIDE_BEFORE.search(before) and TOGETHER_AFTER.match(after)
    ):
        return 1.2, "an offender's company"
    if GIVES_AFTER.match(after):
        return -1.6, "gives an offender money"
    if SPEAKS_AFTER.match(after):
        return -0.7, "only speaks"
    if in_heading:
        return 1.5, "named in the heading"
    taken_in = TAKEN_IN_AFTER.match(told)
    if (
        taken_in
        and PAYS.search(told, taken_in.start())
        and not OFFENDS.search(told, taken_in.end())
        and not DEED.search(told, taken_in.end())
    ):
        return -1.6, "does what victims do"
    deed = DEED.search(told)
    if deed and not SUFFERS.search(told, 0, deed.start()):
        return 1.1, _A_DEED
    return 0.1, "named in the telling"


def _owns_what_is_used(text: str, name: Name, before: str) -> bool:
    """Whether an offender used or spread what is the person's: 冒用田某的身份."""
    after = text[name.end : name.end + 24]
    if OWNED_BEFORE.search(before):
        return bool(OWNED_AFTER.match(after))
    return bool(OWNER_BEFORE.search(before) and OWNER_AFTER.match(after))


def _next_persons(text: str, names: Sequence[Name]) -> list[int]:
    """For each name where the next one stands that is not of the same row."""
    nexts = [len(text)] * len(names)
    for index in range(len(names) - 2, -1, -1):
        between = text[names[index].end : names[index + 1].start]
        is_row = len(between) <= LONGEST_LINK and LIST.fullmatch(between)
        nexts[index] = nexts[index + 1] if is_row else names[index + 1].start
    return nexts


def _pass_along(
    text: str, names: Sequence[Name], weights: list[tuple[float, str]]
) -> None:
    """Let a role pass along a row of names: 被告人孙某、李某和周某."""
    for index in range(1, len(names)):
        between = text[names[index - 1].end : names[index].start]
        bracket = between.startswith("（") and len(between) <= 14
        plain = len(between) <= LONGEST_LINK and LIST.fullmatch(between)
        listed = bracket and re.search(r"）(?:、|和|与|及|以及)$", between)
        if not (plain or listed):
            continue
        points, own = weights[index]
        earlier, reason = weights[index - 1]
        if reason == _OTHER_AFTER:
            continue  # 钱某（被害人）与汤某系同事
        if (
            abs(earlier) > abs(points)
            or abs(points) < 1
            or (own == IS_ANYBODY and earlier > 1)
        ):
            weights[index] = (earlier, reason)
    # The row's last name may be the one that is told about: 孙某、李某等人被抓获.
    for index in range(len(names) - 2, -1, -1):
        between = text[names[index].end : names[index + 1].start]
        if 0 < len(between) <= LONGEST_LINK and LIST.fullmatch(between):
            points, _ = weights[index]
            later, reason = weights[index + 1]
            if reason in (IS_ANYBODY, _OTHER_BEFORE, _QUARREL) and re.search(
                "[、和与及]", between
            ):
                continue  # 段某和女友雷某, 丁某与魏某发生纠纷: the latter alone
            if abs(later) > abs(points):
                weights[index] = (later, reason)


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
    return bool(re.search(row, text[max(0, name.start - 40) : name.start]))


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
