"""What each mention of a name says of its bearer: an offender or somebody else."""

from __future__ import annotations

import re

from cases.reader.names import Name
from cases.reader.other_words import (
    ACCOUNT_AFTER,
    ACCOUNT_BEFORE,
    ACQUITTED_AFTER,
    ANYBODY_BEFORE,
    AS_OBJECT,
    ASKED_BEFORE,
    CLEARED_AFTER,
    COMMENTS_AFTER,
    CUSTOMER_BEFORE,
    DONE_TO,
    FINDS_HARM,
    FOR_ANYBODY,
    GIVES_AFTER,
    HARMED_AFTER,
    HARMED_BEFORE,
    HELPED,
    HURT,
    IS_ANYBODY,
    OTHER_AFTER,
    OTHER_BEFORE,
    OWNED_AFTER,
    OWNED_BEFORE,
    OWNER_AFTER,
    OWNER_BEFORE,
    PAYS,
    PREY_BEFORE,
    QUARREL_AFTER,
    QUARREL_BEFORE,
    RECIPIENT_BEFORE,
    SPEAKS_AFTER,
    SUFFERS,
    SUFFERS_SELF,
    TAKEN_IN_AFTER,
)
from cases.reader.suspect_words import (
    AGENT_AFTER,
    AGENT_BEFORE,
    AMONG_THEM,
    BESIDE_BEFORE,
    BRACKET,
    BRIBED_AFTER,
    BROKER_AFTER,
    BROKER_BEFORE,
    BUYER_BEFORE,
    CAUGHT_AFTER,
    CAUGHT_BEFORE,
    CAUSED_BEFORE,
    CLEFT_BEFORE,
    CONFESSES,
    DEED,
    DOER_BEFORE,
    ELSEWHERE_AFTER,
    ELSEWHERE_BEFORE,
    ENTRUSTED_BEFORE,
    FATE,
    GENITIVE,
    GIVEN_AWAY,
    IDENTIFIED,
    LINKED_BEFORE,
    NICKNAME,
    NO_CLEFT,
    NO_DOER_AFTER,
    NO_SUBJECT,
    OFFENDER_AFTER,
    OFFENDER_BEFORE,
    OFFENDS,
    OPENING,
    OWNING,
    PUNISHED_AFTER,
    PUNISHED_BEFORE,
    SENTENCED_AFTER,
    SENTENCED_BEFORE,
    SOLD_AFTER,
    STRONG_OFFENDER_BEFORE,
    SUPPLIER_AFTER,
    TAKEN_IN_BEFORE,
    TOGETHER_AFTER,
)

Weight = tuple[float, str]

A_DEED = "a deed follows"
OWNS_UP = "owns up"
OTHER_BY_ROLE = "another role before the name"
OTHER_BY_DEED = "another role after the name"
CLEARED = "found to be no offender"
QUARREL = "an offender quarrelled with the person"
CALLED = "called an offender"
CHARGED = "sentenced or charged"
CAUGHT = "caught or punished"
OPENS = "whom the telling opens with"
TOLD = "named in the telling"
SUPPLIES = "illegal goods come from the person"
DEED_BY_ANYBODY = "anybody by role, an offender by the deed told"
# What is only said of offenders.
FIRM = (CALLED, CHARGED, CAUGHT)


def before_name(text: str, name: Name) -> str:
    """The words before a name, without brackets or a nickname between a role and it."""
    before = BRACKET.sub("", text[max(0, name.start - 30) : name.start])
    return NICKNAME.sub("", before) if text.startswith("）", name.end) else before


# 彼得·米勒（Peter Miller）表示: the same name again.
_IN_LATIN = re.compile("^”?（[A-ZÀ-Þ][^（）\u4e00-\u9fff]{1,40}）")


def weigh_mention(
    text: str, name: Name, following: int, lead: str, in_heading: bool
) -> Weight:
    """What one mention says of its bearer; ``following`` is where the next name
    stands, of whom the words from there on tell, ``lead`` what stands before the row
    of names that this one is of."""
    before = before_name(text, name)
    after = _IN_LATIN.sub("", text[name.end : name.end + 80])[:40]
    for mark in ("”", "）", "（化名）"):
        after = after.removeprefix(mark)
    own_words = text[name.end : max(name.end, min(following, name.end + 80))]
    plain = _as_dealt_with(before, after, own_words)
    if plain is not None:
        return plain
    if COMMENTS_AFTER.match(after):
        return -3.0, OTHER_BY_DEED
    if is_account(text, name):
        return -2.0, "an account's name"
    if OWNING.fullmatch(own_words) and following < len(text):
        return 0.1, TOLD  # 詹某的姐夫钱某: it is of the latter that is told
    own = GENITIVE.sub("", before)
    done = _as_object(text, name, own, after)
    if done is not None:
        return done
    if FATE.match(own_words) and may_be_subject(own):
        return 5.0, CAUGHT
    is_bare = lead != before and re.search("某[\u4e00-\u9fff]?[、和与及]$", before)
    if ANYBODY_BEFORE.search(lead if is_bare else before):
        return _as_anybody(before, lead, text[name.end : min(following, name.end + 80)])
    is_object = bool(
        AS_OBJECT.search(lead)
        or (ANYBODY_BEFORE.search(lead) and FOR_ANYBODY.search(lead))
    )
    return _as_subject(before, after, own_words, is_object, in_heading)


# 组件被|植入后门, 数据被黑客|盗走: what was done to somebody's things; 看到有人在群里|
# 出售账号: what others do.
_NOT_HIS = re.compile("被[^，。；]{0,5}$|有人[^，。；]{0,12}$")


def deed_in(told: str, start: int = 0) -> re.Match[str] | None:
    """The first deed of an offender in what is told of somebody, none that was done
    to him or that others do."""
    return next(
        (
            deed
            for deed in DEED.finditer(told, start)
            if not _NOT_HIS.search(told, max(0, deed.start() - 14), deed.start())
        ),
        None,
    )


def is_account(text: str, name: Name) -> bool:
    """Whether what looks like a person is what an account is called: “阿某”等账号."""
    if text[name.start - 1 : name.start] != "“" or text[name.end : name.end + 1] != "”":
        return False
    return bool(
        ACCOUNT_AFTER.match(text, name.end)
        or ACCOUNT_BEFORE.search(text, max(0, name.start - 10), name.start)
    )


def may_be_subject(before: str) -> bool:
    """Whether a clause's first person is named there, who does what it tells."""
    clause = re.split("[，。；：\n]", before)[-1]
    return "某" not in clause and not NO_SUBJECT.search(before)


def _as_dealt_with(before: str, after: str, own_words: str) -> Weight | None:
    """What a role in the procedure says, or what the authorities did."""
    clause_after = re.split("[。；\n]", after)[0]
    if OTHER_BEFORE.search(before):
        return -4.0, OTHER_BY_ROLE
    if ACQUITTED_AFTER.match(own_words):
        return -3.0, CLEARED
    if SUPPLIER_AFTER.match(after):
        return 4.5, SUPPLIES
    if SENTENCED_BEFORE.search(before) or SENTENCED_AFTER.match(clause_after):
        return 8.0, CHARGED
    if ELSEWHERE_AFTER.match(after) or ELSEWHERE_BEFORE.search(before):
        return 5.0, "tried elsewhere or at large"
    if (
        CAUGHT_BEFORE.search(before)
        or CAUGHT_AFTER.match(clause_after)
        or AMONG_THEM.match(after)
    ):
        return 6.0, CAUGHT
    if PUNISHED_BEFORE.search(before) and PUNISHED_AFTER.match(clause_after):
        return 6.0, CAUGHT
    if STRONG_OFFENDER_BEFORE.search(before):
        return 4.0, CALLED
    return None


def _as_object(text: str, name: Name, before: str, after: str) -> Weight | None:
    """What somebody did to the person, with the person's things or through him."""
    hurt = HURT.search(before)
    if TAKEN_IN_BEFORE.search(before) and not hurt:
        return 2.0, "taken in by an offender"
    if IDENTIFIED.search(before) or GIVEN_AWAY.search(before):
        return 2.5, "found to be the offender"
    cleft = CLEFT_BEFORE.search(before)
    if cleft and not after.startswith("的") and not NO_CLEFT.search(cleft["who"]):
        return 2.0, "who it is that did it"
    if AGENT_BEFORE.search(before) and AGENT_AFTER.match(after):
        return 2.0, "does something to others"
    if OTHER_AFTER.match(after):
        return -3.0, OTHER_BY_DEED
    harmed = HARMED_AFTER.match(after)
    if harmed and (HARMED_BEFORE.search(before) or "诉" in harmed.group()):
        return -3.0, "harmed by the offence"
    if hurt or PREY_BEFORE.search(before):
        return -2.6, "harmed by a deed"
    if HELPED.search(before) or ASKED_BEFORE.search(before):
        return -2.5, "helped or asked by the authorities"
    if QUARREL_BEFORE.search(before) and QUARREL_AFTER.match(after):
        return -2.0, QUARREL
    if _owns_what_is_used(text, name, before):
        return -2.6, "owner of what was used"
    if DONE_TO.search(before):
        return -1.0, "something done to the person"
    if BROKER_BEFORE.search(before) and BROKER_AFTER.match(after):
        return 1.2, "brings offenders together"
    if BUYER_BEFORE.search(before):
        return 1.2, "buys what is illegal"
    if RECIPIENT_BEFORE.search(before):
        if BRIBED_AFTER.match(after):
            return 1.2, "takes an offender's bribe"
        return (
            (1.2, "trades with an offender") if SOLD_AFTER.match(after) else (0.1, TOLD)
        )
    return None


def _as_anybody(before: str, lead: str, told: str) -> Weight:
    """What the deed told says of a person in a role that anybody may have."""
    told = re.split("[。；\n]", told)[0]
    if SPEAKS_AFTER.match(told):
        return -4.0, IS_ANYBODY
    offends, suffers = deed_in(told), SUFFERS.search(told)
    if offends is None and not CUSTOMER_BEFORE.search(before):
        offends = OFFENDS.search(told)
    if FOR_ANYBODY.search(lead):
        offends = None
    if offends and not (suffers and suffers.start() < offends.start()):
        return 2.0, DEED_BY_ANYBODY
    return (-4.0 if suffers else -2.0), IS_ANYBODY


def _as_subject(
    before: str, after: str, own_words: str, is_object: bool, in_heading: bool
) -> Weight:
    """What the person's own deeds say; ``is_object`` if they are another's."""
    clause_after = re.split("[。；\n]", after)[0]
    told = re.split("[。；]", own_words)[0]
    if CLEARED_AFTER.match(own_words):
        return -3.0, CLEARED
    if SUFFERS_SELF.match(told) and not OFFENDS.search(told):
        return -2.5, "suffers from the offence"
    if CONFESSES.match(told):
        return 2.2, OWNS_UP
    together = BESIDE_BEFORE.search(before) and TOGETHER_AFTER.match(after)
    if OFFENDER_AFTER.match(clause_after) and not (is_object and not together):
        return 2.5, "an offender's deed or fate follows"
    does = DOER_BEFORE.search(before) and not NO_DOER_AFTER.match(after)
    if OFFENDER_BEFORE.search(before) or together or does:
        deed, suffers = deed_in(told), SUFFERS.search(told)
        if suffers and not together and not (deed and deed.start() < suffers.start()):
            return -1.0, "suffers from the offence"
        return 1.2, "an offender's company"
    if FINDS_HARM.match(told) and not (OFFENDS.search(told) or deed_in(told)):
        return -1.6, "finds what was done"
    if GIVES_AFTER.match(after):
        return -1.6, "gives an offender money"
    if SPEAKS_AFTER.match(after):
        return -0.7, "only speaks"
    if in_heading:
        return 1.5, "named in the heading"
    taken_in = TAKEN_IN_AFTER.match(told)
    if (
        taken_in
        and PAYS.search(told, taken_in.start())
        and not OFFENDS.search(told, taken_in.end())
        and not deed_in(told, taken_in.end())
    ):
        return -1.6, "does what victims do"
    if OWNER_AFTER.match(after):
        return -0.8, "owner of what is told about"
    deed = deed_in(told)
    if deed and CAUSED_BEFORE.search(before) and not SUFFERS.search(told):
        return 1.2, A_DEED
    if deed and not is_object and not SUFFERS.search(told, 0, deed.start()):
        return 1.1, A_DEED
    if LINKED_BEFORE.search(before) and not after.startswith("的"):
        return 1.0, "works or trades with an offender"
    if ENTRUSTED_BEFORE.search(before):
        return 0.6, "given what an offence needs"
    if OPENING.search(before):
        return 0.9, OPENS
    return 0.1, TOLD


def _owns_what_is_used(text: str, name: Name, before: str) -> bool:
    """Whether an offender used or spread what is the person's: 冒用田某的身份."""
    after = text[name.end : name.end + 24]
    if OWNED_BEFORE.search(before):
        return bool(OWNED_AFTER.match(after))
    return bool(OWNER_BEFORE.search(before) and OWNER_AFTER.match(after))
