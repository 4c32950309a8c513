"""Words that take a sum out of the case: told of others, agreed only, averted.

A long story names many sums besides the case's: what a tool costs, what a caller
promised, what was saved, what another case or the whole country lost. The words
nearest to a sum (money_words.py) do not show it; its sentence does.
"""

from __future__ import annotations

import re

_UNITS = "天|日|晚|夜|周|小时|单|次|套|条|张|台|局|把|人|场|个(?!月)|个账?号"

_DEED = re.compile(r"骗取|骗走|诈骗|敲诈|勒索|转走|盗|窃|牟利|获利")
# Before the sum, in its sentence: statistics, other cases, forecasts.
_STATISTICS = re.compile(
    r"(?:统计|数据)(?:，|显示|表明)[^。]*(?:全[国省市区县]|此类|该类|这类|每年|上半年)"
    r"|业内(?:人士|普遍)|黑市|市场规模|行业规模"
)
# The same, whatever else its clause says: 该院审理的一起类似案件涉案金额2亿元.
_OF_OTHERS = re.compile(
    # 带破同类案件110余起，涉案金额210余万元 is what this case came to
    r"(?<!带破)(?<!串并)(?<!破全国)(?<!并全国)(?:此|该|这|同)类(?:案件|犯罪|诈骗|骗局|黑产)|类似(?:案件|的案)"
    r"|(?:财报|年报|财务报表)(?:显示|披露|数据|称|中|，)|司法解释|入罪|追诉标准"
    r"|(?:中心|公安部|最高检|最高法|最高人民|协会|研究院|机构|白皮书|(?<!审计)(?<!鉴定)(?<!评估)报告)[^。，]{0,8}"
    r"(?:统计|数据|显示|(?:发布|披露)(?!消息|[，：]))"
    r"|[全我该][国省市区县](?:去年|今年|前年|上半年|近年|每年|20\d\d年)"
    r"|(?:一年来|去年|今年|近年来|每年|20\d\d年|上半年|前三季度)[^。，]{0,6}，?[全我该][国省市区县]"
    r"|(?:网传|谣传|传言|传闻|谣言|帖文|文章|视频)(?:中)?(?:称|说)?[^。，]{0,24}$"
    # 2017年营业收入3028万元: a company's whole business
    r"|(?:20\d\d|当|同|每|全|去|前)年[^，。]{0,8}(?:营业(?:总)?收入|营收|净利润|利润总额)[^。]{0,20}$"
)
# The same, unless a deed stands between: 谎称若不付款就断网，骗取5万元.
_FORECAST = re.compile(
    r"预计|预估|潜在|可能(?:会)?(?:造成|导致|带来|给)|或将|若(?!干)|如果|假如|倘若"
    r"|一旦|将(?:会)?(?:造成|导致|带来)|幸好|幸亏|所幸"
)
# Before the sum, in its clause: some of many, a thing agreed or boasted of.
_MANY = "成员|用户|人|者|户|[商买卖玩]家|群众|市民|居民|学生|网友|企业|公司|店|代理"
_TAKINGS = "营业额|营收|流水|收费?|收入|卖到?|赚|挣|获利|进账|拿到?|提成|分成|给"
_CLAUSE = re.compile(
    r"(?:有的|有人|有些|少则|多则|动辄)[^，。；]{0,16}$"
    # 每兑换1万元收取80元
    r"|每[^，。；\d]{0,8}(?:[\d一]{1,5}[万千百]?元[^，。；\d]{0,8})?$"
    rf"|(?:一些|个别|不少|许多|很多)[^，。；]{{0,4}}(?:{_MANY})[^，。；]{{0,12}}$"
    r"|(?:商定|约定|谈好|说好|讲好|议定|谈妥|事成之?后|答应|许以|允诺|保证(?!金)"
    r"|自称|声称|宣称|吹嘘|宣传|标榜|暗示|要求|提出|开口)"
    r"(?:[^，。；骗共已]{0,14})$"
    r"|(?:可|能)(?:以|够)?(?:从中|再|轻松|坐)?"
    r"(?:获利|获得|获取|得到?|拿到?|赚[取到回]?|挣|提成|抽成|收取|收益|分得|卖到?)"
    r"[^，。；]{0,4}$"
    rf"|[一每](?:{_UNITS})(?:下来|最多|最高|大概|左右|就|也|都|能|可|只|要|的)*"
    rf"(?:{_TAKINGS})?[^，。；]{{0,3}}$"
    r"|(?:最高|最多|最少|至多)(?:可|能|一次|一天)?[^，。；]{0,6}$"
    r"|年(?:均)?(?:交易额|营业额|营收|销售额|产值|产能|利润|收入)[^，。；]{0,6}$"
    r"|(?:劝阻|劝住|劝止|拦下|拦截|制止|差点|险些|差一点)[^，。；]{0,30}$"
    r"|曾(?:经)?因[^，。；]{0,16}$"
    r"|(?:做(?:点)?(?:小)?生意|生意|经商|经营不善|创业|投资失败"
    r"|(?:炒(?:股|期货|币)|自己|本人)[^，。；骗]{0,6}(?:失败|亏|赔)|赌博?输|欠(?:下|了|债|款)|负债|外债|债务"
    r"|还(?:债|清|款))[^，。；骗]{0,10}$"
)
# 每卖出一个账号，贺某可得20元: the clause before gives the unit.
_PER_UNIT = re.compile(
    r"每[^，。；\d]{0,12}(?:一|1)?(?:名|个|人|条|张|套|单|次|台|部|笔|件|组)"
    r"[^，。；\d]{0,10}，[^，。；\d]{0,12}$"
)
# Behind the sum: 支付8000元服务费，就能享受代刷; 骗取50万元，被及时制止.
_BEHIND = re.compile(
    r"[^，。；\d]{0,10}，(?:就|便|才|即)(?:可|能|会)"
    r"|[^，。；]{0,10}，?(?:(?:后)?因[^，。；]{0,16}(?:未遂|未得逞|未能得逞)|未遂(?!金额|数额|部分|的)|未果"
    r"|未得逞|未能得逞|没有得逞|幸(?!某)|好在|所幸)"
    r"|（[^（）]{0,8}(?:另案|未遂)"
    r"|[^。；]{0,16}(?:被|经)[^，。；]{0,8}(?:及时|当场)?(?:制止|劝阻|拦截|识破)"
)
# 按对方要求分5笔汇出42万元: done as asked, not asked only.
_AS_ASKED = re.compile("[按依遵应](?:照)?[^，。；]{0,8}要求")
_WHOLE = re.compile(
    r"共|累计|合计|总计|总额|总金额|涉案|非法(?:获利|牟利|盈利|谋利|敛财|收入|收益)|从中(?:获利|牟利)|违法所得|结算金额|流水金额|案发|审计"
)


# What a victim was paid at first: 王女士收到佣金120元，于是加大投入.
_VICTIMS = re.compile(
    "女士|先生|大[爷妈娘叔]|阿姨|老人|[被受]害人|受害者|事主|市民|居民|同学"
)
_OFFENDERS = re.compile("某|嫌疑|被告|团伙|骗子|他们|该")
_SMALL_WIN = re.compile(
    "(?:佣金|返利|返现|返还|返点|收益|报酬|提成|奖励|奖金|利润|本金|盈利|赚|到账|收到|获得|得到"
    "|提现)[^，。；]{0,8}$"
)
_LURED = re.compile(
    "甜头|信以为真|深信|加大|追加|加码|更多|放松|打消|彻底相信|信任|于是|便|遂|继续|接着|随后|之后"
    "|然而|但|谁知|不料"
)


def is_bait(text: str, start: int, end: int) -> bool:
    """Whether a victim was paid the sum at ``text[start:end]`` to be lured on.

    >>> is_bait("王女士做完任务收到佣金120元，于是加大投入。", 11, 15)
    True
    """
    before = re.split("[。！？\n]", text[max(0, start - 60) : start])[-1]
    victims = list(_VICTIMS.finditer(before))
    return bool(
        victims
        and _SMALL_WIN.search(before)
        and not _OFFENDERS.search(before, victims[-1].end())
        and _LURED.search(text[end : end + 24])
    )


def is_beside_the_case(text: str, start: int, end: int) -> bool:
    """Whether the sum at ``text[start:end]`` is none of the case's money.

    Words that say that the sum is the case's whole one go before all others.

    >>> is_beside_the_case("贺某自称日进账2万元。", 6, 9)
    True
    >>> is_beside_the_case("贺某共获利2万元。", 5, 8)
    False
    """
    before = re.split("[。！？\n]", text[max(0, start - 90) : start])[-1]
    clause = _AS_ASKED.sub("", re.split("[，；：]", before)[-1])
    after = re.split("[。！？\n]", text[end : end + 40])[0]
    if _BEHIND.match(after) or _OF_OTHERS.search(before):
        return True
    if _WHOLE.search(clause):
        return False
    if _STATISTICS.search(before) or _CLAUSE.search(clause) or _PER_UNIT.search(before):
        return True
    forecast = _FORECAST.search(before)
    return bool(forecast and not _DEED.search(before, forecast.end()))
