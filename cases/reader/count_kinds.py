"""Whom a number of persons counts, and what became of them."""

from __future__ import annotations

import re
from typing import Literal

from cases.reader.count_stages import ABOUT, BY_AUTHORITY, Place
from cases.reader.count_words import (
    ADDED_BEFORE,
    ADMONISHED,
    ANYBODY_NOUN,
    AT_LARGE_AFTER,
    CATCH,
    DEALT,
    EARLIER_AFTER,
    EARLIER_BEFORE,
    ELSEWHERE_AFTER,
    FOR_QUESTIONS,
    KNOWN_ONLY,
    MAYBE_OTHER_BEFORE,
    OF_A_KIND_BEFORE,
    OFFENDER_NOUN,
    OTHER_BEFORE,
    OTHER_NOUN,
    WHOSE_AFTER,
    WRONGED_BEFORE,
    Stage,
)

Kind = Literal["coercive", "caught", "dealt", "admonished", "named", "described"]


def counts_others(
    before: str, after: str, place: Place, *, offender: bool, stage: Stage
) -> bool:
    """Whether a number counts police, victims, users, or whoever is not dealt with."""
    near = after[:14]
    if ELSEWHERE_AFTER.match(after) or EARLIER_AFTER.match(after):
        return True
    if AT_LARGE_AFTER.match(after + place.later) or ADDED_BEFORE.search(before):
        return True
    if _OF_WHOM.match(after + place.later):
        return not offender
    if OF_A_KIND_BEFORE.search(before):
        return True
    if OTHER_NOUN.match(near) and not offender:
        return True
    if EARLIER_BEFORE.search(before) and not CATCH.search(after[:8]):
        return True
    if _FREED_BEFORE.search(before) and not offender:
        return True
    is_done_to = CATCH.search(before) or DEALT.search(before)
    if WRONGED_BEFORE.search(before) and not (offender or is_done_to):
        return True
    if WHOSE_AFTER.match(after) and not OFFENDER_NOUN.match(after):
        return True
    if ANYBODY_NOUN.match(near) and not offender:
        told = before + after + place.later
        if FOR_QUESTIONS.match(after):
            return True
        return not (stage or CATCH.search(told) or DEALT.search(told))
    near_before = _CHARGE.sub("", before)[-14:]
    if not offender and (others := OTHER_BEFORE.search(near_before)):
        return not (CATCH.search(others.group()) or CATCH.search(after[:8]))
    maybe = not offender and MAYBE_OTHER_BEFORE.search(near_before)
    return bool(
        maybe and not (stage or CATCH.search(before) or CATCH.search(after[:8]))
    )


def counts_row_of_others(before: str) -> bool:
    """Whether a row of names, by the words before it, is of victims or of whoever the
    authorities helped: 骗得被害人|马某、李某等11人."""
    return bool(_ROW_OF_OTHERS.search(before))


_ROW_OF_OTHERS = re.compile(
    r"(?:被害|受害|受骗|被骗|上当|事主|失主|报案|报警|举报|证人|民警|干警|警员)(?:人|者|的|群众|市民|员工)?$"
    r"|(?<![被受])(?:骗取|骗走|骗得|骗了|诱骗|哄骗|欺骗|敲诈|勒索|盗取|窃取|盗用|冒用|偷拍|辱骂|侮辱|诽谤|殴打|威胁|骚扰"
    r"|解救|营救|救出|劝阻|返还|退赔|发还|走访)了?(?:[^，。；、的]{0,6})$"
)
# 以侵犯公民个人信息罪对|13人: what the charge names is not counted.
_CHARGE = re.compile(r"[以因](?:涉嫌)?[^，。；以因]{2,30}罪名?")
# 解救被关押人员|12人
_FREED_BEFORE = re.compile("(?:解救|营救|救出)[^，。；]{0,10}$")


def kind_of(
    before: str,
    after: str,
    place: Place,
    stage: Stage,
    is_theirs: bool,
    offender: bool,
    named: bool,
) -> Kind | None:
    """What became of those counted, by the words of the clause and around it."""
    known_only = KNOWN_ONLY.search(before[-14:]) and not (
        stage or CATCH.search(before[-14:]) or CATCH.search(after)
    )
    if _OF_WHOM.match(after + place.later):
        return "described"
    if stage in {"coerced", "held", "arrested", "bailed"}:
        return "coercive"
    if _HEADS_CAUGHT.search(place.earlier) and _THERE_ARE.fullmatch(before):
        return "caught"
    if known_only:
        if (offender or named) and _FATE_OF_ALL.search(place.later):
            return "caught"
        return "described" if offender or named else None
    if CATCH.search(place.clause.text):
        return "caught"
    if stage or DEALT.search(place.clause.text):
        is_admonished = not stage and ADMONISHED.search(place.clause.text)
        return "admonished" if is_admonished else "dealt"
    by_authority = ABOUT.match(before) and BY_AUTHORITY.match(place.later)
    if by_authority and (fate := DEALT.match(place.later, by_authority.end())):
        return "admonished" if ADMONISHED.match(fate.group()) else "dealt"
    if is_theirs and (CATCH.search(place.earlier) or DEALT.search(place.earlier)):
        return "caught"
    if len(before) <= 4 and (fate := _FATE_LATER.search(place.later)):
        return "caught" if CATCH.search(fate.group()) else "dealt"
    noun = OFFENDER_NOUN.match(after)
    if noun and _SUFFER.match(after, noun.end()):
        return "caught"
    if named:
        return "named"
    return "described" if offender else None


# 抓获的人数最多，|有180余人
_HEADS_CAUGHT = re.compile(
    rf"(?:{CATCH.pattern})[^，。；\d]{{0,6}}(?:人数|人员|嫌疑人)[^，。；\d]{{0,10}}，$"
)
_THERE_ARE = re.compile("(?:一?共|总共|合计|多?达|有|计){1,2}")
# 12名嫌疑人|悉数被连窝端走: what offenders suffer is a catch, whatever its word.
_SUFFER = re.compile(
    r"(?:也|均|都|已|现|全部|悉数|尽数|相继|先后|陆续|随后|最终|一并|当场|依法|在[^，。；\d]{1,10}?){0,4}"
    r"被(?!锁定|查明|发现|确定|摸清|掌握|列为|通缉|曝光|追逃|骗|招募|雇|拉|称|要求|害)"
    r"[^，。；\d的]{2,12}[，。；！]?$"
)
# 22名涉案人员中，已有20人到案; 31名犯罪嫌疑人已到案29名: all, and those caught.
_OF_WHOM = re.compile(
    r"[^，。；\d]{0,10}中，?(?:已有?|现有|目前|有)[^，。；]{0,4}[\d一二三四五六七八九十]{1,4}余?[人名]"
    r"[^，。；]{0,8}(?:到案|抓获|落网|归案|被抓)"
    r"|[^，。；\d]{2,10}(?:已|现已|目前已)(?:到案|抓获|落网|归案)[\d一二三四五六七八九十]"
)
# 锁定张某等3人，并将其抓获; 涉案人员26人，其中组织者3人，均已被依法起诉.
_FATE_OF_ALL = re.compile(
    r"^(?:并|后|随后|遂|随即|很快|迅速|先后)?[^，。；]{0,8}将(?:其|他们|上述人员|该团伙)"
    r"[^，。；]{0,10}(?:抓获|抓捕|控制|擒获)"
    r"|，(?:均|全部|悉数)(?:已)?(?:被|落网|到案|归案)"
)
# 两名学生出租银行卡，被依法处罚: the fate is told after the deed.
_FATE_LATER = re.compile(
    r"(?:^|[，；])(?:[^，。；]{0,6}(?:被|均|已|悉数|全部)|[^，。；\d]{0,10}对其)[^，。；]{0,14}"
    rf"(?:{CATCH.pattern}|{DEALT.pattern})"
)
