"""How many offenders were caught or dealt with, and how many under coercion."""

from __future__ import annotations

import re
from dataclasses import replace

from cases.reader import prose
from cases.reader.clean import View
from cases.reader.coercive import EVERYONE, read_coercive
from cases.reader.context import CaseContext, Notes
from cases.reader.count_chains import value_of
from cases.reader.count_words import ADMINISTRATIVE, HANDED_OVER, LET_GO
from cases.reader.counts import Count, countable, find_counts
from cases.reader.judged import (
    OTHERS_JUDGED,
    counted_names,
    decided_names,
    judged_apart,
    judged_names,
    with_those_punished,
)
from cases.reader.named_beside import (
    DECIDED,
    named_beside,
    singly_caught,
    with_those_named,
)
from cases.reader.named_people import OF_PERSONS, has_others, inferred_from_names
from cases.reader.persons import persons
from cases.reader.results import Found
from cases.reader.tallies import Lesser, is_row, separate_groups, summed

# Others took part, however few are named: 团伙, 伙同他人, 等人.
_COMPANY = re.compile("团伙|伙同|合伙|纠集|同伙|等人|犯罪集团|分工|共谋|为首|一伙")
# Persons who may be those dealt with, though no count of them was made out.
_PERSONS = re.compile(
    r"等(?:[^，。；]{0,8}?)(?:\d{1,4}|[二两三四五六七八九十百]{1,4})余?[名人]"
    r"|[一两二三]男[一两二三]女|夫妻|夫妇|兄弟|父子|某(?:男子|女子|青年)"
    r"|(?:\d{1,4}|[一两二三四五六七八九十百]{1,4})余?[名人][^，。；]{0,12}"
    r"(?:抓获|落网|到案|归案|被抓|被拘|处罚|拘留)"
    r"|(?:抓获|抓捕|控制|查获|处罚|拘留|判处)[^，。；]{0,24}"
    r"(?:\d{1,4}|[二两三四五六七八九十百]{1,4})余?[名人]"
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
    decided = decided_names(countable(case.narrative.text))
    suspects += [name for name in decided if name not in suspects]
    counts = with_those_named(counts, suspects)
    counts += named_beside(case.narrative, counts, suspects)
    counts.sort(key=lambda count: (not count.in_heading, count.start))
    people = _people(case, counts, suspects, outcomes, notes)
    coercive = read_coercive(case, counts, people, suspects, outcomes, notes)
    if coercive is not None and coercive.rule == EVERYONE:
        _doubt_with_people(notes, coercive)
    if coercive is None or (people is not None and people.value >= coercive.value):
        return people, coercive
    if people is not None and people.qualifier != "inferred" and people.spans:
        # More under coercion than caught cannot be: one of the two is misread.
        values = (str(people.value), str(coercive.value), str(coercive.value))
        notes.doubt("people", "two-counts", *values)
        notes.doubt("coercive", "two-counts", *values)
    return coercive, coercive


def _doubt_with_people(notes: Notes, coercive: Found[int]) -> None:
    """Doubt the number of those under coercion where it is the one of those caught,
    and that is in doubt."""
    doubts = [caution for caution in notes.cautions if caution.doubtful]
    if any(caution.field == "coercive" for caution in doubts):
        return
    for caution in doubts:
        if caution.field == "people":
            notes.doubt("coercive", caution.code, *caution.values)


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
    firm = [count for count in counts if count.kind in {"coercive", "caught", "dealt"}]
    own = [count for count in firm if not count.is_elsewhere]
    if len(own) < len(firm) and own:
        firm = own
    admonished = [count for count in counts if count.kind == "admonished"]
    if not firm and len(suspects) < 2:
        firm = admonished
    elif all(count.is_part for count in firm):
        # 约谈4名网民，对其中2人行政处罚: the two are of the four.
        firm = [*admonished, *firm]
    singles = singly_caught(case.narrative, counts, suspects) if firm else []
    # 抓获严某、贺某，以及另外两名嫌疑人: the rest has them already.
    with_them = {c.sentence for c in firm if c.is_rest and c.qualifier == "inferred"}
    singles = [single for single in singles if single.sentence not in with_them]
    fined = singly_caught(case.narrative, counts, suspects, ADMINISTRATIVE)
    decided = singly_caught(case.narrative, counts, suspects, DECIDED)
    best = _largest(firm, singles, Lesser(admonished, fined, decided), notes)
    named = [count for count in counts if count.kind == "named"]
    judged = judged_names(case, suspects, outcomes)
    defendants = counted_names(case, judged)
    if defendants is not None:
        defendants = with_those_punished(
            case, defendants, judged, firm, suspects, notes
        )
    if defendants is not None and best is None:
        # 被告人鲁某等7人诈骗案 ... 判处鲁某、韦某等人: the judgment names some.
        whole = _more_named(named, defendants, notes)
        if whole is not None:
            return whole
    if defendants is not None and (best is None or defendants.value > best.value):
        if best is not None or _has_company_of(case):
            notes.doubt("people", "counted-names", str(defendants.value))
        return defendants
    if best is not None and outcomes & {"convicted", "prosecuted"}:
        # 鲁某、韦某等13人诈骗案 ... 判处鲁某无期徒刑，韦某等12人十四年: 13 in all.
        whole = _more_named(named, best, notes)
        if whole is not None:
            return whole
    whole = _whole_gang(case, counts, best, notes)
    if whole is not None:
        return whole
    if best is not None:
        if apart := judged_apart(case, firm, best, suspects, outcomes):
            notes.doubt("people", "added-counts", f"{apart}、{best.value}")
            return replace(best, value=best.value + apart, qualifier="inferred")
        _doubt_count(case, best, counts, singles, suspects, notes)
        return best
    return _without_a_count(case, counts, suspects, outcomes, notes)


def _without_a_count(
    case: CaseContext,
    counts: list[Count],
    suspects: list[str],
    outcomes: set[str],
    notes: Notes,
) -> Found[int] | None:
    """The offenders where no count tells of any caught or dealt with: the number told
    with names, else the names themselves."""
    named = [count for count in counts if count.kind == "named"]
    if named and outcomes - {"account-closure", "investigating"}:
        count = max(named, key=lambda count: count.value)
        notes.doubt("people", "named-count", str(count.value))
        return summed([count], "people.named", _WITH_NAMES)
    if "convicted" in outcomes and OTHERS_JUDGED.search(case.narrative.text):
        notes.doubt("people", "no-count")
        return None
    inferred = inferred_from_names(case, suspects, outcomes, notes)
    if inferred is None and not suspects and outcomes & OF_PERSONS:
        inferred = _one_number(case, counts, notes)
        if inferred is not None:
            return inferred
    persons_dealt = outcomes - {"account-closure", "investigating"}
    untold = persons_dealt and _PERSONS.search(case.narrative.text)
    if inferred is None and (
        named
        or untold
        or (suspects and not has_others(case.narrative, suspects))  # named, no fate
        or "convicted" in outcomes  # somebody must have been
        or any(count.kind == "described" for count in counts)
    ):
        notes.doubt("people", "no-count")
    elif inferred is not None and inferred.value == 1 and _has_company_of(case):
        notes.doubt("people", "counted-names", "1")
    return inferred


# 两名男子为博流量, 认定二人非法修改数据
_UNNAMED_NOUN = re.compile(
    r"的?(?:男子|女子|男性|女性|青年|小伙|男生|女生|少年|[大中]学生|黑客)"
)
# 一名学生报警称被骗: no offender.
_WRONGED = re.compile("报警|报案|被骗|受骗|求助|举报|反映|被盗|遭|损失|称")
# 一名程序员在系统里留了后门 ... 判处其有期徒刑
_ONE_NOUN = re.compile(
    r"[^，。；\d被受客]{0,6}?(?:男子|女子|男性|女性|青年|小伙|男生|女生|少年|学生|黑客|年轻人|程序员|工程师"
    r"|技术员|员工|职员|主播|博主|网红|网民|网友|店主|老板|站长|版主|会计|护士|教师|老师|店员|司机|快递员)"
)
_PRONOUN = re.compile("[二两三四五六七八九]人(?![次份民家口工才员数])")


def _one_number(
    case: CaseContext, counts: list[Count], notes: Notes
) -> Found[int] | None:
    """The only number by which the telling speaks of its offenders, whom it does not
    name: 两名男子修改价格牌 ... 认定二人非法修改数据，分别处以行政拘留."""
    text = countable(case.narrative.text)
    sentences = prose.Finder(prose.sentences(text))
    told = [
        (start, end, int(number.value or 0))
        for start, end, number in persons(text)
        if _UNNAMED_NOUN.match(text, end)
        or _PRONOUN.match(text, start)
        or (
            number.value == 1
            and _ONE_NOUN.match(text, end)
            and not _WRONGED.search(sentences.at(start).text)
        )
    ]
    values = {value for _, _, value in told}
    values |= {count.value for count in counts if count.kind == "described"}
    if not told or len(values) != 1:
        return None
    start, end, value = told[0]
    notes.doubt("people", "named-count", str(value))
    spans = case.narrative.spans(start, end)
    return Found(value, spans, "people.spoken", "The only number told of them.")


def _more_named(
    named: list[Count], best: Found[int], notes: Notes
) -> Found[int] | None:
    """The number told with the names, where it is larger than the best count."""
    whole = max(named, key=lambda count: count.value, default=None)
    if whole is None or whole.value <= best.value:
        return None
    most = str(whole.value)
    notes.doubt("people", "two-counts", most, str(best.value), most)
    return summed([whole], "people.named", _WITH_NAMES)


# 其余20人全部到案, 2人在逃
_NOT_ALL = re.compile(
    "在逃|追逃|潜逃|未到案|未归案|(?:其余|其他|剩余|另外)[^，。；]{0,12}(?:全部|悉数|均)"
)
# 该团伙成员全部落网, 将其一网打尽
_WHOLE_CAUGHT = re.compile(
    r"(?:全部|悉数|尽数|均已|都已)(?:被)?(?:落网|到案|归案|抓获|就擒|抓捕)|一网打尽|无一漏网"
)


def _whole_gang(
    case: CaseContext, counts: list[Count], best: Found[int] | None, notes: Notes
) -> Found[int] | None:
    """The number that a gang is said to have, where all of it is said to be caught."""
    described = [count for count in counts if count.kind == "described"]
    text = countable(case.narrative.text)
    if not described or _NOT_ALL.search(text) or not _WHOLE_CAUGHT.search(text):
        return None
    whole = max(described, key=lambda count: count.value)
    if best is not None and best.value >= whole.value:
        return None
    most = str(whole.value)
    notes.doubt("people", "two-counts", most, str(best.value if best else 1), most)
    return summed([whole], "people.gang", "The number of the gang that was caught.")


def _has_company_of(case: CaseContext) -> bool:
    """Whether the telling speaks of accomplices."""
    return bool(_COMPANY.search(case.narrative.text))


def _doubt_count(
    case: CaseContext,
    best: Found[int],
    counts: list[Count],
    singles: list[Count],
    suspects: list[str],
    notes: Notes,
) -> None:
    """Doubt a count that others compete with."""
    told = [count for count in counts if not count.in_heading]
    larger = [
        count for count in told if count.kind == "named" and count.value > best.value
    ]
    caught = {
        count.value for count in told if count.kind == "caught" and not count.is_part
    }
    if larger:
        rival = str(larger[0].value)
        notes.doubt("people", "two-counts", str(best.value), rival, str(best.value))
    elif best.value < len(suspects) and "convicted" not in {
        str(found.value) for found in notes.found.get("outcomes", ())
    }:
        rival = str(len(suspects))
        notes.doubt("people", "two-counts", str(best.value), rival, str(best.value))
    elif case.is_story and len(caught) > 1 and not _is_borne_out(best, counts):
        rival = str(min(caught))
        notes.doubt("people", "two-counts", str(best.value), rival, str(best.value))
    elif not told and counts:
        notes.doubt("people", "heading-count", str(best.value))
    elif len(caught) > 1 and _of_many_cases(case, best, told):
        rival = str(min(caught))
        notes.doubt("people", "two-counts", str(best.value), rival, str(best.value))
    elif later := _caught_later(best, told, singles):
        rival = str(best.value + later)
        notes.doubt("people", "two-counts", str(best.value), rival, str(best.value))
    elif case.is_long_story and not _is_borne_out(best, counts):
        notes.doubt("people", "told-once", str(best.value))
    elif apart := _told_with(case, LET_GO, 40):
        rest = str(best.value - apart)
        notes.doubt("people", "two-counts", str(best.value), rest, str(best.value))
    elif apart := _told_with(case, HANDED_OVER):
        whole = str(best.value + apart)
        notes.doubt("people", "two-counts", str(best.value), whole, str(best.value))


# 侦破刑事案件22起，查获违法犯罪人员127名
_MANY_CASES = re.compile(r"\d{2,6}余?多?[起件宗](?!次)")


def _of_many_cases(case: CaseContext, best: Found[int], told: list[Count]) -> bool:
    """Whether the sentences with the best count also count many cases: it may be of a
    campaign."""
    sentences = prose.sentences(countable(case.narrative.text))
    same = {count.sentence for count in told if count.value == best.value}
    return bool(same) and all(_MANY_CASES.search(sentences[at].text) for at in same)


def _caught_later(best: Found[int], told: list[Count], singles: list[Count]) -> int:
    """How many were caught by name in sentences after the last with the best count,
    which is no total: they may come on top."""
    same = [count for count in told if count.value == best.value]
    if not same or any(count.is_total for count in same):
        return 0
    last = max(count.sentence for count in same)
    return sum(single.value for single in singles if single.sentence > last)


def _is_borne_out(best: Found[int], counts: list[Count]) -> bool:
    """Whether a long story gives the count as the total, or comes back to it."""
    same = [count for count in counts if count.value == best.value]
    return len(same) > 1 or any(count.is_total for count in same)


def _told_with(case: CaseContext, words: re.Pattern[str], reach: int = 30) -> int:
    """How many persons such words follow, within reach and before others."""
    text = countable(case.narrative.text)
    sentences = prose.Finder(prose.sentences(text))
    counted = persons(text)
    nexts = [start for start, _, _ in counted[1:]] + [len(text)]
    return sum(
        int(number.value or 0)
        for (start, end, number), following in zip(counted, nexts, strict=True)
        if words.search(text, end, min(sentences.at(start).end, end + reach, following))
    )


def _largest(
    counts: list[Count],
    singles: list[Count],
    lesser: Lesser,
    notes: Notes,
) -> Found[int] | None:
    """The largest count, after separate groups have been added up; ``singles`` are
    offenders caught by name."""
    if not counts:
        return None
    groups = [[count] for count in counts if not count.is_part]
    groups += separate_groups(counts, singles, lesser)
    if not groups:
        groups = [[count] for count in counts]
    best = max(groups, key=_weight_of)
    if len(best) == 1:
        if best[0].is_rest and best[0].qualifier == "inferred":
            # 对高某行政拘留，对另外3人批评教育: these may not count as dealt with.
            notes.doubt("people", "added-counts", str(best[0].value))
        is_rest = best[0].is_rest and best[0].qualifier != "inferred"
        if is_rest or (best[0].is_more and best[0].kind == "caught"):
            # 董某等人被抓获 ... 此后又抓获110余人: some more than that.
            notes.doubt("people", "caught-after", str(best[0].value))
        reason = "The largest count of offenders caught or dealt with."
        return summed(best, "people.caught", reason)
    note = notes.inform if is_row(best) else notes.doubt
    note("people", "added-counts", "、".join(str(count.value) for count in best))
    return summed(best, "people.caught", "Separate groups of offenders added up.")


def _weight_of(group: list[Count]) -> tuple[int, bool, int]:
    """Larger sums first, the telling before the heading, fewer parts first."""
    return value_of(group), not group[0].in_heading, -len(group)
