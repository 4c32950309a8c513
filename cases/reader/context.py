"""What the field rules are given: one case's parts, normalised, with their origin."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from cases.reader.clean import View
from cases.reader.results import Caution, Found, Place

# From so many characters on a story also tells what is beside its case.
LONG_STORY = 800

IssuerKind = Literal["police", "procuratorate", "court", "regulator", "other"]


@dataclass(frozen=True, slots=True)
class CaseContext:
    """One case, cut out and divided, before its fields are read.

    ``heading`` is the heading line without its number (its agency prefix still
    there) or None; ``title`` the cleaned heading; ``narrative`` the telling of
    the case without heading, commentary and noise; ``commentary`` the rest of
    the passage (典型意义, 网警提示). ``published`` is the date against which
    relative dates resolve. ``bulletin_title`` and ``intro`` are the words
    around the cases, ``seats`` the places of the bulletin's own authorities,
    the likeliest first. ``is_story`` says that the whole text tells one case.
    """

    narrative: View
    heading: View | None = None
    title: str | None = None
    commentary: View | None = None
    published: date | None = None
    bulletin_title: str = ""
    intro: View | None = None
    seats: tuple[Place, ...] = ()
    issuer_kind: IssuerKind = "police"
    is_story: bool = False

    @property
    def is_long_story(self) -> bool:
        """Whether the whole text tells one case at length, and so much beside it."""
        return self.is_story and len(self.narrative.text) > LONG_STORY


@dataclass(slots=True)
class Notes:
    """Cautions collected while one case's fields are read, and values already
    found that later rules lean on (counts need the outcome and the suspects)."""

    cautions: list[Caution] = field(default_factory=list)
    found: dict[str, tuple[Found[object], ...]] = field(default_factory=dict)

    def doubt(self, name: str, code: str, *values: str) -> None:
        """Mark a field as one that an editor should check."""
        self.cautions.append(Caution(name, code, values))

    def inform(self, name: str, code: str, *values: str) -> None:
        """Leave a remark that does not put the field in doubt."""
        self.cautions.append(Caution(name, code, values, doubtful=False))
