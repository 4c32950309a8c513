"""Cases under headings, headlines and labels without numbers."""

import pytest

from cases.reader import read_bulletin
from tests.reader.bulletin_texts import FOUR, NAMES, exported, judged, listed, telling
from tests.reader.making import openings, titles


def test_bold_headings_without_numbers():
    text = "网警公布典型案例\n\n" + listed([f"**{name}**" for name in NAMES])

    assert titles(text) == NAMES


def test_bold_beginnings_of_paragraphs():
    text = "网警公布典型案例\n\n" + "\n\n".join(
        f"**{name}。**{telling(*place)}"
        for name, place in zip(NAMES, FOUR, strict=False)
    )

    assert titles(text) == NAMES


def test_headlines_above_the_paragraphs_of_different_authorities():
    text = "一周警讯回顾\n" + "\n".join(
        f"【{place}警方打掉一跑分团伙】\n5月6日，{place}警方打掉一跑分团伙，抓获嫌疑人11名。"
        for place, _ in FOUR
    )

    assert titles(text) == [f"{place}警方打掉一跑分团伙" for place, _ in FOUR]


def test_a_label_of_which_nothing_is_left_is_none_of_the_last_case():
    text = "常德网警公布典型案例\n" + "\n".join(
        f"**【案情回顾】**\n\n{month}月，{place}区网安大队抓获犯罪嫌疑人{name}某，{name}某编造谣言，"
        "已被行政拘留。"
        for month, place, name in [
            (3, "武陵", "丁"),
            (4, "鼎城", "黄"),
            (5, "武陵", "方"),
        ]
    )

    text += "\n**【网警提醒】**\n\n网络不是法外之地。"

    assert "网警提醒" not in read_bulletin(text).cases[-1].text


def test_a_subtitle_belongs_to_the_heading():
    text = "最高法发布典型案例\n" + "\n".join(
        f"{number}.{name}\n——利用虚假平台作案\n"
        + judged(surname, "诈骗", "某市人民法院")
        for number, name, surname in ((1, "张某诈骗案", "张"), (2, "李某诈骗案", "李"))
    )

    assert titles(text) == ["张某诈骗案", "李某诈骗案"]


def test_a_first_sentence_is_a_headline_where_the_others_are():
    text = "某市警方通报典型案例\n" + "\n".join(
        f"{number}、{name}。{telling(*place)}"
        for number, name, place in zip(
            "一二三", [NAMES[0], "苏州打掉一“跑分”团伙", NAMES[2]], FOUR, strict=False
        )
    )

    assert titles(text) == [NAMES[0], "“跑分”团伙", NAMES[2]]


CHAPTERS = """小小差评，要价三千

平台上突然冒出八条一星差评，写差评的人开口要钱。法院以敲诈勒索罪判处为首女子有期徒刑六年。

十年心血，一键搬空

一对表兄弟把别人的小说搬到自己的网站上。法院以侵犯著作权罪判处表哥有期徒刑三年。

跳槽之前，先拷个盘

某公司的工程师把图纸带到新公司。法院以侵犯商业秘密罪判处其有期徒刑二年。"""


def test_plain_headlines_whose_cases_each_end_in_their_own_judgment():
    several = CHAPTERS + "\n\n上述案件中，当事人多有正当职业。"
    bulletin = exported("某某法院", "键盘后面的生意经", several)
    assert titles(bulletin) == [
        "小小差评，要价三千",
        "十年心血，一键搬空",
        "跳槽之前，先拷个盘",
    ]


def test_penalties_that_headings_name_beside_cases():
    bulletin = exported(
        "某某通信管理局",
        "联合通报一批涉网典型案例",
        "**某分公司未落实实名登记责任被处罚**\n\n2024年8月，省通信管理局对某分公司开展检查，"
        "发现其违规办卡，依法对其罚款5万元。\n\n**某贸易公司帮助诈骗案**\n\n2024年12月，"
        "某市公安局蒸湘分局抓获犯罪嫌疑人3名，均已刑事拘留。\n\n**某物业公司信息泄露案**"
        "\n\n某区网信办检查发现，该公司泄露业主信息，对该公司给予警告，责令限期改正。",
    )
    assert titles(bulletin) == [
        "某分公司未落实实名登记责任被处罚",
        "某贸易公司帮助诈骗案",
        "某物业公司信息泄露案",
    ]


def test_a_title_keeps_the_characters_that_are_printed():
    text = (
        "公安部公布2宗典型案例\n\n1.「虛擬幣跑分」案\n今年3月，警方拘捕陳某等27人。\n\n"
        "2.「黃金跑分」案\n今年5月，警方拘捕李某等3人。"
    )
    assert titles(text) == ["「虛擬幣跑分」案", "「黃金跑分」案"]


def test_what_an_authority_does_firstly_is_no_title():
    text = exported(
        "某某网信",
        "持续推进网络执法",
        "网信系统查处各类违法违规行为，以下为部分案例。\n\n**一是严厉查处网络谣言。**某网民发布"
        "谣言信息，甲市网信办督促平台关闭该账号。\n\n**二是惩处不履行义务的行为。**某高校系统"
        "存在漏洞，乙市网信办对其罚款5万元。",
    )
    assert [case.title for case in read_bulletin(text).cases] == [None, None]


def test_forms_of_penalties():
    text = exported(
        "某某网信",
        "行政处罚信息公示",
        "当事人：江州某某职业学校\n\n违法事实：未按规定留存网络日志。\n\n处罚结果：警告，责令改正。"
        "\n\n当事人：江州某某医院\n\n违法事实：存在弱口令。\n\n处罚结果：罚款1万元。",
    )
    assert openings(text, 10) == ["当事人：江州某某职业", "当事人：江州某某医院"]
    assert titles(text) == [None, None]


def test_a_weeks_cases_under_headings_with_signs():
    text = exported(
        "青川公安",
        "一周工作回顾",
        "本周，青川公安共接报警情132起，抓获犯罪嫌疑人6人。\n\n▲网安大队查处一起编造谣言案\n\n"
        "3月11日，网民何某在微信群发布不实信息。网安大队核查后，依法对何某处以行政拘留三日。"
        "\n\n▲交警大队开展酒驾夜查\n\n3月13日晚，交警大队在城区设卡夜查，共检查车辆300余辆。"
        "\n\n▲刑侦大队打掉一“跑分”团伙\n\n3月15日，刑侦大队在成都抓获跑分洗钱嫌疑人5人，"
        "扣押手机11部，5人均已被采取刑事强制措施。",
    )
    assert titles(text) == ["编造谣言案", "刑侦大队打掉一“跑分”团伙"]


def test_headlines_with_a_cry_above_cases_of_their_own():
    text = exported(
        "平安某地",
        "一批人“翻车”",
        "高价回收手机卡？是陷阱！\n\n4月11日，云山分局抓获嫌疑人阮某、蓝某，二人收购手机卡转卖"
        "给诈骗团伙，已被刑事拘留。\n\n“代写差评”，日入三千\n\n4月16日，临水公安局打掉一个刷"
        "差评的团伙，抓获闵某等5人。经查，该团伙索要“删评费”7万元。\n\n卖号，他成了“帮凶”\n\n"
        "4月20日，高新分局民警将出售微信号的季某传唤到案，季某被依法行政拘留七日。",
    )
    assert titles(text) == [
        "高价回收手机卡？是陷阱！",
        "“代写差评”，日入三千",
        "卖号，他成了“帮凶”",
    ]


CHAPTERS_OF_THREE = (
    "邮轮上的“免费”网卡\n\n春节前，几名游客报案称被骗。民警找到了码头商铺的盛某，盛某出售"
    "游客信息4万余条，已被刑事拘留。\n\n消失的船票\n\n某船务公司报案，系统被人侵入。经查，"
    "柴某明窃取船票转卖。两周后，警方将其抓获。\n\n一句玩笑话\n\n12日，游客向某为等同伴，编造"
    "虚假恐怖信息。码头派出所当日将向某控制，对其行政拘留。"
)


@pytest.mark.parametrize(
    ("title", "count"),
    [("三类“海上”骗局被揭开", 3), ("水上警方连破三案", 3), ("码头见闻", 1)],
)
def test_as_many_headlines_as_the_title_has_cases(title, count):
    text = exported("某某警讯", title, CHAPTERS_OF_THREE)

    assert len(read_bulletin(text).cases) == count


def test_stories_that_are_numbered_as_such():
    text = exported(
        "某某检察",
        "写给家长的信",
        "这里有两个真实的故事。\n\n**故事一 “偶像”的生日礼物**\n\n小朵把钱转给了对方。"
        "经检察机关提起公诉，盛某奎因诈骗罪被判处有期徒刑五年。\n\n"
        "**故事二 多出来的作业群**\n\n小远被骗走六千元。检察院以掩饰、隐瞒犯罪所得罪"
        "将柴某、向某起诉至法院。",
    )

    assert titles(text) == ["“偶像”的生日礼物", "多出来的作业群"]


def test_a_headline_above_a_line_that_leads_in_to_a_list_of_dates():
    text = exported(
        "某某晨报",
        "三起“试驾”背后",
        "**展厅里的相机**\n\n销售盛某偷拍客户登记表，出售个人信息9万余条，被法院判处有期徒刑一年。"
        "\n\n**车友群的“管家”**\n\n群主柴某帮人引流诈骗。今年2月，警方将柴某等5人抓获。\n\n"
        "**行车记录：一张表的去处**\n\n最后一起的经过，办案人列在一张纸上——\n\n"
        "2023年3月 店员向某离职，拷走客户信息；\n\n2023年9月 警方将向某刑事拘留。",
    )

    assert titles(text) == [
        "展厅里的相机",
        "车友群的“管家”",
        "行车记录：一张表的去处",
    ]


def test_a_title_keeps_its_bar():
    text = exported(
        "某某一周",
        "海外一周速览",
        "**泰国｜短信车停在夜市**\n\n泰国警方逮捕一名男子，其涉嫌诈骗。\n\n"
        "**荷兰｜服务器里的账本**\n\n荷兰警方逮捕五名黑客，指控其贩卖数据。",
    )

    assert titles(text) == ["泰国｜短信车停在夜市", "荷兰｜服务器里的账本"]


def test_units_named_alone_above_their_cases():
    text = exported(
        "某某警方",
        "“小案”不小办",
        "景洪市公安局甲派出所：\n\n3月1日，岩某盗刷失主的微信零钱，被行政拘留十日。\n\n"
        "勐海县公安局网安大队：\n\n3月8日，一网吧未登记上网人员身份证，被责令改正，罚款五千元。",
    )

    cases = read_bulletin(text).cases
    assert [case.title for case in cases] == [None, None]
    assert [case.region.value.names[-1] for case in cases] == ["景洪市", "勐海县"]


def test_places_that_open_headlines_and_cases():
    text = exported(
        "某地网警",
        "涉网违法，严打！",
        "古蔺：冒充“客服”的人被抓了\n\n8月2日，古蔺县公安局将冒充客服的犯罪嫌疑人蒲某抓获。\n\n"
        "叙永：出租屋里的“机房”\n\n叙永县公安局入户检查，发现宋某替境外赌博网站养号。宋某被"
        "行政拘留。\n\n纳溪：一条谣言\n\n纳溪区网民骆某捏造工地死人的谣言，被行政拘留五日。",
    )

    assert titles(text) == [
        "古蔺：冒充“客服”的人被抓了",
        "叙永：出租屋里的“机房”",
        "纳溪：一条谣言",
    ]


def test_the_labels_of_forms_are_no_titles():
    text = exported(
        "某某公安",
        "行政处罚信息公开",
        "".join(
            f"{number}.行政处罚决定书文号：某公罚〔2024〕{number}号\n\n违法行为人：{name}\n\n"
            "违法事实：未落实网络安全保护措施\n\n处罚结果：警告，责令改正\n\n"
            for number, name in enumerate(["某某足浴店", "朱某某"], 1)
        ),
    )

    assert titles(text) == [None, None]
