"""The sums of money that a text names, each with the class its words give it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from fractions import Fraction

from cases.reader import prose
from cases.reader.clean import View
from cases.reader.money_behind import AFTER, fate_of
from cases.reader.money_payments import (
    is_demanded,
    is_unpaid,
    is_victims_payment,
    was_obeyed,
)
from cases.reader.money_scope import is_bait, is_beside_the_case
from cases.reader.money_words import (
    BARE_CUE,
    BEFORE,
    CLAUSE_END,
    CURRENCIES,
    LARGE,
    LEAD,
    MONEY_NOUN,
    RANGE_BEFORE,
    TAKEN,
    THRESHOLD,
    TOTAL,
    UNIT,
)
from cases.reader.numbers import LEADING, Number, find_numbers, qualifier_after
from cases.reader.results import Qualifier

# The classes of a case's own money, in the order in which they are heard. A turnover
# that was made up is heard only where no other money involved is told. Money forfeited
# is the gain, where no other is told; money seized a part of the money involved, heard
# only where nothing else is told. Loose is a sum of which no word says what it is.
RANK: tuple[str, ...] = (
    "involved",
    "sham",
    "gain",
    "forfeited",
    "loss",
    "seized",
    "loose",
)
_WINDOW = 45


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money in one part of the case, and the class its words give it.

    ``kind`` is one of ``RANK``, or "excluded" (a fine, a price, what was saved), or
    empty where a sum without a class cannot be the case's.
    """

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
        """What the sum comes to, in its own currency."""
        return self.number.value or Fraction(0)

    @property
    def words(self) -> str:
        """The sum as the text gives it."""
        return self.view.text[self.number.start : self.end]

    @property
    def cue_words(self) -> str:
        """The words that give the sum its class."""
        return self.view.text[slice(*self.cue)] if self.cue else ""


# What is said aside of those before it, and parts no clause: （多为在校小学生）; not of
# a sum, nor of what becomes of it.
_ASIDE = re.compile(
    r"（(?![^（）]{0,60}(?:元|万|亿|另案|未遂|以下|[简下]称))[^（）\n]{4,60}）"
)
_LONGEST_ASIDE = 62


def find_sums(view: View) -> list[Sum]:
    """The sums of money in one part of a case, in order."""
    facts = prose.own_facts(view.text)
    text = prose.mask(facts, [match.span() for match in _ASIDE.finditer(facts)])
    clauses = prose.Finder(prose.clauses(text))
    cues = list(BEFORE.finditer(text))
    starts = [cue.start() for cue in cues]
    found = []
    for number in find_numbers(text):
        money = money_at(view, text, number)
        if money is not None:
            found.append(_classified(money, text, clauses, cues, starts))
    return found


def money_at(view: View, text: str, number: Number) -> Sum | None:
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
    elif text[number.body[0] - 1 : number.body[0]] not in tuple("￥¥") and not (
        LARGE.search(text, *number.body) and _is_bare_money(text, number)
    ):
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
    return Sum(
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
    money: Sum,
    text: str,
    clauses: prose.Finder,
    cues: list[re.Match[str]],
    starts: list[int],
) -> Sum:
    start = money.number.start
    clause = clauses.at(start)
    near = _near(text, clauses, cues, starts, start)
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
        # 对26万元涉案资金|予以扣押, 将26万元赃款|返还被害人
        fate = fate_of(text, after.end())
        if kind == "involved" and fate and fate.lastgroup in {"seized", "excluded"}:
            kind, cue = fate.lastgroup, fate.span()
    leans = TOTAL.match(clause.text) is not None
    if kind in {"", "excluded", "involved"} and is_victims_payment(
        text, clause, start, money.end, leans=leans, behind_too=not kind
    ):
        kind = "loss"
    # 私自发放奖励，把36万元据为己有: the word is of the clause before.
    is_distant = kind == "excluded" and cue is not None and cue[1] <= clause.start
    if (not kind or is_distant) and (fate := fate_of(text, money.end)):
        kind, cue = fate.lastgroup or "", fate.span()
    is_total = bool(TOTAL.search(text, max(clause.start, start - 12), start))
    if _is_no_sum_of_the_case(money, text, kind, cue, is_total=is_total):
        kind = "excluded"
    if not kind and not _is_surely_beside(money, text):
        kind = "loose"
    return replace(money, kind=kind, cue=cue, is_total=is_total)


def _near(
    text: str,
    clauses: prose.Finder,
    cues: list[re.Match[str]],
    starts: list[int],
    start: int,
) -> list[re.Match[str]]:
    """The cues before a sum: those of its clause, else of the one that it leans on
    (非法获利，共计500余万元)."""
    place = clauses.index(start)
    aside = text.count(prose.FILLER, max(0, start - _WINDOW - _LONGEST_ASIDE), start)
    window = _WINDOW + min(aside, _LONGEST_ASIDE)
    left = max(clauses.stretches[place].start, start - window)
    near = _cues(cues, starts, left, start)
    # 获利最多，达到110万元: the word says nothing by itself.
    if not place or any(cue.group() != "达到" for cue in near):
        return near
    earlier = clauses.stretches[place - 1]
    if earlier.text[-1:] not in "，：,:":
        return near
    leant_on = _cues(cues, starts, max(earlier.start, start - _WINDOW), start)
    # 月入2万元，共获费用22万元: what is left out there is its own sum, no more.
    is_of_its_own = leant_on and leant_on[-1].lastgroup == "excluded"
    return near if is_of_its_own and _OWN_SUM.search(earlier.text) else leant_on


_OWN_SUM = re.compile(r"[\d一二三四五六七八九十百千万亿余多]元")


def _is_no_sum_of_the_case(
    money: Sum, text: str, kind: str, cue: tuple[int, int] | None, *, is_total: bool
) -> bool:
    """Whether a sum is a bound, of another matter, or of a demand that failed."""
    start, end = money.number.start, money.end
    if RANGE_BEFORE.search(text, max(0, start - 3), start):
        return True
    if THRESHOLD.match(text, end - 2):
        return True
    if kind in RANK and is_beside_the_case(text, start, end):
        return kind != "loss" or not was_obeyed(text, end)
    if kind == "gain" and is_bait(text, start, end):
        return True
    if cue is None or kind not in RANK:
        return False
    is_taking = kind in {"gain", "loss"}
    return is_unpaid(text, cue, end, is_taking=is_taking, is_total=is_total)


def _is_surely_beside(money: Sum, text: str) -> bool:
    """Whether a sum of which no word says what it counts is none of the case's."""
    start, end = money.number.start, money.end
    return (
        money.is_vague
        or money.yuan is None
        or is_demanded(text, start)
        or is_beside_the_case(text, start, end)
    )


def _cues(
    cues: list[re.Match[str]], starts: list[int], left: int, right: int
) -> list[re.Match[str]]:
    """The cues that lie between two offsets."""
    first = bisect_left(starts, left)
    last = bisect_left(starts, right)
    return [cue for cue in cues[first:last] if cue.end() <= right]


_SPENT = re.compile("消费|优惠|存款|余额|奖励|奖金|充值了?|[贷借]款|借|保证金|押金")
_LOST = re.compile(
    "损失|盗刷|盗用|骗领|骗取|骗走|冒领|盗取|窃取|(?:使|冒|盗)用他人|他人的"
    "|为由|为名|为借口|谎称|虚构|漏洞"
)
_OF_GOODS = re.compile(
    "的(?:商品|货物|手机|汽车|车辆|奢侈品|名表|手表|腕表|豪车|轿车|跑车|珠宝|金条|黄金|房产|房子)"
)
_BOUGHT = ("购买", "购入", "支付", "付费", "充值", "充值了", "消费")
_CHEATED = re.compile("骗取|骗得|诈骗|骗(?:他人|被害人|受害人)")
_MADE_GOOD = ("赔偿", "补偿", "赔付", "退款")
_NEXT = 8  # characters between the two of a row
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
    if kind == "excluded" and len(near) > 1 and near[-2].lastgroup == "loss":
        between = text[near[-2].end() : near[-1].start()]
        # 骗取3700名被害人购买“增高产品”, 恢复数据费用、客户赔偿金
        if last in _BOUGHT and _CHEATED.match(near[-2].group()):
            return "loss"
        if last in _MADE_GOOD and between.startswith("、") and len(between) <= _NEXT:
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
