"""The parts of the review page, as its templates see them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy

from cases.actions.errors import Blocker
from cases.actions.values import FIELDS
from cases.actions.wording import field_words
from cases.admin.marked_text import Line
from cases.forms.cases import CaseForm
from cases.models import Bulletin, Case, OffenceType
from cases.shown import Span

# What is marked with a colour of its own, and in which of the legend's groups.
GROUPS = {
    "place": (gettext_lazy("Place"), ("region", "agency")),
    "time": (gettext_lazy("Time"), ("month", "occurred")),
    "who": (gettext_lazy("Persons"), ("suspects", "people", "coercive")),
    "money": (gettext_lazy("Money"), ("amount",)),
    "offence": (gettext_lazy("Offence"), ("offences",)),
    "outcome": (gettext_lazy("Outcome"), ("outcome",)),
}
GROUP_OF = {name: group for group, (_label, names) in GROUPS.items() for name in names}

# The keys that lead to the fields, in their order.
FIELD_KEYS = "1234567890-"

# Text around the cases longer than this is folded away.
LONG_REST = 900


@dataclass(slots=True)
class FieldView:
    """One field of a draft: its value in words, its evidence, its inputs.

    ``was`` is the reader's value in words where an editor's stands instead.
    ``inputs`` are the bound fields. An open field asks to be looked at.
    """

    name: str
    label: str
    value: str
    group: str
    inputs: list[Any]
    words: Any
    at: Any
    quotes: list[tuple[str, str]] = field(default_factory=list)
    cautions: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    is_doubtful: bool = False
    is_checked: bool = False
    editor: str = ""
    reason: str = ""
    was: str = ""
    can_undo: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it stands open: in doubt, or wrongly typed."""
        return self.is_doubtful or bool(self.errors)

    @property
    def is_chinese(self) -> bool:
        """Whether the value is words of the source."""
        return self.name in {"title", "agency", "suspects"}


@dataclass(slots=True)
class FlagView:
    """Personal data to decide on, or decided: ``decision`` is redact, override or
    empty. ``why`` is what was typed for a step that was refused."""

    kind: str
    label: str
    words: str
    spans: list[str]
    decision: str = ""
    decision_id: int = 0
    reason: str = ""
    who: str = ""
    why: str = ""


@dataclass(slots=True)
class Draft:
    """A case beside its passage, with its form and all that is said about it.

    ``moved_from`` is the passage that a draft had before it was last moved.
    """

    case: Case
    form: CaseForm
    lines: list[Line]
    fields: list[FieldView]
    flags: list[FlagView]
    decisions: list[FlagView]
    contradictions: list[Blocker]
    doubts: list[str]
    events: list[str]
    is_editable: bool
    moved_from: Span | None = None
    message: str = ""

    @property
    def is_clean(self) -> bool:
        """Whether it can be published without a question."""
        unconfirmed = [
            one
            for one in self.contradictions
            if one.code not in self.case.checked_fields
        ]
        return not (self.flags or unconfirmed or self.doubts)

    @property
    def is_draft(self) -> bool:
        """Whether it waits for a decision."""
        return self.case.status == Case.Status.DRAFT


@dataclass(slots=True)
class Row:
    """A part of the page: a draft beside its passage, or text of no case."""

    lines: list[Line]
    draft: Draft | None = None
    length: int = 0

    @property
    def is_long(self) -> bool:
        """Whether the text is folded away."""
        return self.draft is None and self.length > LONG_REST


@dataclass(slots=True)
class ReviewPage:
    """The whole page. ``aside`` are rejected cases whose passage others took,
    ``history`` the steps of the bulletin itself."""

    bulletin: Bulletin
    rows: list[Row]
    aside: list[Draft]
    cautions: list[str]
    history: list[str]
    offence_types: list[OffenceType]

    @property
    def drafts(self) -> list[Draft]:
        """All cases in the order of the text."""
        return [row.draft for row in self.rows if row.draft] + self.aside

    @property
    def clean_count(self) -> int:
        """How many drafts can be published without a question."""
        return sum(draft.is_draft and draft.is_clean for draft in self.drafts)

    @property
    def draft_count(self) -> int:
        """How many drafts wait."""
        return sum(draft.is_draft for draft in self.drafts)

    @property
    def was_public(self) -> bool:
        """Whether a case of it was ever public."""
        return any(draft.case.published_at for draft in self.drafts)

    @property
    def field_names(self) -> list[tuple[str, str]]:
        """The fields by name and label, for a choice among them."""
        return [(name, field_words(name)) for name in FIELDS]

    @property
    def field_keys(self) -> list[tuple[str, str, str]]:
        """The key that leads to each field, its name and label."""
        return [
            (key, name, label)
            for key, (name, label) in zip(FIELD_KEYS, self.field_names, strict=True)
        ]

    @property
    def field_keys_json(self) -> str:
        """Keys and names for the script."""
        return json.dumps([(key, name) for key, name, _label in self.field_keys])

    @property
    def legend(self) -> list[tuple[str, str]]:
        """The groups of marks with their names."""
        return [(group, str(label)) for group, (label, _names) in GROUPS.items()]
