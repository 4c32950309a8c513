"""A passage, a plan of passages, and what speaks for a plan.

A plan is one reading of an article's layout. What it is worth is the sum of a
few weighed features, so that a wrong choice can be explained and the table be
changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from cases.reader.announcements import (
    GOING_ON,
    PROMISED,
    PROMISED_IN_TITLE,
    announced_counts,
    leads_in,
)
from cases.reader.clean import View
from cases.reader.commentary import label_of
from cases.reader.headings import Headed, split_heading
from cases.reader.lines import Line
from cases.reader.name_characters import SURNAMES
from cases.reader.numbering import CASE_FAMILIES
from cases.reader.results import Span
from cases.reader.scenes import opening_place
from cases.reader.signs import (
    CASE_NAME,
    CATCHING,
    NAMED,
    OFFENCE,
    case_score,
    signs_of,
)

# First line of an item, the line after its last, where its words begin.
Item = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """One case's stretch of the article, heading first.

    ``heading`` and ``subtitle`` are without the number; ``lines`` are what
    stands below. ``score`` says how much it looks like a case, 0 to 1;
    ``is_story`` that it is the whole article.
    """

    lines: tuple[Line, ...]
    heading: View | None = None
    subtitle: View | None = None
    number: View | None = None
    score: float = 1.0
    is_story: bool = False
    plan: str = ""

    @property
    def span(self) -> Span:
        """The range of the stored text, from the number to the last line."""
        heads = (self.number, self.heading, self.subtitle)
        spans = [view.span for view in heads if view] + [one.span for one in self.lines]
        return min(spans)[0], max(span[1] for span in spans)

    @property
    def text(self) -> str:
        """Heading and telling, for signs."""
        parts = [part.text for part in (self.heading, self.subtitle) if part]
        return "\n".join([*parts, *(line.text for line in self.lines)])


@dataclass(frozen=True, slots=True)
class Plan:
    """One way to split the article: its passages and what speaks for it.

    ``heads`` are the lines of the items' first words, below a number alone.
    """

    name: str
    passages: tuple[Passage, ...]
    items: tuple[Item, ...]
    features: dict[str, float]
    heads: tuple[int, ...] = ()

    @property
    def score(self) -> float:
        """The weighed sum of the features."""
        return sum(PLAN_WEIGHTS[name] * value for name, value in self.features.items())

    @property
    def first(self) -> int:
        """The first item's first line."""
        return self.items[0][0]

    @property
    def last(self) -> int:
        """The line after the last item's last one."""
        return self.items[-1][1]

    @property
    def ends(self) -> tuple[int, ...]:
        """The line after each item's last one."""
        return tuple(stop for _, stop, _ in self.items)

    @property
    def length(self) -> int:
        """The characters that its passages tell."""
        return sum(len(passage.text) for passage in self.passages)

    @property
    def is_announced(self) -> bool:
        """Whether the text itself says that the items are its cases."""
        return any(self.features[name] for name in ("announced", "promised", "family"))


# What speaks for and against a plan of several cases. Shares are 0 to 1.
PLAN_WEIGHTS: dict[str, float] = {
    "cases": 3.0,  # share of items that look like a case by themselves
    "names": 2.5,  # share of headings that name a case: …案, a charge, an arrest
    "openings": 1.2,  # share of items that open with a date, authority or offender
    "announced": 2.5,  # title or introduction announces as many cases
    "promised": 1.2,  # it announces cases, without the number
    "family": 2.0,  # the items are numbered 案例一, 第一起
    "labelled": 1.0,  # items have the parts of court bulletins inside
    "own ends": 1.5,  # several cases are spoken of, each item ends in its own outcome
    "going on": -3.0,  # share of items that go on with the one before: 该团伙, 经查
    "labels": -6.0,  # share of headings that are labels: 基本案情, 典型意义
    "verdict": -6.0,  # share of items that are the points of a judgment
    "below comment": -2.0,  # the list stands below a label of law: 裁判要点
    "short": -4.0,  # items are too short to tell anything
    "told before": -2.0,  # the introduction tells one case's arrest or report already
    "one case": -2.0,  # the title speaks of a single case
    "bare headings": -1.5,  # share of headings that name no offence and nobody
    "same names": -1.5,  # share of later items about somebody of an earlier one
    "advice": -2.5,  # share of items of advice
    "few": -0.8,  # two items only
}
GOOD_PLAN = 2.4
POINTS_OF_LAW = re.compile("要点|要旨|意义|理由|规则|依据|法条|规定|条文|评析|分析")
# The points of one judgment: 一、被告人张某犯诈骗罪，判处…；二、追缴违法所得….
VERDICT = re.compile(
    r"被告(?:人|单位)?[^，。；：]{2,40}犯[^，。；：]{2,40}罪[，,]?(?:判处|处|免[予于除]|单处|决定)"
    r"|(?:驳回|撤销|维持|变更|准许)[^。；]{0,60}(?:上诉|抗诉|判决|裁定|起诉|诉讼请求|[第之]项|撤回)"
    r"|(?:对)?(?:被告人|上诉人|公安机关|随案|在案|扣押|查封|冻结|作案|违法所得|犯罪所得|赃款|上述)"
    r"[^。；]{0,80}(?:没收|追缴|退赔|发还|退缴|上缴国库)"
    r"|(?:责令|继续追缴|依法追缴|追缴|没收|禁止)[^。；]{0,20}(?:被告人|上诉人|违法所得|退赔|作案工具)"
)
# Plans whose items say themselves that each is another case: two are enough.
SAID = frozenset({"connected", "forms", "units", "titles"})
# Plans whose headings need name no offence: 谣言一：某地地震; below a label, which says
# itself that a case follows; a unit above its cases; where prose goes over to the next.
NAMELESS = frozenset({"rumour", "labels", "units", "connected", "titles"})

# One case only: 一起特大诈骗案, 侦破记
ONE_CASE = re.compile(
    r"(?:一起|首例|首起|特大|1起)[^，。！]{0,26}?案(?!例)"
    r"|(?:侦破|破案)(?:记|纪实|始末|全过程|背后)"
)
# Several cases are spoken of: 上述案件中, 这几个“挂”, 今天就挑几起
SEVERAL_TOLD = re.compile(
    r"(?:上述|以上|这些|这几[起个]|[几两三四五]起)(?:典型)?(?:案件|案例|案子|案(?![发情]))"
    r"|这几[个起]|(?:挑|说|聊|盘点|梳理)[^，。]{0,4}几[个起]|被告人多(?:数|为)"
)
# What a case comes to in the end: one item of a story tells it once, at its end.
ENDED = re.compile(
    r"判处|获刑|(?:刑事|行政)拘留|刑拘|行拘|批准逮捕|批捕|取保候审|强制措施"
    r"|(?:移送|提起)[^，。；]{0,6}(?:起诉|公诉)|行政处罚|责令[^，。；]{0,6}改正|罚款"
)
FEWEST_ENDS = 3
# How one case begins, above its chapters: 某分局接到一家医院报警
BEGUN = re.compile(
    r"(?:接到?|收到)[^。；]{0,24}(?:报警|报案|求助|举报|线索)|(?:向|到)[^。；，]{0,16}(?:报警|报案)"
    r"|(?:立即|随即|随后|迅速)(?:立案|成立专案组|展开(?:调查|侦查))"
)
CLOSING_LENGTH = 400
# A gang or a company by its own name: 福建“星程”团伙
NAMED_GANG = re.compile(
    r"[“「][^”」]{1,12}[”」][^，。]{0,6}(?:团伙|集团|公司|工作室|网站|平台)"
)
# A masked name that tells one person from another: 张某某, 李某华, 王某、
FULL_NAME = re.compile(rf"[{''.join(sorted(SURNAMES))}]某(?:[一-鿿]|(?=[、，。等]))")

# Items that open as cases do: with a date, an authority, an offender.
OPENING = re.compile(
    r"""
    近日|日前|近期|今年|去年|前不久|(?:19|20)\d\d年|\d{1,2}月
    |犯罪嫌疑人|违法嫌疑人|被告人|嫌疑人|网民|[一-鿿]某
    |[^，。；]{0,24}?(?:公安|警方|网警|网安|检察院|检察机关|法院|网信|市场监管
      |通信管理局)
    """,
    re.VERBOSE,
)
ADVICE = re.compile(
    r"不要|切勿|请勿|谨防|务必|如何|怎么|应当|注意|建议|保护好|什么是|提高|增强|定期"
    r"|不(?:轻信|点击|透露|转账|扫码|明)|及时更新"
)

SURE_CASE = 0.5
CLEAR_CASE = 0.75
SHORTEST_CASE = 30
# How much of an article or introduction is its lead.
LEAD_LENGTH = 420


# Plans whose items may begin with a label: 案例一 / 基本案情.
OPEN_WITH_LABELS = CASE_FAMILIES | {"labels"}


def between(places: Sequence[int], end: int) -> list[Item]:
    """Items that begin at each place and end at the next."""
    return [(start, stop, 0) for start, stop in pairwise([*places, end])]


def make_passage(lines: Sequence[Line], item: Item, plan: str) -> Passage:
    """The passage of an item, its heading parted from its telling, and scored."""
    start, end, words = item
    if not words and label_of(lines[start].text) is not None:
        headed = Headed(None, None, tuple(lines[start:end]))
    else:
        headed = split_heading(lines[start:end], words)
    number = lines[start].view.cut(0, words) if words else None
    passage = Passage(headed.lines, headed.heading, headed.subtitle, number, plan=plan)
    heading = headed.heading.text if headed.heading else ""
    return replace(passage, score=case_score(signs_of(passage.text), heading))


def make_plan(
    name: str, lines: Sequence[Line], title: str, items: Sequence[Item]
) -> Plan:
    """The plan that takes the items for cases."""
    passages = _alike(tuple(make_passage(lines, item, name) for item in items))
    intro = "\n".join(line.text for line in lines[: items[0][0]])
    features = plan_features(name, passages, title, intro)
    above = lines[items[0][0] - 1].text if items[0][0] else ""
    is_law = label_of(above) == "commentary" and POINTS_OF_LAW.search(above)
    features["below comment"] = float(bool(is_law) and name not in CASE_FAMILIES)
    heads = (
        start + (stop > start + 1 and len(lines[start]) <= words)
        for start, stop, words in items
    )
    return Plan(name, passages, tuple(items), features, tuple(heads))


# A first sentence that may be a headline: it is short and goes on with nothing.
SHORT_SENTENCE = re.compile(r"^(?P<words>[^。，；：！？\n]{4,40})[。！](?=.{20})")


def _alike(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The passages, their short first sentences made headlines if each of them has
    either (一、张某诈骗案。2024年… 二、某地打掉一团伙。2024年…)."""
    found: list[Passage] = []
    for passage in passages:
        if passage.heading is None and passage.lines:
            first, *rest = passage.lines
            sentence = SHORT_SENTENCE.match(first.text)
            if sentence is None or OPENING.match(first.text):
                return passages
            heading = first.view.cut(*sentence.span("words"))
            telling = replace(first, view=first.view.cut(sentence.end(), len(first)))
            passage = replace(passage, heading=heading, lines=(telling, *rest))
        found.append(passage)
    return tuple(found)


def plan_features(
    name: str, passages: Sequence[Passage], title: str, intro: str
) -> dict[str, float]:
    """The features that ``PLAN_WEIGHTS`` weighs, each 0 to 1."""
    count = len(passages)

    def share(which: Iterable[bool]) -> float:
        return sum(which) / count

    told = [" ".join(line.text for line in passage.lines)[:200] for passage in passages]
    headings = [passage.heading.text if passage.heading else "" for passage in passages]
    is_announced = count in announced_counts(title, intro)
    # What the text says of its own layout comes before what its title suggests.
    said = is_announced or name in CASE_FAMILIES
    tail = intro[-200:]
    lead = signs_of(intro[:LEAD_LENGTH])
    lengths = [len(passage.text) for passage in passages]
    return {
        "cases": share(passage.score >= SURE_CASE for passage in passages),
        "names": share(names_case(heading) for heading in headings),
        "openings": share(
            bool(OPENING.match(text) or opening_place(text)) for text in told
        ),
        "announced": float(is_announced),
        "promised": float(
            bool(
                PROMISED.search(title)
                or PROMISED_IN_TITLE.search(title)
                or PROMISED.search(tail)
                or leads_in(intro or title)
            )
        ),
        "family": float(name in CASE_FAMILIES),
        "labelled": share(
            sum(label_of(line.text) is not None for line in passage.lines) >= 2
            for passage in passages
        ),
        "own ends": float(ends_apart(passages, title + intro)),
        "going on": 0.0 if _goes_on(told[0]) else share(map(_goes_on, told)),
        "labels": share(
            bool(heading and label_of(heading) is not None)
            or (
                not heading
                and bool(passage.lines)
                and label_of(passage.lines[0].text) is not None
                and name not in OPEN_WITH_LABELS
            )
            for heading, passage in zip(headings, passages, strict=True)
        ),
        "verdict": share(VERDICT.match(text) is not None for text in told),
        "short": float(
            median(lengths) < SHORTEST_CASE
            and any(passage.score < SURE_CASE for passage in passages)
        ),
        "told before": float(
            not said
            and bool(
                (lead.catching and lead.named) or BEGUN.search(intro[-LEAD_LENGTH:])
            )
        ),
        "one case": float(not said and bool(ONE_CASE.search(title))),
        "bare headings": share(
            bool(heading)
            and name not in NAMELESS
            and not OFFENCE.search(heading)
            and not NAMED.search(heading)
            and not NAMED_GANG.search(heading)
            for heading in headings
        ),
        "same names": recurring(passages),
        "advice": share(
            bool(ADVICE.search(text[:60]) and not CATCHING.search(passage.text))
            for text, passage in zip(told, passages, strict=True)
        ),
        "few": float(count <= 2 and name not in CASE_FAMILIES | SAID),
    }


def _goes_on(text: str) -> bool:
    """Whether an item goes on with the one before; where the first seems to, it is
    how this text tells all of them (谣言一：“…” / 经查，网民张某…)."""
    return bool(GOING_ON.match(text) and not OPENING.match(text))


def ends_apart(passages: Sequence[Passage], before: str) -> bool:
    """Whether three or more items each end in an outcome of their own, about nobody of
    another, in a text that speaks of several cases before or behind them.

    >>> ends_apart([], "上述案件中")
    False
    """
    closing = passages[-1].text[-CLOSING_LENGTH:] if passages else ""
    return (
        len(passages) >= FEWEST_ENDS
        and SEVERAL_TOLD.search(before + closing) is not None
        and all(ENDED.search(passage.text) for passage in passages)
        and recurring(passages) == 0
    )


def names_in(text: str) -> set[str]:
    """The masked names of a text that tell one person from another."""
    return set(FULL_NAME.findall(text))


# Who explains several cases is in none of them: 某大学法学院教授韩某表示
SPEAKER = re.compile(
    r"(?:教授|律师|研究员|学者|专家|院长|主任|检察官|法官|民警|警官|队长|局长|负责人|工程师)"
    rf"([{''.join(sorted(SURNAMES))}]某[一-鿿]?)"
)


def recurring(passages: Sequence[Passage]) -> float:
    """The share of later items that name somebody whom an earlier one named."""
    seen: set[str] = set()
    again = 0
    for passage in passages:
        text = passage.text[:2000]
        names = names_in(text) - names_in("、".join(SPEAKER.findall(text)) + "、")
        again += bool(names & seen)
        seen |= names
    return again / max(len(passages) - 1, 1)


def names_case(heading: str) -> bool:
    """Whether a heading names a case: …案, or an offender and what he did."""
    if not heading:
        return False
    if CASE_NAME.search(heading):
        return True
    return bool(
        OFFENCE.search(heading) and (NAMED.search(heading) or CATCHING.search(heading))
    )
