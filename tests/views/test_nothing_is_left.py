"""What is withdrawn or blacked out is gone from every public response at once."""

from __future__ import annotations

from datetime import date

import pytest

from cases.actions.publishing import withdraw_case
from cases.actions.redacting import redact
from cases.models import Case
from cases.sitemaps import SECTIONS
from tests.factories import (
    BulletinFactory,
    CaseFactory,
    CopyFactory,
    EvidenceFactory,
    region,
    user_with_role,
)

pytestmark = pytest.mark.django_db

PLACES = ["140100", "140200", "140300", "140400", "140500"]
CODES = [*PLACES, "140600", "140700", "140800", "140900", "141000"]


@pytest.fixture
def publisher():
    return user_with_role("publisher")


@pytest.fixture
def ten_cases() -> list[Case]:
    """Ten published cases of one bulletin, each with words, a place, an offence and a
    month of its own; the suspect 王小明 is in the title and text of the third."""
    bulletin = BulletinFactory(title="十起典型案例", campaign="净网2024")
    texts = [f"第{number}案的特征词{number:04}。" for number in range(10)]
    texts[2] = "第2案的特征词0002，警方抓获王小明等人，王小明已供述。"
    copy = CopyFactory(bulletin=bulletin, text="\n".join(texts))
    offences = ["fraud", "theft", "gambling", "extortion", "drugs"]
    offences += ["pollution", "weapons", "espionage", "provocation", "prostitution"]
    cases = []
    for number, text in enumerate(texts):
        start = copy.text.index(text)
        cases.append(
            CaseFactory(
                bulletin=bulletin,
                copy=copy,
                title=f"标题{number:04}案" if number != 2 else "王小明等人标题0002案",
                passage_start=start,
                passage_end=start + len(text),
                shown_text=text,
                region=region(CODES[number]),
                month=date(2024, number + 1, 1),
                offences=[offences[number]],
                suspects=["王小明"] if number == 2 else [],
                is_published=True,
            )
        )
    start = copy.text.index("王小明")
    EvidenceFactory(
        case=cases[2], field="suspects", value="王小明", start=start, end=start + 3
    )
    return cases


def everything(client, words: str) -> dict[str, str]:
    """Every public response that could have the words, by its address."""
    addresses = ["/", f"/?q={words}", "/?month=2024", "/?city=shanxi", "/bulletins/"]
    addresses += ["/regions/", "/regions/shanxi/", "/offences/", "/offences/gambling/"]
    addresses += ["/trends/", "/trends/months.csv", "/trends/cities.csv"]
    addresses += ["/regions/figures.csv", "/regions/shanxi/figures.csv"]
    addresses += ["/offences/gambling/figures.csv"]
    addresses += ["/export.csv", f"/export.csv?q={words}", "/data/", "/about/"]
    addresses += [
        "/about/corrections/",
        "/report/",
        "/feed.xml",
        f"/feed.xml?q={words}",
    ]
    addresses += [f"/regions/{region(code).slug}/" for code in CODES]
    addresses += [f"/cases/{case.pk}/" for case in Case.objects.all()]
    addresses += [f"/bulletins/{case.bulletin_id}/" for case in Case.objects.all()[:1]]
    paths = [path for address in addresses for path in (address, f"/en{address}")]
    paths += [f"/sitemaps/{section}.xml" for section in SECTIONS]
    found = {}
    for path in paths:
        response = client.get(path)
        content = b"".join(response) if response.streaming else response.content
        # What was asked for stands in the search box and in addresses.
        found[path] = content.decode().replace(f"“{words}”", "")
    return found


def those_with(words: str, responses: dict[str, str]) -> list[str]:
    """The addresses of responses with the words outside of what was asked for."""
    return [
        path
        for path, content in responses.items()
        if words in content and f"q={words}" not in path
    ]


def test_a_withdrawn_case_is_nowhere(client, ten_cases, publisher):
    gone = ten_cases[2]
    words = "特征词0002"
    assert len(those_with(words, everything(client, words))) >= 10

    withdraw_case(case=gone, reason="当事人申请。", by=publisher)

    responses = everything(client, words)
    assert those_with(words, responses) == []
    assert those_with("标题0002案", responses) == []
    assert those_with("王小明", responses) == []
    assert "当事人申请。" in responses[f"/cases/{gone.pk}/"]
    for path in (f"/?q={words}", f"/en/?q={words}"):
        assert "<article" not in responses[path]
    for path, content in responses.items():
        if "export.csv" not in path and path not in (
            f"/cases/{gone.pk}/",
            f"/en/cases/{gone.pk}/",
        ):
            assert f"/cases/{gone.pk}/" not in content, path
    assert client.get("/?city=yangquan").content.decode().count("<article") == 0
    export = responses["/export.csv"]
    assert export.count("特征词") == 9
    assert export.count(f"/cases/{gone.pk}/") == 0


def test_its_counts_go_with_it(client, ten_cases, publisher):
    withdraw_case(case=ten_cases[2], reason="当事人申请。", by=publisher)

    html = client.get("/en/").content.decode()

    assert "<b>9</b> cases" in html
    assert "March 2024" not in html
    assert "Yangquan" not in html
    assert "gambling" not in html


def test_a_redacted_name_is_nowhere(client, ten_cases, publisher):
    copy = ten_cases[2].copy
    first = copy.text.index("王小明")
    second = copy.text.index("王小明", first + 1)
    assert len(those_with("王小明", everything(client, "王小明"))) >= 10

    redact(
        copy=copy,
        spans=[(first, first + 3), (second, second + 3)],
        kind="full-name",
        by=publisher,
    )

    responses = everything(client, "王小明")
    assert those_with("王小明", responses) == []
    for path in ("/?q=王小明", "/en/?q=王小明"):
        assert "<article" not in responses[path]
    assert responses["/export.csv?q=王小明"].count("\n") == 1
    page = responses[f"/cases/{ten_cases[2].pk}/"]
    assert "███等人标题0002案" in page
    assert "警方抓获<" in page
    assert "███已供述" in page


def test_a_redacted_authority_is_nowhere(client, publisher):
    case = CaseFactory(
        text="梅溪派出所抓获王某。", agency="梅溪派出所", is_published=True
    )
    EvidenceFactory(case=case, field="agency", value="梅溪派出所", start=0, end=5)
    assert len(those_with("梅溪派出所", everything(client, "梅溪派出所"))) >= 3

    redact(copy=case.copy, spans=[(0, 5)], by=publisher)

    assert those_with("梅溪派出所", everything(client, "梅溪派出所")) == []


def test_a_bulletin_goes_with_its_last_case(client, publisher):
    case = CaseFactory(
        bulletin=BulletinFactory(title="只有一案的通报", campaign="断号"),
        is_published=True,
    )

    withdraw_case(case=case, reason="当事人申请。", by=publisher)

    assert client.get(f"/bulletins/{case.bulletin_id}/").status_code == 404
    for path in ("/", "/bulletins/", "/?campaign=断号"):
        html = client.get(path).content.decode()
        assert "只有一案的通报" not in html
