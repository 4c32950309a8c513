"""Brings regions and offence types from the reader's data files into the database."""

from __future__ import annotations

import csv
from importlib.resources import files
from io import StringIO

from django.db import transaction

from cases.models import OffenceType, Region, vocabularies
from cases.models.search_terms import read_names

DATA = files("cases.reader").joinpath("data")


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(DATA.joinpath(name).read_text("utf-8"))))


def _parts(joined: str) -> list[str]:
    return [part for part in joined.split("|") if part]


@transaction.atomic
def load_vocabularies() -> tuple[int, int]:
    """Make the database's regions and offence types those of the data files.

    Rows are added or updated, never deleted: a published case may point to one
    that a newer file leaves out. Returns the numbers of regions and of offence
    types in the files. Running it twice changes nothing.
    """
    regions = [
        Region(
            code=row["code"],
            name=row["name"],
            short_name=row["short_name"],
            aliases=_parts(row["aliases"]),
            name_en=row["name_en"],
            pinyin=row["pinyin"],
            slug=row["slug"],
            level=row["level"],
            parent_id=row["parent"] or None,
            province_id=row["province"],
            city_id=row["city"] or None,
            valid_to=row["valid_to"] or None,
            successor_id=row["successor"] or None,
        )
        for row in _rows("regions.csv")
    ]
    Region.objects.bulk_create(
        regions,
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=[
            field.name for field in Region._meta.concrete_fields if field.name != "code"
        ],
    )
    offence_types = [
        OffenceType(
            slug=row["slug"],
            group=row["group"],
            name_zh=row["name_zh"],
            name_en=row["name_en"],
            aliases=_parts(row["aliases"]),
            legal_bases=_parts(row["legal_bases"]),
            position=position,
        )
        for position, row in enumerate(_rows("offence-types.csv"))
    ]
    OffenceType.objects.bulk_create(
        offence_types,
        update_conflicts=True,
        unique_fields=["slug"],
        update_fields=[
            "group",
            "name_zh",
            "name_en",
            "aliases",
            "legal_bases",
            "position",
            "search_names",
        ],
    )
    vocabularies.read_again()
    read_names()
    return len(regions), len(offence_types)
