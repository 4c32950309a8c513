"""The words of the offence types, as the law and as people say them. Rows: heading,
telling, types with the primary one first."""

from __future__ import annotations

import csv
import re
from importlib.resources import files

import pytest

from cases.reader.offence_company import company
from cases.reader.offence_words import expand
from tests.reader.making import offences_of

DATA = files("cases.reader").joinpath("data")


def rows(name):
    with DATA.joinpath(name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


WORDS = rows("offence-words.csv")
COMPANY = rows("offence-company.csv")


def test_every_type_but_other_has_words_on_three_levels():
    types = {row["slug"] for row in rows("offence-types.csv")} - {"other"}
    levels = {(row["slug"], row["level"]) for row in WORDS}
    assert levels >= {
        (t, level) for t in types for level in ("charge", "strong", "weak")
    }


@pytest.mark.parametrize("row", WORDS, ids=lambda row: f"{row['slug']}-{row['level']}")
def test_every_row_finds_its_example(row):
    assert re.search(expand(row["words"]), row["example"])


@pytest.mark.parametrize(
    "row", COMPANY, ids=lambda row: f"{row['first']}-{row['slug']}"
)
def test_every_pair_finds_its_example(row):
    for first in row["first"].split("|"):
        found = [hit.slug for hit in company(row["example"], first)]
        assert row["slug"] in found


EVERYDAY = [
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
    (
        None,
        "该网吧停用网络安全技术措施，公安机关给予罚款5000元的处罚。",
        ["security-duty-failure"],
    ),
    (None, "二人登录他人钱包，窃取价值10万元的虚拟货币，后被捕。", ["theft"]),
    (
        None,
        "钱某制作外挂出售，购买者多为微商、网络赌博和诈骗团伙。抓获26人。",
        ["intrusion-tools"],
    ),
    (None, "杜某等人控制企业电脑500余台，被刑事拘留。", ["illegal-control"]),
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
]


@pytest.mark.parametrize(("heading", "text", "slugs"), EVERYDAY)
def test_everyday_words_tell_the_type(heading, text, slugs):
    assert offences_of(text, heading)[0] == slugs


DEEDS = [
    ("卜某偷偷登录公安交管平台查询，被抓获。", "illegal-intrusion"),
    (
        "成某的采集器绕过反爬机制，抓取某平台职位120万个，被抓获。",
        "illegal-data-acquisition",
    ),
    ("戴某批量测试他人账号密码，被抓获。", "illegal-data-acquisition"),
    ("谈某劫持家庭摄像头二百余个，被抓获。", "illegal-control"),
    ("宋某在服务器上植入程序，占用算力，被抓获。", "illegal-control"),
    ("茅某开发可绕过平台风控的软件，被抓获。", "intrusion-tools"),
    ("庞某是“自瞄”外挂的作者，被抓获。", "intrusion-tools"),
    ("熊某先后打瘫三家网吧的服务器，被抓获。", "system-sabotage"),
    ("纪某替货车司机改装北斗定位终端，被抓获。", "system-sabotage"),
    ("舒某建立群组发布出售假币的信息，被抓获。", "illegal-network-use"),
    ("屈某用音频线把两部手机连接起来，被抓获。", "aiding-network-crime"),
    ("项某低价收来电话卡，多开副卡转卖，被抓获。", "aiding-network-crime"),
    ("祝某按有效粉丝向境外上家收费，被抓获。", "aiding-network-crime"),
    ("驿站店员董某偷拍面单，被抓获。", "personal-information"),
    ("梁某把会员购药记录打包卖给他人，被抓获。", "personal-information"),
    ("杜某在他人车底安装定位器，被抓获。", "personal-information"),
    ("阮某组装充电宝式偷拍设备，被抓获。", "surveillance-devices"),
    ("蓝某谎称办理贷款，收取解冻费，被抓获。", "fraud"),
    ("闵某冒充航空公司客服，让旅客共享屏幕，被抓获。", "fraud"),
    ("席某虚构二手农机配件，作案三十余起，被抓获。", "fraud"),
    ("季某以恋爱为名骗走多人积蓄，被抓获。", "fraud"),
    ("麻某倒卖医保药，医保卡空刷套现，被抓获。", "fraud"),
    ("强某扬言不给钱就公开视频，被抓获。", "extortion"),
    ("贾某专设仙人跳，被抓获。", "extortion"),
    ("路某偷偷更换商家收款码，被抓获。", "theft"),
    ("娄某拿起同事手机，偷看密码后转账，被抓获。", "theft"),
    ("危某以层级返利发展会员，被抓获。", "pyramid-selling"),
    ("江某替上家取现，被抓获。", "money-laundering"),
    ("童某将来路不明的资金换成泰达币转出，被抓获。", "money-laundering"),
    ("颜某携带他人银行卡76张，被抓获。", "credit-card-crime"),
    ("郭某私设黑广播，被抓获。", "illegal-business"),
    ("梅某向酒吧客人出售笑气，被抓获。", "illegal-business"),
    ("盛某盗录院线电影，被抓获。", "intellectual-property"),
    ("林某离职时把芯片设计图纸拷走带到竞争对手处，被抓获。", "intellectual-property"),
    ("刁某销售的减肥糖检出西布曲明，被抓获。", "counterfeit-goods"),
    ("徐某在群里散布全城停水的消息，被行政拘留。", "online-rumour"),
    ("邱某用群控手机墙给主播刷人气，被抓获。", "water-army"),
    ("骆某专发企业黑稿，被抓获。", "water-army"),
    ("高某长期在超话辱骂一名运动员，被行政拘留。", "online-violence"),
    ("夏某上门喷漆滋扰，暴力催收，被抓获。", "provocation"),
    ("蔡某坐庄接受外围投注，被抓获。", "gambling"),
    ("田某的电玩城可以退分兑钱，被抓获。", "gambling"),
    ("樊某冒充女性聊嫖，派人上门抽成，被抓获。", "prostitution"),
    ("胡某在付费房间进行色情表演，被抓获。", "obscene-material"),
    ("凌某用一键脱衣软件生成裸照，被抓获。", "obscene-material"),
    ("霍某替人参加英语六级考试，被抓获。", "exam-cheating"),
    ("虞某收取包过费，被抓获。", "exam-cheating"),
    ("万某伪造出生医学证明，被抓获。", "document-forgery"),
    ("支某带人走小路出境，被抓获。", "illegal-border-crossing"),
    ("柯某邮寄大麻油，被抓获。", "drugs"),
    ("昝某网售气枪配件，被抓获。", "weapons"),
    ("管某在夜里向河中偷排废水，被抓获。", "pollution"),
    ("卢某拍摄军港，发给境外人员，被抓获。", "espionage"),
    # everyday words, with nothing named
    ("求职者交了押金后联系不上招聘的柯某，柯某被抓获。", "fraud"),
    ("黎某把自己的二维码贴在摊位上，被抓获。", "theft"),
    ("某宾馆的电脑没有任何防护措施，被警告。", "security-duty-failure"),
    (
        "项目并无实际经营，后加入者的本金用来支付收益，费某被抓获。",
        "illegal-fundraising",
    ),
    ("潘某存有住户的姓名、房号等资料，被抓获。", "personal-information"),
    ("苗某插着手机卡，看管一台拨打电话的设备，被抓获。", "aiding-network-crime"),
    ("毕某把银行账户交给陌生人使用，被抓获。", "aiding-network-crime"),
    ("丘某是一裸聊敲诈窝点的客服，被抓获。", "extortion"),
    ("贝某的插件窃取用户的好友列表，被抓获。", "illegal-data-acquisition"),
    ("车某明知资金来路不明，仍以加油卡帮助漂白，被抓获。", "money-laundering"),
    ("和某收钱攻击竞品，被抓获。", "water-army"),
    ("网传小区起火，经核实并未发生火灾，发布者俞某被行政拘留。", "online-rumour"),
    ("仓库内假冒的卷烟堆积如山，老板尹某被抓获。", "counterfeit-goods"),
    (
        "经营聊天软件的卞某被捕，该软件被贩毒集团使用，卞某替他人接收验证码。",
        "aiding-network-crime",
    ),
    ("桂某用爬虫软件非法抓取店铺评论，被抓获。", "illegal-data-acquisition"),
    ("娄某骗了十几名买家，被抓获。", "fraud"),
    ("史某按三级分销提取下线提成，被抓获。", "pyramid-selling"),
    ("前台范某拍下客人的登记单发给他人，被行政拘留。", "personal-information"),
    ("姜某推搡、殴打同学并把视频上传网络，被行政拘留。", "provocation"),
    (
        "纪某明知对方从事违法犯罪，仍为其提供域名解析，被抓获。",
        "aiding-network-crime",
    ),
    ("荀某叫卖旅客的航班信息，被抓获。", "personal-information"),
    ("杭某留了后门，被抓获。", "illegal-data-acquisition"),
    ("童某抄下登记表转手，被抓获。", "personal-information"),
    ("路某给主播车上装了追踪器，被抓获。", "personal-information"),
    ("贝某看着一台插满电话卡、替骗子拨号的机器，被抓获。", "aiding-network-crime"),
    ("卞某让群演扮交警拍成视频，被行政拘留。", "online-rumour"),
    ("某校的数据库没设口令，被警告。", "security-duty-failure"),
    ("积蓄打了水漂，“导师”齐某被抓获。", "fraud"),
    ("房某的程序模拟真人点赞，被抓获。", "water-army"),
    ("某平台许诺月息三分，老板干某被逮捕。", "illegal-fundraising"),
    # a motive is no deed
    ("解某为博流量修改电子价牌计算机信息系统中的数据，被行政拘留。", "system-sabotage"),
]


@pytest.mark.parametrize(("text", "slug"), DEEDS)
def test_a_deed_is_told_by_the_words_of_journalists(text, slug):
    assert offences_of(text)[0] == [slug]
