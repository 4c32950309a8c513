"""When the desk offers to remove the samples, and what it asks before."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cases.models import Bulletin
from tests.actions.telling import TEXT
from tests.factories import BulletinFactory, CaseFactory

pytestmark = pytest.mark.django_db

IMPORT = "/en/admin/cases/bulletin/import/"
PAGE = "/en/admin/cases/bulletin/samples/"
OFFER = "Beside your own bulletins the catalogue still shows 2 sample cases."


@pytest.fixture
def sample():
    """A sample bulletin with two published cases."""
    bulletin = BulletinFactory(is_sample=True)
    CaseFactory(bulletin=bulletin, is_published=True)
    CaseFactory(bulletin=bulletin, is_published=True)
    return bulletin


def words(response) -> str:
    """The text of the page's main part."""
    html = response.content.decode()
    main = html.partition('id="content"')[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def import_own(client):
    """Import the catalogue's first bulletin of its own."""
    return client.post(IMPORT, {"files": [SimpleUploadedFile("a.md", TEXT.encode())]})


def test_the_first_own_bulletin_brings_the_offer(desk, sample):
    before = words(desk.get("/en/admin/"))

    after_import = words(import_own(desk))
    front = words(desk.get("/en/admin/"))

    assert OFFER not in before
    assert f"{OFFER} Remove the samples …" in after_import
    assert f"{OFFER} Remove the samples …" in front


def test_a_catalogue_without_samples_is_offered_nothing(desk):
    assert "sample" not in words(import_own(desk))


def test_an_editor_is_told_who_can(client, editor, sample):
    client.force_login(editor)

    told = words(import_own(client))

    assert f"{OFFER} A publisher can remove them." in told
    assert "Remove the samples" not in told
    assert "A publisher can remove them." in words(client.get(PAGE))


def test_the_page_says_what_goes_and_that_it_is_final(desk, sample):
    import_own(desk)

    told = words(desk.get(PAGE))

    assert "Remove 1 sample bulletin?" in told
    assert "Their 2 cases go with them" in told
    assert "This is final." in told
    assert "Remove 2 sample cases for good Keep them" in told


def test_one_button_removes_them(desk, sample):
    import_own(desk)

    response = desk.post(f"{PAGE}remove/", follow=True)

    assert "2 sample cases are removed." in response.content.decode()
    assert OFFER not in words(response)
    assert list(Bulletin.objects.values_list("is_sample", flat=True)) == [False]
    assert desk.get(sample.get_absolute_url()).status_code == 404


def test_afterwards_the_page_says_who_removed_them(desk, sample):
    desk.post(f"{PAGE}remove/")

    told = words(desk.get(PAGE))

    assert "There are no samples" in told
    assert re.search(
        r"fabu removed the samples on \d+ \w+ \d{4} \(bulletins: 1, cases: 2\)\.", told
    )
