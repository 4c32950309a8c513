"""What every public page has in common, seen without anything kept in memory."""

from __future__ import annotations

import re
from uuid import UUID

import pytest
from django.http import HttpResponse, QueryDict
from django.utils import timezone

from cases import public_pages
from cases.public_pages import (
    LIST,
    code_version,
    edition_of,
    one_spelling,
    public_page,
    tag_of,
)
from tests.factories import CaseFactory, user_with_role

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("asked", "query"),
    [
        ("", ""),
        ("sort=added&city=yuncheng&q=x", "q=x&city=yuncheng&sort=added"),
        ("city=b&city=a&city=b&city=", "city=a&city=b"),
        ("month=2024&month=none", "month=2024&month=none"),
        ("q=a&q=b&sort=&page=3", "q=b&page=3"),
        ("page=1&utm_source=x&fbclid=y&city[]=z", ""),
        ("q=%E8%AF%88%E9%AA%97+x", "q=%E8%AF%88%E9%AA%97+x"),
        ("find=x&p=2", ""),
    ],
)
def test_a_list_has_one_spelling(asked, query):
    assert one_spelling(QueryDict(asked), LIST) == query


def test_what_a_visitor_wrote_beside_it_is_not_on_the_page(client):
    response = client.get("/?utm_source=letter&sort=added&city=yuncheng")

    html = response.content.decode()
    assert "utm_source" not in html
    assert 'href="/en/?city=yuncheng&amp;sort=added"' in html


@pytest.mark.parametrize("path", ["/about/", "/data/", "/regions/", "/offences/"])
def test_a_page_without_a_list_takes_none_of_its_arguments(client, path):
    assert client.get(path).content == client.get(f"{path}?city=yuncheng").content


PAGES = [
    "/",
    "/en/",
    "/?q=运城",
    "/places/",
    "/bulletins/",
    "/regions/",
    "/regions/shanxi/",
    "/regions/figures.csv",
    "/regions/shanxi/figures.csv",
    "/offences/",
    "/offences/fraud/",
    "/offences/fraud/figures.csv",
    "/trends/",
    "/trends/months.csv",
    "/trends/cities.csv",
    "/about/",
    "/about/corrections/",
    "/data/",
]


@pytest.mark.parametrize("path", PAGES)
def test_caches_may_keep_a_public_page_and_must_ask(client, path):
    assert client.get(path)["Cache-Control"] == "public, no-cache"


def test_an_operator_may_let_caches_ask_less_often(client, settings):
    settings.SHARED_CACHE_SECONDS = 30

    said = client.get("/")["Cache-Control"]

    assert said == "public, max-age=0, must-revalidate, s-maxage=30"
    # Whoever follows a list must learn of a withdrawal at once.
    assert client.get("/feed.xml")["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("path", [*PAGES, "/feed.xml", "/sitemap.xml"])
def test_nobody_keeps_a_page_of_somebody_signed_in(client, path):
    client.force_login(user_with_role("editor"))

    response = client.get(path)

    assert response["Cache-Control"] == "private, no-store"


def test_nobody_keeps_a_page_while_a_message_waits(client):
    client.cookies["messages"] = "a message"

    assert client.get("/")["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/cases/{withdrawn}/", 410),
        ("/cases/999999/", 404),
        ("/regions/140800/", 301),
        ("/export.csv", 200),
        ("/report/", 200),
    ],
)
def test_nobody_keeps_what_is_no_page(client, path, status):
    case = CaseFactory(
        is_published=True, status="withdrawn", status_reason="当事人申请。"
    )

    response = client.get(path.format(withdrawn=case.pk))

    assert response.status_code == status
    assert "no-store" in response["Cache-Control"]
    assert not response.has_header("ETag")


def test_nobody_keeps_a_page_that_says_so(rf):
    @public_page()
    def in_part(request):
        return HttpResponse("too slow", headers={"Cache-Control": "no-store"})

    assert in_part(rf.get("/"))["Cache-Control"] == "no-store"


def test_the_tag_of_a_page_tells_everything_it_is_made_from(monkeypatch):
    one, other = UUID(int=1), UUID(int=2)
    edition = edition_of(one)
    tags = {
        tag_of(b"/", edition),
        tag_of(b"/", edition_of(other)),
        tag_of(b"/about/", edition),
        tag_of(b"/", edition._replace(code="another program")),
    }
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now + timezone.timedelta(days=1))
    tags.add(tag_of(b"/", edition_of(one)))

    assert len(tags) == 5
    assert all(re.fullmatch('W/"casebook-[0-9a-f]{32}"', tag) for tag in tags)


def test_the_program_has_one_name_until_a_file_or_a_shown_setting_changes(settings):
    def anew() -> str:
        code_version.cache_clear()
        return code_version()

    before = anew()
    assert anew() == before
    settings.REPORT_CONTACT_DAYS = 99
    assert anew() != before
    code_version.cache_clear()


def test_parts_of_the_program_are_all_there():
    names = {path.name for path in public_pages.Path(".").iterdir() if path.is_dir()}

    assert set(public_pages.PARTS) <= names
