"""When the authorities first acted, and when the offending ran.

Every date of a case is weighed by the words around it (``date_weights.py``): an
agency or a report to it speaks for the authorities, an offender and his doings
for the offending. The month is the first date of the ones, the range spans the
others.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cases.reader import prose
from cases.reader.calendar import When, find_dates
from cases.reader.context import CaseContext, Notes
from cases.reader.date_names import offenders_names
from cases.reader.date_offending import (
    earliest,
    is_closed,
    is_scattered,
    openings,
    with_deeds,
    without_acquaintance,
    without_aftermath,
    without_early_ends,
    without_life,
    without_losses,
    without_private_life,
)
from cases.reader.date_weights import Weighed, weigh
from cases.reader.date_years import format_point, key, years_agree
from cases.reader.results import Found, Span, united

# What stands between dates of which the same is told.
ALIKE = frozenset({"、", "和", "及", "与", "以及"})
# After so many months without an official act the first may be another matter's.
LONG_PAUSE = 18
# Among so many dates of a story one of the offence may go unread.
MANY_DATES = 3


def read_dates(
    case: CaseContext, notes: Notes
) -> tuple[Found[str] | None, Found[tuple[str | None, str | None]] | None]:
    """The month of the first dated action by the authorities, and the range of
    the offending.

    A month is YYYY-MM; a range is (start, end) of YYYY-MM or, where only a year
    or a vague part of one is named, YYYY; an end that is not told is None.
    """
    view = case.narrative
    text = prose.mask(
        view.text, [*prose.quotations(view.text), *prose.wider(view.text)]
    )
    known = {str(found.value) for found in notes.found.get("suspects", ())}
    names = offenders_names(text, known)
    whens = find_dates(text, case.published)
    dates: list[Weighed] = []
    left_out: list[When] = []
    for index, when in enumerate(whens):
        following = whens[index + 1] if index + 1 < len(whens) else None
        if following and text[when.end : following.start] in ALIKE:
            # 2022年4月、6月，钱某分两次卖出: what is told is told of both.
            when = replace(when, end=following.end)
            following = whens[index + 2] if index + 2 < len(whens) else None
        later = following.start if following else len(text)
        weighed = weigh(text, when, later, names)
        if weighed is not None:
            dates.append(weighed)
        else:
            left_out.append(when)
    dates = years_agree(dates, case.published, left_out)
    month = _month(case, dates, notes)
    occurred = _occurred(case, dates, notes, month.value if month else None)
    if month and _is_odd(month.value, occurred, dates):
        notes.doubt("month", "unclear-date", month.value)
    return month, occurred


def _is_odd(
    month: str,
    occurred: Found[tuple[str | None, str | None]] | None,
    dates: list[Weighed],
) -> bool:
    """Whether the first official act lies before the offending, or long before the
    next act: it may be another matter's."""
    begun = occurred.value[0] if occurred else None
    if begun and begun > month:
        return True
    acts = [d.when.first for d in dates if d.weight > 0 and d.when.first[1]]
    later = min((key(act) for act in acts if format_point(act) > month), default=None)
    year, month_of_year = map(int, month.split("-"))
    return later is not None and (
        (later[0] - year) * 12 + later[1] - month_of_year >= LONG_PAUSE
    )


def _month(case: CaseContext, dates: list[Weighed], notes: Notes) -> Found[str] | None:
    candidates = [
        d
        for d in dates
        if (d.weight > 0 or d.is_answered)
        and d.when.first[1]
        and not _is_ahead(d.when, case.published)
    ]
    plain = [d for d in candidates if not d.is_notice]
    notices = [d for d in candidates if d.is_notice]
    acts = [d for d in plain if d.is_answered or (d.weight > 0 and not d.is_loss)]
    candidates = acts or notices or candidates
    if not candidates:
        closing = _closing(dates)
        if closing:
            value = format_point(closing.when.first)
            notes.doubt("month", "unclear-date", value)
            return Found(
                value,
                _spans(case, closing.when),
                "dates.closing",
                "A date behind the offending, on which no deed is told.",
                "inferred" if closing.when.inferred and not case.published else "exact",
            )
        broke = [d for d in dates if d.is_caught and d.is_end and d.when.first[1]]
        if broke:
            # 至2022年12月案发: the authorities knew of it then, if no act is dated.
            value = format_point(broke[0].when.first)
            notes.doubt("month", "unclear-date", value)
            return Found(
                value,
                _spans(case, broke[0].when),
                "dates.broke",
                "When the case came to light; no official act is dated.",
            )
        unsure = [
            d
            for d in dates
            if (-2.0 < d.weight <= 0 or d.is_report) and d.when.first[1]
        ]
        if case.is_story:
            unsure = unsure or [d for d in dates if d.when.first[1]]
        if unsure:
            notes.doubt("month", "unclear-date", format_point(unsure[0].when.first))
        return None
    best = min(candidates, key=lambda d: key(d.when.first))
    received = [d for d in candidates if d.is_receipt and not d.is_report]
    if received and (best.is_report or best.weight < 2.0):
        # 1月，小孙 ... 举报。2月，警方收到举报材料
        best = min(received, key=lambda d: key(d.when.first))
    value = format_point(best.when.first)
    if not acts and notices:
        notes.doubt("month", "notice-date", value)
    elif (
        best.weight < 2.0
        or _is_only_reported(best, candidates)
        or _is_told_back(best, acts)
        or any(key(d.when.first) < key(best.when.first) for d in plain if d.is_loss)
        or any(
            -1.0 < d.weight <= 0
            and d.when.first[1]
            and key(d.when.first) < key(best.when.first)
            for d in dates
        )
        or (case.is_story and best.weight < 3.0 and len(candidates) > 1)
    ):
        notes.doubt("month", "unclear-date", value)
    elif _is_carried(best, dates) and (case.is_story or best.when.inferred):
        notes.doubt("month", "year-inferred", value)
    return Found(
        value,
        _spans(case, best.when),
        "dates.authority",
        f"First dated official act: {best.why}.",
        "inferred" if best.when.inferred and not case.published else "exact",
    )


def _closing(dates: list[Weighed]) -> Weighed | None:
    """The last date of a case, where an offending is dated before it and no deed is
    told of it: 2022年3月起，钱某出售账号。2023年8月，钱某迎来了敲门声."""
    if len(dates) < 2:
        return None
    *before, last = dates
    begun = [key(d.when.first) for d in before if d.weight < 0 and d.is_told]
    is_silent = not (last.is_act or last.is_loss or last.is_end or last.is_life)
    is_point = last.when.last is None and not last.when.is_open
    if begun and is_silent and is_point and last.when.first[1]:
        return last if key(last.when.first) > max(begun) else None
    return None


def _is_only_reported(best: Weighed, candidates: list[Weighed]) -> bool:
    """Whether a victim reported in that month, and the authorities are told to have
    acted in a later one only."""
    months = {key(d.when.first) for d in candidates if not d.is_report}
    return best.is_report and bool(months) and key(best.when.first) not in months


def _is_told_back(best: Weighed, acts: list[Weighed]) -> bool:
    """Whether acts of two months of a later year are told before the first one: the
    story has gone on, and may tell there of another matter."""
    year = best.when.first[0]
    before = {
        key(d.when.first)
        for d in acts
        if d.when.start < best.when.start and d.when.first[0] > year
    }
    return len(before) > 1


def _is_carried(best: Weighed, dates: list[Weighed]) -> bool:
    """Whether the month's year was taken from a date of the offending."""
    if not best.when.leans:
        return False
    if best.when.inferred:
        return True
    source = best.when.leans[0]
    return any(
        d.weight < 0 and d.when.start <= source[0] < d.when.end for d in dates
    ) and (bool(best.when.leans) and not best.is_same_year)


def _occurred(
    case: CaseContext, dates: list[Weighed], notes: Notes, month: str | None
) -> Found[tuple[str | None, str | None]] | None:
    """The range; ``month`` is that of the first official act."""
    offending = [
        d
        for d in dates
        if (d.weight < 0 or d.is_loss or (d.is_end and d.is_caught))
        and d.is_told
        and not _is_ahead(d.when, case.published)
    ]
    offending = without_private_life(without_early_ends(with_deeds(offending)))
    if not offending:
        offending = [d for d in dates if d.is_found] or openings(dates, month)
        if offending:
            notes.doubt(
                "occurred", "unclear-date", format_point(offending[0].when.first)
            )
    if not offending:
        loose = [
            d
            for d in dates
            if ((d.is_told or d.is_act or d.is_bare) and 0 <= d.weight < 1.5)
            or (d.weight < 0 and (d.when.is_open or d.when.last))
        ]
        if case.is_story and len(dates) >= MANY_DATES:
            loose = loose or dates
        if loose:
            notes.doubt("occurred", "unclear-date", format_point(loose[0].when.first))
        return None
    offending = without_losses(without_life(without_acquaintance(offending)))
    offending = without_aftermath(offending, month)
    ranged = [d for d in offending if d.when.last or d.when.is_open]
    first = earliest(offending)
    ends = [d.when.last for d in offending if d.when.last is not None]
    last = max(ends, key=key) if ends else None
    deeds = [d.when.first for d in offending if d.is_deed]
    is_one_month = len({key(d.when.first) for d in offending}) == 1
    if last is None and (
        all((d.is_point and d.when.first[1]) or d.when.first[2] for d in offending)
        or (is_one_month and any(d.when.first[2] for d in offending))
        or (is_one_month and first.when.first[1] and offending[-1].is_point)
    ):
        last = max((d.when.first for d in offending), key=key)
    elif (
        last is None
        and len({key(deed) for deed in deeds if deed[1]}) > 1
        and not any(d.is_start for d in offending)
    ):
        # 6月拷贝数据，8月出售
        last = max(deeds, key=key)
    if last is not None:
        # 4月至6月闯入四家系统，7月又闯入一家
        once = [d.when.first for d in offending if d.is_plain and not d.is_start]
        last = max([last, *(point for point in once if point[1])], key=key)
    if last is not None and not is_closed(offending):
        last = None
    if last is None and is_one_month and format_point(first.when.first) == month:
        # 自7月11日起 ... 7月20日抓获: what began in that month ended in it.
        last = first.when.first
        notes.doubt("occurred", "unclear-date", format_point(last))
    value = (format_point(first.when.first), format_point(last) if last else None)
    sure = any(d.weight <= -2.0 for d in offending) and first.is_plain
    # A long story dates more than the offence: only what one range tells is sure.
    is_own = value in [_value(d.when) for d in ranged if not d.is_end]
    is_own = is_own and not is_scattered(offending, ranged)
    if len(offending) > 1 and (not ranged or (case.is_story and not is_own)):
        notes.doubt("occurred", "several-dates", *value_words(value))
    elif not ranged and (case.is_story or not (first.is_point and first.when.first[2])):
        notes.doubt("occurred", "single-date", value[0])
    elif ranged and ((case.is_story and not sure) or is_scattered(offending, ranged)):
        notes.doubt("occurred", "unclear-date", value[0])
    spans: list[Span] = []
    for weighed in offending:
        if weighed is first or (last is not None and last in _ends(weighed.when)):
            spans += [s for s in _spans(case, weighed.when) if s not in spans]
    return Found(
        value,
        united(spans),
        "dates.offending",
        f"Dates of the offending: {first.why}.",
    )


def value_words(value: tuple[str, str | None]) -> tuple[str, str]:
    """The range in words for a caution; an open end is a dash."""
    return value[0], value[1] or "-"


def _ends(when: When) -> tuple[tuple[int, int | None, int | None], ...]:
    return (when.first,) if when.last is None else (when.first, when.last)


def _value(when: When) -> tuple[str, str | None]:
    """A range by itself."""
    return format_point(when.first), format_point(when.last) if when.last else None


def _is_ahead(when: When, published: date | None) -> bool:
    """Whether the date lies after publication: it belongs to something else."""
    if published is None:
        return False
    return key(when.first) > (published.year, published.month)


def _spans(case: CaseContext, when: When) -> tuple[Span, ...]:
    spans: list[Span] = []
    for start, end in when.leans:
        spans += case.narrative.spans(start, end)
    spans += [
        span for span in case.narrative.spans(when.start, when.end) if span not in spans
    ]
    return united(spans)
