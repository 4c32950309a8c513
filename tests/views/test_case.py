"""The case page: facts beside the words that they come from, and nothing else."""

from __future__ import annotations

import re
from datetime import date

import pytest

from cases.models import Evidence, PrivacyDecision
from cases.shown import show
from tests.factories import (
    AmountFactory,
    BulletinFactory,
    CaseFactory,
    CopyFactory,
    EvidenceFactory,
)
from tests.views.test_list import visible

pytestmark = pytest.mark.django_db

TEXT = "2024年8月，运城公安机关抓获犯罪嫌疑人于某某等3人。"


def evidence(case, field, value, words, position=0, **fields) -> Evidence:
    """Evidence for a value at the first place of its words."""
    start = case.copy.text.index(words)
    return EvidenceFactory(
        case=case,
        field=field,
        value=value,
        start=start,
        end=start + len(words),
        position=position,
        **fields,
    )


def stretches(html: str) -> list[tuple[str, str, str]]:
    """The marked words of the passage: id, values, text."""
    return re.findall(
        r'<a class="words"\s+id="(.*?)".*?data-values="(.*?)">(.*?)</a>',
        html,
        re.DOTALL,
    )


def facts(html: str) -> dict[str, str]:
    """The facts of the page: label and values, in order."""
    rows = re.findall(r'<div class="fact.*?<dt>(.*?)</dt>(.*?)</div>', html, re.DOTALL)
    return {label: visible(values) for label, values in rows}


def test_each_fact_leads_to_its_words(page):
    case = CaseFactory(text=TEXT, people=3, is_published=True)
    evidence(case, "month", "2024-08", "2024年8月")
    evidence(case, "region", "140800", "运城")
    evidence(case, "people", 3, "3人")

    html = page(f"/en/cases/{case.pk}/")

    assert stretches(html) == [
        ("words-1", "month-1", "2024年8月"),
        ("words-2", "region-1", "运城"),
        ("words-3", "people-1", "3人"),
    ]
    assert facts(html) == {
        "Place": "Yuncheng, Shanxi more cases",
        "Authorities acted in": "August 2024",
        "Filed under": "Sabotaging a computer information system more cases",
        "Offenders caught or dealt with": "3 people",
        "Not stated": (
            "Handled by Offending took place Under criminal coercive measures "
            "Money Outcome Named in the text as"
        ),
    }
    assert '<a class="value" href="#words-1">August 2024</a>' in html
    assert 'id="people-1"' in html


def test_overlapping_words_belong_to_several_facts(page):
    case = CaseFactory(
        text="抓获3人，均被采取强制措施。", people=3, coercive=3, is_published=True
    )
    evidence(case, "people", 3, "抓获3人")
    evidence(case, "coercive", 3, "3人，均被采取强制措施")

    assert stretches(page(f"/en/cases/{case.pk}/")) == [
        ("words-1", "people-1", "抓获"),
        ("words-2", "people-1 coercive-1", "3人"),
        ("words-3", "coercive-1", "，均被采取强制措施"),
    ]


def test_words_of_a_heading_are_marked_in_the_title(page):
    case = CaseFactory(
        text="案例一：于某某诈骗案\n\n警方抓获于某某。",
        title="于某某诈骗案",
        offences=["fraud"],
        suspects=["于某某"],
        is_published=True,
    )
    evidence(case, "offences", "fraud", "诈骗")
    evidence(case, "suspects", "于某某", "于某某")
    evidence(case, "suspects", "于某某", "于某某。")

    html = page(f"/en/cases/{case.pk}/")

    assert stretches(html[html.index("<h1") : html.index("</h1>")]) == [
        ("words-1", "suspects-1", "于某某"),
        ("words-2", "offences-1", "诈骗"),
    ]
    passage = html[html.index('class="passage"') : html.index('class="facts"')]
    assert stretches(passage) == [("words-3", "suspects-1", "于某某。")]
    assert "案例一" not in html
    # The passage comes before the title.
    assert 'href="#words-3" lang="zh-Hans">于某某</a>' in html
    assert 'href="#words-2">Fraud' in html


def test_each_of_several_values_has_its_own_words(page):
    case = CaseFactory(
        text="于某某、王某诈骗，开设赌场。",
        offences=["fraud", "gambling"],
        suspects=["于某某", "王某"],
        is_published=True,
    )
    evidence(case, "offences", "fraud", "诈骗", position=0)
    evidence(case, "offences", "gambling", "开设赌场", position=1)
    evidence(case, "suspects", "王某", "王某", position=1)
    evidence(case, "suspects", "于某某", "于某某", position=0)

    assert stretches(page(f"/en/cases/{case.pk}/")) == [
        ("words-1", "suspects-1", "于某某"),
        ("words-2", "suspects-2", "王某"),
        ("words-3", "offences-1", "诈骗"),
        ("words-4", "offences-2", "开设赌场"),
    ]


def test_numbers_say_how_exact_they_are_and_what_they_count(page):
    case = CaseFactory(
        people=1,
        people_qualifier="inferred",
        occurred_from=date(2021, 1, 1),
        occurred_from_precision="year",
        is_published=True,
    )
    AmountFactory(case=case, yuan=10_000_000, qualifier="at-least")

    shown = facts(page(f"/en/cases/{case.pk}/"))

    assert shown["Money"] == "more than CN¥10 million involved"
    assert shown["Offenders caught or dealt with"] == (
        "1 person The text names one person and gives no number."
    )
    assert shown["Offending took place"] == "from 2021"
    assert facts(page(f"/cases/{case.pk}/"))["金额"] == "涉案金额1000余万元"


def test_a_number_counted_from_names_says_so(page):
    case = CaseFactory(people=4, people_qualifier="inferred", is_published=True)

    assert facts(page(f"/en/cases/{case.pk}/"))["Offenders caught or dealt with"] == (
        "4 people The text gives no number: counted from the names."
    )
    assert "4 named people dealt with" in page("/en/")


def test_a_month_that_is_not_stated_is_listed_elsewhere(page):
    case = CaseFactory(month=None, is_published=True)

    assert facts(page(f"/en/cases/{case.pk}/"))["Not stated"].endswith(
        "Listed under February 2025, when the bulletin was published."
    )


def test_a_case_without_a_title_says_so(page):
    case = CaseFactory(title=None, text=TEXT, is_published=True)

    html = page(f"/en/cases/{case.pk}/")

    assert "2024年8月，运城公安机关抓获犯罪嫌疑人于某某等3人</h1>" in html
    assert "The source gives no title" in html


def test_noise_and_redacted_words_are_not_on_the_page(page):
    text = "运城警方，广告加微信，抓获王小明等3人。"
    bulletin = BulletinFactory()
    copy = CopyFactory(bulletin=bulletin, text=text)
    noise, secret = (5, 11), (13, 16)
    shown = show(text, 0, len(text), [noise], [secret])
    case = CaseFactory(
        bulletin=bulletin,
        copy=copy,
        title="某案",
        noise=[noise],
        shown_text=shown.text,
        suspects=["███"],
        people=3,
        is_published=True,
    )
    PrivacyDecision.objects.create(
        copy=copy,
        start=secret[0],
        end=secret[1],
        kind="full-name",
        decision="redact",
        created_by=bulletin.created_by,
    )
    evidence(case, "suspects", "王小明", "王小明")
    evidence(case, "people", 3, "等3人")

    html = page(f"/en/cases/{case.pk}/")

    assert stretches(html) == [
        ("words-1", "suspects-1", "███"),
        ("words-2", "people-1", "等3人"),
    ]
    assert "王小明" not in html
    assert "广告" not in html


def test_evidence_that_an_editor_replaced_is_not_marked(page):
    case = CaseFactory(text=TEXT, is_published=True)
    evidence(case, "month", "2024-08", "2024年8月", is_current=False)

    assert stretches(page(f"/en/cases/{case.pk}/")) == []


def test_the_source_is_linked(page):
    case = CaseFactory(is_published=True)
    case.copy.url = "https://example.org/source"
    case.copy.save()

    html = page(f"/en/cases/{case.pk}/")

    assert f'href="/en/bulletins/{case.bulletin_id}/"' in html
    assert 'href="https://example.org/source" rel="external nofollow noopener"' in html


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_is_constant(client, django_assert_num_queries, number):
    case = CaseFactory(
        text="于某某、王某、李某。",
        offences=["fraud", "gambling", "theft"][:number],
        suspects=["于某某", "王某", "李某"][:number],
        is_published=True,
    )
    for position in range(number):
        AmountFactory(case=case, is_primary=position == 0)
        evidence(case, "suspects", "于某某", "于某某", position=position)

        CaseFactory(bulletin=case.bulletin, is_published=True)
        CopyFactory(bulletin=case.bulletin, url="https://example.org/again")

    # the case with all that its page shows; those around it
    with django_assert_num_queries(2):
        client.get(f"/cases/{case.pk}/")


def test_the_timeline_says_what_is_not_stated(page):
    case = CaseFactory(
        month=None,
        occurred_from=date(2022, 11, 1),
        occurred_from_precision="month",
        is_published=True,
    )

    html = page(f"/en/cases/{case.pk}/")

    timeline = html[html.index('class="timeline"') : html.index('class="case-more"')]
    assert visible(timeline[timeline.index("<ol>") :]).startswith(
        "Offending from November 2022 Authorities acted not stated "
        "Bulletin published 10 February 2025 Added here 1 March 2025"
    )


def test_an_article_that_the_text_cites_is_a_fact_with_its_words(page):
    case = CaseFactory(
        text="警方按《网络安全法》第二十一条、第五十九条给予警告。", is_published=True
    )

    html = page(f"/en/cases/{case.pk}/")

    assert facts(html)["Law that the text cites"] == "Cybersecurity Law, arts 21 and 59"
    assert stretches(html) == [
        ("words-1", "law-1", "《网络安全法》第二十一条、第五十九条")
    ]


def test_a_text_that_cites_no_article_misses_none(page):
    case = CaseFactory(is_published=True)

    assert "Law that the text cites" not in page(f"/en/cases/{case.pk}/")


def test_english_readers_are_told_the_authority_and_what_masked_names_are(page):
    case = CaseFactory(
        text="运城市公安局抓获于某某。",
        agency="运城市公安局",
        suspects=["于某某"],
        is_published=True,
    )

    english, chinese = page(f"/en/cases/{case.pk}/"), page(f"/cases/{case.pk}/")

    assert facts(english)["Handled by"] == (
        "Public Security Bureau of Yuncheng 运城市公安局"
    )
    assert facts(english)["Named in the text as"] == (
        "于某某 某 stands for a name that the source hides."
    )
    assert facts(chinese)["办案机关"] == "运城市公安局"
    assert "某 stands for" not in chinese


def test_english_readers_get_the_facts_in_a_line_above_the_title(page):
    case = CaseFactory(
        people=3, people_qualifier="about", outcomes=["arrested"], is_published=True
    )
    AmountFactory(case=case, kind="loss", yuan=300_000, qualifier="nearly")

    html = page(f"/en/cases/{case.pk}/")
    head = visible(html[html.index('class="case-head"') : html.index("</h1>")])

    assert head.removeprefix('class="case-head"> ') == (
        "Yuncheng, Shanxi · August 2024 · Sabotaging a computer information system · "
        "about 3 people caught · nearly CN¥300,000 lost "
        "于某某等人破坏计算机信息系统案"
    )
    assert "<title>Yuncheng, Shanxi · August 2024" in html


def test_coercive_measures_are_explained_in_english_alone(page):
    case = CaseFactory(outcomes=["criminal-coercive"], is_published=True)

    assert facts(page(f"/en/cases/{case.pk}/"))["Outcome"] == (
        "criminal coercive measures "
        "Detention, bail or another measure before trial; no conviction."
    )
    assert facts(page(f"/cases/{case.pk}/"))["处理结果"] == "采取刑事强制措施"
