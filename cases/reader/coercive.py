"""How many of the offenders are under criminal coercive measures."""

from __future__ import annotations

import re
from dataclasses import replace

from cases.reader import prose
from cases.reader.context import CaseContext, Notes
from cases.reader.count_chains import value_of
from cases.reader.count_stages import measure_in
from cases.reader.count_words import COERCIVE, DEALT
from cases.reader.counts import Count, countable, has_count
from cases.reader.named_people import DECIDED_BY_NAME
from cases.reader.names import Name, find_names, names_between
from cases.reader.results import Found, Span
from cases.reader.tallies import by_sentence, summed, under_coercion

ALL = re.compile(
    r"均|全部|全数|尽数|一律|无一例外|所有|上述|以上|该(?:\d+|[二两三四五六七八九十]+)[名人]|其余|余者|另外那些|其他(?=涉案|嫌疑|人员|成员|同伙)|悉数"
    r"|涉案人员已|嫌疑人已|分别"
)

# What may stand between a count and its measure: 三人被抓获，|目前已被依法|批捕.
_STRAIGHT_ON = re.compile(
    r"(?:目前|现|并|且|现已|已|均|依法|被|公安机关|检察机关|检察院|人民|警方"
    r"|批准|执行|采取|予以|正式|随后|后|于|次日|当日|当天|同日|同月|先后|分别"
    r"|陆续|全部|对其|将其|\d{1,2}月|\d{1,2}日|、"
    r"|[以因](?:涉嫌)?[^，。；罪以因]{1,30}罪)*"
)
# The rule that counts the offenders named beside a measure.
BY_NAME = "coercive.names"
# The rule that takes all those caught.
EVERYONE = "coercive.everyone"

_FARTHEST = 6  # clauses before a measure in which its persons may be named
_AND_OTHERS = re.compile("(?:[、和与及][^，。；、]{2,4}){0,5}等人?(?!\\d)")


def read_coercive(
    case: CaseContext,
    counts: list[Count],
    people: Found[int] | None,
    suspects: list[str],
    outcomes: set[str],
    notes: Notes,
) -> Found[int] | None:
    """The offenders under criminal coercive measures (Criminal Procedure Law,
    arts 66 to 100); None where the text gives no number that can be told."""
    # A charge or judgment may have ended the measures; they were taken all the same.
    if "criminal-coercive" not in outcomes and not (
        outcomes & {"prosecuted", "convicted"} and _is_told(case)
    ):
        return None
    firm = [count for count in counts if count.kind == "coercive"]
    everyone = _everyone(case)
    if firm:
        found = _sum_of_measures(firm, people, notes)
        rest = any(count.is_rest and count.value == found.value for count in firm)
        beside = len(_coerced_names(case, suspects)) if rest else 0
        if beside and people is not None and people.value >= found.value + beside:
            # 抓获7人，其中夏某已被逮捕，其余6人取保候审
            notes.doubt("coercive", "added-counts", f"{beside}、{found.value}")
            whole = found.value + beside
            return replace(found, value=whole, qualifier="inferred")
        if everyone and people is not None and people.value > found.value:
            notes.doubt(
                "coercive",
                "two-counts",
                str(found.value),
                str(people.value),
                str(people.value),
            )
            return Found(
                people.value,
                people.spans,
                EVERYONE,
                "All of them.",
                people.qualifier,
            )
        return found
    if people is None:
        return None
    by_name = people.rule == DECIDED_BY_NAME
    if everyone or people.value == 1 or (not by_name and _same_breath(case, people)):
        if any(caution.code == "caught-after" for caution in notes.cautions):
            notes.doubt("coercive", "caught-after", str(people.value))
        if everyone and (before := _told_before(everyone[0], counts, people)):
            # 抓获8人，均已刑拘，另有3人投案
            notes.doubt(
                "coercive", "two-counts", *map(str, (before, people.value, before))
            )
            return replace(
                people,
                value=before,
                spans=everyone,
                rule=EVERYONE,
                reason="All of those told before the measure.",
            )
        return Found(
            people.value,
            people.spans or everyone,
            EVERYONE,
            "All offenders of the case are said to be under coercive measures.",
            people.qualifier,
        )
    named = _coerced_names(case, suspects)
    if not named and _of_them(case):
        notes.doubt("coercive", "coercive-no-count")
        return Found(
            people.value,
            people.spans,
            EVERYONE,
            "Those caught, spoken of as one when the measure is told.",
            people.qualifier,
        )
    if any(_AND_OTHERS.match(case.narrative.text, name.end) for name in named.values()):
        # 舒某等4人被抓获 ... 舒某等人已被刑事拘留
        notes.doubt("coercive", "coercive-no-count")
        return Found(
            people.value,
            people.spans,
            EVERYONE,
            "Those caught, under coercive measures without a number.",
            people.qualifier,
        )
    if named:
        if len(named) != people.value:
            notes.doubt("coercive", "counted-names", str(len(named)))
        spans = sorted(
            {
                span
                for name in named.values()
                for span in case.narrative.spans(name.start, name.end)
            }
        )
        return Found(
            len(named),
            tuple(spans),
            BY_NAME,
            "The offenders named as under coercive measures.",
            "inferred",
        )
    notes.doubt("coercive", "coercive-no-count")
    return None


# 公安机关已依法对其采取强制措施, 涉案人员已被刑拘: those told before, all of them,
_THEM = re.compile(
    r"对其|将其|他们|她们|该(?:犯罪)?团伙|(?:涉案|违法|团伙|犯罪)(?:人员|成员)|嫌疑人|嫌犯|相关人员"
)
# unless some are marked out: 主要犯罪嫌疑人已被批捕.
_SOME = re.compile(
    "主要|主犯|首犯|骨干|部分|个别|一些|有的|多名|数名|几名|若干|另(?!外那些)|其中"
)


def _of_them(case: CaseContext) -> bool:
    """Whether a measure is told of those caught as a whole, without a number."""
    return any(
        measure_in(clause.text)
        and _THEM.search(clause.text)
        and not _SOME.search(clause.text)
        and not has_count(clause.text)
        for clause in prose.clauses(countable(case.narrative.text))
    )


def _is_told(case: CaseContext) -> bool:
    """Whether a coercive measure is told at all."""
    clauses = prose.clauses(countable(case.narrative.text))
    return any(measure_in(clause.text) for clause in clauses)


def _sum_of_measures(
    counts: list[Count], people: Found[int] | None, notes: Notes
) -> Found[int]:
    """The largest count of one sentence, its different measures added; a sum that is
    the number of those caught is not doubted."""
    groups = [under_coercion(group) for group in by_sentence(counts)]
    best = max(groups, key=value_of)
    found = summed(
        best, "coercive.counted", "The count told with the coercive measure."
    )
    is_all = people is not None and people.value == found.value
    told_apart = people is not None and not set(people.spans) & set(found.spans)
    if len(best) > 1 and not (is_all and told_apart):
        notes.doubt(
            "coercive", "added-counts", "、".join(str(count.value) for count in best)
        )
    return found


def _told_before(measure: Span, counts: list[Count], people: Found[int]) -> int:
    """How many of the groups that were added up were told before the measure; nought
    where none of them came after it."""
    spans = [(count.view.spans(count.start, count.end), count) for count in counts]
    added = [(at, count) for at, count in spans if set(at) & set(people.spans)]
    before = [count.value for at, count in added if at[0] < measure]
    if len(before) == len(added) or people.value != sum(c.value for _, c in added):
        return 0
    return sum(before)


_THE_REST = re.compile(
    r"(?:至于|而|对于?)?(?:其他|其余|另外)(?:那些|的)?[^，。；\d]{0,10}，"
)


def _everyone(case: CaseContext) -> tuple[Span, ...]:
    """The last words that put everyone under coercion: 上述人员均被刑事拘留."""
    text = countable(case.narrative.text)
    found: tuple[Span, ...] = ()
    rest = ""  # 至于其他嫌疑人，|由警方办理取保候审
    for clause in prose.clauses(text):
        measure = COERCIVE.search(clause.text)
        before = rest + clause.text[: measure.start()] if measure else ""
        rest = clause.text if _THE_REST.fullmatch(clause.text) else ""
        before = before.split("（")[-1]  # 抓获18人（均已刑拘）
        is_of_all = ALL.search(before) and not _SOME.search(before)
        if measure and is_of_all and not has_count(before):
            at = clause.start + measure.start()
            found = case.narrative.spans(at, clause.start + measure.end())
    return found


def _same_breath(case: CaseContext, people: Found[int]) -> bool:
    """Whether a measure follows the count in its sentence: 三人被抓获，已被批捕."""
    text = countable(case.narrative.text)
    for sentence in prose.sentences(text):
        measure = COERCIVE.search(sentence.text)
        if not measure or not measure_in(sentence.text):
            continue
        at = case.narrative.spans(sentence.start, sentence.start + measure.start())
        inside = any(
            start <= first < end for first, _ in people.spans for start, end in at
        )
        last = re.split("[，；]", sentence.text[: measure.start()])[-1]
        if inside and _STRAIGHT_ON.fullmatch(last):
            return True
    return False


# 公安机关对张某提请批准逮捕，|检察院批准逮捕: what was asked is no other fate.
_ASKED = re.compile("(?:提请|报请|申请)[^，。；]{0,8}逮捕|报捕|提捕")


def _coerced_names(case: CaseContext, suspects: list[str]) -> dict[str, Name]:
    """The offenders named where a coercive measure is told: in its clause, else in
    those before it that tell no other decision."""
    text = countable(case.narrative.text)
    names = [name for name in find_names(text) if name.name in suspects]
    clauses = prose.clauses(text)
    sentences = prose.Finder(prose.sentences(text))
    coerced: dict[str, Name] = {}
    for index, clause in enumerate(clauses):
        if not measure_in(clause.text):
            continue
        opening = sentences.at(clause.start).start
        for place in range(index, max(-1, index - _FARTHEST), -1):
            told = clauses[place]
            decided = place < index and DEALT.search(told.text)
            if told.start < opening or (decided and not _ASKED.search(told.text)):
                break
            inside = names_between(names, told.start, told.end)
            for name in inside:
                coerced.setdefault(name.name, name)
            if inside:
                break
    return coerced
