"""Splitting a text into its cases, and finding none where there is none."""

import pytest

from cases.reader import read_bulletin
from tests.reader.bulletin_texts import FOUR, judged, listed, telling


def titles(text):
    return [case.title and case.title.value for case in read_bulletin(text).cases]


def openings(text, length=8):
    """The first words of each case's own lines, its heading included."""
    return [case.text[:length] for case in read_bulletin(text).cases]


NAMES = ["张某侵犯公民个人信息案", "李某破坏计算机信息系统案", "王某诈骗案"]


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


ONE_LINE = "近日，省公安厅公布3起典型案例。" + "".join(
    f"案例{number}：{name}。{telling(*place)}"
    for number, name, place in zip("一二三", NAMES, FOUR, strict=False)
)


def test_all_in_one_line():
    assert titles(ONE_LINE) == NAMES


def test_all_in_one_line_with_chinese_numbers():
    text = ONE_LINE
    for number in "一二三":
        text = text.replace(f"案例{number}：", f"{number}、")

    assert titles(text) == NAMES


def test_no_punctuation_at_all():
    text = ONE_LINE
    for mark in "，。：":
        text = text.replace(mark, " ")

    assert len(read_bulletin(text).cases) == 3


def test_a_subtitle_and_labels_in_one_line():
    text = "最高法发布2件典型案例 " + " ".join(
        f"案例{number} {surname}某诈骗案 ——冒充客服 "
        + judged(surname, "诈骗", "某市法院")
        for number, surname in (("一", "张"), ("二", "李"))
    ).replace("\n", " ")

    assert titles(text) == ["张某诈骗案", "李某诈骗案"]


def test_lines_wrapped_by_hand():
    lines = ONE_LINE.replace("案例", "\n案例").splitlines()
    text = "\n".join(
        line[start : start + 30] for line in lines for start in range(0, len(line), 30)
    )

    cases = read_bulletin(text).cases
    assert [case.title.value for case in cases] == NAMES
    assert [case.people.value for case in cases] == [5, 5, 5]


def test_a_text_cut_off_in_the_middle():
    text = (
        "某省公布10起典型案例\n"
        + listed(["一、" + NAMES[0]])
        + "\n\n二、"
        + NAMES[1]
        + "\n\n"
        "2024年5月，苏州公安机关工作发现，犯罪嫌疑人李某等人利用外"
    )

    assert titles(text) == NAMES[:2]


def test_html():
    text = "<h1>公布2起典型案例</h1><p>近日，公安厅公布。</p>" + "".join(
        f"<p><strong>案例{number}</strong></p><p><strong>{name}</strong></p>"
        f"<p>{telling(*place)}</p>"
        for number, name, place in zip("一二", NAMES, FOUR, strict=False)
    )

    assert titles(text) == NAMES[:2]


def test_traditional_characters():
    text = (
        "警方公佈2宗典型案例\n案例一：張某詐騙案\n2024年3月，南京公安機關抓獲犯罪嫌疑人"
        "張某等5人。\n案例二：李某詐騙案\n2024年4月，蘇州公安機關抓獲犯罪嫌疑人李某。"
    )

    assert titles(text) == ["张某诈骗案", "李某诈骗案"]


def test_closing_words_are_no_part_of_the_last_case():
    headings = [
        f"案例{number}：{name}" for number, name in zip("一二三", NAMES, strict=True)
    ]
    text = (
        "某省公布典型案例\n"
        + listed(headings)
        + "\n\n全省公安机关将继续保持高压态势，守护网络安全。"
    )

    assert read_bulletin(text).cases[-1].text.endswith("5人采取刑事强制措施。")


def test_what_follows_the_end_is_no_case():
    text = (
        "公布典型案例\n" + listed(["案例一：" + NAMES[0], "案例二：" + NAMES[1]])
        + "\n（来源：江苏网警）\n往期推荐\n案例三：王某诈骗案，警方抓获3人"
    )  # fmt: skip

    assert titles(text) == NAMES[:2]


def test_links_below_each_case_are_no_end():
    text = "公布典型案例\n" + "\n".join(
        f"案例{number}：{name}\n{telling(*place)}\n相关链接\n第二百六十六条 诈骗的"
        for number, name, place in zip("一二三", NAMES, FOUR, strict=False)
    )

    assert titles(text) == NAMES


@pytest.mark.parametrize(
    "links",
    [
        pytest.param(
            "上一篇：[苏州警方抓获李某等8名嫌疑人](http://a.example)\n下一篇：没有了",
            id="last and next",
        ),
        pytest.param(
            "[苏州警方抓获李某等8名嫌疑人](http://a.example)\n"
            "[**无锡警方破获王某诈骗案**](http://b.example)",
            id="links",
        ),
        pytest.param("**往期链接**\n苏州警方抓获李某等8名嫌疑人", id="labelled"),
    ],
)
def test_links_to_other_articles_are_no_part_of_the_case(links):
    told = telling("南京", "张")
    text = f"# 南京警方打掉一团伙\n 网安圈   2024-10-02 10:07\n\n{told}\n\n{links}\n"

    assert [case.text for case in read_bulletin(text).cases] == [told]


def test_adverts_inside_a_passage_are_noise():
    told = telling("南京", "张")
    text = (
        "公布典型案例\n案例一：" + NAMES[0] + "\n点击上方蓝字关注我们\n" + told
        + "\n扫码关注公众号\n目前，案件正在侦办中。\n案例二：" + NAMES[1] + "\n" + told
    )  # fmt: skip

    case = read_bulletin(text).cases[0]
    assert [text[start:end] for start, end in case.noise] == [
        "点击上方蓝字关注我们",
        "扫码关注公众号",
    ]
    assert case.text == f"案例一：{NAMES[0]}\n{told}\n目前，案件正在侦办中。"


def test_advert_words_inside_a_sentence_are_noise():
    text = (
        "近日，杭州市公安局破获一起诈骗案，抓获犯罪点击关注公众号“某某”嫌疑人张某等5名，"
        "依法刑事拘留。"
    )

    case = read_bulletin(text).cases[0]
    assert [text[start:end] for start, end in case.noise] == ["点击关注公众号“某某”"]
    assert "抓获犯罪嫌疑人张某" in case.text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "某路由器曝高危漏洞，速修复\n研究人员发现该漏洞编号CVE-2024-1234，攻击者可远程"
            "执行代码。厂商已发布补丁。该漏洞被黑客利用入侵企业网络，安装勒索软件。",
            id="vulnerability",
        ),
        pytest.param(
            "某平台泄露500万用户数据\n据外媒报道，黑客组织入侵某电商平台，窃取用户数据并在"
            "暗网出售。公司表示已报警，正与执法部门合作。专家建议用户修改密码。",
            id="breach",
        ),
        pytest.param(
            "勒索软件攻击持续上升\n据安全公司报告，第三季度勒索软件攻击增长30%。LockBit仍是"
            "最活跃的团伙，尽管执法部门今年逮捕了其成员。研究人员建议企业修补漏洞。",
            id="arrest in passing",
        ),
        pytest.param(
            "2024网络安全大会报名开启\n大会由某市公安局指导，将于9月举行。会议议程：主论坛、"
            "打击网络犯罪专题。欢迎报名参会。",
            id="event",
        ),
        pytest.param(
            "公安部召开新闻发布会通报成效\n今年以来，全国公安机关共侦破网络犯罪案件5.9万起，"
            "抓获犯罪嫌疑人12.6万名。下一步，公安机关将继续保持严打高压态势。",
            id="totals",
        ),
        pytest.param(
            "网络安全法\n第六十三条 违反本法规定，危害网络安全，尚不构成犯罪的，由警方"
            "没收违法所得，处五日以下拘留。\n第六十四条 运营者违反本法"
            "规定的，由主管部门责令改正，给予警告，处一万元以上罚款。",
            id="statute",
        ),
        pytest.param(
            "部署打击网络水军\n通知要求，各地公安机关要依法打击网络水军犯罪，对犯罪团伙要坚决"
            "打击、依法严惩；对提供技术支持的，要依法查处。各平台要落实主体责任。",
            id="policy",
        ),
        pytest.param(
            "评论丨莫让谣言扰乱网络秩序\n近日，多地警方通报网络谣言案件，张某等造谣者被依法"
            "处罚。这些案例警示我们，网络不是法外之地。治理谣言，需要多方发力。",
            id="opinion",
        ),
        pytest.param(
            "斩断伸向孩子的黑手\n近日，某省警方破获一起诈骗未成年人案，抓获嫌疑人8名，引发"
            "社会关注。去年，某地法院也曾判处一名诈骗学生的被告人有期徒刑三年。\n随着智能"
            "设备普及，孩子上网越来越早，如何为他们撑起保护伞？\n治理此类乱象，既要依法严惩，"
            "又要源头治理。平台应当压实主体责任。唯有多方共治，孩子才能安心上网。",
            id="opinion without a column",
        ),
        pytest.param(
            "这些骗局要当心！\n一、冒充客服诈骗\n骗子冒充客服，以退款为由诱导转账。防范提示："
            "不要轻信陌生来电。\n二、刷单诈骗\n骗子以高额佣金为诱饵。警方提醒：刷单就是诈骗。",
            id="advice",
        ),
        pytest.param(
            "反诈中心提醒\n案例一：冒充客服诈骗\n2024年5月，市民李女士接到自称客服的电话，"
            "被骗5万元。\n案例二：刷单诈骗\n2024年6月，市民王先生垫资刷单，被骗12万元。\n"
            "警方提醒：不轻信、不转账。",
            id="victims only",
        ),
        pytest.param(
            "某支队获评先进集体\n该支队成立以来，先后侦破网络犯罪案件300余起，抓获犯罪嫌疑人"
            "800余名，荣立集体二等功。",
            id="award",
        ),
        pytest.param(
            "什么是帮信罪？\n帮助信息网络犯罪活动罪，是指明知他人犯罪而提供帮助。根据刑法第二"
            "百八十七条之二，处三年以下有期徒刑。一、出租银行卡。二、提供设备。",
            id="explainer",
        ),
    ],
)  # fmt: skip
def test_no_case_is_invented(text):
    assert read_bulletin(text).cases == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "勒索软件卷土重来\n研究人员发现新变种。2月，英国国家犯罪局联合FBI查封了34台"
            "服务器，并逮捕两名成员。新变种支持Windows和Linux。建议企业更新补丁。",
            id="gang in the news",
        ),
        pytest.param(
            "某公司发布反诈大模型，助力警方破案\n该产品可识别诈骗电话，已在全国公安机关"
            "部署，累计预警120万次，协助抓获嫌疑人3000余名。",
            id="product",
        ),
        pytest.param(
            "盘点史上十大黑客\n某黑客曾入侵防空系统，后被FBI逮捕，入狱五年。",
            id="history",
        ),
        pytest.param(
            "某连锁酒店客户数据疑似泄露\n网上出现某酒店集团客户数据售卖帖。该集团称已报警。"
            "警方表示已介入调查。专家认为，可能是代码泄露。",
            id="suspicion",
        ),
        pytest.param(
            "惩治网络犯罪白皮书\n2023年，全国检察机关起诉利用网络实施的犯罪32.3万人，"
            "起诉帮信罪14.7万人。网络犯罪呈现产业化特点。",
            id="statistics",
        ),
        pytest.param(
            "木马技术分析报告\n该木马是活跃的恶意软件家族。样本通过钓鱼邮件投递。公安机关"
            "曾打掉多个传播该木马的团伙。建议用户安装杀毒软件。",
            id="analysis",
        ),
    ],
)
def test_no_case_is_invented_from_what_is_mentioned(text):
    assert read_bulletin(text).cases == ()


@pytest.mark.parametrize(
    "text",
    [
        "少年黑客因入侵被判住院\n伦敦一家法院近日判处18岁的男子无限期住院，他曾入侵多家公司。",
        "公司因数据泄露被罚20万元\n上海市公安局青浦分局对某快递公司作出行政处罚，罚款20万元。",
        "网信部门开罚单\n某省网信办对某打车公司作出网络安全审查相关行政处罚，处罚款80万元。",
        "公司负责人获刑\n海淀区人民法院以非法获取计算机信息系统数据罪判处张某等四人有期徒刑。",
    ],
)
def test_short_news_of_one_case(text):
    assert len(read_bulletin(text).cases) == 1


def test_a_concrete_arrest_abroad_is_a_case():
    text = (
        "乌克兰警方逮捕勒索软件团伙成员\n近日，乌克兰警方逮捕了一名29岁男子，其涉嫌为勒索"
        "软件团伙开发加密工具。警方查获电脑和加密货币。"
    )

    assert len(read_bulletin(text).cases) == 1


def test_a_notice_of_one_case():
    text = (
        "警情通报\n2024年5月3日，网民张某（男，32岁）发布虚假信息，称我市发生地震。接报后，"
        "我局于5月4日将张某传唤到案。目前，张某已被我局依法处以行政拘留七日的处罚。\n"
        "南京市公安局江宁分局\n2024年5月5日"
    )

    assert len(read_bulletin(text).cases) == 1
