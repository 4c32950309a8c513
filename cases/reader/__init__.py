"""Reads cases out of the bulletins of Chinese authorities.

One verb, ``read_bulletin``, and the frozen results that it returns; all else is
the package's own. Nothing here needs Django.
"""

from cases.reader.read import VERSION, read_bulletin
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
]
