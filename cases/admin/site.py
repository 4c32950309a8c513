"""The desk: Django's admin site with our own front page and review pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import Any

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_protect

from cases.admin.browsing import BulletinAdmin, CaseAdmin
from cases.admin.front import front_page
from cases.admin.reports import ReportAdmin
from cases.models import Bulletin, Case, Report

ROLE_PERMISSIONS = ("cases.import_bulletin", "cases.review_case")


class DeskSite(AdminSite):
    """Open to staff with a role; who is signed in without one is told so (403)."""

    site_title = _("Casebook desk")
    site_header = _("Casebook desk")
    index_title = _("Waiting")
    index_template = "admin/front.html"
    login_template = "admin/sign-in.html"
    enable_nav_sidebar = False

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        self.register(Bulletin, BulletinAdmin)
        self.register(Case, CaseAdmin)
        self.register(Report, ReportAdmin)

    def has_permission(self, request: HttpRequest) -> bool:
        """Staff with at least one role."""
        return super().has_permission(request) and any(
            request.user.has_perm(permission) for permission in ROLE_PERMISSIONS
        )

    def admin_view(  # type: ignore[override]  # wider than the stubs' protocol
        self, view: Callable[..., Any], cacheable: bool = False
    ) -> Callable[..., Any]:
        """Ask strangers to sign in, and refuse those who are and have no role."""
        guarded = super().admin_view(view, cacheable)

        def inner(request: HttpRequest, *args: Any, **options: Any) -> Any:
            if request.user.is_authenticated and not self.has_permission(request):
                if request.path == reverse("admin:logout", current_app=self.name):
                    return csrf_protect(view)(request, *args, **options)
                raise PermissionDenied
            return guarded(request, *args, **options)

        return update_wrapper(inner, guarded)

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """What waits for an editor, and the way to everything else."""
        return super().index(request, {"front": front_page(), **(extra_context or {})})
