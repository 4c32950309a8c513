"""Offence types. Each row: heading, telling, types with the primary one first."""

from __future__ import annotations

import csv
import re
from importlib.resources import files

import pytest

from cases.reader.context import Notes
from cases.reader.offence_words import expand
from cases.reader.offences import read_offences
from cases.reader.outcomes import read_outcomes
from cases.reader.results import CaseReading, Caution
from tests.reader.making import make_case, words

DATA = files("cases.reader").joinpath("data")


def rows(name):
    with DATA.joinpath(name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def read(text, heading=None, **parts):
    case, notes = make_case(text, heading, **parts), Notes()
    notes.found["outcomes"] = read_outcomes(case, notes)
    notes.cautions.clear()
    return [f.value for f in read_offences(case, notes)], notes


WORDS = rows("offence-words.csv")


def test_every_type_but_other_has_words_on_three_levels():
    types = {row["slug"] for row in rows("offence-types.csv")} - {"other"}
    levels = {(row["slug"], row["level"]) for row in WORDS}
    assert levels >= {
        (t, level) for t in types for level in ("charge", "strong", "weak")
    }


@pytest.mark.parametrize("row", WORDS, ids=lambda row: f"{row['slug']}-{row['level']}")
def test_every_row_finds_its_example(row):
    assert re.search(expand(row["words"]), row["example"])


CHARGES = [
    ("非法侵入计算机信息系统罪", "illegal-intrusion"),
    ("非法获取计算机信息系统数据罪", "illegal-data-acquisition"),
    ("非法控制计算机信息系统罪", "illegal-control"),
    ("提供侵入、非法控制计算机信息系统程序、工具罪", "intrusion-tools"),
    ("破坏计算机信息系统罪", "system-sabotage"),
    ("非法利用信息网络罪", "illegal-network-use"),
    ("帮助信息网络犯罪活动罪", "aiding-network-crime"),
    ("拒不履行信息网络安全管理义务罪", "security-duty-failure"),
    ("侵犯公民个人信息罪", "personal-information"),
    ("非法使用窃听、窃照专用器材罪", "surveillance-devices"),
    ("诈骗罪", "fraud"),
    ("合同诈骗罪", "fraud"),
    ("保险诈骗罪", "insurance-fraud"),
    ("敲诈勒索罪", "extortion"),
    ("盗窃罪", "theft"),
    ("组织、领导传销活动罪", "pyramid-selling"),
    ("洗钱罪", "money-laundering"),
    ("掩饰、隐瞒犯罪所得、犯罪所得收益罪", "money-laundering"),
    ("非法吸收公众存款罪", "illegal-fundraising"),
    ("集资诈骗罪", "illegal-fundraising"),
    ("信用卡诈骗罪", "credit-card-crime"),
    ("妨害信用卡管理罪", "credit-card-crime"),
    ("非法经营罪", "illegal-business"),
    ("侵犯著作权罪", "intellectual-property"),
    ("假冒注册商标罪", "intellectual-property"),
    ("销售假药罪", "counterfeit-goods"),
    ("虚假广告罪", "false-advertising"),
    ("编造、故意传播虚假信息罪", "online-rumour"),
    ("诽谤罪", "online-violence"),
    ("侮辱罪", "online-violence"),
    ("寻衅滋事罪", "provocation"),
    ("开设赌场罪", "gambling"),
    ("组织卖淫罪", "prostitution"),
    ("引诱、容留、介绍卖淫罪", "prostitution"),
    ("制作、复制、出版、贩卖、传播淫秽物品牟利罪", "obscene-material"),
    ("组织考试作弊罪", "exam-cheating"),
    ("伪造、买卖国家机关证件罪", "document-forgery"),
    ("组织、领导、参加黑社会性质组织罪", "organised-crime"),
    ("组织他人偷越国（边）境罪", "illegal-border-crossing"),
    ("贩卖毒品罪", "drugs"),
    ("非法买卖枪支罪", "weapons"),
    ("污染环境罪", "pollution"),
    ("为境外刺探国家秘密罪", "espionage"),
]


@pytest.mark.parametrize(("charge", "slug"), CHARGES)
def test_a_charge_in_the_telling(charge, slug):
    found, _ = read(f"钱某因涉嫌{charge}被采取刑事强制措施。")
    assert found == [slug]


@pytest.mark.parametrize(("charge", "slug"), CHARGES)
def test_a_charge_in_a_judgment(charge, slug):
    found, _ = read(f"法院以{charge}判处钱某有期徒刑三年。")
    assert found == [slug]


CASES = [
    ("钱某等人侵犯公民个人信息案", "抓获4人。", ["personal-information"]),
    (
        "钱某等人非法利用信息网络组织、介绍卖淫案",
        "抓获53人。",
        ["illegal-network-use", "prostitution"],
    ),
    (None, "某公司未采取防范网络攻击的技术措施，被警告。", ["security-duty-failure"]),
    (None, "钱某利用AI技术生成虚假图像，编造虚假信息。", ["online-rumour"]),
    (None, "钱某搭建网络赌博平台，组织人员参与赌博。", ["gambling"]),
    (None, "钱某架设GOIP设备。", ["aiding-network-crime"]),
    (None, "钱某在酒店安装针孔摄像头。", ["surveillance-devices"]),
    (None, "钱某制售抢票外挂软件。", ["intrusion-tools"]),
    (None, "团伙组织DDoS攻击某公司网站。", ["system-sabotage"]),
    (None, "钱某组织人员有偿删帖、刷量控评。", ["water-army"]),
    (None, "钱某以曝光隐私相要挟索要钱款。", ["extortion"]),
    (None, "钱某架设私服经营游戏。", ["intellectual-property"]),
    (None, "钱某出售含依托咪酯的电子烟。", ["drugs"]),
    (None, "钱某在网上公然侮辱他人。", ["online-violence"]),
    (None, "钱某倒卖快递面单。", ["personal-information"]),
    (
        None,
        "钱某利用木马入侵公司系统，窃取客户信息并出售。",
        ["illegal-data-acquisition", "personal-information"],
    ),
    # charge before colloquial words
    (
        "盗刷积分！三人被抓",
        "警方侦破一起非法获取计算机信息系统数据案。",
        ["illegal-data-acquisition"],
    ),
    # the crimes of those served
    (
        None,
        "钱某因涉嫌侵犯公民个人信息罪被抓获，所获信息提供给诈骗团伙使用。",
        ["personal-information"],
    ),
    (
        "钱某等人帮助信息网络犯罪活动案",
        "钱某为赌博网站推广引流。",
        ["aiding-network-crime", "gambling"],
    ),
    # a judgment adds nothing to its charges
    (
        None,
        "钱某盗刷优惠券出售。法院以诈骗罪判处钱某有期徒刑三年。",
        ["fraud"],
    ),
    # advice, trends
    (
        None,
        "钱某因涉嫌盗窃罪被抓获。近期电信网络诈骗案件高发，警方提示谨防诈骗。",
        ["theft"],
    ),
    # every charge of a heading, crimes outside of the list too
    (
        "钱某虚开发票、侵犯公民个人信息案",
        "法院以虚开发票罪、侵犯公民个人信息罪判处钱某有期徒刑五年。",
        ["other", "personal-information"],
    ),
    (
        "钱某等人诈骗、偷越国境案",
        "法院以诈骗罪、组织他人偷越国境罪判处钱某有期徒刑。",
        ["fraud", "illegal-border-crossing"],
    ),
    # a crime outside of the list is no type where the telling shows one
    (
        None,
        "钱某雇用刷手给同行刷差评，被以损害商业信誉罪判处有期徒刑。",
        ["water-army"],
    ),
    # breaking in is how the data were taken
    (
        "钱某非法入侵公司系统侵犯公民个人信息案",
        "抓获2人。",
        ["personal-information"],
    ),
    # the case solved is named by its charge, whatever the heading says
    (
        "钱某收购、贩卖银行卡案",
        "警方破获一起妨害信用卡管理案。",
        ["credit-card-crime"],
    ),
    # told in passing beside a charge
    (
        None,
        "民警抓获涉嫌寻衅滋事罪的钱某，其曾在网上公然侮辱他人。",
        ["provocation"],
    ),
    # the line below a court's heading tells what else was done
    (
        "钱某敲诈勒索案\n——以有偿删帖方式敲诈勒索",
        "钱某以删帖为由索要钱款，以敲诈勒索罪被判处有期徒刑。",
        ["extortion", "water-army"],
    ),
    # what strangers did to an operator's site is not his offence
    (
        "某医院网站被篡改案",
        "该院网站被植入赌博链接。网信办依据《网络安全法》第五十九条给予警告。",
        ["security-duty-failure"],
    ),
    (
        "某门诊部违规收集个人信息案",
        "该门诊部小程序强制索取通讯录权限，被责令整改，给予警告。",
        ["security-duty-failure"],
    ),
    # both are dealt with: 一案双查
    (
        None,
        "钱某因侵犯公民个人信息已被刑拘。该公司未履行个人信息保护义务，被罚款十万元。",
        ["personal-information", "security-duty-failure"],
    ),
    # those who bring victims share the crime served; those who sell cards do not
    (
        "钱某帮助信息网络犯罪活动案",
        "钱某将银行卡卖给境外诈骗团伙使用。",
        ["aiding-network-crime"],
    ),
    # an opinion that was not followed
    (
        None,
        "有观点认为构成职务侵占罪。检察机关以盗窃罪对钱某提起公诉。",
        ["theft"],
    ),
    # deeds, where no offence is named
    (
        None,
        "柳某将往年洪水视频冠以本地地名发布，造成不良社会影响，被行政拘留五日。",
        ["online-rumour"],
    ),
    (
        None,
        "赖某受上家指使到银行取现15万元后交给他人，被抓获。",
        ["money-laundering"],
    ),
    (
        None,
        "某科技公司数据库未设密码，致数据泄露，被责令改正并处罚款5万元。",
        ["security-duty-failure"],
    ),
    (None, "某酒店未核验住客身份证件，被罚款。", ["other"]),
    (None, "钱某为商家刷粉丝、刷点赞，被行政拘留。", ["water-army"]),
    # an offence told after 有人, and a suspicion without 罪
    (
        "某快递网点泄露面单案",
        "民警发现有人冒充维修人员，在网点电脑上安装木马程序，窃取面单信息。抓获4人。",
        ["illegal-data-acquisition"],
    ),
    (
        "网民编造试题外泄谣言案",
        "苏某因涉嫌诈骗被依法刑事拘留。",
        ["fraud", "online-rumour"],
    ),
    # the case's name in quotation marks
    (
        "某地侦破“抢票外挂”案",
        "团伙编写抢票程序，批量抢购演唱会门票后加价倒卖。抓获18人。",
        ["intrusion-tools"],
    ),
    # whose money is laundered; what only the heading names; helpers by their work
    (
        "打掉一裸聊敲诈“水房”团伙",
        "曾某等人跑分，为境外裸聊敲诈、刷单诈骗团伙转移赃款，民警抓获7人。",
        ["money-laundering"],
    ),
    (
        "王某网上招嫖骗钱",
        "王某以见面为名骗取定金8万元，涉嫌诈骗罪被刑事拘留。",
        ["fraud"],
    ),
    # of several charges first the one of which the heading speaks
    (
        "“GOIP”设备架设团伙落网",
        "廖某等人因涉嫌诈骗罪、帮助信息网络犯罪活动罪被刑事拘留。",
        ["aiding-network-crime", "fraud"],
    ),
    # selling lines to a fraudulent gang is not its fraud; promoting a gambling site is
    (
        None,
        "该团伙为境外诈骗团伙提供引流服务，涉嫌帮助信息网络犯罪活动罪。",
        ["aiding-network-crime"],
    ),
    # everyday words of many kinds
    (None, "该店老板帮客户P健康证，被行政拘留五日。", ["document-forgery"]),
    (None, "男子用高仿号冒充网红，向粉丝借钱，被警方抓获。", ["fraud"]),
    (None, "该团伙制作虚假投资理财App，引诱他人充值，被抓获。", ["fraud"]),
    (
        None,
        "韦某利用“先用后付”的规则下单手机后转卖，造成平台损失，被抓获。",
        ["fraud"],
    ),
    (None, "警方打掉一“网络招嫖”诈骗团伙，该团伙骗取定金。", ["fraud"]),
    (None, "葛某修改交管平台数据，被抓获。", ["system-sabotage"]),
    (
        None,
        "冉某多次辱骂邻居，并散布其“偷情”的虚假信息，被行政拘留。",
        ["online-violence"],
    ),
    (
        None,
        "祝某以办理贷款为名收集身份证、征信报告等资料，卖给中介，被抓获。",
        ["personal-information"],
    ),
    (
        None,
        "曲某组织学生“刷好评”，因涉嫌非法经营罪被刑事拘留。",
        ["illegal-business", "water-army"],
    ),
    (None, "靳某发布虚假广告，骗取游客钱款3万元，被抓获。", ["fraud"]),
    (None, "网民杭某发帖侮辱革命烈士，被行政拘留。", ["online-violence"]),
    (None, "石某出售“查岗”软件，可监控他人的聊天记录，被抓获。", ["intrusion-tools"]),
    (None, "庞某谎称有车出售，收取定金后将买家拉黑，被抓获。", ["fraud"]),
    (None, "姬某谎称飞机上有炸弹，被刑事拘留。", ["online-rumour"]),
    (
        None,
        "某酒店未按规定核验旅客身份，公安机关对其作出警告处罚。",
        ["security-duty-failure"],
    ),
    # further kinds of tools and duties
    (None, "警方查封窃密软件的服务器，逮捕开发者。", ["intrusion-tools"]),
    (
        None,
        "该网吧停用网络安全技术措施，公安机关给予罚款5000元的处罚。",
        ["security-duty-failure"],
    ),
    (None, "二人登录他人钱包，窃取价值10万元的虚拟货币，后被捕。", ["theft"]),
    # serving others closely
    (
        "某公司为赌博网站提供服务案",
        "打掉一个为境外赌博网站提供域名防封、四方支付服务的团伙，抓获42人。",
        ["aiding-network-crime", "gambling"],
    ),
    (
        None,
        "钱某制作外挂出售，购买者多为微商、网络赌博和诈骗团伙。抓获26人。",
        ["intrusion-tools"],
    ),
    (None, "杜某等人控制企业电脑500余台，被刑事拘留。", ["illegal-control"]),
    (
        None,
        "钱某建立“开盒”群组，公开他人身份信息，煽动成员骚扰对方。抓获5人。",
        ["personal-information", "online-violence"],
    ),
    (
        None,
        "团伙骗取老人手机号码和验证码，批量注册网络账号后出售给他人。",
        ["aiding-network-crime"],
    ),
    (
        None,
        "某公司为健身房提供人脸门禁，未单独取得用户同意，被责令限期改正。",
        ["security-duty-failure"],
    ),
    (
        None,
        "警方以涉嫌破坏计算机信息系统罪移送起诉，检察院改变定性后以诈骗罪提起公诉。",
        ["fraud"],
    ),
    # a row of charges before 一案; helping with an offence
    (
        None,
        "日前，检察院提起公诉的钱某等12人敲诈勒索、诈骗一案开庭审理。",
        ["extortion", "fraud"],
    ),
    (
        "钱某利用“手机口”帮助诈骗案",
        "钱某用音频线连接两部手机，因涉嫌帮助信息网络犯罪活动罪被拘留。",
        ["aiding-network-crime"],
    ),
    # beside a charge of the means or the gain, what was done
    (
        None,
        "钱某有偿删帖1700余条，法院以非法经营罪判处其有期徒刑四年。",
        ["illegal-business", "water-army"],
    ),
    (
        None,
        "钱某入侵系统，利用漏洞窃取考生数据，以侵犯公民个人信息罪被判处有期徒刑。",
        ["personal-information", "illegal-data-acquisition"],
    ),
    (
        "某医院挂号系统被攻击案",
        "钱某对外出租抢号软件，被抓获。",
        ["system-sabotage", "intrusion-tools"],
    ),
    (
        None,
        "钱某投放勒索病毒，锁定多家企业文件，每次索要的赎金为一枚比特币。",
        ["system-sabotage", "extortion"],
    ),
    (None, "法院以传授犯罪方法罪判处钱某有期徒刑一年。", ["other"]),
]


@pytest.mark.parametrize(("heading", "text", "slugs"), CASES)
def test_types(heading, text, slugs):
    assert read(text, heading)[0] == slugs


def test_the_theme_of_the_bulletin_leads_unless_the_heading_names_a_charge():
    theme = {"intro": "近日，公安机关公布打击整治“网络水军”5起典型案例。"}
    text = "该团伙编造虚假信息。抓获5人。"
    assert read(text, "某公司伪造印章案", **theme)[0] == [
        "water-army",
        "document-forgery",
        "online-rumour",
    ]
    assert read("抓获6人。", "“医药”账号敲诈勒索案", **theme)[0] == [
        "extortion",
        "water-army",
    ]


def test_a_title_of_several_headlines_is_no_theme():
    title = {"bulletin_title": "周报：某团伙落网；某公司未履行数据安全保护义务被罚"}
    assert read("警方抓获参与DDoS攻击的孙某。", **title)[0] == ["system-sabotage"]


def test_a_title_tells_of_rumours_in_everyday_words():
    text = "网民孟某称某路段塌方，被行政拘留五日。"
    title = {"bulletin_title": "江州警方查处4名编造传播谣言人员"}
    assert read(text, **title)[0] == ["online-rumour"]


def test_a_matter_of_no_listed_type_is_other_and_doubted():
    found, notes = read("孟某直播时举止不当，被行政拘留。")
    assert found == ["other"]
    assert [caution.code for caution in notes.cautions] == ["no-offence"]


VOUCHED = [
    # one charge, and nothing that hints at another
    ("钱某诈骗案", "抓获钱某，查获电脑两台。"),
    (None, "钱某因涉嫌诈骗罪被刑事拘留。"),
    # a heading and its judgment agree
    ("钱某诈骗案", "钱某盗刷他人积分。法院以诈骗罪判处有期徒刑三年。"),
    # a duty and the law that sets it
    (None, "某公司未履行数据安全保护义务，依据《数据安全法》给予警告。"),
]


@pytest.mark.parametrize(("heading", "text"), VOUCHED)
def test_a_charge_that_stands_alone_is_vouched_for(heading, text):
    _, notes = read(text, heading)
    assert [c for c in notes.cautions if c.field == "offences"] == []


FURTHER = "涉案的另外四人此前已经到案。法院以盗窃罪判处孙某有期徒刑一年。"
DOUBTED = [
    # the heading tells of another type than the charge
    (
        "网民编造试题外泄谣言案",
        "苏某因涉嫌诈骗被依法刑事拘留。",
        ["several-offences", "further-offences"],
    ),
    # a judgment's heading, and something else told twice
    (
        "钱某侵犯公民个人信息案",
        "法院以侵犯公民个人信息罪判处钱某一年。钱某还实施电信网络诈骗，冒充客服行骗。",
        ["further-offences"],
    ),
    # a charge, and something else told
    ("钱某诈骗案", "抓获钱某，其倒卖公民个人信息。", ["further-offences"]),
    # a charge, and words that hint at another
    ("钱某诈骗案", "抓获钱某，查获大量银行卡。", ["further-offences"]),
    # no heading: the judgment may be of a part
    (
        None,
        "钱某倒卖公民个人信息。法院以诈骗罪判处有期徒刑三年。",
        ["further-offences"],
    ),
    # charges of different men, one behind the other
    (
        None,
        "法院以诈骗罪判处钱某有期徒刑三年，并处罚金三万元，追缴其全部违法所得。"
        + FURTHER,
        ["several-offences"],
    ),
    # an operator fined for a duty, and somebody detained for what he did
    (
        "大屏被篡改案",
        "钱某改了字幕，被行政拘留。某公司未履行网络安全保护义务，被处以罚款一万元。",
        ["weak-offence"],
    ),
    # no charge, one word, and others that hint at more
    (
        None,
        "钱某在酒店安装针孔摄像头，利用漏洞攻入系统。",
        ["weak-offence", "further-offences"],
    ),
]


@pytest.mark.parametrize(("heading", "text", "codes"), DOUBTED)
def test_what_competes_or_is_told_beside_is_doubted(heading, text, codes):
    _, notes = read(text, heading)
    assert [c.code for c in notes.cautions if c.field == "offences"] == codes


def test_a_heading_that_differs_from_the_bulletins_theme_is_doubted():
    theme = {"intro": "近日，公安机关公布打击整治“网络水军”5起典型案例。"}
    _, notes = read("钱某雇佣水军造谣。", "钱某编造传播虚假信息案", **theme)
    assert "several-offences" in {caution.code for caution in notes.cautions}


def test_a_doubtful_primary_offence_is_told_from_doubtful_further_ones():
    weak = Caution("offences", "weak-offence", ("fraud",))
    further = Caution("offences", "further-offences", ("fraud",))
    case = CaseReading(number=1, span=(0, 1), text="x", cautions=(weak,))
    assert case.doubts == ("offence", "offences")
    case = CaseReading(number=1, span=(0, 1), text="x", cautions=(further,))
    assert case.doubts == ("offences",)


def test_the_span_shows_the_charge():
    text = "钱某因涉嫌 **诈骗罪** 被刑事拘留。"
    case, notes = make_case(text), Notes()
    [found] = read_offences(case, notes)
    assert (words(found, text), found.rule) == (["诈骗"], "offences.suspicion")


STORIES = [
    # what the title calls the gang, before a word in the telling
    (
        "打掉一“伪基站”诈骗团伙",
        "钱某驾车使用伪基站发送短信，群众被骗2万元，涉案诈骗短信5万条。",
        "fraud",
    ),
    # its helpers are no such gang
    (
        "电诈帮凶在酒店架设GOIP设备，被警方抓获",
        "钱某架设GOIP设备，有人遭电信诈骗。",
        "aiding-network-crime",
    ),
    # the charge before the title
    (
        "男子利用漏洞盗刷金豆",
        "警方破获一起非法获取计算机信息系统数据案，钱某盗刷金豆。",
        "illegal-data-acquisition",
    ),
]


@pytest.mark.parametrize(("title", "text", "slug"), STORIES)
def test_the_title_of_a_story_says_what_it_is_about(title, text, slug):
    slugs, _ = read(text, bulletin_title=title, is_story=True)
    assert slugs[0] == slug
