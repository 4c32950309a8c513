"""Stories that look like digests or lists of cases, and yet tell one matter."""

import pytest

from cases.reader import read_bulletin
from cases.reader.digests import is_digest

PARAGRAPHS = (
    "2024年4月，信阳市公安局平桥分局抓获盗刷银行卡的嫌疑人齐某。\n\n"
    "齐某交代，程序来自一名同乡，办案民警随后将其同乡解某抓获。\n\n"
    "今年3月，平桥区人民法院以盗窃罪判处齐某有期徒刑四年，解某有期徒刑二年。"
)


@pytest.mark.parametrize(
    "title",
    [
        "【每日简报】卡里的钱去哪了，两人领刑",
        "【早知道】卡里的钱去哪了，两人领刑",
        "检察日报详解：卡里的钱去哪了",
        "四川日报：卡里的钱去哪了",
        "窃取动态验证码盗刷银行卡，两人领刑",
        "蹭热点编造谣言，两人领刑",
        "今日头条号运营者领刑",
        "案情回顾：卡里的钱去哪了",
    ],
)
def test_what_makes_no_digest(title):
    assert not is_digest(title)
    assert len(read_bulletin(f"{title}\n\n{PARAGRAPHS}").cases) == 1


@pytest.mark.parametrize(
    "title",
    ["安全日报", "网安热点", "【每日简报】甲行被罚；乙软件有漏洞", "一周案件动态"],
)
def test_what_makes_one(title):
    assert is_digest(title)


def test_paragraphs_that_speak_of_the_same_people_are_no_pieces_of_news():
    text = "木马怎样卖出去；买家没逃过；卖家栽了跟头\n\n" + "\n\n".join(
        f"{month}月，平桥警方查明，樊某锐与茅某立出售木马程序，樊某锐被刑事拘留。"
        for month in (3, 4, 5)
    )

    assert len(read_bulletin(text).cases) == 1


@pytest.mark.parametrize("tag", ["【每日简报】", "安全快讯 | ", "【早知道】"])
@pytest.mark.parametrize("shape", ["**{}**\n\n{}", "{}\n\n{}", "{}。{}"])
def test_a_columns_tag_above_news_of_several_matters(tag, shape):
    news = [
        (
            "某路由器曝出高危漏洞",
            "固件存在命令注入漏洞，版本早于上月的都受影响，厂商已发布补丁，用户宜尽快升级。",
        ),
        (
            "镇江警方打掉一个贩卖个人信息的团伙",
            "5月6日，镇江市公安局京口分局抓获苗某等7人，苗某出售公民个人信息，已被刑拘。",
        ),
        (
            "某厂商推出防护产品",
            "该产品主打自动化防护，面向中小企业，价格亲民，下月在各大平台正式上市销售。",
        ),
    ]
    text = f"{tag}某路由器曝出高危漏洞\n\n" + "\n\n".join(
        shape.format(*one) for one in news
    )

    assert [one.region.value.names[1] for one in read_bulletin(text).cases] == [
        "镇江市"
    ]
    case = read_bulletin(text).cases[0]
    assert "漏洞" not in text[slice(*case.span)]


def test_what_stands_before_the_first_number_is_no_case():
    text = (
        "网警公布典型案例\n\n编读往来：总第八十期\n\n"
        "为骗流量，有人编造灾情险情，网警会同平台拉网排查，抓获造谣嫌疑人，行政拘留，"
        "账号被关停、禁言。\n\n"
    ) + "\n\n".join(
        f"**（{number}）编造“{place}地桥梁垮塌”谣言案**\n\n"
        f"“{place}地桥梁垮塌”的视频在群里流传。警方核查系谣言，对发布者行政拘留。"
        for number, place in zip("一二三四五六", "甲乙丙丁戊己", strict=True)
    )

    assert len(read_bulletin(text).cases) == 6


def test_numbers_alone_above_their_cases():
    text = "五家单位怎么就被罚了\n\n今年，曲靖市网信办开展执法检查。\n\n" + "\n\n".join(
        f"**其{number}**\n\n某{name}公司将客户信息明文存放，未采取加密措施，"
        "曲靖市网信办依法对其予以警告，责令限期改正。"
        for number, name in [("一", "运输"), ("二", "会展"), ("三", "酒店")]
    )

    assert len(read_bulletin(text).cases) == 3


def test_gains_that_a_judgment_takes_are_no_threat():
    text = (
        "维保单从哪来\n\n来宾市兴宾区人民法院审结一起黑客案。\n\n"
        "傅某等12人犯破坏计算机信息系统罪，一审宣判，各领有期徒刑，违法所得一律追缴。"
    )

    assert len(read_bulletin(text).cases) == 1


def test_a_penalty_by_an_office_with_its_long_name():
    text = (
        "一张罚单\n\n一家酒店近日收到罚单，开罚单的是曲靖市麒麟区互联网信息办公室。"
        "该酒店客户信息明文存放，未采取技术措施，被处以警告。"
    )

    assert len(read_bulletin(text).cases) == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "数据泄露了怎么办？合规指南\n\n发现泄露后，企业应当立即切断泄露源。\n\n"
            "发生泄露的，应当向主管部门报告。一家物流企业因隐瞒不报被网信部门罚款。\n\n"
            "企业要建立应急预案，应当定期演练，还应告知用户。",
            id="advice",
        ),
        pytest.param(
            "网约车司机收入报告出炉\n\n报告显示，网约车司机超过700万，平均月入六千元。\n\n"
            "行业仍存在刷单等乱象，去年有5名司机因刷单被市场监管部门处罚。",
            id="report",
        ),
        pytest.param(
            "新法要来了，这些行为要被拘留\n\n明年起，修订后的治安管理处罚法施行。\n\n"
            "偷拍他人隐私的，处五日以下拘留。此前，某地一男子就曾因偷拍被行政拘留。",
            id="new law",
        ),
    ],
)
def test_a_penalty_mentioned_in_passing_is_no_case(text):
    assert not read_bulletin(text).cases


def test_cases_that_open_with_one_is():
    text = "曲靖网警通报三起案件\n\n" + "\n\n".join(
        f"{opens}，网民{name}某出售微信号，被{place}公安分局行政拘留。"
        for opens, name, place in [
            ("一起是", "庞", "麒麟"),
            ("一起是", "时", "沾益"),
            ("还有一起", "阎", "马龙"),
        ]
    )

    assert len(read_bulletin(text).cases) == 3
