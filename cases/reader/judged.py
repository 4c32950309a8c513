"""The offenders that a judgment names, and those whom the police punished instead."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from cases.reader import prose
from cases.reader.context import CaseContext, Notes
from cases.reader.count_words import ADMINISTRATIVE
from cases.reader.counts import Count, countable
from cases.reader.names import Name, find_names, names_between
from cases.reader.results import Found

ELSEWHERE = re.compile(r"另案处理|另行处理|另处|已判|在逃|未到案|潜逃")
# 与另案处理的李某、王某合谋
_ELSEWHERE_BEFORE = re.compile(r"(?:另案处理|在逃|已判刑?|另处)的[^，。；、某]{0,6}$")
_ELSEWHERE_TOLD = re.compile(
    "(?:等(?:人|[\\d一二两三四五六七八九十]{1,4}余?[名人])?)?(?:均|已|现)?(?:[以因][^，。；]{2,24}罪)?被?(?:依法)?"
    "(?:另案|另行)(?:处理|判处|判决|起诉|判刑)|(?:被)?(?:宣告|判决)?无罪"
)
COURT = re.compile(r"判处|判决|宣判|获刑|被判|有期徒刑|拘役|构成|犯[^，。；]{1,20}罪")
_ONE_JUDGED = re.compile(
    r"判处(?:被告人)?(?P<who>(?!其|各|被告人)[^，。；、\d某等名人一二两三四五六七八九十]{2,10}?)"
    r"(?:有期徒刑|无期徒刑|拘役)"
)
# 判处陶某有期徒刑；其他被告人判处相应刑罚: how many is not said.
OTHERS_JUDGED = re.compile(
    r"(?:其他|其余|其它|各)(?:涉案)?被告人(?:也|均|亦|分别|被|，)?"
    r"(?:依法|被|分别){0,2}(?:判处|判决|判)"
)


# 邵某亦被判处有期徒刑一年; 判处祁某十三年，毛某十一年;
# 计某作出不起诉决定; 关某先后到案; 荆某被民警传唤; 对吴某处以行政拘留
_DECIDED_AFTER = re.compile(
    rf"(?:（[^（）]{{0,20}}）|{prose.FILLER}{{1,60}})?"
    r"(?:亦|也|均|则|分别|依法|先后|相继|已|现|被|民警|警方|公安机关|处以|予以"
    r"|给予|因[^，。；被]{1,40}|执行){0,6}"
    r"(?:判处|判决|获刑|判缓刑|判刑|判(?=有期|拘役)|有期徒刑|无期徒刑|拘役|死刑|作出[^，。；]{0,6}不起诉"
    r"|抓获|抓捕|抓(?=[，。；])|落网|归案|到案|投案|传唤|刑事拘留|刑拘|逮捕|批准逮捕|取保候审|监视居住"
    r"|采取刑事|行政拘留|行拘|治安拘留|行政处罚|罚款|警告|训诫|批评教育"
    r"|[^，。；]{0,10}元(?:的)?(?:罚款|行政处罚)"
    r"|[一二三四五六七八九十]{1,3}年(?![内前来多间以初底中]))"
)


def decided_names(text: str) -> list[str]:
    """The persons of whom a decision is told right behind their names, whatever else
    is told of them; a row before such a name is of them."""
    names = find_names(text)
    decided: dict[str, None] = {}
    goes_on = False  # the name after this one is of its row, and decided
    for index in range(len(names) - 1, -1, -1):
        name = names[index]
        following = names[index + 1].start if index + 1 < len(names) else name.end
        in_row = re.fullmatch("[、和与及]", text[name.end : following])
        goes_on = bool(_DECIDED_AFTER.match(text, name.end) or (goes_on and in_row))
        if goes_on:
            decided.setdefault(name.name)
    return list(reversed(decided))


def judged_names(
    case: CaseContext, suspects: list[str], outcomes: set[str]
) -> dict[str, Name]:
    """In a judgment: the offenders named as judged, less those handled elsewhere;
    none where others were judged whose number is not said."""
    text = case.narrative.text
    if "convicted" not in outcomes or OTHERS_JUDGED.search(text):
        return {}
    names = [name for name in find_names(text) if name.name in suspects]
    absent = absent_names(text, names)
    judged: dict[str, Name] = {}
    for sentence in prose.sentences(text):
        if not COURT.search(sentence.text):
            continue
        for name in names_between(names, sentence.start, sentence.end):
            if name.name not in absent:
                judged.setdefault(name.name, name)
    return judged


def counted_names(case: CaseContext, names: dict[str, Name]) -> Found[int] | None:
    """The offenders named in the judgment, counted."""
    if not names:
        return None
    spans = {
        span
        for name in names.values()
        for span in case.narrative.spans(name.start, name.end)
    }
    reason = "The offenders named in the judgment."
    value = len(names)
    return Found(value, tuple(sorted(spans)), "judged.counted", reason, "inferred")


def judged_apart(
    case: CaseContext,
    counts: list[Count],
    best: Found[int],
    suspects: list[str],
    outcomes: set[str],
) -> int:
    """How many were judged by name before a row of others.

    判处陈某十年；对刘某、关某等19人分别判处: one more than the nineteen.
    """
    if "convicted" not in outcomes:
        return 0
    text = case.narrative.text
    if not suspects:
        # 判处开发者有期徒刑三年；三名门店经理被判处拘役
        return len({match["who"] for match in _ONE_JUDGED.finditer(text)})
    for count in counts:
        if count.value != best.value or count.in_heading:
            continue
        sentence = prose.Finder(prose.sentences(text)).at(count.start)
        before = text[sentence.start : count.start]
        stop = before.rfind("；") if "；" in before else before.rfind("，")
        if stop < 0 or not before.endswith("等") or "某" not in before[stop:]:
            continue
        row = {name.name for name in find_names(before[stop:])}
        judged = before[: stop + 1]
        if not re.search("判处|判决", judged):
            continue
        apart = {name.name for name in find_names(judged)} & set(suspects) - row
        return len(apart)
    return 0


def with_those_punished(
    case: CaseContext,
    defendants: Found[int],
    judged: dict[str, Name],
    counts: list[Count],
    suspects: list[str],
    notes: Notes,
) -> Found[int]:
    """The judged and those whom the police punished instead: 判处张某有期徒刑 ...
    马某等11名刷手被行政处罚; 闫某、杜某被处以行政拘留."""
    text = countable(case.narrative.text)
    names = [name for name in find_names(text) if name.name in suspects]
    more = max(
        (
            count.value
            for count in counts
            if count.stage == "punished" and not (count.in_heading or count.is_rest)
        ),
        default=0,
    )
    punished: dict[str, Name] = {}
    for clause in prose.clauses(text):
        if not ADMINISTRATIVE.search(clause.text):
            continue
        for name in _subjects(text, clause, names):
            if name.name not in judged:
                punished.setdefault(name.name, name)
    more = max(more, len(punished))
    if not more:
        return defendants
    notes.doubt("people", "added-counts", f"{defendants.value}、{more}")
    return replace(defendants, value=defendants.value + more)


def _subjects(
    text: str, clause: prose.Stretch, names: Sequence[Name]
) -> Sequence[Name]:
    """The names in a clause, or in the nearest one before it of the sentence."""
    sentence = prose.Finder(prose.sentences(text)).at(clause.start)
    clauses = prose.clauses(text)
    place = prose.Finder(clauses).index(clause.start)
    while place >= 0 and clauses[place].start >= sentence.start:
        told = clauses[place]
        inside = names_between(names, told.start, told.end)
        if inside:
            return inside
        place -= 1
    return []


def absent_names(text: str, names: Sequence[Name]) -> set[str]:
    """Names marked as handled in another case or at large; 均 covers the row, and
    so does a clause of their own (朱某、罗某另案处理)."""
    absent: set[str] = set()
    for index, name in enumerate(names):
        note = text[name.end : name.end + 36]
        bracketed = note.startswith("（") and ELSEWHERE.search(note.split("）")[0])
        told = _ELSEWHERE_TOLD.match(note)
        if _ELSEWHERE_BEFORE.search(text, max(0, name.start - 14), name.start):
            absent.add(name.name)
            for row in itertools.pairwise(names[index:]):
                if not re.fullmatch("[、和与及]", text[row[0].end : row[1].start]):
                    break
                absent.add(row[1].name)
        if not (bracketed or told):
            continue
        absent.add(name.name)
        if not told and "均" not in note.split("）")[0]:
            continue
        for earlier in range(index - 1, -1, -1):
            between = text[names[earlier].end : names[earlier + 1].start]
            if not re.fullmatch("[、和与]", between):
                break
            absent.add(names[earlier].name)
    return absent
