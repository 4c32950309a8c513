"""What happens to every request before a page of ours is asked for."""

from __future__ import annotations

from collections.abc import Callable

from csp.constants import HEADER
from csp.utils import build_policy
from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import translation

Handler = Callable[[HttpRequest], HttpResponseBase]

HEALTH_ADDRESS = "/healthz"


def health_check(get_response: Handler) -> Handler:
    """Answer ``/healthz``: 200 when the database answers, else 503.

    It stands before everything else, because those who ask come by the address of
    the machine and without HTTPS: the rules for visitors would turn them away.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if request.path_info != HEALTH_ADDRESS:
            return get_response(request)
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
        except DatabaseError:
            return _plain("database unreachable\n", 503)
        return _plain("ok\n", 200)

    return middleware


def _plain(text: str, status: int) -> HttpResponse:
    headers = {"Cache-Control": "no-store"}
    return HttpResponse(text, status=status, content_type="text/plain", headers=headers)


def language_of_address(get_response: Handler) -> Handler:
    """Answer in the language of the address, whatever the browser asks for.

    Django's own middleware does the same here but says ``Vary: Accept-Language`` on
    every Chinese page, and a shared cache would keep one for each of the browsers'
    many wishes.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        named = translation.get_language_from_path(request.path_info)
        language = named or settings.LANGUAGE_CODE
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return middleware


def content_security_policy(get_response: Handler) -> Handler:
    """Say on every answer what the settings allow it to load.

    django-csp's own middleware writes the policy anew for each, which took half as long
    as all of Django's middleware; no page of ours has a policy of its own.
    """
    policy = build_policy()

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        is_debug_page = settings.DEBUG and response.status_code in (404, 500)
        if not is_debug_page:
            response.headers.setdefault(HEADER, policy)
        return response

    return middleware
