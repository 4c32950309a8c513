"""For machines: is the service well, and where crawlers may go."""

from __future__ import annotations

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

# Crawlers that walk every combination of filters have brought such sites down; the
# bulletins lead to every case.
ROBOTS = """\
User-agent: *
Disallow: /*?
Allow: /bulletins/?page=
Allow: /en/bulletins/?page=
Disallow: /admin/
Disallow: /en/admin/
Disallow: /export.csv
Disallow: /en/export.csv
"""


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 when the database answers, else 503; for load balancers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse(
            "database unreachable\n", status=503, content_type="text/plain"
        )
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """The rules for crawlers."""
    return HttpResponse(ROBOTS, content_type="text/plain")
