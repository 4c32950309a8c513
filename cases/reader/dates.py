"""When the authorities first acted, and when the offending ran.

Every date of a case is weighed by the words around it: an agency or a report to
it speaks for the authorities, an offender and his doings for the offending. The
weights stand in one table each; the nearer to nought the sum, the less sure.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from cases.reader import prose
from cases.reader.calendar import When, find_dates
from cases.reader.context import CaseContext, Notes
from cases.reader.names import Name, find_names
from cases.reader.results import Found, Span, united

AGENCY = re.compile(
    r"(?<!冒充)(?<!假冒)(?<!谎称)(?<!自称)(?<!伪造)(?<!是)"
    r"(?:公安|警方|警察|网警|网安|民警|干警|刑警|派出所|专案组|专班|侦查员|侦查人员|办案人员"
    r"|支队|大队|市局|分局|县局|总队|检察|法院|法庭|网信|监管部门|执法|通信管理局|通管局"
    r"|(?:该|我|本)院|该(?:局|大队|支队|所)|市场监管|市监局|工信|文旅|税务|海关|国家安全|国安|反诈中心|刑侦|经侦|治安部门|警局|司法部|国际刑警|欧洲刑警|联邦|FBI|当局)"
)
# What authorities do, whoever is named as doing it.
AUTHORITY_VERB = re.compile(
    r"将[^，。；]{1,40}?(?:抓获|抓捕|控制|查获|传唤|拘留)|"
    r"工作(?:中)?发现|巡查(?:中)?发现|检查(?:中)?发现|侦查(?:中)?发现|网上巡查|网络巡查|线索|接(?:到)?(?:群众|网民|市民|居民|受害人|被害人|企业|公司)?[^，。；]{0,10}?(?:报警|举报|报案|报称|反映|投诉|求助)"
    r"|报案|报警|接报|接警|立案|侦破|破获|抓获|抓捕|捣毁|打掉|摧毁|查处|查获|侦办|刑事拘留|刑拘|逮捕|批捕|取保候审|移送|提起公诉|起诉|受理|开庭|宣判|判处|判决|裁定|审理|落网|到案|归案|投案|自首|移交|引渡|遣返|收网|专案|摸排|研判|行政处罚|行政拘留|行拘|约谈|传唤|责令|依法|通报|查明|布控|蹲守|出警|排查|挂牌督办|押解|被抓|被捕"
)
REPORT = re.compile(r"报警|报案|报称|举报|求助|反映称?|投诉")
OFFENDER = re.compile(
    r"嫌疑人|被告人|嫌犯|违法行为人|违法人员|不法分子|犯罪分子|团伙|犯罪集团|黑客|(?<![\u4e00-\u9fff])有人"
    r"|网红|主播|博主|网民|该男子|该女子|(?:一|名)(?:男子|女子)|其"
)
OFFENDING_VERB = re.compile(
    r"(?:以|为)(?:了)?(?:牟利|谋取|获取|博取?|吸引|吸粉|非法|引流|寻求|逃避|报复|发泄|满足)|非法|利用|伙同|纠集|雇佣|招募|搭建|注册|成立|设立|架设|租用|租赁|购买|收购|贩卖|出售|倒卖|销售|提供|制作|开发|编写|编造|捏造|散布|传播|发布|转发|冒充|虚构|窃取|盗取|盗窃|入侵|侵入|攻击|篡改|破坏|植入|诈骗|骗取|敲诈|勒索|洗钱|转移|共谋|预谋|商议|萌生|产生|得知|结识|以非法占有|使用|下载|上传|研发|抓取|制售|架设|承接|兜售|推广|直播|伪造|变造|私刻|偷拍|加工|取现|出借|委托|帮助|爬取|获取|收集|加入|入职|担任|建立|组建|从事|开设|经营|组织|偷渡|赴|投放|安装|谎称|假借|实施|开始|运营"
)
INCIDENT = re.compile(
    r"转账|汇款|打款|事主|被(?:骗|盗|攻击|入侵|篡改|破坏|诈骗|敲诈|勒索|加密|植入|刷走|转走)|遭(?:到|受|遇)?(?:攻击|入侵|诈骗|盗|勒索|破坏|黑客)|瘫痪|无法(?:访问|使用|登录|运行)|故障|异常"
)
# What somebody told or found out: the date stands inside his words.
TOLD = re.compile(
    r"(?:称|供述|供认|交代|承认|反映|发现|得知|查明|经查|证实|显示)[，：]?[^，。；]{0,12}$"
)
# A trend, not this case: 去年底以来，全国各地此类案件高发.
TREND = re.compile(r"^[^。]{0,40}(?:高发|多发|频发|上升趋势)")
# A news line, a report, statistics: no part of the case.
ELSEWHERE = re.compile(
    r"^[^，。]{0,3}(?:，)?(?:据|讯|电|消息|报道|获悉|记者)|^[^。]{0,40}?(?:召开(?:了)?(?:新闻)?(?:发布|通气|通报)会|新闻发布会|发布(?:一批|了?\d+起|典型案例|数据|公告|报告)|公布(?:了)?(?:一批|\d+起|典型)|报道|消息[，,]|(?<![审通问简])讯[，,（]|(?:晚会|节目)播出|最新数据|统计|印发|施行)"
)
# 通报: an authority speaking, which counts only when nothing better is dated.
NOTICE = re.compile(
    r"^[^。]{0,24}?(?:警方|公安|分局|警局|检察院|法院|网信办?)[^，。]{0,8}(?:通报|发布|公布|公众号)"
)
# 召开新闻发布会，通报2020年以来案件办理情况
PRESS = re.compile(
    r"(?:新闻)?(?:发布|通气|通报)会|办理情况|工作情况|案件(?:情况|数据)|白皮书|专项行动(?:以来|期间|启动|部署)"
)
# 视频实为2017年7月某地画面 (a rumour laid open); 此外，去年还有 (another matter)
DEBUNKED = re.compile(
    r"(?:实为|实际为|原为|实系|系|拍摄于|发生于|发生在|来自|源自|出自)$"
)
ANOTHER = re.compile(
    r"(?:此外|除此之外|另外|无独有偶|类似|同类|此前报道|相关链接)[^。]{0,10}$"
)
# 至2023年2月，孙某获利 ...: a range's end told by itself.
_END = re.compile(r"(?:^|[，。；、])(?:直至|截至|截止|至)$")
# 截至2021年6月，共抓取数据200万条: the end of the offending, no statistics.
_TALLY = re.compile(
    r"^[^。；]{0,4}(?:共|累计|已|该|其|[\u4e00-\u9fff]某)[^。；抓破查办受]{0,12}(?:抓取|爬取|获利|非法|骗|盗|窃取|获取|销售|出售|贩卖|发展|收取|牟利|制作|传播|发布|刷)"
)
# A victim's loss, a post or a download happens at a point of time, not over a while.
_POINT = re.compile(
    r"被(?:骗|盗|诈骗|敲诈|勒索|转走|刷走)|转账|汇款|打款|发布|发帖|转发|上传|散布|拍摄|下载"
)
_REPEATED = re.compile(
    "先后|多次|陆续|长期|持续|不断|每[天日月周]|开始|经常|大量|频繁|多起"
)
# 5月15日，钱某正在群发短信时被民警当场抓获
_CAUGHT = re.compile(r"(?<!后)被[^，。；]{0,12}?(?:抓获|查获|控制|抓捕|抓走|逮捕|捕)")
_ACT_IN_NOTICE = re.compile("抓获|拘留|立案|处罚|判")
STATISTICS = re.compile(r"^[^。]{0,6}(?:截至|截止)")
_ASIDE = re.compile("（[^（）\n]{1,24}）")
_AS_OF = re.compile("(?:截至|截止)$")

_SAME = ("同", "当", "次", "翌", "第二", "隔")
_REACH = 150  # how far behind a date its words are looked for


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A date with its weight: above nought the authorities', below the offending."""

    when: When
    weight: float
    why: str
    is_notice: bool = False
    is_same_year: bool = (
        False  # 同年, 当年: the year is plainly that of the date before
    )
    is_point: bool = False  # a loss or a post, done with on that date
    is_told: bool = False  # the words around it tell of an offender or his doings


def read_dates(
    case: CaseContext, notes: Notes
) -> tuple[Found[str] | None, Found[tuple[str | None, str | None]] | None]:
    """The month of the first dated action by the authorities, and the range of
    the offending.

    A month is YYYY-MM; a range is (start, end) of YYYY-MM or, where only a year
    or a vague part of one is named, YYYY; an end that is not told is None.
    """
    view = case.narrative
    text = prose.mask(
        view.text, [*prose.quotations(view.text), *prose.wider(view.text)]
    )
    known = {found.value for found in notes.found.get("suspects", ())}
    names = [name for name in find_names(text) if not known or name.name in known]
    whens = find_dates(text, case.published)
    dates = []
    for index, when in enumerate(whens):
        later = whens[index + 1].start if index + 1 < len(whens) else len(text)
        weighed = _weigh(text, when, _following(text, when, later), names)
        if weighed is not None:
            dates.append(weighed)
    dates = _years_agree(dates, case.published)
    month = _month(case, dates, notes)
    occurred = _occurred(case, dates, notes)
    return month, occurred


def _following(text: str, when: When, later: int) -> str:
    """The words that a date governs: to the second full stop or the next date."""
    after = text[when.end : min(when.end + _REACH, max(later, when.end + 2))]
    paragraph = after.split("\n", 1)[0]
    stops = [match.end() for match in re.finditer("[。！？]", paragraph)]
    return paragraph[: stops[1]] if len(stops) > 1 else paragraph


def _years_agree(dates: list[_Weighed], published: date | None) -> list[_Weighed]:
    """Bare months of official acts whose carried year cannot be right.

    今年初，警方接报 ... 从2023年初起，孙某 ... 警方于3月将其抓获: that March is this
    year's, although 2023 stands nearer. 自2022年7月起，孙某 ... 5月21日，警方收网: that
    May cannot be 2022's.
    """
    if published is None:
        return dates
    named = [d.when.first[0] for d in dates if d.weight > 0 and not d.when.leans]
    begun = [_key(d.when.first) for d in dates if d.weight < 0 and d.is_told]
    agreed = []
    for weighed in dates:
        when = weighed.when
        year, month, day = when.first
        if weighed.weight > 0 and when.leans and month:
            if named and year < min(named):
                year = min(named)
            elif begun and (year, month) < min(begun):
                year = published.year
            if (year, month) > (published.year, published.month):
                year -= 1
            if year != when.first[0]:
                when = replace(when, first=(year, month, day), inferred=True)
                weighed = replace(weighed, when=when)
        agreed.append(weighed)
    return agreed


def _weigh(text: str, when: When, after: str, names: Sequence[Name]) -> _Weighed | None:
    """How much the words around a date speak for the authorities."""
    before = re.split("[。！？；\n]", text[max(0, when.start - 40) : when.start])[-1]
    if PRESS.search(after) or PRESS.search(before) or TREND.search(after):
        return None
    if DEBUNKED.search(before) or ANOTHER.search(before):
        return None
    notice = bool(NOTICE.search(after))
    if ELSEWHERE.search(after) and not notice:
        return None
    as_of = _AS_OF.search(before)
    if STATISTICS.search(after) and not after.endswith(("截至", "截止")):
        return None
    if (as_of or STATISTICS.search(before)) and not (as_of and _TALLY.match(after)):
        return None
    weight, reasons = 0.0, []

    def add(points: float, reason: str) -> None:
        nonlocal weight
        weight += points
        reasons.append(reason)

    # 司马某（已判决）: what an aside tells is no act of that day.
    after = _ASIDE.sub(lambda aside: prose.FILLER * len(aside[0]), after)
    sentence = re.split("[。！？]", after)[0]
    clauses = re.split("[，；：]", sentence.lstrip("，；：、"))
    near = "，".join(clauses[:3])
    agency_at = _at(AGENCY.search(after), after)
    offender_at = min(
        _at(OFFENDER.search(after), after), _name_at(names, when.end, len(after))
    )
    authority_at = _at(AUTHORITY_VERB.search(near), near)
    offending_at = _at(OFFENDING_VERB.search(near), near)
    told = bool(TOLD.search(before))
    if AGENCY.search(before):
        add(-0.5 if told else 2.0, "an agency before it")
    elif OFFENDER.search(before):
        add(-1.5, "an offender before it")
    if told:
        add(-1.5, "inside what was told or found")
    acted = authority_at <= offending_at and authority_at < len(near)
    leads = bool(clauses) and agency_at <= len(clauses[0]) + 1
    if leads and agency_at <= offender_at:
        add(3.0, "an agency right after it")
    elif agency_at < offender_at and agency_at < len(sentence):
        add(2.0, "an agency after it, before any offender")
    elif agency_at < offender_at and agency_at < len(after):
        add(0.8, "an agency in the next sentence")
    elif offender_at < len(sentence):
        # 同年7月孙某被抓获: the offender is the object of an official act.
        add(-0.5 if acted else -2.0, "an offender after it")
    if acted:
        add(2.0, "an official act")
    elif offending_at < len(near):
        by_agency = leads and agency_at < offending_at
        add(-0.5 if by_agency else -1.5, "an offender's act")
        if authority_at < len(near):
            add(0.5, "an official act later")
    if _CAUGHT.search("，".join(clauses[:2])):
        add(4.0, "caught on that day")
    if REPORT.search(sentence):
        add(1.5, "a report to the authorities")
    elif INCIDENT.search(near):
        add(-1.0, "an incident")
    if when.is_open or when.last is not None:
        add(-0.5 if leads else -1.5, "a range")
    if re.search(r"(?:自|从)$", before) or re.match(r"期间|间[，,]", after):
        add(-0.5, "a range")
    is_notice = notice and not _ACT_IN_NOTICE.search(sentence[:60])
    is_told = (
        offender_at < len(after)
        or offending_at < len(near)
        or bool(INCIDENT.search(near) or OFFENDER.search(before))
    )
    if _END.search(before) and when.last is None and not when.is_open:
        when = replace(when, last=when.first)
        if not acted and agency_at > len(near):
            add(-1.5, "the end of a range")
            is_told = True
    same_year = text.startswith(
        ("同年", "当年", "次年", "翌年", "同月", "当月"), when.start
    )
    why = "; ".join(reasons)
    is_point = bool(_POINT.search(near)) and not _REPEATED.search(sentence)
    is_point = is_point and when.last is None and not when.is_open
    return _Weighed(when, weight, why, is_notice, same_year, is_point, is_told)


def _at(match: re.Match[str] | None, text: str) -> int:
    """Where a match begins; behind the text if there is none."""
    return match.start() if match else len(text) + 1


def _name_at(names: Sequence[Name], offset: int, reach: int) -> int:
    """How far behind the offset the next offender's name stands."""
    index = bisect_left(names, offset, key=lambda name: name.start)
    if index < len(names) and names[index].start < offset + reach:
        return names[index].start - offset
    return reach + 1


def _month(case: CaseContext, dates: list[_Weighed], notes: Notes) -> Found[str] | None:
    candidates = [
        d
        for d in dates
        if d.weight > 0 and d.when.first[1] and not _is_ahead(d.when, case.published)
    ]
    plain = [d for d in candidates if not d.is_notice]
    only_notice = not plain and bool(candidates)
    candidates = plain or candidates
    if not candidates:
        unsure = [d for d in dates if -2.0 < d.weight <= 0 and d.when.first[1]]
        if unsure:
            notes.doubt("month", "unclear-date", _format(unsure[0].when.first))
        return None
    best = min(candidates, key=lambda d: (d.when.first[0], d.when.first[1] or 0))
    value = _format(best.when.first)
    if only_notice:
        notes.doubt("month", "notice-date", value)
    elif (
        best.weight < 2.0
        or any(
            -1.0 < d.weight <= 0
            and d.when.first[1]
            and _key(d.when.first) < _key(best.when.first)
            for d in dates
        )
        or (case.is_story and best.weight < 4.0 and len(candidates) > 1)
    ):
        notes.doubt("month", "unclear-date", value)
    elif _is_carried(best, dates):
        notes.doubt("month", "year-inferred", value)
    return Found(
        value,
        _spans(case, best.when),
        "dates.authority",
        f"First dated official act: {best.why}.",
        "inferred" if best.when.inferred and not case.published else "exact",
    )


def _is_carried(best: _Weighed, dates: list[_Weighed]) -> bool:
    """Whether the month's year was taken from a date of the offending."""
    if not best.when.leans:
        return False
    if best.when.inferred:
        return True
    source = best.when.leans[0]
    return any(
        d.weight < 0 and d.when.start <= source[0] < d.when.end for d in dates
    ) and (bool(best.when.leans) and not best.is_same_year)


def _occurred(
    case: CaseContext, dates: list[_Weighed], notes: Notes
) -> Found[tuple[str | None, str | None]] | None:
    offending = [
        d
        for d in dates
        if d.weight < 0 and d.is_told and not _is_ahead(d.when, case.published)
    ]
    if not offending:
        loose = [d for d in dates if d.is_told and 0 <= d.weight < 1.5]
        if loose:
            notes.doubt("occurred", "unclear-date", _format(loose[0].when.first))
        return None
    ranged = [d for d in offending if d.when.last or d.when.is_open]
    first = _earliest(offending)
    ends = [d.when.last for d in offending if d.when.last is not None]
    days = [d for d in offending if d.when.first[2] and not d.when.is_open]
    last = max(ends, key=_key) if ends else None
    if last is None and len(days) == len(offending):
        last = max((d.when.first for d in days), key=_key)
    if last is None and len(offending) == 1 and first.is_point:
        last = first.when.first
    if last is not None and any(d.when.is_open for d in offending):
        last = None
    value = (_format(first.when.first), _format(last) if last else None)
    sure = any(d.weight <= -2.0 for d in offending)
    if len(offending) > 1 and not ranged:
        notes.doubt("occurred", "several-dates", *value_words(value))
    elif not ranged:
        notes.doubt("occurred", "single-date", value[0])
    elif not sure or _is_scattered(offending, ranged):
        notes.doubt("occurred", "unclear-date", value[0])
    spans: list[Span] = []
    for weighed in offending:
        if weighed is first or (last is not None and last in _ends(weighed.when)):
            spans += [s for s in _spans(case, weighed.when) if s not in spans]
    return Found(
        value,
        united(spans),
        "dates.offending",
        f"Dates of the offending: {first.why}.",
    )


def _is_scattered(offending: list[_Weighed], ranged: list[_Weighed]) -> bool:
    """Whether dates of the offending lie outside every range that is told."""
    return any(
        all(
            _key(d.when.first) < _key(r.when.first)
            or (r.when.last is not None and _key(d.when.first) > _key(r.when.last))
            for r in ranged
        )
        for d in offending
        if d not in ranged
    )


def _earliest(offending: list[_Weighed]) -> _Weighed:
    """The first date; a month of a year before that year alone."""
    first = min(offending, key=lambda d: _key(d.when.first))
    if first.when.first[1] is None and not first.when.is_open:
        same = [
            d
            for d in offending
            if d.when.first[0] == first.when.first[0]
            and d.when.first[1]
            and d.when.last != d.when.first
        ]
        if same:
            return min(same, key=lambda d: _key(d.when.first))
    return first


def value_words(value: tuple[str, str | None]) -> tuple[str, str]:
    """The range in words for a caution; an open end is a dash."""
    return value[0], value[1] or "-"


def _ends(when: When) -> tuple[tuple[int, int | None, int | None], ...]:
    return (when.first,) if when.last is None else (when.first, when.last)


def _key(point: tuple[int, int | None, int | None]) -> tuple[int, int]:
    return point[0], point[1] or 0


def _format(point: tuple[int, int | None, int | None]) -> str:
    year, month, _ = point
    return f"{year}-{month:02d}" if month else str(year)


def _is_ahead(when: When, published: date | None) -> bool:
    """Whether the date lies after publication: it belongs to something else."""
    if published is None:
        return False
    return _key(when.first) > (published.year, published.month)


def _spans(case: CaseContext, when: When) -> tuple[Span, ...]:
    spans: list[Span] = []
    for start, end in when.leans:
        spans += case.narrative.spans(start, end)
    spans += [
        span for span in case.narrative.spans(when.start, when.end) if span not in spans
    ]
    return united(spans)
