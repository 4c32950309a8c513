"""A request at the desk."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST


class DeskRequest(HttpRequest):
    """One that the site has let in: its user is signed in and has a role."""

    user: User


def by_post_from(
    page: Callable[..., str],
) -> Callable[..., Callable[..., HttpResponse]]:
    """Make a view a step that is taken by POST.

    A page that could not be saved stands at the step's address: whoever asks for
    that address again is led to ``page``, where the step's button is. It takes what
    the address names.
    """

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def taken(request: DeskRequest, *args: Any, **named: Any) -> HttpResponse:
            if request.method in ("GET", "HEAD"):
                return HttpResponseRedirect(page(*args, **named))
            return require_POST(view)(request, *args, **named)

        return taken

    return decorate
