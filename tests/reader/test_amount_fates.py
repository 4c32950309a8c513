"""Sums told by what became of them, by what a victim did, or by no word at all."""

from __future__ import annotations

import pytest

from cases.reader.amounts import read_amounts
from cases.reader.context import Notes
from cases.reader.results import Amount
from tests.reader.making import doubts, make_case


def read(text):
    notes = Notes()
    found = read_amounts(make_case(text), notes)
    return [(f.value.kind, f.value.yuan) for f in found], notes


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # what became of the money, told behind it
        ("老人卡里的56万元转眼间没了踪影。", "loss"),
        ("公司账上的56万元被席卷一空。", "loss"),
        ("他一生的积蓄56万元被洗劫一空。", "loss"),
        ("6个家庭账户里合计56万元被他骗到手。", "loss"),
        ("不到一年，56万元落入了他的腰包。", "gain"),
        ("56万元就此落袋。", "gain"),
        ("二人把这56万元瓜分。", "gain"),
        ("这56万元随即流向境外。", "involved"),
        # what came into the offenders' accounts; what a victim paid into them
        ("上述3张银行卡共转入资金56万元，均为他人被骗资金。", "involved"),
        ("卡内累计转入资金56万元，其中有史某被骗的钱。", "involved"),
        ("陶女士从公司账户转入资金56万元，后发现被骗。", "loss"),
        ("陶女士向该账户转入资金56万元，后发现被骗。", "loss"),
        # how it was taken, told before it
        ("老人被诓走56万元。", "loss"),
        ("对方卷款56万元跑路。", "loss"),
        ("施某欠下的电费累计56万元。", "loss"),
        ("施某侵吞货款56万元。", "loss"),
        ("该团伙得手56万元。", "gain"),
        ("短短半年圈走56万元。", "gain"),
        ("上家付给他56万元。", "gain"),
        ("账户口袋里净落56万元。", "gain"),
        ("经施某过手资金56万元。", "involved"),
        ("虚开税额56万元。", "involved"),
        # who was pressed to pay
        ("企业无奈之下交出56万元。", "loss"),
        ("几家商户被迫支付56万元。", "loss"),
        ("王某以看病为由向她借款56万元。", "loss"),
        ("企业向黑客支付赎金56万元。", "loss"),
        ("按照“导师”指点，他往平台充进56万元。", "loss"),
        ("李女士信以为真，先后把56万元打给“客服”。", "loss"),
    ],
)
def test_a_sum_is_known_by_what_is_done_with_it(text, kind):
    assert read(text)[0] == [(kind, 560_000)]


@pytest.mark.parametrize(
    "text",
    [
        "56万元货款因此没有汇出。",
        "所幸56万元被成功保住。",
        "民警为老人守住56万元。",
        "警方冻结了尚未转出的56万元。",
        "该市去年电诈案件损失达56万元。",
        "民警从他家搜出一块56万元的手表。",
        "施某背负房贷56万元。",
        "施某张口便要56万元，遭到回绝。",
        "施某向商户讨要56万元，商户不予理睬。",
        "施某索要价值56万元的虚拟币，企业没有支付。",
    ],
)
def test_what_was_saved_or_refused_or_is_of_others_is_no_sum(text):
    assert read(text)[0] == []


def test_a_sum_of_which_nothing_is_said_is_taken_in_doubt_when_it_stands_alone():
    found, notes = read("施某以代办为名收罗客户，事后一算是56万元。")
    assert found == [("involved", 560_000)]
    assert doubts(notes) == {"amount": "unplaced-sum"}
    assert read("施某获利9万元，同案的账目上写着3万元。")[0][0] == ("gain", 90_000)


def test_a_small_sum_of_which_nothing_is_said_is_a_price():
    found, notes = read("施某拿出的那张卡是300元。")
    assert found == []
    assert doubts(notes) == {"amount": "unplaced-sum"}


def test_what_was_paid_to_an_offender_was_not_paid_by_him():
    assert read("施某支付给黑客56万元购买软件。")[0] == []
    assert read_amounts(make_case("上家分给施某56万元。"), Notes())[0].value == Amount(
        "gain", 560_000, "", "CNY"
    )


def test_money_of_the_case_that_was_seized_is_heard_after_what_was_gained():
    text = "警方对26万元涉案资金予以扣押，二人由此到手的钱共有36万元。"
    assert read(text)[0] == [("gain", 360_000)]


@pytest.mark.parametrize(
    ("text", "yuan", "qualifier"),
    [
        ("获利￥5.6万。", 56_000, "exact"),
        ("涉案流水破亿。", 100_000_000, "at-least"),
        ("流水超2个亿。", 200_000_000, "at-least"),
        ("涉案金额30来万元。", 300_000, "about"),
        ("获利30万不到。", 300_000, "nearly"),
    ],
)
def test_sums_are_read_as_people_say_them(text, yuan, qualifier):
    (found,) = read_amounts(make_case(text), Notes())
    assert (found.value.yuan, found.qualifier) == (yuan, qualifier)


def test_what_became_of_a_sum_goes_before_a_word_of_the_clause_before():
    text = "施某私自给自己发放奖励，把56万元货款据为己有。"
    assert read(text)[0] == [("loss", 560_000)]


def test_a_word_of_the_clause_before_belongs_to_the_sum_there():
    assert read("网站月入2万元，共获广告费22万元。")[0] == [("gain", 220_000)]
    assert read("每条收费800元，全年损失共计56万元。")[0] == [("loss", 560_000)]


def test_what_was_paid_after_haggling_counts():
    text = "施某要价90万元，经讨价还价，公司付了56万元。"
    assert read(text)[0] == [("loss", 560_000)]


@pytest.mark.parametrize(
    "text",
    [
        "网信办对该公司开出20万元罚单。",
        "罚单金额20万元。",
        "该公司被罚20万元，负责人被罚1万元。",
        "执法部门对其顶格处罚20万元。",
    ],
)
def test_a_fine_is_no_sum_in_any_words(text):
    assert read(text)[0] == []


def test_what_a_ministry_tells_of_one_case_is_no_statistic():
    text = "公安部网安局3月5日披露：某地警方侦破一案，涉案流水达56万元。"
    assert read(text)[0] == [("involved", 560_000)]


def test_a_row_of_sums_shares_the_word_before_it():
    assert read("骗取王某3万元，李某56万元。")[0] == [("loss", 560_000)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a share of the total that helpers moved
        (
            "他们共骗取81名被害人钱款820余万元，费某等4人帮助转移、取现赃款130余万元。",
            [("loss", 8_200_000)],
        ),
        ("费某收到礼物折合人民币5.3万元，提现3.1万元。", [("gain", 53_000)]),
        (
            "费某帮助转移赃款130万元，从中获利2万元。",
            [("involved", 1_300_000), ("gain", 20_000)],
        ),
        # words aside between a deed and its sum
        (
            "骗取多名被害人（最小的8周岁，最大的13周岁，多为在校小学生）共计9.6万余元。",
            [("loss", 96_000)],
        ),
        ("骗取300名老人购买“神药”，合计人民币80余万元。", [("loss", 800_000)]),
        ("公司为此支付数据恢复费用、客户赔偿金共计12万余元。", [("loss", 120_000)]),
        ("双方对5.8万元的赔偿未能谈拢。", []),
        # what this case came to with others of its kind
        (
            "警方抓获17名嫌疑人，带破同类案件110余起，涉案金额210余万元。",
            [("involved", 2_100_000)],
        ),
        ("今年此类案件涉案金额210余万元。", []),
        # whose reports, and what a report says
        (
            "他们专门针对发布财报的企业敲诈勒索，涉案金额达300余万元。",
            [("involved", 3_000_000)],
        ),
        ("年报显示，公司销售金额300余万元。", []),
    ],
)
def test_totals_shares_and_words_aside(text, expected):
    assert read(text)[0] == expected
