"""What every public page has in common: one spelling, one moment, who may keep it.

A page is the same for everybody and depends on nothing but its address, the
catalogue, the program and the day. ``public_page`` therefore reads all of it in one
snapshot and names it by these four, as its ETag and for ``cases.page_cache``. Whoever
is signed in gets pages made for the occasion that nobody keeps.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache, wraps
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode
from uuid import UUID

import django
from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseNotModified,
    QueryDict,
)
from django.utils.cache import patch_vary_headers
from django.utils.timezone import localdate

from cases.arguments import NAMES
from cases.models.snapshots import snapshot

View = Callable[..., HttpResponseBase]

# Of which a list takes any number, in any order.
SETS = frozenset({"city", "month", "published", "offence", "outcome", "campaign"})
# How far to count, and the page; then what other pages take: the sitemap, the places.
LIST = (*NAMES, "count", "page")
EVERY = (*LIST, "p", "find")

# What a page is made of beside its data.
PARTS = ("casebook", "cases", "static", "templates")
SHOWN_SETTINGS = ("LANGUAGES", "LANGUAGE_CODE", "REPORT_CONTACT_DAYS", "TIME_ZONE")

PRIVATE = "private, no-store"
TAGS = '"casebook-'


class Edition(NamedTuple):
    """What pages are made from: the catalogue's version, the day and the program."""

    version: UUID
    day: date
    code: str


def edition_of(version: UUID) -> Edition:
    """The edition of pages rendered now from this version of the catalogue.

    The day is taken before a page is rendered: one rendered over midnight goes by the
    day before, which nobody asks for any more.
    """
    return Edition(version, localdate(), code_version())


@cache
def code_version() -> str:
    """A name for all files that pages are made of, and for settings that they show.

    The same in every process and on every machine that has the same files.
    """
    digest = blake2b(digest_size=16)
    for part in PARTS:
        for folder, folders, names in os.walk(Path(settings.BASE_DIR) / part):
            folders[:] = sorted(set(folders) - {"__pycache__"})
            for name in sorted(names):
                path = Path(folder) / name
                digest.update(f"\0{path.relative_to(settings.BASE_DIR)}\0".encode())
                digest.update(path.read_bytes())
    shown = [getattr(settings, name) for name in SHOWN_SETTINGS]
    digest.update(f"{django.VERSION}{shown}".encode())
    return digest.hexdigest()


def one_spelling(asked: QueryDict, names: Sequence[str] = EVERY) -> str:
    """The query string that asks for the same page: known names, in one order.

    Values of which there may be many are sorted; of the others the last counts, as
    everywhere in Django. Nothing is looked up: unknown values stay.
    """
    pairs: list[tuple[str, str]] = []
    for name in names:
        values = asked.getlist(name)
        if name in SETS:
            values = sorted({value.strip() for value in values})
        pairs += [(name, value) for value in values if name in SETS and value]
        if name not in SETS and values and values[-1]:
            pairs.append((name, values[-1]))
    return urlencode([pair for pair in pairs if pair not in FIRST_PAGES])


FIRST_PAGES = (("page", "1"), ("p", "1"))


def address_of(request: HttpRequest, query: str) -> bytes:
    """The key of a page: scheme, host, path and query string, of one length."""
    host = request.META.get("HTTP_HOST", "")
    whole = f"{request.scheme}://{host}{request.path}?{query}"
    return blake2b(whole.encode(errors="surrogatepass"), digest_size=16).digest()


def tag_of(address: bytes, edition: Edition) -> str:
    """The page's ETag. Weak, since it is that of the compressed page as well."""
    made_from = f"{edition.version} {edition.day} {edition.code}".encode()
    return f'W/{TAGS}{blake2b(address + made_from, digest_size=16).hexdigest()}"'


def has_tag(request: HttpRequest, tag: str) -> bool:
    """Whether the visitor has this page already."""
    return tag.removeprefix("W/") in request.META.get("HTTP_IF_NONE_MATCH", "")


def is_visitor(request: HttpRequest) -> bool:
    """Whether nobody is known by the request: no session, no message for somebody."""
    cookies = request.META.get("HTTP_COOKIE", "")
    return (
        settings.SESSION_COOKIE_NAME not in cookies
        and CookieStorage.cookie_name not in cookies
    )


def cache_control() -> str:
    """What caches between may do: keep the page, and ask whether it still holds.

    With SHARED_CACHE_SECONDS they need not ask for so long, browsers must.
    """
    seconds = settings.SHARED_CACHE_SECONDS
    if seconds:
        return f"public, max-age=0, must-revalidate, s-maxage={seconds}"
    return "public, no-cache"


def absolute(request: HttpRequest) -> Callable[[str], str]:
    """What makes our paths addresses, as ``build_absolute_uri``, which does it anew."""
    root = request.build_absolute_uri("/")[:-1]
    return lambda path: root + path


def spell(request: HttpRequest, names: Sequence[str]) -> str:
    """Let the request ask in the one spelling, whose query string is returned.

    So nothing that a visitor wrote beyond it stands on a page that others get.
    """
    query = one_spelling(request.GET, names)
    request.META["QUERY_STRING"] = query
    request.GET = QueryDict(query)
    return query


def spelled(*names: str) -> Callable[[View], View]:
    """A view that sees only these arguments, in their one spelling."""

    def decorate(view: View) -> View:
        @wraps(view)
        def seen(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            spell(request, names)
            return view(request, *args, **kwargs)

        return seen

    return decorate


def public_page(*names: str, time_out: float | None = None) -> Callable[[View], View]:
    """A view of a public page that takes these arguments; ``time_out``: ``snapshot``.

    What it answers carries its edition and address for ``cases.page_cache`` and its
    ETag, unless it is no page (an error, a redirect), or one that says no-store, or
    another transaction is open (in most tests): what that sees may never be committed.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            query = spell(request, names)
            with snapshot(time_out=time_out) as version:
                edition = tag = None
                if version and is_visitor(request) and not settings.DEBUG:
                    edition = edition_of(version)
                    address = address_of(request, query)
                    tag = tag_of(address, edition)
                    if has_tag(request, tag):
                        return not_modified(tag)
                    # Two changes may share a second: a date proves nothing.
                    request.META.pop("HTTP_IF_MODIFIED_SINCE", None)
                response = view(request, *args, **kwargs)
                if not getattr(response, "is_rendered", True):
                    response.render()  # type: ignore[attr-defined]
            if not is_visitor(request):
                response.headers["Cache-Control"] = PRIVATE
                return response
            response.headers.setdefault("Cache-Control", cache_control())
            is_kept = "no-store" not in response.headers["Cache-Control"]
            if response.status_code != 200 or not is_kept:
                response.headers["Cache-Control"] = "no-store"
                response.headers.pop("ETag", None)
            elif edition and tag:
                response.headers["ETag"] = tag
                response.made_for = address, edition  # type: ignore[attr-defined]
            return response

        return page

    return decorate


def not_modified(tag: str) -> HttpResponse:
    """304: the page that the visitor has still holds."""
    response = HttpResponseNotModified(
        headers={"ETag": tag, "Cache-Control": cache_control()}
    )
    patch_vary_headers(response, ["Accept-Encoding"])
    return response
