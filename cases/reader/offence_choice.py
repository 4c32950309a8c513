"""The offence types that are chosen for a case, and what is doubtful about them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cases.reader.offence_pairs import (
    AIDING,
    CATCH_ALL,
    LAUNDERING,
    NEEDS_CHARGE,
    SERVED,
    TOO_COMMON,
    UPSTREAM,
)
from cases.reader.offence_signs import FORMAL, Evidence

# What a heading says and the telling does not; a case's name is more: 谣言|案.
HEADING_ONLY = frozenset({"heading words", "heading hint", "hint"})
OF_CASE = re.compile(r"”?(?:团伙|系列)?案")


@dataclass(slots=True)
class Choice:
    """The types listed, in order, and what is doubtful: codes with types."""

    chosen: list[Evidence]
    doubts: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)

    @property
    def slugs(self) -> set[str]:
        """The types listed."""
        return {e.slug for e in self.chosen}

    def doubt_main(self, other: Evidence | None = None) -> None:
        """Doubt which type stands first."""
        if other is None:
            self.doubts.append(("weak-offence", (self.chosen[0].slug,)))
        else:
            pair = (self.chosen[0].slug, other.slug)
            self.doubts.append(("several-offences", pair))

    def name_the_deed(self) -> None:
        """Put the deed that the heading or the lead names before a charge that covers
        many deeds, and doubt it: others file by the charge."""
        charge = self.chosen[0]
        if charge.has("heading charge"):
            return
        if charge.slug not in CATCH_ALL and not is_abroad(charge):
            return
        named = [
            e
            for e in self.chosen[1:]
            if e.has("heading words", "lead")
            or (e.has("theme") and e.has("told", "deed", "heading hint"))
        ]
        if len(named) == 1 and named[0].slug not in CATCH_ALL:
            self.chosen.remove(named[0])
            self.chosen.insert(0, named[0])
            self.doubt_main(charge)

    def doubt_few(self, first: Evidence) -> None:
        """Doubt that all is listed where little is told."""
        self.doubts.append(("few-words", (first.slug,)))

    def doubt_further(self, uncertain: list[Evidence]) -> None:
        """Doubt what is listed beside the first, if anything is uncertain."""
        if uncertain:
            slugs = "、".join(dict.fromkeys(e.slug for e in uncertain))
            self.doubts.append(("further-offences", (slugs,)))


def is_abroad(charge: Evidence) -> bool:
    """Whether a charge is one of those that prosecutors abroad bring for any crime
    over a wire: 电信欺诈 for the attacks of a ransomware gang."""
    return charge.slug == "fraud" and charge.words.endswith(("欺诈", "诈欺"))


def as_headed(charged: list[Evidence]) -> list[Evidence]:
    """Several charges, first the one of which heading or title speaks."""
    named = [e for e in charged if e.has("heading words", "title", "heading hint")]
    return (
        named + [e for e in charged if e not in named] if len(named) == 1 else charged
    )


def is_repeated(e: Evidence) -> bool:
    """Whether a type is told more than once."""
    return sum(e.counts[kind] for kind in ("told", "lead", "named")) > 1


def is_further(first: Evidence, other: Evidence) -> bool:
    """Whether a type is listed beside the first: it is charged, or told as what was
    done and not only as whose money was laundered or in the heading's words."""
    if other.has(*FORMAL):
        return True
    if first.slug == LAUNDERING and other.slug in UPSTREAM:
        return False
    if other.slug == AIDING and first.slug in SERVED:
        # Whoever helped them is no second charge against them.
        # Of a gang that its heading calls by the crime itself even less.
        is_headed = first.has("heading charge")
        return names_case(other) or (other.has("lead") and not is_headed)
    is_supplier = first.slug in (AIDING, "personal-information")
    if is_supplier and other.slug == TOO_COMMON and other.has("served"):
        # ... nor is the fraud of those whom they helped one against the helpers.
        return other.has("lead", "heading words", "title")
    if other.slug in NEEDS_CHARGE:
        return other.has("lead")
    return names_case(other) or not set(other.counts) <= HEADING_ONLY


def names_case(e: Evidence) -> bool:
    """Whether a heading calls the case by it: 编造试题外泄谣言|案."""
    if e.where is None or not e.kind.startswith("heading"):
        return False
    view, _, end = e.where
    return OF_CASE.match(view.text, end) is not None
