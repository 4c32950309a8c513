"""What a text says of the bulletin itself: issuer, campaign, source, seats."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cases.reader.agencies import AgencyMention, account_seat, mentions
from cases.reader.clean import View
from cases.reader.context import IssuerKind
from cases.reader.results import Found, Place

# What an issuer does with a bulletin, right behind its name.
PUBLISHING = re.compile(
    r"""
    ^[^。；]{0,14}?
    (?:公布|发布|(?<!接到)(?<!收到)通报(?!批评)|曝光|披露|召开[^。]{0,8}发布会|对外公开
      |挂牌督办|介绍了?一?[起批])
    """,
    re.VERBOSE,
)
# A person speaks for an authority: 某市公安局网安大队民警李某
SPEAKS = re.compile(
    r"""
    ^[^，。；]{0,10}
    (?:民警|队长|警长|副大队|中队|指导员|教导员|局长|副局长|检察官|法官|负责人|介绍|告诉)
    """,
    re.VERBOSE,
)
# Parts of an authority, no issuers when the whole is named as well.
PART = re.compile(
    r"(?:网安|网络安全|刑侦|经侦|反诈|治安|网络)?[^省市区县]{0,8}"
    r"(?:支队|大队|中队|总队|民警|派出所)$"
)
# The whole in front of a part: 某市公安局某分局|网安支队
WHOLE = re.compile(
    r"^.*?(?:公安局(?:[^，。]{1,8}?(?:分局|公安局))?|分局|公安厅|检察院|法院)(?=.)"
)
# A formal name's end: 公安局, 人民检察院, 网信办.
FORMAL_END = re.compile(r"(?:局|厅|部|院|办|办公室)$")

# The formal names of the ministries' short ones.
FORMAL = {
    "最高检": "最高人民检察院",
    "最高法": "最高人民法院",
    "两高": "最高人民法院、最高人民检察院",
}
# Authorities without a place that may issue: 公安机关 may, 警方 says too little.
LEAST_PLAIN = 4

WEIGHTS = {
    "publishes": 3.0,
    "in title": 1.6,
    "acts": 0.8,
    "national": 0.6,
    "place": 0.8,  # for each level of its place
    "formal": 0.5,
    "part": -1.0,
    "speaks": -0.6,
    "other role": -3.0,
    "late": -0.5,  # named in the case, not in the introduction
    "length": 0.03,  # for each character
}

# Two authorities that issue together: 最高检、公安部联合
JOINED = re.compile(r"^(?:、|和|与|会同|联合|，)$")


@dataclass(frozen=True, slots=True)
class Issuer:
    """The issuing authority: as found, its kind, and its seat if it is local."""

    found: Found[str] | None = None
    kind: IssuerKind = "police"
    place: Place | None = None
    is_national: bool = False


@dataclass(frozen=True, slots=True)
class _Candidate:
    mention: AgencyMention
    view: View
    score: float
    where: str


def read_issuer(title: View | None, intro: View | None, told: Sequence[View]) -> Issuer:
    """The authority whose cases these are, from title, introduction and, for one
    story, the telling.

    ``told`` is empty for several cases: each has its own authority, and none of
    them need be the issuer.
    """
    candidates: list[_Candidate] = []
    for where, views in (("title", [title]), ("intro", [intro]), ("told", told)):
        for view in views:
            if view is not None:
                candidates += _candidates(view.cut(0, 3000), where)
    if not candidates:
        return Issuer()
    best = max(candidates, key=lambda one: one.score)
    if best.score <= 0:
        return Issuer()
    best = _fuller(best, candidates)
    words, span = _whole(best)
    value = "、".join(FORMAL.get(name, name) for name in re.split(r"、", words))
    partner = _partner(best, candidates)
    if partner is not None:
        first, second = sorted((best, partner), key=lambda one: one.mention.start)
        names = [
            FORMAL.get(one.mention.words, one.mention.words) for one in (first, second)
        ]
        value = "、".join(names)
        span = (first.mention.start, second.mention.end)
    return Issuer(
        Found(
            value,
            best.view.spans(*span),
            f"bulletins.issuer-{best.where}",
            f"the authority that {'publishes' if best.score >= 3 else 'acts'}",
        ),
        best.mention.kind,
        best.mention.place,
        best.mention.scope == "national",
    )


def _candidates(view: View, where: str) -> Iterable[_Candidate]:
    for mention in mentions(view):
        if mention.scope in ("abroad", "many", "local", "own"):
            continue
        if mention.scope == "plain" and (
            len(mention.words) < LEAST_PLAIN or (where == "told" and not mention.acts)
        ):
            continue
        after = view.text[mention.end : mention.end + 40]
        depth = len(mention.place.names) if mention.place else 0
        weights = [
            ("publishes", float(bool(PUBLISHING.match(after)))),
            ("in title", float(where == "title")),
            ("acts", float(mention.acts)),
            ("national", float(mention.scope == "national")),
            ("place", float(depth)),
            ("formal", float(bool(FORMAL_END.search(mention.words)))),
            ("part", float(bool(PART.search(mention.words)))),
            ("speaks", float(bool(SPEAKS.match(after)))),
            ("other role", float(mention.role not in ("handles", "leads"))),
            ("late", float(where == "told")),
            ("length", float(len(mention.words))),
        ]
        score = sum(WEIGHTS[name] * value for name, value in weights)
        yield _Candidate(mention, view, score, where)


def _fuller(best: _Candidate, candidates: Sequence[_Candidate]) -> _Candidate:
    """The same authority where its name says more: 某地公安 also called 某地公安机关,
    a city's police that are its district's (for one story)."""
    words, place = best.mention.words, best.mention.place
    for other in candidates:
        mention = other.mention
        if mention.kind != best.mention.kind or mention.role != "handles":
            continue
        if mention.words in (f"{words}机关", f"{words}部门"):
            return other
        deeper = (
            other.where == "told"
            and place is not None
            and mention.place is not None
            and len(mention.place.names) > len(place.names)
            and mention.place.names[: len(place.names)] == place.names
        )
        if deeper and mention.acts and not PART.search(mention.words):
            return other
    return best


def _whole(best: _Candidate) -> tuple[str, tuple[int, int]]:
    """The authority's words, without the part for which a person speaks."""
    mention = best.mention
    after = best.view.text[mention.end : mention.end + 20]
    whole = WHOLE.match(mention.words)
    speaks = SPEAKS.match(after) or mention.words.endswith("民警")
    if whole and (speaks or whole[0].endswith("分局")):
        return whole[0], (mention.start, mention.start + whole.end())
    return mention.words, (mention.start, mention.end)


def _partner(best: _Candidate, candidates: Sequence[_Candidate]) -> _Candidate | None:
    """A national authority that stands beside the best one, joined by a comma."""
    if best.mention.scope != "national":
        return None
    for other in candidates:
        if other.view is not best.view or other.mention.scope != "national":
            continue
        first, second = sorted((best.mention, other.mention), key=lambda one: one.start)
        if first is not second and JOINED.match(
            best.view.text[first.end : second.start]
        ):
            return other
    return None


def read_seats(
    views: Iterable[View | None], issuer: Issuer, accounts: Iterable[str] = ()
) -> tuple[Place, ...]:
    """The places of the bulletin's own authorities, the issuer's first; an account
    tells its seat by its name (平安南京) where nothing else does."""
    places = [issuer.place] if issuer.place else []
    for view in views:
        if view is None:
            continue
        places += [
            mention.place
            for mention in mentions(view.cut(0, 1500))
            if mention.place and mention.role in ("handles", "leads")
        ]
    if not places and not issuer.is_national:
        places = [seat for name in accounts if (seat := account_seat(name))]
    return tuple(dict.fromkeys(places))


# -- source -------------------------------------------------------------------

# 据新华社报道, 据某地网警消息, 记者从某市公安局获悉
ACCORDING_TO = re.compile(
    r"(?:^|[，。,])据(?P<source>[^，。；：\d]{2,24}?)(?:\d{1,2}月\d{1,2}日)?(?:官方)?"
    r"(?:微博|微信公众号|公众号|网站|官网|客户端)?(?:的)?"
    r"(?:报道|消息|通报|发布|官微|网站|$|[：:])"
)


# Author's lines that are no person's: 公安部网安局, 某某日报
BYLINE_OF_ORIGIN = re.compile(
    r"公安|警|网安|检察|法院|网信|最高|新华|央视|人民|日报|新闻|发布"
)


def read_source(
    credits_named: Sequence[Found[str]], byline: Found[str] | None, opening: View | None
) -> Found[str] | None:
    """The origin that the text credits: a credit line, else an author's line that
    names an authority, else “according to …” at the beginning."""
    if credits_named:
        return credits_named[0]
    if byline is not None and BYLINE_OF_ORIGIN.search(byline.value):
        return Found(
            byline.value, byline.spans, "bulletins.source-byline", "the author's line"
        )
    if opening is not None and (match := ACCORDING_TO.search(opening.text[:200])):
        return Found(
            match["source"],
            opening.spans(*match.span("source")),
            "bulletins.source-according",
            "the beginning says according to whom",
        )
    return None
