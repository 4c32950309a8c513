"""People of the desk and their roles."""

from __future__ import annotations

from django.contrib.auth.models import Group, User
from django.db import transaction

# The groups that migration 0003 makes: a role is one of them.
ROLES = ("editor", "publisher")


@transaction.atomic
def give_role(*, username: str, role: str, password: str) -> bool:
    """Let someone work at the desk in one role; whoever has another changes it.

    A new person gets the password; one who is there already keeps the old.
    Returns whether the person is new. There is no ``by``: whoever runs the server
    calls this before anybody could sign in. Raises Group.DoesNotExist for a role
    that is not in ROLES.
    """
    group = Group.objects.get(name=role)
    user, is_new = User.objects.get_or_create(username=username)
    user.is_active = True
    user.is_staff = True
    if is_new:
        user.set_password(password)
    user.save()
    user.groups.remove(*Group.objects.filter(name__in=ROLES).exclude(pk=group.pk))
    user.groups.add(group)
    return is_new
