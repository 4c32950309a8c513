"""Pages about the catalogue, and for machines."""

from __future__ import annotations

import re

import pytest

from cases.exports import COLUMNS
from tests.factories import CaseFactory
from tests.views.test_list import visible

pytestmark = pytest.mark.django_db


def test_the_data_page_tells_every_column(page):
    html = page("/en/data/")

    for column in COLUMNS:
        assert f"<code>{column.name}</code>" in html


@pytest.mark.parametrize(
    ("is_sample", "button"),
    [
        (False, "Download all cases as CSV"),
        (True, "Download all cases but the samples as CSV"),
    ],
)
def test_the_button_says_that_samples_are_left_out(page, is_sample, button):
    CaseFactory(bulletin__is_sample=is_sample, is_published=True)

    assert f'rel="nofollow">{button}</a>' in page("/en/data/")


def test_about_says_what_the_catalogue_is_not(page):
    CaseFactory(is_published=True)

    words = visible(page("/en/about/"))

    assert "1 case from 1 bulletin (chosen examples)" in words
    assert "nobody in them has been convicted" in words


def test_crawlers_are_told_where_not_to_go(client):
    lines = client.get("/robots.txt").content.decode().splitlines()

    assert "Disallow: /*?" in lines
    assert "Disallow: /*feed.xml" in lines
    assert "Disallow: /*.csv$" in lines
    assert "Disallow: /en/report/" in lines
    assert "Sitemap: http://testserver/sitemap.xml" in lines
    assert "Disallow: /admin/" in lines
    assert "Allow: /bulletins/?page=" in lines


@pytest.mark.parametrize(
    "path",
    ["/", "/bulletins/", "/regions/", "/offences/", "/trends/", "/about/", "/data/"],
)
def test_every_page_has_both_languages_and_a_canonical_address(page, path):
    chinese, english = page(path), page(f"/en{path}")

    assert '<html lang="zh-Hans">' in chinese
    assert '<html lang="en">' in english
    for html in (chinese, english):
        assert re.findall(
            r'<link rel="alternate" hreflang="(.*?)" href="(.*?)">', html
        ) == [
            ("zh-Hans", f"http://testserver{path}"),
            ("en", f"http://testserver/en{path}"),
            ("x-default", f"http://testserver{path}"),
        ]
    assert f'rel="canonical" href="http://testserver{path}"' in chinese
    assert f'rel="canonical" href="http://testserver/en{path}"' in english


@pytest.mark.parametrize("path", ["/", "/en/about/", "/nowhere/"])
def test_nothing_is_inline(client, path):
    html = client.get(path).content.decode()

    assert " style=" not in html
    assert "<style" not in html
    assert " onclick=" not in html
    assert "<script>" not in html
