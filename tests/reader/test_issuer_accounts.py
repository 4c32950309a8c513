"""The issuer where the account or the credited source tells who speaks."""

from __future__ import annotations

import pytest

from cases.reader import read_bulletin
from tests.reader.bulletin_texts import exported, listed

CASES = listed(["案例一：张某诈骗案", "案例二：李某诈骗案"])


STORY = "民警将张某抓获，张某对诈骗行为供认不讳。目前，张某已被依法刑事拘留。"


@pytest.mark.parametrize(
    ("account", "issuer"),
    [
        ("莒县检察", "莒县人民检察院"),
        ("山东检察", "莒县人民检察院"),
        ("平安莒县", "莒县公安局"),
        ("法治日报", "莒县公安局"),
    ],
)
def test_the_authority_whose_account_tells_a_story_issues_it(
    account: str, issuer: str
) -> None:
    told = (
        "近日，莒县公安局抓获犯罪嫌疑人张某。莒县人民检察院对张某批准逮捕。"
        "经查，张某骗取他人5万元。"
    )

    assert read_bulletin(exported(account, "一场骗局", told)).issuer.value == issuer


def test_a_squad_issues_what_it_is_credited_with_by_name() -> None:
    told = (
        "近日，通渭县公安局网安大队侦破一起诈骗案，抓获犯罪嫌疑人张某等5人。"
        "通渭县公安局对张某刑事拘留。\n\n来源：通渭县公安局网安大队"
    )

    reading = read_bulletin(exported("定西网警", "骗子落网", told))

    assert reading.issuer.value == "通渭县公安局网安大队"


def test_an_accounts_own_office_is_named_in_full() -> None:
    told = "近日，县公安局网安大队打掉一个诈骗团伙，抓获犯罪嫌疑人张某等5人。"

    reading = read_bulletin(exported("双峰公安", "骗子落网", told))

    assert reading.issuer.value == "双峰县公安局"


def test_a_citys_office_is_not_that_of_the_provinces_police() -> None:
    title = "江苏警方公布2起典型案例"
    text = f"近日，南京市公安局等抓获多人。现公布典型案例。\n{CASES}"

    assert read_bulletin(f"{title}\n{text}").issuer.value == "江苏警方"


def test_official_account_issues_what_names_nobody_else() -> None:
    text = exported("池州公安", "典型案例", f"近日发生2起案件。\n{CASES}")

    reading = read_bulletin(text)
    assert reading.issuer is not None
    assert reading.issuer.value == "池州公安"


def test_source_issues_what_names_nobody_else() -> None:
    text = f"典型案例\n近日发生2起案件。\n{CASES}\n来源：吉安市公安局"

    reading = read_bulletin(text)
    assert reading.issuer is not None
    assert reading.issuer.value == "吉安市公安局"


def test_newspapers_account_issues_nothing() -> None:
    text = exported("某某晚报", "典型案例", f"近日发生2起案件。\n{CASES}")

    assert read_bulletin(text).issuer is None


def test_source_gives_the_full_name_of_the_authority_in_the_text() -> None:
    text = (
        "张某获刑\n近日，永嘉县检察院依法对张某提起公诉。张某因犯诈骗罪被判处有期徒刑三年。"
        "\n来源：永嘉县人民检察院"
    )

    reading = read_bulletin(text)
    assert reading.issuer is not None
    assert reading.issuer.value == "永嘉县人民检察院"


def test_a_weekly_of_an_authoritys_own_account_is_its_own() -> None:
    told = (
        "这周，吴兴分局再接再厉，湖州市公安局吴兴区分局抓获一批嫌疑人。\n\n"
        "**城东派出所**\n\n**“高薪兼职”？其实是帮骗子打电话！**\n\n"
        "5月2日，民警将涉嫌诈骗的张某抓获。张某已被依法刑事拘留。\n\n"
        "**城西派出所**\n\n**网购退款“秒到账”，他骗了两万**\n\n"
        "5月3日，民警将涉嫌诈骗的李某抓获。李某已被依法取保候审。"
    )

    reading = read_bulletin(exported("吴兴公安", "一周战报：吴兴公安抓了谁？", told))

    assert reading.issuer.value == "湖州市公安局吴兴区分局"
    assert [case.title.value for case in reading.cases] == [
        "“高薪兼职”？其实是帮骗子打电话！",
        "网购退款“秒到账”，他骗了两万",
    ]
