"""Reads of cases: what is public, what a query finds, in what order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING

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


class Grams(Func):
    """The lexemes of a folded text, exactly as migration 0004 indexes them."""

    function = "casebook_grams_v1"
    output_field = SearchVectorField()


class HasGrams(Func):
    """Whether a folded text has all lexemes of a tsquery, answered by the index."""

    template = "(%(expressions)s::tsquery)"
    arg_joiner = " @@ "
    output_field = models.BooleanField()

    def __init__(self, word: str) -> None:
        super().__init__(Grams(F("search_text")), Value(" & ".join(grams(word))))


def has_word(word: str) -> Q:
    """That the folded word is a part of the case's folded text.

    The index narrows, LIKE decides: two texts may share all pairs of a word and
    not the word.
    """
    return Q(HasGrams(word)) & Q(search_text__contains=word)


class CaseQuerySet(models.QuerySet["Case"]):
    """Reads of cases."""

    def published(self) -> CaseQuerySet:
        """The cases that the public may see: everything public starts here."""
        return self.filter(status=self.model.Status.PUBLISHED)

    def search(self, terms: Iterable[Term]) -> CaseQuerySet:
        """The cases that match every term, in the text or by place or offence.

        ``terms`` come from ``search_terms.read_terms``; none of them narrows
        nothing.
        """
        found = self
        for term in terms:
            text = self.filter(reduce(and_, map(has_word, term.words)))
            ways = []
            if term.region_codes:
                ways.append(self.filter(region__in=term.region_codes))
            if term.offence_types:
                ways.append(self.filter(self.filed_under(term.offence_types)))
            if ways:
                # A union, because each way has its index and OR would use none.
                every = [way.order_by().values("pk") for way in (text, *ways)]
                found = found.filter(pk__in=every[0].union(*every[1:]))
            else:
                found = found.filter(reduce(and_, map(has_word, term.words)))
        return found

    @staticmethod
    def filed_under(offence_types: Iterable[OffenceType]) -> Q:
        """That the case has one of these offence types, in any position.

        An EXISTS: a case of two of them is found once, without DISTINCT.
        """
        return Q(
            models.Exists(
                OffenceType.objects.filter(
                    pk__in=[one.pk for one in offence_types],
                    case_offences__case=models.OuterRef("pk"),
                )
            )
        )

    def by_month(self) -> CaseQuerySet:
        """Latest listed month first; the order of every list not told otherwise."""
        return self.order_by("-listed_month", "-pk")

    def by_publication(self) -> CaseQuerySet:
        """Latest bulletin first, undated bulletins last."""
        return self.order_by(F("bulletin__published").desc(nulls_last=True), "-pk")

    def by_addition(self) -> CaseQuerySet:
        """Latest made public in the catalogue first."""
        return self.order_by("-published_at", "-pk")

    def by_relevance(self, words: Sequence[str]) -> CaseQuerySet:
        """Where the folded words stand earliest first: the title leads the text.

        A case is as relevant as the word that it has last; one that was found by
        place or offence alone comes after all that have the words.
        """
        places = [
            Coalesce(NullIf(StrIndex(F("search_text"), Value(word)), 0), NOWHERE)
            for word in words
        ]
        place = Greatest(*places) if len(places) > 1 else places[0]
        return self.order_by(place, "-listed_month", "-pk")

    def for_cards(self) -> CaseQuerySet:
        """With all that a card shows, in three queries at any number of cases."""
        return (
            self.select_related(
                "bulletin", "copy", "region", "region__city", "region__province"
            )
            .prefetch_related("case_offences__offence_type", "amounts")
            .defer("noise", "cautions", "copy__content", "copy__text")
        )
