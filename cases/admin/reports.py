"""Readers' reports at the desk: the list, one of them, and what is done about it."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse
from django.utils.text import Truncator
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases import display, headings
from cases.actions.errors import ActionRefused
from cases.actions.reports import answer_report, forget_contact
from cases.admin.browsing import ReadOnlyAdmin
from cases.admin.requests import DeskRequest, by_post_from
from cases.models import Report


def _page(pk: int) -> str:
    return reverse("admin:report", args=[pk])


def report_page(request: DeskRequest, pk: int) -> HttpResponse:
    """One report with its case, its contact, and the way to answer it."""
    report = get_object_or_404(
        Report.objects.select_related("case__bulletin", "answered_by"), pk=pk
    )
    context = {
        **admin.site.each_context(request),
        "title": report.get_kind_display(),
        "report": report,
        "waiting": Report.objects.waiting().exclude(pk=pk).first(),
    }
    return render(request, "admin/report.html", context)


@by_post_from(_page)
def answer(request: DeskRequest, pk: int) -> HttpResponse:
    """Mark a report as answered, with what was done."""
    report = get_object_or_404(Report, pk=pk)
    words = request.POST.get("answer", "")[:2000]
    try:
        answer_report(report=report, answer=words, by=request.user)
    except ActionRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The report is answered."))
    return HttpResponseRedirect(_page(pk))


@by_post_from(_page)
def forget(request: DeskRequest, pk: int) -> HttpResponse:
    """Delete the contact that a reporter gave."""
    forget_contact(report=get_object_or_404(Report, pk=pk), by=request.user)
    messages.success(request, _("The contact is deleted."))
    return HttpResponseRedirect(_page(pk))


class StateFilter(admin.SimpleListFilter):
    """Whether a report waits; every one is listed unless one asks."""

    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(
        self, request: HttpRequest, model_admin: admin.ModelAdmin[Any]
    ) -> list[tuple[str, str]]:
        """Waiting and answered."""
        return [("waiting", _("waiting")), ("answered", _("answered"))]

    def queryset(
        self, request: HttpRequest, queryset: QuerySet[Report]
    ) -> QuerySet[Report]:
        """The reports in the chosen state."""
        if self.value() in ("waiting", "answered"):
            is_waiting = self.value() == "waiting"
            return queryset.filter(answered_at__isnull=is_waiting)
        return queryset


class ReportAdmin(ReadOnlyAdmin):
    """All reports, each leading to its page; contacts are only seen there."""

    list_display = ("beginning", "kind", "about", "received", "state")
    list_filter = (StateFilter, "kind")
    search_fields = ("words", "answer")
    search_help_text = gettext_lazy("Words of the report or of the answer")
    list_select_related = ("case", "answered_by")
    list_per_page = 50
    show_full_result_count = False

    @admin.display(description=gettext_lazy("words"))
    def beginning(self, report: Report) -> str:
        """The first words of the report."""
        return Truncator(report.words).chars(60)

    @admin.display(description=gettext_lazy("case"))
    def about(self, report: Report) -> str:
        """The case that it is about, by its words."""
        return headings.heading(report.case) if report.case else _("the catalogue")

    @admin.display(description=gettext_lazy("received at"), ordering="created_at")
    def received(self, report: Report) -> str:
        """The day on which it came."""
        return display.day(localdate(report.created_at))

    @admin.display(description=gettext_lazy("state"), ordering="answered_at")
    def state(self, report: Report) -> str:
        """Waiting, or answered by whom and when."""
        if report.answered_at is None:
            return _("waiting")
        return _("answered by %(who)s on %(day)s") % {
            "who": report.answered_by,
            "day": display.day(localdate(report.answered_at)),
        }

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Lead from the list to the report's page."""
        return HttpResponseRedirect(reverse("admin:report", args=[object_id]))

    def get_urls(self) -> list[URLPattern]:
        """A report's page and the steps on it."""
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/", view(report_page), name="report"),
            path("<int:pk>/answer/", view(answer), name="report-answer"),
            path("<int:pk>/forget/", view(forget), name="report-forget"),
            *super().get_urls(),
        ]
