"""Issuers of stories from abroad, of guiding cases, of papers and of lists."""

import pytest

from cases.reader import read_bulletin
from cases.reader.agencies import find_agencies
from tests.reader.bulletin_texts import exported, listed

CASES = listed(["案例一：张某诈骗案", "案例二：李某诈骗案"])


def issuer(text: str) -> str | None:
    """The issuer of a text."""
    found = read_bulletin(text).issuer
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "name", "scope"),
    [
        ("纽约南区联邦法院判处其有期徒刑", "纽约南区联邦法院", "abroad"),
        ("悉尼警方逮捕一名男子", "悉尼警方", "abroad"),
        ("美国佛罗里达州地方法院开庭", "美国佛罗里达州地方法院", "abroad"),
        ("韩国首尔中央地方法院判决", "韩国首尔中央地方法院", "abroad"),
        ("英国国家犯罪局公布其身份", "英国国家犯罪局", "abroad"),
        ("日本警视厅逮捕一名男子", "日本警视厅", "abroad"),
        ("FBI查封该网站", "FBI", "abroad"),
        ("中国互联网联合辟谣平台发布", "中国互联网联合辟谣平台", "national"),
        ("在美国与多个国家警方的配合下", "警方", "plain"),
        ("将嫌疑人从缅甸押解回国后，民警", "民警", "plain"),
        ("联合泰国抓获并移交的上海警方", "上海警方", "named"),
    ],
)
def test_authorities_by_places_abroad(text, name, scope):
    [found] = find_agencies(text)

    assert (found.words, found.scope) == (name, scope)


def test_a_court_abroad_before_an_authority_that_is_called_so_in_short():
    text = (
        "勒索软件成员获刑\n\n"
        "近日，美国马里兰州联邦地方法院判处黑客 Oleg Danko 六年监禁，"
        "其参与多起勒索软件攻击。\n\n司法部在公告中表示，Oleg Danko 已于2023年认罪。"
    )

    assert issuer(text) == "美国马里兰州联邦地方法院"


def test_who_adopts_a_guiding_case():
    text = (
        "指导案例：龚某等开设赌场案\n\n**龚某等开设赌场案**\n\n"
        "（最高人民法院审判委员会讨论通过 2020年3月5日发布）\n\n"
        "**基本案情**\n\n2018年，被告人龚某租用服务器组织他人赌博，被公安机关抓获。\n\n"
        "**裁判结果**\n\n浙江省义乌市人民法院于2019年5月9日作出判决，以开设赌场罪判处龚某"
        "有期徒刑四年。"
    )

    assert issuer(text) == "最高人民法院"


def test_a_court_that_secures_a_claim_issues_no_case():
    text = (
        "假公章骗了谁\n\n5月4日，遵义市公安局红花岗分局发布通报称，嫌疑人龚某等3人伪造印章"
        "签订合同，已被刑事拘留。\n\n5月2日公布的裁定书显示，江苏省苏州市虎丘区人民法院裁定，"
        "查封、冻结某公司名下银行存款100万元。"
    )

    assert issuer(text) == "遵义市公安局红花岗分局"


def test_a_procuratorates_paper_tells_of_a_procuratorates_case():
    text = (
        "一张截图引发的诽谤案\n\n检察日报\n\n5月6日，绍兴市柯桥区法院以诽谤罪判处龚某"
        "有期徒刑一年。\n\n此前，柯桥区检察院以诽谤罪对龚某提起公诉，并建议公安机关立案侦查。"
    )

    assert issuer(exported("检察日报", "一张截图引发的诽谤案", text)) == "柯桥区检察院"


def test_authorities_of_many_places_in_a_list_issue_nothing():
    text = (
        f"执法案例盘点\n\n各地公安、网信部门相继开出罚单。现将案例梳理如下：\n\n{CASES}"
    )

    assert issuer(text) is None


def test_a_court_by_the_formal_name_that_a_case_has():
    text = (
        f"梅州中院发布两起典型案例\n\n{CASES}\n\n宣判后，张某不服，梅州市中级人民法院"
        "二审维持原判。"
    )

    assert issuer(text) == "梅州市中级人民法院"


@pytest.mark.parametrize(
    ("title", "intro", "expected"),
    [
        ("【净网2021】警方打掉两个团伙", "近日，案件告破。", "净网2021"),
        (
            "警方公布两起典型案例",
            "今年以来，全省公安机关开展为期三个月的涉企网络谣言集中整治专项行动。",
            "涉企网络谣言集中整治专项行动",
        ),
        ("警方公布两起典型案例", "这是为期半年的专项行动。", None),
    ],
)
def test_operations_in_a_columns_tag_and_of_some_length(title, intro, expected):
    found = read_bulletin(f"{title}\n\n{intro}\n\n{CASES}").campaign

    assert (found.value if found else None) == expected
