"""Whether a text tells a case at all; short news that do."""

import pytest

from cases.reader import read_bulletin


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
            "普法｜这些行为将被处罚！\n新修订的治安管理处罚法下月起施行。\n"
            "**01 造谣，罚款上限提高**\n故意散布谣言的，处五日以上十日以下拘留，可以"
            "并处一千元以下罚款。\n"
            "**02 泄露个人信息纳入治安处罚**\n出售他人信息的，处十日以下拘留。\n"
            "**03 考试作弊要受处罚**\n组织作弊的，处违法所得一倍以上五倍以下罚款。\n"
            "问：转发不实消息违法吗？\n答：比如，张某明知是谣言仍转发，就要受到处罚，"
            "构成犯罪的，依法追究刑事责任。",
            id="law explained",
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
            "某市网络安全年会举行：专家热议新法实施\n会议由公安机关指导。“那起案件给了我们"
            "教训。”一位教授说，嫌疑人陈某、郑某先后被警方抓获，陈某已被判刑。某公司还"
            "分享了协助警方破获团伙案件的经历，团伙头目王某落网。",
            id="cases that a meeting heard of",
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
            "上半年网络安全态势报告发布\n一、勒索攻击：数量上升\n共监测到攻击事件1426起。\n"
            "二、钓鱼邮件：持续活跃\n捕获样本41万封。\n三、数据泄露：同比下降\n全国检察机关"
            "起诉利用网络实施的犯罪11.9万人，公安部侦破案件3400余起，抓获嫌疑人6700余人。",
            id="report in sections",
        ),
        pytest.param(
            "检察官答记者问\n问：请介绍一下情况？\n答：我们办理了一批网络犯罪案件，如张某诈骗案、"
            "李某盗窃案，依法提起公诉。\n问：有何特点？\n答：犯罪手段不断翻新。",
            id="questions and answers",
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


def test_a_man_abroad_who_is_charged_is_a_case():
    text = (
        "某勒索软件成员出庭\n该国司法部称，22岁的 Pavel V 已被引渡，并首次出庭。\n"
        "起诉书显示，黑客 Pavel 利用漏洞（CVE-2021-1234）分发勒索软件，加密企业。\n"
        "他面临11项指控。"
    )
    assert len(read_bulletin(text).cases) == 1


def test_a_gang_of_whom_nobody_is_named_is_a_case():
    text = (
        "9名“演员”，演了一出戏\n“导演”定剧本，“演员”拨电话，这是一个诈骗团伙的日常。\n"
        "路大爷接到“老中医弟子”的电话，花了6.2万元，药却是普通的食品。\n他又交了“海关税”，"
        "对方再也没有回音。\n1月9日，某地网警将该团伙9名成员抓获。经查，该团伙冒充名医骗取老人"
        "200余万元，9人均已被警方刑拘。"
    )
    assert len(read_bulletin(text).cases) == 1


def test_an_operator_fined_is_a_case_whose_title_says_nothing():
    text = (
        "看似平静的页面\n3月18日，某县网信办接到线索，反映某校网站存在暗链。\n"
        "县网信办执法人员赶赴现场调查。经查，该校网站建成后疏于管理，被植入违法链接。\n"
        "县网信办依据《网络安全法》对该校责令改正，给予警告。\n网信部门还约谈了该校负责人，"
        "网信办责令其关停网站，对其罚款。"
    )
    assert len(read_bulletin(text).cases) == 1


def test_a_notice_of_one_case():
    text = (
        "警情通报\n2024年5月3日，网民张某（男，32岁）发布虚假信息，称我市发生地震。接报后，"
        "我局于5月4日将张某传唤到案。目前，张某已被我局依法处以行政拘留七日的处罚。\n"
        "南京市公安局江宁分局\n2024年5月5日"
    )

    assert len(read_bulletin(text).cases) == 1


def test_news_under_headings_in_numbered_sections():
    text = (
        "一周网安资讯\n**01 国内要闻**\n**某办法公开征求意见**\n国家网信办征求意见。\n"
        "**南京警方打掉一盗取游戏道具团伙**\n南京市公安局近日打掉一个盗取玩家道具的犯罪团伙，"
        "抓获犯罪嫌疑人张某等3人。\n**02 国际要闻**\n**某国财政部遭入侵**\n黑客访问了"
        "部分工作站。\n**某国士兵承认贩卖通话记录**\n据司法部文件，一名20岁士兵已被逮捕。\n"
        "**03 漏洞播报**\n**某产品零日漏洞**\n该漏洞为栈溢出，已被利用。"
    )

    assert [case.title.value for case in read_bulletin(text).cases] == [
        "南京警方打掉一盗取游戏道具团伙",
        "某国士兵承认贩卖通话记录",
    ]


def test_a_marked_date_inside_a_story_is_no_section():
    text = (
        "花1999买“神号”，结果被骗两万多\n**事情是这样的**\n2月15日，小谢在网上看到出售游戏"
        "账号的视频，按提示付款后，“客服”又要保证金，她先后转账5次，共被骗22987元。\n"
        "**民警出手**\n接到报警后，某县公安局反诈中心联合永丰派出所展开侦查。\n**3月4日**\n"
        "民警赶赴外省，在当地警方配合下将高某、向某抓获。目前，高某、向某因涉嫌诈骗罪已被"
        "某县公安局依法刑事拘留。"
    )

    [case] = read_bulletin(text).cases
    assert case.text.startswith("事情是这样的")
    assert case.title is None
