"""In whose name a command acts."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.management.base import CommandError
from django.db.models import Q


def acting_user(name: str | None) -> User:
    """The user of this name; without one the first who may publish.

    Raises CommandError when there is no such user.
    """
    users = User.objects.filter(is_active=True).order_by("pk")
    if name:
        user = users.filter(username=name).first()
        if user is None:
            raise CommandError(f"There is no user {name!r}.")
        return user
    user = users.filter(Q(groups__name="publisher") | Q(is_superuser=True)).first()
    if user is None:
        raise CommandError("Nobody may publish yet: name a user with --by.")
    return user
