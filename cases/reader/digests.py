"""News digests: the few items that are cases among vulnerabilities and products."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from cases.reader.gazetteer import gazetteer
from cases.reader.headings import is_heading
from cases.reader.lines import Line
from cases.reader.listings import numbered_lists
from cases.reader.numbering import words_start
from cases.reader.plans import (
    CLEAR_CASE,
    LEAD_LENGTH,
    SHORTEST_CASE,
    SURE_CASE,
    Item,
    Passage,
    make_passage,
    names_in,
)
from cases.reader.signs import (
    ABROAD,
    ACTING,
    AUTHORITY,
    CATCHING,
    GENERAL,
    OFFENCE,
    OFFENDER,
    SENTENCE,
    case_score,
    signs_of,
)

# A digest's title: 周报, 一周要闻, 安全日报; or several headlines with semicolons.
DIGEST = re.compile(
    r"周报|周刊|周(?:观察|讯|览|评(?![价选审估])|看点)|简讯|速览|速读|大事记|风向标|一周|日报|月报|早报|晚报|要闻|速递(?![员业])|快讯|简报|快报|盘点|汇总(?!表)"
    r"|资讯(?!公司|平台|网|类|软件|App|APP|有限)"
    r"|动态(?!口令|密码|验证|码|令牌|人脸|头像|I[Pp]|调整)"
    # 蹭热点造谣, 今日头条 and 案情回顾 belong to one case
    r"|(?<![蹭追炒])(?<!炒作)(?<!社会)(?<!借)热点(?!事件|话题|问题|新闻|人物)"
    r"|(?<!今日)头条(?!号|账号|平台|用户)|新闻联播|大事件|(?<!案情)(?<!案件)回顾|早知道"
    r"|[；;].{4,}[；;|].{4,}"
)
# How news tells of an arrest or a sentence, in China and abroad.
PUNISHED = re.compile(
    r"逮捕|被捕|抓获|落网|指控|认罪|被?起诉|罚款|被罚|监禁|入狱|获刑|处罚"
    r"|判刑|判处|被判|领刑|刑拘|拘留"
)
# What a law threatens with: the words of a statute, no news of a penalty.
STATUTE = re.compile(
    r"的，(?:依法)?(?:处|给予|可以|责令)|处[^，。；]{1,10}以[上下]"
    r"|以[上下](?:的?罚款|拘留|有期徒刑)"
    r"|上限|下限|纳入|不再(?!可用|提供|运[营行]|使用|存在)|修订|施行|新规|新法"
    r"|(?:要|会|将|应当?|可能)(?:受到?|构成|被|面临|承担)"
)


# Services of offenders that authorities put an end to: 查封15台服务器, 接管多个域名
SEIZED = re.compile(
    r"(?:查封|查获|没收|关停|关闭|捣毁|摧毁|取缔|接管|端掉|瓦解|扣押)[^。；]{0,24}"
    r"(?:服务器|域名|暗网|论坛|市场|网站|基础设施|僵尸网络|平台)"
    r"|(?:服务器|域名|论坛|暗网市场|网站|基础设施|僵尸网络|平台)[^，。；]{0,8}"
    r"(?:已|均)?(?:被|遭)[^，。；]{0,12}(?:查封|没收|关停|捣毁|摧毁|取缔|接管|端掉|扣押)"
)
# ... and in a headline, without a word for it: 欧洲刑警组织关停某市场
ENDED = re.compile("查封|关停|捣毁|摧毁|取缔|接管|端掉|瓦解")
# A suit between two parties: 就一起人脸识别纠纷作出判决
CIVIL = re.compile(r"纠纷|原告|(?<!附带)民事(?:判决|责任|赔偿|诉讼|案)")


# A column's tag before one piece of news: 快讯 | 某地警方打掉…; several headlines
# behind it are a digest's: 资讯 | 某行被罚；某软件有漏洞.
TAG = re.compile(
    r"^[^一-鿿]{0,3}[一-鿿]{0,4}"
    r"(?:快讯|速递|资讯|要闻|热点|动态|头条|快报|简报|早知道|盘点|回顾|汇总)"
    r"[】\]]?\s{0,2}[|丨｜：:！!】\]·•]{1,2}(?![^；;]*[；;])"
)
# A newspaper that a title credits: 检察日报详解：…; 北京晚报 bears a place's name.
NEWSPAPER = re.compile(r"(?P<name>[一-鿿]{2,4})(?:日报|晚报|早报)")
PAPERS = (
    *("人民", "光明", "经济", "科技", "工人", "农民", "法治", "法制", "检察", "解放"),
    *("公安", "警察", "羊城", "扬子", "新民", "齐鲁", "金陵", "钱江", "华商", "都市"),
    *("青年", "中国", "消费", "新华", "楚天", "潇湘", "半岛", "燕赵", "三秦", "今"),
)

FEWEST_HEADINGS = 2
SHORTEST_HEADLINE = 8


def is_digest(title: str) -> bool:
    """Whether a title says that the article collects news.

    >>> is_digest("网安周报：某行被罚"), is_digest("警方公布5起典型案例")
    (True, False)
    """
    return DIGEST.search(without_tag(title)) is not None


def without_tag(title: str) -> str:
    """A title without the tag of the column that one piece of news stands in, and
    without the newspapers that it credits.

    >>> without_tag("快讯 | 某地警方抓获三人"), without_tag("要闻 | 甲被罚；乙有漏洞")
    ('某地警方抓获三人', '要闻 | 甲被罚；乙有漏洞')
    >>> without_tag("【每日简报】检察日报：一个木马如何现形"), without_tag("安全日报")
    ('：一个木马如何现形', '安全日报')
    """
    tag = TAG.match(title)
    headline = title[tag.end() :].lstrip() if tag else title
    return NEWSPAPER.sub(_unless_a_paper, headline)


def _unless_a_paper(found: re.Match[str]) -> str:
    """Nothing for the name of a newspaper, the words themselves for others."""
    name = found["name"]
    is_paper = name.endswith(PAPERS) or gazetteer().before(name, len(name)) is not None
    return "" if is_paper else found[0]


def find_news(lines: Sequence[Line], title: str) -> list[Passage]:
    """Those items of a digest that are cases; none if it is no digest.

    Without a digest's title, a list of three or more items counts as one when
    some of them are no cases and neither its title nor its beginning tells one.
    """
    named = is_digest(title)
    if named:
        lines = [line for line in lines if not _names_section(line)]
    if not named and TAG.match(title) and (mixed := _mixed_news(lines)):
        return mixed
    if not named and (CATCHING.search(title) or not _lead_is_idle(lines)):
        return []
    lists = [items for _, items in numbered_lists(lines)]
    starts = sorted(start for items in lists for start, _, _ in items)
    passages: list[Passage] = []
    for items in lists:
        if len(items) < 3 and not named:
            continue
        made = [
            make_passage(lines, item, "digest")
            for item in items
            if not _is_section(lines, item, starts)
        ]
        scores = [_news_score(passage) for passage in made]
        if not named and min(scores, default=1.0) > SURE_CASE:
            continue
        clear = _clear(made, scores, named and all(map(_is_brief, items)))
        passages += clear if named else filter(_has_headline, clear)
    if not passages and named:
        passages = _under_headings(lines) or _of_one_paragraph(lines)
        if _is_one_story(lines, passages):
            return []
    return sorted(passages, key=lambda passage: passage.span)


# A section of a digest: 政策法规, 二、执法动态, 【国际要闻】, 安全事件 EVENTS
SECTION = re.compile(
    r"(?:热点|焦点|头条|精彩|优质|本周|今日|每周|每日|国内|国外|国际|海外|境外|全球|业界|行业|产业|企业"
    r"|政策|法规|法律|监管|执法|司法|治理|案件|网络|安全|信息|数据|隐私|攻击|威胁|漏洞|恶意|勒索|黑客"
    r"|犯罪|事件|技术|前沿|产品|工具|省心|融资|投资|市场|人工智能|其他|综合|重要|要闻|新闻|资讯"
    r"|动态|观察|速递|速览|快讯|预警|通报|情报|态势|风险|泄露|保护|打击|标准|报告|文章|推荐|活动"
    r"|趋势|追踪|关注|聚焦|专题|与|和|及|、|·|&|/|\||\s|[A-Za-z])+"
)
LONGEST_SECTION = 24


def _names_section(line: Line) -> bool:
    """Whether a line names a section of a digest and no news.

    >>> from cases.reader.lines import read_lines
    >>> [_names_section(line) for line in read_lines("二、执法动态\\n黑客落网")]
    [True, False]
    """
    if len(line) > LONGEST_SECTION:
        return False
    words = line.text[words_start(line.text) :].strip("【】[]〖〗「」#·•▌■◆●▶★—-~ ：:")
    return SECTION.fullmatch(words) is not None


def has_sections(lines: Sequence[Line]) -> bool:
    """Whether lines hold the name of a digest's section, as no list of cases does."""
    return any(map(_names_section, lines))


def _is_section(lines: Sequence[Line], item: Item, starts: Sequence[int]) -> bool:
    """Whether an item holds items of its own, numbered or under headings."""
    start, stop, _ = item
    headings = sum(
        line.is_marked and is_heading(line) for line in lines[start + 1 : stop]
    )
    return max(headings, bisect_left(starts, stop) - bisect_right(starts, start)) >= 2


def _is_brief(item: Item) -> bool:
    """Whether an item is one line, which needs no headline."""
    start, stop, _ = item
    return stop == start + 1


def _clear(
    made: Sequence[Passage], scores: Sequence[float], are_brief: bool = False
) -> list[Passage]:
    """The passages that are clearly cases and have a headline, unless all are brief."""
    return [
        replace(passage, score=score)
        for passage, score in zip(made, scores, strict=True)
        if score >= CLEAR_CASE and (passage.heading is not None or are_brief)
    ]


FEWEST_PARAGRAPHS = 3
# Below a column's tag alone, so many pieces of news are of no case at all.
FEWEST_OTHERS = 2
# ... which so many words of technology or products tell.
FEWEST_WORDS = 2


def _of_one_paragraph(lines: Sequence[Line], fewest_others: int = 0) -> list[Passage]:
    """News items of one paragraph each, without headings or numbers; at least so many
    of them are of other matters."""
    if len(lines) < FEWEST_PARAGRAPHS or any(map(is_heading, lines)):
        return []
    made = [
        make_passage(lines, (place, place + 1, 0), "digest")
        for place in range(len(lines))
    ]
    if sum(map(_is_of_other_matters, made)) < fewest_others:
        return []
    return _clear(made, [_news_score(passage) for passage in made], True)


# A list of contents may name somebody once more; a story does so again and again.
FEWEST_MENTIONS = 2


def _is_one_story(lines: Sequence[Line], passages: Sequence[Passage]) -> bool:
    """Whether somebody named in what was taken for a piece of news is spoken of in
    several lines outside it as well: the article tells one matter."""
    mentions = Counter(name for line in lines for name in names_in(line.text))
    return any(
        mentions[name] - inside >= FEWEST_MENTIONS
        for passage in passages
        for name, inside in Counter(
            name for line in passage.lines for name in names_in(line.text)
        ).items()
    )


def _has_headline(passage: Passage) -> bool:
    """Whether the heading tells news; sections of other articles only name a matter:
    五、执法与处罚."""
    heading = passage.heading.text if passage.heading else ""
    return len(heading) >= SHORTEST_HEADLINE and bool(
        ACTING.search(heading)
        or OFFENDER.search(heading)
        or OFFENCE.search(heading)
        or (ENDED.search(heading) and ABROAD.search(heading))
    )


def _mixed_news(lines: Sequence[Line]) -> list[Passage]:
    """The cases among numbered or headed pieces of news, if some of these plainly are
    of other matters; below a column's tag one story may stand as well."""
    numbered = max((items for _, items in numbered_lists(lines)), key=len, default=[])
    made = [make_passage(lines, item, "digest") for item in numbered]
    if len(made) < FEWEST_PARAGRAPHS:
        made = _headed(lines)
    if len(made) >= FEWEST_PARAGRAPHS and any(map(_is_of_other_matters, made)):
        clear = _clear(made, [_news_score(passage) for passage in made])
        found = list(filter(_has_headline, clear))
    else:
        found = _of_one_paragraph(lines, FEWEST_OTHERS)
    return [] if _is_one_story(lines, found) else found


def _is_of_other_matters(passage: Passage) -> bool:
    """Whether a piece of news is about technology or products, and nobody's deed."""
    found = signs_of(passage.text)
    others = found.technical + found.promoting
    return others >= FEWEST_WORDS and not (found.authority + found.acting + found.named)


def _under_headings(lines: Sequence[Line]) -> list[Passage]:
    """Those news items under headings without numbers that are cases."""
    made = _headed(lines)
    return _clear(made, [_news_score(passage) for passage in made])


def _headed(lines: Sequence[Line]) -> list[Passage]:
    """News items under headings without numbers, marked ones if there are several."""
    plain = [place for place in range(len(lines)) if _is_headline(lines, place)]
    marked = [
        place for place, line in enumerate(lines) if line.is_marked and is_heading(line)
    ]
    places = marked if len(marked) >= FEWEST_HEADINGS else plain
    return [
        make_passage(lines, (start, stop, 0), "digest")
        for start, stop in pairwise([*places, len(lines)])
        if stop - start >= 2
    ]


def _is_headline(lines: Sequence[Line], place: int) -> bool:
    """Whether a line is a heading above a paragraph of its own."""
    if place + 1 >= len(lines) or not is_heading(lines[place]):
        return False
    below = lines[place + 1]
    return len(below) >= SHORTEST_CASE and not is_heading(below)


def _news_score(passage: Passage) -> float:
    """A news item is a case when somebody is caught or punished in it; its first
    lines tell."""
    text = passage.text[:700]
    head = text[:260]
    found = signs_of(text)
    heading = passage.heading.text if passage.heading else head
    wrong = OFFENDER.search(text) or OFFENCE.search(text) or _acts(heading)
    if not _acts(head) or not wrong:
        return 0.0
    someone = AUTHORITY.search(text) or ABROAD.search(text)
    return max(
        case_score(found, heading), 0.8 if someone or PUNISHED.search(heading) else 0.4
    )


def _acts(text: str) -> bool:
    """Whether somebody is caught or punished, totals and civil suits left aside."""
    return any(
        (CATCHING.search(words) or PUNISHED.search(words) or _seizes(words))
        and not (GENERAL.search(words) or STATUTE.search(words) or CIVIL.search(words))
        for words in SENTENCE.findall(text)
    )


def _seizes(words: str) -> bool:
    """Whether an authority puts an end to a service: a company that shuts down its own
    servers does not.

    >>> _seizes("欧洲刑警组织查封了该团伙的服务器。"), _seizes("该公司关闭了服务器。")
    (True, False)
    """
    seized = SEIZED.search(words)
    if seized is None:
        return False
    by_whom = words[: seized.end()]
    return bool(ABROAD.search(by_whom) or AUTHORITY.search(by_whom))


def _lead_is_idle(lines: Sequence[Line]) -> bool:
    lead = "\n".join(line.text for line in lines[:40])[:LEAD_LENGTH]
    return not signs_of(lead).catching
