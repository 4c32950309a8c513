"""All that speaks for each offence type of one case, by the kind of its place.

``gather`` reads the heading and the telling, and notes for every type whose words
they have where these stand, how often, and the best place to show.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Literal, cast, get_args

from cases.reader import prose
from cases.reader.clean import View
from cases.reader.context import CaseContext
from cases.reader.offence_company import company
from cases.reader.offence_pairs import DUTY
from cases.reader.offence_places import (
    RECHARGED,
    SERVABLE,
    Place,
    is_rejected,
    is_served,
    place_of,
)
from cases.reader.offence_words import Hit, hits
from cases.reader.results import Span

Kind = Literal[
    "heading charge",  # 钱某侵犯公民个人信息案
    "heading words",  # 钱某刷量控评案
    "verdict",  # 以诈骗罪判处
    "suspicion",  # 涉嫌诈骗罪
    "case",  # 破获一起诈骗案
    "lead",  # 破获一起跑分洗钱的案件
    "named",  # 诈骗案, no more said
    "title",  # the bulletin's title, where it tells one case
    "subtitle",  # ——以投资为名诈骗, the line below a heading
    "heading hint",  # quoted or weak words of a heading
    "told",  # strong words or a charge's name in the telling
    "duty law",  # penalised under a law on operators' duties
    "theme",  # what the bulletin is about
    "deed",
    "relayed",  # the calls of a fraud went through the offenders' devices
    "served",  # a crime of others whom the offenders served
    "hint",  # weak words in the telling
    "company",  # words that suffice beside the type that stands first
    "content",  # words of a rumour
]
# What makes a type's name a charge of this very case.
FORMAL: tuple[Kind, ...] = ("heading charge", "verdict", "suspicion", "case")
# The kinds, the best place to show first.
KINDS: tuple[Kind, ...] = get_args(Kind)
# What each find is worth where nothing is charged.
_WEIGHTS: dict[Kind, float] = {
    "lead": 4.0,
    "heading words": 3.0,
    "told": 3.0,
    "named": 2.0,
    "title": 2.0,
    "subtitle": 2.0,
    "relayed": 2.0,
    "heading hint": 1.5,
    "deed": 1.2,
    "theme": 1.0,
    "hint": 0.4,
    "served": 0.3,
}

# “荐股群”拉人案 hints; “抢票外挂”案, “职业索赔”系列案 names the case.
_QUOTED = re.compile(r"(“[^”\n]{1,60}”)(?!(?:系列|类|型|式)?(?:犯罪)?案)")
# Laws on what operators must do, cited as the ground of a penalty. Of the
# Cybersecurity Law only the articles on operators' duties (21 to 26, 33 to 43, 47
# to 49) and on failing in them (59 to 62, 65 to 69); 27, 44 and 46 bind everybody.
_DUTY_LAWS = re.compile(
    r"《[^《》\n]{0,12}(?:数据安全法|个人信息保护法|网络数据安全管理条例"
    r"|关键信息基础设施安全保护条例)》"
    r"|《[^《》\n]{0,8}网络安全法》第(?:二十[一二三四五六]|三十[三四五六七八九]"
    r"|四十[一二三七八九]?|五十九|六十[〇零一二五六八九]?)条"
)
FAR = 1 << 30  # behind any place of a text
# Words of serving others' crimes closely: victims brought, calls or money carried.
_TAKING_PART = re.compile(
    r"引流|推广|导流|广告|散发|群发|二维码|弹窗|跳转|招揽|送客|客源"
    r"|拉群|拉人|搭讪|吸粉|语音转接|话务|四方支付|支付通道"
)
# Devices through which others' calls go, set up or found: 缴获GOIP设备, 音频线.
_RELAYS = re.compile(
    r"(?:架设|搭建|安装|看管|看守|值守|操作|维护|调试|缴获|查获|查扣|扣押|收缴)"
    r"[^，。；\n]{0,16}(?:GO[Ii]P|Go[Ii]P|VO[Ii]P|Vo[Ii]P|SIM|猫池|卡池|多卡宝|络漫宝|手机口"
    r"|语音网关|拨号设备)"
    r"|GO[Ii]P设备|(?:音频|对录|对接)线|手机口|设备拨出"
)
# ... and that people lost money by such calls.
_VICTIMS = re.compile(r"被骗|受骗|(?:受|被)害人|(?:转走|骗走|损失)[^，。；\n]{0,10}\d")
# The sentence in which a bulletin says what its cases are about.
_SEVERAL_HEADLINES = re.compile("[；;|｜]")
# 诈骗|团伙, 诈骗|犯罪窝点, 洗钱|案: what a title calls the whole.
_HEAD = re.compile(
    r"”?(?:黑灰产|黑产|违法|犯罪)*(?:团伙|窝点|集团|链条?|产业链|一?案(?!例)|大案)"
)
# 利用“手机口”帮助|诈骗案
_HELPING = re.compile(r"(?:帮助|协助|助力)(?:他人|境外|境内|实施|电信|网络|跨境){0,4}$")
# 电诈|帮凶, 诈骗|“工具人”: those who help such a gang.
_HELPERS = re.compile(
    r"[“”]{0,2}(?:帮凶|工具人|引流|推手|帮手|洗钱|取款|取现|话务|黑卡|水房|跑分|车手|卡商"
    r"|卡农|码商|号商|GOIP|技术支持|支付通道)"
)
# 近日法院作出判决，主犯...: what a court did, and no opinion on it
_JUDGMENT = re.compile(
    r"(?:近日|日前|最终|目前|月|案)[^。；\n]{0,30}(?:法院|检察院)[^。；\n]{0,20}"
    r"(?:判决|判处|宣判|公诉|起诉)"
)
# 帮助信息网络犯罪活动罪|，|掩饰、隐瞒犯罪所得罪: what stands between charges of a row.
_ROW = re.compile("罪?[，、和及与]{1,2}")
# ... a judgment, or who is held for what: 何某等5人涉嫌诈骗罪
_CHARGED = re.compile(
    r"某[某甲乙丙丁\w]{0,2}(?:、[^，。；]{2,12}){0,4}(?:等[^，。；]{0,8}人?)?(?:还|均|也|已|因|则|分别){0,2}"
    r"涉嫌[^，。；]{2,30}罪"
)
_ANNOUNCES = re.compile(r"典型案例|案例|挂牌督办|公布|通报|发布|曝光")


@dataclass(slots=True)
class Evidence:
    """All that speaks for one type: how often its words stand in each kind of
    place, where first, and the best place to show."""

    slug: str
    counts: Counter[Kind] = field(default_factory=Counter)
    firsts: dict[Kind, int] = field(default_factory=dict)
    where: tuple[View, int, int] | None = None
    kind: Kind = KINDS[-1]

    def add(
        self,
        kind: Kind,
        where: tuple[View, int, int] | None = None,
        place: int | None = None,
    ) -> None:
        """Enter one find; its place is where it stands, unless it is told elsewhere
        than in the telling."""
        self.counts[kind] += 1
        if place is None:
            place = where[1] if where else FAR
        self.firsts[kind] = min(place, self.first(kind))
        is_better = KINDS.index(kind) < KINDS.index(self.kind)
        if is_better or (self.where is None and kind == self.kind):
            self.kind, self.where = kind, where

    def has(self, *kinds: Kind) -> bool:
        """Whether any find is of one of those kinds."""
        return any(kind in self.counts for kind in kinds)

    def first(self, *kinds: Kind) -> int:
        """Where the first find of those kinds stands; ``FAR`` without one."""
        return min((self.firsts.get(kind, FAR) for kind in kinds), default=FAR)

    @property
    def strength(self) -> float:
        """What the finds are worth together."""
        return sum(_WEIGHTS.get(kind, 0) * count for kind, count in self.counts.items())

    @property
    def words(self) -> str:
        """The words of the best evidence."""
        if self.where is None:
            return ""
        view, start, end = self.where
        return view.text[start:end]

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the best evidence stands."""
        if self.where is None:
            return ()
        view, start, end = self.where
        return view.spans(start, end)


@dataclass(slots=True)
class Gathered:
    """The evidence for each type, and the types that the bulletin is about."""

    found: dict[str, Evidence] = field(default_factory=dict)
    themes: list[str] = field(default_factory=list)
    quoted: dict[str, int] = field(default_factory=dict)  # “开盒”骚扰案, and where
    narrative: View | None = None
    is_penalised: bool = False
    is_accused: bool = False  # of deeds that are told in other words than a charge's
    takes_part: bool = False  # those who serve others take part: 引流, 支付通道

    def at(self, slug: str) -> Evidence:
        """The evidence for one type, to be added to."""
        return self.found.setdefault(slug, Evidence(slug))

    def beside(self, first: str) -> list[Evidence]:
        """The types of which few words suffice where that first one is told."""
        view = self.narrative
        if view is None:
            return []
        its = company(prose.own_facts(view.text), first)
        for hit in its:
            self.at(hit.slug).add("company", (view, hit.start, hit.end))
        return [self.at(hit.slug) for hit in its]

    def having(self, *kinds: Kind) -> list[Evidence]:
        """The types with a find of one of those kinds, by its first place."""
        having = [e for e in self.found.values() if e.has(*kinds)]
        return sorted(having, key=lambda e: e.first(*kinds))


def gather(case: CaseContext, *, is_penalised: bool) -> Gathered:
    """The evidence for each type in one case."""
    gathered = Gathered(
        themes=_themes(case), narrative=case.narrative, is_penalised=is_penalised
    )
    if case.heading is not None:
        _read_heading(case.heading, gathered)
    _read_narrative(case.narrative, gathered)
    if case.commentary is not None and not gathered.having("verdict", "suspicion"):
        _read_judgment(case.commentary, gathered, behind=len(case.narrative.text))
    if case.is_story:
        _read_title(case.bulletin_title, gathered)
    for slug in gathered.themes:
        if slug in gathered.found or len(gathered.themes) == 1:
            gathered.at(slug).add("theme")
    return gathered


def _themes(case: CaseContext) -> list[str]:
    """The types that the bulletin as a whole is about, by its title and intro."""
    if case.is_story:
        return []
    # A title of several headlines is about several things.
    title = (
        "" if _SEVERAL_HEADLINES.search(case.bulletin_title) else case.bulletin_title
    )
    words = [title]
    if case.intro is not None:
        words += [
            sentence.text
            for sentence in prose.sentences(case.intro.text)
            if _ANNOUNCES.search(sentence.text)
        ][-3:]
    named = [
        hit for sentence in words for hit in hits(sentence) if hit.level == "charge"
    ]
    for text in (title, *words[1:]):
        if not named:
            # Everyday words tell of it, if of one type: 编造涉疫谣言, 整治网络暴力.
            named = [hit for hit in hits(text) if hit.level == "strong"]
            if len({hit.slug for hit in named}) > 1:
                return []
    return list(dict.fromkeys(hit.slug for hit in named))


def _read_title(title: str, gathered: Gathered) -> None:
    """The title of a story says what the case is about, if the telling says so too:
    first what it calls the gang or the case itself (打掉“伪基站”诈骗团伙)."""
    if _SEVERAL_HEADLINES.search(title):
        return
    for hit in hits(title):
        is_head = _HEAD.match(title, hit.end) is not None
        is_plain = hit.level in ("charge", "strong") or (
            is_head and hit.level == "weak"
        )
        if not is_plain or hit.slug not in gathered.found:
            continue
        if _HELPERS.match(title, hit.end) or _HELPERS.match(title, hit.end - 2):
            continue
        if place_of(title, hit) not in ("aside", "served", "content"):
            named = gathered.at(hit.slug)
            named.add("title")
            place = hit.start - (len(title) if is_head else 0)
            named.firsts["title"] = min(place, named.firsts["title"])


def _read_heading(view: View, gathered: Gathered) -> None:
    text = view.text
    quoted = [match.span(1) for match in _QUOTED.finditer(text)]
    for hit in hits(text):
        inside = any(start <= hit.start and hit.end <= end for start, end in quoted)
        if inside and hit.level == "strong":
            gathered.quoted.setdefault(hit.slug, hit.start)
        gathered.at(hit.slug).add(
            _heading_kind(text, hit, is_quoted=inside), (view, hit.start, hit.end)
        )


def _heading_kind(text: str, hit: Hit, *, is_quoted: bool) -> Kind:
    if hit.slug in SERVABLE and _HELPING.search(text, 0, hit.start):
        return "served"
    if hit.slug in SERVABLE and (is_served(text, hit) or _HELPERS.match(text, hit.end)):
        return "served"
    if is_quoted:
        return "heading hint" if hit.level in ("charge", "strong") else "hint"
    if "\n" in text[: hit.start]:
        # Behind the charge, the line “——以...” tells how it was done.
        return "subtitle" if hit.level in ("charge", "strong") else "hint"
    if hit.level == "charge":
        return "heading charge"
    if hit.level == "strong":
        return "heading words"
    return "deed" if hit.level == "deed" else "heading hint"


def _read_judgment(view: View, gathered: Gathered, *, behind: int) -> None:
    """The charges that are told only among the comment, behind the telling."""
    for sentence in prose.sentences(prose.own_facts(view.text)):
        told = _JUDGMENT.search(sentence.text) or _CHARGED.search(sentence.text)
        if not told:
            continue
        for hit in hits(sentence.text):
            if hit.level == "charge" and place_of(sentence.text, hit) in (
                "verdict",
                "suspicion",
            ):
                start, end = sentence.start + hit.start, sentence.start + hit.end
                where = (view, start, end)
                gathered.at(hit.slug).add("verdict", where, behind + start)


def _told_kind(hit: Hit, place: Place) -> Kind:
    if place not in ("told", "task"):
        return cast("Kind", place)
    if hit.level == "weak":
        return "hint"
    return "deed" if place == "task" or hit.level == "deed" else "told"


def _read_narrative(view: View, gathered: Gathered) -> None:
    text = prose.own_facts(view.text)
    gathered.takes_part = bool(_TAKING_PART.search(text))
    recharged = RECHARGED.search(text)
    charge: tuple[int, Place] | None = None
    rejected: set[str] = set()
    for hit in hits(text):
        if recharged and hit.level == "charge" and hit.end <= recharged.start():
            continue
        place = place_of(text, hit)
        if place == "aside":
            if hit.level == "charge" and is_rejected(text, hit):
                rejected.add(hit.slug)
            continue
        if hit.level == "charge":
            if (
                charge
                and place == "named"
                and _ROW.fullmatch(text, charge[0], hit.start)
            ):
                place = charge[1]
            charge = hit.end, place
        if hit.slug == "other" and place not in ("verdict", "suspicion", "case"):
            continue
        kind = _told_kind(hit, place)
        if hit.level != "charge" and kind in FORMAL:
            gathered.is_accused = True
        # What an operator failed in is a breach of duty only where he is fined.
        if kind == "deed" and hit.slug == DUTY and not gathered.is_penalised:
            continue
        gathered.at(hit.slug).add(kind, (view, hit.start, hit.end))
    for slug in rejected & gathered.found.keys():
        # Who brought that charge told of it before.
        if not gathered.at(slug).has("heading charge"):
            del gathered.found[slug]
    if _RELAYS.search(text) and (victims := _VICTIMS.search(text)):
        gathered.at("fraud").add("relayed", (view, *victims.span()))
    if gathered.is_penalised and (duty := _DUTY_LAWS.search(view.text)):
        gathered.at("security-duty-failure").add("duty law", (view, *duty.span()))
