"""The list as a table for data users: one row a case, the same columns always."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.utils.translation import gettext_lazy as _

from cases.models import Amount, Case, CaseOffence
from cases.models.case_queries import CaseQuerySet

BOM = "\ufeff"  # tells Excel that the file is UTF-8
ROWS_AT_ONCE = 500
# A cell that begins with one of these is a formula to a spreadsheet.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what it holds, and how it is taken from a case."""

    name: str
    meaning: Any
    value: Callable[[Any], Any]


def _division(case: Case, level: str) -> str:
    """The name of the case's province, city or county; "" when it names none."""
    region = case.region
    if region is None:
        return ""
    if level == "province":
        return region.province.name
    if level == "city":
        return region.city.name if region.city else ""
    own = region.code in (region.province_id, region.city_id)
    return "" if own else region.name


def _occurred(case: Case, end: str) -> str:
    """YYYY-MM or YYYY, as exact as the text is."""
    value = getattr(case, f"occurred_{end}")
    if value is None:
        return ""
    precision = getattr(case, f"occurred_{end}_precision")
    return f"{value:%Y-%m}" if precision == Case.Precision.MONTH else f"{value:%Y}"


def _amount(kind: str, what: str) -> Callable[[Any], Any]:
    """A part of the case's first sum in yuan of one kind; "" without one."""

    def value(case: Any) -> Any:
        for one in case.sums:
            if one["kind"] == kind and one["yuan"] is not None:
                return one[what]
        return ""

    return value


COLUMNS = (
    Column(
        "id", _("Number of the case, as in its address; never changes"), lambda c: c.pk
    ),
    Column("url", _("Address of the case's page"), lambda c: c.get_absolute_url()),
    Column(
        "title",
        _("Title as printed; empty when the source gives none"),
        lambda c: c.shown_title,
    ),
    Column(
        "region_code",
        _("Division that the text names, as its GB/T 2260 code; empty: not stated"),
        lambda c: c.region_id,
    ),
    Column(
        "province", _("Province of that division"), lambda c: _division(c, "province")
    ),
    Column(
        "city",
        _("Prefecture-level unit of that division; empty: not stated"),
        lambda c: _division(c, "city"),
    ),
    Column(
        "county",
        _("Division below the city; empty: not stated"),
        lambda c: _division(c, "county"),
    ),
    Column(
        "agency", _("Authority that handled the case, as printed"), lambda c: c.agency
    ),
    Column(
        "month",
        _("Month of the authorities' first dated action, YYYY-MM; empty: not stated"),
        lambda c: c.month and f"{c.month:%Y-%m}",
    ),
    Column(
        "listed_month",
        _("Month by which the case is sorted, YYYY-MM"),
        lambda c: f"{c.listed_month:%Y-%m}",
    ),
    Column(
        "listed_month_basis",
        _("Where that month comes from: stated, published or imported"),
        lambda c: c.listed_month_basis,
    ),
    Column(
        "occurred_from",
        _("Start of the offending, YYYY-MM or YYYY"),
        lambda c: _occurred(c, "from"),
    ),
    Column(
        "occurred_to",
        _("End of the offending, YYYY-MM or YYYY"),
        lambda c: _occurred(c, "to"),
    ),
    Column(
        "offences",
        _("What the case is filed under, primary first, parted by |; no legal finding"),
        lambda c: "|".join(c.offence_slugs),
    ),
    Column("people", _("Offenders caught or dealt with"), lambda c: c.people),
    Column(
        "people_qualifier",
        _(
            "How exact: exact, about, at-least, nearly, or inferred (counted from the"
            " names)"
        ),
        lambda c: c.people_qualifier if c.people is not None else "",
    ),
    Column(
        "coercive", _("Of them, under criminal coercive measures"), lambda c: c.coercive
    ),
    Column(
        "coercive_qualifier",
        _("How exact that number is"),
        lambda c: c.coercive_qualifier if c.coercive is not None else "",
    ),
    Column(
        "involved_yuan",
        _("Sum involved, in yuan; kinds of sums are never added"),
        _amount(Amount.Kind.INVOLVED, "yuan"),
    ),
    Column(
        "involved_qualifier",
        _("How exact that sum is"),
        _amount(Amount.Kind.INVOLVED, "qualifier"),
    ),
    Column(
        "gain_yuan",
        _("Gained by the offenders, in yuan"),
        _amount(Amount.Kind.GAIN, "yuan"),
    ),
    Column(
        "gain_qualifier",
        _("How exact that sum is"),
        _amount(Amount.Kind.GAIN, "qualifier"),
    ),
    Column(
        "loss_yuan",
        _("Lost by the victims, in yuan"),
        _amount(Amount.Kind.LOSS, "yuan"),
    ),
    Column(
        "loss_qualifier",
        _("How exact that sum is"),
        _amount(Amount.Kind.LOSS, "qualifier"),
    ),
    Column(
        "outcomes",
        _("Outcomes that the text states, parted by |"),
        lambda c: "|".join(c.outcomes),
    ),
    Column(
        "bulletin_id",
        _("Number of the bulletin, as in its address"),
        lambda c: c.bulletin_id,
    ),
    Column("bulletin_title", _("Title of the bulletin"), lambda c: c.bulletin.title),
    Column(
        "issuer", _("Authority that issued the bulletin"), lambda c: c.bulletin.issuer
    ),
    Column(
        "campaign",
        _("Special operation that the bulletin belongs to"),
        lambda c: c.bulletin.campaign,
    ),
    Column(
        "bulletin_published",
        _("Date of the bulletin's earliest known copy, YYYY-MM-DD"),
        lambda c: c.bulletin.published,
    ),
    Column(
        "source_url",
        _("Address of the copy that the case was read from"),
        lambda c: c.copy.url,
    ),
    Column("text", _("Passage that tells the case, as shown"), lambda c: c.shown_text),
)


def exported(cases: CaseQuerySet) -> CaseQuerySet:
    """The cases that exports hold: samples are left out."""
    return cases.filter(bulletin__is_sample=False)


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, line: str) -> str:
        """The line itself."""
        return line


def csv_lines(cases: CaseQuerySet, address: Callable[[str], str]) -> Iterator[str]:
    """The export as CSV (RFC 4180, CRLF), head line first, a line at a time.

    ``address`` makes a path an absolute address. Rows come from one query through
    a cursor of the server: any number of them takes the same memory.
    """
    writer = csv.writer(_Echo())
    yield BOM + writer.writerow([column.name for column in COLUMNS])
    for case in _rows(cases):
        cells = [_safe(column.value(case)) for column in COLUMNS]
        cells[1] = address(cells[1])
        yield writer.writerow(cells)


def _rows(cases: CaseQuerySet) -> Iterable[Case]:
    offences = (
        CaseOffence.objects.filter(case=OuterRef("pk"))
        .order_by("position")
        .values("offence_type__slug")
    )
    sums = (
        Amount.objects.filter(case=OuterRef("pk"))
        .order_by("-is_primary", "pk")
        .values(sum=JSONObject(kind="kind", yuan="yuan", qualifier="qualifier"))
    )
    return (
        exported(cases)
        .select_related("bulletin", "copy", "region__city", "region__province")
        .defer("search_text", "noise", "cautions", "copy__content", "copy__text")
        .annotate(offence_slugs=ArraySubquery(offences), sums=ArraySubquery(sums))
        .iterator(chunk_size=ROWS_AT_ONCE)
    )


def _safe(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula; numbers stay numbers."""
    if value is None:
        return ""
    text = str(value)
    if isinstance(value, str) and text.startswith(FORMULA_STARTS):
        return f"'{text}"
    return text
