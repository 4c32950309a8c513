"""Sums that somebody paid or was to pay: victims' payments, demands, intentions."""

from __future__ import annotations

import re

from cases.reader import prose

# Only demanded when the victim went to the police: 索要20万元。被害人报警.
_ONLY_DEMANDED = re.compile("报警|报案")
# A demand that failed: 索要100万元，被拒绝; 未得逞.
_FAILED = re.compile(
    r"拒绝|拒不|回绝|婉拒|严拒|未遂|未果|(?:未|未能|没有|没能|没)得逞|(?:未|没有?|不肯|拒)(?:支?付|给|交)|报警|报案"
    r"|分文(?:未|没)|置之不理|(?:不予|未予|没有|没|不)(?:理睬|理会|搭理)|(?:不|没|没有|未)(?:答应|就范|同意|妥协|屈服)"
)
_DEMAND = re.compile(
    r"索要|索取|勒索|敲诈|讹诈|讨要|索钱|[张开][口嘴]|叫价|漫天要价|狮子大开口"
)
# 要求立即转账98万元。孔某转账后: what was demanded was paid.
_OBEYED = re.compile(
    "(?:转账|转款|汇款|打款|付款|支付|缴纳|充值)(?:完成|成功)?(?:后|之后|完毕)|照做|照办|如数"
    "|信以为真"
)
# What somebody paid is a loss where the words around tell a victim.
_PAYMENT = re.compile(
    r"(?:转账|转款|汇款|打款|汇入|汇出|汇去|汇来|汇了|汇过[去来]|转入|转出|转去|转来|转给|转了|转过[去来]"
    r"|打给|打了|打来|打过[去来]|汇给|打进|送上|送去|奉上|献出"
    r"|交给|交了|交出|交付|付了|付给|给了|付出|掏出?|拿出|凑出|凑了|凑齐|砸[进下了]|赔[进上]|搭[进上]|贴进|耗尽|花掉"
    r"|花了?|付钱|给钱|共付|付(?=\d|人民币|出|共)|交(?=\d|人民币|共)"
    r"|充值|充[了进]|投入|投资|投了|投进|垫付|垫资|垫了|支付(?!结算)|付款|支出|消费"
    r"|缴纳|刷卡|购买|花费|耗费|投保)"
    # 汇款7次，总计56万元
    r"(?:[^，。；\d]{0,8}[\d一二三四五六七八九十几多]{1,3}余?[次笔]，?)?[^，。；\d]{0,10}$"
)
# 56万元就这样汇入对方账户, 将56万元打给“客服”: the payment is told behind the sum.
_PAYMENT_BEHIND = re.compile(
    r"[^，。；\d]{0,12}(?:转|汇|打|付|交|投|存|充|送)(?:到|至|入|进|给|往|向|了|过去|出去|出)"
)
# Nobody paid: 正准备转账15万元, 差点转出20万元, 要求取现19万元.
_INTENDED = re.compile(
    r"(?:准备|正要|正欲|(?<![私贪情物])欲|打算|企图|试图|险些|差点|差一点|计划|执意|坚持要?|急着"
    r"|急于|想要?|即将)[^，。；]{0,14}$"
)
# What came into the offenders' cards: 上述银行卡共转入; victims pay into them (向…账户)
_INTO_CARDS = re.compile(
    r"[^向往给到将把从由用，。；]{0,24}"
    r"(?:(?:银行卡|信用卡|[上述该]卡|账户|账号|收款码|公户)(?:内|里|上|中)?|卡[内里上中])"
    r"(?:累计|合计|共计|总共|共|先后|陆续|被|已){0,3}"
)
_TRANSFER = re.compile("转账|转款|转移|转入|转给|汇|取现|取款|支付|充值|投")
# 为恢复数据花费18万元, 进行抢修并为此支付4万元: what repairs cost.
_REPAIR = re.compile(
    r"(?:恢复|修复|重建|重新构建|抢修|补救|维修|弥补|清理木马)[^。；]{0,30}$"
)
_VICTIM_BEFORE = re.compile(
    r"财务|会计|出纳|(?:被|受)害人|受害者|事主|失主|市民|居民|女士|先生|大爷|大妈|阿姨|奶奶|老人|诱骗"
    r"|诱导|哄|忽悠|蒙骗|骗取|诈骗|骗得|以[^，。；]{2,10}为由|对方|[按依遵]照?[^，。；]{0,10}(?:要求|指[点示令引]|吩咐)|信以为真|深信|上当|诓"
    # 企业无奈就范，交出40万元: who is pressed to pay
    r"|被迫|迫于|迫使|迫不得已|逼(?:得|迫|使|其|着)|只得|只好|不得不|不得已|无奈|就范|妥协|屈从"
    r"|[要开索]价|消灾|免灾|息事宁人|破财|胁迫|要挟|恐吓|威胁|敲诈|勒索|讹诈"
)
_VICTIM_AFTER = re.compile(
    r"被骗|受骗|上当|无法(?:提现|取出|联系|登录)|不能提现|提现失败|拉黑|失联|联系不上"
    r"|血本无归|打水漂|报警|报案|才(?:发现|意识|得知|知道)|方知|意识到|惊觉|如梦初醒|幡然醒悟|消灾"
)


def is_victims_payment(
    text: str,
    clause: prose.Stretch,
    start: int,
    end: int,
    *,
    leans: bool,
    behind_too: bool,
) -> bool:
    """Whether a victim paid the sum: 陈女士转账68万元后无法提现.

    ``leans``: the clause opens with 总计, so that the one before tells the payment;
    ``behind_too``: it may be told behind the sum, since no other word says what it is.
    """
    left = clause.start - (16 if leans else 0)  # 先后汇款7次，总计56万元
    payment = _PAYMENT.search(text, max(0, left, start - 24), start)
    if payment:
        if _INTENDED.search(text, clause.start, payment.start()):
            return False
        if _INTO_CARDS.fullmatch(text, clause.start, payment.start()):
            return False
    elif not (behind_too and _PAYMENT_BEHIND.match(text, end)):
        return False
    before = re.split("[。\n]", text[max(0, start - 60) : start])[-1]
    after = text[end : end + 60].split("\n")[0]
    return bool(
        (payment and _REPAIR.search(before))
        or _VICTIM_BEFORE.search(before)
        or _VICTIM_AFTER.search(after)
    )


def is_unpaid(
    text: str, cue: tuple[int, int], end: int, *, is_taking: bool, is_total: bool
) -> bool:
    """Whether the sum that ends at ``end`` was intended or demanded only.

    ``cue`` is where the word stands that gives the sum its class; ``is_taking``:
    the word tells that money was taken, so that one who demands says it too.
    """
    if _TRANSFER.match(text, *cue) and _INTENDED.search(
        text, max(0, cue[0] - 24), cue[0]
    ):
        return True
    if not is_taking or not _DEMAND.search(text, max(0, cue[0] - 6), cue[1]):
        return False
    following = text[end : end + 40]
    if not is_total and _ONLY_DEMANDED.search(following):
        return True
    return _FAILED.search(following[:30].split("。")[0]) is not None


def is_demanded(text: str, start: int) -> bool:
    """Whether the sum at ``start`` is what somebody asked for: 张口就要80万元."""
    return bool(_DEMAND.search(text, max(0, start - 12), start))


def was_obeyed(text: str, end: int) -> bool:
    """Whether what was asked for before ``end`` was paid after all."""
    return _OBEYED.search(text, end, end + 40) is not None
