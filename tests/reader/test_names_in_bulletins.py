"""Names, and what words around them say, in turns that bulletins have everywhere."""

from __future__ import annotations

import pytest

from cases.reader.context import Notes
from cases.reader.names import find_names
from cases.reader.suspects import read_suspects
from tests.reader.making import make_case

NAMES = [
    # a number that counts what follows is no part of the name
    ("鲍某6个月卖出信息9000条", ["鲍某"]),
    ("鲍某3次登录后台，鲍某2被抓", ["鲍某", "鲍某2"]),
    # some platform behind a word that ends with a surname
    ("冒充某平台客服，支付某公司定金，登陆某购物网站", []),
    ("承包某项目、排查某系统、改成某明星的照片、原任某部主管", []),
    ("警方某支队、官方某渠道、支付宝某账户", []),
    ("由方某支付，付某、充某、查某被抓", ["方某", "付某", "充某", "查某"]),
    # how Yi, Tibetan, Mongol and Uyghur names begin
    ("主播吉克某某、阿约某、平措某", ["吉克某某", "阿约某", "平措某"]),
    ("斯琴某、托合提某某等人", ["斯琴某", "托合提某某"]),
    # full names and what may follow them
    ("被告人沈国强、梁玉芬受人雇用", ["沈国强", "梁玉芬"]),
    ("被告人沈国强经朋友介绍", ["沈国强"]),
    ("被告人沈国强搭建网站，被告人梁玉芬负责取款", ["沈国强", "梁玉芬"]),
    ("集团重要头目沈国强、梁玉芬公开悬赏", ["沈国强", "梁玉芬"]),
    ("被告人王家豪、李为民、张利被判刑", ["王家豪", "李为民", "张利"]),
    # the others of a text that prints full names, by what is done to them or their row
    (
        "被告人沈国强招募梁玉珍、熊超等人。梁玉珍、熊超、郑海滔三人获利。",
        ["沈国强", "梁玉珍", "熊超", "梁玉珍", "熊超", "郑海滔"],
    ),
    (
        "检察院起诉被告人沈国强。法院判处沈国强、梁玉珍有期徒刑三年，判处熊海滔拘役。",
        ["沈国强", "沈国强", "梁玉珍", "熊海滔"],
    ),
    ("被告人沈国强、高利贷公司与平台，招募安保人员、高薪客服", ["沈国强"]),
    # characters of names that older tables lacked
    (
        "邱某儒以营利为目的，郝某君、钱某亚、雷某扬",
        ["邱某儒", "郝某君", "钱某亚", "雷某扬"],
    ),
    ("邱某坚称，郝某扬言，钱某遥控，雷某炫富", ["邱某", "郝某", "钱某", "雷某"]),
    # a notice of the wanted
    (
        "公开通缉在逃人员：\n1.沈国强，男，汉族，52岁；\n2.梁玉芬，又名“阿芬”，女，1988年生。",
        ["沈国强", "梁玉芬"],
    ),
    ("沈国强，男，汉族，52岁，作家。", []),
    # names in Latin letters, with their accents, or in both
    ("警方逮捕了22岁的Łukasz Nowák", ["Łukasz Nowák"]),
    ("来自海港的彼得·诺瓦克（Petr Novak）是成员", ["彼得·诺瓦克"]),
    ("男子Jean Dupont-Moreau因涉嫌诈骗被判刑", ["Jean Dupont-Moreau"]),
    (
        "主犯为21岁的海州人Pieter van der Berg，同伙Ann O'Neil",
        ["Pieter van der Berg", "Ann O'Neil"],
    ),
    (
        "法院公布了姓名，Ivan Petrov和Oleg Sidorov等6人被裁定羁押",
        ["Ivan Petrov", "Oleg Sidorov"],
    ),
    ("Acme Networks和Global Trust等3家公司被起诉", []),
    ("发言人John Miller表示，研究员Mary Stone发现，运营商Orange Belgium中断", []),
    ("总裁彼得·米勒（Peter Miller）表示，该公司将配合", []),
    ("26岁程序员因加班住院，19岁高中生因伤休学", []),
    (
        "抓获士兵杰克·米勒（Jack Miller），前员工佩奇·史密斯因盗取数据被判",
        ["杰克·米勒", "佩奇·史密斯"],
    ),
    ("警方逮捕25岁男子沈国强，他涉嫌制作病毒", ["沈国强"]),
    ("25岁男子成功因伤住院", []),
    # what an account is called, and whoever is called so
    ("公众号“钱×说车”与抖音号“老钱×修车”发布视频", []),
    ("网民“钱×”与薛×发帖", ["钱×", "薛×"]),
    # a character that is seldom a surname, before a thing or a person
    ("当事人受某饮料公司委托撰写文章", []),
    ("当事人钱某成立公司", ["钱某"]),
    # several of a surname, told apart by numerals
    ("薛某一、薛某二诽谤案", ["薛某一", "薛某二"]),
    ("薛某一脸茫然，薛某二话没说", ["薛某", "薛某"]),
    # a nickname is no name
    ("受“老鬼”（在逃）指使，与网友“阿飞”（另案处理）商定", []),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names(text, names):
    assert [name.name for name in find_names(text)] == names


SUSPECTS = [
    # whoever is fined by name, whoever fines
    ("网信办责令公司整改，对技术部主任鲍某处3万元罚款。", ["鲍某"]),
    ("对学校处二万元罚款，对法人代表鲍某处五千元罚款。", ["鲍某"]),
    (
        "法院判处鲍某有期徒刑二年。对于参与转发的薛某、苗某等9人，公安机关另行给予行政处罚。",
        ["鲍某", "薛某", "苗某"],
    ),
    (
        "法院判处鲍某拘役。薛某、苗某因情节较轻，由公安机关予以行政处罚。",
        ["鲍某", "薛某", "苗某"],
    ),
    # goods from several people
    ("鲍某从薛某、苗某等人处收购手机卡，被刑事拘留。", ["鲍某", "薛某", "苗某"]),
    # relatives, and students, are offenders as anybody
    ("民警将鲍某及其妻于某、其弟鲍某军一并抓获。", ["鲍某", "于某", "鲍某军"]),
    ("鲍某等5人（均系在校大学生）被依法采取取保候审措施。", ["鲍某"]),
    ("鲍某等5名学生出租银行卡，被刑事拘留。", ["鲍某"]),
    # a neighbour who owns up to what he sold, a buyer who is charged
    (
        "经传唤，居民鲍某交代，其经薛某介绍，将银行卡卖给苗某。两人被抓获。",
        ["鲍某", "薛某", "苗某"],
    ),
    (
        "对鲍某作出不起诉决定。对向鲍某购买信息的老板薛某，以涉嫌侵犯公民个人信息罪提起公诉。",
        ["鲍某", "薛某"],
    ),
    # what was done to somebody's things is no deed of his
    ("员工薛某下载的组件被植入后门。网信办对技术总监鲍某罚款10万元。", ["鲍某"]),
    # whoever tells the authorities what others do, or is made to pay
    (
        "医院职员薛某看到有人在群里出售病历，遂向网信办报告。网信办对经理鲍某罚款。",
        ["鲍某"],
    ),
    ("薛某听说有人收购银行卡，便出售三张，被抓获。", ["薛某"]),
    ("鲍某发帖勒索，公司总监薛某分三次转账21万元。鲍某被刑事拘留。", ["鲍某"]),
    # who of those caught did what
    (
        "抓获鲍某等嫌疑人9名，其中负责编写程序的为在校大学生薛某。",
        ["鲍某", "薛某"],
    ),
    ("抓获鲍某。负责侦办此案的是民警薛某。", ["鲍某"]),
    # a shorter name in a row with a longer one
    (
        "鲍某雇请薛某某扮专家。公安机关对鲍某、总监薛某及“专家”薛某某等7人刑事拘留。",
        ["鲍某", "薛某某", "薛某"],
    ),
    # the staff of companies that were cheated, where no offender is named
    ("公司财务薛某接到自称老总的QQ消息，要求其转账，薛某未核实便转出98万元。", []),
    ("某公司网管薛某在检查服务器时发现，数据库被加密。公安机关已立案侦查。", []),
    ("公司负责人薛某介绍，系统瘫痪造成损失。民警抓获一名原技术员。", []),
    ("出纳薛某按照“领导”要求，分三次将156万元转至对方账户，后发现被骗。", []),
    ("物业经理薛某被冒充，嫌疑人已被抓获。", []),
    ("鲍某在使用软件时发现支付漏洞，利用该漏洞充值1.2万元，被抓获。", ["鲍某"]),
    # victims whom the text lists
    ("鲍某被刑拘。受害人还有薛某、苗某等32人。", ["鲍某"]),
    # brokers whose part in the gang stands in marks
    ("抓获鲍某。她经“家族长”薛某介绍入行。", ["鲍某", "薛某"]),
    # bribes
    ("鲍某向薛某、苗某等3名审核员行贿，删帖牟利。", ["鲍某", "薛某", "苗某"]),
    ("鲍某给薛某送去好处费，拿到客户信息后出售。", ["鲍某", "薛某"]),
    # what an account is called
    ("鲍某被抓获。“阿某”等账号由他运营。", ["鲍某"]),
    ("以“山里某阳”“阿某”为代表的网红账号编造身世，鲍某被刑拘。", ["鲍某"]),
    # whom an offender lost against, and whose data he looked up
    (
        "鲍某与主播“小雪”（真名薛某）PK失败后，公布薛某及其父母身份证号。鲍某被行拘。",
        ["鲍某"],
    ),
    # who did not know
    (
        "鲍某被判处拘役。对于薛某，警方查明其转发时并不明知系捏造，未予追究刑事责任。",
        ["鲍某"],
    ),
]


@pytest.mark.parametrize(("text", "names"), SUSPECTS)
def test_suspects(text, names):
    found = read_suspects(make_case(text), Notes())
    assert [name.value for name in found] == names
