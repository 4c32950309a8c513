"""The first publisher: someone must be able to sign in to an empty catalogue."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from django.contrib.auth.models import Group, User
from django.db import transaction
from django.db.models import Q

NAME = "publisher"


@dataclass(frozen=True)
class Login:
    """A publisher's name and, as long as it is the generated one, password."""

    name: str
    password: str | None


def ensure_publisher(file: Path) -> Login | None:
    """Make a publisher with a generated password, unless somebody can publish.

    The login is kept in ``file``, for its owner's eyes only. None: others publish
    here and the generated login is not theirs. The password is None once it was
    changed.
    """
    may_publish = User.objects.filter(is_active=True).filter(
        Q(groups__name="publisher") | Q(is_superuser=True)
    )
    if not may_publish.exists():
        _make_publisher(_kept_password(file))
    publisher = may_publish.filter(username=NAME).first()
    if publisher is None:
        return None
    kept = file.read_text().split() if file.exists() else []
    if len(kept) == 2 and publisher.check_password(kept[1]):
        return Login(NAME, kept[1])
    return Login(NAME, None)


@transaction.atomic
def _make_publisher(password: str) -> None:
    """Make the publisher, or give one that was switched off the role again."""
    publisher, _ = User.objects.get_or_create(username=NAME)
    publisher.is_active = True
    publisher.is_staff = True
    publisher.set_password(password)
    publisher.save()
    publisher.groups.add(Group.objects.get(name="publisher"))


def _kept_password(file: Path) -> str:
    """The password in ``file``, which is written with a new one when it is missing."""
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text().split()[1]
    password = secrets.token_urlsafe(12)
    with os.fdopen(descriptor, "w") as opened:
        opened.write(f"{NAME} {password}\n")
    return password
