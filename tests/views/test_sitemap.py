"""The sitemap: exactly the pages that search engines may show."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from django.utils.timezone import localdate

from cases import sitemaps
from cases.actions.correcting import save_case
from cases.actions.publishing import withdraw_case
from cases.models import Event
from cases.models.vocabularies import gazetteer
from tests.factories import BulletinFactory, CaseFactory, region, user_with_role

pytestmark = pytest.mark.django_db

NAMES = {
    "": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "xhtml": "http://www.w3.org/1999/xhtml",
}
HOST = "http://testserver"
PAGES = ["/", "/about/", "/bulletins/", "/data/", "/offences/", "/regions/", "/trends/"]


def read(client, path: str) -> ElementTree.Element:
    """A file of the sitemap as its root element."""
    response = client.get(path)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/xml"
    return ElementTree.fromstring(response.content)


def addresses(client, section: str) -> list[str]:
    """The paths of a section's addresses, sorted."""
    root = read(client, f"/sitemaps/{section}.xml")
    found = [one.text for one in root.findall("url/loc", NAMES)]
    return sorted(one.removeprefix(HOST) for one in found)


def in_both(*paths: str) -> list[str]:
    """The paths and their English counterparts, sorted."""
    return sorted([*paths, *(f"/en{path}" for path in paths)])


def everything(client) -> list[str]:
    """All paths that the sitemap leads to, from its index on, sorted."""
    found = []
    for one in read(client, "/sitemap.xml").findall("sitemap/loc", NAMES):
        root = read(client, one.text.removeprefix(HOST))
        found += [loc.text for loc in root.findall("url/loc", NAMES)]
    return sorted(one.removeprefix(HOST) for one in found)


def test_an_empty_catalogue_has_the_pages_that_are_always_there(client):
    assert everything(client) == in_both(*PAGES)


def test_it_has_exactly_the_public_pages(client):
    case = CaseFactory(
        is_published=True, region=region("140802"), offences=["fraud", "theft"]
    )
    CaseFactory(bulletin=case.bulletin, region=region("150000"), offences=["drugs"])

    assert everything(client) == in_both(
        *PAGES,
        f"/cases/{case.pk}/",
        f"/bulletins/{case.bulletin_id}/",
        "/regions/shanxi/",
        "/regions/yuncheng/",
        f"/regions/{case.region.slug}/",
        "/offences/fraud/",
        "/offences/theft/",
    )


def test_every_address_in_it_is_a_page_that_may_be_shown(client):
    case = CaseFactory(is_published=True, region=region("140802"))
    sealed = CaseFactory(is_published=True, noindex=True, region=region("150000"))
    CaseFactory(is_published=True, bulletin__is_sample=True, region=region("330100"))

    for path in everything(client):
        response = client.get(path)
        assert response.status_code == 200, path
        html = response.content.decode()
        assert 'name="robots"' not in html, path
        assert f'rel="canonical" href="{HOST}{path}"' in html, path
    assert f"/cases/{case.pk}/" in addresses(client, "cases")
    assert f"/cases/{sealed.pk}/" not in addresses(client, "cases")


def test_samples_and_what_only_they_have_are_left_out(client):
    CaseFactory(is_published=True, bulletin__is_sample=True)

    assert everything(client) == in_both(*PAGES)


def test_sealed_records_and_their_bulletins_are_left_out(client):
    bulletin = BulletinFactory()
    open_case = CaseFactory(bulletin=bulletin, is_published=True)
    CaseFactory(bulletin=bulletin, is_published=True, noindex=True)

    assert addresses(client, "cases") == in_both(f"/cases/{open_case.pk}/")
    assert addresses(client, "bulletins") == []


def test_what_took_an_abolished_division_over_is_in_it(client):
    CaseFactory(is_published=True, region=region("500105"))

    assert addresses(client, "regions") == in_both(
        "/regions/chongqing/",
        f"/regions/{region('500105').slug}/",
        f"/regions/{region('500105').successor.slug}/",
    )


def test_an_address_names_the_same_page_in_every_language(client):
    case = CaseFactory(is_published=True)

    root = read(client, "/sitemaps/cases.xml")

    for url in root.findall("url", NAMES):
        links = [one.attrib for one in url.findall("xhtml:link", NAMES)]
        chinese, english = f"{HOST}/cases/{case.pk}/", f"{HOST}/en/cases/{case.pk}/"
        assert links == [
            {"rel": "alternate", "hreflang": "zh-Hans", "href": chinese},
            {"rel": "alternate", "hreflang": "en", "href": english},
            {"rel": "alternate", "hreflang": "x-default", "href": chinese},
        ]


@pytest.mark.parametrize("section", ["cases", "bulletins", "regions", "offences"])
def test_an_address_says_when_what_it_shows_last_changed(client, section):
    older = CaseFactory(is_published=True)
    CaseFactory(is_published=True, bulletin=older.bulletin)
    root = read(client, f"/sitemaps/{section}.xml")
    assert {one.text for one in root.findall("url/lastmod", NAMES)} == {"2025-03-01"}

    save_case(case=older, values={"title": "更正案"}, by=user_with_role("publisher"))

    root = read(client, f"/sitemaps/{section}.xml")
    day = localdate(Event.objects.get(field="title").created_at)
    assert root.find("url/lastmod", NAMES).text == day.isoformat()


def test_what_was_said_of_a_place_is_forgotten(client):
    """Divisions are kept in memory, for all pages of a process."""
    CaseFactory(is_published=True)

    read(client, "/sitemaps/regions.xml")

    assert not hasattr(gazetteer().by_code["140800"], "changed_at")


def test_a_withdrawn_case_leaves_at_once(client):
    kept = CaseFactory(is_published=True, region=region("150000"), offences=["fraud"])
    gone = CaseFactory(is_published=True, offences=["drugs"])
    assert f"/cases/{gone.pk}/" in everything(client)

    withdraw_case(case=gone, reason="当事人申请。", by=user_with_role("publisher"))

    assert everything(client) == in_both(
        *PAGES,
        f"/cases/{kept.pk}/",
        f"/bulletins/{kept.bulletin_id}/",
        f"/regions/{kept.region.slug}/",
        "/offences/fraud/",
    )
    assert client.get("/sitemap.xml")["Cache-Control"] == "no-cache"
    assert client.get("/sitemaps/cases.xml")["Cache-Control"] == "no-cache"


def test_a_long_section_has_several_files(client, monkeypatch):
    monkeypatch.setattr(sitemaps.Section, "limit", 2)
    bulletin = BulletinFactory()
    cases = [CaseFactory(bulletin=bulletin, is_published=True) for _ in range(3)]

    files = [
        one.text.removeprefix(HOST)
        for one in read(client, "/sitemap.xml").findall("sitemap/loc", NAMES)
    ]

    assert "/sitemaps/cases.xml" in files
    assert "/sitemaps/cases.xml?p=2" in files
    assert set(in_both(*(f"/cases/{case.pk}/" for case in cases))) <= set(
        everything(client)
    )
    assert client.get("/sitemaps/cases.xml?p=3").status_code == 404
    assert client.get("/sitemaps/cases.xml?p=x").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("path", "queries"),
    [
        # the last change once a section; how many cases, bulletins and offences
        # there are; the regions with two, and when they changed
        ("/sitemap.xml", 10),
        # how many, and the items once a language; regions are loaded whole
        ("/sitemaps/cases.xml", 3),
        ("/sitemaps/bulletins.xml", 3),
        ("/sitemaps/offences.xml", 3),
        ("/sitemaps/regions.xml", 2),
        ("/sitemaps/pages.xml", 0),
    ],
)
def test_the_number_of_queries_is_constant(
    client, django_assert_num_queries, number, path, queries
):
    for _ in range(number):
        CaseFactory(is_published=True)

    with django_assert_num_queries(queries):
        client.get(path)


def test_there_is_no_other_section(client):
    assert client.get("/sitemaps/drafts.xml").status_code == 404
    assert client.post("/sitemap.xml").status_code == 405
