"""Regions and offence types in memory are those of the database."""

from __future__ import annotations

import pytest

from cases.models import OffenceType, Region
from cases.models.vocabularies import gazetteer, offences, read_again

pytestmark = pytest.mark.django_db


def test_divisions_are_kept_with_what_they_lie_in(django_assert_num_queries):
    with django_assert_num_queries(0):
        kept = gazetteer(["140802", None])
        yanhu = kept.by_code["140802"]

        assert kept.by_name["yanhu-qu"] is yanhu
        assert (yanhu.city.name, yanhu.province.name) == ("运城市", "山西省")
        assert kept.lines["140802"] == ("140802", "140800", "140000")
        # Laiwu is part of Jinan today.
        assert kept.lines["371200"] == ("371200", "370100", "370000")
        assert "140802" in kept.of_city["140800"]
        assert kept.of_city["140800"].count("140800") == 1
        assert len(kept.below[None]) == 34


@pytest.mark.parametrize("codes", [["140000"], ["370100", "110000"], ["140802"], []])
def test_what_lies_within_is_what_the_database_says(codes):
    assert gazetteer().within(codes) == Region.objects.codes_within(codes)


def test_an_unknown_key_makes_a_process_read_again():
    new = OffenceType.objects.create(
        slug="new",
        group="other",
        name_zh="新",
        name_en="New",
        aliases=[],
        legal_bases=[],
        position=1_000,
    )

    key = new.pk
    found = offences([key]).by_slug["new"]
    # So that no other test sees it.
    new.delete()
    read_again()

    assert found.pk == key
    assert "new" not in offences().by_slug
