"""Cards as HTML, and the one query that they are made from."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils.translation import override

from cases.models.cards import Card, Sum, cards
from cases.rendering import cards as rendering
from cases.rendering.passages import passages
from tests.factories import (
    AmountFactory,
    BulletinFactory,
    CaseFactory,
    CopyFactory,
    offence,
    region,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


def test_a_card_holds_what_a_list_shows_of_a_case():
    bulletin = BulletinFactory(issuer="运城警方", is_sample=True)
    case = CaseFactory(
        bulletin=bulletin,
        copy=CopyFactory(
            bulletin=bulletin, text="三人被抓。", url="https://a.example/"
        ),
        offences=["theft", "fraud"],
        people=3,
        people_qualifier="about",
        outcomes=["arrested"],
        noindex=True,
        is_published=True,
    )
    AmountFactory(case=case, is_primary=False, kind="loss", yuan=None, original="1美元")
    AmountFactory(case=case)

    [card] = cards([case.pk])

    assert card == Card(
        pk=case.pk,
        number=1,
        shown_title="于某某等人破坏计算机信息系统案",
        shown_text="三人被抓。",
        region=region("140800"),
        month=date(2024, 8, 1),
        people=3,
        people_qualifier="about",
        coercive=None,
        coercive_qualifier="exact",
        outcomes=["arrested"],
        noindex=True,
        bulletin_id=bulletin.pk,
        issuer="运城警方",
        published=date(2025, 2, 10),
        is_sample=True,
        url="https://a.example/",
        offences=(offence("theft"), offence("fraud")),
        amounts=(
            Sum("involved", 10_000, "", "exact", True),
            Sum("loss", None, "1美元", "exact", False),
        ),
    )


def test_cards_come_in_the_order_asked_for_and_only_of_published_cases():
    first, second = (CaseFactory(is_published=True) for _ in range(2))
    draft = CaseFactory()

    found = cards([second.pk, draft.pk, first.pk])

    assert [card.pk for card in found] == [second.pk, first.pk]
    assert cards([]) == []


def test_a_long_text_is_loaded_whole_only_to_search_in_it():
    case = CaseFactory(text="某" * 3_000, is_published=True)

    assert len(cards([case.pk])[0].shown_text) == 1_000
    assert len(cards([case.pk], is_whole=True)[0].shown_text) == 3_000


@pytest.mark.parametrize("number", [1, 20])
def test_cards_are_one_query(django_assert_num_queries, number):
    keys = [CaseFactory(is_published=True).pk for _ in range(number)]

    with django_assert_num_queries(1):
        html = rendering.cards(cards(keys))

    assert html.count("<article") == number


def test_an_english_card_has_its_facts_in_one_line():
    case = CaseFactory(
        text="警方抓获三人。",
        offences=["fraud", "theft"],
        people=3,
        coercive=2,
        outcomes=["criminal-coercive"],
        is_published=True,
    )
    AmountFactory(case=case)
    AmountFactory(case=case, kind="gain", is_primary=False)

    html = rendering.cards(cards([case.pk]))

    assert html == (
        '<article class="card">\n'
        f'<h2><a href="/en/cases/{case.pk}/"><span class="fact-line">'
        "Yuncheng, Shanxi · August 2024 · Fraud (including telecom and online fraud) · "
        '3 people caught · CN¥10,000 involved</span> <span lang="zh-Hans">'
        "于某某等人破坏计算机信息系统案</span></a></h2>\n"
        '<ul class="card-facts"><li><a class="tag group-property" '
        'href="/en/offences/theft/">Theft</a></li></ul>\n'
        '<p class="card-numbers"><span>Under criminal coercive measures <b>2 people</b>'
        "</span><span>Gained by the offenders <b>CN¥10,000</b></span></p>\n"
        '<p class="snippet" lang="zh-Hans">警方抓获三人。</p>\n'
        '<p class="card-source"><span>Police of Shanxi '
        '<span lang="zh-Hans">山西公安机关</span></span>\n'
        f'<a href="/en/bulletins/{case.bulletin_id}/">Bulletin of '
        "10 February 2025</a></p>\n</article>\n"
    )


def test_a_chinese_card_says_what_is_not_stated():
    case = CaseFactory(region=None, month=None, offences=[], is_published=True)

    with override("zh-hans"):
        html = rendering.cards(cards([case.pk]))

    place, month = "<li>地区未说明</li>", "<li>月份未说明</li>"
    assert f'<ul class="card-facts">{place}\n{month}\n</ul>' in html


def test_words_searched_for_are_marked_and_the_rest_is_escaped():
    case = CaseFactory(title="<i>刷单案", text="警方<b>查明刷单。", is_published=True)

    html = rendering.cards(cards([case.pk], is_whole=True), ["刷单"])

    assert "&lt;i&gt;<mark>刷单</mark>案" in html
    assert "警方&lt;b&gt;查明<mark>刷单</mark>。" in html


def test_a_bulletin_tells_its_cases_with_their_whole_text():
    case = CaseFactory(
        title="甲案", text="甲案\n警方<查明>。\n\n抓获三人。", is_published=True
    )

    html = passages(cards([case.pk], is_whole=True))

    assert '<section class="bulletin-case" id="case-1">' in html
    assert f'<h2 lang="zh-Hans"><a href="/en/cases/{case.pk}/">甲案</a></h2>' in html
    assert (
        '<div class="passage" lang="zh-Hans"><p>警方&lt;查明&gt;。</p>\n\n'
        "<p>抓获三人。</p></div>"
    ) in html
