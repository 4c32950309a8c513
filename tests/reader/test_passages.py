"""Splitting a text into its cases, and finding none where there is none."""

import pytest

from cases.reader import read_bulletin
from tests.reader.bulletin_texts import FOUR, NAMES, exported, judged, listed, telling
from tests.reader.making import openings, titles


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
        ["骗局一：", "骗局二：", "骗局三："],
        ["类型1：", "类型2：", "类型3："],
        ["一案：", "二案：", "三案："],
        ["“一”", "“二”", "“三”"],
    ],
)
def test_numbered_cases_of_every_family(numbers):
    text = "某省公布典型案例\n" + listed(
        [number + name for number, name in zip(numbers, NAMES, strict=True)]
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


def test_rumours_are_numbered_as_such():
    text = "萍乡公安公布近期查处的谣言案例\n" + "\n".join(
        f"谣言{number}：{heading}\n真相：网民{name}某编造此事，{place}公安分局对其行政拘留。"
        for number, heading, name, place in [
            (1, "某小区发生枪击", "杨", "安源"),
            (2, "某地要封路", "王", "湘东"),
        ]
    )

    assert titles(text) == ["某小区发生枪击", "某地要封路"]


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


def test_closed_accounts_are_dealt_with():
    text = "某省网信办公布一批典型案例\n" + "\n".join(
        f"**{number}.{name}。**“某某看车{number}”等账号集纳、拼凑企业负面信息，误导公众。"
        "相关平台已依法依约关闭上述账号。"
        for number, name in enumerate(["恶意炒作企业信息", "抹黑产品", "仿冒企业"], 1)
    )

    assert titles(text) == ["恶意炒作企业信息", "抹黑产品", "仿冒企业"]


def test_a_story_told_under_a_label_needs_no_authority_in_its_lead():
    text = (
        "饭圈争吵升级\n\n一怒之下“开盒”对方\n\n**基本案情**\n\n"
        "某大学生在网上与人争吵，多次公布他人住址、电话。"
        "对方不堪其扰，选择报警。\n\n**法院审理**\n\n"
        "法院认为，其行为已构成侵犯公民个人信息罪，判处有期徒刑一年。"
    )
    [case] = read_bulletin(exported("某某法院", "一时之快", text)).cases
    assert case.offences[0].value == "personal-information"


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


def test_news_of_one_paragraph_each():
    text = exported(
        "某某早报",
        "早报 10月9日",
        "微软修复118个漏洞。\n\n美国司法部宣布，一名男子因运营窃密木马被判处60个月监禁。\n\n"
        "某厂将停用旧版登录方式。",
    )

    assert openings(text, 5) == ["美国司法部"]


def test_dates_behind_the_points_of_numbers():
    text = "警方通报\n" + "\n".join(
        f"{number}.10月{number}日，抓获诈骗嫌疑人{name}某1名。"
        for number, name in [(1, "齐"), (2, "申"), (3, "海")]
    )

    assert len(read_bulletin(text).cases) == 3


def test_items_of_few_words_that_all_tell_a_case():
    text = "城南公安通报：\n" + "\n".join(
        f"（{number}）{unit}县局：9月{number}日打掉一个{what}团伙，抓获9人。"
        for number, unit, what in [
            (1, "甲", "赌博"),
            (2, "乙", "引流"),
            (3, "丙", "诈骗"),
        ]
    )

    assert len(read_bulletin(text).cases) == 3


def test_what_an_offender_had_is_no_total():
    text = "近日，某区公安分局抓获倒卖面单的严某等6人，查获信息17万余条。"

    assert len(read_bulletin(text).cases) == 1


def test_the_first_item_of_a_list_is_no_title_of_the_text():
    text = "\n".join(
        f"NO.{number} {heading}\n{telling(*place)}"
        for number, heading, place in zip(
            (1, 2, 3), ("内鬼", "老板的单子", "招嫖是诱饵"), FOUR, strict=False
        )
    )

    assert read_bulletin(text).title is None
    assert titles(text) == ["内鬼", "老板的单子", "招嫖是诱饵"]


def test_the_chapters_of_a_case_whose_report_stands_above_them():
    text = exported(
        "某某网警",
        "五个月，两次收网",
        "2024年1月，黔江区分局接到一家医院报警，称患者信息泄露。\n\n"
        "一、锁定内鬼\n\n2月3日，民警抓获临聘人员石某，其非法下载患者信息4万条。\n\n"
        "二、追查买家\n\n3月11日，民警抓获买家向某，其倒卖信息，获利9万元。\n\n"
        "三、打掉下游\n\n6月2日，民警打掉一个诈骗团伙，抓获汪某等14人。",
    )

    assert len(read_bulletin(text).cases) == 1
