"""Offenders named. Each row: text, names in order of first mention."""

from __future__ import annotations

import pytest

from cases.reader import read_bulletin
from cases.reader.context import Notes
from cases.reader.names import find_names
from cases.reader.suspects import read_suspects
from tests.reader.making import doubts, make_case, words


def read(text, heading=None):
    return [f.value for f in read_suspects(make_case(text, heading), Notes())]


NAMES = [
    # forms of masking
    ("被告人孙某媛、李某与欧阳某某（在逃）", ["孙某媛", "李某", "欧阳某某"]),
    ("犯罪嫌疑人罗某甲、罗某乙", ["罗某甲", "罗某乙"]),
    ("李某1、李某2、张某A", ["李某1", "李某2", "张某A"]),
    ("王×明、李**", ["王×明", "李**"]),
    ("被告人李城（化名）", ["李城"]),
    ("犯罪嫌疑人阿某、买某某", ["阿某", "买某某"]),
    ("嫌疑人仵某", ["仵某"]),
    ("张某王某二人", ["张某", "王某"]),
    ("韦某利等人", ["韦某利"]),
    ("其弟郝某利专门拍照，判处郝某利有期徒刑", ["郝某利", "郝某利"]),
    ("嫌疑人马某江、冶某抓获", ["马某江", "冶某"]),
    ("孙某担任某公司客服，现任某部主管", ["孙某"]),
    ("技术主管覃某（化名）", ["覃某"]),
    # Uyghur, Yi and Tibetan names
    ("阿某木某、吉某伍某", ["阿某木某", "吉某伍某"]),
    ("买买提某、扎西某", ["买买提某", "扎西某"]),
    ("艾某·买某、古丽·阿某", ["艾某·买某", "古丽·阿某"]),
    # printed in full
    ("被告人李明伙同赵刚（另案处理）。李明获利。", ["李明", "赵刚", "李明"]),
    ("被告人周建国、周晓东和欧阳丽娜因犯诈骗罪", ["周建国", "周晓东", "欧阳丽娜"]),
    ("上诉人（原审被告人）陈立，男", ["陈立"]),
    ("李城（化名）租房。李城被抓", ["李城", "李城"]),
    ("嫌疑人阿卜杜拉·卡德尔被抓", ["阿卜杜拉·卡德尔"]),
    ("被告人全部认罪，嫌疑人安装软件，犯罪嫌疑人方面", []),
    ("犯罪嫌疑人江苏籍，嫌疑人高薪招募", []),
    ("35岁的Ivan Petrov已被逮捕，局长John Smith称", ["Ivan Petrov"]),
    ("逮捕了Black Basta成员", []),
    ("对公司董事长兼CEO程远、总裁柳晴各处100万元罚款", ["程远", "柳晴"]),
    ("对公司处5万元罚款，对主管人员和其他责任人员分别处1万元罚款", []),
    # the character after 某: a name or the next word
    ("赵某杰用软件", ["赵某杰"]),
    ("贺某武与龙某鹏共谋", ["贺某武", "龙某鹏"]),
    ("李某明知他人犯罪", ["李某"]),
    ("李某明、李某明", ["李某明", "李某明"]),
    ("张某成立公司", ["张某"]),
    ("张某利用软件", ["张某"]),
    ("张某通过网络", ["张某"]),
    ("张某一家", ["张某"]),
    ("张某称", ["张某"]),
    ("刘某雇人制作", ["刘某"]),
    ("唐某和沈某某", ["唐某", "沈某某"]),
    ("钱某非法获取", ["钱某"]),
    ("何某华是团伙成员", ["何某华"]),
    ("闭某在某软件", ["闭某"]),
    ("侯某、侯某飞兄弟", ["侯某", "侯某飞"]),
    # rare surnames, which other words may end with
    ("以先某某为首的团伙", ["先某某"]),
    ("漆某、谌某某、鄢某", ["漆某", "谌某某", "鄢某"]),
    ("公司先后在某平台、用户某日登录、宿舍某层", []),
    # what brackets say of a person, and a number behind a name
    ("造谣者于某（男，45岁）", ["于某"]),
    ("嫌疑人祁某一脸委屈", ["祁某"]),
    ("嫌疑人祁某一、牛某", ["祁某一", "牛某"]),
    ("岩某、赵某。岩某运人出境", ["岩某", "赵某", "岩某"]),
    ("张某罕在家，张某罕被抓", ["张某罕", "张某罕"]),
    ("常某一等侮辱案", ["常某一"]),
    ("网民鄷某发帖。鄷某到案", ["鄷某", "鄷某"]),
    # a nickname, the others of a text with full names
    ("“老K”（另案处理）", ["老K"]),
    ("被告人张建明，男。林立国等其他被告人", ["张建明", "林立国"]),
    ("被告人向法院提出上诉。嫌疑人许诺，给被告人杜天禄违反规定放贷", ["杜天禄"]),
    # surnames that other words end with, behind a role or in a row
    ("驿站员工普某、畅某三人、朴某日", ["普某", "畅某", "朴某日"]),
    ("购买者之一向某用软件，表弟母某", ["向某", "母某"]),
    ("嫌疑人库尔班·某某", ["库尔班·某某"]),
    ("游某及其父亲游某国在家。池某管“币”", ["游某", "游某国", "池某"]),
    ("嫌疑人蓝某系学生，蓝某系初犯", ["蓝某", "蓝某"]),
    # no person
    ("网民于某平台发帖，金陵某建材公司", []),
    ("网民在某平台发帖", []),
    ("江阳XX村、某某县", []),
    ("某公司、某平台、某某群", []),
    ("南宁某客货服务有限责任公司", []),
    ("江苏某酒店", []),
    ("在某地、于某平台、向某银行", []),
    ("王某村、张某小区", []),
    ("涡阳某康养服务有限公司、仿冒“国X基金”", []),
    # what follows a name begins with a character of names
    ("高某亮、丁某。高某亮明知", ["高某亮", "丁某", "高某亮"]),
    ("丁某与魏某发生纠纷", ["丁某", "魏某"]),
    ("张某与李某系夫妻", ["张某", "李某"]),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names(text, names):
    assert [name.name for name in find_names(text)] == names


SUSPECTS = [
    ("犯罪嫌疑人马某某、王某等8人成立公司。", ["马某某", "王某"]),
    ("刘某某利用软件编造虚假信息。", ["刘某某"]),
    ("抓获以张某为首的团伙。", ["张某"]),
    ("李某纠集周某、吴某等人实施诈骗。", ["李某", "周某", "吴某"]),
    ("违法行为人高某（男，34岁）发布谣言。", ["高某"]),
    ("网民郑某编造谣言，被行政拘留。", ["郑某"]),
    # victims, witnesses, officials
    ("被告人孙某辱骂被害人侯某，侯某报警。孙某被抓获。", ["孙某"]),
    ("市民赵某向公安机关报案，民警将钱某抓获。", ["钱某"]),
    ("民警周某介绍，嫌疑人吴某已落网。", ["吴某"]),
    ("学生郑某被骗3万元，警方抓获王某。", ["王某"]),
    ("陈某被诈骗案中，警方抓获褚某等5人。", ["褚某"]),
    (
        "被告人贺某与龙某（在逃）共谋，某学院学生吴某明（被害人）被敲诈。",
        ["贺某", "龙某"],
    ),
    # brackets beside the role, posts in a company
    ("上诉人（原审被告人）周某某因诈骗罪被判刑。", ["周某某"]),
    ("公诉人李某出庭。被告人王某（女），其辩护人钱某。", ["王某"]),
    ("被告单位某公司，法定代表人赵某被判处有期徒刑。", ["赵某"]),
    # posts in a company, whom offenders take in, who is sentenced
    (
        (
            "公司首席执行官张某、产品负责人宋某等人共谋，指使员工郭某破解接口。"
            "法院判处被告单位罚金，判处张某等人有期徒刑。"
        ),
        ["张某", "宋某", "郭某"],
    ),
    (
        "被告人刘某发展了女友吴某、同学钟某作为代理。判处吴某有期徒刑一年。",
        ["刘某", "吴某", "钟某"],
    ),
    ("在校大学生康某发现漏洞。警方抓获康某、惠某2人。", ["康某", "惠某"]),
    ("群成员闫某、杜某因转发视频，被行政拘留。被告人孙某。", ["闫某", "杜某", "孙某"]),
    ("学生小杰（化名）将手机卡卖给他人，涉嫌犯罪。", ["小杰"]),
    # rows whose members have descriptions of their own
    ("民警将架设者谷某及销售假药的丁某抓获。", ["谷某", "丁某"]),
    ("抓获“群主”钱某、提供银行卡的孙某。", ["钱某", "孙某"]),
    ("缅甸籍人员岩某、中国籍人员刀某因涉嫌诈骗罪被逮捕。", ["岩某", "刀某"]),
    ("梅某骗取同事左某、好友包某的信任，骗得24万元，被抓获。", ["梅某"]),
    # the number of those dealt with is the number of those named
    ("齐某在网上卖卡。买家阎某收了9张。两人均被刑事拘留。", ["齐某", "阎某"]),
    # a sentence's end tells of its subject
    ("顾某用侯某的身份证办卡，被行政拘留。", ["顾某"]),
    ("崔某与同学沙某租房架设设备，被警方当场抓获。", ["崔某", "沙某"]),
    # with whom something is done is none for it
    ("嫌疑人钱某骗取某公司经理鲁某8万元。", ["钱某"]),
    ("嫌疑人钱某将名单卖给田某，又向冯某出售，给何某看过。", ["钱某", "田某", "冯某"]),
    ("民警抓获钱某，解救务工人员陈某，并走访房东吴某。", ["钱某"]),
    ("嫌疑人钱某被抓时，服务员乌某正在收拾。同村韦某的卡被借走。", ["钱某"]),
    # the roles of a row's first go for those behind it
    ("嫌疑人解某先后与顾某、邢某等两名网友建立“恋爱关系”，骗得礼物。", ["解某"]),
    ("抓获嫌疑人欧某。欧某为不符合条件的客户焦某、米某等人伪造材料。", ["欧某"]),
    ("祝某邀请室友晏某、高中同学车某加入，被抓获。", ["祝某", "晏某", "车某"]),
    # what was spread of somebody, with whom an offender fell out
    ("辛某发布“镇长胡某贪污千万”等不实信息，被行政拘留。", ["辛某"]),
    ("嫌疑人黄某因与合伙人林某闹翻，雇“水军”刷差评。", ["黄某"]),
    ("嫌疑人兰某向好友陆某、杨某等人借钱。", ["兰某"]),
    ("嫌疑人荆某被抓获，他骗过的人里就有被骗3万元的赵某华。", ["荆某"]),
    ("嫌疑人钱某被抓获。工友夏某说，他平时不爱说话。", ["钱某"]),
    ("嫌疑人钱某被抓获。一老板彭某的手机突然被停机。", ["钱某"]),
    ("嫌疑人钱某被抓获，从他手机里查出明星肖某的航班信息。", ["钱某"]),
    # who does a part of it, whom one caught gives away
    ("由赵某某出资，孙某某被抓获。", ["赵某某", "孙某某"]),
    ("民警抓获覃某，其供出买家为河池人蓝某。", ["覃某", "蓝某"]),
    ("钱某在明知吴某行骗的情况下仍提供帮助。吴某仍在逃。", ["钱某", "吴某"]),
    ("嫌疑人苟某被抓，一同落网的还有表弟母某。", ["苟某", "母某"]),
    ("警方抓到尼日利亚籍嫌疑人Okafor某。", ["Okafor某"]),
    # who is made known, at whose hands others act
    ("经查，发帖者系本地居民覃某。", ["覃某"]),
    ("“云姐”真名许某云，专向老人推销。", ["许某云"]),
    ("万某被朋友陆某租用银行卡，两人被抓获。", ["万某", "陆某"]),
    ("嫌疑人韩某涉嫌诈骗罪，事实不清、证据不足。邱某被抓获。", ["邱某"]),
    ("该案主犯郑某彪的儿子郑某也参与其中，被判刑。", ["郑某彪", "郑某"]),
    # who suffers
    ("女子王某轻信网友，被骗36万元。警方将黄某抓获。", ["黄某"]),
    ("被告人吴某针对闵某捏造事实，发布诽谤信息。", ["吴某"]),
    ("卖给从事中介的黄某、区某全等人。黄某、区某全另案处理。", ["黄某", "区某全"]),
    # rows of victims
    ("被告人马某行骗，导致杨某、谢某等14名被害人被骗。", ["马某"]),
    # rows share a role
    (
        "被告人李某与胡某（另案处理）共谋，纠集谢某雄、谢某军（均另案处理）等人。",
        ["李某", "胡某", "谢某雄", "谢某军"],
    ),
    ("被害人冯某、陈某和褚某报警后，卫某被抓获。", ["卫某"]),
    # where illegal goods come from
    ("嫌疑人茆某从某学校老师郭某处非法获取学生信息。", ["茆某", "郭某"]),
    # a shorter form later
    ("被告人赵某杰发送木马。赵某到案后供述。", ["赵某杰"]),
    ("刘某峰编造险情，并指使其亲属刘某转发。刘某被处罚。", ["刘某峰", "刘某"]),
    ("梁某投资兴建窝点，梁某富、王某林为骨干。", ["梁某", "梁某富", "王某林"]),
    # companies are no persons
    ("对南宁某酒店有限公司予以处罚。", []),
    ("警方抓获犯罪嫌疑人12名。", []),
    # roles that anybody may have
    ("安某丈夫乔某与人争吵，赵某散布隐私，赵某被判刑。", ["赵某"]),
    ("某县居民孙某，在群内发布虚假警情，被行政拘留。", ["孙某"]),
    ("居民孙某报警称被骗。警方抓获唐某。", ["唐某"]),
    ("家住城南的农某到派出所报案称被骗。警方抓获唐某。", ["唐某"]),
    ("嫌疑人农某到派出所投案。", ["农某"]),
    ("奚某因与范某有矛盾，在网上编造范某私生活，被行政拘留。", ["奚某"]),
    ("女主播邹某诱骗粉丝喻某打赏，邹某被刑事拘留。", ["邹某"]),
    ("葛某某与妻子牛某某编造视频，均被行政处罚。", ["葛某某", "牛某某"]),
    ("当事人在某平台宣称产品能治病。", []),
    # who is taken in, robbed or exposed
    ("王某看到一则广告，添加对方后转账8万元。民警将嫌疑人李某抓获。", ["李某"]),
    ("赵某接到陌生电话，随后转账5万元。警方抓获嫌疑人钱某。", ["钱某"]),
    ("孙某先后骗取刘某12万元、陈某8万元，已被刑事拘留。", ["孙某"]),
    ("宋某的女儿通过QQ认识了韩某。民警将韩某抓获。", ["韩某"]),
    ("戴某窃取夏某的验证码，登录钟某账户转走2万元，被抓获。", ["戴某"]),
    ("顾某用侯某、邵某等人的身份证办卡，被抓获。", ["顾某"]),
    ("江某将史某的聊天记录发到群内，史某因此轻生。江某被刑拘。", ["江某"]),
    ("丁某与魏某发生纠纷，遂发布魏某的信息，民警对丁某行政拘留。", ["丁某"]),
    ("段某和女友雷某吵架，将雷某的照片发到网上，被行政拘留。", ["段某"]),
    ("钱某（被害人）与汤某系同事。汤某侵入钱某邮箱，被抓获。", ["汤某"]),
    ("网吧老板吴某发现异常后报了警。民警抓获张某。", ["张某"]),
    ("徐某先后给张某转账12万元，张某将其拉黑。张某被抓获。", ["张某"]),
    ("在另一起案件中，钱某被判处有期徒刑三年。张某被刑事拘留。", ["张某"]),
    # who only speaks, who turned out to be no offender
    ("“我觉得不对劲。”曹某回忆道。警方抓获嫌疑人袁某。", ["袁某"]),
    ("员工谭某反映系统异常。经查，廖某入侵系统，被抓获。", ["廖某"]),
    ("法定代表人周某对此并不知情，仅作为证人接受询问。邢某被抓获。", ["邢某"]),
    # whom a decision names, who is at large
    ("对信息中心主任于某罚款五千元。", ["于某"]),
    ("民警对网民骆某予以训诫。", ["骆某"]),
    ("嫌疑人张某供述，其上家为王某。目前王某仍在追捕中。", ["张某", "王某"]),
    ("编辑李某飞、邱某分别收受好处费。吕某被刑拘。", ["李某飞", "邱某", "吕某"]),
    ("业务员小刘（化名）交代了经过。吕某被刑拘。", ["小刘", "吕某"]),
    ("抓获搭建者范某、股东韩某某、财务刘某静等人。", ["范某", "韩某某", "刘某静"]),
    ("店员向某因涉嫌诈骗罪被刑拘。法院判处于某拘役。", ["向某", "于某"]),
    (
        "州的Eric Meiggs（21岁）和Declan Harrington（20岁）被逮捕。",
        ["Eric Meiggs", "Declan Harrington"],
    ),
    ("男子Wyatt A. Travis被起诉。", ["Wyatt A. Travis"]),
]


@pytest.mark.parametrize(("text", "suspects"), SUSPECTS)
def test_suspects(text, suspects):
    assert read(text) == suspects


# In a long story roles and deeds tell offenders from all the others named.
STORY = [
    (
        "抓获“取款人”钱某、孙某，向其出售信息的田某在某地落网。",
        ["钱某", "孙某", "田某"],
    ),
    ("犯罪嫌疑人钱某被抓获。物业经理陈某告诉记者，楼道里装了设备。", ["钱某"]),
    ("犯罪嫌疑人钱某被抓获。快递员马某送货时发现异常。", ["钱某"]),
    ("犯罪嫌疑人钱某被抓获，由史某、汤某某担任总代理。", ["钱某", "史某", "汤某某"]),
    ("犯罪嫌疑人钱某被抓获。警方询问陶某等证人70余人。", ["钱某"]),
    ("犯罪嫌疑人钱某被抓获。前女友何某向民警提供了线索。", ["钱某"]),
    (
        "犯罪嫌疑人钱某被抓获。此前，2019年本市警方曾侦破一起案件，抓获主犯吴某。",
        ["钱某"],
    ),
    ("同学旷某找到钱某。法院判处被告人钱某、旷某有期徒刑一年。", ["旷某", "钱某"]),
    (
        "法院判处刘某、张某某、张某三人有期徒刑。",
        ["刘某", "张某某", "张某"],
    ),
    ("犯罪嫌疑人钱某被抓获。女孩小雨（化名）收到一条信息。", ["钱某"]),
    ("犯罪嫌疑人钱某被抓获，经营“金某娱乐”平台。", ["钱某"]),
    (
        "被告人钱某被判刑。厦门的秦某则靠倒卖验证码赚了12万元。",
        ["钱某", "秦某"],
    ),
]


@pytest.mark.parametrize(("text", "suspects"), STORY)
def test_a_storys_offenders_have_a_role_or_a_deed(text, suspects):
    case = make_case(text, is_story=True)
    assert [f.value for f in read_suspects(case, Notes())] == suspects


def test_the_heading_is_read_first():
    assert read("李某与王某出售账号。", "王某等人出售账号案") == ["王某", "李某"]


def test_a_name_without_any_role_in_a_judgment_is_doubted():
    notes = Notes()
    case = make_case("被告人孙某成立公司。沈某曾在公司工作，后离职。沈某知情。")
    assert [f.value for f in read_suspects(case, notes)] == ["孙某"]
    assert doubts(notes) == {"suspects": "unsure-role"}


def test_a_companion_of_whom_nothing_is_told_is_doubted():
    notes = Notes()
    case = make_case("嫌疑人孙某被抓获。他和同乡蒲某学会了这套话术。")
    assert [f.value for f in read_suspects(case, notes)] == ["孙某"]
    assert doubts(notes) == {"suspects": "unsure-role"}


def test_the_names_are_doubted_where_somebody_named_is_cleared():
    notes = Notes()
    text = "钱某、孙某被带回派出所，孙某只负责接待，当天即被释放。钱某被刑事拘留。"
    read_suspects(make_case(text), notes)
    assert doubts(notes) == {"suspects": "unsure-role"}


def test_more_names_than_offenders_are_doubted():
    text = "2024年5月，沧州警方抓获贩卖信息的犯罪嫌疑人1名。嫌疑人孙某伙同吴某行骗。"
    [case] = read_bulletin(text).cases
    assert case.people.value == 1
    assert [found.value for found in case.suspects] == ["孙某", "吴某"]
    assert "suspects" in {c.field for c in case.cautions if c.doubtful}


def test_the_span_shows_the_first_mention():
    text = "民警将 **钱某** 抓获。钱某供述了事实。"
    [found] = read_suspects(make_case(text), Notes())
    assert words(found, text) == ["钱某"]
    assert found.spans == ((6, 8),)


def test_a_name_keeps_its_traditional_characters():
    text = "深圳警方通報：犯罪嫌疑人唐某強、丘某於9月3日被抓獲歸案，均被刑事拘留。"
    [case] = read_bulletin(text).cases
    assert [found.value for found in case.suspects] == ["唐某強", "丘某"]


def test_whom_an_offender_only_meets_is_none_in_a_story():
    text = "孙某冒充军人与徐某网恋。民警将孙某抓获。"
    found = read_suspects(make_case(text, is_story=True), Notes())
    assert [f.value for f in found] == ["孙某"]
    text = "孙某与徐某共谋后行骗。民警将孙某抓获。"
    found = read_suspects(make_case(text, is_story=True), Notes())
    assert [f.value for f in found] == ["孙某", "徐某"]
    text = "外挂由徐某破解后出售。民警将孙某抓获。徐某破解软件，转手卖出。"
    found = read_suspects(make_case(text, is_story=True), Notes())
    assert [f.value for f in found] == ["徐某", "孙某"]
