"""The reader's remarks to an editor, one English template a code.

The desk shows them translated: its catalogue has every template of this table.
"""

from __future__ import annotations

from cases.reader.results import Caution

MESSAGES: dict[str, str] = {
    "no-outcome": "no outcome found: the case may be cut off or told elsewhere",
    "several-outcomes": "several outcomes: {0}",
    "several-stages": "both {0} and {1}: the text may tell several stages",
    "seized-only": "only seized money is named: {0}",
    "several-sums": "two sums of one kind, {0} and {1}: took {0}",
    "unplaced-sum": "{0} is named, but not what it counts",
    "vague-sum": "{0} gives no figure: took {1}",
    "two-counts": "two counts, {0} and {1}: took {2}",
}


def sentence(caution: Caution) -> str:
    """The remark in English, as the command prints it.

    >>> sentence(Caution("people", "two-counts", ("53", "28", "53")))
    'two counts, 53 and 28: took 53'
    """
    return MESSAGES[caution.code].format(*caution.values)
