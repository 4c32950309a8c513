"""Where a case was handled: the seat of the authority that handled it.

Only authorities tell the seat. Where victims live, where offenders come from or
were caught, and whose police helped do not count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cases.reader.agencies import LISTED, AgencyMention, find_agencies
from cases.reader.clean import View
from cases.reader.context import CaseContext, Notes
from cases.reader.gazetteer import Division, gazetteer
from cases.reader.results import Found
from cases.reader.scenes import (
    BY_DEED,
    Region,
    common_place,
    heading_place,
    is_abroad,
    labelled_place,
    places_in,
    scene,
    title_place,
)

# Which authority handled the case, the likeliest kind first, by who tells it: a
# court's bulletin tells of judgements, a procuratorate's of prosecutions.
HANDLERS = {
    "police": ("police", "regulator", "procuratorate", "court"),
    "procuratorate": ("procuratorate", "court", "police", "regulator"),
    "court": ("court", "procuratorate", "police", "regulator"),
    "regulator": ("regulator", "police", "court", "procuratorate"),
    "other": ("police", "regulator", "procuratorate", "court"),
}


@dataclass(frozen=True, slots=True)
class _Choice:
    """An authority of the text chosen as the handler, and what its place means."""

    mention: AgencyMention
    division: Division
    view: View
    rivals: tuple[Division, ...] = ()
    competitor: AgencyMention | None = None


def read_region(
    case: CaseContext, notes: Notes
) -> tuple[Found[str] | None, Region | None]:
    """The handling authority's words, and the region of its seat.

    In the order in which they are believed: the first authority of the fitting
    kind with a place that handles the case in the narrative, deepened by a later
    one inside it; the heading's, when the narrative names none or lies in another
    province; a place that opens or closes the heading; the scene, where the text
    says 当地公安; the issuer's seat, if it is a local one.
    """
    table = gazetteer()
    context = _context(case)
    told = find_agencies(case.narrative.text)
    headed = find_agencies(case.heading.text) if case.heading else []
    inside = _choose(case, told, case.narrative, context, notes)
    above = (
        _choose(case, headed, case.heading, context, notes) if case.heading else None
    )
    agency = _agency(case, told, inside, above)
    if inside and above and not _related(inside.division, above.division):
        notes.doubt("region", "two-seats", inside.mention.words, above.mention.words)
        if inside.division.province == above.division.province:
            return agency, _region(inside, "places.agency", "the narrative's authority")
        return agency, _region(above, "places.heading", "the heading's authority")
    if above and (
        inside is None or table.is_within(above.division.code, inside.division.code)
    ):
        return agency, _region(above, "places.heading", "the heading's authority")
    if inside:
        _compare_with_seats(case, inside, notes)
        return agency, _region(inside, "places.agency", "the handling authority's seat")
    return agency, _without_agency(case, told, context, notes)


# 某省网信办|依据《数据安全法》对…: what it did stands behind the law's name.
APPLIES_LAW = re.compile(r"依?法?(?:依据|根据|按照|依照|适用)(?:《|相关|有关|法律)")


def _context(case: CaseContext) -> list[str]:
    """Codes of the places that the text is about, for names that many bear."""
    codes = [seat.code for seat in case.seats]
    for text in (case.bulletin_title, case.heading.text if case.heading else ""):
        codes += places_in(text)
    return list(dict.fromkeys(codes))


def _choose(
    case: CaseContext,
    found: Sequence[AgencyMention],
    view: View | None,
    context: list[str],
    notes: Notes,
) -> _Choice | None:
    """The authority that handles the case, among those of a text with a place."""
    if view is None:
        return None
    certain = [mention.resolve() for mention in found if not mention.others]
    sure = [one.division.code for one in certain if one.division and not one.rivals]
    near = list(dict.fromkeys([*context, *sure]))
    around = [*near, *places_in(view.text[:400])]
    choices: list[_Choice] = []
    for mention in found:
        if mention.scope != "named" or mention.others:
            continue
        if mention.role not in ("handles", "leads"):
            continue
        if mention.kind == "regulator" and not (
            mention.acts or APPLIES_LAW.match(view.text, mention.end)
        ):
            continue
        meant = mention.resolve(near)
        if meant.division is None:
            meant = mention.resolve(around)
        if meant.division is not None and _is_own_branch(case, mention, meant.division):
            continue
        if meant.division is not None:
            choices.append(_Choice(mention, meant.division, view, meant.rivals))
        elif meant.rivals and not choices:
            notes.doubt("region", "ambiguous-place", mention.words)
    for kind in HANDLERS[case.issuer_kind]:
        of_kind = [one for one in choices if one.mention.kind == kind]
        if of_kind:
            return _deepest(of_kind)
    return None


# A branch without the place that holds it: 河西分局, 和平公安分局
BRANCH_ALONE = re.compile(r"[一-龥]{2,4}?(?:公安)?分局")


def _is_own_branch(
    case: CaseContext, mention: AgencyMention, division: Division
) -> bool:
    """Whether a branch is one of the authority that tells the case, which may bear
    the name of a district elsewhere: 胡杨河市's 河西分局 is not Tianjin's."""
    if not case.seats or not BRANCH_ALONE.fullmatch(mention.words):
        return False
    table = gazetteer()
    seats = [table.divisions[seat.code] for seat in case.seats]
    return not any(
        _same_city(division, seat) or table.is_within(division.code, seat.code)
        for seat in seats
    )


def _deepest(choices: list[_Choice]) -> _Choice:
    """The first that handles (a superior that leads only if there is none),
    replaced by the first later one of its place that lies deeper; with the first
    of another city that acts as well."""
    table = gazetteer()
    handling = [one for one in choices if one.mention.role == "handles"]
    best = (handling or choices)[0]
    for one in handling:
        if _is_listed(best, one) and best.division.level != "province":
            continue
        if one.division != best.division and table.is_within(
            one.division.code, best.division.code
        ):
            best = one
    elsewhere = [
        one.mention
        for one in handling
        if one.mention.acts and not _same_city(one.division, best.division)
    ]
    return replace(best, competitor=elsewhere[0] if elsewhere else None)


def _is_listed(one: _Choice, other: _Choice) -> bool:
    """Whether two authorities stand in a list: 无锡市公安局、江阴市公安局."""
    return one.view.text[one.mention.end : other.mention.start] in LISTED


def _same_city(one: Division, other: Division) -> bool:
    """Whether two divisions lie in one city, or one in the other."""
    return one.city == other.city != "" or _related(one, other)


def _related(one: Division, other: Division) -> bool:
    """Whether one division lies in the other."""
    table = gazetteer()
    return table.is_within(one.code, other.code) or table.is_within(
        other.code, one.code
    )


def _region(choice: _Choice, rule: str, reason: str) -> Region:
    """The chosen authority's place as a found value."""
    mention = choice.mention
    return Found(
        gazetteer().place(choice.division.code),
        choice.view.spans(mention.start, mention.end),
        rule,
        f"{reason}: {mention.words}",
    )


def _compare_with_seats(case: CaseContext, choice: _Choice, notes: Notes) -> None:
    """Doubt a seat outside the province whose authority tells the case, and one
    that is only the likeliest bearer of its name."""
    if choice.rivals and not choice.mention.resolve(_context(case)).by_context:
        notes.doubt("region", "ambiguous-place", choice.mention.words)
    known = [gazetteer().divisions[code] for code in _context(case)]
    confirmed = any(_same_city(choice.division, one) for one in known)
    if choice.competitor is not None and not confirmed:
        notes.doubt(
            "region", "two-seats", choice.mention.words, choice.competitor.words
        )
    seats = {seat.code[:2] for seat in case.seats}
    if seats and choice.division.province[:2] not in seats:
        notes.doubt("region", "foreign-seat", choice.mention.words)


def _agency(
    case: CaseContext,
    told: Sequence[AgencyMention],
    inside: _Choice | None,
    above: _Choice | None,
) -> Found[str] | None:
    """The handling authority's words; without a place (警方) if none has one."""
    chosen = inside or above
    if chosen is not None:
        mention, view = chosen.mention, chosen.view
    else:
        acting = [
            one
            for one in told
            if one.role in ("handles", "leads") and one.scope != "abroad"
        ]
        acting.sort(key=lambda one: not one.acts)
        if not acting:
            return None
        mention, view = acting[0], case.narrative
    return Found(
        mention.words,
        view.spans(mention.start, mention.end),
        "places.agency",
        "the first authority that handles the case",
    )


def _without_agency(
    case: CaseContext,
    told: Sequence[AgencyMention],
    context: list[str],
    notes: Notes,
) -> Region | None:
    """The region when no authority with a place is named."""
    table = gazetteer()
    region = heading_place(case)
    if region is not None:
        if region.rule == BY_DEED:
            notes.doubt("region", "heading-place", "".join(region.value.names))
        return region
    handling = [one for one in told if one.role in ("handles", "leads")]
    domestic = [one for one in handling if one.scope not in ("abroad", "national")]
    abroad = any(one.scope == "abroad" for one in handling) or is_abroad(case)
    if abroad and not domestic:
        return None
    several = next((one for one in domestic if one.others), None)
    if several is not None:
        common = common_place(several, context)
        notes.doubt("region", "several-places", several.words)
        if common is not None:
            return Found(
                table.place(common),
                case.narrative.spans(several.start, several.end),
                "places.list",
                f"the place that holds all of {several.words}",
            )
        return None
    of_scene = ("local",) if case.seats else ("local", "own")
    local = next((one for one in domestic if one.scope in of_scene), None)
    if local is not None:
        happened = scene(case, local)
        if happened is not None:
            notes.doubt("region", "scene", "".join(happened.value.names))
            return happened
    handed = _handed_to(case, told, context)
    if handed is not None and (not case.seats or case.issuer_kind == "procuratorate"):
        if case.issuer_kind != "procuratorate":
            notes.doubt("region", "handed-over", "".join(handed.value.names))
        return handed
    if case.seats:
        return _seat(case, domestic, notes)
    titled = title_place(case.bulletin_title) if case.is_story and domestic else None
    if titled is not None:
        notes.doubt("region", "heading-place", "".join(titled.value.names))
    return titled


def _handed_to(
    case: CaseContext, told: Sequence[AgencyMention], context: list[str]
) -> Region | None:
    """The procuratorate or court to which the case went, of the same county as a
    rule as the police who sent it."""
    for mention in told:
        if mention.role == "receives":
            division = mention.resolve(context).division
            if division is not None:
                choice = _Choice(mention, division, case.narrative)
                return _region(choice, "places.handed", "where the case was sent")
    return None


def _seat(
    case: CaseContext, handling: Sequence[AgencyMention], notes: Notes
) -> Region | None:
    """The seat of the authority that tells the case, unless a digest has several.

    An authority named without its place (民警, 市公安局) makes it certain.
    """
    seat = case.seats[0]
    plain = next((one for one in handling if one.scope in ("plain", "own")), None)
    one_province = len({one.code[:2] for one in case.seats}) == 1
    if plain is None and not one_province:
        return None
    labelled = labelled_place(case, seat.code)
    if labelled is not None:
        return labelled
    if plain is None or not one_province:
        notes.doubt("region", "seat-of-issuer", seat.names[-1])
    spans = case.narrative.spans(plain.start, plain.end) if plain else ()
    return Found(
        seat,
        spans,
        "places.seat",
        "the seat of the authority that tells it",
        "exact" if spans else "inferred",
    )
