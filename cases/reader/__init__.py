"""Reads cases out of the bulletins of Chinese authorities.

Two verbs, ``read_bulletin`` and, for a passage that an editor marked,
``read_case``; and the frozen results that they return. All else is the package's
own. Nothing here needs Django.
"""

from cases.reader.read import VERSION, read_bulletin, read_case
from cases.reader.results import (
    Amount,
    CaseReading,
    Caution,
    Found,
    Place,
    Reading,
    Span,
)

__all__ = [
    "VERSION",
    "Amount",
    "CaseReading",
    "Caution",
    "Found",
    "Place",
    "Reading",
    "Span",
    "read_bulletin",
    "read_case",
]
