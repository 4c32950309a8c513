"""Pages from memory: the same as rendered ones, and never of an earlier catalogue.

These tests commit, so that pages are kept as for visitors (tests/conftest.py).
"""

from __future__ import annotations

import gzip
import threading
from datetime import UTC, datetime

import psycopg
import pytest
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from cases import page_cache
from cases.models import Case
from cases.page_store import PageStore
from tests.factories import (
    CaseFactory,
    user_with_role,
)
from tests.kept_pages import PUBLIC, kept, public_case
from tests.postgres.waiting import eventually

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def case() -> Case:
    """The one published case."""
    return public_case()


def other_connection() -> psycopg.Connection:
    """Somebody else's connection to the same database."""
    parameters = connection.get_connection_params()
    parameters.pop("cursor_factory")
    parameters.pop("context")
    return psycopg.connect(**parameters)


@pytest.mark.parametrize("path", [*PUBLIC, "/cases/{case}/", "/bulletins/{bulletin}/"])
def test_a_page_from_memory_is_the_same_and_takes_one_query(
    client, case, django_assert_num_queries, path
):
    path = path.format(case=case.pk, bulletin=case.bulletin_id)
    rendered = client.get(path)
    client.get(path)

    with django_assert_num_queries(1):
        again = client.get(path)

    assert (again.status_code, again.content) == (200, rendered.content)
    assert again.headers == rendered.headers
    assert again["ETag"].startswith('W/"casebook-')
    assert again["Vary"] == "Accept-Encoding"


def test_who_has_the_page_is_told_so_without_its_being_rendered(
    client, case, django_assert_num_queries
):
    tag = client.get("/")["ETag"]

    with django_assert_num_queries(1):
        by_others = Client().get(
            "/", headers={"If-None-Match": f'"x", {tag.removeprefix("W/")}'}
        )

    assert (by_others.status_code, by_others.content) == (304, b"")
    assert by_others["ETag"] == tag
    assert by_others["Cache-Control"] == "public, no-cache"
    assert by_others["Vary"] == "Accept-Encoding"


def test_a_database_that_was_started_anew_costs_no_visitor_an_error(client, case):
    before = kept(client, "/")
    own = connection.connection.info.backend_pid
    with other_connection() as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", [own])

    assert client.get("/").content == before.content


def test_a_date_is_no_proof_that_nothing_has_changed(client, case):
    """Two changes may share a second."""
    dated = client.get("/feed.xml")["Last-Modified"]

    response = client.get("/feed.xml", headers={"If-Modified-Since": dated})

    assert response.status_code == 200


def test_the_head_of_a_page_alone(client, case):
    whole = kept(client, "/")

    head = client.head("/")

    assert head.content == b""
    assert head.headers == whole.headers
    assert head["Content-Length"] == str(len(whole.content))


@pytest.mark.parametrize(
    ("accepted", "is_compressed"),
    [
        ("gzip, deflate, br", True),
        ("br;q=1.0, gzip;q=0.5", True),
        ("", False),
        ("br", False),
        ("gzip;q=0, br", False),
    ],
)
def test_a_page_comes_compressed_to_who_reads_that(
    client, case, accepted, is_compressed
):
    plain = kept(client, "/")

    response = client.get("/", headers={"Accept-Encoding": accepted})

    assert response.has_header("Content-Encoding") == is_compressed
    assert response["Content-Length"] == str(len(response.content))
    content = response.content
    assert (gzip.decompress(content) if is_compressed else content) == plain.content
    assert response["ETag"] == plain["ETag"]


def test_spellings_of_one_address_are_one_page(client, case):
    first = client.get("/?city=yuncheng&month=2024&month=none&q=于")
    for query in (
        "month=none&month=2024&city=yuncheng&q=于",
        "q=于&city=yuncheng&utm_source=x&month=none&month=2024&month=2024&page=1&sort=",
    ):
        assert client.get(f"/?{query}")["ETag"] == first["ETag"]
    client.get("/?page=1")
    client.get("/?fbclid=123")

    assert len(page_cache.store) == 2


def test_hosts_schemes_and_languages_are_pages_of_their_own(client, case, settings):
    settings.ALLOWED_HOSTS = ["one.example", "other.example"]
    asked = [
        {"path": "/", "headers": {"Host": "one.example"}},
        {"path": "/", "headers": {"Host": "other.example"}},
        {"path": "/en/", "headers": {"Host": "one.example"}},
        {"path": "/", "headers": {"Host": "one.example"}, "secure": True},
    ]

    tags = {client.get(**one)["ETag"] for one in asked}

    assert len(tags) == 4
    for one in asked:
        scheme = "https" if one.get("secure") else "http"
        assert f"{scheme}://{one['headers']['Host']}/" in (
            kept_as(client, one).content.decode()
        )


def kept_as(client: Client, asked: dict):
    """The page from memory, asked for with more than a path."""
    for _ in range(2):
        client.get(**asked)
    return client.get(**asked)


def test_a_host_that_is_not_ours_gets_nothing(client, case, settings):
    settings.ALLOWED_HOSTS = ["one.example"]
    for _ in range(3):
        response = client.get("/", headers={"Host": "evil.example"})

    assert response.status_code == 400
    assert len(page_cache.store) == 0


def test_the_page_of_somebody_signed_in_is_neither_kept_nor_taken(client, case):
    editor = Client()
    editor.force_login(user_with_role("editor"))
    for _ in range(3):
        editor.get("/")
    assert len(page_cache.store) == 0
    tag = kept(client, "/")["ETag"]

    response = editor.get("/", headers={"If-None-Match": tag})

    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"
    assert not response.has_header("ETag")


def test_a_form_with_its_token_is_not_kept_and_keeps_nobody_from_pages(client, case):
    for _ in range(3):
        form = client.get("/report/")
    assert "no-store" in form["Cache-Control"]
    assert form.cookies["csrftoken"].value
    assert len(page_cache.store) == 0

    assert kept(client, "/")["Cache-Control"] == "public, no-cache"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nowhere/", 404),
        ("/cases/999999/", 404),
        ("/regions/140800/", 301),
        ("/about", 301),
        ("/export.csv", 200),
        ("/robots.txt", 200),
        ("/report/thanks/", 200),
        ("/admin/", 302),
        ("/healthz", 200),
    ],
)
def test_nothing_else_is_kept(client, case, path, status):
    for _ in range(3):
        response = client.get(path, headers={"If-None-Match": '"casebook-x"'})
        if response.streaming:
            b"".join(response.streaming_content)

    assert response.status_code == status
    assert len(page_cache.store) == 0


def test_a_list_that_took_the_database_too_long_is_not_kept(client, case):
    path = "/?offence=system-sabotage"
    whole = client.get(path)
    with other_connection() as other:
        other.execute("LOCK TABLE cases_tally IN ACCESS EXCLUSIVE MODE")
        in_brief = [client.get(path) for _ in range(2)]

    assert [page.status_code for page in in_brief] == [200, 200]
    assert [page["Cache-Control"] for page in in_brief] == ["no-store"] * 2
    assert [page.has_header("ETag") for page in in_brief] == [False] * 2
    assert len(page_cache.store) == 0
    assert client.get(path).content == whole.content


def test_what_is_sent_is_answered_by_the_view(client, case):
    kept(client, "/")

    assert client.post("/").status_code == 405


def test_a_page_that_prints_the_day_is_new_every_day(client, case, monkeypatch):
    def on(day: int):
        now = datetime(2026, 5, day, 3, 0, tzinfo=UTC)
        monkeypatch.setattr(timezone, "now", lambda: now)
        return kept(client, f"/cases/{case.pk}/")

    first, second = on(1), on(2)

    assert "2026-05-01" in first.content.decode()
    assert "2026-05-02" in second.content.decode()
    assert first["ETag"] != second["ETag"]


def test_a_page_rendered_while_others_publish_is_taken_for_no_later_one(client, case):
    """The page is half read when another connection publishes and commits."""
    waiting = """
        SELECT count(*) FROM pg_locks JOIN pg_database ON oid = database
        WHERE NOT granted AND relation = 'cases_amount'::regclass
            AND datname = current_database()
    """
    answers: list[str] = []

    def ask() -> None:
        response = Client().get("/")
        answers.append(response.content.decode())
        connection.close()

    kept(client, "/en/")
    with transaction.atomic(), connection.cursor() as cursor:
        CaseFactory(title="新公布案", is_published=True)
        # Sums are read last, when the cases were counted already.
        cursor.execute("LOCK TABLE cases_amount IN ACCESS EXCLUSIVE MODE")
        threads = [threading.Thread(target=ask) for _ in range(2)]
        for thread in threads:
            thread.start()

        def both_wait() -> bool:
            cursor.execute(waiting)
            return cursor.fetchone() == (2,)

        eventually(both_wait)
    for thread in threads:
        thread.join()

    assert len(page_cache.store) == 2, "the old page is kept as what it is"
    assert ["新公布案" in html for html in answers] == [False, False]
    assert [html.count("<article") for html in answers] == [1, 1]
    for _ in range(3):
        html = client.get("/").content.decode()
        assert ("新公布案" in html, html.count("<article")) == (True, 2)


def test_what_is_not_committed_is_neither_shown_nor_kept(client, case):
    before = kept(client, "/").content
    with transaction.atomic():
        case.shown_title = "未提交"
        case.save()
        inside = [client.get("/") for _ in range(3)]
        transaction.set_rollback(True)

    assert [page.has_header("ETag") for page in inside] == [False] * 3
    assert client.get("/").content == before


def numbers_of_rows() -> dict[str, int]:
    """Of every table of the database, those without a model too."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT count(*) FROM {table}")
            (found[table],) = cursor.fetchone()
    return found


def test_walking_through_filters_fills_nothing(client, case, monkeypatch):
    """A crawler asks for every combination; the database stays as it was."""
    small = PageStore(most_bytes=100_000, most_pages=5)
    monkeypatch.setattr(page_cache, "store", small)
    kept(client, "/")
    before = numbers_of_rows()

    for year in range(2000, 2030):
        client.get(f"/?month={year}")
    for _ in range(2):
        for year in range(2000, 2010):
            client.get(f"/?month={year}&sort=added")

    assert (len(small) <= 5, small.bytes <= 100_000) == (True, True)
    assert numbers_of_rows() == before
