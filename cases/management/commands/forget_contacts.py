"""manage.py forget_contacts"""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from cases.actions.reports import forget_overdue_contacts
from cases.management.words import number


class Command(BaseCommand):
    """Deletes the contacts in readers' reports that were answered long enough ago.

    Taking and answering reports does the same; this is for days without either.
    """

    help = "Delete the contacts in readers' reports whose time is over."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print how many there were."""
        self.stdout.write(f"{number(forget_overdue_contacts(), 'contact')} deleted")
