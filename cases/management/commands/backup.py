"""manage.py backup FOLDER"""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from casebook.backups import BackupError, back_up, keep_days


class Command(BaseCommand):
    """Writes a backup and clears away old ones; fails when it could not be made."""

    help = (
        "Write the whole database to a new file in a folder. With --keep-days older"
        " files go, once the new one is there."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to, and how long backups stay."""
        parser.add_argument("folder", type=Path, metavar="FOLDER")
        parser.add_argument(
            "--keep-days",
            type=int,
            metavar="N",
            help="remove backups older than this many days; by default none is",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the file and what was removed."""
        folder, days = options["folder"], options["keep_days"]
        if days is not None and days < 1:
            raise CommandError("--keep-days must be 1 or more.")
        now = datetime.now(UTC)
        try:
            path = back_up(folder, now=now)
        except BackupError as error:
            raise CommandError(f"No backup was made. {error}") from error
        self.stdout.write(f"{path}, {path.stat().st_size:,} bytes")
        if days is not None:
            for old in keep_days(folder, days, now=now):
                self.stdout.write(f"removed {old}")
