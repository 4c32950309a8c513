"""What the law says of an offence type: its definition, and articles by version.

The words come from two of the reader's data files, which pages alone need; nothing
here finds that a case is an offence.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from io import StringIO

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases import display
from cases.models import OffenceType

DATA = files("cases.reader").joinpath("data")

# Law and version as offence-types.csv names them: the days on which the version came
# into force and on which it was last in force, None for today's.
IN_FORCE = {
    ("网络安全法", "2017"): (date(2017, 6, 1), date(2025, 12, 31)),
    ("网络安全法", "2026"): (date(2026, 1, 1), None),
    ("治安管理处罚法", "2013"): (date(2013, 1, 1), date(2025, 12, 31)),
    ("治安管理处罚法", "2026"): (date(2026, 1, 1), None),
}
# A law that is named without version, as it stands today.
TODAY = {"刑法": _("as amended to Amendment XII, in force since 1 March 2024")}


# 285(2): a paragraph; 287-1: an article put in behind 287; 213-219: a range.
ARTICLE = re.compile(r"(\d+)(?:-(\d+))?(?:\((\d+)\))?")


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """An article of a version of a law with what it is about, in words of the page.

    ``subject_zh`` is the same as the law has it, the charge itself for the Criminal
    Law; empty where nothing is known of the article. ``is_in_force`` is False for
    versions that only older bulletins cite.
    """

    law: str
    version: str
    article: str
    subject: str
    subject_zh: str
    is_in_force: bool


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(DATA.joinpath(name).read_text("utf-8"))))


DEFINITIONS = {row["slug"]: row for row in _rows("offence-definitions.csv")}
ARTICLES = {
    (row["law"], row["version"], row["article"]): row
    for row in _rows("law-articles.csv")
}


def _in_words(row: dict[str, str] | None) -> str:
    """A row's words in the language of the page; "" without a row."""
    if row is None:
        return ""
    return row["en" if display.is_english() else "zh"]


def definition(offence_type: OffenceType) -> str:
    """What is filed under the type; "" for one that has left the list."""
    return _in_words(DEFINITIONS.get(offence_type.slug))


def legal_bases(offence_type: OffenceType) -> list[LegalBasis]:
    """The articles that speak of the type, in the order of the list."""
    return [_legal_basis(basis) for basis in offence_type.legal_bases]


def _legal_basis(basis: str) -> LegalBasis:
    law, _colon, article = basis.partition(":")
    name, _at, version = law.partition("@")
    row = ARTICLES.get((name, version, article))
    return LegalBasis(
        law=str(display.LAWS.get(name, name)),
        version=_version(name, version),
        article=_article(article),
        subject=_in_words(row),
        subject_zh=row["zh"] if row else "",
        is_in_force=IN_FORCE.get((name, version), (None, None))[1] is None,
    )


def _article(written: str) -> str:
    """An article by its number: 第287条之二, 第285条第2款; art. 287-2, art. 285(2)."""
    match = ARTICLE.fullmatch(written)
    if not match:
        return written
    number, second, paragraph = match.groups()
    is_range = second and int(second) > int(number)
    if display.is_english():
        return f"arts {number}–{second}" if is_range else f"art. {written}"
    if is_range:
        return f"第{number}条至第{second}条"
    inserted = f"之{'一二三四五六七八九'[int(second) - 1]}" if second else ""
    return f"第{number}条{inserted}" + (f"第{paragraph}款" if paragraph else "")


def _version(name: str, version: str) -> str:
    """When the version is or was in force."""
    if (name, version) not in IN_FORCE:
        return str(TODAY.get(name, version))
    start, end = IN_FORCE[name, version]
    if end is None:
        return gettext("in force since %(start)s") % {"start": display.day(start)}
    return gettext("in force from %(start)s to %(end)s") % {
        "start": display.day(start),
        "end": display.day(end),
    }
