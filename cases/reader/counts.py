"""Counts of persons in a case, and what is said of those counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from cases.reader import prose
from cases.reader.clean import View
from cases.reader.count_words import (
    ADMINISTRATIVE,
    ADMONISHED,
    ANYBODY_NOUN,
    CATCH,
    CHARGED,
    COERCIVE,
    DEALT,
    EARLIER_AFTER,
    ELSEWHERE_AFTER,
    FOR_QUESTIONS,
    JUDGED,
    KNOWN_ONLY,
    MAYBE_OTHER_BEFORE,
    MORE,
    NOT_YET,
    OF_A_KIND_BEFORE,
    OFFENDER_NOUN,
    OTHER_BEFORE,
    OTHER_NOUN,
    PART,
    REST,
    TOTAL,
    UNIT,
    Stage,
    stage_of,
)
from cases.reader.names import find_names
from cases.reader.numbers import Number, find_numbers, qualifier_after
from cases.reader.persons import persons
from cases.reader.results import Qualifier

Kind = Literal["coercive", "caught", "dealt", "admonished", "named", "described"]


@dataclass(frozen=True, slots=True)
class Count:
    """A number of persons in one part of the case, and what is said of them.

    ``kind``: under a coercive measure, caught, dealt with otherwise, taught only
    (批评教育), told with
    offenders' names, or only described; ``stage`` says which measure or decision.
    ``is_part`` (其中3人) counts some of a number told before; ``is_more``
    (又抓获2人) others; ``is_total`` (共抓获9人) all; ``is_rest`` (其余8人) all but
    those told before.
    """

    view: View
    start: int
    end: int
    value: int
    qualifier: Qualifier
    kind: Kind
    stage: Stage = ""
    sentence: int = 0
    is_part: bool = False
    is_more: bool = False
    is_total: bool = False
    is_rest: bool = False
    in_heading: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """A number of persons, its clause, and the words around it."""

    clause: prose.Stretch
    earlier: str  # the clause before it, of the same sentence
    later: str  # the rest of the sentence after the clause
    before: str
    after: str


def find_counts(view: View, in_heading: bool) -> list[Count]:
    """The counts of offenders in one part of a case, in order.

    Police, victims, users, records and a wider campaign's counts are left out.
    """
    text = countable(view.text)
    sentences = prose.Finder(prose.sentences(text))
    clauses = prose.Finder(prose.clauses(text))
    found = []
    for start, end, number in persons(text):
        index = clauses.index(start)
        clause = clauses.stretches[index]
        sentence = sentences.at(start)
        earlier = _earlier(clauses.stretches, index, sentence.start)
        place = _Place(
            clause,
            earlier,
            text[clause.end : min(sentence.end, clause.end + 60)],
            text[clause.start : start],
            text[end : clause.end],
        )
        count = _count(view, text, number, end, place)
        if count is not None and _YEARS_TOTAL.search(sentence.text):
            count = replace(count, kind="described", stage="")
        if count is not None:
            found.append(
                replace(count, sentence=sentences.index(start), in_heading=in_heading)
            )
    return found


# 骨干成员5名，: a member of a row of groups, under one verb.
_GROUP = re.compile(r"[^\d，：；]{2,8}\d{1,3}余?[名人][，；]")


def _earlier(clauses: Sequence[prose.Stretch], index: int, opening: int) -> str:
    """The clause of the sentence before one, and those before it that its verb
    governs: 抓获头目1名，骨干成员5名，一般成员14名."""
    words = ""
    for previous in reversed(clauses[max(0, index - 4) : index]):
        if previous.start < opening or previous.text[-1] not in "，：；":
            break
        words = previous.text + words
        if not _GROUP.fullmatch(previous.text):
            break
    return words


# 今年以来，该局共抓获嫌疑人236名: an agency's total, not this case's.
_YEARS_TOTAL = re.compile(
    r"(?:今年|去年|近年|20\d\d年)以?来[^。]{0,24}"
    r"(?:局|队|机关|警方|部门|全[市省县区国])[^。]{0,30}"
    r"(?:抓获|刑拘|打掉|破获)(?![^。]*(?:该案|该团伙|本案))"
)


# 张某（男，35岁）、李某（网名“小刀”）: what brackets say of one person has commas
# that are no clause's, and ages that are no counts.
_BIOGRAPHY = re.compile(
    r"（(?:男|女|化名|网名|昵称|绰号|另案|在逃|时年|现年|\d{2}岁|系"
    r"|\d{4}年)[^（）\n]{0,40}）"
)


def countable(text: str) -> str:
    """The facts of the case without what brackets say of a person."""
    own = prose.own_facts(text)
    return prose.mask(own, [match.span() for match in _BIOGRAPHY.finditer(own)])


def _count(
    view: View, text: str, number: Number, end: int, place: _Place
) -> Count | None:
    """The number as a count of offenders, or None when it counts others."""
    before, after = place.before, place.after
    stage = _stage(before, after, place)
    offender = bool(OFFENDER_NOUN.match(after) or OFFENDER_NOUN.search(before[-12:]))
    if _counts_others(before, after, place, offender=offender, stage=stage):
        return None
    named = bool(_NAMED_BEFORE.search(before))
    qualifier = number.qualifier
    if trailing := qualifier_after(text, end):
        qualifier, end = trailing
    bracket = text.rfind("（", max(0, number.start - 40), number.start)
    part = bool(
        bracket > text.rfind("）", max(0, number.start - 40), number.start)
        or PART.search(before[-8:])
        or (PART.match(place.earlier[:3]) and not before.strip())
    )
    kind = _kind(
        before, after, place, stage, named or offender or part, offender, named
    )
    if kind is None:
        return None
    if (
        kind in {"caught", "dealt", "admonished"}
        and not (offender or named)
        and not _is_object(before, after)
    ):
        return None
    start, value = number.start, int(number.value or 0)
    if offender and (company := _WITH_COMPANY.search(before)):
        start = place.clause.start + company.start()
        value += company.group().count("某")
    return Count(
        view,
        start,
        end,
        value,
        qualifier,
        kind,
        stage,
        is_part=part,
        is_more=bool(MORE.search(before)),
        is_total=bool(TOTAL.search(before)),
        is_rest=bool(REST.search(before)),
    )


# 张某等3人, 张某、李某二人, 张某夫妻二人
_NAMED_BEFORE = re.compile(
    r"(?:某[^，。]{0,3}等(?:共计?|人)?|等|某[\u4e00-\u9fff]?"
    r"(?:夫妻|夫妇|兄弟|父子|母子|母女|父女|姐妹|情侣)?)$"
)


def _counts_others(
    before: str, after: str, place: _Place, *, offender: bool, stage: Stage
) -> bool:
    """Whether a number counts police, victims, users, or whoever is not dealt with."""
    near = after[:14]
    if ELSEWHERE_AFTER.match(after) or EARLIER_AFTER.match(after):
        return True
    if OF_A_KIND_BEFORE.search(before):
        return True
    if OTHER_NOUN.match(near) and not offender:
        return True
    if ANYBODY_NOUN.match(near) and not offender:
        told = before + after + place.later
        if FOR_QUESTIONS.match(after):
            return True
        return not (stage or CATCH.search(told) or DEALT.search(told))
    if not offender and (others := OTHER_BEFORE.search(before[-14:])):
        return not (CATCH.search(others.group()) or CATCH.search(after[:8]))
    maybe = not offender and MAYBE_OTHER_BEFORE.search(before[-14:])
    return bool(maybe and not CATCH.search(before))


def _kind(
    before: str,
    after: str,
    place: _Place,
    stage: Stage,
    is_theirs: bool,
    offender: bool,
    named: bool,
) -> Kind | None:
    """What became of those counted, by the words of the clause and around it."""
    known_only = KNOWN_ONLY.search(before[-14:]) and not (
        stage or CATCH.search(before[-14:]) or CATCH.search(after)
    )
    if stage in {"coerced", "held", "arrested", "bailed"}:
        return "coercive"
    if known_only:
        return "described" if offender or named else None
    if CATCH.search(place.clause.text):
        return "caught"
    if stage or DEALT.search(place.clause.text):
        is_admonished = not stage and ADMONISHED.search(place.clause.text)
        return "admonished" if is_admonished else "dealt"
    if is_theirs and (CATCH.search(place.earlier) or DEALT.search(place.earlier)):
        return "caught"
    if len(before) <= 4 and (fate := _FATE_LATER.search(place.later)):
        return "caught" if CATCH.search(fate.group()) else "dealt"
    if named:
        return "named"
    return "described" if offender else None


# 两名学生出租银行卡，被依法处罚: the fate is told after the deed.
_FATE_LATER = re.compile(
    rf"(?:^|[，；])[^，。；]{{0,6}}(?:被|均|已|悉数|全部)[^，。；]{{0,14}}"
    rf"(?:{CATCH.pattern}|{DEALT.pattern})"
)


def _stage(before: str, after: str, place: _Place) -> Stage:
    """The measure or decision that governs a count.

    刑事拘留30名、取保候审11名; 30人被刑事拘留; 刑拘并移送起诉8人 (the coercive one);
    其中3人 and 均 after a clause that names the measure.
    """
    earlier = [
        match
        for match in _DECISION.finditer(before)
        if not NOT_YET.search(before[: match.start()])
    ]
    close = [m for m in earlier if _governs(before[m.end() :])]
    if close:
        coercive = [m for m in close if COERCIVE.fullmatch(m.group())]
        return _stage_named((coercive or close)[-1].group())
    if stage := _decision_in(after):
        return stage
    if earlier and "、" not in before[earlier[-1].end() :]:
        return _stage_named(earlier[-1].group())
    if PART.search(before[-8:]) or _leans(before):
        return _decision_in(place.earlier) or _fate_later(before, place)
    return _fate_later(before, place)


_DECISION = re.compile(
    f"{COERCIVE.pattern}|{ADMINISTRATIVE.pattern}|{JUDGED.pattern}|{CHARGED.pattern}"
)


def _stage_named(words: str) -> Stage:
    if COERCIVE.fullmatch(words):
        return stage_of(words)
    if ADMINISTRATIVE.fullmatch(words):
        return "punished"
    return "judged" if JUDGED.fullmatch(words) else "charged"


def _governs(between: str) -> bool:
    """Whether a decision's word reaches the number over the words between."""
    return (
        len(between) <= 8
        and "、" not in between
        and not re.search(r"[\d人名]", between)
    )


def _decision_in(words: str) -> Stage:
    """The first decision named in some words, if it was taken."""
    for match in _DECISION.finditer(words.split("（")[0]):
        if not NOT_YET.search(words[: match.start()]) and not _OWN_COUNT.match(
            words, match.end()
        ):
            return _stage_named(match.group())
    return ""


# 抓获12人刑拘8人: the decision counts its own.
_OWN_COUNT = re.compile(
    r"了?(?:犯罪)?(?:嫌疑人)?[\d一二两三四五六七八九十百]+余?多?[名人](?!民)"
)


def _fate_later(before: str, place: _Place) -> Stage:
    """The decision told after the deed: 两名学生出租银行卡，被采取刑事强制措施."""
    # 目前，胡某、龙某等7人因涉嫌某罪，已被刑事拘留: the count is the subject.
    if len(before) > 4 and not (
        _NAMED_BEFORE.search(before) and not CATCH.search(before)
    ):
        return ""
    for clause in re.split("[，；]", place.later)[:3]:
        if PART.match(clause):
            break
        if re.match("[^，。；]{0,6}(?:被|均|已|悉数|全部)", clause) and not re.search(
            r"[\d一二两三四五六七八九十][余多]?[名人]", clause
        ):
            return _decision_in(clause)
    return ""


def measure_in(words: str) -> str:
    """The coercive measure named in a clause, if it was taken."""
    for match in COERCIVE.finditer(words):
        if not NOT_YET.search(words[: match.start()]):
            return match.group()
    return ""


def _leans(before: str) -> bool:
    """Whether a clause opens with its count, so that the one before governs it."""
    return len(before) <= 2 and not before.startswith("移")


# 抓获董某和9名业务骨干: ten in all.
_WITH_COMPANY = re.compile(
    r"(?:[\u4e00-\u9fff]某[\u4e00-\u9fff]?、){0,4}[\u4e00-\u9fff]某[某\u4e00-\u9fff]?"
    r"(?:和|与|及|以及)(?:其|其他|另外)?$"
)
_OBJECT_BEFORE = re.compile(
    r"(?:抓获|抓捕|捕获|擒获|查获|缉获|抓|控制|到案|归案|查处|打掉|处罚|拘留|起诉|判处"
    r"|传唤|带回|处理|打处|警告|罚款|了|共|其|将|对|有|已|的|，|：|、|^|“|”|！|致|令"
    r"|使|涉案|上述|以上|该|另外|另有|其余|其他|剩余|余下)$"
)
_FATE_AFTER = re.compile(
    r"^(?:[^，。；]{0,10})(?:被|已|落网|到案|归案|因|均|获刑|抓|判|！|，|。|$)"
)


def _is_object(before: str, after: str) -> bool:
    """Whether a bare count is the verb's object or subject: 抓获5人, 2人落网."""
    return bool(_OBJECT_BEFORE.search(before.removesuffix("计"))) or bool(
        _FATE_AFTER.match(after)
    )


def has_count(words: str) -> bool:
    """Whether the words count persons: 上述3人已被刑事拘留."""
    return any(UNIT.match(words, number.end) for number in find_numbers(words))


def names_before(count: Count, suspects: frozenset[str]) -> int:
    """How many offenders are named in a count's sentence before it, each once."""
    text = count.view.text
    sentence = prose.Finder(prose.sentences(text)).at(count.start)
    named = {
        name.name
        for name in find_names(text)
        if sentence.start <= name.start < count.start and name.name in suspects
    }
    return len(named)
