"""Cases that headlines, labels, places or a table's rows part, without numbers."""

import pytest

from cases.reader import read_bulletin
from tests.reader.bulletin_texts import FOUR, telling

HEADLINES = ["“内鬼”倒卖业主信息", "兼职“跑分”落法网", "外挂牟利终获刑"]


def titles(text):
    return [case.title and case.title.value for case in read_bulletin(text).cases]


def caught(surname):
    """One case as one and the same police tell several."""
    return (
        f"2024年3月，江宁警方接到报警后立即侦查，抓获犯罪嫌疑人{surname}某。经查，"
        f"{surname}某通过网络出售公民个人信息获利8万元，已被刑事拘留。"
    )


def tried(surname):
    """One case with a court's labels."""
    return (
        f"基本案情\n2022年3月，被告人{surname}某虚构交易，骗得他人20万元。\n"
        f"裁判结果\n某市人民法院以诈骗罪判处被告人{surname}某有期徒刑三年。\n"
        "典型意义\n本案依法从严惩处，具有警示作用。"
    )


@pytest.mark.parametrize(
    "layout", ["**{}**\n{}", "{}\n{}", "**{}。**{}", "【{}】{}"], ids=str
)
def test_headlines_above_cases_of_one_authority(layout):
    text = "江宁警方重拳出击\n" + "\n".join(
        layout.format(headline, caught(surname))
        for headline, surname in zip(HEADLINES, "张李王", strict=True)
    )

    assert titles(text) == HEADLINES


def test_headlines_inside_a_story_with_new_names_part_no_cases():
    text = (
        "一条线索牵出“黑产”链条\n**卡贩子落网**\n2024年3月5日，江宁警方抓获出售银行卡的"
        "张某，张某涉嫌帮助网络犯罪。\n**“跑分”团伙浮出水面**\n4月2日，民警顺着张某的"
        "交易记录，抓获以李某为首的“跑分”团伙6人。\n**主谋归案**\n5月8日，民警赴外省抓获"
        "幕后组织诈骗的王某。目前，8人均被刑事拘留。"
    )

    assert len(read_bulletin(text).cases) == 1


def test_headlines_inside_a_story_part_no_cases():
    text = (
        "跨省追击！江宁警方打掉一个“跑分”团伙\n**接报警情**\n2024年3月5日，江宁警方接到"
        "市民报警，称被骗20万元，随即立案侦查。\n**循线追踪**\n4月2日，民警在合肥抓获张某"
        "等6人，张某等人为诈骗团伙转账。\n**深挖扩线**\n4月20日，民警又抓获张某的上线李某"
        "等3人，9人均被采取刑事强制措施。"
    )

    assert len(read_bulletin(text).cases) == 1


def test_headlines_that_tell_of_no_case_stand_around_those_that_do():
    cases = "\n".join(
        f"**{headline}**\n{caught(surname)}"
        for headline, surname in zip(HEADLINES, "张李王", strict=True)
    )
    text = (
        "“便宜”背后有陷阱\n本报选取其中三起案件。\n"
        f"**带你读懂网络安全**\n关注我们，了解更多安全知识，共同守护网络家园。\n{cases}\n"
        "**界限在哪里**\n专家表示，消费者按照规则领取优惠不违法，平台也应完善规则设计。"
    )

    assert titles(text) == HEADLINES


@pytest.mark.parametrize("headlines", [HEADLINES, [None] * 3], ids=["headed", "bare"])
def test_the_same_label_opens_each_case(headlines):
    text = "某法院发布涉网络犯罪典型案例\n" + "\n".join(
        (f"{headline}\n" if headline else "") + tried(surname)
        for headline, surname in zip(headlines, "张李王", strict=True)
    )

    assert titles(text) == headlines


def test_the_same_label_in_brackets_opens_each_case():
    text = "检察官说法：这三起案件要警惕\n" + "\n".join(
        f"【案情回顾】{caught(surname)}\n【检察官说法】{surname}某的行为已构成犯罪。"
        for surname in "张李王"
    )

    assert [case.suspects[0].value for case in read_bulletin(text).cases] == [
        "张某",
        "李某",
        "王某",
    ]


@pytest.mark.parametrize("layout", ["{}：{}", "【{}】{}"], ids=str)
def test_places_before_the_paragraphs(layout):
    text = "多地警方公布典型案例\n" + "\n".join(
        layout.format(place, telling(place, surname)) for place, surname in FOUR
    )

    assert [case.region.value.names[-1] for case in read_bulletin(text).cases] == [
        f"{place}市" for place, _ in FOUR
    ]


def test_rumours_each_with_its_finding():
    text = "网警公布3起网络谣言案例\n" + "\n".join(
        f"谣言{number}：“某地发生{event}”\n经查，网民{surname}某为博取流量编造该信息。"
        f"目前，{surname}某已被{place}警方依法处以行政拘留。"
        for number, event, (place, surname) in zip(
            "一二三", ["地震", "爆炸", "抢劫"], FOUR, strict=False
        )
    )

    assert titles(text) == ["“某地发生地震”", "“某地发生爆炸”", "“某地发生抢劫”"]


def test_rows_of_a_table():
    text = (
        "网警公布典型案例\n\n| 序号 | 名称 | 案情 |\n| --- | --- | --- |\n"
        + "\n".join(
            f"| {number} | {surname}某侵犯公民个人信息案 | {telling(place, surname)} |"
            for number, (place, surname) in enumerate(FOUR, 1)
        )
    )

    assert titles(text) == [f"{surname}某侵犯公民个人信息案" for _, surname in FOUR]


def test_a_label_that_comes_twice_in_a_row_opens_one_case():
    text = f"【基本案情】��案\n{tried('张')}".replace("基本案情\n", "【基本案情】\n")
    reading = read_bulletin(text)
    assert not [one for one in reading.cautions if one.code == "not-read"]
    assert len(reading.cases) == 1


CHAPTERS = [
    (
        "“内鬼”出卖客户信息",
        (
            "2022年3月，民警发现仓库员工窦某出售客户信息2万条，获利5万元。\n\n"
            "9月，鼓楼区人民法院以侵犯公民个人信息罪判处窦某有期徒刑一年。"
        ),
    ),
    (
        "“爬”来的生意",
        (
            "2021年起，蒲某编写爬虫程序，非法获取某平台数据牟利120万元，西湖警方将其抓获。\n\n"
            "今年1月，西湖区人民法院以非法获取计算机信息系统数据罪判处蒲某有期徒刑三年。"
        ),
    ),
    (
        "黑客敲开医院大门",
        (
            "2022年11月，网警锁定费某，费某到案后交代，其植入勒索病毒索要赎金。\n\n"
            "12月，费某因涉嫌破坏计算机信息系统罪被鄞州区检察院批准逮捕。"
        ),
    ),
]
SCHOLAR = "某大学法学院教授韩某表示，企业应当完善管理制度，压实主体责任。"


@pytest.mark.parametrize("shape", ["**{}**", "## {}"])
def test_chapters_of_a_survey_that_one_scholar_explains(shape):
    told = "".join(
        f"{shape.format(heading)}\n\n{words}\n\n{SCHOLAR}\n\n"
        for heading, words in CHAPTERS
    )

    text = f"起底数据黑产\n\n信息究竟是如何泄露的？\n\n{told}"
    assert titles(text) == [heading for heading, _ in CHAPTERS]


def test_the_last_chapter_of_a_survey_says_what_to_do():
    told = "".join(
        f"{number}、{heading}\n\n{words}\n\n"
        for number, (heading, words) in zip("一二三", CHAPTERS, strict=True)
    )

    text = f"起底数据黑产\n\n信息如何泄露？\n\n{told}四、多方共治堵漏洞\n\n{SCHOLAR}"
    assert titles(text) == [heading for heading, _ in CHAPTERS]


def test_numbered_chapters_of_one_case_are_no_survey():
    text = (
        "一起入侵案的背后\n\n一、服务器深夜告警\n\n2023年5月，某公司报案称服务器被入侵，"
        "民警锁定窦某，窦某被抓获。\n\n二、顺藤摸瓜\n\n根据窦某供述，民警抓获其上线蒲某，"
        "蒲某非法控制服务器，已被刑事拘留。\n\n三、一网打尽\n\n6月，该团伙的费某落网，"
        "因涉嫌非法控制计算机信息系统罪被逮捕。\n\n四、如何防范\n\n企业应当及时修补漏洞。"
    )

    assert len(read_bulletin(text).cases) == 1
