"""Telling and commentary, told apart."""

import pytest

from cases.reader.commentary import divide, label_of
from cases.reader.lines import read_lines


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("基本案情", "narrative"),
        ("（一）基本案情", "narrative"),
        ("【裁判结果】", "narrative"),
        ("二、诉讼过程", "narrative"),
        ("处罚结果：", "narrative"),
        ("典型意义", "commentary"),
        ("（三）典型意义", "commentary"),
        ("网警|提醒", "commentary"),
        ("检察官说法", "commentary"),
        ("平安南京有话说", "commentary"),
        ("普法小课堂", "commentary"),
        ("老胡点评", "commentary"),
        ("小桔有话说：", "commentary"),
        ("法条链接：", "commentary"),
        ("张某诈骗案", None),
        ("锁定犯罪事实", None),
    ],
)
def test_labels(text, role):
    assert label_of(text) == role


def roles(text):
    divided = divide(read_lines(text))
    return [(line.text, role) for line, role, is_label in divided if not is_label]


def test_labels_switch_the_role():
    text = "基本案情\n张某骗取20万元。\n典型意义\n本案警示。\n裁判结果\n张某被判三年。"

    assert roles(text) == [
        ("张某骗取20万元。", "narrative"),
        ("本案警示。", "commentary"),
        ("张某被判三年。", "narrative"),
    ]


def test_a_label_may_open_its_paragraph():
    text = "【基本案情】张某骗取20万元。\n【典型意义】意义重大。"

    assert roles(text) == [
        ("张某骗取20万元。", "narrative"),
        ("意义重大。", "commentary"),
    ]


@pytest.mark.parametrize(
    "paragraph",
    [
        "公安机关提醒广大网民，要增强防范意识。",
        "全国公安机关将继续保持高压态势。",
        "警方将严厉打击此类犯罪。",
        "检察机关将充分履行职责，守护公民信息。",
        "检察机关建议，企业要补上漏洞。",
        "近年来，电信网络诈骗高发，群众深受其害。",
        "《中华人民共和国刑法》第二百六十六条规定，诈骗公私财物的，处三年以下有期徒刑。",
        "某律师事务所李明律师表示，该行为可能构成诈骗罪。",
        "本案的典型意义在于打击了网络犯罪。",
    ],
)
def test_unlabelled_comment(paragraph):
    text = f"张某骗取他人20万元，被警方抓获。\n{paragraph}"

    assert [role for _, role in roles(text)] == ["narrative", "commentary"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "根据《网络安全法》第五十九条规定，公安机关对该公司处以警告并责令改正。",
        "近年来生意不好，张某动了歪心思，编写外挂出售获利10万元。",
        "随着调查的深入，警方发现张某还有上线。",
        "警方将犯罪嫌疑人张某抓获，追回3万元。",
        "检察机关将张某以诈骗罪提起公诉。",
        "检察机关建议判处张某有期徒刑三年，法院予以采纳。",
    ],
)
def test_telling_that_begins_like_comment(paragraph):
    assert [role for _, role in roles(paragraph)] == ["narrative"]


def test_an_expert_goes_on_speaking():
    text = "李大学教授王明认为，信息需要保护。\n王明说，企业要负起责任。\n张某被抓获。"

    assert [role for _, role in roles(text)] == [
        "commentary",
        "commentary",
        "narrative",
    ]


def test_a_reminder_comes_back_to_the_case():
    text = "警方提醒游戏玩家注意安全。目前，17名犯罪嫌疑人已被依法采取刑事强制措施。"

    assert roles(text) == [
        ("警方提醒游戏玩家注意安全。", "commentary"),
        ("目前，17名犯罪嫌疑人已被依法采取刑事强制措施。", "narrative"),
    ]


def test_a_reminder_comes_back_by_a_date_or_a_name():
    for telling in (
        "5月3日，张某被行政拘留五日。",
        "目前张某已被刑事拘留。",
        "据了解，17名嫌疑人已被批准逮捕。",
        "记者获悉，17名嫌疑人已被批准逮捕。",
    ):
        text = f"网络不是法外之地。{telling}"
        assert [role for _, role in roles(text)] == ["commentary", "narrative"]
