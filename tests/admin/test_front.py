"""What waits, and the lists of bulletins and cases."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cases.actions.importing import import_bulletin
from cases.actions.publishing import publish_case, reject_case
from tests.factories import BulletinFactory, CaseFactory

pytestmark = pytest.mark.django_db


def lines(html: str) -> list[str]:
    """The entries of the list of what waits."""
    items = re.findall(r"<li>(.*?)</li>", html, re.S)
    return [" ".join(re.sub(r"<[^>]+>", " ", item).split()) for item in items]


def test_what_waits_is_told_with_what_it_asks(desk, bulletin):
    original = BulletinFactory(title="原通报")
    BulletinFactory(title="未读通报", state="unread", reading_error="ValueError")
    BulletinFactory(title="疑似转载", likely_copy_of=original)

    waiting = lines(desk.get("/en/admin/").content.decode())

    day = "10 February 2025 · imported just now"
    assert waiting == [
        f"河东警方公布三起典型案例 3 drafts, 1 with a doubt · {day}",
        f"原通报 no case found · {day}",
        f"未读通报 not read · {day}",
        f"疑似转载 no case found · perhaps a copy · {day}",
    ]


@pytest.mark.parametrize(
    ("seconds", "said"), [(59, "just now"), (60, "1 minute ago"), (7200, "2 hours ago")]
)
def test_what_was_imported_a_while_ago_says_when(desk, bulletin, seconds, said):
    bulletin.created_at = timezone.now() - timedelta(seconds=seconds)
    bulletin.save()

    (line,) = lines(desk.get("/en/admin/").content.decode())

    assert line.endswith(f" · imported {said}")


def test_an_empty_desk_says_what_can_be_imported(desk):
    html = desk.get("/en/admin/").content.decode()

    assert (
        "Import a bulletin: a text, a page saved from a browser, a Word file, a PDF,"
        " an archive of them or a pasted text becomes drafts, one for each case."
    ) in html


def test_what_waits_is_counted_with_doubts_and_personal_data(desk, publisher):
    words = "2024年5月，长治市公安局抓获诈骗嫌疑人王小明，采取刑事强制措施。"
    import_bulletin(content=words.encode(), filename="a.md", by=publisher)

    html = desk.get("/en/admin/").content.decode()

    assert "1 with personal data to decide on" in html
    (line,) = lines(html)
    assert ", 1 with personal data ·" in line


def test_a_bulletin_that_is_done_waits_no_longer(desk, bulletin, cases, publisher):
    publish_case(case=cases[0], by=publisher)
    for case in cases[1:]:
        reject_case(case=case, reason="why", by=publisher)

    html = desk.get("/en/admin/").content.decode()

    assert "Nothing waits." in html
    assert lines(html) == [
        "河东警方公布三起典型案例 1 case published · 10 February 2025"
    ]


@pytest.mark.parametrize("count", [1, 4])
def test_the_front_page_asks_the_same_number_of_queries(
    desk, count, django_assert_num_queries
):
    for _number in range(count):
        CaseFactory()
    desk.get("/en/admin/")

    with django_assert_num_queries(13):
        desk.get("/en/admin/")


@pytest.mark.parametrize(
    ("query", "found"),
    [("?q=河东", True), ("?q=不存在", False), ("?state__exact=done", False)],
)
def test_bulletins_are_found_by_title_and_state(desk, bulletin, query, found):
    bulletin.refresh_from_db()
    path = reverse("admin:cases_bulletin_changelist")

    html = desk.get(path + query).content.decode()

    assert (bulletin.title in html) is found


@pytest.mark.parametrize(
    ("query", "found"), [("?q=郑某某", True), ("?status__exact=published", False)]
)
def test_cases_are_found_by_title_and_status(desk, cases, query, found):
    html = desk.get(reverse("admin:cases_case_changelist") + query).content.decode()

    assert ("郑某某侵犯公民个人信息案" in html) is found


def test_a_case_in_the_list_leads_to_its_place_on_the_review_page(desk, cases):
    response = desk.get(reverse("admin:cases_case_change", args=[cases[1].pk]))

    assert response["Location"].endswith(f"/review/#case-{cases[1].pk}")


def test_divisions_are_suggested_as_json(desk):
    response = desk.get(reverse("admin:regions"), {"q": "yuncheng"})

    assert response.json()["regions"][0] == {
        "value": "山西省运城市",
        "name": "运城市",
        "code": "140800",
        "pinyin": "yuncheng",
        "english": "Yuncheng",
        "abolished": None,
    }


def test_wrong_passwords_lock_the_name_in_words(client, publisher, settings):
    data = {"username": publisher.username, "password": "wrong"}
    for _attempt in range(settings.AXES_FAILURE_LIMIT):
        response = client.post("/en/admin/login/", data)

    assert response.status_code == 429
    assert "Signing in is locked for a while" in response.content.decode()


def test_the_sign_in_page_is_ours(client):
    html = client.get("/en/admin/login/?next=/en/admin/").content.decode()

    assert "Sign in to the desk" in html


def test_no_page_of_the_desk_has_inline_script_or_style(desk, bulletin):
    for path in (
        reverse("admin:index"),
        reverse("admin:import"),
        reverse("admin:login"),
        reverse("admin:bulletin-review", args=[bulletin.pk]),
    ):
        html = desk.get(path, follow=True).content.decode()
        assert not re.search(r"<style|\sstyle=|<script>|\son\w+=|javascript:", html)


def test_cases_are_narrowed_by_the_provinces_that_there_are(desk, cases):
    path = reverse("admin:cases_case_changelist")

    html = desk.get(path).content.decode()
    assert re.findall(r'\?province=(\d+)"', html) == ["140000"]

    assert desk.get(path, {"province": "140000"}).context["cl"].result_count == 3
    assert desk.get(path, {"province": "110000"}).context["cl"].result_count == 0
