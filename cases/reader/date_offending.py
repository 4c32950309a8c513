"""Which dates of the offending make its range, and which of them are left out."""

from __future__ import annotations

from cases.reader.date_ends import END, UNTIL
from cases.reader.date_weights import Weighed
from cases.reader.date_years import format_point, key

# A year alone whose weight is no lower than this says too little of the offending.
FAINT = -1.5


def openings(dates: list[Weighed], month: str | None) -> list[Weighed]:
    """The dates before the first official act on which no authority and no victim
    acts: 2023年3月，一家公司钻了规则的空子。8月，警方立案."""
    return [
        d
        for d in dates
        if d.is_bare
        and not d.is_life
        and d.when.first[1]
        and month
        and format_point(d.when.first) < month
    ]


def with_deeds(offending: list[Weighed]) -> list[Weighed]:
    """Without years and open ranges in which nothing was done, unless there are no
    others: 2023年被退学, 2014年开始交往."""
    # 学生社团于2015年搭建的网站: a bare year needs more than a faint sign.
    firm = [d for d in offending if d.weight < FAINT or is_dated(d)]
    done = [
        d
        for d in firm
        if d.is_act
        or d.is_point
        or d.is_loss
        or (d.when.first[1] is not None and not d.when.is_open)
        or (d.when.is_open and not d.is_life)
    ]
    return done or firm


def without_early_ends(offending: list[Weighed]) -> list[Weighed]:
    """Without ends that lie before all that is told to have been done."""
    begun = min((key(d.when.first) for d in offending if not d.is_end), default=(0, 0))
    return [d for d in offending if not d.is_end or key(d.when.first) >= begun]


def without_acquaintance(offending: list[Weighed]) -> list[Weighed]:
    """Without dates on which somebody only got to know another or heard of something,
    where more is told after them: 2019年底结识上家 ... 2020年6月至8月，租用账号."""
    deeds = [
        key(d.when.first)
        for d in offending
        if not d.is_idle
        and not d.is_end
        and (d.is_act or d.is_loss or d.when.last or d.when.is_open)
    ]
    latest = max(deeds, default=(0, 0))
    return [
        d
        for d in offending
        if not d.is_idle or d.is_loss or key(d.when.first) >= latest
    ]


def without_private_life(offending: list[Weighed]) -> list[Weighed]:
    """Without dates of which nothing is told but a job, a marriage or debts."""
    return [d for d in offending if not d.is_private]


def without_aftermath(offending: list[Weighed], month: str | None) -> list[Weighed]:
    """Without dates past the first official act on which nobody did anything."""
    told = [
        d
        for d in offending
        if d.is_act
        or d.is_loss
        or (d.is_end and (END.search(d.when.prefix) or UNTIL.search(d.when.prefix)))
        or not month
        or format_point(d.when.first) <= month
    ]
    return told or offending


def without_losses(offending: list[Weighed]) -> list[Weighed]:
    """Without what single victims lost, where the offenders' own beginning is told."""
    begun = min(
        (key(d.when.first) for d in offending if d.is_deed and not d.is_loss),
        default=None,
    )
    return [
        d
        for d in offending
        if begun is None
        or not d.is_loss
        or d.is_end
        or (d.is_plain and d.when.last)
        or key(d.when.first) < begun
    ]


def without_life(offending: list[Weighed]) -> list[Weighed]:
    """Without dates that only tell a course of life before others that tell more:
    2016年，赵某注册了一家文化公司 ... 2021年4月，赵某招募客服实施诈骗."""
    told = [d for d in offending if not d.is_life and not d.is_end]
    latest = max((key(d.when.first) for d in told), default=(0, 0))
    return [d for d in offending if not d.is_life or key(d.when.first) >= latest]


def is_dated(weighed: Weighed) -> bool:
    """Whether a date names more than a year, or is a range."""
    when = weighed.when
    return bool(when.first[1] or when.last or when.is_open)


def is_closed(offending: list[Weighed]) -> bool:
    """Whether every open range is ended by a later date told as an end, or by a range
    told later: 2016年1月起，柯某 ... 截至2020年10月; 2018年起 ... 2019年3月至12月."""
    opened = [d for d in offending if d.when.is_open]
    ends = [d for d in offending if d.is_end or d.when.last is not None]
    return not opened or any(
        all(d.when.start < end.when.start for d in opened) for end in ends
    )


def is_scattered(offending: list[Weighed], ranged: list[Weighed]) -> bool:
    """Whether dates of the offending lie outside every range that is told."""
    return any(
        all(
            key(d.when.first) < key(r.when.first)
            or (r.when.last is not None and key(d.when.first) > key(r.when.last))
            for r in ranged
        )
        for d in offending
        if not (d.when.last or d.when.is_open)
    )


def earliest(offending: list[Weighed]) -> Weighed:
    """The first date; a month of a year before that year alone."""
    first = min(offending, key=lambda d: key(d.when.first))
    if first.when.first[1] is None and not first.when.is_open:
        same = [
            d
            for d in offending
            if d.when.first[0] == first.when.first[0]
            and d.when.first[1]
            and d.when.last != d.when.first
            and (
                not (first.when.is_early and (first.is_plain or not d.when.last))
                or (d.is_confessed and d.when.is_open)
            )
        ]
        if same:
            return min(same, key=lambda d: key(d.when.first))
    return first
