"""Cases told in everyday words and unusual layouts, and what is none."""

import pytest

from cases.reader import read_bulletin
from cases.reader.signs import signs_of


@pytest.mark.parametrize(
    "caught",
    [
        "将窝点一锅端，8人悉数落入法网",
        "当场逮个正着，扣下手机三十部",
        "把正在接单的黄某带回审查",
        "破门而入，摁住了6名同伙",
        "将其缉拿到案，依法收押",
        "让这个团伙就此覆灭",
        "令躲藏多日的黄某戴上手铐",
    ],
)
def test_a_story_in_everyday_words_is_a_case(caught):
    reading = read_bulletin(
        f"出租屋里的秘密\n\n3月4日，洛阳警方循线来到一间出租屋，{caught}。\n\n"
        "这伙人从去年起替骗子养号，赚了11万元。"
    )

    assert [case.region.value.names[-1] for case in reading.cases] == ["洛阳市"]


TOLD = (
    "宁州某旅馆把住客资料明文存放，宁州网安支队对其作出行政处罚，责令限期改正",
    "一家快递站点向互联网敞开端口，宁州网安支队给予警告，责令限期改正",
    "某驾校没有制定任何安全制度，被宁州网安支队罚款五千元",
)


@pytest.mark.parametrize(
    "numbers",
    [
        pytest.param(("**壹**\n\n", "**贰**\n\n", "**叁**\n\n"), id="formal digits"),
        pytest.param(("**甲**\n\n", "**乙**\n\n", "**丙**\n\n"), id="stems"),
        pytest.param(("A、旅馆\n\n", "B、快递\n\n", "C、驾校\n\n"), id="letters"),
        pytest.param(("罚单一：", "罚单二：", "罚单三："), id="tickets"),
        pytest.param(("第一家，", "第二家，", "第三家，"), id="first of all"),
    ],
)
def test_numbers_that_open_cases(numbers):
    items = [f"{one}{words}。" for one, words in zip(numbers, TOLD, strict=True)]
    text = "这些单位被罚\n\n连日来，宁州网安支队查处三家单位。\n\n" + "\n\n".join(items)

    assert len(read_bulletin(text).cases) == 3


def test_as_many_headlines_as_the_text_announces():
    reading = read_bulletin(
        "几个黑手被斩断\n\n近日，山东公安机关挑出三宗办结的案子，晒给大家看看。\n\n"
        "济南：改分黑客\n\n考生家长以为能改成绩，被骗8万元。济南警方在外省将尚某抓回，现已刑拘。\n\n"
        "青岛：会所内鬼\n\n前台毛某把会员资料外卖给别家会所。青岛市公安局将其查获，现已取保候审。\n\n"
        "威海：远程之手\n\n骗子让渔民装上远控软件，转走积蓄。威海网警抓回4人，全部逮捕。"
    )

    assert len(reading.cases) == 3


def test_a_gang_named_in_a_heading_is_no_bare_heading():
    reading = read_bulletin(
        "见一个打一个\n\n今天，公安部网安局对外披露三个网络水军团伙。\n\n"
        "（一）重庆“清远传媒”团伙。该团伙索要“合作费”，重庆市公安局抓获曾某等14人。\n\n"
        "（二）福建“星程”团伙。该团伙为网红刷量，福建省漳州市公安局抓获22人。\n\n"
        "（三）辽宁“好评”团伙。该团伙以删帖为业，辽宁省鞍山市公安局抓获9人。"
    )

    assert len(reading.cases) == 3


def test_a_columns_tag_makes_no_digest():
    reading = read_bulletin(
        "快讯 | 太仓警方抓获一伙架线路的人\n\n**案子怎么来的**\n\n2月，太仓市公安局接到"
        "报案，随即立案侦查。\n\n**收网**\n\n3月，太仓市公安局抓获30名嫌疑人，全部刑拘。"
    )

    assert [case.number for case in reading.cases] == [1]


def test_a_heading_between_marks_is_no_item():
    reading = read_bulletin(
        "直播间的人气从哪来\n\n湘潭警方打掉一个水军团伙，抓获秦某等17人。\n\n"
        "· 线索 ·\n\n3月，湘潭警方接到举报，随即立案侦查，锁定秦某的传媒公司。\n\n"
        "· 收网 ·\n\n5月，湘潭警方将秦某等人抓获，现已刑事拘留。"
    )

    assert len(reading.cases) == 1


def test_praise_that_is_told_is_no_advert():
    reading = read_bulletin(
        "案例一：江某有偿刷评案\n好评、点赞、“压差评套餐”，样样标价。5月，南昌警方"
        "查处江某，刑拘9人。\n案例二：李某诈骗案\n6月，九江警方抓获李某，现已刑拘。"
    )

    assert "好评、点赞、“压差评套餐”，样样标价" in reading.cases[0].text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "数据安全法施行四周年：执法回顾\n四年来，各地网信、公安部门开展执法，多家企业因"
            "未履行数据安全保护义务被罚款。\n从行业看，医疗、教育等行业被处罚的较多。",
            id="a law's years",
        ),
        pytest.param(
            "关于某组件未授权访问的风险提示\n近期监测发现，部分单位存在未授权访问风险。已有单位"
            "因未采取防护措施导致数据泄露，被主管部门约谈、责令整改。\n请立即排查。",
            id="risk with unnamed operators",
        ),
        pytest.param(
            "平台公告：本月处置违规账号\n为维护秩序，平台本月共处置违规账号13021个，永久封禁"
            "账号2104个。\n典型违规账号：发布不实信息；诱导打赏。欢迎举报。",
            id="a platform of itself",
        ),
        pytest.param(
            "某国将禁止支付赎金\n某国政府宣布，将立法禁止医院向勒索组织支付赎金。此前，该国"
            "国家犯罪局曾逮捕四名攻击零售商的嫌疑人。\n业内看法不一。",
            id="a law to come",
        ),
        pytest.param(
            "一图读懂：出境合同备案\n哪些情形需要备案？\n未按规定备案的，由网信部门责令改正，"
            "给予警告，没收违法所得。\n备案流程：提交、查验、反馈。",
            id="a provision that names the authority",
        ),
        pytest.param(
            "某公司发布反诈大模型\n某公司召开发布会推出产品。据介绍，该产品已在20余个省市公安"
            "机关落地，协助警方抓获犯罪嫌疑人3000余名。\n产品将持续赋能。",
            id="product that catches",
        ),
        pytest.param(
            "警惕！这些兼职千万别碰\n出租银行卡可能构成帮助信息网络犯罪活动罪，轻则被行政拘留，"
            "重则被判处有期徒刑。\n小王就曾轻信广告，结果被公安机关传唤。\n警方提醒：不要出借。",
            id="advice with a boy",
        ),
        pytest.param(
            "对话白帽子\n十六岁那年，他因为入侵学校网站被老师训诫。\n身边也有朋友走了歪路，后来"
            "被判了刑。\n如今他带领团队挖掘漏洞，去年提交了37个高危漏洞。",
            id="portrait",
        ),
        pytest.param(
            "上半年黑灰产研究报告发布\n报告指出，上半年监测到活跃团伙1200余个。\n公安机关联合企业"
            "捣毁窝点，一批犯罪嫌疑人落网，黑灰产成本上升。\n报告建议建立联防机制。",
            id="report",
        ),
        pytest.param(
            "某市部署打击网络犯罪\n8月5日，某市公安局召开会议，部署“利剑”专项行动。\n会议强调，"
            "快侦快破案件，抓获一批嫌疑人，形成震慑。\n会议要求压实责任。",
            id="exhortation",
        ),
        pytest.param(
            "网安民警的一天\n早上七点，民警老周已经坐在电脑前。\n从警十五年，他参与侦破案件"
            "200余起，先后抓获犯罪嫌疑人500多名。\n“每次破案都是交代。”老周说。",
            id="a policeman's life",
        ),
    ],
)
def test_no_case_is_invented_from_nobody_in_particular(text):
    assert read_bulletin(text).cases == ()


@pytest.mark.parametrize(
    "words",
    [
        "堵住漏洞",
        "抓住机遇",
        "数据被抓取",
        "收到安全警告",
        "给用户发出警告",
        "要求停止使用",
    ],
)
def test_words_that_only_sound_like_catching(words):
    assert signs_of(f"某公司员工{words}，防范黑客攻击。").catching == 0
