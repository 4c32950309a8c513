"""What is typed about whole texts: importing, copies, marking a passage."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.documents import SUFFIXES, Kind
from cases.models import Case, Copy
from cases.shown import Span


class FilesInput(forms.ClearableFileInput):
    """An input that takes several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Uploaded files as a list. Empty files come through: their result says so."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        """The files in the order in which they were chosen."""
        return [
            super(FilesField, self).clean(one, initial) for one in data or [] if one
        ]


class OriginForm(forms.Form):
    """Who published a text, where and when; what is left empty is read in it."""

    account = forms.CharField(
        label=gettext_lazy("Account"), required=False, max_length=120
    )
    url = forms.URLField(
        label=gettext_lazy("Address"),
        required=False,
        max_length=1000,
        assume_scheme="https",
    )
    published = forms.DateField(
        label=gettext_lazy("Published on"),
        required=False,
        widget=forms.DateInput(attrs={"placeholder": "2025-02-10"}, format="%Y-%m-%d"),
    )


class ImportForm(OriginForm):
    """Files or a pasted text, and what is known of a single one."""

    files = FilesField(  # type: ignore[assignment]  # taken by the metaclass
        label=gettext_lazy("Files"),
        required=False,
        allow_empty_file=True,
        widget=FilesInput(
            attrs={"accept": ",".join(filter(None, SUFFIXES)), "autofocus": True}
        ),
    )
    # Stripped lines and changed line ends would make another text of it.
    text = forms.CharField(
        label=gettext_lazy("Text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10}),
    )
    field_order = ("files", "text", "account", "url", "published")

    def clean(self) -> dict[str, Any]:
        """One text at least, and a single one where an origin is given."""
        data = super().clean() or {}
        texts = len(data.get("files") or []) + bool((data.get("text") or "").strip())
        if not texts and not self.errors:
            raise forms.ValidationError(_("Choose files or paste a text."))
        said = [name for name in ("account", "url", "published") if data.get(name)]
        names = [file.name or "" for file in data.get("files") or []]
        is_archive = any(name.lower().endswith(f".{Kind.ARCHIVE}") for name in names)
        if said and (texts > 1 or is_archive):
            raise forms.ValidationError(
                _("Account, address and date are those of one text: import it alone.")
            )
        return data


class CopyForm(OriginForm):
    """One more copy of a known bulletin."""

    file = forms.FileField(label=gettext_lazy("File"))


class BulletinForm(OriginForm):
    """What is said of a bulletin and its primary copy."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=300)
    issuer = forms.CharField(
        label=gettext_lazy("Issuer"), required=False, max_length=120
    )
    campaign = forms.CharField(
        label=gettext_lazy("Campaign"), required=False, max_length=60
    )
    source = forms.CharField(
        label=gettext_lazy("Source credited"), required=False, max_length=120
    )
    field_order = (
        *("title", "issuer", "campaign", "source"),
        *("account", "url", "published"),
    )


class DraftField(forms.ModelChoiceField):
    """One of a text's drafts, by its number."""

    def label_from_instance(self, obj: Case) -> str:
        """What a marked passage becomes when this draft is chosen."""
        return _("the passage of case %(number)s") % {"number": obj.number}


class PassageForm(forms.Form):
    """A passage by its first and last words, or by its offsets in code points.

    ``case`` is the draft that it shall be the passage of, none for a new case.
    """

    first = forms.CharField(
        label=gettext_lazy("It begins with"), required=False, max_length=500
    )
    last = forms.CharField(
        label=gettext_lazy("It ends with"), required=False, max_length=500
    )
    start = forms.IntegerField(
        label=gettext_lazy("From character"), required=False, min_value=0
    )
    end = forms.IntegerField(
        label=gettext_lazy("to character"), required=False, min_value=1
    )
    case = DraftField(
        Case.objects.none(),
        label=gettext_lazy("It becomes"),
        required=False,
        empty_label=gettext_lazy("a new case"),
    )

    def __init__(self, copy: Copy, *args: Any, **options: Any) -> None:
        self.copy = copy
        super().__init__(*args, **{"prefix": "passage", **options})
        drafts = self.fields["case"]
        assert isinstance(drafts, DraftField)
        drafts.queryset = copy.cases.filter(status=Case.Status.DRAFT).order_by("number")

    def clean(self) -> dict[str, Any]:
        """Find the passage; ``span`` is its range."""
        data = super().clean() or {}
        if self.errors:
            return data
        start, end = data.get("start"), data.get("end")
        if start is not None and end is not None:
            if not start < end <= len(self.copy.text):
                raise forms.ValidationError(_("This is no range of the text."))
            data["span"] = (start, end)
            return data
        first, last = data.get("first", "").strip(), data.get("last", "").strip()
        if not first or not last:
            raise forms.ValidationError(
                _("Give the first and the last words of the passage.")
            )
        data["span"] = self._find(first, last)
        return data

    def _find(self, first: str, last: str) -> Span:
        text = self.copy.text
        start = text.find(first)
        if start < 0:
            raise forms.ValidationError(
                _("“%(words)s” is not in the text.") % {"words": first}
            )
        end = text.find(last, start)
        if end < 0:
            raise forms.ValidationError(
                _("“%(words)s” does not follow in the text.") % {"words": last}
            )
        return start, end + len(last)


class WordsForm(forms.Form):
    """Words to black out: wherever they stand in the text, or one marked range."""

    words = forms.CharField(label=gettext_lazy("Words"), required=False, max_length=500)
    start = forms.IntegerField(required=False, widget=forms.HiddenInput)
    end = forms.IntegerField(required=False, widget=forms.HiddenInput)
    reason = forms.CharField(label=gettext_lazy("Why"), required=False, max_length=500)

    def __init__(self, copy: Copy, *args: Any, **options: Any) -> None:
        self.copy = copy
        super().__init__(*args, **{"prefix": "words", **options})

    def clean(self) -> dict[str, Any]:
        """Find the ranges; ``spans`` are all of them."""
        data = super().clean() or {}
        start, end = data.get("start"), data.get("end")
        words = data.get("words", "").strip()
        if start is not None and end is not None:
            data["spans"] = [(start, end)]
        elif words:
            text = self.copy.text
            data["spans"] = []
            place = text.find(words)
            while place >= 0:
                data["spans"].append((place, place + len(words)))
                place = text.find(words, place + len(words))
            if not data["spans"]:
                raise forms.ValidationError(
                    _("“%(words)s” is not in the text.") % {"words": words}
                )
        else:
            raise forms.ValidationError(_("Say which words to black out."))
        return data
