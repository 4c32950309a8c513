"""A real browser and a server for it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import chromium

# Playwright's synchronous interface runs an event loop in this thread, in which
# Django would refuse to reach the database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

PASSWORD = "a long one for tests"
NO_PAGE = re.compile(r"status of (403|404|410|422)")
WIDE = (1280, 900)
PHONE = (390, 844)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, or a skipped test that says in one line how to get one."""
    program = chromium.find()
    if program is None:
        pytest.skip("Browser tests are skipped: no Chromium.")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=program, args=chromium.ARGUMENTS
        )
        yield opened
        opened.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page of a size; at the end nothing may have been said to the console.

    ``missing=True`` is for who visits addresses without a page for them, or sends a
    form in vain: browsers say so.
    """
    said: list[str] = []
    contexts = []

    def make(
        size: tuple[int, int] = WIDE, *, script: bool = True, missing: bool = False
    ) -> Page:
        width, height = size
        context = browser.new_context(
            viewport={"width": width, "height": height},
            java_script_enabled=script,
            locale="zh-CN",
        )
        contexts.append(context)
        page = context.new_page()
        page.on(
            "console",
            lambda message: (
                said.append(f"{message.type}: {message.text}")
                if not (missing and NO_PAGE.search(message.text))
                else None
            ),
        )
        page.on("pageerror", lambda error: said.append(str(error)))
        return page

    yield make
    for context in contexts:
        context.close()
    assert said == []
