"""Rendered pages kept in the memory of this process: bounded, the wanted ones stay.

Crawlers that walk every combination of filters ask for each page once: a page is kept
from the second time on. When there is no room, the page used longest ago goes only for
one that was asked for more often (after Einziger, Friedman and Manes, TinyLFU, 2017):
whoever walks the same way again takes no favourite's place. How often is counted for a
bounded number of addresses, and halved now and then, so that old favourites make room.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from threading import Lock

# What an entry takes beside its body: headers, key, counters.
ENTRY_BYTES = 2_500
# No page may take more than this part of all room.
LARGEST_PART = 8
# Counts end here: a favourite of long ago must not need long to be forgotten.
MOST_COUNTED = 15
# Per page that there is room for: addresses counted, and requests until counts halve.
ADDRESSES = 4
REQUESTS = 10


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was sent, its body compressed by gzip from ``length`` bytes.

    ``edition`` says from what it was rendered: only for an equal one may it be sent.
    """

    edition: Hashable
    headers: tuple[tuple[str, str], ...]
    body: bytes
    length: int


class PageStore:
    """Pages by address, at most so many and so many bytes; used by many threads."""

    def __init__(self, *, most_bytes: int, most_pages: int) -> None:
        self.most_bytes = most_bytes
        self.most_pages = most_pages
        self._lock = Lock()
        self.clear()

    def clear(self) -> None:
        """Forget every page and what was asked for."""
        with self._lock:
            self.bytes = 0
            # The one used longest ago comes first.
            self._pages: dict[Hashable, Page] = {}
            self._asked: dict[Hashable, int] = {}
            self._counted = 0

    def __len__(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def __contains__(self, address: Hashable) -> bool:
        """Whether there is a page of any edition."""
        return address in self._pages

    def get(self, address: Hashable, edition: Hashable) -> Page | None:
        """The page of this edition."""
        with self._lock:
            page = self._pages.get(address)
            if page is None or page.edition != edition:
                return None
            self._count(address)
            self._pages[address] = self._pages.pop(address)
            return page

    def is_wanted(self, address: Hashable) -> bool:
        """Whether a page that had to be rendered was asked for before; this counts."""
        if not self.most_bytes:
            return False
        with self._lock:
            return self._count(address) > 1

    def keep(self, address: Hashable, page: Page) -> bool:
        """Keep a page in the place of its older editions, if it is worth its room."""
        cost = _cost(page)
        with self._lock:
            self._drop(address)
            if cost * LARGEST_PART > self.most_bytes:
                return False
            asked = self._asked.get(address, 0)
            while (
                self.bytes + cost > self.most_bytes
                or len(self._pages) >= self.most_pages
            ):
                oldest = next(iter(self._pages))
                # Of another edition: nobody will be sent that again.
                is_current = self._pages[oldest].edition == page.edition
                if is_current and self._asked.get(oldest, 0) >= asked:
                    return False
                self._drop(oldest)
            self._pages[address] = page
            self.bytes += cost
            return True

    def _drop(self, address: Hashable) -> None:
        page = self._pages.pop(address, None)
        if page is not None:
            self.bytes -= _cost(page)

    def _count(self, address: Hashable) -> int:
        self._counted += 1
        if (
            self._counted > REQUESTS * self.most_pages
            or len(self._asked) >= ADDRESSES * self.most_pages
        ):
            self._counted = 0
            halves = {one: count // 2 for one, count in self._asked.items()}
            self._asked = {one: count for one, count in halves.items() if count}
            if len(self._asked) >= ADDRESSES * self.most_pages:
                self._asked.clear()
        count = min(self._asked.get(address, 0) + 1, MOST_COUNTED)
        self._asked[address] = count
        return count


def _cost(page: Page) -> int:
    return len(page.body) + ENTRY_BYTES
