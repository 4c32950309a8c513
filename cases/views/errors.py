"""What a visitor reads when a request fails, and what to do next.

Pages of 400 and 500 ask for nothing: no request, no database, nobody signed in. Both
languages stand on them, that of the address first.
"""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext_lazy as _

# What somebody at the desk wanted to do, by the permission that they lack.
TAKES = {
    "import_bulletin": _("Importing takes the role of an editor or a publisher."),
    "review_case": _("Correcting takes the role of an editor or a publisher."),
    "publish_case": _("Publishing takes the role of a publisher."),
    "withdraw_case": _("Withdrawing takes the role of a publisher."),
    "override_privacy": _(
        "Letting personal data through takes the role of a publisher."
    ),
}


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the address, the form or the name of the site is not what it should be."""
    return _standalone(request, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: what it takes, for somebody who is signed in and for somebody who is not."""
    takes = None
    if isinstance(exception, PermissionDenied) and exception.args:
        takes = TAKES.get(exception.args[0])
    return _uncached(render(request, "403.html", {"takes": takes}, status=403))


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form without the token that only our own pages have."""
    return _uncached(render(request, "403.html", {"is_form": True}, status=403))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: nothing is there, or nothing that is public yet."""
    at_desk = _at_desk(request)
    return _uncached(render(request, "404.html", {"at_desk": at_desk}, status=404))


def server_error(request: HttpRequest) -> HttpResponse:
    """500: we failed."""
    return _standalone(request, 500)


def _standalone(request: HttpRequest, status: int) -> HttpResponse:
    named = translation.get_language_from_path(request.path_info)
    first = named or settings.LANGUAGE_CODE
    others = [code for code, _name in settings.LANGUAGES if code != first]
    html = render_to_string(f"{status}.html", {"languages": [first, *others]})
    return _uncached(HttpResponse(html, status=status))


def _uncached(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "no-store"
    return response


def _at_desk(request: HttpRequest) -> bool:
    named = translation.get_language_from_path(request.path_info)
    path = request.path_info.removeprefix(f"/{named}") if named else request.path_info
    return path.startswith("/admin/")
