"""Divisions as editors write them."""

from __future__ import annotations

from collections import defaultdict

import pytest
from django.core.exceptions import ValidationError

from cases.forms.places import RegionField, suggestions, written
from cases.models import Region
from tests.factories import region

pytestmark = pytest.mark.django_db

field = RegionField(required=False)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", None),
        ("  ", None),
        ("140800", "140800"),
        ("运城市", "140800"),
        ("运城", "140800"),
        ("山西省运城市", "140800"),
        ("山西运城", "140800"),
        ("山西省 运城市", "140800"),
        ("Yuncheng", "140800"),
        ("yuncheng", "140800"),
        ("北京", "110000"),
        ("北京市朝阳区", "110105"),
        ("北京朝阳", "110105"),
        ("长春市朝阳区", "220104"),
        ("吉林省长春市朝阳区", "220104"),
        ("济源市", "419001"),
        ("河南省济源市", "419001"),
        ("台湾", "710000"),
        ("Xi'an", "610100"),
        ("Lüliang", "141100"),
        ("luliang", "141100"),
    ],
)
def test_names_paths_and_codes_are_understood(typed, code):
    assert field.clean(typed) == code


@pytest.mark.parametrize("typed", ["朝阳区", "海宁港", "999999", "省"])
def test_what_is_ambiguous_or_unknown_is_refused(typed):
    with pytest.raises(ValidationError):
        field.clean(typed)


def test_an_ambiguous_name_is_answered_with_its_meanings():
    with pytest.raises(ValidationError) as caught:
        field.clean("朝阳区")

    assert "北京市朝阳区 (110105)" in caught.value.message
    assert "吉林省长春市朝阳区 (220104)" in caught.value.message


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("140000", "山西省"),
        ("140800", "山西省运城市"),
        ("140802", "山西省运城市盐湖区"),
        ("110000", "北京市"),
        ("110105", "北京市朝阳区"),
        ("419001", "河南省济源市"),
    ],
)
def test_a_division_is_written_from_the_province_down(code, expected):
    assert written(region(code)) == expected


def test_what_the_page_writes_is_understood_again():
    by_path = defaultdict(list)
    for one in Region.objects.select_related("province", "city"):
        by_path[written(one)].append(one)

    twice = {
        path: [one.code for one in found]
        for path, found in by_path.items()
        if sum(one.valid_to is None for one in found) > 1
    }

    assert twice == {}


def test_an_abolished_division_can_be_named():
    gone = Region.objects.filter(valid_to__isnull=False, level="county").first()

    assert field.clean(gone.code) == gone.code


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("运", "140800"),
        ("yunch", "140800"),
        ("1408", "140800"),
        ("Changzhi", "140400"),
        ("北京", "110000"),
    ],
)
def test_suggestions_begin_with_what_was_typed(typed, first):
    assert suggestions(typed)[0].code == first


def test_no_more_than_a_dozen_are_suggested_and_none_for_nothing():
    assert len(suggestions("a")) == 12
    assert suggestions("") == suggestions("  ") == suggestions("?") == []
