"""A list's facets as HTML: places, months, offences and the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, ngettext, pgettext

from cases import display
from cases.facet_options import Bar, Facet, Option
from cases.range_facets import RangeFacet


@dataclass(frozen=True, slots=True)
class _Words:
    """What facets say in one language, and where their forms and links lead."""

    is_english: bool
    within: str
    unit: str
    find: str
    find_by_name: str
    placeholder: str
    found: str
    none_found: str
    start: str
    end: str
    apply: str
    places: str
    cases: str


@lru_cache(maxsize=10)
def _words(language: str | None) -> _Words:
    """The words of the language, which is the active one."""
    return _Words(
        is_english=display.is_english(),
        within=escape(gettext("Within %(name)s")),
        unit=escape(pgettext("unit", "cases")),
        find=escape(gettext("Find a place: Chinese, English, pinyin")),
        find_by_name=escape(gettext("Find a place by name")),
        placeholder=escape(gettext("Find: Chinese, English, pinyin")),
        found=escape(gettext("Places found:")),
        none_found=escape(
            gettext(
                "No place of this name has cases here. Counties show once their city "
                "is chosen."
            )
        ),
        start=escape(pgettext("number", "From")),
        end=escape(pgettext("number", "To")),
        apply=escape(gettext("Apply")),
        places=escape(reverse("regions")),
        cases=escape(reverse("cases")),
    )


def facet(one: Facet, *, is_open: bool = False) -> SafeString:
    """A facet with its options or groups of options, closed unless one is chosen."""
    words = _words(get_language())
    opened = " open" if is_open or one.chosen else ""
    whole = f' data-whole="{escape(one.whole_url)}"' if one.whole_url else ""
    parts = [
        f'<details class="facet facet-{one.name}"{opened}{whole}>\n',
        _summary(one.label, one.chosen, words),
    ]
    if one.is_searchable:
        parts.append(_search(words))
    if one.options:
        parts.append(f"<ul>{_options(one.options, words)}</ul>\n")
    parts += [
        f'<h3 class="group group-{group.slug}">{escape(group.label)}</h3>\n'
        f"<ul>{_options(group.options, words)}</ul>\n"
        for group in one.groups
    ]
    parts.append("</details>\n")
    return mark_safe("".join(parts))


def inputs(kept: Iterable[tuple[str, str]]) -> SafeString:
    """What a form hands on without showing it."""
    return mark_safe(
        "".join(
            f'<input type="hidden" name="{name}" value="{escape(value)}">'
            for name, value in kept
        )
    )


def range_facet(one: RangeFacet) -> SafeString:
    """A facet of two boxes, with its ready ranges and who states no number."""
    words = _words(get_language())
    label = escape(one.label)
    hidden = f'<span class="visually-hidden">{label} </span>'
    kept = inputs(one.kept)
    options = f"<ul>{_options(one.options, words)}</ul>\n" if one.options else ""
    note = f'<p class="facet-note">{escape(one.note)}</p>\n' if one.note else ""
    return mark_safe(
        f'<details class="facet facet-{one.name}"{" open" if one.chosen else ""}>\n'
        f"{_summary(one.label, one.chosen, words)}"
        f'<p class="facet-note">{escape(one.counts)}</p>\n'
        f'<form class="range" action="{words.cases}#filters" method="get">\n{kept}\n'
        f"<label><span>{hidden}{words.start}</span>{_box(one.from_name, one.start)}"
        f"</label>\n"
        f"<label><span>{hidden}{words.end}</span>{_box(one.to_name, one.end)}</label>\n"
        f'<span class="range-unit">{escape(one.unit)}</span>\n'
        f'<button type="submit"><span class="visually-hidden">{label}: </span>'
        f"{words.apply}</button>\n"
        f"</form>\n{options}{note}</details>\n"
    )


def _box(name: str, value: str) -> str:
    """One of the two boxes of a range."""
    return (
        f'<input type="text" name="{name}" value="{escape(value)}" maxlength="30" '
        'autocomplete="off" spellcheck="false">'
    )


def _summary(label: str, chosen: int, words: _Words) -> str:
    """The line that opens and closes a facet: its name and how much is chosen."""
    count = ""
    if chosen:
        said = ngettext("%(number)s chosen", "%(number)s chosen", chosen)
        written = escape(said % {"number": chosen})
        count = f' <span class="chosen-count">{written}</span>'
    return (
        f"<summary>{escape(label)}{count}"
        f'<span class="unit">{words.unit}</span></summary>\n'
    )


def _search(words: _Words) -> str:
    """The box that searches among places, and the way to find one without script."""
    return (
        f'<p class="facet-find"><a href="{words.places}#find">{words.find_by_name}</a>'
        f'</p>\n<input class="facet-search" type="search" '
        f'placeholder="{words.placeholder}" aria-label="{words.find}" '
        f'autocomplete="off">\n<p class="facet-note" role="status" '
        f'data-found="{words.found}" data-none="{words.none_found}"></p>\n'
    )


def _options(options: Iterable[Option], words: _Words) -> str:
    """Options one after the other, each with what lies within it."""
    written = []
    for one in options:
        is_plain = one.label.isascii() or not words.is_english
        label = escape(one.label) if is_plain else display.marked(one.label)
        names = f' data-names="{escape(one.names)}"' if one.names else ""
        current = ' aria-current="true"' if one.is_chosen else ""
        bars = _bars(one.bars) if one.bars else ""
        count = "" if one.count is None else f" <b>{one.count}</b>"
        within = _within(one, words) if one.options or one.is_cut else ""
        written.append(
            f'<li{names}><a href="{escape(one.url)}#filters" rel="nofollow"{current}>'
            f"{label}{bars}{count}</a>{within}</li>"
        )
    return "".join(written)


def _within(one: Option, words: _Words) -> str:
    """What lies within an option; nothing yet where it is cut."""
    name = words.within % {"name": escape(one.label)}
    head = f'<summary><span class="visually-hidden">{name}</span></summary>'
    if not one.options:
        return f'<details class="is-cut">{head}</details>'
    opened = " open" if one.is_open else ""
    inside = _options(one.options, words)
    return f"<details{opened}>{head}<ul>{inside}</ul></details>"


def _bars(bars: Sequence[Bar]) -> str:
    """The months of a year as one small drawing; those without cases are gaps."""
    path = "".join(
        f"M{bar.x} 20v-{bar.height}h6v{bar.height}z" for bar in bars if bar.height
    )
    return (
        '<svg class="bars" viewBox="0 0 94 20" width="94" height="20" '
        f'aria-hidden="true" focusable="false"><path d="{path}"/></svg>'
    )
