"""manage.py remove_samples"""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError

from cases.actions.samples import Samples, remove_samples, samples
from cases.management.users import acting_user
from cases.management.words import number


class Command(BaseCommand):
    """Removes the samples for good, once the catalogue has bulletins of its own."""

    help = "Remove all sample bulletins with their cases. This is final."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Who removes them, and whether to ask first."""
        parser.add_argument("--by", metavar="USER", help="the publisher who does it")
        parser.add_argument(
            "--no-input", action="store_true", help="do not ask before removing"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Ask, remove, and print what is gone."""
        here = samples()
        if not here.bulletins:
            self.stdout.write("There are no samples.")
            return
        by = acting_user(options["by"])
        if not options["no_input"]:
            self.stdout.write(
                f"To be removed: {_words(here)}. This is final. Type yes to go on:"
            )
            if input().strip() != "yes":
                raise CommandError("Nothing was removed.")
        try:
            removed = remove_samples(by=by)
        except PermissionDenied:
            raise CommandError(f"{by} may not remove samples.") from None
        self.stdout.write(f"Removed {_words(removed)}.")


def _words(here: Samples) -> str:
    bulletins = number(here.bulletins, "sample bulletin")
    return f"{bulletins} with {number(here.cases, 'case')}"
