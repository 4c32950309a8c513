"""Offenders counted by their names, where the text gives no number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cases.reader import prose
from cases.reader.clean import View
from cases.reader.context import CaseContext, Notes
from cases.reader.count_words import (
    CATCH,
    COERCIVE,
    DEALT,
)
from cases.reader.counts import countable
from cases.reader.judged import absent_names
from cases.reader.named_beside import COUPLES, is_open, singly_caught
from cases.reader.names import Name, find_names, names_between
from cases.reader.results import Found

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
        if outcomes == {"administrative-penalty"} and _only_companies(text, suspects):
            notes.doubt("people", "counted-names", "1")
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


# 对当事人某传媒公司处罚款50万元
_COMPANY_PUNISHED = re.compile(
    "(?:对|给予|责令)[^，。；]{0,24}(?:公司|企业|单位|平台|商行|门店|网店|医院|学校|经营部|事务所)"
    "[^，。；人]{0,12}(?:罚款|警告|处罚)"
)


def _only_companies(text: str, suspects: list[str]) -> bool:
    """Whether a company is punished, and nothing that names the person tells of it."""
    if not _COMPANY_PUNISHED.search(text):
        return False
    names = [name for name in find_names(text) if name.name in suspects]
    return not _named_in_clauses(text, names, _PUNISHED)


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
_PUNISHED = re.compile(f"{_DECISIONS.pattern}|罚款|警告|约谈|对其|将其")


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
        if is_open(text, inside):
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


# 把手机借给网友，双双被抓
_BOTH = "双双(?:被|落网|落入|到案|归案|获刑|入狱|领刑|投案)"
# 黎某及其表哥, 汤某与女友
_RELATIVES = (
    "妻子?|丈夫|前妻|前夫|女友|男友|女朋友|男朋友|父亲|母亲|儿子|女儿|哥哥|弟弟|姐姐|妹妹"
    "|[表堂][哥弟姐妹]|姐夫|妹夫|小舅子|侄子|外甥|岳父|舅舅|叔叔|同伙|同伴"
)


def _with_kin(text: str, name: str) -> bool:
    """Whether one name stands for a couple: 王某夫妇, 李某兄弟."""
    if re.search(f"{re.escape(name)}(?:{COUPLES})(?!公司)|{_BOTH}", text):
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
    return is_open(view.text, (name for name in names if name.name in suspects))
