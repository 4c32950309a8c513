"""Public pages answered from memory, before anything else is done for the request.

A page is sent only while the catalogue's version is the one that it was rendered from,
which every request reads: nothing is ever cleared, and every process sees a change at
once (docs/adr/0010). Nothing is kept in the database.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import Error, connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import patch_vary_headers

from cases.models.snapshots import first_catalogue_version
from cases.page_store import Page, PageStore
from cases.public_pages import (
    PRIVATE,
    TAGS,
    Edition,
    address_of,
    code_version,
    edition_of,
    has_tag,
    is_visitor,
    not_modified,
    one_spelling,
    tag_of,
)

Handler = Callable[[HttpRequest], HttpResponseBase]

MOST_PAGES = 4_096
# Of zlib: 1 takes a third of the time and a tenth more room, 9 gains nothing.
EFFORT = 6
GZIP = 31  # for zlib: with the head and foot of a file
ACCEPTS_GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))")

store = PageStore(
    most_bytes=settings.PAGE_CACHE_MEGABYTES * 1024 * 1024, most_pages=MOST_PAGES
)


def kept_pages(get_response: Handler) -> Handler:
    """Answer from memory, and keep what was answered; the outermost middleware.

    Only for visitors of whom nothing is known. In an open transaction (of a test) it
    does nothing.
    """
    if settings.DEBUG:
        raise MiddlewareNotUsed("templates may change at any time")
    # Worked out before the workers part, not at a visitor's cost.
    code_version()

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if (
            request.method not in ("GET", "HEAD")
            or not is_visitor(request)
            or connection.in_atomic_block
        ):
            return get_response(request)
        if kept := _kept(request):
            return kept
        response = get_response(request)
        made_for = getattr(response, "made_for", None)
        if made_for and isinstance(response, HttpResponse):
            _keep(response, *made_for)
        return response

    return middleware


def _kept(request: HttpRequest) -> HttpResponse | None:
    """The page in memory, or 304 to who has it; None: it has to be rendered."""
    query = one_spelling(request.GET) if request.META.get("QUERY_STRING") else ""
    address = address_of(request, query)
    if address not in store and TAGS not in request.META.get("HTTP_IF_NONE_MATCH", ""):
        return None
    try:
        edition = edition_of(first_catalogue_version())
    except Error:
        return None
    tag = tag_of(address, edition)
    if has_tag(request, tag):
        return not_modified(tag)
    page = store.get(address, edition)
    return _answer(request, page) if page else None


def _answer(request: HttpRequest, page: Page) -> HttpResponse:
    response = HttpResponse(headers=dict(page.headers))
    if ACCEPTS_GZIP.search(request.META.get("HTTP_ACCEPT_ENCODING", "")):
        response.headers["Content-Encoding"] = "gzip"
        response.headers["Content-Length"] = str(len(page.body))
        if request.method == "GET":
            response.content = page.body
    else:
        response.headers["Content-Length"] = str(page.length)
        if request.method == "GET":
            response.content = zlib.decompress(page.body, GZIP)
    return response


def _keep(response: HttpResponse, address: bytes, edition: Edition) -> None:
    """Keep the page, unless something on it is for one visitor."""
    if response.cookies or "cookie" in response.headers.get("Vary", "").lower():
        response.headers["Cache-Control"] = PRIVATE
        del response.headers["ETag"]
        return
    patch_vary_headers(response, ["Accept-Encoding"])
    if store.is_wanted(address):
        compressor = zlib.compressobj(EFFORT, zlib.DEFLATED, GZIP)
        body = compressor.compress(response.content) + compressor.flush()
        headers = tuple(
            (name, value)
            for name, value in response.headers.items()
            if name.lower() != "content-length"
        )
        store.keep(address, Page(edition, headers, body, len(response.content)))
