"""Head counts of groups for whom names stand. Each row: text, people, coercive."""

from __future__ import annotations

import pytest

from tests.reader.making import counted as read
from tests.reader.making import doubts

GROUPS = [
    # caught in two places under other names
    (
        "佟某等21人由境外执法部门移交我方。市公安局另在境内抓获为其提供跑分服务的薛某等6人。",
        27,
        None,
    ),
    ("民警抓获佟某、佟某刚兄弟2人。顺线打掉卡商团伙，抓获薛某等5人。", 7, None),
    # two who are spoken of as such between, and others caught later
    (
        "佟某及薛某在车站落网。二人因涉嫌盗窃罪被刑事拘留。民警又抓获苗某等4人。",
        6,
        2,
    ),
    # dealt with in another way, and others by their names or number
    ("抓获佟某等5人。其中，对情节轻微的薛某等26名写手，公安机关予以训诫。", 31, None),
    (
        "佟某被依法采取刑事强制措施。公安机关循线对委托制作的薛某等7人依法作出处理。",
        8,
        1,
    ),
    (
        "法院判处佟某有期徒刑二年。对于参与的薛某、苗某等9人，公安机关另行给予行政处罚。",
        10,
        None,
    ),
    # a few of those caught, whoever is named of them
    ("抓获佟某等20人。检察院对薛某等5人批准逮捕。", 20, 5),
    ("抓获佟某等20人。公安机关对薛某等5人行政处罚。", 20, None),
    ("抓获佟某等4人，又抓获薛某等3人，共抓获佟某、苗某等9人。", 9, None),
    # rows of victims
    (
        "佟某等三人骗得被害人薛某、苗某等11人钱款。法院判处佟某三年，其他二人二年。",
        3,
        None,
    ),
    # judged in a case of their own
    (
        "法院判处佟某有期徒刑四年。参与的卡农薛某等12人以帮助信息网络犯罪活动罪另案判处刑罚。",
        1,
        None,
    ),
    # arrests of some, then of others
    ("检察院批准逮捕佟某等8人；后又陆续批准逮捕薛某等4人。", 12, 12),
    (
        "公安机关以佟某涉嫌诈骗罪提请批准逮捕，检察院依法批准逮捕。法院判处佟某、薛某拘役。",
        2,
        1,
    ),
    # fined by name, and the others in a sentence of their own
    (
        "公安机关对佟某处以行政拘留。对转发谣言的其他4名网民，公安机关予以批评教育。",
        5,
        None,
    ),
    # charged by name or number, and others not
    ("对佟某、薛某提起公诉，对14名在校大学生作出不起诉决定。", 16, None),
    ("佟某等8人已被移送审查起诉，另有薛某等3名违法人员被处以行政处罚。", 11, None),
    # what those caught are called
    ("抓获以佟某、薛某为首的涉案人员37名。佟某等14人已被批准逮捕。", 37, 14),
    ("一举抓获佟某、薛某、苗某等涉案人员21名。佟某等14人被批准逮捕。", 21, 14),
    # who owns a company is not caught by that
    ("抓获薛某、苗某等6人，公司实际控制人佟某在逃，已对其网上追逃。", 6, None),
    # full names before a number
    (
        "沈国强、梁玉珍、熊海滔三人诈骗。法院判处被告人沈国强无期徒刑，梁玉珍等人三年。",
        3,
        None,
    ),
    # one of all who were judged, a couple, those taken along by what they are
    ("该案共有43名被告人被判刑，主犯佟某获刑十一年。", 43, None),
    ("在甲市抓获佟某等3名嫌疑人，在乙市抓获薛某夫妇。", 5, None),
    ("抓获佟某等主要成员9人，带回业务员74人。", 83, None),
    ("控制窝点和6名黄牛，带走22人。", 22, None),
    ("将佟某、薛某截获；次日，又将接应二人的“蛇头”苗某抓获。", 3, None),
    # where each of them was
    ("逮捕4名嫌疑人（1名在甲国，3名在乙国）。", 4, 4),
    # at large, then caught
    ("2名嫌疑人被当场抓获，另1名嫌疑人佟某在逃，后被抓获归案。", 3, None),
    ("2名嫌疑人被当场抓获，另1名嫌疑人佟某在逃。", 2, None),
    # whom prosecutors added, who are among the others
    ("检察机关追加逮捕3人、追诉漏犯2人。佟某等19人分别被判处有期徒刑。", 19, None),
    # a man and his company
    ("民警将佟某抓获，佟某的两名同伙薛某、苗某也在随后落网。", 3, None),
    # some under a measure and others whom no law punishes
    (
        "打掉该团伙，抓获5人，其中佟某、薛某被依法逮捕，3人因未成年被责令家长管教。",
        5,
        2,
    ),
    # caught by name beside others, whatever number is decided about later
    (
        "民警将佟某抓获，随后又抓获薛某等7人。薛某等6人被刑拘，佟某等2人被行政处罚。",
        8,
        6,
    ),
    (
        "将薛某、苗某等9人当场查获，8月将佟某抓获。检察院对佟某、薛某2人批准逮捕。",
        10,
        2,
    ),
    ("民警将佟某抓获。目前，佟某等5人已被刑事拘留。", 5, 5),
    # whom the same police caught in another matter before
    ("民警抓获4人。此前还侦破了一起“打印店”数据被窃案，抓获5人。", 4, None),
    # told behind the measure that was taken against all before
    ("6月6日，抓获佟某等8人，均已采取刑事强制措施，另劝投3人。", 11, 8),
    # in custody before they were charged
    ("佟某、薛某被刑事拘留。检察院对二人提起公诉。", 2, 2),
    # caught by name, though others are spoken of elsewhere
    (
        "民警将佟某传唤到案。又抓获薛某，薛某已被批准逮捕。平台关闭佟某等人账号。",
        2,
        1,
    ),
]


@pytest.mark.parametrize(("text", "people", "coercive"), GROUPS)
def test_groups_by_names(text, people, coercive):
    found, coerced, _ = read(text)
    assert (found and found.value, coerced and coerced.value) == (people, coercive)


def test_those_handed_to_other_police_are_left_out_and_doubted():
    found, _, notes = read("佟某等6人被刑拘，另有3名号商移交户籍地公安机关处理。")
    assert found.value == 6
    assert doubts(notes) == {"people": "two-counts"}


def test_groups_by_names_are_doubted():
    _, _, notes = read("抓获佟某等5人。对情节轻微的薛某等26人，公安机关予以训诫。")
    assert doubts(notes) == {"people": "added-counts"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "佟某撰写文章抹黑同行。监管部门对某传媒公司处罚款50万元。",
            {"people": "counted-names"},
        ),
        ("监管部门对某传媒公司处罚款50万元，对佟某处罚款1万元。", {}),
    ],
)
def test_whose_company_alone_is_fined_is_counted_with_a_doubt(text, expected):
    found, _, notes = read(text)
    assert (found.value, doubts(notes)) == (1, expected)
