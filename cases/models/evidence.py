"""Where each value of a case comes from."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.models.cases import Case, Qualifier


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    """Reads of evidence."""

    def current(self) -> EvidenceQuerySet:
        """The rows that stand behind the values that the case has now."""
        return self.filter(is_current=True)


class Evidence(models.Model):
    """One value and one span of the stored text that it was read from.

    ``field`` is a field name of the reader (title, region, month, ...), ``value``
    the normalised value, ``position`` its place among several values of a field.
    ``quote`` is ``copy.text[start:end]`` of the case's copy: a trigger compares
    them. Reader's rows carry the reader's version and rule, editor's rows the
    user; a row without a span has a reason. Rows are never deleted when an editor
    changes a value: they stop being current, and undoing makes them so again.
    """

    class Origin(models.TextChoices):
        READER = "reader", _("reader")
        EDITOR = "editor", _("editor")

    case = models.ForeignKey(Case, models.CASCADE, related_name="evidence")
    field = models.CharField(_("field"), max_length=20)
    value = models.JSONField(_("value"), null=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    start = models.PositiveIntegerField(_("start"), null=True, blank=True)
    end = models.PositiveIntegerField(_("end"), null=True, blank=True)
    quote = models.TextField(_("quote"), blank=True)
    qualifier = models.CharField(
        _("qualifier"),
        max_length=8,
        choices=Qualifier.choices,
        default=Qualifier.EXACT,
    )
    origin = models.CharField(_("origin"), max_length=6, choices=Origin.choices)
    reader_version = models.CharField(_("reader version"), max_length=40, blank=True)
    rule = models.CharField(_("rule"), max_length=60, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    is_current = models.BooleanField(_("current"), default=True)
    created_at = models.DateTimeField(_("recorded at"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ["field", "position", "start", "pk"]
        constraints = [
            models.CheckConstraint(
                name="evidence_span_is_a_range_or_absent",
                condition=Q(start__isnull=True, end__isnull=True, quote="")
                | Q(start__isnull=False, end__isnull=False, start__lt=F("end")),
            ),
            models.CheckConstraint(
                name="evidence_without_span_has_a_reason",
                condition=Q(start__isnull=False) | ~Q(reason=""),
            ),
            models.CheckConstraint(
                name="evidence_origin_says_who",
                condition=(
                    Q(origin="reader", created_by__isnull=True) & ~Q(reader_version="")
                )
                | Q(origin="editor", created_by__isnull=False, reader_version=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.field}: {self.quote or self.reason}"
