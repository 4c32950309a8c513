"""What every test may use."""

from __future__ import annotations

import importlib
import os
from pathlib import Path

import pytest
from django.apps import apps

from cases.actions.vocabularies import load_vocabularies
from tests.reader.score import corpus


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The test database with the real regions and offence types in it."""
    with django_db_blocker.unblock():
        load_vocabularies()


@pytest.fixture
def restored_rows(transactional_db):
    """For tests that commit: what emptying the tables took away is put back."""
    importlib.import_module("cases.migrations.0003_roles").make_roles(apps, None)
    load_vocabularies()


@pytest.fixture(scope="session")
def corpus_folder() -> Path:
    """The real bulletins; without them a skip, on the build server a failure."""
    found = corpus()
    if (found / "gold").is_dir():
        return found
    if os.environ.get("CI"):
        pytest.fail(f"no corpus at {found}: set CASEBOOK_CORPUS")
    pytest.skip(f"no corpus at {found}")
