"""For machines: where crawlers may go."""

from __future__ import annotations

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
def robots(request: HttpRequest) -> HttpResponse:
    """The rules for crawlers."""
    return HttpResponse(ROBOTS, content_type="text/plain")
