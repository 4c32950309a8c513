"""The controlled list of what cases are filed under."""

from __future__ import annotations

import re

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cases.models.addresses import address
from cases.models.names import SearchNamesField

# 网络赌博；开设赌场 and 诈骗（含电信网络诈骗） are each of their parts.
NAME_PARTS = re.compile(r"[；;（）()]")


class OffenceType(models.Model):
    """An entry of offence-types.csv: what a case is filed under, no finding of law.

    ``legal_bases`` are "law@version:article" strings (刑法:285(1),
    网络安全法@2026:61); a law without a version is the one in force.
    ``position`` is the entry's place in the list.
    """

    class Group(models.TextChoices):
        COMPUTER_SYSTEMS = "computer-systems", _("Computer systems")
        NETWORK_SERVICES = "network-services", _("Network services")
        PERSONAL_DATA = "personal-data", _("Personal data")
        PROPERTY = "property", _("Property")
        MARKET = "market", _("Market order")
        PUBLIC_ORDER = "public-order", _("Public order")
        OTHER = "other", _("Other offences")

    slug = models.SlugField(_("slug"), unique=True)
    group = models.CharField(_("group"), max_length=20, choices=Group.choices)
    name_zh = models.CharField(_("Chinese name"), max_length=100)
    name_en = models.CharField(_("English name"), max_length=150)
    aliases = ArrayField(models.CharField(max_length=40), verbose_name=_("aliases"))
    legal_bases = ArrayField(
        models.CharField(max_length=60), verbose_name=_("legal bases")
    )
    position = models.PositiveSmallIntegerField(_("position"), unique=True)
    search_names = SearchNamesField()

    class Meta:
        verbose_name = _("offence type")
        verbose_name_plural = _("offence types")
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                name="offence_group_is_known",
                condition=models.Q(
                    group__in=[
                        "computer-systems",
                        "network-services",
                        "personal-data",
                        "property",
                        "market",
                        "public-order",
                        "other",
                    ]
                ),
            )
        ]

    def __str__(self) -> str:
        return self.name_zh

    def get_absolute_url(self) -> str:
        """The public page of the offence type."""
        return address("offence", self.slug)

    def names(self) -> list[str]:
        """What a reader may call it: whole names, their parts, aliases."""
        whole = [self.name_zh, self.name_en]
        parts = [part for name in whole for part in NAME_PARTS.split(name)]
        return [*whole, *parts, *self.aliases, self.slug.replace("-", " ")]

    def label(self) -> str:
        """The name in the language of the page."""
        return self.label_in(get_language())

    def label_in(self, language: str | None) -> str:
        """The name in a language, for who names many."""
        return self.name_en if language == "en" else self.name_zh
