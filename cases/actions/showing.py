"""Keeps right what is worked out from a case's values: shown text, listing, state."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from django.utils.timezone import localdate

from cases.actions.values import agency_of, suspects_of
from cases.models import Bulletin, Case, PrivacyDecision
from cases.search import fold
from cases.shown import BLACKED_OUT, Shown, Span, show

# With no outcome beyond these nobody was charged with a crime, and records of
# public-security violations are sealed since 2026-01-01 (Public Security
# Administration Punishments Law, art. 136): such cases stay out of search engines.
ADMINISTRATIVE = frozenset(
    {
        Case.Outcome.ADMINISTRATIVE_DETENTION,
        Case.Outcome.ADMINISTRATIVE_PENALTY,
        Case.Outcome.ACCOUNT_CLOSURE,
    }
)

# What refresh_shown sets.
SHOWN_COLUMNS = ("shown_title", "shown_text", "search_text", "agency", "suspects")


def redactions_of(case: Case) -> list[Span]:
    """The blacked-out ranges of the case's copy."""
    return [
        (one.start, one.end)
        for one in case.copy.privacy_decisions.all()
        if one.decision == PrivacyDecision.Decision.REDACT
    ]


def shown_passage(case: Case, redactions: Iterable[Span]) -> Shown:
    """The passage as the public sees it, with the way from stored to shown spans."""
    return show(
        case.copy.text,
        case.passage_start,
        case.passage_end,
        [(start, end) for start, end in case.noise],
        redactions,
    )


def black_out_words(words: str, text: str, redactions: Iterable[Span]) -> str:
    """``words`` with everything blacked out that the redactions hide in ``text``.

    A title or a name is no stretch of the stored text, so what is hidden there is
    hidden here wherever it is repeated. A single character repeats by chance and is
    left alone, unless it is the whole.

    >>> black_out_words("王小明等人诈骗案", "警方抓获王 小明。", [(4, 8)])
    '███等人诈骗案'
    """
    for start, end in redactions:
        hidden = re.sub(r"\s", "", text[start:end])
        if len(hidden) > 1 or hidden == words:
            words = words.replace(hidden, BLACKED_OUT * len(hidden))
    return words


def refresh_shown(case: Case) -> None:
    """Set all that the public sees of the case's words: title, text, search text,
    agency and suspects.

    The caller saves the case: SHOWN_COLUMNS.
    """
    # Words hidden in another case's passage may be meant here: only own ones count.
    text = case.copy.text
    redactions = [
        (start, end)
        for start, end in redactions_of(case)
        if start < case.passage_end and end > case.passage_start
    ]
    case.shown_text = shown_passage(case, redactions).text
    case.shown_title = black_out_words(case.title or "", text, redactions)
    case.agency = black_out_words(agency_of(case), text, redactions)
    case.suspects = [
        black_out_words(name, text, redactions) for name in suspects_of(case)
    ]
    case.search_text = fold(f"{case.shown_title}\n{case.shown_text}").text


def refresh_listing(case: Case) -> None:
    """Set the listed month with its basis, and whether search engines stay out.

    The caller saves the case.
    """
    case.listed_month, case.listed_month_basis = listing(case)
    case.noindex = bool(case.outcomes) and ADMINISTRATIVE.issuperset(case.outcomes)


def listing(case: Case) -> tuple[date, str]:
    """The month under which a case is listed, and what it rests on."""
    basis = Case.ListedMonthBasis
    if case.month:
        return case.month, basis.STATED
    if case.bulletin.published:
        return case.bulletin.published.replace(day=1), basis.PUBLISHED
    return localdate(case.bulletin.created_at).replace(day=1), basis.IMPORTED


def refresh_state(bulletin: Bulletin) -> None:
    """A bulletin is done when it has cases and none of them is a draft."""
    statuses = set(bulletin.cases.values_list("status", flat=True))
    if statuses or bulletin.state != Bulletin.State.UNREAD:
        done = bool(statuses) and Case.Status.DRAFT not in statuses
        bulletin.state = Bulletin.State.DONE if done else Bulletin.State.IN_REVIEW
        if bulletin.state != Bulletin.State.UNREAD:
            bulletin.reading_error = ""
        bulletin.save(update_fields=["state", "reading_error"])


def refresh_dates(bulletin: Bulletin) -> None:
    """A bulletin was published when its earliest dated copy was; unstated months
    of its cases follow."""
    dates = [day for day in bulletin.copies.values_list("published", flat=True) if day]
    bulletin.published = min(dates, default=None)
    bulletin.save(update_fields=["published"])
    for case in bulletin.cases.filter(month__isnull=True):
        case.bulletin = bulletin
        refresh_listing(case)
        case.save(update_fields=["listed_month", "listed_month_basis", "noindex"])
