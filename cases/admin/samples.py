"""The page that removes the samples, and when the desk offers it."""

from __future__ import annotations

from django.contrib import admin, messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from cases.actions.samples import Samples, remove_samples, samples
from cases.admin.requests import DeskRequest, by_post_from
from cases.models import Bulletin, Event


def samples_to_remove() -> Samples | None:
    """The samples, once bulletins that are none stand beside them; else None."""
    here = samples()
    if here.bulletins and Bulletin.objects.filter(is_sample=False).exists():
        return here
    return None


def _page() -> str:
    return reverse("admin:samples")


@require_safe
def confirm(request: DeskRequest) -> HttpResponse:
    """Say what would go and that it is final; or who removed them when."""
    removals = Event.objects.filter(action=Event.Action.SAMPLES_REMOVED)
    context = {
        **admin.site.each_context(request),
        "title": _("Samples"),
        "samples": samples(),
        "removals": removals.select_related("created_by"),
        "may_remove": request.user.has_perm("cases.withdraw_case"),
    }
    return render(request, "admin/samples.html", context)


@by_post_from(_page)
def remove(request: DeskRequest) -> HttpResponse:
    """Remove them and go to the front page."""
    removed = remove_samples(by=request.user)
    count = removed.cases
    messages.success(
        request,
        ngettext(
            "%(count)s sample case is removed.",
            "%(count)s sample cases are removed.",
            count,
        )
        % {"count": count},
    )
    return HttpResponseRedirect(reverse("admin:index"))
