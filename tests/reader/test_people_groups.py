"""Head counts told in several groups. Each row: text, people, coercive."""

from __future__ import annotations

import pytest

from tests.reader.making import counted as read
from tests.reader.making import doubts


def values(text):
    people, coercive, _ = read(text)
    return (people and people.value, coercive and coercive.value)


GROUPS = [
    # each caught in a place of its own, though one is the sum of the others
    ("在河州抓获嫌疑人5名，在海州抓获嫌疑人3名，在江州抓获嫌疑人2名。", 10, None),
    ("警方在甲国逮捕了6名嫌疑人，并在乙国逮捕了2名管理员。", 8, 8),
    ("共抓获嫌疑人8名，在河州抓获5名，在海州抓获3名。", 8, None),
    # a decision told of some by name and of others by number
    ("佟某、薛某已被批准逮捕，5名亲戚取保候审。", 7, 7),
    ("对2人取保候审；组织收卡的佟某已被刑事拘留。", 3, 3),
    ("民警将佟某抓获，对其刑事拘留；对购买者8人行政拘留。", 9, 1),
    ("佟某等3人被刑事拘留，佟某被逮捕。", 3, 3),
    ("佟某等人被刑事拘留，4名代理被取保候审。", 4, 4),
    # arrests of some in a row of names, bail of the rest
    (
        "将佟某等14人抓获。检察院批准逮捕佟某、薛某、苗某等6人，其余8人取保候审。",
        14,
        14,
    ),
    # buyers and gamblers whom the police punished as well
    ("抓获两级代理共46人；涉案赌客70余人也被依法处罚。", 116, None),
    ("民警抓获佟某。购买软件的4名网民亦被公安机关处以警告。", 5, None),
    ("抓获12名嫌疑人，其中9人被刑事拘留，另有3人被行政处罚。", 12, 9),
    ("破获刑事案件4起，抓获12人，查处行政案件6起，行政处罚7人。", 19, None),
    # punished and only admonished
    ("依法行政拘留3人，批评教育2人。", 5, None),
    # a measure asked for, or refused, is none yet
    ("佟某等3人已被提请批准逮捕。", 3, None),
    ("对佟某、薛某批准逮捕，对其余3人未批准逮捕。", 5, 2),
    # the offenders' own words stand between their number and what they are
    ("民警对两名涉嫌帮信罪的嫌疑人依法采取刑事强制措施。", 2, 2),
    ("抓获涉嫌诈骗的公司员工70余人，对18人刑事拘留。", 70, 18),
    # those who were known only have parts that were dealt with
    ("下游卡农共23人，已对其中18人作出行政处罚；主犯佟某被刑事拘留。", 19, 1),
    # what brought them in
    ("将28名嫌疑人缉拿归案。", 28, None),
    ("从口岸押回涉诈人员22名。", 22, None),
    ("检方对3名黑客提起指控。", 3, None),
    # each by an authority of its own
    ("本市抓获11人，甲市抓获6人，乙市抓获5人。", 22, None),
    # not another authority's part, nor the threads handed over
    ("我市警方抓获嫌疑人9名，各地据此抓获嫌疑人64名。", 9, None),
    ("配合外省警方抓获刷手130人。本地抓获平台股东佟某等7人。", 7, None),
    ("抓获佟某等3名嫌疑人，并将5名外地人员的线索移交当地警方。", 3, None),
    # those taken out of a number are a part of it
    ("共抓获17人，除2名少年被训诫外，15人均被取保候审。", 17, 15),
    # an agency's totals
    ("全市公安机关共打掉团伙26个，抓获嫌疑人340人。民警抓获佟某等5人。", 5, None),
    ("2024年上半年，我市警方抓获嫌疑人812名。民警抓获佟某等5人。", 5, None),
    ("该院共起诉电信网络诈骗犯罪嫌疑人88人。佟某等5人被判刑。", 5, None),
    # a gang of which all were caught
    ("这是一个由9人组成的家族式犯罪团伙。主犯夫妇二人及其亲属全部落网。", 9, None),
    # a decision right behind the name, whoever else is named
    ("判处佟某有期徒刑十三年，薛某十一年，其余7人七年至二年不等。", 9, None),
    ("佟某获刑三年，薛某、苗某被判缓刑。", 3, None),
    ("对佟某提起公诉，对情节轻微的薛某作出不起诉决定。", 2, None),
    # one person without a name
    ("该名博主已被公安机关依法采取刑事强制措施。", 1, 1),
    ("一名女子谎称孩子走失，被派出所处以行政拘留三日。", 1, None),
    # nobody counted them, and one number is all that is told
    ("两名男子修改价格牌。警方认定二人非法修改数据，分别处以行政拘留。", 2, None),
    # caught by name, whatever the outcome
    ("民警将正在安装设备的佟某及望风的薛某控制。", 2, None),
    # roles in marks before the number
    ("涉案的“总代理”“一级代理”共34人被抓获。", 34, None),
    # rounds of a chase, and a name known before it was caught
    ("第一次在3月，抓获2人；第二次在4月，抓获8人。", 10, None),
    ("线索指向佟某。民警将佟某抓获。根据其供述，又抓获薛某等3人。", 4, None),
    ("佟某再次被抓。目前，佟某已被刑拘，薛某等3人也已归案。", 4, 1),
    # the total is of the first of a row only
    ("行动中，共抓获上游卡农18人、下游买家11人。", 29, None),
    # fined by name, others by number
    ("对佟某（女，53岁）处以行政拘留，对薛某等4名转发人员予以训诫。", 5, None),
    ("公安机关对佟某行政拘留。另有3名网民，也被处以罚款。", 4, None),
    ("佟某被行政拘留7日，薛某、苗某被批评教育。", 3, None),
    # who organised is no police sent out
    ("对起组织作用的8人批准逮捕。", 8, 8),
    # an arrest that is only being examined
    ("检察官在审查逮捕时发现佟某等9人涉案。法院判处佟某等9人有期徒刑。", 9, None),
    # one with those around him
    ("嫌疑人佟某及其公司的6名员工被依法刑拘。", 7, 7),
    ("在劝说下，佟某带着两名同伙到派出所自首。", 3, None),
    ("警方将前员工佟某及其表哥抓获。", 2, None),
    ("以佟某为首的5名嫌疑人交代了犯罪事实，现均被刑拘。", 5, 5),
    # one without a name, who is no part of the others
    ("5名嫌疑人在车站被抓获。次日，躲在山中的主犯也被抓获。", 6, None),
    ("民警将佟某抓获，一名为其望风的男子也被控制。", 2, None),
    # all who were known, and those of them who were caught
    ("22名涉案人员中，已有20人到案。", 20, None),
    ("全案31名犯罪嫌疑人已到案29名。", 29, None),
    ("涉案人员共22人，除2人在逃外，其余20人均已到案。", 20, None),
    ("涉案的17人中，有14人被采取刑事强制措施，3人被移送学校处理。", 17, 14),
    # others told late, though caught before
    ("2名主犯被押解回国，此前已有21名成员在国内落网。", 23, None),
    # of those taught some were punished
    ("网安部门约谈4名网民，对其中2人处以行政处罚。", 4, None),
    # acquitted
    ("法院以诈骗罪判处佟某有期徒刑六年，宣告被告人薛某无罪。", 1, None),
    # fugitives who came back
    ("经规劝，4名境外逃犯先后回国自首。", 4, None),
    # the rest are told with the one fined by name
    ("对佟某处以行政拘留十日，对另外6名参与者给予罚款处罚。", 7, None),
    ("佟某把手机借给网友拨打诈骗电话，双双被抓。", 2, None),
    # a row under one verb, with commas
    ("抓获“源头”嫌疑人9人，“中间商”21人，非法使用信息的下游人员35人。", 65, None),
    # they, all of them
    ("将这伙人悉数抓获，他们一共5人。", 5, None),
    # why one was bailed stands between him and the measure
    ("佟某、薛某被依法逮捕，苗某因情节轻微被取保候审。", 3, 3),
    # a measure of some of those told of
    ("三名嫌疑人中，佟某、薛某被刑拘，苗某因患病被监视居住。", 3, 3),
    # a guard whose name ends as the police's does
    ("某国国民警卫队逮捕34人，他们涉嫌窃取400万人的数据。", 34, 34),
    # the leader by name, some in a row, the rest by number
    ("佟某获刑十四年，薛某、苗某等6人获刑十年，其余成员23人均获刑五年。", 30, None),
    # each on a day of its own
    (
        "4月26日，抓获佟某；4月28日，抓获其上线薛某；5月11日，在河州抓获苗某等3人。",
        5,
        None,
    ),
    # told twice in a row
    ("移交的嫌疑人共169名，被警方押解回169名。", 169, None),
    # those rescued, and those whom other authorities were given
    ("共抓获15人，现场解救被困人员2名。", 15, None),
    ("两名小伙搭建平台，被依法刑拘，另有11名涉案人员被移交外地公安机关处理。", 2, 2),
    # users of a network who were dealt with
    ("警方依法查处散布谣言的网民5人，其中行政拘留2人。", 5, None),
    # admonished minors, beside others or alone
    ("对佟某等6名组织者采取刑事强制措施，对25名学生予以训诫。", 31, 6),
    ("三名初中生敲诈同学，因未满十六周岁，公安机关依法对其训诫。", 3, None),
    # a couple, and each of them by name
    ("夫妻二人被抓获，丈夫佟某被刑事拘留，妻子薛某因病被取保候审。", 2, 2),
]


@pytest.mark.parametrize(("text", "people", "coercive"), GROUPS)
def test_groups(text, people, coercive):
    assert values(text) == (people, coercive)


def test_a_decision_by_name_beside_one_by_number_is_doubted():
    _, _, notes = read("佟某已被批准逮捕，5名亲戚取保候审。")
    assert doubts(notes) == {"people": "added-counts", "coercive": "added-counts"}


def test_a_count_that_only_a_heading_tells_is_read_beside_an_empty_telling():
    people, _, _ = read("", "江州公安将28名嫌疑人缉拿归案")
    assert people.value == 28


def test_a_gang_caught_as_a_whole_is_doubted():
    _, _, notes = read("该团伙共有成员12人。民警抓获佟某等9人，将其一网打尽。")
    assert doubts(notes)["people"] == "two-counts"


def test_the_only_number_told_of_unnamed_persons_is_doubted():
    _, _, notes = read("两名男子修改价格牌，分别处以行政拘留十日。")
    assert doubts(notes) == {"people": "named-count"}


def test_one_named_whose_fate_is_not_told_is_doubted():
    people, _, notes = read("民警查获漫画2300册。经营者佟某通过网络售卖上述漫画。")
    assert people is None
    assert doubts(notes)["people"] == "no-count"
