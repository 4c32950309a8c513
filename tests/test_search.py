"""Folding, query words, snippets; and that the database finds what a scan finds."""

from __future__ import annotations

import unicodedata

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from cases.models import Case
from cases.models.search_terms import Term, read_terms
from cases.search import (
    LONGEST_QUERY,
    Piece,
    find,
    fold,
    grams,
    highlight,
    read_query,
    snippet,
)
from tests.factories import BulletinFactory, CaseFactory, CopyFactory, offence, region

ANY_TEXT = st.text(max_size=40)
# Few characters, so that matches happen: Han of both scripts, letters, digits,
# separators of all kinds, a ligature, a diacritic, a surrogate, a zero width.
DENSE_TEXT = st.text("网网絡络诈騙aaAI1２ \n，“”%_\\ﬁü\u0308\u200b\ud800█", max_size=24)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("網絡詐騙", "网络诈骗"),  # traditional
        ("ＡＢｃ１２３", " abc 123"),  # width and case
        ("网\u200b络\ufeff", "网络"),  # zero width
        ("网 络\u3000诈\t骗", "网络诈骗"),  # white space between Han
        ("2024 年 3 月", " 2024年 3月"),  # and beside Han
        ("使用 AI 技术", "使用 ai技术"),
        ("组织“网络水军”刷量", "组织网络水军刷量"),  # quotation marks stand inside
        ("涉案，1.5亿元。", "涉案 1 5亿元"),  # everything else parts
        ("标题\n正文", "标题 正文"),  # a line end parts
        ("Lüliang Lu\u0308liang", " luliang luliang"),  # diacritics
        ("二〇二四", "二〇二四"),
        ("①", " 1"),
        ("███", ""),  # blacked out
        ("，。 \n", ""),
    ],
)
def test_folding(text, folded):
    assert fold(text).text == folded


@given(ANY_TEXT)
def test_folding_twice_changes_no_letter(text):
    once = fold(text).text

    assert fold(once).text.replace(" ", "") == once.replace(" ", "")


@given(ANY_TEXT, ANY_TEXT)
def test_folding_parts_is_folding_the_whole_but_for_spaces(one, other):
    parts = fold(one).text + fold(other).text

    assert fold(one + other).text.replace(" ", "") == parts.replace(" ", "")


@given(st.one_of(ANY_TEXT, DENSE_TEXT))
def test_every_folded_character_knows_its_origin(text):
    folded = fold(text)

    for at, character in enumerate(folded.text):
        origin = text[folded.starts[at] : folded.ends[at]]
        if character == " ":
            assert origin == ""
        else:
            assert character in fold(origin).text


@given(st.one_of(ANY_TEXT, DENSE_TEXT))
def test_spaces_stand_single_and_never_at_the_end(text):
    folded = fold(text).text

    assert "  " not in folded
    assert not folded.endswith(" ")
    assert all(
        character == " " or unicodedata.category(character)[0] in "LN"
        for character in folded
    )


def test_a_query_is_parted_by_white_space():
    query = read_query(" 加油机　芯片\tAI ")

    assert query.typed == "加油机 芯片 AI"
    assert query.folded_words == ("加油机", "芯片", " ai")
    assert not query.is_cut


@pytest.mark.parametrize(
    "typed", ["", "  ", "，。！", "%", "_", "\\", "\x00", "\ud800"]
)
def test_a_query_without_letter_or_digit_asks_for_nothing(typed):
    assert read_query(typed).words == ()


def test_a_query_that_is_too_long_is_cut():
    query = read_query("骗" * 5000)

    assert query.is_cut
    assert query.folded_words == ("骗" * LONGEST_QUERY,)


@pytest.mark.parametrize(
    ("word", "lexemes"),
    [
        ("骗", ("'骗':*",)),
        ("诈骗", ("'诈骗'",)),
        (" ai", ("'ai'",)),
        ("坏 计", ("'坏 '", "'计':*")),
        ("破坏 计算", ("'破坏'", "'坏 '", "'计算'")),
    ],
)
def test_lexemes_of_a_word(word, lexemes):
    assert grams(word) == lexemes


@given(DENSE_TEXT, DENSE_TEXT)
def test_what_is_found_folds_to_the_word(text, typed):
    folded, word = fold(text), fold(typed).text
    if not word:
        return

    found = find(folded, [word])

    assert bool(found) == (word in folded.text)
    assert all(
        word.strip() in fold(text[start:end]).text.lstrip() for start, end in found
    )


@given(DENSE_TEXT, st.lists(DENSE_TEXT, max_size=3))
def test_highlighted_pieces_put_together_are_the_text(text, typed):
    words = [word for word in (fold(one).text for one in typed) if word]

    assert "".join(piece.text for piece in highlight(text, words)) == text


def test_a_highlight_lands_on_the_original_words():
    assert highlight("利用ＡＩ技術 生成“虛假”圖像", [" ai", "虚假图像"]) == [
        Piece("利用", False),
        Piece("ＡＩ", True),
        Piece("技術 生成“", False),
        Piece("虛假”圖像", True),
    ]


def test_a_snippet_starts_at_the_sentence_of_its_first_hit():
    text = "警方接到报案后立案侦查。" * 4 + "嫌疑人改动加油机芯片。" + "已移送。" * 20

    assert snippet(text, ["芯片"], length=20) == [
        Piece("…", False),
        Piece("嫌疑人改动加油机", False),
        Piece("芯片", True),
        Piece("。已移送。已移送。已", False),
        Piece("…", False),
    ]


def test_a_snippet_without_a_hit_is_the_beginning():
    assert snippet("警方通报。\n案情如下。", ["芯片"]) == [
        Piece("警方通报。 案情如下。", False)
    ]


def term(typed: str) -> Term:
    """The words of a query as text alone, whatever they may be the name of."""
    return Term(typed, read_query(typed).folded_words)


def use_the_text_index() -> None:
    """So few rows would be read one by one, until the test's transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        for order in ("order", "place", "month", "date", "added"):
            cursor.execute(f"DROP INDEX case_public_{order}")


class TestDatabaseAgainstAPlainScan(TestCase):
    """The index finds exactly the cases whose folded text has the folded word."""

    @given(st.lists(DENSE_TEXT, min_size=1, max_size=4), DENSE_TEXT)
    @settings(
        max_examples=150,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    def test_search(self, texts, typed):
        bulletin = BulletinFactory()
        copy = CopyFactory(bulletin=bulletin)
        for text in texts:
            CaseFactory(
                bulletin=bulletin,
                copy=copy,
                offences=[],
                region=None,
                is_published=True,
                search_text=fold(text).text,
            )
        words = read_query(typed).folded_words
        use_the_text_index()

        found = Case.objects.published().search([term(typed)] if words else [])

        assert sorted(case.search_text for case in found) == sorted(
            fold(text).text
            for text in texts
            if all(word in fold(text).text for word in words)
        )


@pytest.mark.django_db
def test_the_index_answers_a_search():
    use_the_text_index()

    plan = Case.objects.published().search([term("芯片")]).explain()

    assert "Bitmap Index Scan on case_search_text" in plan


def found(typed: str) -> list[str]:
    """The titles that a query finds, in the usual order."""
    terms = read_terms(read_query(typed))
    cases = Case.objects.published().search(terms).by_month()
    return [case.title for case in cases]


@pytest.mark.django_db
def test_all_words_must_match():
    CaseFactory(title="加油机案", text="改动芯片。", is_published=True)
    CaseFactory(title="芯片案", text="别的事。", is_published=True)

    assert found("芯片 加油机") == ["加油机案"]


@pytest.mark.django_db
def test_latin_words_and_numbers_match_at_their_start():
    CaseFactory(title="甲", text="利用AI技术，抓获53人。", is_published=True)
    CaseFactory(title="乙", text="Shanghai警方抓获3人。", is_published=True)

    assert found("ai") == ["甲"]
    assert found("3人") == ["乙"]


@pytest.mark.django_db
def test_a_place_name_finds_what_lies_in_the_place():
    CaseFactory(
        title="盐湖区一案",
        text="文中无地名。",
        region=region("140802"),
        is_published=True,
    )
    CaseFactory(
        title="外省提及",
        text="山西口音的人。",
        region=region("110000"),
        is_published=True,
    )
    CaseFactory(
        title="无关", text="文中无地名。", region=region("110000"), is_published=True
    )

    assert found("山西") == ["外省提及", "盐湖区一案"]
    assert found("Shanxi") == ["盐湖区一案"]
    assert found("運城市") == ["盐湖区一案"]


@pytest.mark.django_db
def test_a_name_of_several_words_is_one_term():
    case = CaseFactory(
        title="甲", text="文中无地名。", region=region("150100"), is_published=True
    )

    terms = read_terms(read_query("inner mongolia 地名"))

    assert [(one.typed, one.words) for one in terms] == [
        ("inner mongolia", (" inner", " mongolia")),
        ("地名", ("地名",)),
    ]
    assert list(Case.objects.search(terms)) == [case]


@pytest.mark.django_db
def test_an_offence_name_or_alias_finds_what_is_filed_under_it():
    CaseFactory(
        title="甲",
        text="出借银行卡。",
        offences=["fraud", "aiding-network-crime"],
        is_published=True,
    )
    CaseFactory(title="乙", text="别的事。", offences=["fraud"], is_published=True)

    assert found("帮信") == ["甲"]
    assert found("fraud") == ["乙", "甲"]


@pytest.mark.django_db
def test_relevance_puts_the_title_first():
    CaseFactory(title="甲", text="先说别的，然后说加油机。", is_published=True)
    CaseFactory(title="加油机案", text="别的。", is_published=True)
    CaseFactory(title="乙", text="加油机。", is_published=True)
    terms = read_terms(read_query("加油机"))

    cases = Case.objects.published().search(terms).by_relevance(["加油机"])

    assert [case.title for case in cases] == ["加油机案", "乙", "甲"]


@pytest.mark.django_db
def test_names_follow_the_row_that_they_belong_to():
    row = offence("gambling")
    row.aliases = ["網賭"]
    row.save()

    row.refresh_from_db()
    assert "网赌" in row.search_names
    assert "开设赌场" in row.search_names
