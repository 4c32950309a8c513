"""What each mention of a name says of its bearer: an offender or somebody else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cases.reader.names import Name, names_between
from cases.reader.suspect_words import (
    ACQUITTED_AFTER,
    AGENT_AFTER,
    AGENT_BEFORE,
    ANYBODY_BEFORE,
    AS_OBJECT,
    BESIDE_BEFORE,
    BRACKET,
    BUYER_BEFORE,
    CAUGHT_AFTER,
    CAUGHT_BEFORE,
    CAUGHT_ROWS,
    CLEARED_AFTER,
    CUSTOMER_BEFORE,
    DEED,
    DESCRIBED,
    DOER_BEFORE,
    DONE_TO,
    ELSEWHERE_AFTER,
    FATE,
    FOR_ANYBODY,
    GIVEN_AWAY,
    GIVES_AFTER,
    HARMED_AFTER,
    HARMED_BEFORE,
    HELPED,
    HURT,
    IDENTIFIED,
    IS_ANYBODY,
    LIST,
    LONGEST_LINK,
    MEMBER_END,
    NO_DOER_AFTER,
    NO_SUBJECT,
    OFFENDER_AFTER,
    OFFENDER_BEFORE,
    OFFENDS,
    OTHER_AFTER,
    OTHER_BEFORE,
    OWNED_AFTER,
    OWNED_BEFORE,
    OWNER_AFTER,
    OWNER_BEFORE,
    PAYS,
    PUNISHED_AFTER,
    PUNISHED_BEFORE,
    QUARREL_AFTER,
    QUARREL_BEFORE,
    RECIPIENT_BEFORE,
    RUMOUR,
    SENTENCED_AFTER,
    SENTENCED_BEFORE,
    SO_MANY_CAUGHT,
    SOLD_AFTER,
    SPEAKS_AFTER,
    STRONG_OFFENDER_BEFORE,
    SUFFERS,
    SUFFERS_SELF,
    SUPPLIER_AFTER,
    TAKEN_IN_AFTER,
    TAKEN_IN_BEFORE,
    TOGETHER_AFTER,
)

Weight = tuple[float, str]

A_DEED = "a deed follows"
OTHER_BY_ROLE = "another role before the name"
OTHER_BY_DEED = "another role after the name"
QUARREL = "an offender quarrelled with the person"
CALLED = "called an offender"
CHARGED = "sentenced or charged"
CAUGHT = "caught or punished"
TOLD = "named in the telling"
DEED_BY_ANYBODY = "anybody by role, an offender by the deed told"
# What is only said of offenders.
FIRM = (CALLED, CHARGED, CAUGHT)

_NUMERALS = dict(
    zip("二两三四五六七八九十", (2, 2, 3, 4, 5, 6, 7, 8, 9, 10), strict=True)
)
# How far before "the three" the three may be named.
_REACH = 300


def weigh_names(text: str, names: Sequence[Name], in_heading: bool) -> list[Weight]:
    """For each mention what it says of its bearer: points, above nought for an
    offender, and the reason."""
    nexts = _next_persons(text, names)
    leads = _leads(text, names)
    caught = _caught_in_rows(text, names)
    rumoured = {
        name.start
        for match in RUMOUR.finditer(text)
        for name in names_between(names, *match.span())
    }
    weights = []
    for name, following, lead in zip(names, nexts, leads, strict=True):
        if name.start in rumoured:
            weights.append((-2.0, "named in what was spread"))
        elif name.start in caught and not OTHER_BEFORE.search(_before(text, name)):
            weights.append((6.0, CAUGHT))
        else:
            weights.append(_weigh(text, name, following, lead, in_heading))
    _pass_along(text, names, weights)
    _reach_over_objects(text, names, weights)
    _share_fate(text, names, weights)
    return weights


def _before(text: str, name: Name) -> str:
    return BRACKET.sub("", text[max(0, name.start - 30) : name.start])


def _weigh(
    text: str, name: Name, following: int, lead: str, in_heading: bool
) -> Weight:
    """What one mention says of its bearer; ``following`` is where the next name
    stands, of whom the words from there on tell, ``lead`` what stands before the row
    of names that this one is of."""
    before = _before(text, name)
    after = text[name.end : name.end + 40].removeprefix("”").removeprefix("（化名）")
    own_words = text[name.end : max(name.end, min(following, name.end + 80))]
    plain = _as_dealt_with(before, after, own_words)
    if plain is not None:
        return plain
    done = _as_object(text, name, before, after)
    if done is not None:
        return done
    if FATE.match(own_words) and _may_be_subject(before):
        return 5.0, CAUGHT
    if ANYBODY_BEFORE.search(before):
        return _as_anybody(before, lead, text[name.end : min(following, name.end + 80)])
    is_object = bool(
        AS_OBJECT.search(lead)
        or (ANYBODY_BEFORE.search(lead) and FOR_ANYBODY.search(lead))
    )
    return _as_subject(before, after, own_words, is_object, in_heading)


def _may_be_subject(before: str) -> bool:
    """Whether a clause's first person is named there, who does what it tells."""
    clause = re.split("[，。；：\n]", before)[-1]
    return "某" not in clause and not NO_SUBJECT.search(before)


def _as_dealt_with(before: str, after: str, own_words: str) -> Weight | None:
    """What a role in the procedure says, or what the authorities did."""
    clause_after = re.split("[。；\n]", after)[0]
    if OTHER_BEFORE.search(before):
        return -4.0, OTHER_BY_ROLE
    if ACQUITTED_AFTER.match(own_words):
        return -3.0, "found to be no offender"
    if SUPPLIER_AFTER.match(after):
        return 4.5, "illegal goods come from the person"
    if SENTENCED_BEFORE.search(before) or SENTENCED_AFTER.match(clause_after):
        return 8.0, CHARGED
    if ELSEWHERE_AFTER.match(after):
        return 5.0, "tried elsewhere or at large"
    if CAUGHT_BEFORE.search(before) or CAUGHT_AFTER.match(clause_after):
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
    if AGENT_BEFORE.search(before) and AGENT_AFTER.match(after):
        return 2.0, "does something to others"
    if OTHER_AFTER.match(after):
        return -3.0, OTHER_BY_DEED
    harmed = HARMED_AFTER.match(after)
    if harmed and (HARMED_BEFORE.search(before) or "诉" in harmed.group()):
        return -3.0, "harmed by the offence"
    if hurt:
        return -2.6, "harmed by a deed"
    if HELPED.search(before):
        return -2.5, "helped or asked by the authorities"
    if QUARREL_BEFORE.search(before) and QUARREL_AFTER.match(after):
        return -2.0, QUARREL
    if _owns_what_is_used(text, name, before):
        return -2.6, "owner of what was used"
    if DONE_TO.search(before):
        return -1.0, "something done to the person"
    if BUYER_BEFORE.search(before):
        return 1.2, "buys what is illegal"
    if RECIPIENT_BEFORE.search(before):
        return (
            (1.2, "trades with an offender") if SOLD_AFTER.match(after) else (0.1, TOLD)
        )
    return None


def _as_anybody(before: str, lead: str, told: str) -> Weight:
    """What the deed told says of a person in a role that anybody may have."""
    told = re.split("[。；\n]", told)[0]
    offends, suffers = DEED.search(told), SUFFERS.search(told)
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
        return -3.0, "found to be no offender"
    if SUFFERS_SELF.match(told) and not OFFENDS.search(told):
        return -2.5, "suffers from the offence"
    together = BESIDE_BEFORE.search(before) and TOGETHER_AFTER.match(after)
    if OFFENDER_AFTER.match(clause_after) and not (is_object and not together):
        return 2.5, "an offender's deed or fate follows"
    does = DOER_BEFORE.search(before) and not NO_DOER_AFTER.match(after)
    if OFFENDER_BEFORE.search(before) or together or does:
        deed, suffers = DEED.search(told), SUFFERS.search(told)
        if suffers and not together and not (deed and deed.start() < suffers.start()):
            return -1.0, "suffers from the offence"
        return 1.2, "an offender's company"
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
        and not DEED.search(told, taken_in.end())
    ):
        return -1.6, "does what victims do"
    if OWNER_AFTER.match(after):
        return -0.8, "owner of what is told about"
    deed = DEED.search(told)
    if deed and not is_object and not SUFFERS.search(told, 0, deed.start()):
        return 1.1, A_DEED
    return 0.1, TOLD


def _owns_what_is_used(text: str, name: Name, before: str) -> bool:
    """Whether an offender used or spread what is the person's: 冒用田某的身份."""
    after = text[name.end : name.end + 24]
    if OWNED_BEFORE.search(before):
        return bool(OWNED_AFTER.match(after))
    return bool(OWNER_BEFORE.search(before) and OWNER_AFTER.match(after))


def _next_persons(text: str, names: Sequence[Name]) -> list[int]:
    """For each name where the next one stands that is not of the same row."""
    nexts = [len(text)] * len(names)
    for index in range(len(names) - 2, -1, -1):
        between = text[names[index].end : names[index + 1].start]
        is_row = len(between) <= LONGEST_LINK and LIST.fullmatch(between)
        nexts[index] = nexts[index + 1] if is_row else names[index + 1].start
    return nexts


def _caught_in_rows(text: str, names: Sequence[Name]) -> set[int]:
    """Where the names begin that are members of a row of people caught."""
    caught: set[int] = set()
    for pattern in CAUGHT_ROWS:
        for match in pattern.finditer(text):
            start, end = match.span("row")
            caught |= {
                name.start
                for name in names_between(names, start, end)
                if MEMBER_END.match(text, name.end, end)
            }
    return caught


def _leads(text: str, names: Sequence[Name]) -> list[str]:
    """For each name what stands before the first name of its row."""
    leads: list[str] = []
    for index, name in enumerate(names):
        between = text[names[index - 1].end : name.start] if index else None
        in_row = between is not None and len(between) <= LONGEST_LINK
        if in_row and LIST.fullmatch(between or "") and between:
            leads.append(leads[-1])
        else:
            leads.append(_before(text, name))
    return leads


def _pass_along(text: str, names: Sequence[Name], weights: list[Weight]) -> None:
    """Let a role pass along a row of names: 被告人孙某、李某和周某."""
    for index in range(1, len(names)):
        between = text[names[index - 1].end : names[index].start]
        points, own = weights[index]
        earlier, reason = weights[index - 1]
        bracket = between.startswith("（") and len(between) <= 14
        plain = len(between) <= LONGEST_LINK and LIST.fullmatch(between)
        listed = bracket and re.search(r"）(?:、|和|与|及|以及)$", between)
        described = _is_open(own, earlier) and DESCRIBED.fullmatch(between)
        if not (plain or listed or described):
            continue
        if reason == OTHER_BY_DEED:
            continue  # 钱某（被害人）与汤某系同事
        if (
            abs(earlier) > abs(points)
            or abs(points) < 1
            or (own == IS_ANYBODY and earlier > 1)
        ):
            weights[index] = (earlier, reason)
    # The row's last name may be the one that is told about: 孙某、李某等人被抓获.
    for index in range(len(names) - 2, -1, -1):
        between = text[names[index].end : names[index + 1].start]
        points, own = weights[index]
        later, reason = weights[index + 1]
        described = later > 2 and own == TOLD and DESCRIBED.fullmatch(between)
        plain = len(between) <= LONGEST_LINK and LIST.fullmatch(between)
        if between and (plain or described):
            if reason in (IS_ANYBODY, OTHER_BY_ROLE, QUARREL) and re.search(
                "[、和与及]", between
            ):
                continue  # 段某和女友雷某, 丁某与魏某发生纠纷: the latter alone
            if abs(later) > abs(points):
                weights[index] = (later, reason)


def _is_open(own: str, earlier: float) -> bool:
    """Whether a member of a row with a description of its own may be what the one
    before is: 骗取同事钱某、好友孙某, 抓获群主钱某、负责取款的孙某."""
    if earlier >= 2:
        return own in (TOLD, IS_ANYBODY)
    return earlier < -2 and own in (TOLD, IS_ANYBODY, DEED_BY_ANYBODY)


def _reach_over_objects(
    text: str, names: Sequence[Name], weights: list[Weight]
) -> None:
    """Let a sentence's end tell of its subject, where those named between suffer:
    顾某用侯某的身份证办卡，被抓获."""
    for index, name in enumerate(names):
        if weights[index][0] >= 5.0 or weights[index][0] < -1.0:
            continue
        fate = FATE.match(text, name.end)
        if fate is None or not _may_be_subject(_before(text, name)):
            continue
        between = names_between(names[index + 1 :], name.end, fate.end())
        if between and all(
            points <= -1.0
            for points, _ in weights[index + 1 : index + 1 + len(between)]
        ):
            weights[index] = (5.0, CAUGHT)


def _share_fate(text: str, names: Sequence[Name], weights: list[Weight]) -> None:
    """Let what befell so many pass to those named, where they are as many:
    孙某、李某开设网站。…两人均被刑事拘留."""
    for match in SO_MANY_CAUGHT.finditer(text):
        number = _NUMERALS.get(match["number"]) or int(match["number"])
        told: dict[str, list[int]] = {}
        for index, name in enumerate(names):
            if match.start() - _REACH <= name.start < match.start():
                told.setdefault(name.name, []).append(index)
        for least in (-1.0, -2.5):
            open_ones = [
                places
                for places in told.values()
                if sum(weights[place][0] for place in places) > least
            ]
            if len(open_ones) != number:
                continue
            for places in open_ones:
                if weights[places[-1]][0] < 5.0:
                    weights[places[-1]] = (5.0, CAUGHT)
            break
