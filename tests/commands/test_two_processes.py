"""Two servers on one database: what the one changes the other shows at once.

Both are real ones of two workers each, so four processes keep pages of their own.
"""

from __future__ import annotations

import gzip
import http.cookiejar
import re
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from types import SimpleNamespace

import pytest

from tests.admin.test_review import fields_of
from tests.commands.test_serve import Served, data_folder, running, served
from tests.postgres.waiting import eventually

__all__ = ["data_folder"]

# Either worker answers; so often that one of them is not left out by chance.
OFTEN = 12


@dataclass(frozen=True)
class Answer:
    """What a visitor gets."""

    status: int
    text: str
    tag: str
    is_from_memory: bool


def ask(site: Served, path: str, tag: str = "") -> Answer:
    """A visitor's request; only pages from memory come compressed."""
    request = urllib.request.Request(site.address + path)
    request.add_header("Accept-Encoding", "gzip")
    if tag:
        request.add_header("If-None-Match", tag)
    try:
        with urllib.request.urlopen(request) as answer:
            is_kept = answer.headers["Content-Encoding"] == "gzip"
            body = answer.read()
    except urllib.error.HTTPError as error:
        return Answer(error.code, error.read().decode(), "", False)
    text = (gzip.decompress(body) if is_kept else body).decode()
    return Answer(answer.status, text, answer.headers["ETag"], is_kept)


class Desk:
    """A publisher's browser at one of the servers."""

    def __init__(self, site: Served) -> None:
        self.site = site
        self.cookies = http.cookiejar.CookieJar()
        handler = urllib.request.HTTPCookieProcessor(self.cookies)
        self.browser = urllib.request.build_opener(handler)
        login = "admin/login/?next=/admin/"
        self.get(login)
        self.post(login, username="publisher", password=site.password)

    def get(self, path: str) -> str:
        """A page of the desk."""
        with self.browser.open(self.site.address + path) as answer:
            return answer.read().decode()

    def post(self, path: str, **data: object) -> None:
        """Send a form."""
        page = self.site.address + path
        (token,) = [one.value for one in self.cookies if one.name == "csrftoken"]
        form = {**data, "csrfmiddlewaretoken": token}
        encoded = urllib.parse.urlencode(form, doseq=True).encode()
        request = urllib.request.Request(page, encoded, {"Referer": page})
        self.browser.open(request).close()


@pytest.fixture(scope="module")
def sites(data_folder) -> Iterator[tuple[Served, Served]]:
    """Two servers with the samples."""
    with served(data_folder) as one, running(data_folder) as other:
        yield one, other


@pytest.fixture(scope="module")
def desk(sites) -> Desk:
    """Signed in at the first."""
    return Desk(sites[0])


@pytest.fixture(scope="module")
def case(sites) -> SimpleNamespace:
    """A published case: its number, its bulletin's, and its first words."""
    home = ask(sites[1], "").text
    number = int(re.search(r'href="/cases/(\d+)/"', home)[1])
    page = ask(sites[1], f"cases/{number}/").text
    bulletin = int(re.search(r'href="/bulletins/(\d+)/"', page)[1])
    return SimpleNamespace(pk=number, bulletin=bulletin, path=f"cases/{number}/")


def is_kept(site: Served, path: str) -> bool:
    """Whether both workers answer from memory."""
    return all(ask(site, path).is_from_memory for _ in range(OFTEN))


def change(site: Served, paths: list[str], step) -> list[list[Answer]]:
    """The answers to all paths, of both workers, right after a step at the desk.

    Before it all of them came from memory; after it none of those may come.
    """
    for path in paths:
        eventually(lambda path=path: is_kept(site, path))
    tags = {path: ask(site, path).tag for path in paths}
    step()
    found = []
    for path in paths:
        answers = [ask(site, path, tags[path])]
        answers += [ask(site, path) for _ in range(OFTEN)]
        assert 304 not in [answer.status for answer in answers]
        assert tags[path] not in [answer.tag for answer in answers]
        found.append(answers)
    return found


def review(desk: Desk, case: SimpleNamespace) -> str:
    """The review page of the case's bulletin."""
    return desk.get(f"en/admin/cases/bulletin/{case.bulletin}/review/")


def press(desk: Desk, case: SimpleNamespace, name: str, **data: object) -> None:
    """One of the buttons of the case."""
    desk.post(f"en/admin/cases/case/{case.pk}/{name}/", **data)


def test_a_correction_and_its_undoing(sites, desk, case):
    def correct() -> None:
        fields = fields_of(review(desk, case), case)
        fields[f"case-{case.pk}-title"] = ["更正后的标题"]
        press(desk, case, "save", **fields)

    def undo() -> None:
        press(desk, case, "undo/title")

    paths = ["", case.path, f"bulletins/{case.bulletin}/"]
    for answers in change(sites[1], paths, correct):
        assert {"更正后的标题" in one.text for one in answers} == {True}
    for answers in change(sites[1], paths, undo):
        assert {"更正后的标题" in one.text for one in answers} == {False}


def without_tags(html: str) -> str:
    """The words of a page, as they follow each other."""
    return re.sub("<[^>]+>", "", html)


def test_words_blacked_out(sites, desk, case):
    public = without_tags(ask(sites[1], case.path).text)
    lines = re.findall(r'<p data-start="(\d+)">(.*?)</p>', review(desk, case))
    plain = [(int(start), without_tags(line)) for start, line in lines]
    *_others, (start, words) = [
        (start + at, line[at : at + 12])
        for start, line in plain
        for at in range(0, len(line) - 12, 12)
        if line[at : at + 12] in public
    ]

    def redact() -> None:
        press(desk, case, "redact", flag=f"1:other:{start}-{start + 12}")

    (answers,) = change(sites[1], [case.path], redact)

    texts = [without_tags(one.text) for one in answers]
    assert {words in text for text in texts} == {False}
    assert {"█" * 12 in text for text in texts} == {True}


def test_a_withdrawal_and_the_way_back(sites, desk, case):
    def withdraw() -> None:
        press(desk, case, "withdraw", **{f"case-{case.pk}-why": "申请。"})

    link = f'/cases/{case.pk}/"'
    lists = change(sites[1], ["", "en/", "feed.xml", "sitemaps/cases.xml"], withdraw)
    for answers in lists:
        assert {link in one.text for one in answers} == {False}
    assert {ask(sites[1], case.path).status for _ in range(OFTEN)} == {410}

    def publish() -> None:
        press(desk, case, "return")
        page = review(desk, case)
        ticks = f"case-{case.pk}-checked"
        # Nobody has checked yet what the reader doubts in a sample.
        doubts = re.findall(f'name="{ticks}" value="([a-z]+)"', page)
        press(desk, case, "publish", **fields_of(page, case), **{ticks: doubts})

    for answers in change(sites[1], [""], publish):
        assert {link in one.text for one in answers} == {True}
    assert {ask(sites[1], case.path).status for _ in range(OFTEN)} == {200}
