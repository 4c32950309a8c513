"""The sitemap: every public page that search engines may show, in both languages.

Samples and what is kept from search engines are left out, so are pages that have
nothing else to show.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from datetime import datetime
from functools import cached_property
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap, views
from django.core.paginator import Paginator
from django.db.models import Exists, Max, OuterRef
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from cases.changes import last_change, with_changes
from cases.charts.places import Places, place_counts
from cases.exports import exported
from cases.models import Bulletin, Case, OffenceType
from cases.models.case_queries import CaseQuerySet
from cases.public_pages import public_page

PAGES = ("cases", "regions", "offences", "trends", "bulletins", "data", "about")
# By the language of an address: how hreflang writes it.
LANGUAGES = {"zh-hans": "zh-Hans", "en": "en"}
# Each has an address in every language, and a file may list 50,000.
ON_A_PAGE = 5_000


def shown_cases() -> CaseQuerySet:
    """The public cases that are no samples."""
    return exported(Case.objects.published())


class Section(Sitemap):
    """A part of the sitemap; each of its items has one address a language.

    Django's own way to do this would load every item of a section for each page
    of it.
    """

    limit = ON_A_PAGE

    def items(self) -> Any:
        """What the section lists, something to count and to cut pages from."""
        raise NotImplementedError

    @cached_property
    def paginator(self) -> Paginator[Any]:
        """The items in pages, which a request reads and counts once."""
        return Paginator(self.items(), self.limit)

    def get_latest_lastmod(self) -> datetime | None:
        """When anything public last changed."""
        return last_change()

    def lastmod(self, item: Any) -> datetime | None:
        """When what the item's page shows last changed."""
        changed: datetime | None = item.changed_at
        return changed

    def get_urls(
        self, page: int | str = 1, site: Any = None, protocol: str | None = None
    ) -> list[dict[str, Any]]:
        """One page's addresses, each with the same page in every language."""
        versions = []
        for code, _name in settings.LANGUAGES:
            with override(code):
                versions.append((code, super().get_urls(page, site, protocol)))
        found = []
        for entries in zip(*(urls for _code, urls in versions), strict=True):
            alternates = [
                {"location": entry["location"], "lang_code": LANGUAGES[code]}
                for (code, _urls), entry in zip(versions, entries, strict=True)
            ]
            default = {**alternates[0], "lang_code": "x-default"}
            for entry in entries:
                found.append({**entry, "alternates": [*alternates, default]})
        return found


class PageSection(Section):
    """The pages that there always are."""

    def items(self) -> Sequence[str]:
        """Their names."""
        return PAGES

    def location(self, item: str) -> str:
        """The page's path."""
        return reverse(item)

    def lastmod(self, item: Any) -> datetime | None:
        """Nothing is known of when their words were changed."""
        return None


class CaseSection(Section):
    """The cases."""

    def items(self) -> Any:
        """Those that search engines may show, in the order of their numbers."""
        cases = with_changes(shown_cases().filter(noindex=False))
        return cases.only("pk", "published_at").order_by("pk")


class BulletinSection(Section):
    """The bulletins."""

    def items(self) -> Any:
        """Those with public cases none of which is kept from search engines."""
        own = with_changes(Case.objects.published()).filter(bulletin=OuterRef("pk"))
        latest = own.order_by().values("bulletin").annotate(Max("changed_at"))
        return (
            Bulletin.objects.public()
            .filter(~Exists(own.filter(noindex=True)), is_sample=False)
            .annotate(changed_at=latest.values("changed_at__max"))
            .only("pk")
            .order_by("pk")
        )


class RegionSection(Section):
    """The divisions that cases name, and all that these lie in."""

    def items(self) -> Sequence[Any]:
        """They by code, each as changed as its cases."""
        places = Places(place_counts(shown_cases()))
        changed = dict(
            with_changes(shown_cases())
            .order_by()
            .values_list("region")
            .annotate(Max("changed_at"))
        )
        found: dict[str, Any] = {}
        for code in places.own:
            for region in places.line(code):
                if region.code not in found:
                    found[region.code] = copy(region)  # the kept one is everybody's
                    found[region.code].changed_at = changed[code]
                one = found[region.code]
                one.changed_at = max(one.changed_at, changed[code])
        return [found[code] for code in sorted(found)]


class OffenceSection(Section):
    """The offence types that cases are filed under."""

    def items(self) -> Any:
        """They in the order of the list, each as changed as its cases."""
        cases = with_changes(shown_cases()).filter(offence_types=OuterRef("pk"))
        latest = cases.order_by().values("offence_types").annotate(Max("changed_at"))
        return (
            OffenceType.objects.annotate(changed_at=latest.values("changed_at__max"))
            .exclude(changed_at=None)
            .only("slug")
            .order_by("position")
        )


SECTIONS: dict[str, type[Sitemap[Any]] | Sitemap[Any]] = {
    "pages": PageSection,
    "cases": CaseSection,
    "bulletins": BulletinSection,
    "regions": RegionSection,
    "offences": OffenceSection,
}

# A case may be withdrawn, so nobody is to keep a copy without asking again.
_fresh = cache_control(no_cache=True)


@require_safe
@public_page()
@_fresh
def index(request: HttpRequest) -> HttpResponseBase:
    """The sections' addresses."""
    return views.index(request, SECTIONS, sitemap_url_name="sitemap-section")


@require_safe
@public_page("p")
@_fresh
def section(request: HttpRequest, section: str) -> HttpResponseBase:
    """The addresses of one section."""
    return views.sitemap(request, SECTIONS, section)
