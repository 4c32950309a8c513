"""How well the reader reads, as measured: the figures of accuracy.json.

``tests/reader/accuracy.py`` writes the file and the table of docs/reading.md from one
scoring; tests compare them with each other and with what is measured today.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any

from django.utils.translation import gettext_lazy as _

FIGURES: dict[str, Any] = json.loads(
    files("cases").joinpath("accuracy.json").read_text("utf-8")
)
DEVELOPED, SET_ASIDE, INVENTED = "developed on", "set aside", "invented"

# The scorer's rows in the order of a case's page; "sure" is told apart.
LABELS = {
    "split": _("Cut into cases"),
    "title": _("Title"),
    "region": _("Place"),
    "city": _("City"),
    "month": _("Authorities acted in"),
    "occurred": _("Offending took place"),
    "offence": _("Filed under, first"),
    "offences": _("Filed under, all"),
    "suspects": _("Named in the text as"),
    "people": _("Offenders caught or dealt with"),
    "coercive": _("Under criminal coercive measures"),
    "amount": _("Money"),
    "outcome": _("Outcome"),
    "bulletin.title": _("Title of the bulletin"),
    "bulletin.published": _("Bulletin published"),
    "bulletin.issuer": _("Issuer of the bulletin"),
    "bulletin.campaign": _("Special operation"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """A set of texts with its date and size, and the F1 of each row in percent."""

    name: str
    date: date
    texts: int
    cases: int
    percent: dict[str, int]
    sure_right: int
    sure_share: int


@dataclass(frozen=True, slots=True)
class Accuracy:
    """The texts that the rules know, and the best that is known of other texts.

    ``rows`` are label, percent on the former, percent on the latter; None where
    nothing was measured.
    """

    known: Part
    unseen: Part
    rows: tuple[tuple[Any, int | None, int | None], ...]


def accuracy() -> Accuracy:
    """The committed figures; those of texts set aside as soon as they were scored."""
    known = _part(DEVELOPED)
    unseen = _part(SET_ASIDE if SET_ASIDE in FIGURES else INVENTED)
    rows = tuple(
        (label, known.percent.get(name), unseen.percent.get(name))
        for name, label in LABELS.items()
    )
    return Accuracy(known, unseen, rows)


def _part(name: str) -> Part:
    part = FIGURES[name]
    fields = part["fields"]
    return Part(
        name=name,
        date=date.fromisoformat(part["date"]),
        texts=part["texts"],
        cases=part["cases"],
        percent={
            field: _percent(figures["f1"])
            for field, figures in fields.items()
            if "f1" in figures
        },
        sure_right=_percent(fields["sure"]["precision"]),
        sure_share=_percent(fields["sure"]["recall"]),
    )


def _percent(share: float) -> int:
    """Rounded down: 100 is said of nothing that missed once."""
    return int(share * 100 + 1e-9)
