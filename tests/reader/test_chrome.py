"""What stands around the cases and inside them is no part of them."""

import pytest

from cases.reader import read_bulletin
from tests.reader.bulletin_texts import FOUR, listed, telling

NAMES = ["张某侵犯公民个人信息案", "李某破坏计算机信息系统案", "王某诈骗案"]


def titles(text):
    return [case.title and case.title.value for case in read_bulletin(text).cases]


def test_closing_words_are_no_part_of_the_last_case():
    headings = [
        f"案例{number}：{name}" for number, name in zip("一二三", NAMES, strict=True)
    ]
    text = (
        "某省公布典型案例\n"
        + listed(headings)
        + "\n\n全省公安机关将继续保持高压态势，守护网络安全。"
    )

    assert read_bulletin(text).cases[-1].text.endswith("5人采取刑事强制措施。")


def test_what_follows_the_end_is_no_case():
    text = (
        "公布典型案例\n" + listed(["案例一：" + NAMES[0], "案例二：" + NAMES[1]])
        + "\n（来源：江苏网警）\n往期推荐\n案例三：王某诈骗案，警方抓获3人"
    )  # fmt: skip

    assert titles(text) == NAMES[:2]


def test_links_below_each_case_are_no_end():
    text = "公布典型案例\n" + "\n".join(
        f"案例{number}：{name}\n{telling(*place)}\n相关链接\n第二百六十六条 诈骗的"
        for number, name, place in zip("一二三", NAMES, FOUR, strict=False)
    )

    assert titles(text) == NAMES


@pytest.mark.parametrize(
    "links",
    [
        pytest.param(
            "上一篇：[苏州警方抓获李某等8名嫌疑人](http://a.example)\n下一篇：没有了",
            id="last and next",
        ),
        pytest.param(
            "[苏州警方抓获李某等8名嫌疑人](http://a.example)\n"
            "[**无锡警方破获王某诈骗案**](http://b.example)",
            id="links",
        ),
        pytest.param("**往期链接**\n苏州警方抓获李某等8名嫌疑人", id="labelled"),
    ],
)
def test_links_to_other_articles_are_no_part_of_the_case(links):
    told = telling("南京", "张")
    text = f"# 南京警方打掉一团伙\n 网安圈   2024-10-02 10:07\n\n{told}\n\n{links}\n"

    assert [case.text for case in read_bulletin(text).cases] == [told]


def test_adverts_inside_a_passage_are_noise():
    told = telling("南京", "张")
    text = (
        "公布典型案例\n案例一：" + NAMES[0] + "\n点击上方蓝字关注我们\n" + told
        + "\n扫码关注公众号\n目前，案件正在侦办中。\n案例二：" + NAMES[1] + "\n" + told
    )  # fmt: skip

    case = read_bulletin(text).cases[0]
    assert [text[start:end] for start, end in case.noise] == [
        "点击上方蓝字关注我们",
        "扫码关注公众号",
    ]
    assert case.text == f"案例一：{NAMES[0]}\n{told}\n目前，案件正在侦办中。"


def test_advert_words_inside_a_sentence_are_noise():
    text = (
        "近日，杭州市公安局破获一起诈骗案，抓获犯罪点击关注公众号“某某”嫌疑人张某等5名，"
        "依法刑事拘留。"
    )

    case = read_bulletin(text).cases[0]
    assert [text[start:end] for start, end in case.noise] == ["点击关注公众号“某某”"]
    assert "抓获犯罪嫌疑人张某" in case.text


def test_what_a_fraudster_asks_for_is_no_advert():
    told = telling("南京", "张") + "客服说：“您的包裹有问题，请添加客服微信理赔。”"
    [case, _] = read_bulletin(
        f"公布典型案例\n案例一：{NAMES[0]}\n{told}\n案例二：{NAMES[1]}\n{told}"
    ).cases

    assert "请添加客服微信理赔" in case.text
