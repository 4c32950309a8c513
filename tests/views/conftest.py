"""What the tests of the public pages share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.utils.translation import override


@pytest.fixture(autouse=True)
def language_is_put_back():
    """A request leaves its language active in the thread."""
    with override("zh-hans"):
        yield


@pytest.fixture
def page(client) -> Callable[[str], str]:
    """Get a page that must be there, as text."""

    def get(path: str, **data: Any) -> str:
        response = client.get(path, data)
        assert response.status_code == 200, path
        return response.content.decode()

    return get
