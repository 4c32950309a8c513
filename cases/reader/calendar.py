"""Dates as bulletins write them, resolved to years and months."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from cases.reader.date_ends import ENDED
from cases.reader.date_numbers import read_month, read_number, read_year
from cases.reader.wordtable import guarded

_YEAR = (
    r"(?P<year>(?:19|20)\d\d|[一二][〇零○一九][〇零○一二三四五六七八九]{2})年度?"
    r"|(?P<relative>今年|本年度?|当年|去年|上年|前年|同年|次年|翌年|转年|第二年|隔年)"
)
_MONTH = r"(?P<month>1[0-2]|0?[1-9](?!\d)|十[一二]?|[一二三四五六七八九])月份?"
# The first month of two that share one word: 2024年1-3月, 5、6月间, 五六月份
_MONTH_TO = (
    r"(?P<first_month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
    r"(?:-{1,2}|~|—{1,2}|–|至|到|、|(?<=[一二三四五六七八])(?=[二三四五六七八九]))"
    r"(?=(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月)"
)
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9](?!\d)|[二三]?十[一二三四五六七八九]?)[日号]"
# Parts of a year that name no month: 2023年底, 去年上半年, 今年春节前后.
_PART_OF_YEAR = (
    r"(?P<part>年?[初底末中](?!级|学|心|国|考|央|旬)|年?(?:上|下)半年"
    r"|年?[春夏秋冬](?:节|季|天)?"
    r"(?:前后|期间)?|年?[一二三四]季度|年?第[一二三四]季度"
    # 去年国庆假期, 2023年双十一前后
    r"|[“\"]?(?:元旦|元宵|清明|五一|端午|中秋|国庆|双十[一二]|双1[12]|618|暑[假期]|寒假|春运)[”\"]?"
    r"(?:节|假期|长假|小长假)?(?:前后|期间)?)"
)
# 8月初, 8月上旬, 8月15日凌晨, 8月间
_PART_OF_MONTH = r"(?P<mpart>初|上旬|中旬|下旬|底|末|中(?!国|心|央|学)|间)?"

_DATE_WORDS = (
    rf"(?:{_YEAR})(?:的)?(?:{_PART_OF_YEAR}"
    rf"|(?:{_MONTH_TO})?{_MONTH}(?:{_DAY}|{_PART_OF_MONTH}))?"
    # 2016至2018年
    r"|(?<![\d.\-/])(?P<first_year>20\d\d)(?:-{1,2}|~|—{1,2}|–|至|到)"
    r"(?P<last_year>20\d\d)年"
    # 5月, 5月8日 without a year; not 个月, 第5月, 有期徒刑一年六月
    # ... nor 历时三月, 一月有余
    rf"|(?<![\d个第每几数.·/V])(?<![^月日号份]-)(?<![\d一二三四五六七八九十两]年)(?<![历耗用]时)"
    rf"(?<!历经)(?<!长达)(?P<bare>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月"
    r"(?![嫂饼球光色租薪供费票卡活销均入亮刊]|有?余|之久|有多)份?"
    r"(?:(?P<bday>[12]\d|3[01]|0?[1-9](?!\d)|[二三]?十[一二三四五六七八九]?"
    r"|[一二三四五六七八九])[日号]|初|上旬|中旬|下旬|底|末|间)?"
    # 年初, 年底
    r"|(?<![\d年今去前同次当])(?P<loose>年初|年底|年末)(?!数|奖|考)"
    # 同月, 次月, 当月, 本月, 上月: leaning on a month named before or on publication
    r"|(?P<leaning>同月|当月|次月|本月|上个?月"
    r"|这个?月(?=\d{1,2}[日号]|[初底末]|[上中下]旬))(?!份?额|底薪|租|薪|费|供)"
    r"(?:(?P<lday>[12]\d|3[01]|0?[1-9])[日号]|底|初|上旬|中旬|下旬|末)?"
    # 次日, 当晚, 前一晚 (no 考试前一天): leaning on the day told last
    r"|(?P<day_after>(?<![试赛发业播演幕考婚学])(?:前一[天日晚]|头天|前晚)|次日|翌日|第二天|隔天|当日|当天|同日|当晚)"
    # 30日14时许, 9日上午: a day of the month before
    r"|(?<![^。；，\n（于在])(?P<day_alone>[12]\d|3[01]|0?[1-9])日"
    r"(?=\d{1,2}时|\d{1,2}[:：]|凌晨|清晨|早上|上午|中午|下午|傍晚|晚|夜间|，)"
    # 2024.8.5, 2024-08-05, 2024/8
    # ... 2023.5-2023.8
    r"|(?<![\d./])(?<!\D-)(?P<iyear>20\d\d)[./\-](?P<imonth>1[0-2]|0?[1-9])(?!\d)"
    r"(?:[./\-](?P<iday>[12]\d|3[01]|0?[1-9])(?!\d))?(?![./]\d|-\d{1,2}(?!\d))"
)
DATE = re.compile(guarded(_DATE_WORDS))
# 2023年1月，某局接到举报：上个月 ...: what was told then leans on that month.
_TOLD = re.compile(
    r"[^。；\n]{0,60}(?:报警|报案|举报|反映|求助|投诉|线索)[^。；\n]{0,20}"
)
_SAME_YEAR = frozenset({"同年", "当年"})
_NEXT_YEAR = frozenset({"次年", "翌年", "转年", "第二年", "隔年"})
# 2023年8月至, 2023年8月份起至, 2020年开始，一直到, 2019年建站到, 1日0时至
_TO = re.compile(
    r"(?:（[^（）\n]{1,12}）|\d{1,2}时许?)?(?:份|左右|前后)?(?:起|始|开始|以来|成立|设立|注册|建站|上线|开业|运营|入职)?，?"
    r"(?:一直|持续)?"
    r"(?:至|到|-{1,2}|~|—{1,2}|–|直至|直到|截至)(?:了|(?:被[抓查]获?|案发|落网)的)?"
)
_AND = frozenset({"、", "和", "及", "与"})
# The second end of a range may be a day alone (3日至5日) or no date (至今, 至案发).
_DAY_ONLY = re.compile(r"(?:[12]\d|3[01]|0?[1-9]|[二三]?十[一二三四五六七八九]?)[日号]")
_NOW = re.compile(r"今(?!年)|案发|目前|现在|被抓|被查|今年|归案|到案")
# 2022年3月|到落网, 2022年开学季|一直干到被查
_TO_ENDED = re.compile(
    r"[^，。；\d\n]{0,10}?，?(?:一直|持续)?(?:至|到)(?:其|他|她|该?(?:团伙|平台|网站|公司))?"
    rf"{ENDED}(?:时|之?前|为止)?"
)
_OPEN = re.compile(
    r"(?:底|初|中旬|上旬|下旬|左右|前后|许)?"
    r"(?:以来|至今|起(?!诉)|开始|之后|以后|后(?!台|来)"
    # 2021年10月|公司成立以来
    r"|[^，。；\d\n]{0,8}?(?:成立|开业|创办|设立|组建|出现|现身|活跃|问世)(?:之日)?(?:以来|至今))"
)

# 自2022年底拉起队伍, 打2021年入行
_FROM = re.compile(r"(?<![亲独擅来出各])自从?$|(?<![击攻拨殴敲])打从?$")

# Dates that belong to laws, standards and documents, not to what happened.
_OF_DOCUMENT = re.compile(
    r"(?:出生|生(?=[，、。；）)]))|(?:起)?(?:正式)?"
    r"(?:施行|实施(?=[。，；、）\n的]|$)|生效|修订|修正|颁布|通过的|印发|出台"
    # 自6月1日|《网络安全法》正式实施后
    r"|发布的《|《[^》\n]{2,40}》(?:正式)?(?:施行|实施|生效|颁布|修订|修正|出台|印发|通过)"
    r")"
)
# 2016年|普通高等学校招生考试, 2016年|山东省高考考生: its name.
_OF_EXAM = re.compile(
    r"(?!的|开始|前后|期间|间|.{0,4}参加)[^，。；至到以起\n]{0,12}?(?:招生|考试|高考|考生|联考|校招)"
)
# 2021年|他就因出借银行卡被处罚过: long before what is told.
# ... no 2023年春节刚过.
_ONCE = re.compile(r"[^，。；\n]{0,40}(?<![刚才一已])过(?=[，。；”]|$)")
# 照片上是一名2019年|牺牲的烈士: of somebody, while another year's months are told.
_ATTRIBUTE = re.compile(r"[^，。；\n]{1,12}的[^，。；\n]{1,8}(?=[，。])")
# 将2021年的旧视频改题为“决堤”: what is old was shown at the time told before it.
_OLD = re.compile(r"[^，。；\n]{0,6}旧(?:视频|照片|图|画面|影像|新闻|闻|文|帖)")
_OF_FOOTAGE = re.compile(
    r"[^，。；\n]{0,10}(?:旧|视频|照片|图片|画面|影像|新闻|事故|事件)"
)


@dataclass(frozen=True, slots=True)
class When:
    """A date or range at text[start:end] of one part of a case.

    ``first`` is (year, month or None, day or None); ``last`` the range's other
    end, None where there is none; ``is_open`` for 以来, 起, 至今. ``leans`` are
    the offsets of an earlier date whose year it needs (同年9月); ``inferred``
    says that the year was taken from the publication or an earlier sentence,
    ``is_early`` that the beginning of the year is meant (2017年初), ``is_late`` its
    end (2021年底), ``is_vague`` that two months in one word are (六七月份).
    """

    start: int
    end: int
    first: tuple[int, int | None, int | None]
    last: tuple[int, int | None, int | None] | None = None
    is_open: bool = False
    leans: tuple[tuple[int, int], ...] = ()
    inferred: bool = False
    is_early: bool = False
    is_late: bool = False
    is_vague: bool = False
    prefix: str = field(default="", compare=False)


def find_dates(text: str, published: date | None) -> list[When]:
    """The dates of a normalised text, in order, ranges put together.

    A bare month takes the year of the date before it; with none, the year of
    publication, or the year before where it would lie ahead. Dates that cannot
    be given a year are left out.

    >>> day = date(2024, 6, 1)
    >>> [w.first[:2] for w in find_dates("2023年5月，同年9月，今年2月", day)]
    [(2023, 5), (2023, 9), (2024, 2)]
    >>> [w.first[:2] for w in find_dates("11月8日", day)]
    [(2023, 11)]
    """
    singles = list(_singles(text, published))
    found: list[When] = []
    for single in singles:
        if found and (joined := _joined(text, found[-1], single)):
            found[-1] = joined
        else:
            found.append(single)
    return [_with_ends(text, when) for when in found if not _of_document(text, when)]


def _singles(text: str, published: date | None) -> Iterator[When]:
    year: int | None = None  # the year in force, with where it was named
    year_at: tuple[int, int] = (0, 0)
    month: int | None = None
    last_day: int | None = None
    for match in DATE.finditer(text):
        leans: tuple[tuple[int, int], ...] = ()
        inferred = False
        day = read_number(match["day"] or match["bday"] or match["iday"])
        if match["first_year"]:
            year, year_at, month = int(match["last_year"]), match.span(), None
            first_year = int(match["first_year"])
            yield When(*match.span(), (first_year, None, None), (year, None, None))
            continue
        named = match["year"] or match["iyear"]
        if named:
            its_year: int | None = read_year(named)
        elif match["relative"]:
            its_year = _relative(match, year, published)
            if its_year is None and match["month"]:
                its_year, inferred = _year_of_bare(
                    read_month(match["month"]), day, year, published
                )
            if match["relative"] in _SAME_YEAR | _NEXT_YEAR and year:
                leans = (year_at,)
        elif match["loose"]:
            its_year = published.year if published else None
            inferred = True
        elif match["leaning"]:
            is_told = bool(_TOLD.fullmatch(text, year_at[1], match.start()))
            its_year, its_month, leans = _leaning(
                match["leaning"], year, month, year_at, None if is_told else published
            )
            if its_year is None:
                continue
            year, month, last_day = its_year, its_month, read_number(match["lday"])
            yield When(*match.span(), (its_year, its_month, last_day), leans=leans)
            continue
        elif match["day_alone"]:
            if year and month:
                last_day = int(match["day_alone"])
                yield When(*match.span(), (year, month, last_day), leans=(year_at,))
            continue
        elif match["day_after"]:
            # Resolved to the month alone: the days around its first and last are not
            # worked out.
            if year and month and last_day:
                when = (year, month, last_day)
                yield When(*match.span(), when, leans=(year_at,))
            continue
        else:
            bare = read_month(match["bare"])
            its_year, inferred = _year_of_bare(bare, day, year, published)
            if year and its_year == year:
                leans = (year_at,)
        if its_year is None or not 1990 <= its_year <= 2100:
            continue
        its_month = read_month(match["month"] or match["bare"] or match["imonth"])
        # 2023年5月 ... 从2021年起陆续买入 ... 5月2日: that is 2023's.
        # 该视频为2021年外地的旧视频 ... 7月1日: nor is that 2021's.
        is_aside = (
            month
            and not its_month
            and (
                _OPEN.match(text, match.end())
                or _OF_FOOTAGE.match(text, match.end())
                or _ATTRIBUTE.match(text, match.end())
            )
        ) or (not its_month and _ONCE.match(text, match.end()))
        if not is_aside:
            year, month, last_day = its_year, its_month, day
            if not leans:
                year_at = match.span()
        first, last = (its_year, its_month, day), None
        if match["first_month"]:
            first, last = (its_year, read_month(match["first_month"]), None), first
        yield When(
            *match.span(),
            first,
            last,
            leans=leans,
            inferred=inferred,
            is_vague=match["first_month"] is not None,
            is_early=(match["part"] or "").endswith("初"),
            is_late=(match["part"] or "").endswith(("底", "末", "下半年")),
        )


def _relative(
    match: re.Match[str], year: int | None, published: date | None
) -> int | None:
    words, month = match["relative"], read_month(match["month"]) or 0
    if words in _SAME_YEAR:
        return year
    if words in _NEXT_YEAR:
        return year + 1 if year else None
    if published is None:
        return None
    # 今年9月, published in January: written before the turn of the year
    is_old = words[0] in "今本" and month > published.month + 2 and published.month < 4
    return published.year - {"去": 1, "上": 1, "前": 2}.get(words[0], int(is_old))


def _leaning(
    words: str,
    year: int | None,
    month: int | None,
    year_at: tuple[int, int],
    published: date | None,
) -> tuple[int | None, int | None, tuple[tuple[int, int], ...]]:
    """同月, 当月 lean on the month before; 次月 on the one after it; 本月, 这个月
    and 上月 on publication, or without one on the month before, when it was told."""
    if words[0] == "上" and published is None and year and month:
        earlier = (year, month - 1) if month > 1 else (year - 1, 12)
        return *earlier, (year_at,)
    if words in {"同月", "当月", "次月"}:
        if year is None or month is None:
            return None, None, ()
        later = month + 1 if words == "次月" else month
        return (year + 1, 1, (year_at,)) if later > 12 else (year, later, (year_at,))
    if published is None:
        return None, None, ()
    if words in {"本月", "这个月", "这月"}:
        return published.year, published.month, ()
    if published.month == 1:
        return published.year - 1, 12, ()
    return published.year, published.month - 1, ()


def _year_of_bare(
    month: int | None, day: int | None, year: int | None, published: date | None
) -> tuple[int | None, bool]:
    """The year of a month that names none: the one in force, else publication's."""
    if month is None:
        return None, True
    if year is not None:
        if published and (year, month) > (published.year, published.month):
            return year - 1, True
        return year, False
    if published is None:
        return None, True
    ahead = (month, day or 1) > (published.month, published.day)
    return published.year - ahead, True


def _joined(text: str, first: When, second: When) -> When | None:
    """The two as one range, where only 至, 到 or a dash stands between them."""
    between = text[first.end : second.start]
    end = second.first
    # 2022年6月、7月: two months that follow each other, and no days.
    is_pair = between in _AND and _is_next_month(first.first, end)
    if first.last is not None or len(between) > 16:
        return None
    if not is_pair and not _TO.fullmatch(between):
        return None
    # 2023年12月至5月 ends in the next year.
    if second.leans and first.first[1] and end[1] and end[:2] < first.first[:2]:
        end = (end[0] + 1, end[1], end[2])
    return replace(
        first, end=second.end, last=end, leans=first.leans, inferred=first.inferred
    )


def _is_next_month(
    first: tuple[int, int | None, int | None],
    second: tuple[int, int | None, int | None],
) -> bool:
    """Whether a month without a day comes right after another."""
    if not (first[1] and second[1]) or first[2] or second[2]:
        return False
    return (second[0] - first[0]) * 12 + second[1] - first[1] == 1


def _with_ends(text: str, when: When) -> When:
    """The date with what follows it: 至5日, 至今, 以来."""
    prefix = text[max(0, when.start - 12) : when.start]
    end, last, is_open = when.end, when.last, False
    if last is None and _FROM.search(prefix) and text[when.end : when.end + 1] != "的":
        is_open = True
    if last is None:
        to = _TO.match(text, end)
        if to and (day := _DAY_ONLY.match(text, to.end())):
            end, last = day.end(), when.first
        elif to and (now := _NOW.match(text, to.end())):
            end, is_open = now.end(), True
        elif ended := _TO_ENDED.match(text, end):
            end, is_open = ended.end(), True
    opens = _OPEN.match(text, end)
    if last is None and not is_open and opens:
        end, is_open = opens.end(), True
    elif when.is_vague and opens:
        # 从六七月份开始
        end, is_open, last = opens.end(), True, None
    return replace(when, end=end, last=last, is_open=is_open, prefix=prefix)


def _of_document(text: str, when: When) -> bool:
    if when.first[1] is None and _OF_EXAM.match(text, when.end):
        return True
    if when.first[1] is None and _OLD.match(text, when.end):
        return True
    if _OF_DOCUMENT.match(text, when.end):
        return True
    opening = text.rfind("《", max(0, when.start - 60), when.start)
    return opening >= 0 and "》" not in text[opening : when.start]
