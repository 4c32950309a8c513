"""Pages in memory: never of another edition, bounded, the wanted ones stay."""

from __future__ import annotations

from cases.page_store import ENTRY_BYTES, Page, PageStore


def page(edition: str = "today", size: int = 500) -> Page:
    """A page of so many bytes in all."""
    return Page(edition, (), b"x" * (size - ENTRY_BYTES), 10_000)


def room_for(pages: int) -> PageStore:
    """A store with room for so many pages of 10,000 bytes."""
    return PageStore(most_bytes=10_000 * pages, most_pages=1_000)


def visit(store: PageStore, address: str, edition: str = "today") -> bool:
    """Ask as a visitor does; whether the page was there."""
    if store.get(address, edition):
        return True
    if store.is_wanted(address):
        store.keep(address, page(edition, 10_000))
    return False


def test_a_page_is_there_from_the_third_time_on():
    store = room_for(10)

    assert [visit(store, "/") for _ in range(4)] == [False, False, True, True]


def test_a_page_of_another_edition_is_none():
    store = room_for(10)
    store.keep("/", page("yesterday"))

    assert store.get("/", "today") is None
    assert store.get("/", "yesterday") == page("yesterday")


def test_a_new_edition_takes_the_place_of_the_old_one():
    store = room_for(10)
    store.keep("/", page("yesterday", 9_000))
    store.keep("/", page("today", 5_000))

    assert store.get("/", "yesterday") is None
    assert (len(store), store.bytes) == (1, 5_000)


def test_there_are_never_more_bytes_or_pages_than_there_is_room_for():
    small = PageStore(most_bytes=100_000, most_pages=1_000)
    few = PageStore(most_bytes=1_000_000, most_pages=7)

    for store in (small, few):
        for round_ in range(3):
            for number in range(100):
                visit(store, f"/{number % (20 + round_)}")

    assert (len(small), small.bytes) == (10, 100_000)
    assert len(few) == 7


def test_addresses_asked_for_are_counted_in_bounds():
    store = PageStore(most_bytes=100_000, most_pages=10)

    for number in range(10_000):
        store.is_wanted(number)

    assert len(store._asked) <= 40


def test_a_walk_through_all_filters_takes_nobodys_place():
    store = room_for(10)
    favourites = [f"/favourite-{number}" for number in range(10)]
    for _ in range(5):
        for address in favourites:
            visit(store, address)

    for number in range(3_000):
        visit(store, f"/?filter={number}")
    walked_twice = [f"/?filter={number}" for number in range(3_000, 3_200)]
    for address in [*walked_twice, *walked_twice]:
        visit(store, address)

    assert [visit(store, address) for address in favourites] == [True] * 10


def test_a_new_favourite_finds_its_place():
    store = room_for(10)
    for number in range(10):
        for _ in range(3):
            visit(store, f"/old-{number}")

    visits = [visit(store, "/new") for _ in range(6)]

    assert visits == [False, False, False, False, True, True]
    assert len(store) == 10


def test_pages_of_old_editions_go_first():
    store = room_for(8)
    for number in range(8):
        for _ in range(9):
            visit(store, f"/favourite-{number}", "yesterday")

    visit(store, "/new", "today")
    visit(store, "/new", "today")

    assert visit(store, "/new", "today")
    assert store.get("/favourite-0", "yesterday") is None
    assert len(store) == 8


def test_a_page_too_large_is_not_kept():
    store = room_for(10)

    assert not store.keep("/", page(size=12_501))
    assert store.keep("/", page(size=12_500))


def test_without_room_nothing_is_kept():
    store = PageStore(most_bytes=0, most_pages=10)

    assert [visit(store, "/") for _ in range(4)] == [False] * 4
    assert len(store) == 0
