"""Judgments and notices whose layout or words look like something else."""

from cases.reader import read_bulletin
from tests.reader.making import titles


def test_the_points_of_a_judgment_are_no_cases():
    text = (
        "参考案例：龚某等开设赌场案\n\n**基本案情**\n\n"
        "2021年3月至8月，被告人龚某、晏某租用服务器，组织他人在微信群内赌博，"
        "后被公安机关抓获。\n\n**裁判结果**\n\n"
        "赣州市章贡区人民法院于2022年5月9日作出判决：一、被告人龚某犯开设赌场罪，"
        "判处有期徒刑四年，并处罚金五万元。二、被告人晏某犯开设赌场罪，判处有期徒刑二年，"
        "并处罚金二万元。三、追缴被告人龚某、晏某的违法所得，上缴国库。宣判后，"
        "被告人未上诉。"
    )

    [case] = read_bulletin(text).cases
    assert [name.value for name in case.suspects] == ["龚某", "晏某"]


def test_a_police_notice_of_an_attack_by_nobody_known():
    text = (
        "警情通报\n\n2023年5月6日9时许，我局接到某研究院报案称，其邮件系统收到大批钓鱼邮件，"
        "邮件内含木马程序，部分员工的电脑被远程控制。\n\n"
        "接报后，我局立即开展调查取证，提取木马样本三份，已按涉嫌非法控制计算机信息系统罪"
        "立案侦查。\n\n广安市公安局前锋区分局\n\n2023年5月8日"
    )

    [case] = read_bulletin(text).cases
    assert case.region.value.names == ("四川省", "广安市", "前锋区")


def test_a_notice_of_a_gap_is_no_case():
    text = (
        "情况通报\n\n近日，国家信息安全漏洞库收到关于某办公系统存在远程代码执行漏洞的报送，"
        "攻击者可利用该漏洞控制服务器。厂商已发布补丁，请用户及时升级到最新版本。"
    )

    assert read_bulletin(text).cases == ()


def test_a_case_that_a_digest_leads_in_with_as_follows():
    text = (
        "网安周观察 | 某国捣毁勒索团伙；某厂修复零日漏洞；某云大面积宕机\n\n"
        "上周国内外网络安全要闻不断，小编为您梳理如下：\n\n"
        "**1、Fabrix承认遭到入侵，约200家客户受影响**\n\n"
        "Fabrix于4月3日承认，一名工程师的电脑被攻击者远程访问，部分客户数据可能被查看。\n\n"
        "**2、德国警方逮捕两名勒索软件团伙成员**\n\n"
        "德国警方4月5日宣布，在汉堡逮捕两名勒索软件团伙成员，二人涉嫌敲诈多家医院。\n\n"
        "**3、某浏览器修复零日漏洞**\n\n"
        "厂商发布新版本，修复编号为CVE-2024-0001的漏洞，建议用户尽快升级。"
    )

    assert titles(text) == ["德国警方逮捕两名勒索软件团伙成员"]


def test_headlines_of_places_above_penalties_of_which_some_are_only_filed():
    text = (
        "数据安全执法案例盘点\n\n各地相继开出罚单，现将较有代表性的案例梳理如下。\n\n"
        "**湖南郴州：未留存日志，某宾馆被警告**\n\n"
        "2022年3月，郴州市公安局北湖分局检查发现，某宾馆未依法留存网络日志，"
        "遂给予该宾馆警告处罚，责令限期改正。\n\n"
        "**甘肃：弱口令未整改，某学校被罚**\n\n"
        "自去年《数据安全法》施行以来，甘肃网警组织检查，发现某学校后台存在弱口令，"
        "经责令后仍未整改，遂对该校罚款一万元。\n\n"
        "**粤桂网信办：三家平台未尽管理义务被立案**\n\n"
        "今年5月，广西壮族自治区网信办对甲、乙、丙三家平台涉嫌违反《网络安全法》立案，"
        "其用户传播虚假信息，目前正在调查。\n\n"
        "**安全观点：**\n\n以上案例不难看出，处罚对象既有企业，也有学校，以警告、责令改正为主。"
    )

    assert titles(text) == [
        "湖南郴州：未留存日志，某宾馆被警告",
        "甘肃：弱口令未整改，某学校被罚",
        "三家平台未尽管理义务被立案",
    ]


def test_two_stories_below_headlines_that_prose_goes_over_between():
    text = (
        "管库的人，成了偷库的人\n\n**本报头条**\n\n"
        "近日，常德、益阳两地检察院先后办结两起员工报复公司的案件。\n\n"
        "**一夜之间，订单没了**\n\n"
        "2022年5月4日，常德一家商贸公司的订单被全部删除。武陵警方将该公司前员工窦某抓获。"
        "9月，武陵区人民法院以破坏计算机信息系统罪判处窦某有期徒刑二年。\n\n"
        "**拷走的图纸，卖了六万元**\n\n"
        "与窦某不同，益阳的蒲某盯上的是图纸。蒲某将公司图纸卖给同行，获利6万元，"
        "被资阳警方抓获，10月被提起公诉。"
    )

    assert titles(text) == ["一夜之间，订单没了", "拷走的图纸，卖了六万元"]


def test_points_of_law_above_a_case_are_no_cases():
    text = (
        "参考案例：龚某开设赌场案\n\n**裁判要点**\n\n"
        "1.组织他人在微信群内赌博，抽头渔利的，应当认定为开设赌场。\n\n"
        "2.仅为赌博群提供结算，未参与分成的，被告人不构成开设赌场罪，应当认定为帮助信息网络犯罪。"
        "\n\n**基本案情**\n\n2021年，被告人龚某在微信群内组织赌博，被公安机关抓获，"
        "章贡区人民法院以开设赌场罪判处其有期徒刑四年。"
    )

    [case] = read_bulletin(text).cases
    assert [name.value for name in case.suspects] == ["龚某"]


def test_a_motto_above_a_list_is_no_comment():
    items = "".join(
        f"{number}、{place}网民编造谣言\n\n账号“{name}”散布不实信息，已被禁言。\n\n"
        for number, place, name in (
            ("一", "某省", "小城故事"),
            ("二", "某市", "财经大事"),
            ("三", "某县", "老李说事"),
        )
    )

    text = (
        f"网信部门曝光网络谣言\n\n近日，有关部门处置一批账号。\n\n以案为鉴\n\n{items}"
    )
    assert len(read_bulletin(text).cases) == 3
