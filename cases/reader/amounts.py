"""Sums of money in a case: what was involved, gained, lost."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from fractions import Fraction

from cases.reader import prose
from cases.reader.clean import View
from cases.reader.context import CaseContext, Notes
from cases.reader.numbers import Number, find_numbers, qualifier_after
from cases.reader.results import Amount, AmountKind, Found, Qualifier

CURRENCIES = {
    "元": "CNY", "块钱": "CNY", "人民币": "CNY", "块": "CNY", "圆": "CNY",
    "美元": "USD", "美金": "USD", "欧元": "EUR", "英镑": "GBP", "日元": "JPY",
    "日圆": "JPY", "韩元": "KRW", "港元": "HKD", "港币": "HKD", "新台币": "TWD",
    "台币": "TWD", "澳门元": "MOP", "加元": "CAD", "加拿大元": "CAD", "澳元": "AUD",
    "新加坡元": "SGD", "新元": "SGD", "泰铢": "THB", "卢布": "RUB", "卢比": "INR",
    "瑞士法郎": "CHF", "林吉特": "MYR", "比索": "PHP", "越南盾": "VND",
    "瑞尔": "KHR", "缅币": "MMK", "雷亚尔": "BRL", "迪拉姆": "AED",
}  # fmt: skip
_UNIT = re.compile(
    r"余?多?(?:" + "|".join(sorted(CURRENCIES, key=len, reverse=True)) + r")"
    r"(?:人民币|整)?"
)

# What stands around a sum says what it counts. The words nearest before the sum
# decide (涉案资金达1.5亿元), unless those right after it do (3万元的好处费).
BEFORE = re.compile(
    r"""
    (?P<involved>
      涉案(?:总)?(?:资金|金额|价值|流水|总?额|数额|款|案值|货值|标的)?
      |涉及(?:的)?(?:总)?(?:资金|金额|流水|交易)|涉诈(?:资金|金额)|涉赌(?:资金|金额)|涉嫌金额
      |(?:资金|银行|账户|交易|涉案|累计|总)?流水|流转(?:资金|金额)
      |(?:交易|支付结算|结算|转账|转移|洗钱|走账|过账|充值|投注|下注|销售|经营|吸收|集资|募集|吸金|诈骗|贩卖|刷单|犯罪|非法|套现|盗刷|作案|打赏|合同)
       (?:总)?(?:金额|数额|额度?|总额|资金|款项|款)(?!较大|巨大)
      |赌资|案值|货值|(?:总|累计|合计)(?:金额|价值|额)|金额|数额(?!较大|巨大|特别)|总额|资金池|价税合计|虚开[^，。；]{0,12}?(?:发票|金额)|销售总?额|营业额|营收
      |(?:转移|洗白|清洗|代收|代付|归集|转账|转款|取现|套取|套现|吸收|募集|跑分|结算|流入|汇入|转入|中转|非法经营|吸收公众存款)
       (?:的|了|各类|赃款|资金|款项|涉诈|诈骗|赌博|存款|被害人|犯罪所得|涉案|现金|共计|累计|人民币|约|近|超|过|达){0,6}
      |销售(?:假|伪|盗|该|上述|涉案|侵权)[^，。；]{0,20}
    )
    |(?P<gain>
      (?:非法|共|从中|违法|累计|合计|由此|借此|实际|个人)?(?:获利|牟利|盈利|谋利|赢利|渔利)(?:金额|数额)?
      |(?:违法|非法|犯罪|不法)所得|(?:非法|违法)(?:收入|收益|利益|利润|获取|收取|收款)|(?:获取|获得|得到|谋取|攫取|赚取|收取|收受|分得|分获)
       [^，。；]{0,14}?(?:利益|利润|报酬|好处费?|佣金|收益|费用|提成|返利|返点|所得|服务费|会费|学费|中介费|手续费|钱款|现金|人民币)?
      |赚(?:了|得|取|到)?|盈余|营利|利润|佣金|好处费|报酬|提成|收益|收入|得利|得款|入账|进账|分赃|赃款
      |敲诈(?:勒索)?(?:得|到|了|取)?|勒索(?:到|得|了|走)?|索要|索取|讹诈|索得
    )
    |(?P<loss>
      (?:修复|维修|恢复|应急处置|重建)(?:系统|数据|网站)?(?:的)?(?:费用|支出|成本)?|损失|被骗(?:走|取)?|受骗|骗取|骗走|骗得|骗了|骗到|诈骗(?!团伙|集团|罪|案|分子|犯罪|窝点|平台|公司|手段|方式)(?:得|走|取|了)?
      |被盗(?:走|刷|取|转)?|盗取|盗走|盗刷|窃取|盗窃|转走|划走|骗(?:他人|被害人|受害人)|亏损|受损|逃匿|逃避|偷逃|侵占|挪用|拖欠
    )
    |(?P<seized>
      (?:冻结|扣押|查扣|查封|缴获|收缴|扣划|起获|查获|暂扣|没收|追缴|上缴|退缴|查控|管控)(?!的?账号)
    )
    |(?P<excluded>
      止损|挽回|挽损|追回|追赃|退赃|退赔|退还|返还|发还|归还|赔偿|补偿|垫付|返现|退款|退回|赔付|追损
      |罚款|罚金|处罚|并处|保证金|押金|保释金|取保|赎金要求|要求|威胁|开价|索赔|要价|企图|欲|试图|意图|准备|打算|承诺|许诺|谎称|号称|声称
      |注册资本|注册资金|悬赏|奖励|奖金|限额|额度|余额|上限|下限|面值|估值|市值|融资|投资额|投入|成本|造价|总投资|经济总量|市场规模
      |每[^，。；\d]{0,4}[1一](?:人|条|单|个|次|张|名|笔|件)|各(?:自)?(?=分|获|得)|每(?:人|条|单|个|次|张|部|天|月|年|套|台|份|位|名|笔|日|小时|周|户|件|家|组|号|万)|单价|人均|平均|均价|各自?|分别
      |价格|售价|定价|报价|标价|原价|进价|市价|票价|低价|高价|价值|价款|(?:月|年|日|底)薪|工资|薪酬|时薪|日租|租金|房租|花费?(?:了)?|支付|付费|购买|购入|充值了?|缴纳|缴费
      |拦截|止付|劝阻|预警|避免|阻止|保护|防止|减少|节省|优惠|贷款|借款|存款|欠款|欠|借|首付|筹款|捐款|募捐
      |可以?(?:得到|获得|拿到|赚)|能(?:得到|获得|拿到|赚)|就能|即可|可得|一(?:小时|天|单|条|次|个小时|张)|支出|预付|消费|转给|汇给|给予|借给|退了?|价|标准|起点|以上的?，|不满|达到|数额巨大|数额较大
    )
    """,
    re.VERBOSE,
)
AFTER = re.compile(
    r"""
    (?P<excluded>
      不等|(?:/|每|一)(?:条|个|张|套|次|单|人|份|台|部|组|天|日|月|年|号|户|件|名|小时)|的?(?:价格|单价|售价|低价|高价|费率|定价|报价|标准)|(?:的)?(?:罚款|罚金|奖励|奖金|赏金|保证金)
      |以下|至|到\d|-\d|~\d|—\d|左右不等|起步|起(?=[，。、])|为诱饵|封顶|限额|额度|的(?:商品|货物|手机|汽车|车辆|奢侈品|名表)
    )
    |(?P<gain>的?(?:违法|非法|犯罪)所得|的?(?:好处费|佣金|报酬|提成|利润|收益|利益|中介费|手续费|服务费|辛苦费|获利))
    |(?P<loss>的?(?:经济|财产|直接)?损失|(?:被|遭)(?:骗|盗|转)|骗走|被转走)
    |(?P<involved>的?(?:流水|赌资|涉案资金|资金流水|交易额))
    """,
    re.VERBOSE,
)
# A demand that failed: 索要100万元，被拒绝; 未得逞.
_FAILED = re.compile(r"拒绝|未遂|未果|未得逞|未能得逞|没有得逞|未支付|未给|报警|报案")
_DEMAND = re.compile(r"索要|索取|勒索|敲诈|讹诈")
# Sums without 元 count as money only right after such words: 获利13万余，
_BARE_CUE = re.compile(
    r"(?:金额|资金|流水|获利|牟利|所得|损失|价值|赌资|总额|案值|骗走|骗取|诈骗|盈利)"
    r"(?:共计|合计|累计|高达|已达|达到|超过|约为|人民币|总计|达|共|为|超|近|约|了|逾){0,2}$"
)
_CLAUSE_END = re.compile(r"[，。；！？、）\n]|$")
_TOTAL = re.compile(r"共计|合计|累计|总计|总额|总金额|总值|共|总|达到?")
_LARGE = re.compile(r"[万亿萬億]")
_RANGE_BEFORE = re.compile(r"[\d元万千百亿](?:至|到|-|~|—|–)$")

RANK: tuple[str, ...] = ("involved", "gain", "loss", "seized")
_WINDOW = 45


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
    of one kind the largest. Money seized counts only when nothing else does.
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
    seized = chosen.pop("seized", None)
    if not chosen and seized is not None:
        chosen["involved"] = seized
        notes.doubt("amount", "seized-only", _words(seized))
    _doubt(sums, chosen, notes)
    kinds: tuple[AmountKind, ...] = ("involved", "gain", "loss")
    return tuple(_found(chosen[kind], kind) for kind in kinds if kind in chosen)


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
    unit = _UNIT.match(text, number.end)
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
    elif not (
        _LARGE.search(text, *number.body)
        and _CLAUSE_END.match(text, number.end)
        and _BARE_CUE.search(text, max(0, number.start - 12), number.start)
    ):
        return None
    after = qualifier_after(text, end)
    if after:
        qualifier, end = after
    yuan = None
    if number.value is not None and currency == "CNY":
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


def _classified(
    money: _Sum,
    text: str,
    clauses: prose.Finder,
    cues: list[re.Match[str]],
    starts: list[int],
) -> _Sum:
    start = money.number.start
    place = clauses.index(start)
    clause = clauses.stretches[place]
    left = max(clause.start, start - _WINDOW)
    # A sum right at the clause's start leans on the clause before it:
    # 非法获利，共计500余万元.
    if not _cues(cues, starts, left, start) and place:
        earlier = clauses.stretches[place - 1]
        if earlier.text[-1:] in "，：,:":
            left = max(earlier.start, start - _WINDOW)
    near = _cues(cues, starts, left, start)
    kind, cue = "", None
    after = AFTER.match(text, money.end)
    if near:
        kind, cue = near[-1].lastgroup or "", near[-1].span()
        kind = _overruled(kind, near, text, start)
    if after:
        kind, cue = after.lastgroup or "", after.span()
    if _RANGE_BEFORE.search(text, max(0, start - 3), start):
        kind = "excluded"
    if cue and kind in {"gain", "loss"} and _DEMAND.search(text, *cue):
        following = text[money.end : money.end + 30].split("。")[0]
        if _FAILED.search(following):
            kind = "excluded"
    is_total = bool(_TOTAL.search(text, max(clause.start, start - 12), start))
    return replace(money, kind=kind, cue=cue, is_total=is_total)


def _cues(
    cues: list[re.Match[str]], starts: list[int], left: int, right: int
) -> list[re.Match[str]]:
    """The cues that lie between two offsets."""
    first = bisect_left(starts, left)
    last = bisect_left(starts, right)
    return [cue for cue in cues[first:last] if cue.end() <= right]


_NEAR_EXCLUDED = re.compile(
    r"(?:不满|达到|以上的?，|各自?|分别|价值|要求|支付|充值了?)$"
)


def _overruled(kind: str, near: list[re.Match[str]], text: str, start: int) -> str:
    """The class after earlier cues of the clause have had their say.

    冻结涉案资金300万元 is seized although 涉案资金 stands nearer; 退还违法所得 is
    returned; 每条获利2元 is a sum per head; 金额达到500万元 stays involved.
    """
    last = near[-1].group()
    if len(near) > 1 and kind == "excluded" and _NEAR_EXCLUDED.search(last):
        earlier = near[-2]
        if near[-1].start() - earlier.end() <= 4 and earlier.lastgroup != "excluded":
            kind = earlier.lastgroup or kind
    if kind in {"involved", "gain", "loss"}:
        for cue in near[:-1]:
            between = text[cue.end() : near[-1].start()]
            if cue.lastgroup == "seized" and len(between) <= 12:
                return "seized"
            if _BINDS.match(cue.group()) and len(between) <= 10:
                return "excluded"
    return kind


# Excluding words that govern a money word after them: 挽回损失, 退缴违法所得, 每条获利.
_BINDS = re.compile(
    r"止损|挽回|挽损|追回|追赃|退赃|退赔|退还|返还|发还|归还|赔偿|拦截|止付|避免|阻止|防止|减少"
    r"|每|各|人均|平均|罚|单价|承诺|许诺|谎称|号称|声称|企图|欲|试图"
)


def _largest(sums: list[_Sum]) -> _Sum:
    """The largest; yuan before other money, the narrative before the heading."""
    return max(sums, key=lambda s: (s.yuan is not None, s.size, -s.number.start))


def _words(money: _Sum) -> str:
    return money.view.text[money.number.start : money.end]


def _doubt(sums: list[_Sum], chosen: dict[str, _Sum], notes: Notes) -> None:
    primary = next((chosen[kind] for kind in RANK if kind in chosen), None)
    vague = [s for s in sums if s.is_vague and s.kind in RANK]
    loose = [s for s in sums if not s.kind and not s.is_vague]
    if primary is None:
        loose += [s for s in sums if _may_count(s)]
        if loose:
            notes.doubt("amount", "unplaced-sum", _words(_largest(loose)))
        return
    kind = next(kind for kind in RANK if kind in chosen)
    rivals = [
        s for s in sums if s.kind == kind and not s.is_vague and s.yuan != primary.yuan
    ]
    larger = [s for s in loose if s.size > primary.size]
    if rivals and not primary.is_total:
        notes.doubt("amount", "several-sums", _words(primary), _words(_largest(rivals)))
    elif any(RANK.index(s.kind) < RANK.index(kind) for s in vague):
        notes.doubt("amount", "vague-sum", _words(vague[0]), _words(primary))
    elif larger:
        notes.doubt("amount", "unplaced-sum", _words(_largest(larger)))
    elif (kind == "involved" and not _FIRM.search(_cue_words(primary))) or (
        kind == "loss" and len(chosen) == 1
    ):
        notes.doubt("amount", "weak-sum", _words(primary))


# Left out, yet of a size that may be the case's: 支付, 购买 or 价值 stood before it.
_PAID = re.compile(
    "支付|付费|购买|购入|充值|缴纳|支出|花费|价值|价款|消费|转给|汇给|分别|借款|投入"
)


def _may_count(money: _Sum) -> bool:
    """Whether a large sum was left out for a word that also tells losses."""
    large = money.size >= 10_000 and money.kind == "excluded"
    return large and not money.is_vague and bool(_PAID.search(_cue_words(money)))


# Words that plainly say what a case's whole sum is.
_FIRM = re.compile(
    "涉案|涉及|涉赌|涉诈|流水|金额|数额|总额|案值|货值|赌资|价税|销售额|交易额"
)


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
