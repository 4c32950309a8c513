"""manage.py prepare"""

from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from cases.actions.vocabularies import load_vocabularies


class Command(BaseCommand):
    """Brings the database to what this version needs; in vain when it is there.

    Before a new version serves, and into a new database: tables, roles, regions and
    offence types.
    """

    help = "Bring the database to what this version of Casebook needs."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say nothing unless something is wrong."""
        call_command("migrate", interactive=False, verbosity=0)
        load_vocabularies()
