"""Single fields of a case as an editor types them."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cases.models import Amount, OffenceType
from cases.models.cases import Qualifier
from cases.search import fold

LONGEST_SUSPECT = 60
LARGEST_SUM = 2**63 - 1

# 2024-08, 2024/8, 2024.8, 2024年8月
MONTH = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?")
YEAR = re.compile(r"(\d{4})\s*年?")
SEPARATORS = re.compile(r"[、,，;；\n]")
# 1.5亿元, 1000万, 3,500
SUM = re.compile(r"[¥￥]?\s*([\d.]+)\s*(亿|千万|百万|万|千)?\s*元?")
UNITS = {"亿": 10**8, "千万": 10**7, "百万": 10**6, "万": 10**4, "千": 10**3, None: 1}


class MonthField(forms.CharField):
    """A month as YYYY-MM; None from nothing. With ``or_year`` also YYYY."""

    def __init__(self, *, or_year: bool = False, **options: Any) -> None:
        self.or_year = or_year
        super().__init__(required=False, **options)

    def clean(self, value: Any) -> str | None:
        """The month in the one written form."""
        typed = super().clean(value)
        if not typed:
            return None
        if match := MONTH.fullmatch(typed):
            year, month = int(match[1]), int(match[2])
            if 1 <= month <= 12 and year:
                return f"{year:04}-{month:02}"
        elif self.or_year and (match := YEAR.fullmatch(typed)) and int(match[1]):
            return match[1]
        raise ValidationError(
            _("Write a month like 2024-08, or a year like 2024.")
            if self.or_year
            else _("Write a month like 2024-08.")
        )


class NamesField(forms.CharField):
    """Names parted by 、 or commas, as a list without repetition."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, **options)

    def prepare_value(self, value: Any) -> Any:
        """The list as it is typed."""
        return "、".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        """The single names."""
        names = [part.strip() for part in SEPARATORS.split(super().clean(value))]
        names = list(dict.fromkeys(name for name in names if name))
        for name in names:
            if len(name) > LONGEST_SUSPECT:
                raise ValidationError(
                    _("“%(name)s…” is too long for a name.") % {"name": name[:20]}
                )
        return names


class Inputs(forms.Widget):
    """Several inputs of one name, one a value; the page draws them."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        """What was typed into each of them."""
        typed: list[str] = data.getlist(name)
        return typed

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Whether the form had none of them."""
        return name not in data


class OffencesField(forms.Field):
    """Offence types by name in either language, alias or slug; slugs in order."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, widget=Inputs(), **options)

    def clean(self, value: Any) -> list[str]:
        """The slugs, the primary one first."""
        typed = [one.strip() for one in value or [] if one.strip()]
        folded = {one: fold(one).text for one in typed}
        types = list(
            OffenceType.objects.filter(search_names__overlap=[*folded.values()])
            if typed
            else []
        )
        slugs: list[str] = []
        for one in typed:
            found = [
                offence for offence in types if folded[one] in offence.search_names
            ]
            exact = [
                offence
                for offence in found
                if one in {offence.name_zh, offence.name_en, offence.slug}
            ]
            found = exact or found
            if len(found) != 1:
                raise ValidationError(self._message(one, found))
            slugs.append(found[0].slug)
        return list(dict.fromkeys(slugs))

    def _message(self, typed: str, found: list[OffenceType]) -> str:
        if not found:
            return _("The list has no offence called “%(typed)s”.") % {"typed": typed}
        names = _(" or ").join(offence.label() for offence in found)
        return _("“%(typed)s” may be %(names)s.") % {"typed": typed, "names": names}


def read_sum(typed: str) -> int | None:
    """A sum of yuan as typed, in whole yuan; None when it is none.

    >>> [read_sum(typed) for typed in ("1.5亿元", "1000万", "3,500", "￥20", "300美元")]
    [150000000, 10000000, 3500, 20, None]
    """
    match = SUM.fullmatch(typed.replace(",", "").replace("，", "").strip())
    if not match:
        return None
    try:
        yuan = round(Decimal(match[1]) * UNITS[match[2]])
    except InvalidOperation:
        return None
    return yuan if yuan <= LARGEST_SUM else None


def written_sum(yuan: int) -> str:
    """A sum of yuan as an editor types it.

    >>> [written_sum(yuan) for yuan in (150_000_000, 278_000, 3500)]
    ['1.5亿', '27.8万', '3500']
    """
    for name, unit in (("亿", 10**8), ("万", 10**4)):
        number = Decimal(yuan) / unit
        if yuan >= unit and number == round(number, 4):
            return f"{number.normalize():f}{name}"
    return str(yuan)


class AmountInputs(forms.Widget):
    """Rows of kind, qualifier, sum and currency; the page draws them."""

    parts = ("kind", "qualifier", "sum", "currency")

    def value_from_datadict(
        self, data: Any, files: Any, name: str
    ) -> list[dict[str, str]]:
        """What was typed into each row."""
        columns = [data.getlist(f"{name}-{part}") for part in self.parts]
        return [
            dict(zip(self.parts, row, strict=True))
            for row in zip(*columns, strict=False)
        ]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Whether the form had no row."""
        return f"{name}-sum" not in data


class AmountsField(forms.Field):
    """Sums of money in the shape of cases.actions.values, the primary one first."""

    widget = AmountInputs
    kinds = Amount.Kind.choices
    qualifiers = Qualifier.choices

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, **options)

    def clean(self, value: Any) -> list[dict[str, Any]]:
        """Sums in yuan as whole numbers, others as they were typed."""
        sums = []
        for row in value or []:
            typed, currency = row["sum"].strip(), row["currency"].strip().upper()
            if not typed:
                continue
            if row["kind"] not in Amount.Kind.values:
                raise ValidationError(_("Say what the sum counts."))
            if row["qualifier"] not in Qualifier.values:
                raise ValidationError(_("Say how exact the sum is."))
            if not re.fullmatch("[A-Z]{3}", currency):
                raise ValidationError(_("Write a currency like CNY or USD."))
            yuan = read_sum(typed) if currency == "CNY" else None
            if currency == "CNY" and yuan is None:
                raise ValidationError(
                    _("“%(typed)s” is no sum: write 1.5亿, 200万 or 35000.")
                    % {"typed": typed}
                )
            sums.append(
                {
                    "kind": row["kind"],
                    "yuan": yuan,
                    "original": "" if currency == "CNY" else typed[:60],
                    "currency": currency,
                    "qualifier": row["qualifier"],
                }
            )
        return sums
