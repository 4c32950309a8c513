"""What readers report about a case, or about the catalogue."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.models.cases import Case

LONGEST_WORDS = 3000


class ReportQuerySet(models.QuerySet["Report"]):
    """Reads of reports."""

    def waiting(self) -> ReportQuerySet:
        """Those that nobody has answered, the oldest first."""
        return self.filter(answered_at__isnull=True).order_by("created_at", "pk")

    def with_overdue_contact(self) -> ReportQuerySet:
        """Those answered so long ago that the reporter's contact must be gone."""
        return self.filter(answered_at__lt=contact_limit()).exclude(contact="")


def contact_limit() -> datetime:
    """Contacts of reports answered before this moment are deleted."""
    return timezone.now() - timedelta(days=settings.REPORT_CONTACT_DAYS)


class Report(models.Model):
    """A reader's word that something is wrong, or a wish to have it taken out.

    ``case`` is null for a report about the catalogue itself. ``contact`` is whatever
    the reporter gave to be reached by: seen at the desk only, deleted some days after
    the answer or by hand. ``sender`` is a keyed hash of the day and the address that
    the report came from, by which floods are known; it goes after a day. ``answer``
    is the desk's own note of what was done.
    """

    class Kind(models.TextChoices):
        WRONG_FACT = "wrong-fact", _("A fact is wrong or missing")
        PERSONAL_DATA = "personal-data", _("It shows personal data")
        REMOVAL = "removal", _("I ask for the case to be taken out")
        OTHER = "other", _("Something else")

    case = models.ForeignKey(
        Case, models.SET_NULL, null=True, blank=True, related_name="reports"
    )
    kind = models.CharField(_("kind"), max_length=15, choices=Kind.choices)
    words = models.TextField(_("words"), max_length=LONGEST_WORDS)
    contact = models.CharField(_("contact"), max_length=200, blank=True)
    language = models.CharField(_("language"), max_length=10)
    sender = models.CharField(_("sender"), max_length=32, blank=True)
    created_at = models.DateTimeField(_("received at"), auto_now_add=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("answered by"),
    )
    answer = models.TextField(_("what was done"), blank=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["created_at"], name="report_received")]
        constraints = [
            models.CheckConstraint(
                name="report_kind_is_known",
                condition=Q(
                    kind__in=["wrong-fact", "personal-data", "removal", "other"]
                ),
            ),
            models.CheckConstraint(
                name="report_answer_has_who_and_when",
                condition=Q(answered_at__isnull=True, answered_by__isnull=True)
                | Q(answered_at__isnull=False, answered_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.words[:40]}"

    @property
    def shown_contact(self) -> str:
        """The contact, unless its time is over and only the clean-up is late."""
        overdue = self.answered_at is not None and self.answered_at < contact_limit()
        return "" if overdue else self.contact
