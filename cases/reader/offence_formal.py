"""The offence types where the case itself names them: a duty for whose breach an
operator was fined, or the charges of a judgment or an indictment.
"""

from __future__ import annotations

from cases.reader.offence_choice import (
    Choice,
    as_headed,
    is_abroad,
    is_further,
    is_repeated,
)
from cases.reader.offence_pairs import (
    AIDING,
    BESIDE,
    BREAK_INS,
    DUTY,
    LAUNDERING,
    shadows_of,
)
from cases.reader.offence_signs import FORMAL, Evidence, Gathered

SAME_SENTENCE = 40  # charges of one sentence stand no further apart, in characters


# ------------------------------------------------------------- a duty breached


def is_breach(gathered: Gathered) -> bool:
    """Whether a penalty is for a duty that an operator failed in."""
    duty = gathered.found.get(DUTY)
    if duty is None:
        return False
    if duty.has(*FORMAL, "duty law", "heading words", "lead", "named", "told"):
        return True
    others = gathered.having(*FORMAL)
    return duty.has("theme") or (duty.has("deed") and not others)


def breach(gathered: Gathered) -> Choice:
    """The duty alone: what strangers did to the operator's systems is not his."""
    duty = gathered.found[DUTY]
    choice = Choice([duty])
    rivals = [e for e in gathered.having(*FORMAL) if e is not duty]
    if rivals:
        choice.doubt_main(rivals[0])
    elif not duty.has(*FORMAL, "duty law", "lead", "named", "told"):
        choice.doubt_main()
    elif named := [e for e in gathered.having("heading words") if e is not duty]:
        # 系统遭攻击案: what strangers did may be listed as well.
        choice.doubt_further(named)
    elif not duty.has(*FORMAL, "duty law", "lead", "heading words"):
        # Somebody else's deed may be the matter, and the duty an afterthought.
        told = [e for e in gathered.having("told") if is_repeated(e) and e is not duty]
        if told and not is_repeated(duty):
            choice.doubt_main(told[0])
    return choice


# ----------------------------------------------------------- a judgment's charges


def judged(gathered: Gathered) -> Choice:
    """The charges of the heading and of the judgment or indictment."""
    headed = gathered.having("heading charge")
    verdicts = gathered.having("verdict")
    sentenced = verdicts or gathered.having("suspicion")
    solved = [e for e in gathered.having("case") if e in sentenced or not verdicts]
    sentenced = solved + [e for e in sentenced if e not in solved]
    if not solved:
        sentenced = as_headed(sentenced)
    outside: list[Evidence] = []
    if any(e.slug != "other" for e in sentenced):
        # 虚假诉讼案, judged as fraud: the judgment names a type of the list.
        headed = [e for e in headed if e.slug != "other" or e in sentenced]
        if not headed:
            outside = [e for e in sentenced if e.slug == "other"]
            sentenced = [e for e in sentenced if e.slug != "other"]
    chosen = headed + [e for e in sentenced if e not in headed]
    choice = Choice(chosen)
    added = [
        e
        for e in gathered.having("subtitle")
        if e not in chosen
        and e.has("told", "named", "lead", "deed", "hint")
        and is_further(chosen[0], e)
    ]
    # 一案双查: the operator whom they robbed was fined as well.
    duty = gathered.found.get(DUTY)
    if duty is not None and duty not in chosen and gathered.is_penalised:
        added += [duty] if duty.has("told", "duty law") else []
    if is_abroad(chosen[0]):
        added += [e for e in gathered.having("heading words") if e not in chosen]
    if chosen[0].slug == AIDING:
        added += [e for e in gathered.having("relayed") if e not in chosen]
    added += [
        e
        for e in gathered.having("told", "named", "lead")
        if e not in chosen + added
        and (chosen[0].slug, e.slug) in BESIDE
        and (e.slug != "illegal-data-acquisition" or BREAK_INS & gathered.found.keys())
    ]
    chosen += added
    unconfirmed = [e for e in headed if sentenced and e not in sentenced]
    if not headed and not solved and len(sentenced) > 1:
        first, second = (e.first("verdict", "suspicion") for e in sentenced[:2])
        if second - first > SAME_SENTENCE:
            choice.doubt_main(sentenced[1])
    # Without a heading's charge the judgment may be of some of them only.
    beside = [e for e in gathered.having("case", "lead", "told") if e not in chosen]
    if headed:
        # With one only what is told more than once may be another charge.
        shadows = shadows_of(choice.slugs)
        beside = [e for e in beside if is_repeated(e) and e.slug not in shadows]
    # 另抓获为其“跑分”的14人: those who served the gang may be listed as well.
    helped = [e for e in gathered.having("served") if e.slug == LAUNDERING]
    beside += [e for e in helped if e not in chosen + beside]
    choice.name_the_deed()
    choice.doubt_further(added + unconfirmed + outside + beside)
    if (is_abroad(chosen[0]) or gathered.is_accused) and not choice.doubts:
        choice.doubt_few(chosen[0])
    return choice
