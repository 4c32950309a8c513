"""Whose a date is, the authorities' or the offending's; all published 2024-10-15."""

from __future__ import annotations

import pytest

from cases.reader.context import Notes
from cases.reader.dates import read_dates
from tests.reader.making import make_case

# Text, the month of the first official act, the range of the offending.
ROLES = [
    # words that only look like news: whom one knew, a name in quotation marks
    (
        "2019年5月至2020年8月间，钱某等人经朋友介绍，将收来的电话卡带往境外。",
        None,
        ("2019-05", "2020-08"),
    ),
    (
        "2022年3月，一家采石场老板报案称，有人自称“法治报道”的编辑，拿照片要他交钱。",
        "2022-03",
        None,
    ),
    # a range in which offenders were caught, or somebody works for the authorities
    (
        "2022年7月至2023年2月，钱某等12人陆续投案或被抓获。2023年8月，检察院提起公诉。",
        "2022-07",
        None,
    ),
    (
        (
            "2021年3月，市公安局立案侦查，并于同年5月至7月先后赴湖北、江西等地将钱某等人"
            "抓捕到案。2020年1月至2021年2月，钱某售卖外挂。"
        ),
        "2021-03",
        ("2020-01", "2021-02"),
    ),
    ("2022年3月至6月，钱某赴境外加入诈骗窝点。", None, ("2022-03", "2022-06")),
    (
        "2022年3月至6月，钱某为上家取现，后被抓获。",
        None,
        ("2022-03", "2022-06"),
    ),
    (
        "调查局卧底探员在2023年3月至5月间从钱某处购买了账号。2023年9月，钱某被捕。",
        "2023-03",
        None,
    ),
    # a course of life; what happened in the month of a change of it
    (
        (
            "钱某曾于2012年至2014年在某公司工作，两人原系同事。2018年6月至9月，钱某侵入"
            "该公司的系统。"
        ),
        None,
        ("2018-06", "2018-09"),
    ),
    (
        "2018年至2020年，钱某在某公司工作期间，窃取客户数据出售。",
        None,
        ("2018", "2020"),
    ),
    (
        "钱某与孙某自2016年开始交往。2020年3月，钱某将孙某的照片发布到网上。",
        None,
        ("2020-03", "2020-03"),
    ),
    (
        "2023年2月，钱某从公司离职。钱某为报复，删除了公司的数据库。",
        None,
        ("2023-02", "2023-02"),
    ),
    (
        (
            "2013年9月，钱某注册成立公司。后钱某雇人行骗。2016年7月至2017年3月，钱某骗取"
            "23人货款。"
        ),
        None,
        ("2016-07", "2017-03"),
    ),
    (
        (
            "2019年11月，钱某产生了偷拍房客的想法。同年12月至2020年6月，钱某在多家旅馆"
            "安装摄像头。"
        ),
        None,
        ("2019-12", "2020-06"),
    ),
    # what the same offender did besides, and another's matter
    (
        (
            "2023年11月18日，钱某编造他人的隐私发布到网上。此外，2023年1月至11月，钱某还"
            "捏造信息诽谤多人。"
        ),
        None,
        ("2023-01", "2023-11"),
    ),
    (
        (
            "2024年5月，法院判处钱某有期徒刑二年。此前，2023年6月，“山里人”等账号的主播因"
            "类似行为已被公安机关查处。"
        ),
        "2024-05",
        None,
    ),
    ("此外，2023年6月，江州警方还捣毁一处窝点。", None, None),
    (
        (
            "2020年11月，外省某法院曾对付某劫持流量案作出判决，付某被判刑三年。2023年7月，"
            "警方抓获钱某。"
        ),
        "2023-07",
        None,
    ),
    ("今年以来，在各方的共同努力下，打击电信诈骗犯罪工作取得显著成效。", None, None),
    # what a company had done by the book, or not
    (
        (
            "2023年7月20日，网警在执法检查时发现，某公司于2021年11月向公安机关报备的系统"
            "为第三级，但2022年至今未开展测评。"
        ),
        "2023-07",
        ("2022", None),
    ),
    ("某公司自2022年3月起未向公安机关备案。", None, ("2022-03", None)),
    # a post is done at one stroke, however far the public spread it
    (
        "7月初，一则“某医院转卖病历”的聊天截图在多个群里大量转发。经查，系居民钱某编造。",
        None,
        ("2024-07", "2024-07"),
    ),
    (
        "3月，网民钱某为给直播间引流，在车站摆拍视频。4月2日，警方对其行政拘留五日。",
        "2024-04",
        ("2024-03", "2024-03"),
    ),
    (
        "2月下旬，多地发生山火，网民钱某利用AI工具生成文章，用多个账号分发。",
        None,
        ("2024-02", "2024-02"),
    ),
    (
        "4月2日晚，江州某厂房发生火情，无人受伤。网民钱某为博眼球，发布“死了20人”。",
        None,
        ("2024-04", "2024-04"),
    ),
    (
        "2月16日，“山里的猫”在短视频平台发布视频。经公安机关查明，系钱某编造。",
        None,
        ("2024-02", "2024-02"),
    ),
    # ends beside what victims lost
    (
        "2020年5月，钱某雇人行骗。截至同年8月被抓获，先后骗得孙某等十人共计62万元。",
        "2020-08",
        ("2020-05", "2020-08"),
    ),
    (
        (
            "2019年2月，钱某招聘员工诱骗他人充值。至2020年1月案发，共骗取56名被害人460万元。"
            "2020年2月，公安机关提请批准逮捕。"
        ),
        "2020-02",
        ("2019-02", "2020-01"),
    ),
    # money that goes at once is no act; a company that finds out and reports
    (
        (
            "2020年2月15日，被害人孙某被骗110万元后，该笔资金立即转入钱某控制的账户。同年"
            "5月11日，公安机关抓获钱某。"
        ),
        "2020-05",
        ("2020-02", "2020-02"),
    ),
    (
        (
            "2020年7月底，某快递公司的监测系统发现其两个账号查询异常，于当日关闭账号，并向"
            "当地公安机关报案。8月3日，警方立案。"
        ),
        "2020-07",
        None,
    ),
    # what a date is counted from; a civil ruling's date is no offence's
    ("从2021年7月7日那个傍晚算起，她等这声判决等了两年。", None, None),
    # what an offender answers with, long after; a pretext is a deed
    (
        "2021年3月至6月，钱某出售账号。2022年1月，钱某退缴违法所得5万元。",
        None,
        ("2021-03", "2021-06"),
    ),
    (
        "2021年3月至6月，钱某出售账号。2021年9月，钱某以退赔投资款为名行骗。",
        None,
        ("2021-03", "2021-09"),
    ),
    # what only then began is no end; a company set up is no deed
    (
        "2021年1月，钱某抓取简历。直到同年3月有人出价求购，他才动了心，此后四处出售。",
        None,
        ("2021-01", None),
    ),
    (
        "2018年，钱某设立某公司，2019年1月至2020年8月，钱某伙同他人窃取信息。",
        None,
        ("2019-01", "2020-08"),
    ),
    # what befalls a system or a post, and who is won over, is no arrest
    ("2024年3月，钱某被境外间谍机关策反。", None, ("2024-03", None)),
    ("2024年3月，某平台6万条用户数据在暗网兜售。", None, ("2024-03", None)),
    # a law's date; authorities by other names; a report on the spot
    ("自2024年6月1日《某条例》正式实施后，江州公安加大检查力度。", None, None),
    ("2024年3月，数据安全审查办公室对某公司实施审查。", "2024-03", None),
    (
        "8月28日，有人在暗网发帖售卖酒店的客户数据。酒店随即报警。9月19日，警方通报。",
        "2024-08",
        ("2024-08", "2024-08"),
    ),
    # what the offender's means took; what somebody is suspected of
    (
        (
            "2021年10月，钱某办理银行卡6张。经核查，上述银行卡于2021年10月23日至11月2日间"
            "转入被骗资金186万元。"
        ),
        None,
        ("2021-10", "2021-11"),
    ),
    (
        "2023年3月，钱某租用服务器。2023年10月至12月，孙女士先后被骗14次，共9万元。",
        None,
        ("2023-03", None),
    ),
    (
        "外国警方5月28日逮捕一名男子，他涉嫌于2023年3月制作病毒。",
        "2024-05",
        ("2023-03", None),
    ),
    # old footage, by plain words
    (
        "4月17日，网民钱某发布视频。经核查，该视频为2022年外地水灾画面。",
        None,
        ("2024-04", "2024-04"),
    ),
    ("法院裁定查封其账户。裁定时间为4月24日。5月，警方立案。", "2024-05", None),
]


@pytest.mark.parametrize(("text", "month", "occurred"), ROLES)
def test_whose_a_date_is(text, month, occurred):
    found = read_dates(make_case(text), Notes())
    assert tuple(one.value if one else None for one in found) == (month, occurred)


def test_the_day_a_case_came_to_light_is_the_month_if_no_act_is_dated():
    text = (
        "2021年11月，钱某招揽赌客。截至2022年6月8日案发，获利300余万元。警方抓获钱某。"
    )
    notes = Notes()
    month, _ = read_dates(make_case(text), notes)
    assert month is not None
    assert month.value == "2022-06"
    assert ("month", "unclear-date") in [(c.field, c.code) for c in notes.cautions]


# What is told of work at large, of news and reports, beside an act of this case.
BESIDE = [
    "针对辖区网络诈骗多发的情况，江州警方抓获钱某",
    "专项行动期间，江州警方抓获钱某",
    "江州网信办在开展“清朗”专项行动中，约谈某公司",
    "根据媒体报道，江州警方立案侦查",
    "江州警方根据某安全公司发现的线索抓获钱某",
    "江州警方接上级公安机关通报一起诈骗案线索",
    "江州网警巡查发现有人发布一则视频，将其传唤",
    "江州网警结合数据统计分析，锁定钱某",
    "江州警方根据实验室出具的检验报告，抓获钱某",
    "民警在处理过程中发现线索",
    "江州警方抓获刑满释放人员钱某",
]


@pytest.mark.parametrize("words", BESIDE)
def test_an_act_counts_beside_words_of_work_at_large(words):
    month, _ = read_dates(make_case(f"2024年3月，{words}。"), Notes())
    assert (month.value if month else None) == "2024-03"


DEEDS_BESIDE = [
    "钱某在网上发布一则视频，称某地发生命案",
    "钱某发布了一批考试答案",
    "钱某在某论坛发布公告出售数据",
    "在专项行动期间，钱某顶风作案，出售他人信息",
    "钱某将统计数据出售给他人",
    "钱某通过网络散布消息，称某地地震",
]


@pytest.mark.parametrize("words", DEEDS_BESIDE)
def test_a_deed_counts_beside_words_of_work_at_large(words):
    _, occurred = read_dates(make_case(f"2024年3月，{words}。"), Notes())
    assert (occurred.value[0] if occurred else None) == "2024-03"


AT_LARGE = [
    "此类案件高发",
    "公安部部署开展打击网络谣言专项行动",
    "江州市公安局通报一起典型案例",
    "江州市公安局通报一起案件",
    "江州市召开新闻发布会，通报钱某诈骗案",
    "某媒体报道了此类骗局",
]


@pytest.mark.parametrize("words", AT_LARGE)
def test_work_at_large_is_no_act_of_a_case(words):
    assert read_dates(make_case(f"2024年3月，{words}。"), Notes()) == (None, None)


# A loss on a day, and how the authorities came to hear of it.
LOSSES = [
    "孙女士接到冒充公检法的电话，先后转账30万元",
    "孙女士在网上购买宠物，付款后被拉黑",
    "孙先生网恋，被对方以各种理由骗走20万元",
    "某企业服务器被加密，黑客索要2个比特币",
    "某医院系统瘫痪，无法挂号",
    "某商场电子屏出现不良画面",
]
HEARD = [
    "，随后报警。",
    "，发现被骗后，其向江州市公安局报案。",
    "。江州警方接报后迅速开展侦查。",
    "。民警接警后，经侦查锁定疑犯。",
]


@pytest.mark.parametrize("heard", HEARD)
@pytest.mark.parametrize("loss", LOSSES)
def test_a_loss_that_is_reported_dates_the_deed_and_the_report(loss, heard):
    month, occurred = read_dates(make_case(f"2024年3月5日，{loss}{heard}"), Notes())
    assert month is not None
    assert occurred is not None
    assert (month.value, occurred.value) == ("2024-03", ("2024-03", "2024-03"))


RANGES = [
    ("2023年5月-8月", ("2023-05", "2023-08")),
    ("2023.5-2023.8", ("2023-05", "2023-08")),
    ("2023.5.8-2023.8.9", ("2023-05", "2023-08")),
    ("2023年1月1日0时至2月1日24时", ("2023-01", "2023-02")),
    ("2022年7月至被抓获的2023年5月", ("2022-07", "2023-05")),
    ("2021年9月（具体日期不详）至2022年1月", ("2021-09", "2022-01")),
]


@pytest.mark.parametrize(("words", "occurred"), RANGES)
def test_a_range_is_read_however_it_is_written(words, occurred):
    _, found = read_dates(make_case(f"{words}，钱某骗取他人财物。"), Notes())
    assert found is not None
    assert found.value == occurred


TELLING = [
    ("4月5日，外国警方透露，抓获一名黑客。", "2024-04", None),
    ("今年2月，某局披露：海州日前侦结一案。", None, None),
    (
        "2024年1月，警方立案。此外，2023年3月起，该团伙向他人出租设备。",
        "2024-01",
        ("2023-03", None),
    ),
    (
        "2022年3月至6月，钱某行骗。2022年7月至9月期间，钱某等人陆续被抓获。",
        "2022-07",
        ("2022-03", "2022-06"),
    ),
]


@pytest.mark.parametrize(("text", "month", "occurred"), TELLING)
def test_what_an_authority_tells_of_itself(text, month, occurred):
    found = read_dates(make_case(text), Notes())
    assert tuple(one.value if one else None for one in found) == (month, occurred)


ODD = [
    "2020年3月，警方立案侦查。2022年5月，警方抓获钱某。",
    "2020年3月，警方抓获钱某。经查，自2021年5月起，钱某骗取他人钱款。",
]


@pytest.mark.parametrize("text", ODD)
def test_a_first_act_that_lies_oddly_is_doubtful(text):
    notes = Notes()
    month, _ = read_dates(make_case(text), notes)
    assert month is not None
    assert month.value == "2020-03"
    assert ("month", "unclear-date") in [(c.field, c.code) for c in notes.cautions]
