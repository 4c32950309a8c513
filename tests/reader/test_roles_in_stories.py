"""Who of the many named in a story is an offender. Each row: what is told beside an
offender who was caught, the others of the story that are offenders too."""

from __future__ import annotations

import pytest

from cases.reader.context import Notes
from cases.reader.names import find_names
from cases.reader.suspects import read_suspects
from tests.reader.making import make_case

CAUGHT = "犯罪嫌疑人钱某被抓获。"


def others(text):
    case = make_case(CAUGHT + text, is_story=True)
    names = [found.value for found in read_suspects(case, Notes())]
    return [name for name in names if name != "钱某"]


OFFENDERS = [
    # what they do: hands, premises, wares, gains
    ("组长宁某租下三套公寓。", ["宁某"]),
    ("大专生蒙某拉起一支队伍。", ["蒙某"]),
    ("乌某再加价转给街坊。", ["乌某"]),
    ("厨师沙某每月也分3000元。", ["沙某"]),
    ("文某从中收取介绍费。", ["文某"]),
    ("滕某换成虚拟币往外打。", ["滕某"]),
    ("匡某管账，禄某望风。", ["匡某", "禄某"]),
    ("再请邻村的景某伪造发票。", ["景某"]),
    # who it is that did it
    ("发木马的竟是前任网管游某。", ["游某"]),
    ("站在他们身后的，是在境外遥控的龙某。", ["龙某"]),
    ("出主意的是钱某的姐夫戴某。", ["戴某"]),
    # how they were caught
    ("警方将宁某、邬某堵个正着。", ["宁某", "邬某"]),
    ("藏在阁楼的滕某也没能逃脱。", ["滕某"]),
    ("蒙某翻窗而出，被守在外面的特警按倒。", ["蒙某"]),
    ("龙某被列为网上追逃对象。", ["龙某"]),
    ("隋某、诸某被以掩饰、隐瞒犯罪所得罪提起公诉。", ["隋某", "诸某"]),
    ("包括麻某在内的6名嫌疑人全部被刑事拘留。", ["麻某"]),
    ("朋友佘某已另案判刑。", ["佘某"]),
    ("钱某的女友熊某借出收款码，检察机关依法对其不起诉。", ["熊某"]),
    ("买家裘某因购买账号行骗被另案侦查。", ["裘某"]),
    ("警方责令颜某写下保证书。", ["颜某"]),
    # what they are given, what goes through their hands
    ("技术活外包给大学生景某。", ["景某"]),
    ("老人把积蓄交给了上门取钱的顾某。", ["顾某"]),
    ("经胡某居间介绍，又通过霍某寄往境外。", ["胡某", "霍某"]),
    # whom they work with, where wares come from and go to
    ("钱某和薛某搭伙，一个拍一个剪。", ["薛某"]),
    ("钱某与薛某一拍即合，做起代刷生意。", ["薛某"]),
    ("名单源自薛某，剩下的事归卞某。", ["薛某", "卞某"]),
    ("钱某的搭档薛某随后也栽了。", ["薛某"]),
    ("薛某系该团伙二号人物。", ["薛某"]),
    ("出谋划策的薛某也浮出水面。", ["薛某"]),
    ("警方将谈某、戴某一网打尽。", ["谈某", "戴某"]),
    # how they were sentenced
    ("法院判处翁某三年，柏某、窦某一年六个月至八个月不等。", ["翁某", "柏某", "窦某"]),
    # in a row or a gang
    ("葛某一伙手底下又有牛某东、于某静几路人马。", ["葛某", "牛某东", "于某静"]),
    ("上官某、夏侯某一伙人手不少。", ["上官某", "夏侯某"]),
    ("他雇来上官某写剧本、夏侯某摄像。", ["上官某", "夏侯某"]),
    # so many were caught: those of the sentences right before
    (
        "工程师辛某到场检修。表哥苗某开车，米某探路。两人均被刑事拘留。",
        ["苗某", "米某"],
    ),
    # at large or tried elsewhere, told before the name; the rest of such a row
    ("他把名单发给在逃的程序员贾某。", ["贾某"]),
    ("还有另案处理的项某文、项某武，一道去了境外。", ["项某文", "项某武"]),
    ("检察机关对仅借出一张卡的古某作相对不起诉处理。", ["古某"]),
    # what befalls them, from the first hand on them to prison
    ("苍某现被取保候审，蒲某将被依法追究刑事责任。", ["苍某", "蒲某"]),
    ("从某坐上了被告席，鄂某受到法律的严惩。", ["从某", "鄂某"]),
    ("咸某被收押。籍某仍在服刑。", ["咸某", "籍某"]),
    ("索某的辩护人认为，卓某系从犯。", ["索某", "卓某"]),
    ("同案的甘某未上诉。", ["甘某"]),
    # who leads, who hands work down and to whom
    ("易某、鲍某两人挑头，拉人进群。", ["易某", "鲍某"]),
    ("主要由邹某出主意，魏某出点子。", ["邹某", "魏某"]),
    ("易某组织、领导该团伙。", ["易某"]),
    ("再由莫某分发给凌某、邵某。", ["莫某", "凌某", "邵某"]),
    # 同 and 跟 join a row as 和 does
    ("翟某同司徒某某等人被抓获。", ["翟某", "司徒某某"]),
    ("翟某跟项某均被刑拘。", ["翟某", "项某"]),
]


@pytest.mark.parametrize(("text", "names"), OFFENDERS)
def test_offenders_are_known_by_what_they_do_and_what_befalls_them(text, names):
    assert others(text) == names


NONE = [
    # experts, those who comment
    "律师鲁某提醒，出借银行卡可能构成犯罪。",
    "网友公某认为平台也有责任，造谣的应重判。",
    "辅导员梁某呼吁大家不要出租账号。",
    "执法人员尉迟某、公羊某查封了作坊，查获伪造的标签。",
    # those harmed, asked or helped
    "这伙人骗走了沃某等63名学员的钱。",
    "追回的钱已返还闵某、蓝某等受害群众。",
    "货卖给了街坊，其中有贲某、璩某等不知情的顾客。",
    "外贸公司老板查某急匆匆赶到公安局。",
    "权某拿着锦旗来到派出所，连说差一点就上当。",
    "关某对盗用一事浑然不觉。",
    "巢某用主管关某的工号登录系统。",
    "流水走的是舅妈房某的卡。",
    "粉丝董某前后刷了19万元，被骗后才明白。",
    "钱某盯上了独居的薛某。",
    "钱某追求薛某未果，在网上散布隐私。",
    "薛某收到账单才知道名字被冒用。",
    "钱某顶着薛某的名号招摇撞骗。",
    "钱某找薛某讨债不成，发帖骂人。",
    "前妻薛某因孩子的事与钱某闹得不可开交。",
    "薛某至今心有余悸。",
    "朋友茅某给他出主意，让他赶紧报警。",
    "退休教师骆某在网上结识一名“军官”，被对方骗走20万元。",
    "路人翟某被捉弄，骑手胥某被抓拍。",
    "网店老板胥某觉得蹊跷，把情况反映给平台。",
    "胥某未被追究刑事责任。",
    # whose servant or kin the offender is
    "课程由师某的直播公司代播。",
]


@pytest.mark.parametrize("text", NONE)
def test_others_of_a_story_are_none(text):
    assert set(others(text)) <= {"巢某"}


def test_a_name_told_of_twice_is_no_row():
    assert others("同学佘某，佘某已另案判决。") == ["佘某"]


@pytest.mark.parametrize("text", ["虚构成某地刚发生的灾情", "冒充于某校的老师"])
def test_some_place_or_school_is_no_person(text):
    assert find_names(text) == ()


def test_a_name_that_ends_a_place_is_one_where_a_row_goes_on():
    assert [name.name for name in find_names("他拉上饶某等人成立公司")] == ["饶某"]
