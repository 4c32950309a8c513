"""The list of cases as an Atom feed: any filter can be followed."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.decorators import method_decorator
from django.utils.feedgenerator import Atom1Feed
from django.utils.http import http_date
from django.utils.translation import gettext
from django.views.decorators.http import conditional_page, require_safe

from cases import display, headings
from cases.changes import last_change, with_changes
from cases.exports import exported
from cases.filters import CaseFilter
from cases.models import Case
from cases.public_pages import LIST, public_page

MOST_ENTRIES = 50
# Before any case: what an empty feed was last changed on.
NEVER = datetime(2000, 1, 1, tzinfo=UTC)
# XML 1.0 has no way to write these, and a stored text or a query may have them.
NOT_IN_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class CaseAtom(Atom1Feed):
    """Atom that says of an empty list that it never changed, not that it did now."""

    def latest_post_date(self) -> datetime:
        """When the entry changed last was changed."""
        return max((item["updateddate"] for item in self.items), default=NEVER)

    def add_item(self, *args: Any, **kwargs: Any) -> None:
        """Take an entry in, less the characters that no XML may have."""
        for name in ("title", "description", "author_name"):
            kwargs[name] = NOT_IN_XML.sub("", kwargs[name]).strip()
        super().add_item(*args, **kwargs)


@method_decorator([require_safe, public_page(*LIST), conditional_page], name="__call__")
class CaseFeed(Feed):
    """The cases that the list of the same query string has, latest added first.

    The order asked for is no part of it, and samples are left out as in exports. An
    entry's id never changes, a corrected case is the same entry updated.
    """

    feed_type = CaseAtom
    description_template = "feeds/case.html"
    author_name = "Casebook 案件簿"

    def __call__(
        self, request: HttpRequest, *args: object, **kwargs: object
    ) -> HttpResponse:
        """The feed, to be asked for again each time: a case may be withdrawn."""
        response: HttpResponse = super().__call__(request, *args, **kwargs)
        response.headers["X-Robots-Tag"] = "noindex"
        response.headers["Last-Modified"] = http_date(
            (last_change() or NEVER).timestamp()
        )
        patch_cache_control(response, no_cache=True)
        return response

    def get_object(
        self, request: HttpRequest, *args: object, **kwargs: object
    ) -> CaseFilter:
        """The filter that the query string stands for."""
        return CaseFilter(request.GET, Case.objects.published(), path=reverse("cases"))

    def title(self, filters: CaseFilter) -> str:
        """What is followed: the catalogue and the chosen filters."""
        chips = [chip.label for chip in filters.chips]
        return NOT_IN_XML.sub("", " · ".join([gettext("Casebook"), *chips]))

    def subtitle(self, filters: CaseFilter) -> str:
        """What the entries are, and are not."""
        return gettext(
            "Cases that Chinese authorities chose to publish, latest added first: "
            "examples, no statistics."
        )

    def link(self, filters: CaseFilter) -> str:
        """The list as a page."""
        return filters.arguments.without(["sort"]).url

    def feed_url(self, filters: CaseFilter) -> str:
        """The feed's own address, in its one spelling."""
        return feed_url(filters)

    def items(self, filters: CaseFilter) -> Any:
        """The latest cases, in four queries at any number."""
        cases = with_changes(exported(filters.narrowed())).by_addition()
        return cases.for_cards()[:MOST_ENTRIES]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The case, for its summary."""
        return {"case": kwargs["item"]}

    def item_title(self, case: Case) -> str:
        """The heading; on English pages behind the facts that it cannot tell."""
        heading = headings.heading(case)
        if display.is_english():
            heading = " · ".join([*display.fact_line(case), heading])
        return heading

    def item_guid(self, case: Case) -> None:
        """Left to Atom1Feed: a tag URI of the site, the day and the permalink."""

    def item_pubdate(self, case: Case) -> datetime | None:
        """When the case was published here."""
        return case.published_at

    def item_updateddate(self, case: Any) -> datetime:
        """When it was published or last changed."""
        changed: datetime = case.changed_at
        return changed

    def item_author_name(self, case: Case) -> str:
        """Who issued the bulletin; the catalogue where the text does not say."""
        return case.bulletin.issuer or self.author_name

    def item_categories(self, case: Case) -> list[str]:
        """What the case is filed under."""
        return [one.offence_type.label() for one in case.case_offences.all()]


def feed_url(filters: CaseFilter) -> str:
    """Where a list can be followed."""
    return filters.arguments.without(["sort"]).at(reverse("feed")).url
