"""Cases, what they are filed under, and their sums of money."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.models.addresses import address
from cases.models.bulletins import Bulletin, Copy
from cases.models.case_queries import CaseQuerySet
from cases.models.offences import OffenceType
from cases.models.regions import Region

# What counting a list reads beside the column that an index is ordered by.
COUNTED_WITH_PLACE = ["month", "offence_ids", "traits", "campaign", "bulletin"]
COUNTED_WITH_MONTH = [
    "region",
    "listed_month",
    "offence_ids",
    "traits",
    "campaign",
    "bulletin",
]


class Qualifier(models.TextChoices):
    """How exact a number is, by the words around it."""

    EXACT = "exact", _("exact")
    ABOUT = "about", _("about")  # 约
    AT_LEAST = "at-least", _("at least")  # 余, 多, 上, 超
    NEARLY = "nearly", _("nearly")  # 近, 不到
    INFERRED = "inferred", _("inferred")  # one named offender and no number: 1


class Case(models.Model):
    """One concrete matter: the unit of the catalogue.

    The passage is [passage_start, passage_end) of ``copy.text`` in code points,
    ``noise`` the [start, end) ranges inside it that are left out. ``shown_title``
    and ``shown_text`` are title and passage without noise and with redacted spans
    blacked out; ``search_text`` is their folded form: everything public reads
    these three and nothing of the copy. ``title`` is null when the source gave
    none. ``month`` is the first of the month of the first dated action by the
    authorities; ``listed_month`` is that, else the month of publication, else of
    import, as ``listed_month_basis`` says. ``cautions`` are the reader's remarks
    (field, code, values, doubtful), ``checked_fields`` those that an editor has
    looked at, and the contradictions that one confirmed. ``opening`` is the
    beginning of the passage, squashed, and ``opening_prints`` a few hashes of its
    parts: by them a repost is known. ``status_reason`` of a withdrawn case is
    public. What lists narrow and count by stands in four more columns, which triggers
    fill: ``offence_ids``, ``traits`` (bits, see cases.models.marks), ``campaign`` and
    ``bulletin_published``; writing to them does nothing.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")
        REJECTED = "rejected", _("rejected")
        WITHDRAWN = "withdrawn", _("withdrawn")

    class ListedMonthBasis(models.TextChoices):
        STATED = "stated", _("stated in the text")
        PUBLISHED = "published", _("month of publication")
        IMPORTED = "imported", _("month of import")

    class Precision(models.TextChoices):
        MONTH = "month", _("month")
        YEAR = "year", _("year")

    class Outcome(models.TextChoices):
        CONVICTED = "convicted", _("convicted")
        PROSECUTED = "prosecuted", _("prosecuted")
        CRIMINAL_COERCIVE = "criminal-coercive", _("criminal coercive measures")
        ADMINISTRATIVE_DETENTION = (
            "administrative-detention",
            _("administrative detention"),
        )
        ADMINISTRATIVE_PENALTY = "administrative-penalty", _("administrative penalty")
        ACCOUNT_CLOSURE = "account-closure", _("account closed or restricted")
        ARRESTED = "arrested", _("caught")  # 抓获; in Chinese law arrest is 逮捕
        INVESTIGATING = "investigating", _("under investigation")

    bulletin = models.ForeignKey(Bulletin, models.CASCADE, related_name="cases")
    copy = models.ForeignKey(Copy, models.PROTECT, related_name="cases")
    number = models.PositiveSmallIntegerField(_("number"))
    title = models.CharField(_("title"), max_length=300, null=True, blank=True)  # noqa: DJ001 -- null: the source gave none
    passage_start = models.PositiveIntegerField(_("passage start"))
    passage_end = models.PositiveIntegerField(_("passage end"))
    noise = models.JSONField(_("noise"), default=list, blank=True)

    region = models.ForeignKey(
        Region, models.PROTECT, null=True, blank=True, verbose_name=_("region")
    )
    agency = models.CharField(_("agency"), max_length=120, blank=True)
    month = models.DateField(_("month"), null=True, blank=True)
    listed_month = models.DateField(_("listed month"))
    listed_month_basis = models.CharField(
        _("basis of the listed month"), max_length=10, choices=ListedMonthBasis.choices
    )
    occurred_from = models.DateField(_("occurred from"), null=True, blank=True)
    occurred_from_precision = models.CharField(
        _("precision"), max_length=5, choices=Precision.choices, blank=True
    )
    occurred_to = models.DateField(_("occurred to"), null=True, blank=True)
    occurred_to_precision = models.CharField(
        _("precision"), max_length=5, choices=Precision.choices, blank=True
    )
    people = models.PositiveIntegerField(_("people"), null=True, blank=True)
    people_qualifier = models.CharField(
        _("people qualifier"),
        max_length=8,
        choices=Qualifier.choices,
        default=Qualifier.EXACT,
    )
    coercive = models.PositiveIntegerField(
        _("under criminal coercive measures"), null=True, blank=True
    )
    coercive_qualifier = models.CharField(
        _("coercive qualifier"),
        max_length=8,
        choices=Qualifier.choices,
        default=Qualifier.EXACT,
    )
    outcomes = ArrayField(
        models.CharField(max_length=24, choices=Outcome.choices),
        verbose_name=_("outcomes"),
        default=list,
        blank=True,
    )
    suspects = ArrayField(
        models.CharField(max_length=60),
        verbose_name=_("suspects as printed"),
        default=list,
        blank=True,
    )
    abroad = models.BooleanField(_("abroad"), default=False)
    offence_types = models.ManyToManyField(
        OffenceType, through="CaseOffence", related_name="cases"
    )

    shown_title = models.CharField(_("shown title"), max_length=300, blank=True)
    shown_text = models.TextField(_("shown text"), blank=True)
    search_text = models.TextField(_("search text"), blank=True)

    opening = models.CharField(_("opening"), max_length=150, blank=True)
    opening_prints = ArrayField(
        models.IntegerField(),
        verbose_name=_("prints of the opening"),
        default=list,
        blank=True,
    )
    cautions = models.JSONField(_("cautions"), default=list, blank=True)
    checked_fields = ArrayField(
        models.CharField(max_length=20),
        verbose_name=_("checked fields"),
        default=list,
        blank=True,
    )

    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.DRAFT
    )
    status_at = models.DateTimeField(_("status since"), null=True, blank=True)
    status_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    status_reason = models.TextField(_("reason"), blank=True)
    published_at = models.DateTimeField(_("first published at"), null=True, blank=True)
    noindex = models.BooleanField(_("kept from search engines"), default=False)
    created_at = models.DateTimeField(_("added at"), auto_now_add=True)

    # Kept by triggers, of published cases only (migration 0014).
    offence_ids = ArrayField(models.IntegerField(), null=True, editable=False)
    traits = models.BigIntegerField(null=True, editable=False)
    campaign = models.CharField(max_length=60, null=True, editable=False)  # noqa: DJ001 -- null: not published
    bulletin_published = models.DateField(null=True, editable=False)

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        ordering = ["-listed_month", "-pk"]
        permissions = [
            ("review_case", _("Can correct, redact, reject and return cases")),
            ("publish_case", _("Can publish cases")),
            ("withdraw_case", _("Can withdraw published cases")),
            ("override_privacy", _("Can publish in spite of a privacy flag")),
        ]
        indexes = [
            models.Index(
                fields=["-listed_month", "-id"],
                condition=Q(status="published"),
                name="case_public_order",
            ),
            # The next two hold all that counting needs, so that lists of places and
            # months are counted without reading a case.
            models.Index(
                F("region"),
                F("listed_month").desc(),
                F("id").desc(),
                condition=Q(status="published"),
                include=COUNTED_WITH_PLACE,
                name="case_public_place",
            ),
            models.Index(
                fields=["month", "id"],
                condition=Q(status="published"),
                include=COUNTED_WITH_MONTH,
                name="case_public_month",
            ),
            models.Index(
                F("bulletin_published").desc(nulls_last=True),
                F("id").desc(),
                condition=Q(status="published"),
                name="case_public_date",
            ),
            models.Index(
                fields=["-published_at", "-id"],
                condition=Q(status="published"),
                name="case_public_added",
            ),
            # Of all cases, so that it may meet with the text index (migration 0019).
            models.Index(fields=["month"], name="case_month"),
            GinIndex(fields=["opening_prints"], name="case_opening_prints"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["bulletin", "number"], name="case_number_is_unique_in_bulletin"
            ),
            models.CheckConstraint(
                name="case_passage_is_a_range",
                condition=Q(passage_start__lt=F("passage_end")),
            ),
            models.CheckConstraint(
                name="case_month_is_a_first",
                condition=Q(month__isnull=True) | Q(month__day=1),
            ),
            models.CheckConstraint(
                name="case_listed_month_is_a_first", condition=Q(listed_month__day=1)
            ),
            models.CheckConstraint(
                name="case_listed_month_agrees_with_its_basis",
                condition=(
                    Q(
                        listed_month_basis="stated",
                        month__isnull=False,
                        listed_month=F("month"),
                    )
                    | Q(
                        listed_month_basis__in=["published", "imported"],
                        month__isnull=True,
                    )
                ),
            ),
            models.CheckConstraint(
                name="case_occurred_from_has_a_precision",
                condition=Q(occurred_from__isnull=True, occurred_from_precision="")
                | Q(
                    occurred_from__isnull=False,
                    occurred_from_precision__in=["month", "year"],
                ),
            ),
            models.CheckConstraint(
                name="case_occurred_to_has_a_precision",
                condition=Q(occurred_to__isnull=True, occurred_to_precision="")
                | Q(
                    occurred_to__isnull=False,
                    occurred_to_precision__in=["month", "year"],
                ),
            ),
            models.CheckConstraint(
                name="case_occurred_days_are_firsts",
                condition=(Q(occurred_from__isnull=True) | Q(occurred_from__day=1))
                & (Q(occurred_to__isnull=True) | Q(occurred_to__day=1)),
            ),
            models.CheckConstraint(
                name="case_outcomes_are_known",
                condition=Q(
                    outcomes__contained_by=[
                        "convicted",
                        "prosecuted",
                        "criminal-coercive",
                        "administrative-detention",
                        "administrative-penalty",
                        "account-closure",
                        "arrested",
                        "investigating",
                    ]
                ),
            ),
            models.CheckConstraint(
                name="case_status_has_who_and_when",
                condition=Q(status="draft")
                | Q(
                    status__in=["published", "rejected", "withdrawn"],
                    status_at__isnull=False,
                    status_by__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="case_rejected_and_withdrawn_have_a_reason",
                condition=Q(status__in=["draft", "published"]) | ~Q(status_reason=""),
            ),
            models.CheckConstraint(
                name="case_public_ones_know_when_published",
                condition=Q(status__in=["draft", "rejected"])
                | Q(published_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"{self.bulletin_id}/{self.number}"

    def get_absolute_url(self) -> str:
        """The permalink, which never changes."""
        return address("case", self.pk)


class CaseOffence(models.Model):
    """That a case is filed under an offence type; position 0 is the primary one."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="case_offences")
    offence_type = models.ForeignKey(
        OffenceType, models.PROTECT, related_name="case_offences"
    )
    position = models.PositiveSmallIntegerField(_("position"))

    class Meta:
        verbose_name = _("offence of a case")
        verbose_name_plural = _("offences of cases")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "offence_type"], name="case_offence_type_once"
            ),
            models.UniqueConstraint(
                fields=["case", "position"], name="case_offence_position_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.offence_type_id}"


class Amount(models.Model):
    """A sum of money of a case, in whole yuan, and what it counts.

    A sum in another currency has no ``yuan`` but its ``original`` wording and
    ISO 4217 ``currency``. Kinds are never added together.
    """

    class Kind(models.TextChoices):
        INVOLVED = "involved", _("involved")  # 涉案
        GAIN = "gain", _("gained")  # 获利, 违法所得
        LOSS = "loss", _("lost")  # 损失, 被骗

    case = models.ForeignKey(Case, models.CASCADE, related_name="amounts")
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    yuan = models.PositiveBigIntegerField(_("yuan"), null=True, blank=True)
    original = models.CharField(_("as printed"), max_length=60, blank=True)
    currency = models.CharField(_("currency"), max_length=3, default="CNY")
    qualifier = models.CharField(
        _("qualifier"),
        max_length=8,
        choices=Qualifier.choices,
        default=Qualifier.EXACT,
    )
    is_primary = models.BooleanField(_("primary"), default=False)

    class Meta:
        verbose_name = _("amount")
        verbose_name_plural = _("amounts")
        ordering = ["-is_primary", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(is_primary=True),
                name="amount_one_primary_a_case",
            ),
            models.CheckConstraint(
                name="amount_is_known_in_yuan_or_as_printed",
                condition=Q(yuan__isnull=False) | ~Q(original=""),
            ),
            models.CheckConstraint(
                name="amount_kind_is_known",
                condition=Q(kind__in=["involved", "gain", "loss"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.yuan if self.yuan is not None else self.original}"
