"""A case as an editor fills it in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from cases.forms.fields import (
    AmountsField,
    MonthField,
    NamesField,
    OffencesField,
    written_sum,
)
from cases.forms.places import RegionField
from cases.models import Case
from cases.models.cases import Qualifier
from cases.reader.results import CaseReading
from cases.shown import Span

FIELDS = CaseReading.FIELDS

# PostgreSQL's integer.
LARGEST_COUNT = 2**31 - 1

# The inputs of each field.
INPUTS = {
    **{name: (name,) for name in FIELDS},
    "occurred": ("occurred_from", "occurred_to"),
    "people": ("people", "people_qualifier"),
    "coercive": ("coercive", "coercive_qualifier"),
}


class CaseForm(forms.Form):
    """The fields of one case, and for each the words that it rests on.

    ``values()`` are in the shapes of cases.actions.values. ``seen`` is the newest
    step of the case's history when the page was drawn; ``reason`` is that of the
    corrections, ``why`` that of rejecting or withdrawing.
    """

    title = forms.CharField(required=False, max_length=300)
    agency = forms.CharField(required=False, max_length=120)
    region = RegionField(required=False, max_length=120)
    month = MonthField(max_length=20)
    occurred_from = MonthField(or_year=True, max_length=20)
    occurred_to = MonthField(or_year=True, max_length=20)
    offences = OffencesField()
    suspects = NamesField(max_length=4000)
    people = forms.IntegerField(required=False, min_value=0, max_value=LARGEST_COUNT)
    people_qualifier = forms.ChoiceField(required=False, choices=Qualifier.choices)
    coercive = forms.IntegerField(required=False, min_value=0, max_value=LARGEST_COUNT)
    coercive_qualifier = forms.ChoiceField(required=False, choices=Qualifier.choices)
    amount = AmountsField()
    outcome = forms.MultipleChoiceField(
        required=False,
        choices=Case.Outcome.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    reason = forms.CharField(required=False, max_length=500)
    why = forms.CharField(required=False, max_length=500)
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    checked = forms.MultipleChoiceField(
        required=False, choices=[(name, name) for name in FIELDS]
    )
    confirmed = forms.Field(required=False, widget=forms.MultipleHiddenInput)

    def __init__(self, case: Case, *args: Any, **options: Any) -> None:
        self.case = case
        super().__init__(*args, **{"prefix": f"case-{case.pk}", **options})
        for name in FIELDS:
            self.fields[f"words_{name}"] = forms.CharField(
                required=False, max_length=500, strip=False
            )
            self.fields[f"at_{name}"] = forms.IntegerField(
                required=False, widget=forms.HiddenInput
            )

    def clean(self) -> dict[str, Any]:
        """Look up the words that values rest on; a count's qualifier is exact when
        it was left out."""
        data = super().clean() or {}
        self.sources: dict[str, Span] = {}
        for name in FIELDS:
            words = data.get(f"words_{name}", "").strip("\r\n")
            if words.strip():
                span = self._find(words.strip(), data.get(f"at_{name}"))
                if span is None:
                    self.add_error(
                        f"words_{name}", _("These words are not in the passage.")
                    )
                else:
                    self.sources[name] = span
        return data

    def values(self) -> dict[str, Any]:
        """The values as typed, once the form is valid."""
        data = self.cleaned_data
        return {
            "title": data["title"] or None,
            "agency": data["agency"] or None,
            "region": data["region"],
            "month": data["month"],
            "occurred": _period(data["occurred_from"], data["occurred_to"]),
            "offences": data["offences"],
            "suspects": data["suspects"],
            "people": _count(data["people"], data["people_qualifier"]),
            "coercive": _count(data["coercive"], data["coercive_qualifier"]),
            "amount": data["amount"],
            "outcome": self._outcome(),
        }

    def _outcome(self) -> list[str]:
        """The ticked outcomes; the same ones as before keep their order."""
        before = self.initial.get("outcome") or []
        ticked = self.cleaned_data["outcome"]
        return list(before) if set(before) == set(ticked) else ticked

    def was_sent(self) -> bool:
        """Whether the fields came with the request; a read-only page sends none."""
        return self.add_prefix("seen") in self.data

    def confirmed_codes(self) -> list[str]:
        """The contradictions that the editor confirms."""
        return [str(code) for code in self.cleaned_data.get("confirmed") or []]

    def _find(self, words: str, at: int | None) -> Span | None:
        """The words at the offset that was marked, else where they first stand."""
        text, first, last = (
            self.case.copy.text,
            self.case.passage_start,
            self.case.passage_end,
        )
        if at is None or not text.startswith(words, at) or not first <= at < last:
            at = text.find(words, first, last)
        return None if at < 0 or at + len(words) > last else (at, at + len(words))


def initial(
    values: Mapping[str, Any], region: str, offences: Mapping[str, str], seen: int
) -> dict[str, Any]:
    """What a form of these values shows: ``region`` the division in words,
    ``offences`` the names of the offence types by slug."""
    start, end = values["occurred"] or (None, None)
    people, coercive = values["people"] or {}, values["coercive"] or {}
    return {
        "title": values["title"],
        "agency": values["agency"],
        "region": region,
        "month": values["month"],
        "occurred_from": start,
        "occurred_to": end,
        "offences": [offences[slug] for slug in values["offences"]],
        "suspects": values["suspects"],
        "people": people.get("count"),
        "people_qualifier": people.get("qualifier", Qualifier.EXACT),
        "coercive": coercive.get("count"),
        "coercive_qualifier": coercive.get("qualifier", Qualifier.EXACT),
        "amount": [_row(amount) for amount in values["amount"]],
        "outcome": values["outcome"],
        "seen": seen,
    }


def _row(amount: Mapping[str, Any]) -> dict[str, str]:
    yuan = amount["yuan"]
    return {
        "kind": amount["kind"],
        "qualifier": amount["qualifier"],
        "sum": amount["original"] if yuan is None else written_sum(yuan),
        "currency": amount["currency"],
    }


def _period(start: str | None, end: str | None) -> list[str | None] | None:
    return [start, end] if start or end else None


def _count(count: int | None, qualifier: str) -> dict[str, Any] | None:
    if count is None:
        return None
    return {"count": count, "qualifier": qualifier or Qualifier.EXACT.value}


def parse_spans(written: Iterable[str]) -> list[Span]:
    """Spans as the page writes them into its buttons: 12-34; others are dropped.

    >>> parse_spans(["12-34", "x", "5-"])
    [(12, 34)]
    """
    spans = []
    for one in written:
        start, _dash, end = one.partition("-")
        if start.isdecimal() and end.isdecimal():
            spans.append((int(start), int(end)))
    return spans
