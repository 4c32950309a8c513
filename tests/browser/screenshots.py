"""Take the pictures of docs/screenshots from a running Casebook (make screenshots).

    python -m tests.browser.screenshots [ROOT] [--only NAME] [--png FOLDER]

``make run`` on an empty data folder shows the samples, and its publisher's login is
read from there. ``--png`` writes lossless pictures elsewhere, to look at.
"""

from __future__ import annotations

import argparse
import base64
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import chromium

PROJECT = Path(__file__).resolve().parent.parent.parent
SCREENSHOTS = PROJECT / "docs" / "screenshots"
DATA = Path(os.environ.get("CASEBOOK_DATA_DIR", PROJECT / ".data"))
WIDE = (1280, 900)
PHONE = (375, 812)
QUALITY = 82
MOST_BYTES = 150_000


@dataclass(frozen=True, slots=True)
class Picture:
    """One file: a page's path, the window, and what is chosen on it before.

    ``clicks`` are selectors, clicked in order; ``is_desk`` asks to be signed in.
    """

    name: str
    path: str
    size: tuple[int, int] = WIDE
    scheme: Literal["light", "dark"] = "light"
    clicks: tuple[str, ...] = ()
    is_desk: bool = False


FIRST_CASE = ".card h2 a >> nth=0"
PICTURES = (
    Picture("list", "/"),
    Picture("list-dark", "/?q=木马", scheme="dark"),
    Picture("list-phone", "/", size=PHONE),
    Picture("filters-phone-en", "/en/?offence=fraud", PHONE, clicks=(".sheet-open",)),
    Picture("case", "/?month=2024", clicks=(FIRST_CASE,)),
    Picture("case-en-phone", "/en/?month=2023", PHONE, clicks=(FIRST_CASE,)),
    Picture("case-en-dark", "/en/?month=2024", scheme="dark", clicks=(FIRST_CASE,)),
    Picture("bulletin-en", "/en/bulletins/", clicks=(".bulletin-list a >> nth=1",)),
    Picture("places", "/regions/"),
    Picture("place-en-phone", "/en/regions/guangdong/", PHONE),
    Picture("offence-dark", "/offences/fraud/", scheme="dark"),
    Picture("trends-en", "/en/trends/"),
    Picture("about-en", "/en/about/"),
    Picture("no-result", "/?q=木马&month=2019-01"),
    Picture("not-there-phone", "/nothing/", PHONE),
    Picture(
        "review",
        "/admin/cases/bulletin/",
        is_desk=True,
        clicks=("#result_list tbody th a >> nth=7",),
    ),
)


def sign_in(page: Page, root: str) -> None:
    """Go to the desk with the login that ``make run`` made."""
    name, password = (DATA / "publisher-login").read_text("utf-8").split()[:2]
    page.goto(f"{root}/admin/")
    page.locator("[name=username]").fill(name)
    page.locator("[name=password]").fill(password)
    page.locator("[name=password]").press("Enter")
    page.wait_for_url("**/admin/")


def take(browser: Browser, picture: Picture, root: str, lossless: Path | None) -> int:
    """Write one picture; the bytes that it takes."""
    width, height = picture.size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=picture.scheme,
        locale="en" if picture.path.startswith("/en/") else "zh-CN",
        reduced_motion="reduce",
    )
    page = context.new_page()
    if picture.is_desk:
        sign_in(page, root)
    page.goto(root + picture.path)
    for selector in picture.clicks:
        page.locator(selector).click()
        page.wait_for_load_state("networkidle")
    page.mouse.move(0, 0)  # or what lies under it looks pointed at
    if lossless:
        content = page.screenshot(path=lossless / f"{picture.name}.png")
    else:
        session = context.new_cdp_session(page)
        taken = session.send(
            "Page.captureScreenshot", {"format": "webp", "quality": QUALITY}
        )
        content = base64.b64decode(taken["data"])
        (SCREENSHOTS / f"{picture.name}.webp").write_bytes(content)
    context.close()
    return len(content)


def main() -> int:
    """Take all pictures; 1 when one is too large to be committed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", nargs="?", default="http://127.0.0.1:8000")
    parser.add_argument("--only", help="the name of one picture")
    parser.add_argument("--png", type=Path, help="a folder for lossless pictures")
    given = parser.parse_args()
    program = chromium.find()
    if program is None:
        print("Pictures need a Chromium: python -m tests.browser.chromium")
        return 1
    is_large = False
    SCREENSHOTS.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=chromium.ARGUMENTS
        )
        for picture in PICTURES:
            if given.only in (None, picture.name):
                size = take(browser, picture, given.root.rstrip("/"), given.png)
                is_large |= not given.png and size > MOST_BYTES
                print(f"{picture.name:<20}{size / 1000:>8.1f} KB")
        browser.close()
    return int(is_large)


if __name__ == "__main__":
    sys.exit(main())
