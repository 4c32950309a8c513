"""Sums of money in a case: what was involved, gained, lost."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from fractions import Fraction

from cases.reader import prose
from cases.reader.clean import View
from cases.reader.context import CaseContext, Notes
from cases.reader.money_scope import is_bait, is_beside_the_case
from cases.reader.money_words import (
    AFTER,
    BARE_CUE,
    BEFORE,
    CLAUSE_END,
    CURRENCIES,
    DEMAND,
    FAILED,
    FIRM,
    INTENDED,
    LARGE,
    LEAD,
    MONEY_NOUN,
    OBEYED,
    ONLY_DEMANDED,
    PAID,
    PAYMENT,
    RANGE_BEFORE,
    REPAIR,
    TAKEN,
    THRESHOLD,
    TOTAL,
    TRANSFER,
    UNIT,
    VICTIM_AFTER,
    VICTIM_BEFORE,
)
from cases.reader.numbers import LEADING, Number, find_numbers, qualifier_after
from cases.reader.results import Amount, AmountKind, Found, Qualifier

# What takes precedence. A turnover that was made up is heard only where no other
# money involved is told. Money forfeited is the gain, where no other is told; money
# seized a part of the money involved, heard only where nothing else is told.
RANK: tuple[str, ...] = ("involved", "sham", "gain", "forfeited", "loss", "seized")
_KINDS: tuple[AmountKind, ...] = ("involved", "gain", "loss")
_WINDOW = 45
# Yuan from which a sum may be a case's.
_LARGE = 10_000
_SMALL = 2_000


@dataclass(frozen=True, slots=True)
class _Sum:
    """A sum of money in one part of the case, and the class its words give it."""

    view: View
    number: Number
    end: int
    yuan: int | None
    currency: str
    qualifier: Qualifier
    kind: str = ""
    cue: tuple[int, int] | None = None
    is_total: bool = False
    is_vague: bool = False

    @property
    def size(self) -> Fraction:
        return self.number.value or Fraction(0)


def read_amounts(case: CaseContext, notes: Notes) -> tuple[Found[Amount], ...]:
    """The sums of a case, the primary one first, at most one for each kind.

    Involved money is primary before gains, gains before losses; of several sums
    of one kind the largest. Money forfeited or seized counts only when nothing
    else does.
    Fines, money returned or saved, prices and sums per head are left out.
    """
    sums: list[_Sum] = []
    for view in (case.heading, case.narrative):
        if view is not None:
            sums += _sums(view)
    chosen: dict[str, _Sum] = {}
    for kind in RANK:
        of_kind = [s for s in sums if s.kind == kind and not s.is_vague]
        if of_kind:
            chosen[kind] = _largest(of_kind)
    sham = chosen.pop("sham", None)
    if sham is not None:
        chosen.setdefault("involved", sham)
    forfeited, seized = chosen.pop("forfeited", None), chosen.pop("seized", None)
    if forfeited is not None and "gain" not in chosen:
        chosen["gain"] = forfeited
        if "involved" not in chosen:
            notes.doubt("amount", "seized-only", _words(forfeited))
    if not chosen and seized is not None:
        chosen["involved"] = seized
        if any(money.size >= _LARGE for money in sums if money is not seized):
            notes.doubt("amount", "seized-only", _words(seized))
    gain, loss = chosen.get("gain"), chosen.get("loss")
    if gain and loss and "involved" not in chosen and _is_ones_share(gain, loss):
        # 共骗取补贴138万元，钱某个人获利56万元: one offender's share of it.
        del chosen["gain"]
    _doubt(sums, chosen, notes, is_story=case.is_story)
    return tuple(_found(chosen[kind], kind) for kind in _KINDS if kind in chosen)


def _sums(view: View) -> list[_Sum]:
    text = prose.own_facts(view.text)
    clauses = prose.Finder(prose.clauses(text))
    cues = list(BEFORE.finditer(text))
    starts = [cue.start() for cue in cues]
    found = []
    for number in find_numbers(text):
        money = _money(view, text, number)
        if money is not None:
            found.append(_classified(money, text, clauses, cues, starts))
    return found


def _money(view: View, text: str, number: Number) -> _Sum | None:
    """The number as a sum, when a currency follows or money words precede it."""
    unit = UNIT.match(text, number.end)
    currency, end = "CNY", number.end
    qualifier = number.qualifier
    if unit:
        words = unit.group().lstrip("余多").removesuffix("整")
        if words not in CURRENCIES:
            words = words.removesuffix("人民币")
        currency, end = CURRENCIES.get(words, "CNY"), unit.end()
        if unit.group()[0] in "余多":
            qualifier = "at-least"
        if text.startswith(("钱包", "素", "旦", "首", "宇宙", "件"), end):
            return None  # 元素, 元旦, 元首, 元宇宙
    elif not (LARGE.search(text, *number.body) and _is_bare_money(text, number)):
        return None
    after = qualifier_after(text, end)
    if after:
        qualifier, end = after
    if qualifier == "exact":
        lead = LEAD.search(text, max(0, number.start - 8), number.start)
        qualifier = LEADING.get(lead["lead"], "about") if lead else qualifier
    yuan = None
    if number.value is not None and currency == "CNY":
        if 0 < number.value < 10:
            return None  # 0.01元, 每单抽1元: a price
        yuan = round(number.value)
    return _Sum(
        view,
        number,
        end,
        yuan,
        currency,
        qualifier,
        is_vague=number.value is None,
    )


def _is_bare_money(text: str, number: Number) -> bool:
    """Whether words around a number without a currency say that it is money."""
    if MONEY_NOUN.match(text, number.end):
        return True
    return bool(
        CLAUSE_END.match(text, number.end)
        and BARE_CUE.search(text, max(0, number.start - 12), number.start)
    )


def _classified(
    money: _Sum,
    text: str,
    clauses: prose.Finder,
    cues: list[re.Match[str]],
    starts: list[int],
) -> _Sum:
    start = money.number.start
    clause = clauses.at(start)
    near = _near(clauses, cues, starts, start)
    kind, cue = "", None
    after = AFTER.match(text, money.end)
    if near:
        kind, cue = near[-1].lastgroup or "", near[-1].span()
        kind = _overruled(kind, near, text, start)
    # 骗取手机等价值2万元的货物: what was taken is worth that much, no price.
    is_loot = kind == "loss" and after is not None and _OF_GOODS.match(after.group())
    # 支付5万元报酬, 能拿到上万元提成: the verb before it says more.
    is_paid = (
        after is not None
        and after.lastgroup == "gain"
        and kind == "excluded"
        and near[-1].start() >= clause.start
    )
    if after and not is_loot and not is_paid:
        kind, cue = after.lastgroup or "", after.span()
    if kind in {"", "excluded", "involved"} and _is_victims_payment(
        text, clause, start, money.end
    ):
        kind = "loss"
    is_total = bool(TOTAL.search(text, max(clause.start, start - 12), start))
    if _is_no_sum_of_the_case(money, text, kind, cue, is_total=is_total):
        kind = "excluded"
    return replace(money, kind=kind, cue=cue, is_total=is_total)


def _near(
    clauses: prose.Finder, cues: list[re.Match[str]], starts: list[int], start: int
) -> list[re.Match[str]]:
    """The cues before a sum: those of its clause, else of the one that it leans on
    (非法获利，共计500余万元)."""
    place = clauses.index(start)
    left = max(clauses.stretches[place].start, start - _WINDOW)
    near = _cues(cues, starts, left, start)
    # 获利最多，达到110万元: the word says nothing by itself.
    if not place or any(cue.group() != "达到" for cue in near):
        return near
    earlier = clauses.stretches[place - 1]
    if earlier.text[-1:] not in "，：,:":
        return near
    return _cues(cues, starts, max(earlier.start, start - _WINDOW), start)


def _is_no_sum_of_the_case(
    money: _Sum, text: str, kind: str, cue: tuple[int, int] | None, *, is_total: bool
) -> bool:
    """Whether a sum is a bound, of another matter, or of a demand that failed."""
    start, end = money.number.start, money.end
    if RANGE_BEFORE.search(text, max(0, start - 3), start):
        return True
    if THRESHOLD.match(text, end - 2):
        return True
    if kind in RANK and is_beside_the_case(text, start, end):
        return kind != "loss" or not OBEYED.search(text, end, end + 40)
    if kind == "gain" and is_bait(text, start, end):
        return True
    if cue is None or kind not in RANK:
        return False
    if TRANSFER.match(text, *cue) and INTENDED.search(
        text, max(0, cue[0] - 24), cue[0]
    ):
        return True
    if kind not in {"gain", "loss"} or not DEMAND.search(text, *cue):
        return False
    following = text[end : end + 40]
    if not is_total and ONLY_DEMANDED.search(following):
        return True
    return FAILED.search(following[:30].split("。")[0]) is not None


def _cues(
    cues: list[re.Match[str]], starts: list[int], left: int, right: int
) -> list[re.Match[str]]:
    """The cues that lie between two offsets."""
    first = bisect_left(starts, left)
    last = bisect_left(starts, right)
    return [cue for cue in cues[first:last] if cue.end() <= right]


def _is_victims_payment(text: str, clause: prose.Stretch, start: int, end: int) -> bool:
    """Whether a victim paid the sum: 陈女士转账68万元后无法提现."""
    left = clause.start
    if TOTAL.match(clause.text):  # 先后汇款7次，总计56万元
        left -= 16
    payment = PAYMENT.search(text, max(0, left, start - 24), start)
    if not payment or INTENDED.search(text, clause.start, payment.start()):
        return False
    before = re.split("[。\n]", text[max(0, start - 60) : start])[-1]
    after = text[end : end + 60].split("\n")[0]
    return bool(
        REPAIR.search(before)
        or VICTIM_BEFORE.search(before)
        or VICTIM_AFTER.search(after)
    )


_SPENT = re.compile("消费|优惠|存款|余额|奖励|奖金|充值了?|贷款|保证金|押金")
_LOST = re.compile(
    "损失|盗刷|盗用|骗领|骗取|骗走|冒领|盗取|窃取|(?:使|冒|盗)用他人|他人的"
)
_OF_GOODS = re.compile("的(?:商品|货物|手机|汽车|车辆|奢侈品|名表)")
_NEAR_EXCLUDED = re.compile(r"(?:不满|达到|以上的?，|各自?|价值|要求|支付|充值了?)$")


def _overruled(kind: str, near: list[re.Match[str]], text: str, start: int) -> str:
    """The class after earlier cues of the clause have had their say.

    冻结涉案资金300万元 is seized although 涉案资金 stands nearer; 退还违法所得 is
    returned; 每条获利2元 is a sum per head; 金额达到500万元 stays involved.
    """
    last = near[-1].group()
    if last in {"价值", "价款", "市价", "市值"} and TAKEN.search(
        text, max(0, start - 30), start
    ):
        return "loss"
    if kind == "excluded" and _SPENT.fullmatch(last):
        # 盗刷银行卡消费8900元, 损失补贴款98万元: the clause says that it was taken.
        clause = re.split("[，。；：\n]", text[max(0, start - 30) : start])[-1]
        if _LOST.search(clause):
            return "loss"
    if len(near) > 1 and kind == "excluded" and _NEAR_EXCLUDED.search(last):
        earlier = near[-2]
        if near[-1].start() - earlier.end() <= 4 and earlier.lastgroup != "excluded":
            kind = earlier.lastgroup or kind
    if kind in RANK:
        for cue in near[:-1]:
            between = text[cue.end() : near[-1].start()]
            if cue.lastgroup == "seized" and len(between) <= 12 and kind != "forfeited":
                return "seized"
            if _BINDS.match(cue.group()) and len(between) <= 10:
                return "excluded"
    return kind


# Excluding words that govern a money word after them: 挽回损失, 退缴违法所得, 每条获利.
_BINDS = re.compile(
    r"止损|挽回|挽损|追回|追赃|退赃|退赔|退还|返还|发还|归还|赔偿|拦截|止付|避免|阻止"
    r"|防止|减少"
    r"|每|各|.?人?均$|平均|罚|单价|承诺|许诺|谎称|号称|声称|企图|欲|试图"
)


def _largest(sums: list[_Sum]) -> _Sum:
    """The largest; yuan before other money, the narrative before the heading."""
    return max(sums, key=lambda s: (s.yuan is not None, s.size, -s.number.start))


def _is_ones_share(gain: _Sum, loss: _Sum) -> bool:
    """Whether a gain is one offender's part of a total that was taken.

    两人共分得3.9万元 is that of all.
    """
    is_ones = bool(re.search("个人|分得|分获", _cue_words(gain))) and not gain.is_total
    return is_ones and loss.is_total and loss.size > gain.size


def _words(money: _Sum) -> str:
    return money.view.text[money.number.start : money.end]


def _doubt(
    sums: list[_Sum], chosen: dict[str, _Sum], notes: Notes, *, is_story: bool
) -> None:
    primary = next((chosen[kind] for kind in RANK if kind in chosen), None)
    vague = [s for s in sums if s.is_vague and s.kind in RANK]
    loose = [s for s in sums if not s.kind and not s.is_vague]
    if primary is None:
        loose += [s for s in sums if _may_count(s)]
        if loose:
            notes.doubt("amount", "unplaced-sum", _words(_largest(loose)))
        return
    kind = next(kind for kind in RANK if kind in chosen)
    others = [s for s in sums if s.size != primary.size and not s.is_vague]
    # A small sum may be a price or what one was paid at a time.
    is_lonely = (
        not is_story
        and primary.size >= _SMALL
        and not any(s.kind in {"", "sham", *_KINDS} or _may_count(s) for s in others)
    )
    rivals = [s for s in others if s.kind == kind and not _is_same(s, primary)]
    larger = [s for s in loose if s.size > primary.size]
    if rivals and not primary.is_total:
        notes.doubt("amount", "several-sums", _words(primary), _words(_largest(rivals)))
    elif any(RANK.index(s.kind) < RANK.index(kind) for s in vague):
        notes.doubt("amount", "vague-sum", _words(vague[0]), _words(primary))
    elif larger:
        notes.doubt("amount", "unplaced-sum", _words(_largest(larger)))
    elif (
        not primary.is_total
        and not is_lonely
        and (kind == "loss" or not FIRM[kind].search(_cue_words(primary)))
    ):
        notes.doubt("amount", "weak-sum", _words(primary))


def _is_same(money: _Sum, other: _Sum) -> bool:
    """Whether a sum is the other in another currency: 28亿韩元（约合1450万元）."""
    near = abs(money.number.start - other.number.start) <= 24
    return near and money.currency != other.currency


def _may_count(money: _Sum) -> bool:
    """Whether a large sum was left out for a word that also tells losses."""
    large = money.size >= _LARGE and money.kind == "excluded"
    return large and not money.is_vague and bool(PAID.search(_cue_words(money)))


def _cue_words(money: _Sum) -> str:
    return money.view.text[slice(*money.cue)] if money.cue else ""


def _found(money: _Sum, kind: AmountKind) -> Found[Amount]:
    start, end = money.number.start, money.end
    if money.cue and money.cue[1] <= start and start - money.cue[1] <= 6:
        start = money.cue[0]
    original = "" if money.currency == "CNY" else _words(money)
    return Found(
        Amount(kind, money.yuan, original, money.currency),
        money.view.spans(start, end),
        f"amounts.{money.kind}",
        f"Sum after words of {money.kind} money.",
        money.qualifier,
    )
