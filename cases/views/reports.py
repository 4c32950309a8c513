"""Where readers report an error or ask for removal: the only page of the public that
writes, and the only public module that may import an action, this one.
"""

from __future__ import annotations

from axes.helpers import get_client_ip_address
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from cases.actions.reports import TooManyReports, take_report
from cases.forms.reports import ReportForm
from cases.models import Case

# The form with the longest words in characters of three bytes, escaped, fits twice.
LARGEST_BODY = 64 * 1024


# Exempt only until the size is known: checking the token reads the whole body.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """The form for a case, or for the catalogue, and what was sent with it."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST_BODY:
        return HttpResponse(status=413)
    return _report(request, pk)


@csrf_protect
def _report(request: HttpRequest, pk: int | None) -> HttpResponse:
    public = [Case.Status.PUBLISHED, Case.Status.WITHDRAWN]
    cases = Case.objects.filter(status__in=public)
    case = None if pk is None else get_object_or_404(cases, pk=pk)
    form, status, problem = ReportForm(), 200, ""
    if request.method == "POST":
        form = ReportForm(request.POST)
        if form.is_valid():
            try:
                take_report(
                    case=case,
                    kind=form.cleaned_data["kind"],
                    words=form.cleaned_data["words"],
                    contact=form.cleaned_data["contact"],
                    language=get_language() or "",
                    address=get_client_ip_address(request),
                )
            except TooManyReports as refusal:
                status, problem = 429, str(refusal)
            else:
                return HttpResponseRedirect(reverse("report-thanks"))
        else:
            status = 422
        form = form.renewed()
    return render(
        request,
        "reports/report.html",
        {
            "case": case,
            "is_public": bool(case and case.status == Case.Status.PUBLISHED),
            "form": form,
            "problem": problem,
            "contact_days": settings.REPORT_CONTACT_DAYS,
            "noindex": True,
        },
        status=status,
    )


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """That a report has come in, and what happens next."""
    context = {"noindex": True, "contact_days": settings.REPORT_CONTACT_DAYS}
    return render(request, "reports/thanks.html", context)
