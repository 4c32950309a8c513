"""Invents one case: what happened, and the passage that tells it.

What is not stated is as frequent as in real bulletins; passages have 150 to 600
characters. The facts stand in the passage, each at the place that its evidence names.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from math import exp
from random import Random
from typing import Any

from tests.bench.scale.vocabulary import Burst, Vocabulary

# Shares of cases, as in the published bulletins that Casebook was measured with.
WITHOUT_MONTH = 0.56
WITHOUT_CITY = 0.29
WITHOUT_TITLE = 0.18
# Of those without a city: the text names the province.
PROVINCE_ONLY = 0.25
# Of those with a city: the text names a county of it.
COUNTY = 0.3
WITHOUT_PEOPLE = 0.25
WITHOUT_COERCIVE = 0.6
WITHOUT_AMOUNT = 0.45
SECOND_AMOUNT = 0.12
OFFENCES_A_CASE = ((1, 66), (2, 26), (3, 8))
SHORTEST, LONGEST, USUAL = 150, 600, 260
# Names of firms, programs and platforms that occur in one case only.
OWN_NAME = 0.3

SURNAMES = "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
OUTCOMES = (
    ("criminal-coercive", 34, "依法采取刑事强制措施"),
    ("arrested", 22, "抓获归案"),
    ("administrative-penalty", 14, "依法予以行政处罚"),
    ("convicted", 8, "被判处有期徒刑"),
    ("prosecuted", 6, "被依法提起公诉"),
    ("administrative-detention", 6, "处以行政拘留"),
    ("investigating", 6, "案件正在进一步侦办中"),
    ("account-closure", 4, "关闭违法账号"),
)
WITHOUT_OUTCOME = 0.12
KINDS = (
    ("involved", 60, "涉案金额"),
    ("gain", 25, "非法获利"),
    ("loss", 15, "造成损失"),
)
OPENINGS = (
    "公安机关网安部门工作发现，",
    "公安局网安支队接群众举报，",
    "公安局经侦查查明，",
    "网警在工作中发现，",
    "公安机关接到报案称，",
)
DEEDS = (
    "犯罪嫌疑人{name}等人通过网络实施{words}违法犯罪活动，",
    "{name}为牟取非法利益，组织他人从事{words}，",
    "犯罪嫌疑人{name}利用{own}软件实施{words}，",
    "以{name}为首的犯罪团伙通过{own}平台{words}，",
    "违法行为人{name}在网络平台发布信息，从事{words}，",
)
JOINTS = "的在并与向从对将以为被其"
ENDS = ("，", "，", "，", "。", "；")


@dataclass(frozen=True, slots=True)
class Mark:
    """A value and the range of the passage that it was read from."""

    field: str
    value: Any
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money in yuan and what it counts."""

    kind: str
    yuan: int
    qualifier: str


@dataclass(slots=True)
class Told:
    """One case: its passage, its facts, and the marks of each in the passage.

    ``region`` is the code that the text names, ``city`` that of its city; both None
    when it names none. ``month_back`` says how many months before the bulletin the
    case was; None when the text does not date it.
    """

    title: str | None = None
    text: str = ""
    region: str | None = None
    city: str | None = None
    agency: str = ""
    month_back: int | None = None
    offences: list[str] = field(default_factory=list)
    suspects: list[str] = field(default_factory=list)
    people: int | None = None
    coercive: int | None = None
    sums: list[Sum] = field(default_factory=list)
    outcomes: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


class _Passage:
    """A text that grows at its end and remembers where values stand."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.marks: list[Mark] = []

    def say(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)

    def state(self, name: str, value: Any, words: str) -> None:
        start = self.length
        self.say(words)
        self.marks.append(Mark(name, value, start, self.length))


class Teller:
    """Tells cases with one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def tell(
        self, random: Random, bursts: tuple[Burst, ...], month: Callable[[int], str]
    ) -> Told:
        """A case; ``month`` writes the month so many months before the bulletin.

        The value of the month's mark is the number of months, for the caller to
        turn into a date.
        """
        words = self.vocabulary
        told = Told()
        passage = _Passage()
        self._place_and_month(random, told, passage, month)
        passage.say(random.choice(OPENINGS))
        own = random.choices(words.characters, k=3)
        own_name = "".join(own) if random.random() < OWN_NAME else "某某"
        name = random.choice(SURNAMES) + random.choice(("某", "某某"))
        told.suspects = [name]
        self._offences(random, told)
        deed = random.choice(DEEDS).replace("{own}", own_name)
        before, _, rest = deed.partition("{name}")
        passage.say(before)
        passage.state("suspects", name, name)
        between, _, after = rest.partition("{words}")
        passage.say(between)
        for slug, wording in told_words(random, words, told.offences):
            passage.state("offences", slug, wording)
        passage.say(after)
        length = int(random.triangular(SHORTEST, LONGEST, USUAL)) - 60
        for burst in bursts:
            if random.random() < burst.share:
                passage.say(burst.word)
        self._prose(random, passage, length)
        self._sums(random, told, passage)
        self._people(random, told, passage)
        self._outcomes(random, told, passage)
        told.text = "".join(passage.parts)
        told.marks = passage.marks
        if random.random() >= WITHOUT_TITLE:
            wording = random.choice(_offence(words, told.offences[0])) or "网络违法"
            told.title = f"{name}等人{wording}案"
        return told

    def _place_and_month(
        self,
        random: Random,
        told: Told,
        passage: _Passage,
        month: Callable[[int], str],
    ) -> None:
        words = self.vocabulary
        if random.random() >= WITHOUT_MONTH:
            told.month_back = int(random.triangular(0, 14, 2))
            passage.state("month", told.month_back, month(told.month_back))
        else:
            passage.say(random.choice(("近日", "前期", "日前", "今年以来")))
        passage.say("，")
        if random.random() >= WITHOUT_CITY:
            (city,) = random.choices(words.cities, cum_weights=words.city_weights)
            counties = words.counties.get(city.code, ())
            told.city, told.region = city.code, city.code
            named = city.name
            if counties and random.random() < COUNTY:
                county = counties[int(len(counties) * random.random() ** 2)]
                told.region, named = county.code, city.name + county.name
            passage.state("region", told.region, named)
            told.agency = f"{named}公安局"
        elif random.random() < PROVINCE_ONLY:
            province = random.choice(words.provinces)
            told.region = province.code
            passage.state("region", province.code, province.name)

    def _offences(self, random: Random, told: Told) -> None:
        numbers, shares = zip(*OFFENCES_A_CASE, strict=True)
        (number,) = random.choices(numbers, shares)
        drawn = random.choices(
            self.vocabulary.offences,
            cum_weights=self.vocabulary.offence_weights,
            k=number,
        )
        told.offences = list(dict.fromkeys(one.slug for one in drawn))

    def _prose(self, random: Random, passage: _Passage, length: int) -> None:
        """Words of the long tail until the passage has so many characters."""
        words = self.vocabulary
        missing = max(length - passage.length, 20)
        drawn = iter(
            random.choices(
                words.words, cum_weights=words.word_weights, k=missing // 2 + 4
            )
        )
        last = passage.length + missing
        while passage.length < last:
            clause = []
            for _ in range(random.randint(2, 4)):
                clause.append(next(drawn, ""))
                if random.random() < 0.4:
                    clause.append(random.choice(JOINTS))
            passage.say("".join(clause) + random.choice(ENDS))

    def _sums(self, random: Random, told: Told, passage: _Passage) -> None:
        if random.random() < WITHOUT_AMOUNT:
            return
        kinds = [kind for kind, _, _ in KINDS]
        weights = [weight for _, weight, _ in KINDS]
        labels = {kind: label for kind, _, label in KINDS}
        number = 2 if random.random() < SECOND_AMOUNT else 1
        for kind in dict.fromkeys(random.choices(kinds, weights, k=number)):
            ten_thousands = max(1, round(exp(random.gauss(4.0, 1.8))))
            more = random.random() < 0.5
            told.sums.append(
                Sum(kind, ten_thousands * 10_000, "at-least" if more else "exact")
            )
            passage.say(labels[kind])
            wording = f"{ten_thousands}{'余' if more else ''}万元"
            passage.state("amount", told.sums[-1], wording)
            passage.say("。")

    def _people(self, random: Random, told: Told, passage: _Passage) -> None:
        if random.random() < WITHOUT_PEOPLE:
            return
        told.people = max(1, round(exp(random.gauss(1.2, 1.0))))
        passage.say("公安机关抓获犯罪嫌疑人")
        passage.state("people", told.people, f"{told.people}名")
        if random.random() >= WITHOUT_COERCIVE:
            told.coercive = max(1, round(told.people * random.uniform(0.4, 1)))
            passage.say("，其中采取刑事强制措施")
            passage.state("coercive", told.coercive, f"{told.coercive}人")
        passage.say("。")

    def _outcomes(self, random: Random, told: Told, passage: _Passage) -> None:
        if random.random() < WITHOUT_OUTCOME:
            passage.say("有关情况将及时公布。")
            return
        weights = [weight for _, weight, _ in OUTCOMES]
        number = 2 if random.random() < 0.15 else 1
        passage.say("目前，上述人员已")
        for slug, _, wording in dict.fromkeys(
            random.choices(OUTCOMES, weights, k=number)
        ):
            told.outcomes.append(slug)
            passage.state("outcome", slug, wording)
            passage.say("。")


def _offence(vocabulary: Vocabulary, slug: str) -> tuple[str, ...]:
    (words,) = (one.words for one in vocabulary.offences if one.slug == slug)
    return words or ("网络违法",)


def told_words(
    random: Random, vocabulary: Vocabulary, slugs: list[str]
) -> list[tuple[str, str]]:
    """How a text names these offences, one wording each."""
    return [(slug, random.choice(_offence(vocabulary, slug))) for slug in slugs]
