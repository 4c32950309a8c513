"""manage.py remove_samples, and the line of the import that names it."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from cases.models import Bulletin
from tests.actions.telling import TEXT
from tests.factories import BulletinFactory, CaseFactory, user_with_role

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher():
    """The one who may publish."""
    return user_with_role("publisher", username="fabu")


@pytest.fixture
def sample():
    """A sample bulletin with one case."""
    return CaseFactory(bulletin__is_sample=True).bulletin


def run(*arguments: str) -> list[str]:
    """The lines that the command prints."""
    out = StringIO()
    call_command("remove_samples", *arguments, stdout=out)
    return out.getvalue().splitlines()


@pytest.mark.parametrize("typed", ["", "n", "Yes please"])
def test_without_a_yes_nothing_is_removed(publisher, sample, monkeypatch, typed):
    monkeypatch.setattr("sys.stdin", StringIO(f"{typed}\n"))

    with pytest.raises(CommandError, match=r"^Nothing was removed\.$"):
        run()

    assert Bulletin.objects.get() == sample


def test_it_asks_and_removes(publisher, sample, monkeypatch):
    own = BulletinFactory()
    monkeypatch.setattr("sys.stdin", StringIO("yes\n"))

    said = run()

    assert said == [
        (
            "To be removed: 1 sample bulletin with 1 case. This is final. Type yes"
            " to go on:"
        ),
        "Removed 1 sample bulletin with 1 case.",
    ]
    assert Bulletin.objects.get() == own


def test_a_script_is_not_asked(publisher, sample):
    assert run("--no-input") == ["Removed 1 sample bulletin with 1 case."]
    assert run("--no-input") == ["There are no samples."]


def test_an_editor_may_not(publisher, sample):
    user_with_role("editor", username="bianji")

    with pytest.raises(CommandError, match=r"^bianji may not remove samples\.$"):
        run("--by", "bianji", "--no-input")


def test_an_import_beside_samples_names_the_command(publisher, sample, tmp_path):
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    out = StringIO()

    call_command("import_bulletins", str(tmp_path), stdout=out)

    assert out.getvalue().splitlines()[-1] == (
        "Still here: 1 sample case (manage.py remove_samples removes all samples)."
    )
