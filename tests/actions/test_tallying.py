"""Whatever editors do, what lists count by equals a recount."""

from __future__ import annotations

from random import Random

import pytest

from cases.actions.correcting import save_bulletin, save_case, undo_field
from cases.actions.errors import ActionRefused, PublishingBlocked, WrongStatus
from cases.actions.publishing import (
    publish_bulletin_cases,
    publish_case,
    return_to_draft,
    withdraw_case,
)
from cases.actions.redacting import lift_redaction, redact
from cases.actions.tallying import Kept, check_tallies
from cases.counting import catalogue_totals

VALUES = [
    {"region": "140802"},
    {"month": "2024-07"},
    {"month": ""},
    {"offences": ["fraud", "system-sabotage"]},
    {"outcome": ["convicted"]},
    {"amount": []},
]
STEPS = 25


def take_one_step(random: Random, bulletin, cases, publisher) -> None:
    """One thing that an editor may do, or be refused."""
    case = random.choice(cases)
    case.refresh_from_db()
    step = random.randrange(8)
    if step == 0:
        publish_bulletin_cases(bulletin=bulletin, by=publisher)
    elif step in (1, 2):
        publish_case(case=case, by=publisher, confirmed=["coercive-above-people"])
    elif step == 3:
        withdraw_case(case=case, reason="重复", by=publisher)
    elif step == 4:
        return_to_draft(case=case, by=publisher)
    elif step == 5:
        save_case(case=case, values=random.choice(VALUES), by=publisher)
    elif step == 6:
        undo_field(
            case=case, field=random.choice(["month", "region", "amount"]), by=publisher
        )
    else:
        campaign = random.choice(["", "净网2024"])
        save_bulletin(
            bulletin=bulletin,
            copy=bulletin.primary_copy,
            values={"campaign": campaign},
            by=publisher,
        )


@pytest.mark.parametrize("seed", range(6))
def test_after_any_steps_tallies_equal_a_recount(bulletin, cases, publisher, seed):
    random = Random(seed)
    were_public = 0
    for _ in range(STEPS):
        try:
            take_one_step(random, bulletin, cases, publisher)
        except (ActionRefused, PublishingBlocked, WrongStatus):
            continue
        were_public += catalogue_totals().cases
        assert check_tallies() == Kept(0, 0)

    assert were_public


def test_a_redaction_and_its_lifting_change_no_number(cases, publisher):
    [case, *_] = cases
    publish_case(case=case, by=publisher)
    name = case.copy.text.index("石某")
    before = catalogue_totals()

    [decision] = redact(copy=case.copy, spans=[(name, name + 2)], by=publisher)
    assert check_tallies() == Kept(0, 0)
    assert catalogue_totals() == before

    lift_redaction(decision=decision, by=publisher)
    assert check_tallies() == Kept(0, 0)
    assert catalogue_totals() == before
