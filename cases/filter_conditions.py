"""What each filter of a list keeps: a condition on the cases' own columns.

Offences, traits, campaign and the bulletin's date are kept beside each published case
(cases.models.marks), so that no condition looks into another table but for sums that
are no ready range.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

import django_filters
from django.db.models import Exists, OuterRef, Q, QuerySet

from cases import filter_fields, range_fields
from cases.filter_fields import NONE, Choice, Chosen
from cases.models import Amount, Case
from cases.models.case_queries import CaseQuerySet, HasTrait, filed_under
from cases.models.marks import (
    FIRST_PEOPLE_BIT,
    FIRST_SUM_BIT,
    OUTCOME_BITS,
    OUTCOMES_MASK,
    READY_PEOPLE,
    READY_SUMS,
)
from cases.range_fields import Range


class QueryFilter(django_filters.Filter):
    """All words of the query, in the text or as a place or offence."""

    field_class = filter_fields.QueryField

    def filter(self, qs: CaseQuerySet, value: Any) -> CaseQuerySet:
        """The cases that match every term."""
        return qs.search(self.parent.terms)


class ValuesFilter(django_filters.Filter):
    """Any of the chosen values; ``condition`` says what one stands for."""

    def filter(self, qs: QuerySet[Case], value: Chosen) -> QuerySet[Case]:
        """The cases of at least one chosen value; all when none is chosen."""
        return qs.filter(self.condition(value.choices)) if value.choices else qs

    def condition(self, choices: Collection[Choice]) -> Q:
        """The condition that stands for the choices together."""
        raise NotImplementedError


class RegionFilter(ValuesFilter):
    """In a division or what lies in it, successors' predecessors included."""

    field_class = filter_fields.RegionsField

    def condition(self, choices: Collection[Choice]) -> Q:
        """By codes, kept for the other uses of the filter."""
        condition = Q(region__in=self.parent.region_codes)
        if any(choice.value == NONE for choice in choices):
            condition |= Q(region=None)
        return condition


class MonthFilter(ValuesFilter):
    """In a month or year by a date of the case or its bulletin."""

    field_class = filter_fields.MonthsField

    def condition(self, choices: Collection[Choice]) -> Q:
        """Ranges of days, which an index answers."""
        condition = Q()
        for choice in choices:
            if choice.value == NONE:
                condition |= Q(**{f"{self.field_name}__isnull": True})
            else:
                condition |= Q(
                    **{
                        f"{self.field_name}__gte": choice.subject.first,
                        f"{self.field_name}__lt": choice.subject.after,
                    }
                )
        return condition


class OffenceFilter(ValuesFilter):
    """Filed under an offence type, in any position."""

    field_class = filter_fields.OffencesField

    def condition(self, choices: Collection[Choice]) -> Q:
        """By the case's own column, so that a case of two types is there once."""
        return filed_under(choice.subject for choice in choices)


class OutcomeFilter(ValuesFilter):
    """With an outcome among those that the text states."""

    field_class = filter_fields.OutcomesField

    def condition(self, choices: Collection[Choice]) -> Q:
        """That the case has one of the traits, or none of them."""
        values = [choice.value for choice in choices]
        bits = [1 << OUTCOME_BITS[one] for one in values if one != NONE]
        condition = Q(HasTrait(sum(bits))) if bits else Q()
        if NONE in values:
            condition |= ~Q(HasTrait(OUTCOMES_MASK))
        return condition


class CampaignFilter(ValuesFilter):
    """From a bulletin of a campaign."""

    field_class = filter_fields.CampaignsField

    def condition(self, choices: Collection[Choice]) -> Q:
        """By the campaign's name."""
        return Q(campaign__in=[choice.value for choice in choices])


class RangeFilter(django_filters.Filter):
    """Between two numbers; ``words`` writes them for a chip."""

    field_class = range_fields.RangeField
    words: Callable[[Range], str]

    def filter(self, qs: CaseQuerySet, value: Range) -> CaseQuerySet:
        """The cases within; all when no bound is given."""
        return qs.filter(self.condition(value)) if value else qs

    def condition(self, asked: Range) -> Q:
        """The condition that stands for the range."""
        raise NotImplementedError


class AmountFilter(RangeFilter):
    """With a sum between two, whatever it counts: kinds are not added up."""

    words = staticmethod(range_fields.yuan_words)

    def condition(self, asked: Range) -> Q:
        """A trait, or an EXISTS: one sum has to lie between both bounds."""
        if (ready := asked.place_in(READY_SUMS)) is not None:
            return Q(HasTrait(1 << FIRST_SUM_BIT + ready))
        sums = Amount.objects.filter(case=OuterRef("pk"), **asked.lookups("yuan"))
        return Q(Exists(sums))


class PeopleFilter(RangeFilter):
    """With a number of offenders between two."""

    words = staticmethod(range_fields.people_words)

    def condition(self, asked: Range) -> Q:
        """By a trait or the case's own column."""
        if (ready := asked.place_in(READY_PEOPLE)) is not None:
            return Q(HasTrait(1 << FIRST_PEOPLE_BIT + ready))
        return Q(**asked.lookups("people"))


class SortFilter(django_filters.Filter):
    """The order, which narrows nothing."""

    field_class = filter_fields.SortField

    def filter(self, qs: CaseQuerySet, value: str | None) -> CaseQuerySet:
        """The cases in the chosen order."""
        return qs
