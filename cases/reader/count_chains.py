"""Counts of persons that come on top of each other, told in several sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cases.reader.counts import Count


def value_of(counts: Iterable[Count]) -> int:
    """The sum of some counts."""
    return sum(count.value for count in counts)


def told_one_after_another(counts: Sequence[Count]) -> list[Count]:
    """The counts of a chase told in pieces: 抓获3人 ... 又抓获2人 ... 再抓获4人.

    Empty where no count adds to an earlier one, or another gives the total.
    """
    chain: list[Count] = []
    smaller = 0  # told between the largest count and those added to it
    for count in counts:
        if count.kind != "caught":
            continue
        if chain and count.is_more and not count.is_total:
            chain.append(count)
        elif not chain or (len(chain) == 1 and count.value > chain[0].value):
            chain, smaller = [count], 0
        elif len(chain) == 1:
            smaller = count.value
    if len(chain) < 2:
        return []
    first, total = chain[0], value_of(chain)
    if smaller and smaller + value_of(chain[1:]) <= first.value:
        return []  # 抓获15人 opens the story; then 抓获张某等9人 ... 又抓获6人
    # A count that comes again (抓获6人 ... 又抓获4人 ... 6人已被刑拘) is the total.
    again = any(
        count.value == first.value and count.start > chain[-1].start for count in counts
    )
    return [] if again or any(count.value >= total for count in counts) else chain


def told_by_other_names(
    counts: Sequence[Count], singles: Sequence[Count]
) -> list[Count]:
    """Groups whom other names stand for, none of them told of before the group:
    抓获张某等9人 ... 对王某等37名写手予以训诫. Empty where there is but one, or
    where a number may be the total.

    A decision about a few of those caught is no group of its own, unless it is about
    more than were caught, or those told before are held or judged, not only caught.
    """
    chain: list[Count] = []
    for count in sorted([*counts, *singles], key=lambda count: count.start):
        if not count.lead or count.is_part or count.is_total or count.is_rest:
            continue
        if not chain:
            chain = [count]
        elif not count.is_new:
            shared = len(chain) == 1 and chain[0].lead & count.lead
            if shared and (count.value, count.kind) > (chain[0].value, ""):
                chain = [count]
        elif _are_others(chain, count):
            chain.append(count)
    total = value_of(chain)
    if len(chain) < 2 or all(count in singles for count in chain):
        return []
    return [] if any(count.value >= total for count in counts) else chain


def _are_others(chain: Sequence[Count], count: Count) -> bool:
    """Whether a group told by new names is of others than those told before."""
    if count.kind == "caught" and not count.stage:
        return True
    if count.kind not in {"dealt", "admonished"} or count.stage in {
        "charged",
        "judged",
    }:
        return False
    decided = all(one.kind == "coercive" or one.stage == "judged" for one in chain)
    return decided or count.value > value_of(chain)
