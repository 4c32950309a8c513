"""Sums of money. Each row: text, the amounts with the primary first."""

from __future__ import annotations

import pytest

from cases.reader.amounts import read_amounts
from cases.reader.context import Notes
from cases.reader.results import Amount
from tests.reader.making import doubts, make_case, words


def read(text, heading=None):
    notes = Notes()
    found = read_amounts(make_case(text, heading), notes)
    return [(f.value.kind, f.value.yuan, f.qualifier) for f in found], notes


ONE = [
    # involved
    ("接受投注折合人民币逾百亿元。", ("involved", 10_000_000_000, "at-least")),
    ("累计资金流转达12亿元。", ("involved", 1_200_000_000, "exact")),
    ("六张卡里进出了2371万元。", ("involved", 23_710_000, "exact")),
    ("短短七个月获利68万余元。", ("gain", 680_000, "at-least")),
    ("老板娘总共得了十二万余元。", ("gain", 120_000, "at-least")),
    ("家中搜出现金42万元。", ("involved", 420_000, "exact")),
    ("涉案资金达1.5亿元。", ("involved", 150_000_000, "exact")),
    ("查明涉案金额1000余万元。", ("involved", 10_000_000, "at-least")),
    ("涉案资金流水10亿余元。", ("involved", 1_000_000_000, "at-least")),
    ("涉案金额达上亿元。", ("involved", 100_000_000, "at-least")),
    ("资金流水高达2.3亿。", ("involved", 230_000_000, "exact")),
    ("涉案价值超1亿元！", ("involved", 100_000_000, "at-least")),
    ("交易金额近500万元。", ("involved", 5_000_000, "nearly")),
    ("为境外团伙转移资金300余万元。", ("involved", 3_000_000, "at-least")),
    ("接受投注金额累计约八百万元。", ("involved", 8_000_000, "about")),
    ("销售金额共计人民币120万元。", ("involved", 1_200_000, "exact")),
    ("涉案金额500万元左右。", ("involved", 5_000_000, "about")),
    ("涉案金额人民币1亿5000万元。", ("involved", 150_000_000, "exact")),
    ("赌资达三千余万元。", ("involved", 30_000_000, "at-least")),
    ("涉案总金额800余万元，案件正在侦办。", ("involved", 8_000_000, "at-least")),
    ("非法吸收公众存款8.9亿元。", ("involved", 890_000_000, "exact")),
    ("资金往来达8000万元。", ("involved", 80_000_000, "exact")),
    ("网站非法兑换人民币2亿余元。", ("involved", 200_000_000, "at-least")),
    ("帮助洗钱300余万元。", ("involved", 3_000_000, "at-least")),
    ("涉案资金约人民币五十万元。", ("involved", 500_000, "about")),
    # gain
    ("公司收取线路租金380余万元。", ("gain", 3_800_000, "at-least")),
    ("出售所得共计7.9万元。", ("gain", 79_000, "exact")),
    ("钱某将卡券变现120万元。", ("gain", 1_200_000, "exact")),
    ("转移赃款无数，抽成52万元。", ("gain", 520_000, "exact")),
    ("短短3个月敛财500余万元。", ("gain", 5_000_000, "at-least")),
    ("赚取差价10万余元。", ("gain", 100_000, "at-least")),
    ("2023年6月获利3万元。", ("gain", 30_000, "exact")),
    ("非法获利20余万元。", ("gain", 200_000, "at-least")),
    ("从中牟利3.8万元。", ("gain", 38_000, "exact")),
    ("违法所得共计18万余元。", ("gain", 180_000, "at-least")),
    ("钱某从中赚取佣金五千元。", ("gain", 5_000, "exact")),
    ("非法获利，共计500余万元。", ("gain", 5_000_000, "at-least")),
    ("先后向4名被害人索要共计人民币18 964元。", ("gain", 18_964, "exact")),
    ("获利13万余，被抓获。", ("gain", 130_000, "at-least")),
    ("收取好处费3万元。", ("gain", 30_000, "exact")),
    ("获取20余万元的好处费。", ("gain", 200_000, "at-least")),
    # loss
    ("造成经济损失近百万元。", ("loss", 1_000_000, "nearly")),
    ("市民赵女士被骗28万元。", ("loss", 280_000, "exact")),
    ("骗取被害人钱款共计50万余元。", ("loss", 500_000, "at-least")),
    ("给企业造成200万元的损失。", ("loss", 2_000_000, "exact")),
    ("每拉1人提成50元，其中12人被骗共计8.4万元。", ("loss", 84_000, "exact")),
    ("支出修复费用人民币28万元。", ("loss", 280_000, "exact")),
    ("公司为恢复数据共计花费18万元。", ("loss", 180_000, "exact")),
    ("陈女士陆续转账68万元后无法提现。", ("loss", 680_000, "exact")),
    ("被害人累计充值15.8万元。", ("loss", 158_000, "exact")),
    ("骗走虚拟币5万个，价值36万元。", ("loss", 360_000, "exact")),
    ("三人分别给公司造成损失42万元、11万元。", ("loss", 420_000, "exact")),
]


@pytest.mark.parametrize(("text", "amount"), ONE)
def test_one_sum(text, amount):
    assert read(text)[0] == [amount]


NONE = [
    # no figure
    "涉案金额数十万元。",
    "涉案资金几千万元。",
    # of others: a country, a company, the law, a rumour; a unit
    "反诈中心数据显示，去年刷单诈骗造成损失超过100亿元。",
    "该公司2017年营业收入3028万元，净利润1053万元。",
    "违法所得一万元以上的，即构成犯罪。",
    "网传某银行亏损30亿元。",
    "该院审理的一起类似案件涉案金额2亿元。",
    "每兑换1万元收取80元。",
    "张某自己投资亏了80余万元。",
    # returned, saved, fined
    "为群众挽回损失300余万元。",
    "追回被骗资金20万元。",
    "退缴了全部赃款，并退赔被害人5万元。",
    "及时止付，避免损失10万元。",
    "判处有期徒刑三年，并处罚金人民币五万元。",
    "对该公司罚款10万元。",
    # demanded or attempted
    "钱某索要人民币100万元，被拒绝。",
    # per head and prices
    "以每条2元的价格出售。",
    "每单佣金从0.65元到2.65元不等。",
    "每起案件敲诈金额在5万至15万元不等。",
    "以5000元的价格转卖。",
    "月薪8000元。",
    "平台日流水达500万元。",
    "二人均获利3000元。",
    "以0.01元购买代金券。",
    "注册资本1000万元。",
    # no money
    "查获公民个人信息1000余万条。",
    "代刷浏览量1亿余次。",
    "涉及虚假交易400余万单次。",
    "影响3亿用户。",
    # statutes
    "违法所得五千元以上的，处三年以下有期徒刑。",
]


# What a long story names beside the case's own money.
BESIDE = [
    "钱女士正准备向对方转账15万元，民警赶到。",
    "钱某到银行要求取现19万元，柜员报警。",
    "钱某索要20万元。被害人随即报案。",
    "被骗的16万元已全部返还李女士。",
    "孙女士做完任务获得佣金90元，便追加投入。",
    "违法所得五万元以上就是情节严重。",
    "2023年该市电信诈骗造成损失3.2亿元。",
    "每卖出一个账号，钱某可从中提成20元。",
    "业绩好的能拿到上万元提成。",
    "该平台年交易额超10亿元，在当地小有名气。",
    "若软件流入市场，将造成上千万元损失。",
    "公司停工两天，预计损失60万元。",
    "钱某曾因盗窃他人3万元被判刑。",
    "据市反诈中心统计，此类骗局造成群众损失1.2亿元。",
    "客户支付8000元服务费，就能享受代刷。",
    "民警成功劝阻李女士向骗子转账80万元。",
    "钱某从前做生意亏损了30万元。",
    "不少老人损失了上万元。",
    "钱某自称日进账2万元。",
    "双方商定，事成后支付5万元报酬。",
    "门店一天的营业额在30万元上下。",
    "钱某骗取货款50万元，被民警及时制止。",
    "租户用线路骗走他人39万元（均另案处理）。",
]


@pytest.mark.parametrize("text", BESIDE)
def test_sums_beside_the_case_are_none_of_it(text):
    assert read(text)[0] == []


def test_a_threat_or_a_promise_does_not_hide_what_was_taken():
    assert read("钱某谎称若不付款就断网，骗取李女士5万元。")[0] == [
        ("loss", 50_000, "exact")
    ]
    assert read("每卖一套，钱某得200元，共非法获利30万元。")[0] == [
        ("gain", 300_000, "exact")
    ]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        # what was sold, taken in, moved away
        ("钱某将客户数据以30万元的价格卖给同行。", ("gain", 300_000, "exact")),
        ("钱某以2万元将自己的账户出售给他人。", ("gain", 20_000, "exact")),
        ("三人替人修改成绩，收了5.8万余元。", ("gain", 58_000, "at-least")),
        ("钱某非法占有借款人钱款152万元。", ("loss", 1_520_000, "exact")),
        ("钱某将公司账上的86万元转到自己卡里。", ("loss", 860_000, "exact")),
        ("老人卡里的18万元不翼而飞。", ("loss", 180_000, "exact")),
        ("钱某盗版书销售金额430万元。", ("involved", 4_300_000, "exact")),
        ("钱某销售盗版软件金额430万元。", ("involved", 4_300_000, "exact")),
        ("为赌博网站收款共计7.9亿元。", ("involved", 790_000_000, "exact")),
        ("其骗取求职者保证金6.8万元。", ("loss", 68_000, "exact")),
        ("钱某窃取虚拟币，按市价折合人民币24万元。", ("loss", 240_000, "exact")),
        ("骗得家长“疏通费”30万，被抓获。", ("loss", 300_000, "exact")),
        ("诈骗既遂金额32万元，未遂金额45万元。", ("involved", 320_000, "exact")),
        # what a victim paid, as asked, in several payments
        ("李先生按对方要求转账42万元，后被拉黑。", ("loss", 420_000, "exact")),
        ("会计被要求转账98万元。她转账后才发现受骗。", ("loss", 980_000, "exact")),
        ("李女士先后汇款7次，总计56万元。", ("loss", 560_000, "exact")),
        ("李女士垫付9.8万元，血本无归。", ("loss", 98_000, "exact")),
        ("任何人都没想到，会计非法获利20万元。", ("gain", 200_000, "exact")),
        # as people say it
        ("靠租售账号挣了6万多元。", ("gain", 60_000, "at-least")),
        ("两个月盗刷了12万多。", ("loss", 120_000, "at-least")),
        ("零钱包少了4980元。", ("loss", 4_980, "exact")),
        ("优惠漏洞被薅走货品15万余元。", ("loss", 150_000, "at-least")),
        ("当天有5笔共49.8万元转入。", ("involved", 498_000, "exact")),
        ("先后要走18万，失去联系。", ("loss", 180_000, "exact")),
        ("查证涉案金额已逾2亿。", ("involved", 200_000_000, "at-least")),
        ("卡里过了260多万的账。", ("involved", 2_600_000, "at-least")),
        ("帮人走了500万流水。", ("involved", 5_000_000, "exact")),
        ("会员入金累计9.3亿元。", ("involved", 930_000_000, "exact")),
        ("钱某获利最多，达到110万元。", ("gain", 1_100_000, "exact")),
        ("审计报告显示总收入1.46亿元。", ("gain", 146_000_000, "exact")),
    ],
)
def test_money_by_the_words_around_it(text, amount):
    assert read(text)[0] == [amount]


def test_a_turnover_that_was_made_up_counts_when_no_other_money_is_told():
    assert read("组织刷手虚构交易额12亿元。")[0] == [
        ("involved", 1_200_000_000, "exact")
    ]
    text = "组织刷手虚构交易额12亿元，涉案金额1800万元。"
    assert read(text)[0] == [("involved", 18_000_000, "exact")]


def test_a_sum_told_in_two_currencies_is_one():
    found, notes = read("涉案金额约28亿韩元（约合1450万元人民币）。")
    assert found[0] == ("involved", 14_500_000, "about")
    assert doubts(notes) == {}


def test_what_offenders_got_together_is_no_share():
    text = "二人共分得4万元，被害人损失合计81万元。"
    assert read(text)[0][0] == ("gain", 40_000, "exact")


def test_what_all_members_paid_in_is_the_money_involved():
    text = "注册会员达到95万人，会员充值2.3亿元。"
    assert read(text)[0] == [("involved", 230_000_000, "exact")]
    assert read("一名会员充值3000元。")[0] == []


def test_one_offenders_share_of_what_all_took_is_doubted():
    found, notes = read("钱某等人共骗取补贴138万元，钱某个人分得56万元。")
    assert found == [("gain", 560_000, "exact"), ("loss", 1_380_000, "exact")]
    assert doubts(notes) == {"amount": "weak-sum"}


def test_fees_that_came_in_are_a_gain():
    assert read("收款账户里共收到会员费43万余元。")[0] == [
        ("gain", 430_000, "at-least")
    ]


def test_a_gain_by_weak_words_is_doubted_without_a_total():
    found, notes = read("钱某三个月赚了40万元，支付3万元买车。")
    assert found == [("gain", 400_000, "exact")]
    assert doubts(notes) == {"amount": "weak-sum"}
    assert doubts(read("钱某三个月赚了40万元。")[1]) == {}
    assert doubts(read("钱某三个月赚了40万元，被罚款3万元。")[1]) == {}
    assert doubts(read("钱某赚了300元。")[1]) == {"amount": "weak-sum"}
    assert doubts(read("钱某共赚了40万元。")[1]) == {}
    assert doubts(read("造成损失共计40万元。")[1]) == {}


@pytest.mark.parametrize("text", NONE)
def test_no_sum(text):
    assert read(text)[0] == []


def test_involved_comes_before_gain_and_gain_before_loss():
    text = "钱某获利20万元，涉案资金500万元，被害人损失80万元。"
    assert read(text)[0] == [
        ("involved", 5_000_000, "exact"),
        ("gain", 200_000, "exact"),
        ("loss", 800_000, "exact"),
    ]


def test_the_largest_of_a_kind_is_taken_and_doubted_without_a_total():
    found, notes = read("钱某获利20万元，孙某获利35万元。")
    assert found == [("gain", 350_000, "exact")]
    assert doubts(notes) == {"amount": "several-sums"}


def test_a_total_is_not_doubted():
    found, notes = read("钱某获利5万元，孙某获利8万元，二人共计获利13万元。")
    assert found == [("gain", 130_000, "exact")]
    assert doubts(notes) == {}


def test_seized_money_counts_when_there_is_no_other():
    assert read("冻结涉案资金360余万元，涉案金额1.2亿元。")[0] == [
        ("involved", 120_000_000, "exact")
    ]
    found, notes = read("冻结涉案资金360余万元。")
    assert found == [("involved", 3_600_000, "at-least")]
    assert doubts(notes) == {}
    _, notes = read("冻结涉案资金360余万元，追回5万元。")
    assert doubts(notes) == {"amount": "seized-only"}


def test_gains_that_the_state_takes_count_when_there_is_no_other_sum():
    found, notes = read("没收违法所得3000元，并处罚款2万元。")
    assert found == [("gain", 3_000, "exact")]
    assert doubts(notes) == {"amount": "seized-only"}
    assert read("获利8000元，没收违法所得3000元。")[0] == [("gain", 8_000, "exact")]
    found, _ = read("造成损失5万元。追缴违法所得3000元。")
    assert found == [("gain", 3_000, "exact"), ("loss", 50_000, "exact")]


def test_foreign_money_keeps_its_currency():
    [found] = read_amounts(make_case("团伙获利200万美元。"), Notes())
    assert found.value == Amount("gain", None, "200万美元", "USD")


def test_the_heading_counts_too():
    assert read("警方抓获20人。", "涉案金额超1亿！开卡团伙被打掉")[0] == [
        ("involved", 100_000_000, "at-least")
    ]


def test_a_wider_campaign_does_not_count():
    text = "钱某获利5万元。今年以来，全市共破获案件120起，涉案金额3亿元。"
    assert read(text)[0] == [("gain", 50_000, "exact")]


def test_the_span_has_the_words_of_the_kind():
    text = "经查，涉案资金达 **1.5亿元** 。"
    [found] = read_amounts(make_case(text), Notes())
    assert words(found, text) == ["涉案资金达 **1.5亿元"]


def test_wages_of_offenders_are_a_gain_and_loot_is_worth_its_price():
    assert read("二人拨打电话500余个，得“工资”3200元。")[0] == [
        ("gain", 3_200, "exact")
    ]
    assert read("先后骗取服装等价值2.4万元的货物。")[0] == [("loss", 24_000, "exact")]
    assert read("卡内流入诈骗资金830万元，支付结算金额共计人民币6100万元。")[0] == [
        ("involved", 61_000_000, "exact")
    ]


def test_what_was_spent_or_granted_is_a_loss_where_it_was_taken():
    assert read("钱某盗刷他人银行卡消费8900元。")[0] == [("loss", 8_900, "exact")]
    assert read("导致平台损失优惠补贴款98万元。")[0] == [("loss", 980_000, "exact")]
    assert read("骗领国家补贴1200余万元。")[0] == [("loss", 12_000_000, "at-least")]
    assert read("钱某购物消费8900元。")[0] == []


def test_cases_that_an_offenders_deed_led_to_are_no_wider_campaign():
    text = "2023年以来，钱某共出租银行卡5张，关联电诈案件12起，涉案金额300万元。"
    assert read(text)[0] == [("involved", 3_000_000, "exact")]


def test_what_one_gang_did_over_time_is_no_wider_campaign():
    text = "经查，自2024年7月以来，该团伙关联全国案件63起，涉案金额780余万元。"
    assert read(text)[0] == [("involved", 7_800_000, "at-least")]
