"""The offence types that a case is filed under, the primary one first.

Three kinds of cases are told apart. Where a court or procurator has spoken, the
list is the charges of the heading and of the judgment, and what else is told adds
nothing. Where an authority fined an operator for a duty breached, that duty is
the list. Else it is the charges and what the telling plainly describes.
"""

from __future__ import annotations

from cases.reader.context import CaseContext, Notes
from cases.reader.offence_choice import (
    Choice,
    as_headed,
    is_abroad,
    is_further,
    is_repeated,
)
from cases.reader.offence_formal import breach, is_breach, judged
from cases.reader.offence_pairs import (
    AIDING,
    BESIDE,
    BY_WHOM,
    DISORDERS,
    DUTY,
    LAUNDERING,
    MEANS,
    MERE_MEANS,
    SELDOM_ALONE,
    SERVANTS,
    SERVED,
    TOO_COMMON,
    UPSTREAM,
    shadows_of,
)
from cases.reader.offence_signs import FORMAL, Evidence, Gathered, Kind, gather
from cases.reader.results import Found

CRIMINAL = frozenset({"convicted", "prosecuted", "criminal-coercive", "arrested"})
JUDGED = frozenset({"convicted", "prosecuted"})
PLAIN = 3.0  # as strong as words that tell of it once
AMPLE = 6.0  # ... twice: what is told in fewer words may hold more than was seen
FAINT = 1.6  # weaker words may stand in any text: one deed and one hint
OFTEN = 3  # told so often, a type is more than a word in passing


def read_offences(case: CaseContext, notes: Notes) -> tuple[Found[str], ...]:
    """The offence types of a case (slugs of offence-types.csv), primary first."""
    outcomes = {str(found.value) for found in notes.found.get("outcomes", ())}
    is_penalised = "administrative-penalty" in outcomes
    gathered = gather(case, is_penalised=is_penalised)
    if is_penalised and not outcomes & _persons(gathered) and is_breach(gathered):
        choice = breach(gathered)
        if "administrative-detention" in outcomes and not choice.doubts:
            choice.doubt_main()
    elif outcomes & JUDGED and _is_charged(gathered, outcomes):
        choice = judged(gathered)
    else:
        choice = _told(gathered)
    for code, slugs in choice.doubts:
        notes.doubt("offences", code, *slugs)
    if not choice.chosen:
        notes.doubt("offences", "no-offence")
        if not outcomes:
            return ()
        why = "No type of the list is named."
        return (Found("other", (), "offences.other", why, "inferred"),)
    return tuple(
        Found(
            e.slug,
            e.spans,
            f"offences.{e.kind.replace(' ', '-')}",
            "; ".join(f"{kind} × {count}" for kind, count in e.counts.items()),
            "exact" if e.spans else "inferred",
        )
        for e in choice.chosen
    )


def _persons(gathered: Gathered) -> frozenset[str]:
    """The outcomes that only befall persons: who was detained is no operator, and if
    something else is plainly told he did that."""
    others = gathered.having("heading charge", "heading words", "told", "case")
    detained = (
        {"administrative-detention"} if any(e.slug != DUTY for e in others) else set()
    )
    return CRIMINAL | detained


def _is_charged(gathered: Gathered, outcomes: set[str]) -> bool:
    """Whether a type of the list is charged, not only crimes outside of it: by the
    heading, too, where a court has spoken."""
    charged = gathered.having("verdict", "suspicion")
    if "convicted" in outcomes:
        charged += gathered.having("heading charge")
    return any(e.slug != "other" for e in charged)


# --------------------------------------------------------------- what is told


def _told(gathered: Gathered) -> Choice:
    """The charges, then what is plainly told; deeds and hints for want of better."""
    headed = gathered.having("heading charge")
    worded = gathered.having("heading words", "lead")
    plain = _servants_first(gathered.having("named", "told"))
    charged = [e for e in gathered.having(*FORMAL) if e not in headed]
    if not headed:
        charged = as_headed(charged)
    themed = _themed(gathered)
    outside: list[Evidence] = []
    if worded or plain or any(e.has("deed") for e in themed):
        # A crime outside of the list adds nothing to what the telling plainly is.
        outside = [e for e in charged if e.slug == "other"]
        charged = [e for e in charged if e.slug != "other"]
    fined = gathered.having("duty law")
    lesser = not any(e.slug == DUTY for e in headed + worded)
    rest = [e for e in headed + worded + charged + plain if e.slug != DUTY]
    if gathered.is_penalised and lesser and rest:
        # Somebody was caught: the operator's fine is the lesser matter.
        fined = [e for e in gathered.found.values() if e.slug == DUTY]
        fined = [e for e in fined if e.has(*FORMAL, "duty law", "told", "named")]
        charged = [e for e in charged if e not in fined]
        plain = [e for e in plain if e not in fined]
    passing: list[Evidence] = []
    if charged and not headed:
        # A charge says what the case is: what is told in passing adds nothing.
        passing = [
            e
            for e in plain
            if e not in charged
            and e.counts["told"] < OFTEN
            and (e.strength < OFTEN * PLAIN or e.slug in UPSTREAM)
            and e.slug != DUTY
            and (charged[0].slug, e.slug) not in MEANS
        ]
        plain = [e for e in plain if e not in passing]
    elif not charged:
        titled = gathered.having("title")
        worded = titled + [e for e in worded if e not in titled]
    chosen: list[Evidence] = []
    duty = [e for e in worded if e.slug == DUTY and e.has("duty law", "told", "deed")]
    for group in (
        headed,
        duty,
        charged,
        _quoted_first(gathered, themed) if not headed else [],
        _named_otherwise(worded, themed),
        [e for e in themed[:1] if not _is_outweighed(e, worded + plain)],
        worded,
        plain,
        themed,
    ):
        chosen += [e for e in group if e not in chosen]
    if not chosen:
        return _guessed(gathered)
    further = [e for e in chosen[1:] if is_further(chosen[0], e)]
    # That the bulletin is about it says nothing beside what this case is.
    further = [
        e
        for e in further
        if set(e.counts) != {"theme"}
        or (e.slug in BY_WHOM and (chosen[0].slug, e.slug) in BESIDE)
    ]
    further += _public_disorder(gathered, [chosen[0], *further])
    choice = Choice(_without_shadows([chosen[0], *further]))
    is_named = headed or charged or choice.chosen[0].has("heading words")
    if not is_named and is_repeated(choice.chosen[0]):
        # Beside what is told again and again a word in passing adds nothing.
        hasty = [e for e in choice.chosen[1:] if _is_in_passing(choice.chosen[0], e)]
        passing += hasty
        choice.chosen = [e for e in choice.chosen if e not in hasty]
    first, rivals = choice.chosen[0], choice.chosen[1:]
    served = _served(gathered, choice.chosen)
    choice.chosen += served
    company = [
        e
        for e in gathered.beside(first.slug)
        if e not in choice.chosen
        and (first.slug != AIDING or e.slug != TOO_COMMON or gathered.takes_part)
    ]
    choice.chosen += company
    # The operator whose staff did it was fined as well.
    fined = [e for e in fined if e not in choice.chosen]
    choice.chosen += fined
    shadows = shadows_of({first.slug})
    others = [
        e
        for e in gathered.found.values()
        if e is not first
        and e.strength >= PLAIN
        and (e.slug not in shadows or e.strength >= first.strength)
    ]
    if headed and themed and themed[0] not in headed and themed[0].has("told"):
        choice.doubt_main(themed[0])
    elif not _is_plain(first, others):
        choice.doubt_main(rivals[0] if rivals else None)
    elif outside and not first.has(*FORMAL):
        choice.doubt_main(outside[0])
    elif rivals and not headed and charged != [first]:
        choice.doubt_main(rivals[0])
    elif not headed and (
        named := [e for e in rivals if e.has("heading words", "title")]
    ):
        # The heading calls it a rumour, the charge is of fraud.
        choice.doubt_main(named[0])
    is_sure = first.has(*FORMAL)
    faint = served + [
        e
        for e in company + rivals
        if not e.has(*FORMAL)
        and not (is_sure and _is_corroborated(e) and not _is_own_gain(first, e))
    ]
    # Weaker words may tell of a further one, if there are many.
    near = gathered.having("deed", "hint", "heading hint", "subtitle")
    faint += [
        e
        for e in near
        if e not in chosen + company and e.slug not in shadows and e.strength > FAINT
    ]
    if first.slug in SERVANTS and first.slug != "illegal-network-use":
        # Whether the crime that they served is listed too is for the editor to say.
        upstream = gathered.having("served", *FORMAL, "told", "named", "deed", "hint")
        faint += [
            e for e in upstream if e.slug in UPSTREAM and e not in choice.chosen + faint
        ]
    faint += [
        e for e in [*passing, *outside, *others] if e not in choice.chosen + faint
    ]
    choice.doubt_further(faint + fined)
    choice.name_the_deed()
    is_alone = len(choice.chosen) == 1 and first.slug in SELDOM_ALONE
    # 谣言 in the heading and in the bulletin's title leaves little unsaid.
    is_agreed = first.has("heading words") and first.has("theme")
    is_faint = not is_sure and not is_agreed and first.strength < AMPLE
    if not choice.doubts and (
        is_alone or is_faint or is_abroad(first) or gathered.is_accused
    ):
        choice.doubt_few(first)
    return choice


def _public_disorder(gathered: Gathered, chosen: list[Evidence]) -> list[Evidence]:
    """What a case of picking quarrels online consists in, where it is told in few
    words and no other type is: a rumour, abuse, or paid posters."""
    first = chosen[0]
    if [e.slug for e in chosen] != ["provocation"] or not first.has(*FORMAL):
        return []
    if first.has("told", "deed"):
        return []
    told = [gathered.found[s] for s in DISORDERS if s in gathered.found]
    told = [e for e in told if e.has("told", "content") or e.counts["deed"] > 1]
    return [max(told, key=lambda e: e.strength)] if told else []


def _servants_first(plain: list[Evidence]) -> list[Evidence]:
    """What is plainly told, the help that is given to a gang before its crime: who
    coaxes passers-by into a chat group for others defrauds nobody himself."""
    served = [e for e in plain if e.slug in {TOO_COMMON, *SERVED} and e.has("served")]
    helping = [e for e in plain if e.slug == AIDING]
    rest = [e for e in plain if e not in served + helping]
    if not (served and helping):
        return plain
    return sorted(helping + rest, key=plain.index) + served


def _quoted_first(gathered: Gathered, themed: list[Evidence]) -> list[Evidence]:
    """What a heading puts in quotation marks before the words that the whole bulletin
    is about, if the telling says it again and again: “开盒挂人”网络暴力案."""
    if not themed or not themed[0].has("heading words"):
        return []
    named = themed[0].first("heading words")
    quoted = [
        gathered.found[s] for s, place in gathered.quoted.items() if place < named
    ]
    return [e for e in quoted if e is not themed[0] and is_repeated(e)]


def _is_outweighed(themed: Evidence, told: list[Evidence]) -> bool:
    """Whether what the bulletin is about says less of this case than what is told:
    no word of the case speaks of it, or only as the crime of those who were served."""
    others = [e for e in told if e is not themed]
    if set(themed.counts) == {"theme"}:
        return bool(others) and themed.slug not in BY_WHOM
    if not themed.has("served") or themed.has("heading words", "heading hint", "lead"):
        return False
    return any(e.slug in (AIDING, LAUNDERING) for e in others)


def _named_otherwise(worded: list[Evidence], themed: list[Evidence]) -> list[Evidence]:
    """What the heading and the first sentence call a case of which the heading does
    not say what the bulletin is about: “GOIP”窝点案 among cases of fraud."""
    kinds: tuple[Kind, ...] = ("heading words", "heading hint")
    if any(e.has(*kinds) for e in themed):
        return []
    return [
        e
        for e in worded
        if (e.has(*kinds) and e.has("lead"))
        or (e.has("heading words") and e.has("told") and e.slug not in MERE_MEANS)
    ]


def _themed(gathered: Gathered) -> list[Evidence]:
    """The types that the bulletin is about; of several only those with other words."""
    themed = [gathered.found[s] for s in gathered.themes if s in gathered.found]
    if len(gathered.themes) > 1:
        return [e for e in themed if len(e.counts) > 1]
    return themed


def _served(gathered: Gathered, chosen: list[Evidence]) -> list[Evidence]:
    """The crimes of those whom the offenders of this case served: with those who
    launder for them or take part closely, not with those who sell cards to them."""
    first = chosen[0].slug
    if first not in SERVANTS:
        return []
    served = gathered.having("relayed") if first == AIDING else []
    # 为赌博、诈骗集团转移资金: who serves all of them is told to serve none by name.
    common = gathered.found.get(TOO_COMMON)
    serves_all = common is not None and common.has("served")
    if first != AIDING or gathered.takes_part:
        served += [
            e
            for e in gathered.having("served")
            if e.slug != TOO_COMMON
            and is_further(chosen[0], e)
            and (not serves_all or set(e.counts) != {"served"})
        ]
    return [e for e in served if e not in chosen]


def _is_plain(first: Evidence, others: list[Evidence]) -> bool:
    """Whether a type is charged, told more than once, or the only one that is told."""
    if first.has(*FORMAL, "lead"):
        return True
    kinds: tuple[Kind, ...] = ("heading words", "told", "named", "theme")
    return sum(first.counts[kind] for kind in kinds) > (1 if others else 0)


def _is_in_passing(first: Evidence, e: Evidence) -> bool:
    """Whether a type is told once, and no more than that."""
    if (first.slug, e.slug) in BESIDE:
        return False
    kinds: tuple[Kind, ...] = ("lead", "named", "title", "heading words", "theme")
    is_scant = e.counts["told"] == 1 and e.strength < PLAIN + FAINT
    return is_scant and not e.has(*kinds, "heading hint")


def _is_corroborated(e: Evidence) -> bool:
    """Whether further words bear out what is told of a type once."""
    return e.has("told", "named") and e.strength > PLAIN


def _is_own_gain(first: Evidence, other: Evidence) -> bool:
    """Whether the second type may be no more than how the first one's gain was got."""
    return first.slug in UPSTREAM and other.slug == LAUNDERING


def _guessed(gathered: Gathered) -> Choice:
    """The likeliest of the types told by deeds or hinted at."""
    hinted = [e for e in gathered.found.values() if e.strength > 0]
    if not hinted:
        return Choice([])
    best = max(hinted, key=lambda e: (e.strength, -e.first("deed", "hint")))
    choice = Choice([best])
    choice.doubt_main()
    return choice


def _without_shadows(chosen: list[Evidence]) -> list[Evidence]:
    """The list without types whose words are only part of another's."""
    dropped = shadows_of({e.slug for e in chosen})
    return [e for e in chosen if e.slug not in dropped or e.has(*FORMAL)]
