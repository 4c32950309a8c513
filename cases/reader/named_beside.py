"""Offenders whom a text tells of by name beside others whom it counts."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from cases.reader import prose
from cases.reader.clean import View
from cases.reader.count_kinds import Kind
from cases.reader.count_stages import decision_in
from cases.reader.count_words import (
    CATCH,
    COERCIVE,
    JUDGED,
    MORE,
    MORE_EARLIER,
    PART,
    SPARED,
    Stage,
)
from cases.reader.counts import Count, countable, names_before
from cases.reader.names import Name, find_names, names_between

AND_OTHERS = re.compile(
    r"^(?:[、，和与及][^，。；、]{2,6}){0,6}等(?!(?:共计|共)?"
    r"(?:\d|[一二两三四五六七八九十百千]))"
)
COUPLES = "夫妇|夫妻(?!关系)|父子|父女|母子|母女|兄弟|姐妹|兄妹|姐弟|及其同伴|与同伴"
_COUPLE_AFTER = re.compile(f"(?:{COUPLES})(?!公司|档|店)")


def singly_caught(
    view: View,
    counts: list[Count],
    suspects: list[str],
    words: re.Pattern[str] = CATCH,
) -> list[Count]:
    """Offenders caught by name, without a number: 抓获主犯段某，又抓获杨某等4人.

    With other ``words`` those of whom these tell: 对段某行政拘留.
    """
    text = countable(view.text)
    names = [name for name in find_names(text) if name.name in suspects]
    sentences = prose.Finder(prose.sentences(text))
    clauses = prose.Finder(prose.clauses(text))
    told = [count for count in counts if not count.in_heading]
    counted = {clauses.at(count.start).start for count in told}
    catching = {clauses.at(c.start).start for c in told if c.kind == "caught"}
    among = catching if words is CATCH else counted
    # 打掉以包某为首的团伙，抓获包某、何某等8人: he is one of the eight; no 将包某抓获，
    # whom later only 批准逮捕包某等3人 counts.
    seen = {
        name.name
        for name in names
        if clauses.at(name.start).start in among
        and not text.startswith("的", name.end)  # 包某的两名同伙 are others
    }
    found = []
    for clause in prose.clauses(text):
        inside = names_between(names, clause.start, clause.end)
        new = [name for name in inside if name.name not in seen]
        if clause.start in counted or (not new and (inside or seen)):
            continue
        if not words.search(clause.text):
            continue
        role = None if inside or seen else _ONE_OF_ROLE.search(clause.text)
        if role is not None:
            seen.add(role["role"])
            first, last = clause.start + role.start(), clause.start + role.end()
            found.append(_single(view, clause, sentences, first, last, 1))
        if not new:
            continue
        seen.update(name.name for name in inside)
        if is_open(text, inside):
            continue
        first, last = new[0].start, new[-1].end
        lead = frozenset(name.name for name in new)
        value = len(lead)
        if value == 1 and _COUPLE_AFTER.match(text, last):
            value = 2
        single = _single(view, clause, sentences, first, last, value)
        is_new = not any(name in text[: new[0].start] for name in lead)
        stage = decision_in(clause.text) if words is DECIDED else ""
        kind: Kind = "caught"
        if stage:
            kind = "coercive" if stage in _HELD else "dealt"
        found.append(replace(single, kind=kind, stage=stage, lead=lead, is_new=is_new))
    return found


# What is decided about somebody held or judged: 贺某被刑事拘留.
DECIDED = re.compile(f"{COERCIVE.pattern}|{JUDGED.pattern}")
_HELD: tuple[Stage, ...] = ("coerced", "held", "arrested", "bailed")


# 躲在山中的主犯也被抓获: one, without a name.
_ONE_OF_ROLE = re.compile(
    r"(?P<role>主犯|首犯|主谋|头目|老板|组织者|金主|上家|上线|老大)"
    r"(?:也|随后|很快|终于|最终|已|在[^，。；]{1,12}?){0,3}(?:被抓|落网|到案|归案|投案|自首)"
)


# 主犯也被抓获, 宫某亦到案
_ALSO = re.compile(
    "[也亦](?:已|随后|先后|相继|同时|一并|于){0,3}(?:被|落网|到案|归案|投案)"
)


def _single(
    view: View,
    clause: prose.Stretch,
    sentences: prose.Finder,
    first: int,
    last: int,
    value: int,
) -> Count:
    """Offenders of a clause as a count, though no number is told of them."""
    opening = view.text[sentences.at(first).start : clause.start]
    return Count(
        view,
        first,
        last,
        value,
        "inferred",
        "caught",
        sentence=sentences.index(first),
        is_more=bool(
            MORE.search(clause.text[: first - clause.start])
            or MORE_EARLIER.search(opening)
            or _ALSO.search(clause.text[first - clause.start :])
        ),
    )


def with_those_named(counts: list[Count], suspects: list[str]) -> list[Count]:
    """赵某、钱某已被逮捕，其余8人取保候审: the rest and those named before are ten."""
    told = {(count.in_heading, count.sentence) for count in counts if not count.is_rest}
    whole = []
    for count in counts:
        if count.is_rest and (count.in_heading, count.sentence) not in told:
            named = names_before(count, frozenset(suspects))
            rough = "inferred" if named else count.qualifier
            count = replace(count, value=count.value + named, qualifier=rough)
        whole.append(count)
    return whole


# What a decision about some is told beside, so that they are added to them.
_BESIDE: dict[Stage, frozenset[Stage]] = {
    stage: level
    for level in (
        frozenset[Stage]({"coerced", "held", "arrested", "bailed", "punished"}),
        frozenset[Stage]({"judged"}),
        frozenset[Stage]({"charged", "spared"}),
    )
    for stage in level
}


def named_beside(view: View, counts: list[Count], suspects: list[str]) -> list[Count]:
    """Offenders of whom a sentence tells a decision by name, and of others by number:
    谢某、温某已被批准逮捕，6名亲戚取保候审."""
    text = countable(view.text)
    names = [name for name in find_names(text) if name.name in suspects]
    sentences = prose.Finder(prose.sentences(text))
    beside: dict[int, list[Count]] = {}
    for count in counts:
        if not count.in_heading:
            beside.setdefault(count.sentence, []).append(count)
    found = []
    for index, clauses in itertools.groupby(
        prose.clauses(text), key=lambda clause: sentences.index(clause.start)
    ):
        told = beside.get(index, [])
        if all(count.is_rest for count in told):
            continue  # with_those_named has added them
        levels = {stage for count in told for stage in _BESIDE.get(_level(count), ())}
        found += [
            Count(
                view,
                new[0].start,
                new[-1].end,
                len({name.name for name in new}),
                "inferred",
                "coercive" if stage in _HELD else "dealt",
                stage,
                sentence=index,
                is_part=is_part,
                by_name=True,
            )
            for new, stage, is_part in _decided(text, clauses, names, told)
            if stage in levels
        ]
    return found


def _level(count: Count) -> Stage:
    """The stage of a count, where to be taught or fined is to be punished."""
    return count.stage or ("punished" if count.kind in {"dealt", "admonished"} else "")


def _stage_in(clause: str) -> Stage:
    """The decision of a clause, also not to prosecute."""
    return decision_in(clause) or ("spared" if SPARED.search(clause) else "")


def _decided(
    text: str,
    clauses: Iterable[prose.Stretch],
    names: Sequence[Name],
    told: list[Count],
) -> Iterator[tuple[list[Name], Stage, bool]]:
    """The names of a sentence with the decision about them, in its clause or in one
    after it (将祖某抓获，对其刑事拘留); none from a clause that counts persons."""
    seen: set[str] = set()
    waiting: list[Name] = []  # with no decision yet
    for clause in clauses:
        inside = names_between(names, clause.start, clause.end)
        new = [name for name in inside if name.name not in seen]
        seen.update(name.name for name in inside)
        is_counted = any(clause.start <= count.start < clause.end for count in told)
        if is_counted or is_open(text, inside):
            waiting = []
        elif stage := _stage_in(clause.text):
            if decided := new if inside else waiting:
                yield decided, stage, bool(PART.match(clause.text))
            waiting = []
        else:
            waiting = new or waiting


def is_open(text: str, names: Iterable[Name]) -> bool:
    """Whether a row of names ends in 等人, so that there are more."""
    return any(AND_OTHERS.match(text[name.end : name.end + 40]) for name in names)
