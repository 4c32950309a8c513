"""Addresses of what a page names by the dozen, without asking the router for each."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language

# Makes the path of a page from its key or slug.
Address = Callable[[int | str], str]
# Stands for the key or slug, and is nowhere else behind it in a path.
PLACE = "0"


def address(name: str, key: int | str) -> str:
    """The path of one of many pages of a kind, in the language of the page.

    ``name`` is the route's, ``key`` the one part of the path that differs: a number or
    a slug, which needs no escaping.
    """
    return addresses(name)(key)


def addresses(name: str) -> Address:
    """What makes the same for each of many keys, for who names many pages of a kind."""
    before, after = _around(name, get_language(), get_script_prefix())
    return lambda key: f"{before}{key}{after}"


def path_of(name: str) -> str:
    """The path of the only page of its kind, in the language of the page."""
    return _path(name, get_language(), get_script_prefix())


def in_language(url: str, language: str) -> str:
    """A page's address, whole or from its path on, in another language.

    The default language stands at the root, others under their code; so every page of
    ours that has an address has one in each.
    """
    parts = urlsplit(url)
    _, first, rest = (*parts.path.split("/", 2), "")[:3]
    is_named = first != settings.LANGUAGE_CODE and first in dict(settings.LANGUAGES)
    path = f"/{rest}" if is_named else parts.path
    if language != settings.LANGUAGE_CODE:
        path = f"/{language}{path}"
    return urlunsplit(parts._replace(path=path))


def language_urls(here: str) -> dict[str, str]:
    """A page's address in each language, by the names that its template reads."""
    return {
        f"url_{language}": in_language(here, language)
        for language, _name in settings.LANGUAGES
    }


@lru_cache(maxsize=100)
def _path(name: str, language: str | None, prefix: str) -> str:
    """The same in the language, which is the active one."""
    return reverse(name)


@lru_cache(maxsize=100)
def _around(name: str, language: str | None, prefix: str) -> tuple[str, str]:
    """What stands before and behind the part that differs."""
    before, _place, after = reverse(name, args=[PLACE]).rpartition(PLACE)
    return before, after
