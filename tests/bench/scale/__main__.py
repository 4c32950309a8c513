"""``python -m tests.bench.scale [--cases N]``: what ``make bench`` runs.

Everything it makes lies in one folder, .data/bench unless ``--folder`` names another,
which is removed at the end. With ``--keep`` the catalogue stays, and the next run of
the same number of cases measures it again without loading.
"""

from __future__ import annotations

import argparse
import importlib
import os
from pathlib import Path

import django

PROJECT = Path(__file__).resolve().parents[3]
# A server's memory for the database, as docker-compose.yml gives.
SHARED_BUFFERS = "512MB"


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure Casebook at scale.")
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--folder", type=Path, default=PROJECT / ".data" / "bench")
    parser.add_argument("--keep", action="store_true")
    arguments = parser.parse_args()
    folder = arguments.folder.absolute() / str(arguments.cases)
    # Settings are read once, at the first import of a model.
    os.environ.pop("DATABASE_URL", None)
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "casebook.settings",
        "CASEBOOK_DATA_DIR": str(folder),
        "CASEBOOK_PG_SHARED_BUFFERS": SHARED_BUFFERS,
    }
    django.setup()
    run = importlib.import_module("tests.bench.scale.run")
    return int(run.run(arguments.cases, arguments.seed, folder, keeps=arguments.keep))


if __name__ == "__main__":
    raise SystemExit(main())
