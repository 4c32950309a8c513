"""No page breaks a rule of axe-core: wide in both languages, small in Chinese, light
and dark.

Everything that opens is open: axe passes over what is not rendered.
"""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from cases.actions.publishing import publish_case, withdraw_case
from cases.actions.readings import store_reading
from cases.actions.reports import take_report
from tests.actions.telling import READING, TEXT
from tests.browser.conftest import PASSWORD, PHONE, WIDE
from tests.factories import BulletinFactory, CaseFactory, CopyFactory, user_with_role

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PUBLIC = {
    "list": "/",
    "search": "/?q=加油机&city=yuncheng&month=2024-08",
    "nothing found": "/?q=加油机&month=2019-01",
    "filters": "/?city=yuncheng&people_from=2&amount_to=1#filters",
    "case": "/cases/{public}/",
    "withdrawn case": "/cases/{withdrawn}/",
    "bulletins": "/bulletins/",
    "bulletin": "/bulletins/{bulletin}/",
    "places": "/regions/",
    "place found": "/regions/?find=运城",
    "no such place": "/regions/?find=无此地",
    "place": "/regions/shanxi/",
    "city": "/regions/yuncheng/",
    "offences": "/offences/",
    "offence": "/offences/system-sabotage/",
    "trends": "/trends/",
    "about": "/about/",
    "corrections": "/about/corrections/",
    "report": "/cases/{public}/report/",
    "report sent": "/report/thanks/",
    "data": "/data/",
    "no such page": "/nothing/",
    "sign in": "/admin/login/",
}
DESK = {
    "front": "/admin/",
    "samples": "/admin/cases/bulletin/samples/",
    "not allowed": "/admin/cases/case/add/",
    "import": "/admin/cases/bulletin/import/",
    "review": "/admin/cases/bulletin/{bulletin}/review/",
    "bulletins": "/admin/cases/bulletin/",
    "cases": "/admin/cases/case/",
    "reports": "/admin/cases/report/",
    "report": "/admin/cases/report/{report}/",
}
# Links of the desk fade from one colour to another.
COLOURS_REST = (
    "Promise.all(document.getAnimations().map((animation) => animation.finished))"
)
OPEN_ALL = "for (const one of document.querySelectorAll('details')) one.open = true"
LANGUAGES = {"zh-hans": "", "en": "/en"}


@pytest.fixture
def publisher(transactional_db):
    """Someone who may publish."""
    user = user_with_role("publisher", username="fabu")
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def numbers(publisher) -> dict[str, int]:
    """The made-up bulletin, its first case public, with two drafts that ask something;
    and a case that was withdrawn."""
    bulletin = BulletinFactory(created_by=publisher, campaign="净网2024")
    copy = CopyFactory(bulletin=bulletin, text=TEXT)
    bulletin.primary_copy = copy
    bulletin.save()
    store_reading(copy=copy, reading=READING)
    public = bulletin.cases.get(number=1)
    publish_case(case=public, by=publisher)
    withdrawn = CaseFactory(is_published=True)
    withdraw_case(case=withdrawn, reason="当事人申请。", by=publisher)
    report = take_report(
        case=public,
        kind="wrong-fact",
        words="月份写错了。",
        contact="reader@example.org",
        language="zh-hans",
        address=None,
    )
    return {
        "report": report.pk,
        "bulletin": bulletin.pk,
        "public": public.pk,
        "withdrawn": withdrawn.pk,
    }


# All that depends on the scheme: the structure of a page is the same in the dark.
COLOUR_RULES = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
}


def broken_rules(page) -> list[str]:
    """Each rule of axe-core that the page breaks in the light, and each rule about
    colours in the dark, with the elements that do."""
    page.evaluate(OPEN_ALL)
    broken = []
    for scheme, options in (("light", None), ("dark", COLOUR_RULES)):
        page.emulate_media(color_scheme=scheme)
        page.evaluate(COLOURS_REST)
        found = Axe().run(page, options=options).response
        assert found["passes"]
        broken += [
            f"{scheme}: {rule['id']}: {[node['html'] for node in rule['nodes']]}"
            for rule in found["violations"]
        ]
    return broken


# What a small screen changes is the same in either language.
@pytest.mark.parametrize(
    ("size", "language"),
    [(WIDE, "zh-hans"), (WIDE, "en"), (PHONE, "zh-hans")],
    ids=["wide", "wide English", "phone"],
)
def test_public_pages(numbers, live_server, open_page, language, size):
    page = open_page(size, missing=True)
    broken = {}
    for name, path in PUBLIC.items():
        page.goto(live_server.url + LANGUAGES[language] + path.format(**numbers))
        broken[name] = broken_rules(page)

    assert broken == {name: [] for name in PUBLIC}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_desk(numbers, live_server, open_page, language):
    page = open_page(missing=True)
    root = live_server.url + LANGUAGES[language]
    page.goto(f"{root}/admin/")
    page.locator("[name=username]").fill("fabu")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("[name=password]").press("Enter")
    page.wait_for_url("**/admin/")
    broken = {}
    for name, path in DESK.items():
        page.goto(root + path.format(**numbers))
        broken[name] = broken_rules(page)

    assert broken == {name: [] for name in DESK}
