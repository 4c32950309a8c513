"""From invented bulletins to the rows of the catalogue's tables, and to a rival's."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from cases.actions.likeness import opening_of, prints_of
from cases.search import fold
from tests.bench.scale.catalogue import Catalogue, Issue, first_of, months_until
from tests.bench.scale.telling import Mark, Sum, Told

# In the order in which they may be loaded.
TABLES = (
    "cases_bulletin",
    "cases_copy",
    "cases_case",
    "cases_caseoffence",
    "cases_amount",
    "cases_evidence",
    "cases_event",
)
READER = "bench"
# Characters of a passage that surely hold its opening, which has 150.
OPENING_FROM = 200

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Keys:
    """What rows refer to: primary keys of offence types by slug, and a user's."""

    offence_types: dict[str, int]
    user: int


@dataclass(frozen=True, slots=True)
class Public:
    """A published case as a rival search engine gets it.

    ``city`` is 0 when none is named, ``month`` YYYYMM or 0, ``listed`` YYYYMM.
    """

    pk: int
    title: str
    text: str
    search_text: str
    city: int
    month: int
    listed: int
    offences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Json:
    """A value for a jsonb column, written."""

    text: str


def as_json(value: Any) -> Json:
    """The value for a jsonb column."""
    if isinstance(value, str):  # our words have no quote and no backslash
        return Json(f'"{value}"')
    return Json(json.dumps(value, ensure_ascii=False))


NOTHING = as_json([])


@dataclass(slots=True)
class Part:
    """Some bulletins: rows by table, column by column, and what rivals get."""

    rows: dict[str, list[Row]] = field(
        default_factory=lambda: {table: [] for table in TABLES}
    )
    public: list[Public] = field(default_factory=list)


def make_part(catalogue: Catalogue, numbers: Iterable[int], keys: Keys) -> Part:
    """The bulletins of these numbers as rows."""
    part = Part()
    for number in numbers:
        _Bulletin(part, catalogue.issue(number), keys).add()
    return part


class _Bulletin:
    """One bulletin on its way to rows."""

    def __init__(self, part: Part, issue: Issue, keys: Keys) -> None:
        self.part = part
        self.issue = issue
        self.keys = keys
        # Written once for all rows, which is a tenth of the time of them all.
        self.imported = str(issue.imported)

    def add(self) -> None:
        """All its rows."""
        issue = self.issue
        issuer = issue.cases[0].agency or "公安机关"
        title = f"{issuer}公布{len(issue.cases)}起典型案例"
        written = [f"# {title}\n\n"]
        at = len(written[0])
        for place, told in enumerate(issue.cases):
            label = f"案例{place + 1}："
            heading = f"{label}{told.title or ''}\n\n"
            written.append(f"{heading}{told.text}\n\n")
            self._add_case(place, told, at + len(label), at + len(heading))
            at += len(written[-1])
        text = "".join(written)
        content = text.encode()
        self.part.rows["cases_bulletin"].append(
            {
                "id": issue.pk,
                "title": title,
                "issuer": issuer,
                "campaign": issue.campaign,
                "source": issuer,
                "published": issue.published,
                "state": "done",
                "reading_error": "",
                "reader_version": READER,
                "cautions": NOTHING,
                "is_sample": False,
                "primary_copy_id": issue.pk,
                "created_at": self.imported,
                "created_by_id": self.keys.user,
            }
        )
        self.part.rows["cases_copy"].append(
            {
                "id": issue.pk,
                "bulletin_id": issue.pk,
                "account": issuer,
                "url": f"https://bulletins.example/{issue.pk}",
                "published": issue.published,
                "filename": f"{issue.pk}.md",
                "encoding": "utf_8",
                "content": content,
                "text": text,
                "content_key": hashlib.sha256(content).hexdigest(),
                "created_at": self.imported,
                "created_by_id": self.keys.user,
            }
        )
        self._add_event(None, "imported", as_json(title))

    def _add_event(self, case: int | None, action: str, after: Json | None) -> None:
        self.part.rows["cases_event"].append(
            {
                "bulletin_id": self.issue.pk,
                "case_id": case,
                "action": action,
                "field": "",
                "after": after,
                "reason": "",
                "created_at": self.imported,
                "created_by_id": self.keys.user,
            }
        )

    def _add_case(self, place: int, told: Told, title_start: int, start: int) -> None:
        issue, rows = self.issue, self.part.rows
        pk, status = issue.first_case + place, issue.statuses[place]
        month = self._month(told)
        listed = month or issue.day.replace(day=1)
        basis = "stated" if month else "published" if issue.published else "imported"
        title = told.title or ""
        search_text = fold(f"{title}\n{told.text}").text
        opening = opening_of(told.text[:OPENING_FROM])
        was_public = status != "draft"
        rows["cases_case"].append(
            {
                "id": pk,
                "bulletin_id": issue.pk,
                "copy_id": issue.pk,
                "number": place + 1,
                "title": told.title,
                "passage_start": start,
                "passage_end": start + len(told.text),
                "noise": NOTHING,
                "region_id": told.region,
                "agency": told.agency,
                "month": month,
                "listed_month": listed,
                "listed_month_basis": basis,
                "occurred_from_precision": "",
                "occurred_to_precision": "",
                "people": told.people,
                "people_qualifier": "exact",
                "coercive": told.coercive,
                "coercive_qualifier": "exact",
                "outcomes": told.outcomes,
                "suspects": told.suspects,
                "abroad": False,
                "shown_title": title,
                "shown_text": told.text,
                "search_text": search_text,
                "opening": opening,
                "opening_prints": prints_of(opening),
                "cautions": NOTHING,
                "checked_fields": [],
                "status": status,
                "status_at": self.imported if was_public else None,
                "status_by_id": self.keys.user if was_public else None,
                "status_reason": "来源撤回" if status == "withdrawn" else "",
                "published_at": self.imported if was_public else None,
                "noindex": False,
                "created_at": self.imported,
            }
        )
        rows["cases_caseoffence"] += [
            {
                "case_id": pk,
                "offence_type_id": self.keys.offence_types[slug],
                "position": position,
            }
            for position, slug in enumerate(told.offences)
        ]
        rows["cases_amount"] += [
            {
                "case_id": pk,
                "kind": one.kind,
                "yuan": one.yuan,
                "original": "",
                "currency": "CNY",
                "qualifier": one.qualifier,
                "is_primary": position == 0,
            }
            for position, one in enumerate(told.sums)
        ]
        rows["cases_evidence"] += self._evidence(pk, told, title_start, start)
        if was_public:
            self._add_event(pk, "published", None)
        if status == "published":
            self.part.public.append(
                Public(
                    pk=pk,
                    title=title,
                    text=told.text,
                    search_text=search_text,
                    city=int(told.city or 0),
                    month=month.year * 100 + month.month if month else 0,
                    listed=listed.year * 100 + listed.month,
                    offences=tuple(told.offences),
                )
            )

    def _month(self, told: Told) -> date | None:
        if told.month_back is None:
            return None
        return first_of(max(months_until(self.issue.day) - told.month_back, 0))

    def _evidence(
        self, pk: int, told: Told, title_start: int, start: int
    ) -> Iterator[Row]:
        positions: dict[str, int] = {}
        if told.title:
            span = (title_start, title_start + len(told.title))
            yield self._found(pk, "title", told.title, 0, span, told.title)
        for mark in told.marks:
            position = positions[mark.field] = positions.get(mark.field, -1) + 1
            span = (start + mark.start, start + mark.end)
            quote = told.text[mark.start : mark.end]
            row = self._found(
                pk, mark.field, self._value(told, mark), position, span, quote
            )
            if isinstance(mark.value, Sum):
                row["qualifier"] = mark.value.qualifier
            yield row

    def _value(self, told: Told, mark: Mark) -> Any:
        if isinstance(mark.value, Sum):
            return {**asdict(mark.value), "original": "", "currency": "CNY"}
        if mark.field == "month":
            return f"{self._month(told):%Y-%m}"
        if mark.field in ("people", "coercive"):
            return {"count": mark.value, "qualifier": "exact"}
        return mark.value

    def _found(
        self,
        pk: int,
        name: str,
        value: Any,
        position: int,
        span: tuple[int, int],
        quote: str,
    ) -> Row:
        return {
            "case_id": pk,
            "field": name,
            "value": as_json(value),
            "position": position,
            "start": span[0],
            "end": span[1],
            "quote": quote,
            "qualifier": "exact",
            "origin": "reader",
            "reader_version": READER,
            "rule": f"{name}.bench",
            "reason": "",
            "is_current": True,
            "created_at": self.imported,
        }
