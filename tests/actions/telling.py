"""A made-up bulletin of three cases, and what a reader would find in it."""

from __future__ import annotations

from cases.reader.results import (
    Amount,
    CaseReading,
    Caution,
    Found,
    Place,
    Reading,
    Span,
)

TEXT = """# 河东警方公布三起典型案例

 网安在线   2025-02-10 09:00

案例一：于某某等人破坏计算机信息系统案

2024年8月，运城公安机关工作发现某站点的计量程序被人改动，随即立案侦查，抓获于某某、石某等3人，均采取刑事强制措施，涉案金额200余万元。

![](https://example.org/a.png)

案例二：郑某某侵犯公民个人信息案

2024年9月，长治公安机关查明郑某某买卖公民个人信息，抓获4人，其中5人被采取刑事强制措施。

案例三：高某某编造网络谣言案

近日，大同公安机关查明高某某编造走失孩童的消息，依法处以行政拘留。

关注我们
"""


def span(words: str, after: str = "") -> Span:
    """Where the words stand, the first time behind ``after``."""
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    return start, start + len(words)


def found(value, words: str, after: str = "", **more) -> Found:
    """A value read from words."""
    return Found(value, (span(words, after),), rule="tests", **more)


def case(number: int, first: str, last: str, **fields) -> CaseReading:
    """A case whose passage runs from the first words to the last ones."""
    start, end = span(first)[0], span(last)[1]
    return CaseReading(number, (start, end), TEXT[start:end], **fields)


YUNCHENG = case(
    1,
    "案例一",
    "a.png)",
    noise=(span("![](https://example.org/a.png)"),),
    title=found("于某某等人破坏计算机信息系统案", "于某某等人破坏计算机信息系统案"),
    agency=found("运城公安机关", "运城公安机关"),
    region=found(Place("140800", ("山西省", "运城市")), "运城"),
    month=found("2024-08", "2024年8月"),
    offences=(found("system-sabotage", "破坏计算机信息系统"),),
    suspects=(found("于某某", "于某某", "抓获"), found("石某", "石某")),
    people=found(3, "3人"),
    coercive=found(3, "3人"),
    amounts=(found(Amount("involved", 2_000_000), "200余万元", qualifier="at-least"),),
    outcomes=(found("criminal-coercive", "刑事强制措施"),),
)
CHANGZHI = case(
    2,
    "案例二",
    "其中5人被采取刑事强制措施。",
    title=found("郑某某侵犯公民个人信息案", "郑某某侵犯公民个人信息案"),
    region=found(Place("140400", ("山西省", "长治市")), "长治"),
    month=found("2024-09", "2024年9月"),
    offences=(found("personal-information", "侵犯公民个人信息"),),
    suspects=(found("郑某某", "郑某某", "查明"),),
    people=found(4, "4人"),
    coercive=found(5, "5人", "其中"),
    outcomes=(found("criminal-coercive", "刑事强制措施", "其中5人"),),
)
DATONG = case(
    3,
    "案例三",
    "行政拘留。",
    title=found("高某某编造网络谣言案", "高某某编造网络谣言案"),
    region=found(Place("140200", ("山西省", "大同市")), "大同"),
    offences=(found("online-rumour", "网络谣言"),),
    suspects=(found("高某某", "高某某", "查明高"),),
    people=Found(1, (), "people.named", "one named offender", "inferred"),
    outcomes=(found("administrative-detention", "行政拘留"),),
    cautions=(Caution("people", "two-counts", ("1", "2", "1")),),
)
READING = Reading(
    version="tests",
    title=found("河东警方公布三起典型案例", "河东警方公布三起典型案例"),
    published=found("2025-02-10", "2025-02-10"),
    account=found("网安在线", "网安在线"),
    cases=(YUNCHENG, CHANGZHI, DATONG),
)
