"""Counts of persons in a case, and what is said of those counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cases.reader import prose
from cases.reader.clean import View
from cases.reader.count_kinds import (
    Kind,
    counts_others,
    counts_row_of_others,
    kind_of,
)
from cases.reader.count_stages import NAMED_BEFORE, Place, stage_told
from cases.reader.count_words import (
    CATCH,
    COERCIVE,
    DEALT,
    EARLIER,
    ELSEWHERE_BEFORE,
    ELSEWHERE_IN_SENTENCE,
    MORE,
    MORE_EARLIER,
    OFFENDER_LATER,
    OFFENDER_NOUN,
    PART,
    REST,
    TOTAL,
    UNIT,
    Stage,
)
from cases.reader.names import Name, find_names, names_between
from cases.reader.numbers import Number, find_numbers, qualifier_after
from cases.reader.persons import persons
from cases.reader.results import Qualifier


@dataclass(frozen=True, slots=True)
class Count:
    """A number of persons in one part of the case, and what is said of them.

    ``kind``: under a coercive measure, caught, dealt with otherwise, taught only
    (批评教育), told with
    offenders' names, or only described; ``stage`` says which measure or decision.
    ``is_part`` (其中3人) counts some of a number told before; ``is_more``
    (又抓获2人) others; ``is_total`` (共抓获9人) all; ``is_rest`` (其余8人) all but
    those told before; ``by_name`` (张某已被逮捕) offenders named without a number;
    ``is_elsewhere`` (各地据此抓获80人) those that other authorities caught;
    ``lead`` holds the names in the row before a number (张某、李某等5人), and
    ``is_new`` says that none of them was told of before.
    """

    view: View
    start: int
    end: int
    value: int
    qualifier: Qualifier
    kind: Kind
    stage: Stage = ""
    sentence: int = 0
    is_part: bool = False
    is_more: bool = False
    is_total: bool = False
    is_rest: bool = False
    in_heading: bool = False
    by_name: bool = False
    is_elsewhere: bool = False
    lead: frozenset[str] = frozenset()
    is_new: bool = False


def find_counts(view: View, in_heading: bool) -> list[Count]:
    """The counts of offenders in one part of a case, in order.

    Police, victims, users, records and a wider campaign's counts are left out.
    """
    text = countable(view.text)
    sentences = prose.Finder(prose.sentences(text))
    clauses = prose.Finder(prose.clauses(text))
    found: list[Count] = []
    last = 0
    for start, end, number in persons(text):
        index = clauses.index(start)
        clause = clauses.stretches[index]
        sentence = sentences.at(start)
        earlier = _earlier(clauses.stretches, index, sentence.start)
        place = Place(
            clause,
            earlier,
            text[clause.end : min(sentence.end, clause.end + 60)],
            text[max(sentence.start, last, clause.start - 80) : clause.start],
            text[clause.start : start],
            text[end : clause.end],
            is_later=bool(found) and found[-1].sentence < sentences.index(start),
        )
        last = end
        row = row_before(text, start)
        count = _count(view, text, number, end, place, row)
        if count is not None and row:
            told = text[: row[0].start]
            lead = frozenset(name.name for name in row)
            is_new = not any(name in told for name in lead)
            count = replace(count, lead=lead, is_new=is_new)
        if count is not None and _AGENCYS_TOTAL.search(sentence.text):
            count = replace(count, kind="described", stage="")
        if count is not None and (earlier_end := found[-1].end if found else 0):
            is_more = count.is_more or _are_new(text, count, earlier_end)
            count = replace(count, is_more=is_more)
        if count is not None:
            found.append(
                replace(count, sentence=sentences.index(start), in_heading=in_heading)
            )
    return found


_PRONOUN = re.compile("[二两三四五]人")


def _are_new(text: str, count: Count, earlier_end: int) -> bool:
    """Whether a pronoun counts persons first named after the count before it:
    团伙13人落网。写出软件的孟某、贺某也被锁定，民警将二人抓获."""
    if not _PRONOUN.match(text, count.start):
        return False
    between = {name.name for name in find_names(text[earlier_end : count.start])}
    return len(between) == count.value and not any(
        name in text[:earlier_end] for name in between
    )


# 骨干成员5名，: a member of a row of groups, under one verb.
_GROUP = re.compile(r"[^\d，：；。]{2,16}\d{1,4}余?[名人][，；。]?")


def _earlier(clauses: Sequence[prose.Stretch], index: int, opening: int) -> str:
    """The clause of the sentence before one, and those before it that its verb
    governs: 抓获头目1名，骨干成员5名，一般成员14名."""
    words = ""
    for previous in reversed(clauses[max(0, index - 4) : index]):
        if previous.start < opening or previous.text[-1] not in "，：；":
            break
        words = previous.text + words
        if not _GROUP.fullmatch(previous.text):
            break
    return words


# An agency's total, not this case's.
_AGENCYS_TOTAL = re.compile(
    # 今年以来，该局共抓获嫌疑人236名; 2024年上半年，我市警方抓获嫌疑人812名
    r"(?:(?:今年|去年|近年|20\d\d年|年初|月份?|行动|工作|战役|活动|(?:开展|启动|部署))以?来"
    r"|上半年|下半年|全年|[一二三四]季度|前\d{1,2}个?月|20\d\d年，(?=全[市省县区州]|我[市县区省]))[^。]{0,24}"
    r"(?:局|队|机关|警方|部门|院|全[市省县区国州]|我[市县区省])[^。]{0,30}"
    r"(?:抓获|刑拘|打掉|破获|起诉|批捕|批准逮捕|审结|判处)(?![^。]*(?:该案|该团伙|本案))"
    # 全市公安机关共打掉团伙26个，抓获嫌疑人340人
    r"|(?:全[市省县区州旗盟]|各地|各级)(?:各级|各地)?(?:公安|警方|网安|检察|法院|政法)[^。，；]{0,24}"
    r"(?:打掉|破获|侦破|查处|捣毁|办理|侦办)[^。，；\d]{0,12}(?!1[起个件宗])\d{1,6}余?[起个件宗]"
    # 该院共起诉电信网络诈骗犯罪嫌疑人88人
    r"|(?:检察机关|[检法该]院|检察院|法院)(?:已|还)?(?:共|累计)(?:依法)?(?:起诉|批捕|批准逮捕|办理|受理|审结"
    r"|判处)[^。，某等]{2,20}(?:犯罪|案|嫌疑人|被告人)[^。，某等]{0,8}\d[件人名余]"
)


# 张某（男，35岁）、李某（网名“小刀”）: what brackets say of one person has commas
# that are no clause's, and ages that are no counts.
_BIOGRAPHY = re.compile(
    r"（(?:男|女|化名|网名|昵称|绰号|另案|在逃|时年|现年|\d{2}岁|系"
    r"|\d{4}年)[^（）\n]{0,40}）"
)


def countable(text: str) -> str:
    """The facts of the case without what brackets say of a person."""
    own = prose.own_facts(text)
    return prose.mask(own, [match.span() for match in _BIOGRAPHY.finditer(own)])


# 张某、李某|等犯罪嫌疑人5名, 张某、李某|夫妻二人
_ROW_END = re.compile(
    r"(?:（[^（）]{0,20}）)?(?:(?:等|为首的|在内的)[^，。；：、\d（）]{0,10}|"
    r"夫妻|夫妇|兄弟|姐妹|父子|父女|母子|母女|兄妹|姐弟|情侣)?(?:共计?)?"
)
_ROW_LINK = re.compile(r"(?:（[^（）]{0,20}）)?(?:、|和|与|及|以及)")


def row_before(text: str, start: int) -> Sequence[Name]:
    """The names of the row that a number stands behind: 张某、李某等5人."""
    names = names_between(find_names(text), max(0, start - 80), start)
    if not names or not _ROW_END.fullmatch(text, names[-1].end, start):
        return ()
    first = len(names) - 1
    while first and _ROW_LINK.fullmatch(text, names[first - 1].end, names[first].start):
        first -= 1
    return names[first:]


def _count(
    view: View,
    text: str,
    number: Number,
    end: int,
    place: Place,
    names: Sequence[Name],
) -> Count | None:
    """The number as a count of offenders, or None when it counts others; ``names``
    are those of the row before it."""
    before, after = place.before, place.after
    stage = "" if _AMONG.match(after) else stage_told(before, after, place)
    offender = bool(
        OFFENDER_NOUN.match(after)
        or OFFENDER_LATER.match(after)
        or OFFENDER_NOUN.search(before[-12:])
        or _THEY.search(before)
    )
    if _PRONOUN.match(text, number.start) and after.startswith("的"):
        return None  # 将接应二人的“蛇头”抓获: it is not of them that is told
    near = others = before
    if names:
        first = text[place.clause.start : names[0].start]
        if counts_row_of_others(first):
            return None
        # Of the row one name, so that the words before it are near.
        near = f"{first}某{text[names[-1].end : number.start]}"
        # 为团伙提供服务的张某等5人: they are none of those whom the service is for.
        others = near[len(first) :] if first.endswith("的") else near
    if counts_others(others, after, place, offender=offender, stage=stage):
        return None
    named = bool(names or NAMED_BEFORE.search(before))
    qualifier = number.qualifier
    if trailing := qualifier_after(text, end):
        qualifier, end = trailing
    bracket = text.rfind("（", max(0, number.start - 40), number.start)
    part = bool(
        bracket > text.rfind("）", max(0, number.start - 40), number.start)
        or PART.search(_ROW_TAIL.sub("", before)[-8:])
        or (_AMONG_THEM.search(place.earlier) and not _FATE.search(place.clause.text))
        or (PART.match(place.earlier[:3]) and not before.strip())
    )
    row = bool(_GROUP.fullmatch(place.clause.text))
    kind = kind_of(
        near, after, place, stage, named or offender or part or row, offender, named
    )
    if kind is None:
        return None
    if (
        kind in {"caught", "dealt", "admonished"}
        and not (offender or named or row)
        and not _is_object(before, after)
    ):
        return None
    start, value = number.start, int(number.value or 0)
    if (offender or _HIS_STAFF.search(before) or _COMPANION.match(after)) and (
        company := _WITH_COMPANY.search(before)
    ):
        start = place.clause.start + company.start()
        value += company.group().count("、") + 1
    return Count(
        view,
        start,
        end,
        value,
        qualifier,
        kind,
        stage,
        is_part=part,
        is_more=bool(
            MORE.search(before)
            or EARLIER.search(before)
            or MORE_EARLIER.search(place.opening)
            or _ALSO_AFTER.match(after)
            or (place.is_later and _SURRENDERS.match(after))
        ),
        is_total=bool(
            (TOTAL.search(_ROW_BEFORE.sub("", before)) and not EARLIER.search(before))
            or _UP_TO_NOW.search(place.earlier)
        ),
        is_rest=bool(REST.search(before)),
        is_elsewhere=bool(
            ELSEWHERE_BEFORE.search(before)
            or ELSEWHERE_IN_SENTENCE.search(place.opening + before)
        ),
    )


# 含出资人6名、|骨干: what 含 says of the first of a row it says of all.
_ROW_TAIL = re.compile(r"(?:\d{1,4}余?[名人][、和及与][^，。；、\d]{1,10}){1,5}$")
# 归案的14人里，|骨干3人
_FATE = re.compile(f"{CATCH.pattern}|{DEALT.pattern}|{COERCIVE.pattern}")
_AMONG_THEM = re.compile(r"(?:[名人]|人员)[当之]?[中里]，$")
# 他们一共5人
_THEY = re.compile("(?:他们|她们|这伙人|一伙人)(?:一共|总共|共有?|有)$")
# 三名嫌疑人中，乐某、于某被刑拘: the decision is about some of them.
_AMONG = re.compile("[^，。；\\d]{0,8}中(?:，|[已现]?有)")


# 购买软件的5名网民也被处以警告: others than those told before.
_ALSO_AFTER = re.compile(
    "[^，。；]{0,8}(?:也|亦)(?:在?随后|之后|后来|很快|最终|已|先后|陆续|相继|分别|依法|均|一并|同时){0,3}(?:被|落网|归案|到案|投案)"
)
# 至此，|15名嫌疑人全部归案
_UP_TO_NOW = re.compile(r"(?:至此|截[至止]目前|目前为止|截[至止]发稿)，$")
# 抓获12人。慑于压力，3名嫌疑人|投案自首: they come on top of those caught.
_SURRENDERS = re.compile(
    r"(?:犯罪)?(?:嫌疑人|成员|骨干|同伙)?(?:先后|相继|陆续|主动|也|到|向){0,3}(?:公安机关|警方|派出所)?"
    r"(?:投案|自首)"
)
# 抓获董某和9名业务骨干: ten in all.
_WITH_COMPANY = re.compile(
    r"(?:[\u4e00-\u9fff]某[\u4e00-\u9fff]?、[^，。；、\d某抓捕将把对]{0,5}){0,4}"
    r"[\u4e00-\u9fff]某[某\u4e00-\u9fff]?"
    r"(?:和|与|及|以及|连同|带着|带领|携)(?:其|其他|另外|他的|她的)?"
    r"(?:(?:雇佣|雇用|招募|聘用|手下|手底下|公司|团队)的?)?$"
)
_COMPANION = re.compile(
    "(?:公司)?(?:帮手|帮凶|帮工|助手|搭档|徒弟|伙计|马仔|小弟|跟班|随从"
    "|客服|业务员|技术员|推广员|程序员|话务员|会计|财务|代理|助理|店员|员工|雇员|下属|手下"
    "|同伙|老乡|同乡|亲友|亲戚|亲属|家人|朋友|同事|同学|工友|室友)"
)
_HIS_STAFF = re.compile("(?:雇佣|雇用|招募|聘用|手下)的?$")
# 共抓获卡农18人、|买家11人: the total is of the first only.
_ROW_BEFORE = re.compile(r"^.*\d余?[人名][、和及与]")
_OBJECT_BEFORE = re.compile(
    # 抓获运营人员|4名, 控制推广组长|2人
    r"(?:抓获|抓捕|捕获|擒获|缉获|控制|传唤|刑拘|打掉)了?[^，。；、\d]{0,8}"
    r"(?:人员|[者员手商]|骨干|组长|主管|老板|股东|代理|客服|司机|[男女]子|夫妻)$"
    # 抓获卡头4名、卡商|8名
    r"|\d余?[人名]、[^，。；、\d]{1,10}$"
    # 对购买者|8人行政拘留
    r"|对[^，。；、\d]{0,12}(?:人员|[者员手商客]|网民|网友|代理|买家|学生)$"
    r"|(?:抓获|抓捕|捕获|擒获|查获|缉获|拘捕|逮捕|指控|抓|控制|到案|归案|查处|打掉|处罚|拘留|起诉|判处"
    r"|传唤|带回|处理|打处|警告|罚款|了|共|其|将|对|有|已|的|，|：|、|^|“|”|！|致|令"
    r"|使|涉案|上述|以上|其中|该|另外?|另有|其余|其他|剩余|余下)$"
)
_FATE_AFTER = re.compile(
    r"^[^，。；]{0,10}(?:被|已|诉[至到诸上]|落网|到案|归案|因|均|获刑|抓|判|！|，|。|$)"
    # 4人|在警方的收网行动中悉数落网
    r"|^[^，。；\d]{0,24}(?:落网|落马|到案|归案|被抓|就擒|被擒|获刑|领刑)"
)


def _is_object(before: str, after: str) -> bool:
    """Whether a bare count is the verb's object or subject: 抓获5人, 2人落网."""
    return bool(_OBJECT_BEFORE.search(before.removesuffix("计"))) or bool(
        _FATE_AFTER.match(after)
    )


def has_count(words: str) -> bool:
    """Whether the words count persons: 上述3人已被刑事拘留."""
    return any(UNIT.match(words, number.end) for number in find_numbers(words))


def names_before(count: Count, suspects: frozenset[str]) -> int:
    """How many offenders are named in a count's sentence before it, each once."""
    text = count.view.text
    sentence = prose.Finder(prose.sentences(text)).at(count.start)
    names = [
        name
        for name in find_names(text)
        if sentence.start <= name.start < count.start and name.name in suspects
    ]
    if not names:
        return 0
    # 根据刘某供述，又将另外4名同伙抓获: nothing is done to him there.
    told = text[sentence.start : count.start]
    # 杨某、柳某以及另外10人落网: they stand in one row.
    if row := _NAMED_ROW.search(told):
        return len({name.name for name in find_names(row.group())} & suspects)
    if not (CATCH.search(told) or DEALT.search(told) or COERCIVE.search(told)):
        return 0
    return len({name.name for name in names})


_NAMED_ROW = re.compile(
    r"(?:[\u4e00-\u9fff]某[某\u4e00-\u9fff]?、){0,6}[\u4e00-\u9fff]某[某\u4e00-\u9fff]?"
    r"(?:和|与|及|以及|连同)(?:其余|其他|其它|另外|剩余|余下)(?:的)?$"
)
