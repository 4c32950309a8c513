"""manage.py load_samples"""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from cases.actions.samples import load_samples
from cases.management.users import acting_user
from cases.management.words import number


class Command(BaseCommand):
    """Loads the samples into an empty catalogue; does nothing in any other."""

    help = "Load the sample bulletins into an empty catalogue."

    def add_arguments(self, parser: Any) -> None:
        """Who loads them."""
        parser.add_argument("--by", metavar="USER", help="the publisher who does it")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print how many bulletins and cases came of it."""
        bulletins, cases = load_samples(by=acting_user(options["by"]))
        self.stdout.write(
            f"{number(bulletins, 'sample bulletin')}, {number(cases, 'published case')}"
        )
