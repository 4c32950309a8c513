"""How much the words around a date speak for the authorities or the offending.

Each sign found adds its weight: above nought it speaks for an official act, below
for the offending; the nearer to nought the sum, the less sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cases.reader import prose
from cases.reader.calendar import When
from cases.reader.date_elsewhere import is_elsewhere
from cases.reader.date_ends import (
    CASE_BROKE,
    CEASED,
    END,
    ONLY_THEN,
    RANGE_STOPPED,
    REACHED,
    STOPPED,
    UNTIL,
)
from cases.reader.date_lives import ACQUAINTED, BUSINESS, LIFE, WRONG
from cases.reader.date_scenes import DateWords, name_at
from cases.reader.date_words import (
    ACT_AT,
    ACT_IN_NOTICE,
    AGENCY,
    AGENCY_ITSELF,
    AT_ONCE,
    AUTHORITY_VERB,
    CONCLUDED,
    CONFESSED,
    DECIDED,
    DEED_AT,
    EVENT_OF,
    FOUND_OUT,
    INCIDENT,
    NEWS_FRAME,
    NOTICE,
    OFFENDER,
    OFFENDING_VERB,
    POINT,
    REALISED,
    REPEATED,
    REPORT,
    REPORTED,
    REPORTED_AT_ONCE,
    SPREAD,
    START,
    STORY_FROM,
    SUDDEN,
    SUFFERED_BY,
    TOLD,
)
from cases.reader.names import Name

REACH = 150  # how far behind a date its words are looked for
FAR = 240  # ... and a report of what happened on it
WEIGHTS = {
    # before the date
    "an agency before it": 2.0,  # 警方发布公告，3月
    "an agency right before it": 3.0,  # 警方于3月, 公安机关3月以来
    "an agency before it, in what was told": -0.5,  # 警方查明，3月
    "an offender before it": -1.5,
    "told as the time of the deed": -2.0,  # 作案时间为3月
    "told as where the story begins": -0.5,  # 时间回到3月
    "told as the time of an official act": 2.5,  # 收网始于3月
    "inside what was told or found": -1.5,
    # behind it
    "an agency right after it": 3.0,
    "an agency after it, before any offender": 2.0,
    "an agency in the next sentence": 0.8,
    "an official act in the next sentence": 1.0,
    "an offender after it": -2.0,
    "an offender's act in the next sentence": -1.0,  # 8月，洪灾。期间，网民发布
    "an offender after it, the object of an official act": -0.5,  # 7月孙某被抓获
    "an official act": 2.0,
    "an offender's act": -1.5,
    # 3月，警方查明孙某利用...; 3月，市民反映接到骚扰电话
    "an offender's act, after an agency": -0.5,
    "an official act later": 0.5,
    "caught on that day": 4.0,
    "an offender suffers something": 3.5,  # 钱某被截住
    "a decision": 3.5,  # 于2022年3月对其作出附条件不起诉决定
    "a report to the authorities": 1.5,
    "a victim's report, further on": 2.5,
    "an incident": -1.0,
    # the date itself
    "a range": -1.5,
    "a range of an agency": -0.5,  # 5月以来，江州警方
    "a range by its first or last word": -0.5,  # 自, 期间
    "the end of a range": -1.5,
}


@dataclass(frozen=True, slots=True)
class Weighed:
    """A date with its weight: above nought the authorities', below the offending.

    ``is_notice`` says that an authority only speaks on that date (通报);
    ``is_same_year`` that the year is plainly that of the date before (同年, 当年);
    ``is_point`` that a loss or a post was done with on that date; ``is_told`` that
    the words around it tell of an offender or his doings; ``is_loss`` that a victim
    suffered then what he went on to report; ``is_answered`` that it was reported at
    once, or that the police acted at once;
    ``is_report`` that a victim went to the authorities, of whom no act is told;
    ``is_receipt`` that the authorities received such a report;
    ``is_deed`` that an offender or his act is named, ``is_act`` that an act is in
    this sentence or the next, ``is_plain`` in this;
    ``is_incident`` that something befell somebody, and no offender is named;
    ``is_life`` that its sentence tells a course of life and nothing wrong;
    ``is_private`` that this is a job, a marriage or debts, and no business;
    ``is_caught`` that he was caught or stopped on it;
    ``is_confessed`` that somebody told of it;
    ``is_idle`` that he only got to know somebody then;
    ``is_found`` that somebody found out on that day what had just been done;
    ``is_bare`` that its sentence tells of no authority, report or victim;
    ``is_end`` that the date only ends a range (至2023年2月), ``is_start`` that
    something began on it that goes on; ``is_conclusion`` that a case was solved or
    judged then.
    """

    when: When
    weight: float
    why: str
    is_notice: bool = False
    is_same_year: bool = False
    is_point: bool = False
    is_told: bool = False
    is_loss: bool = False
    is_answered: bool = False
    is_report: bool = False
    is_receipt: bool = False
    is_deed: bool = False
    is_act: bool = False
    is_plain: bool = False
    is_incident: bool = False
    is_life: bool = False
    is_private: bool = False
    is_caught: bool = False
    is_confessed: bool = False
    is_idle: bool = False
    is_end: bool = False
    is_start: bool = False
    is_conclusion: bool = False
    is_bare: bool = False
    is_found: bool = False


def weigh(text: str, when: When, later: int, names: Sequence[Name]) -> Weighed | None:
    """The date with its weight; None when it belongs to no event of the case.

    ``later`` is where the next date begins.
    """
    reach = text[when.end : min(when.end + REACH, max(later, when.end + 2))]
    reach = reach.split("\n", 1)[0]
    after = _governed(reach)
    before = re.split("[。！？；—\n]", text[max(0, when.start - 40) : when.start])[-1]
    before = NEWS_FRAME.split(before)[-1]
    sentence = len(re.split("[。！？]", after, maxsplit=1)[0])
    is_named = name_at(names, when.end, sentence) <= sentence
    if is_elsewhere(text, when, before, after, is_named=is_named):
        return None
    stopped = RANGE_STOPPED.match(after) if when.last is not None else None
    if stopped:
        after = prose.FILLER * stopped.end() + after[stopped.end() :]
    words = DateWords.around(when, before, after, _what_follows(text, when), names)
    if words.is_settled:
        return None
    signs = list(_signs(words))
    reports = words.is_report and words.acted
    is_victims = (
        (not words.acted or reports)
        and (
            words.offender_at > len(words.after)
            or words.discovered
            or (words.suffers and not words.follows_name)
        )
        and not (words.leads and not words.is_report)
    )
    reported_at_once = REPORTED_AT_ONCE.search(
        text, when.end, min(when.end + FAR, later)
    )
    at_once = is_victims and reported_at_once
    is_reported = is_victims and (
        bool(at_once)
        or REPORTED.search(reach, 0 if words.suffers else len(words.near)) is not None
    )
    if is_reported:
        signs.append("a victim's report, further on")
    is_stopped = CASE_BROKE.match(after) is not None or (
        UNTIL.search(before) is not None and STOPPED.match(after) is not None
    )
    reached = when.first[1] is None and REACHED.search(before) is not None
    ends = is_stopped or (END.search(before) is not None and not reached)
    if CEASED.match(after) and not words.acted and words.agency_at > len(words.near):
        ends = True
    only_then = ends and not is_stopped and ONLY_THEN.match(after) is not None
    ends = ends and not only_then
    is_end = ends and when.last is None and not when.is_open
    if is_end:
        when = replace(when, last=when.first)
        if not words.acted and words.agency_at > len(words.near):
            signs.append("the end of a range")
    is_suffered = (
        words.pays
        and not words.discovered
        and not CONFESSED.search(before)
        and REALISED.search(text, when.end, when.end + 2 * FAR) is not None
    )
    weight = sum(WEIGHTS[sign] for sign in signs)
    is_life = LIFE.search(words.sentence) is not None
    goes_on = words.is_taken_up or (is_life and words.goes_on_with_wrong)
    told = words.after if goes_on else words.sentence
    lives = (
        is_life
        and not goes_on
        and not is_suffered
        and not CONFESSED.search(before)
        and not WRONG.search(words.sentence)
    )
    happens = bool(POINT.search(told) or words.suffers)
    is_point = (
        (happens or is_reported or is_suffered)
        and not (REPEATED.search(SPREAD.sub("", told)) and not is_suffered)
        and when.last is None
        and not when.is_open
    )
    return Weighed(
        when,
        weight,
        "; ".join(signs),
        is_notice=bool(NOTICE.search(after))
        and not ACT_IN_NOTICE.search(words.sentence[:60]),
        is_same_year=text.startswith(
            ("同年", "当年", "次年", "翌年", "同月", "当月"), when.start
        ),
        is_point=is_point,
        is_told=words.tells_of_offending
        or "the end of a range" in signs
        or "told as where the story begins" in signs
        or CONFESSED.search(before) is not None
        or is_reported
        or is_suffered
        or is_stopped,
        is_deed=any("offender" in sign for sign in signs),
        is_act=OFFENDING_VERB.search(words.after) is not None,
        is_plain=any(sign.startswith("an offender's act") for sign in signs),
        is_incident="an incident" in signs
        and not any(sign.startswith("an offender ") for sign in signs),
        is_life=lives,
        is_private=lives and BUSINESS.search(words.sentence) is None,
        is_caught="caught on that day" in signs or is_stopped,
        is_confessed="inside what was told or found" in signs,
        is_idle=ACQUAINTED.search(words.near) is not None
        and not re.search("[，；](?:就|便|遂|于是|随即|二人)", words.near)
        and not START.search(ACQUAINTED.sub("", words.near)),
        is_end=is_end,
        is_start=only_then or START.search(words.near) is not None,
        is_bare=words.is_bare,
        is_found=when.first[2] is not None
        and words.discovered
        and not words.leads
        and SUDDEN.search(words.near) is not None,
        is_conclusion=CONCLUDED.search(words.sentence) is not None,
        is_report=(is_reported and not words.is_receipt) or words.is_report,
        is_receipt=words.is_receipt,
        is_answered=(
            when.first[2] is not None
            and bool(
                reported_at_once
                or is_reported
                or AT_ONCE.search(text, when.end, min(when.end + FAR, later))
            )
        )
        or (is_victims and REPORTED_AT_ONCE.search(words.sentence) is not None),
        is_loss=is_suffered
        or (
            is_reported
            and not reports
            and not words.discovered
            and INCIDENT.search(reach) is not None
        ),
    )


def _what_follows(text: str, when: When) -> str:
    """What follows a date to the end of the second sentence behind its own."""
    rest = text[when.end : when.end + REACH].split("\n", 1)[0]
    return "。".join(re.split("[。！？]", rest)[:3])


def _governed(words: str) -> str:
    """The words that a date governs: to the second full stop."""
    stops = [match.end() for match in re.finditer("[。！？]", words)]
    return words[: stops[1]] if len(stops) > 1 else words


def _signs(words: DateWords) -> Iterator[str]:
    """The signs found, by their names in the table of weights."""
    if EVENT_OF.match(words.after):
        yield "told as the time of the deed"
        return
    told = bool(TOLD.search(words.before))
    agency = AGENCY.search(words.before)
    if agency and SUFFERED_BY.search(words.before, 0, agency.start()):
        agency = None
    itself = AGENCY_ITSELF.search(words.before) if agency and not told else None
    if itself and FOUND_OUT.search(words.before, 0, itself.start()):
        itself = None
    if DEED_AT.search(words.before):
        yield "told as the time of the deed"
    elif STORY_FROM.search(words.before):
        yield "told as where the story begins"
    elif ACT_AT.search(words.before):
        yield "told as the time of an official act"
        return
    elif itself:
        yield "an agency right before it"
    elif agency:
        found_out = told or FOUND_OUT.search(words.before, agency.end())
        yield "an agency before it" + (", in what was told" if found_out else "")
    elif OFFENDER.search(words.before) or (words.follows_name and not words.acted):
        yield "an offender before it"
    if told:
        yield "inside what was told or found"
    if words.leads and words.agency_at <= words.offender_at:
        yield "an agency right after it"
    elif words.agency_at < words.offender_at and words.agency_at < len(words.sentence):
        yield "an agency after it, before any offender"
    elif (
        not words.is_span
        and words.agency_at < min(words.offender_at, len(words.after))
        and not words.posts
    ):
        yield "an agency in the next sentence"
        if AUTHORITY_VERB.search(words.after, words.agency_at):
            yield "an official act in the next sentence"
    elif words.offender_at < len(words.sentence) and not words.discovered:
        suffers = ", the object of an official act" if words.acted or itself else ""
        yield "an offender after it" + suffers
    if words.goes_on_with_offending:
        yield "an offender's act in the next sentence"
    if words.acted and not DECIDED.match(words.after):
        yield "an official act"
    elif DECIDED.match(words.after):
        yield "a decision"
    elif words.offending_at < len(words.near) and not words.discovered:
        by_agency = (
            itself
            or (words.leads and words.agency_at < words.offending_at)
            or words.is_reported_first
        )
        yield "an offender's act" + (", after an agency" if by_agency else "")
        if words.authority_at < len(words.near):
            yield "an official act later"
    if words.is_caught:
        yield "caught on that day"
    elif words.is_suffered:
        yield "an offender suffers something"
    if REPORT.search(words.near):
        yield "a report to the authorities"
    elif INCIDENT.search(words.near):
        yield "an incident"
    if words.when.is_open or words.when.last is not None:
        yield "a range" + (" of an agency" if words.leads or itself else "")
    if re.search(r"(?:自|从)$", words.before) or re.match(r"期间|间[，,]", words.after):
        yield "a range by its first or last word"
