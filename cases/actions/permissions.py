"""Who may take which action."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


def require(by: AbstractBaseUser, permission: str) -> None:
    """Raise PermissionDenied unless the user has this permission of the catalogue."""
    if not by.has_perm(f"cases.{permission}"):  # type: ignore[attr-defined]
        raise PermissionDenied(permission)


def action(
    permission: str,
) -> Callable[[Callable[Arguments, Result]], Callable[Arguments, Result]]:
    """Make a function an action: all of it happens or nothing, for whom may do it.

    The function takes keywords only, among them ``by``, the acting user. Without
    the permission PermissionDenied is raised and nothing is read or written.
    """

    def decorate(
        function: Callable[Arguments, Result],
    ) -> Callable[Arguments, Result]:
        @wraps(function)
        def checked(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
            require(kwargs["by"], permission)  # type: ignore[arg-type]
            with transaction.atomic():
                return function(*args, **kwargs)

        checked.permission = permission  # type: ignore[attr-defined]
        return checked

    return decorate
