"""Authorities in a text: who they are, where they sit, and what they do in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from cases.reader.agency_words import (
    ABROAD,
    BRANCH,
    NATIONAL,
    UNIT,
    WHOSE,
    ZONE_SEATS,
    ZONES,
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
)
from cases.reader.results import Place

# What an authority does where it is named: handles the case, helps or leads
# another (在X配合下, X指导Y), gave the lead (接到X通报), stands in an offender's
# past (曾被X判处), is only handed something (移送X), or is what the offence was
# about: impersonated, attacked, an offender's workplace (冒充X民警, 系X辅警).
Role = Literal["handles", "helps", "leads", "source", "past", "receives", "target"]


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
        kind = "police" if group == "bare" else group  # type: ignore[assignment]
    chain = chain_before(text, unit.start(), floor)
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
    if names:
        meant = resolve(names).division
        place = gazetteer().place(meant.code) if meant else None
    role = _role(text, start, end, kind, last)
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


# No chain of places is longer, in characters; it bounds the look back.
LONGEST_CHAIN = 60
# Words for the place of the story, between a place and its authority.
LOCAL = tuple(words for words, scope in WHOSE.items() if scope == "local")


def chain_before(text: str, end: int, floor: int = 0) -> _Chain:
    """The place names that stand right before ``end``, outer first.

    Zones between them and ``end`` (苏州工业园区, 高新区) are stepped over.
    """
    table = gazetteer()
    names: list[tuple[Division, ...]] = []
    at = end
    floor = max(floor, end - LONGEST_CHAIN)
    while at > floor:
        mention = table.before(text, at)
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
    if len(names) == 1 and not table.stands_alone(text[at:end]):
        return _Chain(end, ())
    return _Chain(at, tuple(names))


def _zone_before(text: str, end: int, floor: int) -> _Chain | None:
    """A zone's words right before ``end``: with its seat if it is a known one,
    else with no name, from where a place may go on."""
    for words, seat in ZONE_SEATS.items():
        start = end - len(words)
        if start >= floor and text.startswith(words, start):
            return _Chain(start, ((gazetteer().divisions[seat],),))
    for words in ZONES:
        start = end - len(words)
        if start < floor or not text.startswith(words, start):
            continue
        for own in range(5):
            if start - own < floor:
                break
            if gazetteer().before(text, start - own) is not None:
                return _Chain(start - own, ())
        return _Chain(start, ())
    return None


def _is_only_short(text: str, chain: _Chain) -> bool:
    """Whether a chain is one short county name and no more."""
    return len(chain.names) == 1 and all(
        one.is_county and not text.startswith(one.name, chain.start)
        for one in chain.names[0]
    )


def _scope(
    text: str, unit: re.Match[str], chain: _Chain, floor: int
) -> tuple[Scope, int, tuple[Chain, ...]]:
    """Whose authority it is, where its words begin, and further places of a list."""
    start = chain.start if chain.names else unit.start()
    before = text[max(floor, start - 8) : start]
    foreign = before.removesuffix("当地").removesuffix("国家")
    abroad = next((name for name in ABROAD if foreign.endswith(name)), None)
    if abroad is not None and not chain.names:
        return "abroad", start - len(before) + len(foreign) - len(abroad), ()
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
            is_bare = not names and text.endswith("公安局", 0, end)
            if is_bare or text.endswith("铁路公安局", 0, end):
                # 市公安局|和平|分局; 广州铁路公安局|深圳|公安处 sits elsewhere.
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


# After an authority: verbs of handling within its clause (X公安机关…破获).
VERBS = (
    "破获|侦破|告破|打掉|捣毁|摧毁|铲除|斩断|查处|查获|查明|查证|查封|查办|破案|抓获|"
    "抓捕|逮捕|拘留|刑拘|归案|收网|侦查|侦办|侦查终结|办理|审理|审结|调查|核查|研判|"
    "摸排|排查|发现|立案|受理|接到|接报|接警|获悉|通报|公布|发布|处罚|处理|依法|约谈|"
    "责令|警告|罚款|判决|宣判|判处|开庭|起诉|批准|提起公诉|移送|督办|采取|成立|组织|"
    "部署|开展|锁定|掌握|循线|出击|行动|打击|介绍|证实|辟谣|传唤|处置|追回|冻结|扣押|"
    "检查|巡查|监督检查|执法|声明|回应|表示|澄清|说明|确认|告知|作出"
)
ACTS = re.compile(rf"[^。！？；\n]{{0,24}}?(?:{VERBS})")

# 在X(、Y)警方(的)(大力)配合下, 在X部署下: helpers, and superiors that lead.
UNDER = re.compile(
    r"[^。！？；\n]{0,12}?"
    r"(?:(?P<helps>协助|配合|支持|帮助|协作|支援)"
    r"|(?P<leads>指导|指挥|领导|部署|协调|组织|统筹|督导|督办|牵头))"
    r"[^。！？；，\n]{0,6}?下(?![发达辖一属级班海])"
)
IN = re.compile(r"在[^。！？；\n]{0,12}$")
LEADS = re.compile(
    r"(?:统一|直接|挂牌|高度重视，?|迅速|立即|全程|派员|第一时间){0,2}"
    r"(?:指导|指挥|部署|组织|督办|督导|协调|指定|交办|要求|通知|下发|派出工作组)"
)
# How far behind such a verb the led authority stands: 指导(并协调)无锡市公安局.
LED_WITHIN = 16
GIVES = re.compile(
    r"[^。！？；，\n]{0,8}?"
    r"(?:移交|移送来|移送的|转来|转办|推送|下发|交办|提供的?线索|发来|线索|协查|反馈)"
)
NOTIFIES = re.compile(r"[^。！？；，\n]{0,8}?通报")
# Before an authority.
WITH = re.compile(
    r"(?:联合|会同|协同|协助|配合|商请|提请|请求|联系|协调|联动|对接|邀请|通过|联手|"
    r"与|和|同|跟)(?:当地|异地|相关|多地)?$"
)
TOLD_BY = re.compile(r"(?:根据|按照|依据)[^。！？；，\n]{0,4}$")
RECEIVED_FROM = re.compile(r"(?:接到?|收到|接收)[^。！？；，\n]{0,4}$")
HANDED_TO = re.compile(
    r"(?:移送|移交|移交给|报送|提请|转交|送交|送至|通报给|押解回|押送至)(?:至|给|到|由)?$"
)
# X警方抓获后移交Y警方.
HANDS_ON = re.compile(
    r"[^。！？；\n]{0,16}?(?:移交|移送|押解|转交)(?:给|至|到)?(?![^。！？；，\n]{0,8}(?:检察|法院))"
)
PAST = re.compile(r"(?:曾|前科|此前因|先前因)[^。！？；，\n]{0,30}$")
POSED_AS = re.compile(
    r"(?:冒充|假冒|冒用|伪装成?|谎称|自称|仿冒|伪造|虚构|假扮|声称|假称|编造|"
    r"编称)[^。！？；，、\n]{0,6}$"
)
ATTACKED = re.compile(
    r"(?:入侵|侵入|攻击|篡改|诽谤|侮辱|辱骂|抹黑)[^。！？；，、\n]{0,4}$"
)
WORKED_AT = re.compile(
    r"(?:原系|(?<![联关体派])系|时任|曾任|原任|担任|身为|作为|任职于|就职于|供职于|受聘于|利用(?:其|自己)?"
    r"(?:在|担任)?)(?:原)?$"
)
# After an authority.
STAFF_OR_PROPERTY = re.compile(
    r"(?:原)?(?:辅警|协警|文职|辅助人员|临时工|聘用|网站|系统|信息系统|数据库|内网|服务器|"
    r"印章|公章|的?名义|执法证|工作证|警官证|文书|逮捕令|通缉令)"
)


def _role(
    text: str, start: int, end: int, kind: AgencyKind, last: AgencyMention | None
) -> Role:
    """What the authority does, told from the words around it; ``last`` is the
    authority named before it."""
    before = text[max(0, start - 40) : start]
    near = before[-12:]
    if PAST.search(before):
        return "past"
    if HANDED_TO.search(near):
        # Handed to other police, the case is theirs.
        return "handles" if kind == "police" else "receives"
    about = POSED_AS.search(near) or ATTACKED.search(near) or WORKED_AT.search(near)
    if about or STAFF_OR_PROPERTY.match(text, end):
        return "target"
    under = UNDER.match(text, end) if IN.search(near) else None
    if under is not None:
        return "helps" if under["helps"] else "leads"
    if RECEIVED_FROM.search(near) and (
        GIVES.match(text, end) or NOTIFIES.match(text, end)
    ):
        return "source"
    if TOLD_BY.search(near) and GIVES.match(text, end):
        return "source"
    if WITH.search(near) and _joins(text, start, last):
        return "helps"
    gives = HANDS_ON.match(text, end)
    if gives and kind == "police" and _police_at(text, gives.end()):
        return "source"
    leads = LEADS.match(text, end)
    if leads and UNIT.search(text, leads.end(), leads.end() + LED_WITHIN):
        return "leads"
    return "handles"


def _police_at(text: str, start: int) -> bool:
    """Whether police are named within a few characters."""
    unit = UNIT.search(text, start, start + LED_WITHIN)
    return unit is not None and unit.lastgroup == "police"


def _joins(text: str, start: int, last: AgencyMention | None) -> bool:
    """Whether another authority is named before in the sentence: 某公司协助警方
    leaves the case with the police."""
    return (
        last is not None
        and last.scope != "national"
        and not re.search("[。！？\n]", text[last.end : start])
    )


# What names of accounts hold beside a place: 平安南京, 首都网警, 江苏检察在线.
ACCOUNT = re.compile("平安|公安|网警|警方|警察|网安|反诈|检察|法院|中院|高院|网信|警")


def account_seat(name: str) -> Place | None:
    """The seat of an authority's account, told by its name; None when it is no
    authority's or names no one place.

    >>> account_seat("平安南京").names, account_seat("南京发布")
    (('江苏省', '南京市'), None)
    """
    if not ACCOUNT.search(name):
        return None
    table = gazetteer()
    at, names = 0, []
    while at < len(name) - 1:
        mention = table.at(name, at)
        byname = next((one for one in ZONE_SEATS if name.startswith(one, at)), None)
        if mention and table.stands_alone(mention.words):
            names.append(mention.candidates)
            at = mention.end
        elif byname:
            names.append((table.divisions[ZONE_SEATS[byname]],))
            at += len(byname)
        else:
            at += 1
    meant = resolve(names)
    if meant.division is None or meant.rivals:
        return None
    return table.place(meant.division.code)
