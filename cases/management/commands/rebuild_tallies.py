"""manage.py rebuild_tallies"""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cases.actions.tallying import check_tallies, rebuild_tallies
from cases.management.words import number


class Command(BaseCommand):
    """Makes what lists count by anew, as after a load with triggers off."""

    help = "Count anew what lists narrow and count by."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whether to compare only."""
        parser.add_argument(
            "--check", action="store_true", help="compare only; fail on a difference"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print what was found or made."""
        if options["check"]:
            wrong = check_tallies()
            if wrong.cases or wrong.tallies:
                raise CommandError(
                    f"Wrong: kept columns of {number(wrong.cases, 'case')},"
                    f" {number(wrong.tallies, 'tally', 'tallies')}."
                    " Run rebuild_tallies."
                )
            self.stdout.write("All kept columns and tallies are right.")
            return
        made = rebuild_tallies()
        self.stdout.write(
            f"Mended the columns of {number(made.cases, 'case')},"
            f" counted {number(made.tallies, 'tally', 'tallies')}."
        )
