"""What pages say to search engines, link previews and reference managers."""

from __future__ import annotations

import html as entities
import json
import re

import pytest

from cases.exports import COLUMNS
from tests.factories import CaseFactory, region

pytestmark = pytest.mark.django_db

HOST = "http://testserver"
JSON_LD = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def said(html: str) -> dict[str, dict]:
    """The JSON-LD objects of a page by their type."""
    objects = [json.loads(text) for text in JSON_LD.findall(html)]
    assert all(one.pop("@context") == "https://schema.org" for one in objects)
    return {one.pop("@type"): one for one in objects}


def trail(html: str) -> list[tuple[str, str]]:
    """The breadcrumbs of a page as (name, path)."""
    items = said(html)["BreadcrumbList"]["itemListElement"]
    assert [one["position"] for one in items] == list(range(1, len(items) + 1))
    return [(one["name"], one["item"].removeprefix(HOST)) for one in items]


def metas(html: str, start: str) -> dict[str, str]:
    """The meta elements whose name or property has this start."""
    found = re.findall(r'<meta (?:name|property)="(.*?)" content="(.*?)">', html)
    return {
        name: entities.unescape(content)
        for name, content in found
        if name.startswith(start)
    }


@pytest.fixture
def case():
    """A published case of Yanhu in Yuncheng, with a source."""
    one = CaseFactory(is_published=True, region=region("140802"))
    one.copy.url = "https://example.org/source"
    one.copy.save()
    return one


def test_a_case_names_what_it_was_read_from(page, case):
    html = page(f"/en/cases/{case.pk}/")

    assert said(html)["WebPage"] == {
        "url": f"{HOST}/en/cases/{case.pk}/",
        "name": "于某某等人破坏计算机信息系统案",
        "inLanguage": "en",
        "datePublished": "2025-03-01T16:00:00+08:00",
        "dateModified": "2025-03-01T16:00:00+08:00",
        "keywords": ["Sabotaging a computer information system"],
        "spatialCoverage": {
            "@type": "AdministrativeArea",
            "name": "Yanhu District (Yuncheng, Shanxi)",
            "identifier": "140802",
        },
        "temporalCoverage": "2024-08",
        "isBasedOn": {
            "@type": "CreativeWork",
            "name": "山西公安公布典型案例",
            "url": "https://example.org/source",
            "datePublished": "2025-02-10",
            "author": {"@type": "GovernmentOrganization", "name": "山西公安机关"},
            "inLanguage": "zh-Hans",
        },
        "isPartOf": {"@type": "WebSite", "name": "Casebook", "url": f"{HOST}/en/"},
    }


def test_what_a_case_does_not_state_is_not_said(page):
    case = CaseFactory(
        is_published=True,
        region=None,
        month=None,
        offences=[],
        bulletin__issuer="",
    )

    about = said(page(f"/cases/{case.pk}/"))["WebPage"]

    assert {"spatialCoverage", "temporalCoverage", "keywords"}.isdisjoint(about)
    assert set(about["isBasedOn"]) == {"@type", "name", "datePublished", "inLanguage"}


def test_pages_tell_the_way_to_them(page, case):
    bulletin = ("山西公安公布典型案例", f"/bulletins/{case.bulletin_id}/")
    assert trail(page(f"/cases/{case.pk}/")) == [
        ("案件簿", "/"),
        ("通报", "/bulletins/"),
        bulletin,
        ("于某某等人破坏计算机信息系统案", f"/cases/{case.pk}/"),
    ]
    assert trail(page(bulletin[1])) == [
        ("案件簿", "/"),
        ("通报", "/bulletins/"),
        bulletin,
    ]
    assert trail(page(f"/en/regions/{case.region.slug}/")) == [
        ("Casebook", "/en/"),
        ("Places", "/en/regions/"),
        ("Shanxi", "/en/regions/shanxi/"),
        ("Yuncheng", "/en/regions/yuncheng/"),
        ("Yanhu District", f"/en/regions/{case.region.slug}/"),
    ]
    assert trail(page("/en/offences/system-sabotage/")) == [
        ("Casebook", "/en/"),
        ("Offences", "/en/offences/"),
        (
            "Sabotaging a computer information system",
            "/en/offences/system-sabotage/",
        ),
    ]


def test_the_first_page_names_the_catalogue(page):
    assert said(page("/en/"))["WebSite"] == {
        "name": "Casebook",
        "url": f"{HOST}/en/",
        "alternateName": ["案件簿", "Casebook"],
        "inLanguage": "en",
    }


def test_the_data_page_describes_the_data_set(page, case):
    CaseFactory(is_published=True, month=None)
    CaseFactory(is_published=True, bulletin__is_sample=True)

    about = said(page("/en/data/"))["Dataset"]

    assert [one["name"] for one in about.pop("variableMeasured")] == [
        column.name for column in COLUMNS
    ]
    assert "no statistics" in about.pop("description")
    assert about == {
        "name": "Cybercrime cases read out of Chinese authorities’ bulletins",
        "url": f"{HOST}/en/data/",
        "license": f"{HOST}/en/about/#licence",
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": "Casebook"},
        "dateModified": "2025-03-01",
        "temporalCoverage": "2024-08/2024-08",
        "spatialCoverage": {"@type": "Country", "name": "China", "identifier": "CN"},
        "inLanguage": "zh-Hans",
        "distribution": {
            "@type": "DataDownload",
            "encodingFormat": "text/csv",
            "contentUrl": f"{HOST}/en/export.csv",
        },
        "includedInDataCatalog": {
            "@type": "DataCatalog",
            "name": "Casebook",
            "url": f"{HOST}/en/",
        },
    }


def test_without_a_case_to_export_there_is_no_data_set(page):
    CaseFactory(is_published=True, bulletin__is_sample=True)

    assert set(said(page("/data/"))) == {"BreadcrumbList"}


def test_a_text_cannot_end_its_data_block(page):
    title = '</script><script>alert("&amp;")</script>'
    case = CaseFactory(is_published=True, title=title)

    html = page(f"/cases/{case.pk}/")

    assert said(html)["WebPage"]["name"] == title
    assert "<script>" not in html


@pytest.mark.parametrize("fields", [{"noindex": True}, {"bulletin__is_sample": True}])
def test_what_search_engines_may_not_show_has_no_data_for_them(page, fields):
    case = CaseFactory(is_published=True, **fields)

    assert said(page(f"/cases/{case.pk}/")) == {}


def test_a_list_that_is_narrowed_has_no_data_for_search_engines(page, case):
    assert said(page("/?city=yuncheng")) == {}


def test_a_link_to_a_case_shows_what_it_is(page, case):
    html = page(f"/cases/{case.pk}/")

    assert metas(html, "og:") == {
        "og:site_name": "案件簿",
        "og:title": "于某某等人破坏计算机信息系统案 · 案件簿",
        "og:description": "2024年8月，运城公安机关抓获犯罪嫌疑人于某某等3人。",
        "og:url": f"{HOST}/cases/{case.pk}/",
        "og:locale": "zh_CN",
        "og:type": "article",
    }
    assert metas(html, "article:") == {
        "article:published_time": "2025-03-01T16:00:00+08:00",
        "article:modified_time": "2025-03-01T16:00:00+08:00",
    }


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/bulletins/",
        "/bulletins/{bulletin}/",
        "/regions/",
        "/regions/shanxi/",
        "/offences/",
        "/offences/system-sabotage/",
        "/trends/",
        "/data/",
        "/about/",
    ],
)
def test_pages_describe_themselves_each_in_its_own_words(page, case, path):
    html = page("/en" + path.format(bulletin=case.bulletin_id))
    start = page("/en/")

    description = metas(html, "og:description")["og:description"]
    assert len(description) > 20
    assert (description == metas(start, "og:")["og:description"]) == (path == "/")
    assert f'name="description" content="{entities.escape(description)}"' in (
        html.replace("&#x27;", "'")
    )
    assert metas(html, "og:type") == {"og:type": "website"}


def test_reference_managers_can_read_a_case(page, case):
    html = page(f"/en/cases/{case.pk}/")

    assert metas(html, "citation_") | metas(html, "DC.") == {
        "citation_title": "于某某等人破坏计算机信息系统案",
        "citation_author": "山西公安机关",
        "citation_publication_date": "2025/02/10",
        "citation_publisher": "案件簿",
        "citation_language": "zh",
        "citation_public_url": f"{HOST}/en/cases/{case.pk}/",
        "DC.source": "https://example.org/source",
    }


def test_nobody_else_is_the_author_of_a_sample(page):
    case = CaseFactory(is_published=True, bulletin__is_sample=True)

    assert set(metas(page(f"/cases/{case.pk}/"), "citation_")) == {
        "citation_title",
        "citation_publisher",
        "citation_language",
        "citation_public_url",
    }


@pytest.mark.parametrize(
    ("path", "feed", "words"),
    [
        ("/en/", "/en/feed.xml", "Subscribe to this list (Atom)"),
        (
            "/en/?sort=added&city=yuncheng&page=2",
            "/en/feed.xml?city=yuncheng",
            "Subscribe to this list (Atom)",
        ),
        (
            "/en/regions/yuncheng/",
            "/en/feed.xml?city=yuncheng",
            "Subscribe to new cases (Atom)",
        ),
        (
            "/offences/system-sabotage/",
            "/feed.xml?offence=system-sabotage",
            "订阅新案件",
        ),
    ],
)
def test_lists_lead_to_their_feed(page, case, path, feed, words):
    html = page(path)

    assert re.findall(
        r'type="application/atom\+xml" title=".*?" href="(.*?)"', html
    ) == [feed]
    link = f'<a href="{feed}" rel="nofollow" type="application/atom+xml">{words}</a>'
    assert link in html


@pytest.mark.parametrize("path", ["/regions/yuncheng/", "/offences/system-sabotage/"])
def test_a_page_of_samples_alone_is_kept_from_search_engines(page, path):
    CaseFactory(is_published=True, bulletin__is_sample=True)
    assert '<meta name="robots" content="noindex">' in page(path)

    CaseFactory(is_published=True)
    assert 'name="robots"' not in page(path)
