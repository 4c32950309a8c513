"""manage.py restore FILE"""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from casebook.backups import BackupError, restore
from cases.models import Bulletin, Case


class Command(BaseCommand):
    """Puts a backup into the database, which must be empty unless told otherwise."""

    help = (
        "Put a backup into an empty database, or with --replace in the place of all"
        " that is there. Afterwards run prepare, for a backup of an older version."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which file, and whether what is there may go."""
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument(
            "--replace",
            action="store_true",
            help="lose all bulletins, cases and users that are there now",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print what is there afterwards."""
        file = options["file"]
        if not file.is_file():
            raise CommandError(f"There is no file {file}.")
        if not options["replace"] and (count := _bulletins()):
            raise CommandError(
                f"The catalogue is not empty (bulletins: {count}), and a backup takes"
                " the place of everything: back up what is there, then add --replace."
            )
        try:
            restore(file)
        except BackupError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"Restored: bulletins {_bulletins()}, cases {Case.objects.count()}."
            " Run manage.py prepare now."
        )


def _bulletins() -> int:
    """How many bulletins there are; none in a database without tables."""
    if Bulletin._meta.db_table not in connection.introspection.table_names():
        return 0
    return Bulletin.objects.count()
