"""Personal data that a public page must not show without an editor's decision.

The gate before publishing: ID numbers, mobile phones, bank cards, number plates, home
addresses, suspects, victims and witnesses whose names are printed in full, and minors.
A flag is a question to the editor, who blacks the words out or lets them stand with a
recorded reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import phonenumbers
from phonenumbers import PhoneNumberMatcher, PhoneNumberType
from stdnum import luhn
from stdnum.cn import ric
from stdnum.exceptions import ValidationError


class Kind(StrEnum):
    """What kind of personal data a flag is about."""

    ID_NUMBER = "id-number"
    MOBILE = "mobile"
    BANK_CARD = "bank-card"
    NUMBER_PLATE = "number-plate"
    ADDRESS = "address"
    FULL_NAME = "full-name"
    VICTIM = "victim"
    MINOR = "minor"


@dataclass(frozen=True, slots=True, order=True)
class Flag:
    """Words that need a decision: text[start:end] and the kind of data in them."""

    start: int
    end: int
    kind: Kind


def find_flags(text: str, names: Iterable[str] = ()) -> list[Flag]:
    """Every stretch of the text that needs a decision, in order, none overlapping.

    ``names`` are the suspects as the reader or an editor names them: one that is
    printed in full is flagged wherever it stands. Spans are half-open ranges of
    code points in ``text``.

    >>> text = "嫌疑人王小明（男，16岁）电话13800138000"
    >>> [(text[flag.start : flag.end], str(flag.kind)) for flag in find_flags(text)]
    [('王小明', 'full-name'), ('16岁', 'minor'), ('13800138000', 'mobile')]
    """
    plain = text.translate(NARROW)
    found: list[Flag] = []
    for rule in (_id_numbers, _bank_cards, _mobiles, _plates, _addresses, _minors):
        found += rule(plain)
    found += _full_names(text, names)
    chosen: list[Flag] = []
    # An ID number is no bank card and no phone: the earlier and longer one stays.
    for flag in sorted(found, key=lambda flag: (flag.start, -flag.end)):
        if not chosen or flag.start >= chosen[-1].end:
            chosen.append(flag)
    return chosen


def is_full_name(name: str) -> bool:
    """Whether a name is printed without a mask, as a person's name is.

    >>> [is_full_name(name) for name in ("王小明", "欧阳明", "阿里木·买买提", "张三")]
    [True, True, True, True]
    >>> [is_full_name(name) for name in ("王某", "王某明", "王××", "小王", "王女士")]
    [False, False, False, False, False]
    """
    name = name.strip()
    if MASK.search(name) or TITLED.fullmatch(name):
        return False
    return bool(PERSON.fullmatch(name) or DOTTED_NAME.fullmatch(name))


# Full-width digits, letters and hyphens say the same as the narrow ones.
NARROW = {0xFEE0 + code: chr(code) for code in range(0x21, 0x7F)} | {0x3000: " "}

# ---- Numbers ----------------------------------------------------------------

# 17 digits and a check digit, in one run or grouped: 110101 19900307 1234.
ID_NUMBER = re.compile(r"(?<![\dA-Za-z])\d{6}[ -]?\d{8}[ -]?\d{3}[\dXx](?![\dA-Za-z])")
# 16 to 19 digits, in one run or in fours.
BANK_CARD = re.compile(
    r"(?<![\dA-Za-z.])"
    r"(?:\d{16,19}|\d{4}(?:[ -]\d{4}){3}(?:[ -]?\d{1,3})?)"
    r"(?![\dA-Za-z])"
)
# First digits of issuers: UnionPay 62, Visa 4, Mastercard 51-55 and 22-27, JCB 35,
# and the old Chinese debit cards 60, 65, 68, 69, 9558, 9559, 955, 984.
ISSUERS = re.compile(r"62|4|5[1-5]|2[2-7]|35|60|65|68|69|955|984")


def _id_numbers(text: str) -> Iterator[Flag]:
    for match in ID_NUMBER.finditer(text):
        number = re.sub("[ -]", "", match[0])
        try:
            born = ric.get_birth_date(ric.validate(number))
        except ValidationError:
            continue
        if date(1900, 1, 1) <= born <= date.today():
            yield Flag(*match.span(), Kind.ID_NUMBER)


def _bank_cards(text: str) -> Iterator[Flag]:
    for match in BANK_CARD.finditer(text):
        number = re.sub("[ -]", "", match[0])
        if ISSUERS.match(number) and luhn.is_valid(number):
            yield Flag(*match.span(), Kind.BANK_CARD)


def _mobiles(text: str) -> Iterator[Flag]:
    """Chinese mobile numbers; hot lines (110, 12377, 400-...) are none."""
    for match in PhoneNumberMatcher(text, "CN"):
        if phonenumbers.number_type(match.number) == PhoneNumberType.MOBILE:
            yield Flag(match.start, match.end, Kind.MOBILE)


# GA 36: a province's character, a letter, five or six places (no I and no O), the
# last of which may be one of the special characters.
PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]"
    r"[A-HJ-NP-Z][·• -]?[A-HJ-NP-Z0-9]{4,5}(?:[A-HJ-NP-Z0-9]|[警学挂港澳试领])"
    r"(?![A-Za-z0-9])"
)


def _plates(text: str) -> Iterator[Flag]:
    for match in PLATE.finditer(text):
        if sum(map(str.isdigit, match[0])) >= 3:
            yield Flag(*match.span(), Kind.NUMBER_PLATE)


# ---- Addresses --------------------------------------------------------------

# What tells one door from others: 12号, 3栋, 二单元, 501室, 6组.
DOOR = r"(?:[0-9]{1,5}|[一二三四五六七八九十]{1,3})(?:号楼|号|栋|幢|座|单元|室|组|弄)"
# 家住某县某街道12号, 户籍地: ... 6组; or a dwelling by itself: 幸福小区3栋501室.
ADDRESS = re.compile(
    r"(?:家住|现住|暂住|租住|居住|住址|住所|户籍|(?<=[，,、；;（(])住)"
    r"(?:地|所在地|在|于|为|：|:)*"
    rf"([^，,。；;、：:“”\s()（）]{{2,40}}?{DOOR}(?:{DOOR}){{0,3}})"
    r"|([^，,。；;、：:“”\s()（）在于到]{1,12}(?:小区|公寓|花园|家园|新村|家属院|宿舍)"
    rf"(?:{DOOR}){{1,4}})"
)


def _addresses(text: str) -> Iterator[Flag]:
    for match in ADDRESS.finditer(text):
        yield Flag(*match.span(match.lastindex or 0), Kind.ADDRESS)


# ---- Minors -----------------------------------------------------------------

TENS = "一二三四五六七八九十"
TEENS = ("十一", "十二", "十三", "十四", "十五", "十六", "十七")
UNDER_18 = frozenset({*TENS, *TEENS, *map(str, range(1, 18))})

# 16岁, 十六周岁; not an age that a statute draws a line at: 未满18岁, 14周岁以下.
AGE = re.compile(rf"(?<![\d.{TENS}百])(\d{{1,2}}|[{TENS}]{{1,3}})\s?周?岁")
LINE_BEFORE = re.compile(r"(?:[不未已年]?满|[至到\-—~、或])\s?$")
LINE_AFTER = re.compile(r"\s?(?:以上|以下|以内|[至到\-—~]|的?未成年人|儿童节|以后)")
# A word for a minor that stands at a masked or full name, or is told of as one.
MINOR_WORD = (
    "未成年(?:人|犯罪嫌疑人|嫌疑人|犯|少年|学生|男子|女子)?"
    "|小学生|初中生|高中生|中学生|男童|女童|幼女|男孩|女孩|少女|少年|男婴|女婴"
)
MASKED_NAME = r"[\u4e00-\u9fff][某×xX*＊○]"
MINOR_AT_NAME = re.compile(
    rf"(?:{MINOR_WORD})[（(“]?(?={MASKED_NAME})"
    rf"|(?<=[某×*＊])[（(，,、系为是]{{0,2}}(?:{MINOR_WORD})"
)


def _minors(text: str) -> Iterator[Flag]:
    for match in AGE.finditer(text):
        if match[1] not in UNDER_18:
            continue
        if LINE_BEFORE.search(text, max(0, match.start() - 4), match.start()):
            continue
        if LINE_AFTER.match(text, match.end()):
            continue
        yield Flag(*match.span(), Kind.MINOR)
    for match in MINOR_AT_NAME.finditer(text):
        yield Flag(*match.span(), Kind.MINOR)


# ---- Names ------------------------------------------------------------------

# The surnames of all but a few in a thousand people (name report of the Ministry of
# Public Security, 2021), without those that mostly open other words in a suspect's
# place: 通, 向, 和, 时, 曲, 支.
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于"
    "杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史"
    "陶贺毛郝顾龚邵万覃武钱戴严莫孔汤常温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申"
    "欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管"
    "柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏"
    "席卫柏宗瞿桂全佟应臧闵苟邬边卞姬师仇栾隋刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
)
DOUBLE_SURNAMES = (
    *("欧阳", "上官", "皇甫", "令狐", "诸葛", "司徒", "司马", "申屠", "夏侯", "尉迟"),
    *("长孙", "慕容"),
)
SURNAME = f"(?:{'|'.join(DOUBLE_SURNAMES)}|[{''.join(sorted(SURNAMES))}])"
HAN = r"[\u4e00-\u9fff]"

# 王女士: called by a title, as texts do that do not name somebody.
TITLED = re.compile(
    rf"{SURNAME}(?:女士|先生|小姐|太太|夫人|阿姨|大爷|大妈|大伯|大姐|大哥|老师|同学|老板"
    "|经理|师傅|奶奶|爷爷|婆婆|叔叔|老人|老太|医生|教授|律师|会计|警官)"
)
# 王芳（化名）: the name is nobody's.
PSEUDONYM = re.compile(r"[（(][^（）()]{0,4}化名")
MASK = re.compile(r"[某×✕ⅹ*＊○〇█xX]")
PERSON = re.compile(rf"{SURNAME}{HAN}{{1,2}}")
# Uyghur, Kazakh, Tibetan names: 阿里木·买买提.
DOTTED_NAME = re.compile(rf"{HAN}{{1,8}}(?:[·•]{HAN}{{1,8}}){{1,3}}")

# Where a suspect's name stands: 犯罪嫌疑人王小明（男…, 违法行为人王小明、李小红.
SUSPECT_WORD = (
    "犯罪嫌疑人|违法嫌疑人|违法犯罪嫌疑人|嫌疑人|嫌犯|违法行为人|违法人员|行为人"
    "|被告人|被告|罪犯|涉案人员|涉案人|当事人|网民|网友|主犯|从犯|同伙|男子|女子"
)
# What follows a name, and no verb of it: 王小明等人, 王小明（男, 王小明因, 王小明在.
AFTER_NAME = "(?=[，,、（(：:；;。”等因为在于以将自从与和及伙系的利通被]|$)"
NAME_AFTER_WORD = re.compile(
    rf"(?:{SUSPECT_WORD})[：:“]?({SURNAME}{HAN}{{1,2}}?){AFTER_NAME}"
)
# The others whom a text may name: 被害人李小红, 证人赵大勇.
VICTIM_WORD = (
    "被害人|受害人|受害者|被害者|受害群众|受骗人|失主|事主"
    "|报案人|报警人|举报人|投诉人|证人"
)
NAME_OF_VICTIM = re.compile(
    rf"(?:{VICTIM_WORD})[：:“]?({SURNAME}{HAN}{{1,2}}?){AFTER_NAME}"
)
NEXT_IN_ROW = re.compile(rf"[、和及与]({SURNAME}{HAN}{{1,2}}?){AFTER_NAME}")
# At the head of a title, or before 等人: 王小明等人诈骗案, 抓获王小明等3人.
NAME_BEFORE_OTHERS = re.compile(
    rf"({SURNAME}{HAN}{{1,2}})(?=等\s?[\d{TENS}百余多]*\s?[人名犯])"
)
BEFORE_A_NAME = re.compile(r"(?:^|[\s，。、：:“（(获捕拘人和与及对将由案])$")

# Words that begin with a surname and are no name.
NO_NAMES = re.compile(
    "成[功立为员都]|高[度价额利息薪科校中]|马[上仔甲]|黄[牛色]|方[式法便面]|任[何意务]"
    "|安[装排全徽]|常[用年态]|关[联闭于注]|解[释除决冻]|单[位独]|应[当用聘]|连[续同]"
    "|全[部体国省市]|金[额融钱主]|路[由过人]|游[戏客]|管[理控]|包[括装]|万[元余人]"
    "|明[知确显]|司[机法]|华[人侨]|于[近]|白[天色]|季[度]|申[请报领]|尚[未]|易[贷付]"
    "|符[合]|顾[客问]|简[单称]|边[境]|师[傅生]|房[东产屋]|党[员委]|农[民村户]|车[主辆手]"
    "|古[玩董]|石[油]|曾[经在多因]|左[右]|苗[头]|查[询获实看明]|荣[誉]|费[用]|项[目]"
    "|卫[生健视]|程[序]|武[器警]|史[上料]|严[重厉格]|章[程]|夏[季天]|雷[达同]|龙[头虎]"
    "|田[地间]|段[落子]|迟[到]|温州|宁[波夏]|江[苏西]|武汉|徐州|郑州|太原|邢台|石家庄"
    "|韩[国币元]|苏[州北]|陆[续]|吕梁|汤[山]"
    "|钱[款财物币包]|施[压工展救]|付[款费清出]|毕[业竟]|尤[其]|成[年交]|应[邀]|容[易]"
)


def _full_names(text: str, names: Iterable[str]) -> Iterator[Flag]:
    suspects = {name.strip() for name in names if is_full_name(name)}
    suspects |= {
        match[1]
        for match in NAME_BEFORE_OTHERS.finditer(text)
        if _stands_alone(text, match.start(1)) and _is_name(match[1])
    }
    suspects |= _named_after(NAME_AFTER_WORD, text)
    victims = _named_after(NAME_OF_VICTIM, text) - suspects
    for kind, known in ((Kind.FULL_NAME, suspects), (Kind.VICTIM, victims)):
        for name in known:
            places = [match.span() for match in re.finditer(re.escape(name), text)]
            if not any(PSEUDONYM.match(text, end) for _, end in places):
                yield from (Flag(start, end, kind) for start, end in places)


def _named_after(word: re.Pattern[str], text: str) -> set[str]:
    """The names that stand after such a word, with those in a row with the first."""
    found = set()
    for match in word.finditer(text):
        if not _is_name(match[1]):
            continue
        found.add(match[1])
        place = match.end(1)
        while (row := NEXT_IN_ROW.match(text, place)) and _is_name(row[1]):
            found.add(row[1])
            place = row.end(1)
    return found


def _is_name(words: str) -> bool:
    return is_full_name(words) and not NO_NAMES.match(words)


def _stands_alone(text: str, start: int) -> bool:
    return bool(BEFORE_A_NAME.search(text, max(0, start - 1), start))
