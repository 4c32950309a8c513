"""Cases told in paragraphs and sentences, without headings."""

import pytest

from cases.reader import read_bulletin
from tests.reader.bulletin_texts import FOUR, exported
from tests.reader.making import openings, titles


def test_paragraphs_of_different_authorities():
    text = "多地警方重拳出击\n近期，多地公安机关严打网络犯罪。\n" + "\n".join(
        f"近日，{place}市公安局网安支队破获一起诈骗案，抓获犯罪嫌疑人{surname}某等5名。"
        for place, surname in FOUR
    )

    assert openings(text, 5) == [f"近日，{place}" for place, _ in FOUR]


def test_firstly_secondly_inside_one_paragraph():
    text = "某省网信办通报典型案例\n典型案例如下：\n" + "".join(
        f"{number}是{place}网信办查处一家公司。经查，该公司未履行网络安全保护义务，"
        f"{place}网信办责令其改正，并处罚款1万元。"
        for number, place in [("一", "遵义市"), ("二", "毕节市"), ("三", "铜仁市")]
    )

    assert openings(text, 5) == ["一是遵义市", "二是毕节市", "三是铜仁市"]


def test_announced_paragraphs_of_one_authority():
    text = "现将部分案例通报如下：\n" + "\n".join(
        f"2024年{month}月，玄武分局抓获犯罪嫌疑人{surname}某，其出售公民个人信息，已被刑拘。"
        for month, (_, surname) in enumerate(FOUR, 1)
    )

    assert openings(text, 7) == ["2024年1月", "2024年2月", "2024年3月", "2024年4月"]


def test_paragraphs_of_different_offenders_before_different_authorities():
    text = (
        "两人因造谣被处罚\n"
        "近日，网民张某在群里编造“某地命案”谣言，被南京市公安局依法处以行政拘留5日。\n"
        "5月3日，网民李某编造“某厂爆炸”谣言，被苏州市公安局依法处以行政罚款200元。\n"
        "警方提醒：网络不是法外之地。"
    )

    assert openings(text, 7) == ["近日，网民张某", "5月3日，网民"]


def test_police_procuratorate_and_court_tell_one_story():
    text = (
        "骗子“借壳”小程序\n"
        "2024年4月20日，南京市公安局建邺分局抓获诈骗嫌疑人周某等14人。\n"
        "今年8月，建邺区人民检察院以诈骗罪对周某等人提起公诉。\n"
        "12月，建邺区人民法院以诈骗罪判处周某有期徒刑十一年。"
    )

    assert len(read_bulletin(text).cases) == 1


def test_cases_that_prose_goes_over_to_where_it_promises_several():
    text = (
        "“您的账户异常。”2023年3月，南京市玄武区的林女士接到电话，被骗26万元。"
        "警方于同年8月将张某抓获，法院以诈骗罪判处其有期徒刑三年。\n\n"
        "无独有偶。2022年1月，被告人李某以招聘为名骗取他人钱款，"
        "民警将其抓获，法院以诈骗罪判处其有期徒刑二年。\n\n"
        "还有一起，当事人是学生。2022年10月，王某出售银行卡，"
        "因涉嫌帮助信息网络犯罪活动罪被公安机关取保候审。"
    )
    bulletin = exported("某某检察", "检察官讲述这几个故事", text)
    assert [case.number for case in read_bulletin(bulletin).cases] == [1, 2, 3]
    story = exported("某某检察", "她被骗了", text)
    assert len(read_bulletin(story).cases) == 1


def test_numbers_in_key_signs_inside_one_paragraph():
    text = (
        "📢今年以来，网安支队重拳打击，望引以为戒！1️⃣郑某编造谣言案：4月6日，郑某在群里"
        "编造封路的谣言，被行政拘留5日。2️⃣“某某娱乐”赌博案：5月，网安支队打掉一赌博"
        "团伙，抓获嫌疑人11人。3️⃣许某诈骗案：3月底，多人报警称被骗，6月，民警将许某抓获，"
        "依法刑事拘留。"
    )
    bulletin = exported("平安某地", "网警公布3起案例", text)
    assert titles(bulletin) == ["郑某编造谣言案", "“某某娱乐”赌博案", "许某诈骗案"]


def test_persons_whom_prose_tells_of_one_after_another():
    bulletin = exported(
        "某某检察",
        "手记：我和三个“帮忙”的人",
        "今天翻翻卷宗，说三个“帮忙”的人。\n\n第一个人帮的是同学。\n\n"
        "他叫阿强，把银行卡借给别人转账。警方找到了他，以涉嫌掩饰隐瞒犯罪所得罪将其取保候审。"
        "\n\n第二个人帮的是客户。\n\n她开通讯店，用老人的号码注册账号出售。去年8月，民警"
        "将她抓获，法院以侵犯公民个人信息罪判处其有期徒刑一年。\n\n第三个人最让我惋惜。\n\n"
        "小何替赌博网站写程序，被警方抓获，法院以开设赌场罪判处其有期徒刑二年。",
    )
    assert openings(bulletin, 7) == [
        "第一个人帮的是",
        "第二个人帮的是",
        "第三个人最让我",
    ]


def test_what_announces_stories_is_none_of_them():
    bulletin = exported(
        "某某检察",
        "六一的回答",
        "某区检察院向记者讲述了该院办理的几个故事。\n\n2022年7月，小雨被骗走钱款。警方将"
        "张某抓获，法院以诈骗罪判处其有期徒刑三年。\n\n第二个故事里，李某出售信息，被警方"
        "抓获，法院以侵犯公民个人信息罪判处其有期徒刑一年。",
    )
    assert openings(bulletin, 7) == ["2022年7月", "第二个故事里，"]


def test_two_cases_that_a_title_tells_apart():
    text = (
        "两名黑客分别在英美获刑\n英国一名男子因入侵公司邮箱并勒索比特币，被法院判处有期徒刑四年。"
        "\n另一起案件中，美国一名男子因盗取加密货币，被联邦法院判处监禁八年。"
    )
    assert openings(text, 6) == ["英国一名男子", "另一起案件中"]


def test_operators_that_a_title_counts():
    text = exported(
        "网信某地",
        "某市两家单位被约谈、处罚",
        "近日，某市网信办依法对两家单位的违法行为作出处理。\n\n某公交公司的系统存在未授权访问漏洞，"
        "乘客记录可被下载。网信办对该公司作出警告，并处罚款5万元。\n\n某民办高校的网站无人维护，"
        "被植入赌博链接。网信办约谈该校负责人，责令限期整改。",
    )
    assert openings(text, 6) == ["某公交公司的", "某民办高校的"]


def test_paragraphs_behind_dates_in_brackets():
    text = (
        "云山县公安局打击网络犯罪战果通报\n"
        "【3月4日】云山县公安局在一出租屋内抓获诈骗嫌疑人李某，其已被刑事拘留。\n"
        "【3月9日】城关派出所查明，居民钟某在群里散布谣言，钟某被行政拘留五日。\n"
        "【3月19日】网安大队打掉一个“跑分”窝点，抓获犯罪嫌疑人6名。"
    )

    assert openings(text, 6) == ["【3月4日】", "【3月9日】", "【3月19日"]
    assert titles(text) == [None, None, None]


def test_one_sentence_each_behind_a_colon():
    text = (
        "近日，云山公安查处以下网络违法行为：\n"
        "网民马某发布某厂爆炸的虚假信息，被行政拘留五日；\n"
        "网民田某在直播中辱骂他人，被行政罚款三百元；\n"
        "网民白某在群里转发淫秽视频，被行政拘留三日。"
    )

    assert openings(text, 4) == ["网民马某", "网民田某", "网民白某"]


@pytest.mark.parametrize("mark", ["🔹", "——", "✅ ", "▪️"])
def test_items_behind_the_same_mark(mark):
    text = "近期典型案例\n" + "\n".join(
        f"{mark}{place}{name}某出售银行卡，被{place}公安分局刑事拘留。"
        for place, name in [("鼓楼区", "林"), ("建邺区", "陈")]
    )

    assert len(read_bulletin(text).cases) == 2


def test_cities_that_news_goes_through():
    text = (
        "江苏公安集中整治网络乱象\n"
        "省公安厅召开发布会。今年以来，全省共侦办刑事案件256起。\n"
        "据介绍，苏州公安侦办了一起传播淫秽物品案。7月，吴中分局抓获犯罪嫌疑人53人。\n"
        "无锡一男子在网上兜售外挂。无锡市公安局查明，柴某获利33万元，柴某已被抓获。\n"
        "发布会还通报了徐州一起诈骗案：盛某等人冒充客服。徐州市公安局抓获85人。"
    )

    assert openings(text, 4) == ["据介绍，", "无锡一男", "发布会还"]


def test_several_cases_inside_one_paragraph():
    text = (
        "在专项行动中，某州公安局办理行政案件86起。其中，句容市一家民宿未落实实名登记，"
        "被句容市公安局责令改正；丹阳市一家旅行社泄露客户信息，被丹阳市公安局罚款两万元；"
        "扬中市一网民在直播间造谣，被扬中市公安局警告。"
    )

    assert openings(text, 5) == ["其中，句容", "丹阳市一家", "扬中市一网"]


def test_dated_cases_inside_one_paragraph_that_says_several():
    text = (
        "10月以来，句容市公安局连续侦破多起网络案件：10月3日，抓获发布招嫖信息的嫌疑人韩某；"
        "10月6日，打掉一开设赌场团伙，抓获袁某等8人；10月9日，将网络诈骗逃犯单某抓获归案。"
    )

    assert openings(text, 5) == ["10月3日", "10月6日", "10月9日"]


def test_the_course_of_one_case_inside_one_paragraph():
    text = (
        "3月2日，南京市公安局抓获诈骗嫌疑人周某等14人，扣押手机二十余部。"
        "5月6日，苏州市公安局又抓获同案的诈骗嫌疑人吴某。"
        "8月，南京市某区人民检察院以诈骗罪对周某、吴某提起公诉。"
    )

    assert len(read_bulletin(text).cases) == 1


def test_a_second_case_that_the_police_hear_of():
    text = (
        "网警三天连破两案\n"
        "10月10日，南京市公安局网警发现有人兜售考试答案，诈骗考生。学生梁某已被刑事拘留。\n"
        "就在两天之后，网警又接到一家公司报案，称货款被骗。民警将犯罪嫌疑人欧某抓获。"
    )

    assert openings(text, 6) == ["10月10日", "就在两天之后"]


def test_a_regulator_that_a_title_has_punish_two():
    text = (
        "两家单位因数据安全问题被处罚\n"
        "近日，海南省通信管理局对某旅行社未履行数据安全保护义务作出罚款五万元的行政处罚。\n"
        "同日，该局还对某停车企业存在弱口令的问题作出警告的行政处罚。"
    )

    assert openings(text, 3) == ["近日，", "同日，"]


def test_counties_whose_people_open_the_paragraphs():
    text = (
        "网络不是法外之地\n"
        "“我的账号怎么登不上了？”今年5月，仪征市公安局查明，前员工成某篡改了系统密码，"
        "成某已被移送起诉。\n"
        "高邮的一家民宿老板也遇到怪事：订单时常被取消。高邮警方查明，经某雇黑客入侵平台，"
        "经某已落网。\n"
        "宝应县则破获了一起盗号案，民警将嫌疑人华某抓获。"
    )

    assert openings(text, 4) == ["“我的账", "高邮的一", "宝应县则"]


def test_as_many_offenders_as_the_title_counts():
    text = (
        "三名“水军”落网\n"
        "犯罪嫌疑人冉某有偿删帖，获利47万元，被湖滨公安分局抓获。\n"
        "犯罪嫌疑人艾某给酒店刷差评，4月1日被湖滨公安分局抓获。\n"
        "犯罪嫌疑人龚某代人刷好评，4月5日落网。"
    )

    assert len(read_bulletin(text).cases) == 3


@pytest.mark.parametrize("title", ["四省追击，一网打尽", "三名嫌疑人落网"])
def test_a_chase_from_city_to_city_is_one_case(title):
    text = (
        f"{title}\n"
        "2024年3月，东至县公安局接到报警，称网店遭人敲诈。\n"
        "3月11日，民警在安庆抓获负责拍下退货的犯罪嫌疑人桂某等3人。\n"
        "4月2日，民警在九江抓获提供账号的犯罪嫌疑人余某。\n"
        "4月20日，民警在金华抓获传授手法的犯罪嫌疑人楼某。"
    )

    assert len(read_bulletin(text).cases) == 1


def test_two_cases_of_one_office_that_prose_tells():
    text = (
        "用心守护“指尖安全”\n"
        "我院共办理网络犯罪案件118件。\n"
        "在该院办理的一起案件中，主播漆某骗取家长验证码，以诈骗罪被判处有期徒刑三年。\n"
        "在另一起案件中，四名青年为诈骗团伙拨打电话。该院依法对四人批准逮捕。"
    )

    assert openings(text, 3) == ["在该院", "在另一"]


def test_labels_above_paragraphs_of_which_one_opens_with_nobody():
    text = exported(
        "某某银行",
        "借出去的卡去了哪里",
        "**问：借给朋友行吗？**\n\n案例回顾\n\n2月，南京市民廖某出租银行卡，替人转移诈骗资金。"
        "南京警方将其抓获。\n\n**问：对公账户行吗？**\n\n案例回顾\n\n苏州的谢某出售对公账户，帮助"
        "诈骗。苏州警方将其抓获。\n\n**问：帮人取现行吗？**\n\n案例回顾\n\n8月14日，一名男子要求"
        "取现，问不出用途，柜员报了警。目前三人因涉嫌掩饰、隐瞒犯罪所得罪被警方刑事拘留。",
    )

    assert len(read_bulletin(text).cases) == 3


def test_offenders_of_one_case_whom_two_courts_judge():
    text = (
        "一条诈骗链上的两个人\n"
        "2022年，张某与李某合谋骗取货款。张某犯诈骗罪，被江阴市人民法院判处有期徒刑三年；"
        "李某犯掩饰、隐瞒犯罪所得罪，被宜兴市人民法院判处有期徒刑一年。"
    )

    assert len(read_bulletin(text).cases) == 1


def test_police_elsewhere_who_help_have_no_case_of_their_own():
    text = (
        "捣毁“脱衣”网站\n"
        "长沙市公安局开福分局通报，该局捣毁一个淫秽网站。\n"
        "7月2日，长沙警方抓获网站开发者钟某，钟某传播淫秽物品。\n"
        "7月9日，株洲警方协助抓获犯罪嫌疑人文某，其传播淫秽物品3000余件。\n"
        "7月15日，湘潭警方协助抓获提供赌博收款码的犯罪嫌疑人易某。"
    )

    assert len(read_bulletin(text).cases) == 1


WHOLE = [
    "3月2日，城关派出所破获一起诈骗案，抓获费某，费某冒充客服骗取1万元，已被刑拘。",
    "3月4日，网安大队查处一起编造谣言案，窦某散布不实信息，被行政拘留三日。",
    "3月9日，刑侦大队打掉一个“跑分”团伙，抓获蒲某等5人，涉案金额30万元。",
]


@pytest.mark.parametrize(
    "shape", ["{1}", "【{0}】{1}", "{0}\n\n{1}", "●{1}", "{0}：{1}", "**{2}**\n\n{1}"]
)
def test_matters_of_one_office_that_nothing_announces(shape):
    units = ("城关派出所", "网安大队", "刑侦大队")
    told = "\n\n".join(
        shape.format(unit, words, words.partition("，")[0])
        for unit, words in zip(units, WHOLE, strict=True)
    )

    text = f"打击不停歇，护航保平安\n\n连日来，涟水公安机关重拳出击。\n\n{told}"
    assert len(read_bulletin(text).cases) == 3


def test_the_days_of_one_case_that_nothing_announces():
    text = (
        "冒充客服的人\n\n3月2日，民警接到李女士报警，费某冒充客服骗走她5万元，费某被抓获。\n\n"
        "3月5日，民警在广东抓获一名取款人窦某，窦某帮助取现诈骗款，已被刑拘。\n\n"
        "3月9日，专案组打掉一个提供银行卡的团伙，抓获蒲某等3人，已被刑拘。"
    )

    assert len(read_bulletin(text).cases) == 1


def test_results_that_are_numbered():
    told = "".join(
        f"**战果{number}**\n\n{words}\n\n"
        for number, words in zip("一二三", WHOLE, strict=True)
    )

    assert len(read_bulletin(f"战报\n\n近日，警方出击。\n\n{told}").cases) == 3
