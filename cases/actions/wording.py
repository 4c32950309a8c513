"""What the actions and the reader remark, in the language of the page.

The reader and the privacy rules know no Django: they say codes and values, and the
sentences for the desk stand here, where the translators' tools find them. Tests
see to it that every code has its sentence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from cases.actions.reader_cautions import READER_CAUTIONS
from cases.documents import Problem, UnreadableDocument
from cases.models import Case
from cases.privacy import Kind

# Remarks that come up when a reading is stored.
OWN_CAUTIONS = {
    "unknown-region": _("the reader found division {0}, which the catalogue lacks"),
    "unknown-offence": _("the reader found offence {0}, which the catalogue lacks"),
    "unknown-outcome": _("the reader found outcome {0}, which the catalogue lacks"),
    "out-of-range": _("the reader found {0}, which is beyond all bounds"),
    "marked-by-hand": _("not found in the passage that was marked by hand"),
}

BLOCKERS = {
    "coercive-over-people": _(
        "more people under coercive measures ({0}) than caught ({1})"
    ),
    "occurred-reversed": _("it is said to have ended ({1}) before it began ({0})"),
    "month-before-offence": _(
        "the authorities acted ({0}) before the offending began ({1})"
    ),
    "month-after-bulletin": _(
        "the authorities acted ({0}) after the bulletin was published ({1})"
    ),
    "likely-copy": _("first say whether this bulletin is a copy of “{0}”"),
    "doubt": _("to be checked first: {0}"),
}

FLAG_KINDS = {
    Kind.ID_NUMBER: _("ID number"),
    Kind.MOBILE: _("mobile phone number"),
    Kind.BANK_CARD: _("bank card number"),
    Kind.NUMBER_PLATE: _("number plate"),
    Kind.ADDRESS: _("home address"),
    Kind.FULL_NAME: _("suspect's name in full"),
    Kind.VICTIM: _("victim's or witness's name in full"),
    Kind.MINOR: _("person under 18"),
    "other": _("marked by an editor"),
}

PROBLEMS = {
    Problem.EMPTY: _("the file has no text in it"),
    Problem.BINARY: _("this is not a text file"),
    Problem.TOO_LARGE: _("the file has {0} MB; {1} MB is the most for its kind"),
    Problem.UNKNOWN_ENCODING: _(
        "the encoding is not known: save the text as UTF-8 and try again"
    ),
    Problem.UNKNOWN_TYPE: _(
        "{0} files are not read: save it as .txt, .html, .docx or .pdf"
    ),
    Problem.MISLABELLED: _(
        "its name ends in {0}, but it is a {1} file: rename it, or save it anew"
    ),
    Problem.DAMAGED: _(
        "the {0} file is damaged or cut off: fetch or save it once more"
    ),
    Problem.ENCRYPTED: _("a password protects it: save it without one"),
    Problem.NO_TEXT_LAYER: _(
        "its pages ({0}) are pictures without text: run text recognition (OCR)"
        " over it, or paste the text"
    ),
    Problem.TOO_MANY_PAGES: _(
        "it has {0} pages; {1} are the most: take out the ones that tell the cases"
    ),
    Problem.TOO_HARD: _(
        "reading it takes too much time or memory: copy the text out and paste it"
    ),
    Problem.ARCHIVE_INSIDE: _("an archive is not opened here: unpack it first"),
    Problem.TOO_MANY_FILES: _(
        "the archive holds {0} files; {1} are the most: import it in parts"
    ),
    Problem.EXPANDS: _(
        "unpacked it would be far larger than any bulletin: nothing of it was read"
    ),
}

FIELDS = {
    "title": _("Title"),
    "agency": _("Agency"),
    "region": _("Region"),
    "month": _("Month"),
    "occurred": _("Happened"),
    "offences": _("Offences"),
    "suspects": _("Suspects"),
    "people": _("People"),
    "coercive": _("Coercive measures"),
    "amount": _("Sums"),
    "outcome": _("Outcome"),
}

# The reason of an editor's value that has neither words nor a reason of its own.
EDITORS_READING = "as the editor reads the passage"
REASONS = {EDITORS_READING: _("as the editor reads the passage")}


def caution_words(
    caution: Mapping[str, Any], names: Mapping[str, str] | None = None
) -> str:
    """A stored caution as a sentence.

    ``names`` are those of the offence types by slug, which the reader speaks of by
    slug; outcomes and fields are named anyhow.
    """
    known = names or {}
    code = caution["code"]
    template = OWN_CAUTIONS.get(code) or READER_CAUTIONS.get(code)
    if template is None:
        # An older reader's code: its values still say something.
        return " ".join([code, *caution["values"]])
    words = [_values_words(value, known) for value in caution["values"]]
    return str(template).format(*words)


def blocker_words(code: str, values: Sequence[str]) -> str:
    """Why a case is not published, as a sentence."""
    return str(BLOCKERS[code]).format(*values)


def flag_kind_words(kind: str) -> str:
    """A kind of personal data in words."""
    return str(FLAG_KINDS[kind])


def problem_words(error: UnreadableDocument) -> str:
    """Why a file gave no text, as a sentence."""
    return str(PROBLEMS[error.problem]).format(*error.values)


def field_words(field: str) -> str:
    """The name of a field."""
    return str(FIELDS.get(field, field))


def reason_words(reason: str) -> str:
    """A stored reason; the catalogue's own one is translated."""
    return str(REASONS.get(reason, reason))


def _values_words(value: str, names: Mapping[str, str]) -> str:
    """Values inside a caution, which the reader joins by 、 as the source does."""
    if not value.replace("、", "").isascii():
        # Words of the source stay as they are printed.
        return value
    parts = (names.get(one) or _value_words(one) for one in value.split("、"))
    return str(_(", ")).join(parts)


def _value_words(value: str) -> str:
    """A value inside a caution: an outcome by its name, all else as it is."""
    if value in Case.Outcome.values:
        return str(Case.Outcome(value).label)
    return str(FIELDS.get(value, value))
