"""The offence types that a case is filed under, the primary one first.

Three kinds of cases are told apart. Where a court or procurator has spoken, the
list is the charges of the heading and of the judgment, and what else is told adds
nothing. Where an authority fined an operator for a duty breached, that duty is
the list. Else it is the charges and what the telling plainly describes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cases.reader.context import CaseContext, Notes
from cases.reader.offence_pairs import (
    AIDING,
    BESIDE,
    BREAK_INS,
    LAUNDERING,
    MEANS,
    NEEDS_CHARGE,
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
DUTY = "security-duty-failure"
PLAIN = 3.0  # as strong as words that tell of it once
AMPLE = 6.0  # ... twice: what is told in fewer words may hold more than was seen
FAINT = 1.6  # weaker words may stand in any text: one deed and one hint
OFTEN = 3  # told so often, a type is more than a word in passing
SAME_SENTENCE = 40  # charges of one sentence stand no further apart, in characters
# What a heading says and the telling does not; a case's name is more: 谣言|案.
HEADING_ONLY = frozenset({"heading words", "heading hint", "hint"})
OF_CASE = re.compile(r"”?(?:团伙|系列)?案")


@dataclass(slots=True)
class _Choice:
    """The types listed, in order, and what is doubtful: codes with types."""

    chosen: list[Evidence]
    doubts: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)

    def doubt_main(self, other: Evidence | None = None) -> None:
        """Doubt which type stands first."""
        if other is None:
            self.doubts.append(("weak-offence", (self.chosen[0].slug,)))
        else:
            pair = (self.chosen[0].slug, other.slug)
            self.doubts.append(("several-offences", pair))

    def doubt_few(self, first: Evidence) -> None:
        """Doubt that all is listed where little is told."""
        self.doubts.append(("few-words", (first.slug,)))

    def doubt_further(self, uncertain: list[Evidence]) -> None:
        """Doubt what is listed beside the first, if anything is uncertain."""
        if uncertain:
            slugs = "、".join(dict.fromkeys(e.slug for e in uncertain))
            self.doubts.append(("further-offences", (slugs,)))


def read_offences(case: CaseContext, notes: Notes) -> tuple[Found[str], ...]:
    """The offence types of a case (slugs of offence-types.csv), primary first."""
    outcomes = {str(found.value) for found in notes.found.get("outcomes", ())}
    is_penalised = "administrative-penalty" in outcomes
    gathered = gather(case, is_penalised=is_penalised)
    if is_penalised and not outcomes & CRIMINAL and _is_breach(gathered):
        choice = _breach(gathered)
        if "administrative-detention" in outcomes and not choice.doubts:
            # Who was detained is no operator: he did something else.
            choice.doubt_main()
    elif outcomes & JUDGED and _is_charged(gathered, outcomes):
        choice = _judged(gathered)
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


def _is_charged(gathered: Gathered, outcomes: set[str]) -> bool:
    """Whether a type of the list is charged, not only crimes outside of it: by the
    heading, too, where a court has spoken."""
    charged = gathered.having("verdict", "suspicion")
    if "convicted" in outcomes:
        charged += gathered.having("heading charge")
    return any(e.slug != "other" for e in charged)


# ------------------------------------------------------------- a duty breached


def _is_breach(gathered: Gathered) -> bool:
    """Whether a penalty is for a duty that an operator failed in."""
    duty = gathered.found.get(DUTY)
    if duty is None:
        return False
    if duty.has(*FORMAL, "duty law", "heading words", "lead", "named", "told"):
        return True
    others = gathered.having(*FORMAL)
    return duty.has("theme") or (duty.has("deed") and not others)


def _breach(gathered: Gathered) -> _Choice:
    """The duty alone: what strangers did to the operator's systems is not his."""
    duty = gathered.found[DUTY]
    choice = _Choice([duty])
    rivals = [e for e in gathered.having(*FORMAL) if e is not duty]
    if rivals:
        choice.doubt_main(rivals[0])
    elif not duty.has(*FORMAL, "duty law", "lead", "named", "told"):
        choice.doubt_main()
    elif not duty.has(*FORMAL, "duty law", "lead", "heading words"):
        # Somebody else's deed may be the matter, and the duty an afterthought.
        told = [e for e in gathered.having("told") if _is_repeated(e) and e is not duty]
        if told and not _is_repeated(duty):
            choice.doubt_main(told[0])
    return choice


# ----------------------------------------------------------- a judgment's charges


def _judged(gathered: Gathered) -> _Choice:
    """The charges of the heading and of the judgment or indictment."""
    headed = gathered.having("heading charge")
    verdicts = gathered.having("verdict")
    sentenced = verdicts or gathered.having("suspicion")
    solved = [e for e in gathered.having("case") if e in sentenced or not verdicts]
    sentenced = solved + [e for e in sentenced if e not in solved]
    if not solved:
        sentenced = _as_headed(sentenced)
    if any(e.slug != "other" for e in sentenced):
        # 虚假诉讼案, judged as fraud: the judgment names a type of the list.
        headed = [e for e in headed if e.slug != "other" or e in sentenced]
    chosen = headed + [e for e in sentenced if e not in headed]
    choice = _Choice(chosen)
    added = [
        e
        for e in gathered.having("subtitle")
        if e not in chosen and e.has("told", "named", "lead", "deed", "hint")
    ]
    # 一案双查: the operator whom they robbed was fined as well.
    duty = gathered.found.get(DUTY)
    if duty is not None and duty not in chosen and duty.has("told", "duty law"):
        added.append(duty)
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
        shadows = shadows_of(_slugs(chosen))
        beside = [e for e in beside if _is_repeated(e) and e.slug not in shadows]
    choice.doubt_further(added + unconfirmed + beside)
    return choice


def _is_repeated(e: Evidence) -> bool:
    """Whether a type is told more than once."""
    return sum(e.counts[kind] for kind in ("told", "lead", "named")) > 1


def _slugs(chosen: list[Evidence]) -> set[str]:
    return {e.slug for e in chosen}


# --------------------------------------------------------------- what is told


def _told(gathered: Gathered) -> _Choice:
    """The charges, then what is plainly told; deeds and hints for want of better."""
    headed = gathered.having("heading charge")
    worded = gathered.having("heading words", "lead")
    plain = gathered.having("named", "told")
    charged = [e for e in gathered.having(*FORMAL) if e not in headed]
    if not headed:
        charged = _as_headed(charged)
    outside: list[Evidence] = []
    if worded or plain:
        # A crime outside of the list adds nothing to what the telling plainly is.
        outside = [e for e in charged if e.slug == "other"]
        charged = [e for e in charged if e.slug != "other"]
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
    themed = _themed(gathered)
    chosen: list[Evidence] = []
    duty = [e for e in worded if e.slug == DUTY and e.has("duty law", "told", "deed")]
    for group in (headed, duty, charged, themed[:1], worded, plain, themed):
        chosen += [e for e in group if e not in chosen]
    if not chosen:
        return _guessed(gathered)
    further = [e for e in chosen[1:] if _is_further(chosen[0], e)]
    if chosen[0].has(*FORMAL):
        # That the bulletin is about it says nothing beside what this case is.
        further = [
            e
            for e in further
            if set(e.counts) != {"theme"} or (chosen[0].slug, e.slug) in BESIDE
        ]
    choice = _Choice(_without_shadows([chosen[0], *further]))
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
        if not e.has(*FORMAL) and not (is_sure and _is_corroborated(e))
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
    choice.doubt_further(faint)
    is_alone = len(choice.chosen) == 1 and first.slug in SELDOM_ALONE
    # 谣言 in the heading and in the bulletin's title leaves little unsaid.
    is_agreed = first.has("heading words") and first.has("theme")
    is_faint = not is_sure and not is_agreed and first.strength < AMPLE
    if not choice.doubts and (is_alone or is_faint):
        choice.doubt_few(first)
    return choice


def _as_headed(charged: list[Evidence]) -> list[Evidence]:
    """Several charges, first the one of which heading or title speaks."""
    named = [e for e in charged if e.has("heading words", "title", "heading hint")]
    return (
        named + [e for e in charged if e not in named] if len(named) == 1 else charged
    )


def _is_further(first: Evidence, other: Evidence) -> bool:
    """Whether a type is listed beside the first: it is charged, or told as what was
    done and not only as whose money was laundered or in the heading's words."""
    if other.has(*FORMAL):
        return True
    if first.slug == LAUNDERING and other.slug in UPSTREAM:
        return False
    if other.slug == AIDING and first.slug in SERVED:
        # Whoever helped them is no second charge against them.
        return _names_case(other) or other.has("lead")
    if other.slug in NEEDS_CHARGE:
        return other.has("lead")
    return _names_case(other) or not set(other.counts) <= HEADING_ONLY


def _names_case(e: Evidence) -> bool:
    """Whether a heading calls the case by it: 编造试题外泄谣言|案."""
    if e.where is None or not e.kind.startswith("heading"):
        return False
    view, _, end = e.where
    return OF_CASE.match(view.text, end) is not None


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
    if first != AIDING or gathered.takes_part:
        served += [
            e
            for e in gathered.having("served")
            if e.slug != TOO_COMMON and _is_further(chosen[0], e)
        ]
    return [e for e in served if e not in chosen]


def _is_plain(first: Evidence, others: list[Evidence]) -> bool:
    """Whether a type is charged, told more than once, or the only one that is told."""
    if first.has(*FORMAL, "lead"):
        return True
    kinds: tuple[Kind, ...] = ("heading words", "told", "named", "theme")
    return sum(first.counts[kind] for kind in kinds) > (1 if others else 0)


def _is_corroborated(e: Evidence) -> bool:
    """Whether further words bear out what is told of a type once."""
    return e.has("told", "named") and e.strength > PLAIN


def _guessed(gathered: Gathered) -> _Choice:
    """The likeliest of the types told by deeds or hinted at."""
    hinted = [e for e in gathered.found.values() if e.strength > 0]
    if not hinted:
        return _Choice([])
    best = max(hinted, key=lambda e: (e.strength, -e.first("deed", "hint")))
    choice = _Choice([best])
    choice.doubt_main()
    return choice


def _without_shadows(chosen: list[Evidence]) -> list[Evidence]:
    """The list without types whose words are only part of another's."""
    dropped = shadows_of(_slugs(chosen))
    return [e for e in chosen if e.slug not in dropped or e.has(*FORMAL)]
