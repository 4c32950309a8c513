"""Where the browser of the browser tests comes from."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser import chromium


@pytest.fixture
def nothing(tmp_path, monkeypatch):
    """A machine without any browser, and without npm."""
    monkeypatch.delenv("CASEBOOK_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "playwright"))
    monkeypatch.setattr(chromium, "UNPACKED", tmp_path / "chromium-of-npm")
    return tmp_path


def program(path: Path) -> Path:
    """A file at ``path`` that may be run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o755)
    return path


def test_the_named_one_comes_first(nothing, monkeypatch):
    program(nothing / "chromium")
    monkeypatch.setenv("CASEBOOK_CHROMIUM", "/opt/chromium")

    assert chromium.find() == Path("/opt/chromium")


def test_then_one_on_the_path(nothing):
    found = program(nothing / "google-chrome")
    program(nothing / "playwright" / "chromium-1200" / "chrome-linux" / "chrome")

    assert chromium.find() == found


def test_then_the_newest_that_playwright_installed(nothing):
    program(nothing / "playwright" / "chromium-1199" / "chrome-linux" / "chrome")
    newest = program(
        nothing / "playwright" / "chromium-1200" / "chrome-linux64" / "chrome"
    )

    assert chromium.find() == newest


def test_then_the_unpacked_one(nothing):
    unpacked = program(nothing / "chromium-of-npm" / "start")

    assert chromium.find() == unpacked


def test_without_any_there_is_one_line(nothing):
    assert chromium.find() is None
    with pytest.raises(chromium.NoChromium) as raised:
        chromium.unpack()
    assert str(raised.value) == (
        "Browser tests are skipped: no Chromium. Install one (Debian: apt-get install"
        " chromium) or npm, or name one in CASEBOOK_CHROMIUM."
    )
