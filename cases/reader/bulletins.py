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
    r"^[^。；]{0,14}?(?:公布|发布|通报(?!批评)|曝光|披露|召开[^。]{0,8}发布会|对外公开|挂牌督办|介绍了?一?[起批])"
)
# A person speaks for an authority: 某市公安局网安大队民警李某
SPEAKS = re.compile(
    r"^[^，。；]{0,10}(?:民警|队长|副大队|中队|指导员|教导员|局长|副局长|检察官|法官|负责人|介绍|告诉)"
)
# Parts of an authority, no issuers when the whole is named as well.
PART = re.compile(
    r"(?:网安|网络安全|刑侦|经侦|反诈|治安|网络)?[^省市区县]{0,8}(?:支队|大队|中队|总队|民警|派出所)$"
)
# The whole in front of a part: 某市公安局某分局|网安支队
WHOLE = re.compile(
    r"^.*?(?:公安局(?:[^，。]{1,8}?(?:分局|公安局))?|分局|公安厅|检察院|法院)(?=.)"
)

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
    "part": -0.7,
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
            len(mention.words) < LEAST_PLAIN or where == "told" and not mention.acts
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
            (
                "formal",
                float(bool(re.search(r"(?:局|厅|部|院|办|办公室)$", mention.words))),
            ),
            ("part", float(bool(PART.search(mention.words)))),
            ("speaks", float(bool(SPEAKS.match(after)))),
            ("other role", float(mention.role not in ("handles", "leads"))),
            ("late", float(where == "told")),
            ("length", float(len(mention.words))),
        ]
        score = sum(WEIGHTS[name] * value for name, value in weights)
        yield _Candidate(mention, view, score, where)


def _whole(best: _Candidate) -> tuple[str, tuple[int, int]]:
    """The authority's words, without the part for which a person speaks."""
    mention = best.mention
    after = best.view.text[mention.end : mention.end + 20]
    whole = WHOLE.match(mention.words)
    if whole and (SPEAKS.match(after) or mention.words.endswith("民警")):
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


# -- campaigns ----------------------------------------------------------------

# Special operations that are named without quotation marks too: 净网2024.
KNOWN_CAMPAIGN = "净网|护网|清朗|断卡|断流|断号|拔钉|云剑|剑网|护苗|清网|靖网|净边|猎狐|昆仑|秋风|铁拳|雷霆|利剑|亮剑|天网|清源|固边|云端|打猫|斩链|清链|长城|飓风|雷火|蓝剑|守护|春雷|绿剑|净风|安网|网剑|平安|鹰击|金盾|清风"
CAMPAIGN = re.compile(
    rf"""
    # “净网2024”专项行动, “清朗”系列专项行动, “夏季行动”
    (?<!打击)(?<!整治)(?<!治理)(?<!惩治)[“‘"](?P<quoted>[^“”‘’"，。；]{{2,18}})[”’"](?:网络)?(?:系列)?(?:打击|整治|治理|集中|专项|会战|集群|联合|执法)*(?:专项)?(?:行动|战役|会战|攻势|集群战役)
    | [“‘"](?P<known>[^“”‘’"，。；]{{0,8}}(?:{KNOWN_CAMPAIGN})[-—·]?(?:20)?\d{{2,4}}[^“”‘’"，。；]{{0,8}}|[^“”‘’"，。；]{{0,6}}(?:百日|夏季|冬季|春季|秋季|专项)[^“”‘’"，。；]{{0,6}}行动[^“”‘’"，。；]{{0,8}}|(?:清朗|护苗|剑网)[·—-]?[^“”‘’"，。；]{{0,16}})[”’"]
    # 净网2024, 净网—2023专项行动
    | (?P<bare>(?:{KNOWN_CAMPAIGN})[-—·]?20\d\d)
    # 夏季治安打击整治专项行动, 百日行动
    | (?P<described>(?:夏季|冬季|春季|秋季|百日|暑期)[一-鿿]{{0,12}}?(?:专项行动|专项整治行动|整治行动|行动))
    | (?P<cards>(?:断卡|净网|护网|清朗|断流|拔钉|护苗|剑网|云剑|猎狐|夏季)(?:专项)?行动)
    """,
    re.VERBOSE,
)
# No name: what the operation is against.
AGAINST = re.compile(
    r"(?:网络水军|电信|诈骗|谣言|黑客|赌博|犯罪|违法|黑灰产|个人信息|黑产|暴力|色情|直播|乱象|侵公|涉企)"
)
YEAR = re.compile(r"(?:20)?\d\d$")


def read_campaign(views: Iterable[View | None]) -> Found[str] | None:
    """The named special operation, the first in the order of the views; one with
    a year comes before others of the same view.

    >>> from cases.reader.clean import normalise
    >>> read_campaign([normalise("在“夏季行动”和“净网2023”专项行动中")]).value
    '净网2023'
    """
    for view in views:
        if view is None:
            continue
        found = []
        for match in CAMPAIGN.finditer(view.text):
            name = match.lastgroup or ""
            value = match[name]
            if (
                name == "quoted"
                and AGAINST.search(value)
                and not re.search(KNOWN_CAMPAIGN, value)
            ):
                continue
            found.append((not YEAR.search(value), match.span(name), value))
        if found:
            _, span, value = min(found)
            return Found(
                value,
                view.spans(*span),
                "bulletins.campaign",
                "a named special operation",
            )
    return None


# -- source -------------------------------------------------------------------

# 据新华社报道, 据某地网警消息, 记者从某市公安局获悉
ACCORDING_TO = re.compile(
    r"(?:^|[，。,])据(?P<source>[^，。；：\d]{2,24}?)(?:\d{1,2}月\d{1,2}日)?(?:官方)?(?:微博|微信公众号|公众号|网站|官网|客户端)?(?:的)?(?:报道|消息|通报|发布|官微|网站|$|[：:])"
)


def read_source(
    credits_named: Sequence[Found[str]], byline: Found[str] | None, opening: View | None
) -> Found[str] | None:
    """The origin that the text credits: a credit line, else an author's line that
    names an authority, else “according to …” at the beginning."""
    if credits_named:
        return credits_named[0]
    if byline is not None and re.search(
        r"公安|警|网安|检察|法院|网信|最高|新华|央视|人民|日报|新闻|发布", byline.value
    ):
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
