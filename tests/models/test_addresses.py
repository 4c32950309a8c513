"""Addresses made without the router are the router's own."""

from __future__ import annotations

import pytest
from django.urls import reverse, translate_url
from django.utils.translation import override

from cases.models.addresses import address, in_language


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize(
    ("name", "key"),
    [("case", 1203), ("bulletin", 10), ("region", "jiangxi-fuzhou"), ("offence", "x0")],
)
def test_an_address_is_what_the_router_says(language, name, key):
    with override(language):
        assert address(name, key) == reverse(name, args=[key])


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize(
    "url",
    [
        "/",
        "/en/",
        "/?q=%E9%AA%97&city=a",
        "/en/?month=2024",
        "https://casebook.example/en/cases/5/",
        "https://casebook.example/regions/enping/#find",
    ],
)
def test_another_language_is_where_the_router_says(language, url):
    with override("en" if "/en/" in url else "zh-hans"):
        assert in_language(url, language) == translate_url(url, language)
