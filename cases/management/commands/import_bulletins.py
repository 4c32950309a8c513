"""manage.py import_bulletins"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from tqdm import tqdm

from cases.actions.importing import Imported, Outcome, import_files
from cases.actions.publishing import publish_bulletin_cases
from cases.actions.samples import samples
from cases.documents import SUFFIXES
from cases.management.users import acting_user
from cases.management.words import number


class Command(BaseCommand):
    """Imports files like the import page: a line for each, and a summary.

    One that cannot be read stops no other; the exit status is 1 then.
    """

    help = "Import bulletins from files, folders of them and archives (.zip)."

    def add_arguments(self, parser: Any) -> None:
        """Files and folders, whether to publish, and in whose name."""
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument(
            "--publish",
            action="store_true",
            help="publish the cases that raise no question; list the others",
        )
        parser.add_argument(
            "--by",
            metavar="USER",
            help="who imports; by default the first who may publish",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Import every file; raise CommandError at the end when one failed."""
        by = acting_user(options["by"])
        files = list(_files(options["paths"]))
        counts: Counter[str] = Counter()
        with translation.override("en"):
            for file in tqdm(files, unit="file", disable=not sys.stderr.isatty()):
                self._import(file, by, options["publish"], counts)
        self.stdout.write(
            f"{number(counts['files'], 'file')}: {counts[Outcome.READ]} read,"
            f" {counts[Outcome.KNOWN]} already known,"
            f" perhaps {number(counts[Outcome.LIKELY_COPY], 'copy', 'copies')},"
            f" {counts[Outcome.NOT_READ]} not read;"
            f" {number(counts['cases'], 'case')}, {counts['published']} published"
        )
        if here := samples().cases:
            self.stdout.write(
                f"Still here: {number(here, 'sample case')}"
                " (manage.py remove_samples removes all samples)."
            )
        if counts[Outcome.NOT_READ]:
            failed = number(counts[Outcome.NOT_READ], "file")
            raise CommandError(f"Not read: {failed}.")

    def _import(
        self, file: Path, by: User, publish: bool, counts: Counter[str]
    ) -> None:
        try:
            content = file.read_bytes()
        except OSError as error:
            failed = Imported(Outcome.NOT_READ, file.name, problem=str(error))
            self._take(file, failed, by, publish, counts)
            return
        try:
            for imported in import_files(content=content, filename=file.name, by=by):
                self._take(file, imported, by, publish, counts)
        except PermissionDenied:
            raise CommandError(f"{by} may not import.") from None

    def _take(
        self,
        file: Path,
        imported: Imported,
        by: User,
        publish: bool,
        counts: Counter[str],
    ) -> None:
        """Count and tell what became of a file, or of one in an archive."""
        counts["files"] += 1
        counts[imported.outcome] += 1
        counts["cases"] += imported.cases
        self._say(f"{file.parent / imported.name}: {_line(imported)}")
        if publish and imported.outcome == Outcome.READ:
            self._publish(imported, by, counts)

    def _publish(self, imported: Imported, by: User, counts: Counter[str]) -> None:
        assert imported.bulletin is not None  # a text that was read is one
        try:
            result = publish_bulletin_cases(bulletin=imported.bulletin, by=by)
        except PermissionDenied:
            raise CommandError(f"{by} may not publish.") from None
        counts["published"] += len(result.published)
        for case, found in result.left:
            reasons = "; ".join(map(str, found))
            self._say(f"  case {case.number} stays a draft: {reasons}")

    def _say(self, line: str) -> None:
        """Print a line above the progress bar."""
        with tqdm.external_write_mode(file=sys.stderr):
            self.stdout.write(line)


def _files(paths: list[Path]) -> Iterator[Path]:
    """The files as named, and those of known kinds in the folders, in order."""
    for path in paths:
        if path.is_dir():
            yield from sorted(
                file
                for file in path.rglob("*")
                if file.is_file() and file.suffix.lower() in SUFFIXES.keys() - {""}
            )
        else:
            yield path


def _line(imported: Imported) -> str:
    """What became of one file."""
    bulletin = imported.bulletin
    which = f" (bulletin {bulletin.pk})" if bulletin else ""
    match imported.outcome:
        case Outcome.READ:
            words = (
                f"read, {number(imported.cases, 'case')},"
                f" {number(imported.warnings, 'warning')}"
            )
        case Outcome.KNOWN:
            words = "already known"
        case Outcome.LIKELY_COPY:
            assert imported.original is not None  # what it seems to be a copy of
            words = (
                f"read, {number(imported.cases, 'case')},"
                f" perhaps a copy of bulletin {imported.original.pk}"
            )
        case Outcome.NOT_READ:
            words = f"not read: {imported.problem}"
    return words + which
