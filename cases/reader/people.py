"""How many offenders were caught or dealt with, and how many under coercion."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from cases.reader import prose
from cases.reader.clean import View
from cases.reader.coercive import read_coercive
from cases.reader.context import CaseContext, Notes
from cases.reader.count_words import ADMINISTRATIVE, CATCH, COERCIVE, DEALT, MORE
from cases.reader.counts import Count, countable, find_counts, names_before
from cases.reader.names import Name, find_names, names_between
from cases.reader.results import Found
from cases.reader.tallies import (
    are_separate,
    by_sentence,
    summed,
    told_one_after_another,
    under_coercion,
    value_of,
)

AND_OTHERS = re.compile(
    r"^(?:[、，和与及][^，。；、]{2,6}){0,6}等(?!(?:共计|共)?(?:\d|[一二两三四五六七八九十百千]))"
)
# Dealt with, but by no penalty in law.
ADMONISHED = re.compile("训诫|批评教育|教育警示|诫勉|责令具结|不起诉")
ELSEWHERE = re.compile(r"另案处理|另行处理|另处|已判|在逃|未到案|潜逃")
COURT = re.compile(r"判处|判决|宣判|获刑|被判|有期徒刑|拘役|构成|犯[^，。；]{1,20}罪")
# Others took part, however few are named: 团伙, 伙同他人, 等人.
_COMPANY = re.compile("团伙|伙同|合伙|纠集|同伙|等人|犯罪集团|分工|共谋")
# Persons who may be those dealt with, though no count of them was made out.
_PERSONS = re.compile(
    r"等(?:[^，。；]{0,8}?)(?:\d{1,4}|[二两三四五六七八九十百]{1,4})余?[名人]|[一两二三]男[一两二三]女|夫妻|夫妇|兄弟|父子"
    r"|(?:\d{1,4}|[一两二三四五六七八九十百]{1,4})余?[名人][^，。；]{0,12}(?:抓获|落网|到案|归案|被抓|被拘|处罚|拘留)"
    r"|(?:抓获|抓捕|控制|查获|处罚|拘留|判处)[^，。；]{0,24}(?:\d{1,4}|[二两三四五六七八九十百]{1,4})余?[名人]"
)
_WITH_NAMES = "The number told with the names."


def read_people(
    case: CaseContext, notes: Notes
) -> tuple[Found[int] | None, Found[int] | None]:
    """The offenders caught or dealt with in this case, and those of them under
    criminal coercive measures.

    The largest count wins; plainly separate groups told one after another are
    added; a wider campaign's counts, police and victims are left out. One named
    offender dealt with and no number is 1, inferred.
    """
    counts: list[Count] = []
    for view, in_heading in _parts(case):
        counts += find_counts(view, in_heading)
    suspects = [str(found.value) for found in notes.found.get("suspects", ())]
    outcomes = {str(found.value) for found in notes.found.get("outcomes", ())}
    counts = _with_those_named(counts, suspects)
    people = _people(case, counts, suspects, outcomes, notes)
    coercive = read_coercive(case, counts, people, suspects, outcomes, notes)
    if coercive is None or (people is not None and people.value >= coercive.value):
        return people, coercive
    if people is not None and people.qualifier != "inferred" and people.spans:
        # More under coercion than caught cannot be: one of the two is misread.
        values = (str(people.value), str(coercive.value), str(coercive.value))
        notes.doubt("people", "two-counts", *values)
        notes.doubt("coercive", "two-counts", *values)
    return coercive, coercive


def _parts(case: CaseContext) -> list[tuple[View, bool]]:
    parts = [(case.narrative, False)]
    if case.heading is not None:
        parts.insert(0, (case.heading, True))
    return parts


def _people(
    case: CaseContext,
    counts: list[Count],
    suspects: list[str],
    outcomes: set[str],
    notes: Notes,
) -> Found[int] | None:
    firm = [c for c in counts if c.kind in {"coercive", "caught", "dealt"}]
    singles = _singly_caught(case.narrative, counts, suspects) if firm else []
    best = _largest(firm, singles, notes)
    named = [c for c in counts if c.kind == "named"]
    judged = _judged(case, suspects, outcomes)
    defendants = _counted_names(case, judged)
    if defendants is not None:
        defendants = _with_those_punished(
            case, defendants, judged, firm, suspects, notes
        )
    if defendants is not None and (best is None or defendants.value > best.value):
        if best is not None or _has_company_of(case):
            notes.doubt("people", "counted-names", str(defendants.value))
        return defendants
    if best is not None and outcomes & {"convicted", "prosecuted"}:
        # 鲁某、韦某等13人诈骗案 ... 判处鲁某无期徒刑，韦某等12人十四年: 13 in all.
        whole = max(named, key=lambda c: c.value, default=None)
        if whole is not None and whole.value > best.value:
            rival = str(best.value)
            notes.doubt(
                "people", "two-counts", str(whole.value), rival, str(whole.value)
            )
            return summed([whole], "people.named", _WITH_NAMES)
    if best is not None:
        if apart := _judged_apart(case, firm, best, suspects, outcomes):
            notes.doubt("people", "added-counts", f"{apart}、{best.value}")
            return replace(best, value=best.value + apart, qualifier="inferred")
        _doubt_count(case, best, counts, suspects, notes)
        return best
    if named and outcomes - {"account-closure", "investigating"}:
        count = max(named, key=lambda c: c.value)
        notes.doubt("people", "named-count", str(count.value))
        return summed([count], "people.named", _WITH_NAMES)
    if "convicted" in outcomes and _OTHERS_JUDGED.search(case.narrative.text):
        notes.doubt("people", "no-count")
        return None
    inferred = _inferred(case, suspects, outcomes, notes)
    persons = outcomes - {"account-closure", "investigating"}
    untold = persons and _PERSONS.search(prose.own_facts(case.narrative.text))
    if inferred is None and (
        named or untold or any(c.kind == "described" for c in counts)
    ):
        notes.doubt("people", "no-count")
    elif inferred is not None and inferred.value == 1 and _has_company_of(case):
        notes.doubt("people", "counted-names", "1")
    return inferred


def _has_company_of(case: CaseContext) -> bool:
    """Whether the telling speaks of accomplices."""
    return bool(_COMPANY.search(case.narrative.text))


def _doubt_count(
    case: CaseContext,
    best: Found[int],
    counts: list[Count],
    suspects: list[str],
    notes: Notes,
) -> None:
    """Doubt a count that others compete with."""
    told = [c for c in counts if not c.in_heading]
    larger = [c for c in told if c.kind == "named" and c.value > best.value]
    caught = {c.value for c in told if c.kind == "caught" and not c.is_part}
    if larger:
        rival = str(larger[0].value)
        notes.doubt("people", "two-counts", str(best.value), rival, str(best.value))
    elif best.value < len(suspects) and "convicted" not in {
        str(found.value) for found in notes.found.get("outcomes", ())
    }:
        rival = str(len(suspects))
        notes.doubt("people", "two-counts", str(best.value), rival, str(best.value))
    elif case.is_story and len(caught) > 1:
        rival = str(min(caught))
        notes.doubt("people", "two-counts", str(best.value), rival, str(best.value))
    elif not told and counts:
        notes.doubt("people", "heading-count", str(best.value))


def _singly_caught(view: View, counts: list[Count], suspects: list[str]) -> list[Count]:
    """Offenders caught by name, without a number: 抓获主犯段某，又抓获杨某等4人."""
    text = countable(view.text)
    names = [name for name in find_names(text) if name.name in suspects]
    sentences = prose.Finder(prose.sentences(text))
    clauses = prose.Finder(prose.clauses(text))
    counted = {clauses.at(count.start).start for count in counts}
    seen: set[str] = set()
    found = []
    for clause in prose.clauses(text):
        inside = names_between(names, clause.start, clause.end)
        new = [n for n in inside if n.name not in seen]
        seen.update(n.name for n in inside)
        if not new or not CATCH.search(clause.text):
            continue
        if clause.start in counted:
            continue
        if any(AND_OTHERS.match(text[n.end : n.end + 40]) for n in inside):
            continue
        first, last = new[0].start, new[-1].end
        found.append(
            Count(
                view,
                first,
                last,
                len(new),
                "inferred",
                "caught",
                sentence=sentences.index(first),
                is_more=bool(MORE.search(clause.text[: first - clause.start])),
            )
        )
    return found


def _with_those_named(counts: list[Count], suspects: list[str]) -> list[Count]:
    """赵某、钱某已被逮捕，其余8人取保候审: the rest and those named before are ten."""
    told = {(c.in_heading, c.sentence) for c in counts if not c.is_rest}
    whole = []
    for count in counts:
        if count.is_rest and (count.in_heading, count.sentence) not in told:
            named = names_before(count, frozenset(suspects))
            rough = "inferred" if named else count.qualifier
            count = replace(count, value=count.value + named, qualifier=rough)
        whole.append(count)
    return whole


def _largest(
    counts: list[Count], singles: list[Count], notes: Notes
) -> Found[int] | None:
    """The largest count, after separate groups have been added up; ``singles`` are
    offenders caught by name."""
    if not counts:
        return None
    groups = [[count] for count in counts if not count.is_part]
    groups += _added(counts, singles)
    if not groups:
        groups = [[count] for count in counts]
    best = max(groups, key=_weight_of)
    if len(best) == 1:
        if best[0].is_more and best[0].kind == "caught":
            # 董某等人被抓获 ... 此后又抓获110余人: some more than that.
            notes.doubt("people", "caught-after", str(best[0].value))
        reason = "The largest count of offenders caught or dealt with."
        return summed(best, "people.caught", reason)
    notes.doubt("people", "added-counts", "、".join(str(c.value) for c in best))
    return summed(best, "people.caught", "Separate groups of offenders added up.")


def _weight_of(group: list[Count]) -> tuple[int, bool, int]:
    """Larger sums first, the telling before the heading, fewer parts first."""
    return value_of(group), not group[0].in_heading, -len(group)


def _added(counts: list[Count], singles: list[Count]) -> list[list[Count]]:
    """Groups told one after another: 抓获主犯4人、从犯10人; later 又抓获2人."""
    groups: list[list[Count]] = []
    told = [c for c in counts if not c.in_heading]
    plain = [c for c in told if not c.is_part]
    for stages in ({""}, {"punished"}, {"judged"}):
        for group in by_sentence(c for c in plain if c.stage in stages):
            if len(group) > 1 and are_separate(group):
                groups.append(group)
    groups += [
        group
        for group in by_sentence(
            sorted(
                [*singles, *(c for c in plain if c.kind == "caught" and not c.stage)],
                key=lambda c: c.start,
            )
        )
        if len(group) > 1 and any(c in singles for c in group) and are_separate(group)
    ]
    groups.append(told_one_after_another(plain))
    first = min((c.start for c in plain if c.kind == "caught"), default=0)
    before = [single for single in singles if single.start < first]
    groups.append(told_one_after_another([*before, *plain]))
    groups += _coerced_and_punished(told)
    return [group for group in groups if group]


def _coerced_and_punished(told: list[Count]) -> list[list[Count]]:
    """Those under coercion, and with them those punished by the police instead:
    对6名组织者采取刑事强制措施，对23名参赌人员予以行政处罚."""
    coercive = [c for c in told if c.kind == "coercive"]
    coerced = [under_coercion(group) for group in by_sentence(coercive)]
    punished = []
    for group in by_sentence(c for c in told if c.stage == "punished"):
        whole = [c for c in group if not c.is_part] or group
        punished.append(whole if are_separate(whole) else whole[:1])
    if not coerced or not punished:
        return coerced
    most = max(coerced, key=value_of), max(punished, key=value_of)
    caught = max((c.value for c in told if c.kind == "caught"), default=0)
    if caught >= max(map(value_of, most)):
        return coerced  # both are parts of those caught
    return [*coerced, [*most[0], *most[1]]]


def _judged_apart(
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


def _judged(
    case: CaseContext, suspects: list[str], outcomes: set[str]
) -> dict[str, Name]:
    """In a judgment: the offenders named as judged, less those handled elsewhere;
    none where others were judged whose number is not said."""
    text = case.narrative.text
    if "convicted" not in outcomes or _OTHERS_JUDGED.search(text):
        return {}
    names = [name for name in find_names(text) if name.name in suspects]
    absent = _absent(text, names)
    judged: dict[str, Name] = {}
    for sentence in prose.sentences(text):
        if not COURT.search(sentence.text):
            continue
        for name in names_between(names, sentence.start, sentence.end):
            if name.name not in absent:
                judged.setdefault(name.name, name)
    return judged


def _counted_names(case: CaseContext, names: dict[str, Name]) -> Found[int] | None:
    """The offenders named in the judgment, counted."""
    if not names:
        return None
    spans = {s for n in names.values() for s in case.narrative.spans(n.start, n.end)}
    reason = "The offenders named in the judgment."
    value = len(names)
    return Found(value, tuple(sorted(spans)), "people.judged", reason, "inferred")


# 判处陶某有期徒刑；其他被告人判处相应刑罚: how many is not said.
_OTHERS_JUDGED = re.compile(
    r"(?:其他|其余|其它|各)(?:涉案)?被告人(?:也|均|亦|分别|被|，)?(?:依法|被|分别){0,2}(?:判处|判决|判)"
)


def _with_those_punished(
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
            c.value
            for c in counts
            if c.stage == "punished" and not (c.in_heading or c.is_rest)
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


def _absent(text: str, names: Sequence[Name]) -> set[str]:
    """Names marked as handled in another case or at large; 均 covers the row."""
    absent: set[str] = set()
    for index, name in enumerate(names):
        note = text[name.end : name.end + 14]
        if not (note.startswith("（") and ELSEWHERE.search(note.split("）")[0])):
            continue
        absent.add(name.name)
        if "均" not in note:
            continue
        for earlier in range(index - 1, -1, -1):
            between = text[names[earlier].end : names[earlier + 1].start]
            if not re.fullmatch("[、和与]", between):
                break
            absent.add(names[earlier].name)
    return absent


def _inferred(
    case: CaseContext, suspects: list[str], outcomes: set[str], notes: Notes
) -> Found[int] | None:
    """One named offender dealt with and no number: 1."""
    dealt = outcomes - {"account-closure", "investigating"} or ADMONISHED.search(
        case.narrative.text
    )
    if not dealt or not suspects:
        return None
    suspects = _within_reach(case.narrative.text, suspects)
    open_ended = any(_has_others(view, suspects) for view, _ in _parts(case))
    if len(suspects) == 1 and _with_kin(case.narrative.text, suspects[0]):
        notes.doubt("people", "counted-names", "2")
        return Found(2, (), "people.kin", "One named with a relative.", "inferred")
    if len(suspects) == 1 and not open_ended:
        return Found(
            1, (), "people.one", "One offender is named, and no number.", "inferred"
        )
    if open_ended:
        return _named_as_dealt_with(case, suspects, notes)
    notes.doubt("people", "counted-names", str(len(suspects)))
    return Found(
        len(suspects),
        (),
        "people.names",
        "The offenders named, counted.",
        "inferred",
    )


def _named_as_dealt_with(
    case: CaseContext, suspects: list[str], notes: Notes
) -> Found[int] | None:
    """Where a row of names is open elsewhere (贺某等人), those that a decision names:
    胡某被刑事拘留，贺某被取保候审."""
    text = countable(case.narrative.text)
    names = [name for name in find_names(text) if name.name in suspects]
    dealt: dict[str, Name] = {}
    for clause in prose.clauses(text):
        if not (COERCIVE.search(clause.text) or DEALT.search(clause.text)):
            continue
        inside = names_between(names, clause.start, clause.end)
        if any(AND_OTHERS.match(text[n.end : n.end + 40]) for n in inside):
            return None
        for name in inside:
            dealt.setdefault(name.name, name)
    if not dealt:
        return None
    notes.doubt("people", "counted-names", str(len(dealt)))
    spans = {s for n in dealt.values() for s in case.narrative.spans(n.start, n.end)}
    reason = "The offenders named with a decision, counted."
    return Found(len(dealt), tuple(sorted(spans)), "people.decided", reason, "inferred")


_AT_LARGE = re.compile(
    r"(?:正在|全力|仍在|继续|加紧|在)(?:[^，。；]{0,6})(?:追捕|抓捕|缉捕|追逃)|在逃|上网追逃|网上追逃|潜逃|尚未(?:到案|归案|落网)|另案处理"
)


def _within_reach(text: str, suspects: list[str]) -> list[str]:
    """The offenders less those at large or handled elsewhere; all of them, where
    nobody would be left."""
    names = [name for name in find_names(text) if name.name in suspects]
    absent = _absent(text, names)
    clauses = prose.Finder(prose.clauses(text))
    for name in names:
        clause = clauses.at(name.start)
        told = text[name.end : clause.end]
        if _AT_LARGE.search(told) and not (CATCH.search(told) or "（" in told):
            absent.add(name.name)
    return [name for name in suspects if name not in absent] or suspects


def _with_kin(text: str, name: str) -> bool:
    """Whether one name stands for a couple: 王某夫妇, 李某兄弟."""
    kin = "夫妇|夫妻(?!关系)|父子|父女|母子|母女|兄弟|姐妹|兄妹|姐弟"
    return bool(re.search(f"{re.escape(name)}(?:{kin})(?!公司)", text))


def _has_others(view: View, suspects: list[str]) -> bool:
    """Whether the names end in 等人, so that there are more."""
    return any(
        name.name in suspects and AND_OTHERS.match(view.text[name.end : name.end + 40])
        for name in find_names(view.text)
    )
