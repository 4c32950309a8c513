"""Splitting a text into its cases, and finding none where there is none."""

import pytest

from cases.reader import read_bulletin
from tests.reader.bulletin_texts import (
    FOUR,
    NAMES,
    exported,
    judged,
    listed,
    telling,
)
from tests.reader.making import titles


def openings(text, length=8):
    """The first words of each case's own lines, its heading included."""
    return [case.text[:length] for case in read_bulletin(text).cases]


@pytest.mark.parametrize(
    "numbers",
    [
        ["案例一：", "案例二：", "案例三："],
        ["【案例1】", "【案例2】", "【案例3】"],
        ["典型案例一 ", "典型案例二 ", "典型案例三 "],
        ["案例（一）", "案例（二）", "案例（三）"],
        ["第一起：", "第二起：", "第三起："],
        ["一、", "二、", "三、"],
        ["（一）", "（二）", "（三）"],
        ["1.", "2.", "3."],
        ["1、", "2、", "3、"],
        ["（1）", "（2）", "（3）"],
        ["①", "②", "③"],
        ["NO.1 ", "NO.2 ", "NO.3 "],
        ["01\n", "02\n", "03\n"],
        ["PART.01\n", "PART.02\n", "PART.03\n"],
        ["案例一\n", "案例二\n", "案例三\n"],
        ["其一：", "其二：", "其三："],
        ["一是", "二是", "三是"],
        ["1 . ", "2 . ", "3 . "],
        ["1 ", "2 ", "3 "],
        ["一 ", "二 ", "三 "],
        ["壹 · ", "贰 · ", "叁 · "],
        ["例一：", "例二：", "例三："],
        ["〔一〕", "〔二〕", "〔三〕"],
        ["01/ ", "02/ ", "03/ "],
        ["🔴案例1 ", "🔴案例2 ", "🔴案例3 "],
        ["📌", "📌", "📌"],
        ["1-", "2-", "3-"],
        ["1️⃣ ", "2️⃣ ", "3️⃣ "],
    ],
)
def test_numbered_cases_of_every_family(numbers):
    text = "某省公布典型案例\n" + listed(
        [number + name for number, name in zip(numbers, NAMES, strict=True)]
    )

    assert titles(text) == NAMES


def test_bold_headings_without_numbers():
    text = "网警公布典型案例\n\n" + listed([f"**{name}**" for name in NAMES])

    assert titles(text) == NAMES


def test_bold_beginnings_of_paragraphs():
    text = "网警公布典型案例\n\n" + "\n\n".join(
        f"**{name}。**{telling(*place)}"
        for name, place in zip(NAMES, FOUR, strict=False)
    )

    assert titles(text) == NAMES


def test_cases_without_headings():
    text = "打击网络水军典型案例\n" + "\n".join(
        f"{number}.{telling(*place)}" for number, place in enumerate(FOUR, 1)
    )

    assert titles(text) == [None] * 4
    assert openings(text, 12) == [
        "1.2024年3月，南京",
        "2.2024年3月，苏州",
        "3.2024年3月，无锡",
        "4.2024年3月，徐州",
    ]


def test_paragraphs_of_different_authorities():
    text = "多地警方重拳出击\n近期，多地公安机关严打网络犯罪。\n" + "\n".join(
        f"近日，{place}市公安局网安支队破获一起诈骗案，抓获犯罪嫌疑人{surname}某等5名。"
        for place, surname in FOUR
    )

    assert openings(text, 5) == [f"近日，{place}" for place, _ in FOUR]


def test_headlines_above_the_paragraphs_of_different_authorities():
    text = "一周警讯回顾\n" + "\n".join(
        f"【{place}警方打掉一跑分团伙】\n5月6日，{place}警方打掉一跑分团伙，抓获嫌疑人11名。"
        for place, _ in FOUR
    )

    assert titles(text) == [f"{place}警方打掉一跑分团伙" for place, _ in FOUR]


def test_rumours_are_numbered_as_such():
    text = "萍乡公安公布近期查处的谣言案例\n" + "\n".join(
        f"谣言{number}：{heading}\n真相：网民{name}某编造此事，{place}公安分局对其行政拘留。"
        for number, heading, name, place in [
            (1, "某小区发生枪击", "杨", "安源"),
            (2, "某地要封路", "王", "湘东"),
        ]
    )

    assert titles(text) == ["某小区发生枪击", "某地要封路"]


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


def test_a_list_of_headings_before_the_cases():
    text = (
        "最高人民检察院发布典型案例\n目录\n1.张某诈骗案\n2.李某敲诈勒索案\n3.王某盗窃案\n"
        "案例一\n张某诈骗案\n" + judged("张", "诈骗", "南京市中级人民法院") + "\n"
        "案例二\n李某敲诈勒索案\n"
        + judged("李", "敲诈勒索", "苏州市中级人民法院")
        + "\n"
        "案例三\n王某盗窃案\n" + judged("王", "盗窃", "无锡市中级人民法院")
    )

    assert titles(text) == ["张某诈骗案", "李某敲诈勒索案", "王某盗窃案"]


@pytest.mark.parametrize(
    "contents",
    [
        pytest.param(
            "案例1 张某诈骗案\n——冒充客服，虚构退款，骗取钱款\n案例2 李某敲诈勒索案\n"
            "——以发布负面文章相要挟，索取财物\n案例3 王某盗窃案\n——利用漏洞，盗取资金",
            id="contents with subtitles",
        ),
        pytest.param(
            "案例1 张某诈骗案\n案例2 李某敲诈勒索案\n案例3 王某盗窃案", id="contents"
        ),
        pytest.param(
            "一、南京法院审结张某诈骗案，张某被判刑。\n二、苏州法院审结李某敲诈勒索案，李某"
            "被判刑。\n三、无锡法院审结王某盗窃案，王某被判刑。\n详情如下：",
            id="summary",
        ),
        pytest.param(
            "张某诈骗案\n李某敲诈勒索案\n王某盗窃案", id="contents without numbers"
        ),
    ],
)
def test_cases_told_twice_are_read_once(contents):
    text = f"法院发布3件典型案例\n{contents}\n" + "\n".join(
        f"案例{number}\n{name}\n" + judged(name[0], name[2:-1], f"{place}市某区法院")
        for number, name, place in (
            (1, "张某诈骗案", "南京"),
            (2, "李某敲诈勒索案", "苏州"),
            (3, "王某盗窃案", "无锡"),
        )
    )

    assert titles(text) == ["张某诈骗案", "李某敲诈勒索案", "王某盗窃案"]
    assert all("【基本案情】" in case.text for case in read_bulletin(text).cases)


def test_the_parts_of_a_court_case_are_no_cases():
    text = "张某诈骗案\n" + judged("张", "诈骗", "南京市中级人民法院").replace(
        "【", "一、【"
    )

    assert len(read_bulletin(text).cases) == 1


def test_a_subtitle_belongs_to_the_heading():
    text = "最高法发布典型案例\n" + "\n".join(
        f"{number}.{name}\n——利用虚假平台作案\n"
        + judged(surname, "诈骗", "某市人民法院")
        for number, name, surname in ((1, "张某诈骗案", "张"), (2, "李某诈骗案", "李"))
    )

    assert titles(text) == ["张某诈骗案", "李某诈骗案"]


def test_groups_of_cases_under_headings():
    text = (
        "全省网安部门公布4起典型案例\n一、网络谣言类\n"
        + listed(["1.张某编造谣言案", "2.李某编造谣言案"])
        + "\n二、侵犯公民个人信息类\n"
        + listed(["1.王某侵犯公民个人信息案", "2.赵某侵犯公民个人信息案"], FOUR[2:])
    )

    assert titles(text) == [
        "张某编造谣言案",
        "李某编造谣言案",
        "王某侵犯公民个人信息案",
        "赵某侵犯公民个人信息案",
    ]


def test_a_story_with_numbered_section_headings():
    text = (
        "一起侵犯公民个人信息案侦破记\n"
        "2024年3月，南京网警在工作中发现，有人在网上出售公民个人信息。\n"
        "1、发现线索\n网警发现网民张某在群里发布广告，随即立案侦查。\n"
        "2、抓捕归案\n4月2日，民警在苏州抓获犯罪嫌疑人张某，查获手机5部。\n"
        "3、深挖扩线\n经审讯，张某交代上线李某，5月3日李某落网，二人被刑事拘留。"
    )

    cases = read_bulletin(text).cases
    assert len(cases) == 1
    assert cases[0].title is None


def test_one_section_of_a_longer_article():
    text = (
        "# 停个车，信息去哪了？\n\n停车场的系统收集许多信息，这些信息"
        "存放在哪里，又由谁看管，车主大多不知道。\n\n"
        "**方便了谁？**\n\n智慧停车覆盖各类停车场，大大提升了出行的"
        "便利度。扫码进场、无感支付、远程找车，都要车主交出车牌、手机号和行踪。\n\n"
        "**有人利用停车信息跟踪他人**\n\n2023年，泗阳县网警破获一起侵犯公民个人信息案，"
        "抓获犯罪嫌疑人孙某等8名。孙某等人出售车辆位置，获利30万元。\n\n"
        "**专家怎么说**\n\n接口应当有鉴权，企业应当定期检测。"
    )

    assert titles(text) == ["有人利用停车信息跟踪他人"]


def test_a_labelled_case_inside_an_article():
    text = (
        "检察院通报侵犯公民个人信息案件办理情况\n"
        "10月28日，杨浦区检察院召开新闻发布会，通报办案情况。\n"
        "**案例：男子下载上亿条信息**\n"
        "2024年2月，被告人吴某下载公民个人信息1亿余条。法院以侵犯公民个人信息罪判处"
        "吴某有期徒刑一年。\n"
        "**办案特点**\n案件总体数量下降。大部分案件涉及信息超过1万条。"
    )

    assert titles(text) == ["男子下载上亿条信息"]


def test_cases_among_other_news():
    text = (
        "网络安全周报（第12期）\n一、漏洞通报\n"
        "1.某系统存在远程代码执行漏洞\n该漏洞影响所有版本，建议升级。\n"
        "2.某中间件高危漏洞\n官方已发布补丁。\n二、安全事件\n"
        "1.某公司遭勒索软件攻击\n系统瘫痪三天，数据被加密。\n"
        "2.南京警方抓获一出售公民个人信息团伙\n近日，南京警方打掉一个犯罪团伙，"
        "抓获嫌疑人8名，涉案金额100余万元。\n"
        "3.一男子利用外挂牟利获刑三年\n法院以提供侵入计算机信息系统工具罪判处被告人"
        "李某有期徒刑三年。\n三、政策法规\n1.某部印发数据安全管理办法\n办法自今日施行。"
    )

    assert titles(text) == [
        "南京警方抓获一出售公民个人信息团伙",
        "一男子利用外挂牟利获刑三年",
    ]


def test_two_articles_glued_together():
    text = (
        "# 警方打掉一侵犯公民个人信息团伙，抓获8人|某厂路由器曝出高危漏洞影响百万用户\n"
        " 网安之声   2024-10-02 10:07\n\n"
        "**警方打掉一侵犯公民个人信息团伙，抓获8人**\n\n"
        "近日，合肥市公安局打掉一侵犯公民个人信息团伙，抓获犯罪嫌疑人赵某等8人。\n\n"
        "**某厂路由器曝出高危漏洞影响百万用户**\n\n研究人员发现该漏洞可被利用，黑客可远程"
        "控制设备。\n"
    )

    cases = read_bulletin(text).cases
    assert [case.title.value for case in cases] == [
        "警方打掉一侵犯公民个人信息团伙，抓获8人"
    ]
    assert "路由器" not in cases[0].text


def test_a_first_sentence_is_a_headline_where_the_others_are():
    text = "某市警方通报典型案例\n" + "\n".join(
        f"{number}、{name}。{telling(*place)}"
        for number, name, place in zip(
            "一二三", [NAMES[0], "苏州打掉一“跑分”团伙", NAMES[2]], FOUR, strict=False
        )
    )

    assert titles(text) == [NAMES[0], "“跑分”团伙", NAMES[2]]


def test_closed_accounts_are_dealt_with():
    text = "某省网信办公布一批典型案例\n" + "\n".join(
        f"**{number}.{name}。**“某某看车{number}”等账号集纳、拼凑企业负面信息，误导公众。"
        "相关平台已依法依约关闭上述账号。"
        for number, name in enumerate(["恶意炒作企业信息", "抹黑产品", "仿冒企业"], 1)
    )

    assert titles(text) == ["恶意炒作企业信息", "抹黑产品", "仿冒企业"]


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


def test_a_story_told_under_a_label_needs_no_authority_in_its_lead():
    text = (
        "饭圈争吵升级\n\n一怒之下“开盒”对方\n\n**基本案情**\n\n"
        "某大学生在网上与人争吵，多次公布他人住址、电话。"
        "对方不堪其扰，选择报警。\n\n**法院审理**\n\n"
        "法院认为，其行为已构成侵犯公民个人信息罪，判处有期徒刑一年。"
    )
    [case] = read_bulletin(exported("某某法院", "一时之快", text)).cases
    assert case.offences[0].value == "personal-information"


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


def test_what_announces_stories_is_none_of_them():
    bulletin = exported(
        "某某检察",
        "六一的回答",
        "某区检察院向记者讲述了该院办理的几个故事。\n\n2022年7月，小雨被骗走钱款。警方将"
        "张某抓获，法院以诈骗罪判处其有期徒刑三年。\n\n第二个故事里，李某出售信息，被警方"
        "抓获，法院以侵犯公民个人信息罪判处其有期徒刑一年。",
    )
    assert openings(bulletin, 7) == ["2022年7月", "第二个故事里，"]


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


def test_two_cases_that_a_title_tells_apart():
    text = (
        "两名黑客分别在英美获刑\n英国一名男子因入侵公司邮箱并勒索比特币，被法院判处有期徒刑四年。"
        "\n另一起案件中，美国一名男子因盗取加密货币，被联邦法院判处监禁八年。"
    )
    assert openings(text, 6) == ["英国一名男子", "另一起案件中"]


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


def test_numbers_that_begin_anew_in_each_group():
    text = exported(
        "网信某地",
        "公布一批网络违法违规典型案例",
        "现公布一批典型案例。\n\n一、编造传播虚假信息类\n\n（一）简某编造爆炸谣言案。5月，网民简某"
        "发布不实信息，公安机关依法对其行政拘留三日。\n\n（二）某公众号传播虚假灾情。该账号发布"
        "虚假信息，网信办责令其关闭账号。\n\n二、未履行义务类\n\n（一）某卫生院网站被篡改。该院"
        "未落实等级保护制度，被责令改正，给予警告。\n\n（二）某中介违法收集个人信息。该中介门店"
        "未经同意收集客户信息，被罚款2万元。",
    )
    assert titles(text) == [
        "简某编造爆炸谣言案",
        "某公众号传播虚假灾情",
        "某卫生院网站被篡改",
        "某中介违法收集个人信息",
    ]


def test_a_number_and_a_word_of_letters():
    text = exported(
        "安全某处",
        "本周要闻",
        "01 某厂修复漏洞\n\n厂商发布更新。\n\n02 “开盒”群主被抓\n\n近日，警方抓获群主"
        "蒲某等4人。\n\n03 FBI逮捕两人\n\nFBI逮捕两名男子，二人涉嫌盗窃加密货币。",
    )
    assert titles(text) == ["“开盒”群主被抓", "FBI逮捕两人"]


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


def test_operators_that_a_title_counts():
    text = exported(
        "网信某地",
        "某市两家单位被约谈、处罚",
        "近日，某市网信办依法对两家单位的违法行为作出处理。\n\n某公交公司的系统存在未授权访问漏洞，"
        "乘客记录可被下载。网信办对该公司作出警告，并处罚款5万元。\n\n某民办高校的网站无人维护，"
        "被植入赌博链接。网信办约谈该校负责人，责令限期整改。",
    )
    assert openings(text, 6) == ["某公交公司的", "某民办高校的"]


def test_a_section_is_no_case_where_the_title_tells_what_an_authority_did():
    bulletin = exported(
        "玉溪公安",
        "十几家网吧“中邪”？网警揪出幕后黑手",
        "好几家网吧的老板都遇到了怪事，主页被锁。\n\n**“不是毒，是人”**\n\n"
        "网吧负责人来到网警大队报案。民警发现服务器里多了一个小程序。\n\n"
        "**“客户的机子，等于我的矿”**\n\n民警将目光锁定在维护员王某根身上。4月11日，"
        "王某根被民警抓获。经查，余某豪发展了30余人，已被抓获。王某根、余某豪因涉嫌破坏"
        "计算机信息系统罪被批准逮捕。",
    )
    [case] = read_bulletin(bulletin).cases
    assert case.text.startswith("好几家网吧")
