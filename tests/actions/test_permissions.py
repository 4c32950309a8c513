"""Which role may take which action."""

from __future__ import annotations

import importlib
import pkgutil

import pytest
from django.core.exceptions import PermissionDenied

import cases.actions
from cases.models import Bulletin
from tests.factories import UserFactory, user_with_role

# Whether an editor and a publisher may. Nobody else may do anything.
ALLOWED = {
    "import_bulletin": (True, True),
    "import_pasted": (True, True),
    "add_copy": (True, True),
    "join_bulletin": (True, True),
    "keep_apart": (True, True),
    "read_again": (True, True),
    "discard_bulletin": (True, True),
    "mark_case": (True, True),
    "move_passage": (True, True),
    "save_case": (True, True),
    "save_bulletin": (True, True),
    "check_fields": (True, True),
    "undo_field": (True, True),
    "reject_case": (True, True),
    "return_to_draft": (True, True),
    "redact": (True, True),
    "lift_redaction": (True, True),
    "answer_report": (True, True),
    "forget_contact": (True, True),
    "override_flag": (False, True),
    "publish_case": (False, True),
    "publish_bulletin_cases": (False, True),
    "withdraw_case": (False, True),
    "load_samples": (False, True),
    "remove_samples": (False, True),
}


def actions() -> dict:
    """Every action by its name, found in the modules themselves."""
    found = {}
    for module in pkgutil.iter_modules(cases.actions.__path__):
        loaded = importlib.import_module(f"cases.actions.{module.name}")
        found |= {
            name: value
            for name, value in vars(loaded).items()
            # An action for one of several files is private to its module.
            if hasattr(value, "permission") and not name.startswith("_")
        }
    return found


def test_every_action_is_in_the_table():
    assert set(actions()) == set(ALLOWED)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ALLOWED)
def test_the_table(name):
    permission = f"cases.{actions()[name].permission}"

    assert (
        user_with_role("editor").has_perm(permission),
        user_with_role("publisher").has_perm(permission),
    ) == ALLOWED[name]
    assert not UserFactory(is_staff=True).has_perm(permission)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ALLOWED)
def test_without_a_role_nothing_is_even_looked_at(name):
    with pytest.raises(PermissionDenied):
        actions()[name](by=UserFactory(is_staff=True))

    assert not Bulletin.objects.exists()
