"""The list as an Atom feed: the same cases, stable ids, nothing sent twice."""

from __future__ import annotations

from datetime import date, timedelta
from xml.etree import ElementTree

import pytest

from cases.actions.correcting import save_case
from cases.actions.publishing import withdraw_case
from cases.models import Event
from tests.factories import (
    PUBLISHED_AT,
    AmountFactory,
    BulletinFactory,
    CaseFactory,
    user_with_role,
)

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def feed(client):
    """Get a feed as its root element."""

    def get(path: str = "/feed.xml") -> ElementTree.Element:
        response = client.get(path)
        assert response.status_code == 200
        assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
        return ElementTree.fromstring(response.content)

    return get


def texts(element: ElementTree.Element, path: str) -> list[str]:
    """The texts of the elements at a path, whose names are those of Atom."""
    return [one.text for one in element.findall(path, {"": ATOM[1:-1]})]


def test_an_entry_tells_a_case(feed):
    case = CaseFactory(is_published=True, people=3, outcomes=["arrested"])
    case.copy.url = "https://example.org/source?a=1&b=2"
    case.copy.save()

    root = feed("/en/feed.xml")

    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert texts(root, "title") == ["Casebook"]
    assert texts(root, "id") == ["http://testserver/en/"]
    assert [link.attrib for link in root.findall(f"{ATOM}link")] == [
        {"rel": "alternate", "href": "http://testserver/en/"},
        {"rel": "self", "href": "http://testserver/en/feed.xml"},
    ]
    (entry,) = root.findall(f"{ATOM}entry")
    sabotage = "Sabotaging a computer information system"
    facts = f"Yuncheng, Shanxi · August 2024 · {sabotage} · 3 people caught"
    assert texts(entry, "title") == [f"{facts} · 于某某等人破坏计算机信息系统案"]
    assert texts(entry, "id") == [f"tag:testserver,2025-03-01:/en/cases/{case.pk}//"]
    assert entry.find(f"{ATOM}link").get("href") == (
        f"http://testserver/en/cases/{case.pk}/"
    )
    assert texts(entry, "published") == ["2025-03-01T08:00:00+00:00"]
    assert texts(entry, "updated") == ["2025-03-01T08:00:00+00:00"]
    assert texts(entry, "author/name") == ["山西公安机关"]
    assert [one.get("term") for one in entry.findall(f"{ATOM}category")] == [sabotage]
    passage = "2024年8月，运城公安机关抓获犯罪嫌疑人于某某等3人。"
    bulletin = "Bulletin of 10 February 2025"
    source = '<a href="https://example.org/source?a=1&amp;b=2">Source</a>'
    assert texts(entry, "summary") == [
        f'<p>{facts}</p><p lang="zh-Hans">{passage}</p><p>{bulletin} · {source}</p>'
    ]


@pytest.mark.parametrize("path", ["/feed.xml", "/en/feed.xml"])
def test_a_long_passage_is_cut_short_alike_in_both_languages(feed, path):
    CaseFactory(is_published=True, text="运城警方抓获某某。" + "长" * 500)

    (summary,) = texts(feed(path), "entry/summary")

    passage = "运城警方抓获某某。" + "长" * 390
    assert f'<p lang="zh-Hans">{passage}…</p>' in summary


def test_a_chinese_feed_has_the_title_as_printed(feed):
    case = CaseFactory(is_published=True)

    root = feed("/feed.xml?city=yuncheng&sort=relevance&sort=added&page=7")

    assert texts(root, "title") == ["案件簿 · 运城市"]
    assert texts(root, "entry/title") == ["于某某等人破坏计算机信息系统案"]
    assert texts(root, "entry/id") == [f"tag:testserver,2025-03-01:/cases/{case.pk}//"]
    assert [link.get("href") for link in root.findall(f"{ATOM}link")] == [
        "http://testserver/?city=yuncheng",
        "http://testserver/feed.xml?city=yuncheng",
    ]


def test_a_feed_has_the_cases_of_its_list_latest_added_first(feed):
    for number in range(3):
        CaseFactory(
            is_published=True,
            title=f"案{number}",
            month=date(2024, 8 - number, 1),
            offences=["fraud"],
            published_at=PUBLISHED_AT + timedelta(days=number),
        )
    CaseFactory(is_published=True, title="别的案", offences=["theft"])

    root = feed("/feed.xml?offence=fraud&sort=published")

    assert texts(root, "entry/title") == ["案2", "案1", "案0"]
    assert texts(root, "updated") == ["2025-03-03T08:00:00+00:00"]


def test_only_the_latest_fifty_are_in_it(feed):
    bulletin = BulletinFactory()
    for number in range(52):
        CaseFactory(
            bulletin=bulletin,
            is_published=True,
            title=f"案{number}",
            published_at=PUBLISHED_AT + timedelta(hours=number),
        )

    titles = texts(feed(), "entry/title")

    assert titles == [f"案{number}" for number in range(51, 1, -1)]


def test_drafts_and_samples_are_left_out(feed):
    CaseFactory(title="草稿案")
    CaseFactory(title="样例案", bulletin__is_sample=True, is_published=True)

    root = feed()

    assert texts(root, "entry/title") == []
    assert texts(root, "updated") == ["2000-01-01T00:00:00+00:00"]


def test_a_correction_updates_the_entry_and_keeps_its_id(feed):
    case = CaseFactory(is_published=True)
    before = texts(feed(), "entry/id")

    save_case(case=case, values={"title": "更正案"}, by=user_with_role("publisher"))

    root = feed()
    changed = Event.objects.get(field="title").created_at
    assert texts(root, "entry/id") == before
    assert texts(root, "entry/published") == ["2025-03-01T08:00:00+00:00"]
    assert texts(root, "entry/updated") == [changed.isoformat()]


def test_a_withdrawn_case_is_gone_at_once(client, feed):
    kept = CaseFactory(is_published=True, title="留下的案")
    gone = CaseFactory(is_published=True, title="撤回的案")
    first = client.get("/feed.xml")

    withdraw_case(case=gone, reason="当事人申请。", by=user_with_role("publisher"))

    assert texts(feed(), "entry/title") == ["留下的案"]
    by_tag = client.get("/feed.xml", headers={"If-None-Match": first["ETag"]})
    assert by_tag.status_code == 200
    by_date = client.get(
        "/feed.xml", headers={"If-Modified-Since": first["Last-Modified"]}
    )
    assert by_date.status_code == 200
    assert kept.get_absolute_url() in by_date.content.decode()


def test_what_is_done_to_a_draft_is_no_change(client):
    CaseFactory(is_published=True)
    draft = CaseFactory()
    before = client.get("/feed.xml")["Last-Modified"]

    save_case(case=draft, values={"title": "更正案"}, by=user_with_role("editor"))

    assert client.get("/feed.xml")["Last-Modified"] == before


@pytest.mark.parametrize("query", ["", "?offence=drugs"])
def test_what_has_not_changed_is_not_sent_again(client, query):
    CaseFactory(is_published=True)
    first = client.get(f"/feed.xml{query}")

    by_tag = client.get(f"/feed.xml{query}", headers={"If-None-Match": first["ETag"]})
    by_date = client.get(
        f"/feed.xml{query}", headers={"If-Modified-Since": first["Last-Modified"]}
    )

    assert (by_tag.status_code, by_tag.content) == (304, b"")
    assert (by_date.status_code, by_date.content) == (304, b"")
    assert first["Cache-Control"] == "no-cache"


def test_a_feed_is_no_page_for_search_engines(client):
    assert client.get("/feed.xml")["X-Robots-Tag"] == "noindex"


def test_what_xml_cannot_have_is_left_out(client, feed):
    CaseFactory(
        is_published=True,
        title="标题\x0b案",
        text="运城警方\x1f抓获<王某>\uffff。",
        bulletin__issuer="山西\x02公安",
    )

    root = feed("/feed.xml?q=%0B运城")

    assert texts(root, "entry/title") == ["标题案"]
    assert texts(root, "entry/author/name") == ["山西公安"]
    assert (
        '<p lang="zh-Hans">运城警方抓获&lt;王某&gt;。</p>'
        in (texts(root, "entry/summary")[0])
    )


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_is_constant(client, django_assert_num_queries, number):
    for _ in range(number):
        AmountFactory(case=CaseFactory(is_published=True))

    # the cases, their offences and these, their sums, the last change
    with django_assert_num_queries(5):
        client.get("/feed.xml")


def test_unknown_values_are_dropped_as_in_the_list(feed):
    CaseFactory(is_published=True)

    assert len(texts(feed("/feed.xml?city=nowhere&month=x"), "entry/id")) == 1


def test_a_feed_is_only_read(client):
    assert client.post("/feed.xml").status_code == 405
