"""Layouts in which paragraphs without numbers or headings each tell a case."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cases.reader.agencies import find_agencies
from cases.reader.agency_words import AgencyKind
from cases.reader.announcements import (
    LOOKS_BACK_WITHIN,
    PROMISED,
    announced_counts,
    goes_back,
    leads_in,
)
from cases.reader.commentary import is_later_part
from cases.reader.gazetteer import gazetteer
from cases.reader.headlines import MOST, with_headlines
from cases.reader.lines import Line
from cases.reader.numbering import numeral
from cases.reader.plans import (
    CLEAR_CASE,
    LEAD_LENGTH,
    SURE_CASE,
    Plan,
    between,
    make_plan,
    names_in,
)
from cases.reader.scenes import opening_place
from cases.reader.signs import (
    AUTHORITY,
    CATCHING,
    GENERAL,
    OFFENCE,
    case_score,
    signs_of,
)
from cases.reader.turning import turning_plans


def paragraph_plans(lines: Sequence[Line], title: str) -> Iterator[Plan]:
    """Every plan that takes paragraphs for cases."""
    yield from _paragraphs(lines, title)
    yield from turning_plans(lines, title)


# What may stand before a paragraph's own beginning: ——, 【苏州】, 【5月3日】,
# 苏州市吴中区：, 此外，, 发布会还通报了
BEFORE_OPENING = re.compile(
    r"(?:[^\w\s“‘「『《（(【\[]{1,3}\s?)?"
    r"(?P<label>【[一-鿿\d.]{2,12}】|[一-鿿]{2,8}：)?"
    r"(?:无独有偶[，。]"
    r"|(?:此外|另外|其中|同时|与此同时|据介绍|据悉|据了解|另据[^，]{1,8}|还有)，"
    # 再说句容的一件
    r"|(?:先|再|又|接着|最后)(?:来)?(?:说说|看看|说|看|讲)"
    r"|[^，。；：]{0,8}还(?:通报|介绍|公布|查处|侦破|破获|打掉)了)?"
)
WHEN = (
    r"(?:(?:近日|日前|近期|前不久|不久前|今年以来|同日|次日|当日|当天|同月"
    r"|(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?"
    r"|(?:今年)?\d{1,2}月(?:\d{1,2}日|上旬|中旬|下旬|初|底)?)"
    r"(?:凌晨|清晨|上午|中午|下午|傍晚|晚上|晚|深夜)?[，,]?)"
)
# 某某分局: a name of its own, though not a known place's
OWN_NAME = re.compile(r"^[一-鿿]{2,4}(?:分局|派出所)$")
# 近日，某市公安局…; the authority is looked up by ``agencies``
BY_TIME = re.compile(WHEN)
# 5月3日，网民张某…
BY_OFFENDER = re.compile(
    WHEN + r"?[一-鿿]{0,10}?(?P<name>[一-鿿](?:某[某甲乙丙丁]?[一-鿿]?|×{1,2}|\*{1,2}))"
)
# 微信公众号“某某观察”等账号…, where the text announces cases
BY_ACCOUNT = re.compile(
    r"(?:今日)?(?:微信|微博|抖音|快手|头条|百家号|知乎|小红书|哔哩哔哩|B站|西瓜视频|网易|搜狐|豆瓣"
    r"|公众号|视频号|账号|网民|用户|博主|主播)[一-鿿]{0,8}[“「@]"
)
# 江州某公交公司…, where the text counts them: 两家单位被处罚
BY_OPERATOR = re.compile(
    r"[一-鿿]{0,8}某[一-鿿]{0,10}(?:公司|企业|单位|学校|高校|学院|医院|机构|平台|酒店|银行"
    r"|中心|门店|网吧|App|APP|网站)"
)
COUNTED = re.compile(
    r"(?P<n>\d{1,2}|[两二三四五六七八九十]{1,2})(?:家|名|起|例|个|所|款)"
    r"[^，。；]{0,8}?(?:单位|企业|公司|学校|平台|网站|机构|网民|人员|案|App|APP|账号)"
)
SHORTEST_PARAGRAPH = 16
OPENING_LENGTH = 40  # an authority's name with its places ends before
MOST_PARAGRAPHS = 300


def _paragraphs(lines: Sequence[Line], title: str) -> Iterator[Plan]:
    """Paragraphs that each tell a case of their own.

    They open with another place or authority each, or with another offender before
    another authority; or they are announced as cases and open with a date or an
    offender.
    """
    seats: dict[int, _Seat] = {}
    dated: list[int] = []
    for place, line in enumerate(lines):
        before = BEFORE_OPENING.match(line.text)
        text = own_words(line.text)[:LEAD_LENGTH]
        if len(text) < SHORTEST_PARAGRAPH or not CATCHING.search(text):
            continue
        if is_later_part(lines, place):
            continue
        opens = (
            (before and before["label"])
            or BY_TIME.match(text)
            or BY_OFFENDER.match(text)
            or BY_OPERATOR.match(text)
            or BY_ACCOUNT.match(text)
        )
        score = case_score(signs_of(text))
        if opens and score >= SURE_CASE:
            dated.append(place)
        seat = _seat(text) if score >= SURE_CASE else None
        if seat is not None and score >= (SURE_CASE if seat.is_scene else CLEAR_CASE):
            seats[place] = seat
        if max(len(seats), len(dated)) == MOST_PARAGRAPHS:
            break
    if len(seats) >= 2 and _are_different(list(seats.values())):
        places = _with_first(lines, seats)
        places = with_headlines(lines, places)
        yield make_plan("authorities", lines, title, between(places, len(lines)))
    if len(dated) >= 2 and (
        _is_announced(lines, title, dated)
        or _are_counted(lines, title, dated)
        or _are_whole(lines, dated)
    ):
        places = with_headlines(lines, dated)
        yield make_plan("paragraphs", lines, title, between(places, len(lines)))


class _Seat(NamedTuple):
    """Whose case a paragraph tells: the authority's kind, place and words; for a
    place that opens the paragraph itself, only that."""

    kind: AgencyKind | None
    place: tuple[str, ...]
    words: str

    @property
    def is_scene(self) -> bool:
        """Whether the place opens the paragraph, and not its authority."""
        return self.kind is None

    def may_be(self, other: _Seat) -> bool:
        """Whether both may handle one case: police and court, a city's and its
        district's."""
        if self.kind != other.kind and not (self.is_scene or other.is_scene):
            return True
        if not self.place or not other.place:
            return self.words in other.words or other.words in self.words
        shorter = min(len(self.place), len(other.place))
        return self.place[:shorter] == other.place[:shorter]


def _seat(text: str) -> _Seat | None:
    """Whose case a paragraph tells, if its place, its authority or an offender opens
    it: 烟台一男子…, 近日，烟台市公安局…, 网民张某…，被烟台市公安局…."""
    when = BY_TIME.match(text)
    opens = when.end() if when else 0
    scene = opening_place(text[opens:])
    by_offender = BY_OFFENDER.match(text) is not None
    near = AUTHORITY.search(text, opens, opens + OPENING_LENGTH)
    if scene or by_offender or near:
        for one in find_agencies(
            text if scene or by_offender else text[: opens + OPENING_LENGTH]
        ):
            if one.role == "helps" and one.start <= opens + 2:
                return None
            if (one.chain or OWN_NAME.search(one.words)) and one.role == "handles":
                if not (scene or by_offender or one.start <= opens + 2):
                    break
                place = one.place.names if one.place else ()
                return _Seat(one.kind, place, one.words)
    if scene and tells_own_case(text):
        return _Seat(None, gazetteer().place(scene).names, "")
    return None


def _are_different(seats: Sequence[_Seat]) -> bool:
    """Whether most paragraphs have a seat that none before has."""
    different = sum(
        not any(seat.may_be(other) for other in seats[:place])
        for place, seat in enumerate(seats)
    )
    return different >= 2 and different >= len(seats) * MOST


def _with_first(lines: Sequence[Line], seats: dict[int, _Seat]) -> list[int]:
    """The places of the seats, before them that of a first case which opens as a
    story does, if it is handled somewhere else."""
    places = list(seats)
    for place in range(places[0]):
        text = lines[place].text[:LEAD_LENGTH]
        if tells_own_case(text) and not GENERAL.search(text):
            agencies = (
                _Seat(one.kind, one.place.names, one.words)
                for one in find_agencies(text)
                if one.place and one.role == "handles"
            )
            first = next(agencies, None)
            if first and not any(first.may_be(seat) for seat in seats.values()):
                return [place, *places]
    return places


def own_words(text: str) -> str:
    """A paragraph without what stands before its own beginning.

    >>> own_words("此外，苏州警方抓获李某。"), own_words("——苏州：3月，李某落网。")
    ('苏州警方抓获李某。', '3月，李某落网。')
    """
    before = BEFORE_OPENING.match(text)
    return text[before.end() if before else 0 :]


def _is_announced(lines: Sequence[Line], title: str, places: Sequence[int]) -> bool:
    """Whether the words before promise cases, and the paragraphs follow each other
    without others between."""
    intro = "\n".join(line.text for line in lines[: places[0]])
    before = title + intro[-200:]
    together = places[-1] - places[0] + 1 <= len(places) * 1.25
    counted = {numeral(match["n"]) for match in COUNTED.finditer(before)}
    counted |= announced_counts(title, intro)
    return together and (
        PROMISED.search(before) is not None
        or leads_in(intro or title)
        or len(places) in counted
    )


FEWEST_WHOLE = 3
LONGEST_BETWEEN = 20  # a unit's name or a date between the paragraphs
# A paragraph that opens a matter of its own: 破获一起…案, 打掉一个团伙 (but 抓获一名
# 同伙 goes on with one)
NEW_MATTER = re.compile(
    r"(?:破获|侦破|侦办|查处|查获|打掉|捣毁|端掉|抓获|处置|办理|审结|宣判|破)了?[^，。；]{0,6}?"
    r"[一1](?:起|个|伙|处|宗|家|例)"
)


def _are_whole(lines: Sequence[Line], places: Sequence[int]) -> bool:
    """Whether paragraphs below each other, though nothing announces them, each tell a
    matter of their own from its beginning to its end, about nobody of another."""
    between = set(range(places[0], places[-1])) - set(places)
    told = [lines[place].text for place in places]
    named = [names_in(text) for text in told]
    new = sum(NEW_MATTER.search(text[:LOOKS_BACK_WITHIN]) is not None for text in told)
    return (
        len(places) >= FEWEST_WHOLE
        and all(len(lines[place]) <= LONGEST_BETWEEN for place in between)
        and new >= len(places) * MOST_NEW
        and all(map(tells_own_case, told))
        and not any(map(goes_back, told))
        and sum(map(len, named)) == len(set().union(*named)) > 0
    )


MOST_NEW = 0.6

# Offenders that a title counts: 三名“水军”头目落网, 两主播被判刑
PEOPLE_COUNTED = re.compile(
    r"(?P<n>[两二三四五六七八九十]|\d{1,2})(?:名|个|位|人|主播|男子|女子|青年|员工)"
    r"[^，。；]{0,12}?(?:落网|获刑|领刑|归案|栽了|被(?:判|抓|罚|查|拘|捕|刑拘|行拘|处))"
)


def _are_counted(lines: Sequence[Line], title: str, places: Sequence[int]) -> bool:
    """Whether the title counts as many offenders as there are paragraphs, each with
    an offence of its own and none going back to another."""
    counted = {numeral(match["n"]) for match in PEOPLE_COUNTED.finditer(title)}
    told = [lines[place].text for place in places]
    named = [names_in(text) for text in told]
    return (
        len(places) in counted
        and all(map(tells_own_case, told))
        and not any(map(goes_back, told[1:]))
        and sum(map(len, named)) == len(set().union(*named))
    )


# Words of any offence, which say nothing of this one.
ANY_OFFENCE = frozenset(("涉嫌", "犯罪", "违法", "非法", "违规", "作案"))
# A penalty for a deed that has no such word: 因传授“翻墙”方法，被某县公安局警告
PUNISHED = re.compile(
    r"被[^，。；]{0,20}(?:责令|警告|罚款|处罚|拘留|训诫|约谈|判处|刑拘|逮捕)"
)


def tells_own_case(words: str) -> bool:
    """Whether words tell a case of their own: who, what offence, and its end.

    >>> tells_own_case("李某出售银行卡用于诈骗，被刑事拘留。")
    True
    >>> tells_own_case("民警在厦门将李某抓获。")
    False
    """
    found = signs_of(words)
    offences = set(OFFENCE.findall(words)) - ANY_OFFENCE
    return (
        len(words) >= SHORTEST_PARAGRAPH
        and found.catching > 0
        and found.offender > 0
        and bool(offences or PUNISHED.search(words))
    )
