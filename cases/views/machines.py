"""For machines: where crawlers may go."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

# Crawlers that walk every combination of filters have brought such sites down; the
# sitemap and the bulletins lead to every case.
ROBOTS = """\
User-agent: *
Disallow: /*?
Allow: /bulletins/?page=
Allow: /en/bulletins/?page=
Allow: /sitemaps/*.xml?p=
Disallow: /admin/
Disallow: /en/admin/
Disallow: /report/
Disallow: /en/report/
Disallow: /cases/*/report/
Disallow: /en/cases/*/report/
Disallow: /*.csv$
Disallow: /*feed.xml

Sitemap: {sitemap}
"""


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """The rules for crawlers."""
    rules = ROBOTS.format(sitemap=request.build_absolute_uri(reverse("sitemap")))
    return HttpResponse(rules, content_type="text/plain")
