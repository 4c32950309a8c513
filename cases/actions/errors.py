"""Why an action did not happen, in words for the person who asked for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cases.actions.wording import blocker_words, flag_kind_words

if TYPE_CHECKING:
    from cases.models import Case


class ActionRefused(Exception):
    """The action does not fit the state of things; the message says why."""


class WrongStatus(ActionRefused):
    """The case's status does not allow the step."""

    def __init__(self, case: Case) -> None:
        super().__init__(
            _("Case %(number)s is %(status)s: this step is not possible.")
            % {"number": case.number, "status": case.get_status_display()}
        )


class ChangedMeanwhile(ActionRefused):
    """Somebody else changed the case after the page was opened."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Someone else changed this case after you opened the page. What you "
                "typed is still here: compare it with the values below, then save "
                "again."
            )
        )


class InvalidSpan(ActionRefused):
    """A range that does not lie in the text."""


@dataclass(frozen=True, slots=True)
class Blocker:
    """One reason why a case is not published.

    ``code`` is privacy, a contradiction (see ``contradictions``), likely-copy or
    doubt; ``values`` fill its sentence. One that is ``confirmable`` gives way when
    the editor confirms its code. A privacy blocker names the words' ``kind``.
    """

    code: str
    values: tuple[str, ...] = ()
    confirmable: bool = False

    def __str__(self) -> str:
        if self.code == "privacy":
            kind, words = self.values
            return f"{flag_kind_words(kind)}: {words}"
        return blocker_words(self.code, self.values)


class PublishingBlocked(ActionRefused):
    """A case would show what it must not, or contradicts itself unconfirmed."""

    def __init__(self, case: Case, blockers: Sequence[Blocker]) -> None:
        self.case = case
        self.blockers = tuple(blockers)
        super().__init__(
            _("Case %(number)s was not published: %(reasons)s")
            % {
                "number": case.number,
                "reasons": pgettext("clauses", "; ").join(map(str, blockers)),
            }
        )
