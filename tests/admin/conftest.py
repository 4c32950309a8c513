"""What the tests of the desk share."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from tests.desk import bulletin, cases, editor, publisher

__all__ = ["bulletin", "cases", "editor", "publisher"]


@pytest.fixture(autouse=True)
def language_is_put_back():
    """A request leaves its language active in the thread."""
    with override("zh-hans"):
        yield


@pytest.fixture
def desk(client, publisher):
    """A browser in which a publisher is signed in."""
    client.force_login(publisher)
    return client
