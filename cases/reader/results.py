"""What the reader returns: a Reading of CaseReadings, each made of Found values.

Everything here is frozen and plain. A value that is not in the text is None or
an empty tuple, never a guess. Every span is a half-open range [start, end) of
code points in the text that was given to the reader, so that
``text[start:end]`` are the very words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

Span = tuple[int, int]
Qualifier = Literal["exact", "about", "at-least", "nearly", "inferred"]
AmountKind = Literal["involved", "gain", "loss"]

Value = TypeVar("Value", covariant=True)


def united(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Ranges put in order, those that overlap made one.

    >>> united([(6, 9), (0, 4), (0, 3), (4, 5)])
    ((0, 4), (4, 5), (6, 9))
    """
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """One value, the words that it was read from, and the rule that read it.

    ``spans`` has several ranges where a value needs several (同年9月 needs its
    year too) and is empty only for an inferred value. ``rule`` is the short
    dotted name of the rule, such as ``dates.authority``; ``reason`` says in one
    English sentence why the rule chose this value.
    """

    value: Value
    spans: tuple[Span, ...]
    rule: str
    reason: str = ""
    qualifier: Qualifier = "exact"


@dataclass(frozen=True, slots=True)
class Caution:
    """A reason for an editor to look at a field, given or not.

    ``field`` is a field name of CaseReading.FIELDS, or of Reading; ``code`` a key of
    ``cautions.MESSAGES``, whose English template is filled with ``values``.
    ``doubtful`` cautions put the field among the case's doubts; the others
    only inform.
    """

    field: str
    code: str
    values: tuple[str, ...] = ()
    doubtful: bool = True


# Cautions on offences that put the primary one in doubt.
PRIMARY_OFFENCE_CODES = frozenset({"no-offence", "several-offences", "weak-offence"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money: ``yuan`` (rounded to whole yuan) and what it counts.

    ``original`` and ``currency`` keep a sum as printed when it is not in yuan
    (ISO 4217 code, such as USD); yuan is then None.
    """

    kind: AmountKind
    yuan: int | None
    original: str = ""
    currency: str = "CNY"


@dataclass(frozen=True, slots=True)
class Place:
    """A division: its six-digit GB/T 2260 code and official names, province down.

    ``names`` is ("山西省", "运城市"); a municipality is ("北京市",) or
    ("北京市", "海淀区").
    """

    code: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseReading:
    """One case as read. ``span`` is its passage; ``noise`` the ranges inside it
    that are adverts, images or injected words and are not shown.

    ``month`` is YYYY-MM; ``occurred`` a pair (start, end) of YYYY-MM or YYYY,
    either may be None; ``people`` and ``coercive`` are head counts; the
    primary offence (a slug of offence-types.csv) and the primary amount stand
    first.
    """

    number: int
    span: Span
    text: str
    noise: tuple[Span, ...] = ()
    title: Found[str] | None = None
    agency: Found[str] | None = None
    region: Found[Place] | None = None
    month: Found[str] | None = None
    occurred: Found[tuple[str | None, str | None]] | None = None
    offences: tuple[Found[str], ...] = ()
    suspects: tuple[Found[str], ...] = ()
    people: Found[int] | None = None
    coercive: Found[int] | None = None
    amounts: tuple[Found[Amount], ...] = ()
    outcomes: tuple[Found[str], ...] = ()
    cautions: tuple[Caution, ...] = ()

    FIELDS = (
        "title",
        "agency",
        "region",
        "month",
        "occurred",
        "offences",
        "suspects",
        "people",
        "coercive",
        "amount",
        "outcome",
    )

    @property
    def doubts(self) -> tuple[str, ...]:
        """The fields that an editor should check, in the order of FIELDS.

        ``offence`` stands before ``offences`` where the primary one is doubtful
        too, not only what comes after it.
        """
        doubtful = {caution.field for caution in self.cautions if caution.doubtful}
        names = [name for name in self.FIELDS if name in doubtful]
        if any(caution.code in PRIMARY_OFFENCE_CODES for caution in self.cautions):
            names.insert(names.index("offences"), "offence")
        return tuple(names)

    def found(self) -> Iterator[tuple[str, Found[object]]]:
        """Every value with its field name, in the order of FIELDS."""
        for name in self.FIELDS:
            attribute = {"amount": "amounts", "outcome": "outcomes"}.get(name, name)
            value = getattr(self, attribute)
            values = value if isinstance(value, tuple) else (value,)
            yield from ((name, one) for one in values if one is not None)


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole text as read: what is said of the bulletin, and its cases.

    ``published`` is the date of this copy, YYYY-MM-DD; ``account`` who
    published it; ``issuer`` the authority whose cases these are; ``source``
    the origin that the text credits. ``version`` names the reader's rules, so
    that stored evidence says by which they were read.
    """

    version: str
    title: Found[str] | None = None
    published: Found[str] | None = None
    account: Found[str] | None = None
    issuer: Found[str] | None = None
    campaign: Found[str] | None = None
    source: Found[str] | None = None
    cases: tuple[CaseReading, ...] = field(default=())
    cautions: tuple[Caution, ...] = ()
