"""Cases for the rules, made from invented text, and short forms of what they read."""

from __future__ import annotations

from datetime import date
from typing import Any

from cases.reader import read_bulletin
from cases.reader.clean import normalise
from cases.reader.context import CaseContext, IssuerKind, Notes
from cases.reader.gazetteer import gazetteer, resolve
from cases.reader.offences import read_offences
from cases.reader.outcomes import read_outcomes
from cases.reader.people import read_people
from cases.reader.places import read_region
from cases.reader.results import Found, Place
from cases.reader.suspects import read_suspects


def make_case(
    narrative: str,
    heading: str | None = None,
    *,
    title: str | None = None,
    commentary: str | None = None,
    published: date | None = date(2024, 10, 15),
    bulletin_title: str = "",
    intro: str | None = None,
    seats: tuple[Place, ...] = (),
    issuer_kind: str = "police",
    is_story: bool = False,
) -> CaseContext:
    """A case whose parts are normalised one by one, each from its own text."""
    return CaseContext(
        narrative=normalise(narrative),
        heading=normalise(heading) if heading else None,
        title=title or heading,
        commentary=normalise(commentary) if commentary else None,
        published=published,
        bulletin_title=bulletin_title,
        intro=normalise(intro) if intro else None,
        seats=seats,
        issuer_kind=issuer_kind,
        is_story=is_story,
    )


def counted(
    narrative: str, heading: str | None = None
) -> tuple[Found[int] | None, Found[int] | None, Notes]:
    """The head counts of a case, those under coercion, and what was noted of them."""
    case, notes = make_case(narrative, heading), Notes()
    notes.found["outcomes"] = read_outcomes(case, notes)
    notes.found["suspects"] = read_suspects(case, notes)
    notes.cautions.clear()
    return (*read_people(case, notes), notes)


def offences_of(
    narrative: str, heading: str | None = None, **parts: Any
) -> tuple[list[str], Notes]:
    """The offence types of a case, the primary one first, and what was noted."""
    case, notes = make_case(narrative, heading, **parts), Notes()
    notes.found["outcomes"] = read_outcomes(case, notes)
    notes.cautions.clear()
    return [found.value for found in read_offences(case, notes)], notes


def words(found: Found, text: str) -> list[str]:
    """The words of the text at a value's spans."""
    return [text[start:end] for start, end in found.spans]


def doubts(notes: Notes) -> dict[str, str]:
    """Doubtful fields and the code of the last doubt about each."""
    return {c.field: c.code for c in notes.cautions if c.doubtful}


def openings(text: str, length: int = 8) -> list[str]:
    """The first words of each case's own lines, its heading included."""
    return [case.text[:length] for case in read_bulletin(text).cases]


def titles(text: str) -> list[str | None]:
    """The titles of a bulletin's cases, as they are read."""
    return [case.title and case.title.value for case in read_bulletin(text).cases]


def seat(*names: str) -> Place:
    """The place with these official names, province down."""
    code = resolve([gazetteer().named(name) for name in names]).division.code
    return gazetteer().place(code)


def read_place(
    narrative: str,
    heading: str | None = None,
    title: str = "",
    seats: tuple[Place, ...] = (),
    kind: IssuerKind = "police",
) -> tuple[str, str]:
    """The region as one string and the doubts' codes as another."""
    notes = Notes()
    case = CaseContext(
        narrative=normalise(narrative),
        heading=normalise(heading) if heading else None,
        bulletin_title=title,
        seats=seats,
        issuer_kind=kind,
    )
    _, region = read_region(case, notes)
    doubts = [one.code for one in notes.cautions if one.doubtful]
    return "".join(region.value.names) if region else "", " ".join(doubts)
