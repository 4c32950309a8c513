"""The offence types that a case is filed under, the primary one first.

The words stand in ``data/offence-words.csv``, each row with an example, on four
levels. A *charge* is the name of a crime or violation in law; it counts in a
heading and wherever an official wording makes it a charge (涉嫌 ... 罪). *Strong*
words count anywhere. *Deeds* tell how such an offence is done (摆拍, 取现后转交): they
decide where no offence is named. *Weak* words count in a heading, with the
bulletin's own theme, or when there is nothing better.

In the file ``<12>`` stands for up to twelve characters of one clause, ``<s24>``
for up to twenty-four of one sentence, ``<list>`` for more members of a row
(组织、强迫、介绍卖淫).
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from cases.reader import prose
from cases.reader.clean import View
from cases.reader.context import CaseContext, Notes
from cases.reader.results import Found, Span
from cases.reader.wordtable import WordTable

Level = Literal["charge", "strong", "deed", "weak"]
LEVELS: tuple[Level, ...] = ("charge", "strong", "deed", "weak")

# 涉嫌诈骗罪, 构成侵犯公民个人信息罪, 因涉嫌非法获取数据、破坏系统等犯罪
_CHARGED_BEFORE = re.compile(r"(?:涉嫌|构成|触犯|犯)[^，。；\n]{0,50}$")
_CHARGED_AFTER = re.compile(
    r"^(?:（[^）]{1,20}）)?(?:活动)?(?:的)?(?:等)?(?:犯罪)?(?:违法)?(?:罪|(?:一)?案)"
)
_LEAD_CASE = re.compile(
    r"(?:破获|侦破|打掉|捣毁|侦办|办结|宣判|审结|摧毁|查处)(?:了)?[^，。；\n]{0,60}"
)

# The crimes of others whom the offenders served: 为诈骗团伙提供, 卖给赌博网站. They are
# not this case's, but serving them is a crime of its own.
_SERVED_BEFORE = re.compile(
    r"(?:为|给|向|帮助|帮|替|供|勾结|勾连|卖给|出售给|提供给|对接)(?:了)?(?:其他|上游|下游|境外|境内|他人|多个|一些|不法|违法|电信|网络|跨境|实施|从事|进行|等|的|“|”|、|诈骗|赌博|色情|网络犯罪|电诈|洗钱|敲诈勒索|“裸聊”|盗窃|涉黄|涉赌|涉诈|某|专门|缅甸|缅北){0,6}$"
)
_SERVED_AFTER = re.compile(
    r"^(?:、[^，。；、]{1,4}){0,3}(?:等)?(?:违法)?(?:犯罪)?(?:团伙|集团|分子|人员|组织|网站|平台|窝点|活动|行为|公司|犯罪|园区)?(?:的)?(?:犯罪)?(?:分子|人员|团伙)?[^，。；]{0,14}(?:提供|推广|引流|服务|支持|结算|通道|便利|帮助|出售|使用|群发|搭建|解封|建群|供|卡|号)"
)
_SERVING = re.compile(
    r"(?:为|给|向|帮助|替)[^，。；]{0,24}(?:诈骗|赌博|网赌|色情|犯罪|敲诈勒索|涉黄)[^，。；]{0,14}(?:提供|进行|推广)[^，。；]{0,14}(?:引流|结算|解封|技术支持|推广|通道|通讯|服务|专线|接码)"
)
SERVABLE = frozenset(
    {
        "fraud",
        "gambling",
        "obscene-material",
        "prostitution",
        "extortion",
        "pyramid-selling",
        "money-laundering",
        "theft",
        "drugs",
    }
)
# Offences that consist in serving others' crimes: for these the others' crimes say
# more about the case and are kept.
SERVANTS = frozenset(
    {"aiding-network-crime", "money-laundering", "illegal-network-use"}
)
# 防范诈骗, 反诈, 打击赌博: named, but no offence of this case.
_NOT_HERE_BEFORE = re.compile(
    r"(?:防范|防止|反|打击|预防|警惕|谨防|避免|遏制|整治|治理|严打|远离|识别|抵制|劝阻|举报|预警|提防|易|可能|容易|极易|风险|用于|是否|并非|不是|以防|遭遇|遭受|带破|串并|核破|侦办[^，。]{0,12})[^，。；]{0,10}$"
)
# 办理诈骗案件30起 speaks of an authority's work, 办理一卡双号 of the offender's.
_HANDLED_BEFORE = re.compile("办理[^，。；]{0,16}$")
_HANDLED_AFTER = re.compile("^[^，。；]{0,8}案")
# 电信网络诈骗案件高发: a trend.
_NOT_HERE_AFTER = re.compile(
    r"^(?:案件?|犯罪|违法犯罪)?(?:活动)?(?:高发|多发|频发|日益|猖獗|预警|防范|知识|宣传|手法|套路|形势|治理法|的?危害)"
)
_QUOTED = re.compile(r"“[^”\n]{1,60}”")
# Laws on what operators must do, cited as the ground of a penalty. Of the
# Cybersecurity Law only the articles on operators' duties (21 to 26, 33 to 43, 47
# to 49) and on failing in them (59 to 62, 65 to 69); 27, 44 and 46 bind everybody.
_DUTY_LAWS = re.compile(
    r"《[^《》\n]{0,12}(?:数据安全法|个人信息保护法|网络数据安全管理条例|关键信息基础设施安全保护条例)》"
    r"|《[^《》\n]{0,8}网络安全法》第(?:二十[一二三四五六]|三十[三四五六七八九]|四十[一二三七八九]?|五十九|六十[〇零一二五六八九]?)条"
)
# 检察机关改变定性后以另一罪提起公诉: the charge before is given up.
_RECHARGED = re.compile(
    "(?:改变|变更)(?:案件)?(?:定性|罪名|指控)|(?:定性|罪名)(?:变更|改)为"
)
# The sentence in which a bulletin says what its cases are about.
_ANNOUNCES = re.compile(r"典型案例|案例|挂牌督办|公布|通报|发布|曝光")


@dataclass(slots=True)
class _Evidence:
    """All that speaks for one type."""

    slug: str
    score: float = 0.0
    first: int = 1 << 30
    rank: int = 7  # see the ranks below
    where: tuple[View, int, int] | None = None
    reasons: list[str] = field(default_factory=list)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the best evidence stands."""
        if self.where is None:
            return ()
        view, start, end = self.where
        return view.spans(start, end)


class _Ledger(dict[str, _Evidence]):
    """The evidence for each type."""

    def add(
        self,
        slug: str,
        points: float,
        rank: int,
        where: tuple[View, int, int] | None,
        why: str,
    ) -> None:
        """Enter one find; the best rank's first place is kept as the place."""
        entry = self.setdefault(slug, _Evidence(slug))
        entry.score += points
        place = where[1] if where else 0
        if (rank, place) < (entry.rank, entry.first):
            entry.rank, entry.first, entry.where = rank, place, where
        if why not in entry.reasons:
            entry.reasons.append(why)


@dataclass(frozen=True, slots=True)
class _Hit:
    slug: str
    level: Level
    start: int
    end: int


def read_offences(case: CaseContext, notes: Notes) -> tuple[Found[str], ...]:
    """The offence types of a case (slugs of offence-types.csv), primary first.

    The heading's offence comes first, then formal charges, then what the telling
    plainly describes. Crimes of others whom the offenders merely served are left
    out unless the case's own offence is to serve them.
    """
    evidence, deeds, served = _Ledger(), _Ledger(), _Ledger()
    theme = _theme(case)
    if case.heading is not None:
        _read_heading(case.heading, evidence, deeds)
    outcomes = {found.value for found in notes.found.get("outcomes", ())}
    is_penalised = "administrative-penalty" in outcomes
    _read_narrative(case, evidence, deeds, served, theme, is_penalised=is_penalised)
    chosen = _choose(
        evidence,
        deeds,
        served,
        theme,
        case,
        is_judged=bool(outcomes & {"convicted", "prosecuted"}),
    )
    if not chosen:
        if notes.found.get("outcomes"):
            notes.doubt("offences", "no-offence")
            return (
                Found(
                    "other",
                    (),
                    "offences.other",
                    "No type of the list is named.",
                    "inferred",
                ),
            )
        notes.doubt("offences", "no-offence")
        return ()
    _doubt(chosen, evidence, notes)
    return tuple(
        Found(
            e.slug,
            e.spans,
            f"offences.{_RULES[e.rank]}",
            "; ".join(e.reasons[:2]),
            "exact" if e.spans else "inferred",
        )
        for e in chosen
    )


# The ranks of evidence, the best first.
HEADING_CHARGE, CHARGE, HEADING, HEADING_HINT, WORDS, THEME, HINT, NONE = range(8)
_RULES = {
    HEADING_CHARGE: "heading",
    CHARGE: "charge",
    HEADING: "heading-words",
    HEADING_HINT: "heading-hint",
    WORDS: "words",
    THEME: "theme",
    HINT: "hint",
    NONE: "none",
}


# ---------------------------------------------------------------- vocabulary


@cache
def _vocabulary() -> WordTable[tuple[Level, str]]:
    """The words of every level and type."""
    source = files("cases.reader").joinpath("data/offence-words.csv")
    with source.open(encoding="utf-8") as file:
        return WordTable(
            (
                (next(level for level in LEVELS if level == row["level"]), row["slug"]),
                _expand(row["words"]),
            )
            for row in csv.DictReader(file)
        )


def _expand(words: str) -> str:
    gaps = re.sub(r"<(\d+)>", r"[^，。；\\n]{0,\1}?", words)
    gaps = re.sub(r"<s(\d+)>", r"[^。；\\n]{0,\1}?", gaps)
    return gaps.replace("<list>", r"(?:、[^，。；、\n]{1,4}){0,4}?")


@lru_cache(maxsize=32)  # a bulletin's title and intro are read for each case
def _hits(text: str) -> tuple[_Hit, ...]:
    """What the vocabulary finds, in order; words of different types may overlap."""
    return tuple(
        _Hit(slug, level, start, end)
        for (level, slug), start, end in _vocabulary().find(text)
    )


# ---------------------------------------------------------------- evidence


def _theme(case: CaseContext) -> list[str]:
    """The types that the bulletin as a whole is about, by its title and intro."""
    words = [case.bulletin_title]
    if case.intro is not None:
        words += [
            sentence.text
            for sentence in prose.sentences(case.intro.text)
            if _ANNOUNCES.search(sentence.text)
        ][-3:]
    slugs: list[str] = []
    for sentence in words:
        for hit in _hits(sentence):
            if hit.level == "charge" and hit.slug not in slugs:
                slugs.append(hit.slug)
    return slugs


def _read_heading(view: View, evidence: _Ledger, deeds: _Ledger) -> None:
    text = view.text
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    for hit in _hits(text):
        inside = any(start <= hit.start and hit.end <= end for start, end in quoted)
        where = (view, hit.start, hit.end)
        if _is_served(text, hit):
            evidence.add(hit.slug, 2.0, HEADING_HINT, where, "Served, in the heading")
        elif hit.level == "charge":
            rank = HEADING_HINT if inside else HEADING_CHARGE
            evidence.add(hit.slug, 5.0, rank, where, "A charge in the heading")
        elif hit.level == "strong":
            rank, points = (HEADING_HINT, 2.0) if inside else (HEADING, 4.0)
            evidence.add(hit.slug, points, rank, where, "Told in the heading")
        elif hit.level == "deed":
            deeds.add(hit.slug, 2.0, HINT, where, "A deed in the heading")
        elif not inside:
            evidence.add(hit.slug, 1.5, HEADING_HINT, where, "Hinted at in the heading")


def _read_narrative(
    case: CaseContext,
    evidence: _Ledger,
    deeds: _Ledger,
    served: _Ledger,
    theme: list[str],
    *,
    is_penalised: bool,
) -> None:
    view = case.narrative
    text = prose.own_facts(view.text)
    leads = [m.span() for m in _LEAD_CASE.finditer(text[:400])]
    recharged = _RECHARGED.search(text)
    for hit in _hits(text):
        before = text[max(0, hit.start - 60) : hit.start]
        after = text[hit.end : hit.end + 30]
        if _NOT_HERE_BEFORE.search(before[-16:]) or _NOT_HERE_AFTER.match(after):
            continue
        if _HANDLED_BEFORE.search(before[-20:]) and _HANDLED_AFTER.match(after):
            continue
        where = (view, hit.start, hit.end)
        if hit.slug in SERVABLE and _is_served(text, hit):
            served.add(hit.slug, 2.0, WORDS, where, "Served by the offenders")
            continue
        in_lead = any(start <= hit.start < end for start, end in leads)
        if recharged and hit.level == "charge" and hit.end <= recharged.start():
            continue
        named = text[hit.end - 1] == "罪"
        if hit.level == "charge" and (named or _is_charged(before, after)):
            evidence.add(hit.slug, 4.0, CHARGE, where, "A charge in the telling")
        elif in_lead and hit.level in ("charge", "strong"):
            evidence.add(hit.slug, 3.0, HEADING, where, "The case that was solved")
        elif hit.level in ("charge", "strong"):
            evidence.add(hit.slug, 2.0, WORDS, where, "Told in plain words")
        elif hit.level == "deed":
            # What an operator failed in is a breach of duty only where he is fined.
            if hit.slug != "security-duty-failure" or is_penalised:
                deeds.add(hit.slug, 1.2, HINT, where, "Told by its deeds")
        elif hit.slug in theme:
            evidence.add(hit.slug, 1.0, THEME, where, "The bulletin's theme")
        else:
            evidence.add(hit.slug, 0.4, HINT, where, "Hinted at")
    if is_penalised and (duty := _DUTY_LAWS.search(view.text)):
        where = (view, *duty.span())
        why = "Penalised under a law on duties"
        evidence.add("security-duty-failure", 2.0, WORDS, where, why)
    if serving := _SERVING.search(text):
        where = (view, *serving.span())
        evidence.add("aiding-network-crime", 2.0, WORDS, where, "Serves others' crimes")


def _is_charged(before: str, after: str) -> bool:
    """Whether a charge's name stands as a charge: 涉嫌A、B等犯罪, 以A罪, A案."""
    return bool(_CHARGED_AFTER.match(after) or _CHARGED_BEFORE.search(before))


def _is_served(text: str, hit: _Hit) -> bool:
    """Whether the words name the crime of somebody whom the offenders served."""
    before = text[max(0, hit.start - 24) : hit.start]
    if not _SERVED_BEFORE.search(before):
        return False
    words = text[hit.start : hit.end]
    if re.search(r"团伙|集团|分子|网站|平台", words):
        return True
    return bool(_SERVED_AFTER.match(text[hit.end : hit.end + 40]))


# ---------------------------------------------------------------- choice

_ENOUGH = 2.0


def _choose(
    evidence: _Ledger,
    deeds: _Ledger,
    served: _Ledger,
    theme: list[str],
    case: CaseContext,
    *,
    is_judged: bool,
) -> list[_Evidence]:
    """The types with enough evidence, ordered; weak ones only when alone."""
    if len(theme) == 1 and not case.is_story:
        # The bulletin says that all of its cases are of this kind.
        evidence.add(theme[0], _ENOUGH, THEME, None, "The bulletin's theme")
    for slug in theme:
        if slug in evidence and evidence[slug].score < _ENOUGH:
            evidence[slug].score += 1.0
    chosen = [e for e in evidence.values() if e.score >= _ENOUGH and e.rank < HINT]
    if not chosen:
        for deed in deeds.values():
            place = deed.where
            evidence.add(deed.slug, deed.score, HINT, place, "; ".join(deed.reasons))
        hinted = [e for e in evidence.values() if e.score >= 0.4]
        if hinted:
            chosen = [max(hinted, key=lambda e: (e.slug in theme, e.score, -e.first))]
    chosen.sort(key=lambda e: _order(e, theme))
    if chosen and chosen[0].rank == HEADING_CHARGE:
        # “套路贷” in the heading of a case of extortion is how it was done.
        chosen = [e for e in chosen if e.rank != HEADING_HINT or e.score > 2.0]
    if chosen and chosen[0].rank <= CHARGE and is_judged:
        # A judgment or indictment names its charges: what else is told adds nothing.
        chosen = [e for e in chosen if e.rank < WORDS or e.slug in theme]
    if chosen and chosen[0].slug in SERVANTS:
        present = {e.slug for e in chosen}
        chosen += [e for e in served.values() if e.slug not in present]
    return _without_shadows(chosen)


def _order(entry: _Evidence, theme: list[str]) -> tuple[int, int, float, int]:
    """Heading charges, charges, the theme, heading words, plain words."""
    rank = entry.rank
    if entry.slug in theme[:1] and rank > CHARGE:
        return HEADING, -1, -entry.score, entry.first
    place = entry.first if rank < WORDS else 0
    return rank, place, -entry.score, entry.first


# A type whose words are part of another's says nothing of its own beside it.
SHADOWS = (
    # Named by the same words: 侵入、控制 tools are no intrusion, nor control.
    ("intrusion-tools", "illegal-intrusion"),
    ("online-rumour", "false-advertising"),
    ("insurance-fraud", "fraud"),
    ("credit-card-crime", "theft"),
    ("exam-cheating", "personal-information"),
    ("exam-cheating", "surveillance-devices"),
    ("exam-cheating", "intrusion-tools"),
    # What an operator failed to protect is no offence of its own.
    ("security-duty-failure", "personal-information"),
    ("security-duty-failure", "illegal-intrusion"),
)


def _without_shadows(chosen: list[_Evidence]) -> list[_Evidence]:
    slugs = {e.slug: e for e in chosen}
    dropped = {
        shadow
        for lord, shadow in SHADOWS
        if lord in slugs
        and shadow in slugs
        and slugs[shadow].rank >= WORDS
        and slugs[lord].rank <= slugs[shadow].rank
    }
    return [e for e in chosen if e.slug not in dropped]


def _doubt(chosen: list[_Evidence], evidence: _Ledger, notes: Notes) -> None:
    first = chosen[0]
    if first.rank >= HEADING_HINT or first.score < _ENOUGH:
        notes.doubt("offences", "weak-offence", first.slug)
    elif len(chosen) > 1 and chosen[1].rank == first.rank and first.rank > CHARGE:
        notes.doubt("offences", "several-offences", first.slug, chosen[1].slug)
    elif first.rank == CHARGE and any(
        e.first + 60 < first.first or (e.rank == CHARGE and e.first > first.first + 60)
        for e in chosen[1:]
    ):
        # No heading names the main charge, and the charges stand far apart.
        notes.doubt("offences", "several-offences", first.slug, chosen[1].slug)
    taken = {e.slug for e in chosen}
    shadowed = {shadow for lord, shadow in SHADOWS if lord in taken}
    near = [e for e in evidence.values() if e.slug not in taken | shadowed]
    faint = [e for e in chosen[1:] if e.score < 4.0 and e.rank > CHARGE]
    if len(chosen) > 3 or near or faint:
        slugs = [e.slug for e in (*faint, *near)] or [e.slug for e in chosen]
        notes.doubt("offences", "further-offences", "、".join(slugs))
