"""Administrative divisions of China."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import connection, models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cases.models.addresses import address
from cases.models.names import SearchNamesField
from cases.search import fold

# Upwards an abolished division goes to what took its place, else to its parent.
WITHIN = """
WITH RECURSIVE below AS (
    SELECT code FROM cases_region WHERE code = ANY(%s)
    UNION
    SELECT region.code FROM cases_region AS region
    JOIN below ON coalesce(region.successor_id, region.parent_id) = below.code
)
SELECT code FROM below
"""


class RegionQuerySet(models.QuerySet["Region"]):
    """Reads of divisions, up and down their tree."""

    def codes_within(self, codes: Iterable[str]) -> frozenset[str]:
        """These codes and all that lie below them, one query.

        What an abolished division held lies below its successor; below its old
        parent only when it has none.
        """
        with connection.cursor() as cursor:
            cursor.execute(WITHIN, [list(codes)])
            return frozenset(code for (code,) in cursor.fetchall())

    def named(self, words: str) -> RegionQuerySet:
        """Divisions of which a name holds the words, folded and without spaces."""
        wanted = fold(words).text.replace(" ", "")
        if not wanted:
            return self.none()
        joined = models.Func(
            "search_names",
            template="replace(array_to_string(%(expressions)s, '|'), ' ', '')",
            output_field=models.TextField(),
        )
        return self.alias(joined=joined).filter(joined__contains=wanted)


class Region(models.Model):
    """A division by its GB/T 2260 code, loaded from the reader's regions.csv.

    ``city`` is the prefecture-level unit that the division belongs to: the unit
    itself for a municipality, Hong Kong, Macao, Taiwan and directly administered
    counties; null for the other provinces. Codes are never calculated with:
    parents are rows. An abolished division has ``valid_to`` (the year) and, when
    one took its place, ``successor``; filters follow the successor.
    """

    class Level(models.TextChoices):
        PROVINCE = "province", _("province")
        CITY = "city", _("city")
        COUNTY = "county", _("county")

    code = models.CharField(_("code"), max_length=6, primary_key=True)
    name = models.CharField(_("name"), max_length=40)
    short_name = models.CharField(_("short name"), max_length=40)
    aliases = ArrayField(models.CharField(max_length=80), verbose_name=_("aliases"))
    name_en = models.CharField(_("English name"), max_length=120)
    pinyin = models.CharField(_("pinyin"), max_length=120)
    slug = models.SlugField(_("slug"), max_length=120, unique=True)
    level = models.CharField(_("level"), max_length=8, choices=Level.choices)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="children"
    )
    province = models.ForeignKey("self", models.PROTECT, related_name="+")
    city = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    valid_to = models.PositiveSmallIntegerField(_("abolished in"), null=True)
    successor = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="predecessors"
    )
    search_names = SearchNamesField()

    objects = RegionQuerySet.as_manager()

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        ordering = ["pinyin", "code"]
        indexes = [GinIndex(fields=["search_names"], name="region_search_names")]
        constraints = [
            models.CheckConstraint(
                name="region_code_has_six_digits",
                condition=models.Q(code__regex=r"^[0-9]{6}$"),
            ),
            models.CheckConstraint(
                name="region_only_provinces_lack_a_parent",
                condition=models.Q(level="province", parent__isnull=True)
                | (~models.Q(level="province") & models.Q(parent__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The public page of the division."""
        return address("region", self.slug)

    def names(self) -> list[str]:
        """What a reader may call it: Chinese, English and pinyin, with spaces or
        without."""
        return [
            self.name,
            self.short_name,
            *self.aliases,
            self.name_en,
            self.pinyin,
            self.pinyin.replace(" ", ""),
            self.slug.replace("-", " "),
            self.slug.replace("-", ""),
        ]

    @property
    def above_id(self) -> str | None:
        """The code of what it lies in today: its successor, else its parent."""
        return self.successor_id or self.parent_id

    def label(self) -> str:
        """The name in the language of the page."""
        return self.label_in(get_language())

    def label_in(self, language: str | None) -> str:
        """The name in a language, for who names many."""
        return self.name_en if language == "en" else self.name
