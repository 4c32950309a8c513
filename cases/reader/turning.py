"""Cases told one after another in prose, which says where it goes over to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cases.reader.announcements import PROMISED
from cases.reader.commentary import label_of
from cases.reader.headings import is_heading
from cases.reader.headlines import below_headlines
from cases.reader.lines import Line
from cases.reader.plans import LEAD_LENGTH, SURE_CASE, Plan, between, make_plan
from cases.reader.signs import CATCHING, GENERAL

# Paragraphs that go over to another case: 无独有偶, 还有一起, 第三个故事的主角
NEXT_CASE = re.compile(
    r"无独有偶|[一另]起是|[一另]件是|(?:还|另)有一(?:起|件|个|名|例|位)|另外?一(?:起|件)"
    r"|(?:而|同样|与此同时，?)?在另外?一(?:起|件|个|名)"
    r"|第[二三四五六](?:个(?:故事|案例|案件|案子|人|主角)|位|起案|件案)"
    r"|再(?:看|来看|说)(?:一起|另一|第[二三四])"
    # 同样走上歧途的还有…, 与他不同，…
    r"|同样[^，。]{0,16}还有|与[^，。]{1,16}(?:不同|相似|类似)的?(?:是|，)"
    # 就在两天之后，网警又接到一家公司报案
    r"|[^。]{0,30}又(?:接到?|收到|破获|侦破|打掉|查处|抓获)[^。]{0,12}[一另](?:起|家|名|位|个)"
)
LONGEST_ANNOUNCEMENT = 120
FIRST_CASE = re.compile(
    r"第一(?:个(?:故事|案例|案件|案子|人|主角)|位|起案|件案)|先(?:看|来看|说)(?:一起|第一)"
    # 在该院办理的一起案件中
    r"|在[^，。]{0,12}一(?:起|件)案[件例]?中"
)
# ... where the text says that it tells several: 讲述了几个故事, 三起案件, 三个帮忙的人
SEVERAL = re.compile(
    r"(?:[几多数两二三四五六七八九十]|\d{1,2})(?:起|个|件|则)[^，。；]{0,16}(?:案|故事)"
    r"|(?:[几两二三四五六]个|[几两三四五六]位)[^，。；]{0,10}(?:的人|年轻人|被告人|当事人)"
    # 连破两案
    r"|[两二三四五六]案(?![例件发情])"
    # 两名黑客分别在英美获刑
    r"|[两二三四五六][名人个地家][^，。；]{0,12}分别"
)


def turning_plans(lines: Sequence[Line], title: str) -> Iterator[Plan]:
    """Cases told one after another in prose, each but the first opened by a word
    that goes over to it, where the text says that there are several."""
    before = title + "\n".join(line.text for line in lines)[:LEAD_LENGTH]
    later = [p for p, line in enumerate(lines) if p and NEXT_CASE.match(line.text)]
    if not later or _are_sections(lines, later):
        return
    before_second = range(later[0])
    said = [p for p in before_second if FIRST_CASE.match(lines[p].text)]
    if not (said or PROMISED.search(before) or SEVERAL.search(before)):
        return
    # What announces the stories is none of them.
    opening = lines[0].text
    if len(lines[0]) <= LONGEST_ANNOUNCEMENT and SEVERAL.search(opening):
        before_second = range(1, later[0])
    told = [p for p in before_second if not GENERAL.search(lines[p].text)]
    first = next(iter(said + told), later[0])
    if first < later[0]:
        places = below_headlines(lines, [first, *later])
        plan = make_plan("connected", lines, title, between(places, len(lines)))
        if all(
            one.score >= SURE_CASE and CATCHING.search(one.text)
            for one in plan.passages
        ):
            yield plan


def _are_sections(lines: Sequence[Line], later: Sequence[int]) -> bool:
    """Whether marked headings that are none of the later cases' part the text behind
    the first of these: topics, of which one may have several cases."""
    return any(
        lines[place].is_marked
        and place + 1 not in later
        and is_heading(lines[place])
        and label_of(lines[place].text) is None
        for place in range(later[0], len(lines) - 1)
    )
