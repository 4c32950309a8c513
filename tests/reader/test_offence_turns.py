"""Turns of official language that say which offences a case is of, and which stand in
it for other reasons. Rows: heading, telling, types with the primary one first."""

from __future__ import annotations

import pytest

from cases.reader.context import Notes
from cases.reader.offences import read_offences
from tests.reader.making import make_case, offences_of

TURNS = [
    # the heading calls the case by the deed, the charge covers many deeds
    (
        "章某编造虚假灾情案",
        "章某编造水库决堤的虚假信息。章某因涉嫌寻衅滋事罪被刑事拘留。",
        ["online-rumour", "provocation"],
    ),
    (
        "某工作室刷量控评案",
        "该工作室为主播刷量控评。法院以非法经营罪判处章某有期徒刑三年。",
        ["water-army", "illegal-business"],
    ),
    # ... but not where the heading names that charge itself
    (
        "章某刷量控评寻衅滋事案",
        "章某雇水军刷量控评，因涉嫌寻衅滋事罪被刑事拘留。",
        ["provocation", "water-army"],
    ),
    # ... or the first sentence calls it so
    (
        None,
        "警方破获一起网络水军刷票案。章某因涉嫌非法利用信息网络罪被刑事拘留。",
        ["water-army", "illegal-network-use"],
    ),
    # what picking quarrels consisted in, told by the deed alone
    (
        None,
        "章某编造“有人落水”的信息，未经核实发布视频。章某因涉嫌寻衅滋事罪被刑事拘留。",
        ["provocation", "online-rumour"],
    ),
    # a surname that is the word for earlier matters elsewhere
    (None, "法院认定被告人曾某甲犯诈骗罪，判处有期徒刑三年。", ["fraud"]),
    (None, "章某曾因盗窃罪被判刑，此次因涉嫌诈骗罪被刑事拘留。", ["fraud"]),
    # charges in a row: 侮辱 before another one, 罪 and a comma between them
    (
        "章某侮辱、侵犯公民个人信息案",
        "法院以侮辱罪、侵犯公民个人信息罪判处章某有期徒刑一年。",
        ["online-violence", "personal-information"],
    ),
    (
        None,
        "检察院对章某涉嫌开设赌场罪，掩饰、隐瞒犯罪所得罪一案提起公诉。",
        ["gambling", "money-laundering"],
    ),
    (
        None,
        "法院以诈骗罪、伪造公司印章罪、对非国家工作人员行贿罪判处章某有期徒刑。",
        ["fraud", "document-forgery"],
    ),
    # abuse online is no charge: the charge of another crime stands first
    (
        "章某“合成裸照”网络暴力案",
        "章某辱骂他人，因涉嫌传播淫秽物品罪被刑事拘留。",
        ["obscene-material", "online-violence"],
    ),
    # what the victims were told
    (
        "章某诈骗案",
        "章某自称民警，称其涉嫌洗钱案，要求转账十万元。",
        ["fraud"],
    ),
    ("章某诈骗案", "对方以其涉嫌贩卖毒品为由要求转账。", ["fraud"]),
    # what each member of a gang did for its one crime
    (
        "章某等人敲诈勒索案",
        "成员分工明确，有的负责编写窃取通讯录的木马，有的负责提供银行卡。",
        ["extortion"],
    ),
    # quoted as rumours, whatever was done with them
    (
        "某公司炮制谣言案",
        "多个账号集中推送“某校替考被抓”“考场作弊”等谣言。",
        ["online-rumour"],
    ),
    # others' crime at the end of a longer turn
    (
        "章某帮助信息网络犯罪活动案\n——冒用顾客信息开户为电信网络诈骗提供工具",
        "法院以帮助信息网络犯罪活动罪判处章某有期徒刑一年。",
        ["aiding-network-crime"],
    ),
    # the gang's proceeds below a heading of laundering
    (
        "章某掩饰、隐瞒犯罪所得案\n——“车队”转移诈骗资金",
        "被骗资金到账后取现。法院以掩饰、隐瞒犯罪所得罪判处章某有期徒刑四年。",
        ["money-laundering"],
    ),
    # devices are locked, and money asked for the key
    (
        "章某破坏计算机信息系统案",
        "章某远程锁定手机，以解锁为条件索要钱财。法院以破坏计算机信息系统罪判处一年。",
        ["system-sabotage", "extortion"],
    ),
    # notes of praise that a machine wrote are no rumours
    (
        "利用AI工具生成虚假好评案",
        "该公司雇人刷好评，抓获3人。",
        ["water-army"],
    ),
    # a market place with sellers is no market in personal data
    ("章某诈骗案", "在二手交易平台上有商家公开售卖代充服务。", ["fraud"]),
    # calls that went through the offender's devices
    (
        "章某帮助信息网络犯罪活动案",
        "章某架设GOIP设备，致6名被害人被骗20万元。法院以帮助信息网络犯罪活动罪判处一年。",
        ["aiding-network-crime", "fraud"],
    ),
    # who coaxes passers-by for a gang defrauds nobody himself
    (
        None,
        "章某诱导路人扫码进群，为境外诈骗团伙引流。",
        ["aiding-network-crime"],
    ),
    # a suspicion that is no pretext
    (None, "警方以涉嫌寻衅滋事对章某刑事拘留。", ["provocation"]),
    # what is only called by such words
    (None, "章某当街下跪引发围观，扰乱公共秩序，被行政拘留。", ["provocation"]),
    (None, "章某发布虚假招嫖信息，骗取定金，被抓获。", ["fraud"]),
    (None, "章某在朋友圈售卖“上头电子烟”，被抓获。", ["drugs"]),
    ("某工作室刷人气案", "该工作室研发云控系统，为主播刷粉。", ["water-army"]),
    # whoever watches others through their cameras has them under control
    (None, "章某登录邻居家摄像头偷看，被抓获。", ["illegal-control"]),
    (None, "章某在网课上刷屏辱骂老师，被行政拘留。", ["online-violence"]),
    (None, "章某架设涉诈网站，每个三百元出租，被抓获。", ["illegal-network-use"]),
    # programs that forge what the sensors say
    (
        None,
        "警方侦破一起破坏计算机信息系统案：章某在排放监测设备里植入软件。",
        ["system-sabotage", "pollution"],
    ),
    # a cheat that others made, used for something else
    (
        None,
        "章某利用外挂程序登录用户账号，窃取群聊二维码，被抓获。",
        ["illegal-data-acquisition"],
    ),
    # wrongs that market, telecommunication and education offices punish
    (
        None,
        "某公司擅自使用他人有一定影响的名称，罚款五万元。",
        ["intellectual-property"],
    ),
    (None, "某公司传播对手产品致癌的误导性信息，罚款三万元。", ["online-rumour"]),
    (None, "某门诊部发布含有虚假内容的医疗广告，罚款十万元。", ["false-advertising"]),
    (None, "某公司擅自经营跨境专线业务，没收违法所得。", ["illegal-business"]),
    (None, "章某登录系统，将同学的志愿篡改，被抓获。", ["system-sabotage"]),
    (None, "章某以“撤评费”要挟商家，被抓获。", ["extortion"]),
    # a charge that the court did not follow
    (
        None,
        (
            "检察院以破坏计算机信息系统罪提起公诉。法院认为，以破坏计算机信息系统罪予以指控不当，其行为不属于对计算机信息系统数据"
            "进行删除的行为。法院以非法控制计算机信息系统罪判处五年。"
        ),
        ["illegal-control"],
    ),
    # floods are sent from the computers that others hired out
    (
        "某公司遭DDoS攻击案",
        "该团伙由发单人、攻击手和肉鸡商组成，组织DDoS攻击，抓获9人。",
        ["system-sabotage"],
    ),
    # a charge outside of the list, where the bulletin is about rumours
    ("章某编造“家暴”视频被刑拘", "章某谎称被打，被警方刑拘。", ["online-rumour"]),
    # abuse by telephone that others are told to commit
    (
        "章某网络暴力案",
        "章某教唆群成员对其电话轰炸，被刑事拘留。",
        ["online-violence"],
    ),
    # telephones locked from afar
    (
        None,
        "章某骗得密码后远程锁定多部手机，以解锁为条件索要钱财，被抓获。",
        ["system-sabotage", "extortion"],
    ),
    # a message whose link asks for the card's number
    (None, "短信诱人点击链接填写银行卡号和密码，警方抓获章某。", ["fraud"]),
    # the operator whose staff sold the data was fined too
    (
        "某物流公司泄露面单信息案",
        "员工章某倒卖面单信息，被刑事拘留。网信办依据《个人信息保护法》对公司罚款五万元。",
        ["personal-information", "security-duty-failure"],
    ),
    # who uses an account against the rules fails in no operator's duty
    (
        "章某侵犯公民个人信息案",
        "章某违规使用账号查询机主信息。法院以侵犯公民个人信息罪判处章某一年。",
        ["personal-information"],
    ),
]


@pytest.mark.parametrize(("heading", "text", "slugs"), TURNS)
def test_the_types_by_the_turn(heading, text, slugs):
    assert offences_of(text, heading)[0] == slugs


ABROAD = [
    ("联邦检察官称，26岁的史密斯被控电信欺诈。", ["fraud"]),
    ("被告面临串谋洗钱的指控。", ["money-laundering"]),
    ("史密斯已对电汇欺诈认罪。", ["fraud"]),
    (
        "大陪审团起诉史密斯，罪名为加重身份盗窃和洗钱。",
        ["personal-information", "money-laundering"],
    ),
    ("史密斯被控违反计算机欺诈和滥用法。", ["illegal-data-acquisition"]),
    (
        "警方逮捕一名男子，其攻击大学网络并窃取了内部文件。",
        ["illegal-data-acquisition"],
    ),
    ("警方查封一个出售被盗凭证的暗网市场，逮捕12人。", ["personal-information"]),
    ("史密斯开发并出租网络钓鱼工具包，已被捕。", ["intrusion-tools"]),
    ("黑客入侵变电站并投放恶意软件，导致三地断电，两人被捕。", ["system-sabotage"]),
    ("史密斯运营混币器，帮助客户清洗加密货币，被捕。", ["money-laundering"]),
    ("警方捣毁一个传播儿童性虐待材料的论坛。", ["obscene-material"]),
    ("史密斯因向学校发出虚假炸弹威胁被捕。", ["online-rumour"]),
    ("史密斯因性勒索数十名少女被捕。", ["extortion"]),
    ("史密斯被控经济间谍罪。", ["espionage"]),
    # money and coins that are stolen, letter boxes broken into, privacy not kept
    ("史密斯从交易所窃取约3亿美元，被捕。", ["theft"]),
    ("史密斯盗取60名受害者共计700万美元的加密货币，被捕。", ["theft"]),
    ("史密斯入侵三百余个学生邮箱，被捕。", ["illegal-data-acquisition"]),
    ("某公司因未能保护儿童隐私被罚款2000万美元。", ["security-duty-failure"]),
    ("史密斯承认故意损坏受保护的计算机罪名。", ["system-sabotage"]),
    ("史密斯承认串谋洗钱，将被引渡。", ["money-laundering"]),
    (
        "史密斯因充当外国代理人、电信欺诈等罪名被判处四年监禁。",
        ["espionage", "fraud"],
    ),
    ("史密斯攻击某医院并出售病历，被捕。", ["illegal-data-acquisition"]),
    ("史密斯用短信勒索93名客户，被捕。", ["extortion"]),
    ("史密斯为恶意软件提供加密器，被捕。", ["intrusion-tools"]),
    ("某公司因泄露6万用户信息被罚款三百万欧元。", ["security-duty-failure"]),
    ("军方突袭妙瓦底园区，逮捕两千人。", ["fraud"]),
    # who logs into a company's system enters no system of state
    ("三人非法登录某公司系统，被捕。", ["illegal-data-acquisition"]),
    ("三人非法登录税务部门系统，被捕。", ["illegal-intrusion"]),
]


@pytest.mark.parametrize(("text", "slugs"), ABROAD)
def test_charges_abroad(text, slugs):
    assert offences_of(text)[0] == slugs


def test_beside_what_is_told_again_and_again_a_word_in_passing_adds_nothing():
    found, notes = offences_of(
        "该团伙搭建网上赌场，发展代理招揽赌客，抽头渔利，抓获9人。其中一人还替考。"
    )
    assert found == ["gambling"]
    assert [c.code for c in notes.cautions] == ["further-offences"]


def test_what_the_bulletin_is_about_is_not_listed_where_nothing_tells_of_it():
    found, _ = offences_of(
        "员工章某倒卖学生信息，被刑事拘留。",
        "“内鬼”倒卖学生信息案",
        intro="网信办公布5起不履行网络安全保护义务典型案例。",
    )
    assert "security-duty-failure" not in found[1:]


def test_what_the_bulletin_is_about_comes_before_a_charge_that_covers_many_deeds():
    found, _ = offences_of(
        "章某组织网民辱骂教师，因涉嫌寻衅滋事罪被刑事拘留。",
        "章某“直播间爆破”案",
        intro="公安机关公布整治网络暴力5起典型案例。",
    )
    assert found == ["online-violence", "provocation"]


def test_a_heading_that_says_something_else_than_the_bulletin_leads():
    found, _ = offences_of(
        "章某设立频道，收费查询他人户籍并公开，教唆成员电话轰炸。",
        "“人肉”开盒系列案",
        intro="公安机关公布整治网络暴力5起典型案例。",
    )
    assert found == ["personal-information", "online-violence"]


def test_what_a_heading_quotes_before_the_words_of_the_bulletin_leads():
    found, _ = offences_of(
        "章某建群倒卖公民个人信息，对网民实施“开盒”，查询他人户籍后组织成员辱骂。",
        "“开盒挂人”网络暴力案",
        intro="公安机关公布整治网络暴力5起典型案例。",
    )
    assert found == ["personal-information", "online-violence"]


def test_deeds_of_which_somebody_is_accused_are_doubted():
    _, notes = offences_of("史密斯被控入侵三百个学生邮箱，检察官已提起公诉。")
    assert [c.code for c in notes.cautions if c.field == "offences"] != []


def test_a_charge_of_fraud_over_a_wire_covers_many_deeds():
    found, _ = offences_of(
        "史密斯承认电信欺诈罪名，被判处20年监禁。", "勒索软件附属成员被判20年"
    )
    assert found == ["system-sabotage", "fraud"]


def test_who_is_suspected_of_what_may_stand_in_the_comment():
    case = make_case(
        "警方侦破一起传播淫秽物品牟利案，抓获9人。",
        commentary="民警介绍，章某等2人还涉嫌开设赌场罪。",
    )
    found = [one.value for one in read_offences(case, Notes())]
    assert found == ["obscene-material", "gambling"]


def test_what_the_case_is_called_comes_before_what_the_bulletin_is_about():
    found, _ = offences_of(
        "警方捣毁一个架设“手机口”的窝点。",
        "“猫池”窝点案",
        intro="公安机关公布5起电信网络诈骗典型案例。",
    )
    assert found[0] == "aiding-network-crime"


def test_another_matter_judged_before_tells_nothing_of_this_one():
    text = (
        "章某因涉嫌侵犯公民个人信息罪被刑事拘留。2019年，某区法院曾对孙某流量劫持案"
        "作出判决，以破坏计算机信息系统罪判处其三年。"
    )
    assert offences_of(text)[0] == ["personal-information"]
