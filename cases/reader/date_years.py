"""The years of bare months, made to agree with what is told around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from cases.reader.calendar import When
from cases.reader.date_weights import Weighed

# A date left out that lies so many years back tells a company's or a person's past.
LONG_AGO = 2


def years_agree(
    dates: list[Weighed], published: date | None, left_out: Sequence[When] = ()
) -> list[Weighed]:
    """Bare months of official acts whose carried year cannot be right.

    今年初，警方接报 ... 从2023年初起，孙某 ... 警方于3月将其抓获: that March is this
    year's, although 2023 stands nearer. 自2022年7月起，孙某 ... 5月21日，警方收网: that
    May cannot be 2022's. 2022年1月报案 ... 孙某2018年离职。2月23日，孙某被抓获: that
    February is later than the act told before, not than what lies further back.
    该公众号注册于2019年8月。9月，网信部门 ...: nor is that September 2019's, whose
    date, of no event of the case, is among those ``left_out``.
    """
    if published is None:
        return dates
    now = (published.year, published.month)
    acts: list[Weighed] = []
    told = [d.when for d in dates if d.weight < 0 and d.is_told]
    begun = min((_begun(when) for when in told), default=(0, 0))
    past = {w.start for w in left_out if published.year - w.first[0] >= LONG_AGO}
    agreed: list[Weighed] = []
    for weighed in dates:
        when = weighed.when
        year, month, day = when.first
        if weighed.weight > 0 and when.leans and month and not weighed.is_same_year:
            if when.leans[0][0] in past:
                year = max((d.when.first[0] for d in agreed), default=published.year)
            if acts and _opens(acts[-1], agreed[0], told, when):
                acts = []
            named = [d.when.first[0] for d in acts if not d.when.leans]
            if named and year < min(named):
                year = min(named)
            elif (year, month) < max(begun, _last_end(told, weighed)):
                year = published.year
            if acts and (year, month) < key(acts[-1].when.first):
                year = acts[-1].when.first[0]
                year += (year, month) < key(acts[-1].when.first)
            if (year, month) > now:
                year -= 1
            if year != when.first[0]:
                when = replace(when, first=(year, month, day), inferred=True)
                weighed = replace(weighed, when=when)
        elif _follows_corrected(when, dates, agreed):
            first = (*agreed[-1].when.first[:2], day)
            weighed = replace(weighed, when=replace(when, first=first, inferred=True))
        goes_back = weighed.weight > 0 or weighed.is_incident
        if acts and not when.leans and goes_back and month:
            # A story that opens with its verdict goes back: 11月，法院宣判。2019年8月
            acts = [d for d in acts if key(d.when.first) <= (year, month)]
        if weighed.weight > 0:
            acts.append(weighed)
        agreed.append(weighed)
    return agreed


def _opens(act: Weighed, first: Weighed, told: list[When], when: When) -> bool:
    """Whether a verdict or the like only opens the story, which then went back: 7月，
    法院宣判。2022年3月至9月，钱某行骗。10月，警方将其抓获."""
    between = (act.when.end <= one.start < when.start for one in told if not one.leans)
    return act.is_conclusion and (act is first or any(between))


def _begun(when: When) -> tuple[int, int]:
    """The month in which an offending began at the latest; 2021年底, 2021年起 leave
    no month of 2021 for what came of it."""
    year, month = key(when.first)
    return (year, 12) if not month and (when.is_late or when.is_open) else (year, month)


def _last_end(told: list[When], weighed: Weighed) -> tuple[int, int]:
    """The end of the last range of the offending told before a date, or behind it if a
    case was solved or judged then; (0, 0) if there is none."""
    ends = [
        one.last
        for one in told
        if one.last and (weighed.is_conclusion or one.end < weighed.when.start)
    ]
    return key(ends[-1]) if ends else (0, 0)


def _follows_corrected(when: When, dates: list[Weighed], agreed: list[Weighed]) -> bool:
    """Whether a date (同日) leans on the one before it, whose year was corrected."""
    if not agreed or not when.leans:
        return False
    before, corrected = dates[len(agreed) - 1].when, agreed[-1].when
    return before.first != corrected.first and before.first[:2] == when.first[:2]


def key(point: tuple[int, int | None, int | None]) -> tuple[int, int]:
    """A point of time by its year and month; a year alone lies before its months."""
    return point[0], point[1] or 0


def format_point(point: tuple[int, int | None, int | None]) -> str:
    """A point of time as YYYY-MM, or YYYY where no month is told."""
    year, month, _ = point
    return f"{year}-{month:02d}" if month else str(year)
