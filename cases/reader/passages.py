"""Splitting an article into the passages that each tell one case.

Several readings of the article's layout compete: every rising run of numbers,
headings that name cases, paragraphs that each open with another authority, one
story. Each gets a score from a small table of features; the best one wins, and
each of its passages must still look like a case.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from cases.reader.clean import View
from cases.reader.commentary import label_of
from cases.reader.headings import (
    NAME_SENTENCE,
    Headed,
    is_heading,
    split_heading,
)
from cases.reader.lines import Line
from cases.reader.numbering import Marker, markers, numeral, runs
from cases.reader.results import Span
from cases.reader.signs import (
    ABROAD,
    AUTHORITY,
    CASE_NAME,
    CATCHING,
    NAMED,
    OFFENCE,
    OFFENDER,
    Signs,
    case_score,
    signs_of,
)
from cases.reader.titles import title_parts


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
    """One way to split the article: its passages and what speaks for it."""

    name: str
    passages: tuple[Passage, ...]
    first: int
    last: int
    features: dict[str, float]

    @property
    def score(self) -> float:
        """The weighed sum of the features."""
        return sum(PLAN_WEIGHTS[name] * value for name, value in self.features.items())


# What speaks for and against a plan of several cases. Shares are 0 to 1.
PLAN_WEIGHTS: dict[str, float] = {
    "cases": 3.0,  # share of items that look like a case by themselves
    "names": 2.5,  # share of headings that name a case: …案, a charge, an arrest
    "openings": 1.2,  # share of items that open with a date, authority or offender
    "announced": 2.5,  # title or introduction announces as many cases
    "promised": 1.2,  # it announces cases, without the number
    "family": 2.0,  # the items are numbered 案例一, 第一起
    "labelled": 1.0,  # items have the parts of court bulletins inside
    "going on": -3.0,  # share of items that go on with the one before: 该团伙, 经查
    "labels": -6.0,  # share of headings that are labels: 基本案情, 典型意义
    "short": -4.0,  # items are too short to tell anything
    "told before": -2.0,  # the introduction tells one case's arrest already
    "advice": -2.5,  # share of items of advice
    "few": -0.8,  # two items only
}
GOOD_PLAN = 2.4

# Announcements: 公布10起典型案例, 八大典型案例, 一批案例
ANNOUNCED = re.compile(
    r"(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})大?(?:起|个|件|例|则|宗|种|大)(?:[^，。；：“”]{0,24}?)(?:案例|案件|案|谣言|事例|案情)"
)
PROMISED = re.compile(
    r"(?:典型|精选|指导性?|警示|真实|部分|一批|以下|多起|数起|多件)[^，。]{0,12}案例"
    r"|(?:一批|以下|数起|多件)[^，。]{0,12}(?:案件|谣言)|案例[：:]?$|集中曝光|公开曝光|通报如下"
)

# Items that go on with what was told: they are parts of one story.
GOING_ON = re.compile(
    r"^(?:该(?:团伙|案|犯罪|公司|男子|嫌疑人|网站|平台)|随后|随即|经查|经审|经讯问|警方进一步|在掌握|目前，|最终|同时|此外|与此同时|根据(?:线索|上述|这一)|专案组|民警|办案|经过(?:半|数|连|缜|大|周|多|一)|接(?:到)?(?:警|报)后|原来|其中|据(?:犯罪嫌疑人|嫌疑人|其)|到案后|在(?:此|上级|强大)|面对|截至|至此|兵贵神速|顺藤摸瓜)"
)
# Items that open as cases do.
OPENING = re.compile(
    r"^(?:近日|日前|近期|今年|去年|前不久|(?:19|20)\d\d年|\d{1,2}月|犯罪嫌疑人|违法嫌疑人|被告人|嫌疑人|网民|[^，。；]{0,24}?(?:公安|警方|网警|网安|检察院|检察机关|法院|网信|市场监管|通信管理局)|[一-鿿]某)"
)
ADVICE = re.compile(
    r"不要|切勿|请勿|谨防|务必|如何|怎么|应当|注意|建议|保护好|不(?:轻信|点击|透露|转账|扫码|明)|什么是|提高|增强|定期|及时更新"
)

# Opinion columns hold no case of their own: 评论 | …
OPINION_COLUMN = re.compile(
    r"^[^一-鿿]{0,3}(?:评论|观点|时评|社论|锐评|快评|短评|漫评|网评|声音|专家解读|解读|专家观点|观察|理论|言论|视点|专栏|前沿|研究|学习|笔谈|论坛|活动|会议|招聘|报告|政策|法规|漏洞(?:预警|通告|通报)?|预警|技术|干货)\s*[|丨｜：:】]"
)

# A digest's title: 周报, 一周要闻, 安全日报
DIGEST = re.compile(
    r"周报|周刊|一周|日报|月报|早报|晚报|要闻|资讯|速递|快讯|简报|快报|盘点|汇总|动态|热点|头条|新闻联播|大事件|回顾|[；;].{4,}[；;|].{4,}|早知道"
)

# How news tells of an arrest or a sentence, in China and abroad.
PUNISHED = re.compile(
    r"逮捕|被捕|抓获|落网|指控|认罪|被?起诉|罚款|被罚|监禁|入狱|获刑|处罚"
)

SURE_CASE = 0.5
CLEAR_CASE = 0.75
SHORTEST_CASE = 30
LEAD_LENGTH = 420


def find_passages(lines: Sequence[Line], title: str) -> list[Passage]:
    """The passages of an article's lines that tell cases, in order."""
    parts = title_parts(title)
    if len(parts) > 1 and (glued := _glued(lines, parts)):
        return [
            passage
            for heading, section, part in glued
            for passage in _section(heading, section, part)
        ]
    return _split(lines, title)


def _section(heading: Line | None, lines: Sequence[Line], title: str) -> list[Passage]:
    """The cases of one of several articles glued together; a story takes the
    article's own title as its heading."""
    found = _split(lines, title)
    if (
        len(found) == 1
        and found[0].plan in {"story", "section"}
        and heading is not None
    ):
        return [
            replace(found[0], lines=tuple(lines), heading=heading.view, is_story=False)
        ]
    return found


def _glued(
    lines: Sequence[Line], parts: Sequence[str]
) -> list[tuple[Line | None, Sequence[Line], str]]:
    """Where the articles of a glued title begin: each title stands again as a
    line of its own. Empty when fewer than two places are known."""
    places: list[tuple[int, str]] = []
    start = 0
    for part in parts:
        wanted = _letters(part)
        for place in range(start, len(lines)):
            letters = _letters(lines[place].text)
            if (
                len(letters) <= len(wanted) + 12
                and letters
                and (
                    letters == wanted
                    or (len(letters) >= 8 and (letters in wanted or wanted in letters))
                )
            ):
                places.append((place, part))
                start = place + 1
                break
    if not places:
        return []
    sections: list[tuple[Line | None, Sequence[Line], str]] = []
    if places[0][0] > 0 and places[0][1] != parts[0]:
        sections.append((None, lines[: places[0][0]], parts[0]))
    for (place, part), (after, _) in pairwise([*places, (len(lines), "")]):
        sections.append((lines[place], lines[place + 1 : after], part))
    return sections if len(sections) > 1 or places[0][0] > 0 else []


def _is_announced(plan: Plan) -> bool:
    """Whether the text itself says that the plan's items are its cases."""
    return any(plan.features[name] for name in ("announced", "promised", "family"))


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def _split(lines: Sequence[Line], title: str) -> list[Passage]:
    if not lines:
        return []
    plans = [*_numbered_plans(lines, title), *_named_plans(lines, title)]
    plans += [*_labelled_plans(lines, title), *_agency_plans(lines, title)]
    good = sorted(
        (plan for plan in plans if plan.score >= GOOD_PLAN),
        key=lambda plan: -plan.score,
    )
    if DIGEST.search(title) and not any(_is_announced(plan) for plan in good):
        digest = _digest(lines, title)
        if digest:
            return _trimmed(digest)
    chosen: list[Plan] = []
    for plan in good:
        if all(
            plan.last <= other.first or other.last <= plan.first for other in chosen
        ):
            chosen.append(plan)
    if chosen:
        passages = [
            p
            for plan in sorted(chosen, key=lambda plan: plan.first)
            for p in plan.passages
        ]
        return _trimmed(passages)
    digest = _digest(lines, title)
    if digest:
        return _trimmed(digest)
    return _story(lines, title)


# -- numbered items -----------------------------------------------------------


def _numbered_plans(lines: Sequence[Line], title: str) -> Iterable[Plan]:
    texts = [line.text for line in lines]
    found = list(markers(texts))
    for run in runs(found):
        if len(run) < 2 and run[0].family not in {"case", "ordinal"}:
            continue
        items = _items(lines, run, _run_end(found, run, len(lines)))
        yield _plan(run[0].family, lines, title, run[0].line, items)


def _run_end(found: Sequence[Marker], run: Sequence[Marker], end: int) -> int:
    """Where the last item ends: at the next number of a list that contains this
    one or begins it anew."""
    firsts = {marker.family: marker.line for marker in reversed(found)}
    place = bisect_right(found, run[-1].line, key=lambda marker: marker.line)
    for marker in found[place:]:
        if marker.family == run[0].family or firsts[marker.family] < run[0].line:
            return marker.line
    return end


def _items(
    lines: Sequence[Line], run: Sequence[Marker], end: int
) -> list[tuple[int, int, int]]:
    """First line, end, and where the words begin in the first line."""
    stops = [marker.line for marker in run[1:]] + [end]
    return [
        (marker.line, stop, marker.end) for marker, stop in zip(run, stops, strict=True)
    ]


def _passage(
    lines: Sequence[Line], start: int, end: int, words: int, plan: str
) -> Passage:
    headed = split_heading(lines[start:end], words)
    number = lines[start].view.cut(0, words) if words else None
    return _scored(headed, number, plan)


def _scored(headed: Headed, number: View | None, plan: str) -> Passage:
    passage = Passage(headed.lines, headed.heading, headed.subtitle, number, plan=plan)
    heading = headed.heading.text if headed.heading else ""
    return replace(passage, score=case_score(signs_of(passage.text), heading))


def _plan(
    name: str,
    lines: Sequence[Line],
    title: str,
    first: int,
    items: Sequence[tuple[int, int, int]],
) -> Plan:
    passages = tuple(_passage(lines, *item, plan=name) for item in items)
    intro = "\n".join(line.text for line in lines[:first])
    return Plan(
        name,
        passages,
        first,
        items[-1][1],
        _plan_features(name, passages, title, intro),
    )


def _plan_features(
    name: str, passages: Sequence[Passage], title: str, intro: str
) -> dict[str, float]:
    count = len(passages)

    def share(which: Iterable[bool]) -> float:
        return sum(which) / count

    told = [" ".join(line.text for line in passage.lines)[:200] for passage in passages]
    headings = [passage.heading.text if passage.heading else "" for passage in passages]
    announced = {
        numeral(match["n"])
        for words in (title, intro[-900:])
        for match in ANNOUNCED.finditer(words)
    }
    tail = intro[-200:]
    lead = signs_of(intro[:LEAD_LENGTH])
    lengths = [len(passage.text) for passage in passages]
    return {
        "cases": share(passage.score >= SURE_CASE for passage in passages),
        "names": share(_names_case(heading) for heading in headings),
        "openings": share(bool(OPENING.match(text)) for text in told),
        "announced": float(count in announced),
        "promised": float(bool(PROMISED.search(title) or PROMISED.search(tail))),
        "family": float(name in {"case", "ordinal"}),
        "labelled": share(
            sum(label_of(line.text) is not None for line in passage.lines) >= 2
            for passage in passages
        ),
        "going on": share(
            bool(GOING_ON.match(text) and not OPENING.match(text)) for text in told
        ),
        "labels": share(
            bool(heading and label_of(heading) is not None)
            or (
                not heading
                and bool(passage.lines)
                and label_of(passage.lines[0].text) is not None
                and name not in {"case", "ordinal"}
            )
            for heading, passage in zip(headings, passages, strict=True)
        ),
        "short": float(median(lengths) < SHORTEST_CASE),
        "told before": float(lead.catching > 0 and lead.named > 0),
        "advice": share(
            bool(ADVICE.search(text[:60]) and not CATCHING.search(text))
            for text in told
        ),
        "few": float(count <= 2 and name not in {"case", "ordinal"}),
    }


def _names_case(heading: str) -> bool:
    """Whether a heading names a case: …案, or an offender and what he did."""
    if not heading:
        return False
    if CASE_NAME.search(heading):
        return True
    return bool(
        OFFENCE.search(heading) and (NAMED.search(heading) or CATCHING.search(heading))
    )


# -- headings without numbers -------------------------------------------------


def _named_plans(lines: Sequence[Line], title: str) -> Iterable[Plan]:
    """Headings that name a case, in lines of their own or opening paragraphs."""
    own = [
        place
        for place, line in enumerate(lines)
        if is_heading(line)
        and CASE_NAME.search(line.text)
        and len(line) >= 6
        and label_of(line.text) is None
    ]
    leads = [
        place
        for place, line in enumerate(lines)
        if (line.lead >= 6 and CASE_NAME.search(line.text[: line.lead]))
        or (
            (name := NAME_SENTENCE.match(line.text))
            and len(name[0]) <= len(line) - SHORTEST_CASE
            and name["stop"] == "。"
        )
    ]
    for plan, places in (("named headings", own), ("named openings", leads)):
        if len(places) >= 2:
            items = [
                (start, stop, 0) for start, stop in pairwise([*places, len(lines)])
            ]
            yield _plan(plan, lines, title, places[0], items)


LABELLED_CASE = re.compile(
    r"^[【\[]?(?:典型|真实|相关)?(?:案例|案件|案情)[】\]]?[：:](?=.{4,50}$)"
)


def _labelled_plans(lines: Sequence[Line], title: str) -> Iterable[Plan]:
    """Headings 案例：… without a number; the next heading ends the case."""
    items = []
    for place, line in enumerate(lines[:-1]):
        label = LABELLED_CASE.match(line.text)
        if label and (line.is_marked or not re.search(r"[。；]", line.text)):
            stop = place + 1
            while stop < len(lines) and not (
                LABELLED_CASE.match(lines[stop].text)
                or (
                    lines[stop].is_marked
                    and is_heading(lines[stop])
                    and label_of(lines[stop].text) is None
                )
            ):
                stop += 1
            if stop > place + 1:
                items.append((place, stop, label.end()))
    if items:
        yield _plan("case", lines, title, items[0][0], items)


# -- paragraphs of different authorities --------------------------------------

AGENCY_OPENING = re.compile(
    r"^(?:近日|日前|近期|前不久|不久前|今年以来|(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日|上旬|中旬|下旬|初|底)?|今年\d{1,2}月)?[，,]?"
    r"(?P<agency>[一-鿿]{2,20}?)(?:公安机关|公安局|公安分局|公安|警方|网警|网安(?:部门|支队|大队)|检察院|检察机关|法院|网信办|网信部门|通信管理局|市场监管局)"
)


def _agency_plans(lines: Sequence[Line], title: str) -> Iterable[Plan]:
    """Paragraphs that each open with another authority and tell of its acting."""
    places: list[int] = []
    agencies: list[str] = []
    for place, line in enumerate(lines):
        opening = AGENCY_OPENING.match(line.text)
        if opening is None or len(line) < 40 or not CATCHING.search(line.text):
            continue
        if case_score(signs_of(line.text)) >= CLEAR_CASE:
            places.append(place)
            agencies.append(opening["agency"])
    different = sum(
        not any(_same_seat(agency, other) for other in agencies[:place])
        for place, agency in enumerate(agencies)
    )
    if different >= 2 and different >= len(agencies) * 0.8:
        items = [(start, stop, 0) for start, stop in pairwise([*places, len(lines)])]
        yield _plan("authorities", lines, title, places[0], items)


def _same_seat(one: str, other: str) -> bool:
    """Whether two agencies' words may name one seat: 某省某市 and 某市."""
    seats = [
        re.sub(r"(?:人民|[省市区县州旗盟]|自治[区州县])+$", "", words)[-2:]
        for words in (one, other)
    ]
    return seats[0] in other or seats[1] in one


# -- digests ------------------------------------------------------------------


def _digest(lines: Sequence[Line], title: str) -> list[Passage]:
    """Those items of a news digest that are cases."""
    texts = [line.text for line in lines]
    found = list(markers(texts))
    passages: list[Passage] = []
    for run in runs(found):
        items = _items(lines, run, _run_end(found, run, len(lines)))
        if len(items) < 3 and not DIGEST.search(title):
            continue
        made = [_passage(lines, *item, plan="digest") for item in items]
        scores = [_news_score(passage) for passage in made]
        if not DIGEST.search(title) and min(scores) > SURE_CASE:
            continue
        passages += [
            replace(passage, score=score)
            for passage, score in zip(made, scores, strict=True)
            if score >= CLEAR_CASE and passage.heading is not None
        ]
    if not passages and DIGEST.search(title):
        passages = _headed_news(lines)
    telling = (
        DIGEST.search(title) is not None or len(passages) > 0 and _lead_is_idle(lines)
    )
    return (
        sorted(passages, key=lambda passage: passage.lines[0].span) if telling else []
    )


def _headed_news(lines: Sequence[Line]) -> list[Passage]:
    """News items under headings without numbers."""
    places = [
        place for place, line in enumerate(lines) if line.is_marked and is_heading(line)
    ]
    found = []
    for start, stop in pairwise([*places, len(lines)]):
        if stop - start >= 2:
            passage = _passage(lines, start, stop, 0, "digest")
            score = _news_score(passage)
            if score >= CLEAR_CASE:
                found.append(replace(passage, score=score))
    return found


def _news_score(passage: Passage) -> float:
    """A news item is a case when somebody is caught or punished in it; its first
    lines tell."""
    text = passage.text[:700]
    head = text[:260]
    found = signs_of(text)
    acts = CATCHING.search(head) or PUNISHED.search(head)
    if not acts or not (OFFENDER.search(text) or OFFENCE.search(text)):
        return 0.0
    heading = passage.heading.text if passage.heading else ""
    someone = AUTHORITY.search(text) or ABROAD.search(text)
    return max(
        case_score(found, heading), 0.8 if someone or PUNISHED.search(heading) else 0.4
    )


def _lead_is_idle(lines: Sequence[Line]) -> bool:
    lead = "\n".join(line.text for line in lines)[:LEAD_LENGTH]
    return not signs_of(lead).catching


# -- one story ----------------------------------------------------------------


def _story(lines: Sequence[Line], title: str) -> list[Passage]:
    """The whole article as one case, or the one section that is a case."""
    text = "\n".join(line.text for line in lines)
    whole = signs_of(text)
    if case_score(whole) < SURE_CASE or not whole.catching:
        return []
    if OPINION_COLUMN.search(title):
        return []
    lead = signs_of(text[:LEAD_LENGTH])
    named = bool(CATCHING.search(title) or CASE_NAME.search(title))
    if not named and (case_score(lead) < SURE_CASE or not lead.catching):
        section = _only_section(lines)
        if section is not None:
            return [section]
        words = whole.authority + whole.offender
        dense = max(whole.catching * 900, words * 45) >= whole.length
        if not (dense and whole.named >= 2 and whole.authority >= 2):
            return []
    if not _is_about_case(whole, named):
        return []
    return [Passage(tuple(lines), is_story=True, plan="story", score=case_score(whole))]


def _is_about_case(found: Signs, named: bool) -> bool:
    """Whether an article is about a case and does not mention one in passing."""
    if named:
        return True
    told = found.acting + found.catching
    idle = found.general + found.hypothetical + found.opinion
    if found.technical > 12 and found.authority < 3 and found.technical > 3 * told:
        return False
    return told * 2 > idle or found.named >= 2


def _only_section(lines: Sequence[Line]) -> Passage | None:
    """The one section of a longer article that tells a case; None if there is
    none, or several."""
    places = [
        place
        for place, line in enumerate(lines)
        if line.is_marked and is_heading(line) and label_of(line.text) is None
    ]
    places = [place for place in places if place + 1 < len(lines)]
    starts = [place for place in places if place - 1 not in places]
    if len(starts) < 2:
        return None
    found = []
    for start, stop in pairwise([*starts, len(lines)]):
        passage = _passage(lines, start, stop, 0, "section")
        seen = signs_of(passage.text)
        opening = signs_of("\n".join(line.text for line in passage.lines)[:200])
        if (
            passage.score >= CLEAR_CASE
            and seen.catching
            and opening.authority
            and opening.acting
        ):
            found.append(passage)
    return found[0] if len(found) == 1 and found[0].heading is not None else None


# -- ends ---------------------------------------------------------------------


def _trimmed(passages: Sequence[Passage]) -> list[Passage]:
    """Passages that look like cases, the last one without what follows it."""
    kept = []
    earlier: list[int] = []
    for place, passage in enumerate(passages):
        following = passages[place + 1] if place + 1 < len(passages) else None
        adjoining = following is not None and following.plan == passage.plan
        lines = passage.lines
        if not adjoining:
            lines = _without_tail(lines, max(earlier) if len(earlier) >= 2 else None)
        earlier.append(len(passage.lines))
        if lines or passage.heading is not None:
            kept.append(replace(passage, lines=lines))
    return kept


def _without_tail(lines: tuple[Line, ...], budget: int | None) -> tuple[Line, ...]:
    """The last item's lines without what follows it: another section, or more
    paragraphs than any earlier item has that tell of nobody."""
    for place in range(1, len(lines)):
        line = lines[place]
        if label_of(line.text) is not None:
            continue
        if budget is None:
            if line.is_marked and is_heading(line):
                return lines[:place]
        elif place >= budget and not (
            CATCHING.search(line.text) or NAMED.search(line.text)
        ):
            return lines[:place]
    return lines
