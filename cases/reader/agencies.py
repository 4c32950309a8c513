"""Authorities in a text: who they are, where they sit, and what they do in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cases.reader.abroad import FORCES, place_abroad
from cases.reader.agency_roles import ACTS, Role, role_of
from cases.reader.agency_words import (
    BRANCH,
    NATIONAL,
    UNIT,
    UNNAMED,
    WHOSE,
    AgencyKind,
    Scope,
)
from cases.reader.clean import View
from cases.reader.gazetteer import (
    Division,
    PlaceMention,
    Resolution,
    gazetteer,
    resolve,
    same_province,
)
from cases.reader.results import Place
from cases.reader.zones import ZONE_SEATS, ZONES

# The divisions that bear each name of a chain, outer first (山西|长治市).
Chain = tuple[tuple[Division, ...], ...]


@dataclass(frozen=True, slots=True)
class AgencyMention:
    """One authority as a text names it: ``words`` = text[start:end].

    ``chain`` holds, for each place name in it, the divisions that bear the name,
    outer first (山西|长治市|公安局); it is empty for 警方 alone. ``place`` is
    what the chain means by itself, None when it has none or stays ambiguous.
    ``scope`` tells whose authority it is when no place is named. ``others`` are
    further places of a list (江苏、浙江公安机关), each a chain.
    """

    start: int
    end: int
    words: str
    kind: AgencyKind
    scope: Scope
    role: Role
    acts: bool
    chain: Chain = ()
    others: tuple[Chain, ...] = ()
    place: Place | None = None

    def resolve(self, context: Iterable[str] = ()) -> Resolution:
        """What the chain of places means, given codes of the text's places."""
        return resolve(self.chain, context)


class _Chain(NamedTuple):
    """Place names that stand together: where, and who bears each."""

    start: int
    names: Chain


def mentions(view: View) -> list[AgencyMention]:
    """Every authority named in a view, in order."""
    return find_agencies(view.text)


def find_agencies(text: str) -> list[AgencyMention]:
    """Every authority named in a text, in order; linear in its length.

    >>> [(one.words, one.place and one.place.names[-1])
    ...  for one in find_agencies("近日，长治市公安局五马分局在山东警方配合下破案")]
    [('长治市公安局五马分局', '长治市'), ('山东警方', '山东省')]
    """
    found: list[AgencyMention] = []
    for unit in UNIT.finditer(text):
        if found and unit.start() < found[-1].end:
            continue
        mention = _mention(text, unit, found[-1] if found else None)
        if mention is not None:
            found.append(mention)
    return found


def _mention(
    text: str, unit: re.Match[str], last: AgencyMention | None
) -> AgencyMention | None:
    """The authority whose first word is ``unit``, with its places on both sides;
    ``last`` is the one before it."""
    floor = last.end if last else 0
    kind: AgencyKind
    if unit["national"]:
        kind = NATIONAL[unit[0]]
    else:
        group = unit.lastgroup or "police"
        if group == "bare":
            group = "regulator" if unit[0] == "网信" else "police"
        kind = group  # type: ignore[assignment]
    is_branch = unit[0].endswith("分局")
    chain = chain_before(text, unit.start(), floor, is_branch=is_branch)
    if not chain.names and text.startswith(SHORT_LEVELS, unit.start() - 1):
        # 单县|县|局
        chain = chain_before(text, unit.start() - 1, floor)
    if not chain.names:
        # 郴州|当地|警方: whose it is stands before the word for the place.
        local = next(
            (one for one in LOCAL if text.endswith(one, floor, unit.start())), ""
        )
        named = chain_before(text, unit.start() - len(local), floor)
        chain = named if named.names else chain
    scope, start, others = _scope(text, unit, chain, floor)
    if not chain.names and unit["bare"]:
        return None
    is_station = unit[0] in ("派出所", "警务站", "人民法庭")
    if is_station and _is_only_short(text, chain):
        # 东湖派出所 is named after a quarter, not after the district of the name.
        chain, scope, start = _Chain(unit.start(), ()), "plain", unit.start()
    names, end = _extend(text, unit.end(), list(chain.names))
    if names and scope in ("plain", "own"):
        scope = "named"
    place = None
    if len(names) > 1 and not _is_inside(names):
        # 东莞|长安|公安: a town's name, which districts elsewhere bear
        names.pop()
    if names:
        meant = resolve(names).division
        place = gazetteer().place(meant.code) if meant else None
    joined_to = last.end if last and last.scope != "national" else None
    role = role_of(text, start, end, kind, joined_to)
    acts = ACTS.match(text, end) is not None
    return AgencyMention(
        start=start,
        end=end,
        words=text[start:end],
        kind=kind,
        scope=scope,
        role=role,
        acts=acts,
        chain=tuple(names),
        others=others,
        place=place,
    )


def _is_inside(names: Sequence[tuple[Division, ...]]) -> bool:
    """Whether a bearer of the last name lies in one of the name before it."""
    table = gazetteer()
    *_, outer, inner = names
    return any(
        table.is_within(one.code, other.code) or table.is_within(other.code, one.code)
        for one in inner
        for other in outer
    )


# No chain of places is longer, in characters; it bounds the look back.
LONGEST_CHAIN = 60
# Words for the place of the story, between a place and its authority.
LOCAL = (*(words for words, scope in WHOSE.items() if scope == "local"), *UNNAMED)


# The last words of a county's or city's office in short: 县局, 市局.
SHORT_LEVELS = ("县局", "市局", "州局", "旗局")


def chain_before(
    text: str, end: int, floor: int = 0, *, is_branch: bool = False
) -> _Chain:
    """The place names that stand right before ``end``, outer first.

    Zones between them and ``end`` (苏州工业园区, 高新区) are stepped over. Before a
    branch (和平|分局) everyday words are districts too.
    """
    table = gazetteer()
    names: list[tuple[Division, ...]] = []
    at = end
    floor = max(floor, end - LONGEST_CHAIN)
    while at > floor:
        mention = table.before(text, at)
        known = None if names else _known_zone(text, at, floor)
        if known and (mention is None or known.start < mention.start):
            # 长白山|森林公安局, not 白山; 沣东新城|分局, not 新城
            names = [*known.names]
            at = known.start
            continue
        if mention and mention.words in WHOSE and not table.before(text, mention.start):
            break  # 全州|公安机关: of the whole prefecture
        if mention is not None and mention.start >= floor:
            names.insert(0, mention.candidates)
            at = mention.start
            continue
        if text[at - 1] == "·":
            before = table.before(text, at - 1)
            if before is None or not names:
                break
            at -= 1
            continue
        zone = None if names else _zone_before(text, at, floor)
        if zone is None:
            break
        at = zone.start
        names = [*zone.names, *names]
    if len(names) == 1 and not is_branch and not table.stands_alone(text[at:end]):
        return _Chain(end, ())
    return _Chain(at, tuple(names))


# Zones with a seat by their last character, the longest first.
SEATS_BY_END: dict[str, list[tuple[str, str]]] = {}
for _words, _seat in sorted(ZONE_SEATS.items(), key=lambda one: -len(one[0])):
    SEATS_BY_END.setdefault(_words[-1], []).append((_words, _seat))


def _known_zone(text: str, end: int, floor: int) -> _Chain | None:
    """A zone right before ``end`` whose seat is known."""
    for words, seat in SEATS_BY_END.get(text[end - 1 : end], ()):
        start = end - len(words)
        if start >= floor and text.startswith(words, start):
            return _Chain(start, ((gazetteer().divisions[seat],),))
    return None


def _zone_before(text: str, end: int, floor: int) -> _Chain | None:
    """A zone's words right before ``end``, with no name, from where a place may go
    on."""
    if not text.endswith(ZONES, floor, end):
        return None
    for words in ZONES:
        start = end - len(words)
        if start < floor or not text.startswith(words, start):
            continue
        for own in range(5):
            if start - own < floor:
                break
            mention = gazetteer().before(text, start - own)
            if mention is not None and not _names_zone(text, mention):
                return _Chain(start - own, ())
        return _Chain(start, ())
    return None


def _names_zone(text: str, mention: PlaceMention) -> bool:
    """Whether a name before a zone's word is the zone's own, though places elsewhere
    bear it: 宜宾市|三江|新区, not the county 三江."""
    outer = gazetteer().before(text, mention.start)
    return (
        outer is not None
        and mention.is_short
        and not any(
            same_province(inner.code, one.code)
            for inner in mention.candidates
            for one in outer.candidates
        )
    )


def _is_only_short(text: str, chain: _Chain) -> bool:
    """Whether a chain is one short county name and no more."""
    return len(chain.names) == 1 and all(
        one.is_county and not text.startswith(one.name, chain.start)
        for one in chain.names[0]
    )


ONLY_ABROAD = re.compile(FORCES)


def _scope(
    text: str, unit: re.Match[str], chain: _Chain, floor: int
) -> tuple[Scope, int, tuple[Chain, ...]]:
    """Whose authority it is, where its words begin, and further places of a list."""
    start = chain.start if chain.names else unit.start()
    before = text[max(floor, start - 8) : start]
    if not chain.names:
        abroad = place_abroad(text, floor, start)
        if abroad is not None or ONLY_ABROAD.match(unit[0]):
            return "abroad", start if abroad is None else abroad, ()
    if unit["national"]:
        return "national", start, ()
    if chain.names:
        others, start = _list_before(text, start, floor)
        return "named", start, others
    for size in (4, 3, 2, 1):
        words = before[-size:]
        if len(words) == size and words in WHOSE:
            others, start = _list_before(text, start - size, floor)
            return WHOSE[words], start, others
    return "plain", start, ()


def _extend(
    text: str, end: int, names: list[tuple[Division, ...]]
) -> tuple[list[tuple[Division, ...]], int]:
    """Step over what goes on after the first word: further words of the same
    authority (公安局|网安大队|民警), a district's or a quarter's branch
    (公安局|蓬莱|分局, 公安局|五马|分局)."""
    table = gazetteer()
    while True:
        unit = UNIT.match(text, end)
        if unit is not None and not unit["national"]:
            end = unit.end()
            continue
        mention = table.at(text, end)
        if mention is not None:
            after = UNIT.match(text, mention.end)
            inner, outer = _inside(names, mention), names
            is_bare = not names and text.endswith(("公安局", "公安"), 0, end)
            if is_bare or text.endswith("铁路公安局", 0, end):
                # 市公安局|和平|分局, 公安|和平|分局; 广州铁路公安局|深圳|公安处
                # sits elsewhere.
                inner, outer = mention.candidates, []
            if after is not None and not after["bare"] and inner:
                names = [*outer, inner]
                end = after.end()
                continue
        branch = BRANCH.match(text, end)
        if branch is None:
            return names, end
        inner = _inside(names, _whole(branch["name"]))
        if inner:
            names.append(inner)
        end = branch.end()


def _whole(name: str) -> PlaceMention | None:
    """A branch's name as a place, if the whole of it is one."""
    mention = gazetteer().at(name, 0)
    return mention if mention and mention.end == len(name) else None


def _inside(
    names: list[tuple[Division, ...]], mention: PlaceMention | None
) -> tuple[Division, ...]:
    """The bearers of a name that lie in what a chain means."""
    if mention is None or not names:
        return ()
    table = gazetteer()
    return tuple(
        one
        for one in mention.candidates
        if any(
            one.code != outer.code and table.is_within(one.code, outer.code)
            for outer in names[-1]
        )
    )


# Nor is a list of places longer.
LONGEST_LIST = 300
# A list of places goes on to the left over these: 江苏、浙江公安机关.
LISTED = ("、", "和", "及", "与")


def _list_before(text: str, start: int, floor: int) -> tuple[tuple[Chain, ...], int]:
    """Further places of a list that ends at ``start``, and where it begins."""
    others: list[Chain] = []
    floor = max(floor, start - LONGEST_LIST)
    if start > floor and not text.startswith(LISTED, start - 1):
        # 江苏、浙江|等地: the list's last name touches ``start``.
        last = chain_before(text, start, floor)
        if last.names:
            others.insert(0, last.names)
            start = last.start
    while start - 1 > floor and text.startswith(LISTED, start - 1):
        before = chain_before(text, start - 1, floor)
        if not before.names:
            break
        others.insert(0, before.names)
        start = before.start
    return tuple(others), start
