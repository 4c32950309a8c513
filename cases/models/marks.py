"""What lists are narrowed and counted by, as the database keeps it beside each case.

Triggers keep four columns of a published case (migration 0014): ``offence_ids``,
``traits`` (one bit for each yes-or-no mark below), ``campaign`` and
``bulletin_published``. From these, the region and the month come the tallies
(migration 0015): how many cases carry two marks at once. The migrations write the same
numbers out; tests compare the two.
"""

from __future__ import annotations

from enum import IntEnum

from cases.models.cases import Case


class Kind(IntEnum):
    """The kinds of marks; the value beside it in a tally is a text.

    Of REGION it is the code, of MONTH YYYY-MM, of OFFENCE the offence type's key, of
    CAMPAIGN the name, of the others a bit of ``traits``; "" of REGION, MONTH and
    OUTCOME is what is not stated. Every case carries the mark of ALL.
    """

    ALL = 0
    REGION = 1
    MONTH = 2
    OFFENCE = 3
    OUTCOME = 4
    CAMPAIGN = 5
    SUM = 6
    PEOPLE = 7
    SAMPLE = 8


# The ready ranges of a list's two boxes, both ends included; None: no bound. Sums are
# thresholds, since many are printed as "more than ..."; head counts are small and
# exact enough to stand side by side.
READY_SUMS = (
    (None, 100_000),
    (100_000, None),
    (1_000_000, None),
    (10_000_000, None),
    (100_000_000, None),
)
READY_PEOPLE = ((1, 1), (2, 9), (10, 49), (50, None))

# The bits of ``traits``, from the lowest.
OUTCOME_BITS = {value: bit for bit, value in enumerate(Case.Outcome.values)}
SUM_STATED_BIT = 8
FIRST_SUM_BIT = 9
PEOPLE_STATED_BIT = 14
FIRST_PEOPLE_BIT = 15
SAMPLE_BIT = 19

BITS = {
    Kind.OUTCOME: range(SUM_STATED_BIT),
    Kind.SUM: range(SUM_STATED_BIT, PEOPLE_STATED_BIT),
    Kind.PEOPLE: range(PEOPLE_STATED_BIT, SAMPLE_BIT),
    Kind.SAMPLE: range(SAMPLE_BIT, SAMPLE_BIT + 1),
}
OUTCOMES_MASK = (1 << SUM_STATED_BIT) - 1
