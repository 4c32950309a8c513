"""What editors decided about personal data in a text."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.models.bulletins import Copy


class PrivacyDecision(models.Model):
    """A range of a copy's stored text that is blacked out, or left on purpose.

    [start, end) counts code points of ``copy.text``. A redaction hides the range
    from every public response; an override lets a flagged range stand and says
    why. ``kind`` is the flag's (``cases.privacy.Kind``) or "other" for a range that an
    editor marked unasked.
    """

    class Decision(models.TextChoices):
        REDACT = "redact", _("redacted")
        OVERRIDE = "override", _("overridden")

    copy = models.ForeignKey(Copy, models.CASCADE, related_name="privacy_decisions")
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    kind = models.CharField(_("kind"), max_length=20)
    decision = models.CharField(_("decision"), max_length=8, choices=Decision.choices)
    reason = models.TextField(_("reason"), blank=True)
    created_at = models.DateTimeField(_("decided at"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("privacy decision")
        verbose_name_plural = _("privacy decisions")
        ordering = ["start", "pk"]
        constraints = [
            models.CheckConstraint(
                name="privacy_decision_is_a_range", condition=Q(start__lt=F("end"))
            ),
            models.CheckConstraint(
                name="privacy_override_has_a_reason",
                condition=Q(decision="redact")
                | (Q(decision="override") & ~Q(reason="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.decision} {self.kind} [{self.start}, {self.end})"
