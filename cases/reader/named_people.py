"""Offenders counted by their names, where the text gives no number."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from cases.reader import prose
from cases.reader.clean import View
from cases.reader.context import CaseContext, Notes
from cases.reader.count_kinds import Kind
from cases.reader.count_stages import decision_in
from cases.reader.count_words import (
    CATCH,
    COERCIVE,
    DEALT,
    JUDGED,
    MORE,
    MORE_EARLIER,
    PART,
    SPARED,
    Stage,
)
from cases.reader.counts import Count, countable, names_before
from cases.reader.judged import absent_names
from cases.reader.names import Name, find_names, names_between
from cases.reader.results import Found

AND_OTHERS = re.compile(
    r"^(?:[、，和与及][^，。；、]{2,6}){0,6}等(?!(?:共计|共)?"
    r"(?:\d|[一二两三四五六七八九十百千]))"
)
# Dealt with, but by no penalty in law.
ADMONISHED = re.compile(
    "训诫|批评教育|教育警示|诫勉|责令具结|具结悔过|检讨书|悔过书|保证书|不起诉"
)
_AT_LARGE = re.compile(
    r"(?:正在|全力|仍在|继续|加紧|在)(?:[^，。；]{0,6})(?:追捕|抓捕|缉捕|追逃)|在逃"
    r"|上网追逃|网上追逃|潜逃|尚未(?:到案|归案|落网)|另案处理"
)


def inferred_from_names(
    case: CaseContext, suspects: list[str], outcomes: set[str], notes: Notes
) -> Found[int] | None:
    """One named offender dealt with and no number: 1."""
    dealt = (
        outcomes - {"account-closure", "investigating"}
        or ADMONISHED.search(case.narrative.text)
        or singly_caught(case.narrative, [], suspects)
    )
    text = countable(case.narrative.text)
    if not suspects and outcomes & OF_PERSONS and _tells_of_one(prose.sentences(text)):
        if not _tells_of_one(prose.clauses(text)):
            notes.doubt("people", "counted-names", "1")
        reason = "One offender is told of, and no name."
        return Found(1, (), "named_people.unnamed", reason, "inferred")
    if not dealt or not suspects:
        return None
    suspects = _within_reach(case.narrative.text, suspects)
    parts = [view for view in (case.heading, case.narrative) if view is not None]
    open_ended = any(has_others(view, suspects) for view in parts)
    if len(suspects) == 1 and _with_kin(case.narrative.text, suspects[0]):
        notes.doubt("people", "counted-names", "2")
        return Found(
            2, (), "named_people.kin", "One named with a relative.", "inferred"
        )
    if len(suspects) == 1 and not open_ended:
        return Found(
            1,
            (),
            "named_people.one",
            "One offender is named, and no number.",
            "inferred",
        )
    if open_ended:
        return _named_as_dealt_with(case, suspects, notes)
    notes.doubt("people", "counted-names", str(len(suspects)))
    return Found(
        len(suspects),
        (),
        "named_people.names",
        "The offenders named, counted.",
        "inferred",
    )


# Outcomes that only persons can have.
OF_PERSONS = {
    "arrested",
    "criminal-coercive",
    "administrative-detention",
    "prosecuted",
    "convicted",
}
# 该名博主已被行政拘留, 该男子已被抓获
_UNNAMED = re.compile(
    r"该(?:名(?:犯罪)?(?:嫌疑人)?|(?:男|女)(?:子|生)|青年|小伙|博主|主播|网民|网友|员工)"
    # 这名程序员, 90后小伙, 网民“风清扬”
    r"|[该这那此][名位个][^，。；“”\d]{0,4}(?:程序员|技术员|工程师|员工|职员|男子|女子|小伙|青年|主播|博主|网民|网友"
    r"|黑客|站长|店主|老板|学生|嫌疑人|年轻人)|[\d零五]0后(?:男子|女子|小伙|青年|女孩|男孩)"
    r"|(?:网民|网友|主播|博主|网红|up主)“[^“”]{1,16}”(?![、和与及等])"
    r"|(?:涉案|涉事|涉嫌|嫌疑|作案|违法|造谣|岁的?)(?:男子|女子|男性|女性|青年|小伙|少年|黑客|博主|主播)"
)


def _tells_of_one(stretches: Sequence[prose.Stretch]) -> bool:
    """Whether a sentence or clause tells that one person, without a name, was dealt
    with."""
    return any(
        _UNNAMED.search(stretch.text)
        and any(fate.search(stretch.text) for fate in (CATCH, DEALT, COERCIVE))
        for stretch in stretches
    )


# The rule that counts those whom decisions name.
DECIDED_BY_NAME = "named_people.decided"
_DECISIONS = re.compile(f"{COERCIVE.pattern}|{DEALT.pattern}")


def _named_as_dealt_with(
    case: CaseContext, suspects: list[str], notes: Notes
) -> Found[int] | None:
    """Where a row of names is open elsewhere (贺某等人), those that a decision names:
    胡某被刑事拘留，贺某被取保候审; and those caught by name."""
    text = countable(case.narrative.text)
    names = [name for name in find_names(text) if name.name in suspects]
    decided = _named_in_clauses(text, names, _DECISIONS)
    caught = _named_in_clauses(text, names, CATCH)
    if decided is None:
        return None
    dealt = {**decided, **(caught or {})}
    if not dealt:
        return None
    notes.doubt("people", "counted-names", str(len(dealt)))
    spans = {
        span
        for name in dealt.values()
        for span in case.narrative.spans(name.start, name.end)
    }
    reason = "The offenders named with a decision, counted."
    return Found(len(dealt), tuple(sorted(spans)), DECIDED_BY_NAME, reason, "inferred")


def _named_in_clauses(
    text: str, names: Sequence[Name], words: re.Pattern[str]
) -> dict[str, Name] | None:
    """The names in the clauses that hold such words; None where a row of them is
    open."""
    found: dict[str, Name] = {}
    for clause in prose.clauses(text):
        inside = names_between(names, clause.start, clause.end)
        if not (inside and words.search(clause.text)):
            continue
        if _is_open(text, inside):
            return None
        for name in inside:
            found.setdefault(name.name, name)
    return found


def _within_reach(text: str, suspects: list[str]) -> list[str]:
    """The offenders less those at large or handled elsewhere; all of them, where
    nobody would be left."""
    names = [name for name in find_names(text) if name.name in suspects]
    absent = absent_names(text, names)
    clauses = prose.Finder(prose.clauses(text))
    for name in names:
        clause = clauses.at(name.start)
        told = text[name.end : clause.end]
        if _AT_LARGE.search(told) and not (CATCH.search(told) or "（" in told):
            absent.add(name.name)
    return [name for name in suspects if name not in absent] or suspects


_COUPLES = "夫妇|夫妻(?!关系)|父子|父女|母子|母女|兄弟|姐妹|兄妹|姐弟|及其同伴|与同伴"
# 把手机借给网友，双双被抓
_BOTH = "双双(?:被|落网|落入|到案|归案|获刑|入狱|领刑|投案)"
_COUPLE_AFTER = re.compile(f"(?:{_COUPLES})(?!公司|档|店)")
# 黎某及其表哥, 汤某与女友
_RELATIVES = (
    "妻子?|丈夫|前妻|前夫|女友|男友|女朋友|男朋友|父亲|母亲|儿子|女儿|哥哥|弟弟|姐姐|妹妹"
    "|[表堂][哥弟姐妹]|姐夫|妹夫|小舅子|侄子|外甥|岳父|舅舅|叔叔|同伙|同伴"
)


def _with_kin(text: str, name: str) -> bool:
    """Whether one name stands for a couple: 王某夫妇, 李某兄弟."""
    if re.search(f"{re.escape(name)}(?:{_COUPLES})(?!公司)|{_BOTH}", text):
        return True
    with_one = re.compile(f"{re.escape(name)}(?:和|及|与|以及)其?(?:{_RELATIVES})")
    fates = (CATCH, COERCIVE, DEALT)
    return any(
        with_one.search(clause.text) and any(fate.search(clause.text) for fate in fates)
        for clause in prose.clauses(text)
    )


def has_others(view: View, suspects: list[str]) -> bool:
    """Whether the names end in 等人, so that there are more."""
    names = find_names(view.text)
    return _is_open(view.text, (name for name in names if name.name in suspects))


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
    # 打掉以包某为首的团伙，抓获包某、何某等8人: he is one of the eight.
    seen = {
        name.name
        for name in names
        if clauses.at(name.start).start in counted
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
        if _is_open(text, inside):
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
        if is_counted or _is_open(text, inside):
            waiting = []
        elif stage := _stage_in(clause.text):
            if decided := new if inside else waiting:
                yield decided, stage, bool(PART.match(clause.text))
            waiting = []
        else:
            waiting = new or waiting


def _is_open(text: str, names: Iterable[Name]) -> bool:
    """Whether a row of names ends in 等人, so that there are more."""
    return any(AND_OTHERS.match(text[name.end : name.end + 40]) for name in names)
