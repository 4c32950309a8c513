"""From a file or a pasted text to a bulletin with draft cases, and back."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import PurePath

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from cases.actions.errors import ActionRefused
from cases.actions.likeness import find_original
from cases.actions.permissions import action, require
from cases.actions.readings import store_reading
from cases.actions.showing import refresh_dates
from cases.actions.wording import problem_words
from cases.documents import (
    Document,
    UnreadableDocument,
    read_document,
    read_files,
    read_pasted,
)
from cases.models import Bulletin, Case, Copy, Event
from cases.reader import read_bulletin
from cases.reader.results import Reading

log = logging.getLogger(__name__)

LONGEST_TITLE = 300


class Outcome(StrEnum):
    """What became of one text."""

    READ = "read"
    KNOWN = "known"
    LIKELY_COPY = "likely-copy"
    NOT_READ = "not-read"


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one text, for the person who brought it.

    ``bulletin`` is the one that it now is, or that it already was; None when the
    bytes gave no text. ``original`` is the bulletin of which it seems to be a
    copy. ``problem`` says why a text was not read; a bulletin beside it was kept
    nevertheless. ``cases`` and ``warnings`` count drafts and the reader's doubts.
    """

    outcome: Outcome
    name: str
    bulletin: Bulletin | None = None
    original: Bulletin | None = None
    cases: int = 0
    warnings: int = 0
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """What the importer says about a copy; what is left out is read in the text."""

    account: str = ""
    url: str = ""
    published: date | None = None


NOTHING_SAID = Origin()


@action("import_bulletin")
def import_bulletin(
    *,
    content: bytes,
    filename: str,
    by: User,
    origin: Origin = NOTHING_SAID,
    is_sample: bool = False,
) -> Imported:
    """Store a file as a bulletin with a draft for each case that the reader finds.

    A text that is already there is answered with its bulletin; bytes that give no
    text with the reason. When reading fails the bulletin is kept unread. A text
    that tells mostly the cases of another bulletin is kept apart until an editor
    says whether it is a copy: see ``join_bulletin`` and ``keep_apart``.
    """
    try:
        document = read_document(content, filename)
    except UnreadableDocument as error:
        return Imported(Outcome.NOT_READ, filename, problem=problem_words(error))
    return _import(document, by, origin, is_sample)


def import_files(
    *, content: bytes, filename: str, by: User, origin: Origin = NOTHING_SAID
) -> Iterator[Imported]:
    """Store a file like ``import_bulletin``, or each file of an archive (.zip).

    Each is an action of its own, so that one that cannot be stored undoes no other;
    its name tells the archive as well.
    """
    require(by, "import_bulletin")
    for one in read_files(content, filename):
        yield _import_found(found=one.found, name=one.name, by=by, origin=origin)


@action("import_bulletin")
def _import_found(
    *, found: Document | UnreadableDocument, name: str, by: User, origin: Origin
) -> Imported:
    if isinstance(found, UnreadableDocument):
        return Imported(Outcome.NOT_READ, name, problem=problem_words(found))
    return replace(_import(found, by, origin, is_sample=False), name=name)


@action("import_bulletin")
def import_pasted(*, text: str, by: User, origin: Origin = NOTHING_SAID) -> Imported:
    """Store a pasted text as a bulletin; the same as ``import_bulletin``."""
    name = _("pasted text")
    try:
        document = read_pasted(text)
    except UnreadableDocument as error:
        return Imported(Outcome.NOT_READ, name, problem=problem_words(error))
    return _import(document, by, origin, is_sample=False)


@action("import_bulletin")
def add_copy(
    *,
    bulletin: Bulletin,
    content: bytes,
    filename: str,
    by: User,
    origin: Origin = NOTHING_SAID,
) -> Copy:
    """Store a file as one more copy of a known bulletin, without reading cases.

    Raises UnreadableDocument for bytes that give no text and ActionRefused for a
    text that is already there.
    """
    document = read_document(content, filename)
    if known := Copy.objects.filter(content_key=document.content_key).first():
        raise ActionRefused(
            _("This text is already there: “%(title)s”.") % {"title": known.bulletin}
        )
    copy = _store_copy(bulletin, document, by, origin, _read(document, origin)[0])
    refresh_dates(bulletin)
    Event.objects.create(
        bulletin=bulletin,
        action=Event.Action.COPY_ADDED,
        after=str(copy)[:300],
        created_by=by,
    )
    return copy


@action("import_bulletin")
def join_bulletin(*, bulletin: Bulletin, into: Bulletin, by: User) -> Bulletin:
    """Make a bulletin's copies copies of another one, and drop its drafts.

    Raises ActionRefused when a case of it was ever published. Returns ``into``.
    """
    if bulletin == into:
        raise ActionRefused(_("A bulletin is no copy of itself."))
    _refuse_when_published(bulletin)
    copies = list(bulletin.copies.all())
    _drop_cases(bulletin)
    bulletin.copies.update(bulletin=into)
    bulletin.delete()
    refresh_dates(into)
    Event.objects.bulk_create(
        Event(
            bulletin=into,
            action=Event.Action.COPY_ADDED,
            after=str(copy)[:300],
            created_by=by,
        )
        for copy in copies
    )
    return into


@action("import_bulletin")
def keep_apart(*, bulletin: Bulletin, by: User) -> None:
    """Say that a bulletin is none of a copy of the one that it resembles."""
    other = bulletin.likely_copy_of
    if other is None:
        return
    bulletin.likely_copy_of = None
    bulletin.save(update_fields=["likely_copy_of"])
    Event.objects.create(
        bulletin=bulletin,
        action=Event.Action.CHECKED,
        field="likely-copy",
        before=other.pk,
        created_by=by,
    )


@action("import_bulletin")
def read_again(*, bulletin: Bulletin, by: User) -> Imported:
    """Read a bulletin's text anew: after a failure, or with a better reader.

    Drafts that nobody touched are replaced. Raises ActionRefused as soon as an
    editor has decided or corrected anything, so that no work is lost.
    """
    touched = bulletin.events.filter(case__isnull=False).exists()
    if touched or bulletin.cases.exclude(status=Case.Status.DRAFT).exists():
        raise ActionRefused(
            _("An editor has worked on this bulletin: it is not read again.")
        )
    _drop_cases(bulletin)
    copy = bulletin.primary_copy
    assert copy is not None  # every imported bulletin has one
    document = Document(copy.filename, bytes(copy.content), copy.text, copy.encoding)
    reading, failure = _read(
        document, Origin(copy.account, copy.url, bulletin.published)
    )
    Event.objects.create(
        bulletin=bulletin, action=Event.Action.READ_AGAIN, created_by=by
    )
    return take_in(copy=copy, reading=reading, failure=failure)


@action("import_bulletin")
def discard_bulletin(*, bulletin: Bulletin, by: User) -> None:
    """Undo an import: delete a bulletin of which nothing was ever published.

    Raises ActionRefused otherwise: what was public is withdrawn, not deleted.
    """
    _refuse_when_published(bulletin)
    log.info("bulletin %s %r discarded by %s", bulletin.pk, bulletin.title, by)
    _drop_cases(bulletin)
    Bulletin.objects.filter(pk=bulletin.pk).update(primary_copy=None)
    bulletin.copies.all().delete()
    bulletin.delete()


def take_in(*, copy: Copy, reading: Reading, failure: str = "") -> Imported:
    """Store the reading of a copy that is already there, and say what came of it.

    ``failure`` is the reader's message when it has none. A bulletin whose reading
    failed, or is refused by the database, is kept unread with the message. Part of
    an action.
    """
    bulletin = copy.bulletin
    name = copy.filename or _("pasted text")
    cases: list[Case] = []
    if not failure:
        try:
            with transaction.atomic():
                cases = store_reading(copy=copy, reading=reading)
        except Exception as error:
            # A reading that the database refuses is a reader's failure as well.
            log.exception("the reading of %r could not be stored", name)
            failure = f"{type(error).__name__}: {error}"
            bulletin.refresh_from_db()
    if failure:
        bulletin.state = Bulletin.State.UNREAD
        bulletin.reading_error = failure
        bulletin.save(update_fields=["state", "reading_error"])
        problem = _("the reader failed: %(message)s") % {"message": failure}
        return Imported(Outcome.NOT_READ, name, bulletin=bulletin, problem=problem)
    if not cases:
        return Imported(
            Outcome.NOT_READ, name, bulletin=bulletin, problem=_("no case was found")
        )
    cautions = [*bulletin.cautions, *(one for case in cases for one in case.cautions)]
    warnings = sum(caution["doubtful"] for caution in cautions)
    original = find_original(cases)
    if original:
        bulletin.likely_copy_of = original
        bulletin.save(update_fields=["likely_copy_of"])
    return Imported(
        Outcome.LIKELY_COPY if original else Outcome.READ,
        name,
        bulletin=bulletin,
        original=original,
        cases=len(cases),
        warnings=warnings,
    )


def _import(document: Document, by: User, origin: Origin, is_sample: bool) -> Imported:
    name = document.filename or _("pasted text")
    if known := _known(document):
        return Imported(Outcome.KNOWN, name, bulletin=known)
    reading, failure = _read(document, origin)
    try:
        # The same text may arrive twice at once: the unique key decides.
        with transaction.atomic():
            bulletin = Bulletin.objects.create(
                title=_title(document, reading), is_sample=is_sample, created_by=by
            )
            copy = _store_copy(bulletin, document, by, origin, reading)
    except IntegrityError:
        if known := _known(document):
            return Imported(Outcome.KNOWN, name, bulletin=known)
        raise
    bulletin.primary_copy = copy
    bulletin.save(update_fields=["primary_copy"])
    refresh_dates(bulletin)
    Event.objects.create(
        bulletin=bulletin, action=Event.Action.IMPORTED, after=name, created_by=by
    )
    return take_in(copy=copy, reading=reading, failure=failure)


def _known(document: Document) -> Bulletin | None:
    return Bulletin.objects.filter(copies__content_key=document.content_key).first()


def _read(document: Document, origin: Origin) -> tuple[Reading, str]:
    """The reading, or an empty one with the message of what went wrong."""
    try:
        reading = read_bulletin(document.text, published=origin.published)
    except Exception as error:
        # Whatever the reader stumbles over, the text is kept for the editor.
        log.exception("the reader failed on %r", document.filename)
        return Reading(version=""), f"{type(error).__name__}: {error}"
    failures = [one for one in reading.cautions if one.code == "not-read"]
    return reading, " ".join(value for one in failures for value in one.values)


def _store_copy(
    bulletin: Bulletin, document: Document, by: User, origin: Origin, reading: Reading
) -> Copy:
    published = origin.published
    if not published and reading.published:
        published = date.fromisoformat(reading.published.value)
    account = origin.account or (reading.account.value if reading.account else "")
    return Copy.objects.create(
        bulletin=bulletin,
        account=account[:120],
        url=origin.url or document.url,
        published=published,
        filename=document.filename[-255:],
        encoding=document.encoding,
        content=document.content,
        text=document.text,
        content_key=document.content_key,
        created_by=by,
    )


def _title(document: Document, reading: Reading) -> str:
    """What the text calls itself, else its first line, else its file's name."""
    if reading.title:
        return reading.title.value[:LONGEST_TITLE]
    lines = (line.strip("#*> \t\u3000") for line in document.text.splitlines())
    first = next((line for line in lines if line), "")
    return (first or PurePath(document.filename).stem)[:LONGEST_TITLE]


def _refuse_when_published(bulletin: Bulletin) -> None:
    if bulletin.cases.filter(published_at__isnull=False).exists():
        raise ActionRefused(
            _("A case of this bulletin was public: withdraw it instead.")
        )


def _drop_cases(bulletin: Bulletin) -> None:
    bulletin.cases.all().delete()
