"""Regions and offence types, as loaded from the reader's data files."""

from __future__ import annotations

import csv

import pytest
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction
from django.utils.translation import override

from cases.actions.vocabularies import DATA, load_vocabularies
from cases.models import OffenceType, Region
from tests.factories import offence, region

pytestmark = pytest.mark.django_db


def test_loading_twice_changes_nothing():
    before = list(Region.objects.values()), list(OffenceType.objects.values())

    load_vocabularies()

    assert (list(Region.objects.values()), list(OffenceType.objects.values())) == before


def test_a_changed_name_comes_back():
    Region.objects.filter(code="140800").update(name="另一名称")

    load_vocabularies()

    assert region("140800").name == "运城市"


def test_every_offence_type_of_the_list_is_there_in_its_order():
    with DATA.joinpath("offence-types.csv").open(encoding="utf-8", newline="") as file:
        expected = [row["slug"] for row in csv.DictReader(file)]

    assert list(OffenceType.objects.values_list("slug", flat=True)) == expected


def test_names_follow_the_language_of_the_page():
    with override("en"):
        assert region("140800").label() == "Yuncheng"
        assert offence("extortion").label() == "Extortion"
    with override("zh-hans"):
        assert region("140800").label() == "运城市"
        assert offence("extortion").label() == "敲诈勒索"


@pytest.mark.parametrize(
    ("code", "province", "city"),
    [
        ("140800", "140000", "140800"),
        ("140802", "140000", "140800"),
        ("140000", "140000", None),
        ("110105", "110000", "110000"),
        ("429004", "420000", "429004"),
        ("710000", "710000", "710000"),
    ],
)
def test_a_region_knows_its_province_and_city(code, province, city):
    found = region(code)

    assert (found.province_id, found.city_id) == (province, city)


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("region_code_has_six_digits", {"code": "14"}),
        ("region_only_provinces_lack_a_parent", {"level": "city", "parent_id": None}),
    ],
)
def test_a_region_that_cannot_be_is_refused(constraint, fields):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Region.objects.create(
            **{
                "code": "999900",
                "name": "某市",
                "short_name": "某",
                "aliases": [],
                "name_en": "X",
                "pinyin": "x",
                "slug": "x",
                "level": "city",
                "parent_id": "140000",
                "province_id": "140000",
            }
            | fields
        )


def test_an_offence_type_belongs_to_a_known_group():
    with (
        pytest.raises(IntegrityError, match="offence_group_is_known"),
        transaction.atomic(),
    ):
        OffenceType.objects.filter(slug="fraud").update(group="crime")


def test_the_migrations_make_the_two_roles():
    roles = {
        group.name: sorted(group.permissions.values_list("codename", flat=True))
        for group in Group.objects.all()
    }

    assert roles == {
        "editor": ["import_bulletin", "review_case"],
        "publisher": [
            "import_bulletin",
            "override_privacy",
            "publish_case",
            "review_case",
            "withdraw_case",
        ],
    }
