"""The words around a date: who is named in them, and what is done."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from cases.reader import prose
from cases.reader.calendar import When
from cases.reader.date_lives import VICTIM, WRONG
from cases.reader.date_words import (
    ACT_IN_NOTICE,
    AGENCY,
    ALLEGED,
    ASIDE,
    AUTHORITY_VERB,
    CAUGHT,
    CHARGE,
    DEED_AT,
    DISCOVERED,
    DRAWN_IN,
    HAPPENED,
    HOUR,
    INCIDENT,
    LATER,
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
from cases.reader.name_rows import weigh_names
from cases.reader.names import Name, find_names

# An offender who is the subject of a sentence stands in its first characters.
OPENING = 12
# What a name's mentions weigh together at most that is no offender's: 市民孙某被骗.
BYSTANDER = -2.0


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
            _at(OFFENDER.search(after), after), _name_at(names, when.end, len(after))
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
            _name_at(names, when.start - len(before), len(before)) <= len(before),
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
        return (
            found is not None
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
        caught = CAUGHT.search(self.clauses[0])
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
            and self.next_offender_at < start + OPENING
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
        return SETTLED.match(self.after) is not None and not self.leads

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


# What a victim does or what befalls him, right behind his name.
_VICTIM_AFTER = re.compile(
    r"(?:就|也|才|突然|随即|立即|便|遂)?(?:遭遇|遭到|被骗|被盗|报警|报案|受骗|上当|损失|察觉被骗"
    r"|发现(?:自己)?(?:被骗|受骗|上当)|接到[^，。；]{0,16}电话|收到[^，。；]{0,12}短信)"
)
_VICTIM_BEFORE = re.compile(r"(?:被害人|受害人|受害者|事主|失主|报警人|报案人)$")


# 他 at the head of a clause, and others whom it may mean.
_PRONOUN = re.compile(r"(?<=[，。；：\n])(?P<pronoun>他|她)们?(?!的|人)")
_OTHERS = re.compile(
    r"女士|先生|阿姨|大[爷妈]|奶奶|爷爷|老[人伯]|被害人|受害人|受害者|事主|失主|店主|家长"
    r"|民警|警官|所长|队长|检察官|法官|记者|律师"
)
_PRONOUN_REACH = 100


def offenders_names(text: str, known: Collection[str]) -> list[Name]:
    """The names in a text that are ``known`` as offenders'; where none is, those
    that are no victim's. 他 behind such a name is one too: 普某夜里值班。12月，他
    """
    names = find_names(text)
    if known:
        named = [name for name in names if name.name in known]
    else:
        victims = _victims(text, names)
        named = [name for name in names if name.name not in victims]
    named = sorted([*named, *_nicknamed(text)], key=lambda name: name.start)
    return sorted([*named, *_pronouns(text, names, named)], key=lambda name: name.start)


def _nicknamed(text: str) -> Iterator[Name]:
    """Every mention of those called 小俞, 老何 who are told to be caught or judged."""
    caught = {match["before"] or match["after"] for match in _CAUGHT.finditer(text)}
    for match in _NICKNAME.finditer(text) if caught else ():
        if match[0] in caught:
            yield Name(*match.span(), match[0])


# 小俞, 老何; no 小区, 老师.
_NICKNAME = re.compile(
    r"(?:小(?![区时学组伙程额型心孩店票路说镇贩偷姐哥朋吃米车]|女孩|男孩)"
    r"|老(?![板人师乡年家公婆百旧虎赖大总早城]))[\u4e00-\u9fff]"
)
# 带走了小俞, 对小何提起公诉; 小何被抓, 小何投案
_CAUGHT = re.compile(
    r"(?:抓获|抓住|带走|逮捕|传唤|判处|拘留|起诉)了?(?P<before>[小老][\u4e00-\u9fff])"
    r"|(?P<after>[小老][\u4e00-\u9fff])(?=[^，。；]{0,8}?"
    r"(?:被[^，。；]{0,10}(?:抓|判|拘|带走|捕|传唤|处罚)|因涉嫌|提起公诉|有期徒刑|投案|自首"
    r"|落网|到案|归案|供述|获刑|认罪|系初犯))"
)


def _pronouns(
    text: str, names: Sequence[Name], offenders: Sequence[Name]
) -> Iterator[Name]:
    """The pronouns that stand for the offender named last before them."""
    persons = sorted(
        [
            *((name.start, name) for name in names),
            *((match.start(), None) for match in _OTHERS.finditer(text)),
        ],
        key=lambda person: person[0],
    )
    starts = [start for start, _ in persons]
    own = set(offenders)
    since = 0  # the end of the last pronoun, and whom it meant
    meant: Name | None = None
    for match in _PRONOUN.finditer(text):
        index = bisect_left(starts, match.start()) - 1
        if index >= 0 and starts[index] >= since:
            since, meant = starts[index], persons[index][1]
        if meant in own and match.start() - since <= _PRONOUN_REACH:
            yield Name(*match.span("pronoun"), match["pronoun"])
            since = match.end()


def _victims(text: str, names: Sequence[Name]) -> set[str]:
    """The names that the words around them give to victims and other bystanders."""
    told: defaultdict[str, float] = defaultdict(float)
    victims = set()
    for name, (points, _) in zip(names, weigh_names(text, names, False), strict=True):
        told[name.name] += points
        if _VICTIM_BEFORE.search(
            text, max(0, name.start - 4), name.start
        ) or _VICTIM_AFTER.match(text, name.end):
            victims.add(name.name)
    return victims | {name for name, points in told.items() if points <= BYSTANDER}


def _filled(match: re.Match[str]) -> str:
    """As much filler as the words are long."""
    return prose.FILLER * len(match[0])


def _at(match: re.Match[str] | None, text: str) -> int:
    """Where a match begins; behind the text if there is none."""
    return match.start() if match else len(text) + 1


def _next_offender(after: str, start: int, when: When, names: Sequence[Name]) -> int:
    """Where the first offender stands from there on; past the end if there is none."""
    named = start + _name_at(names, when.end + start, max(0, len(after) - start))
    return min(_at(OFFENDER.search(after, start), after), named)


def _name_at(names: Sequence[Name], offset: int, reach: int) -> int:
    """How far behind the offset the next offender's name stands."""
    index = bisect_left(names, offset, key=lambda name: name.start)
    if index < len(names) and names[index].start < offset + reach:
        return names[index].start - offset
    return reach + 1
