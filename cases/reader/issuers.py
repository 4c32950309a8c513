"""The authority whose cases a bulletin tells, and why it is taken for that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from cases.reader.accounts import account_kind, account_seat
from cases.reader.agencies import AgencyMention, mentions
from cases.reader.agency_words import UNIT
from cases.reader.clean import View
from cases.reader.issuer_names import FORMAL, Issuer, says_more
from cases.reader.results import Found

# What an issuer does with a bulletin, right behind its name.
PUBLISHING = re.compile(
    r"""
    ^[^。；]{0,14}?
    (?:公布(?!的)|发布(?!的)|(?<!接到)(?<!收到)通报(?!批评)|曝光|披露|召开[^。]{0,8}发布会|对外公开
      |挂牌督办(?!的|案)|介绍了?一?[起批])
    """,
    re.VERBOSE,
)
# The same further on in its sentence: 公安部部署全国公安机关…，并公布了10起.
PUBLISHING_LATER = re.compile(
    r"^[^。；]{0,56}?(?:，|，?并|，?现)(?:对外|集中|联合|分批|将)?(?:公布|发布|通报)了?"
    r"(?:[^。；批]{0,3}[起件批]|[^。；]{0,6}案例|如下)"
)
# ... or with which cases: 从审结的案件中选取5个典型案例予以发布.
SELECTING = re.compile(
    r"^[^。；]{0,50}?(?:选取|遴选|筛选|选编|整理|梳理)[^。；]{0,20}案例"
)
# 记者从某法院获悉
LEARNT = re.compile(r"^[^，。；]{0,10}?(?:获悉|了解到|得知|采访)")
# Authorities that a superior directs are no other issuers.
DIRECTED = ("全国", "各地", "各级", "全省", "全区", "全市")
# How an introduction says whose cases follow: 依法查办了一批…案件.
HANDLED_SEVERAL = re.compile(
    r"^[^。；，]{0,10}?(?:查办|查处|破获|侦破|侦办|办理|审结|打掉|处置|处罚)了?"
    r"(?:一批|一系列|多起|多件|\d{1,3}[起件]|[两二三四五六七八九十]{1,3}[起件])"
)
# A superior that began or oversees an operation issues nothing by that: 自公安部
# 部署…以来, 由公安部挂牌督办, 在省公安厅指导下.
OVERSEES = re.compile(
    r"^(?:的)?(?:统一|联合|直接|精心|周密|专门|组织|高度重视|和?[^。；，]{2,8}的)?"
    r"(?:部署|挂牌督办|督办|指挥|指导|督导|领导|协调|交办|下发|要求|安排|通知|启动"
    r"|开展[^。；]{0,30}以来)"
)
PASSIVE = re.compile(r"(?:由|被|遭|获|向)$")
# Its words go on: 南昌警方：…, 某地公安提醒.
SAYS = re.compile(r"^(?:[：:|｜丨]|提醒|提示|支招)")
# A person speaks for an authority: 某市公安局网安大队民警李某
SPEAKS = re.compile(
    r"""
    ^[^，。；]{0,10}
    (?:民警|队长|警长|副大队|中队|指导员|教导员|局长|副局长|检察官|法官|负责人|介绍|告诉)
    """,
    re.VERBOSE,
)
# 某市公安局网安大队民警 杨某：, 民警杨某介绍
CAPTION = re.compile(r"^[\s　]*[一-鿿·]{2,4}(?:[：:]|介绍|说|告诉|表示|称|坦言)")
# Parts of an authority, no issuers when the whole is named as well.
PART = re.compile(
    r"(?:网安|网络安全|刑侦|经侦|反诈|治安|网络)?[^省市区县]{0,8}"
    r"(?:支队|大队|中队|总队|民警|派出所)$"
)
# The whole in front of a part: 某市公安局某分局|网安支队
WHOLE = re.compile(
    r"^.*?(?:公安局(?:[^，。]{1,8}?(?:分局|公安局))?|分局|公安厅|检察院|法院)(?=.)"
)
# An office by its formal name, whole or with its part.
WHOLE_OFFICE = re.compile(r"局|厅|人民法院|人民检察院|分院|网信办|办公室|海关$")
STATIONS = ("派出所", "警务站", "中队")
# A formal name's end: 公安局, 人民检察院, 网信办.
FORMAL_END = re.compile(r"(?:局|厅|部|院|办|办公室)$")
# Courts in general, not one: 成都法院, 成都市中级人民法院.
ONE_OFFICE = re.compile(r"(?:局|厅|部|人民法院|人民检察院|分院|高院|中院|办|办公室)$")

# Authorities without a place that may issue: 公安机关 may, 警方 says too little.
LEAST_PLAIN = 4

WEIGHTS = {
    "publishes": 3.0,
    "title's subject": 3.0,  # it acts or speaks there
    "in title": 1.6,  # what happened there was its deed (被某地警方抓获)
    "beside": 0.4,  # in the title, but it does nothing
    "acts": 0.8,
    "national": 0.6,
    "place": 0.8,  # for each level of its place
    "formal": 0.5,
    "part": -0.5,
    "speaks": -0.6,
    "other role": -3.0,
    "oversees": -3.0,
    "handled several": 2.0,
    "own voice": 2.5,  # of the kind and place of the account or the credited source
    "told the press": 2.5,  # 记者从某法院获悉
    "object": -2.0,  # 向某分局报案
    "police": 1.0,  # of one story, told to its end in court
    "late": -0.5,  # named in the case, not in the introduction
    "length": 0.03,  # for each character
}

# Two authorities that issue together: 最高检、公安部联合. Of the country's a comma
# or space may part them, and one may act with the other (最高检会同公安部).
JOINED = re.compile(r"^(?:、|和|与|及)$")
JOINED_NATIONAL = re.compile(r"^(?:、|和|与|及|会同|联合|，|\s)?$")


@dataclass(frozen=True, slots=True)
class _Candidate:
    mention: AgencyMention
    view: View
    score: float
    where: str
    publishes: bool
    is_passive: bool
    stands_for_whole: bool = False  # its squad is left out of the issuer's name


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
    who publishes it.
    """
    candidates: list[_Candidate] = []
    for where, views in (("title", [title]), ("intro", [intro]), ("told", told)):
        for view in views:
            if view is not None:
                candidates += _candidates(view.cut(0, 3000), where, voices)
    if is_digest:
        candidates = [
            one for one in candidates if one.where == "title" and one.publishes
        ]
    if not candidates:
        return Issuer()
    best = max(candidates, key=lambda one: one.score)
    if best.score <= 0:
        return Issuer()
    row = _row(best, candidates)
    if len(row) == 1:
        row = [_formal(_fuller(best, candidates), candidates)]
    return Issuer(
        _joint(row),
        best.mention.kind,
        row[0].mention.place,
        best.mention.scope == "national",
    )


def _candidates(view: View, where: str, voices: Sequence[str]) -> Iterable[_Candidate]:
    for mention in mentions(view):
        if mention.scope in ("abroad", "many", "local", "own"):
            continue
        if mention.scope == "plain" and (
            len(mention.words) < LEAST_PLAIN or (where == "told" and not mention.acts)
        ):
            continue
        after = view.text[mention.end : mention.end + 80]
        before = view.text[max(0, mention.start - 4) : mention.start]
        is_passive = PASSIVE.search(before) is not None
        published = (
            PUBLISHING.match(after)
            or PUBLISHING_LATER.match(after)
            or SELECTING.match(after)
        )
        publishes = (
            published is not None
            and not is_passive
            and not _names_another(after, published.end())
        )
        does = mention.acts or publishes or bool(SAYS.match(after))
        if mention.scope == "national" and not does and where != "title":
            continue  # its law or view is cited: 两高的解释
        oversees = (
            OVERSEES.match(after) is not None and not publishes and where != "title"
        ) or mention.role == "leads"
        weights = [
            ("publishes", publishes),
            ("title's subject", where == "title" and does and not is_passive),
            ("in title", where == "title" and does and is_passive),
            ("beside", where == "title" and not does),
            ("acts", mention.acts),
            ("national", mention.scope == "national"),
            ("place", _depth(mention)),
            ("formal", bool(FORMAL_END.search(mention.words))),
            ("part", bool(PART.search(mention.words))),
            ("speaks", bool(SPEAKS.match(after))),
            ("other role", mention.role not in ("handles", "leads")),
            ("oversees", oversees),
            (
                "handled several",
                where == "intro" and bool(HANDLED_SEVERAL.match(after)),
            ),
            ("own voice", any(_is_voice(mention, name) for name in voices)),
            (
                "told the press",
                before.endswith("从") and bool(LEARNT.match(after)),
            ),
            ("object", where != "title" and before.endswith("向")),
            ("police", where == "told" and mention.kind == "police"),
            ("late", where == "told"),
            ("length", len(mention.words)),
        ]
        score = sum(WEIGHTS[name] * value for name, value in weights)
        yield _Candidate(mention, view, score, where, publishes, is_passive)


def _is_voice(mention: AgencyMention, name: str) -> bool:
    """Whether an account's or source's name tells that the authority speaks: 莒县检察
    for 莒县人民检察院, 重庆检察 for a district's."""
    seat = account_seat(name)
    return (
        seat is not None
        and mention.place is not None
        and account_kind(name) == mention.kind
        and seat.names == mention.place.names[: len(seat.names)]
    )


def _names_another(after: str, end: int) -> bool:
    """Whether another authority stands between one and what is published."""
    return any(
        not JOINED_NATIONAL.match(after[: unit.start()])
        and not after.endswith(DIRECTED, 0, unit.start())
        for unit in UNIT.finditer(after, 0, end)
    )


def _fuller(best: _Candidate, candidates: Sequence[_Candidate]) -> _Candidate:
    """The same authority where its name says more: 某地公安 also called 某地公安机关,
    a city's police that are its district's (for one story, unless the title has
    the city's police act)."""
    words, place = best.mention.words, best.mention.place
    is_subject = best.where == "title" and not best.is_passive
    for other in candidates:
        mention = other.mention
        if mention.kind != best.mention.kind or mention.role != "handles":
            continue
        if mention.place == place and (
            says_more(mention.words, words)
            or (other.publishes and place is None and _goes_on(mention.words, words))
            or (
                other.publishes and _is_formal(mention) and not _is_formal(best.mention)
            )
        ):
            return other
        deeper = (
            other.where == "told"
            and place is not None
            and mention.place is not None
            and len(mention.place.names) > len(place.names)
            and mention.place.names[: len(place.names)] == place.names
        )
        if not deeper or not mention.acts or PART.search(mention.words):
            continue
        if not is_subject or mention.words[-2:] == words[-2:]:
            return other
    return best


def _goes_on(words: str, than: str) -> bool:
    """Whether one name is another and its part: 公安机关, 公安机关网安部门."""
    return len(words) > len(than) and words.startswith(than)


def _formal(best: _Candidate, candidates: Sequence[_Candidate]) -> _Candidate:
    """For cases told of 某地警方 or 某地网警, the office that acts in it by its
    formal name, of the same place or inside it (某地公安局某分局); not the one of
    which only a speaker comes."""
    if not best.mention.chain or WHOLE_OFFICE.search(best.mention.words):
        return best
    meant = {one.name for one in best.mention.chain[-1]}
    offices = [
        one
        for one in candidates
        if one.where in ("told", "intro")
        and one.mention.kind == best.mention.kind
        and one.mention.role == "handles"
        and one.mention.acts
        and one.mention.place is not None
        and not meant.isdisjoint(one.mention.place.names)
        and _is_office(one)
    ]
    if not offices:
        return best
    deepest = max(offices, key=lambda one: (_depth(one.mention), one.score))
    return replace(deepest, stands_for_whole=True)


def _depth(mention: AgencyMention) -> int:
    """How many levels an authority's place has."""
    return len(mention.place.names) if mention.place else 0


def _is_office(one: _Candidate) -> bool:
    """Whether a candidate names a formal office that acts by itself."""
    after = one.view.text[one.mention.end : one.mention.end + 20]
    is_named = WHOLE.match(one.mention.words) or _is_formal(one.mention)
    return bool(is_named) and not (SPEAKS.match(after) or CAPTION.match(after))


def _is_formal(mention: AgencyMention) -> bool:
    """Whether one authority is named: 广东省人民检察院, not 广东检察机关."""
    return bool(ONE_OFFICE.search(mention.words))


def _whole(best: _Candidate) -> tuple[str, tuple[int, int]]:
    """The authority's words, without the part for which a person speaks, and
    without the police station, which issues nothing itself."""
    mention = best.mention
    after = best.view.text[mention.end : mention.end + 20]
    whole = WHOLE.match(mention.words)
    speaks = SPEAKS.match(after) or mention.words.endswith(("民警", *STATIONS))
    is_part = PART.search(mention.words) and (
        best.stands_for_whole or best.where == "told"
    )
    if whole and (speaks or is_part or whole[0].endswith("分局")):
        return whole[0], (mention.start, mention.start + whole.end())
    return mention.words, (mention.start, mention.end)


def _row(best: _Candidate, candidates: Sequence[_Candidate]) -> list[_Candidate]:
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
    row: list[_Candidate] = []
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


def _joint(row: Sequence[_Candidate]) -> Found[str]:
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
        f"issuers-{first.where}",
        f"the authority that {'publishes' if best.publishes else 'acts'}",
    )
