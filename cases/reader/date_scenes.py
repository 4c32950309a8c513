"""The words around a date: who is named in them, and what is done."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from cases.reader import prose
from cases.reader.calendar import When
from cases.reader.date_lives import VICTIM, WRONG
from cases.reader.date_words import (
    ACT_IN_NOTICE,
    AGENCY,
    AGENCY_ITSELF,
    ALLEGED,
    ASIDE,
    AUTHORITY_VERB,
    CAUGHT,
    CHARGE,
    DEED_AT,
    DISCOVERED,
    DRAWN_IN,
    FOLLOWED,
    HAPPENED,
    HOUR,
    INCIDENT,
    LATER,
    MEANS_AFTER,
    MEANS_BEFORE,
    MEANWHILE,
    OFFENDER,
    OFFENDING_VERB,
    PAID,
    POSTED,
    RECEIVED,
    REPORT,
    SETTLED,
    SUFFERED,
    UNLICENSED,
)
from cases.reader.names import Name

DURING = frozenset({"期间", "间"})
# An offender who is the subject of a sentence stands in its first characters.
OPENING = 12


@dataclass(frozen=True, slots=True)
class DateWords:
    """The words around a date, and where the first of each kind stands in those
    behind it (``after``; past the end if there is none).

    ``sentence`` is the rest of its sentence, ``near`` the first three clauses of
    that; ``agency_at`` and ``offender_at`` are offsets in ``after``,
    ``next_offender_at`` is where one stands behind the sentence,
    ``authority_at`` and ``offending_at``, of verbs, in ``near``; ``follows_name``
    says that an offender is named before the date, in its sentence; ``rest`` is what
    follows to the end of the sentence, the next date passed over.
    """

    when: When
    before: str
    after: str
    sentence: str
    clauses: tuple[str, ...]
    near: str
    agency_at: int
    offender_at: int
    authority_at: int
    offending_at: int
    follows_name: bool
    next_offender_at: int
    rest: str

    @classmethod
    def around(
        cls, when: When, before: str, after: str, rest: str, names: Sequence[Name]
    ) -> DateWords:
        """The words, with what asides tell left out: 司马某（已判决）. ``rest`` is the
        rest of the sentence, past the next date."""
        after = UNLICENSED.sub(_filled, ASIDE.sub(_filled, after))
        sentence = re.split("[。！？]", after)[0]
        told = sentence
        if (hour := HOUR.match(sentence)) and hour.start("comma"):
            at = hour.start("comma")
            told = sentence[:at] + prose.FILLER + sentence[at + 1 :]
        clauses = tuple(re.split("[，；：]", told.lstrip("，；：、")))
        near = CHARGE.sub(_filled, "，".join(clauses[:3]))
        offender_at = min(
            _at(OFFENDER.search(after), after), name_at(names, when.end, len(after))
        )
        return cls(
            when,
            before,
            after,
            sentence,
            clauses,
            near,
            _at(AGENCY.search(after), after),
            offender_at,
            _at(AUTHORITY_VERB.search(near), near),
            _at(OFFENDING_VERB.search(near), near),
            name_at(names, when.start - len(before), len(before)) <= len(before),
            _next_offender(after, len(sentence) + 1, when, names),
            rest,
        )

    @property
    def acted(self) -> bool:
        """Whether an official act comes before any of an offender's."""
        return self.authority_at <= self.offending_at and self.authority_at < len(
            self.near
        )

    @property
    def discovered(self) -> bool:
        """Whether somebody, no offender, only finds out what was done."""
        found = DISCOVERED.search(self.near)
        lost = min(_at(word.search(self.near), self.near) for word in (INCIDENT, PAID))
        return (
            found is not None
            # 被骗3万元，发现受骗后报案: it was done on that day.
            and found.start() < lost
            and found.start() <= self.offending_at
            and found.end() < self.offender_at
        )

    @property
    def suffers(self) -> bool:
        """Whether something befalls somebody who is no offender named before it."""
        incident = INCIDENT.search(self.near)
        return incident is not None and incident.start() <= self.offender_at

    @property
    def is_caught(self) -> bool:
        """Whether an offender is caught then; within a range those of whom nothing
        else is told (3月至5月，钱某等人陆续投案或被抓获)."""
        if self.when.last is None:
            return CAUGHT.search("，".join(self.clauses[:2])) is not None
        # 3月至5月期间，钱某等人
        first = self.clauses[int(self.clauses[0] in DURING and len(self.clauses) > 1)]
        caught = CAUGHT.search(first)
        return caught is not None and caught.start() < self.offending_at

    @property
    def is_suffered(self) -> bool:
        """Whether an offender, before he does anything, suffers something."""
        suffered = SUFFERED.search(self.near)
        return (
            suffered is not None
            and self.when.last is None
            and not self.when.is_open
            and suffered.start() < self.offending_at
            and (self.follows_name or self.offender_at <= suffered.start() + 2)
        )

    @property
    def is_report(self) -> bool:
        """Whether a victim reports, and no authority is said to receive it."""
        report = REPORT.search(self.near)
        return report is not None and not (
            ACT_IN_NOTICE.search(self.sentence)
            or RECEIVED.search(self.near, 0, report.start())
            or RECEIVED.search(self.before)
        )

    @property
    def is_reported_first(self) -> bool:
        """Whether a report is told, and then only what was reported."""
        return _at(REPORT.search(self.near), self.near) < self.offending_at

    @property
    def is_receipt(self) -> bool:
        """Whether an authority is said to receive a report."""
        report = REPORT.search(self.near)
        received = report and RECEIVED.search(self.near, 0, report.start())
        return bool(received) and self.agency_at < len(self.after)

    @property
    def goes_on_with_offending(self) -> bool:
        """Whether the next sentence tells what an offender did meanwhile."""
        following = self.after[len(self.sentence) + 1 :]
        deed = OFFENDING_VERB.search(following)
        return (
            (MEANWHILE.match(following) is not None or self.is_taken_up)
            and deed is not None
            and len(self.sentence) + 1 + deed.start() < self.agency_at
        )

    @property
    def goes_on_with_wrong(self) -> bool:
        """Whether the next sentence tells what wrong the offender did in that month:
        2020年2月，二人分手。钱某为报复，散布 ..."""
        is_month = self.when.first[1] is not None and self.when.last is None
        start = len(self.sentence) + 1
        return (
            is_month
            and (
                self.next_offender_at < start + OPENING
                or FOLLOWED.match(self.after, start) is not None
            )
            and LATER.match(self.after, start) is None
            and WRONG.search(self.after, start) is not None
        )

    @property
    def is_taken_up(self) -> bool:
        """Whether an event is told that an offender takes up in the next sentence:
        某厂房发生火情。网民钱某发布 ..."""
        start = len(self.sentence) + 1
        opens = self.offender_at >= start and self.next_offender_at < start + OPENING
        return opens and HAPPENED.search(self.sentence) is not None

    @property
    def is_settled(self) -> bool:
        """Whether an offender only answers for it then, and no authority is named."""
        return (
            SETTLED.match(self.after) is not None
            and not self.leads
            and AGENCY_ITSELF.search(self.before) is None
        )

    @property
    def posts(self) -> bool:
        """Whether somebody, no victim, is told to post something."""
        return POSTED.search(self.near) is not None and not VICTIM.match(self.after)

    @property
    def leads(self) -> bool:
        """Whether an agency stands in the first clause."""
        reach = min(len(self.clauses[0]) + 2, len(self.sentence))
        return self.agency_at < reach

    @property
    def pays(self) -> bool:
        """Whether somebody who is no offender named before it loses money."""
        if MEANS_BEFORE.search(self.before) or MEANS_AFTER.match(self.after):
            return False
        first = min(
            _at(word.search(self.after), self.after) for word in (INCIDENT, PAID)
        )
        if first > len(self.after) and (drawn := DRAWN_IN.search(self.sentence)):
            # 2月8日，夏女士认识“军官”，至4月间先后转账: later in the sentence.
            later = PAID.search(self.rest) or INCIDENT.search(self.rest)
            first = drawn.start() if later else first
        report = _at(REPORT.search(self.after), self.after)
        return (
            first < len(self.after)
            and first <= min(self.offender_at, self.agency_at, report)
            and not self.follows_name
        )

    @property
    def is_span(self) -> bool:
        """Whether the date is a range or the beginning of one, and no agency's."""
        is_span = self.when.last is not None or self.when.is_open
        return is_span and self.agency_at >= len(self.sentence)

    @property
    def is_of_victim(self) -> bool:
        """Whether one who is no offender is the subject, and no offender is told of."""
        return (
            VICTIM.match(self.after) is not None
            and self.offender_at >= len(self.sentence)
            and not self.follows_name
            and not self.suffers
        )

    @property
    def is_bare(self) -> bool:
        """Whether its sentence tells of no authority and its acts, and of no victim."""
        return not (
            self.acted
            or self.discovered
            or self.suffers
            or self.is_suffered
            or self.agency_at < len(self.sentence)
            or VICTIM.match(self.after)
            or AGENCY.search(self.before)
            or REPORT.search(self.sentence)
            or CAUGHT.search(self.sentence)
            or AUTHORITY_VERB.search(self.before)
        )

    @property
    def tells_of_offending(self) -> bool:
        """Whether an offender, his act or its harm is named."""
        if self.when.last is None and not self.when.is_open and self.is_of_victim:
            return False
        return (
            ALLEGED.search(self.before) is not None
            # what lasted and was no agency's: 自5月起，后台的数据就没有准过
            or (self.is_span and not self.acted)
            or self.offender_at < len(self.after)
            or self.offending_at < len(self.near)
            or bool(INCIDENT.search(self.near) or OFFENDER.search(self.before))
            or DEED_AT.search(self.before) is not None
            or self.follows_name
        )


def _filled(match: re.Match[str]) -> str:
    """As much filler as the words are long."""
    return prose.FILLER * len(match[0])


def _at(match: re.Match[str] | None, text: str) -> int:
    """Where a match begins; behind the text if there is none."""
    return match.start() if match else len(text) + 1


def _next_offender(after: str, start: int, when: When, names: Sequence[Name]) -> int:
    """Where the first offender stands from there on; past the end if there is none."""
    named = start + name_at(names, when.end + start, max(0, len(after) - start))
    return min(_at(OFFENDER.search(after, start), after), named)


def name_at(names: Sequence[Name], offset: int, reach: int) -> int:
    """How far behind the offset the next offender's name stands."""
    index = bisect_left(names, offset, key=lambda name: name.start)
    if index < len(names) and names[index].start < offset + reach:
        return names[index].start - offset
    return reach + 1
