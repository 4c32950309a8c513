"""Victims' reports among numbered cases: a loss on a day, though nobody is caught yet.

A list of 案例一, 案例二 … tells some cases to the arrest and others only to the loss
(9月3日，市民陈女士…被骗5万元). Where the text itself numbers them all as cases and
most of them are handled, the others are cases as well.
"""

from __future__ import annotations

import re
from dataclasses import replace

from cases.reader.numbering import CASE_FAMILIES
from cases.reader.plans import CLEAR_CASE, SURE_CASE, Passage, Plan

# A loss with its sum: 损失9.5万元, 18万元被转走, 被骗走积蓄30余万元
LOSS = re.compile(
    r"(?:损失|被骗|骗走|骗取|骗去|转走|划走|盗刷|转账|汇款|转出|转入|转给)"
    r"[^，。；]{0,24}?\d[\d.,]*余?(?:多)?[万亿]?余?元"
    r"|\d[\d.,]*余?(?:多)?[万亿]?余?元[^，。；]{0,12}"
    r"(?:被(?:骗|转走|划走|盗刷|分\w{1,2}笔)|转账|打给|转给|损失)"
)
# The day on which it happened; advice tells of any day.
DAY = re.compile(
    r"\d{1,2}月\d{1,2}日|\d{1,2}月[上中下]旬|(?:近日|日前|前不久|今年\d{1,2}月)"
)
# Who lost it: 市民陈女士, 王先生, 小李, 退休教师陈某某
VICTIM = re.compile(
    r"(?:[一-鿿]某|受害人|被害人|事主|报警人|(?:女士|先生|阿姨|大爷|同学|老师|奶奶|老人))"
    r"|小[一-鿿](?=[（，在接被报看收通的想])"
)
OPENING = 60
MOST = 0.5  # of the items are handled by themselves


def with_losses(plan: Plan) -> Plan:
    """The plan with each victim's report taken for a case, if the text numbers its
    items as cases and at least half of them are some without that."""
    handled = sum(passage.score >= SURE_CASE for passage in plan.passages)
    if plan.name not in CASE_FAMILIES or handled < len(plan.passages) * MOST:
        return plan
    passages = tuple(
        replace(passage, score=CLEAR_CASE)
        if passage.score < CLEAR_CASE and _tells_loss(passage)
        else passage
        for passage in plan.passages
    )
    return replace(plan, passages=passages)


def _tells_loss(passage: Passage) -> bool:
    """Whether a passage tells what somebody lost, and opens with the day."""
    told = "".join(line.text for line in passage.lines)
    opening = told[:OPENING]
    return bool(DAY.search(opening) and VICTIM.search(opening) and LOSS.search(told))
