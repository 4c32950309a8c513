"""manage.py load_vocabularies"""

from typing import Any

from django.core.management.base import BaseCommand

from cases.actions.vocabularies import load_vocabularies


class Command(BaseCommand):
    """Loads regions and offence types; running it again brings in what changed."""

    help = "Load regions and offence types from the reader's data files."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print how many of each the files hold."""
        regions, offence_types = load_vocabularies()
        self.stdout.write(f"{regions} regions, {offence_types} offence types")
