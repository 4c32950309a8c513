"""What the offenders did besides what the heading charges, told in other words than
the law's. Each row: heading, telling, a type that is listed beside the first."""

from __future__ import annotations

import pytest

from tests.reader.making import offences_of

CONTROL = "钱某等人非法控制计算机信息系统案"
PERSONAL = "钱某等人侵犯公民个人信息案"
AIDING = "钱某等人帮助信息网络犯罪活动案"
BLACKMAIL = "钱某敲诈勒索案"

BESIDE = [
    # ransom: the data are locked, and money is asked for
    (CONTROL, "钱某把医院的数据库加密后索要赎金。", "system-sabotage"),
    (CONTROL, "钱某把医院的数据库加密后索要赎金。", "extortion"),
    (CONTROL, "钱某扬言不付款就把病历公之于众。", "extortion"),
    (CONTROL, "钱某将网站首页换成骷髅图案。", "system-sabotage"),
    # whoever holds the computer cheats its owner
    (CONTROL, "钱某冒名要求财务打款，得手八十万元。", "fraud"),
    (CONTROL, "对方一旦打开文件，骗局便随即上演。", "fraud"),
    # those whom the offenders serve
    (CONTROL, "钱某替赌博网站送去流量。", "aiding-network-crime"),
    (CONTROL, "中招电脑不断弹出博彩广告。", "aiding-network-crime"),
    (PERSONAL, "钱某受境外诈骗团伙之托解封账号。", "aiding-network-crime"),
    (AIDING, "钱某群发跳转到色情网站的二维码。", "obscene-material"),
    # technical means of taking data
    (
        PERSONAL,
        "钱某攻破票务系统后台，旅客何时出行一清二楚。",
        "illegal-data-acquisition",
    ),
    (PERSONAL, "钱某将木马装进门店电脑，盗出顾客电话。", "illegal-data-acquisition"),
    (PERSONAL, "钱某盗用护士账号，把病历信息成批下载。", "illegal-data-acquisition"),
    (PERSONAL, "钱某以讲座为名骗了三百余名老人。", "fraud"),
    (PERSONAL, "钱某向老人兜售假药。", "counterfeit-goods"),
    ("某公司污染环境案", "运维人员在监测终端里暗装木马。", "system-sabotage"),
    ("钱某编造网络谣言案", "该链接系诈骗链接。", "fraud"),
    (BLACKMAIL, "钱某雇人发帖抹黑店铺。", "water-army"),
]


@pytest.mark.parametrize(("heading", "text", "slug"), BESIDE)
def test_a_further_offence_is_told_in_other_words(heading, text, slug):
    assert slug in offences_of(text, heading)[0][1:]


FEW_WORDS = [
    (CONTROL, "老板不得已付了比特币才拿回密钥。", "extortion"),
    (CONTROL, "厂里的文件统统打不开了。", "system-sabotage"),
    (CONTROL, "网民被带往六合彩网站。", "aiding-network-crime"),
    (AIDING, "视频里藏着二维码，扫进去是黄网。", "obscene-material"),
    (AIDING, "钱某拉人进群，被拉的人在假平台上血本无归。", "fraud"),
    (PERSONAL, "钱某拖出某店用户库。", "illegal-data-acquisition"),
    (BLACKMAIL, "钱某的公众号专找企业的毛病写稿。", "water-army"),
    ("某公司污染环境案", "技术员改动了分析仪参数。", "system-sabotage"),
    ("钱某诈骗案", "钱某一伙趟过界河。", "illegal-border-crossing"),
    (CONTROL, "会计接到“总经理”的付款指令。", "fraud"),
    (CONTROL, "软件暗中拦截短信验证码。", "illegal-data-acquisition"),
    (PERSONAL, "钱某给被封的账号做人脸认证。", "aiding-network-crime"),
    ("钱某编造网络谣言案", "点过的人卡里余额没了。", "fraud"),
]


@pytest.mark.parametrize(("heading", "text", "slug"), FEW_WORDS)
def test_few_words_suffice_beside_what_often_goes_with_it(heading, text, slug):
    slugs, notes = offences_of(text, heading)
    assert slug in slugs[1:]
    assert [caution.code for caution in notes.cautions] == ["further-offences"]


ALONE = [
    # the charge's own name tells of nothing else
    ("钱某提供侵入、非法控制计算机信息系统程序、工具案", "抓获2人。"),
    # sold to fraudsters, who are served by all who sell
    (AIDING, "钱某出售电话卡，有人因此被骗。"),
    # crimes of which a list, a trend or an earlier judgment speaks
    (PERSONAL, "警方办结网暴、传销、电信诈骗等各类案件百余起。"),
    (PERSONAL, "这些信息成了各类骗局、虚假宣传的“马甲”。"),
    (PERSONAL, "另有“3·07”网络水军专案等先后告破。"),
    (PERSONAL, "民警由此阻断电信网络诈骗。"),
    # whoever helped them is no second charge against them
    ("“3·07”跨境赌博案", "园区另有人为赌博团伙提供支付接口。"),
    # a clerk who copies breaks into nothing; made-up praise is no rumour
    (PERSONAL, "客服离职时用U盘拷走名单。"),
    ("钱某组织网络水军案", "钱某编造大量好评。"),
    # what is not genuine is the bait
    ("钱某诈骗案", "钱某用冒牌手表换走正品。"),
]


@pytest.mark.parametrize(("heading", "text"), ALONE)
def test_what_others_did_or_how_it_was_done_is_not_listed(heading, text):
    assert len(offences_of(text, heading)[0]) == 1


def test_an_earlier_judgment_adds_nothing():
    text = "钱某因前罪开设赌场罪所判刑罚尚未执行完毕，以诈骗罪判处有期徒刑六年。"
    assert offences_of(text, "钱某诈骗案")[0] == ["fraud"]


def test_charges_are_listed_behind_the_word_for_them():
    text = "检察院提起公诉，罪名涉及诈骗罪，偷越国（边）境，掩饰、隐瞒犯罪所得等。"
    assert offences_of(text)[0] == [
        "fraud",
        "illegal-border-crossing",
        "money-laundering",
    ]


def test_a_case_before_the_court_is_not_yet_judged_by_its_heading():
    text = "钱某组织人员偷渡到境外赌场务工，在押12人已由检察机关提起公诉。"
    slugs, _ = offences_of(text, "“3·07”跨境赌博案")
    assert slugs == ["gambling", "illegal-border-crossing"]


def test_blackmail_by_rumours_told_more_than_once():
    text = (
        "钱某在论坛散布不实信息，又编造虚假新闻到处传谣，以敲诈勒索罪判处有期徒刑三年。"
    )
    assert offences_of(text, BLACKMAIL)[0] == ["extortion", "online-rumour"]


def test_a_title_tells_of_the_theme_in_everyday_words():
    text = "钱某在网店电脑植入木马窃取订单信息，获利三万元。"
    title = {"bulletin_title": "五起个人信息买卖案件公布"}
    slugs, _ = offences_of(text, "钱某等人植入木马窃取网购信息案", **title)
    assert slugs[0] == "personal-information"


def test_much_that_is_told_beside_a_charge_is_listed():
    text = (
        "钱某因涉嫌侵犯公民个人信息罪被逮捕。公司招人刷好评，差评包删，“好评有人刷”"
        "是其招牌，商家付钱后差评一条条被删掉，竞争对手的口碑被恶意差评压垮。"
    )
    assert "water-army" in offences_of(text)[0]


def test_a_judgment_told_among_the_comment_names_the_charges():
    text = "警方侦破一起特大破坏计算机信息系统案，抓获6人。"
    comment = (
        "企业应当补上漏洞。近日法院作出判决，钱某等6人因犯破坏计算机信息系统罪、"
        "非法获取计算机信息系统数据罪分别被判处有期徒刑。"
    )
    slugs, _ = offences_of(text, commentary=comment)
    assert slugs == ["system-sabotage", "illegal-data-acquisition"]
