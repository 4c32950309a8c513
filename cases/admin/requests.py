"""A request at the desk."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.http import HttpRequest


class DeskRequest(HttpRequest):
    """One that the site has let in: its user is signed in and has a role."""

    user: User
