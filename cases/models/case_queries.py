"""Reads of cases: what is public, what a query finds, in what order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Coalesce, Greatest, NullIf, StrIndex

from cases.models.offences import OffenceType
from cases.models.search_terms import Term
from cases.search import grams

if TYPE_CHECKING:
    from cases.models.cases import Case  # noqa: F401 -- named in a string below

# Beyond any text: where a word that the text does not have would stand.
NOWHERE = 1_000_000_000
# Words of more lexemes are looked up by every second one.
MOST_LEXEMES = 4


class Grams(Func):
    """The lexemes of a folded text, exactly as migration 0016 indexes them."""

    function = "casebook_grams_v1"
    output_field = SearchVectorField()


class HasGrams(Func):
    """Whether a folded text has all lexemes of a tsquery, answered by the index."""

    template = "(%(expressions)s::tsquery)"
    arg_joiner = " @@ "
    output_field = models.BooleanField()

    def __init__(self, words: Sequence[str]) -> None:
        lexemes = dict.fromkeys(lexeme for word in words for lexeme in _enough(word))
        super().__init__(Grams(F("search_text")), Value(" & ".join(lexemes)))


def _enough(word: str) -> Sequence[str]:
    """Lexemes that every text with this word has: not all of those of a long one.

    The index follows each through all cases. Every second pair of a long word has all
    of its characters, and what else has these, LIKE leaves out.
    """
    lexemes = grams(word)
    return lexemes if len(lexemes) <= MOST_LEXEMES else (*lexemes[::2], lexemes[-1])


class HasTrait(Func):
    """Whether a published case has one of some traits, given as bits.

    ``cases.models.marks`` says which.
    """

    template = "((%(expressions)s) <> 0)"
    arg_joiner = " & "
    output_field = models.BooleanField()

    def __init__(self, bits: int) -> None:
        super().__init__(F("traits"), Value(bits))


def is_pair(word: str) -> bool:
    """Whether the lexemes of a folded word say by themselves where it stands.

    One or two neighbours without a space are a lexeme, or the beginning of one, of
    exactly those texts that they stand in.
    """
    return len(word) <= 2 and " " not in word


def has_words(words: Sequence[str]) -> Q:
    """That the folded words stand in the case's folded text, by reading it."""
    return reduce(and_, [Q(search_text__contains=word) for word in words])


def filed_under(offence_types: Iterable[OffenceType]) -> Q:
    """That a published case has one of these offence types, in any position."""
    return Q(offence_ids__overlap=[one.pk for one in offence_types])


class CaseQuerySet(models.QuerySet["Case"]):
    """Reads of cases."""

    def published(self) -> CaseQuerySet:
        """The cases that the public may see: everything public starts here."""
        return self.filter(status=self.model.Status.PUBLISHED)

    def search(self, terms: Iterable[Term]) -> CaseQuerySet:
        """The cases that match every term, in the text or by place or offence.

        ``terms`` come from ``search_terms.read_terms``; none of them narrows
        nothing. Indexes find candidates, LIKE decides: two texts may share all pairs
        of a word and not the word. Of published cases offences are found as well.
        """
        found = self
        for term in terms:
            otherwise = _otherwise(term)
            # Two conditions that indexes and LIKE answer, each whole: in one, the
            # lexemes of each case found would be worked out again.
            found = found.filter(reduce(or_, [*otherwise, Q(HasGrams(term.words))]))
            unsure = [word for word in term.words if not is_pair(word)]
            if unsure:
                found = found.filter(reduce(or_, [*otherwise, has_words(unsure)]))
        return found

    def scan(self, terms: Iterable[Term]) -> CaseQuerySet:
        """The same cases, found by reading each: for who reads few in some order."""
        found = self
        for term in terms:
            found = found.filter(
                reduce(or_, [*_otherwise(term), has_words(term.words)])
            )
        return found

    def by_month(self) -> CaseQuerySet:
        """Latest listed month first; the order of every list not told otherwise."""
        return self.order_by("-listed_month", "-pk")

    def by_publication(self) -> CaseQuerySet:
        """Latest bulletin first, undated bulletins last."""
        return self.order_by(F("bulletin__published").desc(nulls_last=True), "-pk")

    def by_addition(self) -> CaseQuerySet:
        """Latest made public in the catalogue first."""
        return self.order_by("-published_at", "-pk")

    def with_relevance(self, words: Sequence[str]) -> CaseQuerySet:
        """Each with ``relevance``, where the folded words stand: the less, the better.

        A case is as relevant as the word that it has last; one that was found by
        place or offence alone is less so than all that have the words.
        """
        places = [
            Coalesce(NullIf(StrIndex(F("search_text"), Value(word)), 0), NOWHERE)
            for word in words
        ]
        place = Greatest(*places) if len(places) > 1 else places[0]
        return self.annotate(relevance=place)

    def by_relevance(self, words: Sequence[str]) -> CaseQuerySet:
        """Where the words stand earliest first: the title leads the text."""
        cases: Any = self.with_relevance(words)
        return cases.order_by("relevance", "-listed_month", "-pk")

    def for_cards(self) -> CaseQuerySet:
        """With all that a card shows, in three queries at any number of cases."""
        return (
            self.select_related(
                "bulletin", "copy", "region", "region__city", "region__province"
            )
            .prefetch_related("case_offences__offence_type", "amounts")
            .defer("noise", "cautions", "copy__content", "copy__text")
        )


# Django names the table once, in front of the conditions.
TABLE = ' FROM "cases_case" '
NEWEST = (
    " FROM (SELECT * FROM cases_case WHERE status = 'published'"
    ' ORDER BY {order} LIMIT {window}) AS "cases_case" '
)
BY_MONTH = "listed_month DESC, id DESC"
# The orders of a list that columns of a case give, as SQL, with the columns.
ORDERS = {
    "": (BY_MONTH, ("listed_month",)),
    "published": (
        "bulletin_published DESC NULLS LAST, id DESC",
        ("bulletin_published",),
    ),
    "added": ("published_at DESC, id DESC", ("published_at",)),
}


def among_newest(
    cases: models.QuerySet[Any, Any], window: int, order: str = BY_MONTH
) -> tuple[str, tuple[Any, ...]]:
    """A query as SQL that looks at no more than the first published cases.

    It must find cases by reading each; the planner would count on the whole table.
    """
    sql, parameters = cases.query.sql_with_params()
    front, table, conditions = sql.partition(TABLE)
    assert table, sql
    return (
        front + NEWEST.format(order=order, window=window) + conditions,
        tuple(parameters),
    )


def _otherwise(term: Term) -> list[Q]:
    """The ways beside the text by which a case matches a term."""
    ways = []
    if term.region_codes:
        ways.append(Q(region__in=term.region_codes))
    if term.offence_types:
        ways.append(filed_under(term.offence_types))
    return ways
