"""manage.py add_user NAME --role editor|publisher"""

from __future__ import annotations

import secrets
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from cases.actions.users import ROLES, give_role


class Command(BaseCommand):
    """Lets someone work at the desk; run again with another role, changes it."""

    help = (
        "Let someone work at the desk. A new user's generated password is printed"
        " once; change it on the desk or with changepassword."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """A name and a role."""
        parser.add_argument("name", help="user name to sign in with")
        parser.add_argument(
            "--role",
            choices=ROLES,
            default="editor",
            help="an editor imports and corrects, a publisher also publishes",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the login of a new user, or the new role of a known one."""
        name, role = options["name"], options["role"]
        password = secrets.token_urlsafe(12)
        if give_role(username=name, role=role, password=password):
            self.stdout.write(f"{name} ({role}), password {password}")
        else:
            self.stdout.write(f"{name} is now {role}; the password stays.")
