"""Addresses of what a page names by the dozen, without asking the router for each."""

from __future__ import annotations

from functools import lru_cache

from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language

# Stands for the key or slug, and is nowhere else behind it in a path.
PLACE = "0"


def address(name: str, key: int | str) -> str:
    """The path of one of many pages of a kind, in the language of the page.

    ``name`` is the route's, ``key`` the one part of the path that differs: a number or
    a slug, which needs no escaping.
    """
    before, after = _around(name, get_language(), get_script_prefix())
    return f"{before}{key}{after}"


@lru_cache(maxsize=100)
def _around(name: str, language: str | None, prefix: str) -> tuple[str, str]:
    """What stands before and behind the part that differs."""
    before, _place, after = reverse(name, args=[PLACE]).rpartition(PLACE)
    return before, after
