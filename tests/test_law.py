"""What the law says of offence types: complete, in both languages, by version."""

from __future__ import annotations

import re

import pytest
from django.utils.translation import override

from cases.law import (
    ARTICLES,
    DEFINITIONS,
    IN_FORCE,
    LegalBasis,
    definition,
    legal_bases,
)
from cases.models import OffenceType
from tests.factories import offence

pytestmark = pytest.mark.django_db
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def named() -> set[tuple[str, str, str]]:
    """(law, version, article) of every basis in the list of offences."""
    bases = OffenceType.objects.values_list("legal_bases", flat=True)
    parts = [basis.partition(":") for each in bases for basis in each]
    return {(*law.partition("@")[::2], article) for law, _colon, article in parts}


def test_every_type_has_a_definition_in_both_languages():
    assert set(DEFINITIONS) == set(OffenceType.objects.values_list("slug", flat=True))
    assert [
        row["slug"]
        for row in DEFINITIONS.values()
        if not CHINESE.search(row["zh"]) or not row["en"] or CHINESE.search(row["en"])
    ] == []


def test_every_article_named_is_explained_and_no_other():
    assert set(ARTICLES) == named()
    assert [row for row in ARTICLES.values() if not (row["zh"] and row["en"])] == []


def test_every_version_named_has_its_days():
    assert set(IN_FORCE) == {(law, version) for law, version, _ in named() if version}


def test_a_definition_is_in_the_language_of_the_page():
    with override("en"):
        assert definition(offence("drugs")).startswith("Smuggling, dealing in")
    with override("zh-hans"):
        assert definition(offence("drugs")).startswith("走私、贩卖")


def test_a_changed_law_has_an_article_for_each_version():
    with override("en"):
        assert legal_bases(offence("security-duty-failure"))[1:] == [
            LegalBasis(
                "Cybersecurity Law",
                "in force from 1 June 2017 to 31 December 2025",
                "art. 59",
                "Liability for not performing network-security duties",
                "不履行网络安全保护义务的法律责任",
                is_in_force=False,
            ),
            LegalBasis(
                "Cybersecurity Law",
                "in force since 1 January 2026",
                "art. 61",
                "Liability for not performing network-security duties",
                "不履行网络安全保护义务的法律责任",
                is_in_force=True,
            ),
        ]


@pytest.mark.parametrize(
    ("slug", "english", "chinese"),
    [
        ("illegal-intrusion", "art. 285(1)", "第285条第1款"),
        ("aiding-network-crime", "art. 287-2", "第287条之二"),
        ("online-rumour", "art. 291-1(2)", "第291条之一第2款"),
        ("intellectual-property", "arts 213–219", "第213条至第219条"),
    ],
)
def test_articles_are_written_as_each_language_does(slug, english, chinese):
    with override("en"):
        assert legal_bases(offence(slug))[0].article == english
    with override("zh-hans"):
        assert legal_bases(offence(slug))[0].article == chinese
