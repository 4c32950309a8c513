"""Months of official acts and ranges of offending; all texts published 2024-10-15."""

from __future__ import annotations

from datetime import date

import pytest

from cases.reader.calendar import find_dates
from cases.reader.context import Notes
from cases.reader.dates import read_dates
from tests.reader.making import doubts, make_case, words

PUBLISHED = date(2024, 10, 15)

DATES = [
    ("2023年5月", (2023, 5, None), None, False),
    ("2023年5月8日", (2023, 5, 8), None, False),
    ("二〇二三年十一月", (2023, 11, None), None, False),
    ("2023.8.5", (2023, 8, 5), None, False),
    ("2023-08-05", (2023, 8, 5), None, False),
    ("今年7月", (2024, 7, None), None, False),
    ("去年12月下旬", (2023, 12, None), None, False),
    ("前年3月", (2022, 3, None), None, False),
    ("8月5日", (2024, 8, 5), None, False),
    ("11月30日", (2023, 11, 30), None, False),
    ("3月底", (2024, 3, None), None, False),
    ("本月", (2024, 10, None), None, False),
    ("这个月9日", (2024, 10, 9), None, False),
    ("上个月", (2024, 9, None), None, False),
    ("去年底", (2023, None, None), None, False),
    ("2024年上半年", (2024, None, None), None, False),
    ("今年春节前后", (2024, None, None), None, False),
    ("年初", (2024, None, None), None, False),
    ("2023年8月以来", (2023, 8, None), None, True),
    ("2018年底开始", (2018, None, None), None, True),
    ("2022年7月至今", (2022, 7, None), None, True),
    ("2023年年初至案发", (2023, None, None), None, True),
    ("2022年3月至2023年5月", (2022, 3, None), (2023, 5, None), False),
    ("2020年7月至8月", (2020, 7, None), (2020, 8, None), False),
    ("2023年12月至5月", (2023, 12, None), (2024, 5, None), False),
    ("2024年2月底至3月", (2024, 2, None), (2024, 3, None), False),
    ("8月13日至9月25日", (2024, 8, 13), (2024, 9, 25), False),
    ("2019年到2021年", (2019, None, None), (2021, None, None), False),
    ("2016至2018年", (2016, None, None), (2018, None, None), False),
    ("2024年1-3月", (2024, 1, None), (2024, 3, None), False),
    ("2022年5、6月", (2022, 5, None), (2022, 6, None), False),
    ("去年五六月份", (2023, 5, None), (2023, 6, None), False),
    ("2022年6月份以来至2023年7月", (2022, 6, None), (2023, 7, None), False),
    ("2020年起，一直到2023年", (2020, None, None), (2023, None, None), False),
    ("2022年6月左右开始", (2022, 6, None), None, True),
    ("去年六七月份开始", (2023, 6, None), None, True),
    ("2020年9月成立至2023年6月", (2020, 9, None), (2023, 6, None), False),
]


@pytest.mark.parametrize(("text", "first", "last", "is_open"), DATES)
def test_a_date_is_resolved(text, first, last, is_open):
    [when] = find_dates(f"，{text}，", PUBLISHED)
    assert (when.first, when.last, when.is_open) == (first, last, is_open)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("2022年5月，同年9月", [(2022, 5), (2022, 9)]),
        ("2022年11月，次年2月", [(2022, 11), (2023, 2)]),
        ("2022年5月、7月", [(2022, 5), (2022, 7)]),
        ("2023年春节刚过，有人举报。同年3月", [(2023, None), (2023, 3)]),
        ("2022年5月，次月", [(2022, 5), (2022, 6)]),
        ("2022年12月，当月", [(2022, 12), (2022, 12)]),
        ("2023年1月，警方接到举报：上个月有人卖卡", [(2023, 1), (2022, 12)]),
        ("2023年3月立案。上个月，法院宣判", [(2023, 3), (2024, 9)]),
    ],
)
def test_a_date_may_lean_on_the_one_before(text, months):
    assert [when.first[:2] for when in find_dates(text, PUBLISHED)] == months


@pytest.mark.parametrize(
    "text",
    [
        "有期徒刑六个月",
        "历时三月",
        "一月有余",
        "有期徒刑一年六月",
        "每月5日发薪",
        "自2021年6月1日起施行",
        "《2023年工作报告》",
        "月饼",
        "这个月的流水",
        "第3月",
        "版本2024.1.2.3",
    ],
)
def test_no_date(text):
    assert find_dates(text, PUBLISHED) == []


ACTS = [
    ("2024年3月，江州公安机关工作发现，犯罪嫌疑人钱某出售信息。", "2024-03"),
    ("今年7月，警方接到群众报警，称账号被盗。", "2024-07"),
    ("8月5日，民警将钱某抓获。", "2024-08"),
    ("警方于2024年2月立案侦查，3月收网。", "2024-02"),
    ("2023年5月以来，江州市公安机关在工作中发现钱某等人设立窝点。", "2023-05"),
    ("2024年1月，某公司报案称系统遭到攻击。", "2024-01"),
    ("2023年11月，根据群众举报线索，公安机关发现钱某开设网站。", "2023-11"),
    ("钱某自2022年5月起出售信息。同年7月钱某被抓获。", "2022-07"),
    ("2024年2月15日，由检察院提起公诉的钱某诈骗一案开庭审理。", "2024-02"),
    ("2024年10月，法院判决钱某有期徒刑二年。", "2024-10"),
    ("2024年7月，一居民发现自己的信息泄露。警方接报后破案。", "2024-07"),
    ("钱某于2024年5月13日因涉嫌诈骗罪被刑事拘留。", "2024-05"),
    (
        "2022年4月，江州市民高女士收到短信。她点开后，5万元被转走。她立即报警。",
        "2022-04",
    ),
    ("6月20日，钱某攻击服务器。民警接警后赶到现场，将其抓获。", "2024-06"),
    # the first of several, a victim's report included
    (
        "2024年5月，警方抓获钱某。2024年9月，法院判处钱某有期徒刑三年。",
        "2024-05",
    ),
    (
        "2022年8月，赵先生下载软件，被人要挟，转账10万元，后报案。同年9月，民警抓获钱某。",
        "2022-09",
    ),
    ("钱某到案后认罪，检察院于2022年3月对其作出不起诉决定。", "2022-03"),
    ("2024年3月，某网站向公安机关报案。4月9日，警方立案侦查。", "2024-03"),
    # what a witness tells the police of, and a clue that they were told of
    (
        "2023年9月，警方接到举报。赵先生告诉民警，2022年8月，他的厂子被人发帖抹黑。",
        "2023-09",
    ),
    (
        "2023年8月，省通信管理局根据公安机关通报的涉诈线索开展检查。11月，对其罚款。",
        "2023-08",
    ),
    (
        "9月上旬，钱某案宣判。2022年7月底，某公司的系统被入侵。8月，公司向警方报案。",
        "2022-08",
    ),
    ("2023年6月，市生态环境局筛查时发现，该站的数据雷同。", "2023-06"),
    # who only tells of a case does nothing in it
    ("今年2月，某局披露：海州警方侦结一案。3月，法院宣判。", "2024-03"),
    ("今年2月，钱某在家中被带走。", "2024-02"),
    # an offender suffers it, in whatever word; not what others do to him
    ("2022年3月起，钱某出售账号。2023年8月，钱某在机场被截住。", "2023-08"),
    ("2022年3月起，钱某出售账号。2023年8月，钱某等七人被收入网中。", "2023-08"),
    ("2022年3月，钱某被老板辞退，便删除数据。2023年8月，警方立案。", "2023-08"),
    # the last date, behind an offending, on which no deed is told
    ("2022年3月起，钱某出售账号。2023年8月，钱某迎来了敲门声。", "2023-08"),
    ("去年12月，其网站被执法部门查封，今年5月又卷土重来。", "2023-12"),
    ("那是2023年5月，店主接到电话。他随即报警。2024年3月，民警抓获二人。", "2023-05"),
    ("2021年6月起，钱某导出数据卖钱。2024年5月，纪检部门找钱某谈话。", "2024-05"),
    ("今年1月，平台监测到异常，随即向警方报案。2月，专案组成立。", "2024-01"),
    ("2023年9月，钱某进了公司打电话骗钱。2024年6月，公司被端。", "2024-06"),
    ("警方攻坚一月有余，破获该案。2024年5月，钱某落网。", "2024-05"),
    ("收网始于2023年10月。2024年4月，钱某一案移送检察院。", "2023-10"),
    ("9月9日，派出所对钱某批评教育。", "2024-09"),
    (
        "2022年4月，李女士报警。警方于当年6月抓获钱某。2023年9月，法院宣判。",
        "2022-04",
    ),
    # a bare month is later than the act told before, and than the offending
    (
        "2022年1月19日，公司报案。钱某2018年10月已离职。2月23日，钱某被抓获。",
        "2022-01",
    ),
    ("2019年至2022年7月，钱某传播病毒。5月24日，钱某被捕。", "2024-05"),
    # none
    ("2022年10月，小航看到招工信息，为他人拨打电话。", None),
    ("近日，江州警方破获一起案件。", None),
    ("4月25日，国家安全机关公布一起案例，钱某收集数据。", None),
    ("自今年6月起，江州网信办开展“清朗”专项行动，发现某网站违法。", None),
    ("记者10月8日从江州警方获悉，一团伙被打掉。", None),
    ("民警调查发现，何某离职前将源代码拷贝，后于2023年1月出售。", None),
    ("2024年，江州网警破获一起案件。", None),
    ("今年初，警方接到报案。", None),
    ("2023年8月以来，钱某通过软件出售信息。", None),
    ("2023年3月，钱某成立公司，招募人员实施诈骗。", None),
    ("10月8日，据某报报道，江州警方破获一起案件。", None),
    ("截至2024年6月，该平台用户达5亿人。", None),
    ("2024年9月28日，检察院召开新闻发布会，通报2020年以来案件办理情况。", None),
    # The victim's report stands in the next paragraph; the check in the same sentence.
    (
        "2024年6月9日，某医院的系统瘫痪。\n医院第一时间报警。\n7月14日，张某被抓获。",
        "2024-06",
    ),
    # A report in other words; the police who receive it; a verdict told first.
    (
        "2024年3月，小朱给家人买了一部手机。他觉得不对劲，到派出所报了案。",
        "2024-03",
    ),
    (
        "1月，小孙买了月卡，他向网安大队举报。同年2月，江州警方收到举报材料。",
        "2024-02",
    ),
    (
        "10月8日，法院作出一审判决。2023年8月，钱女士报案。9月初，警方立案侦查。",
        "2023-08",
    ),
    (
        "2023年12月以来，网安部门先后三次向某单位通报其漏洞，要求整改。",
        "2023-12",
    ),
    ("2024年5月，为该团伙编写软件的程序员孙某在江州落网。", "2024-05"),
    # A loss and its report in one; a loss the police took up at once.
    ("6月，一家工厂的系统中招停产，随即报案。9月，警方抓获钱某。", "2024-06"),
    (
        "7月3日，小郑落入兼职骗局，损失2万元。警方接报后迅速止付，于8月抓获钱某。",
        "2024-07",
    ),
    ("5月6日，网信办复查时发现其仍未整改，遂对其罚款1万元。", "2024-05"),
    # The next sentence's agency did not act on that date; a court's finding is none.
    ("2023年6月，钱某仍在出售木马。检方于2024年1月对其批准逮捕。", "2024-01"),
    ("法院认定，钱某2022年7月进入一家公司。2023年5月，钱某被抓获。", "2023-05"),
    # Who told the paper did nothing; a campaign, a model case, an earlier conviction.
    ("记者从警方了解到，钱某在今年9月入侵一家酒店的系统。", None),
    ("2024年3月，公安部部署开展打击谣言专项行动。4月2日，网警查处钱某。", "2024-04"),
    ("2023年11月，最高法发布指导性案例。2020年6月，警方对钱某立案侦查。", "2020-06"),
    (
        "2019年4月，钱某因盗窃被判处拘役，当年8月刑满释放。2023年7月，钱某被刑事拘留。",
        "2023-07",
    ),
    # A year that is only looked back to is no year for what follows.
    ("4月9日，民警入户走访。2021年钱某就被处罚过。5月，警方抓获钱某。", "2024-04"),
    ("2021年底，钱某攻击一家公司的系统。4月18日，钱某被捕。", "2024-04"),
    # The next sentence's act; a bystander's call that was answered at once.
    ("3月3日，监测车捕捉到异常信号。民警循着信号，将钱某抓了现行。", "2024-03"),
    (
        "8月14日，一名年轻男子到银行取现。经理悄悄联系了派出所。民警当场将其带走。",
        "2024-08",
    ),
    ("10月8日，一名男子因参与勒索软件攻击被判处有期徒刑三年。", "2024-10"),
    # The years of a founding and of somebody told of beside are no act's years.
    ("该公众号注册于2019年8月。9月9日，网信部门依法对其禁言。", "2024-09"),
    (
        "2月，钱某骗取货款。照片上是2019年牺牲的烈士。8月22日，民警将钱某抓获。",
        "2024-08",
    ),
    ("12月20日，某国数据保护局宣布罚款。该局于2023年3月启动调查。", "2023-03"),
    ("2024年3月，钱某因发布谣言，被公安机关训诫。", "2024-03"),
    ("4月15日是全民国家安全教育日。国家安全机关披露，钱某被判刑。", None),
    # The day after a day of that month; a story that opens with its end goes back.
    ("2023年4月，钱某被停职。当月25日，钱某格式化服务器。次日，公司报警。", "2023-04"),
    ("2023年8月，首例案件告破。5月5日，民警在江州将钱某抓获。", "2023-05"),
    ("11月3日，超市的系统蓝屏。老板一边重装一边报了警。", "2023-11"),
    ("某国警视厅5月27日以涉嫌利用软件制作病毒为由，逮捕钱某。", "2024-05"),
    ("2021年1月，公安部部署打击“暗网”犯罪。同年4月，警方抓获钱某。", "2021-04"),
    # An event's date inside the grounds of an arrest; who is only made believe in.
    ("2021年3月，钱某认罪。钱某因参与2020年7月15日的入侵事件被捕。", "2021-03"),
    ("2024年2月14日，高女士收到“法院传票”。3月15日，警方接警。", "2024-03"),
    ("2024年7月4日，两部门联合立案调查，没收违法所得。", "2024-07"),
    # An agency right before its date is who acts on it, whatever it goes on to find.
    (
        "江州市公安机关2023年3月以来梳理账户时注意到，以钱某为首的一伙人洗钱。",
        "2023-03",
    ),
    ("江州市检察院于2024年5月从举报里看出门道：钱某招揽客人卖淫。", "2024-05"),
    ("派出所辅警2023年5月起偷偷查询车主信息卖给钱某。", None),
    ("2023年11月6日清晨，三路警力同时上门，钱某从床上被带走。", "2023-11"),
    ("线索来自2023年9月公安部的一条协查。江州警方于2024年3月将钱某抓获。", "2023-09"),
    # The hour of a day is no clause that tells anything; a report in other words.
    ("2024年4月的一天，钱某在屋里群发短信，被民警抓了现行。", "2024-04"),
    (
        "2024年3月，驿站老板接到电话。他转身去了派出所。6月，警方抓获钱某。",
        "2024-03",
    ),
]


@pytest.mark.parametrize(("text", "month"), ACTS)
def test_the_month_is_that_of_the_first_dated_official_act(text, month):
    found, _ = read_dates(make_case(text), Notes())
    assert (found.value if found else None) == month


def test_both_from_one_case():
    text = (
        "2024年1月，江州警方接到报案。经查，2023年8月，钱某入侵公司系统，"
        "2024年3月，警方抓获钱某。"
    )
    month, occurred = read_dates(make_case(text), Notes())
    assert (month.value, occurred.value) == ("2024-01", ("2023-08", None))


def test_a_leaning_date_has_the_spans_of_both():
    text = "2022年5月，钱某出售信息。同年7月，民警将钱某抓获。"
    month, _ = read_dates(make_case(text), Notes())
    assert (month.value, words(month, text)) == ("2022-07", ["2022年5月", "同年7月"])


def test_a_single_month_of_offending_is_doubted():
    notes = Notes()
    read_dates(make_case("2024年2月，钱某下载公民信息。"), notes)
    assert doubts(notes) == {"occurred": "single-date"}


def test_what_a_storys_dates_may_be_is_doubted_where_none_is_read():
    notes = Notes()
    text = (
        "2023年5月，平台升级。2023年8月，天气转凉。2024年2月，春节将至。"
        "钱某获刑三年，其作案手段令人防不胜防。"
    )
    assert read_dates(make_case(text, is_story=True), notes) == (None, None)
    assert doubts(notes) == {"month": "unclear-date", "occurred": "unclear-date"}


def test_a_post_on_a_day_is_sure():
    notes = Notes()
    read_dates(make_case("8月17日，网民钱某在短视频平台发布谣言。"), notes)
    assert doubts(notes) == {}


def test_a_police_notice_is_the_last_resort():
    notes = Notes()
    case = make_case("10月4日，江州市公安局通报：钱某为吸粉摆拍视频。")
    month, _ = read_dates(case, notes)
    assert month.value == "2024-10"
    assert doubts(notes)["month"] == "notice-date"


def test_a_date_ahead_of_publication_is_none_of_the_case():
    month, _ = read_dates(make_case("2025年3月，警方破获一起案件。"), Notes())
    assert month is None
