"""How many cases a list has, and how many each option of its facets would show.

A facet is counted under all filters but its own. With one filter or none these numbers
are kept (``cases.tallies``); under several filters, or words, the cases are counted:
facets that are counted under the same filters share one query, which finds the cases
once. Numbers are exact or not given: of very common words nothing is counted past CAP
unless the reader asks for it (docs/adr/0009).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from cases.counted_rows import (
    PageAsked,
    PageOfKeys,
    count_newest,
    counted_rows,
    page_of_keys,
)
from cases.filter_fields import NONE
from cases.filters import CaseFilter
from cases.models.case_queries import ORDERS
from cases.models.marks import (
    FIRST_PEOPLE_BIT,
    FIRST_SUM_BIT,
    OUTCOME_BITS,
    READY_PEOPLE,
    READY_SUMS,
    Kind,
)
from cases.models.snapshots import snapshot_version
from cases.search import grams
from cases.tallies import (
    Marked,
    tallies,
    tallies_and_bulletins,
    whole_catalogue,
)

# Of words that more cases have than this it is said that they do, and not how many.
CAP = 10_000
# A facet by itself is not counted when more cases than this are to be foreseen: it
# would cost more than the rest of the page.
FORESEEN = 5_000
# Of how many cases the bulletins are counted: of more they say nothing to a reader.
MOST_FOR_BULLETINS = 2_000
# So few cases are rather read than looked up by their words.
FEW = 3_000
# So many of the newest cases are read to see how common words are.
PROBED = 200
# Such a share of them is most of them.
MOST_CASES = 0.5
# Following a pair of characters past so many cases takes as long as reading one.
FOLLOWED_FOR_ONE_READ = 25

# The filters that have a facet, and what it counts.
FACETS = {
    "city": Kind.REGION,
    "month": Kind.MONTH,
    "offence": Kind.OFFENCE,
    "outcome": Kind.OUTCOME,
    "campaign": Kind.CAMPAIGN,
    "amount": Kind.SUM,
    "people": Kind.PEOPLE,
}
READY = {
    Kind.SUM: (READY_SUMS, FIRST_SUM_BIT),
    Kind.PEOPLE: (READY_PEOPLE, FIRST_PEOPLE_BIT),
}


@dataclass(frozen=True, slots=True)
class Counts:
    """The cases under some filters, by marks of the kinds that were asked for.

    ``cases`` is their number. With ``is_capped`` there are more than CAP of them:
    ``cases`` is CAP, and ``by`` has the numbers of the whole catalogue, good for an
    order of options and to be shown to nobody. ``bulletins`` are None when they were
    not counted. ``page`` is the page asked for where it came along with the numbers.
    """

    cases: int
    by: Marked
    bulletins: int | None = None
    samples: int = 0
    is_capped: bool = False
    page: PageOfKeys | None = None


def counts_of(
    filters: CaseFilter, *, without: str = "", page: PageAsked | None = None
) -> Counts:
    """The cases that pass all filters but the named one; each set is counted once.

    ``page`` is what will be asked for next: who counts case by case finds it as well.
    """
    names = frozenset(filters.active) - {without}
    kinds = _kinds_under(filters, names)
    kept: dict[frozenset[str], Counts] = filters.counted
    if names not in kept:
        kept[names] = _count(filters, names, kinds, page)
    return kept[names]


def count_without(filters: CaseFilter, name: str) -> int:
    """How many cases pass all filters but one, exactly."""
    counted = counts_of(filters, without=name)
    if counted.is_capped:
        return filters.narrowed(without=name).count()
    return counted.cases


def _kinds_under(filters: CaseFilter, names: frozenset[str]) -> list[Kind]:
    """What is counted under these filters: all but the kinds of the filters.

    Under all filters but one it is the kind of the one that is left out.
    """
    left_out = set(filters.active) - names
    if left_out:
        return [FACETS[one] for one in left_out if one in FACETS]
    return [kind for name, kind in FACETS.items() if name not in names]


def _count(
    filters: CaseFilter,
    names: frozenset[str],
    kinds: Collection[Kind],
    page: PageAsked | None,
) -> Counts:
    if not names and (version := snapshot_version()):
        return _whole(version)
    is_list = names == frozenset(filters.active)
    asked = (*kinds, Kind.ALL, Kind.SAMPLE)
    mark = _mark(filters, names)
    if mark is not None:
        if is_list:
            own = filters.narrowed() if names else None
            by, bulletins = tallies_and_bulletins(*mark, asked, own, MOST_FOR_BULLETINS)
        else:
            by, bulletins = tallies(*mark, asked), None
        return Counts(by[Kind.ALL].get("", 0), by, bulletins, _sum(by[Kind.SAMPLE]))
    cap = CAP if "q" in names and not filters.is_exact else None
    if cap is not None and _is_surely_above(filters, names, cap):
        return _capped(filters, names, asked, cap)
    asked_page = page if is_list and _comes_along(filters) else None
    rows = counted_rows(
        filters.narrowed(only=names, reads_each=reads_each(filters, names)),
        asked,
        cap,
        most_for_bulletins=MOST_FOR_BULLETINS if is_list else None,
        page=asked_page,
    )
    cases = rows.by[Kind.ALL].get("", 0)
    if cap is not None and cases > cap:
        return _capped(filters, names, asked, cap)
    return Counts(
        cases,
        rows.by,
        rows.bulletins,
        _sum(rows.by[Kind.SAMPLE]),
        page=page_of_keys(rows, asked_page) if asked_page else None,
    )


def _comes_along(filters: CaseFilter) -> bool:
    """Whether the cases are counted from what their order needs as well.

    By place or month they are counted from indexes alone, which have the months and
    the keys, and not the other orders.
    """
    return filters.order in ORDERS and (not filters.order or "q" in filters.active)


class _Kept:
    """The counts of the whole catalogue that this process has read last."""

    last: tuple[UUID, Counts] | None = None


def _whole(version: UUID) -> Counts:
    """The whole catalogue of a version, which a process reads once for all lists."""
    kept = _Kept.last
    if kept and kept[0] == version:
        return kept[1]
    kinds = [*FACETS.values(), Kind.ALL, Kind.SAMPLE]
    by, bulletins = tallies_and_bulletins(Kind.ALL, [""], kinds)
    counts = Counts(by[Kind.ALL].get("", 0), by, bulletins, _sum(by[Kind.SAMPLE]))
    _Kept.last = version, counts
    return counts


def number_of_everything(filters: CaseFilter) -> int:
    """How many cases there are without any filter: in a snapshot from what is kept."""
    version = snapshot_version()
    return _whole(version).cases if version else filters.everything


def reads_each(filters: CaseFilter, names: Collection[str]) -> bool:
    """Whether the other filters leave so few cases that words need no index.

    Of words that stand in a good part of all cases more are few: their index would be
    followed through all of these.
    """
    if "q" not in names or len(names) == 1:
        return False
    marks = [_mark(filters, frozenset([name])) for name in names if name != "q"]
    left = min((_tallied(*mark) for mark in marks if mark), default=None)
    if left is None or left <= FEW:
        return left is not None
    reads = left * FOLLOWED_FOR_ONE_READ
    everything = number_of_everything(filters)
    return reads <= everything and reads <= _share_of_words(filters) * everything


def _share_of_words(filters: CaseFilter) -> float:
    """In what share of the newest cases the words stand, one for all of them."""
    if filters.share_of_words is None:
        words = filters.narrowed(only={"q"}, reads_each=True)
        newest = min(PROBED, number_of_everything(filters))
        found = count_newest(words, PROBED, most=PROBED)
        filters.share_of_words = found / max(newest, 1)
    return filters.share_of_words


def _tallied(kind: Kind, values: Collection[str]) -> int:
    return tallies(kind, values, [Kind.ALL])[Kind.ALL].get("", 0)


def _sum(counts: Mapping[str, int]) -> int:
    return sum(counts.values())


def _mark(
    filters: CaseFilter, names: frozenset[str]
) -> tuple[Kind, Collection[str]] | None:
    """The mark by which these filters are tallied; None: the cases must be counted.

    A case has one place, one month and one campaign, so that several of these may be
    added up; of offences and outcomes it may have several.
    """
    if not names:
        return Kind.ALL, [""]
    [name, *others] = names
    if others or name not in FACETS:
        return None
    kind = FACETS[name]
    if kind in (Kind.SUM, Kind.PEOPLE):
        ready, first = READY[kind]
        at = filters.range(name).place_in(ready)
        return None if at is None else (kind, [str(first + at)])
    choices = filters.chosen(name).choices
    values = {"" for one in choices if one.value == NONE}
    stated = [one for one in choices if one.value != NONE]
    if kind == Kind.REGION:
        values |= filters.region_codes
    elif kind == Kind.MONTH:
        for one in stated:
            values |= set(one.subject.each())
    elif kind == Kind.OFFENCE:
        values |= {str(one.subject.pk) for one in stated}
    elif kind == Kind.OUTCOME:
        values |= {str(OUTCOME_BITS[one.value]) for one in stated}
    else:
        values |= {one.value for one in stated}
    is_one_of_many = kind in (Kind.OFFENCE, Kind.OUTCOME) and len(values) > 1
    return None if is_one_of_many else (kind, values)


def _capped(
    filters: CaseFilter, names: frozenset[str], kinds: Collection[Kind], cap: int
) -> Counts:
    """Too many to be counted: the numbers without the words, for an order."""
    kind, values = _mark(filters, names - {"q"}) or (Kind.ALL, [""])
    version = snapshot_version() if kind == Kind.ALL else None
    by = _whole(version).by if version else tallies(kind, values, kinds)
    return Counts(cap, by, is_capped=True)


def _is_surely_above(filters: CaseFilter, names: frozenset[str], cap: int) -> bool:
    """Whether more cases than ``cap`` pass, where that is quickly seen."""
    everything = number_of_everything(filters)
    if everything <= min(cap, FORESEEN):
        return False
    if names == frozenset(filters.active):
        is_words_alone = names == {"q"} and everything > cap
        return is_words_alone and _is_common(filters, cap, everything)
    # A filter of the list is left out. As often as the words stand in the list's
    # cases, so often in all: by rule of three. When this errs, a facet that could have
    # numbers has none, and says so.
    found = counts_of(filters)
    if found.is_capped:
        return True
    mark = _mark(filters, frozenset(filters.active) - names)
    if mark is None:
        return False
    return found.cases * everything > FORESEEN * max(_tallied(*mark), 1)


def _is_common(filters: CaseFilter, cap: int, everything: int) -> bool:
    """Whether so many of the newest cases have the words that reading on proves it.

    For words of several pairs that are in a good part of all cases that is quicker
    than their index, which has to follow every pair through all cases. So it is for a
    character that most cases have (人): the planner, who knows that, would read case
    after case for it and work out the lexemes of each.
    """
    pairs = sum(len(grams(word)) for word in filters.words)
    cases = filters.narrowed(reads_each=True)
    share = _share_of_words(filters)
    window = int(1.2 * cap / share) if share else everything
    by_index = 0.8 * cap + everything * share * pairs / FOLLOWED_FOR_ONE_READ
    is_quicker = share >= MOST_CASES if pairs == 1 else window < by_index
    return is_quicker and count_newest(cases, window, most=cap + 1) > cap


@dataclass(frozen=True, slots=True)
class Totals:
    """How much a list holds: cases, the bulletins they come from, samples.

    ``bulletins`` is None when they were not counted. With ``is_capped`` there are more
    than ``cases``.
    """

    cases: int
    bulletins: int | None
    samples: int
    is_capped: bool = False


def totals(filters: CaseFilter, *, page: PageAsked | None = None) -> Totals:
    """The totals of a list, of which the ``page`` will be asked for next."""
    found = counts_of(filters, page=page)
    return Totals(found.cases, found.bulletins, found.samples, found.is_capped)


def catalogue_totals() -> Totals:
    """The totals of the whole catalogue; one query, at any number of cases."""
    return Totals(*whole_catalogue())
