"""The page of a list, put together: templates/cases/list.html with its gaps filled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, ngettext

from cases import display
from cases.counting import Totals
from cases.filters import CaseFilter, Chip
from cases.models.addresses import language_urls, path_of
from cases.models.cards import Card
from cases.rendering.cards import cards
from cases.rendering.facets import inputs
from cases.rendering.frames import Frame
from cases.rendering.head import ROBOTS, About, metadata
from cases.rendering.narrowing import ShownFacets
from cases.rendering.pagination import PageLink, pagination

# Of the chosen values, how many stand in the title.
MOST_IN_TITLE = 2


@dataclass(frozen=True, slots=True)
class Sort:
    """An order that the list may have, with the address of the list in it."""

    label: str
    url: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ShownList:
    """What the page of a list shows.

    ``here`` is its path with the query string, ``canonical`` its whole address. Without
    ``totals`` it was not counted: then its cards are the first of the newest so many
    cases that were ``looked_at``. ``ways_out`` are for a list without cases, of the
    whole catalogue's ``everything``. ``exact_url`` is where everything is counted,
    if that is not here.
    """

    filters: CaseFilter
    here: str
    canonical: str
    noindex: bool
    structured: Iterable[dict[str, object]]
    sorts: Sequence[Sort]
    export_url: str
    feed_url: str
    cards: Sequence[Card]
    facets: ShownFacets
    totals: Totals | None = None
    looked_at: int = 0
    exact_url: str = ""
    page_links: Sequence[PageLink] = ()
    previous_url: str = ""
    next_url: str = ""
    ways_out: Sequence[tuple[Chip, int]] = ()
    everything: int = 0


@dataclass(frozen=True, slots=True)
class _Words:
    """What the page says in one language outside of its template."""

    site: str
    description: str
    welcome: str
    not_counted: str
    no_facets: str
    view: str
    chosen: str
    remove: str
    clear: str
    order: str
    brief: str
    common: str
    count: str


@lru_cache(maxsize=10)
def _words(language: str | None) -> _Words:
    """The words of the language, which is the active one."""
    return _Words(
        site=gettext("Casebook"),
        description=gettext(
            "A searchable catalogue of cybercrime cases read out of Chinese "
            "authorities’ bulletins."
        ),
        welcome=gettext(
            "What Chinese authorities publish about cybercrime, case by case: every "
            "fact beside the words that it was read from."
        ),
        not_counted=gettext("What this list could be filtered by was not counted."),
        no_facets=gettext("Nothing to filter by."),
        view=gettext("View the cases"),
        chosen=gettext(" (%(chosen)s)"),
        remove=gettext("Remove %(facet)s:"),
        clear=gettext("Clear all"),
        order=gettext("Order"),
        brief=gettext(
            "Counting this list took too long. Below are its first cases among the "
            "latest %(number)s of the catalogue. One more filter, or a longer word, "
            "makes it quick."
        ),
        common=gettext(
            "These words are so common that not everything was counted: options "
            "without a number may lead to any number of cases."
        ),
        count=gettext("Count exactly"),
    )


PAGE = Frame(
    "cases/list.html",
    *("title", "title_language", "robots", "metadata", "url_en", "url_zh-hans"),
    *("query", "kept", "welcome", "facets", "view", "notices", "chips", "totals"),
    *("chosen", "sorts", "brief", "exact", "samples", "cards", "pagination"),
    "ways_out",
)
WAYS_OUT = Frame("includes/ways-out.html", "export_url", "feed_url", "left_out")


def list_page(shown: ShownList) -> SafeString:
    """The whole page."""
    filters, totals = shown.filters, shown.totals
    words = _words(get_language())
    query = filters.form.cleaned_data["q"].typed
    title = escape(_title(query, filters.chips, words)).strip()
    about = About(
        title=title,
        description=words.description,
        canonical=shown.canonical,
        feed_url=shown.feed_url,
        structured=() if shown.noindex else shown.structured,
    )
    return PAGE.filled(
        **language_urls(shown.here),
        title=mark_safe(title),
        title_language=display.language_mark(query),
        robots=ROBOTS if shown.noindex else "",
        metadata=metadata(about),
        query=query,
        kept=inputs(filters.arguments.kept(apart=["q"])),
        welcome="" if filters.arguments else _welcome(words),
        facets=_facets(shown, words),
        view=_view(totals, words),
        notices=_notices(filters.notices),
        chips=_chips(filters.chips, words),
        totals=_totals(totals, get_language()),
        chosen=_chosen(shown.facets.chosen, words),
        sorts=_sorts(shown.sorts, words) if not totals or totals.cases > 1 else "",
        brief=_brief(shown.looked_at, words) if not totals else "",
        exact=_exact(shown.exact_url, words) if shown.exact_url else "",
        samples=_samples(totals),
        cards=_cards(shown),
        pagination=_pagination(shown),
        ways_out=_ways_out(shown) if totals and totals.cases else "",
    )


def _title(query: str, chips: Sequence[Chip], words: _Words) -> str:
    chosen = [chip.label for chip in chips[:MOST_IN_TITLE] if chip.label != query]
    return " · ".join([*filter(None, [query]), *chosen, words.site])


def _welcome(words: _Words) -> SafeString:
    return mark_safe(f'<p class="welcome">{words.welcome}</p>')


def _facets(shown: ShownList, words: _Words) -> SafeString:
    """The facets, or why there are none."""
    facets = shown.facets.facets
    if not facets:
        said = words.no_facets if shown.totals else words.not_counted
        facets = f'<p class="quiet">{said}</p>'
    return mark_safe(f"{facets}\n{shown.facets.ranges}")


def _view(totals: Totals | None, words: _Words) -> str:
    """What leads from the filters back to the cases, which it counts."""
    if not totals or totals.is_capped:
        return words.view
    told = ngettext("View %(number)s case", "View %(number)s cases", totals.cases)
    return told % {"number": totals.cases}


def _chosen(number: int, words: _Words) -> str:
    return words.chosen % {"chosen": number} if number else ""


def _notices(notices: Iterable[str]) -> SafeString:
    return mark_safe("".join(f'<p class="notice">{escape(one)}</p>' for one in notices))


def _chips(chips: Sequence[Chip], words: _Words) -> SafeString:
    """What was chosen, each with the way to take it back."""
    if not chips:
        return mark_safe("")
    items = "".join(
        f'\n<li><a href="{escape(chip.url)}" rel="nofollow">'
        '<span class="visually-hidden">'
        f"{words.remove % {'facet': escape(chip.facet)}} </span>"
        f"{display.marked(chip.label)}</a></li>\n"
        for chip in chips
    )
    label = gettext("Chosen filters")
    return mark_safe(
        f'\n<ul class="chips" aria-label="{label}">\n'
        f"{items}\n"
        f'<li class="clear"><a href="{path_of("cases")}">{words.clear}</a>'
        "</li>\n</ul>\n"
    )


@lru_cache(maxsize=1_000)
def _totals(totals: Totals | None, language: str | None) -> SafeString:
    """How many cases, in the language, which is the active one."""
    if totals is None:
        return mark_safe(gettext("Not counted"))
    return mark_safe(render_to_string("includes/totals.html", {"totals": totals}))


def _sorts(sorts: Iterable[Sort], words: _Words) -> SafeString:
    """The orders that the list may have."""
    current = {True: ' aria-current="true"', False: ""}
    links = "".join(
        f'<a href="{escape(one.url)}" rel="nofollow"{current[one.is_chosen]}>'
        f"{escape(one.label)}</a>"
        for one in sorts
    )
    return mark_safe(
        f'\n<nav class="sorts" aria-label="{words.order}">\n{links}\n</nav>\n'
    )


def _brief(looked_at: int, words: _Words) -> SafeString:
    return mark_safe(f'<p class="notice">{words.brief % {"number": looked_at}}</p>')


def _exact(url: str, words: _Words) -> SafeString:
    return mark_safe(
        f'<p class="notice">{words.common} '
        f'<a href="{escape(url)}" rel="nofollow">{words.count}</a></p>'
    )


def _samples(totals: Totals | None) -> SafeString:
    if not totals or not totals.samples:
        return mark_safe("")
    context = {"totals": totals}
    return mark_safe(render_to_string("includes/samples-notice.html", context))


def _cards(shown: ShownList) -> SafeString:
    """The cases, or what to do where there are none."""
    if shown.cards or not shown.totals:
        return cards(shown.cards, shown.filters.words)
    context = {
        "filters": shown.filters,
        "query": shown.filters.form.cleaned_data["q"].typed,
        "ways_out": shown.ways_out,
        "everything": shown.everything,
    }
    return mark_safe(render_to_string("includes/no-results.html", context))


def _pagination(shown: ShownList) -> SafeString:
    return pagination(shown.page_links, shown.previous_url, shown.next_url)


def _ways_out(shown: ShownList) -> SafeString:
    has_samples = bool(shown.totals and shown.totals.samples)
    return WAYS_OUT.filled(
        export_url=shown.export_url,
        feed_url=shown.feed_url,
        left_out=gettext("(samples left out)") if has_samples else "",
    )
