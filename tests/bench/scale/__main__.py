"""``python -m tests.bench.scale [--cases N]``: what ``make bench`` runs.

Everything it makes lies in one folder, .data/bench unless ``--folder`` names another,
which is removed at the end; the report stays. With ``--keep`` the catalogue stays too,
and the next run of the same number of cases measures it again without loading.
``--document docs/performance.md`` puts the report where that page has its marks.
"""

from __future__ import annotations

import argparse
import importlib
import os
import subprocess
import sys
from pathlib import Path

import django

PROJECT = Path(__file__).resolve().parents[3]
# A server's memory for the database, as docker-compose.yml gives.
SHARED_BUFFERS = "512MB"
# What larger catalogues are compared with, for growth.
SMALL = 10_000


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure Casebook at scale.")
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--folder", type=Path, default=PROJECT / ".data" / "bench")
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--document", type=Path, help="put the report in there")
    parser.add_argument("--small", action="store_true", help="for growth alone")
    arguments = parser.parse_args()
    cases = SMALL if arguments.small else arguments.cases
    folder = arguments.folder.absolute() / str(cases)
    told = arguments.folder.absolute() / "growth.json"
    if cases > SMALL:
        command = [sys.executable, "-m", "tests.bench.scale", "--small", *sys.argv[1:]]
        subprocess.run(command, check=True)
    elif not arguments.small:
        told.unlink(missing_ok=True)
    # Settings are read once, at the first import of a model.
    os.environ.pop("DATABASE_URL", None)
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "casebook.settings",
        "CASEBOOK_DATA_DIR": str(folder),
        "CASEBOOK_PG_SHARED_BUFFERS": SHARED_BUFFERS,
        # Pages are not kept, here and by the servers that are not told otherwise.
        "PAGE_CACHE_MEGABYTES": "0",
    }
    django.setup()
    run = importlib.import_module("tests.bench.scale.run")
    given = (arguments.seed, folder, told)
    if arguments.small:
        return int(run.measure_small(*given, keeps=arguments.keep))
    document = arguments.document and arguments.document.absolute()
    return int(run.run(cases, *given, keeps=arguments.keep, document=document))


if __name__ == "__main__":
    raise SystemExit(main())
