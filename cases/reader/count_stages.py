"""Which measure or decision governs a number of persons."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cases.reader import prose
from cases.reader.count_words import (
    ADMINISTRATIVE,
    BAIL,
    CATCH,
    CHARGED,
    COERCIVE,
    DEALT,
    JUDGED,
    NOT_YET,
    PART,
    SPARED_AFTER,
    SPARED_BEFORE,
    Stage,
    stage_of,
)


@dataclass(frozen=True, slots=True)
class Place:
    """A number of persons, its clause, and the words around it."""

    clause: prose.Stretch
    earlier: str  # the clause before it, of the same sentence
    later: str  # the rest of the sentence after the clause
    opening: str  # the sentence before the clause, from the count before on
    before: str
    after: str
    is_later: bool = False  # than the sentence with the count before it


# 张某等3人, 张某、李某二人, 张某夫妻二人, 以张某为首的5名嫌疑人
NAMED_BEFORE = re.compile(
    r"(?:某[^，。]{0,3}等(?:共计?|人)?|等|某[\u4e00-\u9fff]?"
    r"(?:夫妻|夫妇|兄弟|父子|母子|母女|父女|姐妹|情侣|一伙|一行|一帮|等?一干|团伙)?"
    r"|某[\u4e00-\u9fff]?(?:为首|在内)的(?:涉案)?)$"
)

# The clause before tells what was done to its own: 其中27人被采取强制措施.
_OWN_CLAUSE = re.compile(
    r"[^，；]{0,8}(?:\d{1,5}|[一二两三四五六七八九十百]{1,4})余?[名人][^，；]{0,10}"
    r"(?:均|已|被|采取|予以|处以|作出|进行|刑|行政|取保)"
)
_SUFFERS_LATER = re.compile("(?:均|已|现|也){0,2}被")


def stage_told(before: str, after: str, place: Place) -> Stage:
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
    if SPARED_BEFORE.search(before) or SPARED_AFTER.match(after):
        return "bailed" if BAIL.search(place.later.split("；")[0]) else "spared"
    if stage := decision_in(after):
        return stage
    if earlier and "、" not in before[earlier[-1].end() :]:
        return _stage_named(earlier[-1].group())
    if _OTHER_FATE.search(after):
        return ""  # 其中2人被逮捕，3人因未成年被责令管教
    if DEALT.search(after) and not re.search(r"\d[人名]", after):
        return ""  # 对6名组织者采取强制措施，对25名学生训诫: they have their own fate
    if _leans(before) and _SUFFERS_LATER.match(place.later):
        return _fate_later(before, place)  # 6人被刑事拘留，1人系学生，被取保候审
    is_part = PART.search(before[-8:])
    if _leans(before) and not is_part and _OWN_CLAUSE.match(place.earlier):
        return _fate_later(before, place)  # 27人被采取强制措施，另有4人教育后释放
    if is_part or _leans(before):
        return decision_in(place.earlier) or _fate_later(before, place)
    return _fate_later(before, place)


_OTHER_FATE = re.compile(
    "被?责令[^，。；]{0,10}(?:管教|看管|教育|监管)|(?:被|由|交由|交给|送交?)[^，。；]{0,8}(?:家长|监护人|学校|社区|单位)[^，。；]{0,6}(?:领回|管教|看管|教育|处理)"
    "|(?:移送|送往?|进入)[^，。；]{0,6}专门(?:学校|教育)|专门矫治教育|撤销案件|不予?(?:行政)?处罚|免予处罚|终止侦查"
)
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
    if _ROW_OF_NAMES.fullmatch(between):
        return True
    return (
        len(between) <= 8
        and "、" not in between
        and not re.search(r"[\d人名]", between)
    )


# 批准逮捕|杨某、柳某、何某等|9人
_ROW_OF_NAMES = re.compile(
    r"了?(?:犯罪嫌疑人|被告人|嫌疑人)?"
    r"(?:[\u4e00-\u9fff]某[\u4e00-\u9fff]?、){0,6}[\u4e00-\u9fff]某[\u4e00-\u9fff]?等(?:共计?)?"
    r"(?:犯罪嫌疑人|嫌疑人|被告人)?"
)


def decision_in(words: str) -> Stage:
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


def _fate_later(before: str, place: Place) -> Stage:
    """The decision told after the deed: 两名学生出租银行卡，被采取刑事强制措施."""
    # 目前，胡某、龙某等7人因涉嫌某罪，已被刑事拘留: the count is the subject.
    if len(before) > 4 and not (
        NAMED_BEFORE.search(before) and not CATCH.search(before)
    ):
        return ""
    for clause in re.split("[，；]", place.later)[:3]:
        if PART.match(clause):
            break
        if ABOUT.match(before) and BY_AUTHORITY.match(clause):
            return decision_in(clause)
        if re.match("[^，。；某]{0,6}(?:被|均|已|悉数|全部)", clause) and not re.search(
            r"[\d一二两三四五六七八九十][余多]?[名人]", clause
        ):
            return decision_in(clause)
    return ""


# 对于参与转发的钱某等9人，|公安机关另行给予行政处罚
ABOUT = re.compile("(?:而|另|并|其中)?(?:对(?!方|象)|将)")
BY_AUTHORITY = re.compile(
    "(?:(?:则|也|已|均)?由?(?:属地|当地|辖区)?(?:公安(?:机关|局|分局)?|警方|网警|网安(?:部门)?|网信(?:部门|办)?|派出所|检察(?:机关|院)|法院))?"
    "(?:则|也|均|已|分别|依法|另行?|视情){0,4}(?:给予|予以|处以|作出|采取|进行|处|决定)"
)


def measure_in(words: str) -> str:
    """The coercive measure named in a clause, if it was taken."""
    for match in COERCIVE.finditer(words):
        if not NOT_YET.search(words[: match.start()]):
            return match.group()
    return ""


def _leans(before: str) -> bool:
    """Whether a clause opens with its count, so that the one before governs it."""
    return len(before) <= 2 and not before.startswith("移")
