"""An article that tells one case from beginning to end, or in one section."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from cases.reader.acting_words import CAUGHT, HELD, TRIED
from cases.reader.commentary import divide, label_of, opening_label
from cases.reader.digests import without_tag
from cases.reader.headings import is_heading
from cases.reader.lines import Line
from cases.reader.plans import (
    CLEAR_CASE,
    LEAD_LENGTH,
    SURE_CASE,
    Passage,
    make_passage,
)
from cases.reader.signs import (
    AUTHORITY,
    CASE_NAME,
    CATCHING,
    Signs,
    case_score,
    signs_of,
)

# Opinion and service columns hold no case of their own: 评论 | …
OTHER_COLUMN = re.compile(
    r"""
    ^[^一-鿿]{0,3}
    (?:评论|观点|时评|社论|锐评|快评|短评|漫评|网评|声音|专家解读|解读|专家观点|观察
      |理论
      |言论|视点|专栏|前沿|研究|学习|笔谈|论坛|活动|会议|招聘|报告|政策|法规
      |漏洞(?:预警|通告|通报)?|预警|技术|干货)
    \s*[|丨｜：:】]
    | ^[^一-鿿]{0,3}[一-鿿]{2,4}(?:评论|时评|社论|锐评|快评|短评|网评)\s*[|丨｜：:】]
    # 关于处置违规账号的公告: what a platform or an office makes known
    | ^[^一-鿿]{0,3}关于.{4,60}的(?:公告|通告|通知|声明|说明|倡议书?)
    """,
    re.VERBOSE,
)
# A title that collects news or announces talk tells no story: 一周要闻, 答记者问
COLLECTION = re.compile(
    r"(?<![附（(])答记者问|专访|访谈|圆桌|周报|周刊|一周|日报|月报|早报|晚报|要闻|简报"
    # 快讯！某公司被罚 heads one piece of news
    r"|(?:速递|快讯)(?![！!|丨｜：:])"
    r"|盘点|汇总|大事记"
    # totals of a campaign or a year: 成效显著 破获黑客类案件2430起
    r"|\d{3,6}余?起|\d万余?(?:起|件|人)|成效|工作情况|综述|白皮书|(?:研究|分析|态势|年度|监测)报告|报告(?:出炉|发布|显示|来了)|大数据|特点[和与及、]趋势"
)
# One case made known though nobody is caught yet: 某市公安局披露一起诈骗案…, 该案正在
# 进一步侦办.
MADE_KNOWN = re.compile(
    r"(?:公安|警方|网警|分局|支队|大队|反诈中心|侦查局|检察院|法院)[^，。；]{0,12}"
    r"(?:发布|通报|公布|披露|公开)了?[一1]起[^。；，]{0,40}案"
)
UNDERWAY = re.compile(
    r"案(?:件|情)?(?:目前|现|仍|还|尚)?(?:正?在|处于)(?:进一步|全力|抓紧|加紧|深入)?"
    r"(?:侦办|侦查|侦破|工作)"
)
# What police make known of a matter: 警情通报, 关于…的情况通报.
NOTICE = re.compile(
    r"(?:警情|案情|案件|情况|查处|处罚|处置|辟谣|警方|公安|网警|平安.{2,6})通[报告]|悬赏通[告缉]|协查通报"
)
# A title that argues, asks or advises: 我们离“天下无诈”还有多远
ARGUING = re.compile(
    r"还有多远|何时(?:休|了|止)|谁之过|何去何从|岂能|不能止于|更需|更要|呼唤|亟[需待]|拷问|之问"
    # ... or advises: 企业合规指南, 网警教你三招
    r"|指南|攻略|须知|请收好|[一两三四五六七八九十几\d]招(?=$|[，！!？：:])|小贴士|避坑|知识点"
)
# A meeting's title: cases are only mentioned there, unless it names an arrest itself.
MEETING = re.compile(
    r"年会|大会|峰会|研讨会|座谈会|交流会|推进会|部署会|动员会|调度会|工作会|专题会|培训班|论坛|沙龙|博览会|宣传[周月日]"
    r"|开幕|闭幕|启动仪式|揭牌|大赛|竞赛|竞答|答题|挑战赛|演练"
)
# A story without an arrest in title and lead must be full of the words of cases:
# a sentence of catching in so many characters, or a word of theirs.
LENGTH_A_CATCH = 900
LENGTH_A_WORD = 45
SHORTEST_LEAD = 120
# Without any authority, somebody must be caught, held or tried: a platform closes
# accounts by itself.
JUDGED = re.compile("|".join((*CAUGHT, *HELD, *TRIED)))
# So many words of authorities make up for a second name.
MANY = 5
FEW = 3  # ... in a short text
# Marked lines that are no section's heading: dates and cries (3月4日, 抓捕！).
SHORTEST_HEADING = 5
WHEN = re.compile(r"[\d年月日号时分初中下旬至—~、，-]+")
# An article that argues has so many words of opinion, and so many a sentence.
FEWEST_OPINIONS = 3
OPINIONS_A_SENTENCE = 0.35
# An article that explains the law states it so often, and tells less.
FEWEST_PROVISIONS = 3
# An article of that length that tells a case speaks of its offender repeatedly.
LONG_TEXT = 600


def find_story(lines: Sequence[Line], title: str) -> list[Passage]:
    """The whole article as one case, or the one section that is a case."""
    text = "\n".join(line.text for line in lines)
    whole = signs_of(text)
    opening = text[: _lead_length(len(text))]
    underway = bool(MADE_KNOWN.search(opening) and UNDERWAY.search(text))
    if underway:
        whole = replace(whole, acting=whole.acting + 1, catching=whole.catching + 1)
    score = case_score(whole)
    # FBI捣毁某团伙: the title alone may tell what the text tells in other words.
    if score < SURE_CASE or not (whole.catching or CATCHING.search(title)):
        return []
    if not (whole.authority + whole.abroad or JUDGED.search(text)):
        return []
    is_collection = COLLECTION.search(without_tag(title)) is not None
    if OTHER_COLUMN.search(title) or is_collection or _opines(lines):
        return []
    lead = signs_of(opening)
    named = bool(
        CATCHING.search(title) or CASE_NAME.search(title) or NOTICE.search(title)
    )
    if not named and (MEETING.search(title) or ARGUING.search(title)):
        return []
    labelled = any(_opens_case(line) for line in lines)
    if (
        not named
        and not labelled
        and not underway
        and (case_score(lead) < SURE_CASE or not lead.catching)
    ):
        # 某地网警揪出幕后黑手: what an authority did is the whole article's matter.
        section = None if AUTHORITY.search(title) else _only_section(lines)
        if section is not None:
            return [section]
        if not _is_full_of_cases(whole):
            return []
    if not named and not labelled and not _is_about_case(whole):
        return []
    name = _own_name(lines)
    told = tuple(line for line in lines if line is not name)
    heading = name.view if name else None
    return [Passage(told, heading, is_story=True, plan="story", score=score)]


def _own_name(lines: Sequence[Line]) -> Line | None:
    """The one marked line at the beginning that names the case, as above the parts of
    a guiding case: 指导案例…号 / 张某等人诈骗案 / 关键词 …."""
    names = [
        line
        for line in lines[:FIRST_LINES]
        if line.is_marked
        and CASE_NAME.search(line.text)
        and is_heading(line)
        and label_of(line.text) is None
    ]
    return names[0] if len(names) == 1 and len(lines) > 1 else None


FIRST_LINES = 8


def _opens_case(line: Line) -> bool:
    """Whether a line opens a telling with a label of one case: 基本案情, 案件回顾."""
    label = opening_label(line.text)
    return label is not None and "案例" not in label


def _lead_length(length: int) -> int:
    """How much of an article is its lead: less of a short one."""
    return min(LEAD_LENGTH, max(SHORTEST_LEAD, length * 2 // 5))


def _is_full_of_cases(found: Signs) -> bool:
    catches = found.catching * LENGTH_A_CATCH
    words = (found.authority + found.offender) * LENGTH_A_WORD
    return (
        max(catches, words) >= found.length
        and (
            found.named >= 2
            or (found.named > 0 and found.authority >= _many(found))
            or (found.catching >= 2 and found.authority >= MANY)
            or _tells_unnamed(found)
            or (found.length <= LONG_TEXT and found.authority >= FEW)
        )
        and (found.authority >= 2 or case_score(found) >= CLEAR_CASE)
    )


def _many(found: Signs) -> int:
    """How many words of authorities make up for a second name."""
    return MANY if found.length > LONG_TEXT else FEW


def _tells_unnamed(found: Signs) -> bool:
    """Whether a text that names nobody tells of a gang that is caught, and hardly of
    anything else."""
    idle = found.general + found.hypothetical + found.opinion
    return (
        found.catching >= 2
        and found.authority >= 2
        and found.offender >= 3
        and not found.technical
        and idle < found.catching
    )


def _is_about_case(found: Signs) -> bool:
    """Whether an article is about a case and does not mention one in passing."""
    told = found.acting + found.catching
    idle = found.general + found.hypothetical + found.opinion
    is_handled = found.catching >= 2 and found.authority >= MANY
    few = found.offender < 3 and not found.named
    if found.length > LONG_TEXT and few and not is_handled:
        return False
    if found.law >= FEWEST_PROVISIONS and found.law >= found.acting:
        return False
    if found.technical >= 3 and found.acting <= 1 and not found.named:
        return False
    if found.technical > 12 and found.authority < 3 and found.technical > 3 * told:
        return False
    return told * 2 > idle or found.named >= 2


def _opines(lines: Sequence[Line]) -> bool:
    """Whether an article argues about cases, and names nobody; advice and law that
    stand apart do not count."""
    told = [line.text for line, role, _ in divide(lines) if role == "narrative"]
    found = signs_of("\n".join(told))
    argued = found.opinion + found.hypothetical
    return (
        found.named < 2
        and found.opinion >= FEWEST_OPINIONS
        and argued >= found.sentences * OPINIONS_A_SENTENCE
    )


def _only_section(lines: Sequence[Line]) -> Passage | None:
    """The one section of a longer article that tells a case; None if there is
    none, or several."""
    marked = {
        place
        for place, line in enumerate(lines[:-1])
        if line.is_marked
        and len(line) >= SHORTEST_HEADING
        and not WHEN.fullmatch(line.text)
        and is_heading(line)
        and label_of(line.text) is None
    }
    # A heading broken in two is one.
    starts = sorted(place for place in marked if place - 1 not in marked)
    if len(starts) < 2:
        return None
    found: list[Passage] = []
    rest = [line.text for line in lines[: starts[0]]]
    for start, stop in pairwise([*starts, len(lines)]):
        passage = make_passage(lines, (start, stop, 0), "section")
        opening = signs_of("\n".join(line.text for line in passage.lines)[:200])
        tells = signs_of(passage.text).catching and passage.score >= CLEAR_CASE
        if tells and opening.authority and opening.acting:
            found.append(passage)
        else:
            rest.append(passage.text)
    if len(found) != 1 or found[0].heading is None:
        return None
    # The other sections of a story speak of its offenders as well.
    return found[0] if not signs_of("\n".join(rest)).named else None
