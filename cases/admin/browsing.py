"""Bulletins and cases as searchable lists; they are changed on the review page."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from cases import display, headings
from cases.admin import (
    bulletin_steps,
    case_steps,
    importing,
    review,
    samples,
    suggesting,
)
from cases.models import Bulletin, Case, Region

# The last part of each address is its name: admin:bulletin-review, admin:case-save.
BULLETIN_STEPS = {
    "review": review.review,
    "save": bulletin_steps.save,
    "publish": bulletin_steps.publish_all,
    "mark": bulletin_steps.mark,
    "black-out": bulletin_steps.black_out,
    "add-copy": bulletin_steps.add_a_copy,
    "join": bulletin_steps.join,
    "keep-apart": bulletin_steps.set_apart,
    "read-again": bulletin_steps.reread,
    "discard": bulletin_steps.discard,
}
CASE_STEPS = {
    "save": case_steps.save_case_fields,
    "publish": case_steps.publish,
    "reject": case_steps.reject,
    "return": case_steps.return_case,
    "withdraw": case_steps.withdraw,
    "redact": case_steps.redact_flag,
    "override": case_steps.override,
}


class ReadOnlyAdmin(admin.ModelAdmin):
    """A list for everybody with a role; nothing is added, changed or deleted here."""

    actions = None

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The list under its plain name: there is nothing to select here."""
        title = capfirst(self.model._meta.verbose_name_plural)
        return super().changelist_view(
            request, {"title": title, **(extra_context or {})}
        )

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Whoever may enter the desk; the site sees to that."""
        return True

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever may enter the desk; the site sees to that."""
        return True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody: there is the import page."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody: there is the review page."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody: there are actions that leave a trace."""
        return False


class BulletinAdmin(ReadOnlyAdmin):
    """All bulletins, each leading to its review page."""

    list_display = (
        "heading",
        "by_whom",
        "published",
        "state",
        "cases_number",
        "imported",
    )
    list_filter = ("state", "is_sample")
    search_fields = ("title", "issuer", "campaign", "copies__account", "copies__url")
    search_help_text = _("Title, issuer, campaign, account or address")
    date_hierarchy = "created_at"
    list_per_page = 50
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Bulletin]:
        """Bulletins with the numbers of their cases."""
        bulletins: QuerySet[Bulletin] = super().get_queryset(request)
        return bulletins.annotate(
            case_count=Count("cases", distinct=True),
            published_count=Count(
                "cases",
                filter=Q(cases__status=Case.Status.PUBLISHED),
                distinct=True,
            ),
        )

    @admin.display(description=_("title"), ordering="title")
    def heading(self, bulletin: Bulletin) -> SafeString:
        """Its title, marked as Chinese."""
        return display.marked(bulletin.title)

    @admin.display(description=_("issuer"), ordering="issuer")
    def by_whom(self, bulletin: Bulletin) -> SafeString:
        """Who issued it, marked as Chinese."""
        return display.marked(bulletin.issuer)

    @admin.display(description=_("cases, published"))
    def cases_number(self, bulletin: Any) -> str:
        """How many of its cases are public."""
        return f"{bulletin.published_count} / {bulletin.case_count}"

    @admin.display(description=_("imported at"), ordering="created_at")
    def imported(self, bulletin: Bulletin) -> str:
        """The day of the import."""
        return display.day(localdate(bulletin.created_at))

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Lead from the list to the review page."""
        return HttpResponseRedirect(reverse("admin:bulletin-review", args=[object_id]))

    def get_urls(self) -> list[URLPattern]:
        """The import page, the samples, the review page and its steps."""
        view = self.admin_site.admin_view
        return [
            path("import/", view(importing.import_texts), name="import"),
            path("samples/", view(samples.confirm), name="samples"),
            path("samples/remove/", view(samples.remove), name="samples-remove"),
            *(
                path(f"<int:pk>/{name}/", view(step), name=f"bulletin-{name}")
                for name, step in BULLETIN_STEPS.items()
            ),
            *super().get_urls(),
        ]


class ProvinceFilter(admin.SimpleListFilter):
    """The provinces that cases lie in."""

    title = _("Province")
    parameter_name = "province"

    def lookups(
        self, request: HttpRequest, model_admin: admin.ModelAdmin[Any]
    ) -> list[tuple[str, str]]:
        """Code and name of each."""
        codes = Case.objects.values("region__province")
        provinces = Region.objects.filter(code__in=codes).order_by("code")
        return [(province.code, province.label()) for province in provinces]

    def queryset(
        self, request: HttpRequest, queryset: QuerySet[Case]
    ) -> QuerySet[Case]:
        """The cases of the chosen one."""
        code = self.value()
        return queryset.filter(region__province=code) if code else queryset


class CaseAdmin(ReadOnlyAdmin):
    """All cases, each leading to its place on the review page."""

    list_display = ("heading", "place", "listed", "status", "bulletin_title")
    list_filter = ("status", "noindex", ProvinceFilter)
    search_fields = ("title", "shown_title", "suspects", "region__name")
    search_help_text = _("Title, suspects as printed or place")
    list_select_related = ("region__province", "region__city", "bulletin")
    list_per_page = 50
    show_full_result_count = False

    @admin.display(description=_("case"))
    def heading(self, case: Case) -> SafeString:
        """Its title, or that it has none."""
        return display.marked(case.title or headings.heading(case))

    @admin.display(description=_("region"), ordering="region")
    def place(self, case: Case) -> str | None:
        """Where it lies, in the language of the page."""
        return display.place(case.region) if case.region else None

    @admin.display(description=_("listed month"), ordering="listed_month")
    def listed(self, case: Case) -> str:
        """The month under which it is listed."""
        return display.month(case.listed_month)

    @admin.display(description=_("bulletin"))
    def bulletin_title(self, case: Case) -> str:
        """A link to the bulletin's review page."""
        url = reverse("admin:bulletin-review", args=[case.bulletin_id])
        return format_html(
            '<a href="{}">{}</a>', url, display.marked(case.bulletin.title)
        )

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Lead from the list to the case on its review page."""
        return case_steps.to_case(get_object_or_404(Case, pk=object_id))

    def get_urls(self) -> list[URLPattern]:
        """The steps of one case, and the type-ahead over divisions."""
        view = self.admin_site.admin_view
        return [
            path("regions/", view(suggesting.regions), name="regions"),
            *(
                path(f"<int:pk>/{name}/", view(step), name=f"case-{name}")
                for name, step in CASE_STEPS.items()
            ),
            path("<int:pk>/undo/<slug:field>/", view(case_steps.undo), name="undo"),
            path("<int:pk>/lift/<int:decision>/", view(case_steps.lift), name="lift"),
            *super().get_urls(),
        ]
