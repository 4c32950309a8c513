"""Weigh the pages: ``python -m tests.bench.page_weights [http://127.0.0.1:8000]``.

Asks a running Casebook for each public page in both languages and prints kilobytes
(1,000 bytes): of its HTML, of its styles and scripts together, and of all of it as
gzip sends it. Ends with status 1 when a page passes the 60 KB of HTML or the 40 KB
of styles and scripts that a page may have.
"""

from __future__ import annotations

import gzip
import re
import sys
from functools import cache
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import urlopen

MOST_HTML = 60_000
MOST_ASSETS = 40_000
PAGES = {
    "list": "/",
    "list, filtered": "/?city=guangdong&month=2024&offence=fraud&amount_from=1",
    "places of the list": "/places/",
    "no result": "/?q=%E6%97%A0%E6%AD%A4%E6%A1%88&month=2019-01",
    "case": "{case}",
    "bulletins": "/bulletins/",
    "bulletin": "{bulletin}",
    "places": "/regions/",
    "place": "/regions/guangdong/",
    "offences": "/offences/",
    "offence": "/offences/fraud/",
    "trends": "/trends/",
    "about": "/about/",
    "data": "/data/",
    "not there": "/nothing/",
}
ASSET = re.compile(r'(?:href|src)="([^"]+\.(?:css|js))"')
LINK = re.compile(r'href="((?:/en)?/(case|bulletin)s/\d+/)')


@cache
def fetched(address: str) -> bytes:
    """What stands at an address, an error page too."""
    try:
        with urlopen(address) as answer:
            return bytes(answer.read())
    except HTTPError as error:
        return error.read()


def weights(address: str) -> tuple[int, int, int]:
    """Bytes of HTML, of styles and scripts, and of all of it compressed."""
    html = fetched(address)
    linked = dict.fromkeys(ASSET.findall(html.decode()))
    assets = [fetched(urljoin(address, one)) for one in linked]
    sent = sum(len(gzip.compress(one)) for one in [html, *assets])
    return len(html), sum(map(len, assets)), sent


def main(root: str) -> int:
    """Print the table; 1 when a page is too heavy."""
    is_heavy = False
    print(f"{'KB':<20}{'':>4}{'HTML':>8}{'style, script':>16}{'sent':>8}")
    for language in ("", "/en"):
        first = fetched(f"{root}{language}/").decode()
        found = {name: path for path, name in reversed(LINK.findall(first))}
        for name, path in PAGES.items():
            own = path.format(**found)
            address = root + (own if own.startswith("/en") else language + own)
            html, assets, sent = weights(address)
            heavy = html > MOST_HTML or assets > MOST_ASSETS
            # The whole tree is fetched by script, once, and is no page.
            is_heavy |= heavy and path != "/places/"
            print(
                f"{name:<20}{language[1:] or 'zh':>4}{html / 1000:>8.1f}"
                f"{assets / 1000:>16.1f}{sent / 1000:>8.1f}{'  !' if heavy else ''}"
            )
    return int(is_heavy)


if __name__ == "__main__":
    sys.exit(main((sys.argv[1:] or ["http://127.0.0.1:8000"])[0].rstrip("/")))
