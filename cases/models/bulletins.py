"""Bulletins and the copies in which they appear."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.models.addresses import address


class BulletinQuerySet(models.QuerySet["Bulletin"]):
    """Reads of bulletins."""

    def public(self) -> BulletinQuerySet:
        """Bulletins of which at least one case is published."""
        cases: Any = apps.get_model("cases", "Case")
        return self.filter(
            models.Exists(
                cases.objects.published().filter(bulletin=models.OuterRef("pk"))
            )
        )


class Bulletin(models.Model):
    """One publication in which an authority reports cases.

    ``published`` is the date of the earliest known copy: relative dates resolve
    against it. ``cautions`` are the reader's remarks on the whole text, a list
    of objects with field, code, values and doubtful. A bulletin whose reading
    failed is unread and says why in ``reading_error``. ``likely_copy_of`` is a
    bulletin that tells mostly the same cases: nothing is published before an
    editor says whether this is a copy of it. It is public while one of its cases
    is.
    """

    class State(models.TextChoices):
        UNREAD = "unread", _("unread")
        IN_REVIEW = "in-review", _("in review")
        DONE = "done", _("done")

    title = models.CharField(_("title"), max_length=300)
    issuer = models.CharField(_("issuer"), max_length=120, blank=True)
    campaign = models.CharField(_("campaign"), max_length=60, blank=True)
    source = models.CharField(_("source"), max_length=120, blank=True)
    published = models.DateField(_("publication date"), null=True, blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.IN_REVIEW
    )
    reading_error = models.TextField(_("reading error"), blank=True)
    reader_version = models.CharField(_("reader version"), max_length=40, blank=True)
    cautions = models.JSONField(_("cautions"), default=list, blank=True)
    is_sample = models.BooleanField(_("sample"), default=False)
    likely_copy_of = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="likely_copies",
        verbose_name=_("likely a copy of"),
    )
    primary_copy = models.OneToOneField(
        "Copy",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("primary copy"),
    )
    created_at = models.DateTimeField(_("imported at"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name=_("imported by"),
    )

    objects = BulletinQuerySet.as_manager()

    class Meta:
        verbose_name = _("bulletin")
        verbose_name_plural = _("bulletins")
        ordering = ["-created_at", "-pk"]
        permissions = [("import_bulletin", _("Can import bulletins"))]
        constraints = [
            models.CheckConstraint(
                name="bulletin_state_is_known",
                condition=Q(state__in=["unread", "in-review", "done"]),
            ),
            models.CheckConstraint(
                name="bulletin_reading_error_only_when_unread",
                condition=Q(reading_error="") | Q(state="unread"),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The public page of the bulletin."""
        return address("bulletin", self.pk)


class Copy(models.Model):
    """One appearance of a bulletin: who published it, where, when, and its text.

    ``content`` are the bytes as they came, ``text`` the bytes decoded with
    ``encoding``, BOM and NUL dropped, line ends made LF: written once, never
    changed (a trigger sees to it), seen at the desk only. ``content_key`` is the
    SHA-256 of the text without white space, markup and zero-width characters, in
    hexadecimal: equal keys are the same text.
    """

    bulletin = models.ForeignKey(Bulletin, models.CASCADE, related_name="copies")
    account = models.CharField(_("account"), max_length=120, blank=True)
    url = models.URLField(_("URL"), max_length=1000, blank=True)
    published = models.DateField(_("publication date"), null=True, blank=True)
    filename = models.CharField(_("file name"), max_length=255, blank=True)
    encoding = models.CharField(_("encoding"), max_length=20)
    content = models.BinaryField(_("content"))
    text = models.TextField(_("stored text"))
    content_key = models.CharField(_("content key"), max_length=64, unique=True)
    created_at = models.DateTimeField(_("imported at"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name=_("imported by"),
    )

    class Meta:
        verbose_name = _("copy")
        verbose_name_plural = _("copies")
        ordering = ["published", "pk"]
        constraints = [
            models.CheckConstraint(
                name="copy_content_key_is_sha256",
                condition=Q(content_key__regex=r"^[0-9a-f]{64}$"),
            )
        ]

    def __str__(self) -> str:
        return self.account or self.filename or str(self.pk)
