"""Head counts. Each row: text, people, coercive, each with its qualifier."""

from __future__ import annotations

import pytest

from tests.reader.making import counted as read
from tests.reader.making import words


def plain(found):
    return (found.value, found.qualifier) if found else None


ONE = [
    # caught
    ("警方抓获犯罪嫌疑人12名。", (12, "exact"), None),
    ("先后抓获犯罪嫌疑人220余名。", (220, "at-least"), None),
    ("成功抓获3名犯罪嫌疑人。", (3, "exact"), None),
    ("警方将该团伙14名嫌疑人抓获归案。", (14, "exact"), None),
    ("目前已到案500余人。", (500, "at-least"), None),
    ("该团伙二十三人全部落网。", (23, "exact"), None),
    ("抓获5人。", (5, "exact"), None),
    ("抓获近百名涉案人员。", (100, "nearly"), None),
    ("抓获团伙成员约30人。", (30, "about"), None),
    ("将涉及的40多名犯罪嫌疑人抓获归案。", (40, "at-least"), None),
    ("一名男子被警方抓获。", (1, "exact"), None),
    ("抓获犯罪嫌疑人钱某、孙某、李某等3人。", (3, "exact"), None),
    # under coercive measures
    ("依法对马某某等8人采取刑事强制措施。", (8, "exact"), (8, "exact")),
    (
        "共抓获犯罪嫌疑人53人，其中依法采取刑事强制措施28人。",
        (53, "exact"),
        (28, "exact"),
    ),
    ("抓获12人，其中刑事拘留9人。", (12, "exact"), (9, "exact")),
    (
        "抓获主犯4人，从犯10人，其中6人被批准逮捕，8人被取保候审。",
        (14, "exact"),
        (14, "exact"),
    ),
    (
        "抓获违法人员12名。茆某、朱某、郭某被查实。目前上述3人已被采取刑事强制措施。",
        (12, "exact"),
        (3, "exact"),
    ),
    (
        "抓获犯罪嫌疑人20名。以上人员已被采取刑事强制措施。",
        (20, "exact"),
        (20, "exact"),
    ),
    ("9名犯罪嫌疑人已被采取刑事措施。", (9, "exact"), (9, "exact")),
    ("对犯罪嫌疑人史某采取刑事强制措施。", (1, "inferred"), (1, "inferred")),
    ("警方逮捕了一名31岁的黑客。", (1, "exact"), (1, "exact")),
    # measures of the same persons one after another, and of different ones
    ("刑事拘留15人，逮捕8人，移送审查起诉6人。", (15, "exact"), (15, "exact")),
    ("抓获15人，刑事拘留15人，其中逮捕9人。", (15, "exact"), (15, "exact")),
    ("刑拘30人，其中逮捕22人、取保候审8人。", (30, "exact"), (30, "exact")),
    ("抓获嫌疑人8名（刑拘5名、取保3名）。", (8, "exact"), (8, "exact")),
    ("抓获12人，12人均已被刑事拘留。", (12, "exact"), (12, "exact")),
    ("两名青年出租银行卡，被采取刑事强制措施。", (2, "exact"), (2, "exact")),
    ("赵某、钱某被逮捕，其余8人被取保候审。", (10, "inferred"), (10, "inferred")),
    ("赵某等3人被逮捕，其余5人被取保候审。", (8, "exact"), (8, "exact")),
    ("对赵某刑事拘留，对钱某给予行政处罚。", (2, "inferred"), (1, "inferred")),
    ("将赵某、钱某等7人抓获，次日采取刑事强制措施。", (7, "exact"), (7, "exact")),
    ("抓获赵某等4人。目前赵某等人已被刑事拘留。", (4, "exact"), (4, "exact")),
    (
        "抓获赵某等7人。目前，赵某等7人因涉嫌诈骗罪，已被采取刑事强制措施。",
        (7, "exact"),
        (7, "exact"),
    ),
    (
        "赵某通过钱某等人招揽客户。赵某已被刑事拘留，钱某被取保候审。",
        (2, "inferred"),
        (2, "inferred"),
    ),
    # the police punish others
    (
        "对23名参赌人员予以行政处罚，对6名组织者采取刑事强制措施。",
        (29, "exact"),
        (6, "exact"),
    ),
    ("抓获8人，对5人采取刑事强制措施，对3人行政处罚。", (8, "exact"), (5, "exact")),
    ("处置违法人员7人，其中行政拘留2人、警告5人。", (7, "exact"), None),
    ("对12名网民依法予以行政处罚。", (12, "exact"), None),
    # couples, families, men and women
    ("警方抓获王某夫妇。", (2, "inferred"), None),
    ("一家三口全部落网。", (3, "exact"), None),
    ("警方将正在行骗的4男2女抓获。", (6, "exact"), None),
    # what brackets say of one person
    ("2名嫌疑人李某（男，21岁）和高某被抓获。", (2, "exact"), None),
    # judged and punished by the police instead, the same told twice
    (
        "马某等11名刷手被行政处罚。法院判处张某、刘某有期徒刑。",
        (13, "inferred"),
        None,
    ),
    (
        "群成员闫某、杜某被处以行政拘留。法院判处孙某有期徒刑一年。",
        (3, "inferred"),
        None,
    ),
    ("判决赵某等11人犯诈骗罪，对11名被告人分别判处有期徒刑。", (11, "exact"), None),
    ("判处黄某、陶某有期徒刑；其他被告人判处相应刑罚。", None, None),
    # a breakdown in brackets
    ("将76名嫌疑人遣返回国（大陆32人，台湾地区44人）。", (76, "exact"), None),
    # at large
    ("将江某抓获并刑事拘留，对同伙许某正在追捕中。", (1, "inferred"), (1, "inferred")),
    ("检察院对小杰（化名）作出不起诉决定，小杰涉嫌帮助犯罪。", (1, "inferred"), None),
    # told in pieces
    ("抓获主犯段某，在河州抓获杨某等4人，在海州抓获刀某等3人。", (8, "inferred"), None),
    ("民警抓获张某。根据其供述，又抓获李某等3人。", (4, "inferred"), None),
    ("抓获卡农3名、车手5名、水军2名。", (10, "exact"), None),
    ("抓获3人。后又抓获2人。民警再次抓获4人。", (9, "exact"), None),
    ("抓获3人，随后又抓获6人。至此，9名成员落网。", (9, "exact"), None),
    ("判处赵某等3人有期徒刑十年，判处钱某等8人三年。", (11, "exact"), None),
    # separate groups
    (
        "警方抓获销售团伙15人，扣押电脑。随后再赴外地抓获开发者2人。",
        (17, "exact"),
        None,
    ),
    # one named offender
    ("大同警方依法对高某某采取治安拘留处罚。", (1, "inferred"), None),
    ("黄某、朱某二人被抓获。", (2, "exact"), None),
    # not said
    ("对造谣者依法行政拘留。", None, None),
    ("警方打掉该团伙，钱某等人被抓获。", None, None),
    ("警方捣毁窝点30个，扣押手机300部。", None, None),
    # rows, company, other measures
    (
        "该院对屈某航等12人批准逮捕，对另外5人作出不批准逮捕决定。",
        (17, "exact"),
        (12, "exact"),
    ),
    (
        "对屈某航等12人批准逮捕，对作用较小的5人作出不批准逮捕决定，由公安机关取保候审。",
        (17, "exact"),
        (17, "exact"),
    ),
    ("先后抓获王某等8人，另对购买信息的15人予以行政处罚。", (23, "exact"), None),
    ("全案共有14名被告人，12人被判处实刑，2人适用缓刑。", (14, "exact"), None),
    (
        "李某及其雇佣的4名员工被警方带走，后均被刑事拘留。",
        (5, "exact"),
        (5, "exact"),
    ),
    ("对27名嫌疑人批准逮捕25人，不批准逮捕2人。", (27, "exact"), (25, "exact")),
    ("8人被判处有期徒刑，12人被处以行政处罚。", (20, "exact"), None),
    (
        "共抓获31人。其中27人被采取强制措施，另有4人教育后释放。",
        (31, "exact"),
        (27, "exact"),
    ),
    (
        "以破坏计算机罪对郝某等14人、以诈骗罪对卢某等8人提起公诉，对其余8人作不起诉。",
        (30, "exact"),
        None,
    ),
    ("检察院对张某等8人提起公诉，对情节轻微的2人作出不起诉决定。", (10, "exact"), None),
    ("抓获犯罪嫌疑人9名，其余5名犯罪嫌疑人在逃。", (9, "exact"), None),
    (
        "在长沙抓获张某等26名嫌疑人。专案组又分三批赶赴山东、福建，抓获15名骨干。",
        (41, "exact"),
        None,
    ),
    ("抓获嫌疑人15名。民警抓获张某等9人，又抓获李某等6人。", (15, "exact"), None),
    ("先抓获3名嫌疑人，随后追捕了2名下家——这5名嫌疑人被抓。", (5, "exact"), None),
    ("长沙组抓获26人；株洲组抓获6人；湘潭组抓获9人。", (41, "exact"), None),
    ("抓获运营人员4名、技术人员3名、推广人员8名。", (15, "exact"), None),
    ("抓获刘某等9人。根据刘某供述，民警又将另外4名同伙抓获。", (13, "exact"), None),
    (
        "全省共侦破网络赌博案件20多宗，抓获嫌疑人540余名。民警抓获张某等6人。",
        (6, "exact"),
        None,
    ),
    ("另有30多名普通员工被传唤到案配合调查后离开。", None, None),
    ("某法院判过一起同类案件，两名被告人获刑。民警抓获张某等6人。", (6, "exact"), None),
    ("该院起诉电信诈骗案件26件44人。民警抓获张某等9人。", (9, "exact"), None),
    ("无独有偶，邻市警方抓获同类团伙12人。本案抓获张某等4人。", (4, "exact"), None),
    ("集中行动中，共抓获嫌疑人3200余名。民警抓获张某等4人。", (4, "exact"), None),
    ("民警锁定了张某等3名嫌疑人，并将其抓获。", (3, "exact"), None),
    ("此案共有涉案人员26人，其中组织者3人，均已被起诉。", (26, "exact"), None),
    ("民警拘捕27人。", (27, "exact"), None),
    ("警方称，已有8人被捕。", (8, "exact"), None),
    ("检方指控12名公民参与网络攻击。", (12, "exact"), None),
    ("一对情侣因出租银行卡被警方抓获。", (2, "exact"), None),
    (
        "将7人抓获，其中6人被依法刑事拘留，1人系在校学生，被取保候审。",
        (7, "exact"),
        (7, "exact"),
    ),
    (
        "张某、李某、王某3人被刑事拘留，另一名只负责开车的人员被行政拘留。",
        (4, "exact"),
        (3, "exact"),
    ),
    (
        "法院判处该男子有期徒刑五年，两名老乡分别被判处有期徒刑三年、二年。",
        (3, "inferred"),
        None,
    ),
    (
        "对该案21名被告人公开宣判，判处张某有期徒刑十二年，判处其他20名被告人有期徒刑九年至一年。",
        (21, "exact"),
        None,
    ),
    (
        "张某与另案处理的李某、王某合谋，法院以诈骗罪判处张某有期徒刑三年。",
        (1, "inferred"),
        None,
    ),
    ("警方抓获董某和9名业务骨干。", (10, "exact"), None),
    (
        "法院判处陈某鹏有期徒刑十年；对刘某、关某等19人分别判处有期徒刑。",
        (20, "inferred"),
        None,
    ),
]


@pytest.mark.parametrize(("text", "people", "coercive"), ONE)
def test_people(text, people, coercive):
    found, coerced, _ = read(text)
    assert (plain(found), plain(coerced)) == (people, coercive)


OTHERS = [
    # police, victims, users, records
    "出动警力200余人。",
    "被害人达1500人。",
    "窃取学生5000人的信息。",
    "雇佣刷手12万余名。",
    "直播间粉丝42万人。",
    "组织民警40名开展收网。",
    "诈骗32万余人次。",
    "发展下线会员3000余人。",
    "操控27人电脑。",
    # known, not caught
    "警方查明500余名涉诈人员身份。",
    "涉案人员数千名。",
    # other things
    "捣毁窝点3个，封停账号200余个。",
    "刑期七个月。",
]


@pytest.mark.parametrize("text", OTHERS)
def test_other_persons_and_things_are_not_counted(text):
    found, coerced, _ = read(f"{text}警方抓获犯罪嫌疑人7名。")
    assert (plain(found), coerced) == ((7, "exact"), None)


def test_a_wider_campaign_is_not_counted():
    found, _, _ = read(
        "警方抓获犯罪嫌疑人7人。省厅在该案基础上发起集群战役，抓获99人。"
    )
    assert found.value == 7


# Whom long stories count besides the six who were caught.
BESIDE = [
    "9名“卡农”另案处理。",
    "民警将36名员工带走调查。",
    "民警还对50余名购买者进行了批评教育。",
    "该局今年已抓获此类犯罪嫌疑人156名。",
    "团伙中的8人曾因诈骗被邻市警方抓获。",
    "此前，2019年本市警方曾侦破一起案件，抓获11人。",
    "去年底判决的“10·13”跑分案中，18人被判处有期徒刑。",
    "公安部数据显示，今年至今已侦破各类案件2.2万余起，抓获嫌疑人3.3万名。",
]


@pytest.mark.parametrize("text", BESIDE)
def test_persons_beside_the_case_are_not_counted(text):
    people, coercive, _ = read("民警抓获犯罪嫌疑人贺某等6名。" + text)
    assert (plain(people), coercive) == ((6, "exact"), None)


def test_measures_are_counted_though_a_judgment_ended_them():
    text = "犯罪嫌疑人孙某、李某2人被刑事拘留。法院判处孙某、李某有期徒刑一年。"
    people, coercive, _ = read(text)
    assert (people.value, plain(coercive)) == (2, (2, "exact"))


def test_a_leader_named_before_the_count_is_one_of_those_counted():
    text = "警方打掉以包某为首的团伙，抓获嫌疑人包某、何某等8人。"
    assert plain(read(text)[0]) == (8, "exact")


def test_all_who_were_taken_along_include_those_held_before():
    text = "专案组控制检测站和六名黄牛，带走22人。"
    assert plain(read(text)[0]) == (22, "exact")


def test_the_heading_counts():
    found, _, _ = read("警方打掉一个团伙。", "抓获4人！江州公安打掉一团伙")
    assert found.value == 4


def test_a_judgment_counts_the_judged_and_not_those_handled_elsewhere():
    found, coerced, _ = read(
        "被告人李某与胡某（另案处理）共谋，纠集被告人王某佳、谷某及谢某雄、谢某军"
        "（均另案处理）等人勒索。法院认为，被告人李某、王某佳、谷某构成敲诈勒索罪，"
        "判处李某有期徒刑十二年，王某佳、谷某九年。"
    )
    assert (plain(found), coerced) == ((3, "inferred"), None)


def test_one_handled_elsewhere_is_not_counted_though_no_bracket_says_so():
    found, _, _ = read(
        "被告人蒋某受朱某海请托查询信息。法院以侵犯公民个人信息罪判处蒋某有期徒刑三年；"
        "朱某海、罗某另案处理。"
    )
    assert plain(found) == (1, "inferred")


def test_a_row_of_groups_stands_under_one_verb():
    found, _, _ = read("民警抓获团伙头目1名，骨干成员5名，一般成员14名。")
    assert found.value == 20


def test_a_man_without_a_name_is_one():
    found, _, _ = read("近日，一男子因编造谣言被行政拘留。")
    assert found.value == 1


def test_the_rest_under_coercion_stand_beside_those_named_so():
    found, coerced, _ = read(
        "涉案7名嫌疑人全部抓获，其中主犯夏某已被批准逮捕，其余6人取保候审。"
    )
    assert (found.value, coerced.value) == (7, 7)


def test_the_spans_show_the_numbers():
    text = "共抓获 **53人** ，其中采取刑事强制措施28人。"
    found, coerced, _ = read(text)
    assert (words(found, text), words(coerced, text)) == (["53人"], ["28人"])


def test_an_agencys_total_of_the_year_is_no_count_of_the_case():
    found, _, _ = read("今年以来，该局共抓获电诈嫌疑人236名。近日，民警抓获吕某。")
    assert plain(found) == (1, "inferred")
