"""The authority whose cases a bulletin tells, and the form of its name.

Every authority named in title, introduction and telling is weighed
(``issuer_weights.py``); the best one is then named in its fullest form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from cases.reader.accounts import account_seat
from cases.reader.agencies import AgencyMention, mentions
from cases.reader.clean import View
from cases.reader.issuer_names import FORMAL, Issuer, says_more, shortened
from cases.reader.issuer_weights import (
    JOINED_NATIONAL,
    PART,
    SPEAKS,
    Candidate,
    candidates_in,
    depth,
)
from cases.reader.results import Found

# 某市公安局网安大队民警 杨某：, 民警杨某介绍
CAPTION = re.compile(r"^[\s　]*[一-鿿·]{2,4}(?:[：:]|介绍|说|告诉|表示|称|坦言)")
# The whole in front of a part, or a branch that is one: 某市公安局某分局|网安支队,
# 某市公安局某分局
WHOLE = re.compile(
    r"^.*?(?:公安局[^，。]{1,8}?(?:分局|公安局)|(?:公安局|分局|公安厅|检察院|法院)(?=.))"
)
# 县|公安局, 市|中级人民法院
OWN_OFFICE = re.compile(
    r"[省市县区州旗盟](?P<office>公安局|公安厅|(?:中级|高级)?人民法院|人民检察院|法院"
    r"|检察院"
    r"|中院|委?网信办|市场监督管理局|市场监管局|通信管理局|文化和旅游局)"
)
# An office by its formal name, whole or with its part.
WHOLE_OFFICE = re.compile(r"局|厅|人民法院|人民检察院|分院|网信办|办公室|海关$")
# A squad of police by its everyday name, which stands for the squad itself.
SQUADS = ("网警", "网安", "网安部门")
STATIONS = ("派出所", "警务站", "中队")
# Courts in general, not one: 成都法院, 成都市中级人民法院.
ONE_OFFICE = re.compile(r"(?:局|厅|部|人民法院|人民检察院|分院|高院|中院|办|办公室)$")

# 国家版权局|等四部门公布
AND_OTHERS = re.compile(
    r"^等[一二三四五六七八九十两多几\d]{1,2}个?(?:部门|单位|部委|机关)"
)
# What stands before a clause of its own.
CLAUSE_ENDS = ("。", "！", "？", "；", "，", "\n")
# Two authorities that issue together: 南京、苏州公安机关.
JOINED = re.compile(r"^(?:、|和|与|及)$")


def read_issuer(
    title: View | None,
    intro: View | None,
    told: Sequence[View],
    voices: Sequence[str] = (),
    *,
    is_digest: bool = False,
) -> Issuer:
    """The authority whose cases these are, from title, introduction and, for one
    story, the telling.

    ``told`` is empty for several cases: each has its own authority, and none of
    them need be the issuer. A digest of news has an issuer only if its title says
    who publishes it, or if it speaks of the authority whose account it stands in.
    """
    candidates: list[Candidate] = []
    for where, views in (("title", [title]), ("intro", [intro]), ("told", told)):
        for view in views:
            if view is not None:
                candidates += candidates_in(view.cut(0, 3000), where, voices)
    if is_digest:
        candidates = [
            one
            for one in candidates
            if (one.where == "title" and one.publishes)
            or (one.is_voice and not one.is_passive)
        ]
    best = max(candidates, key=lambda one: one.score, default=None)
    if best is None or best.score <= 0 or _is_of_a_story_abroad(best, told):
        views = [view.cut(0, 3000) for view in (title, intro, *told) if view]
        return Issuer() if is_digest else _otherwise(views, voices)
    row = _row(_among_several(best, candidates), candidates)
    if len(row) == 1:
        row = [_formal(_fuller(best, candidates), candidates)]
    return Issuer(
        _joint(row),
        best.mention.kind,
        row[0].mention.place,
        best.mention.scope == "national",
    )


def common_issuer(told: Sequence[View]) -> Issuer:
    """The one authority that handles all of several cases, where neither title nor
    introduction names any: 某局对甲公司…处罚. 同日，该局还对乙公司…."""
    found = [
        one
        for view in told
        for one in candidates_in(view.cut(0, 3000), "told", ())
        if one.mention.acts and one.mention.role == "handles"
    ]
    offices = {(one.mention.kind, one.mention.place) for one in found}
    if len(offices) != 1 or found[0].mention.place is None:
        return Issuer()
    best = max(found, key=lambda one: one.score)
    return Issuer(_joint([best]), best.mention.kind, best.mention.place)


def _among_several(best: Candidate, candidates: Sequence[Candidate]) -> Candidate:
    """The first of several authorities where the introduction names them all, if the
    title has only 某部等四部门; rather there where they publish."""
    after = best.view.text[best.mention.end : best.mention.end + 12]
    if best.where != "title" or not AND_OTHERS.match(after):
        return best
    name = shortened(best.mention.words)
    named = [
        one
        for one in candidates
        if one.where == "intro"
        and shortened(one.mention.words) == name
        and len(_row(one, candidates)) > 1
    ]
    return max(named, key=lambda one: one.publishes, default=best)


def _is_of_a_story_abroad(best: Candidate, told: Sequence[View]) -> bool:
    """Whether an authority without a place is one abroad, called so in short where the
    telling names it or another by its country first: 美国某州法院…. 司法部…."""
    if best.mention.place or best.publishes or best.where != "told":
        return False
    acting = (one for view in told for one in mentions(view) if one.acts)
    first = next(acting, None)
    return first is not None and (first.scope, first.role) == ("abroad", "handles")


def _otherwise(views: Sequence[View], voices: Sequence[str]) -> Issuer:
    """The issuer where no authority is named by its place: the office that a local
    account calls its own (县公安局 on 双峰公安), or the one abroad that acts
    before any other."""
    named = [(view, mention) for view in views for mention in mentions(view)]
    seats = [seat for name in voices if (seat := account_seat(name))]
    for view, mention in named:
        whole = OWN_OFFICE.match(mention.words) if mention.scope == "own" else None
        level = mention.words[:1]
        seat = next((one for one in seats if one.names[-1].endswith(level)), None)
        if whole and seat:
            value = seat.names[-1] + whole["office"]
            spans = view.spans(mention.start, mention.start + whole.end())
            found = Found(value, spans, "issuers.own", "its own office", "inferred")
            return Issuer(found, mention.kind, seat)
    acting = [(view, mention) for view, mention in named if mention.acts]
    if not acting or acting[0][1].scope != "abroad":
        return Issuer()
    view, mention = acting[0]
    spans = view.spans(mention.start, mention.end)
    reason = "the authority abroad that acts"
    return Issuer(Found(mention.words, spans, "issuers.abroad", reason), mention.kind)


def _fuller(best: Candidate, candidates: Sequence[Candidate]) -> Candidate:
    """The same authority where its name says more: 某地公安 also called 某地公安机关,
    a city's police that are its district's (for one story, unless the title has
    the city's police act; a province's in the title stand for those of a city)."""
    words, place = best.mention.words, best.mention.place
    is_subject = best.where == "title" and not best.is_passive
    for other in candidates:
        mention = other.mention
        if mention.kind != best.mention.kind or mention.role != "handles":
            continue
        if _is_whose(best, other):
            return other
        if mention.place == place and (
            (says_more(mention.words, words) and not _is_squad_of(mention.words, words))
            or (other.publishes and place is None and _goes_on(mention.words, words))
            or (
                other.publishes and _is_formal(mention) and not _is_formal(best.mention)
            )
        ):
            return other
        deeper = (
            not _is_lead_office(best)
            and other.where == "told"
            and place is not None
            and mention.place is not None
            and len(mention.place.names) > len(place.names)
            and mention.place.names[: len(place.names)] == place.names
        )
        if not deeper or not mention.acts or PART.search(mention.words):
            continue
        if SPEAKS.match(other.view.text[mention.end : mention.end + 20]):
            continue  # 某分局办案民警介绍: only a speaker comes of it
        is_provinces = place is not None and len(place.names) == 1
        if not is_subject or is_provinces or mention.words[-2:] == words[-2:]:
            return other
    return best


def _is_whose(best: Candidate, other: Candidate) -> bool:
    """Whether an authority that a title leaves without a place is the one that the
    introduction names first: 公安机关公布…, 今年以来，河北省公安机关共破获…."""
    return (
        best.mention.scope == "plain"
        and best.where == "title"
        and other.where == "intro"
        and other.mention.scope == "named"
        and other.mention.acts
        and not other.is_passive
        and other.mention.words.endswith(best.mention.words)
    )


def _is_squad_of(words: str, office: str) -> bool:
    """Whether words name no office themselves, beside one named in full: 某省某市
    公安局网安大队民警 adds nothing to 某市公安局."""
    is_named = "公安局" in office and ONE_OFFICE.search(office)
    return bool(is_named) and not ONE_OFFICE.search(words)


def _is_lead_office(one: Candidate) -> bool:
    """Whether the telling itself names one office that acts, by its formal name
    (某市公安局|网安支队): those inside it help."""
    return one.where == "told" and _is_office(one)


def _goes_on(words: str, than: str) -> bool:
    """Whether one name is another and its part: 公安机关, 公安机关网安部门."""
    return len(words) > len(than) and words.startswith(than)


def _formal(best: Candidate, candidates: Sequence[Candidate]) -> Candidate:
    """For cases told of 某地警方 or 某地网警, the office that acts in it by its
    formal name, of the same place or inside it (某地公安局某分局); not the one of
    which only a speaker comes. One of the very place need only be a clause's subject,
    unless the other name is the one that publishes."""
    if not best.mention.chain or WHOLE_OFFICE.search(best.mention.words):
        return best
    meant = {one.name for one in best.mention.chain[-1]}
    own_place = None if best.publishes else best.mention.place
    offices = [
        one
        for one in candidates
        if one.where in ("told", "intro")
        and one.mention.kind == best.mention.kind
        and one.mention.role in ("handles", "leads")
        and (
            one.mention.acts or (one.mention.place == own_place and _opens_clause(one))
        )
        and one.mention.place is not None
        and _is_of(one.mention.place.names, meant, or_inside=one.where == "told")
        and _is_office(one)
    ]
    if not offices:
        return best
    deepest = max(offices, key=lambda one: (depth(one.mention), one.score))
    is_squads = best.mention.words.endswith(SQUADS)
    return replace(deepest, stands_for_whole=not is_squads)


def _is_of(names: Sequence[str], meant: set[str], *, or_inside: bool) -> bool:
    """Whether a place is one of those meant (or lies in one)."""
    return not meant.isdisjoint(names if or_inside else names[-1:])


def _is_office(one: Candidate) -> bool:
    """Whether a candidate names a formal office that acts by itself."""
    after = one.view.text[one.mention.end : one.mention.end + 20]
    is_named = WHOLE.match(one.mention.words) or _is_formal(one.mention)
    return bool(is_named) and not (SPEAKS.match(after) or CAPTION.match(after))


def _opens_clause(one: Candidate) -> bool:
    """Whether an office, named without its squad, opens a clause and so is its subject:
    。某市公安局由此…."""
    before = one.view.text[: one.mention.start]
    return _is_formal(one.mention) and (not before or before.endswith(CLAUSE_ENDS))


def _is_formal(mention: AgencyMention) -> bool:
    """Whether one authority is named: 广东省人民检察院, not 广东检察机关."""
    return bool(ONE_OFFICE.search(mention.words))


def _whole(best: Candidate) -> tuple[str, tuple[int, int]]:
    """The authority's words, without the part for which a person speaks, and
    without the police station, which issues nothing itself."""
    mention = best.mention
    after = best.view.text[mention.end : mention.end + 20]
    whole = WHOLE.match(mention.words)
    speaks = SPEAKS.match(after) or mention.words.endswith(("民警", *STATIONS))
    is_part = (
        PART.search(mention.words)
        and (best.stands_for_whole or best.where == "told")
        and not (best.is_credited or best.publishes)
    )
    if whole and (speaks or is_part or whole[0].endswith("分局")):
        return whole[0], (mention.start, mention.start + whole.end())
    return mention.words, (mention.start, mention.end)


def _row(best: Candidate, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The authorities that issue together, in the text's order: the best one and
    those that a comma or 和 joins to it."""
    national = best.mention.scope == "national"
    beside = sorted(
        (
            one
            for one in candidates
            if one.view.span == best.view.span
            and one.view.text == best.view.text
            and (one.mention.scope == "national") == national
            and (national or bool(one.mention.place) == bool(best.mention.place))
        ),
        key=lambda one: one.mention.start,
    )
    joined = JOINED_NATIONAL if national else JOINED
    row: list[Candidate] = []
    for one in beside:
        text = best.view.text
        if row and not joined.match(text[row[-1].mention.end : one.mention.start]):
            if best in row:
                break
            row = []
        row.append(one)
    if best not in row:
        return [best]
    is_several = best.where != "told" and (
        national or best.mention.place is None or any(one.publishes for one in row)
    )
    return row if is_several else [best]


def _joint(row: Sequence[Candidate]) -> Found[str]:
    """The issuers as one value: those of the country by their formal names, others
    as they stand in the text."""
    first, last = row[0], row[-1]
    if len(row) == 1:
        words, span = _whole(first)
        value = FORMAL.get(words, words)
    else:
        span = (first.mention.start, last.mention.end)
        value = first.view.text[slice(*span)]
        if first.mention.scope == "national":
            names = [one.mention.words for one in row]
            value = "、".join(FORMAL.get(name, name) for name in names)
    best = max(row, key=lambda one: one.score)
    return Found(
        value,
        first.view.spans(*span),
        f"issuers.{first.where}",
        f"the authority that {'publishes' if best.publishes else 'acts'}",
    )
