"""Sums of money in a case: what was involved, gained, lost."""

from __future__ import annotations

import re

from cases.reader.context import CaseContext, Notes
from cases.reader.money_sums import RANK, Sum, find_sums
from cases.reader.money_words import FIRM, PAID
from cases.reader.results import Amount, AmountKind, Found

_KINDS: tuple[AmountKind, ...] = ("involved", "gain", "loss")
# Yuan from which a sum may be a case's.
_LARGE = 10_000
_SMALL = 2_000


def read_amounts(case: CaseContext, notes: Notes) -> tuple[Found[Amount], ...]:
    """The sums of a case, the primary one first, at most one for each kind.

    Involved money is primary before gains, gains before losses; of several sums
    of one kind the largest. Money forfeited or seized counts only when nothing
    else does, and a sum of which no word says what it is only when it stands alone,
    in doubt. Fines, money returned or saved, prices and sums per head are left out.
    """
    sums: list[Sum] = []
    for view in (case.heading, case.narrative):
        if view is not None:
            sums += find_sums(view)
    chosen: dict[str, Sum] = {}
    for kind in RANK:
        of_kind = [s for s in sums if s.kind == kind and not s.is_vague]
        if of_kind:
            chosen[kind] = _largest(of_kind)
    _drop_share(chosen)
    loose = chosen.pop("loose", None)
    sham = chosen.pop("sham", None)
    if sham is not None:
        chosen.setdefault("involved", sham)
    forfeited, seized = chosen.pop("forfeited", None), chosen.pop("seized", None)
    if forfeited is not None and "gain" not in chosen:
        chosen["gain"] = forfeited
        if "involved" not in chosen:
            notes.doubt("amount", "seized-only", forfeited.words)
    if not chosen and seized is not None:
        chosen["involved"] = seized
        if any(money.size >= _LARGE for money in sums if money is not seized):
            notes.doubt("amount", "seized-only", seized.words)
    if not chosen and loose is not None and loose.size >= _SMALL:
        notes.doubt("amount", "unplaced-sum", loose.words)
        return (_found(loose, "involved"),)
    _doubt(sums, chosen, notes, is_story=case.is_story)
    return tuple(_found(chosen[kind], kind) for kind in _KINDS if kind in chosen)


# Money on its way: what one of the helpers moved, took out or sold on.
_MOVED = re.compile(
    r"转移|转账|转款|取现|取出|提现|套现|套取|洗白|漂白|清洗|代收|代付|结算|流入|汇入|转入|中转"
)


def _drop_share(chosen: dict[str, Sum]) -> None:
    """Leave out money that was moved where it is only a share of a larger total taken
    or gained: 共骗取1820万元, 其中四人帮助取现130万元."""
    moved = chosen.get("involved")
    if moved is None or not _MOVED.match(moved.cue_words):
        return
    if FIRM["involved"].search(moved.cue_words):
        return
    totals = [chosen[kind] for kind in ("gain", "loss") if kind in chosen]
    if any(one.size > moved.size and one.currency == moved.currency for one in totals):
        del chosen["involved"]


def _largest(sums: list[Sum]) -> Sum:
    """The largest; yuan before other money, the narrative before the heading."""
    return max(sums, key=lambda s: (s.yuan is not None, s.size, -s.number.start))


def _is_ones_share(gain: Sum, loss: Sum) -> bool:
    """Whether a gain is one offender's part of a total that was taken.

    两人共分得3.9万元 is that of all.
    """
    is_ones = bool(re.search("个人|分得|分获", gain.cue_words)) and not gain.is_total
    return is_ones and loss.is_total and loss.size > gain.size


def _doubt(
    sums: list[Sum], chosen: dict[str, Sum], notes: Notes, *, is_story: bool
) -> None:
    """Doubt the primary sum, or that there is none, where others compete."""
    primary = next((chosen[kind] for kind in RANK if kind in chosen), None)
    vague = [s for s in sums if s.is_vague and s.kind in RANK]
    loose = [s for s in sums if s.kind in {"", "loose"} and not s.is_vague]
    if primary is None:
        loose += [s for s in sums if _may_count(s)]
        if loose:
            notes.doubt("amount", "unplaced-sum", _largest(loose).words)
        return
    kind = next(kind for kind in RANK if kind in chosen)
    others = [s for s in sums if s.size != primary.size and not s.is_vague]
    # A small sum may be a price or what one was paid at a time.
    is_lonely = (
        not is_story
        and primary.size >= _SMALL
        and not any(
            s.kind in {"", "loose", "sham", *_KINDS} or _may_count(s) for s in others
        )
    )
    rivals = [s for s in others if s.kind == kind and not _is_same(s, primary)]
    larger = [s for s in loose if s.size > primary.size]
    if rivals and not primary.is_total:
        notes.doubt("amount", "several-sums", primary.words, _largest(rivals).words)
    elif any(RANK.index(s.kind) < RANK.index(kind) for s in vague):
        notes.doubt("amount", "vague-sum", vague[0].words, primary.words)
    elif larger:
        notes.doubt("amount", "unplaced-sum", _largest(larger).words)
    elif (
        kind == "gain"
        and (loss := chosen.get("loss")) is not None
        and _is_ones_share(primary, loss)
    ) or (
        not primary.is_total
        and not is_lonely
        and (kind == "loss" or not FIRM[kind].search(primary.cue_words))
    ):
        notes.doubt("amount", "weak-sum", primary.words)


def _is_same(money: Sum, other: Sum) -> bool:
    """Whether a sum is the other in another currency: 28亿韩元（约合1450万元）."""
    near = abs(money.number.start - other.number.start) <= 24
    return near and money.currency != other.currency


def _may_count(money: Sum) -> bool:
    """Whether a large sum was left out for a word that also tells losses."""
    large = money.size >= _LARGE and money.kind == "excluded"
    return large and not money.is_vague and bool(PAID.search(money.cue_words))


def _found(money: Sum, kind: AmountKind) -> Found[Amount]:
    start, end = money.number.start, money.end
    if money.cue and money.cue[1] <= start and start - money.cue[1] <= 6:
        start = money.cue[0]
    original = "" if money.currency == "CNY" else money.words
    return Found(
        Amount(kind, money.yuan, original, money.currency),
        money.view.spans(start, end),
        f"amounts.{money.kind}",
        "The only sum, of which no word says what it counts."
        if money.kind == "loose"
        else f"Sum by words of {money.kind} money.",
        money.qualifier,
    )
