"""What was done to a bulletin or a case, by whom, when and why."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.models.bulletins import Bulletin
from cases.models.cases import Case


class Event(models.Model):
    """One step of the history, written by the actions and never changed.

    ``before`` and ``after`` hold the changed field's normalised values; both are
    null for a step that changes no field. Removing the samples alone is told of no
    bulletin: ``before`` says how many bulletins and cases there were.
    """

    class Action(models.TextChoices):
        IMPORTED = "imported", _("imported")
        COPY_ADDED = "copy-added", _("copy added")
        READ_AGAIN = "read-again", _("read again")
        CASE_MARKED = "case-marked", _("case marked by hand")
        PASSAGE_MOVED = "passage-moved", _("passage moved")
        CORRECTED = "corrected", _("corrected")
        CHECKED = "checked", _("checked")
        UNDONE = "undone", _("undone")
        PUBLISHED = "published", _("published")
        REJECTED = "rejected", _("rejected")
        RETURNED = "returned", _("returned to draft")
        WITHDRAWN = "withdrawn", _("withdrawn")
        REDACTED = "redacted", _("redacted")
        REDACTION_LIFTED = "redaction-lifted", _("redaction lifted")
        FLAG_OVERRIDDEN = "flag-overridden", _("privacy flag overridden")
        SAMPLES_REMOVED = "samples-removed", _("samples removed")

    bulletin = models.ForeignKey(
        Bulletin, models.CASCADE, null=True, related_name="events"
    )
    case = models.ForeignKey(Case, models.CASCADE, null=True, related_name="events")
    action = models.CharField(_("action"), max_length=20, choices=Action.choices)
    field = models.CharField(_("field"), max_length=20, blank=True)
    before = models.JSONField(_("before"), null=True)
    after = models.JSONField(_("after"), null=True)
    reason = models.TextField(_("reason"), blank=True)
    created_at = models.DateTimeField(_("at"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="event_without_bulletin_is_of_samples",
                condition=Q(bulletin__isnull=False)
                | Q(case__isnull=True, action="samples-removed"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_action_display()} {self.created_at:%Y-%m-%d %H:%M}"
