"""What a reader types to report something, without an account."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.models import Report
from cases.models.reports import LONGEST_WORDS

SHORTEST_WORDS = 5
# Nobody reads the page and writes a sentence in less; nobody leaves it open longer.
LEAST_SECONDS = 3
MOST_SECONDS = 24 * 3600
SIGNER = signing.TimestampSigner(salt="cases.reports")


class ReportForm(forms.Form):
    """Kind, words and, if an answer is wished for, a contact.

    Two fields are for machines: ``website``, which people do not see and leave empty,
    and ``opened``, a signed time of when the page was asked for. Whoever fails them
    is told so and loses nothing typed.
    """

    kind = forms.ChoiceField(
        label=gettext_lazy("What is it about?"),
        choices=Report.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what it is about.")},
    )
    words = forms.CharField(
        label=gettext_lazy("In your words"),
        min_length=SHORTEST_WORDS,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 7}),
        error_messages={"required": gettext_lazy("Say in your words what is wrong.")},
        help_text=gettext_lazy(
            "What is wrong, and how you know. In Chinese or English. Send no identity"
            " papers and no more about anybody than we need."
        ),
    )
    contact = forms.CharField(
        label=gettext_lazy("How we can reach you, if you wish"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "email"}),
    )
    website = forms.CharField(
        label=gettext_lazy("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    opened = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"opened": SIGNER.sign("report")})
        self.label_suffix = ""

    def clean(self) -> dict[str, Any]:
        """Refuse what no person sends; the page then comes back with a new time."""
        data = super().clean() or {}
        if data.get("website"):
            self.add_error(
                None, _("Please leave the field empty that is called so, then send.")
            )
        elif not self.errors and not self._is_in_time(data.get("opened", "")):
            self.add_error(
                None,
                _("That was too quick or too late for us. Please send it once more."),
            )
        return data

    def renewed(self) -> ReportForm:
        """The same form, as typed, with the time set to now."""
        machines = {"opened": SIGNER.sign("report"), "website": ""}
        self.data = {**self.data.dict(), **machines}  # type: ignore[attr-defined]
        return self

    @staticmethod
    def _is_in_time(opened: str) -> bool:
        try:
            SIGNER.unsign(opened, max_age=MOST_SECONDS)
        except signing.BadSignature:
            return False
        try:
            SIGNER.unsign(opened, max_age=LEAST_SECONDS)
        except signing.SignatureExpired:
            return True
        return False
