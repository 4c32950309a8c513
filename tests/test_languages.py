"""Both languages are whole: every page is walked in Chinese and in English.

A Chinese page shows no English but names; an English page shows Chinese only where
it is marked as Chinese (titles, passages, names of authorities), so that a screen
reader and a browser know.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.urls import reverse
from django.utils.translation import override

from cases.actions.publishing import publish_case, withdraw_case
from cases.actions.readings import store_reading
from cases.models import Bulletin
from cases.urls import urlpatterns
from tests.actions.telling import READING, TEXT
from tests.factories import (
    BulletinFactory,
    CaseFactory,
    CopyFactory,
    region,
    user_with_role,
)
from tests.language_of_pages import chinese_unmarked, english_on_a_chinese_page

pytestmark = pytest.mark.django_db

# What is written in Latin letters in Chinese too: formats, a key, marks of a citation,
# a kind of attack, and values of the export's columns.
NAMES = frozenset(
    {"BOM", "BY", "CC", "CSV", "Casebook", "DB", "DD", "DDoS", "GB", "MM", "OL", "PDF"}
    | {"Esc", "UTF", "Word", "XML", "YYYY", "docx", "html", "md", "pdf", "txt", "zip"}
    | {"about", "at", "exact", "imported", "inferred", "least", "nearly", "published"}
    | {"stated"}
)
FILES = ("export", "feed", "figures", "months", "cities")
DESK = (
    "admin:index",
    "admin:import",
    "admin:cases_bulletin_changelist",
    "admin:cases_case_changelist",
    "admin:cases_report_changelist",
    "admin:password_change",
)


@pytest.fixture(autouse=True)
def language_is_put_back():
    """A request leaves its language active in the thread."""
    with override("zh-hans"):
        yield


@pytest.fixture
def publisher():
    """Someone who may publish."""
    return user_with_role("publisher", username="1001")


@pytest.fixture
def bulletin(publisher) -> Bulletin:
    """A bulletin as read, its first case public, the others waiting; a withdrawn case
    and a public one of which nothing is stated elsewhere."""
    bulletin = BulletinFactory(created_by=publisher, campaign="净网2024")
    bulletin.primary_copy = CopyFactory(bulletin=bulletin, text=TEXT)
    bulletin.save()
    store_reading(copy=bulletin.primary_copy, reading=READING)
    publish_case(case=bulletin.cases.get(number=1), by=publisher)
    for name in ("withdrawn", "bare"):
        case = CaseFactory(is_published=True, title=None if name == "bare" else "某案")
        if name == "withdrawn":
            withdraw_case(case=case, reason="当事人申请。", by=publisher)
    CaseFactory(is_published=True, region=None, month=None, offences=[])
    CaseFactory(is_published=True, region=region("140802"), people=5)
    return bulletin


def foreign_words(html: str) -> list[str]:
    """English on a Chinese page, names apart."""
    return english_on_a_chinese_page(html, NAMES)


def public_addresses(bulletin: Bulletin) -> list[str]:
    """Every public page, each kind once, lists also narrowed and without a case."""
    arguments = {
        "case": [bulletin.cases.get(number=1).pk],
        "report-case": [bulletin.cases.get(number=1).pk],
        "bulletin": [bulletin.pk],
        "region": ["yuncheng"],
        "offence": ["system-sabotage"],
    }
    kinds = [str(one.name) for one in urlpatterns]
    pages = [
        reverse(name, args=arguments.get(name, []))
        for name in kinds
        if not name.endswith(FILES)
    ]
    query = "q=%E6%A1%88&month=2024&outcome=none&people_from=2&amount_to=10"
    withdrawn = bulletin.pk and reverse("case", args=[_withdrawn()])
    return [
        *pages,
        withdrawn,
        reverse("region", args=["shanxi"]),
        reverse("region", args=["beijing"]),
        reverse("cases") + f"?{query}&sort=relevance&city=000000",
        reverse("cases") + "?city=yuncheng&offence=system-sabotage",
        reverse("cases") + "?city=beijing&month=2001",
        reverse("cases") + "nothing/",
        reverse("admin:login"),
    ]


def _withdrawn() -> int:
    return Bulletin.objects.get(cases__status="withdrawn").cases.get().pk


def desk_addresses(bulletin: Bulletin) -> list[str]:
    """Every page of the desk that an editor reads."""
    return [
        *map(reverse, DESK),
        reverse("admin:bulletin-review", args=[bulletin.pk]),
    ]


def walked(client, addresses: list[str], problems: Callable[[str], list[str]]):
    """What is wrong on each page, as lines that say where."""
    found = []
    for address in addresses:
        html = client.get(address).content.decode()
        found += [f"{address} {problem}" for problem in problems(html)]
    return found


def test_no_english_on_chinese_pages(client, bulletin):
    assert walked(client, public_addresses(bulletin), foreign_words) == []


def test_no_unmarked_chinese_on_english_pages(client, bulletin):
    with override("en"):
        addresses = public_addresses(bulletin)

    assert walked(client, addresses, chinese_unmarked) == []


def test_no_english_on_the_chinese_desk(client, publisher, bulletin):
    client.force_login(publisher)

    assert walked(client, desk_addresses(bulletin), foreign_words) == []


def test_no_unmarked_chinese_on_the_english_desk(client, publisher, bulletin):
    client.force_login(publisher)
    with override("en"):
        addresses = desk_addresses(bulletin)

    # Django's page has no place for the language of its title.
    found = walked(client, addresses, chinese_unmarked)
    assert [line for line in found if " head > title: " not in line] == []
